"""Finds dates that name months, years or days of the week, in the languages of `time_words`."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from reading_room.comparing.sentences.time_words import TimeWords, time_words

Days = tuple[date, date]
"""The first and the last day of a time."""

PARTS = {
    "early": 0, "beginning": 0, "start": 0, "début": 0, "начале": 0, "mid": 1, "middle": 1, "mi": 1, "середине": 1,
    "late": 2, "end": 2, "fin": 2, "конце": 2, "anfang": 0, "ende": 2, "mitte": 1, "principios": 0, "mediados": 1, "finales": 2,
    "مطلع": 0, "أوائل": 0, "بداية": 0, "منتصف": 1, "أواسط": 1, "أواخر": 2, "نهاية": 2, "first half": 3, "second half": 4,
}  # fmt: skip
"""Thirds and halves of a month or a year."""
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
"""Their months, as the north counts them."""
_THIRDS = ((1, 10), (11, 20), (21, 31), (1, 15), (16, 31))
_THIRDS_OF_YEAR = ((1, 4), (5, 8), (9, 12), (1, 6), (7, 12))


@dataclass(frozen=True, slots=True)
class Written:
    """A date as code points `start` to `end` of a text give it; what they do not give is None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: int | None = None
    """An index of `PARTS`."""
    months: int = 1
    """How many months it is of, beginning with `month`, where it has no day."""
    season: str = ""
    last_year: int | None = None
    weekday: int | None = None

    def days(self, year: int) -> Days | None:
        """The days that are meant if it is of this year; None where there is no such day."""
        try:
            if self.season:
                first, last = SEASONS[self.season]
                return date(year, first, 1), _month_end(year + (last < first), last)
            if self.month is None:
                if self.part is not None:
                    first, last = _THIRDS_OF_YEAR[self.part]
                    return date(year, first, 1), _month_end(year, last)
                return date(year, 1, 1), date(self.last_year or year, 12, 31)
            if self.day is not None:
                return date(year, self.month, self.day), date(year, self.month, self.last_day or self.day)
            if self.part is not None:
                first, last = _THIRDS[self.part]
                return date(year, self.month, first), min(
                    date(year, self.month, 1) + timedelta(last - 1), _month_end(year, self.month)
                )
            return date(year, self.month, 1), _month_end(year, self.month + self.months - 1)
        except ValueError:
            return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_PART_BEFORE = re.compile(
    r"(?<!\w)(?P<part>early|mid|late|beginning(?=\s+of)|start(?=\s+of)|middle(?=\s+of)|end(?=\s+of)|first\s+half(?=\s+of)|"
    r"second\s+half(?=\s+of)|début|fin|mi|начале|середине|конце|anfang|mitte|ende|principios|mediados|finales|مطلع|أوائل|بداية|منتصف|أواسط|أواخر|"
    r"نهاية)[\s-]+(?:in\s+|of\s+|de\s+|شهر\s+)?\Z",
    re.IGNORECASE,
)
_YEAR = r"(?P<y>1\d\d\d|20\d\d)(?![\d%]|[.,]\d)"
_UNTOUCHED = r"(?<![\w.,:/$€£#+-])"
_ISO = re.compile(rf"{_UNTOUCHED}(?P<y>1\d\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d|-\d)")
_NUMERIC = re.compile(
    rf"{_UNTOUCHED}(?P<a>\d\d?)(?P<sep>[./])(?P<b>\d\d?)(?P=sep)(?P<y>1[89]\d\d|20\d\d)(?![\w/]|[.,]\d)"
)
_YEAR_ALONE = re.compile(
    rf"{_UNTOUCHED}(?P<y>1[0-9]\d\d|20\d\d)(?P<range>\s?[-–—/]\s?(?P<z>(?:1[0-9]|20)?\d\d)(?!\d))?(?P<s>['’]?s\b)?"
    r"(?![\w%°]|[.,:]\d|-(?!to\b|[A-Z\d])\w|['’]\d|\s*(?:GMT|UTC|E[SD]?T|hrs|hours)\b)"
)
_QUARTER = re.compile(
    rf"\b(?P<q>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]+(?P<unit>quarter|half)(?:\s+of|,)?\s+(?:the\s+year\s+)?{_YEAR}"
)
_COUNTED_AFTER = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:people|men|women|children|persons|troops|[a-z]{3,}[^s\W]s)\b(?!\s+(?:later|ago))"
)
"""What follows a number that only looks like a year: “2000 soldiers”."""
_CLOSES = re.compile(r"[.;!?]")
_CAPITALISED = re.compile(r"\s+([A-Z][a-z]+\.?)")
_YEAR_BEFORE = re.compile(
    r"(?:^|[(\[,;:–—-]\s*|\b(?:in|of|since|by|until|till|from|to|through|during|before|after|between|and|or|early|late|mid|years?|"
    r"around|about|circa|the|a|this|that|its|his|their|for|on|summer|spring|autumn|winter|fall|than|with|is|as|at|late|"
    r"en|de|depuis|année|в|с|до|к|после|عام|سنة|العام|في|منذ|\w+['’]s?)[\s-]+)\Z",
    re.IGNORECASE,
)
_SURELY = re.compile(r"\b(?:in|since|year|until|from|by|during)\s+\Z", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"\d{4}")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Of one language. A day is the group `d`, a second one `e`, a month `m` or `n`, a year `y`, a day of the week `w`."""

    words: TimeWords
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month: re.Pattern[str]
    before_alone: re.Pattern[str]
    weekday: re.Pattern[str]
    joint: re.Pattern[str]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    called_before: re.Pattern[str]
    called_after: re.Pattern[str]
    months: tuple[re.Pattern[str], ...]
    weekdays: tuple[re.Pattern[str], ...]
    feast: re.Pattern[str]
    season: re.Pattern[str]
    known: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = time_words(language)
    month = "|".join(words.months)
    name = rf"(?P<m>\b(?:{month})(?:\s*/\s*(?:{month}))?)(?!\w)"
    sure = "|".join(one for number, one in enumerate(words.months, 1) if number in words.alone)
    unsure = "|".join(one for number, one in enumerate(words.months, 1) if number not in words.alone) or "(?!)"
    weekday = "|".join(words.weekdays)
    day, second = (rf"(?P<{group}>0?[1-9]|[12]\d|3[01])(?!\d){words.ordinal}" for group in "de")
    more = rf"(?:,\s+\d\d?(?!\d){words.ordinal})"
    joint = rf"(?:\s?[-–—]\s?|{words.to}|\s+(?:and|or|et|ou|и|или|و|أو)\s?(?:the\s+)?)"
    # “March 3, 20 and 30 men” is of the third.
    counted = rf"(?!{more}{{1,6}},?{joint}\d\d?\s+(?:people|\w*men|\w*women|children|[a-z]{{3,}}[^s\W]s)\b)"
    within = rf"(?:,?\s+(?:(?:of|in)\s+)?|{words.of}\s+|/)"
    ignored = re.NOFLAG if words.capitals else re.IGNORECASE
    return _Patterns(
        words,
        re.compile(
            rf"{_UNTOUCHED}{day}(?:{more}{{0,6}},?{joint}{second})?(?:{words.of})?\s+{name}(?:{within}{_YEAR})?",
            ignored,
        ),
        re.compile(
            rf"{name}\s+(?:the\s+)?{day}(?![.,:]\d|%)(?:{counted}{more}{{0,6}},?{joint}{second}(?![.,:]\d|%))?(?:{within}{_YEAR})?",
            ignored,
        ),
        re.compile(
            rf"\b(?:(?P<m>(?:{month})(?:\s*/\s*(?:{month}))?)(?:{within}|-){_YEAR}|(?P<n>{sure})(?!\w)|"
            rf"(?P<o>{unsure})(?!\w)(?!\s+[A-Z]))",
            ignored,
        ),
        re.compile(rf"\b{words.before_alone}\s+\Z", re.IGNORECASE),
        re.compile(rf"\b(?P<w>{weekday})(?!\w)", ignored),
        re.compile(rf"(?:\s?[-–—]\s?|{words.to})(?:early\s+|late\s+)?\Z"),
        re.compile(words.no_weekday_before),
        re.compile(words.no_weekday_after),
        re.compile(words.called_before, ignored),
        re.compile(words.called_after),
        tuple(re.compile(one, ignored) for one in words.months),
        tuple(re.compile(one, ignored) for one in words.weekdays),
        re.compile(rf"\b(?P<f>{'|'.join(words.feasts) or '(?!)'})(?!\w|['’]s)(?:(?:{within}|\s+){_YEAR})?", ignored),
        re.compile(
            rf"\b(?P<season>{'|'.join(words.seasons) or '(?!)'})(?!\w)(?:{words.of}|\s+of|,)?\s+{_YEAR}(?:[-–/]\d\d(?!\d))?",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<![\w/.,-])(?P<k>{'|'.join(words.known) or '(?!)'})(?![\w/]|[.,]\d|\s+of\b)"),
    )


@cache
def hint(language: str) -> re.Pattern[str]:
    """What stands in every text in which `written_dates` finds something; `n` where it is a name."""
    words = _patterns(language).words
    # Looking at the first letter alone makes this several times as fast as the names would be.
    named = (*words.months, *words.weekdays, *words.feasts)
    letters = "".join({letter for one in named for letter in re.findall(r"(?:^\(\?:|^|\|)([^\W\d_])", one)})
    known = "|".join(words.known) or "(?!)"
    letters += "" if words.capitals else letters.upper()
    return re.compile(
        rf"\b(?=[\d{letters}])(?:(?:1\d|20)\d\d|{known}|(?P<n>(?:{'|'.join(named)})(?!\w)))",
        re.NOFLAG if words.capitals else re.IGNORECASE,
    )


def western_digits(text: str) -> str:
    """The text with every digit at its place as 0 to 9."""
    return text if text.isascii() else text.translate(_ARABIC_DIGITS)


def written_dates(text: str, start: int, end: int, language: str) -> list[Written]:
    """The dates between two code points of a text with western digits, in its order and not overlapping."""
    known, found = _patterns(language), list[Written]()
    taken = bytearray(end - start)  # to compare each with every other would take the square of the time

    def take(one: Written) -> None:
        at, to = one.start - start, one.end - start
        if not any(taken[at:to]):
            taken[at:to] = b"\1" * (to - at)
            found.append(one)

    years, names = (
        _FOUR_DIGITS.search(text, start, end),
        any(one["n"] for one in hint(language).finditer(text, start, end)),
    )
    for match in _ISO.finditer(text, start, end) if years else ():
        take(Written(*match.span(), int(match["y"]), int(match["m"]), int(match["d"])))
    for match in _NUMERIC.finditer(text, start, end) if years else ():
        if one := _numeric(match):
            take(one)
    for pattern in (known.day_month, known.month_day) if names else ():
        for match in pattern.finditer(text, start, end):
            if match["y"] or not _is_called(text, start, end, match, known):
                take(_day_of_month(match, known))
            else:
                taken[match.start() - start : match.end() - start] = b"\1" * len(match[0])
    for match in known.feast.finditer(text, start, end) if names else ():
        take(_feast(match, known))
    for match in known.season.finditer(text, start, end) if years else ():
        take(Written(*match.span(), int(match["y"]), season=_season(match["season"], known)))
    for match in known.known.finditer(text, start, end):
        day = known.words.known[match["k"]]
        take(Written(*match.span(), day.year, day.month, day.day))
    for match in _QUARTER.finditer(text, start, end) if years else ():
        take(_quarter(match))
    for match in known.month.finditer(text, start, end) if names else ():
        if one := _month(match, text, start, known):
            take(one)
    for match in _YEAR_ALONE.finditer(text, start, end) if years else ():
        if one := _year(match, text, start):
            take(one)
    for match in known.weekday.finditer(text, start, end) if names else ():
        if not _names_something(text, start, end, match, known):
            take(Written(*match.span(), weekday=_number(match["w"], known.weekdays) - 1))
    return list(_with_weekdays(sorted(found, key=lambda one: one.start), text))


def is_joint(between: str, language: str) -> bool:
    """Whether these words between two dates make a range of them."""
    return bool(_patterns(language).joint.match(between))


def _number(name: str, patterns: tuple[re.Pattern[str], ...]) -> int:
    """Which of them it is, from 1; of two names of one month, as in “آذار/مارس”, the first tells."""
    name = name.partition("/")[0].strip()
    return next(number for number, one in enumerate(patterns, 1) if one.fullmatch(name))


def _part(text: str, start: int, at: int) -> tuple[int, int | None]:
    """Where the words begin that make a part of the month or year at `at`, and which part."""
    match = _PART_BEFORE.search(text, max(start, at - 24), at)
    return (match.start(), PARTS[" ".join(match["part"].lower().split())]) if match else (at, None)


def _is_called(text: str, start: int, end: int, match: re.Match[str], known: _Patterns) -> bool:
    """Whether something is called by this day of the month: “the March 8 alliance”."""
    before = known.called_before.search(text, max(start, match.start() - 24), match.start())
    return bool(before or known.called_after.match(text, match.end(), end))


def _names_something(text: str, start: int, end: int, match: re.Match[str], known: _Patterns) -> bool:
    """Whether a name of a day of the week is part of that of a paper, a feast, or somebody: “the mayor, Friday Okafor”."""
    if known.not_after.search(text, max(start, match.start() - 12), match.start()):
        return True
    if known.not_before.match(text, match.end(), end):
        return True
    following = known.words.capitals and _CAPITALISED.match(text, match.end(), end)
    if not following or any(month.fullmatch(following[1]) for month in known.months):
        return False
    return match.start() == start or text[match.start() - 2 : match.start()] == ", "


def _month(match: re.Match[str], text: str, start: int, known: _Patterns) -> Written | None:
    begins, part = _part(text, start, match.start())
    if match["o"] and part is None and not known.before_alone.search(text, max(start, begins - 16), begins):
        return None
    if not match["y"] and not known.words.capitals and match[0][0].isupper():
        return None  # “Марта”, “Avril”: somebody
    number = _number(match["m"] or match["n"] or match["o"], known.months)
    return Written(begins, match.end(), int(match["y"]) if match["y"] else None, number, part=part)


def _numeric(match: re.Match[str]) -> Written | None:
    """“27.3.2016” and “27/3/2016” have the day first, “3/27/2016” has not; “3/4/2016” may be either and is left aside."""
    day, month = int(match["a"]), int(match["b"])
    if match["sep"] == "/":
        if day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    return Written(*match.span(), int(match["y"]), month, day) if 1 <= day <= 31 and 1 <= month <= 12 else None


def _day_of_month(match: re.Match[str], known: _Patterns) -> Written:
    day, last = int(match["d"]), int(match["e"] or 0)
    year = int(match["y"]) if match["y"] else None
    month = _number(match["m"], known.months)
    return Written(*match.span(), year, month, min(day, last) if last else day, max(day, last) if last else None)


def _feast(match: re.Match[str], known: _Patterns) -> Written:
    month, day = next(
        day
        for words, day in known.words.feasts.items()
        if re.fullmatch(words, match["f"], known.feast.flags & re.IGNORECASE)
    )
    return Written(*match.span(), int(match["y"]) if match["y"] else None, month, day)


def _season(name: str, known: _Patterns) -> str:
    return next(season for words, season in known.words.seasons.items() if re.fullmatch(words, name, re.IGNORECASE))


def _quarter(match: re.Match[str]) -> Written:
    place = {"f": 0, "1": 0, "s": 1, "2": 1, "t": 2, "3": 2, "4": 3, "l": 3}[match["q"][0]]
    place = 3 if match["q"] in ("fourth", "final") else place
    if match["unit"] == "half":
        return Written(*match.span(), int(match["y"]), part=3 if place == 0 else 4)
    return Written(*match.span(), int(match["y"]), 3 * place + 1, months=3)


def _year(match: re.Match[str], text: str, start: int) -> Written | None:
    """A number that is a year by what stands around it."""
    year = int(match["y"])
    begins, part = _part(text, start, match.start())
    before = text[max(start, begins - 16) : begins]
    alone = not match["range"] and not match["s"] and part is None
    if alone and (counted := _COUNTED_AFTER.match(text, match.end())) and _CLOSES.match(text, counted.end()):
        return None
    if alone and _COUNTED_AFTER.match(text, match.end()) and not _SURELY.search(before):
        return None
    if alone and not (_YEAR_BEFORE.search(before) or match.start() == start):
        return None
    if alone and not 1400 <= year < 2050 and not _SURELY.search(before):
        return None
    last = None
    if match["z"]:
        last = int(match["z"]) if len(match["z"]) == 4 else year - year % 100 + int(match["z"])
        if not year < last < year + 200:
            return None
    if match["s"]:
        if year % 10:
            return Written(match.start(), match.end("y"), year)  # “2016’s”
        if part is not None and part < 3 and year % 100:  # the late 1990s
            return Written(begins, match.end(), year + 3 * part, last_year=year + 3 * part + 3)
        last = year + (99 if year % 100 == 0 and year < 2000 else 9)
    return Written(begins, match.end(), year, part=None if last else part, last_year=last)


_NEAR = re.compile(r",?\s+(?:the\s+|le\s+)?\Z|\s*[(]\Z")


def _with_weekdays(found: list[Written], text: str) -> Iterator[Written]:
    """Makes one of “Sunday” and the day of the month that follows or goes before it."""
    held: Written | None = None
    for one in found:
        day_of_week = held.weekday if held and held.month is None else None
        if (
            held
            and day_of_week is not None
            and one.day
            and not one.last_day
            and _NEAR.match(text[held.end : one.start])
        ):
            held = replace(one, start=held.start, weekday=day_of_week)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held
