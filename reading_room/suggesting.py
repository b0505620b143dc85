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
WORD = re.compile(r"\w+")
_IN_A_FIELD = re.compile(
    r'(?P<before>.*(?<!\w))(?P<field>outlet|event|author|title):(?:"(?P<quoted>[^"]*)|(?P<value>[^\s"()]*))',
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\W*")
_OPERATOR_LAST = re.compile(r".*\s(?:OR|AND|NOT)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to search for, and what it is; `key` is the slug of an article or event, or the key of an outlet."""

    text: str
    kind: SuggestionKind
    key: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """Where somebody is in a query: what stands before the word, the word so far, and the field that it is in, if it is in one."""

    before: str
    word: str
    field: str | None = None
    behind: str = ""

    def finished(self, word: str) -> str:
        return f"{self.before}{word}{self.behind}"


def place_in(typed: str) -> Typed | None:
    """None behind an operator, where nothing is begun yet."""
    if _OPERATOR_LAST.fullmatch(typed):
        return None
    if field := _IN_A_FIELD.fullmatch(typed):
        word = field["value"] if field["quoted"] is None else field["quoted"]
        return Typed(field["before"], word, field["field"].lower())
    before, space, last = typed.rpartition(" ")
    signs = _SIGNS.match(last)
    begins = signs.end() if signs else 0
    return Typed(f"{before}{space}{last[:begins]}", last[begins:], behind='"' if typed.count('"') % 2 else "")


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
    return " ".join(WORD.findall(plain))
