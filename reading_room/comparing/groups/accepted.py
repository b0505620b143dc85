"""Puts groups together that are one event by the keeper's word, and what tells of two events to the one that it is nearer to.

A long affair falls into its days by its words: the strikes before a taking, the taking, and what followed. Where the keeper made
one event of these, most of their articles say so. Articles that nobody placed stay with the group that they were found in.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from reading_room.comparing.groups.linking import Bound, Group
from reading_room.comparing.groups.nearness import Near, mean_across

MOSTLY = 1 / 2
"""The share of a group's articles from which those that have been placed speak for it."""


def as_accepted(groups: Sequence[Group], near: Near, bound: Bound) -> list[Group]:
    """The groups of one event as one; no other group changes but by articles that tell of that event too."""
    told = _told(groups, bound)
    of_event: dict[str, Group] = defaultdict(list)
    for event, group in zip(told, groups, strict=True):
        if event:
            of_event[event] += group
    homes = {number: event for event, group in of_event.items() for number in group}
    moved = {number: _nearest(number, event, of_event, near, bound) for number, event in homes.items()}
    accepted: dict[str, Group] = defaultdict(list)
    for number, event in moved.items():
        accepted[event].append(number)
    return [sorted(group) for group in accepted.values()] + [
        group for event, group in zip(told, groups, strict=True) if not event
    ]


def _told(groups: Sequence[Group], bound: Bound) -> list[str | None]:
    """For each group the event that all its placed articles tell of, of several the one that most articles of the room do."""
    having = Counter(event for placed in bound.values() for events in placed for event in events)
    found: list[str | None] = []
    for group in groups:
        placed = [events for number in group for events in bound[number]]
        common = frozenset.intersection(*placed) if placed else frozenset[str]()
        is_most = sum(bool(bound[number]) for number in group) > MOSTLY * len(group)
        found.append(min(common, key=lambda event: (-having[event], event), default=None) if is_most else None)
    return found


def _nearest(number: int, home: str, of_event: dict[str, Group], near: Near, bound: Bound) -> str:
    """The event that an article which was placed in several is nearest to, among those that have groups."""
    if not bound[number]:
        return home
    shared = frozenset.intersection(*bound[number]) & of_event.keys() | {home}

    def nearness(event: str) -> tuple[float, bool, str]:
        others = [other for other in of_event[event] if other != number]
        return mean_across(near, [number], others) if others else 0.0, event == home, event

    return max(shared, key=nearness)
