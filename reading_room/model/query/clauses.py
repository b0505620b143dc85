"""The clauses that a query is made of: words and their kin, what is asked of the article, and how they are joined.

Clauses have one normal form: what is joined has two parts or more, no two alike and none joined in the same way, and what is left
out stands beside something that is wanted. `both`, `either` and `without` make no other.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its grammatical forms and, where it is a name, under its other names."""

    text: str


@dataclass(frozen=True, slots=True)
class Exact:
    """A word as it is spelled, in no other form and under no other name."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins with these letters."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word that is this one but for so many letters, each left out, added or changed."""

    text: str
    edits: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after the other, as they are spelled."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words in any order and in any of their forms, with no more than `distance` others between the first and the last."""

    text: str
    distance: int


Term = Word | Exact | Prefix | Fuzzy | Phrase | Near


@dataclass(frozen=True, slots=True)
class Title:
    """A term that the title has."""

    term: Term


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is known of the article: `outlet` is this, it was published `after` that. `name` is one of `syntax.FIELDS`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that are given as those of somebody whose name has these words, or under another name of theirs."""

    name: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """A sentence that speaks of a time that meets this day, month or year: `2016-03-27`, `2016-03`, `2016`."""

    days: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address that was pasted: the article that was published there, or a text that writes it."""

    text: str


Plain = Term | Title | Field | Speaker | Mentions | Address


@dataclass(frozen=True, slots=True)
class Not:
    clause: "Clause"


@dataclass(frozen=True, slots=True)
class All:
    clauses: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class Any:
    clauses: tuple["Clause", ...]


Clause = Plain | Not | All | Any


def asks(clause: Clause | None) -> bool:
    """Whether it says what is wanted, and not only what is not."""
    match clause:
        case None | Not():
            return False
        case All(clauses):
            return any(map(asks, clauses))
        case _:
            return True


def asks_who_or_when(clause: Clause | None) -> bool:
    """Whether a speaker or days that sentences speak of are wanted."""
    match clause:
        case Speaker() | Mentions():
            return True
        case All(clauses) | Any(clauses):
            return any(map(asks_who_or_when, clauses))
        case _:
            return False


def both(clauses: Iterable[Clause]) -> Clause | None:
    """All of them are wanted."""
    return _joined(All, clauses)


def either(clauses: Iterable[Clause]) -> Clause | None:
    """One of them is enough. Each must ask for something."""
    return _joined(Any, clauses)


def without(clause: Clause) -> Clause:
    """It is to be left out; leaving out what is left out asks for it."""
    return clause.clause if isinstance(clause, Not) else Not(clause)


def _joined(how: type[All] | type[Any], clauses: Iterable[Clause]) -> Clause | None:
    parts: dict[Clause, None] = {}
    for clause in clauses:
        parts.update(dict.fromkeys(clause.clauses if isinstance(clause, how) else (clause,)))
    if len(parts) < 2:
        return next(iter(parts), None)
    return how(tuple(parts))
