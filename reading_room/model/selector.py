"""Pointing at words: a quotation with its context, and the places in a text where it stands.

The name and the fields are those of the W3C Web Annotation Data Model's TextQuoteSelector (section 4.2.4).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reading_room.model.article import Passage

SEPARATORS = ".,٫٬"
"""What stands inside figures: 2,900 and 1.5."""
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class TextQuote:
    """Words exactly as they stand, and, where they stand more than once, what comes just before and after."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Code points `start` to `end` (exclusive) of the text of one passage."""

    passage: Passage
    start: int
    end: int


def places(quote: TextQuote, passages: Iterable[Passage]) -> Iterator[Place]:
    """Every place where the quotation stands letter for letter with its context, and not as a part of a word or a figure.

    `900 raids` does not stand in `2,900 raids`. Overlapping places are included.

    White space at the edge of the context does not matter, everything else does: comparing may fold elsewhere, but what
    the room puts into an account's mouth must stand there exactly.
    """
    prefix, suffix = quote.prefix.strip(), quote.suffix.strip()
    if not quote.exact.strip():
        return
    for passage in passages:
        start = passage.text.find(quote.exact)
        while start >= 0:
            end = start + len(quote.exact)
            before, after = passage.text[:start].rstrip(), passage.text[end:].lstrip()
            whole = not inside_word(passage.text, start) and not inside_word(passage.text, end)
            if whole and before.endswith(prefix) and after.startswith(suffix):
                yield Place(passage, start, end)
            start = passage.text.find(quote.exact, start + 1)


def inside_word(text: str, at: int) -> bool:
    """Whether the place between two code points is inside a word or a figure. Scripts without spaces have no inside."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after):
        return True
    if before.isdigit() and after in SEPARATORS:
        return text[at + 1 : at + 2].isdigit()
    if before in SEPARATORS and after.isdigit():
        return text[at - 2 : at - 1].isdigit() and at > 1
    return before.isalnum() and after.isalnum() and not (_UNSPACED.match(before) or _UNSPACED.match(after))
