"""Groups articles by the events that they tell of; how many there are is not known beforehand.

Average linkage makes groups, `parting` parts twins, and then each article that is much nearer to another group goes there. Every
step works on the articles as they sort by what they say, so that neither their order nor their outlets decide anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reading_room.comparing.linking import Group, groups_of, joints
from reading_room.comparing.nearness import Near, nearness
from reading_room.comparing.parting import parted
from reading_room.comparing.telling import Telling

ONE_EVENT = 0.07
"""The mean nearness of two groups from which they tell of one event."""
OF_A_STRAY = 0.7
"""The share of that from which an article that was left alone goes to a group."""
MUCH_NEARER = 1.35
"""Times that an article must be nearer to another group than to its own to go there."""
ROUNDS = 3


def grouped(tellings: Iterable[Telling], copies: Iterable[Sequence[str]] = ()) -> tuple[tuple[str, ...], ...]:
    """The keys of the articles, group by group; each in exactly one. Articles of one of the `copies` stay together.

    Of articles that have the same text one is compared, the one that tells most: that a text was printed often does not make it
    nearer to others. Keys must differ.
    """
    known = {one.key: one for one in tellings}
    together = _together(known, copies)
    leading = sorted((known[keys[0]] for keys in together), key=lambda one: (one.order, one.key))
    having = {keys[0]: keys for keys in together}
    found = _groups(leading)
    return tuple(
        sorted(tuple(sorted(key for number in group for key in having[leading[number].key])) for group in found)
    )


def _together(known: dict[str, Telling], copies: Iterable[Sequence[str]]) -> list[list[str]]:
    """Articles that have the same text, and all others alone. The first one of each tells most."""
    sets = [[key for key in keys if key in known] for keys in copies]
    copied = {key for keys in sets for key in keys}
    sets = [sorted(keys, key=lambda key: (-len(known[key].order), known[key].order, key)) for keys in sets if keys]
    return sets + [[key] for key in known if key not in copied]


def _groups(tellings: Sequence[Telling]) -> list[Group]:
    near = nearness(tellings)
    linked = groups_of(len(tellings), joints(near, ONE_EVENT))
    return _settled([part for group in linked for part in parted(group, tellings, near)], near)


def _settled(groups: list[Group], near: Near) -> list[Group]:
    """The groups after every article that is much nearer to another one has gone there, all at once and some times over."""
    home = {number: at for at, group in enumerate(groups) for number in group}
    for _ in range(ROUNDS):
        sizes: dict[int, int] = defaultdict(int)
        for at in home.values():
            sizes[at] += 1
        moved = {number: _nearest(number, home, sizes, near) for number in home}
        if moved == home:
            break
        home = moved
    settled: dict[int, Group] = defaultdict(list)
    for number, at in sorted(home.items()):
        settled[at].append(number)
    return sorted(settled.values())


def _nearest(number: int, home: dict[int, int], sizes: dict[int, int], near: Near) -> int:
    """The group that an article belongs to, as the groups are now."""
    sums: dict[int, float] = defaultdict(float)
    for other, value in near[number].items():
        sums[home[other]] += value
    own = home[number]
    others = [(total / sizes[at], -at) for at, total in sums.items() if at != own and sizes[at] > 1]
    if not others:
        return own
    nearest, at = max(others)
    if sizes[own] > 1:
        needed = MUCH_NEARER * sums[own] / (sizes[own] - 1)
        return -at if nearest > needed else own
    return -at if nearest >= OF_A_STRAY * ONE_EVENT else own
