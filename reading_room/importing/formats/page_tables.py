"""Which tables of a page hold figures or words in rows and columns, and in which column each of their cells stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

MOST_COLUMNS = 50
"""More are no table that anybody reads."""
FEWEST_ROWS = 3
"""Of a table that has no head, and figures in a column instead."""
MOST_LINKED = 0.5
"""The share of a table's letters in links up to which it may be one of figures or words, and no list of other pages."""
_LAYS_OUT = re.sub(r"\w+", r".//\g<0>", "table|form|button|input|pre|blockquote|ul|ol|dl|h1|h2|h3|h4|h5|h6|iframe")
"""What no cell of figures or words has in it."""
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Place:
    """The table that a row is of, counted from 1 on its page, and whether it is the row of its head."""

    table: int
    is_head: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows with the tables that they are of, and cells with their columns, counted from 0."""

    rows: dict[HtmlElement, Place] = field(default_factory=dict)
    columns: dict[HtmlElement, int] = field(default_factory=dict)


def tables_of(tree: HtmlElement) -> Tables:
    """The tables of a page that show something in rows and columns. All others are read as boxes, or their rows as lines."""
    found = Tables()
    number = 0
    for table in tree.iter("table"):
        placed = list(_placed(table))
        if placed and _is_of_cells(table, placed):
            number += 1
            for at, (row, cells) in enumerate(placed):
                found.rows[row] = Place(number, at == 0 and _is_head(row, cells))
                found.columns.update((cell, column) for column, cell in cells)
    return found


Cells = list[tuple[int, HtmlElement]]


def _placed(table: HtmlElement) -> Iterator[tuple[HtmlElement, Cells]]:
    """The rows, each with its cells and their columns; a cell that reaches over several has the first of them."""
    below: dict[int, int] = {}  # how many more rows are taken by a cell from above, by column
    for row in table.iter("tr"):
        cells: Cells = []
        column = 0
        taken = {at: rows - 1 for at, rows in below.items() if rows > 1}
        for cell in row.iterchildren("td", "th"):
            while column in below:
                column += 1
            cells.append((column, cell))
            for at in range(column, min(column + _span(cell, "colspan"), MOST_COLUMNS + 1)):
                if (rows := _span(cell, "rowspan")) > 1:
                    taken[at] = rows - 1
            column += _span(cell, "colspan")
        below = taken
        yield row, cells


def _span(cell: HtmlElement, name: str) -> int:
    written = (cell.get(name) or "").strip()
    return max(1, int(written)) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _is_of_cells(table: HtmlElement, placed: list[tuple[HtmlElement, Cells]]) -> bool:
    if table.get("role") in ("presentation", "none") or table.xpath(_LAYS_OUT):
        return False
    filled = [[(column, text) for column, cell in cells if (text := _text(cell))] for _, cells in placed]
    filled = [row for row in filled if row]
    widest = max((column for row in filled for column, _ in row), default=0) + 1
    if not 2 <= widest <= MOST_COLUMNS or sum(len(row) > 1 for row in filled) < 2:
        return False
    letters = sum(len(text) for row in filled for _, text in row)
    if sum(len(_text(link)) for link in table.iter("a")) > MOST_LINKED * letters:
        return False
    return _is_head(*placed[0]) or (len(filled) >= FEWEST_ROWS and _has_figures(filled))


def _is_head(row: HtmlElement, cells: Cells) -> bool:
    return bool(cells) and (
        row.getparent().tag == "thead" or all(cell.tag == "th" or not _text(cell) for _, cell in cells)
    )


def _has_figures(filled: list[list[tuple[int, str]]]) -> bool:
    """Whether in a column behind the first all rows but that of a head have a figure."""
    columns = {column for row in filled for column, _ in row if column}
    return any(all(_FIGURE.search(dict(row).get(column, "")) for row in filled[1:]) for column in columns)


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
