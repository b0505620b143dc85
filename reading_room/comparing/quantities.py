"""Finds how many of what a sentence speaks of."""

from reading_room.model.analysis import Quantity
from reading_room.model.results import Span


def quantities(text: str, sentence: Span, language: str) -> tuple[Quantity, ...]:
    """The quantities in a sentence of a text, in its order."""
    return ()
