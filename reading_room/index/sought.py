"""What the terms of a query are in the index: words to be found at one place, in a row, or near each other.

A query has no language, so each of its words is cut as the languages of the room's articles cut it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reading_room.index.analysis import Token, lower, words
from reading_room.index.stemming import stems_in
from reading_room.model.query import Exact, Fuzzy, Near, Phrase, Prefix, Word
from reading_room.model.query.clauses import Term

LONGEST_PASTED = 64
"""Words that a single word may come to (an address, a sentence without spaces); the rest of it is not looked for."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One word: one of these terms, or what begins with `begins`, or what differs from `like` by so many `edits`."""

    terms: frozenset[str] = frozenset()
    begins: str = ""
    like: str = ""
    edits: int = 0

    def fits(self, form: str) -> bool:
        return (
            form in self.terms
            or bool(self.begins and form.startswith(self.begins))
            or bool(self.like and within(form, self.like, self.edits))
        )


@dataclass(frozen=True, slots=True)
class Sought:
    """Words in a row; with `between`, in any order with so many others among them. By their `forms`, or else by their stems."""

    slots: tuple[Slot, ...]
    forms: bool = False
    between: int | None = None

    def stands(self, slot: Slot, token: Token) -> bool:
        return slot.fits(token.form) if self.forms else not slot.terms.isdisjoint(token.stems)


def sought(term: Term, languages: frozenset[str]) -> Sought | None:
    """What to look for; None where the term has no word that the index could have."""
    match term:
        case Word(text):
            return _row(by_stem(text, languages))
        case Exact(text) | Phrase(text):
            return _row(_by_form(text), forms=True)
        case Near(text, distance):
            return _row(dict.fromkeys(by_stem(text, languages)), between=distance)
        case Prefix(text):
            slots = _by_form(text)
            begins = next(iter(slots[-1].terms)) if slots else ""
            return _row((*slots[:-1], Slot(begins=begins)), forms=True) if begins else None
        case Fuzzy(text, edits):
            slots = _by_form(text)
            if len(slots) != 1:
                return _row(slots, forms=True)
            (form,) = slots[0].terms
            return _row((Slot(frozenset({form}), like=form, edits=edits),), forms=True)


def by_stem(text: str, languages: frozenset[str]) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            stems_in(lower(text[token.start : token.end][:64]), languages)
            if not token.form[0].isdigit()
            else frozenset({token.form})
        )
        for token in _tokens(text)
    )


def _by_form(text: str) -> tuple[Slot, ...]:
    return tuple(Slot(frozenset({token.form})) for token in _tokens(text))


def _tokens(text: str) -> list[Token]:
    return list(islice(words(text), LONGEST_PASTED))


def _row(slots: Iterable[Slot], *, forms: bool = False, between: int | None = None) -> Sought | None:
    slots = tuple(slots)
    return Sought(slots, forms, between if len(slots) > 1 else None) if slots else None


@lru_cache(maxsize=100_000)
def within(form: str, like: str, edits: int) -> bool:
    """Whether so many letters left out, added or changed make one word of the other."""
    if abs(len(form) - len(like)) > edits:
        return False
    row = list(range(len(like) + 1))
    for n, letter in enumerate(form, start=1):
        before, row = row, [n]
        for m, other in enumerate(like, start=1):
            row.append(min(before[m] + 1, row[m - 1] + 1, before[m - 1] + (letter != other)))
        if min(row) > edits:
            return False
    return row[-1] <= edits
