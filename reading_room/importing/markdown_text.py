"""Plain paragraphs as Markdown that the room reads as the same text again."""

import re
from collections.abc import Sequence

from reading_room.importing.parts import Paragraph

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
    for paragraph in paragraphs:
        words = escaped(paragraph.text)
        if paragraph.kind == "heading":
            # Number signs that end a heading would be taken for its closing marks.
            stem = paragraph.text.rstrip("#")
            words = "## " + (escaped(stem) if stem else "") + r"\#" * (len(paragraph.text) - len(stem))
        elif paragraph.kind == "item":
            words = "- " + words
        elif paragraph.kind == "quotation":
            words = "> " + words
        tight = before is not None and before.kind == paragraph.kind == "item"
        blocks += ("" if before is None else "\n" if tight else "\n\n") + words
        before = paragraph
    return blocks + "\n"
