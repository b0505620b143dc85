"""What stands behind a number: the unit it is in, what is counted, and the time in which so many are."""

import re
from dataclasses import dataclass

from reading_room.model.analysis import Period

DAYS: dict[str, float] = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30,
    "year": 365, "decade": 3650,
}  # fmt: skip
"""How many days long each is; months and years as people count them who compare."""
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB"}

_UNITS = {
    r"per\s?cent(?!age)|percent(?!age)|%|pct\b|процент(?:ов|а)?|pour\s?cent|بالمئة|بالمائة|في\s+المئة|في\s+المائة|٪": "share",
    r"percentage\s+points?": "percentage point",
    r"basis\s+points?|bps": "basis point",
    r"square\s+kilomet(?:er|re)s?|sq\.?\s?km|km²|km2": "km2",
    r"square\s+met(?:er|re)s?|sq\.?\s?m|m²|m2": "m2",
    r"square\s+miles?": "sq mi",
    r"square\s+f(?:ee|oo)t": "sq ft",
    r"cubic\s+met(?:er|re)s?|m³|m3": "m3",
    r"(?:km|kilomet(?:er|re)s?)\s*(?:per|an|/)\s*h(?:our|r)?|km/h|kmh|kph": "km/h",
    r"miles?\s*(?:per|an)\s*hour|mph": "mph",
    r"kilomet(?:er|re)s?|kms?|км|километр(?:ов|а|ах)?|kilomètres?|كيلومتر(?:ات|ا|ًا)?|كلم": "km",
    r"centimet(?:er|re)s?|cm": "cm",
    r"millimet(?:er|re)s?|mm": "mm",
    r"met(?:er|re)s?|m|метр(?:ов|а|ах)?|mètres?|متر(?:ا|ًا)?|أمتار": "m",
    r"nautical\s+miles?": "nmi",
    r"miles?": "mi",
    r"feet|foot|ft": "ft",
    r"inch(?:es)?": "in",
    r"yards?": "yd",
    r"acres?": "acre",
    r"hectares?|ha|гектар(?:ов|а)?": "ha",
    r"(?:metric\s+)?ton(?:ne)?s?|тонн[аы]?|أطنان|طن(?:ا|ًا)?": "t",
    r"kilos?|kilograms?|kilogrammes?|kg|кг|килограмм(?:ов|а)?": "kg",
    r"grams?|grammes?": "g",
    r"lbs?": "lb",
    r"lit(?:er|re)s?|литр(?:ов|а)?": "l",
    r"gallons?": "gal",
    r"barrels?": "bbl",
    r"megawatts?|MW": "MW",
    r"gigawatts?|GW": "GW",
    r"degrees?": "degree",
    r"times": "times",
    r"(?:U\.?S\.?\s+|American\s+)?dollars?|долларов|دولار(?:ا|ًا)?|dollars\s+américains": "USD",
    r"euros?(?!\s+(?:zone|area))|евро|يورو": "EUR",
    r"Syrian\s+(?:pounds?|lira)|ليرة(?:\s+سورية)?": "SYP",
    r"pounds\s+sterling": "GBP",
    r"(?:Russian\s+)?r(?:o)?ubles?|руб(?:лей|ля|\.)?": "RUB",
    r"yen": "JPY",
    r"yuan": "CNY",
    r"rupees?": "INR",
    r"seconds?": "seconds",
    r"minutes?|минут[аы]?|دقيقة|دقائق": "minutes",
    r"hours?|час(?:ов|а)?|heures?|ساعة|ساعات": "hours",
    r"days?|nights?|дн(?:ей|я)|день|сут(?:ок|ки)|jours?|يوم(?:ا|ًا)?|أيام": "days",
    r"weeks?|недел[ьию]|semaines?|أسبوع(?:ا|ًا)?|أسابيع": "weeks",
    r"fortnights?": "fortnights",
    r"months?|месяц(?:ев|а)?|mois|شهر(?:ا|ًا)?|أشهر|شهور": "months",
    r"years?(?:[\s-]old)?|лет|год(?:а|ов)?|ans|années|عام(?:ا|ًا)?|سنوات|أعوام|سنة": "years",
    r"decades?": "decades",
    r"centur(?:y|ies)": "centuries",
}
_UNIT = re.compile(
    r"(?:\s+(?:consecutive|straight|successive|full|whole|long)(?=\s+(?:second|minute|hour|day|night|week|month|year)s?\b))?[\s-]*(?:"
    + "|".join(rf"(?P<u{number}>{pattern})" for number, pattern in enumerate(_UNITS))
    + r")(?![\w’'])(?!-(?!old\b|long\b))",
    re.IGNORECASE,
)
_NAMES = tuple(_UNITS.values())
_HYPHENATED = re.compile(
    r"-(?P<what>point|game|pound|strong|member|man|person|seat|bed|room|strong|people|page|storey|story|vehicle|truck|ship|aircraft|nation|country|judge|(?!time|way|sided|fold|faced|speed|half|quarter|third|fourth|fifth|sixth|eighth|tenth|handed|tone|liner|tier|step|prong|stop|dimension|piece|star\b|wheel|something\b|[ck]arat\b|bit\b|year|odd\b|plus\b)[a-z]{4,})\b(?!-)(?:\s+(?P<noun>[a-z]+))?"
)
_PER = re.compile(
    r"\s*,?\s*(?:(?:a|an|per|each|every)\s+(?P<one>second|minute|hour|day|night|week|month|year)\b(?!\s+(?:ago|later|earlier|before|after|old|and\s+a\s+half)|-)|"
    r"(?P<adverb>daily|hourly|weekly|monthly|yearly|annually)\b|/\s?(?P<sign>s|h|hour|day|week|month|year)\b)"
)
PERIODS: dict[str, Period] = {
    "daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "annual": "year",
    "day": "day", "hour": "hour", "week": "week", "month": "month", "year": "year", "second": "second", "minute": "minute",
    "night": "day", "s": "second", "h": "hour",
}  # fmt: skip
_PER_BEFORE = re.compile(
    r"\b(?P<adverb>daily|hourly|weekly|monthly|yearly|annual)\s+(?:\w+\s+)?(?:average|rate|total|mean|number)?\s*(?:of\s+)?\Z"
)
_TOKEN = re.compile(
    r"[ \u00a0\n]+[“\"‘«(]?(?P<word>(?:[A-Z]\.){2,}|[A-Z]\w+\sof\s[A-Z]\w+|[A-Z]+-\d+|[^\W\d_]+(?:[-’'][^\W\d_]+)*)"
)
_STRIPPED = re.compile(
    r"(?:\s+(?:of|the|its|their|his|her|our|these|those|such|all|more|other|others(?=\s+[a-z]+s\b)|additional|further|de|des|du|les|d['’]))+(?=\s)"
)
_STOP = re.compile(
    "a|an|the|of|in|on|at|by|for|from|to|with|without|into|onto|over|under|after|before|since|until|during|against|between|among|amid|around|near|"
    "across|along|through|throughout|within|per|about|as|than|that|which|who|whom|whose|where|when|while|because|if|and|or|but|nor|so|yet|both|"
    "is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|said|says|say|told|went|took|fell|"
    "came|made|began|left|held|saw|got|gave|found|lost|won|put|set|ran|rose|grew|met|sent|became|fled|died|it|he|she|they|we|you|i|this|these|"
    "those|there|not|also|only|just|now|then|still|already|ago|later|earlier|away|apart|old|inside|outside|out|up|down|off|back|here|each|every|"
    "compared|according|including|via|versus|plus|minus|least|most|it's|his|her|its|their|our|my|your|à|dans|sur|par|pour|et|ou|qui|que|ont|"
    "sont|в|на|с|и|из|по|от|за|до|у|что|في|من|على|إلى|عن|مع|خلال|و",
    re.IGNORECASE,
)
_NOT_PLURAL = re.compile(
    r".*(?:ss|us|is|['’]s)|.{1,2}|news|always|perhaps|across|towards|besides|sometimes|afterwards|thus|unless|alias|overseas|nowadays|"
    r"was|has|does|goes|says|its|yes|gas|bus|plus|makes|takes|gives|comes|shows|remains|needs|wants|becomes|includes|means|seems|appears|survives|exists|belongs|stays|consists|contains|dies|lies",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?i:(?:\w+-)?(?:people|\w*men|\w*women|children|troops|personnel|police|militia|cattle|sheep|aircraft|staff|feet|media|dead))|.{2,}s",
)
_PAIR = re.compile(r"\s(?:and|or)\s(?P<word>[^\W\d_]+)")
_PAIR_ENDS = re.compile(r"\s+(?:a|per|each|every)\s+(?:day|hour|week|month|year)\b|\s+daily\b|[.,;:”’)»\"]")
_ADVERB = re.compile(r"(?!family|daily|weekly|monthly|hourly|yearly|early|elderly|likely|friendly|only).{3,}ly")
_ALONE = re.compile(r"killed|dead|wounded|injured|missing|captured|hurt|arrested|detained|displaced|others|deaths")
"""Words that are counted without a noun: “28 killed”."""
_ADJECTIVE = re.compile(
    r"(?:air|car|suicide|rocket|drone|mortar|police|security|government|regime|army|cruise|terror)|[A-Z].*|.*(?:['’]s|al|an|ic|ous|ive|ful|ary|ish|ese|ent|ant|ern|ed|ible|able|ing|ior|eign|old|new|high|big|large)"
)
_PEOPLE = re.compile(r"человека?|люд(?:ей|и|ям)|أشخاص|شخص[اً]{0,2}", re.IGNORECASE)
_NO_PART = re.compile(
    r"و\w{3,}|يوم|ليلة|أمس|اليوم|بعد|قبل|جراء|كان\w*|قتل\w*|أصيب\w*|جرح\w*|بين\w*|منهم|منها|من\w|\w+وا|\w{3,}هم|"
    r"\w+(?:ли|ла|ло|лся|лась|лись|лось|ают|яют|уют|еют|ает|яет|ует|еет|или|ено|ены|ана|аны|ано|ена|ится|ятся|ются|ется)|найден\w*|убит\w*|ранен\w*"
)
"""What is no part of what is counted in Arabic or Russian: verbs above all."""
_WHOLE = re.compile(r"\w{2,}ا\u064b?")
"""What Arabic counts from eleven on, with the ending that adjectives after it have too."""
_PRONOUN = re.compile(r"them|us|whom|which")
MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, and where in the text its words end."""

    words: str
    end: int
    per: Period | None = None


def is_duration(unit: str) -> bool:
    return unit.removesuffix("s") in DAYS


def unit_after(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The unit that stands at `at`, and where it ends."""
    match = _UNIT.match(text, at, end)
    if not match:
        return None
    index = next(number for number in range(len(_NAMES)) if match[f"u{number}"])
    return _NAMES[index], match.end()


def hyphenated_after(text: str, at: int, end: int) -> Counted | None:
    """“A 2,000-strong force”, “the 15-member council”."""
    match = _HYPHENATED.match(text, at, end)
    if not match:
        return None
    noun = match["noun"] or ""
    words = noun if match["what"] == "strong" else match["what"]
    return Counted(words, match.end("what"))


def per_after(text: str, at: int, end: int) -> tuple[Period, int] | None:
    """The time that makes a rate of what stands before it, and where its words end."""
    match = _PER.match(text, at, end)
    if not match:
        return None
    return PERIODS[match["one"] or match["adverb"] or match["sign"]], match.end()


def per_before(text: str, start: int, at: int) -> Period | None:
    match = _PER_BEFORE.search(text, max(start, at - 40), at)
    return PERIODS[match["adverb"]] if match else None


def counted_after(
    text: str, at: int, end: int, *, one: bool = False, single: bool = False, latin: bool = True
) -> Counted | None:
    """The words for what is counted, which begin at `at`; `one` where it may be a single thing, `single` where it is.

    They end with the first plural, or with what cannot belong to them.
    """
    stripped = _STRIPPED.match(text, at, end)
    place = begin = stripped.end() if stripped else at
    words: list[re.Match[str]] = []
    per: Period | None = None
    plural_at = 0
    while len(words) < MOST_WORDS and (token := _TOKEN.match(text, place, end)):
        word, small = token["word"], token["word"].lower()
        if (_STOP.fullmatch(word) and not (len(word) > 1 and word.isupper())) or _ADVERB.fullmatch(small):
            break
        if small in PERIODS and (small.endswith("ly") or small == "annual"):
            if plural_at:
                break
            per = PERIODS[small]
            if not words:
                begin = token.end()
            place = token.end()
            continue
        plural = is_plural(word)
        if (plural_at and not plural) or (single and plural and words):  # “one arch stands”
            break
        words.append(token)
        place = token.end()
        if plural:
            plural_at = len(words)
    if not latin:
        words = words[: 1 if _counted_alone(words) else 2]
    elif plural_at:
        words = words[: 1 if _PRONOUN.fullmatch(words[0]["word"]) else plural_at]
    elif words and _ALONE.fullmatch(words[0]["word"]):
        words, plural_at = words[:1], 1
    elif (one or single) and words and _PRONOUN.fullmatch(words[0]["word"]):
        words = words[:1]
    elif (one or single) and words and words[0]["word"].endswith("ed"):  # “one in five stayed”
        words = []
    elif one or single:
        paired = len(words) > 1 and _ADJECTIVE.fullmatch(words[0]["word"]) and not words[1]["word"].endswith("ed")
        words = words[: 2 if paired else 1]
    else:
        words = []
    if not words:
        return None
    first, last = words[0].start("word"), words[-1].end("word")
    if (
        plural_at
        and (pair := _PAIR.match(text, last, end))
        and _may_pair(pair["word"])
        and _PAIR_ENDS.match(text, pair.end())
    ):
        last = pair.end()
    return Counted(text[max(begin, first) : last].strip(), last, per)


def _counted_alone(words: list[re.Match[str]]) -> bool:
    """Whether the first word of Arabic or Russian is all that is counted: “خمسة جنود وثلاثة”."""
    if len(words) < 2:
        return False
    first, second = words[0]["word"], words[1]["word"]
    apart = bool(_WHOLE.fullmatch(first)) and not _WHOLE.fullmatch(second)
    return apart or bool(_PEOPLE.fullmatch(first) or _NO_PART.fullmatch(second))


def _may_pair(word: str) -> bool:
    return is_plural(word) or bool(_ALONE.fullmatch(word))


def is_plural(word: str) -> bool:
    """Whether an English word looks like more than one."""
    return not _NOT_PLURAL.fullmatch(word) and bool(_PLURAL.fullmatch(word))
