"""Dates as sources give them: a day, a month, a year, or an interval between two of these."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, time

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?\Z", re.ASCII)
_CLOCK = re.compile(r"[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?\Z", re.ASCII)


class BadDate(ValueError):
    """A text that is not a date of the forms that `DateSpan.parse` reads."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The days that a date may mean, both ends included, with the text that says so.

    `written` is in ISO 8601: `2016-03-23`, `2017-03-02T20:57`, `2016-04`, `2016` or `2016-05-08/2016-05-09`.
    """

    first: date
    last: date
    written: str

    @classmethod
    def parse(cls, written: str) -> "DateSpan":
        """Read one of the forms above; raise `BadDate`, with what was wrong, for anything else."""
        written = written.strip()
        start, slash, end = written.partition("/")
        if not slash:
            first, last = _days(start)
            return cls(first, last, written)
        first, last = _days(start)[0], _days(end)[1]
        if last < first:
            raise BadDate(f"“{written}” ends before it begins")
        return cls(first, last, written)

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Order of publication: the earliest possible day, then the latest, then the time of day."""
        return self.first, self.last, self.written

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether any day of the span may fall between the two days; None leaves that end open."""
        return (last is None or self.first <= last) and (first is None or self.last >= first)

    @property
    def clock(self) -> time | None:
        """The time of day, where one is given."""
        match = _CLOCK.search(self.written)
        return time(int(match["hour"]), int(match["minute"])) if match else None


def day_in_words(day: date) -> str:
    """`4 May 2001`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _days(point: str) -> tuple[date, date]:
    """First and last day of a day, a month or a year; a time of day is checked and left aside."""
    clock = _CLOCK.search(point)
    match = _POINT.match(point[: clock.start()] if clock else point)
    if not match or (clock and not match["day"]):
        raise BadDate(f"“{point}” is not a date like 2016-03-23, 2016-03 or 2016")
    year, month, day = int(match["year"]), match["month"], match["day"]
    try:
        if clock:
            time(int(clock["hour"]), int(clock["minute"]))
        if day:
            one = date(year, int(month), int(day))
            return one, one
        if month:
            return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError as error:
        raise BadDate(f"“{point}” is not a day of the calendar ({error})") from None
