"""Days that are counted from another: of a week, month or season around a day, and so many units before or after it."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from reading_room.comparing.sentences.calendar_dates import SEASONS, Days
from reading_room.model.analysis import DateBasis

MOST_DAYS = 6
"""From its first to the last day of an occasion: “that night” means one of them, and days are counted from it over paragraphs."""
MONTHS = tuple(calendar.month_name[number].lower() for number in range(1, 13))


@dataclass(frozen=True, slots=True)
class Context:
    """What a text was written on and what day it named last; `future` where it speaks of what is still to come."""

    published: Days | None
    named: Days | None
    future: bool
    occasion: Days | None = None
    """What it named last that is of a few days at most: “that night” goes on with it, whatever years were named since."""
    past: bool = False
    """It tells of nothing but what has happened."""
    named_here: bool = True
    """The day was named in the same paragraph."""

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known to a day or two."""
        return self.published[1] if self.published and (self.published[1] - self.published[0]).days <= 1 else None


@dataclass(frozen=True, slots=True)
class Counted:
    """Words at code points `start` to `end` of a text that count from another day."""

    start: int
    end: int
    basis: DateBasis
    days: Callable[[Context], Days | None]


def shifted(day: date, unit: str, number: int) -> date | None:
    """The day so many units later; None beyond the calendar."""
    try:
        if unit in ("day", "night"):
            return day + timedelta(number)
        if unit in ("week", "fortnight"):
            return day + timedelta(number * (7 if unit == "week" else 14))
        months = number * {"month": 1, "year": 12, "decade": 120}.get(unit, 1200) + day.year * 12 + day.month - 1
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def unit_around(day: date, unit: str) -> Days | None:
    """The week (from Monday), month, year … that a day is in."""
    try:
        match unit:
            case "day" | "night" | "morning" | "afternoon" | "evening":
                return day, day
            case "week" | "fortnight":
                monday = day - timedelta(day.weekday())
                return monday, monday + timedelta(6)
            case "weekend":
                monday = day - timedelta(day.weekday())
                return monday + timedelta(5), monday + timedelta(6)
            case "month":
                return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
            case "quarter":
                first = 3 * ((day.month - 1) // 3) + 1
                return date(day.year, first, 1), date(day.year, first + 2, calendar.monthrange(day.year, first + 2)[1])
            case "year":
                return date(day.year, 1, 1), date(day.year, 12, 31)
            case "decade":
                return date(day.year // 10 * 10, 1, 1), date(day.year // 10 * 10 + 9, 12, 31)
    except (ValueError, OverflowError):
        return None
    return None


def season_near(day: date, season: str, mod: str) -> Days | None:
    """The season of that name around, before or after a day."""
    first, last = SEASONS[season]
    years = range(day.year - 2, day.year + 3)
    if day.year < 5 or day.year > 9990:
        return None
    seasons = [
        (date(year, first, 1), date(year + (last < first), last, calendar.monthrange(year + (last < first), last)[1]))
        for year in years
    ]
    if mod == "last":
        return [one for one in seasons if one[1] < day][-1]
    if mod == "next":
        return next(one for one in seasons if one[0] > day)
    return min(seasons, key=lambda one: max((one[0] - day).days, (day - one[1]).days))


def unit_near(context: Context, unit: str, mod: str, edge: str = "") -> Days | None:
    """“This month”, “earlier this year”, “last week”, “next summer”: `mod` is this, last or next, `edge` the part that is meant."""
    base = base_of(context, unit)
    if unit == "week" and mod == "this" and context.future and base is not None and base.weekday() == 6:
        mod = "next"  # a Sunday’s paper: “they will meet this week”
    days = _moved(base, unit, mod) if base else None
    if base is None or days is None:
        return None
    if unit in SEASONS and mod == "this" and context.past and days[0] > base:
        return _moved(base, unit, "last")
    if mod == "this" and days[0] <= base <= days[1]:
        if edge in ("earlier", "so far"):
            return days[0], base
        if edge == "later":
            return base, days[1]
    if edge in ("early", "late", "earlier", "later") and unit in ("month", "year", *MONTHS):
        third = (days[1] - days[0]) / 3
        if edge == "early":
            return days[0], days[0] + third
        if edge == "late":
            return days[1] - third, days[1]
    return days


def _moved(base: date, unit: str, mod: str) -> Days | None:
    if unit in SEASONS:
        return season_near(base, unit, mod)
    if unit in MONTHS:
        return _month_near(base, MONTHS.index(unit) + 1, mod)
    if mod == "last" and unit == "weekend":
        return weekend_before(base)
    step = {"last": -1, "next": 1}.get(mod, 0)
    moved = shifted(
        base, {"weekend": "week", "quarter": "month"}.get(unit, unit), step * (3 if unit == "quarter" else 1)
    )
    return unit_around(moved, unit) if moved else None


def base_of(context: Context, unit: str) -> date | None:
    """The day of publication, or a day of its month where no more is known and no more is needed."""
    if context.today:
        return context.today
    wide = unit in ("year", "decade", "month", *MONTHS, *SEASONS)
    if (
        context.published
        and wide
        and (context.published[1] - context.published[0]).days < (32 if unit != "year" else 366)
    ):
        return context.published[0]
    return None


def _month_near(base: date, month: int, mod: str) -> Days | None:
    year = base.year
    if mod == "last" and month >= base.month:
        year -= 1
    if mod == "next" and month <= base.month:
        year += 1
    first = date(max(1, min(9999, year)), month, 1)
    return unit_around(first, "month")


def weekend_before(day: date) -> Days | None:
    saturday = shifted(day, "day", -((day.weekday() + 2) % 7 or 7))
    sunday = shifted(saturday, "day", 1) if saturday else None
    return (saturday, sunday) if saturday and sunday else None


def away(unit: str, number: int, sign: int, base: date | None) -> Days | None:
    """So many units before or after a day, as exactly as people mean it who say so."""
    unit = {"night": "day", "centurie": "century", "morning": "day", "evening": "day"}.get(unit, unit)
    day = shifted(base, unit, sign * number) if base else None
    if not day:
        return None
    if unit == "day":
        return (day, day) if number < 15 else widened(day, 2)
    if unit in ("week", "fortnight"):
        return widened(day, 3 if number > 1 or unit == "fortnight" else 1)
    if unit == "month":
        return widened(day, 7) if number == 1 else unit_around(day, "month")
    if unit == "year":
        return widened(day, 31) if number == 1 else unit_around(day, "year")
    try:
        width = 1 if unit == "decade" else 10
        return date(day.year - width, 1, 1), date(day.year + width, 12, 31)
    except ValueError:
        return None


def widened(day: date, by: int) -> Days | None:
    first, last = shifted(day, "day", -by), shifted(day, "day", by)
    return (first, last) if first and last else None


def later(context: Context, unit: str, number: int, sign: int) -> Days | None:
    """“A year later”, “two days earlier”: from what the text named, as wide as that was."""
    if context.named is None:
        return away(unit, number, sign, context.today) if sign < 0 else None
    wide = (context.named[1] - context.named[0]).days
    widest = {"day": 31, "week": 62, "month": 366, "fortnight": 62, "night": 31}.get(unit, 800)
    if wide > (widest if context.named_here or widest > 62 else MOST_DAYS):
        return None
    if wide >= 27 and unit in ("month", "year"):
        ends = [shifted(day, unit, sign * number) for day in context.named]
        return (ends[0], _same_end(context.named[1], ends[1])) if ends[0] and ends[1] else None
    first = away(unit, number, sign, context.named[0])
    last = away(unit, number, sign, context.named[1])
    return (first[0], last[1]) if first and last else None


def _same_end(day: date, moved: date) -> date:
    """The last day of a month stays one, however long the months are."""
    ends_month = day.day == calendar.monthrange(day.year, day.month)[1]
    return moved.replace(day=calendar.monthrange(moved.year, moved.month)[1]) if ends_month else moved


def neighbour(context: Context, unit: str, step: int) -> Days | None:
    """“The next day”, “the previous month”, “that year”, “the week before”."""
    unit = "day" if unit in ("night", "morning", "afternoon", "evening") else unit
    widest = {"day": 6, "week": 13, "weekend": 13, "month": 62}.get(unit, 800)
    named = next((one for one in (context.named, context.occasion) if one and (one[1] - one[0]).days <= widest), None)
    if context.named is None:
        if step < 0 and context.today:
            day = shifted(context.today, unit, -1)
            return unit_around(day, unit) if day else None
        return None
    if named is None:
        return None
    base = named[1] if step > 0 else named[0]
    day = shifted(base, "week" if unit == "weekend" else unit, step)
    return unit_around(day, unit) if day else None
