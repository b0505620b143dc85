"""What a line is by its shape, whatever it says: a row of names, a line with a date, a sentence that ends inside it."""

import re
from functools import lru_cache

from reading_room.importing.language import COMMON_WORDS

LONGEST_DATED = 100
"""Code points; longer lines that have a date in them tell of something."""
_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s[|•·»›>/]\s|[\t丨┃]")
_POINTS = re.compile(r"[,.;:!?،؛؟。、…–—\"“”«»„()]")
_DIVIDER = re.compile(r"(?:[-–—=_]\s?){3,}\Z")
_COUNT = re.compile(r"\d{1,3}\s?(?:/|of|sur|von|de|di|van|из|من)\s?\d{1,3}\Z", re.IGNORECASE)
_ARROWS = re.compile(r"[«‹<←◄◀].*(?:\s[|•·/]\s.*[»›>→►▶])\Z|[←→◄►◀▶]|.*[←→◄►◀▶]\Z")
_SENTENCE_END = re.compile(r"[.!?…؟۔。！？।။၊][\"'”’»›)\]\u200e\u200f]*\Z")
_SENTENCE_INSIDE = re.compile(r"[.!?؟۔।။][\"'”’»)\]]*\s+[\"“«‘(\[$€£]*\w|[。！？]")
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b.*\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[:.]\d\d\b.*\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d)?\d\d\b"
    r"|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}:\d\d\s*[ap]\.?m|\b\w{3,} \d{1,2},? (?:19|20)\d\d\b"
    r"|\b\d{1,2}\.? \w{3,} (?:19|20)\d\d\b|\b(?:hace|vor|il y a|منذ|قبل) \d+"
    r"|\b\d+\s?(?:(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago|\w+ назад|(?:分钟|小时|天|時間|分)前)",
    re.IGNORECASE,
)


def ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text[-12:]))


def has_sentence_inside(text: str) -> bool:
    """Whether one sentence ends in it and another begins."""
    return bool(_SENTENCE_INSIDE.search(text))


@lru_cache(1024)
def is_dated(text: str) -> bool:
    """Whether a short line has a date or a time of publication in it, as stands over articles, teasers and comments."""
    return len(text) <= LONGEST_DATED and not ends_sentence(text) and bool(_DATED.search(text))


def is_divider(text: str) -> bool:
    """Whether a line is drawn to part what stands above it from what stands below, which may be another text."""
    return bool(_DIVIDER.match(text))


def counts_pictures(text: str) -> bool:
    """Whether a line says which of how many is shown, as over a gallery."""
    return bool(_COUNT.match(text))


def has_arrows(text: str) -> bool:
    """Whether a line leads on to other pages: with an arrow, or between arrows that are no quotation marks."""
    return bool(_ARROWS.match(text))


def count_separators(text: str) -> int:
    """How often a line is divided by signs that part links, not words."""
    return len(_SEPARATOR.findall(text))


@lru_cache(1024)
def is_row_of_names(text: str) -> bool:
    """Whether a line is links, sections or headlines run together, which no sentence holds together."""
    if count_separators(text) >= 3:
        return True
    words = _WORD.findall(text)
    common = sum(word.casefold() in COMMON_WORDS for word in words)
    if any(word.islower() for word in words):
        capitals = sum(not word[0].islower() for word in words)
        most = 0.8 if ends_sentence(text) and 10 * common >= len(words) else 0.6
        return capitals > most * len(words) and len(_SENTENCE_INSIDE.findall(text)) < 2
    return len(words) >= 8 and 20 * common < len(words) and not _POINTS.search(text)
