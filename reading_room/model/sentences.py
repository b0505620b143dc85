"""Where the sentences of a text stand, for readers who choose words by sentences."""

import re
from collections.abc import Iterator

from reading_room.model.results import Span

_CLOSING = r"[\"'”’»›)\]）」』】]*"
_STOPS = "[.!?…؟۔।॥]"
_END = re.compile(rf"(?<!{_STOPS}){_STOPS}++{_CLOSING}(?=\s)|[。！？｡]+{_CLOSING}|\n")
_ABBREVIATED = re.compile(
    r"(?:\b\w|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Maj|Col|Lt|Capt|Sgt|Brig|Gov|Rep|Sen|No|vs|cf|al|approx|ca))\.\Z"
)
"""An initial or a title. The list is short: where it fails, a sentence is shorter or longer than it might be, no more."""


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, without the white space between them."""
    found, start = [], 0
    for end in (*_ends(text), len(text)):
        said = text[start:end]
        if said.strip():
            found.append(Span(start + len(said) - len(said.lstrip()), start + len(said.rstrip())))
        start = end
    return tuple(found)


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        at = match.end()
        if match[0] == ".":
            follows = text[at:].lstrip()[:1]
            if follows.islower() or _ABBREVIATED.search(text, max(0, at - 8), at):
                continue
        yield at
