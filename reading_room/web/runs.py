"""Texts cut where their look changes, for templates to mark up: the place where spans and marks meet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise
from typing import get_args

from reading_room.model.article import Block, Mark
from reading_room.model.results import Span
from reading_room.web.pages.text import Change, Noted, Piece, Run

LONGEST_WORD = 40
"""Code points within which an extract looks for a space to begin at: some scripts have none."""
LONGEST_SHOWN = 560
"""Code points of a passage that a list of results shows."""
_NOTHING_NOTED: Mapping[Noted, Iterable[Span]] = {}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words that a link points at. A quotation across passages begins in the first of its stretches and ends in the last."""

    start: int
    end: int
    begins: bool = False
    ends: bool = False


def runs(
    text: str,
    marks: Iterable[Mark] = (),
    hits: Iterable[Span] = (),
    chosen: Iterable[Chosen] = (),
    changed: Iterable[Span] = (),
    change: Change = "ins",
    noted: Mapping[Noted, Iterable[Span]] = _NOTHING_NOTED,
) -> tuple[Run, ...]:
    """The text as runs; marks and spans may overlap in any way, and each is cut where another begins or ends."""
    marks, hits, chosen, changed = tuple(marks), tuple(hits), tuple(chosen), tuple(changed)
    notes = {kind: tuple(spans) for kind, spans in noted.items()}
    spans: list[Span | Mark | Chosen] = [*marks, *hits, *chosen, *changed, *chain(*notes.values())]
    edges = sorted({0, len(text), *(edge for span in spans for edge in (span.start, span.end) if edge < len(text))})
    pieces = []
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        kinds = {mark.kind for mark in over}
        figures = notes.get("figure", ())
        piece = Piece(
            text[start:end],
            hit=any(hit.start <= start and end <= hit.end for hit in hits),
            chosen=any(one.start <= start and end <= one.end for one in chosen),
            begins=any(one.begins and one.start == start for one in chosen),
            ends=any(one.ends and one.end == end for one in chosen),
            emphasis="emphasis" in kinds,
            strong="strong" in kinds,
            code="code" in kinds,
            opens=any(one.start == start for one in figures),
            closes=any(one.end == end for one in figures),
            change=change if any(one.start <= start and end <= one.end for one in changed) else None,
            noted=tuple(
                kind
                for kind in get_args(Noted)
                if any(one.start <= start and end <= one.end for one in notes.get(kind, ()))
            ),
        )
        pieces.append((next((mark.href for mark in over if mark.kind == "link"), None), piece))
    return tuple(
        Run(tuple(piece for _, piece in together), href) for href, together in groupby(pieces, key=lambda pair: pair[0])
    )


def block_runs(
    block: Block,
    hits: Iterable[Span] = (),
    chosen: Iterable[Chosen] = (),
    changed: Iterable[Span] = (),
    change: Change = "ins",
    noted: Mapping[Noted, Iterable[Span]] = _NOTHING_NOTED,
) -> tuple[Run, ...]:
    return runs(block.text, block.marks, hits, chosen, changed, change, noted)


def runs_of_cells(cut: Iterable[Run], cells: Sequence[Span]) -> tuple[tuple[Run, ...], ...]:
    """The runs of a text as its cells have them, which follow one another; a piece that is cut begins and ends but once."""
    found: list[list[tuple[int, str | None, Piece]]] = [[] for _ in cells]
    at = first = 0
    for number, run in enumerate(cut):
        for piece in run.pieces:
            while first < len(cells) and cells[first].end <= at:
                first += 1
            for cell in range(first, len(cells)):
                if cells[cell].start >= at + len(piece.text):
                    break
                if part := _part(piece, cells[cell].start - at, cells[cell].end - at):
                    found[cell].append((number, run.href, part))
            at += len(piece.text)
    return tuple(
        tuple(
            Run(tuple(piece for *_, piece in together), href)
            for (_, href), together in groupby(cell, lambda one: one[:2])
        )
        for cell in found
    )


def _part(piece: Piece, start: int, end: int) -> Piece | None:
    """A piece between two places of it, either of which may lie beyond its edge; None where nothing of it is between them."""
    first, last = start <= 0, end >= len(piece.text)
    if first and last:
        return piece
    if not (text := piece.text[max(start, 0) : end]):
        return None
    return replace(
        piece,
        text=text,
        begins=piece.begins and first,
        ends=piece.ends and last,
        opens=piece.opens and first,
        closes=piece.closes and last,
    )


def extract_runs(text: str, hits: tuple[Span, ...], best: Span | None = None) -> tuple[Run, ...]:
    """A passage as a list of results shows it: whole if it is short, else its best part, or the first words that matched."""
    if len(text) <= LONGEST_SHOWN:
        return runs(text, hits=hits)
    shown_first = best or (hits[0] if hits else Span(0, 0))
    room = max(0, LONGEST_SHOWN - (shown_first.end - shown_first.start))
    start = max(0, min(shown_first.start - room // 4, len(text) - LONGEST_SHOWN))
    start = text.rfind(" ", max(0, start - LONGEST_WORD), start) + 1 or start
    end = start + LONGEST_SHOWN
    end = len(text) if end >= len(text) else max(text.rfind(" ", start, end), start + LONGEST_SHOWN // 2)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    moved = len(before) - start
    shown = tuple(
        Span(max(hit.start, start) + moved, min(hit.end, end) + moved)
        for hit in hits
        if start < hit.end and hit.start < end
    )
    return runs(before + text[start:end] + after, hits=shown)
