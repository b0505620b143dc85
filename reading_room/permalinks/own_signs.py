"""Signs that are no words and yet say something: the units and signs of figures, what compares, and what ends a question.

Words are counted by a tokeniser that is frozen, so that an address cannot name such a sign where a space parts it from its word:
“5 %” is the word “5”. What is looked for and what is compared has them all the same.
"""

import re
import unicodedata
from functools import lru_cache

from reading_room.model.results import Span
from reading_room.model.turning import OVERRIDES, open_at
from reading_room.permalinks.folding import CURRENCIES, MINUS_SIGNS, fold_typography
from reading_room.permalinks.words import words

_UNITS = "%‰‱٪％°"
_ENDS = "?!؟！？‽⁇⁈⁉⸮"
_SPACE = r"[^\S\n]"
_OF_FIGURE = re.compile(rf"{_SPACE}?(?:[%‰‱٪％′″]|°(?:{_SPACE}?[CFK]\b)?|[{CURRENCIES}](?!{_SPACE}?\d))")
_MINUS = r"(?:(?:(?<![^\s(\[{<=≈~±\"'“„‘‚«])|\A)[‐‑‒–—―−﹘－-])"
_DASH_BEFORE = re.compile(rf"{_MINUS}\Z")
_BEFORE_FIGURE = re.compile(
    rf"""
    (?: [<>=≠≤≥≮≯≈~±]{_SPACE}? )?
    {_MINUS}?
    (?: [{CURRENCIES}]{_SPACE}? )?
    \Z
    """,
    re.VERBOSE,
)
_ENDING = re.compile(rf"(?:[^\w\s]{{0,8}}{_SPACE}?[{_ENDS}]+)+")
_OPENING = re.compile(r"[¿¡]+\Z")
_FARTHEST = 8
"""Code points before a word among which its signs are looked for."""


def with_its_signs(text: str, start: int, end: int) -> Span:
    """Some words of a text with the signs beside them that belong to them.

    Of a figure at either end they are its minus sign, its currency, its unit and what it is compared by; of words that end a
    question or an exclamation, the signs that make them one. A full stop says nothing that its absence does not. An override
    that reaches the words is a part of them from where it begins, any other turn of direction if it begins right before them.
    """
    opening = _BEFORE_FIGURE if text[start : start + 1].isdigit() else _OPENING
    if before := opening.search(text[max(0, start - _FARTHEST) : start]):
        start -= len(before[0])
    start = min((at for at in open_at(text, start) if _turns(text, at, start)), default=start)
    if text[end - 1 : end].isdigit() and (unit := _OF_FIGURE.match(text, end)):
        end = unit.end()
    if ending := _ENDING.match(text, end):
        end = ending.end()
    return Span(start, end)


def _turns(text: str, at: int, start: int) -> bool:
    return text[at] in OVERRIDES or not any(sign.isalnum() for sign in text[at:start])


def minus_before(text: str, start: int) -> int:
    """Where the dash stands that is the minus sign of the figure that begins there; the same place where there is none."""
    found = _DASH_BEFORE.search(text[max(0, start - 2) : start]) if text[start].isdigit() else None
    return start - 1 if found else start


@lru_cache(maxsize=8192)
def telling(text: str) -> tuple[str, ...]:
    """What the signs say that stand before each word of a text and behind the last one: operators, currencies, units, in one form.

    A minus sign that is written as a dash is one of them; one that is a part of its word is not.
    """
    found, last = [], 0
    for word in words(text):
        found.append(_said("x" * bool(last) + text[last : word.start], text[word.start : word.end]))
        last = word.end
    found.append(_said("x" * bool(last) + text[last:], ""))
    return tuple(found)


def _said(between: str, word: str) -> str:
    if between.isascii() and not any(_is_telling(sign) or sign == "-" for sign in between):
        return ""
    folded = unicodedata.normalize("NFKC", fold_typography(between + word).removesuffix(fold_typography(word)))
    return "".join("%" if sign == "٪" else sign for sign in folded if _is_telling(sign))


def _is_telling(sign: str) -> bool:
    return sign in _UNITS or sign in MINUS_SIGNS or (unicodedata.category(sign) in ("Sm", "Sc") and sign != "|")
