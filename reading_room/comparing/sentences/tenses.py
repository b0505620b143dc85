"""Whether words look ahead, or tell on in the past: by the forms of English verbs, and by a few words elsewhere."""

import re

from reading_room.comparing.sentences.calendar_dates import Written
from reading_room.comparing.sentences.counted_days import Counted
from reading_room.comparing.sentences.time_words import time_words

FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are|was|were|be)\s+(?:due|to|set|scheduled|expected|likely|planned|going)|scheduled|upcoming|"
    r"plans?\s+to|ahead\s+of|by\s+the\s+time|due|expects?|to\s+be\s+held)\b|['’]ll\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(r"\b(?:after|since|following|from\s+the)\s+(?:the\s+)?\Z|[’']s\s+\Z", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:would|could|may|might)\s(?!have\b)[^,;.]{0,60}\Z")
SAID = (
    r"(?:said|says|say|told|tells|announced|reported|reports|stated|states|wrote|writes|tweeted|added|confirmed|declared|claimed|"
    r"acknowledged|warned|posted|published|released|issued|quoted|denied|noted|disclosed|according\s+to)"
)
_SAYS = re.compile(rf"\b{SAID}\b")
_WILL_AFTER = re.compile(
    r"[^.;:]{0,70}?\b(?:will|won['’]t|shall|(?:is|are)\s+(?:due|to|set|scheduled|expected|likely|planned|going))\b"
)
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
PAST = re.compile(
    r"\b(?:was|were|did|had|(?!(?:in)?deed|need|speed|hundred|feed|seed|breed|proceed|exceed|succeed|red\b)[a-z]{2,}ed|went|took|fell|came|told|made|began|left|held|saw|got|gave|found|lost|won|struck|ran|rose|grew|led|met|"
    r"sent|brought|became|broke|fought|flew|shot|blew|drove|kept|sold|paid|spent|felt|knew|thought|said|hit|cut|put|wrote|spoke|stood|"
    r"built|bought|taught|caught|sought|chose|slept|swore|shook|stole|rode|laid|shut|split|swung|tore|hung|hid|dealt|meant|heard|"
    r"withdrew|overran|bore|drew|threw|wore|sank|dug|fled)\b"
)

_SURELY_PAST = re.compile(
    r"\b(?:was|were|did|had|went|took|fell|came|made|began|left|held|saw|got|gave|lost|won|struck|ran|rose|grew|met|sent|brought|became|"
    r"broke|fought|flew|shot|blew|drove|withdrew|overran|drew|threw|fled|"
    r"(?<!-)(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\bof\s)(?!need|speed|hundred|feed|seed|breed|proceed|exceed|succeed)[a-z]{2,}ed"
    r"(?=\s+(?:the|an?|his|her|its|their|some|more|all|in|on|at|from|into|out|up|down|back)\b|\s+[A-Z\d]))\b"
)
"""Verbs that are no participles: “the talks backed by Russia” may be to come."""
_PLANNED = re.compile(
    r"\b(?:announc|postpon|schedul|plan|agree|set|book|delay|mov|extend|approv|invit|promis|vow|pledg|propos|expect|adjourn|summon|due)\w*\b|"
    r"\b(?:call|push)(?:ed|s|ing)?\s+for\b",
    re.IGNORECASE,
)


def happened(said: str) -> re.Match[str] | None:
    """The first verb that tells what happened, and not that somebody said so."""
    return next((match for match in PAST.finditer(said) if not _SAYS.fullmatch(match[0])), None)


def is_past(said: str) -> bool:
    """Whether nothing but what has happened is told."""
    surely = any(not _SAYS.fullmatch(match[0]) for match in _SURELY_PAST.finditer(said))
    return surely and not (_PLANNED.search(said) or _PRESENT.search(said) or FUTURE.search(said))


def tells_on(said: str, language: str, *, anyhow: bool) -> bool:
    """Whether a sentence tells, in the past, what happened next: not what is so, will be, or, unless `anyhow`, had been before."""
    if not language.startswith("en"):
        return not re.search(time_words(language).future, said, re.IGNORECASE)
    if not anyhow and (_VAGUE.search(said) or _PAST_PERFECT.search(said)):
        return False
    past = happened(said)
    other = _PRESENT.search(said) or FUTURE.search(said)
    if past is None:
        return other is None and _SAYS.search(said) is not None
    return other is None or past.start() < other.start()


def looks_ahead(text: str, start: int, one: Written | Counted, language: str) -> bool:
    """Whether what is still to come is spoken of where a date stands: “will meet on Friday”, “on Friday voters will”."""
    if not language.startswith("en"):
        around = text[max(start, one.start - 130) : one.end + 40]
        return bool(re.search(time_words(language).future, around, re.IGNORECASE))
    left = text[max(start, one.start - 130) : one.start]
    if _LOOKS_BACK.search(left):
        return False
    cues = [cue.end() for cue in FUTURE.finditer(left)]
    if cues and not _SAYS.search(left, cues[-1]):
        return True
    if _WOULD.search(left):
        return True
    after = _WILL_AFTER.match(text, one.end)
    return after is not None and not PAST.search(text, one.end, after.end()) and not PAST.search(left)
