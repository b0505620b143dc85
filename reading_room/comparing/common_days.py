"""Whether several sentences can speak of one day, by the times that each speaks of, and whether that is before or after an event.

A time that a sentence's own words or its neighbours give is taken with a day on either side, since a night belongs to two days and
agencies report across zones. Where nothing but the day of publication is known, what is told may lie some time before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reading_room.model.analysis import Time
from reading_room.model.event import Event

SLACK = timedelta(days=1)
NEWS = timedelta(days=31)
"""How long before its publication an undated sentence may be of: accounts of one event are published over weeks."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are meant, both included; None leaves that end open."""

    first: date | None = None
    last: date | None = None

    def __and__(self, other: "Window") -> "Window | None":
        """The days of both; None where they have none in common."""
        first = max(filter(None, (self.first, other.first)), default=None)
        last = min(filter(None, (self.last, other.last)), default=None)
        return None if first and last and last < first else Window(first, last)


ANY = Window()


def window(when: Time | None) -> Window:
    """The days that a sentence with this time may be of."""
    if when is None:
        return ANY
    before = NEWS if when.basis == "published" else SLACK
    first = when.first - before if when.first - date.min > before else date.min
    last = when.last + SLACK if date.max - when.last > SLACK else date.max
    return Window(first, last)


def one_occasion(times: Iterable[Time | None]) -> bool:
    """Whether there is a day that all of them may be of."""
    common = ANY
    for when in times:
        shared = common & window(when)
        if shared is None:
            return False
        common = shared
    return True


def is_background(when: Time | None, event: Event | None) -> bool:
    """Whether the text itself dates what it tells of before or after the event."""
    if when is None or event is None or when.basis == "published":
        return False
    return when.last < event.when.first - SLACK or when.first > event.when.last + SLACK
