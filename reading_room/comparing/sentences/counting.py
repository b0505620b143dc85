"""Tells whether a number counts something where nothing that it counts is named beside it."""

import re
from dataclasses import dataclass

from reading_room.comparing.sentences.numbers import Number
from reading_room.comparing.sentences.units import Counted, is_duration
from reading_room.model.analysis import Bound

_DONE_TO = re.compile(r"\w(?:ed|ing|ught|ook|ent)\s+\Z|\b(?:hit|are|were|with|has|have|had)\s+\Z")
"""What stands before “2000 soldiers”, and not before a year."""
_BARE_BEFORE = re.compile(
    r"\b(?:to|at|of|by|from|killing|killed|wounding|wounded|injuring|injured|is|was|were|are|reached|reaches|hit|total(?:l)?ing|total(?:l)?ed|leaving|"
    r"left|stood|stands|numbered|numbers|were|counted|counts|gives?|put|puts|says?|said|reports?|reported|with|than|only|just|exactly|and|the|those|these|other|that|number(?:s|ed)?|toll)\s+[“\"]?\Z|[”,]\s\Z",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(
    r"\s+(?:were|was|are|is|have|has|had|died|of|others?|more|fewer|wounded|killed|went|came|could|would|will|belonged|did|remain|remained|as|by|in|on|so|and|or|from|[a-z]{2,}ed|fell|fled|left|took)\b|\s*[(),;:.”»\"]"
)
_ONE_OF = re.compile(
    r"\s+of\b|\s*[-’']|\s+(?:another|day|side|hand|who|that|which|thing|way|more|last|month|step|point|such|reason|example|time|place)\b"
)
_OF_SPEECH = re.compile(
    r"(?:\w+\s)?(?:things|ways|reasons|points|questions|examples|sides|senses|words)", re.IGNORECASE
)
"""What is counted where only what is said is arranged: “two things”, “three reasons”."""
SPOKEN = 10
"""So many of them at most are arranged in speech: “40 points” are counted."""
_OF_THEM = re.compile(r"\s+of\s+(?:the|those|these|them|its|their|his|her|our|all|whom|which)\b")
_MODEL_BEFORE = re.compile(r"\b(?:the|an?|this|that|its)\s\Z")
_MODEL_AFTER = re.compile(r"\s+(?:is|was|has|had|will|would|can|could|may|might|did)\b")
"""What stands around what is called by a number: “the 787 would not fly”."""
_PAGE = re.compile(r"\b\d+\s+of\s\Z")
"""What stands before “8” in “Photo 1 of 8”."""
_DEFINITE = re.compile(r"\b(?:the|these|those|other|of)\s+\Z", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:for|last(?:s|ed|ing)|within|in|over|than|of)\s+\Z")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a number: its bound, which begins at `begins`, and its unit, after which `place` is."""

    bound: Bound
    begins: int
    unit: str
    place: int
    hyphenated: Counted | None


def counts_something(
    text: str,
    one: Number,
    other: Number | None,
    read: Around,
    counted: Counted | None,
    rate: bool,
    start: int,
    end: int,
) -> bool:
    """Whether a number is one of something."""
    before, after = text[max(start, one.start - 24) : one.start], other.end if other else one.end
    if other is None and not read.unit and _is_one_or_year(text, one, read, counted, before):
        return False
    if is_duration(read.unit) and one.written == "one":
        return read.begins < one.start or bool(_LASTING.search(before))
    if counted and not read.unit and one.value < SPOKEN and _OF_SPEECH.fullmatch(counted.words):
        return False
    if read.unit or counted or rate or one.vague or _is_large(one) or _OF_THEM.match(text, after, end):
        return True
    return _counts_alone(text, one, other, read, before, after, end)


def _is_one_or_year(text: str, one: Number, read: Around, counted: Counted | None, before: str) -> bool:
    """Whether it is a year, or an article or a pronoun: “one of them”, “one day”."""
    if one.value == 1 and not one.figures:
        bounded = read.begins < one.start and read.bound != "exactly"
        if _ONE_OF.match(text, one.end) or not (bounded or (counted and _is_person(counted.words))):
            return True
    year = one.figures and _looks_like_a_year(one) and read.begins == one.start
    return year and not (counted and (not before or bool(_DONE_TO.search(before))))


def _counts_alone(
    text: str, one: Number, other: Number | None, read: Around, before: str, after: int, end: int
) -> bool:
    """Whether the words around a number show that it counts, though none names what."""
    called = one.figures and _MODEL_BEFORE.search(before) and _MODEL_AFTER.match(text, after, end)
    if called or _PAGE.search(before) or (not one.figures and _DEFINITE.search(before)):
        return False
    if other and text[one.end : one.end + 1] in "-–—":
        return False
    if read.begins < one.start and read.bound != "exactly":
        return True
    if before.endswith(", ") and not text[after : after + 1].isspace():
        return False
    ends = after == end or _BARE_AFTER.match(text, after, end)
    return bool(ends) and (before == "" or bool(_BARE_BEFORE.search(before)))


def _is_large(one: Number) -> bool:
    """Whether it is written as large numbers of something are: “50,000”, “1.2 million”."""
    if not one.figures:
        return one.scale >= 1000 and not one.written.startswith("a")  # “bat a thousand”
    metres = one.written[-1:] in "mM" and one.scale == 1e6
    return not metres and (one.scale >= 1000 or (one.value >= 1000 and not one.written.isdigit()))


def _looks_like_a_year(one: Number) -> bool:
    return one.scale == 1 and len(one.written) == 4 and 1000 <= one.value <= 2100


_PERSON = re.compile(
    r".*\b(?:person|citizen|driver|patient|witness|refugee|migrant|gunman|civilian|soldier|child|man|woman|boy|girl|officer|policeman|worker|journalist|fighter|militant|employee|resident|guard|"
    r"advis[eo]r|general|pilot|student|teacher|nurse|doctor|body|victim|dead|killed|wounded|injured|missing|protester|suspect|passenger|"
    r"serviceman|sailor|marine|rebel|insurgent|terrorist|tank|plane|aircraft|helicopter|vehicle|car|bus|truck|house|mine|bomb|rocket|shell)"
)


def _is_person(words: str) -> bool:
    return bool(_PERSON.fullmatch(words))
