"""Groups articles by the events that they tell of; how many there are is not known beforehand.

Average linkage makes groups, `parting` parts twins, each article that is much nearer to another group goes there, and `strangers`
leave. Every step works on the articles as they sort by what they say, so that neither their order nor their
outlets decide anything.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from reading_room.comparing.groups.accepted import as_accepted
from reading_room.comparing.groups.linking import NOTHING, Bound, Group, Placed, excluded, groups_of, joints
from reading_room.comparing.groups.nearness import Near, mean_across, nearness
from reading_room.comparing.groups.parting import LONG_AFTER, parted
from reading_room.comparing.groups.scripts import in_one_script
from reading_room.comparing.groups.strangers import strangers, without_names
from reading_room.comparing.groups.telling import FEWEST_COUNTED, Telling, mostly_dated, own_day

ONE_EVENT = 0.07
"""The mean nearness of two groups from which they tell of one event."""
OF_A_STRAY = 0.7
"""The share of that from which an article that was left alone goes to a group."""
MUCH_NEARER = 1.35
"""Times that an article must be nearer to another group than to its own to go there."""
ROUNDS = 3
YEARS_APART = 200
"""Days from all that its group tells of at which a single article tells of another event, however much the words are the same."""


def grouped(
    tellings: Iterable[Telling],
    copies: Iterable[Sequence[str]] = (),
    accounts: Mapping[str, Iterable[str]] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The keys of the articles, group by group; each in exactly one. Articles of one of the `copies` stay together.

    Of articles that have the same text one is compared, the one that tells most: that a text was printed often does not make it
    nearer to others. Keys must differ. `accounts` has the events of articles that have been placed: two of them that share none
    are never in one group, not even as copies.
    """
    known = {one.key: one for one in tellings}
    placed = {
        key: frozenset([frozenset(events)]) for key, events in (accounts or {}).items() if key in known and events
    }
    together = _together(known, copies, placed)
    leading = in_one_script(sorted((known[keys[0]] for keys in together), key=lambda one: (one.order, one.key)))
    having = {keys[0]: keys for keys in together}
    bound = {
        number: frozenset(events for key in having[one.key] for events in placed.get(key, NOTHING))
        for number, one in enumerate(leading)
    }
    found = _groups(leading, bound)
    return tuple(
        sorted(tuple(sorted(key for number in group for key in having[leading[number].key])) for group in found)
    )


def _together(
    known: dict[str, Telling], copies: Iterable[Sequence[str]], placed: Mapping[str, Placed]
) -> list[list[str]]:
    """Articles that have the same text, and all others alone. The first one of each tells most."""
    found: list[list[str]] = []
    for keys in copies:
        begun = len(found)
        for key in sorted(known.keys() & set(keys), key=lambda key: (-len(known[key].order), known[key].order, key)):
            mine = placed.get(key, NOTHING)
            fitting = (one for one in found[begun:] if not any(excluded(mine, placed.get(to, NOTHING)) for to in one))
            if one := next(fitting, None):
                one.append(key)
            else:
                found.append([key])
    copied = {key for keys in found for key in keys}
    return found + [[key] for key in known if key not in copied]


def _groups(tellings: Sequence[Telling], bound: Bound) -> list[Group]:
    near = nearness(tellings)
    linked = groups_of(len(tellings), joints(near, ONE_EVENT, bound))
    settled = _settled([part for group in linked for part in parted(group, tellings, near)], near, bound)
    known = [part for group in settled for part in _without_strangers(group, tellings, near, bound)]
    return sorted(as_accepted(known, near, bound))


def _without_strangers(group: Group, tellings: Sequence[Telling], near: Near, bound: Bound) -> list[Group]:
    """The group, and those that are strangers to it, who are together only where more than names ties them."""
    free = {number for number in group if not bound[number]}
    placed = [number for number in group if bound[number]]
    dated = mostly_dated([tellings[number] for number in group])
    lone = {number for number in free if dated and _alone_in_time(number, group, tellings)}
    apart = free & set(strangers(group, tellings))
    if placed:
        apart |= {number for number in free if _of_another_time(number, placed, tellings, LONG_AFTER)}
        apart |= {number for number in free if mean_across(near, [number], placed) < OF_A_STRAY * ONE_EVENT}
    kept = [number for number in group if number not in lone | apart]
    others = sorted(apart - lone)
    among = nearness(without_names([tellings[number] for number in others]))
    regrouped = [[others[at] for at in part] for part in groups_of(len(others), joints(among, ONE_EVENT))]
    return [part for part in (kept, *([number] for number in sorted(lone)), *regrouped) if part]


def _alone_in_time(number: int, group: Group, tellings: Sequence[Telling]) -> bool:
    """Whether an article is of another year than its whole group, which is of one time."""
    days = [day for other in group if other != number and (day := own_day(tellings[other])) is not None]
    at_once = bool(days) and max(days) - min(days) < LONG_AFTER
    return at_once and _of_another_time(number, group, tellings, YEARS_APART)


def _of_another_time(number: int, group: Group, tellings: Sequence[Telling], long: int) -> bool:
    """Whether all days of an article are `long` and more from what the others of a group tell of, as far as days are known."""
    days = [day for day, weight in tellings[number].days if weight >= FEWEST_COUNTED]
    others = [day for other in group if other != number and (day := own_day(tellings[other])) is not None]
    return bool(days and others) and all(abs(day - other) >= long for day in days for other in others)


def _settled(groups: list[Group], near: Near, bound: Bound) -> list[Group]:
    """The groups after every article that is much nearer to another one has gone there, all at once and some times over."""
    home = {number: at for at, group in enumerate(groups) for number in group}
    for _ in range(ROUNDS):
        sizes: dict[int, int] = defaultdict(int)
        placed: dict[int, Placed] = defaultdict(frozenset)
        for number, at in home.items():
            sizes[at] += 1
            placed[at] |= bound[number]
        moved = {}
        for number in sorted(home):
            moved[number] = _nearest(
                number, home, sizes, near, {at for at in placed if excluded(bound[number], placed[at])}
            )
            placed[moved[number]] |= bound[number]
        if moved == home:
            break
        home = moved
    settled: dict[int, Group] = defaultdict(list)
    for number, at in sorted(home.items()):
        settled[at].append(number)
    return sorted(settled.values())


def _nearest(number: int, home: dict[int, int], sizes: dict[int, int], near: Near, barred: Container[int]) -> int:
    """The group that an article belongs to, as the groups are now."""
    sums: dict[int, float] = defaultdict(float)
    for other, value in near[number].items():
        sums[home[other]] += value
    own = home[number]
    others = [
        (total / sizes[at], -at) for at, total in sums.items() if at != own and sizes[at] > 1 and at not in barred
    ]
    if not others:
        return own
    nearest, at = max(others)
    if sizes[own] > 1:
        needed = MUCH_NEARER * sums[own] / (sizes[own] - 1)
        return -at if nearest > needed else own
    return -at if nearest >= OF_A_STRAY * ONE_EVENT else own
