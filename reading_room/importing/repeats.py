"""Words that a text prints twice: pull quotes, and standfirsts taken over from the text. One printing of them stays."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from reading_room.importing.pieces import Piece
from reading_room.importing.shapes import is_divider

FEWEST, MOST = 5, 60
"""Words of what may be a pull quote; fewer are repeated by chance, more are repeated by nobody."""
MOST_ALIKE = 20
"""Short pieces with the same first words that are compared; more are a form filled in again and again."""
_REASON = "words that are printed twice"
_QUOTED = re.compile(r"[\"'“”„«‘]")
_WORD = re.compile(r"\w+")


def drop_repeats(body: Sequence[Piece]) -> None:
    """Give a reason to the printing that was taken out of the text for display; the one in the text stays.

    What is parted by a line of dashes may be two texts, and each of them keeps its own words.
    """
    for drawn, part in groupby(body, lambda piece: is_divider(piece.text)):
        if not drawn:
            _drop_repeats_within(part)


def _drop_repeats_within(part: Iterable[Piece]) -> None:
    candidates: list[tuple[Piece, tuple[str, ...]]] = []
    for piece in part:
        words = tuple(_WORD.findall(piece.text.casefold()))
        if piece.open and len(words) >= FEWEST:
            candidates.append((piece, words))
    _drop_doubles(candidates)
    _drop_excerpts([(piece, words) for piece, words in candidates if not piece.reason])


def _drop_doubles(candidates: Sequence[tuple[Piece, tuple[str, ...]]]) -> None:
    first_seen: dict[tuple[str, ...], Piece] = {}
    for piece, words in candidates:
        other = first_seen.setdefault(words, piece)
        if other is piece:
            continue
        # The one in quotation marks stands in the text; the one without was taken out of it for display.
        if _QUOTED.match(piece.text) and not _QUOTED.match(other.text):
            first_seen[words] = piece
            other.reason = _REASON
        else:
            piece.reason = _REASON


def _drop_excerpts(candidates: Sequence[tuple[Piece, tuple[str, ...]]]) -> None:
    """Whether a short piece stands within a longer one is asked by its first words: long files must not take minutes."""
    short: dict[tuple[str, ...], list[tuple[Piece, tuple[str, ...]]]] = {}
    for piece, words in candidates:
        alike = short.setdefault(words[:FEWEST], [])
        if len(words) <= MOST and len(alike) < MOST_ALIKE:
            alike.append((piece, words))
    for piece, words in candidates:
        if not piece.prose:  # it may go itself, and then both would be lost
            continue
        for at in range(len(words) - FEWEST + 1):
            for quote, quoted in short.get(words[at : at + FEWEST], ()):
                if len(quoted) < len(words) and words[at : at + len(quoted)] == quoted:
                    quote.reason = _REASON
