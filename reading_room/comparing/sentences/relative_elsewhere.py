"""Finds the times that are counted from another day in Arabic, French, German, Russian and Spanish, by a table for each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count

from reading_room.comparing.sentences.calendar_dates import Days
from reading_room.comparing.sentences.counted_days import (
    Context,
    Counted,
    away,
    later,
    neighbour,
    shifted,
    unit_around,
    unit_near,
    weekend_before,
)
from reading_room.comparing.sentences.time_words import time_words
from reading_room.model.analysis import DateBasis


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Of a language. In the patterns of `rules`, which are by what they mean, `{u}` stands for a unit, `{n}` for a number."""

    units: Mapping[str, str]
    numbers: Mapping[str, int]
    """Those of units that say the number themselves, as an Arabic dual does, are found in the unit."""
    one: str
    """A unit that stands for one of it: in `rules` it is `{one}`."""
    rules: Mapping[str, str]
    """`last`, `this`, `next`: of the unit that the day of publication is in; `ago`; `later`, `earlier`: than what the text named;
    `day after`, `day before`: beside it."""


_FRENCH = CountedWords(
    units={
        r"jours?": "day", r"semaines?": "week", r"mois": "month", r"ann[ée]es?|ans?": "year", r"week-end": "weekend",
        r"d[ée]cennies?": "decade",
    },
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30,
    },
    one="(?!)",
    rules={
        "last": r"(?:la|le|l['’]|au|du)\s?{u}\s+(?:derni[eè]re?|pass[ée]e?)",
        "this": r"(?:ce|cet|cette)\s+{u}(?:-ci)?",
        "next": r"(?:la|le|l['’])\s?{u}\s+prochaine?",
        "ago": r"il\s+y\s+a\s+(?:environ\s+|près\s+de\s+)?{n}\s+{u}",
        "later": r"{n}\s+{u}\s+(?:plus\s+tard|après(?!\s+(?:la|le|les|l['’]|son|sa|ses|leur|un|une)\b))",
        "earlier": r"{n}\s+{u}\s+(?:plus\s+tôt|auparavant)",
        "day after": r"le\s+lendemain(?!\s+d[eu'’])",
        "day before": r"la\s+veille(?!\s+d[eu'’])",
    },
)  # fmt: skip

_RUSSIAN = CountedWords(
    units={
        r"д(?:ень|ня|ней|ни)|сут(?:ки|ок)": "day", r"недел[яюиеь]": "week", r"месяц(?:а|ев|е)?": "month",
        r"год(?:а|у|ом)?|лет": "year", r"выходн(?:ые|ых)": "weekend", r"десятилети[еяй]": "decade",
    },
    numbers={
        "один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
        "десять": 10, "одиннадцать": 11, "двенадцать": 12, "пятнадцать": 15, "двадцать": 20, "тридцать": 30, "сорок": 40,
        "пятьдесят": 50, "сто": 100,
    },
    one=r"день|сутки|неделю|месяц|год",
    rules={
        "last": r"(?:прошл|минувш|прошедш)\w+\s+{u}",
        "this": r"(?:эт(?:от|ой|ом|у|ого|и|их)|нынешн\w+|текущ\w+)\s+{u}",
        "next": r"(?:следующ|будущ|ближайш)\w+\s+{u}",
        "ago": r"(?:{n}\s+{u}|{one})\s+(?:тому\s+)?назад",
        "later": r"(?:{n}\s+{u}|{one})\s+спустя|(?:спустя|через)\s+(?:{n}\s+{u}|{one})",
        "day after": r"на\s+следующий\s+день",
        "day before": r"накануне(?=\s*[,.]|\s+\w+(?:л|ла|ли|ло)\b)",
    },
)  # fmt: skip

_CLOSED = r"(?=\s*[.,،؛:]|\s*\Z|\s+(?:من\s+الآن|في|على|إلى|عندما|حين)\b)"
"""What follows “a month ago”: “قبل شهر رمضان” is before Ramadan, “قبل عام 2015” before 2015."""
_ARABIC = CountedWords(
    units={
        r"(?:ال)?(?:يوم(?:ين|[اً]{1,2})?|أيام)": "day", r"(?:ال)?(?:أسبوع(?:ين|[اً]{1,2})?|أسابيع)": "week",
        r"(?:ال)?(?:شهر(?:ين|[اً]{1,2})?|أشهر|شهور)": "month",
        r"(?:ال)?(?:عام(?:ين|[اً]{1,2})?|أعوام|سنة|سنتين|سنوات)": "year",
    },
    numbers={
        "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8,
        "ثماني": 8, "تسعة": 9, "تسع": 9, "عشرة": 10, "عشر": 10,
    },
    one=r"يومين|أسبوع(?:ين)?|شهر(?:ين)?|عام(?:ين)?|سنة|سنتين",
    rules={
        "last": r"{u}\s+(?:الماضي|الفائت|المنصرم)ة?",
        "this": r"(?:هذا|هذه)\s+{u}|{u}\s+(?:الجاري|الحالي)ة?",
        "next": r"{u}\s+(?:المقبل|القادم)ة?",
        "ago": rf"قبل\s+(?:نحو\s+)?(?:{{n}}\s+{{u}}(?!\s+(?:ال|من\b(?!\s+الآن)))|{{one}}{_CLOSED})",
        "later": r"بعد\s+(?:نحو\s+)?(?:{n}\s+{u}|{one})(?!\s+(?:ال|من\b|على\b)|\s*\d)",
        "day after": r"(?:في\s+)?اليوم\s+التالي",
        "day before": r"(?:في\s+)?اليوم\s+السابق",
    },
)  # fmt: skip

_GERMAN = CountedWords(
    units={
        r"Tag(?:e|en)?": "day", r"Wochen?": "week", r"Monat(?:e|en|s)?": "month", r"Jahr(?:e|en|es)?": "year",
        r"Wochenende": "weekend", r"Jahrzehnt(?:e|en)?": "decade",
    },
    numbers={
        "einem": 1, "einer": 1, "ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
        "neun": 9, "zehn": 10,
    },
    one=r"Wochenende",
    rules={
        "last": r"(?:letzte|vergangene|vorige)[nrsm]?\s+{u}",
        "this": r"diese[nrsm]?\s+{u}|am\s+{one}",
        "next": r"(?:nächste|kommende)[nrsm]?\s+{u}",
        "ago": r"vor\s+(?:rund\s+|etwa\s+)?{n}\s+{u}",
        "later": r"{n}\s+{u}\s+(?:später|danach)",
        "earlier": r"{n}\s+{u}\s+(?:zuvor|früher|vorher)",
        "day after": r"am\s+(?:nächsten|folgenden)\s+Tag|tags\s+darauf|am\s+Tag\s+darauf",
        "day before": r"am\s+(?:Vortag|Tag\s+zuvor)|tags\s+zuvor",
    },
)  # fmt: skip

_SPANISH = CountedWords(
    units={
        r"d[ií]as?": "day", r"semanas?": "week", r"mes(?:es)?": "month", r"años?": "year", r"fin\s+de\s+semana": "weekend",
        r"d[ée]cadas?": "decade",
    },
    numbers={
        "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    },
    one="(?!)",
    rules={
        "last": r"(?:el|la|del)\s+{u}\s+pasad[oa]|(?:el|la)\s+pasad[oa]\s+{u}",
        "this": r"est[ea]\s+{u}",
        "next": r"(?:el|la)\s+{u}\s+(?:próxim[oa]|que\s+viene)|(?:el|la)\s+próxim[oa]\s+{u}",
        "ago": r"hace\s+(?:unos\s+|casi\s+)?{n}\s+{u}",
        "later": r"{n}\s+{u}\s+(?:después(?!\s+de)|más\s+tarde)",
        "earlier": r"{n}\s+{u}\s+antes(?!\s+de)",
        "day after": r"al\s+día\s+siguiente",
        "day before": r"el\s+día\s+anterior",
    },
)  # fmt: skip

_BY_LANGUAGE = {"ar": _ARABIC, "de": _GERMAN, "es": _SPANISH, "fr": _FRENCH, "ru": _RUSSIAN}
_DUAL = re.compile(r"ين\Z")
_PART = re.compile(r"\{(u|n|one)\}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Rule:
    means: str
    pattern: re.Pattern[str]
    words: CountedWords

    def basis(self) -> DateBasis:
        return "relative" if self.means in ("last", "this", "next", "ago") else "later"

    def unit(self, match: re.Match[str]) -> str:
        written = _first(match, "uo")
        return next(
            (unit for words, unit in self.words.units.items() if re.fullmatch(words, written, re.IGNORECASE)), ""
        )

    def number(self, match: re.Match[str]) -> int:
        written = _first(match, "n").lower()
        if written:
            return (
                int(written) if written.isdigit() else sum(map(self.words.numbers.__getitem__, _WORD.findall(written)))
            )
        return 2 if _DUAL.search(_first(match, "uo")) else 1

    def days(self, match: re.Match[str], context: Context) -> Days | None:
        unit, number = self.unit(match), self.number(match)
        match self.means:
            case "last" | "this" | "next":
                return _of_today(context, unit, self.means)
            case "ago":
                return away(unit, number, -1, context.today)
            case "later":
                if context.named is None:
                    return away(unit, number, 1, context.today) if context.future else None
                return later(context, unit, number, 1)
            case "earlier":
                return later(context, unit, number, -1)
        return neighbour(context, "day", 1 if self.means == "day after" else -1)


def _of_today(context: Context, unit: str, mod: str) -> Days | None:
    """The unit that the day of publication is in, or one beside it; “this weekend” is the last one until the next begins."""
    if unit == "weekend" and mod == "this" and context.today and not context.future:
        return unit_around(context.today, unit) if context.today.weekday() >= 5 else weekend_before(context.today)
    return unit_near(context, unit, mod)


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    words = _BY_LANGUAGE.get(language)
    if words is None:
        return ()
    number = "|".join(sorted(words.numbers, key=len, reverse=True))
    tens = "|".join(word for word, value in words.numbers.items() if value >= 20) or "(?!)"
    parts = {"u": "|".join(words.units), "n": rf"\d{{1,3}}|(?:(?:{tens})[\s-])?(?:{number})", "one": words.one}
    found = []
    for means, pattern in words.rules.items():
        places = count()  # branches of a pattern may have the same part, and a group only one name
        filled = _PART.sub(lambda part, places=places: rf"(?P<{part[1]}{next(places)}>{parts[part[1]]})(?!\w)", pattern)  # type: ignore[misc]
        found.append(_Rule(means, re.compile(rf"(?<!\w)(?:{filled})(?!\w)", re.IGNORECASE), words))
    return tuple(found)


def _first(match: re.Match[str], parts: str) -> str:
    """What stands for the first of the parts of a pattern whose names begin with one of these letters."""
    return next((words for name, words in match.groupdict().items() if words and name[0] in parts), "")


@cache
def _days(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """The words for yesterday and its like, and how many days from the one of publication they are."""
    days = time_words(language).days
    return tuple((re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE), number) for words, number in days.items())


def _from_today(context: Context, number: int) -> Days | None:
    day = shifted(context.today, "day", number) if context.today else None
    return (day, day) if day else None


def counted_elsewhere(text: str, start: int, end: int, language: str) -> list[Counted]:
    """Those between two code points of a text, in its order and not overlapping; none of a language without a table."""
    found = sorted(_found(text, start, end, language), key=lambda one: (one.start, -one.end))
    kept: list[Counted] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _found(text: str, start: int, end: int, language: str) -> Iterator[Counted]:
    def day(match: re.Match[str], number: int) -> Counted:
        return Counted(*match.span(), "relative", lambda context: _from_today(context, number))

    def counted(rule: _Rule, match: re.Match[str]) -> Counted:
        return Counted(*match.span(), rule.basis(), lambda context: rule.days(match, context))

    for pattern, number in _days(language):
        for match in pattern.finditer(text, start, end):
            yield day(match, number)
    for rule in _rules(language.partition("-")[0].lower()):
        for match in rule.pattern.finditer(text, start, end):
            yield counted(rule, match)
