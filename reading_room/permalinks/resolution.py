"""What has become of a quotation: where its words stand now and how they changed, or that they are gone."""

from collections.abc import Sequence
from dataclasses import replace

from reading_room.model.article import Passage
from reading_room.model.languages import UNKNOWN
from reading_room.model.lineage import Change
from reading_room.model.resolution import Resolution, Stretch
from reading_room.permalinks.differences import differences
from reading_room.permalinks.judging import judge
from reading_room.permalinks.rows import Place, Row, row
from reading_room.permalinks.selection import Selection, quotation, with_own_signs, with_signs
from reading_room.permalinks.tracing import Trail, moved_over


def resolve(
    selection: Selection,
    born: int,
    before: tuple[Passage, ...],
    now: tuple[Passage, ...],
    steps: Sequence[Sequence[Change]],
    language: str = UNKNOWN,
) -> Resolution:
    """What has become of words selected in version `born`. `steps` is the lineage of every version after it, oldest first.

    `language` is the tag of the text, by which the kinds of its changes are told.
    """
    newest, quote = born + len(steps), selection.quote
    if before == now:
        return Resolution("exact", quote, born, newest, selection.all_stretches)
    old, new = row(before), row(now)
    trail = Trail(old, new, steps)
    found: list[Stretch] = []
    candidates: list[tuple[Stretch, ...]] = []
    lost: list[str] = []
    for stretches, signed in zip(selection.stretches, selection.signed, strict=True):
        quoted = Place(old.place(stretches[0]).start, old.place(stretches[-1]).end)
        if not quoted:
            found.extend(_signs_alone(trail, stretches[0]))
            continue
        verdict = judge(trail, quoted)
        if not verdict.places and not verdict.candidates:
            lost.append(quotation([signed]))
        found.extend(new.stretches(verdict.places))
        candidates.extend(new.stretches(places) for places in verdict.candidates)
    if candidates:
        return Resolution("ambiguous", quote, born, newest, candidates=tuple(candidates), lost=tuple(lost))
    if not found:
        return Resolution("gone", quote, born, newest)
    if not selection.ranges:
        found = [_whole(new, one) for one in found]
    became = Resolution("exact", quote, born, newest, tuple(found), lost=tuple(lost))
    return _found(selection, became, old, new, moved_over(steps), language)


def _signs_alone(trail: Trail, stretch: Stretch) -> tuple[Stretch, ...]:
    """A passage without a word, where the lineage has it with the same signs."""
    new = trail.new
    kept = [new.passages[new.position[heir]] for heir in trail.heirs[stretch.passage] if heir in new.position]
    return tuple(Stretch(one.id, 0, len(one.text), one.text) for one in kept if one.text == stretch.text)


def _whole(new: Row, stretch: Stretch) -> Stretch:
    """All of a passage, if all of its words are found: one that was selected whole had no words to begin or end with."""
    position = new.position[stretch.passage]
    text = new.passages[position].text
    if new.place(stretch) != new.of_passage(position):
        return stretch
    return Stretch(stretch.passage, 0, len(text), text)


def compared(
    selection: Selection, found: Sequence[Stretch], before: Sequence[Passage], now: Sequence[Passage]
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The quotation and what was found of it as they are compared: of a whole passage all of its signs count."""
    outer = not selection.ranges
    return with_signs(before, selection.all_stretches, outer=outer), with_signs(now, found, outer=outer)


def _found(
    selection: Selection, found: Resolution, old: Row, new: Row, moved: frozenset[str], language: str
) -> Resolution:
    was, now = (quotation([side]) for side in compared(selection, found.found, old.passages, new.passages))
    own = with_own_signs(old.passages, selection.all_stretches), with_own_signs(new.passages, found.found)
    said, says = (quotation([side]).split() for side in own)
    if was.split() != now.split() and said != says:
        return replace(found, status="edited", changes=differences(was, now, language))
    same = [one.passage for one in selection.all_stretches] == [one.passage for one in found.found]
    stayed = same and not moved & {one.passage for one in found.found}
    return found if stayed else replace(found, status="moved")
