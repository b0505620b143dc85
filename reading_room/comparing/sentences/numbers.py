"""Reads numbers in figures and in words of some languages, also those that are vague (“dozens”, “several hundred”)."""

import re
from dataclasses import dataclass, replace
from functools import reduce
from math import prod

from reading_room.comparing.sentences.number_words import number_words, value_of, values_in

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "bn": 1e9, "mn": 1e6, "mln": 1e6,
    "тыс": 1e3, "тысяч": 1e3, "тысячи": 1e3, "тысяча": 1e3, "млн": 1e6, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6,
    "млрд": 1e9, "mille": 1e3, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "ألف": 1e3, "آلاف": 1e3, "ألفا": 1e3,
    "مليون": 1e6, "ملايين": 1e6, "مليار": 1e9, "mil": 1e3, "mil millones": 1e9, "millón": 1e6, "millones": 1e6, "milhão": 1e6,
    "milhões": 1e6, "milioni": 1e6, "miliardi": 1e9, "millionen": 1e6, "milliarden": 1e9,
}  # fmt: skip
_LANGUAGES_OF_MIL = frozenset(["es", "pt", "ca", "gl"])
"""“2 mil” is two thousand in these; elsewhere it may be a measure, or a million, but where words of theirs are quoted."""
_LANGUAGES_OF_POINTS = _LANGUAGES_OF_MIL | {"da", "de", "el", "id", "it", "nl", "ro", "tr"}
"""Those that write 1.200 for a thousand two hundred."""
_THOUSANDS = re.compile(r"(?<![\w.,:/#-])\d{1,3}(?:\.\d{3})+(?![\w]|[.,:/]\d|-\d)")
_LANGUAGES_OF_COMMAS = _LANGUAGES_OF_POINTS | {"bg", "cs", "fi", "fr", "hu", "no", "pl", "ru", "sv", "uk"}
_COMMA = re.compile(r"(?<![\w.,:/#-])\d{1,3},\d{1,2}(?![\d,.]\d|\w)")
_COMMA_OF_MEASURE = re.compile(
    r"(?<![\w.,:/#-])\d{1,3},\d{1,2}(?=\s?(?:%|percent\b|per\s?cent\b|million\b|billion\b|(?:metric\s+)?ton(?:ne)?s?\b|k(?:ilo)?m(?:et(?:er|re)s?)?\b|"
    r"kilos?\b|kg\b|met(?:er|re)s?\b|miles?\b|hectares?\b|lit(?:er|re)s?\b|degrees?\b))"
)
_BELOW_ZERO = re.compile(r"(?:(?<=\s[-−])|(?<=\A[-−]))(?P<figures>\d{1,3}(?:\.\d)?)(?=\s?(?:degrees?\b|°))")
_ACCENTED = re.compile(r"\s+[a-z]*[^\W\d_a-z]", re.IGNORECASE)
_VAGUE = {"ten": 10, "dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNDER_TWENTY = "|".join(sorted(_ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine)\b)?|{_UNDER_TWENTY})"
_WORDS_OF_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_FIGURES = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:['’]\d{3})+(?!\d)|"
    r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
)
_ANY_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))

NUMBER = re.compile(
    rf"(?P<vague>\b(?:(?:(?:tens|dozens|hundreds|thousands)\s+of\s+)?(?:dozens|scores|hundreds|thousands|millions|billions)\b(?!-)))|"
    rf"(?P<several>\b(?:several|a\s+few|many)\s+(?P<scale_of_several>hundred|thousand|million|billion|dozen)\b(?!s))|"
    rf"(?P<couple_of>\ba\s+couple\s+(?:of\s+)?(?P<scale_of_couple>hundred|thousand|million|billion|dozen)\b(?!s))|"
    rf"(?P<couple>\ba\s+couple\s+(?=of\s))|"
    rf"(?P<quarter>\ba\s+quarter\s+of\s+a\s+(?P<scale_of_quarter>million|billion))\b|"
    rf"(?P<half_a>\b(?:a\s+)?half[\s-](?:an?\s+)?(?P<scale_of_half>{_WORDS_OF_SCALE}))\b|"
    rf"(?P<figures>(?<![\w.,:/#-])(?<!\d['’]){_FIGURES})(?:[\s-]?(?P<scale>{_ANY_SCALE})(?!\w)(?:(?<=тыс)\.|(?<=млн)\.|(?<=млрд)\.)?|(?P<short>[mkb]n?)\b)?"
    rf"(?!\w|[.,:/]\d|\.[a-z]|['’′]\d|-\d+-\d)|"
    rf"(?P<words>\b(?:{_SMALL}|an?(?=\s+{_WORDS_OF_SCALE}\b))"
    rf"(?:(?:[\s-]+|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)(?:{_WORDS_OF_SCALE}|{_SMALL})\b)*"
    rf"(?:\s+and\s+a\s+half\b(?:\s+(?P<scale_of_words>{_WORDS_OF_SCALE})\b)?)?)\b",
    re.IGNORECASE,
)

_BEGINNING = re.compile(
    r"\d+|\b(?=[otfsenhmtbdqa])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|tens|dozens|scores|hundreds|thousands|millions|"
    r"billions|several|many|half|third|quarter|fourth|fifth|sixth|eighth|tenth|twice|thrice|"
    r"an?\s+(?:hundred|thousand|million|billion|dozen|few|couple|half|third|quarter|fourth|fifth|sixth|eighth|tenth))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at code points `start` to `end` of a text."""

    start: int
    end: int
    value: float
    vague: bool = False
    """No less than `value`: “hundreds” is 200 and more."""
    scale: float = 1
    """What the figures were multiplied by: a million in “2.5 million”."""
    figures: bool = False
    written: str = ""
    roughly: bool = False
    """The word itself says so: “une dizaine”."""


def beginnings(text: str, start: int, end: int, language: str) -> list[int]:
    """Where a number may begin: looking further at these places alone takes half the time."""
    found = {match.start() for match in _BEGINNING.finditer(text, start, end)}
    if words := number_words(language):
        found.update(match.start() for match in words[0].finditer(text, start, end))
    return sorted(found)


def number_at(text: str, place: int, end: int, language: str = "en") -> Number | None:
    """The number that begins at this code point of a text with western digits, and ends before `end`."""
    words = number_words(language)
    if words and (match := words[0].match(text, place, end)):
        values = values_in(match[0], words[1])
        if match["vague"]:
            return Number(*match.span(), 2 * prod(values), vague=True, written=match[0])
        if match["roughly"]:
            return Number(*match.span(), prod(values), written=match[0], roughly=True)
        value, scale = value_of(match[0], words[1]), values[-1] if values[-1] >= 1000 else 1
        return Number(*match.span(), value, scale=scale, written=match[0])
    if language[:2] in _LANGUAGES_OF_POINTS and (thousands := _THOUSANDS.match(text, place, end)):
        value = float(thousands[0].replace(".", ""))
        return Number(*thousands.span(), value, figures=True, written=thousands[0])
    if below := _BELOW_ZERO.match(text, place, end):
        return Number(
            place - 1, below.end("figures"), -float(below["figures"]), figures=True, written=f"-{below['figures']}"
        )
    if decimal := _with_comma(text, place, end, language):
        return decimal
    found = NUMBER.match(text, place, end)
    if found is None or (
        _is_mil(found) and language[:2] not in _LANGUAGES_OF_MIL and not _ACCENTED.match(text, found.end())
    ):
        return None
    return number(found)


def _with_comma(text: str, place: int, end: int, language: str) -> Number | None:
    """“1,5 million”: in languages that write it so, and before what is measured in any; a thousand has three figures behind it."""
    pattern = _COMMA if language.partition("-")[0].lower() in _LANGUAGES_OF_COMMAS else _COMMA_OF_MEASURE
    comma = pattern.match(text, place, end)
    read = NUMBER.match(text[place : min(end, place + 40)].replace(",", ".", 1)) if comma else None
    one = number(read) if read and read["figures"] else None
    return replace(one, start=place, end=place + one.end, written=text[place : place + one.end]) if one else None


def _is_mil(match: re.Match[str]) -> bool:
    return (match["scale"] or "").lower() == "mil"


def number(match: re.Match[str]) -> Number | None:
    """What a match of `NUMBER` means; None for what only looks like a number."""
    words = re.sub(r"\s+", " ", match[0].lower())
    at = match.span()
    if match["vague"]:
        parts = [_VAGUE[part.removesuffix("s")] for part in words.split(" of ")]
        return Number(*at, 2 * reduce(lambda one, other: one * other, parts), vague=True, written=words)
    if match["several"]:
        return Number(*at, 2 * _SCALES[match["scale_of_several"].lower()], vague=True, written=words)
    if match["couple_of"]:
        return Number(*at, 2 * _SCALES[match["scale_of_couple"].lower()], written=words, roughly=True)
    if match["couple"]:
        return Number(at[0], at[1] - 1, 2, written=words)
    if match["quarter"]:
        return Number(*at, _SCALES[match["scale_of_quarter"].lower()] / 4, written=words)
    if match["half_a"]:
        return Number(*at, _SCALES[match["scale_of_half"].lower()] / 2, written=words)
    if match["figures"]:
        value = float(re.sub(r"[, \u00a0\u202f'’]", "", match["figures"]))
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        if match["short"]:
            scale = {"m": 1e6, "k": 1e3, "b": 1e9}[match["short"][0].lower()]
        return Number(*at, float(f"{value * scale:.12g}"), scale=scale, figures=True, written=match[0])
    value = _of_words(words)
    return Number(*at, value, scale=_scale_of(words), written=words) if value else None


def _of_words(words: str) -> float:
    half = " and a half" in words
    total, group = 0.0, 0.0
    for word in re.split(r"[\s-]+", words.replace(" and a half", "")):
        if word in ("and", "a", "an"):
            group = group or (1 if word != "and" else 0)
        elif word in _SCALES:
            if word in ("hundred", "dozen"):
                group = (group or 1) * _SCALES[word]
            else:
                total, group = total + ((group or 1) + (0.5 if half else 0)) * _SCALES[word], 0
                half = False
        else:
            group += _ONES.get(word, 0) or _TENS.get(word, 0)
    return total + group + (0.5 if half else 0)


def _scale_of(words: str) -> float:
    last = re.split(r"[\s-]+", words)[-1]
    return _SCALES.get(last, 1)
