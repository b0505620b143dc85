"""Lengths of time: which of them are quantities, and which counts a sentence says to be of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from reading_room.comparing.sentences.numbers import NUMBER, Number, number
from reading_room.comparing.sentences.units import DAYS, is_duration
from reading_room.model.analysis import Quantity
from reading_room.model.results import Span

_TIME_BEFORE = re.compile(
    r"\b(?:(?:(?:the|these)\s+)?(?:past|last|next|coming|previous|following|recent)|منذ|قبل|بعد|il\s+y\s+a|dans|après|через|спустя)\s+\Z",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s+(?:назад|спустя|plus\s+t(?:ard|ôt)|auparavant)(?!\w)")
_CLOCK_BEFORE = re.compile(r"(?<!\w)(?:в|к|с|до|à|vers|dès)\s+\Z", re.IGNORECASE)
_HOURS = re.compile(r"\s+(?:час|heures?\b)")
"""What stands around a time of the day: “à dix heures”."""
_OVER = re.compile(
    r"\b(?:in|over|during|within|across|throughout|(?:in|over)\s+(?:the|a)\s+(?:space|span|period|course)\s+of|in\s+(?:just|only|about|under|less\s+than|more\s+than|little\s+more\s+than|the\s+course\s+of))"
    r"\s+(?:(?:the|a|these|those)\s+)?(?:(?:past|last|previous|first|single|entire|next|preceding|recent|whole)\s+)?(?:(?P<number>[\w-]+)\s+)?"
    r"(?:(?:consecutive|straight|successive)\s+)?(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?\b(?!['’]|\s+(?:of\b|ago|later|to\b|before|after))",
    re.IGNORECASE,
)
_OF_BONDS = re.compile(
    r"\s+(?:low|high|bonds?|notes?|yields?|treasur\w+|average|peak|record|rates?|gilts?|bunds?|\w*bonds?)\b",
    re.IGNORECASE,
)
"""What days and years tell apart and do not measure: a nine-month low, a 10-year note."""
_MOST = re.compile(r"\b(?:\w{3,}est|first|worst|best|most|least)\b[^,;.]{0,30}\Z", re.IGNORECASE)
_KIND_OF = re.compile(r"\s+(?:day|night)\s+(?:[a-z]{3,}[^s\W]s|[a-z]*men)\b")
"""What is called by a time and counted: “day labourers”."""
MOST_DURATIONS = 30
"""Of a sentence, that counts may be of."""


@dataclass(frozen=True, slots=True)
class _Duration:
    """A time that counts may be of, at `start` to `end` of the text."""

    start: int
    end: int
    days: float


def is_kind(text: str, after: int, end: int) -> bool:
    """Whether the time at `after` only tells of which kind something is: “five day labourers”."""
    return _KIND_OF.match(text, after, end) is not None


def is_length(text: str, one: Number, after: int, place: int, start: int, end: int) -> bool:
    """Whether so many days are a length of time: not when something was, and not an adjective of bonds."""
    if _TIME_BEFORE.search(text, max(start, one.start - 30), one.start):
        return False
    if text[after : after + 1] == "-" and not re.compile(r"-old\b|-long\b|,?\s+[a-z]", re.IGNORECASE).match(
        text, place
    ):
        return False
    at_a_time = _CLOCK_BEFORE.search(text, max(start, one.start - 12), one.start)
    if at_a_time and _HOURS.match(text, after, place):
        return False
    return not _OF_BONDS.match(text, place) and not _AGO.match(text, place)


def over_times(text: str, found: list[Quantity], start: int, end: int) -> Iterator[Quantity]:
    """Gives counts the time that the sentence says they are of; that time is no quantity of its own then."""
    durations = list(islice(_durations(text, start, end), MOST_DURATIONS))
    counts = [one for one in found if not is_duration(one.unit) and one.unit not in ("share", "times") and not one.per]
    counts = [
        one for one in counts if not any(time.start < one.span.end and one.span.start < time.end for time in durations)
    ]
    of: dict[Span, _Duration] = {}
    for time in durations:
        before = [one for one in counts if one.span.end <= time.start and time.start - one.span.end < 120]
        after = [one for one in counts if 0 <= one.span.start - time.end < 80] if time.start - start < 4 else []
        for one in _together(before) or after[:1]:
            of.setdefault(one.span, time)
    used = list(of.values())
    for one in found:
        if any(time.start <= one.span.start < time.end for time in used) and is_duration(one.unit):
            continue
        yield replace(one, over_days=of[one.span].days) if one.span in of else one


def _together(counts: list[Quantity]) -> list[Quantity]:
    """The last of them, with those before it that stand near: “500 sorties and more than 2,000 targets in twenty days”."""
    found = counts[-1:]
    for one in reversed(counts[:-1]):
        if found[-1].span.start - one.span.end > 40:
            break
        found.append(one)
    return found


def _durations(text: str, start: int, end: int) -> Iterator[_Duration]:
    for match in _OVER.finditer(text, start, end):
        words = match["number"]
        count = 1.0
        if words:
            read = NUMBER.fullmatch(words)
            value = number(read) if read else None
            if value is None:
                continue
            count = value.value
        elif match["unit"].lower() + "s" == text[match.start("unit") : match.end()].lower():
            continue  # “in days”
        elif _MOST.search(text, max(start, match.start() - 50), match.start()):
            continue  # “the largest in a year”
        elif not re.search(r"\b(?:past|last|previous|single|a|entire|whole)\s", match[0], re.IGNORECASE):
            continue
        if (days := count * DAYS[match["unit"].lower()]) >= 1:  # “under control within 17 hours” tells how fast
            yield _Duration(*match.span(), days)
