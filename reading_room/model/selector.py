"""Pointing at words: a quotation with its context, and the places in a text where it stands.

The name and the fields are those of the W3C Web Annotation Data Model's TextQuoteSelector (section 4.2.4).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reading_room.model.article import Passage


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
    """Every place where the quotation stands letter for letter with its context; overlapping ones included.

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
            if before.endswith(prefix) and after.startswith(suffix):
                yield Place(passage, start, end)
            start = passage.text.find(quote.exact, start + 1)
