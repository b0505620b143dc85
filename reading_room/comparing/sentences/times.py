"""Finds the days that each sentence of an article speaks of, and which of them its main happening is of.

A sentence says its time itself, in words of the calendar (`calendar_dates`) or counted from another day (`relative_english`); or it
goes on with the time of the one before; or nothing is known but the day of publication. What its words do not bear is left out:
that day is a better answer than a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from reading_room.comparing.sentences.calendar_dates import western_digits
from reading_room.comparing.sentences.counted_days import MOST_DAYS
from reading_room.comparing.sentences.course import Course, Dated
from reading_room.comparing.sentences.dated_words import dated_words, occasion_of
from reading_room.comparing.sentences.main_time import Rank, rank_of
from reading_room.comparing.sentences.open_ends import Opened, opened
from reading_room.comparing.sentences.tenses import FUTURE, happened, tells_on
from reading_room.model.analysis import UNBOUNDED, Time
from reading_room.model.article import Passage, Version
from reading_room.model.results import Span

HISTORY = 5
"""Years before publication: a text most of whose dated years lie farther back tells of the past, and is its own calendar."""
LATE = 8
"""Days before publication of what may go on over the end of a paragraph."""
_YEARS = re.compile(
    r"(?:\b(?:in|of|since|by|until|from|to|during|year)|[a-zа-яء-ي]|\d,)\s(1\d\d\d|20\d\d)\b(?![-–.,:]?\d|\s\w+s\b)"
)
_OF_THE_TEXT = re.compile(
    r"\W*(?:(?:Additional\s+)?(?:Reporting|Editing|Writing|Compiled|Translated|Photos?)\s+by\b|Only\s+an?\s+(?:excerpt|part)\b|"
    r"No\s+(?:full\s+)?date\b|(?:Its|The)\s+(?:headline|title|address|words\s+quoted)\b)"
)
"""What begins sentences that tell of nothing but the text that they are in."""
_POINTS_BACK = re.compile(r"\W*(?:This|That|Then|After\s+(?:that|this)|Afterwards?|Thereafter|Thereupon)\b")
"""What begins a sentence that goes on with what was told before, also in the paragraph before."""
_EVENT_BEFORE = re.compile(
    r"\b(?:the|that|this|those|these)\s+(?:\w+\s+)?(?:battles?|attacks?|assaults?|blasts?|explosions?|bombings?|fighting|clash(?:es)?|raids?|strikes?|"
    r"air\s?strikes?|shelling|shootings?|siege|offensive|operation|ambush|massacre|crash|fire|earthquake|quake|demolition|destruction|"
    r"ceremony|concert|vote|meeting|talks)\b(?!\s+(?:on|against|in|at|near|of|for|by|that|which|between|with)\b|['’-])",
    re.IGNORECASE,
)
"""What a sentence says of an occasion that the paragraph before told of: “in the battle”; not “the battle of Aleppo”."""
_LASTS = re.compile(r"\b(?:has|have|is|are)\b|['’]ve\b")
"""What tells that something that began in the past lasts until it is written."""
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\w{3,}est|worst|best|most|least|only|highest|lowest)\b[^,;.]{0,50}\Z|\b(?:than|since|never|ever)\s+\Z",
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
    course.before, course.named_here = course.goes_on, False
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
    """Whether the next sentence may tell of the same time: one that is past, and no stretch that is open or lasts up to now."""
    if time.first == UNBOUNDED:
        return False
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
    if back and (_POINTS_BACK.match(said) or (course.goes_on is None and _is_of_its_event(said, back, course))):
        return back
    published = Time(*course.published, "published") if course.published else None
    if course.goes_on is None or course.unclear or _OF_THE_TEXT.match(said):
        return published
    if course.published and course.goes_on.first > course.published[1]:
        return course.goes_on if FUTURE.search(said) else published
    return course.goes_on if tells_on(said, course.language, anyhow=course.history) else published


def _is_of_its_event(said: str, back: Time, course: Course) -> bool:
    """Whether a sentence tells on of the occasion of the paragraph before: “in the battle”."""
    if course.unclear or not occasion_of((back.first, back.last)) or not _EVENT_BEFORE.search(said):
        return False
    over = course.published is None or back.last < course.published[0]
    return over and bool(happened(said)) and tells_on(said, course.language, anyhow=False)


def _found(text: str, span: Span, course: Course, *, first: bool) -> Iterator[_Found]:
    resolved, background = dated_words(text, span, course), False
    for number, one in enumerate(resolved):
        wider = _opened(text, span, one, course, single=len(resolved) == 1)
        days, start = (wider.days, wider.start) if wider else (one.days, one.start)
        rank = rank_of(text, span, one, course, first=first and not number)
        if rank != Rank.REPORTED or len(resolved) == 1:
            course.named, course.named_here = one.days, True
            course.occasion = occasion_of(one.days) or (course.occasion if rank >= Rank.BESIDE else None)
        ends = wider and (wider.since or text.startswith(("before", "Before"), start))
        if ends and _SUPERLATIVE.search(text, max(span.start, start - 70), start):
            rank = Rank.ASIDE  # “the fiercest since 2015” is not of 2015
        if rank == Rank.BESIDE and background:
            rank = Rank.ASIDE  # “built in 2008, before the war began in 2011”
        background |= rank == Rank.OTHER
        if rank == Rank.MAIN and course.published and days[0] > course.published[1]:
            rank = Rank.PLANNED
        yield _Found(Time(*days, one.basis, Span(start, one.end)), rank)


def _opened(text: str, span: Span, one: Dated, course: Course, *, single: bool) -> Opened | None:
    """What the words before a date make of it; a story about the past does not last until it is written."""
    explicit = one.basis == "explicit"
    found = opened(text, span, Span(one.start, one.end), one.days, course.published, course.language, explicit=explicit)
    if found is None or (found.alone and not single):
        return None
    ended = found.since and course.history and not _LASTS.search(text, span.start, span.end)
    return replace(found, days=one.days) if ended else found
