"""Where quotation marks open and close in a text: “…”, "…", «…», „…“, and ‘…’ where a text has no others."""

import re
from collections.abc import Iterator

from reading_room.model.results import Span

_CLOSES = {"“": '”"', "«": "»", "„": '“”"', '"': '"”'}
_MARK = re.compile(r"[“”„«»\"]")
_SINGLE = re.compile(r"(?:(?<=\s)|(?<=\A)|(?<=[(\[]))[‘'](?=[^\W\d_])")
_SINGLE_ENDS = re.compile(r"(?<=[^\s])[’'](?=[\s.,;:!?)\]—–-]|\Z)")
LONGEST_SINGLE = 600
"""Code points to look for the end of words in single marks: an apostrophe must not quote the rest of a text."""


def quoted(text: str) -> tuple[Span, ...]:
    """The words in quotation marks, the marks with them, in order. A quotation that nothing closes goes on to the end."""
    found = tuple(_double(text))
    return found or tuple(_in_single(text))


def _double(text: str) -> Iterator[Span]:
    opened: int | None = None
    closes = ""
    for mark in _MARK.finditer(text):
        at = mark.start()
        if opened is None:
            after = text[at + 1 : at + 2]
            if mark[0] in "”»" or (mark[0] == '"' and not after.strip()):
                if not closes and text[:at].strip():  # it closes what the passage before opened
                    yield Span(0, at + 1)
                closes = closes or " "
                continue
            opened, closes = at, _CLOSES[mark[0]]
        elif mark[0] in closes:
            yield Span(opened, at + 1)
            opened = None
    if opened is not None and text[opened:].strip('“"«„ '):
        yield Span(opened, len(text))


def _in_single(text: str) -> Iterator[Span]:
    at = 0
    while opening := _SINGLE.search(text, at):
        at = opening.end()
        closing = _SINGLE_ENDS.search(text, at, at + LONGEST_SINGLE)
        if closing:
            at = closing.end()
            yield Span(opening.start(), at)
