"""What else to ask where a question finds nothing, or next to nothing.

Every offer was itself asked, so that it says truly how much it finds, and finds something. It keeps all of the question but what it
changes, and never takes the place of what was asked.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, Protocol

from reading_room.model.query import (
    All,
    Any,
    Clause,
    Exact,
    Field,
    Mentions,
    Not,
    Phrase,
    SearchQuery,
    Speaker,
    Title,
    Word,
    parse,
    respelled,
    unparse,
)
from reading_room.model.query.clauses import Plain, asks, both, either
from reading_room.model.respelling import Respelling
from reading_room.model.results import ResultsPage

OfferKind = Literal[
    "spelling", "without-choice", "without-quotation-marks", "any-form", "without-part", "any-word", "whole-room"
]

SHARE = 0.2
"""Of the time that a search may take, what finding offers may take beside it."""
MOST_MEANT = 3
MOST_WIDER = 4
MOST_BESIDE_MEANT = 2
MOST_ASKED = 16
"""Wider questions that are asked at the most, to offer a few."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A question and how many passages in how many articles it finds.

    `changed` is what it leaves out: a part of the query as it would be typed, or the parameter of a choice.
    """

    kind: OfferKind
    changed: str
    query: SearchQuery
    passages: int
    articles: int


@dataclass(frozen=True, slots=True)
class Offers:
    """What may have been meant, the likeliest first; and what else would find something, the nearest to the question first."""

    meant: tuple[Offer, ...] = ()
    wider: tuple[Offer, ...] = ()


_CHANGE_LITTLE = ("without-choice", "without-quotation-marks", "any-form")
_CHANGE_MUCH = ("any-word", "whole-room")

Candidate = tuple[OfferKind, str, SearchQuery]


class Asked(Protocol):
    """The index as far as offers need it."""

    seconds: float

    def search(self, query: SearchQuery, seconds: float | None = None) -> ResultsPage: ...

    def respellings(self, query: SearchQuery, seconds: float) -> tuple[Respelling, ...]: ...


def offers(index: Asked, query: SearchQuery, results: ResultsPage) -> Offers:
    """None for a question whose own answer is not whole, since nobody knows then what it finds."""
    if not (results.complete and query.wanted):
        return Offers()
    asking = _Asking(index)
    respellings = index.respellings(query, asking.left)
    meant = tuple(islice(_each_once(asking.found(_meant(query, respellings), results.total)), MOST_MEANT))
    if results.total:
        return Offers(meant)
    wider = asking.found(islice(_wider(query), MOST_ASKED), 0)
    return Offers(meant, _best(wider, MOST_BESIDE_MEANT if meant else MOST_WIDER))


class _Asking:
    """Asks the index until the time is up."""

    def __init__(self, index: Asked) -> None:
        self._index = index
        self._until = time.monotonic() + SHARE * index.seconds

    @property
    def left(self) -> float:
        return max(0.0, self._until - time.monotonic())

    def found(self, candidates: Iterable[Candidate], more_than: int) -> Iterator[Offer]:
        """The candidates that find more passages than so many, and whose words would be read as they are meant."""
        for kind, changed, query in candidates:
            if not self.left:
                return
            if parse(query.text).clause != query.clause:
                continue
            page = self._index.search(replace(query, page=1, per_page=1, per_article=1, counted=False), self.left)
            if page.complete and page.total > more_than:
                yield Offer(kind, changed, query, page.total, page.articles)


def _each_once(found: Iterable[Offer]) -> Iterator[Offer]:
    """Without those that find just as much as one before them: these have the same word in another form."""
    seen = set()
    for offer in found:
        if (much := (offer.passages, offer.articles)) not in seen:
            seen.add(much)
            yield offer


def _best(found: Iterable[Offer], most: int) -> tuple[Offer, ...]:
    """In their order, of parts that could be left out first what finds most; any word only where that finds more."""
    offers = list(found)
    parts = sorted((one for one in offers if one.kind == "without-part"), key=lambda one: -one.passages)
    enough = max((one.passages for one in parts), default=0)
    first = [one for one in offers if one.kind in _CHANGE_LITTLE]
    last = [one for one in offers if one.kind in _CHANGE_MUCH and one.passages > enough]
    return (*first, *parts, *last)[:most]


def _meant(query: SearchQuery, respellings: tuple[Respelling, ...]) -> Iterator[Candidate]:
    """All parts in their likeliest spelling, then each of the others in one place."""
    if not respellings or query.clause is None:
        return
    likeliest: dict[Plain, Clause] = {one.part: one.instead[0] for one in respellings}
    seen = set()
    for spellings in (
        likeliest,
        *(likeliest | {one.part: other} for one in respellings for other in one.instead[1:]),
    ):
        clause = respelled(query.clause, spellings)
        if clause not in seen:
            seen.add(clause)
            yield "spelling", "", _retyped(query, clause)


def _wider(query: SearchQuery) -> Iterator[Candidate]:
    """Questions that ask for less, those that change least first."""
    clause = query.clause
    choices = [name for name, values in query.chosen.items() if values]
    for name in choices:
        yield "without-choice", name, query.choosing(name, ())
    if query.first or query.last:
        yield "without-choice", "dates", replace(query, first=None, last=None, page=1)
    if query.article:
        yield "without-choice", "article", replace(query, article=None, page=1)
    if clause is None:
        return
    if (loose := _loosened(clause, Phrase)) != clause:
        yield "without-quotation-marks", "", _retyped(query, loose)
    if (loose := _loosened(clause, Exact)) != clause:
        yield "any-form", "", _retyped(query, loose)
    parts = clause.clauses if isinstance(clause, All) else ()
    for part in parts:
        rest = both(one for one in parts if one is not part)
        if rest and _asks_for_words(rest):
            yield "without-part", unparse(part), _retyped(query, rest)
    loose = _loosened(clause, Phrase)
    parts = loose.clauses if isinstance(loose, All) else ()
    wanted = [part for part in parts if _asks_for_words(part) and not isinstance(part, Speaker | Mentions)]
    if len(wanted) > 1 and (any_of := either(wanted)):
        others = [part for part in parts if part not in wanted]
        yield "any-word", "", _retyped(query, both([any_of, *others]) or any_of)
    if sum((len(choices), bool(query.first or query.last), bool(query.article))) > 1:
        yield "whole-room", "", SearchQuery(query.text, clause, sort=query.sort)


def _asks_for_words(clause: Clause) -> bool:
    """Whether more is wanted than articles of which something is known."""
    parts = clause.clauses if isinstance(clause, All) else (clause,)
    return any(asks(part) and not isinstance(part, Field) for part in parts)


def _retyped(query: SearchQuery, clause: Clause) -> SearchQuery:
    return replace(query, text=unparse(clause), clause=clause, notices=(), page=1)


def _loosened(clause: Clause, kind: type[Phrase] | type[Exact]) -> Clause:
    """The clause with the words of phrases each for itself, or words of one spelling in any of their forms."""
    match clause:
        case All(clauses):
            return both(_loosened(one, kind) for one in clauses) or clause
        case Any(clauses):
            return either(_loosened(one, kind) for one in clauses) or clause
        case Not():
            return clause
        case Title(term) if isinstance(term, kind):
            return both(Title(Word(word)) for word in term.text.split()) or clause
        case Phrase(text) | Exact(text) if isinstance(clause, kind):
            return both(map(Word, text.split())) or clause
        case _:
            return clause
