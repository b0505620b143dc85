"""What words are cut to, so that one form finds the others: by the language of the text, where that has a stemmer for the script.

An English text that quotes an Arabic word has an Arabic word in it, so a word whose script the text's language is not written in
is cut by the language that is most usual for that script in the room.
"""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer
from whoosh.lang.porter2 import stem as stem_english
from whoosh.lang.snowball.russian import RussianStemmer

_LATIN, _CYRILLIC, _ARABIC, _GREEK, _DEVANAGARI, _ARMENIAN, _TAMIL, _HEBREW = range(8)
_FIRST_LETTERS = (
    (_LATIN, "a", "\u024f"),
    (_LATIN, "\u1e00", "\u1eff"),
    (_GREEK, "\u0370", "\u03ff"),
    (_CYRILLIC, "\u0400", "\u052f"),
    (_ARMENIAN, "\u0530", "\u058f"),
    (_HEBREW, "\u0590", "\u05ff"),
    (_ARABIC, "\u0600", "\u06ff"),
    (_DEVANAGARI, "\u0900", "\u097f"),
    (_TAMIL, "\u0b80", "\u0bff"),
)
_STEMMERS = {
    _LATIN: {
        "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "en": "english", "eo": "esperanto", "es": "spanish",
        "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hu": "hungarian", "id": "indonesian",
        "it": "italian", "lt": "lithuanian", "nb": "norwegian", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish",
        "pt": "portuguese", "ro": "romanian", "sr": "serbian", "sv": "swedish", "tr": "turkish",
    },
    _CYRILLIC: {"ru": "russian", "sr": "serbian"},
    _ARABIC: {"ar": "arabic", "fa": "persian"},
    _GREEK: {"el": "greek"},
    _DEVANAGARI: {"hi": "hindi", "ne": "nepali"},
    _ARMENIAN: {"hy": "armenian"},
    _TAMIL: {"ta": "tamil"},
    _HEBREW: {"yi": "yiddish"},
}  # fmt: skip
"""For each script the languages that have a stemmer. A language of the script that has none is folded and not cut."""
_USUAL = {_LATIN: "en", _CYRILLIC: "ru", _ARABIC: "ar", _GREEK: "el", _DEVANAGARI: "hi", _ARMENIAN: "hy", _TAMIL: "ta"}
_OTHERS = {
    _LATIN: frozenset(
        {"af", "az", "bs", "cy", "hr", "is", "lv", "ms", "mt", "sk", "sl", "so", "sq", "sw", "tl", "uz", "vi"}
    ),
    _CYRILLIC: frozenset({"be", "bg", "kk", "ky", "mk", "mn", "tg", "uk"}),
    _ARABIC: frozenset({"ckb", "ku", "ps", "sd", "ug", "ur"}),
    _DEVANAGARI: frozenset({"mr", "sa"}),
    _HEBREW: frozenset({"he"}),
}
"""Languages of a script that have no stemmer, and are not to be cut as another language is."""

_FOLDED = str.maketrans("أإآٱىیکةؤئłøđı", "ااااييكهويlodi", "ـ") | str.maketrans({"œ": "oe", "æ": "ae"})
_DOTTED, _PERSIAN = str.maketrans("ىیک", "ييك"), str.maketrans("يك", "یک")
_ARABIC_PREFIX = re.compile(r"(?:[وفبك]?ال|لل)(?=\w{3})")
_ARABIC_EXCEPTIONS = {"سوريه": "سوري", "سوريا": "سوري"}
"""The name of Syria in both spellings: the stemmer cuts one of them to the word for a wall."""
_PART_OF_LETTER = (0, 8)
"""Combining classes that are kept: none, and the voicing of kana. й is kept too: it is a letter, and Russian endings need it."""

_lock = threading.Lock()
_snowball: dict[str, snowballstemmer.stemmer] = {}
_russian = RussianStemmer()


def without_accents(word: str) -> str:
    """Letters without the accents and vowel signs that may be left out, Arabic ones in one of their forms."""
    plain = unicodedata.normalize("NFKD", word).replace("и\u0306", "й")
    kept = "".join(c for c in plain if unicodedata.combining(c) in _PART_OF_LETTER)
    return unicodedata.normalize("NFC", kept).translate(_FOLDED)


@lru_cache(maxsize=200_000)
def stems(word: str, language: str) -> tuple[str, ...]:
    """What the index knows a word by in a text of this language: one term, or two where it has accents that endings hang on.

    `word` is without case, with its accents. One who leaves the accents out finds it by the second term, which is cut without them.
    """
    folded = without_accents(word)
    script = _script(folded)
    if script is None or not folded:
        return (folded,)
    stemmer = _stemmer(script, language)
    match stemmer:
        case None:
            return (folded,)
        case "english":
            return (str(stem_english(folded)) if folded.isascii() else folded,)
        case "russian":
            return (str(_russian.stem(folded)),)
        case "arabic":
            return _arabic(word)
        case "persian":
            return (without_accents(_cut(folded.translate(_PERSIAN), stemmer)),)
        case _:
            return tuple(dict.fromkeys((without_accents(_cut(word, stemmer)), without_accents(_cut(folded, stemmer)))))


def stems_in(word: str, languages: frozenset[str]) -> frozenset[str]:
    """What the index may know a word by in texts of any of these languages, or of one that nobody named."""
    return frozenset(term for language in (*languages, "") for term in stems(word, language) if term)


def keeps_its_first_letter(word: str, language: str) -> bool:
    """Whether the form and the stems of a word surely begin as it does, but for case: English words are cut at their end alone."""
    return language == "en" and word.isascii() and word[0].isalpha()


def _script(word: str) -> int | None:
    first = word[:1]
    return next((script for script, start, end in _FIRST_LETTERS if start <= first <= end), None)


def _stemmer(script: int, language: str) -> str | None:
    known = _STEMMERS.get(script, {})
    if language in known:
        return known[language]
    if language in _OTHERS.get(script, ()):
        return None
    return known.get(_USUAL.get(script, ""))


def _arabic(word: str) -> tuple[str, ...]:
    """A last heh may be a teh marbuta without its dots, as a last yeh may be written without: cut as that, and as it is."""
    bare = "".join(c for c in unicodedata.normalize("NFC", word) if not unicodedata.combining(c)).replace("ـ", "")
    root = _ARABIC_PREFIX.sub("", bare.translate(_DOTTED), count=1)
    folded = without_accents(root)
    if known := _ARABIC_EXCEPTIONS.get(folded):
        return (known,)
    roots = (root[:-1] + "ة", root) if root.endswith("ه") and len(root) > 2 else (root,)
    # With its article, so that it is cut as the noun that it mostly is, whether this text has the article or not.
    cut = (without_accents(_cut(f"ال{one}", "arabic")).removeprefix("ال") for one in roots)
    return tuple(dict.fromkeys(filter(None, cut))) or (folded,)


def _cut(word: str, stemmer: str) -> str:
    """By Snowball, whose stemmers keep the word in hand and so serve one thread at a time."""
    with _lock:
        if stemmer not in _snowball:
            _snowball[stemmer] = snowballstemmer.stemmer(stemmer)
        return str(_snowball[stemmer].stemWord(word)) or word
