"""Finds the days that each sentence of an article speaks of, and which of them its main happening is of.

A sentence says its time itself, in words of the calendar (`calendar_dates`) or counted from another day (`relative_english`); or it
goes on with the time of the one before; or nothing is known but the day of publication. What its words do not bear is left out:
that day is a better answer than a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from statistics import median
from typing import NamedTuple

from reading_room.comparing.sentences.calendar_dates import (
    Days,
    Written,
    hint,
    is_joint,
    of_an_era,
    western_digits,
    written_dates,
)
from reading_room.comparing.sentences.counted_days import MOST_DAYS, Context, Counted, shifted, unit_around
from reading_room.comparing.sentences.open_ends import Opened, opened
from reading_room.comparing.sentences.relative_elsewhere import counted_elsewhere
from reading_room.comparing.sentences.relative_english import counted_times, may_count
from reading_room.comparing.sentences.time_words import time_words
from reading_room.model.analysis import UNBOUNDED, DateBasis, Time
from reading_room.model.article import Passage, Version
from reading_room.model.results import Span

HISTORY = 5
"""Years before publication: a text most of whose dated years lie farther back tells of the past, and is its own calendar."""

NEWS = 180
"""Days before publication, at most: what happened then is told as having happened, and not to say what something is."""
LATE = 8
"""Days before publication of what may go on over the end of a paragraph."""

_YEARS = re.compile(
    r"(?:\b(?:in|of|since|by|until|from|to|during|year)|[a-zа-яء-ي]|\d,)\s(1\d\d\d|20\d\d)\b(?![-–.,:]?\d|\s\w+s\b)"
)
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are|was|were|be)\s+(?:due|to|set|scheduled|expected|likely|planned|going)|scheduled|upcoming|"
    r"plans?\s+to|ahead\s+of|by\s+the\s+time|due|expects?|to\s+be\s+held)\b|['’]ll\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(r"\b(?:after|since|following|from\s+the)\s+(?:the\s+)?\Z|[’']s\s+\Z", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:would|could|may|might)\s(?!have\b)[^,;.]{0,60}\Z")
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
_SAID = (
    r"(?:said|says|say|told|tells|announced|reported|reports|stated|states|wrote|writes|tweeted|added|confirmed|declared|claimed|"
    r"acknowledged|warned|posted|published|released|issued|quoted|denied|noted|disclosed|according\s+to)"
)
_SAYS = re.compile(rf"\b{_SAID}\b")
_REPORTED = re.compile(
    rf"\b{_SAID},?\s+(?:(?:(?!that\b|the\b|he\b|she\b|it\b|they\b|his\b|its\b)[\w’'-]+)\s+){{0,3}}?(?:in\s+\w+\s+)?(?:on|late|early|at|in|in\s+a|in\s+an)?\s*\Z|"
    r"\b(?:statement|interview|report|speech|briefing|conference|comments?|remarks|editorial|article|post)\s+(?:\w+\s+){0,3}?(?:on|of|from|dated|in)?\s*\Z",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"['’]?s?\s+(?:\w+\s+)?(?:statement|report|interview|announcement|article|edition|briefing|editorial|speech|comments|remarks)\b",
    re.IGNORECASE,
)
_SAID_THEN = re.compile(rf"(?:,\s(?:in|at|during|after|speaking)\b[^,;]{{1,60}},)?\s(?:also\s|again\s)?{_SAID}\b")
"""What follows the day of what is only said: “Obama on Friday, in a speech, said”."""
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\w{3,}est|worst|best|most|least|only|highest|lowest)\b[^,;.]{0,50}\Z",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:forecast|outlook|prospect|estimate|expectation|target|budget|plan|projection|guidance)s?\s+(?:for|in)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_WILL_AFTER = re.compile(
    r"[^.;:]{0,70}?\b(?:will|won['’]t|shall|(?:is|are)\s+(?:due|to|set|scheduled|expected|likely|planned|going))\b"
)
_NO_NOUNS = (
    "so", "it", "say", "says", "said", "was", "were", "been", "being", "is", "are", "be", "and", "or", "not", "had", "have", "has",
)  # fmt: skip
_AFTER_NOUN = r"(?<=[a-z]\s)" + "".join(rf"(?<!\b{word}\s)" for word in _NO_NOUNS)
_RELATIVE_CLAUSE = re.compile(
    r"(?:^|[,\s(–—])(?:which|who|whom|whose|where)\b[^,;:–—]*\Z|"
    rf"{_AFTER_NOUN}that\s+(?:\w+ly\s+)?(?:has|have|had|is|are|was|were|will|would|began|killed|left|took|[a-z]{{3,}}ed)\b"
    r"[^,;:–—]{0,60}\Z|"
    rf"{_AFTER_NOUN}(?<!ly\s)(?!surveyed|polled)[a-z]{{3,}}(?:ed|en)\s+by\b"
    r"(?:(?!\b(?:had|has|have|was|were|is|are|will|would|said|[a-z]+ed)\b)[^,;:–—@]){0,60}\Z"
)
"""What begins a clause that only tells more of a noun: “the law that passed in May”, “the town taken by rebels in May”."""
_PARTICIPLE = re.compile(
    r",\s(?:\w+ly\s)?(?:set|put|cut|hit|\w+(?:ed|en|wn|un|ld|ft|ght|pt|lt|ost|uck|ung))\b[^,;:–—]{0,60}\Z"
)
_COMPARED = re.compile(
    r"(?:,\s|\b(?:up|down|compared|to\s[^,;]{1,40})\s)(?:from|versus|vs\.?|against)\s+(?:an?\s+|the\s+|about\s+|just\s+)?(?:[$€£]\s?)?\d(?:(?!\bto\b)[^;:]){0,60}\Z|"
    r"\b(?:similar\s+to|equivalent\s+to|compared\s+(?:to|with))\s+(?:the\s+)?\Z"
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?\Z")
_AGO = re.compile(r"\b(?:ago|earlier|before)\Z|\A(?:the\s+)?(?:last|previous|same|prior)\b", re.IGNORECASE)
"""What tells a time that something is compared with: “up from 1.2 million in 2012”, “up 5 percent from a year ago”."""
_GOES_ON_WITH_ITS_VERB = re.compile(r",\s(?:which|who|has|have|had|is|are|was|were|will|would|can|could|may|might)\b")
"""What stands around a time in an apposition: “The bridge, swept away that night, has been replaced”."""
_BESIDE = re.compile(
    r"(?:^[^,;]{0,40}\b(?:As|While|When|Although|Though|If)|\b(?:after|before|following|since|until|till|ahead\s+of|prior\s+to|because|compared\s+(?:to|with)|(?<!-)than(?!-)|unlike|like|as\s+in|due|"
    r"expires?))\b[^,;:–—]{0,90}\Z|\bthrough\s+\Z",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:dat(?:ing|ed|es)\s+(?:back\s+)?(?:to|from|between|around|as\s+\w+\s+as)|born|built|founded|established|created|erected|completed|inscribed|died|elected|launched)\s+(?:back\s+)?"
    r"(?:in|on|to|from|between|around|as\s+\w+\s+as)?\s*\Z",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that|these|those)\s+\Z", re.IGNORECASE)
_MODEL = re.compile(r"(?:\b(?:an?|his|her|my|their)|[’']s)\s+\Z")
_DATELINE = re.compile(r"\s*(?:[(\[][^)\]]{2,40}[)\]])?\s*(?:[-–—]|\.\s*/|/)")
_PLACE = re.compile(r"[(\[]?[A-ZÀ-Þ][\w.'’ /,()-]{1,70}\Z")
_VAGUE = re.compile(
    r"\b(?:now|currently|at\s+present|nowadays|still|(?:days|weeks|months|years|decades|centuries)\s+(?:later|ago|earlier|before)|"
    r"in\s+recent\s+(?:days|weeks|months|years)|recently|always|never|often|generally|in\s+the\s+future|future|(?:once|ever)\s+again|"
    r"long\s+before|previously|formerly|originally)\b",
    re.IGNORECASE,
)
_PAST_PERFECT = re.compile(
    r"\bhad\s+(?:(?:already|also|previously|earlier|long|never|not|been)\s+){0,2}\w+(?:ed|en|wn|un|ld|de|ft|ght|st|t)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|am|do|does|can|may|must|should|would|could|might|isn['’]t|aren['’]t|remains?|continues?|hopes?|wants?|believes?|['’]re|['’]ve)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|did|had|(?!(?:in)?deed|need|speed|hundred|feed|seed|breed|proceed|exceed|succeed|red\b)[a-z]{2,}ed|went|took|fell|came|told|made|began|left|held|saw|got|gave|found|lost|won|struck|ran|rose|grew|led|met|"
    r"sent|brought|became|broke|fought|flew|shot|blew|drove|kept|sold|paid|spent|felt|knew|thought|said|hit|cut|put|wrote|spoke|stood|"
    r"built|bought|taught|caught|sought|chose|slept|swore|shook|stole|rode|laid|shut|split|swung|tore|hung|hid|dealt|meant|heard|"
    r"withdrew|overran|bore|drew|threw|wore|sank|dug|fled)\b"
)


_SURELY_PAST = re.compile(
    r"\b(?:was|were|did|had|went|took|fell|came|made|began|left|held|saw|got|gave|lost|won|struck|ran|rose|grew|met|sent|brought|became|"
    r"broke|fought|flew|shot|blew|drove|withdrew|overran|drew|threw|fled|"
    r"(?<!-)(?!need|speed|hundred|feed|seed|breed|proceed|exceed|succeed)[a-z]{2,}ed"
    r"(?=\s+(?:the|an?|his|her|its|their|some|more|all|in|on|at|from|into|out|up|down|back)\b|\s+[A-Z\d]))\b"
)
"""Verbs that are no participles: “the talks backed by Russia” may be to come."""
_PLANNED = re.compile(
    r"\b(?:announc|postpon|schedul|plan|agree|set|book|delay|mov|extend|approv|invit|promis|vow|pledg|propos|expect|adjourn|summon|due)\w*\b|"
    r"\b(?:call|push)(?:ed|s|ing)?\s+for\b",
    re.IGNORECASE,
)
_ON = re.compile(r",?\s+(?:on|in)\s+(?:the\s+)?")
_COUNTS_FROM_ITS_OBJECT = re.compile(r"\b(?:before|after)\Z", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+(?:the|an?|his|her|its|their|our|my|this|that|these|those|he|she|it|they|we|\w+ing|[A-Z]\w*|\d\S*)\b"
)


class _Rank:
    """How near a date stands to what a sentence mainly tells, the smallest the nearest."""

    MAIN, PLANNED, REPORTED, BESIDE, ASIDE, OTHER = range(6)


class _Found(NamedTuple):
    time: Time
    rank: int


@dataclass(slots=True)
class _Course:
    """How far the reading of a text has come."""

    published: Days | None
    language: str
    history: bool = False
    unclear: bool = False
    """The sentence says a time that cannot be worked out."""
    named: Days | None = None
    """What the text named last."""
    occasion: Days | None = None
    """The last of what it named that is of a few days at most."""
    named_year: Days | None = None
    """The last date that it gave with its year."""
    goes_on: Time | None = None
    """The time that a sentence goes on with that says none itself."""
    heading: Time | None = None
    before: Time | None = None
    """What the paragraph before ended with; a sentence may point back to it."""
    named_here: bool = False
    """The paragraph itself names a day."""
    short: bool = False
    """The paragraph before is a single sentence, as in news that gives every sentence one: the story goes on over its end."""


def times(version: Version, spans: Sequence[Sequence[Span]]) -> list[list[tuple[Time, ...]]]:
    """The times of every sentence of every passage, that of its main happening first.

    Where the article has no date, a sentence that says no time has none.
    """
    published = version.article.published
    course = _Course((published.first, published.last) if published else None, version.article.language)
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


def _tells_of_the_past(texts: Sequence[str], course: _Course) -> bool:
    """Whether most of the dates with a year lie far before the day of publication."""
    years = [int(year) for text in texts for year in _YEARS.findall(text)]
    return len(years) >= 5 and (course.published is None or course.published[0].year - median(years) >= HISTORY)


def _begin(passage: Passage, course: _Course) -> None:
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


def _sentence(text: str, span: Span, course: _Course, *, first: bool) -> tuple[Time, ...]:
    said, course.unclear = text[span.start : span.end], False
    found = list(_found(text, span, course, first=first))
    found.sort(key=lambda one: one.rank)  # stable: those of one rank stay in the order of the text
    times = tuple(one.time for one in found)
    if not found or found[0].rank >= _Rank.ASIDE:
        main = _unsaid(said, course)
        course.goes_on = main if main and main.basis == "carried" else None
        return ((main,) if main else ()) + times
    course.goes_on = replace(times[0], basis="carried", span=None) if _can_go_on(times[0], course) else None
    return times


def _can_go_on(time: Time, course: _Course) -> bool:
    """Whether the next sentence may tell of the same time: one that is past, and no stretch that is open or lasts up to now."""
    if time.first == UNBOUNDED:
        return False
    if course.history or course.published is None:
        return True
    if time.last > course.published[1]:
        planned = (time.last - time.first).days <= MOST_DAYS
        return planned or (time.first <= course.published[1] and time.basis == "explicit")
    return time.last < course.published[1] or time.first == time.last or time.first == course.published[0]


def _is_of_late(time: Time, course: _Course) -> bool:
    """Whether it is of the few days before publication that news tell of."""
    if course.published is None:
        return False
    return (time.last - time.first).days <= MOST_DAYS and (course.published[0] - time.last).days < LATE


def _unsaid(said: str, course: _Course) -> Time | None:
    """The time of a sentence that does not say it."""
    back, course.before = course.goes_on or course.before, None
    if back and _POINTS_BACK.match(said):
        return back
    if back and course.goes_on is None and _occasion((back.first, back.last)) and not course.unclear:
        happened = course.published is None or back.last < course.published[0]
        if (
            happened
            and _EVENT_BEFORE.search(said)
            and _happened(said)
            and _goes_on(said, course.language, anyhow=False)
        ):
            return back
    published = Time(*course.published, "published") if course.published else None
    if course.goes_on is None or course.unclear or _OF_THE_TEXT.match(said):
        return published
    if course.published and course.goes_on.first > course.published[1]:
        return course.goes_on if _FUTURE.search(said) else published
    return course.goes_on if _goes_on(said, course.language, anyhow=course.history) else published


def _goes_on(said: str, language: str, *, anyhow: bool) -> bool:
    """Whether a sentence tells, in the past, what happened next: not what is so, will be, or, unless `anyhow`, had been before."""
    if not language.startswith("en"):
        return not re.search(time_words(language).future, said, re.IGNORECASE)
    if not anyhow and (_VAGUE.search(said) or _PAST_PERFECT.search(said)):
        return False
    past = _happened(said)
    other = _PRESENT.search(said) or _FUTURE.search(said)
    if past is None:
        return other is None and _SAYS.search(said) is not None
    return other is None or past.start() < other.start()


def _happened(said: str) -> re.Match[str] | None:
    """The first verb that tells what happened, and not that somebody said so."""
    return next((match for match in _PAST.finditer(said) if not _SAYS.fullmatch(match[0])), None)


@dataclass(frozen=True, slots=True)
class _Resolved:
    start: int
    end: int
    days: Days
    basis: DateBasis


def _found(text: str, span: Span, course: _Course, *, first: bool) -> Iterator[_Found]:
    resolved = list(_joined(text, list(_resolved(text, span, course)), course))
    background = False
    for number, one in enumerate(resolved):
        wider = _opened(text, span, one, course, single=len(resolved) == 1)
        days, start = (wider.days, wider.start) if wider else (one.days, one.start)
        rank = _rank(text, span, one, course, first=first and not number)
        if rank != _Rank.REPORTED or len(resolved) == 1:
            course.named, course.named_here = one.days, True
            course.occasion = _occasion(one.days) or (course.occasion if rank >= _Rank.BESIDE else None)
        if wider and wider.since and _SUPERLATIVE.search(text, max(span.start, start - 70), start):
            rank = _Rank.ASIDE  # “the fiercest since 2015” is not of 2015
        if rank == _Rank.BESIDE and background:
            rank = _Rank.ASIDE  # “built in 2008, before the war began in 2011”
        background |= rank == _Rank.OTHER
        if rank == _Rank.MAIN and course.published and days[0] > course.published[1]:
            rank = _Rank.PLANNED
        yield _Found(Time(*days, one.basis, Span(start, one.end)), rank)


def _opened(text: str, span: Span, one: _Resolved, course: _Course, *, single: bool) -> Opened | None:
    """What the words before a date make of it; a story about the past does not last until it is written."""
    explicit = one.basis == "explicit"
    found = opened(text, span, Span(one.start, one.end), one.days, course.published, course.language, explicit=explicit)
    if found is None or (found.alone and not single):
        return None
    return replace(found, days=one.days) if found.since and course.history else found


def _rank(text: str, span: Span, one: _Resolved, course: _Course, *, first: bool) -> int:
    left = text[max(span.start, one.start - 140) : one.start]
    if first and one.end - span.start < 100 and _DATELINE.match(text, one.end) and _PLACE.fullmatch(left):
        return _Rank.REPORTED
    if left.rfind("(") > left.rfind(")") or left.rfind("[") > left.rfind("]"):
        return _Rank.BESIDE
    if (_BACKGROUND.search(left) and not _is_news(one, course)) or _FORECAST.search(left):
        return _Rank.OTHER
    if _is_compared(text, left, one):
        return _Rank.ASIDE
    if _RELATIVE_CLAUSE.search(left) or (_PARTICIPLE.search(left) and _GOES_ON_WITH_ITS_VERB.match(text, one.end)):
        return _Rank.ASIDE
    if _REPORTED.search(left) or _TELLS.match(text, one.end) or _SAID_THEN.match(text, one.end):
        return _Rank.REPORTED
    if _BESIDE.search(left):
        return _Rank.BESIDE
    if re.search(r"\ban?\s\Z", left) and text[one.start : one.end].isdigit():
        return _Rank.ASIDE
    if _MODEL.search(left) and text[one.start : one.end].isdigit() and text[one.end + 1 : one.end + 2].isupper():
        return _Rank.ASIDE  # “her 2005 Camry”
    if _ATTRIBUTE.search(left) and text[one.end : one.end + 1] == " " and text[one.end + 1 : one.end + 2].isalpha():
        return _Rank.BESIDE
    return _Rank.MAIN


def _is_compared(text: str, left: str, one: _Resolved) -> bool:
    """Whether it is the time of what is only compared with."""
    words = text[one.start : one.end]
    return bool(_COMPARED.search(left) or (_FROM.search(left) and _AGO.search(words)))


def _is_news(one: _Resolved, course: _Course) -> bool:
    """Whether it was of late: “three people died on Thursday” tells what happened, “a poet who died in 1931” who somebody was."""
    if course.published is None or course.history:
        return False
    to_the_day = one.basis == "relative" and one.days[0] == one.days[1]  # “died 20 years ago today”
    return to_the_day or (course.published[0] - one.days[1]).days < NEWS


def _joined(text: str, found: list[_Resolved], course: _Course) -> Iterator[_Resolved]:
    """Makes one time of “from Monday to Friday”."""
    held: _Resolved | None = None
    for one in found:
        if held:
            between = text[held.end : one.start]
            before = text[max(0, held.start - 12) : held.start].lower()
            joint = is_joint(between, course.language) or (
                between.strip() in ("and", "and the") and before.endswith("between ")
            )
            if joint and held.days[0] <= one.days[1]:
                held = _Resolved(held.start, one.end, (held.days[0], one.days[1]), held.basis)
                continue
            yield held
        held = one
    if held:
        yield held


def _resolved(text: str, span: Span, course: _Course) -> Iterator[_Resolved]:
    """What can be said of the dates that a sentence names, in its order."""
    start, end = span.start, span.end
    written = written_dates(text, start, end, course.language) if hint(course.language).search(text, start, end) else []
    written = _with_years_of_their_ranges(text, written, course.language)
    counted = _counted(text, start, end, course.language)
    at, named, occasion, here = start, course.named, course.occasion, course.named_here
    if era := of_an_era(text, start, end):
        days, begin, at = era
        yield _Resolved(begin, at, days, "explicit")
    both: list[Written | Counted] = sorted([*written, *counted], key=lambda one: (one.start, -one.end))
    for one, following in zip_longest(both, both[1:]):
        if one.start < at:
            continue
        future = _is_future(text, start, one, course.language)
        past = not future and _is_past(text[max(start, one.start - 200) : min(end, one.end + 200)])
        context = Context(course.published, named, future, occasion, past, here)
        found = _together(one, following, context, course, text) if following else None
        found = found or _alone(one, context, course, text)
        course.unclear |= found is None
        if found:
            named, occasion, here = found.days, _occasion(found.days) or occasion, True
            if isinstance(one, Written) and one.year:
                course.named_year = found.days
            yield found
            at = found.end
    if not course.language.startswith("en"):
        yield from _days_from_today(text, span, Context(course.published, None, False), course.language)


def _counted(text: str, start: int, end: int, language: str) -> list[Counted]:
    if not language.startswith("en"):
        return counted_elsewhere(text, start, end, language)
    return counted_times(text, start, end) if may_count(text[start:end].lower()) else []


def _occasion(days: Days) -> Days | None:
    return days if (days[1] - days[0]).days <= MOST_DAYS else None


def _alone(one: Written | Counted, context: Context, course: _Course, text: str) -> _Resolved | None:
    if isinstance(one, Written):
        days, basis = _days(one, context, course, text)
    elif _COUNTS_FROM_ITS_OBJECT.search(text, one.start, one.end) and _OBJECT.match(text, one.end):
        return None  # “two days after the attack”
    else:
        days, basis = one.days(context), one.basis
        if days and basis == "later" and context.published and days[0] > context.published[1] and not context.future:
            return None
    return _Resolved(one.start, one.end, days, basis) if days and days[0] <= days[1] else None


def _together(
    one: Written | Counted, following: Written | Counted, context: Context, course: _Course, text: str
) -> _Resolved | None:
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
    return (
        _Resolved(one.start, following.end, days, "later" if isinstance(one, Counted) else "relative") if days else None
    )


def _days_from_today(text: str, span: Span, context: Context, language: str) -> Iterator[_Resolved]:
    """“Yesterday” in the languages of which the room knows these words alone."""
    for words, number in time_words(language).days.items() if context.today else ():
        for match in re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE).finditer(text, span.start, span.end):
            if context.today and (day := shifted(context.today, "day", number)):
                yield _Resolved(*match.span(), (day, day), "relative")


def _is_future(text: str, start: int, one: Written | Counted, language: str) -> bool:
    """Whether what is still to come is spoken of where a date stands: “will meet on Friday”, “on Friday voters will”."""
    if not language.startswith("en"):
        around = text[max(start, one.start - 130) : one.end + 40]
        return bool(re.search(time_words(language).future, around, re.IGNORECASE))
    left = text[max(start, one.start - 130) : one.start]
    if _LOOKS_BACK.search(left):
        return False
    cues = [cue.end() for cue in _FUTURE.finditer(left)]
    if cues and not _SAYS.search(left, cues[-1]):
        return True
    if _WOULD.search(left):
        return True
    after = _WILL_AFTER.match(text, one.end)
    return after is not None and not _PAST.search(text, one.end, after.end()) and not _PAST.search(left)


def _is_past(said: str) -> bool:
    """Whether nothing but what has happened is told."""
    happened = any(not _SAYS.fullmatch(match[0]) for match in _SURELY_PAST.finditer(said))
    return happened and not (_PLANNED.search(said) or _PRESENT.search(said) or _FUTURE.search(said))


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


def _days(one: Written, context: Context, course: _Course, text: str) -> tuple[Days | None, DateBasis]:
    if one.weekday is not None and one.month is None:
        return _weekday(one, context, text, course.language), "relative"
    if one.year is not None:
        return one.days(one.year), "explicit"
    anchor = course.published
    if course.named_year and (anchor is None or course.history or course.heading):
        return _year_after(one, course.named_year), "explicit"
    if anchor is None:
        return None, "explicit"
    past = not course.language.startswith("en") or bool(_PAST.search(text, max(0, one.start - 200), one.end + 200))
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
