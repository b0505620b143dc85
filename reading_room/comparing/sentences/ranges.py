"""Finds the second number of a range: “20 to 25”, “between 20 and 25”."""

import re
from dataclasses import replace

from reading_room.comparing.sentences.bounds import LOOKED_AT
from reading_room.comparing.sentences.numbers import Number, number_at
from reading_room.comparing.sentences.units import CURRENCIES

_JOINT = re.compile(r"\s?[-–—]\s?|\s+(?:to|or|ou|или|до|à|إلى|أو)\s+(?:even\s+)?")
_BETWEEN = re.compile(r"\b(?:between|entre|между|بين)\s+(?:about\s+|some\s+)?[$€£¥₽]?\Z", re.IGNORECASE)
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
    place = joint.end()
    if text[place : place + 1] in CURRENCIES:
        place += 1
    # The sign before a number would hide the second one of a range.
    found = number_at(text[place : min(end, place + LOOKED_AT)], 0, LOOKED_AT, language)
    if found and found.value > FARTHEST * one.value and _CHANGED.search(text, max(start, one.start - 20), one.start):
        return None  # “rose 57,000 to 4.13 million”
    return replace(found, start=found.start + place, end=found.end + place) if found else None
