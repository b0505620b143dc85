"""From the words that stand in both versions to the place that a quotation has in the newer one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reading_room.permalinks.rows import Place, Row, merged

FAR = 20
"""Words that may have come in between two words of a quotation; more of them part it into two places."""
STRAY_WORDS, STRAY = 2, 0.1
"""So few words, or less than this share of what still stands, are no place of their own."""


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
    weights = before.weights
    pieces = _without_strays(
        weights, same, _pieces(now, same, [word for word in range(quote.start, quote.end) if word in same])
    )
    if not pieces:
        return Followed((), 0.0, 0)
    standing = [word for piece in pieces for word in piece]
    share = sum(weights[word] for word in standing) / sum(weights[quote.start : quote.end])
    places = [Place(same[piece[0]], same[piece[-1]] + 1) for piece in pieces]
    first, last = standing[0], standing[-1]
    begins = quote.start == before.home(quote.start).start
    ends = quote.end == before.home(quote.end - 1).end
    left = same.get(quote.start - 1, now.home(same[first]).start - 1 if begins else None)
    right = same.get(quote.end, now.home(same[last]).end if ends else None)
    places[0] = Place(places[0].start - _replaced(left, same[first], first - quote.start), places[0].end)
    places[-1] = Place(places[-1].start, places[-1].end + _replaced(same[last], right, quote.end - 1 - last))
    return Followed(tuple(merged(places)), share, len(standing))


def _pieces(now: Row, same: Mapping[int, int], standing: Sequence[int]) -> list[list[int]]:
    """The words that still stand, cut where they are in another passage or far from one another."""
    pieces: list[list[int]] = []
    for word in standing:
        last = pieces[-1][-1] if pieces else None
        if (
            last is not None
            and now.passage_at(same[last]) == now.passage_at(same[word])
            and 0 < same[word] - same[last] <= word - last + FAR
        ):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _without_strays(weights: Sequence[float], same: Mapping[int, int], pieces: list[list[int]]) -> list[list[int]]:
    """Without one or two words apart from all others, which stand there by chance. What a new paragraph parted is not apart."""
    if not pieces:
        return []
    weight = [sum(weights[word] for word in piece) for piece in pieces]
    joined = [same[one[-1]] + 1 == same[other[0]] for one, other in pairwise(pieces)]
    return [
        piece
        for piece, own, before, after in zip(pieces, weight, [False, *joined], [*joined, False], strict=True)
        if before or after or own == max(weight) or (len(piece) > STRAY_WORDS and own >= STRAY * sum(weight))
    ]


def _replaced(left: int | None, right: int | None, lost: int) -> int:
    """How many words took the place of the `lost` ones at an edge of the quotation, between two that stand."""
    if left is None or right is None:
        return 0
    between = right - left - 1
    return between if lost and 0 <= between <= 2 * lost + 1 else 0
