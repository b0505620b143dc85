"""From the clauses of a query to what is wanted of the index.

What is asked of articles (outlet, date, title) narrows the words beside it; alone it stands for the opening passages of these
articles.
"""

from collections.abc import Callable, Sequence
from functools import reduce

from reading_room.index.known import Known, Numbers
from reading_room.index.naming import Named, Naming
from reading_room.index.sought import Sought, sought
from reading_room.index.wanted import (
    ByOtherName,
    Mentioning,
    OfArticles,
    OfPassages,
    OneOf,
    Openings,
    Part,
    SaidBy,
    Wanted,
)
from reading_room.model.query import Address, All, Any, Clause, Field, Mentions, Not, Speaker, Title, Word

UNNAMED = Naming((), frozenset())
"""Knows no names."""


class Planner:
    """Plans the searches of one generation. `everything` are the numbers of all articles."""

    def __init__(self, known: Known, naming: Naming, languages: frozenset[str], everything: Numbers) -> None:
        self.known, self.naming, self.languages, self.everything = known, naming, languages, everything

    def plan(self, clause: Clause, titled: Callable[[Sought], Numbers]) -> "Plan":
        """`titled` finds the articles that have something in their title."""
        return Plan(self, clause, titled)


class Plan:
    """What one query wants; None where nothing of it can be looked for. `named` has its names, `speakers` those of who should
    say it, `notices` what should be said, and `read_in_sentences` what should be said where the index has nothing of that at all.
    """

    def __init__(self, planner: Planner, clause: Clause, titled: Callable[[Sought], Numbers]) -> None:
        self._known, self._languages, self._everything = planner.known, planner.languages, planner.everything
        self._titled = titled
        self.named: dict[Named, None] = {}
        self.speakers: dict[Named, None] = {}
        self.read_in_sentences: dict[SaidBy | Mentioning, str] = {}
        self.notices: dict[str, None] = {}
        self.wanted = _of_passages(self._wanted(clause, planner.naming))

    def _wanted(self, clause: Clause | Named, naming: Naming) -> Wanted | None:
        match clause:
            case All(clauses):
                return self._all(clauses, naming)
            case Any(clauses):
                return self._any(clauses, naming)
            case Named():
                return self._named_in_titles(clause) if clause.in_titles else self._named(clause)
            case Not():
                return None
            case Field():
                numbers = self._known.articles(clause)
                if not numbers:
                    self.notices[f"Nothing in this room is “{clause.name}:{clause.value}”."] = None
                return OfArticles(numbers)
            case Title(term):
                (part,) = naming.parts((clause,))
                if isinstance(part, Named):
                    return self._named_in_titles(part)
                one = sought(term, self._languages)
                return OfArticles(self._titled(one) if one else frozenset())
            case Speaker(name):
                return self._speaker(name, naming)
            case Mentions(days):
                mentioning = Mentioning(days)
                self.read_in_sentences[mentioning] = f"No sentence in this room speaks of {days}."
                return mentioning
            case Address(text):
                numbers = self._known.at(text)
                return OfArticles(numbers) if numbers else sought(Word(text), self._languages)
            case Word():
                (part,) = naming.parts((clause,))
                return self._named(part) if isinstance(part, Named) else sought(clause, self._languages)
            case _:
                return sought(clause, self._languages)

    def _left_out(self, clause: Clause) -> Wanted | None:
        """What is left out is left out under the name that was typed alone: “Palmyra -Tadmur” is not nothing."""
        return self._wanted(clause, UNNAMED)

    def _all(self, clauses: Sequence[Clause], naming: Naming) -> Wanted | None:
        parts: list[Part] = []
        unless: list[Part] = []
        among: Numbers | None = None
        for clause in naming.parts(clauses):
            found = self._left_out(clause.clause) if isinstance(clause, Not) else self._wanted(clause, naming)
            if isinstance(found, OfArticles):
                others = self._everything if among is None else among
                among = others - found.numbers if isinstance(clause, Not) else others & found.numbers
            elif found is not None:
                (unless if isinstance(clause, Not) else parts).append(found)
        if not parts:
            if among is None:
                return None
            if not unless:
                return OfArticles(among)
            return OfPassages((Openings(among),), tuple(unless))
        return OfPassages(tuple(parts), tuple(unless), among)

    def _any(self, clauses: Sequence[Clause], naming: Naming) -> Wanted | None:
        found = [one for clause in clauses if (one := self._wanted(clause, naming)) is not None]
        if all(isinstance(one, OfArticles) for one in found):
            return OfArticles(
                reduce(frozenset.union, (one.numbers for one in found if isinstance(one, OfArticles)), frozenset())
            )
        if all(isinstance(one, SaidBy) for one in found):
            return SaidBy(tuple(name for one in found if isinstance(one, SaidBy) for name in one.names))
        return OneOf(tuple(Openings(one.numbers) if isinstance(one, OfArticles) else one for one in found))

    def _speaker(self, name: str, naming: Naming) -> Part | None:
        """Under all names, where the whole of it is a name that the room knows."""
        own = sought(Word(name), self._languages)
        if own is None:
            return None
        names: tuple[Sought | ByOtherName, ...] = (own,)
        if named := naming.of_speaker(name):
            self.speakers[named] = None
            names = (own, *(ByOtherName(other.sought) for other in named.others))
        self.read_in_sentences[part := SaidBy(names)] = f"No text in this room gives words as those of “{name}”."
        return part

    def _named(self, named: Named) -> Part | None:
        """The words as they were typed, or one of the other names."""
        own = [one for word in named.words if (one := sought(word, self._languages)) is not None]
        if not own:
            return None
        self.named[named] = None
        typed: Part = own[0] if len(own) == 1 else OfPassages(tuple(own))
        return OneOf((typed, *(ByOtherName(name.sought) for name in named.others)))

    def _named_in_titles(self, named: Named) -> OfArticles:
        """The articles whose titles have all words that were typed, or one of the other names."""
        own = [self._titled(one) for word in named.words if (one := sought(word, self._languages)) is not None]
        if own:
            self.named[named] = None
        typed = frozenset.intersection(*own) if own else frozenset[int]()
        return OfArticles(typed.union(*(self._titled(name.sought) for name in named.others)))


def _of_passages(wanted: Wanted | None) -> OfPassages | None:
    match wanted:
        case None | OfPassages():
            return wanted
        case OfArticles(numbers):
            return OfPassages((Openings(numbers),))
        case part:
            return OfPassages((part,))
