"""Links made in edit histories, and what became of each word of theirs, by code that shares nothing with the room's.

The rules by which a word is followed are those that permalinks.py states.
"""

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from reading_room.model.article import Block
from reading_room.permalinks.lineage import number_first, number_next

KINDS = ("words", "sentence", "passage", "across")
BINS = (0.2, 0.5, 1.01)
"""Shares of text lost by which pairs of versions are grouped."""
MOST_PAIRS = 60
COMMON = 200
"""A word of which there is more than one in so many tells nothing of what a link says."""
LEAST_MOVED = 4
"""Words in a row that are taken for moved where they went in one place and came in another."""
LEAST_RENUMBERED = 2
"""Words of a passage, without the numbers in front of it, by which it is known in another place."""
_NUMBER = re.compile(r"\d+|[a-z]|[ivx]+")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?]*[.!?]*\s*")


@dataclass(frozen=True, slots=True)
class Word:
    passage: int
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class State:
    """One version of a document: its passages, and all words in one row."""

    passages: tuple[str, ...]
    words: tuple[Word, ...]
    text: str
    begins: tuple[int, ...]
    """Where each passage begins in `text`."""
    telling: frozenset[int]
    """Words that are not common ones."""

    @classmethod
    def of(cls, passages: Sequence[str]) -> "State":
        words = tuple(
            Word(number, match.start(), match.end(), match[0].casefold())
            for number, text in enumerate(passages)
            for match in _WORD.finditer(text)
        )
        begins, at = [], 0
        for passage in passages:
            begins.append(at)
            at += len(passage) + 1
        times = Counter(word.key for word in words)
        telling = frozenset(at for at, word in enumerate(words) if times[word.key] <= max(1, len(words) / COMMON))
        return cls(tuple(passages), words, "\n".join(passages), tuple(begins), telling)

    def in_text(self, word: int) -> tuple[int, int]:
        one = self.words[word]
        return self.begins[one.passage] + one.start, self.begins[one.passage] + one.end

    def words_of(self, shown: Sequence[tuple[int, int, int]]) -> set[int]:
        """The words in stretches of passages: number of the passage, first and last code point."""
        return {
            at
            for at, word in enumerate(self.words)
            if any(word.passage == number and word.start < end and start < word.end for number, start, end in shown)
        }


@dataclass(frozen=True, slots=True)
class LinkMade:
    kind: str
    first: int
    last: int
    """Words of the row, the last one in it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document at i and at j, and what the room has stored of it."""

    document: str
    old: State
    new: State
    same: list[int | None]
    by_steps: list[int | None]
    """The same without what came back."""
    lost: float
    rooms: dict[str, tuple[Any, Any]]
    """Of each regime, the versions that the room has read from i to j, and the lineage between them."""

    def quote(self, link: LinkMade) -> tuple[int, int]:
        return self.old.in_text(link.first)[0], self.old.in_text(link.last)[1]


def cases(documents: list[dict], dice: random.Random, pairs: int) -> Iterator[Case]:
    def blocks(passages: Sequence[str]) -> list[Block]:
        return [Block("paragraph", text) for text in passages]

    for document in documents:
        states = [State.of(version["passages"]) for version in document["versions"]]
        steps = [step(old, new) for old, new in pairwise(states)]
        kept, lineage = [number_first(blocks(states[0].passages))], []
        used = {passage.id for passage in kept[0]}
        for state in states[1:]:
            passages, changes = number_next(kept[-1], blocks(state.passages), used)
            used |= {passage.id for passage in passages}
            kept.append(passages)
            lineage.append(changes)
        possible = [(i, j) for i in range(len(states)) for j in range(i + 1, len(states))]
        binned: dict[float, list[tuple[int, int, float]]] = defaultdict(list)
        for i, j in dice.sample(possible, min(MOST_PAIRS, len(possible))):
            same = composed(states, steps, i, j)
            lost = sum(at is None for at in same) / max(1, len(same))
            binned[next(edge for edge in BINS if lost <= edge)].append((i, j, lost))
        for i, j, lost in [pair for found in binned.values() for pair in found[:pairs]]:
            by_steps = composed(states, steps, i, j)
            same = with_returned(states[i], states[j], by_steps)
            first = number_first(blocks(states[i].passages))
            second, changes = number_next(first, blocks(states[j].passages), {passage.id for passage in first})
            rooms = {"i and j": ([first, second], [changes]), "every version": (kept[i : j + 1], lineage[i:j])}
            yield Case(f"{document['document']} {i}-{j}", states[i], states[j], same, by_steps, lost, rooms)


# What is true


def step(old: State, new: State) -> list[int | None]:
    """Which word of a version is which of the next: by passages, then by words, then what was moved."""
    same: list[int | None] = [None] * len(old.words)
    home_old, home_new = by_passage(old), by_passage(new)
    matcher = SequenceMatcher(None, old.passages, new.passages, autojunk=False)
    for how, i, j, k, m in matcher.get_opcodes():
        left = [at for number in range(i, j) for at in home_old[number]]
        right = [at for number in range(k, m) for at in home_new[number]]
        if how == "equal":
            for one, other in zip(left, right, strict=True):
                same[one] = other
        elif how == "replace":
            for one, other in alike(old, new, home_old, home_new, range(i, j), range(k, m)):
                by_words(old, new, home_old[one], home_new[other], same)
            taken = {at for at in same if at is not None}
            by_words(old, new, [at for at in left if same[at] is None], [at for at in right if at not in taken], same)
    moved(old, new, same)
    return same


def alike(
    old: State, new: State, home_old: dict[int, list[int]], home_new: dict[int, list[int]], left: range, right: range
) -> list[tuple[int, int]]:
    """Passages that were edited: pairs that share half of their words, those that share most of them first."""
    bags_old = {number: Counter(old.words[at].key for at in home_old[number]) for number in left}
    bags_new = {number: Counter(new.words[at].key for at in home_new[number]) for number in right}
    pairs = []
    for one, bag in bags_old.items():
        for other, others in bags_new.items():
            total = bag.total() + others.total()
            if total and (shared := 2 * (bag & others).total() / total) >= 0.5:
                pairs.append((-shared, abs((one - left.start) - (other - right.start)), one, other))
    found: dict[int, int] = {}
    for _, _, one, other in sorted(pairs):
        if one not in found and other not in found.values():
            found[one] = other
    return sorted(found.items())


def by_passage(state: State) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, word in enumerate(state.words):
        found[word.passage].append(at)
    return found


def by_words(old: State, new: State, left: list[int], right: list[int], same: list[int | None]) -> None:
    """Match words in order; runs of one or two words with larger changes around them are coincidences."""
    a, b = [old.words[at].key for at in left], [new.words[at].key for at in right]
    blocks = [block for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if block.size]
    edges = [(0, 0), *((block.a + block.size, block.b + block.size) for block in blocks)]
    begins = [*((block.a, block.b) for block in blocks), (len(a), len(b))]
    gaps = [max(begin[0] - edge[0], begin[1] - edge[1]) for edge, begin in zip(edges, begins, strict=True)]
    for block, before, after in zip(blocks, gaps[:-1], gaps[1:], strict=True):
        if block.size > 2 or min(before, after) <= 3:
            for at in range(block.size):
                same[left[block.a + at]] = right[block.b + at]


def moved(old: State, new: State, same: list[int | None]) -> None:
    """Runs that went in one place and came in another, if there is one such place, the longest passages first."""
    taken = {at for at in same if at is not None}
    came: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(new.words) - LEAST_MOVED + 1):
        run = range(at, at + LEAST_MOVED)
        if not taken & set(run):
            came[tuple(new.words[word].key for word in run)].append(at)
    went: Counter[tuple[str, ...]] = Counter()
    runs: list[tuple[int, tuple[str, ...]]] = []
    for at in range(len(old.words) - LEAST_MOVED + 1):
        if all(same[word] is None for word in range(at, at + LEAST_MOVED)):
            key = tuple(old.words[word].key for word in range(at, at + LEAST_MOVED))
            went[key] += 1
            runs.append((at, key))
    for at, key in runs:
        if went[key] == 1 and len(came[key]) == 1:
            for offset in range(LEAST_MOVED):
                if same[at + offset] is None and came[key][0] + offset not in taken:
                    same[at + offset] = came[key][0] + offset
    # the edges of a moved run, word by word
    taken = {at for at in same if at is not None}
    for order, towards in ((range(len(same) - 1), 1), (range(len(same) - 1, 0, -1), -1)):
        for at in order:
            here = same[at]
            there = at + towards
            if here is None or same[there] is not None:
                continue
            beside = here + towards
            if 0 <= beside < len(new.words) and beside not in taken and new.words[beside].key == old.words[there].key:
                same[there] = beside
                taken.add(beside)


def composed(states: Sequence[State], steps: Sequence[list[int | None]], i: int, j: int) -> list[int | None]:
    """Which word of version i is which of j, by all steps between them; then what went and came back."""
    same: list[int | None] = list(range(len(states[i].words)))
    for one in steps[i:j]:
        same = [one[at] if at is not None else None for at in same]
    moved(states[i], states[j], same)
    return same


def with_returned(old: State, new: State, same: list[int | None]) -> list[int | None]:
    """Add what the steps lost although it stands in j: in its place, or a whole passage under another number."""
    same = list(same)
    renumbered(old, new, same)
    taken = {at for at in same if at is not None}
    after, high = [0] * len(same), len(new.words)
    for word in range(len(same) - 1, -1, -1):
        after[word] = high
        high = high if same[word] is None else same[word]
    low = -1
    for word, at in enumerate(step(old, new)):
        if same[word] is None and at is not None and at not in taken and low < at < after[word]:
            same[word] = at
            taken.add(at)
        low = low if same[word] is None else same[word]
    return same


def renumbered(old: State, new: State, same: list[int | None]) -> None:
    """Passages of which nothing was followed, and that stand once before and once now with other numbers in front."""
    taken = {at for at in same if at is not None}
    texts = []
    for state in (old, new):
        found: dict[tuple[str, ...], list[list[int]]] = defaultdict(list)
        for words in by_passage(state).values():
            keys = tuple(state.words[at].key for at in words)
            first = next((at for at, key in enumerate(keys) if not _NUMBER.fullmatch(key)), len(keys))
            found[keys[first:]].append(words[first:])
        texts.append(found)
    for keys, places in texts[0].items():
        others = texts[1].get(keys, [])
        if len(keys) >= LEAST_RENUMBERED and len(places) == len(others) == 1:
            pairs = list(zip(places[0], others[0], strict=True))
            if all(same[word] is None and at not in taken for word, at in pairs):
                same[:] = [dict(pairs).get(word, at) for word, at in enumerate(same)]


# Links


def links(state: State, same: list[int | None], dice: random.Random, count: int) -> Iterator[LinkMade]:
    """Every other one in a passage that lost words, if there are any: elsewhere all ways do well."""
    home = by_passage(state)
    having = [number for number in home if len(home[number]) >= 4]
    touched = [number for number in having if any(same[at] is None for at in home[number])]
    if not having:
        return
    for turn in range(count):
        kind = dice.choice(KINDS)
        number = dice.choice(touched if touched and turn % 2 else having)
        words = home[number]
        if kind == "words":
            size = min(dice.randint(4, 8), len(words))
            first = dice.randint(0, len(words) - size)
            yield LinkMade(kind, words[first], words[first + size - 1])
        elif kind == "sentence":
            sentences = [match.span() for match in _SENTENCE.finditer(state.passages[number]) if match[0].strip()]
            start, end = dice.choice(sentences)
            inside = [at for at in words if start <= state.words[at].start < end]
            if len(inside) >= 4:
                yield LinkMade(kind, inside[0], inside[-1])
        elif kind == "passage":
            yield LinkMade(kind, words[0], words[-1])
        else:
            later = [other for other in home if number < other <= number + 2]
            if later:
                others = home[dice.choice(later)]
                yield LinkMade(kind, dice.choice(words[len(words) // 2 :]), dice.choice(others[: len(others) // 2 + 1]))
