"""Finds how many of what a sentence speaks of: numbers with what bounds them, what is counted, and the time that they are of.

What looks like a quantity and is none is left out: dates, times of the day, ordinals, and the numbers of models, articles and
telephones.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reading_room.comparing.sentences.numbers import NUMBER, Number, beginnings, number, number_at
from reading_room.comparing.sentences.units import (
    CURRENCIES,
    DAYS,
    PERIODS,
    Counted,
    counted_after,
    hyphenated_after,
    is_duration,
    is_plural,
    per_after,
    per_before,
    unit_after,
)
from reading_room.model.analysis import Bound, Quantity
from reading_room.model.results import Span

_SLIGHTLY = r"(?:(?:just|slightly|well|far|much|a\s+little|little|significantly)\s+)?"
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (
        "at-least",
        r"at\s+(?:the\s+very\s+)?least|not?\s+(?:fewer|less)\s+than|a\s+minimum\s+of|as\s+few\s+as|не\s+менее|как\s+минимум|"
        r"au\s+moins|al\s+menos|pelo\s+menos|ما\s+لا\s+يقل\s+عن|لا\s+يقل\s+عن|على\s+الأقل",
    ),
    (
        "at-most",
        r"at\s+(?:the\s+)?most|up\s+to|as\s+many\s+as|as\s+much\s+as|not?\s+more\s+than|a\s+maximum\s+of|не\s+более|до|hasta|até|jusqu['’]à|"
        r"ما\s+لا\s+يزيد\s+عن",
    ),
    (
        "more",
        _SLIGHTLY + r"(?:more\s+than|over|above|upwards\s+of|in\s+excess\s+of|exceeding|exceeded|exceeds|"
        r"(?:greater|higher|longer|larger)\s+than|"
        r"surpassing|surpassed|topping|topped)|более(?:\s+чем)?|больше|свыше|m[aá]s\s+de|mais\s+de|plus\s+d[e’']|أكثر\s+من|ما\s+يزيد\s+(?:عن|على)|زادت\s+على",
    ),
    (
        "less",
        _SLIGHTLY
        + r"(?:(?:fewer|less|lower|smaller|shorter)\s+than|under|below)|менее(?:\s+чем)?|меньше|menos\s+de|moins\s+d[e’']|أقل\s+من",
    ),
    (
        "about",
        r"some|about|around|approximately|approx\.?|roughly|nearly|almost|close\s+to|(?:an?\s+)?estimated(?:\s+at)?|circa|ca\.?|"
        r"an\s+average(?:\s+of)?|on\s+average|averag(?:ing|ed|es)|perhaps|probably|virtually|~|≈|около|примерно|почти|порядка|environ|cerca\s+de|casi|quase|un[oa]s|"
        r"près\s+d[e’']|quelque|presque|حوالي|حوالى|نحو|زهاء|قرابة|ما\s+يقرب\s+من",
    ),
    ("exactly", r"exactly|precisely|only|just|a\s+total\s+of|all|another|a\s+further"),
)
_BOUND_BEFORE = re.compile(
    r"(?:^|(?<=[\s(“\"‘«\[—–]))(?:" + "|".join(rf"(?P<b{index}>{pattern})" for index, (_, pattern) in enumerate(_BOUNDS))
    + r")\s*(?:(?:a|the|of)\s+)?[“\"‘«]?\Z",
    re.IGNORECASE,
)  # fmt: skip
_OR_MORE = re.compile(r"\s*(?:\+(?!\w)|-plus\b|\s+or\s+(?P<more>more|so|fewer|less)\b|-odd\b)")
_CURRENCY = re.compile(r"(?:(?:US|U\.S\.|USD|A|C|HK|NZ)\s?)?(?P<sign>[$€£¥₽])\s?\Z")
_JOINT = re.compile(r"\s?[-–—]\s?|\s+(?:to|or|ou|или|до|à|إلى|أو)\s+(?:even\s+)?")
_BETWEEN = re.compile(r"\b(?:between|entre|между|بين)\s+(?:about\s+|some\s+)?[$€£¥₽]?\Z", re.IGNORECASE)
_CHANGES = (
    r"(?:r[oi]s|fell|fall|dropp?|climb|declin|increas|decreas|gain|jump|slipp?|los|grew|grow|went|go(?:es)?|cut|reduc|chang|rais|doubl|tripl|push|"
    r"shot|soar|surg|mov|bring|brought|down|up)"
)
_CHANGED_FROM = re.compile(rf"\b{_CHANGES}\w*\b[^.;:]{{0,40}}?\bfrom\s+[$€£]?\Z")
"""What stands before the first of two numbers that are no range: “rose from 20 to 35”."""
_CHANGED_UP_TO = re.compile(
    r"\b(?:r[oi]s\w*|went|go(?:es)?|climb\w*|jump\w*|soar\w*|surg\w*|shot|grew|grow\w*)\s+up\s+to\s*[$€£]?\Z"
)
_CHANGED = re.compile(
    r"\b(?:ros|fell|dropp|climb|declin|increas|decreas|gain|jump|slipp|los|add|down|up|by)\w*\s+[$€£¥]?\Z"
)
FARTHEST = 10
"""Times the first number that the second of a range is at most, after a verb of change."""
_AND = re.compile(r"\s+(?:(?:and|et|y|e|и)\s+|و\s?)")
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
_TIME_BEFORE = re.compile(
    r"\b(?:(?:(?:the|these)\s+)?(?:past|last|next|coming|previous|following|recent)|منذ|قبل|بعد|il\s+y\s+a|dans|après|через|спустя)\s+\Z",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s+(?:назад|спустя|plus\s+t(?:ard|ôt)|auparavant)(?!\w)")
_CLOCK_BEFORE = re.compile(r"(?<!\w)(?:в|к|с|до|à|vers|dès)\s+\Z", re.IGNORECASE)
_HOURS = re.compile(r"\s+(?:час|heures?\b)")
"""What stands around a time of the day: “à dix heures”."""
_LABEL = re.compile(
    r"(?:\b(?:numbers?|nos?\.?|articles?|art\.|resolutions?|chapters?|sections?|paragraphs?|flights?|pages?|phases?|grades?|levels?|rooms?|highway|route|"
    r"unit|brigade|division|battalion|regiment|channels?|versions?|seasons?|episodes?|volumes?|part|act|lines?|figures?|tables?|annex|appendix|"
    r"protocol|bill|proposition|amendments?|title|steps?|stages?|rounds?|game|type|class|category|model|windows|track|platform|gate|terminal|pier|"
    r"apartment|suite|box|sector|zone|area|district|ward|precinct|exit|interstate|mark|clause|rule|item|lot|chapter|verse|aged?|ages|day|week|year|"
    r"factor|formula|catch|schedule|building|house|block|line|apollo|plan|option|priority|tier|под|№|статья|резолюция|artículo|المادة|القرار)|№|#)\s*\Z",
    re.IGNORECASE,
)
_AGE = re.compile(
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
_SHARE = re.compile(
    r"\b(?=[hatofsen1-9])(?:(?P<half>\bhalf\b(?!\s+an?\b|-|\s+(?:hour|hearted|time|way|brother|sister|moon|century|year|dozen)))|"
    r"(?P<part>\b(?P<top>an?|one|two|three|four|1|2|3)[\s-](?P<bottom>thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b)|"
    r"(?P<ratio>(?<![-–:.,])\b(?P<some>one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in|out\s+of|(?:in|out\s+of|of)\s+(?:every|each))\s+"
    r"(?P<all>two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|a\s+hundred|\d{1,3})\b(?!\s+(?:day|hour|week|month|year|minute|\d)|[,.]\d|-))|"
    r"(?P<twice>\b(?:twice|thrice)\b))",
    re.IGNORECASE,
)
_NOT_HALF = re.compile(
    r"(?:\b(?:first|second|latter|other|better|third|fourth|this|that|one|a|and\s+a|last|top|bottom|lower|upper|northern|southern|eastern|western|later|previous|the)"
    r"[\s-]+|[-])\Z",
    re.IGNORECASE,
)
_OF_PART = re.compile(r"\s+of\b|\s+(?:the|its|their|his|her|our|all|those|these|that|that)\b")
_BOTTOMS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twenty": 20, "hundred": 100, "a hundred": 100,
}  # fmt: skip
_OVER = re.compile(
    r"\b(?:in|over|during|within|across|throughout|(?:in|over)\s+(?:the|a)\s+(?:space|span|period|course)\s+of|in\s+(?:just|only|about|under|less\s+than|more\s+than|little\s+more\s+than|the\s+course\s+of))"
    r"\s+(?:(?:the|a|these|those)\s+)?(?:(?:past|last|previous|first|single|entire|next|preceding|recent|whole)\s+)?(?:(?P<number>[\w-]+)\s+)?"
    r"(?:(?:consecutive|straight|successive)\s+)?(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?\b(?!['’]|\s+(?:of\b|ago|later|to\b|before|after))",
    re.IGNORECASE,
)
_OF_SPEECH = re.compile(
    r"(?:\w+\s)?(?:things|ways|reasons|points|questions|examples|sides|senses|words)", re.IGNORECASE
)
"""What is counted where only what is said is arranged: “two things”, “three reasons”."""
SPOKEN = 10
"""So many of them at most are arranged in speech: “40 points” are counted."""
_OF_ALL = re.compile(
    r"\s+(?:out\s+)?of\s+(?P<known>(?:the|its|their|these|those|all|his|her|our)\s+)?(?:(?:some|about|around)\s+)?"
)
"""What joins a part to a number of all of them: “six of the eight silos”."""
_PERHAPS = re.compile(r",?\s+(?:and\s+|or\s+)?(?:possibly|perhaps|maybe|if\s+not|even)\s+(?:as\s+many\s+as\s+)?")
_CLOSED = re.compile(r"\s*[,.;:)”—–]|\s*\Z")
_EVERY_DAY = re.compile(
    r"\s+(?!(?:is|are|was|were|be|been|being|has|have|had)\b)[a-z]+\s+(?:(?P<adverb>daily|weekly|monthly|yearly)|(?:every|each)\s+(?P<one>day|week|month|year))\b"
)
"""What makes a rate of a number over its verb: “20 to 25 trucks arrived daily”."""
_OF_THEM = re.compile(r"\s+of\s+(?:the|those|these|them|its|their|his|her|our|all|whom|which)\b")
_MODEL_BEFORE = re.compile(r"\b(?:the|an?|this|that|its)\s\Z")
_MODEL_AFTER = re.compile(r"\s+(?:is|was|has|had|will|would|can|could|may|might|did)\b")
"""What stands around what is called by a number: “the 787 would not fly”."""
_PAGE = re.compile(r"\b\d+\s+of\s\Z")
"""What stands before “8” in “Photo 1 of 8”."""
_DEFINITE = re.compile(r"\b(?:the|these|those|other|of)\s+\Z", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:of(?=\s)|de(?=\s)|d['’])")
_KIND_OF = re.compile(r"\s+(?:day|night)\s+(?:[a-z]{3,}[^s\W]s|[a-z]*men)\b")
"""What is called by a time and counted: “day labourers”."""
_POINT_OF_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
"""Where things are counted, 1.000 is as likely a thousand as one."""
_LASTING = re.compile(r"\b(?:for|last(?:s|ed|ing)|within|in|over|than|of)\s+\Z")
_OF_BONDS = re.compile(
    r"\s+(?:low|high|bonds?|notes?|yields?|treasur\w+|average|peak|record|rates?|gilts?|bunds?|\w*bonds?)\b",
    re.IGNORECASE,
)
"""What days and years tell apart and do not measure: a nine-month low, a 10-year note."""
_MOST = re.compile(r"\b(?:\w{3,}est|first|worst|best|most|least)\b[^,;.]{0,30}\Z", re.IGNORECASE)
MOST_DURATIONS = 30
"""Of a sentence, that counts may be of."""
_LIMIT = 60
"""Code points before a number that are looked at."""


@dataclass(frozen=True, slots=True)
class _Duration:
    """A time that counts may be of, at `start` to `end` of the text."""

    start: int
    end: int
    days: float


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
        [*_shares(text, start, end), *_numbers(text, start, end, places, dates, language)],
        key=lambda one: (one.span.start, -one.span.end),
    )
    kept: list[Quantity] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(_over_times(text, kept, start, end))


def _shares(text: str, start: int, end: int) -> Iterator[Quantity]:
    """“More than half of the city”, “two thirds”, “one in three”, “twice”."""
    for match in _SHARE.finditer(text, start, end):
        at, after = match.span()
        counted: Counted | None = None
        if match["twice"]:
            value = 2.0 if match["twice"].lower() == "twice" else 3.0
            per = per_after(text, after, end)
            stop = per[1] if per else after
            yield Quantity(Span(at, stop), "exactly", value, value, "times", per=per[0] if per else None)
            continue
        if match["half"]:
            bound_words = _BOUND_BEFORE.search(text, max(start, at - _LIMIT), at)
            if _NOT_HALF.search(text, max(start, at - 14), at) or not (bound_words or _OF_PART.match(text, after, end)):
                continue
            value = 0.5
        elif match["part"]:
            bottom = _BOTTOMS[match["bottom"].lower().removesuffix("s")]
            top = _SMALL.get(match["top"].lower()) or int(match["top"])
            if (top, bottom) == (2, 4) or top >= bottom or (top > 1) != match["bottom"].lower().endswith("s"):
                continue
            if (
                top == 1
                and not _OF_PART.match(text, after, end)
                and not _BOUND_BEFORE.search(text, max(start, at - _LIMIT), at)
            ):
                continue
            value = top / bottom
        else:
            some, among = (_whole(match[group]) for group in ("some", "all"))
            if not among or some >= among or (among > 10 and among not in (20, 100, 1000)):
                continue
            value = some / among
        if _OF_PART.match(text, after, end) or match["ratio"]:
            counted = counted_after(text, after, end, one=True)
        bound, begins = _bound(text, start, at)
        least, most = _ends(bound, value)
        yield Quantity(
            Span(begins, counted.end if counted else after),
            bound,
            least,
            most,
            "share",
            counted.words if counted else "",
        )


def _whole(words: str) -> int:
    words = " ".join(words.lower().split())
    return int(words) if words.isdigit() else _SMALL[words]


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
        other = _other_end(text, one, start, end, language)
        quantity = None if other else _part_of_all(text, one, start, end, language)
        quantity = quantity or _quantity(text, one, other, start, end)
        quantity = _perhaps_more(text, quantity, one, end, language) if quantity else None
        if quantity:
            yield quantity
        at = max(at, other.end if other else at, quantity.span.end if quantity else at)


def _is_in(dates: Sequence[Span], one: Number) -> bool:
    """Whether a number is in the words of a time; they do not overlap and are in order."""
    index = bisect_left(dates, one.end, key=lambda span: span.start) - 1
    return index >= 0 and dates[index].end > one.start


def _other_end(text: str, one: Number, start: int, end: int, language: str) -> Number | None:
    """The second number of “20 to 25”, “20-25” and “between 20 and 25”."""
    joint = _JOINT.match(text, one.end, end)
    if not joint and _BETWEEN.search(text, max(start, one.start - 20), one.start):
        joint = _AND.match(text, one.end, end)
    if not joint or one.vague:
        return None
    if _CHANGED_FROM.search(text, max(start, one.start - _LIMIT), one.start):
        return None  # “rose from 20 to 35”
    place = joint.end()
    if text[place : place + 1] in CURRENCIES:
        place += 1
    # The sign before a number would hide the second one of a range.
    found = number_at(text[place : min(end, place + _LIMIT)], 0, _LIMIT, language)
    if found and found.value > FARTHEST * one.value and _CHANGED.search(text, max(start, one.start - 20), one.start):
        return None  # “rose 57,000 to 4.13 million”
    return replace(found, start=found.start + place, end=found.end + place) if found else None


def _part_of_all(text: str, one: Number, start: int, end: int, language: str) -> Quantity | None:
    """“Six of the eight silos”: six silos; “nine of 10 homes” may be nine in ten of many, and is that share in any case."""
    of = _OF_ALL.match(text, one.end, end) if not one.vague and one.value > 1 else None
    found = number_at(text, of.end(), end, language) if of else None
    if not of or not found or found.vague or found.value <= one.value or _is_name(text, one, one.end, start, end):
        return None
    unit, stop = unit_after(text, found.end, end) or ("", found.end)
    counted = None if unit else counted_after(text, stop, end)
    if not unit and not counted:
        return None
    bound, begins = _bound(text, start, one.start)
    value = one.value
    if counted and not of["known"] and found.value in (10, 100, 1000):
        unit, value = "share", one.value / found.value
    least, most = _ends(bound, value)
    return Quantity(
        Span(begins, counted.end if counted else stop), bound, least, most, unit, counted.words if counted else ""
    )


def _perhaps_more(text: str, found: Quantity, one: Number, end: int, language: str) -> Quantity:
    """“20 people, possibly 30, died”: up to 30."""
    perhaps = _PERHAPS.match(text, found.span.end, end)
    more = number_at(text, perhaps.end(), end, language) if perhaps else None
    if not more or more.value <= one.value or not _CLOSED.match(text, more.end, end) or found.unit == "share":
        return found
    span = Span(found.span.start, more.end)
    if found.bound == "at-most":
        return replace(found, span=span, most=more.value)
    if found.bound in ("exactly", "about"):
        return replace(found, span=span, bound="between", most=more.value)
    return found


def _quantity(text: str, one: Number, other: Number | None, start: int, end: int) -> Quantity | None:
    after = other.end if other else one.end
    if _is_name(text, one, after, start, end):
        return None
    bound, begins = _bound(text, start, one.start)
    sign = _CURRENCY.search(text, max(start, one.start - 8), one.start)
    if one.value < 120 and begins < one.start and _AGE.search(text, max(start, begins - 24), begins):
        return None
    unit, place = "", after
    if sign:
        unit = CURRENCIES[sign["sign"]]
        bound, begins = _bound(text, start, sign.start())
    elif read := unit_after(text, _behind_of(text, one, after, end), end):
        unit, place = read
        if is_duration(unit) and _KIND_OF.match(text, after, end) and (other or one.value != 1):
            unit, place = "", after  # “five day labourers”
        elif is_duration(unit) and not _is_duration(text, one, after, place, start, end):
            return None
    if one.figures and one.value < 1000 and not unit and not other and _POINT_OF_THOUSANDS.fullmatch(one.written):
        return None
    hyphenated = None
    if not unit and text[after : after + 1] == "-" and not _OR_MORE.match(text, after, end):
        hyphenated = hyphenated_after(text, after, end)
        if not hyphenated:
            return None
    if more := _OR_MORE.match(text, place, end):
        bound = {"so": "about", "fewer": "at-most", "less": "at-most"}.get(more["more"] or "", "at-least")  # type: ignore[assignment]
        bound = "about" if more[0].endswith("odd") else bound
        place = more.end()
    return _measured(text, one, other, _Read(bound, begins, unit, place, hyphenated), start, end)


def _behind_of(text: str, one: Number, after: int, end: int) -> int:
    """Where a unit may stand: “billions of dollars”, “a couple of times”, “un million d’euros”."""
    large = one.vague or one.scale >= 1e6 or one.written.startswith("a couple")
    match = _BEHIND.match(text, after, end) if large else None
    return match.end() if match else after


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands around a number: its bound, which begins at `begins`, and its unit, after which `place` is."""

    bound: Bound
    begins: int
    unit: str
    place: int
    hyphenated: Counted | None


def _measured(text: str, one: Number, other: Number | None, read: _Read, start: int, end: int) -> Quantity | None:
    single = one.value == 1 and other is None
    counted = read.hyphenated or _counted(text, read, end, single=single)
    ends = counted.end if counted else read.place
    per = per_after(text, ends, end)
    period = (counted.per if counted else None) or (per[0] if per else None) or per_before(text, start, read.begins)
    ends = per[1] if per else ends
    if not _means_something(text, one, other, read, counted, period is not None, start, end):
        return None
    begins = read.begins
    if other and read.bound == "exactly" and (between := _BETWEEN.search(text, max(start, one.start - 20), one.start)):
        begins = between.start()
    if not period and (other or read.bound == "about") and (often := _EVERY_DAY.match(text, ends, end)):
        period, ends = PERIODS[often["adverb"] or often["one"]], often.end()
    factor = 0.01 if read.unit == "share" else 1.0
    bound, least, most = "about" if one.roughly and read.bound == "exactly" else read.bound, one.value, one.value
    if other:
        least = one.value * (
            other.scale if one.scale == 1 and one.value < other.value / max(other.scale, 1) * 1.0001 else 1
        )
        most = other.value
        if least >= most:
            return None
        bound = "between"
    low, high = (least, most) if other else _ends(bound, one.value)
    if one.vague:
        bound, low, high = "more", one.value, None
    return Quantity(
        Span(begins, ends),
        bound,
        None if low is None else round(low * factor, 9),
        None if high is None else round(high * factor, 9),
        read.unit,
        counted.words if counted else "",
        period,
    )


def _counted(text: str, read: _Read, end: int, *, single: bool) -> Counted | None:
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
    return counted_after(text, read.place, end, one=single, latin=not latin or latin[0][-1] < "Ͱ")


def _means_something(
    text: str, one: Number, other: Number | None, read: _Read, counted: Counted | None, rate: bool, start: int, end: int
) -> bool:
    """Whether a number is one of something."""
    before, after = text[max(start, one.start - 24) : one.start], other.end if other else one.end
    if one.value == 1 and not one.figures and other is None and not read.unit:
        bounded = read.begins < one.start and read.bound != "exactly"
        if _ONE_OF.match(text, one.end) or not (bounded or (counted and _is_person(counted.words))):
            return False
    year = one.figures and other is None and not read.unit and _looks_like_a_year(one)
    if year and read.begins == one.start and not (counted and (not before or _DONE_TO.search(before))):
        return False
    if is_duration(read.unit) and one.written == "one":
        return read.begins < one.start or bool(_LASTING.search(before))
    if counted and not read.unit and one.value < SPOKEN and _OF_SPEECH.fullmatch(counted.words):
        return False
    if read.unit or counted or rate or one.vague or _is_large(one) or _OF_THEM.match(text, after, end):
        return True
    if one.figures and _MODEL_BEFORE.search(before) and _MODEL_AFTER.match(text, after, end):
        return False
    if _PAGE.search(before):
        return False
    if not one.figures and _DEFINITE.search(before):
        return False
    if other and text[one.end : one.end + 1] in "-–—":
        return False
    if read.begins < one.start and read.bound != "exactly":
        return True
    if before.endswith(", ") and not text[after : after + 1].isspace():
        return False
    return bool(_BARE_BEFORE.search(before) or before == "") and bool(
        _BARE_AFTER.match(text, after, end) or after == end
    )


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


def _bound(text: str, start: int, at: int) -> tuple[Bound, int]:
    """How the words before a number bound it, and where they begin."""
    match = _BOUND_BEFORE.search(text, max(start, at - _LIMIT), at)
    if not match:
        return "exactly", at
    index = next(number for number in range(len(_BOUNDS)) if match[f"b{number}"])
    bound = _BOUNDS[index][0]
    if bound == "at-most" and _CHANGED_UP_TO.search(text, max(start, at - _LIMIT), at):
        return "exactly", at  # “went up to 35”
    if bound in ("more", "less") and match[0].rstrip().lower().endswith(" the"):
        return "exactly", at  # “below the $5 billion that he wanted”
    return bound, at if bound == "exactly" else match.start(f"b{index}")


def _ends(bound: Bound, value: float) -> tuple[float | None, float | None]:
    if bound in ("more", "at-least"):
        return value, None
    if bound in ("less", "at-most"):
        return None, value
    return value, value


def _is_name(text: str, one: Number, after: int, start: int, end: int) -> bool:
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
    if one.value < 120 and _AGE.search(before):
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


def _is_duration(text: str, one: Number, after: int, place: int, start: int, end: int) -> bool:
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


def _over_times(text: str, found: list[Quantity], start: int, end: int) -> Iterator[Quantity]:
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
