"""A sentence as the words, marks, quotations and asides that it is made of, for what reads who says what in it."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from reading_room.model.results import Span

_MARKS = "\u064b-\u065f\u0670\u0300-\u036f"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Prof|Sgt|Capt|Maj|Jr|Sr|Inc|Corp|Co|Ltd)\.(?=[\s,])|\d+(?:[.,:]\d+)*|[^\W_][\w{_MARKS}]*(?:(?:[’'‘&/\-‑]|\.(?=[a-z]))[\w{_MARKS}]+)*(?:(?<=s)[’'](?=\s))?|\(|\)|--+|\S"
)
_DATELINE = re.compile(
    r"\s*(?:(?:[A-Z][\w ,./]{0,60})?\((?:Reuters|AP|AFP|CNN|UPI|[A-Z]{2,5})\)\s*[-–—]+\s*|"
    r"[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]+){0,3}(?:,\s[A-Z][\w.]{1,20}(?:\s[A-Z]\w{1,20})?)?\s+[-–—]+\s+)"
)
LONGEST_ASIDE = 300
"""Code points in which a parenthesis must close."""
MOST_TOKENS = 400
"""Of a sentence that are read. What is longer is a list or a table without full stops."""


class Token(NamedTuple):
    """A word, a mark, or a whole quotation or parenthesis, at `start` to `end` of the passage."""

    kind: Literal["word", "mark", "quote", "aside"]
    text: str
    start: int
    end: int
    lower: str
    """Without capitals, and with straight apostrophes."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, as names do: “Assad”, “al-Assad”."""
        return self.kind == "word" and (
            self.text[:1].isupper() or any(part[:1].isupper() for part in self.text.split("-"))
        )

    @property
    def is_number(self) -> bool:
        return self.text[:1].isdigit()


def tokens(text: str, within: Span, quotes: Sequence[Span]) -> list[Token]:
    """The sentence at `within`. What is quoted, or stands in parentheses, is one token."""
    found: list[Token] = []
    dateline = _DATELINE.match(text, within.start, within.end)
    at = dateline.end() if dateline else within.start
    for quote in quotes:
        start, end = max(quote.start, within.start), min(quote.end, within.end)
        if at <= start < end:
            found += _plain(text, at, start)
            found.append(_token("quote", text, start, end))
            at = end
    return (found + _plain(text, at, within.end))[:MOST_TOKENS]


def _plain(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    at = start
    while match := _TOKEN.search(text, at, end):
        at = match.end()
        if match[0] == "(":
            closing = text.find(")", at, min(end, at + LONGEST_ASIDE))
            if closing >= 0:
                at = closing + 1
                found.append(_token("aside", text, match.start(), at))
                continue
        is_word = match[0][0].isalnum()
        found.append(_token("word" if is_word else "mark", text, match.start(), at))
    return found


def _token(kind: Literal["word", "mark", "quote", "aside"], text: str, start: int, end: int) -> Token:
    within = text[start:end]
    return Token(kind, within, start, end, within.lower().replace("’", "'").replace("‘", "'"))
