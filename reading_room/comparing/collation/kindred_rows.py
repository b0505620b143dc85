"""Questions of the keeper's that are often answered with the same words: who answers one of them may answer the other."""

from collections.abc import Mapping
from functools import lru_cache

from reading_room.comparing.collation.answer_words import told_words
from reading_room.model.event import Event, Row

OFTEN = 0.25
"""The share of the accounts with an answer to a question from which another is said to be answered with its words."""
FEWEST = 2
"""Accounts that must do so."""
MOSTLY = 0.7
"""The share of the words of the shorter quotation that the other must have, for both to be of the same words."""


def kindred(event: Event, row: str, article: str) -> str | None:
    """The row that this article has words in, and in which others have words that they have in `row` too: the nearest; None if
    there is none."""
    ties = _ties(event)
    answering = {one.id: {cell.article for cell in one.cells} for one in event.rows}
    near = [
        (len(tied - {article}) / len(others), -number, one.id)
        for number, one in enumerate(event.rows)
        if article in answering[one.id]
        and (tied := ties.get((row, one.id)))
        and (others := answering[one.id] - {article})
        and len(tied - {article}) >= FEWEST
    ]
    share, _, nearest = max(near, default=(0.0, 0, None))
    return nearest if share >= OFTEN else None


@lru_cache(maxsize=64)
def _ties(event: Event) -> Mapping[tuple[str, str], frozenset[str]]:
    """For each two rows the articles that have the same words in both."""
    return {
        (one.id, other.id): tied
        for one in event.rows
        for other in event.rows
        if one is not other and (tied := _in_both(one, other))
    }


def _in_both(one: Row, other: Row) -> frozenset[str]:
    return frozenset(
        cell.article
        for cell in one.cells
        if any(cell.article == its.article and _is_same(cell.quote.exact, its.quote.exact) for its in other.cells)
    )


def _is_same(one: str, other: str) -> bool:
    words = told_words(one), told_words(other)
    shorter = min(map(len, words))
    return shorter > 0 and len(words[0] & words[1]) >= MOSTLY * shorter
