"""Which sentences of two accounts speak of the same: pairs of them, each with how sure it is."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.results import Span

Likeness = Literal["same passage quoted", "likely the same point", "possibly related"]
"""The three words that a reader is given for a confidence, from bins whose share of right pairs was measured."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A sentence of an article: the slug, the number of the passage, and where in its text it stands."""

    article: str
    passage: str
    span: Span


@dataclass(frozen=True, slots=True)
class SentencePair:
    """That two sentences of different articles state the same on the same occasion, with that probability.

    The article with the lesser slug is on the left, whatever order the accounts were given in.
    """

    left: Said
    right: Said
    confidence: float
    likeness: Likeness | None
    """None below what is shown."""
