"""Makes of a date the beginning or the end of a time: “since May”, “before 2011”, “until Friday”, “after 27 March”."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from reading_room.comparing.sentences.calendar_dates import Days
from reading_room.comparing.sentences.time_words import time_words
from reading_room.model.analysis import UNBOUNDED
from reading_room.model.results import Span

WIDE = 27
"""Days between the first and the last of a month or a year, at least."""
_LOOKED_AT = 90
"""Code points before a date."""

_NOT_UNTIL = re.compile(
    r"(?:\b(?:not|never|nor|hardly)\b|n['’]t\b|\b(?:postpon|adjourn|delay|defer|remand|reschedul|suspend|put\s+off|mov|push|wait)\w*)"
    r"[^,;:.]{0,60}\Z",
    re.IGNORECASE,
)
"""What stands before “until” where something happens then: “did not fall until May”, “was postponed until May”."""
_IN_FRONT_OF = re.compile(
    r"\s*(?:before|in)\s+(?:an?\s+|the\s+|his\s+|its\s+|their\s+)?(?:\w+\s+)?(?:courts?|judges?|parliament|congress|senate|committee|council|panel|crowds?|"
    r"cameras?|audience|magistrates?|tribunal|lawmakers|press|inquiry|assembly|jury|board)\b",
    re.IGNORECASE,
)
_END = re.compile(r"(?:the\s+)?(?:end|late|second\s+half)\b", re.IGNORECASE)
_STANDS_ALONE = re.compile(
    r"\s*(?:[,.;:!?)\]”\"—–]|\Z)|\s+(?:[a-zа-я]+ed|(?:the|an?|his|her|its|their|our|it|he|she|they|we|i|no|all|there|most|many|some|this|that|"
    r"was|were|is|are|had|has|and|or|but|in|at|on|when|as|by|to|for|with|under|л\w+|la|les?|il|elle|ils|года?|г)\b)|\s+[^\W\da-z]"
)
"""What follows a day that is no attribute of the next word: not “after 27 March attack”."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The days that are meant with the words that begin at `start`."""

    days: Days
    start: int
    since: bool = False
    alone: bool = False
    """Only where the sentence says no other time: “before the war began in 2011” names 2011 too."""


@dataclass(frozen=True, slots=True)
class _Leads:
    """What stands before a date in a language."""

    since: re.Pattern[str]
    before: re.Pattern[str]
    before_clause: re.Pattern[str]
    until: re.Pattern[str]
    after: re.Pattern[str]
    night_before: re.Pattern[str]


@cache
def _leads(language: str) -> _Leads:
    words, between = time_words(language), r"(?:\s+(?:last|late|early|le|la))?"

    def behind(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{pattern})\s*\Z", re.IGNORECASE)

    return _Leads(
        re.compile(
            rf"(?:{words.since})(?:[^,;.:()“”]{{0,60}}\b(?:in|on|at|en|le|в)\s+(?:the\s+)?)?\Z",
            re.IGNORECASE,
        ),
        behind(rf"(?:{words.before}){between}"),
        behind(rf"(?:{words.before}|{words.until})\s+(?:(?:the|a)\s+|[^,;.:()]{{1,60}}\b(?:in|en|в)\s+(?:the\s+)?)"),
        behind(rf"(?:{words.until})(?:\s+the)?{between}"),
        behind(words.after),
        behind(words.night_before),
    )


def opened(
    text: str, sentence: Span, at: Span, days: Days, published: Days | None, language: str, *, explicit: bool
) -> Opened | None:
    """What the words before the date at `at` make of its days; None where they leave them.

    What lasts until publication ends with it. Of what was before a day in the past nothing says when it began: its first day is
    `UNBOUNDED`; what is to be before a day to come begins with publication.
    """
    leads = _leads(language)
    begin, over = max(sentence.start, at.start - _LOOKED_AT), published[1] if published else None
    if (since := leads.since.search(text, begin, at.start)) and over and days[0] <= over:
        return Opened((days[0], over), since.start(), since=True)
    if (night := leads.night_before.search(text, begin, at.start)) and days[0] == days[1] > date.min:
        return Opened((days[0] - timedelta(1), days[0]), night.start())
    first = published[0] if published and over and days[0] > over else UNBOUNDED
    wide = explicit and (days[1] - days[0]).days >= WIDE
    if until := leads.until.search(text, begin, at.start):
        happens = _NOT_UNTIL.search(text, max(sentence.start, until.start() - _LOOKED_AT), until.start())
        now = over is not None and days[0] <= over <= days[1]
        if happens or (now and not explicit) or days[1] < first:
            return None
        return Opened((first, over if over and now else days[1]), until.start())
    alone = wide or _STANDS_ALONE.match(text, at.end)
    if (before := leads.before.search(text, begin, at.start)) and alone and days[0] > first:
        last = days[1] if _END.match(text, at.start, at.end) else days[0] - timedelta(1)
        first = published[0] if published and over and last > over else first
        return Opened((first, last), before.start())
    if wide and first == UNBOUNDED and (clause := leads.before_clause.search(text, begin, at.start)):
        in_front = _IN_FRONT_OF.match(text, clause.start(), at.start)
        return None if in_front else Opened((UNBOUNDED, days[1]), at.start, alone=True)
    after = explicit and alone and leads.after.search(text, begin, at.start)
    if after and published and over and days[1] < published[0]:
        return Opened((days[1] + timedelta(1), over), after.start())
    return None
