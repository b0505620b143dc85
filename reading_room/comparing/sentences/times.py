"""Finds the days that each sentence of an article speaks of, and which of them its main happening is of.

A sentence says its time itself, in words of the calendar (`calendar_dates`) or counted from another day (`relative_english`); or it
goes on with the time of the one before; or nothing is known but the day of publication. What its words do not bear is left out:
that day is a better answer than a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import median
from typing import NamedTuple

from reading_room.comparing.sentences.calendar_dates import Days, begins_with_since, western_digits
from reading_room.comparing.sentences.course import Course, Dated
from reading_room.comparing.sentences.dated_words import MOST_DAYS, dated_words, occasion_of
from reading_room.comparing.sentences.main_time import Rank, rank_of
from reading_room.comparing.sentences.tenses import FUTURE, tells_on
from reading_room.model.analysis import Time
from reading_room.model.article import Passage, Version
from reading_room.model.results import Span

HISTORY = 5
"""Years before publication: a text most of whose dated years lie farther back tells of the past, and is its own calendar."""
LATE = 8
"""Days before publication of what may go on over the end of a paragraph."""
_YEARS = re.compile(
    r"(?:\b(?:in|of|since|by|until|from|to|during|year)|[a-zа-яء-ي]|\d,)\s(1\d\d\d|20\d\d)\b(?![-–.,:]?\d|\s\w+s\b)"
)
_AFTER = re.compile(r"\bafter\s+\Z", re.IGNORECASE)
_OF_THE_TEXT = re.compile(
    r"\W*(?:(?:Additional\s+)?(?:Reporting|Editing|Writing|Compiled|Translated|Photos?)\s+by\b|Only\s+an?\s+(?:excerpt|part)\b|"
    r"No\s+(?:full\s+)?date\b|(?:Its|The)\s+(?:headline|title|address|words\s+quoted)\b)"
)
"""What begins sentences that tell of nothing but the text that they are in."""
_POINTS_BACK = re.compile(r"\W*(?:This|That|Then|After\s+(?:that|this)|Afterwards?|Thereafter|Thereupon)\b")
"""What begins a sentence that goes on with what was told before, also in the paragraph before."""
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\w{3,}est|worst|best|most|least|only|highest|lowest)\b[^,;.]{0,50}\Z",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    time: Time
    rank: int


def times(version: Version, spans: Sequence[Sequence[Span]]) -> list[list[tuple[Time, ...]]]:
    """The times of every sentence of every passage, that of its main happening first.

    Where the article has no date, a sentence that says no time has none.
    """
    published = version.article.published
    course = Course((published.first, published.last) if published else None, version.article.language)
    texts = [western_digits(passage.text) for passage in version.passages]
    course.history = _tells_of_the_past(texts, course)
    found = []
    for passage, text, sentences in zip(version.passages, texts, spans, strict=True):
        _begin(passage, course)
        told = [_sentence(text, span, course, first=not number) for number, span in enumerate(sentences)]
        if passage.kind == "heading":
            said = [one[0] for one in told if one and one[0].basis == "explicit"]
            course.heading = replace(said[0], basis="carried", span=None) if said else None
        course.short = passage.kind == "paragraph" and len(sentences) == 1
        found.append(told)
    return found


def _tells_of_the_past(texts: Sequence[str], course: Course) -> bool:
    """Whether most of the dates with a year lie far before the day of publication."""
    years = [int(year) for text in texts for year in _YEARS.findall(text)]
    return len(years) >= 5 and (course.published is None or course.published[0].year - median(years) >= HISTORY)


def _begin(passage: Passage, course: Course) -> None:
    """A paragraph begins anew, but for what its heading says; a text about the past goes on."""
    course.before = course.goes_on
    if passage.kind == "heading":
        course.heading = None
    if course.heading:
        course.goes_on = course.heading
        course.named = course.named_year = (course.heading.first, course.heading.last)
    elif not course.history:
        course.named_year = None
        if not (course.short and course.goes_on and _is_of_late(course.goes_on, course)):
            course.goes_on = None


def _sentence(text: str, span: Span, course: Course, *, first: bool) -> tuple[Time, ...]:
    said, course.unclear = text[span.start : span.end], False
    found = list(_found(text, span, course, first=first))
    found.sort(key=lambda one: one.rank)  # stable: those of one rank stay in the order of the text
    times = tuple(one.time for one in found)
    if not found or found[0].rank >= Rank.ASIDE:
        main = _unsaid(said, course)
        course.goes_on = main if main and main.basis == "carried" else None
        return ((main,) if main else ()) + times
    course.goes_on = replace(times[0], basis="carried", span=None) if _can_go_on(times[0], course) else None
    return times


def _can_go_on(time: Time, course: Course) -> bool:
    """Whether the next sentence may tell of the same time: one that is past, and neither a stretch up to now nor a plan."""
    if course.history or course.published is None:
        return True
    if time.last > course.published[1]:
        planned = (time.last - time.first).days <= MOST_DAYS
        return planned or (time.first <= course.published[1] and time.basis == "explicit")
    return time.last < course.published[1] or time.first == time.last or time.first == course.published[0]


def _is_of_late(time: Time, course: Course) -> bool:
    """Whether it is of the few days before publication that news tell of."""
    if course.published is None:
        return False
    return (time.last - time.first).days <= MOST_DAYS and (course.published[0] - time.last).days < LATE


def _unsaid(said: str, course: Course) -> Time | None:
    """The time of a sentence that does not say it."""
    back, course.before = course.goes_on or course.before, None
    if back and _POINTS_BACK.match(said):
        return back
    published = Time(*course.published, "published") if course.published else None
    if course.goes_on is None or course.unclear or _OF_THE_TEXT.match(said):
        return published
    if course.published and course.goes_on.first > course.published[1]:
        return course.goes_on if FUTURE.search(said) else published
    return course.goes_on if tells_on(said, course.language, anyhow=course.history) else published


def _found(text: str, span: Span, course: Course, *, first: bool) -> Iterator[_Found]:
    resolved = dated_words(text, span, course)
    for number, one in enumerate(resolved):
        days, start = one.days, one.start
        since = begins_with_since(text, span.start, start, course.language)
        if since is not None and course.published and days[0] <= course.published[1] and not course.history:
            days, start = (days[0], max(days[1], course.published[1])), since
        if _AFTER.search(text, max(span.start, one.start - 8), one.start):
            days = _days_after(one, course) or days
        rank = rank_of(text, span, one, course, first=first and not number)
        if rank != Rank.REPORTED or len(resolved) == 1:
            course.named = one.days
            course.occasion = occasion_of(one.days) or (course.occasion if rank >= Rank.BESIDE else None)
        if since is not None and _SUPERLATIVE.search(text, max(span.start, since - 70), since):
            rank = Rank.ASIDE  # “the fiercest since 2015” is not of 2015
        if rank == Rank.MAIN and course.published and days[0] > course.published[1]:
            rank = Rank.PLANNED
        yield _Found(Time(*days, one.basis, Span(start, one.end)), rank)


def _days_after(one: Dated, course: Course) -> Days | None:
    """“After March 2016”: what followed the month, up to publication."""
    later = one.days[1] + timedelta(1)
    wide = one.basis == "explicit" and (one.days[1] - one.days[0]).days >= 27
    return (later, course.published[1]) if wide and course.published and later < course.published[0] else None
