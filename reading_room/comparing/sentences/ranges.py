"""Finds the second number of a range: “20 to 25”, “between 20 and 25”, “20, possibly 30”."""

import re
from dataclasses import replace

from reading_room.comparing.sentences.bounds import LOOKED_AT
from reading_room.comparing.sentences.numbers import Number, number_at
from reading_room.comparing.sentences.units import CURRENCIES
from reading_room.model.analysis import Quantity
from reading_room.model.results import Span

_JOINT = re.compile(r"\s?[-–—]\s?|\s+(?:to|or|ou|или|до|à|إلى|أو)\s+(?:even\s+)?")
_BETWEEN = re.compile(r"\b(?:between|entre|между|بين)\s+(?:about\s+|some\s+)?[$€£¥₽]?\Z", re.IGNORECASE)
_CHANGED_FROM = re.compile(
    r"\b(?:r[oi]s|fell|fall|dropp?|climb|declin|increas|decreas|gain|jump|slipp?|los|grew|grow|went|go(?:es)?|cut|reduc|chang|rais|doubl|tripl|push|"
    r"shot|soar|surg|mov|bring|brought|down|up)\w*\b[^.;:]{0,40}?\bfrom\s+[$€£]?\Z"
)
"""What stands before the first of two numbers that are no range: “rose from 20 to 35”."""
_PERHAPS = re.compile(r",?\s+(?:and\s+|or\s+)?(?:possibly|perhaps|maybe|if\s+not|even)\s+(?:as\s+many\s+as\s+)?")
_CLOSED = re.compile(r"\s*[,.;:)”—–]|\s*\Z")
_CHANGED = re.compile(
    r"\b(?:ros|fell|dropp|climb|declin|increas|decreas|gain|jump|slipp|los|add|down|up|by)\w*\s+[$€£¥]?\Z"
)
FARTHEST = 10
"""Times the first number that the second of a range is at most, after a verb of change."""
_AND = re.compile(r"\s+(?:(?:and|et|y|e|и)\s+|و\s?)")


def other_end(text: str, one: Number, start: int, end: int, language: str) -> Number | None:
    """The second number of “20 to 25”, “20-25” and “between 20 and 25”."""
    joint = _JOINT.match(text, one.end, end)
    if not joint and _BETWEEN.search(text, max(start, one.start - 20), one.start):
        joint = _AND.match(text, one.end, end)
    if not joint or one.vague:
        return None
    if _CHANGED_FROM.search(text, max(start, one.start - LOOKED_AT), one.start):
        return None
    place = joint.end()
    if text[place : place + 1] in CURRENCIES:
        place += 1
    # The sign before a number would hide the second one of a range.
    found = number_at(text[place : min(end, place + LOOKED_AT)], 0, LOOKED_AT, language)
    if found and found.value > FARTHEST * one.value and _CHANGED.search(text, max(start, one.start - 20), one.start):
        return None  # “rose 57,000 to 4.13 million”
    return replace(found, start=found.start + place, end=found.end + place) if found else None


def begins_with_between(text: str, one: Number, start: int) -> int | None:
    """Where the words begin that make a range of this number and the next."""
    match = _BETWEEN.search(text, max(start, one.start - 20), one.start)
    return match.start() if match else None


def perhaps_more(text: str, found: Quantity, one: Number, end: int, language: str) -> Quantity:
    """“20 people, possibly 30, died”: up to 30."""
    perhaps = _PERHAPS.match(text, found.span.end, end)
    more = number_at(text, perhaps.end(), end, language) if perhaps else None
    if not more or more.value <= one.value or not _CLOSED.match(text, more.end, end) or found.unit == "share":
        return found
    span = Span(found.span.start, more.end)
    if found.bound == "at-most":
        return replace(found, span=span, most=more.value)
    return replace(found, span=span, bound="between", most=more.value) if found.bound in ("exactly", "about") else found
