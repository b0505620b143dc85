"""Words on their way through the versions: noted at every ingest between neighbours, where what became of a word is plainest.

Between two versions that lie far apart the same few words may have been put together from anywhere; from each version to the next
little changes. What is noted there is composed over all of them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reading_room.model.article import Passage
from reading_room.model.itself import Itself
from reading_room.model.lineage import Carried, Change
from reading_room.model.word_alignment import align
from reading_room.permalinks.folding import folded

FEWEST_MOVED = 5
"""Words in a row, standing once before and once now, that are the same ones in another passage."""

WordAt = tuple[str, int]
"""A passage and a word of it, counted from 0."""


def with_words(before: Sequence[Passage], now: Sequence[Passage], changes: Sequence[Change]) -> tuple[Change, ...]:
    """The lineage with the words of every passage that was not kept as it was."""
    same = _same_words(before, now, changes)
    known = {passage.id for passage in now}
    return tuple(
        replace(change, words=_in_rows(same.get(change.passage, {})))
        if change.passage in known and change.how not in ("kept", "merged", "deleted")
        else change
        for change in changes
    )


def _same_words(
    before: Sequence[Passage], now: Sequence[Passage], changes: Sequence[Change]
) -> Mapping[str, Mapping[int, WordAt]]:
    """Of each passage that was not kept, the words that stood in the version before, with their place there."""
    old, new = ({passage.id: folded(passage.text).keys for passage in version} for version in (before, now))
    order = {passage.id: place for place, passage in enumerate(now)}
    heirs: dict[str, list[str]] = {}
    for change in changes:
        if change.how == "merged" and change.other:
            heirs[change.passage] = [change.other]
        elif change.how == "split" and change.other:
            heirs.setdefault(change.other, [change.other]).append(change.passage)
        elif change.how in ("edited", "moved"):
            heirs.setdefault(change.passage, [change.passage])
    same: dict[str, dict[int, WordAt]] = defaultdict(dict)
    lost: dict[str, list[int]] = {change.passage: [] for change in changes if change.how == "deleted"}
    for origin in lost:
        lost[origin] = list(range(len(old[origin])))
    # Whoever kept its number first: what was merged into a passage takes what is left of it.
    for origin in sorted(heirs, key=lambda one: one not in heirs[one]):
        there = [
            (heir, word)
            for heir in sorted((heir for heir in heirs[origin] if heir in order), key=order.__getitem__)
            for word in range(len(new[heir]))
            if word not in same[heir]
        ]
        aligned = align(old[origin], [new[heir][word] for heir, word in there])
        for word, at in enumerate(aligned):
            if at is None:
                lost.setdefault(origin, []).append(word)
            else:
                heir, place = there[at]
                same[heir][place] = (origin, word)
    kept = {change.passage for change in changes if change.how == "kept"}
    came = {
        passage: [word for word in range(len(new[passage])) if word not in same[passage]]
        for passage in new
        if passage not in kept
    }
    for (origin, first), (passage, here) in _moved(old, new, lost, came):
        for step in range(FEWEST_MOVED):
            same[passage].setdefault(here + step, (origin, first + step))
    return same


def _moved(
    old: Mapping[str, Sequence[str]],
    new: Mapping[str, Sequence[str]],
    lost: Mapping[str, Sequence[int]],
    came: Mapping[str, Sequence[int]],
) -> Iterable[tuple[WordAt, WordAt]]:
    """Rows of words that went in one passage and came in another, where they went and came once."""
    went, arrived = _rows_of(old, lost), _rows_of(new, came)
    for row, origins in went.items():
        places = arrived.get(row, [])
        if len(origins) == len(places) == 1:
            yield origins[0], places[0]


def _rows_of(
    texts: Mapping[str, Sequence[str]], words: Mapping[str, Sequence[int]]
) -> dict[tuple[str, ...], list[WordAt]]:
    found: dict[tuple[str, ...], list[WordAt]] = defaultdict(list)
    for passage, free in words.items():
        for at, word in enumerate(free[: max(0, len(free) - FEWEST_MOVED + 1)]):
            if free[at + FEWEST_MOVED - 1] == word + FEWEST_MOVED - 1:
                found[tuple(texts[passage][word : word + FEWEST_MOVED])].append((passage, word))
    return found


def _in_rows(same: Mapping[int, WordAt]) -> tuple[Carried, ...]:
    words = sorted((here, *there) for here, there in same.items())
    begins = [0, *(at for at in range(1, len(words)) if words[at] != _next_to(words[at - 1])), len(words)]
    return tuple(
        Carried(origin, first, here, end - begin)
        for begin, end in pairwise(begins)
        for here, origin, first in words[begin : min(end, begin + 1)]
    )


def _next_to(word: tuple[int, str, int]) -> tuple[int, str, int]:
    here, origin, first = word
    return here + 1, origin, first + 1


@dataclass(frozen=True, slots=True)
class Step:
    """What one version did to the passages of the one before, and to their words."""

    rows: Mapping[str, Sequence[tuple[Carried, str]]]
    """Of an old passage, the words of it that were carried, in order, with the passage that they stand in now."""
    gone: frozenset[str]
    """Passages of which no other words are left."""
    unknown: frozenset[str]
    """Passages that changed, of whose words nobody noted where they went."""
    touched: frozenset[str]
    """Passages whose words do not all stand where they stood."""
    partings: Mapping[str, Sequence[str]]
    """The passages that did not simply go on under their number, with those that have their words in the next version."""
    moved: frozenset[str]

    @classmethod
    def of(cls, changes: Iterable[Change]) -> "Step":
        rows: dict[str, list[tuple[Carried, str]]] = defaultdict(list)
        partings: dict[str, list[str]] = {}
        gone, unknown, moved = set(), set(), set()
        for change in changes:
            if change.how == "kept":
                continue
            if change.how == "moved":
                moved.add(change.passage)
            if change.how == "deleted":
                partings[change.passage] = []
            elif change.how == "merged" and change.other:
                partings[change.passage] = [change.other]
            elif change.how == "split" and change.other:
                partings.setdefault(change.other, [change.other]).append(change.passage)
            if change.how in ("deleted", "merged"):
                gone.add(change.passage)
            elif change.words is not None:
                gone.add(change.passage)
                for row in change.words:
                    rows[row.origin].append((row, change.passage))
            else:
                unknown.add(change.passage)
                unknown.add(change.other or change.passage)
        for carried in rows.values():
            carried.sort(key=_first)
        touched = frozenset(gone | unknown | rows.keys())
        return cls(dict(rows), frozenset(gone), frozenset(unknown), touched, partings, frozenset(moved))

    def next(self, word: WordAt) -> WordAt | None:
        """Where a word stands now; None where it was taken out, or nobody noted where it went."""
        passage, at = word
        if passage in self.unknown:
            return None
        rows = self.rows.get(passage, ())
        before = bisect_right(rows, at, key=_first) - 1
        if before >= 0:
            row, there = rows[before]
            if at < row.first + row.size:
                return there, row.here + at - row.first
        return None if passage in self.gone else word


def _first(row: tuple[Carried, str]) -> int:
    return row[0].first


STEPS_KEPT = 4096
"""Steps that are kept in mind, with what changed in them alone: those of some eighty articles of fifty versions."""


def steps_of(changes: Iterable[Sequence[Change]]) -> list[Step]:
    """The lineage of several versions, each read once for all links that pass it."""
    return [_step(Itself(one)) for one in changes]


@lru_cache(maxsize=STEPS_KEPT)
def _step(changes: Itself[Sequence[Change]]) -> Step:
    return Step.of(changes.it)


class Carriage:
    """The way of the words over several versions. A step that left their passages as they were is passed over."""

    def __init__(self, steps: Iterable[Sequence[Change]]) -> None:
        self._steps = steps_of(steps)

    def carry(self, words: Iterable[WordAt]) -> Mapping[WordAt, WordAt]:
        """Where words stand at the end; those that were taken out, or of which nobody noted it, are left out."""
        asked = list(words)
        standing: dict[str, list[tuple[WordAt, WordAt]]] = defaultdict(list)
        """By the passage that they stand in."""
        for word in asked:
            standing[word[0]].append((word, word))
        for step in self._steps:
            touched = [passage for passage in standing if passage in step.touched]
            for word, at in [one for passage in touched for one in standing.pop(passage)]:
                if there := step.next(at):
                    standing[there[0]].append((word, there))
        now = {word: at for together in standing.values() for word, at in together}
        return {word: now[word] for word in asked if word in now}

    def while_together(self, begin: int, words: Sequence[WordAt]) -> tuple[int, Sequence[WordAt]]:
        """Over how many steps, the first `begin` of them passed, words stand together as they stood, and where they do then."""
        homes = {passage for passage, _ in words}
        for number, step in enumerate(self._steps[begin:], start=begin):
            if homes.isdisjoint(step.touched):
                continue
            now = [there for word in words if (there := step.next(word))]
            together = len(now) == len(words) and all(
                (one[0] == other[0]) == (before[0] == after[0]) and (one[0] != other[0] or one[1] + 1 == other[1])
                for (before, after), (one, other) in zip(pairwise(words), pairwise(now), strict=True)
            )
            if not together:
                return number, words
            words, homes = now, {passage for passage, _ in now}
        return len(self._steps), words
