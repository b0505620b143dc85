"""How near a date stands to what a sentence mainly tells: its happening, its plan, its saying, or something beside it."""

import re

from reading_room.comparing.sentences.course import Course, Dated
from reading_room.comparing.sentences.tenses import SAID
from reading_room.model.results import Span

NEWS = 180
"""Days before publication, at most: what happened then is told as having happened, and not to say what something is."""
_REPORTED = re.compile(
    rf"\b{SAID},?\s+(?:(?:(?!that\b|the\b|he\b|she\b|it\b|they\b|his\b|its\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[\w’'-]+)\s+){{0,3}}?(?:in\s+\w+\s+)?(?:on|late|early|at|in|in\s+a|in\s+an)?\s*\Z|"
    r"\b(?:statement|interview|report|speech|briefing|conference|comments?|remarks|editorial|article|post)\s+(?:\w+\s+){0,3}?(?:on|of|from|dated|in)?\s*\Z",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"['’]?s?\s+(?:\w+\s+)?(?:statement|report|interview|announcement|article|edition|briefing|editorial|speech|comments|remarks)\b",
    re.IGNORECASE,
)
_SAID_THEN = re.compile(rf"(?:,\s(?:in|at|during|after|speaking)\b[^,;]{{1,60}},)?\s(?:also\s|again\s)?{SAID}\b")
"""What follows the day of what is only said: “Obama on Friday, in a speech, said”."""
_FORECAST = re.compile(
    r"\b(?:forecast|outlook|prospect|estimate|expectation|target|budget|plan|projection|guidance)s?\s+(?:for|in)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
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


class Rank:
    """How near a date stands to what a sentence mainly tells, the smallest the nearest."""

    MAIN, PLANNED, REPORTED, BESIDE, ASIDE, OTHER = range(6)


def rank_of(text: str, span: Span, one: Dated, course: Course, *, first: bool) -> int:
    left = text[max(span.start, one.start - 140) : one.start]
    if first and one.end - span.start < 100 and _DATELINE.match(text, one.end) and _PLACE.fullmatch(left):
        return Rank.REPORTED
    if left.rfind("(") > left.rfind(")") or left.rfind("[") > left.rfind("]"):
        return Rank.BESIDE
    if (_BACKGROUND.search(left) and not _is_news(one, course)) or _FORECAST.search(left):
        return Rank.OTHER
    if _is_compared(text, left, one):
        return Rank.ASIDE
    if _RELATIVE_CLAUSE.search(left) or (_PARTICIPLE.search(left) and _GOES_ON_WITH_ITS_VERB.match(text, one.end)):
        return Rank.ASIDE
    if _REPORTED.search(left) or _TELLS.match(text, one.end) or _SAID_THEN.match(text, one.end):
        return Rank.REPORTED
    if _BESIDE.search(left):
        return Rank.BESIDE
    if re.search(r"\ban?\s\Z", left) and text[one.start : one.end].isdigit():
        return Rank.ASIDE
    if _MODEL.search(left) and text[one.start : one.end].isdigit() and text[one.end + 1 : one.end + 2].isupper():
        return Rank.ASIDE  # “her 2005 Camry”
    if _ATTRIBUTE.search(left) and text[one.end : one.end + 1] == " " and text[one.end + 1 : one.end + 2].isalpha():
        return Rank.BESIDE
    return Rank.MAIN


def _is_compared(text: str, left: str, one: Dated) -> bool:
    """Whether it is the time of what is only compared with."""
    words = text[one.start : one.end]
    return bool(_COMPARED.search(left) or (_FROM.search(left) and _AGO.search(words)))


def _is_news(one: Dated, course: Course) -> bool:
    """Whether it was of late: “three people died on Thursday” tells what happened, “a poet who died in 1931” who somebody was."""
    if course.published is None or course.history:
        return False
    to_the_day = one.basis == "relative" and one.days[0] == one.days[1]  # “died 20 years ago today”
    return to_the_day or (course.published[0] - one.days[1]).days < NEWS
