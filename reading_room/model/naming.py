"""What accounts call the same party, place or act, each in its own words, with the places where it does."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.results import Span

NamedKind = Literal["party", "place", "act", "person", "group", "organisation"]

ARTICLES = frozenset(("the", "a", "an", "l", "le", "la", "les", "der", "die", "das", "el", "o", "os", "as"))
"""Words before a name that are no part of it: “the fire” and “fire” are one name, written in two ways."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a name stands, by the number of its passage."""

    passage: str
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A name as an account has it most often, and all places where it has it, in the order of the text."""

    text: str
    occurrences: tuple[Occurrence, ...]
    noted: bool = False
    """Whether the keeper gives this name for this account."""

    @property
    def count(self) -> int:
        return len(self.occurrences)

    @property
    def plain(self) -> str:
        """The same for all ways of writing a name: with a capital or without, with its article or without."""
        first, _, rest = self.text.casefold().partition(" ")
        return rest if rest and first in ARTICLES else f"{first} {rest}".rstrip()


@dataclass(frozen=True, slots=True)
class AccountNames:
    """What one account calls it, the most frequent first; nothing where it calls it by none of the names that are known."""

    article: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """One party, place or act, under its plainest name, and what each account calls it, in the order that was asked for."""

    kind: NamedKind
    name: str
    accounts: tuple[AccountNames, ...]

    @property
    def differs(self) -> bool:
        """Whether any two accounts, or one account in two places, use different names."""
        return len({term.plain for one in self.accounts for term in one.terms}) > 1
