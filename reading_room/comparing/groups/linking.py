"""Joins what is nearest, step by step (average linkage: Sokal and Michener, 1958), and undoes the last steps again."""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reading_room.comparing.groups.nearness import Near

Group = list[int]
Placed = frozenset[frozenset[str]]
"""The events of each text of a group that has been placed, each set once."""
Bound = Mapping[int, Placed]
NOTHING: Placed = frozenset()


@dataclass(frozen=True, slots=True)
class Joint:
    """That two groups became one. Groups are numbered: first the single texts, then the joints in their order."""

    one: int
    other: int
    nearness: float
    """The mean of all pairs across."""


def joints(near: Near, least: float, bound: Bound | None = None) -> list[Joint]:
    """The joints from single texts up, nearest first, down to the mean nearness `least`. Pairs that `near` lacks count 0.

    `bound` has what the texts that have been placed are accounts of: two that have nothing of it in common are never joined.
    """
    between = [dict(others) for others in near]
    binding = [(bound or {}).get(number, NOTHING) for number in range(len(near))]
    sizes = [1] * len(near)
    alive = [True] * len(near)
    heap = [(-value, one, other) for one, others in enumerate(near) for other, value in others.items() if one < other]
    heap = [entry for entry in heap if -entry[0] >= least]
    heapq.heapify(heap)
    done: list[Joint] = []
    while heap:
        negative, one, other = heapq.heappop(heap)
        if not (alive[one] and alive[other]) or excluded(binding[one], binding[other]):
            continue
        done.append(Joint(one, other, -negative))
        alive[one] = alive[other] = False
        new = len(sizes)
        sizes.append(sizes[one] + sizes[other])
        alive.append(True)
        binding.append(binding[one] | binding[other])
        sums: dict[int, float] = {}
        for part in (one, other):
            for to, value in between[part].items():
                if alive[to]:
                    sums[to] = sums.get(to, 0.0) + value
            between[part] = {}
        between.append(sums)
        for to, value in sums.items():
            between[to][new] = value
            between[to].pop(one, None)
            between[to].pop(other, None)
            if (mean := value / (sizes[new] * sizes[to])) >= least:
                heapq.heappush(heap, (-mean, to, new))
    return done


def excluded(one: Placed, other: Placed) -> bool:
    """Whether a text of one group and one of another are placed, and in no event together."""
    return any(events.isdisjoint(others) for events in one for others in other)


def groups_of(texts: int, done: list[Joint]) -> list[Group]:
    """The groups that the joints leave, each in the order of its texts."""
    members: dict[int, Group] = {number: [number] for number in range(texts)}
    for at, joint in enumerate(done):
        members[texts + at] = members.pop(joint.one) + members.pop(joint.other)
    return sorted(sorted(group) for group in members.values())


def falling_apart(texts: int, done: list[Joint], fewest: int) -> tuple[Group, Group] | None:
    """The two largest groups that there are when the last joints are undone until two have `fewest` texts; None if none do."""
    members: list[Group] = [[number] for number in range(texts)]
    for joint in done:
        members.append(members[joint.one] + members[joint.other])
    tops = set(range(len(members))) - {part for joint in done for part in (joint.one, joint.other)}
    large = sorted((top for top in tops if len(members[top]) >= fewest), key=lambda top: (-len(members[top]), top))
    if len(large) >= 2:
        return sorted(members[large[0]]), sorted(members[large[1]])
    for one, other in _undone(done, large[0] if large else -1, texts, members, fewest):
        if min(len(members[one]), len(members[other])) >= fewest:
            return sorted(members[one]), sorted(members[other])
    return None


def _undone(done: list[Joint], top: int, texts: int, members: list[Group], fewest: int) -> Iterator[tuple[int, int]]:
    """The parts of the largest group, then of the larger of these, and so on."""
    while top >= texts and len(members[top]) >= 2 * fewest:
        joint = done[top - texts]
        yield joint.one, joint.other
        top = max(joint.one, joint.other, key=lambda part: (len(members[part]), -part))
