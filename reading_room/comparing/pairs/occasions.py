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
beyond 30, it is rather another occasion. A single day may be the next one elsewhere, since places differ in what day it is."""

NAMED: frozenset[DateBasis] = frozenset(("explicit", "relative"))
"""The text says which time it is."""


class Meeting(Enum):
    """How the times of two sentences lie to each other."""

    FIRST = "the occasions that both tell of first may be one"
    ASIDE = "one of them only mentions what the other tells of, or they name two days in a row"
    NEVER = "they speak of different occasions"


def meeting(left: Sequence[Time], right: Sequence[Time]) -> Meeting:
    """Total: where nothing is dated, nothing tells two occasions apart."""
    if not left or not right or (_meet(left[0], right[0]) and not _in_a_row(left[0], right[0])):
        return Meeting.FIRST
    return Meeting.ASIDE if any(_meet(one, other) for one in left for other in right) else Meeting.NEVER


def _meet(one: Time, other: Time) -> bool:
    (one_first, one_last), (other_first, other_last) = _days(one), _days(other)
    return one_first <= other_last and other_first <= one_last


def _in_a_row(one: Time, other: Time) -> bool:
    """Whether both texts name their day, and not the same one: what happened may be one or two."""
    return one.first != other.first and all(_is_named_day(time) for time in (one, other))


def _is_named_day(time: Time) -> bool:
    return time.basis in NAMED and time.first == time.last


def slack(time: Time) -> tuple[int, int]:
    """Days to add before and after a time. Months, years and whatever else has two ends are not the next ones elsewhere."""
    return (0, 0) if time.basis in NAMED and time.first < time.last else SLACK[time.basis]


def _days(time: Time) -> tuple[date, date]:
    before, after = slack(time)
    first = time.first - timedelta(before) if time.first > date.min + timedelta(before) else date.min
    last = time.last + timedelta(after) if time.last < date.max - timedelta(after) else date.max
    return first, last
