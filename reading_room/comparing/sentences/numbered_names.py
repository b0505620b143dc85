"""Tells numbers that are part of a date, a time of the day, a name or an age, and count nothing."""

import re

from reading_room.comparing.sentences.numbers import Number
from reading_room.comparing.sentences.units import is_plural, unit_after

_CLOCK = re.compile(
    r"\s*(?:a\.?m\b|p\.?m\b|o['’]clock|GMT|UTC|hrs\b|(?:local|Moscow|Damascus)\s+time|E[SD]?T\b|BST|hours\s+(?:GMT|local|on\b))"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_AFTER = re.compile(rf"(?:\s*[-–]\s*\d\d?)?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b")
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+(?:the\s+)?(?:\d\d?\s*(?:[-–]|and|to|or)\s*)?\Z")
_TIME_AFTER = re.compile(
    r"[\s-]+(?:(?:full|whole|more|long|short|consecutive)\s+)?(?:second|minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))s?\s+"
    r"(?:ago|later|earlier|before|after|afterwards|previously|prior|on|from\s+now)\b"
)
_YEARS_TIME = re.compile(r"[\s-]+(?:days|weeks|months|years)['’]\s+time\b")
_LABEL = re.compile(
    r"(?:\b(?:numbers?|nos?\.?|articles?|art\.|resolutions?|chapters?|sections?|paragraphs?|flights?|pages?|phases?|grades?|levels?|rooms?|highway|route|"
    r"unit|brigade|division|battalion|regiment|channels?|versions?|seasons?|episodes?|volumes?|part|act|lines?|figures?|tables?|annex|appendix|"
    r"protocol|bill|proposition|amendments?|title|steps?|stages?|rounds?|game|type|class|category|model|windows|track|platform|gate|terminal|pier|"
    r"apartment|suite|box|sector|zone|area|district|ward|precinct|exit|interstate|mark|clause|rule|item|lot|chapter|verse|aged?|ages|day|week|year|"
    r"factor|formula|catch|schedule|building|house|block|line|apollo|plan|option|priority|tier|под|№|статья|резолюция|artículo|المادة|القرار)|№|#)\s*\Z",
    re.IGNORECASE,
)
AGE = re.compile(
    r"\b(?:(?:he|she|who)(?:\s+(?:is|was)|['’]s)|older\s+than|younger\s+than|(?:people|men|women|children|girls|boys|those|adults|voters|anyone)\s+(?:under|over|"
    r"aged?|between))\s+\Z",
    re.IGNORECASE,
)
"""What stands before an age."""
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"])(?P<name>[A-Z][\w&.’'-]*)\s\Z")
_TITLE_CASE = re.compile(r"(?:\b[A-Z][\w’'-]+\s+){2}\Z|[:“\"]\s*(?:[A-Z][\w’'-]+\s+)\Z")
_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]n|[Aa]round|[Aa]cross|[Oo]f)\s+(?:[A-Z]\w+\s+)?[A-Z][\w-]+\s\Z"
)
_BEGINNERS = re.compile(
    "the|a|an|in|on|at|of|by|for|from|with|some|about|over|around|nearly|almost|only|just|and|but|or|at|more|than|all|these|those|this|that|"
    "his|her|its|their|our|my|he|she|it|they|we|killed|killing|up|between|least|most|when|while|as|if|after|before|to|another|there|approximately|"
    "roughly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|also|both|no|so|then|now|meanwhile",
    re.IGNORECASE,
)


def is_name(text: str, one: Number, after: int, start: int, end: int) -> bool:
    """Whether a number is part of a date, of a time of the day or of a name."""
    before = text[max(start, one.start - 40) : one.start]
    if _CLOCK.match(text, after, end) or _TIME_AFTER.match(text, after, end) or _YEARS_TIME.match(text, after, end):
        return True
    if one.value <= 31 and (_MONTH_AFTER.match(text, one.end, end) or _MONTH_BEFORE.search(before)):
        return True
    if _LABEL.search(before) and not _counts_on(text, after, end):
        return True
    if re.search(r"[([]\Z", before) and re.compile(r"\d+[)\]]").match(text, one.start):
        return one.value < 100
    if re.search(r"[@/=&?]\Z|[A-Za-z]-\Z", before):
        return True
    named = None if unit_after(text, after, end) else _NAME_BEFORE.search(before)
    if named and _TITLE_CASE.search(before) and _counts_on(text, after, end):
        named = None
    if named and named["name"].endswith(("'s", "’s", "s'", "s’")) and _counts_on(text, after, end):
        named = None  # “Boeing's 153 orders”
    if named and one.figures and not _BEGINNERS.fullmatch(named["name"]) and one.start - len(named["name"]) - 1 > start:
        return not (_PLACE_BEFORE.search(before) and _counts_on(text, after, end))
    if one.figures and one.start == start and text[after : after + 1] == ")":  # the number of an item
        return True
    if one.value < 120 and AGE.search(before):
        return True
    # An age: “Mr Smith, 63, said”.
    return (
        one.figures
        and one.value < 120
        and bool(re.search(r"\w,\s\Z", before))
        and text[after : after + 1] in ",;"
        and after < end
    )


def _counts_on(text: str, at: int, end: int) -> bool:
    following = re.compile(r"\s+(?:[A-Za-z-]+\s+)?([A-Za-z]+)").match(text, at, end)
    return bool(following) and (is_plural(following[1]) or is_plural(following[0].split()[0]))  # type: ignore[index]
