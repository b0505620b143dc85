"""What has become of a quotation: the verdict over two witnesses that know nothing of each other.

One follows the stored lineage (`tracing`), the other searches the text (`searching`). Words are shown only where both point, or
where one of them is sure and the other has nothing to say against it. Otherwise the places are listed and none is chosen, or the
quotation is gone. docs/decisions/0013-resolution.md has what was measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reading_room.model.article import Passage
from reading_room.model.lineage import Change
from reading_room.model.resolution import Resolution, Stretch
from reading_room.permalinks.differences import differences
from reading_room.permalinks.rows import Place, Row, merged, row
from reading_room.permalinks.searching import Candidate, search
from reading_room.permalinks.selection import Selection, quotation
from reading_room.permalinks.tracing import Heirs, heirs_over, moved_over, other_words, trace

ENOUGH = 0.5
"""Share of a quotation that must still stand for it to be found, edited."""
SURE = 0.8
"""Share from which the search alone is believed, if the lineage lost the words and nothing else lays claim to the place."""
TELLING = 3.0
"""Weight of words from which they can hardly stand in a place by chance."""
SURE_CONTEXT = 0.5
"""Share of the context that makes up for less."""
TIE = 0.08
"""Difference of score within which two places tie, unless one of them is letter for letter the same with its context."""


Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The places of a range of words; or those between which there is no choosing; neither, if it is gone."""

    places: Places = ()
    candidates: tuple[Places, ...] = ()


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
    heirs = heirs_over(steps, old.position)
    found: list[Stretch] = []
    candidates: list[tuple[Stretch, ...]] = []
    for stretches in selection.stretches:
        verdict = judge(old, new, heirs, Place(old.place(stretches[0]).start, old.place(stretches[-1]).end))
        found.extend(new.stretches(verdict.places))
        candidates.extend(new.stretches(places) for places in verdict.candidates)
    if candidates:
        return Resolution("ambiguous", quote, born, newest, candidates=tuple(candidates))
    if not found:
        return Resolution("gone", quote, born, newest)
    return _found(selection, born, newest, tuple(found), moved_over(steps))


def judge(old: Row, new: Row, heirs: Heirs, quote: Place) -> Verdict:
    """What the two witnesses say together of a range of words."""
    traced, candidates = trace(old, new, heirs, quote), search(old, new, quote)
    if traced.share < ENOUGH:
        return _without_trace(old, new, heirs, quote, candidates)
    here = next((one for one in candidates if _agree(one.places, traced.places)), None)
    if here is None:
        if not candidates:
            return Verdict(traced.places)
        return Verdict(candidates=(traced.places, candidates[0].places))
    rivals = [one.places for one in candidates if one is not here and _ties(one, here)]
    best = traced.places if traced.share >= here.share else here.places
    return Verdict(candidates=(best, *rivals)) if rivals else Verdict(best)


def _without_trace(old: Row, new: Row, heirs: Heirs, quote: Place, candidates: Sequence[Candidate]) -> Verdict:
    """The lineage lost the passage: what the search found counts if it is sure and nothing else stood there before."""
    if not candidates:
        return Verdict()
    best, *others = candidates
    if any(other_words(old, new, heirs, quote, place) >= min(best.share, SURE) for place in best.places):
        return Verdict()
    telling = best.share * sum(old.weights[quote.start : quote.end]) >= TELLING
    if not (best.share >= SURE and telling) and not (best.share >= ENOUGH and best.context >= SURE_CONTEXT):
        return Verdict(candidates=(best.places,)) if best.share >= ENOUGH and telling else Verdict()
    rivals = [one.places for one in others if _ties(one, best)]
    return Verdict(candidates=(best.places, *rivals)) if rivals else Verdict(best.places)


def _agree(some: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether most words of the smaller one are in both."""
    both = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in merged(some)
        for other in merged(others)
    )
    return 2 * both >= min(sum(map(len, some)), sum(map(len, others)))


def _ties(rival: Candidate, best: Candidate) -> bool:
    if best.share == best.context == 1:
        return rival.score == best.score
    return rival.score >= best.score - TIE


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
