"""Whether several sentences can speak of one day, by the times that each speaks of, and whether that is before or after an event.

Two by two, alignment sees to it (`occasions.py`); three sentences may agree two by two and have no day in common.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reading_room.comparing.pairs.occasions import slack
from reading_room.model.analysis import Time
from reading_room.model.event import Event


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
    before, after = map(timedelta, slack(when))
    first = when.first - before if when.first - date.min > before else date.min
    last = when.last + after if date.max - when.last > after else date.max
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
    return window(when) & Window(event.when.first, event.when.last) is None
