"""What two texts are compared by: without typography, and word for word without case. Nothing folded is ever shown.

What changes what is said is no typography, however small the sign:

- A dash or hyphen directly before a figure, with a space, an opening mark or nothing before it, is the figure’s minus sign, and
  so is U+2212 wherever a figure follows. Any other dash parts words or joins them.
- Signs that turn the direction of text (overrides, embeddings, isolates) can make a figure read backwards. They fold only where
  they cannot: letters of one direction alone, and no figure or sign of comparison between a turn and its end. The marks of
  direction do not turn letters or figures by themselves.
- A small raised or lowered digit behind another digit is no digit of the same figure: 10² is not 102.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reading_room.model.results import Span
from reading_room.model.turning import DEEPEST, EMBEDDINGS, ISOLATES, POP, POP_ISOLATE, TURNS, closed
from reading_room.permalinks.words import words

_QUOTES = {**dict.fromkeys("‘’‚‛`´′ʼʹ＇", "'"), **dict.fromkeys("“”„‟«»″〝〞＂", '"')}
_SIGNS = str.maketrans(
    {
        **_QUOTES,
        **dict.fromkeys("‐‑‒–—―﹘－", "-"),
        "…": "...",
        "ﬁ": "fi",
        "ﬂ": "fl",
    }
)
_UNSEEN = re.compile(r"[\u00ad\u061c\u0640\u180e\u200b-\u200f\u2060-\u2064\ufeff\ufe0e\ufe0f]")
"""U+0640 is the stretch between letters of Arabic script."""
_SPACES = re.compile(r"\s+")

CURRENCIES = "$¢£¤¥֏؋৲৳฿៛\u20a0-\u20cf﷼＄￠￡￥￦"
"""As they stand in a set of a pattern."""
_UNIT_SPACE = re.compile(rf"(?<=\d)[ ](?=[%‰‱٪°]|[{CURRENCIES}](?!\ ?\d)) | (?<=[{CURRENCIES}])[ ](?=\d)", re.VERBOSE)

MINUS_SIGNS = _MINUS, _LONG_MINUS = "−", "⸺"
_OPENING = re.escape("([{<=+×÷/~≈±\"'" + "".join(_QUOTES))
_BEGINS, _BEGINS_OR_SPACE = rf"(?<![^{_OPENING}])", rf"(?<![^\s{_OPENING}])"
_FIGURE = rf"(?=[{CURRENCIES}]?[.,]?\d)"
_HYPHENS = "‐‑‒﹘－-"
_A_DASH = re.compile(f"[–—―−{_HYPHENS}]")
_ANY = rf"(?:[–—―{_HYPHENS}]|−(?!{_FIGURE}))"
_RUN = rf"(?<![–—―−{_HYPHENS}])(?<![–—―−{_HYPHENS}]\s){_ANY}(?:\s*{_ANY})++"
_DASHES = rf"(?:{_RUN}|[—–―]|−(?!{_FIGURE}))"
_SIGNED = re.compile(
    rf"""
      \s*−\s*{_FIGURE}
    | (?P<short> \s*{_BEGINS_OR_SPACE}[–{_HYPHENS}]{_FIGURE})
    | (?P<long> \s*{_BEGINS_OR_SPACE}(?:{_RUN}|[—―]){_FIGURE})
    """,
    re.VERBOSE,
)
"""The minus sign of a figure. A long dash there may be one or part the sentence: it is neither the one nor the other."""
_DASH = re.compile(
    rf"""
      (?P<leads> {_BEGINS}\s*(?:{_DASHES}|[{_HYPHENS}])\s+{_FIGURE})
    | \s*{_DASHES}\s*
    | [ ][{_HYPHENS}][ ]
    """,
    re.VERBOSE,
)
"""Any other, with the spaces beside it. Where one leads a text or what stands in brackets it must not become a minus sign."""

_INDEX = re.compile(r"(?<![^\W\d_])([⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]+)")
"""Small raised or lowered digits, but not behind letters: m² is m2, 10² is not 102."""

_TURN = re.compile(f"[{TURNS}]")
_PAIR = re.compile(f"[{EMBEDDINGS}{ISOLATES}]([^{TURNS}]*)[{POP}{POP_ISOLATE}]")
_TURNED = re.compile(r"[\d<>≤≥]")
"""What says something else backwards."""
_DIRECTIONS = {"L": "from left", "R": "from right", "AL": "from right"}


def is_unseen(sign: str) -> bool:
    """Whether a sign shows nothing and takes no room, as a soft hyphen."""
    return bool(_UNSEEN.fullmatch(sign)) or sign in TURNS


def fold_typography(text: str) -> str:
    """The text without what printers choose: kinds of quotation marks, dashes and spaces, soft hyphens, forms of Unicode."""
    plain = unicodedata.normalize("NFC", _without_idle_turns(_UNSEEN.sub("", text)))
    spaced = _UNIT_SPACE.sub("", _SPACES.sub(" ", plain).strip())
    if _A_DASH.search(spaced):
        spaced = _DASH.sub(lambda match: "- " if match["leads"] else "-", _SIGNED.sub(_sign, spaced))
    return unicodedata.normalize("NFC", spaced.translate(_SIGNS)).strip()


def _sign(match: re.Match[str]) -> str:
    return _LONG_MINUS if match["long"] else _MINUS


def _without_idle_turns(text: str) -> str:
    """The text without the signs of direction that turn nothing. Of a text of nothing else all stay: they are a part of another."""
    if not _TURN.search(text) or not _TURN.sub("", text).strip():
        return text
    text = closed(text)
    directions = {_DIRECTIONS.get(unicodedata.bidirectional(sign)) for sign in text} - {None}
    if len(directions) > 1 or (directions == {"from right"} and _TURNED.search(text)):
        return text  # what stands beside a turn may change places with it
    for _ in range(DEEPEST):
        if (idle := _PAIR.sub(_unless_turned, text)) == text:
            break
        text = idle
    return text


def _unless_turned(match: re.Match[str]) -> str:
    return match[0] if _TURNED.search(match[1]) else match[1]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word without case and typography: two are the same word when these are equal."""
    if word.isascii() and word.isalnum():
        return word.lower()
    pieces = _INDEX.split(fold_typography(word))
    pieces[::2] = [unicodedata.normalize("NFKC", piece) for piece in pieces[::2]]
    return unicodedata.normalize("NFC", "".join(pieces)).casefold()


def bare(word: str) -> str:
    """A folded word without the marks that are mostly left out, as the points of Arabic and Hebrew are."""
    return "".join(sign for sign in word if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where they stand, and what they are compared by."""

    spans: tuple[Span, ...]
    keys: tuple[str, ...]


@lru_cache(maxsize=8192)
def folded(text: str) -> Words:
    spans = words(text)
    return Words(spans, tuple(fold_word(text[span.start : span.end]) for span in spans))
