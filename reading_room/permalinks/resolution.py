"""What has become of a quotation: where its words stand now and how they changed, or that they are gone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reading_room.model.article import Passage
from reading_room.model.languages import UNKNOWN
from reading_room.model.lineage import Change
from reading_room.model.resolution import Resolution, Stretch
from reading_room.permalinks.around import Around, around
from reading_room.permalinks.differences import differences, moved
from reading_room.permalinks.folding import folded
from reading_room.permalinks.rows import Place, Row, row
from reading_room.permalinks.selection import Selection, quotation, with_own_signs, with_signs
from reading_room.permalinks.stages import Texts, journey
from reading_room.permalinks.tracing import Trail, moved_over
from reading_room.permalinks.words import is_unspaced, words

MOST_BETWEEN = 1_000
"""Words between two parts of a quotation above which it counts as moved to two places."""
OF_OTHERS = 0.5
"""Share of words that stood elsewhere before, from which they did not come in: the quotation was moved to both sides of them."""


def resolve(
    selection: Selection, born: int, texts: Texts, steps: Sequence[Sequence[Change]], language: str = UNKNOWN
) -> Resolution:
    """What has become of words selected in version `born`.

    `steps` is the lineage of every version after it, oldest first; `texts` has the passages of `born` at 0, and of the version
    after each step. `ValueError` if the first or the last of them cannot be read. `language` is the tag of the text, by which the
    kinds of its changes are told.
    """
    newest, quote = born + len(steps), selection.quote
    before, now = texts(0), texts(len(steps))
    if before is None or now is None:
        raise ValueError(f"version {born if before is None else newest} cannot be read")
    if before == now:
        return Resolution("exact", quote, born, newest, selection.all_stretches)
    old, new = row(before), row(now)
    trail = Trail(old, new, steps)
    found: list[Stretch] = []
    came_in: list[Place] = []
    candidates: list[tuple[Stretch, ...]] = []
    lost: list[str] = []
    gone_with: list[int | None] = []
    for stretches, signed in zip(selection.stretches, selection.signed, strict=True):
        quoted = Place(old.place(stretches[0]).start, old.place(stretches[-1]).end)
        if not quoted:
            found.extend(_signs_alone(trail, stretches[0]))
            continue
        went = journey(quoted, steps, texts)
        verdict = went.verdict
        if not verdict.places and not verdict.candidates:
            lost.append(quotation([signed]))
            gone_with.append(went.gone_with)
        found.extend(new.stretches(verdict.places))
        came_in.extend(_came_in(trail, quoted, verdict.places, whole=not selection.ranges))
        candidates.extend(new.stretches(places) for places in sorted(verdict.candidates))
    if candidates:
        unsure = Resolution("ambiguous", quote, born, newest, candidates=tuple(candidates), lost=tuple(lost))
        each = around_candidates(selection, unsure, before, now, language)
        return replace(unsure, around_candidates=tuple(one.changes if one else () for one in each))
    if not found:
        since = None if None in gone_with else max(filter(None, gone_with), default=None)
        return Resolution("gone", quote, born, newest, gone_since=None if since is None else born + since)
    if not selection.ranges:
        found = [_whole(new, one) for one in found]
    came = new.stretches(came_in)
    became = Resolution("exact", quote, born, newest, tuple(found), came_in=came, lost=tuple(lost))
    became = _found(selection, became, old, new, moved_over(steps), language)
    changed = around_found(selection, became, before, now, language)
    return replace(became, around=changed.changes if changed else ())


def around_found(
    selection: Selection, found: Resolution, before: tuple[Passage, ...], now: tuple[Passage, ...], language: str
) -> Around | None:
    """What changed around the words that were found; around a passage that was quoted whole stands nothing of its sentences."""
    if not selection.ranges or not found.found:
        return None
    ranges = zip(selection.stretches, selection.signed, strict=True)
    left = [one for stretches, signed in ranges if quotation([signed]) not in found.lost for one in stretches]
    return around(before, left, now, _with_what_came_in(found, now), language)


def around_candidates(
    selection: Selection, found: Resolution, before: tuple[Passage, ...], now: tuple[Passage, ...], language: str
) -> tuple[Around | None, ...]:
    """The same of each place where words of one range, or of the range whose words it has the most of, may stand."""
    return tuple(
        around(before, _likest(selection, one), now, one, language) if selection.ranges else None
        for one in found.candidates
    )


def _likest(selection: Selection, candidate: Sequence[Stretch]) -> tuple[Stretch, ...]:
    there = set(folded(quotation([candidate])).keys)
    return max(selection.stretches, key=lambda one: len(there.intersection(folded(quotation([one])).keys)))


def _with_what_came_in(found: Resolution, now: tuple[Passage, ...]) -> tuple[Stretch, ...]:
    """What was found, with what came in between: without it the words themselves, in the order of the quotation."""
    if not found.came_in:
        return found.found
    new = row(now)
    return new.stretches(new.place(one) for one in (*found.found, *found.came_in))


def _signs_alone(trail: Trail, stretch: Stretch) -> tuple[Stretch, ...]:
    """A passage without a word, where the lineage has it with the same signs."""
    new = trail.new
    kept = [new.passages[new.position[heir]] for heir in trail.heirs[stretch.passage] if heir in new.position]
    return tuple(Stretch(one.id, 0, len(one.text), one.text) for one in kept if one.text == stretch.text)


def _came_in(trail: Trail, quote: Place, places: Sequence[Place], *, whole: bool) -> Iterator[Place]:
    """The words between the parts of a quotation, of a whole passage those around it too, that did not stand elsewhere before."""
    parts = [Place(one.end, other.start) for one, other in pairwise(places)]
    if whole and places:
        first, last = places[0], places[-1]
        outer = Place(trail.new.home(first.start).start, first.start), Place(last.end, trail.new.home(last.end - 1).end)
        parts += [part for part in outer if not trail.old.has_passage(trail.new.keys[part.start : part.end])]
    for part in parts:
        if 0 < len(part) <= MOST_BETWEEN and trail.other_words(quote, part) < OF_OTHERS:
            yield part


def _whole(new: Row, stretch: Stretch) -> Stretch:
    """All of a passage, if all of its words are found: one that was selected whole had no words to begin or end with."""
    position = new.position[stretch.passage]
    text = new.passages[position].text
    if new.place(stretch) != new.of_passage(position):
        return stretch
    return Stretch(stretch.passage, 0, len(text), text)


def compared(
    selection: Selection, found: Resolution, before: Sequence[Passage], now: tuple[Passage, ...]
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The quotation and what was found of it as they are compared: with what came in, of a whole passage with all of its signs."""
    outer, there = not selection.ranges, _with_what_came_in(found, now)
    return with_signs(before, selection.all_stretches, outer=outer), with_signs(now, there, outer=outer)


def _is_same(was: str, now: str) -> bool:
    """Whether two texts are the same to the letter but for where their passages end.

    Between signs of a script without spaces, where one ends nothing stands, or the space that parts two sentences of Thai.
    """
    one, other = ("\n".join(" ".join(line.split()) for line in text.split("\n")) for text in (was, now))
    at = there = 0
    while at < len(one) and there < len(other):
        pair = one[at], other[there]
        if pair[0] == pair[1] or sorted(pair) == ["\n", " "]:
            at, there = at + 1, there + 1
        elif pair[0] == "\n" and _is_in_unspaced(one, at):
            at += 1
        elif pair[1] == "\n" and _is_in_unspaced(other, there):
            there += 1
        else:
            return False
    return one[at:].strip() == other[there:].strip()


def _is_in_unspaced(text: str, at: int) -> bool:
    """Whether words of a script without spaces stand beside the end of a passage."""
    before, behind = text[:at].rpartition("\n")[2], text[at + 1 :].partition("\n")[0]
    beside = (words(before)[-1:], before), (words(behind)[:1], behind)
    return any(is_unspaced(side[span.start : span.end]) for spans, side in beside for span in spans)


def _found(
    selection: Selection, found: Resolution, old: Row, new: Row, moved_passages: frozenset[str], language: str
) -> Resolution:
    was, now = (quotation([side]) for side in compared(selection, found, old.passages, new.passages))
    own = with_own_signs(old.passages, selection.all_stretches), with_own_signs(new.passages, found.found)
    said, says = (quotation([side]) for side in own)
    in_another_order = _is_in_another_order(own)
    if not _is_same(was, now) and (not _is_same(said, says) or found.came_in) and not in_another_order:
        apart = moved(was, now, old, new, language)
        return replace(found, status="edited", changes=differences(was, now, language, apart))
    same = [one.passage for one in selection.all_stretches] == [one.passage for one in found.found]
    stayed = same and not moved_passages & {one.passage for one in found.found}
    return found if stayed else replace(found, status="moved")


def _is_in_another_order(sides: tuple[Sequence[Stretch], Sequence[Stretch]]) -> bool:
    """Whether the same stretches stand in the same numbers of passages, to the letter, and only these changed places."""
    was, now = ([one.text for one in side] for side in sides)
    return was != now and sorted(was) == sorted(now)
