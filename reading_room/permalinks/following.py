"""From the words that stand in both versions to the place that a quotation has in the newer one."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from reading_room.model.word_alignment import align
from reading_room.permalinks.rows import Place, Row, merged

FAR = 20
"""Words that may have come in between two words of a quotation; more of them part it into two places."""
ALONE = 0.8
"""Share of a quotation from one passage that stands in one passage now, from which it is not put together from two."""
CLOSE = 3
"""Words beside a piece that stand beside it still: then it is not astray."""
PARTED = 1.2
"""Shares of it that several passages have each by itself, taken together, up to which it was parted over them."""
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
    pieces = _pieces(now, same, [word for word in range(quote.start, quote.end) if word in same])
    same, pieces = _settled(before, now, *_in_one_passage(before, now, quote, same, pieces))
    pieces = _without_strays(weights, same, pieces)
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
    lost = {before.keys[word] for word in range(quote.start, quote.end) if word not in same}
    came_before, came_behind = _between(now, left, same[first]), _between(now, same[last], right)
    places[0] = Place(places[0].start - _replaced(came_before, first - quote.start, lost), places[0].end)
    places[-1] = Place(places[-1].start, places[-1].end + _replaced(came_behind, quote.end - 1 - last, lost))
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
    beside = [_goes_on(same, piece[0], -1) or _goes_on(same, piece[-1], 1) for piece in pieces]
    return [
        piece
        for piece, own, held, before, after in zip(
            pieces, weight, beside, [False, *joined], [*joined, False], strict=True
        )
        if held or before or after or own == max(weight) or (len(piece) > STRAY_WORDS and own >= STRAY * sum(weight))
    ]


def _goes_on(same: Mapping[int, int], word: int, way: int) -> bool:
    """Whether the next words on one side stand on that side of it still."""
    return all(same.get(word + step * way) == same[word] + step * way for step in range(1, CLOSE + 1))


def _in_one_passage(
    before: Row, now: Row, quote: Place, same: Mapping[int, int], pieces: list[list[int]]
) -> tuple[Mapping[int, int], list[list[int]]]:
    """Of a quotation from one passage that seems to stand in two: the one that has nearly all of it by itself, if one does.

    Of “7 sorties over Homs” and “3 sorties over Hama” nothing is put together that says “7 sorties over Hama”.
    """
    homes = list(dict.fromkeys(now.passage_at(same[piece[0]]) for piece in pieces))
    if len(homes) < 2 or before.passage_at(quote.start) != before.passage_at(quote.end - 1):
        return same, pieces
    said, weights = before.keys[quote.start : quote.end], before.weights[quote.start : quote.end]
    shares = []
    for home in homes:
        own = now.of_passage(home)
        aligned = align(said, now.keys[own.start : own.end])
        share = sum(weight for weight, at in zip(weights, aligned, strict=True) if at is not None) / sum(weights)
        shares.append(
            (share, -home, {quote.start + word: own.start + at for word, at in enumerate(aligned) if at is not None})
        )
    share, _, alone = max(shares, key=lambda one: one[:2])
    parted = sum(one[0] for one in shares) <= PARTED  # the parts of a passage that was split have each their own
    if parted or (share < ALONE and len(alone) < len(said) - 1):
        return same, pieces
    around = {word: at for word, at in same.items() if not quote.start <= word < quote.end}
    return around | alone, _pieces(now, alone, sorted(alone))


def _settled(
    before: Row, now: Row, same: Mapping[int, int], pieces: list[list[int]]
) -> tuple[Mapping[int, int], list[list[int]]]:
    """Words that fit both sides of what came in stay with the rest of their passage.

    Of “…ended. | The council met”, into which “The river rose.” came, the second “The” is the council’s.
    """
    settled = dict(same)
    for at in range(len(pieces) - 1, 0, -1):
        piece, behind = pieces[at - 1], pieces[at]  # those before are as they were, those behind are settled
        fits = 0
        while fits < len(piece) and piece[-1 - fits] == behind[0] - 1 - fits:
            place = settled[behind[0]] - 1 - fits
            if place < now.home(settled[behind[0]]).start or now.keys[place] != before.keys[piece[-1 - fits]]:
                break
            fits += 1
        astray = min(behind[0] - before.home(behind[0]).start, len(piece))
        if 0 < astray <= fits:
            for step in range(1, astray + 1):
                settled[behind[0] - step] = settled[behind[0]] - step
            pieces[at - 1 : at + 1] = [*filter(None, [piece[:-astray]]), piece[-astray:] + behind]
    return settled, pieces


def _between(now: Row, left: int | None, right: int | None) -> list[str]:
    """The words between an edge of the quotation and the word beside it that stands, if both are known."""
    return now.keys[left + 1 : right] if left is not None and right is not None else []


def _replaced(came: Sequence[str], at_edge: int, lost: AbstractSet[str]) -> int:
    """How many words took the place of those lost at an edge; or of those lost elsewhere, if some of them stand there now."""
    lost_there = max(at_edge, len(lost) if not lost.isdisjoint(came) else 0)
    return len(came) if lost_there and len(came) <= 2 * lost_there + 1 else 0
