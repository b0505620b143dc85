"""What somebody may be about to type: names that the room has, found by the beginning of any of their words."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
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
    """All names of one generation, in the order of their words."""

    def __init__(self, suggestions: Iterable[Suggestion]) -> None:
        begun = [
            (folded[match.start() : match.start() + LONGEST_BEGINNING], match.start() > 0, suggestion)
            for suggestion in suggestions
            if (folded := fold(suggestion.text))
            for match in _WORD.finditer(folded)
        ]
        begun.sort(key=lambda one: one[0])
        self._beginnings = [beginning for beginning, _, _ in begun]
        self._found = [(is_within, suggestion) for _, is_within, suggestion in begun]

    def beginning(self, typed: str, most: int) -> tuple[Suggestion, ...]:
        """Those that begin with what was typed before those that have it further on, events and outlets before titles."""
        letters = fold(typed)[:LONGEST_BEGINNING]
        if not letters:
            return ()
        first = bisect_left(self._beginnings, letters)
        last = bisect_left(self._beginnings, letters + "\U0010ffff", lo=first)
        found = islice(self._found, first, min(last, first + MOST_LOOKED_AT))
        ordered = nsmallest(
            4 * most, found, key=lambda one: (one[0], _KINDS.index(one[1].kind), len(one[1].text), one[1].text)
        )
        best: dict[str, Suggestion] = {}
        for _, suggestion in ordered:
            best.setdefault(suggestion.text, suggestion)
        return tuple(best.values())[:most]


def fold(text: str) -> str:
    """The words of a text without case and accents, parted by spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))
