"""What a query wants of the index: passages that have words, and articles of which something is known."""

from dataclasses import dataclass

from reading_room.index.known import Numbers
from reading_room.index.sought import Sought


@dataclass(frozen=True, slots=True)
class OfArticles:
    """What is wanted are articles, whatever their passages say."""

    numbers: Numbers


@dataclass(frozen=True, slots=True)
class OfPassages:
    """Passages that have all of the `parts` and none of what is `unless`; of these articles alone, if they are given."""

    parts: tuple["Part", ...]
    unless: tuple["Part", ...] = ()
    among: Numbers | None = None

    @property
    def speakers(self) -> tuple["SaidBy", ...]:
        return tuple(part for part in self.parts if isinstance(part, SaidBy))


@dataclass(frozen=True, slots=True)
class OneOf:
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Openings:
    """The first passages of articles."""

    numbers: Numbers


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Words that are given as those of a speaker with one of these names. What is wanted with them stands in these words."""

    names: tuple["Sought | ByOtherName", ...]


@dataclass(frozen=True, slots=True)
class Mentioning:
    """A sentence that speaks of these days."""

    days: str


@dataclass(frozen=True, slots=True)
class ByOtherName:
    """What is called otherwise than it was typed counts, but less."""

    sought: Sought


Part = Sought | ByOtherName | SaidBy | Mentioning | OfPassages | OneOf | Openings
Wanted = Part | OfArticles
