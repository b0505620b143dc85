"""The second witness: looks for a quotation with its context in a version, and knows nothing of the lineage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reading_room.model.word_alignment import align
from reading_room.permalinks.following import Followed, follow
from reading_room.permalinks.rows import Place, Row

CONTEXT = 32
"""Words on each side of a quotation that are looked for with it, also of the passages beside its own."""
COMMON = 60
"""Occurrences from which a word is of no help in finding a place."""
BAND = 8
"""Words by which a place may be off while its words still count together."""
NEARLY_ALL = 0.9
"""Share of its context from which an unchanged quotation is not looked for in other words."""
MOST_PLACES = 6
"""Shifts that are tried, by the words of the quotation alone and with its context."""
LONG = 2_000
"""Words of a quotation that so many of them vote for one place of that no other needs to be tried."""
FEW_PLACES = 2
"""Shifts that are tried for each passage of such a quotation, which may have hundreds: the likeliest and its rival."""
MOST_OCCURRENCES = 40
OF_QUOTE = 0.6
"""What the quotation itself weighs, beside its context."""
CLOSE = 6
"""Words on each side of which half, and the nearest ones in their order, hold a quotation in its place."""
LEAST_SHARE = 0.2
"""Share of the quotation that must stand in a place for it to be one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where the quotation may stand: how much of it does, and how much of its context."""

    found: Followed
    context: float
    held: bool
    """Whether the words close by stand on both sides of it, as they did."""

    @property
    def places(self) -> tuple[Place, ...]:
        return self.found.places

    @property
    def score(self) -> float:
        return OF_QUOTE * self.found.share + (1 - OF_QUOTE) * self.context

    def overlaps(self, other: "Candidate") -> bool:
        return any(own.overlaps(others) for own in self.places for others in other.places)


def with_context(before: Row, now: Row, quote: Place, same: Mapping[int, int]) -> Candidate:
    """The place where somebody else has the words of a quotation, with what of its context stands beside them."""
    wide = _wide(before, quote)
    return _with_context(
        before, now, quote, wide, {word: at for word, at in same.items() if word in range(quote.start, quote.end)}
    )


def _wide(before: Row, quote: Place) -> Place:
    return Place(max(0, quote.start - CONTEXT), min(len(before.keys), quote.end + CONTEXT))


def search(before: Row, now: Row, quote: Place, also: Iterable[int] = (), most: int = MOST_PLACES) -> list[Candidate]:
    """The places in a version where a quotation may stand, the likeliest first. None of them overlaps another.

    `also` are shifts that somebody else thinks of, to be looked at like the rest; `most` are tried of those found here.
    """
    return list(_searched(before, now, quote, tuple(also), most))


@lru_cache(maxsize=32)
def _searched(before: Row, now: Row, quote: Place, also: tuple[int, ...], most: int) -> tuple[Candidate, ...]:
    """Kept while a quotation is judged: several questions about it need the same search."""
    wide = _wide(before, quote)
    looked = [_exact(before, now, quote, wide, at) for at in _occurrences(before, now, quote)]
    unchanged = any(one.context >= NEARLY_ALL for one in looked)
    for offset in () if unchanged else _apart(quote, (*_offsets(before, now, quote, wide, most), *also)):
        if near := _near(before, now, quote, wide, offset):
            looked.append(near)
        if len(quote) < LONG and (alone := _alone(before, now, quote, wide, offset)):
            looked.append(alone)
    found: list[Candidate] = []
    for candidate in sorted(looked, key=lambda one: -one.score):
        if candidate.found.share >= LEAST_SHARE and not any(candidate.overlaps(other) for other in found):
            found.append(candidate)
    return tuple(found)


def _occurrences(before: Row, now: Row, quote: Place) -> list[int]:
    """Where all words of the quotation stand one after the other."""
    words = before.keys[quote.start : quote.end]
    rarest = min(range(len(words)), key=lambda at: len(now.occurrences.get(words[at], ())))
    begins = (at - rarest for at in now.occurrences.get(words[rarest], ()))
    return [at for at in begins if at >= 0 and now.keys[at : at + len(words)] == words][:MOST_OCCURRENCES]


def _exact(before: Row, now: Row, quote: Place, wide: Place, at: int) -> Candidate:
    """The quotation word for word."""
    same = {quote.start + step: at + step for step in range(len(quote))}
    return _with_context(before, now, quote, wide, same)


def _alone(before: Row, now: Row, quote: Place, wide: Place, offset: int) -> Candidate | None:
    """What of the quotation stands where it would be if it had been shifted so far, whatever stands around it."""
    same = _aligned(before, now, quote, _window(now, quote, offset))
    return _with_context(before, now, quote, wide, same) if _may_be_one(before, now, quote, same) else None


def _may_be_one(before: Row, now: Row, quote: Place, same: Mapping[int, int]) -> bool:
    """Whether enough of a quotation stands there for a place; words in several passages may turn out to be more."""
    inside = [word for word in range(quote.start, quote.end) if word in same]
    share = _weigh(before, inside) / _weigh(before, range(quote.start, quote.end))
    return bool(inside) and (share >= LEAST_SHARE or len({now.passage_at(same[word]) for word in inside}) > 1)


def _with_context(before: Row, now: Row, quote: Place, wide: Place, same: dict[int, int]) -> Candidate:
    """Add what of the quotation's context stands beside its words."""
    begin, end, slack = min(same.values()), max(same.values()) + 1, CONTEXT + BAND + CONTEXT // 2
    left, right = Place(max(0, begin - slack), begin), Place(end, min(len(now.keys), end + slack))
    for context, there in ((Place(wide.start, quote.start), left), (Place(quote.end, wide.end), right)):
        same |= _aligned(before, now, context, there)
    return _candidate(before, now, quote, wide, same)


def _near(before: Row, now: Row, quote: Place, wide: Place, offset: int) -> Candidate | None:
    """What of the quotation and its context stands where they would be if they had been shifted so far."""
    same = _aligned(before, now, wide, _window(now, wide, offset))
    return _candidate(before, now, quote, wide, same) if _may_be_one(before, now, quote, same) else None


def _window(now: Row, words: Place, offset: int) -> Place:
    slack = BAND + len(words) // 4
    start = min(max(0, words.start + offset - slack), len(now.keys))
    return Place(start, max(start, min(len(now.keys), words.end + offset + slack)))


def _aligned(before: Row, now: Row, here: Place, there: Place) -> dict[int, int]:
    aligned = align(before.keys[here.start : here.end], now.keys[there.start : there.end])
    return {here.start + word: there.start + at for word, at in enumerate(aligned) if at is not None}


def _candidate(before: Row, now: Row, quote: Place, wide: Place, same: Mapping[int, int]) -> Candidate:
    return Candidate(
        follow(before, now, quote, same), _context(before, quote, wide, same), _is_held(before, now, quote, wide, same)
    )


def _apart(quote: Place, offsets: Iterable[int]) -> list[int]:
    """The shifts, of a long quotation without those whose window is nearly that of one before."""
    chosen: list[int] = []
    for offset in offsets:
        if len(quote) < LONG or all(abs(offset - other) > len(quote) // 8 for other in chosen):
            chosen.append(offset)
    return chosen


def _offsets(before: Row, now: Row, quote: Place, wide: Place, most: int) -> list[int]:
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
        left = most if len(quote) < LONG else 1
        for band in sorted(tally, key=lambda band: (-tally[band], band)):
            if left and not any(abs(band - other) <= 1 for other in chosen):
                chosen.append(band)
                left -= 1
    return [band * BAND for band in chosen]


def _context(before: Row, quote: Place, wide: Place, same: Mapping[int, int]) -> float:
    """The share of the context that stands there too; near words count more."""
    there = total = 0.0
    for word in (*range(wide.start, quote.start), *range(quote.end, wide.end)):
        distance = quote.start - word if word < quote.start else word - quote.end + 1
        weight = before.weights[word] * (1 - distance / (2 * CONTEXT))
        total += weight
        there += weight if word in same else 0.0
    return there / total if total else 1.0


def _is_held(before: Row, now: Row, quote: Place, wide: Place, same: Mapping[int, int]) -> bool:
    """Whether the quotation stands between the words that it stood between.

    A passage holds its beginning and its end by itself, if there is something of it on the other side.
    """
    left = range(max(wide.start, quote.start - CLOSE), quote.start)
    right = range(quote.end, min(wide.end, quote.end + CLOSE))
    inside = [same[word] for word in range(quote.start, quote.end) if word in same]
    if not inside:
        return False
    home, first, last = before.home(quote.start), min(inside), max(inside)
    slack = len(quote) + CLOSE
    stands_left = [word for word in left if first - slack <= same.get(word, -1) < first]
    stands_right = [word for word in right if last < same.get(word, -1) <= last + slack]
    held_left = 2 * _weigh(before, stands_left) >= _weigh(before, left)
    held_right = 2 * _weigh(before, stands_right) >= _weigh(before, right)
    begins = quote.start == home.start and first - now.home(first).start <= slack
    ends = quote.end == before.home(quote.end - 1).end and now.home(last).end - last <= slack
    return (held_left and held_right) or (begins and not ends and held_right) or (ends and not begins and held_left)


def _weigh(row: Row, words: Iterable[int]) -> float:
    return sum(row.weights[word] for word in words)
