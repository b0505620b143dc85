"""How the words of a passage are counted: `words-1`, the tokeniser behind every address of a range, frozen for good.

An address such as `14:12-19` means nothing without it, so what it does must never change, not even when a later Python knows more
characters. It therefore asks the character database of Unicode 3.2, which every Python carries unchanged beside the present one;
what that one does not know is a letter, or a sign of its own where the blocks of emoji lie.

A word is a run of letters, marks and figures. An apostrophe between letters and a separator between figures belong to it, so do
the sign, the currency and the per cent of a figure, without which it would say something else. A hyphen parts words. In scripts
that are written without spaces each grapheme cluster is a word, and so is each emoji.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache

from reading_room.model.results import Span

NAME = "words-1"
"""Stored with a version: what its words were counted by. Another way of counting must take another name."""

_UNSPACED = (
    (0x0E01, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3041, 0x312F), (0x31F0, 0x31FF),
    (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9D), (0x20000, 0x3FFFF),
)  # fmt: skip
"""Thai and Lao, Burmese, Khmer, kana, bopomofo, Han."""
_SYMBOLS = ((0x2000, 0x2BFF), (0x2E00, 0x2E7F), (0xE0000, 0xFFFFF))
"""What lies here and was unknown to Unicode 3.2 is no letter."""
_EMOJI = (0x1F000, 0x1FAFF)
_MARKS = frozenset(
    (0x0E33, 0x0EB3, 0x0EBA, 0x17DD, 0xFF9E, 0xFF9F, *range(0x102B, 0x103F), *range(0x105E, 0x1065), *range(0x1071, 0x1075),
     *range(0x1082, 0x108E), *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080))
)  # fmt: skip
"""Extend the cluster before them, though Unicode 3.2 does not say so: vowels of Thai and Burmese, shades of skin."""
_SINGLE = {
    **dict.fromkeys("'’ʼ＇", "A"),
    **dict.fromkeys(".,٫٬", "S"),
    **dict.fromkeys("\u00a0\u202f\u2009", "B"),
    **dict.fromkeys("+-−", "N"),
    **dict.fromkeys("%‰٪°", "P"),
    "\u00ad": "J",
    "\u200d": "Z",
}


def _is_in(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


class _Classes(dict[int, str]):
    """The class of each character, a letter of the pattern below; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = self._class_of(code)
        return found

    @staticmethod
    def _class_of(code: int) -> str:
        character = chr(code)
        if character in _SINGLE:
            return _SINGLE[character]
        if code in _MARKS:
            return "M"
        if 0x1F1E6 <= code <= 0x1F1FF:
            return "R"  # two of them are a flag
        kind = unicodedata.ucd_3_2_0.category(character)
        if kind[0] == "M":
            return "M"
        if kind == "Cf":
            return "J"  # soft hyphens, joiners, directions: inside a word they part nothing
        if kind == "Nd":
            return "D"
        if kind == "Sc" or 0x20A0 <= code <= 0x20CF:
            return "C"
        if kind == "So" or _is_in(code, (_EMOJI,)):
            return "E"
        if kind[0] in "LN" or character == "_" or (kind == "Cn" and not _is_in(code, _SYMBOLS)):
            return "U" if _is_in(code, _UNSPACED) else "L"
        return " "


_CLASSES = _Classes()
_WORD = re.compile(
    r"""
      U[MZ]*                                    # a sign of a script without spaces
    | R[R]?M*
    | EM*(?:ZEM*)*                              # an emoji, also one that is made of several
    | (?:(?<![LDMUPCN])NC?(?=D)|CN?(?=D))?      # −5, −$5, $5, $−5
      [LD]
      (?:[LDM]|[JZ]+(?=[LDM])|(?<=[LDM])A(?=L)|(?<=D)S(?=D)|(?<=D)B(?=DDD(?![LDM])))*
      (?:(?<=D)[PC])?                           # 50%, 5€
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Span, ...]:
    """Where the words of a text stand, in order."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text.translate(_CLASSES)))


def is_sign(word: str) -> bool:
    """Whether a word is one sign of a script that is written without spaces, which nobody would call a word."""
    return _CLASSES[ord(word[0])] == "U"


def stretch(text: str, first: int, last: int) -> Span | None:
    """The code points of the words `first` to `last`, both counted from 1; None where the text has no such words."""
    found = words(text)
    if not 1 <= first <= last <= len(found):
        return None
    return Span(found[first - 1].start, found[last - 1].end)


def numbers(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last word that the code points `start` to `end` touch; None where they touch none."""
    found = words(text)
    first = bisect_right(found, start, key=lambda word: word.end)
    last = bisect_left(found, end, key=lambda word: word.start)
    return (first + 1, last) if first < last else None


def is_unspaced(word: str) -> bool:
    """Whether a word is a sign of a script that is written without spaces."""
    return _CLASSES[ord(word[0])] == "U"
