"""The second witness: looks for a quotation with its context in a version, and knows nothing of the lineage."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reading_room.permalinks.alignment import align
from reading_room.permalinks.following import follow
from reading_room.permalinks.rows import Place, Row

CONTEXT = 32
"""Words on each side of a quotation that are looked for with it, also of the passages beside its own."""
COMMON = 60
"""Occurrences from which a word is of no help in finding a place."""
BAND = 8
"""Words by which a place may be off while its words still count together."""
MOST_PLACES = 8
OF_QUOTE = 0.6
"""What the quotation itself weighs, beside its context."""
LEAST_SHARE = 0.4
"""Share of the quotation that must stand in a place for it to be one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where the quotation may stand: how much of it does, and of its context."""

    places: tuple[Place, ...]
    share: float
    context: float

    @property
    def score(self) -> float:
        return OF_QUOTE * self.share + (1 - OF_QUOTE) * self.context

    def overlaps(self, places: Sequence[Place]) -> bool:
        return any(own.overlaps(other) for own in self.places for other in places)


def search(before: Row, now: Row, quote: Place) -> list[Candidate]:
    """The places in a version where a quotation may stand, the likeliest first."""
    wide = Place(max(0, quote.start - CONTEXT), min(len(before.keys), quote.end + CONTEXT))
    found: list[Candidate] = []
    for offset in _offsets(before, now, quote, wide):
        candidate = _look(before, now, quote, wide, offset)
        if candidate.share >= LEAST_SHARE and not any(candidate.overlaps(other.places) for other in found):
            found.append(candidate)
    return sorted(found, key=lambda one: -one.score)


def _offsets(before: Row, now: Row, quote: Place, wide: Place) -> list[int]:
    """How far the quotation may have been shifted in the row, by the words that the rows share; the likeliest first."""
    votes: dict[int, float] = defaultdict(float)
    of_quote: dict[int, float] = defaultdict(float)
    for word in range(wide.start, wide.end):
        there = now.occurrences.get(before.keys[word], ())
        if len(there) > COMMON:
            continue
        weight = before.weights[word]
        inside = quote.start <= word < quote.end
        for at in there:
            band = (at - word) // BAND
            for near in (band, band + 1):
                votes[near] += weight
                if inside:
                    of_quote[near] += weight
    chosen: list[int] = []
    for tally in (of_quote, votes):
        best = sorted(tally, key=lambda band: (-tally[band], band))[:MOST_PLACES]
        chosen.extend(best)
    return [band * BAND for band in dict.fromkeys(chosen)]


def _look(before: Row, now: Row, quote: Place, wide: Place, offset: int) -> Candidate:
    slack = BAND + len(wide) // 4
    there = Place(max(0, wide.start + offset - slack), min(len(now.keys), wide.end + offset + slack))
    aligned = align(before.keys[wide.start : wide.end], now.keys[there.start : max(there.start, there.end)])
    same = {wide.start + word: there.start + at for word, at in enumerate(aligned) if at is not None}
    followed = follow(before, now, quote, same)
    return Candidate(followed.places, followed.share, _context(before, quote, wide, same))


def _context(before: Row, quote: Place, wide: Place, same: Mapping[int, int]) -> float:
    """The share of the context that stands there too; near words count more."""
    there = total = 0.0
    for word in (*range(wide.start, quote.start), *range(quote.end, wide.end)):
        distance = quote.start - word if word < quote.start else word - quote.end + 1
        weight = before.weights[word] * (1 - distance / (2 * CONTEXT))
        total += weight
        there += weight if word in same else 0.0
    return there / total if total else 1.0
