"""Which word of one text is which word of another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

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
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    found: list[int | None] = [None] * len(before)
    for step in range(head):
        found[step] = step
    for step in range(1, tail + 1):
        found[-step] = len(after) - step
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if old and new:
        common = _too_common(old, new)
        matcher = SequenceMatcher(common.__contains__ if common else None, old, new, autojunk=False)
        for block in _lasting(matcher, len(old), len(new)):
            for step in range(block.size):
                found[head + block.old + step] = head + block.new + step
        _pair_spellings(before, after, found)
    return found


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


@dataclass(slots=True)
class _Block:
    old: int
    new: int
    size: int


def _lasting(matcher: "SequenceMatcher[str]", old_size: int, new_size: int) -> list[_Block]:
    """The matching stretches that are more than chance."""
    blocks = [_Block(*one) for one in matcher.get_matching_blocks() if one.size]
    at = 0
    while at < len(blocks):
        block = blocks[at]
        before = blocks[at - 1] if at else _Block(0, 0, 0)
        after = blocks[at + 1] if at + 1 < len(blocks) else _Block(old_size, new_size, 0)
        changed_before = max(block.old - before.old - before.size, block.new - before.new - before.size)
        changed_after = max(after.old - block.old, after.new - block.new) - block.size
        if block.size <= CHANCE and min(changed_before, changed_after) > 2 * block.size:
            del blocks[at]
            at = max(at - 1, 0)  # of those before, only the last one has more changed beside it now
        else:
            at += 1
    return blocks
