"""Rows of tables: how the texts of their cells stand in the text of a passage, and how columns are set."""

from collections.abc import Sequence
from typing import Literal

from reading_room.model.article import Block, Passage, PassageKind
from reading_room.model.results import Span

BETWEEN_CELLS = ";\t"
"""What parts two cells: a stop to whoever reads the text, and no word. No cell holds a tab, so it is found again."""

ROWS: frozenset[PassageKind] = frozenset({"header-row", "row"})
"""Kinds of passages that are rows. Those that follow one another make a table; each row of a head begins one."""

Setting = Literal["left", "center", "right"]
_SIGNS: dict[str, Setting] = {"l": "left", "c": "center", "r": "right"}
_AS_ELSEWHERE = "-"


def cells_in(text: str) -> tuple[Span, ...]:
    """Where the cells of a row stand in its text, without what parts them; an empty one has no length."""
    spans, start = [], 0
    for cell in text.split(BETWEEN_CELLS):
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + len(BETWEEN_CELLS)
    return tuple(spans)


def marker_of(settings: Sequence[Setting | None]) -> str:
    """How the columns of a row are set, as the marker of its block: `-r` where only the second is, to the right."""
    letters = {setting: letter for letter, setting in _SIGNS.items()}
    return "".join(letters[one] if one else _AS_ELSEWHERE for one in settings).rstrip(_AS_ELSEWHERE)


def setting_in(marker: str, column: int) -> Setting | None:
    """How a column is set, counted from 0; None for one that is set as the text around it."""
    return _SIGNS.get(marker[column : column + 1])


def tables(blocks: Sequence[Block]) -> list[range]:
    """Where tables stand in a text: the places of their rows."""
    found: list[range] = []
    for at, block in enumerate(blocks):
        if block.kind == "row" and found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
        elif block.kind in ROWS:
            found.append(range(at, at + 1))
    return found


def head_of(passages: Sequence[Passage], place: int) -> Passage | None:
    """The row that names the columns of the row at `place`; None for a passage that is no row below one."""
    while passages[place].kind == "row" and place:
        place -= 1
        if passages[place].kind == "header-row":
            return passages[place]
    return None
