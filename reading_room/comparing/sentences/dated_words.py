"""Works out which days the dates in a sentence are, from the day of publication and from what the text named before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from reading_room.comparing.sentences.calendar_dates import (
    Days,
    Written,
    hint,
    is_joint,
    written_dates,
)
from reading_room.comparing.sentences.counted_days import MOST_DAYS, Context, Counted, shifted, unit_around
from reading_room.comparing.sentences.course import Course, Dated
from reading_room.comparing.sentences.eras import of_an_era
from reading_room.comparing.sentences.relative_elsewhere import counted_elsewhere
from reading_room.comparing.sentences.relative_english import counted_times, may_count
from reading_room.comparing.sentences.tenses import PAST, is_past, looks_ahead
from reading_room.comparing.sentences.time_words import time_words
from reading_room.model.analysis import DateBasis
from reading_room.model.results import Span

_ON = re.compile(r",?\s+(?:on|in)\s+(?:the\s+)?")
_COUNTS_FROM_ITS_OBJECT = re.compile(r"\b(?:before|after)\Z", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+(?:the|an?|his|her|its|their|our|my|this|that|these|those|he|she|it|they|we|\w+ing|[A-Z]\w*|\d\S*)\b"
)


def dated_words(text: str, span: Span, course: Course) -> list[Dated]:
    """The times that a sentence names, in its order, “from Monday to Friday” as one."""
    return list(_joined(text, list(_resolved(text, span, course)), course))


def _joined(text: str, found: list[Dated], course: Course) -> Iterator[Dated]:
    """Makes one time of “from Monday to Friday”."""
    held: Dated | None = None
    for one in found:
        if held:
            between = text[held.end : one.start]
            before = text[max(0, held.start - 12) : held.start].lower()
            joint = is_joint(between, course.language) or (
                between.strip() in ("and", "and the") and before.endswith("between ")
            )
            if joint and held.days[0] <= one.days[1]:
                held = Dated(held.start, one.end, (held.days[0], one.days[1]), held.basis)
                continue
            yield held
        held = one
    if held:
        yield held


def _resolved(text: str, span: Span, course: Course) -> Iterator[Dated]:
    """What can be said of the dates that a sentence names, in its order."""
    start, end = span.start, span.end
    written = written_dates(text, start, end, course.language) if hint(course.language).search(text, start, end) else []
    written = _with_years_of_their_ranges(text, written, course.language)
    counted = _counted(text, start, end, course.language)
    at, named, occasion, here = start, course.named, course.occasion, course.named_here
    if era := of_an_era(text, start, end):
        days, begin, at = era
        yield Dated(begin, at, days, "explicit")
    both: list[Written | Counted] = sorted([*written, *counted], key=lambda one: (one.start, -one.end))
    for one, following in zip_longest(both, both[1:]):
        if one.start < at:
            continue
        future = looks_ahead(text, start, one, course.language)
        past = not future and is_past(text[max(start, one.start - 200) : min(end, one.end + 200)])
        context = Context(course.published, named, future, occasion, past, here)
        found = _together(one, following, context, course, text) if following else None
        found = found or _alone(one, context, course, text)
        course.unclear |= found is None
        if found:
            named, occasion, here = found.days, occasion_of(found.days) or occasion, True
            if isinstance(one, Written) and one.year:
                course.named_year = found.days
            yield found
            at = found.end


def _counted(text: str, start: int, end: int, language: str) -> list[Counted]:
    if not language.startswith("en"):
        return counted_elsewhere(text, start, end, language)
    return counted_times(text, start, end) if may_count(text[start:end].lower()) else []


def occasion_of(days: Days) -> Days | None:
    return days if (days[1] - days[0]).days <= MOST_DAYS else None


def _alone(one: Written | Counted, context: Context, course: Course, text: str) -> Dated | None:
    if isinstance(one, Written):
        days, basis = _days(one, context, course, text)
    elif _COUNTS_FROM_ITS_OBJECT.search(text, one.start, one.end) and _OBJECT.match(text, one.end):
        return None  # “two days after the attack”
    else:
        days, basis = one.days(context), one.basis
        if days and basis == "later" and context.published and days[0] > context.published[1] and not context.future:
            return None
    return Dated(one.start, one.end, days, basis) if days and days[0] <= days[1] else None


def _together(
    one: Written | Counted, following: Written | Counted, context: Context, course: Course, text: str
) -> Dated | None:
    """“Two weeks before March 27”, “a year later, on 27 March”, and “in March last year”."""
    between = text[one.end : following.start]
    days = None
    if isinstance(one, Counted) and isinstance(following, Written):
        if _COUNTS_FROM_ITS_OBJECT.search(text, one.start, one.end) and between.strip() in ("", "the", "on"):
            named, _ = _days(following, context, course, text)
            days = one.days(replace(context, named=named)) if named else None
        elif one.basis == "later" and following.month and _ON.fullmatch(between):
            later = one.days(context)
            year = following.year or (later[0].year if later else None)
            days = following.days(year) if year else None
    elif isinstance(one, Written) and isinstance(following, Counted) and one.month and not one.year:
        of = following.days(context) if between.strip() in ("", "of", "de", "du", "des", "del", "من") else None
        days = one.days(of[0].year) if of and of == unit_around(of[0], "year") else None
    return Dated(one.start, following.end, days, "later" if isinstance(one, Counted) else "relative") if days else None


def _with_years_of_their_ranges(text: str, written: list[Written], language: str) -> list[Written]:
    """Gives “May” of “from May to June 2015” its year, and “7” of “March 7 to April 2” …"""
    found = list(written)
    for number in range(len(found) - 2, -1, -1):
        one, following = found[number], found[number + 1]
        between = text[one.end : following.start]
        if (
            one.year is None
            and one.month
            and following.year
            and following.month
            and (is_joint(between, language) or between.strip() in ("and", ",", "or", "et", "и", "و"))
        ):
            found[number] = replace(one, year=following.year - (one.month > following.month))
    return found


def _days(one: Written, context: Context, course: Course, text: str) -> tuple[Days | None, DateBasis]:
    if one.weekday is not None and one.month is None:
        return _weekday(one, context, text, course.language), "relative"
    if one.year is not None:
        return one.days(one.year), "explicit"
    anchor = course.published
    if course.named_year and (anchor is None or course.history or course.heading):
        return _year_after(one, course.named_year), "explicit"
    if anchor is None:
        return None, "explicit"
    past = not course.language.startswith("en") or bool(PAST.search(text, max(0, one.start - 200), one.end + 200))
    return _year_near(one, anchor, context, past), "explicit"


def _year_near(one: Written, anchor: Days, context: Context, past: bool) -> Days | None:
    """In the year nearest to the day of publication, rather before it than after, where the sentence does not look ahead.

    What has happened is not of a month to come. A day or two are allowed, since it may be tomorrow where it happened.
    """
    found = [
        days
        for year in (anchor[0].year - 1, anchor[0].year, anchor[0].year + 1)
        if 1 <= year < 9999 and (days := one.days(year))
    ]
    if one.weekday is not None:
        found = [days for days in found if days[0].weekday() == one.weekday] or found
    if context.past:
        latest = anchor[1].toordinal() + (2 if one.day else 0)
        found = [days for days in found if days[0].toordinal() <= latest] or found
    ahead, behind = (1, 3) if context.future else (10 if past else 4, 1)
    return min(
        found,
        key=lambda days: max((days[0] - anchor[1]).days * ahead, (anchor[0] - days[1]).days * behind, 0),
        default=None,
    )


def _year_after(one: Written, named: Days) -> Days | None:
    """In the course of a story: the first such day after what it named, or shortly before."""
    found = [
        days
        for year in (named[0].year - 1, named[0].year, named[0].year + 1)
        if 1 <= year < 9999 and (days := one.days(year))
    ]
    inside = [days for days in found if named[0] <= days[0] and days[1] <= named[1]]
    return next(iter(inside or [days for days in found if (days[1] - named[0]).days > -100]), None)


def _weekday(one: Written, context: Context, text: str, language: str) -> Days | None:
    """“On Friday”: the last one, the day of publication included; the next one where the sentence looks ahead."""
    today = context.today
    if today is None or one.weekday is None:
        return None
    before, after = text[max(0, one.start - 14) : one.start].lower(), text[one.end : one.end + 22].lower()
    back = (today.weekday() - one.weekday) % 7
    number = -back
    known = time_words(language)
    is_last = re.search(known.last_before, before) or re.match(known.last_after, after)
    if re.search(known.next_before, before) or re.match(known.next_after, after):
        number = (-back) % 7 or 7
    elif re.search(r"\bnext\s+\Z|\bcoming\s+\Z", before) or (context.future and not is_last):
        number = (-back) % 7
        if re.search(r"\bnext\s+\Z", before):
            number = number or 7
    elif is_last:
        number = -(back or 7)
    if re.match(r"\s+(?:of\s+)?last\s+week", after):
        number = -back if back > today.weekday() else -back - 7
    elif re.match(r"\s+(?:of\s+)?next\s+week", after):
        number = 7 - today.weekday() + one.weekday
    day = shifted(today, "day", number)
    return (day, day) if day else None
