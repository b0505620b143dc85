"""What in a text must not change unseen: a figure, a name or a negation, with what it comes to in whatever way it is written."""

from dataclasses import dataclass

from reading_room.model.resolution import PointedKind
from reading_room.model.results import Span


@dataclass(frozen=True, slots=True)
class Term:
    """Code points of a text. Two terms of a kind say the same if their `worth` is the same: `250` is “two hundred and fifty”."""

    kind: PointedKind
    span: Span
    worth: str
    weak: bool = False
    """Whether the word is a term only beside another one: “one” is a figure where it became “two”, “second” where “third”."""
