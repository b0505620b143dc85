"""What has become of a quotation: where its words stand now and how they changed, or that they are gone."""

from collections.abc import Sequence

from reading_room.model.article import Passage
from reading_room.model.lineage import Change
from reading_room.model.resolution import Resolution, Stretch
from reading_room.permalinks.differences import differences
from reading_room.permalinks.judging import judge
from reading_room.permalinks.rows import Place, Row, row
from reading_room.permalinks.selection import Selection, quotation
from reading_room.permalinks.tracing import Trail, moved_over


def resolve(
    selection: Selection,
    born: int,
    before: tuple[Passage, ...],
    now: tuple[Passage, ...],
    steps: Sequence[Sequence[Change]],
) -> Resolution:
    """What has become of words selected in version `born`. `steps` is the lineage of every version after it, oldest first."""
    newest, quote = born + len(steps), selection.quote
    if before == now:
        return Resolution("exact", quote, born, newest, selection.all_stretches)
    old, new = row(before), row(now)
    trail = Trail(old, new, steps)
    found: list[Stretch] = []
    candidates: list[tuple[Stretch, ...]] = []
    for stretches in selection.stretches:
        quoted = Place(old.place(stretches[0]).start, old.place(stretches[-1]).end)
        if not quoted:
            found.extend(_signs_alone(trail, stretches[0]))
            continue
        verdict = judge(trail, quoted)
        found.extend(new.stretches(verdict.places))
        candidates.extend(new.stretches(places) for places in verdict.candidates)
    if candidates:
        return Resolution("ambiguous", quote, born, newest, candidates=tuple(candidates))
    if not found:
        return Resolution("gone", quote, born, newest)
    if not selection.ranges:
        found = [_whole(new, one) for one in found]
    return _found(selection, born, newest, tuple(found), moved_over(steps))


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


def _found(
    selection: Selection, born: int, newest: int, found: tuple[Stretch, ...], moved: frozenset[str]
) -> Resolution:
    was, now = selection.quote, quotation([found])
    stretches = selection.all_stretches
    if was.split() != now.split():
        return Resolution("edited", was, born, newest, found, changes=differences(was, now))
    same = [one.passage for one in stretches] == [one.passage for one in found]
    stayed = same and not moved & {one.passage for one in found}
    return Resolution("exact" if stayed else "moved", was, born, newest, found)
