"""The first witness: follows a passage through the stored lineage, and the words within it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from reading_room.model.lineage import Change
from reading_room.model.word_alignment import align
from reading_room.permalinks.carrying import Carriage, steps_of
from reading_room.permalinks.following import Followed, follow
from reading_room.permalinks.rows import HIDDEN, Place, Row

Heirs = Mapping[str, tuple[str, ...]]
"""Of each passage of a version, the passages of a later one that have its words."""


def heirs_over(steps: Iterable[Sequence[Change]], passages: Iterable[str]) -> Heirs:
    """What the lineage of all versions in between says of some passages, step by step.

    A passage keeps its number for life, so that only those need a thought that were deleted, merged or cut.
    """
    heirs: dict[str, tuple[str, ...]] = {passage: (passage,) for passage in passages}
    holding: dict[str, set[str]] = {passage: {passage} for passage in heirs}
    """Of each passage that is an heir now, whose."""
    for step in steps_of(steps):
        for one, found in step.partings.items():
            for origin in holding.pop(one, ()):
                heirs[origin] = tuple(
                    dict.fromkeys(new for old in heirs[origin] for new in (found if old == one else (old,)))
                )
                for new in found:
                    holding.setdefault(new, set()).add(origin)
    return heirs


def moved_over(steps: Iterable[Sequence[Change]]) -> frozenset[str]:
    """The passages that were moved by any of these steps."""
    return frozenset[str]().union(*(step.moved for step in steps_of(steps)))


class Trail:
    """Two versions of an article, and what the lineage says of the way from the older one to the newer."""

    def __init__(self, old: Row, new: Row, steps: Sequence[Sequence[Change]]) -> None:
        self.old, self.new = old, new
        self._steps = steps
        self._same: dict[int, Mapping[int, int]] = {}

    @cached_property
    def heirs(self) -> Heirs:
        return heirs_over(self._steps, self.old.position)

    @cached_property
    def _carriage(self) -> Carriage:
        return Carriage(self._steps)

    def hiding(self, places: Iterable[Place]) -> "Trail":
        """The same way, on which nothing leads to some places of the newer version."""
        return Trail(self.old, self.new.hiding(places), self._steps)

    def trace(self, quote: Place) -> Followed:
        """Where the lineage has a quotation."""
        return follow(self.old, self.new, quote, self.words_of(quote))

    def words_of(self, quote: Place) -> dict[int, int]:
        """Which word of the older row is which of the newer, for a quotation and what stands with it in its passages."""
        return self.same_words(range(self.old.passage_at(quote.start), self.old.passage_at(quote.end - 1) + 1))

    def other_words(self, quote: Place, place: Place) -> float:
        """The share of what stands in a place now that stood elsewhere before, and not in the quotation."""
        there = {self.new.passages[self.new.passage_at(word)].id for word in range(place.start, place.end)}
        origins = [at for at, one in enumerate(self.old.passages) if there & set(self.heirs.get(one.id, ()))]
        others = {
            at
            for word, at in self.same_words(origins).items()
            if not quote.start <= word < quote.end and place.start <= at < place.end
        }
        return len(others) / len(place)

    def same_words(self, positions: Iterable[int]) -> dict[int, int]:
        """Which word of the older row is which word of the newer, for the words of some passages."""
        same: dict[int, int] = {}
        for position in positions:
            same.update(self._same_at(position))
        return same

    def word(self, word: int) -> int | None:
        """Which word of the newer row a word of the older one is."""
        return self._same_at(self.old.passage_at(word)).get(word)

    def _same_at(self, position: int) -> Mapping[int, int]:
        if position not in self._same:
            self._same[position] = self._same_in(position)
        return self._same[position]

    def _same_in(self, position: int) -> Mapping[int, int]:
        """The words that were carried from version to version; between them, those that were taken out and came back."""
        own = self.old.of_passage(position)
        name, heirs = self.old.passages[position].id, self.heirs.get(self.old.passages[position].id, ())
        carried = self._carriage.carry((name, word) for word in range(len(own)))
        same = {
            own.start + word: at
            for (_, word), there in carried.items()
            if (at := self.new.word(*there)) is not None and self.new.keys[at] != HIDDEN
        }
        found = sorted(self.new.position[heir] for heir in heirs if heir in self.new.position)
        there = [
            word for heir in found for word in range(self.new.of_passage(heir).start, self.new.of_passage(heir).end)
        ]
        aligned = align(self.old.keys[own.start : own.end], [self.new.keys[word] for word in there])
        again = {own.start + word: there[at] for word, at in enumerate(aligned) if at is not None}
        return again if not same else _completed(same, again)


def _completed(same: dict[int, int], again: Mapping[int, int]) -> dict[int, int]:
    """What was carried, with what fits in between."""
    taken = set(same.values())
    words = sorted(same)
    for word, at in again.items():
        place = bisect_left(words, word)
        low = same[words[place - 1]] if place else -1
        high = same[words[place]] if place < len(words) else at + 1
        if word not in same and at not in taken and low < at < high:
            same[word] = at
    return same
