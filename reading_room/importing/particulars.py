"""What a text says of itself: when it was published, who wrote it, where it stands. Nothing is concluded, only read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january ژانویه jan janvier января январь يناير جانفي enero januar",
            "february فوریه feb février fevrier февраля февраль فبراير شباط فيفري febrero februar",
            "march mar mars марта март مارس آذار اذار marzo märz",
            "april آوریل apr avril апреля апрель أبريل ابريل إبريل نيسان أفريل abril",
            "may مه mai мая май مايو أيار ايار ماي mayo",
            "june ژوئن jun juin июня июнь يونيو حزيران جوان junio juni",
            "july ژوئیه jul juillet июля июль يوليو تموز جويلية julio juli",
            "august اوت aug août aout августа август أغسطس اغسطس آب أوت agosto",
            "september سپتامبر sep sept septembre сентября сентябрь سبتمبر أيلول ايلول septiembre",
            "october اکتبر oct octobre октября октябрь أكتوبر اكتوبر octubre oktober",
            "november نوامبر nov novembre ноября ноябрь نوفمبر noviembre",
            "december دسامبر dec décembre decembre декабря декабрь ديسمبر diciembre dezember",
        ),
        start=1,
    )
    for name in names.split()
}
# In the Levant four months have names of two words; the second word alone would name two months.
_MONTHS |= {"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الأول": 12}

_MONTH = r"(?P<name>(?:كانون|تشرين) [^\W\d_]+|[^\W\d_]+)\.?(?:\s?[/(]\s?[^\W\d_]+(?: [^\W\d_]+)?\)?)?"
_ZONE = r"(?:\s?\(?(?:[A-Z]{1,4})?(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)"
_CLOCK = rf"(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?\s?(?P<half>[ap]\.?m\.?)?{_ZONE}"
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    " lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag"
    " понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс"
    " الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد"
)
_WEEKDAY = rf"(?:(?:{'|'.join(_WEEKDAYS.split())})\.?[,،]?\s+)?"
_THEN_CLOCK = rf"(?:\s*[,،T|–—-]?\s*(?:(?:at|at about|в|à|um|a las|الساعة)\s)?{_CLOCK})?\Z"
_ON = r"(?:(?:on|le|am|el)\s+)?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?(?P<year>\d{{4}})"
        r"(?:\s*(?:г\.?|года))?",
        r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
    for pattern in (rf"{_ON}{_WEEKDAY}{form}{_THEN_CLOCK}", rf"{_CLOCK}\s*[,،–—-]?\s+{_ON}{_WEEKDAY}{form}\Z")
)
_DIGIT = re.compile(r"\d")
_ONLY_CLOCK = re.compile(rf"{_CLOCK}\Z", re.IGNORECASE)

_PUBLISHED = (
    r"date (?:published|de publication)|date|publication date|(?:first )?published(?: on| at)?|posted(?: on| at)?"
    r"|publié le|дата публикации|дата|опубликовано|تاريخ النشر|التاريخ|تاريخ|نشر في|نشر بتاريخ|نُشر في"
    r"|تاریخ انتشار|تاریخ|fecha|publicado(?: el)?|veröffentlicht(?: am)?|datum|tarih"
)
_UPDATED = (
    r"(?:last )?updated?(?: on| at)?|(?:last )?modified(?: on| at)?|mis à jour(?: le)?|обновлено|آخر تحديث|تحديث"
    r"|aktualisiert(?: am)?"
)
_WRITTEN_BY = (
    r"by|authors?|written by|reported by|par|auteure?s?|autor(?:a|as|e|en|es|i|iai|in|ius|ka|s|zy)?|autoři|von|por|yazan|yazar"
    r"|verfasser|szerző|författare|forfatter|kirjoittaja|door|авторы?|автори|текст|بقلم|الكاتب|الكاتبة|كتب|كتبت|كتبه|نویسنده"
    r"|作者|记者|記者"
)
_ADDRESS = r"url|link|source|original|permalink|address|web address|ссылка|источник|الرابط|رابط|المصدر"
_LABEL = re.compile(
    rf"(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED})|(?P<clock>time|время|الوقت|heure|uhrzeit|hora|ساعت)"
    rf"|(?P<author>{_WRITTEN_BY})|(?P<url>{_ADDRESS}))(?P<colon>\s*[:：]\s*|\s+)(?P<value>\S.*)\Z",
    re.IGNORECASE,
)
_WITHOUT_COLON = re.compile(r"by|written by|reported by|par|بقلم", re.IGNORECASE)
_AMBIGUOUS = re.compile(r"von|por", re.IGNORECASE)
"""Words that stand before names of other kinds too: without a colon they name a writer only where a full name follows."""
_NAME = re.compile(r"[^\s\d,;:!?()@|]{2,}(?:,?\s[^\s\d,;:!?()@|]+){0,7}\Z")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_DAY_IN_FULL = rf"\s(?=(?i:{'|'.join(word for word in _WEEKDAYS.split() if len(word) > 3)})\b)"
_THEN_DATE = re.compile(
    rf"(?P<name>\D+?)(?:\s*(?:,|\b(?:posted|on|le|am|el)\b|[–—-])\s+|{_DAY_IN_FULL})(?P<date>\S.*)\Z"
)
_AND_UPDATED = re.compile(rf"\s*[,،;|(–—-]\s*(?:{_UPDATED})\b.*\Z", re.IGNORECASE)
_AFTER_PLACE = re.compile(r"(?P<place>[^\W\d_][^\d,:;]{1,30}),\s+(?P<date>\S.*)\Z")
_DATE_BY = re.compile(r"(?P<date>\S.*?\d)\s+(?P<by>by\s.*|par\s.*|بقلم.*)\Z", re.IGNORECASE)
_SMALL_IN_NAMES = frozenset(
    ("and", "et", "und", "y", "e", "и", "al", "el", "bin", "ibn", "de", "del", "della", "di", "la", "le", "van", "von")
)
_CAPITALISED = r"[^\W\d_a-z][\w'’.-]*"
_WROTE_THIS = re.compile(
    rf"(?P<name>{_CAPITALISED}(?:\s{_CAPITALISED}){{1,4}})(?:\s*\(@\w+\))?"
    r"\s+(?:wrote|reported)\s+this\s+(?:report|article|story|piece)\b"
)
_REPORTING_BY = re.compile(r"\(Reporting by (?P<name>[^;()]+?)\s*[;)]")
_ROLES = frozenset(
    ("editor", "reporter", "correspondent", "writer", "analyst", "staff", "chief", "bureau", "desk", "news")
)
MOST_NAMES = 8
"""Words before a date that may be the names of a place, an agency and of writers."""
_URL = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What one line, or a whole text, says of itself; `unclear` is a date as printed that can be read in two ways."""

    published: str | None = None
    clock: str | None = None
    author: str | None = None
    url: str | None = None
    unclear: str | None = None
    labelled: bool = False
    """Whether the line says what it gives (`Date: …`), so that it can be believed wherever it stands."""
    basis: str | None = None
    """How the date is known, where it is not printed in the text: `printed in the page’s metadata`, `inferred: …`."""
    site: str | None = None
    """Who publishes, by the name that the source gives."""
    language: str | None = None
    """The language that the source says it is in (BCP 47)."""

    def or_else(self, later: "Particulars") -> "Particulars":
        """These, filled up with what a later line says: what is printed first counts."""
        same_day = not (self.published and later.published) or self.published == later.published
        return Particulars(
            self.published or later.published,
            self.clock or (later.clock if same_day else None),
            self.author or later.author,
            self.url or later.url,
            self.unclear or later.unclear,
            self.labelled or later.labelled,
            self.basis if self.published else later.basis,
            self.site or later.site,
            self.language or later.language,
        )

    @property
    def moment(self) -> str | None:
        """The date in ISO 8601, with the time of day where one is printed."""
        if self.published and self.clock:
            return f"{self.published}T{self.clock}"
        return self.published


@lru_cache(1024)
def of_line(text: str) -> Particulars | None:
    """What a line gives if it does nothing else, like `By A. Writer | 23 March 2016`; None for any other line."""
    if len(text) > 160:
        return None
    found = Particulars()
    for part in filter(None, re.split(r"\s*[|•·]\s*", text)):
        given = _of_part(part)
        if given is None and len(part.split()) > 3:
            return None
        found = found.or_else(given or Particulars())
    # A time alone says too little: entries of a running report have one each.
    return found if found.labelled or found.published or found.url or found.unclear else None


def author_in_sentence(text: str) -> str | None:
    """The name in a closing sentence like `NOW's editor A. Writer (@writer) wrote this report.`"""
    if len(text) > 300:
        return None
    signed = _REPORTING_BY.match(text)
    if signed and _is_name(signed["name"]):
        return signed["name"]
    match = _WROTE_THIS.search(text)
    if not match:
        return None
    words = match["name"].split()
    while len(words) > 1 and any(word.casefold() in _ROLES for word in words):
        words.pop(0)
    return " ".join(words) if len(words) > 1 else None


def _of_part(part: str) -> Particulars | None:
    """What one of the parts between `|` gives. Labels first: `Updated 23 March 2016` is not the date of publication."""
    match = _LABEL.match(part)
    value = match["value"].strip() if match else ""
    if match and (match["published"] or match["updated"]):
        if match["updated"]:
            return Particulars(labelled=True) if _date(value) else None
        signed = _DATE_BY.match(value)
        given = _date(_AND_UPDATED.sub("", signed["date"] if signed else value))
        by = _of_part(signed["by"]) if signed and given else None
        return given and replace(given, labelled=True, author=by.author if by else None)
    if match and match["clock"]:
        clock = _clock(_ONLY_CLOCK.match(value))
        return Particulars(clock=clock, labelled=True) if clock else None
    if match and match["url"]:
        return Particulars(url=value, labelled=True) if _URL.match(value) else None
    if match and _names_writer(match):
        value = _IN_BRACKETS.sub("", value)  # an office, or who helped
        dated = _THEN_DATE.match(value)
        given = _date(dated["date"]) if dated else None
        name = dated["name"] if dated and given else value
        return replace(given or Particulars(), author=name, labelled=True) if _is_name(name) else None
    if _URL.match(part):
        return Particulars(url=part)
    clock = _clock(_ONLY_CLOCK.match(part))
    if clock:
        return Particulars(clock=clock)
    first_date = _AND_UPDATED.sub("", part)
    placed = _AFTER_PLACE.match(first_date)
    return _date(first_date) or (_date(placed["date"]) if placed else None) or _moment_after_names(first_date)


def _moment_after_names(part: str) -> Particulars | None:
    """A date with a time behind a place, an agency or writers; without a time, or behind other words, it is a sentence's."""
    words = part.split()
    for at in range(1, min(len(words), MOST_NAMES + 1)):
        if not _are_capitalised(words[:at]):
            return None
        given = _date(" ".join(words[at:]))
        if given and given.clock:
            return given
    return None


def _names_writer(match: re.Match[str]) -> bool:
    """Whether what stands before a name says that its bearer wrote the article."""
    if match["colon"].strip() or _WITHOUT_COLON.fullmatch(match["author"]):
        return True
    words = match["value"].split()
    return bool(_AMBIGUOUS.fullmatch(match["author"])) and 2 <= len(words) <= 4 and all(w[0].isupper() for w in words)


def _is_name(value: str) -> bool:
    """Words that each begin with a capital, where the script has them; `By the river` is no byline."""
    return len(value) <= 60 and bool(_NAME.match(value)) and _are_capitalised(value.split())


def _are_capitalised(words: Sequence[str]) -> bool:
    return not words[0][0].islower() and all(not word[0].islower() or word in _SMALL_IN_NAMES for word in words)


def _date(written: str) -> Particulars | None:
    """A date, with or without a time, that is all there is; None for anything else and for other calendars."""
    if len(written) > 80 or not _DIGIT.search(written):
        return None
    for form in _DATES:
        match = form.match(written)
        if match:
            break
    else:
        return None
    parts = match.groupdict()
    year = int(parts["year"])
    if not 1900 <= year <= 2099:
        return None
    clock = _clock(match)
    if parts.get("one"):
        one, other = int(parts["one"]), int(parts["other"])
        # Only with full stops is the order the same everywhere; otherwise a number above twelve has to tell the day.
        if parts["mark"] != "." and one <= 12 and other <= 12 and one != other:
            return Particulars(clock=clock, unclear=written)
        day, month = (other, one) if other > 12 else (one, other)
    else:
        month = int(parts["month"]) if parts.get("month") else _MONTHS.get(parts["name"].casefold(), 0)
        day = int(parts["day"])
    try:
        return Particulars(date(year, month, day).isoformat(), clock)
    except ValueError:
        return None


def _clock(match: re.Match[str] | None) -> str | None:
    if match is None or match["hour"] is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        return time(hour, int(match["minute"])).strftime("%H:%M")
    except ValueError:
        return None
