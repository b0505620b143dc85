"""Finds how many of what a sentence speaks of: numbers with what bounds them, what is counted, and the time that they are of.

What looks like a quantity and is none is left out: dates, times of the day, ordinals, and the numbers of models, articles and
telephones.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reading_room.comparing.sentences.bounds import OR_MORE, bound_before, ends_of
from reading_room.comparing.sentences.counting import Around, counts_something
from reading_room.comparing.sentences.lengths_of_time import is_kind, is_length, over_times
from reading_room.comparing.sentences.numbered_names import AGE, is_name
from reading_room.comparing.sentences.numbers import Number, beginnings, number_at
from reading_room.comparing.sentences.ranges import begins_with_between, other_end, perhaps_more
from reading_room.comparing.sentences.shares import part_of_all, shares
from reading_room.comparing.sentences.units import (
    CURRENCIES,
    PERIODS,
    Counted,
    counted_after,
    hyphenated_after,
    is_duration,
    per_after,
    per_before,
    unit_after,
)
from reading_room.model.analysis import Bound, Quantity
from reading_room.model.results import Span

_BEHIND = re.compile(r"\s+(?:of(?=\s)|de(?=\s)|d['’])")
_POINT_OF_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
"""Where things are counted, 1.000 is as likely a thousand as one."""
_EVERY_DAY = re.compile(
    r"\s+(?!(?:is|are|was|were|be|been|being|has|have|had)\b)[a-z]+\s+"
    r"(?:(?P<adverb>daily|weekly|monthly|yearly)|(?:every|each)\s+(?P<one>day|week|month|year))\b"
)
"""What makes a rate of a number over its verb: “20 to 25 trucks arrived daily”."""
_CURRENCY = re.compile(r"(?:(?:US|U\.S\.|USD|A|C|HK|NZ)\s?)?(?P<sign>[$€£¥₽])\s?\Z")


def quantities(text: str, sentence: Span, dates: Sequence[Span] = (), language: str = "en") -> tuple[Quantity, ...]:
    """The quantities in a sentence of a text with western digits, in its order; `dates` are the words of its times.

    English is read in full; of Arabic, French and Russian numbers with their commonest bounds and units; of others figures.
    """
    start, end = sentence.start, sentence.end
    places = beginnings(text, start, end, language)
    if not places:
        return ()
    dates = [
        date for date in sorted(dates) if text[date.start : date.start + 4].lower() != "for "
    ]  # “for twenty days” is both
    found = sorted(
        [*shares(text, start, end), *_numbers(text, start, end, places, dates, language)],
        key=lambda one: (one.span.start, -one.span.end),
    )
    kept: list[Quantity] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(over_times(text, kept, start, end))


def _numbers(
    text: str, start: int, end: int, places: Sequence[int], dates: Sequence[Span], language: str
) -> Iterator[Quantity]:
    at = start
    for place in places:
        one = number_at(text, place, end, language) if place >= at else None
        if one is None:
            continue
        at = one.end
        if _is_in(dates, one):
            continue
        other = other_end(text, one, start, end, language)
        quantity = None if other else part_of_all(text, one, start, end, language)
        quantity = quantity or _quantity(text, one, other, start, end)
        if quantity:
            quantity = perhaps_more(text, quantity, one, end, language)
            yield quantity
        at = max(at, other.end if other else at, quantity.span.end if quantity else at)


def _is_in(dates: Sequence[Span], one: Number) -> bool:
    """Whether a number is in the words of a time; they do not overlap and are in order."""
    index = bisect_left(dates, one.end, key=lambda span: span.start) - 1
    return index >= 0 and dates[index].end > one.start


def _quantity(text: str, one: Number, other: Number | None, start: int, end: int) -> Quantity | None:
    after = other.end if other else one.end
    if is_name(text, one, after, start, end):
        return None
    bound, begins = bound_before(text, start, one.start)
    sign = _CURRENCY.search(text, max(start, one.start - 8), one.start)
    if one.value < 120 and begins < one.start and AGE.search(text, max(start, begins - 24), begins):
        return None
    unit, place = "", after
    if sign:
        unit = CURRENCIES[sign["sign"]]
        bound, begins = bound_before(text, start, sign.start())
    elif read := unit_after(text, _behind_of(text, one, after, end), end):
        unit, place = read
        if is_duration(unit) and is_kind(text, after, end) and (other or one.value != 1):
            unit, place = "", after
        elif is_duration(unit) and not is_length(text, one, after, place, start, end):
            return None
    if one.figures and one.value < 1000 and not unit and not other and _POINT_OF_THOUSANDS.fullmatch(one.written):
        return None
    hyphenated = None
    if not unit and text[after : after + 1] == "-" and not OR_MORE.match(text, after, end):
        hyphenated = hyphenated_after(text, after, end)
        if not hyphenated:
            return None
    if more := OR_MORE.match(text, place, end):
        bound = {"so": "about", "fewer": "at-most", "less": "at-most"}.get(more["more"] or "", "at-least")  # type: ignore[assignment]
        bound = "about" if more[0].endswith("odd") else bound
        place = more.end()
    return _measured(text, one, other, Around(bound, begins, unit, place, hyphenated), start, end)


def _behind_of(text: str, one: Number, after: int, end: int) -> int:
    """Where a unit may stand: “billions of dollars”, “a couple of times”, “un million d’euros”."""
    large = one.vague or one.scale >= 1e6 or one.written.startswith("a couple")
    match = _BEHIND.match(text, after, end) if large else None
    return match.end() if match else after


def _measured(text: str, one: Number, other: Number | None, read: Around, start: int, end: int) -> Quantity | None:
    single = one.value == 1 and other is None
    counted = read.hyphenated or _counted(text, read, end, single=single)
    ends = counted.end if counted else read.place
    per = per_after(text, ends, end)
    period = (counted.per if counted else None) or (per[0] if per else None) or per_before(text, start, read.begins)
    ends = per[1] if per else ends
    if not counts_something(text, one, other, read, counted, period is not None, start, end):
        return None
    bounds = _bounds(one, other, read.bound)
    if bounds is None:
        return None
    bound, low, high = bounds
    begins = begins_with_between(text, one, start) if other and read.bound == "exactly" else None
    if not period and (other or read.bound == "about") and (often := _EVERY_DAY.match(text, ends, end)):
        period, ends = PERIODS[often["adverb"] or often["one"]], often.end()
    factor = 0.01 if read.unit == "share" else 1.0
    return Quantity(
        Span(read.begins if begins is None else begins, ends),
        bound,
        None if low is None else round(low * factor, 9),
        None if high is None else round(high * factor, 9),
        read.unit,
        counted.words if counted else "",
        period,
    )


def _bounds(one: Number, other: Number | None, bound: Bound) -> tuple[Bound, float | None, float | None] | None:
    """How a number or a range is bounded; None where the second number of a range is not the larger."""
    if one.vague:
        return "more", one.value, None
    if other is None:
        return "about" if one.roughly and bound == "exactly" else bound, *ends_of(bound, one.value)
    shared = one.scale == 1 and one.value < other.value / max(other.scale, 1) * 1.0001
    least = one.value * (other.scale if shared else 1)
    return ("between", least, other.value) if least < other.value else None


def _counted(text: str, read: Around, end: int, *, single: bool) -> Counted | None:
    """What is counted or measured: behind a unit after “of” alone."""
    if read.unit in ("times", "percentage point", "degree") or is_duration(read.unit):
        return None
    if read.unit:
        return (
            counted_after(text, read.place, end, one=True)
            if re.compile(r"\s+(?:worth\s+)?of\s").match(text, read.place)
            else None
        )
    latin = re.compile(r"[\s“\"‘«(]*[^\W\d_]").match(text, read.place)
    return counted_after(text, read.place, end, single=single, latin=not latin or latin[0][-1] < "Ͱ")
