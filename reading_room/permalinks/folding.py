"""What two texts are compared by: without typography, and word for word without case. Nothing folded is ever shown."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reading_room.model.results import Span
from reading_room.permalinks.words import words

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′ʼʹ＇", "'"),
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
        "…": "...",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ـ": None,  # the stretch between letters of Arabic script
    }
)
_UNSEEN = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f]")
_SPACES = re.compile(r"\s+")
_DASH = re.compile(r"\s*(?:--+|[—–―])\s*| - ")


def is_unseen(sign: str) -> bool:
    """Whether a sign shows nothing and takes no room, as a soft hyphen."""
    return bool(_UNSEEN.fullmatch(sign))


def fold_typography(text: str) -> str:
    """The text without what printers choose: kinds of quotation marks, dashes and spaces, soft hyphens, forms of Unicode."""
    spaced = _SPACES.sub(" ", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", _DASH.sub("-", spaced).translate(_SIGNS)).strip()


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word without case and typography: two are the same word when these are equal."""
    return unicodedata.normalize("NFKC", fold_typography(word)).casefold()


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
