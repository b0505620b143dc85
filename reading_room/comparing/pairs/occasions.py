"""Whether two sentences can speak of one occasion, by the days that each speaks of."""

from collections.abc import Sequence
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
beyond 30, it is rather another occasion. A day is allowed everywhere, since places differ in what day it is: two days in a row
meet, and no others."""


Days = tuple[date, date]
"""The first and the last day that something can have been on."""


class Meeting(Enum):
    """How the times of two sentences lie to each other."""

    FIRST = "the occasions that both tell of first may be one"
    ASIDE = "one of them only mentions what the other tells of"
    NEVER = "they speak of different occasions"


def meeting(left: Sequence[Days], right: Sequence[Days]) -> Meeting:
    """Of what two sentences tell, first and aside. Total: where nothing is dated, nothing tells two occasions apart."""
    if not left or not right or _meet(left[0], right[0]):
        return Meeting.FIRST
    return Meeting.ASIDE if any(_meet(one, other) for one in left for other in right) else Meeting.NEVER


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def days(time: Time) -> Days:
    """Those of a time, with as much slack as its basis has."""
    before, after = SLACK[time.basis]
    first = time.first - timedelta(before) if time.first > date.min + timedelta(before) else date.min
    last = time.last + timedelta(after) if time.last < date.max - timedelta(after) else date.max
    return first, last
