"""Lines that were left out, put back into the article where they stood."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from reading_room.importing.parts import Cleaned, Paragraph


def put_back(cleaned: Cleaned, lines: AbstractSet[int]) -> Cleaned:
    """The article with these of its dropped lines, each a paragraph of its own; numbers of other lines change nothing."""
    paragraphs = list(cleaned.paragraphs)
    for dropped in cleaned.dropped:
        if dropped.line in lines:
            # Behind the last one above it: a paragraph that stands in no line is numbered after all lines, wherever its place is.
            above = (at for at, one in enumerate(paragraphs, 1) if one.lines and one.lines[0] < dropped.line)
            paragraphs.insert(max(above, default=0), Paragraph("paragraph", dropped.text, (dropped.line,)))
    left = tuple(dropped for dropped in cleaned.dropped if dropped.line not in lines)
    return replace(cleaned, paragraphs=tuple(paragraphs), dropped=left)
