"""Which word of one text is which word of another."""

from collections import Counter
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from reading_room.model.matching import Stretch, joined, matching

ALIKE = 0.75
"""Likeness of two words in the same place from which one is the other, spelt anew."""
LEAST_LETTERS, MOST_LETTERS = 4, 64
"""Of words that may be spelt anew; a longer run of signs is none, and takes long to compare."""
MOST_PAIRS = 2_000_000
"""Pairs of equal words, one of each text, that are looked at; a text of 8,000 words that was written anew has a third of them."""
CHANCE = 2
"""Words in a row that may stand in both texts by chance, between others that changed."""


def align(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """For each word of `before` its position in `after`, or None. Positions rise.

    The longest stretches come first; a short one among longer changes on both sides is taken for chance and left out.
    """
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    found: list[int | None] = [None] * len(before)
    found[:head] = range(head)
    found[len(before) - tail :] = range(len(after) - tail, len(after))
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if old and new:
        for first, there, size in _lasting(_stretches(old, new), len(old), len(new)):
            for step in range(size):
                found[head + first + step] = head + there + step
        _pair_spellings(before, after, found)
    return found


def _stretches(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    common = _too_common(old, new) if len(old) * len(new) > MOST_PAIRS else ()
    return _beside_others(old, new, common) if common else matching(old, new)


def _beside_others(old: Sequence[str], new: Sequence[str], common: Collection[str]) -> list[Stretch]:
    """The stretches of all other words, with those that are too common where they stand beside them."""
    rare_old, rare_new = ([at for at, word in enumerate(row) if word not in common] for row in (old, new))
    rare = matching([old[at] for at in rare_old], [new[at] for at in rare_new])
    pairs = [(rare_old[first + step], rare_new[there + step]) for first, there, size in rare for step in range(size)]
    edges = [(-1, -1), *pairs, (len(old), len(new))]
    found = []
    for (left, left_there), (right, right_there) in pairwise(edges):
        room = min(right - left, right_there - left_there) - 1
        behind = 0
        while behind < room and left >= 0 and old[left + behind + 1] == new[left_there + behind + 1]:
            behind += 1
            found.append((left + behind, left_there + behind, 1))
        ahead = 0
        while ahead < room - behind and right < len(old) and old[right - ahead - 1] == new[right_there - ahead - 1]:
            ahead += 1
            found.append((right - ahead, right_there - ahead, 1))
        if right < len(old):
            found.append((right, right_there, 1))
    return joined(sorted(found))


def _too_common(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """The commonest words, where there are too many pairs of them: they count where they stand beside others that match."""
    times_old, times_new = Counter(old), Counter(new)
    pairs = {word: times * times_new[word] for word, times in times_old.items() if word in times_new}
    total = sum(pairs.values())
    common = set()
    for word in sorted(pairs, key=lambda word: (-pairs[word], word)) if total > MOST_PAIRS else ():
        if total <= MOST_PAIRS:
            break
        common.add(word)
        total -= pairs[word]
    return frozenset(common)


def _pair_spellings(before: Sequence[str], after: Sequence[str], found: list[int | None]) -> None:
    """Add the words that were spelt anew: as many as there were, each like the one before, between two that stand."""
    lost = 0
    left = -1
    for word, at in enumerate([*found, len(after)]):
        if at is None:
            lost += 1
            continue
        if lost and at - left - 1 == lost:
            for step in range(1, lost + 1):
                if spelt_alike(before[word - lost - 1 + step], after[left + step]):
                    found[word - lost - 1 + step] = left + step
        lost, left = 0, at


@lru_cache(maxsize=65536)
def spelt_alike(one: str, other: str) -> bool:
    """Whether one word may be the other, spelt anew; figures never are."""
    if min(len(one), len(other)) < LEAST_LETTERS or max(len(one), len(other)) > MOST_LETTERS:
        return False
    if any(sign.isdigit() for sign in one + other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _lasting(stretches: Sequence[Stretch], old_size: int, new_size: int) -> list[Stretch]:
    """The matching stretches that are more than chance."""
    found: list[Stretch] = []
    left = [*stretches[::-1]]
    while left:
        first, there, size = block = left.pop()
        before_end, before_end_there = (found[-1][0] + found[-1][2], found[-1][1] + found[-1][2]) if found else (0, 0)
        after, after_there = left[-1][:2] if left else (old_size, new_size)
        changed_before = max(first - before_end, there - before_end_there)
        changed_after = max(after - first, after_there - there) - size
        if size > CHANCE or min(changed_before, changed_after) <= 2 * size:
            found.append(block)
        elif found:
            left.append(found.pop())  # it has more changed beside it now; of those before, it alone
    return found
