"""Where the article in a saved text begins and ends: its title, and the comments or lists of stories below it."""

import re
from collections import Counter

from reading_room.importing.furniture import folded, is_stamp
from reading_room.importing.particulars import of_line
from reading_room.importing.pieces import Piece

_FULL_STOP = re.compile(r"[.。۔]\W?\Z")

COMMENT_REACH = 4
"""Pieces between a comment's date and the form, or the next comment, below it; longer comments are rare."""


def believe_particulars(found: list[Piece]) -> None:
    """Below the beginning of the text a date without a label dates something else: a comment, an entry of a diary."""
    sentences = 0
    for piece in found:
        sentences += piece.prose
        if piece.given and not piece.given.labelled and sentences > 1:
            piece.given = None


def find_title(found: list[Piece]) -> int | None:
    """The first headline above the first sentence; rather one that is printed twice."""
    first = next((at for at, piece in enumerate(found) if piece.prose), len(found))
    candidates = [at for at in range(first) if found[at].headline and not _FULL_STOP.search(found[at].text)]
    if not candidates:
        # A title may be a question; what ends in a full stop is taken for the text itself.
        asks = first < len(found) and found[first].size <= 120 and not _FULL_STOP.search(found[first].text)
        return first if asks and any(piece.prose for piece in found[first + 1 :]) else None
    printed = Counter(folded(piece.text) for piece in found if piece.headline)
    for at, below in zip(candidates, [*candidates[1:], None], strict=True):
        if below is not None and _names_site(found[at].text, found[below].text):
            return below
        if printed[folded(found[at].text)] > 1:
            return at
    listed = any(piece.furniture == "other stories" for piece in found[: candidates[0]])
    return candidates[-1] if listed else candidates[0]


def _names_site(longer: str, title: str) -> bool:
    """Whether a line is the title with the name of the site behind it, as browsers show it."""
    return longer.startswith(title) and bool(re.match(r"\s+[-–—|:»]\s", longer[len(title) :]))


def end_the_article(rest: list[Piece]) -> None:
    """Give a reason to all that follows the article, and to lists of other stories in the middle of it.

    Comments end it for good. A list of other stories ends it unless the text goes on below: that is, unless two long
    paragraphs follow one another there, or more text stands below than above.
    """
    heads = [at for at, piece in enumerate(rest) if piece.furniture in ("other stories", "comments", "comment form")]
    of_comments = [at for at, piece in enumerate(rest) if piece.furniture == "comment form" or _is_stamp(piece)]
    last_of_comments = of_comments[-1] if of_comments else -1
    below = sum(piece.size for piece in rest if piece.prose)
    above = count = passed = 0
    for at in heads:
        for piece in rest[passed:at]:
            if piece.prose:
                above, below, count = above + piece.size, below - piece.size, count + 1
        passed = at
        if rest[at].reason or not count:
            continue
        comments = rest[at].furniture == "comment form" or (rest[at].furniture == "comments" and last_of_comments > at)
        if comments and (count > 1 or above >= 400):
            _give_reason(rest[_first_comment(rest, at) : at], "a reader's comment")
            _give_reason(rest[at:], "below the article: comments and what follows them")
            return
        again = _text_again(rest, at + 1)
        if again is not None:
            _give_reason(rest[at:again], "in a list of other stories")
        elif below < above:
            _give_reason(rest[at:], "below the article")
            return


def _text_again(rest: list[Piece], start: int) -> int | None:
    """Where the text goes on after a list of other stories, if it does."""
    begins: int | None = None
    before_long = False
    for at in range(start, len(rest)):
        piece = rest[at]
        if piece.furniture in ("comments", "comment form", "other stories"):
            return None
        if piece.furniture == "caption":
            continue
        if piece.long_prose and begins is None:
            begins = at
        if piece.long_prose and (before_long or at == start) and begins is not None:
            while begins > start and rest[begins - 1].open and rest[begins - 1].ends_sentence:
                begins -= 1
            return begins
        before_long = piece.long_prose
    return None


def _first_comment(rest: list[Piece], form: int) -> int:
    """The first of the comments above a form: each has a date, and often a name above the date."""
    first = form
    text = next(at for at, piece in enumerate(rest) if piece.prose)
    while True:
        reach = range(max(text + 1, first - COMMENT_REACH), first)
        stamp = next((at for at in reach if _is_stamp(rest[at])), None)
        if stamp is None:
            return first
        name_above = stamp - 1 > text and rest[stamp - 1].open and not rest[stamp - 1].ends_sentence
        first = stamp - 1 if name_above and len(rest[stamp - 1].text.split()) <= 4 else stamp


def _is_stamp(piece: Piece) -> bool:
    """Whether it is no more than a date that says nothing of the article."""
    if piece.given:
        return False
    given = of_line(piece.text)
    return is_stamp(piece.text) or bool(given and given.published and not given.labelled)


def _give_reason(stretch: list[Piece], reason: str) -> None:
    for piece in stretch:
        piece.reason = piece.reason or reason
