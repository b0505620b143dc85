"""A date of publication as the styles of reference write it: as exactly as it is known, in brackets where it is inferred."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from reading_room.model.dates import MONTHS, DateSpan

SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
UNKNOWN = "n.d."


@dataclass(frozen=True, slots=True)
class Point:
    """A year, or a month of it (0 for none), or a day of that (empty for none; `12 or 13` where it is one of two)."""

    year: int
    month: int = 0
    day: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(number for number in (self.year, self.month, int(self.day or 0)) if number)

    @property
    def iso(self) -> str:
        """`2016-03-23`, `2016-03` or `2016`."""
        return "-".join(f"{number:02}" for number in self.numbers)


def points(span: DateSpan) -> tuple[Point, ...]:
    """The date, or the two between which the text came out."""
    begin, slash, end = span.written.partition("/")
    first = _point(span.first, begin)
    last = _point(span.last, end) if slash else first
    return (first,) if last == first else (first, last)


def point_of(day: date) -> Point:
    return Point(day.year, day.month, str(day.day))


def year_first(point: Point) -> str:
    """`2016, March 23`, as APA has it."""
    return ", ".join(filter(None, [str(point.year), f"{_month(point)} {point.day}".strip()]))


def month_first(point: Point) -> str:
    """`March 23, 2016`, as Chicago has it."""
    return f"{_month(point)} {point.day}, {point.year}" if point.day else f"{_month(point)} {point.year}".strip()


def day_first(point: Point) -> str:
    """`23 March 2016`."""
    return f"{point.day} {_month(point)} {point.year}".strip()


def day_first_short(point: Point) -> str:
    """`23 Mar. 2016`, as MLA has it."""
    return f"{point.day} {SHORT_MONTHS[point.month - 1] if point.month else ''} {point.year}".strip()


def written(span: DateSpan | None, form: Callable[[Point], str], inferred: bool) -> str:
    """The date in a style’s form; of two days between which it lies, both."""
    if span is None:
        return UNKNOWN
    joined = " or " if (span.last - span.first).days == 1 else " to "
    first, *rest = points(span)
    last = rest[0] if rest else first
    if rest and first.day and last.day and (first.year, first.month) == (last.year, last.month):
        text = form(replace(first, day=f"{first.day}{joined}{last.day}"))
    else:
        text = joined.join(map(form, [first, *rest]))
    return f"[{text}]" if inferred else text


def _month(point: Point) -> str:
    return MONTHS[point.month - 1] if point.month else ""


def _point(day: date, as_written: str) -> Point:
    """As exactly as it was written: in four characters a year, in seven a month."""
    exactness = len(as_written.split("T")[0].split(" ")[0])
    return (
        Point(day.year, day.month, str(day.day))
        if exactness > 7
        else Point(day.year, day.month if exactness > 4 else 0)
    )
