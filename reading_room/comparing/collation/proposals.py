"""What the machine proposes for the empty cells of the keeper's rows: sentences that are likely the same as words that stand there.

A cell that somebody looked for in vain (`checked_absent`) stays empty, and so does one of an account that was published before the
event or has another's text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reading_room.comparing.collation.account_sentences import AccountSentence, overlapping
from reading_room.comparing.collation.clustering import SURENESS
from reading_room.comparing.collation.common_days import one_occasion
from reading_room.comparing.collation.desk import Desk
from reading_room.model.alignment import Said, SentencePair
from reading_room.model.collation import CollatedCell, CollatedRow

MOST = 2
"""Sentences for one cell."""
LEAST_SURE = SURENESS["likely the same point"]
NEARLY_WHOLE = 0.8
"""The share of a sentence that the keeper must have placed, so that its row is about all that it says."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """That a sentence could stand in a row, since it is paired with one that the keeper placed there."""

    pair: SentencePair
    row: int
    said: Said


def propose(
    rows: Sequence[CollatedRow], desk: Desk, free: Mapping[Said, AccountSentence]
) -> tuple[list[CollatedRow], frozenset[Said]]:
    """The rows with what is proposed, and the sentences that it takes; each is proposed for one row, where it is surest."""
    places = {version.article.slug: place for place, version in enumerate(desk.accounts)}
    chosen: dict[tuple[int, int], list[_Offer]] = {}
    taken: set[Said] = set()
    for offer in _offers(rows, desk, free):
        place = places[offer.said.article]
        there = chosen.setdefault((offer.row, place), [])
        if offer.said not in taken and len(there) < MOST and _is_open(rows[offer.row], place, offer.said, desk):
            there.append(offer)
            taken.add(offer.said)
    filled = list(rows)
    for (number, place), offers in chosen.items():
        if offers:
            cells = list(filled[number].cells)
            in_order = sorted(offers, key=lambda offer: desk.told[offer.said].order)
            cells[place] = CollatedCell(
                tuple(
                    desk.words(desk.told[offer.said], "machine", offer.pair.confidence, offer.pair.likeness)
                    for offer in in_order
                )
            )
            filled[number] = desk.with_figures(replace(filled[number], cells=tuple(cells)))
    return filled, frozenset(taken)


def _offers(rows: Sequence[CollatedRow], desk: Desk, free: Mapping[Said, AccountSentence]) -> list[_Offer]:
    """The surest first."""
    offers = [
        _Offer(pair, row, offered)
        for pair in desk.pairs
        if SURENESS[pair.likeness] >= LEAST_SURE
        for kept, offered in ((pair.left, pair.right), (pair.right, pair.left))
        if offered in free and kept in desk.told and one_occasion((desk.told[kept].when, free[offered].when))
        if (row := _answering(rows, desk, kept)) is not None
    ]
    return sorted(offers, key=lambda one: (-SURENESS[one.pair.likeness], -one.pair.confidence, one.row, one.said))


def _answering(rows: Sequence[CollatedRow], desk: Desk, said: Said) -> int | None:
    """The one row in which the keeper placed a sentence, nearly whole.

    Of a part of it, or of one that answers two questions, nobody can tell to which of them the other sentence is the same.
    """
    place = [version.article.slug for version in desk.accounts].index(said.article)
    standing = [
        (number, words.span)
        for number, row in enumerate(rows)
        for words in row.cells[place].words
        if words.passage.id == said.passage and overlapping([words.span], said.span)
    ]
    if len(standing) != 1:
        return None
    (number, span), whole = standing[0], said.span
    covered = min(span.end, whole.end) - max(span.start, whole.start)
    return number if covered >= NEARLY_WHOLE * (whole.end - whole.start) else None


def _is_open(row: CollatedRow, place: int, said: Said, desk: Desk) -> bool:
    """Whether the cell may be filled with this sentence beside all that stands in the row."""
    cell = row.cells[place]
    if cell.words or cell.empty in ("checked", "earlier", "same-text"):
        return False
    beside = (
        telling.said
        for version, its in zip(desk.accounts, row.cells, strict=True)
        for words in its.words
        for telling in desk.within(version.article.slug, words)
    )
    return not any(desk.is_apart(said, other) for other in beside)
