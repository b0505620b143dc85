"""How rare a word is in general: tables of frequencies that never change, so that no text changes what another is weighed by.

`frequencies/` has a table a language: lines of a Zipf frequency (the logarithm to base 10 of how often among 10⁹ words) and the
stems that have it. They are made of wordfreq by benchmarks/word_frequencies.py; frequencies/README.md says whose they are.
"""

import threading
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer

FOLDER = Path(__file__).parent / "frequencies"
UNKNOWN = 2.5
"""The Zipf frequency of a word that a table lacks: mostly a name."""
MOST_USUAL = 7.0
"""The Zipf frequency from which a word weighs nothing: “of”, “and”, “to”."""

_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fa": "persian",
    "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_USUAL = (("\u0400", "\u052f", "ru"), ("\u0600", "\u06ff", "ar"), ("a", "\u024f", "en"))
"""The language that a word is of where its text’s language is not written in its script."""
_ARABIC = str.maketrans("أإآٱىة", "اااايه", "ـ")

_lock = threading.Lock()
_snowball: dict[str, snowballstemmer.stemmer] = {}


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Without case, accents and vowel signs, so that spellings of one word are the same."""
    if word.isascii():
        return word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain).translate(_ARABIC)


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """What a folded word is cut to by Snowball; Snowball’s stemmers keep the word in hand and so serve one thread at a time."""
    name = _STEMMERS.get(language_of(word, language))
    if name is None or not word.isalpha():
        return word
    with _lock:
        if name not in _snowball:
            _snowball[name] = snowballstemmer.stemmer(name)
        return str(_snowball[name].stemWord(word)) or word


@lru_cache(maxsize=100_000)
def rarity(stem: str, language: str) -> float:
    """0 for the most usual words, and up to 4.5 for those that no table has."""
    return max(0.0, MOST_USUAL - _table(language_of(stem, language)).get(stem, UNKNOWN))


def language_of(word: str, language: str) -> str:
    """The language to take a word for in a text of this one: an Arabic word in an English text is Arabic."""
    first = word[:1]
    for start, end, usual in _USUAL:
        if start <= first <= end:
            return language if usual == _script_of(language) else usual
    return language


def _script_of(language: str) -> str:
    """The most usual language that is written as this one is."""
    if language in ("ar", "fa", "ur", "ps", "ckb", "sd", "ug"):
        return "ar"
    if language in ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"):
        return "ru"
    return "en"


@cache
def _table(language: str) -> dict[str, float]:
    path = FOLDER / f"{language}.txt"
    if not path.exists():
        return {}
    table = {}
    for line in path.read_text("utf-8").splitlines():
        zipf, *stems = line.split(" ")
        table.update(dict.fromkeys(stems, float(zipf)))
    return table
