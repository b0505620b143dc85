"""Which stretch of a saved text is the article: sentences speak for it, buttons, names, dates and lists against it.

Each run of sentences counts its words and each gap between two runs costs something for every line in it; the article is
the stretch whose sum is greatest (the maximum subsequence of Pasternack and Roth, 2009). So a button or a list in the
middle of a text is bridged, and the teasers and comments below it, a sentence or two between dates and names, are not.

The figures are words. They were set by hand near the middle of the best of 460 random choices on 49 pages with known
bodies, in three renderings each and with lists of other pages put into half of them; `benchmarks/import.py` measures them.
Weights fitted to the same pages by logistic regression were no better on those, and worse on 43 others.
"""

from collections.abc import Sequence
from itertools import groupby

from reading_room.importing.pieces import Piece
from reading_room.importing.shapes import has_sentence_inside, is_dated, is_row_of_names

MOST_WORDS = 80
"""What a piece counts at most, so that one endless comment does not outweigh an article."""
ALONE, UNDER_DATE = 0.5, 0.6
"""The share that counts of one piece between two gaps, and of it or of two under a date: so teasers and comments stand."""
LINE, BUTTON, DATE, OTHER_STORIES, COMMENTS = 6, 10, 15, 20, 60
"""What a line in a gap costs."""
MOST_COMMENTS = 200
MILDEST, PAGE_LIKE = 0.3, 0.6
"""In a text nearly all sentences a short line is a subhead; the costs are full where so much of it is other lines."""
SHORT_TEXT = 300
"""Words of sentences; in a text of fewer, which is no long page either, the costs are lower in proportion."""


def stretch(found: Sequence[Piece]) -> tuple[int, int]:
    """Where the article begins and where it has ended; nowhere in a text without a sentence."""
    prose = _prose(found)
    if not any(prose):
        return 0, 0
    words = sum(piece.words for piece, is_prose in zip(found, prose, strict=True) if is_prose)
    of_page = min(1.0, max(MILDEST, prose.count(False) / len(prose) / PAGE_LIKE))
    strictness = of_page * min(1.0, words / SHORT_TEXT)
    runs: list[tuple[int, int, float]] = []
    end = 0
    for is_run, group in groupby(prose):
        start, end = end, end + sum(1 for _ in group)
        inside = found[start:end]
        worth = (
            _run(inside, found[start - 1] if start else None, strictness)
            if is_run
            else -_gap(inside, strictness, of_page)
        )
        runs.append((start, end, worth))
    return _greatest(runs)


def _greatest(runs: Sequence[tuple[int, int, float]]) -> tuple[int, int]:
    """The stretch of greatest sum: of two as great, the earlier."""
    best = current = 0.0
    begin, article = 0, (0, 0)
    for start, end, worth in runs:
        if current <= 0:
            begin, current = start, 0.0
        current += worth
        if current > best:
            best, article = current, (begin, end)
    return article


def _prose(found: Sequence[Piece]) -> list[bool]:
    """Which pieces are sentences: where sentences have stops, not headlines run together; where they have none, sooner."""
    prose = [piece.prose and not is_row_of_names(piece.text) and not is_dated(piece.text) for piece in found]
    texts = [piece for piece, is_prose in zip(found, prose, strict=True) if is_prose]
    stops = sum(piece.ends_sentence for piece in texts)
    if stops > 0.6 * len(texts):
        return [is_prose and _has_stop(piece) for piece, is_prose in zip(found, prose, strict=True)]
    if stops < 0.2 * len(texts):
        return [is_prose or (piece.open and piece.size >= 80) for piece, is_prose in zip(found, prose, strict=True)]
    return prose


def _has_stop(piece: Piece) -> bool:
    return piece.ends_sentence or piece.text[-1] in ':,;-–—"”»' or has_sentence_inside(piece.text)


def _run(run: Sequence[Piece], above: Piece | None, strictness: float) -> float:
    words = float(sum(min(piece.words, MOST_WORDS) for piece in run))
    if len(run) == 1:
        words *= 1 - (1 - ALONE) * strictness
    return words * UNDER_DATE if len(run) <= 2 and above and is_dated(above.text) else words


def _gap(gap: Sequence[Piece], strictness: float, of_page: float) -> float:
    """Dates and the heads of comments cost as much in a short text as in a long one."""
    lines = dates = comments = 0
    for piece in gap:
        if piece.furniture in ("comments", "comment form", "paywall"):
            comments += COMMENTS
        elif piece.furniture == "other stories":
            lines += OTHER_STORIES
        elif is_dated(piece.text):
            dates += DATE
        elif piece.furniture or piece.given or piece.size >= 120:
            lines += BUTTON
        elif not (piece.ends_sentence and piece.words > 3):
            lines += LINE
    return strictness * lines + of_page * dates + min(comments, MOST_COMMENTS)
