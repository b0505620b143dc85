"""Reads numbers in figures and in English words, also those that are vague (“dozens”, “several hundred”)."""

import re
from dataclasses import dataclass
from functools import reduce

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
    "مليون": 1e6, "ملايين": 1e6, "مليار": 1e9,
}  # fmt: skip
_VAGUE = {"ten": 10, "dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNDER_TWENTY = "|".join(sorted(_ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine)\b)?|{_UNDER_TWENTY})"
_WORDS_OF_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
_ANY_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))

NUMBER = re.compile(
    rf"(?P<vague>\b(?:(?:(?:tens|dozens|hundreds|thousands)\s+of\s+)?(?:dozens|scores|hundreds|thousands|millions|billions)\b(?!-)))|"
    rf"(?P<several>\b(?:several|a\s+few|many)\s+(?P<scale_of_several>hundred|thousand|million|billion|dozen)\b(?!s))|"
    rf"(?P<couple>\ba\s+couple\s+(?=of\s))|"
    rf"(?P<half_a>\b(?:a\s+)?half[\s-](?:an?\s+)?(?P<scale_of_half>{_WORDS_OF_SCALE}))\b|"
    rf"(?P<figures>(?<![\w.,:/#-]){_FIGURES})(?:[\s-]?(?P<scale>{_ANY_SCALE})(?!\w)|(?P<short>[mkb]n?)\b)?"
    rf"(?!\w|[.,:/]\d|\.[a-z]|['’′]\d|-\d+-\d)|"
    rf"(?P<words>\b(?:{_SMALL}|an?(?=\s+{_WORDS_OF_SCALE}\b))"
    rf"(?:(?:[\s-]+|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)(?:{_WORDS_OF_SCALE}|{_SMALL})\b)*"
    rf"(?:\s+and\s+a\s+half\b(?:\s+(?P<scale_of_words>{_WORDS_OF_SCALE})\b)?)?)\b",
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


def number(match: re.Match[str]) -> Number | None:
    """What a match of `NUMBER` means; None for what only looks like a number."""
    words = re.sub(r"\s+", " ", match[0].lower())
    at = match.span()
    if match["vague"]:
        parts = [_VAGUE[part.removesuffix("s")] for part in words.split(" of ")]
        return Number(*at, 2 * reduce(lambda one, other: one * other, parts), vague=True, written=words)
    if match["several"]:
        return Number(*at, 2 * _SCALES[match["scale_of_several"].lower()], vague=True, written=words)
    if match["couple"]:
        return Number(at[0], at[1] - 1, 2, written=words)
    if match["half_a"]:
        return Number(*at, _SCALES[match["scale_of_half"].lower()] / 2, written=words)
    if match["figures"]:
        value = float(re.sub(r"[,\u00a0\u202f]", "", match["figures"]))
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
