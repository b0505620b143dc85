"""Matchers over Whoosh's postings: what is wanted of one segment of the index, document by document, until the time is up.

Whoosh's own phrase matcher cannot be stopped while it compares places, and its `AndNot` can let the first match through.
"""

import time
from collections.abc import Callable, Sequence

from whoosh.matching import (
    ArrayUnionMatcher,
    IntersectionMatcher,
    ListMatcher,
    Matcher,
    NullMatcher,
    UnionMatcher,
    WrappingMatcher,
)
from whoosh.scoring import WeightingModel
from whoosh.searching import Searcher
from whoosh.util import make_binary_tree

from reading_room.index.places import close_by, in_a_row

FEW = 10
"""Terms that are united pair by pair, document by document; more are read into an array of scores, which is then faster."""
BETWEEN_LOOKS = 256
"""Documents that are passed between two looks at the clock, where each costs little."""

Accept = Callable[[int], bool]


class Clock:
    """Says when the time allowed for a search is up. `tick` is asked often and looks rarely."""

    def __init__(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds
        self._until_look = BETWEEN_LOOKS
        self.is_up = False

    def tick(self, cost: int = 1) -> bool:
        """Whether the time is up, after work that cost as much as so many documents."""
        self._until_look -= cost
        if self._until_look <= 0:
            self._until_look = BETWEEN_LOOKS
            self.is_up = self.is_up or time.monotonic() >= self._deadline
        return self.is_up


class Checked(WrappingMatcher):  # type: ignore[misc]  # Whoosh has no types
    """The documents of another matcher that `accept` lets pass."""

    def __init__(self, child: Matcher, accept: Accept, clock: Clock, cost: int = 1) -> None:
        super().__init__(child)
        self._accept, self._clock, self._cost = accept, clock, cost
        self._stopped = False
        self._find()

    def _find(self) -> None:
        child, accept, clock, cost = self.child, self._accept, self._clock, self._cost
        while child.is_active() and not accept(child.id()):
            if clock.tick(cost):
                self._stopped = True
                return
            child.next()

    def is_active(self) -> bool:
        return not self._stopped and self.child.is_active()

    def next(self) -> None:
        self.child.next()
        self._find()

    def skip_to(self, id: int) -> None:  # noqa: A002  # Whoosh's name for it
        if self.child.id() < id:
            self.child.skip_to(id)
            self._find()

    def replace(self, minquality: float = 0) -> Matcher:
        return self

    def supports_block_quality(self) -> bool:
        return False


def term(searcher: Searcher, field: str, text: str, scoring: WeightingModel) -> Matcher | None:
    """The postings of a term in one segment, if it has any."""
    encoded = text.encode()
    return searcher.postings(field, encoded, scoring) if (field, encoded) in searcher.reader() else None


def one_of(matchers: Sequence[Matcher], documents: int) -> Matcher:
    """The documents of any of the matchers; the scores of each are added. `documents` is how many the segment has."""
    active = [matcher for matcher in matchers if matcher.is_active()]
    if len(active) > FEW:
        return ArrayUnionMatcher(active, documents)
    return make_binary_tree(UnionMatcher, active) if active else NullMatcher()


def all_of(matchers: Sequence[Matcher]) -> Matcher:
    """The documents that all matchers have, the rarest asked first."""
    if not all(matcher.is_active() for matcher in matchers):
        return NullMatcher()
    return make_binary_tree(IntersectionMatcher, list(matchers))


def placed(slots: Sequence[Sequence[Matcher]], between: int | None, clock: Clock) -> Matcher:
    """The documents in which the words of all slots stand in a row, or with so many others `between` them.

    A slot has the postings of each term that may stand there.
    """
    together = all_of([make_binary_tree(UnionMatcher, list(leaves)) if leaves else NullMatcher() for leaves in slots])

    def accept(document: int) -> bool:
        places = []
        for leaves in slots:
            here = [leaf.value_as("positions") for leaf in leaves if leaf.is_active() and leaf.id() == document]
            places.append(here[0] if len(here) == 1 else {place for found in here for place in found})
        return bool(in_a_row(places)) if between is None else next(close_by(places, between), None) is not None

    return Checked(together, accept, clock, cost=64)


def boosted(matcher: Matcher, boost: float) -> Matcher:
    return WrappingMatcher(matcher, boost=boost)


def documents(numbers: list[int]) -> Matcher:
    """These documents, whatever they say."""
    return ListMatcher(numbers, all_weights=1.0) if numbers else NullMatcher()
