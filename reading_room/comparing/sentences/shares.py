"""Finds parts of a whole: “more than half of the city”, “two thirds”, “one in three”, “six of the eight silos”, “twice”."""

import re
from collections.abc import Iterator

from reading_room.comparing.sentences.bounds import BOUND_BEFORE, LOOKED_AT, bound_before, ends_of
from reading_room.comparing.sentences.numbered_names import is_name
from reading_room.comparing.sentences.numbers import Number, number_at
from reading_room.comparing.sentences.units import counted_after, per_after, unit_after
from reading_room.model.analysis import Quantity
from reading_room.model.results import Span

_SHARE = re.compile(
    r"\b(?=[hatofsen1-9])(?:(?P<half>\bhalf\b(?!\s+an?\b|-|\s+(?:hour|hearted|time|way|brother|sister|moon|century|year|dozen)))|"
    r"(?P<part>\b(?P<top>an?|one|two|three|four|1|2|3)[\s-](?P<bottom>thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b)|"
    r"(?P<ratio>(?<![-–:.,])\b(?P<some>one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in|out\s+of|(?:in|out\s+of|of)\s+(?:every|each))\s+"
    r"(?P<all>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|a\s+hundred|\d{1,3})\b(?!\s+(?:day|hour|week|month|year|minute|\d)|[,.]\d|-))|"
    r"(?P<twice>\b(?:twice|thrice)\b))",
    re.IGNORECASE,
)
_NOT_HALF = re.compile(
    r"(?:\b(?:first|second|latter|other|better|third|fourth|this|that|one|a|and\s+a|last|top|bottom|lower|upper|northern|southern|eastern|western|later|previous|the)"
    r"[\s-]+|[-])\Z",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\s+(?:out\s+)?of\s+(?P<known>(?:the|its|their|these|those|all|his|her|our)\s+)?(?:(?:some|about|around)\s+)?"
)
"""What joins a part to a number of all of them: “six of the eight silos”."""
_OF_PART = re.compile(r"\s+of\b|\s+(?:the|its|their|his|her|our|all|those|these|that|that)\b")
_BOTTOMS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twenty": 20, "hundred": 100, "a hundred": 100,
}  # fmt: skip


def shares(text: str, start: int, end: int) -> Iterator[Quantity]:
    """“More than half of the city”, “two thirds”, “one in three”, “twice”."""
    for match in _SHARE.finditer(text, start, end):
        if match["twice"]:
            yield _times(match, text, end)
        elif value := _value(match, text, start, end):
            yield _share(match, value, text, start, end)


def part_of_all(text: str, one: Number, start: int, end: int, language: str) -> Quantity | None:
    """“Six of the eight silos”: six silos; “nine of 10 homes” may be nine in ten of many, and is that share in any case."""
    of = _OF_ALL.match(text, one.end, end) if not one.vague and one.value > 1 else None
    found = number_at(text, of.end(), end, language) if of else None
    if not of or not found or found.vague or found.value <= one.value or is_name(text, one, one.end, start, end):
        return None
    unit, stop = unit_after(text, found.end, end) or ("", found.end)
    counted = None if unit else counted_after(text, stop, end)
    if not unit and not counted:
        return None
    bound, begins = bound_before(text, start, one.start)
    value = one.value
    if counted and not of["known"] and found.value in (10, 100, 1000):
        unit, value = "share", one.value / found.value
    span = Span(begins, counted.end if counted else stop)
    return Quantity(span, bound, *ends_of(bound, value), unit, counted.words if counted else "")


def _times(match: re.Match[str], text: str, end: int) -> Quantity:
    value = 2.0 if match["twice"].lower() == "twice" else 3.0
    per = per_after(text, match.end(), end)
    span = Span(match.start(), per[1] if per else match.end())
    return Quantity(span, "exactly", value, value, "times", per=per[0] if per else None)


def _share(match: re.Match[str], value: float, text: str, start: int, end: int) -> Quantity:
    of_something = match["ratio"] or _OF_PART.match(text, match.end(), end)
    counted = counted_after(text, match.end(), end, one=True) if of_something else None
    bound, begins = bound_before(text, start, match.start())
    span = Span(begins, counted.end if counted else match.end())
    return Quantity(span, bound, *ends_of(bound, value), "share", counted.words if counted else "")


def _value(match: re.Match[str], text: str, start: int, end: int) -> float | None:
    """Which part it is; None for what is no part of a whole: “half an hour”, “the third quarter”."""
    at = match.start()
    bounded = BOUND_BEFORE.search(text, max(start, at - LOOKED_AT), at)
    is_part = bounded or _OF_PART.match(text, match.end(), end)
    if match["half"]:
        return 0.5 if is_part and not _NOT_HALF.search(text, max(start, at - 14), at) else None
    if match["part"]:
        top = _SMALL.get(match["top"].lower()) or int(match["top"])
        bottom = _BOTTOMS[match["bottom"].lower().removesuffix("s")]
        many = match["bottom"].lower().endswith("s")
        no_part = (top, bottom) == (2, 4) or top >= bottom or (top > 1) != many or (top == 1 and not is_part)
        return None if no_part else top / bottom
    some, among = (_whole(match[group]) for group in ("some", "all"))
    return some / among if some < among and (among <= 10 or among in (20, 100, 1000)) else None


def _whole(words: str) -> int:
    words = " ".join(words.lower().split())
    return int(words) if words.isdigit() else _SMALL[words]
