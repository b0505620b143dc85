"""Whether two sentences can speak of one occasion, by the days that each speaks of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from reading_room.model.analysis import DateBasis, Time

SLACK: dict[DateBasis, tuple[int, int]] = {
    "explicit": (0, 1),
    "relative": (0, 1),
    "later": (15, 15),
    "carried": (1, 2),
    "published": (30, 1),
}
"""Days by which a time may be wrong, before and after it. What has no date but that of publication was mostly some days earlier;
beyond 30, it is rather another occasion. A single day may be the next one elsewhere, since places differ in what day it is."""

NAMED: frozenset[DateBasis] = frozenset(("explicit", "relative"))
"""The text says which time it is."""


Days = tuple[date, date]
"""The first and the last of a row of days."""


class Meeting(Enum):
    """How the times of two sentences lie to each other."""

    FIRST = "the occasions that both tell of first may be one"
    ASIDE = "one of them only mentions what the other tells of, or they name two days in a row"
    NEVER = "they speak of different occasions"


@dataclass(frozen=True, slots=True)
class When:
    """The first and the last day that something told may have been on, its basis’s slack with them."""

    first: date
    last: date
    named: Time | None
    """The time that it is, where the text says which."""

    @classmethod
    def of(cls, time: Time) -> "When":
        before, after = slack(time)
        first = time.first - timedelta(before) if time.first > date.min + timedelta(before) else date.min
        last = time.last + timedelta(after) if time.last < date.max - timedelta(after) else date.max
        return cls(first, last, time if time.basis in NAMED else None)

    @property
    def days(self) -> Days:
        return self.first, self.last

    @property
    def day(self) -> date | None:
        """The single day that the text names."""
        return self.named.first if self.named and self.named.first == self.named.last else None


def meeting(left: Sequence[When], right: Sequence[When]) -> Meeting:
    """Total: where nothing is dated, nothing tells two occasions apart."""
    if not left or not right or (_meet(left[0], right[0]) and not _in_a_row(left[0], right[0])):
        return Meeting.FIRST
    return Meeting.ASIDE if any(_meet(one, other) for one in left for other in right) else Meeting.NEVER


def apart(left: Collection[Days], right: Collection[Days]) -> bool:
    """Whether two texts both name days of what they tell, and none of the one is within weeks of any of the other: they tell of two
    occasions, and what is dated by nothing but the publication is of the same only by chance."""
    weeks = timedelta(SLACK["published"][0])
    near = any(one[0] - other[1] <= weeks and other[0] - one[1] <= weeks for one in left for other in right)
    return bool(left and right) and not near


def _meet(one: When, other: When) -> bool:
    return one.first <= other.last and other.first <= one.last


def _in_a_row(one: When, other: When) -> bool:
    """Whether both texts name their day, and not the same one: what happened may be one or two."""
    return one.first != other.first and one.day is not None and other.day is not None


def slack(time: Time) -> tuple[int, int]:
    """Days to add before and after a time. Months, years and whatever else has two ends are not the next ones elsewhere."""
    return (0, 0) if time.basis in NAMED and time.first < time.last else SLACK[time.basis]
