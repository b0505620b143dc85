"""Which words of a text are names, as far as capitals tell them, and which ones may be.

A capital tells nothing in a heading or among others of a run of words in capitals, nor does one letter alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from reading_room.model.languages import primary
from reading_room.permalinks.folding import fold_word, folded

_ALL_NOUNS = frozenset(("de", "lb"))
"""Languages in which every noun has a capital, so that it tells no names."""
_NO_NAMES = {
    "en": frozenset(("i", "i'm", "i've", "i'd", "i'll", "mr", "mrs", "ms", "dr")),
    "fr": frozenset(("m", "mm", "mme", "mlle")),
    "es": frozenset(("sr", "sra", "dr", "dra")),
    "pt": frozenset(("sr", "sra", "dr", "dra")),
}
"""What has a capital wherever it stands and names nobody."""
_COUNTED = re.compile(r"\w{1,3}\.\s*\d|No\s+\d")
"""An abbreviation with which something is numbered, as “No.”"""
_LEAST_OF_HEADING, _LETTERS = 4, 4
"""Words, each of so many letters, that all have capitals: a heading, in which they tell nothing."""
_BEGINS, _GOES_ON = frozenset(".!?…:\n"), re.compile(r"[\w,;]")
"""Signs between a word and the one before of which one begins a sentence; what does not."""
_OPENING = frozenset("“„«\"‘'‹「『")
_ELISION = re.compile(r"\A(?:[dlnstcjm]|qu)['’](?=[^\W\d_])", re.IGNORECASE)
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}(?!\w)")
"""Several letters with a full stop each, which are one word: U.S."""
_ENDING = re.compile(r"'\w{0,4}\Z")
"""The genitive of English, and the cases that Turkish parts from a name."""
_CASE = re.compile(
    "(?<=[^\\W\\d_]{3})(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ым|им|ом|ем|ам|ям|ах|ях|ую|юю|ая|яя|ые|ие|ый|ий|[аяоеёуюыийіїєь])\\Z"
)
_CASES = frozenset(("ru", "uk"))
"""Languages whose names have another ending in each case."""
_PARTED_CASES = frozenset(("tr", "az"))
"""Languages that part the case from a name, and from no other word, by an apostrophe: it is one also where it begins a sentence."""
_STEM = 4


@dataclass(frozen=True, slots=True)
class Capitals:
    """The words of a text that have capitals, by the code point that they begin at, with the name that each is."""

    names: dict[int, str]
    first: dict[int, str]
    """Those that begin a sentence or a quotation, and have a capital for that alone or as names."""
    small: frozenset[str]
    """The words that stand without a capital."""

    def known(self) -> frozenset[str]:
        """The names, and their beginnings, by which another form of them is known."""
        stems = {
            name[: len(name) - cut] for name in self.names.values() for cut in (0, 1, 2) if len(name) - cut >= _STEM
        }
        return frozenset(stems | set(self.names.values()))


@lru_cache(maxsize=256)
def capitals(text: str, language: str) -> Capitals:
    language = primary(language)
    found = folded(text)
    written = [_ELISION.sub("", text[span.start : span.end]) for span in found.spans]
    loud = [len(word) > 1 and word.isupper() for word in written]
    names: dict[int, str] = {}
    first: dict[int, str] = {}
    small = set()
    long_words = []
    end_of_initials = 0
    for at, (span, key, word) in enumerate(zip(found.spans, found.keys, written, strict=True)):
        if span.start < end_of_initials:
            continue
        if len(key) >= _LETTERS and word[0].lower() != word[0].upper():
            long_words.append(word[0].isupper())
        if initials := INITIALS.match(text, span.start):
            word, end_of_initials = initials[0], initials.end()
        if not word[0].isupper():
            small.add(key)
            continue
        among_loud = loud[at] and any(loud[max(at - 1, 0) : at] + loud[at + 1 : at + 2])
        is_other = key in _NO_NAMES.get(language, ()) or bool(_COUNTED.match(text, span.start))
        if len(word) > 1 and not among_loud and not is_other:
            is_sure = language in _PARTED_CASES and _ENDING.search(key) is not None
            (first if _begins(text, span.start) and not is_sure else names)[span.start] = name_of(word, language)
    if language in _ALL_NOUNS or (len(long_words) >= _LEAST_OF_HEADING and all(long_words)):
        names, first = {}, {}
    return Capitals(names, first, frozenset(small))


@lru_cache(maxsize=65536)
def name_of(word: str, language: str) -> str:
    """What a word is as a name, without its case: two that are equal name the same."""
    name = _ENDING.sub("", fold_word(_ELISION.sub("", word))).replace(".", "")
    return _CASE.sub("", name) if primary(language) in _CASES else name


def is_known(name: str, known: frozenset[str]) -> bool:
    return name in known or any(name[: len(name) - cut] in known for cut in (1, 2) if len(name) - cut >= _STEM)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence, a quotation or the text begins there."""
    if at and text[at - 1] in _OPENING:
        return True
    while at and not _GOES_ON.match(text, at - 1):
        at -= 1
        if text[at] in _BEGINS:
            return True
    return not at
