"""What somebody may be about to type: names that the room has, found by the beginning of any of their words."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate, islice
from typing import Literal, get_args

SuggestionKind = Literal["event", "outlet", "name", "title", "word"]

LONGEST_BEGINNING = 60
MOST_LOOKED_AT = 2_000
"""Names that begin so, of which the best are taken."""
_KINDS = get_args(SuggestionKind)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to search for, and what it is; `key` is the slug of an article or event, or the key of an outlet."""

    text: str
    kind: SuggestionKind
    key: str = ""


class Suggestions:
    """All names of one generation, one after the other in one text: looking through that takes less than sorting their words."""

    def __init__(self, suggestions: Iterable[Suggestion]) -> None:
        self._suggestions = tuple(suggestions)
        folded = [f"\n {fold(one.text)}" for one in self._suggestions]
        self._text = "".join(folded)
        self._begin = list(accumulate(map(len, folded), initial=0))

    def beginning(self, typed: str, most: int) -> tuple[Suggestion, ...]:
        """Those that begin with what was typed before those that have it further on, events and outlets before titles."""
        letters = fold(typed)[:LONGEST_BEGINNING]
        if not letters:
            return ()
        at_first, further_on = (islice(self._having(sign + letters), MOST_LOOKED_AT) for sign in ("\n ", " "))
        found = {**dict.fromkeys(further_on, True), **dict.fromkeys(at_first, False)}
        ordered = nsmallest(
            4 * most, found.items(), key=lambda one: (one[1], _KINDS.index(one[0].kind), len(one[0].text), one[0].text)
        )
        best: dict[str, Suggestion] = {}
        for suggestion, _ in ordered:
            best.setdefault(suggestion.text, suggestion)
        return tuple(best.values())[:most]

    def _having(self, letters: str) -> Iterator[Suggestion]:
        """Each name that has these letters, once."""
        at = self._text.find(letters)
        while at >= 0:
            which = bisect_right(self._begin, at) - 1
            yield self._suggestions[which]
            at = self._text.find(letters, self._begin[which + 1])


def fold(text: str) -> str:
    """The words of a text without case and accents, parted by spaces."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(plain))
