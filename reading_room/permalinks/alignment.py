"""Which word of one text is which word of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

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
        for block in _lasting(SequenceMatcher(None, old, new, autojunk=False), len(old), len(new)):
            for step in range(block.size):
                found[head + block.old + step] = head + block.new + step
    return found


@dataclass(slots=True)
class _Block:
    old: int
    new: int
    size: int


def _lasting(matcher: "SequenceMatcher[str]", old_size: int, new_size: int) -> list[_Block]:
    """The matching stretches that are more than chance."""
    blocks = [_Block(*one) for one in matcher.get_matching_blocks() if one.size]
    while True:
        for at, block in enumerate(blocks):
            before = blocks[at - 1] if at else _Block(0, 0, 0)
            after = blocks[at + 1] if at + 1 < len(blocks) else _Block(old_size, new_size, 0)
            changed_before = max(block.old - before.old - before.size, block.new - before.new - before.size)
            changed_after = max(after.old - block.old, after.new - block.new) - block.size
            if block.size <= CHANCE and min(changed_before, changed_after) > 2 * block.size:
                del blocks[at]
                break
        else:
            return blocks
