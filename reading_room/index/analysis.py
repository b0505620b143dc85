"""Words of a text as the index knows them: where each stands, folded, and cut to its stem.

Indexing, querying and marking all use `tokens`, so that they cannot disagree about what a word is. Nothing is left out as too
common: “to be or not to be” can be found.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from whoosh.lang.porter2 import stem as stem_english
from whoosh.lang.snowball.russian import RussianStemmer

LONGEST_WORD = 64
"""Code points of a word that are looked at: longer ones are addresses or noise."""

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Combining marks belong to their letter (Arabic vowels, accents written apart), and so do soft hyphens and joiners inside a word.
_MARKS = "".join(chr(c) for c in range(0x300, 0x10000) if unicodedata.category(chr(c)) in ("Mn", "Mc")) + _UNSEEN
# Kana and Han are written without spaces, so each sign is a word of its own, with its voicing mark where that is written apart.
_SIGN = r"[\u3040-\u3098\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff][\u3099\u309a]?"
_BEGIN, _GO_ON = rf"(?!{_SIGN})[^\W_]", rf"(?:(?!{_SIGN})[\w{_MARKS}])*"
_TOKEN = re.compile(rf"\d+(?:[.,٫٬]\d+)+|{_SIGN}|{_BEGIN}{_GO_ON}(?:['’ʼ](?!\d){_BEGIN}{_GO_ON})*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,٬]\d{3})+\Z")
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z")
_PART_OF_LETTER = (0, 8)
"""Combining classes that are kept: none, and the voicing of kana. й is kept too: it is a letter, and Russian endings need it."""
_ARABIC_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ")
_TANWIN = re.compile("(?:\u0627\u064b|\u064b\u0627)\\Z")  # the ending of طفلاً, which its dictionary form lacks
_ARABIC_PREFIX = re.compile(r"(?:[وفبك]?ال|لل)(?=\w{3})")
_NOTHING = dict.fromkeys(map(ord, _UNSEEN))
_russian = RussianStemmer()


@dataclass(frozen=True, slots=True)
class Token:
    """A word at the code points `start` to `end` (exclusive) of a text, under the term the index knows it by."""

    term: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order. A letter that folds to nothing (a lone tatweel or soft sign) is no word."""
    for match in _TOKEN.finditer(text):
        term = _term(match[0][:LONGEST_WORD])
        if term:
            yield Token(term, match.start(), match.end())


@lru_cache(maxsize=50_000)
def _term(word: str) -> str:
    """Fold case, accents, letter forms and separators of thousands, then stem by script.

    By script and not by the article's language, because a query has none: a Latin word is cut as English, a Cyrillic one as
    Russian, an Arabic one loses its article. Both sides of a search are cut alike, so this costs precision, never a word.
    """
    if _THOUSANDS.match(word):
        return _digits(re.sub(r"\D", "", word))
    word = _TANWIN.sub("", word)
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_NOTHING).replace("и\u0306", "й")
    folded = unicodedata.normalize("NFC", "".join(c for c in plain if unicodedata.combining(c) in _PART_OF_LETTER))
    folded = _POSSESSIVE.sub("", folded).replace("’", "'").replace("ʼ", "'")
    first = folded[:1]
    if first.isdigit():
        return _digits(folded)
    if first.isascii():
        return str(stem_english(folded)) if folded.isascii() else folded
    if "а" <= first <= "ё":
        return str(_russian.stem(folded))
    if "\u0600" <= first <= "\u06ff":
        return _ARABIC_PREFIX.sub("", folded.translate(_ARABIC_LETTERS), count=1)
    return folded


def _digits(figure: str) -> str:
    """Figures of any script as 0 to 9."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in figure)
