"""Proposes events for the articles of a room: groups with a name, days and members, and the events that are there already."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reading_room.comparing.groups.grouping import grouped
from reading_room.comparing.groups.nearness import nearness
from reading_room.comparing.groups.telling import CLOSE, FEWEST_COUNTED, Telling, Term
from reading_room.comparing.groups.titling import name_of

MUCH_SPOKEN_OF = 1 / 3
"""The share, of what the day most spoken of counts, from which a day near it is a day of the event."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a group speaks of most in common; `articles` of its members speak of them or were published on one."""

    first: date
    last: date
    articles: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A group of articles that seem to tell of one event, as far as it can be told without reading them."""

    title: str
    days: Days | None
    articles: tuple[str, ...]
    events: tuple[tuple[str, int], ...] = ()
    """The events that members tell of already, and how many do, most first."""
    newcomers: tuple[str, ...] = ()
    """Members that tell of no event yet; they may be accounts of the first of `events`."""
    central: str = ""
    """The member, of the newcomers where there are any, that is nearest to all others: the one by which to know the group."""

    @property
    def known(self) -> str | None:
        """The event of the room that this is, where there is one."""
        return self.events[0][0] if self.events else None


def proposals(
    tellings: Sequence[Telling],
    copies: Iterable[Sequence[str]] = (),
    accounts: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Proposal, ...]:
    """A proposal for each group, by the days spoken of, those without any last; every article is in exactly one.

    `accounts` has the events that each article tells of by the keeper's word. Two that share none are in no group together.
    """
    proposing = Proposing(tellings, accounts or {})
    found = [proposing.of(keys) for keys in grouped(tellings, copies, accounts)]
    return tuple(sorted(found, key=lambda one: (one.days.first if one.days else date.max, one.articles)))


class Proposing:
    """Says what some of the articles in hand are as an event: for a group, or for those that the keeper takes of it."""

    def __init__(self, tellings: Sequence[Telling], accounts: Mapping[str, Sequence[str]]) -> None:
        self._known = {telling.key: telling for telling in tellings}
        self._having: Counter[Term] = Counter(term for telling in tellings for term, _ in telling.weights)
        self._accounts = accounts

    def of(self, keys: Sequence[str]) -> Proposal:
        members = [self._known[key] for key in keys]
        told = Counter(event for key in keys for event in self._accounts.get(key, ()))
        newcomers = tuple(key for key in keys if not self._accounts.get(key)) if told else ()
        return Proposal(
            title=name_of(members, self._having, len(self._known)),
            days=_days(members),
            articles=tuple(keys),
            events=tuple(sorted(told.items(), key=lambda item: (-item[1], item[0]))),
            newcomers=newcomers,
            central=_central(members, newcomers or keys),
        )


def _central(members: Sequence[Telling], offered: Collection[str]) -> str:
    """The one of those offered that is nearest to all members together."""
    ordered = sorted(members, key=lambda telling: (telling.order, telling.key))
    near = nearness(ordered) if len(offered) > 1 else [{} for _ in ordered]
    found = [(sum(others.values()), -at) for at, others in enumerate(near) if ordered[at].key in offered]
    return ordered[-max(found)[1]].key


def _days(members: Sequence[Telling]) -> Days | None:
    """The day that counts most over all members, each with the same voice, and the days near it that count much too."""
    counted: dict[int, float] = defaultdict(float)
    for telling in members:
        total = sum(weight for _, weight in telling.days)
        for day, weight in telling.days:
            if weight >= FEWEST_COUNTED:
                counted[day] += weight / total
    if not counted:
        return None

    def near(day: int) -> float:
        return sum(weight for other, weight in counted.items() if abs(other - day) <= CLOSE)

    peak = max(counted, key=lambda day: (near(day), counted[day], -day))
    much = {day for day, weight in counted.items() if weight >= MUCH_SPOKEN_OF * counted[peak]}
    first = last = peak
    while earlier := [day for day in much if first - CLOSE <= day < first]:
        first = min(earlier)
    while later := [day for day in much if last < day <= last + CLOSE]:
        last = max(later)
    speaking = sum(any(first <= day <= last for day, _ in telling.days) for telling in members)
    return Days(date.fromordinal(first), date.fromordinal(last), speaking)
