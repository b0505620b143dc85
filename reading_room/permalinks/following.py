"""From the words that stand in both versions to the place that a quotation has in the newer one."""

from collections.abc import Mapping
from dataclasses import dataclass

from reading_room.permalinks.rows import Place, Row, merged

FAR = 40
"""Words that may have come in between two words of a quotation; more of them part it into two places."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a quotation's words stand now, and the share of it that is still there."""

    places: tuple[Place, ...]
    share: float
    """Of its words, where rare ones count more."""
    words: int
    """How many of them."""


def follow(before: Row, now: Row, quote: Place, same: Mapping[int, int]) -> Followed:
    """Where the quotation stands, given which words of the older row are which of the newer; neighbours may be among them."""
    standing = [word for word in range(quote.start, quote.end) if word in same]
    if not standing:
        return Followed((), 0.0, 0)
    weights = before.weights
    share = sum(weights[word] for word in standing) / sum(weights[quote.start : quote.end])
    places = [Place(same[standing[0]], same[standing[0]] + 1)]
    for word in standing[1:]:
        at, open_place = same[word], places[-1]
        if open_place.end <= at <= open_place.end + FAR:
            places[-1] = Place(open_place.start, at + 1)
        else:
            places.append(Place(at, at + 1))
    first, last = standing[0], standing[-1]
    begins = quote.start == before.home(quote.start).start
    ends = quote.end == before.home(quote.end - 1).end
    left = same.get(quote.start - 1, now.home(same[first]).start - 1 if begins else None)
    right = same.get(quote.end, now.home(same[last]).end if ends else None)
    places[0] = Place(places[0].start - _replaced(left, same[first], first - quote.start), places[0].end)
    places[-1] = Place(places[-1].start, places[-1].end + _replaced(same[last], right, quote.end - 1 - last))
    return Followed(tuple(merged(places)), share, len(standing))


def _replaced(left: int | None, right: int | None, lost: int) -> int:
    """How many words took the place of the `lost` ones at an edge of the quotation, between two that stand."""
    if left is None or right is None:
        return 0
    between = right - left - 1
    return between if lost and 0 <= between <= 2 * lost + 1 else 0
