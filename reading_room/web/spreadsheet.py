"""Rows as a file that a spreadsheet opens: CSV as RFC 4180 has it, in which no cell can be a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the file for the computer's old code page, and Arabic and Russian become noise; other programs skip it."""
_BEGINS_A_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def spreadsheet(rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO(newline="")
    file.write(BYTE_ORDER_MARK)
    csv.writer(file).writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue()


def harmless(cell: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would reckon with it; what it then shows is the text."""
    is_formula = cell.startswith(_BEGINS_A_FORMULA) or cell.lstrip().startswith(_BEGINS_A_FORMULA)
    return f"'{cell}" if is_formula else cell
