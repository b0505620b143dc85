"""Whether two texts, or two passages, are the same in other clothes: how many runs of eight words they share.

A text is cut into the runs of eight words that begin at each of its words (shingles: Broder, On the resemblance and containment of
documents, 1997). docs/decisions/0011-same-text.md says what was measured, and why the shares are those below.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

RUN = 8
"""Words of a run. Shorter ones are shared by chance: names, offices, turns of phrase."""
FEWEST_SHARED = 20
"""Runs that two texts must share: fewer are a standing note or one quotation."""
SAME_TEXT = 0.5
"""The share of the shorter text's runs from which two texts are the same text…"""
OF_THE_LONGER = 0.4
"""…if this share of the longer text's runs is shared too: else the longer one is a later and fuller story."""
NEARLY_WHOLE = 0.8
"""The share of the shorter text's runs from which it does not matter how long the other is: it has the shorter one in it."""

Runs = frozenset[str]
Shares = tuple[float, float]
"""How much of each of two texts stands in the other, as shares of its runs."""


class _Folded(dict[int, str]):
    """What each character is folded to; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = unicodedata.category(character)
        if kind[0] == "M" or kind == "Cf":  # accents and vowel signs; soft hyphens and joiners
            folded = ""
        elif kind == "Nd":
            folded = str(unicodedata.digit(character))
        elif _is_sign(code):
            folded = f" {character} "
        else:
            folded = character if character.isalnum() else " "
        self[code] = folded
        return folded


def _is_sign(code: int) -> bool:
    """Kana and Han are written without spaces: each sign is a word."""
    return 0x3041 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF


# Letters of Arabic script that one press writes where another writes the other, and the stretch between letters.
_FOLDED = _Folded({ord(letter): to for letter, to in zip("ىیکةٱـ", ("ي", "ي", "ك", "ه", "ا", ""), strict=True)})


def words(text: str) -> list[str]:
    """The words of a text without case, accents, vowel signs and punctuation. Figures are words, in every script the same."""
    return unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED).split()


class _Classes(dict[int, str]):
    """What each character is to its word: `x` part of it, `~` an accent or a joiner, `h` a word of its own, or a space."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code)).casefold().translate(_FOLDED)
        self[code] = "~" if not folded else " " if folded.isspace() else "h" if _is_sign(code) else "x"
        return self[code]


_CLASSES = _Classes()
_WORD = re.compile("[x~]+|h~*")
Placed = tuple[str, int, int]
"""A word, and the code points `start` to `end` (exclusive) of the text where it stands."""


def placed_words(text: str) -> list[Placed]:
    """The words of a text as `words` gives them, with the places where they stand.

    Words that are one character in the text, such as “½” or “℃”, share its place.
    """
    return [
        (word, match.start(), match.end())
        for match in _WORD.finditer(text.translate(_CLASSES))
        for word in _folded_word(text[match.start() : match.end()])
    ]


@lru_cache(20_000)
def _folded_word(written: str) -> tuple[str, ...]:
    return tuple(words(written))


def ordered_runs(paragraphs: Iterable[str]) -> list[str]:
    """The runs of a text as they begin, word after word.

    They go on from one paragraph into the next, so that it does not matter where a text is broken.
    """
    return _cut([word for paragraph in paragraphs for word in words(paragraph)])


def runs(paragraphs: Iterable[str]) -> Runs:
    """The different runs of a text."""
    return frozenset(ordered_runs(paragraphs))


def runs_of(found: Sequence[str]) -> Runs:
    """The different runs of a text that is given as its words."""
    return frozenset(_cut(found))


def _cut(found: Sequence[str]) -> list[str]:
    return [" ".join(found[start : start + RUN]) for start in range(len(found) - RUN + 1)]


def same_text(one: Runs, other: Runs) -> Shares | None:
    """How much of each text stands in the other, where they are the same text; else None."""
    shared = len(one & other)
    if shared < FEWEST_SHARED:
        return None
    shares = shared / len(one), shared / len(other)
    of_longer, of_shorter = sorted(shares)
    alike = of_shorter >= NEARLY_WHOLE or (of_shorter >= SAME_TEXT and of_longer >= OF_THE_LONGER)
    return shares if alike else None


def same_passages(one: Sequence[str], other: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Which passages of two texts have the same words, as their places in each; only how they are written may differ.

    All their words, since one is enough to say the opposite: “the rebels” for “the army”, a “no” more or less, another number.
    """
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, text in enumerate(other):
        having[tuple(words(text))].append(at)
    having.pop((), None)
    return tuple((place, at) for place, text in enumerate(one) for at in having.get(tuple(words(text)), ()))
