"""Words of a text as the index knows them: where each stands, folded, and cut to its stem.

Indexing, querying and marking all use `words`, so that they cannot disagree about what a word is. Nothing is left out as too
common: “to be or not to be” can be found.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reading_room.index.stemming import stems, without_accents

LONGEST_WORD = 64
"""Code points of a word that are looked at: longer ones are addresses or noise."""

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Combining marks belong to their letter (Arabic vowels, accents written apart), and so do soft hyphens and joiners inside a word.
_MARKS = "".join(chr(c) for c in range(0x300, 0x10000) if unicodedata.category(chr(c)) in ("Mn", "Mc")) + _UNSEEN
# Kana and Han, Thai, Lao, Burmese, Khmer and Tibetan are written without spaces, so each sign is a word of its own, with the vowels
# and the voicing mark that are written on it: what is typed is found as a row of signs.
_UNSPACED = (
    r"\u3040-\u3098\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e01-\u0e3a\u0e40-\u0e46\u0e81-\u0eb0\u0ec0-\u0ec6\u0edc-\u0edf"
    + (r"\u0f40-\u0f6c\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3")
)
_SIGN = rf"[{_UNSPACED}](?:[\u3099\u309a]|(?<=[\u0e01-\u17b3])[{_MARKS}])*"
_BEGIN, _GO_ON = rf"(?![{_UNSPACED}])[^\W_]", rf"(?:(?![{_UNSPACED}])[\w{_MARKS}])*"
_WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)+|{_SIGN}|{_BEGIN}{_GO_ON}(?:['’ʼ](?!\d){_BEGIN}{_GO_ON})*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,٬]\d{3})+\Z")
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z")
_TANWIN = re.compile("(?:\u0627\u064b|\u064b\u0627)\\Z")  # the ending of طفلاً, which its dictionary form lacks
_NOTHING = dict.fromkeys(map(ord, _UNSEEN))


class Token(NamedTuple):
    """A word at the code points `start` to `end` (exclusive) of a text.

    `form` is how it is spelled but for case, accents and separators of thousands; `stems` are what its other forms share with it.
    """

    form: str
    stems: tuple[str, ...]
    start: int
    end: int


def words(text: str, language: str = "") -> Iterator[Token]:
    """The words of a text in order. A letter that folds to nothing (a lone tatweel or soft sign) is no word.

    `language` is the primary subtag of the text's language; an empty one stands for a text that has none.
    """
    for match in spelled(text):
        if token := known_by(match, language):
            yield token


def spelled(text: str) -> Iterator[re.Match[str]]:
    """What may be words of a text, in order."""
    return _WORD.finditer(text)


def known_by(match: re.Match[str], language: str) -> Token | None:
    """What is spelled so, as a word of this language; None if it folds to nothing."""
    form, stems = _known_by(match[0][:LONGEST_WORD], language)
    return Token(form, stems, match.start(), match.end()) if form else None


def places_of(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text has a word that is spelled so: the same as by `words`, without cutting any word to its stem."""
    for match in _WORD.finditer(text):
        if _form(match[0][:LONGEST_WORD]) == form:
            yield match.span()


def primary(language: str) -> str:
    """`pt-BR` is Portuguese."""
    return language.split("-")[0].lower()


def bare(word: str) -> str:
    """A word as it is written, without possessive and signs that cannot be seen."""
    return _POSSESSIVE.sub("", word.translate(_NOTHING))


def lower(word: str) -> str:
    """A word without case and possessive, with its accents: what stems are cut from."""
    plain = unicodedata.normalize("NFC", _TANWIN.sub("", word).casefold().translate(_NOTHING))
    return _POSSESSIVE.sub("", plain).replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=100_000)
def _known_by(word: str, language: str) -> tuple[str, tuple[str, ...]]:
    form = _form(word)
    if word[0].isdigit():
        return form, (form,)
    return form, tuple(filter(None, stems(lower(word), language))) or (form,)


@lru_cache(maxsize=100_000)
def _form(word: str) -> str:
    if word[0].isdigit():
        return _digits(re.sub(r"\D", "", word) if _THOUSANDS.match(word) else without_accents(lower(word)))
    return without_accents(lower(word))


def _digits(figure: str) -> str:
    """Figures of any script as 0 to 9."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in figure)
