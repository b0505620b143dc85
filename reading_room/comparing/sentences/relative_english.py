"""Finds the times that English words count from another day: from that of publication, or from one that the text named before."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reading_room.comparing.sentences.calendar_dates import SEASONS, Days
from reading_room.comparing.sentences.counted_days import (
    Context,
    Counted,
    away,
    base_of,
    later,
    neighbour,
    shifted,
    unit_around,
    unit_near,
    weekend_before,
)
from reading_room.model.analysis import DateBasis

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "a couple of": 2, "a dozen": 12, "half a dozen": 6,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_N = (
    rf"(?<![\w.,’'-])(?P<n>\d{{1,3}}|(?:{'|'.join(TENS)})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|"
    rf"{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
)
_UNIT = r"(?P<u>day|night|week|fortnight|month|year|decade|century|centurie)s?"
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_SEASON = "|".join(SEASONS)


def counted_times(text: str, start: int, end: int) -> list[Counted]:
    """Those between two code points of an English text, in its order and not overlapping."""
    said = text[start:end].lower()
    found = [one for rule in _RULES if any(word in said for word in rule.needed) for one in rule.read(text, start, end)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Counted] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class _Rule:
    needed: tuple[str, ...]
    """Of these, one is in every text that it finds anything in: small letters."""
    pattern: re.Pattern[str]
    basis: DateBasis
    days: Callable[[re.Match[str], Context], Days | None]

    def read(self, text: str, start: int, end: int) -> Iterator[Counted]:
        for match in self.pattern.finditer(text, start, end):
            span = match.span("words") if "words" in self.pattern.groupindex else match.span()
            yield Counted(*span, self.basis, lambda context, match=match: self.days(match, context))  # type: ignore[misc]


def _number(match: re.Match[str]) -> int:
    words = " ".join(match["n"].lower().split())
    if words.isdigit():
        return int(words)
    return NUMBERS.get(words) or sum(TENS.get(word, 0) or NUMBERS[word] for word in re.split(r"[\s-]", words))


def _today_and(days: int) -> Callable[[re.Match[str], Context], Days | None]:
    def read(match: re.Match[str], context: Context) -> Days | None:
        day = shifted(context.today, "day", days) if context.today else None
        return (day, day) if day else None

    return read


def _overnight(match: re.Match[str], context: Context) -> Days | None:
    day = shifted(context.today, "day", -1) if context.today else None
    return (day, context.today) if day and context.today else None


def _unit_of_today(match: re.Match[str], context: Context) -> Days | None:
    mod = match["mod"].lower().split()[-1]
    mod = {"past": "last", "previous": "last", "coming": "next", "current": "this"}.get(mod, mod)
    return unit_near(context, match["u"].lower(), mod, " ".join((match["ed"] or "").lower().split()))


def _before_last(match: re.Match[str], context: Context) -> Days | None:
    """“The week before last”: what was last when the last one was."""
    unit = match["u"].lower()
    last = unit_near(context, unit, "last")
    return unit_near(replace(context, published=(last[0], last[0])), unit, "last") if last else None


def _half(match: re.Match[str], context: Context) -> Days | None:
    """“The second half of this year”, “the first quarter of last year”."""
    base = base_of(context, "year")
    if base is None:
        return None
    year = base.year + {"last": -1, "next": 1}.get(match["mod"].lower(), 0)
    length = 6 if match["u"].lower() == "half" else 3
    place = {"f": 0, "1": 0, "s": 1, "2": 1, "t": 2, "3": 2}.get(match["q"][0].lower(), 3)
    place = 3 if match["q"].lower() == "fourth" else place
    if not 0 < year < 9999 or place * length >= 12:
        return None
    first, last = place * length + 1, (place + 1) * length
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _part_of_unit(match: re.Match[str], context: Context) -> Days | None:
    """“The end of the year”, “the beginning of last month”."""
    unit = match["u"].lower()
    base = base_of(context, unit)
    moved = shifted(base, unit, {"last": -1, "next": 1}.get(match["mod"].lower(), 0)) if base else None
    days = unit_around(moved, unit) if moved else None
    if not days:
        return None
    third = (days[1] - days[0]) / 3
    part = match["part"].lower()
    if context.past and part != "end" and context.today and days[0] <= context.today:
        return days[0], min(days[0] + third, context.today)
    if part == "end":
        return days[1] - third, days[1]
    return (days[0] + third, days[1] - third) if part == "middle" else (days[0], days[0] + third)


def _quarter(match: re.Match[str], context: Context) -> Days | None:
    """“In the third quarter”: the last one of that name that began, or the next where the sentence looks ahead."""
    today = context.today
    if today is None or not 2 < today.year < 9997:
        return None
    month = {"first": 1, "second": 4, "third": 7, "fourth": 10}[(match["q"] or match["q2"]).lower()]
    found = [
        days
        for year in (today.year - 1, today.year, today.year + 1)
        if (days := unit_around(date(year, month, 1), "quarter"))
    ]
    if context.future:
        return next((days for days in found if days[1] >= today), None)
    return next((days for days in reversed(found) if days[0] <= today), None)


def _weekend(match: re.Match[str], context: Context) -> Days | None:
    if not context.today:
        return None
    if context.future or context.today.weekday() >= 5:
        return unit_around(context.today, "weekend")
    return weekend_before(context.today)


def _window(match: re.Match[str], context: Context) -> Days | None:
    """“In the past two weeks”, “over the next three days”."""
    if not context.today:
        return None
    ahead = (match["mod"] or match["mod2"]).lower() in ("next", "coming", "following")
    unit = match["u"].lower()
    number = _number(match) if match["n"] else 1
    if unit == "hour":
        unit, number = "day", max(1, round(number / 24))
    base = context.today
    if ahead and not match["mod"] and not context.future and context.named and (base - context.named[1]).days > 31:
        base = context.named[1]  # “It cut back over the next year”, of what is long past
    other = shifted(base, unit, number if ahead else -number)
    if not other:
        return None
    return (base, other) if ahead else (other, base)


def _ago(match: re.Match[str], context: Context) -> Days | None:
    base = context.today or (context.published[0] if context.published else None)
    if context.today and (match["exactly"] or match["of"]):
        return _counted_to_the_day(match, context.today)
    return away(match["u"].lower(), _number(match), -1, base)


def _counted_to_the_day(match: re.Match[str], today: date) -> Days | None:
    """“One year ago today”, “exactly a year ago”, “two years ago this week”: the day, week or month so long before this one."""
    unit, of = match["u"].lower().replace("centurie", "century"), (match["of"] or "today").lower().split()[-1]
    now = shifted(today, "day", {"yesterday": -1, "tomorrow": 1}.get(of, 0))
    day = shifted(now, unit, -_number(match)) if now else None
    return unit_around(day, of if of in ("week", "weekend", "month") else "day") if day else None


def _later(match: re.Match[str], context: Context) -> Days | None:
    sign = -1 if match["way"].lower() in ("earlier", "before", "previously", "prior") else 1
    return later(context, match["u"].lower(), _number(match), sign)


def _neighbour(match: re.Match[str], context: Context) -> Days | None:
    words = match["mod"].lower().split()[-1]
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(words, 0)
    return neighbour(context, match["u"].lower(), step)


def _lasting(match: re.Match[str], context: Context) -> Days | None:
    """“Has lasted for twenty days”: up to the day of publication."""
    if not context.today or match["u"].lower() not in ("day", "night", "week", "month", "year"):
        return None
    first = shifted(context.today, match["u"].lower(), -_number(match))
    return (first, context.today) if first else None


def _rule(needed: str, pattern: str, basis: DateBasis, days: Callable[[re.Match[str], Context], Days | None]) -> _Rule:
    return _Rule(tuple(needed.split()), re.compile(pattern, re.IGNORECASE), basis, days)


_UNITS_OF_TODAY = rf"week|month|year|weekend|quarter|decade|{_SEASON}|{_MONTH}"
_RULES = (
    _rule("yesterday", r"\b(?:the\s+)?day\s+before\s+yesterday\b", "relative", _today_and(-2)),
    _rule(
        "yesterday night",
        r"\b(?:yesterday|last\s+night)\b(?:\s+(?:morning|afternoon|evening|night))?",
        "relative",
        _today_and(-1),
    ),
    _rule(
        "today tonight this",
        r"(?<!\bUSA\s)\b(?:(?:earlier|later)\s+)?(?:today|tonight|this\s+(?:morning|afternoon|evening))\b(?!['’]s)",
        "relative",
        _today_and(0),
    ),
    _rule("tomorrow", r"\btomorrow\b", "relative", _today_and(1)),
    _rule("overnight", r"\bovernight\b", "relative", _overnight),
    _rule(
        "this last next current past",
        rf"\b(?:(?P<ed>earlier|later|late|early|so\s+far)\s+)?(?P<mod>this|last|next|this\s+past|this\s+coming|the\s+current|the\s+past)\s+"
        rf"(?P<u>{_UNITS_OF_TODAY})\b",
        "relative",
        _unit_of_today,
    ),
    _rule(
        "half quarter",
        r"\b(?:the\s+)?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?P<u>half|quarter)\s+of\s+(?P<mod>this|last|next)\s+year\b",
        "relative",
        _half,
    ),
    _rule(
        "end beginning start middle",
        r"\b(?:the\s+)?(?P<part>end|beginning|start|middle)\s+of\s+(?P<mod>the|this|last|next)\s+(?P<u>month|year|decade)\b(?!\s+(?:before|after)|['’])",
        "relative",
        _part_of_unit,
    ),
    _rule(
        "quarter",
        r"(?:(?<=\bthe\s)(?P<q>first|second|third|fourth)[\s-]+quarter\b(?!\s+of\b|\s+\d)|"
        r"(?<![’']s\s)\b(?P<q2>first|second|third|fourth)-quarter(?=\s+(?:net\s+|operating\s+)?"
        r"(?:profits?|loss(?:es)?|earnings|revenues?|sales|income)\b))",
        "relative",
        _quarter,
    ),
    _rule("weekend", r"\b(?:over|at|on|during)\s+the\s+weekend\b", "relative", _weekend),
    _rule(
        "past last next coming",
        rf"\b(?:(?:in|over|during|for|within)\s+)?(?:the|these)\s+(?:(?P<mod>past|last|next|coming)\s+{_N}|"
        r"(?P<mod2>past|last|(?<=\bover\sthe\s)next|(?<=\bin\sthe\s)next|(?<=\bwithin\sthe\s)next|coming)(?=\s+(?:week|fortnight|month|year|decade)\b(?!\s+of\b)))\s+"
        r"(?P<u>hour|day|night|week|fortnight|month|year|decade)s?\b(?!\s+of\b)",
        "relative",
        _window,
    ),
    _rule(
        "ago",
        rf"\b(?:(?:about|around|some|nearly|almost|just|(?<!almost )(?P<exactly>exactly))\s+)?{_N}\s+{_UNIT}\s+ago\b"
        r"(?:,?\s+(?P<of>today|yesterday|tomorrow|tonight|to\s+the\s+day|this\s+(?:morning|afternoon|evening|week|weekend|month))\b(?!['’]s))?",
        "relative",
        _ago,
    ),
    _rule(
        "later earlier after before previously prior",
        rf"\b(?:(?:about|around|some|nearly|almost|just|exactly)\s+)?{_N}\s+{_UNIT}\s+(?P<way>later|earlier|afterwards?|before|after|"
        r"previously|prior)\b",
        "later",
        _later,
    ),
    _rule(
        "next following previous same preceding",
        r"\bthe\s+(?P<mod>next|following|previous|same|preceding|very\s+next)\s+(?P<u>day|morning|afternoon|evening|night|week|weekend|month|year)\b",
        "later",
        _neighbour,
    ),
    _rule(
        "that",
        r"\b(?:later\s+)?(?P<mod>that(?:\s+same)?)\s+(?P<u>day|morning|afternoon|evening|night|week|weekend|month|year)\b",
        "later",
        _neighbour,
    ),
    _rule(
        "before",
        rf"\bthe\s+(?P<u>week|weekend|month|year|night|{_SEASON})\s+before\s+last\b(?!\s+(?:week|month|year))",
        "relative",
        _before_last,
    ),
    _rule(
        "before after",
        r"\bthe\s+(?P<u>day|week|month|year|night)\s+(?P<mod>before|after)\b(?!\s+(?:yesterday|tomorrow))",
        "later",
        _neighbour,
    ),
    _rule(
        "for",
        rf"\b(?:has|have|['’]ve)\s[^.;,()]{{0,60}}?\b(?P<words>for\s+(?:(?:about|some|nearly|almost|more\s+than|over)\s+)?{_N}\s+"
        rf"(?:consecutive\s+|straight\s+)?{_UNIT})\b(?!\s+(?:old|ago))",
        "relative",
        _lasting,
    ),
)
_HINT = re.compile(
    r"\b(?=[ytondmwqfchlesa])(?:yesterday|today|tonight|tomorrow|overnight|night|morning|afternoon|evening|days?|weeks?|months?|years?|"
    r"weekends?|fortnights?|decades?|quarter|centur|hours?|spring|summer|autumn|winter|(?:this|last|next)\s+(?:fall\b|[jfmasond]))"
)


def may_count(text: str) -> bool:
    """Whether any of the words stand in a text in small letters without which nothing is found."""
    return bool(_HINT.search(text))
