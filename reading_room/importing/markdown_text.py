"""Plain paragraphs as Markdown that the room reads as the same text again."""

import re
from collections.abc import Sequence
from itertools import groupby

from reading_room.importing.parts import Paragraph, Row

_INLINE = re.compile(r"[*`]|(?<![^\W_])_|_(?![^\W_])|\\(?=[!-/:-@\[-`{-~]|\Z)|<(?=\S)|&(?=#?\w+;)|\{(?=:)|\[(?=\^)")
_LINK_LIKE = re.compile(r"\]\s?[(\[:]")
_BRACKET = re.compile(r"(?<!\\)((?:\\\\)*)\[")
"""One that is not escaped yet: an even number of backslashes before it are signs themselves."""
_AT_START = re.compile(r"[#>+-]|\d+(?P<point>[.)])(?=\s|\Z)|~(?=~~)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def escaped(text: str) -> str:
    """Plain text as Markdown that comes out as the same text."""
    bracketed = _LINK_LIKE.search(text) is not None
    inline = _INLINE.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), text)
    if bracketed:
        inline = _BRACKET.sub(r"\1\\[", inline)
    start = _AT_START.match(inline)
    if not start:
        return inline
    if start[0] == "~":
        return "&#126;" + inline[1:]
    at = start.start("point") if start["point"] else 0
    return f"{inline[:at]}\\{inline[at:]}"


def markdown(paragraphs: Sequence[Paragraph]) -> str:
    """The text of an article file, below its front matter."""
    blocks = ""
    before: Paragraph | None = None
    for table, together in groupby(paragraphs, key=lambda one: one.row.table if one.row else 0):
        if table:
            rows = [one.row for one in together if one.row]
            blocks, before = blocks + ("\n\n" if blocks else "") + _table(rows), Paragraph("paragraph", "", ())
            continue
        for paragraph in together:
            tight = before is not None and before.kind == paragraph.kind == "item"
            blocks += ("" if before is None else "\n" if tight else "\n\n") + _block(paragraph)
            before = paragraph
    return blocks + "\n"


def _block(paragraph: Paragraph) -> str:
    words = escaped(paragraph.text)
    if paragraph.kind == "heading":
        # Number signs that end a heading would be taken for its closing marks.
        stem = paragraph.text.rstrip("#")
        return "## " + (escaped(stem) if stem else "") + r"\#" * (len(paragraph.text) - len(stem))
    if paragraph.kind == "item":
        return "- " + words
    return "> " + words if paragraph.kind == "quotation" else words


def _table(rows: Sequence[Row]) -> str:
    """Rows of one table; Markdown wants a head, so one that has none gets an empty one, which is not shown."""
    width = max(2, *(len(row.cells) for row in rows))
    head, body = (rows[0].cells, rows[1:]) if rows[0].is_head else ((), rows)
    return "\n".join((_line(head, width), "|" + " --- |" * width, *(_line(row.cells, width) for row in body)))


def _line(cells: Sequence[str], width: int) -> str:
    written = [escaped(cell).replace("|", r"\|") for cell in cells]
    return "| " + " | ".join(written + [""] * (width - len(written))) + " |"
