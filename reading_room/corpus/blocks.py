"""Markdown to blocks of plain text with marks: the only importer of markdown.

No HTML is made here or anywhere but in templates, so nothing needs cleaning afterwards: raw HTML in an article is text like any
other, an image is its description, and a link whose scheme is not in `SCHEMES` is plain text.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from reading_room.model.article import Block, Mark, MarkKind, PassageKind
from reading_room.model.tables import BETWEEN_CELLS, Setting, marker_of

SCHEMES = ("http", "https", "mailto")
MOST_LINKS = 400
"""Opening brackets in one paragraph or cell up to which they may begin links."""
MOST_COLUMNS = 200
"""Pipes, and runs of backticks, in one line up to which it may be a row: each pipe is looked for in each stretch of code."""
_KINDS: dict[str, MarkKind] = {"em": "emphasis", "strong": "strong", "code": "code"}
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_ESCAPED = re.compile("\x02(\\d+)\x03")
_ENTITY = r"&(?:[A-Za-z]\w{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"
_MAYBE_TABLE = re.compile(r"[^\n]*\|[^\n]*\n[ |:-]+(?:\n|\Z)")
_RULE = re.compile(r" *:?-+:? *\Z")
_ESCAPED_PIPE = re.compile(r"\\([\\|])")
_SETTINGS: dict[str, Setting] = {"left": "left", "center": "center", "right": "right"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class NestedTooDeeply(Exception):
    """Lists, quotations or emphasis stand inside one another more deeply than can be read."""


def read_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text in reading order, white space folded, inline markup as marks over code points.

    Raises `NestedTooDeeply` for a text that is no text: a thousand lists, each inside the other.
    """
    reader = _Reader()
    try:
        markdown.Markdown(extensions=[reader]).convert(_without_floods(_CONTROL.sub("", source)))
    except RecursionError:
        raise NestedTooDeeply from None
    return tuple(block for block in reader.blocks if block.text.strip())


def _without_floods(source: str) -> str:
    """Paragraphs with more brackets than any has links: theirs are made plain, since Markdown looks for the end of each.

    What may be a table is left to `_Plain`, which knows its cells.
    """
    paragraphs = re.split(r"(\n[ \t]*\n)", source)
    return "".join(one if _MAYBE_TABLE.match(one.lstrip("\n")) else _without_flood(one) for one in paragraphs)


def _without_flood(words: str) -> str:
    return re.sub(r"\\*\[", r"\\[", words) if words.count("[") > MOST_LINKS else words


class _Reader(Extension):
    """Turns off what would make HTML, and keeps the tree that Markdown builds just before it is written out."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: tuple[Block, ...] = ()

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.register(_Numbered(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_Bulleted(md.parser), "ulist", 30)
        for pattern in ("html", "automail"):
            md.inlinePatterns.deregister(pattern)
        md.inlinePatterns.register(_Entity(_ENTITY), "entity", 80)
        md.parser.blockprocessors.register(_Table(md.parser, {"use_align_attribute": True}), "table", 75)
        md.treeprocessors.register(_Plain(), "plain", 25)  # before links are looked for
        md.treeprocessors.register(_Keep(self), "keep", -100)


class _AsWritten(OListProcessor):
    """Keeps the number that an item was written with: Markdown would count from 1, and the line “1999. A bad year.” become “1.”"""

    def run(self, parent: Element, blocks: list[str]) -> None:
        markers = [match[2] for line in blocks[0].split("\n") if (match := self.CHILD_RE.match(line))]
        super().run(parent, blocks)
        made = parent if parent.tag in ("ol", "ul") else parent[-1]
        for item, marker in zip(list(made)[-len(markers) :], markers, strict=True):
            if marker:
                item.set("value", marker)


class _Numbered(_AsWritten):
    pass


class _Bulleted(_AsWritten, UListProcessor):
    pass


class _Table(TableProcessor):
    """Rows as they were written: the stock one fills short rows up and drops cells beyond the last column of the head.

    Only what stands by itself is a table. In lists and quotations a row would no longer be known for an item or a quotation.
    """

    def test(self, parent: Element, block: str) -> bool:
        if parent is not self.parser.root or not _MAYBE_TABLE.match(block):
            return False
        if any(max(line.count("|"), line.count("`")) > MOST_COLUMNS for line in block.split("\n")):
            return False
        return super().test(parent, block) and all(_RULE.match(cell) for cell in self.separator)

    # The stub leaves out what is not public.
    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        cells = len(self._split_row(row))  # type: ignore[attr-defined]
        super()._build_row(row, parent, [*align[:cells], *[None] * (cells - len(align))])  # type: ignore[misc]
        for cell in parent[-1]:
            cell.text = _ESCAPED_PIPE.sub(lambda pair: "|" if pair[1] == "|" else pair[0], cell.text or "")


class _Plain(Treeprocessor):
    """Makes brackets plain where one stretch of text has more than any has links, as `_without_floods` does."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString):
                element.text = _without_flood(element.text)


class _Entity(InlineProcessor):
    """`&mdash;` is a dash: the stock pattern would put it aside for the HTML that is never made."""

    def handleMatch(  # type: ignore[override]  # the stub wants the type of the replaced pattern
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        return _character(m), m.start(0), m.end(0)


class _Keep(Treeprocessor):
    def __init__(self, reader: _Reader) -> None:
        super().__init__()
        self.reader = reader

    def run(self, root: Element) -> None:
        self.reader.blocks = tuple(_blocks(root))


def _blocks(parent: Element, kind: PassageKind = "paragraph", level: int = 0, marker: str = "") -> Iterator[Block]:
    """Walk block elements; a list item's or quotation's own paragraphs take its kind."""
    for element in parent:
        tag = element.tag
        if tag == "p":
            yield _block(element, kind, level, marker)
            marker = ""
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            yield _block(element, "heading", int(tag[1]), "")
        elif tag == "blockquote":
            yield from _blocks(element, "quotation", level + 1)
        elif tag in ("ul", "ol"):
            for item in element:
                bullet = item.get("value", "•")
                yield _block(item, "item", level + 1, bullet)
                own_words = bool(_fold("".join(_inline_text(item))))
                yield from _blocks(item, "item", level + 1, "" if own_words else bullet)
        elif tag == "table":
            yield from (_row(row) for row in element.iter("tr"))
        elif tag == "pre":
            code = "".join(element.itertext()).strip("\n")
            yield Block("preformatted", html.unescape(_unescape(code)))


def _row(element: Element) -> Block:
    """The cells of a row as one text; empty ones at its end are left out, since rows may be written without them."""
    text = ""
    marks: list[Mark] = []
    kind: PassageKind = "header-row" if element[0].tag == "th" else "row"
    for at, cell in enumerate(element):
        text += BETWEEN_CELLS if at else ""
        block = _block(cell, kind, 0, "")
        marks.extend(replace(mark, start=len(text) + mark.start, end=len(text) + mark.end) for mark in block.marks)
        text += block.text
    while text.endswith(BETWEEN_CELLS):
        text = text.removesuffix(BETWEEN_CELLS)
    return Block(kind, text, tuple(marks), 0, marker_of([_SETTINGS.get(cell.get("align", "")) for cell in element]))


_BLOCK_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "pre", "hr"})


def _inline_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BLOCK_TAGS:
            return
        yield "".join(child.itertext())
        yield child.tail or ""


def _block(element: Element, kind: PassageKind, level: int, marker: str) -> Block:
    """The inline content of an element up to the first block inside it, with its marks."""
    text = ""
    marks: list[Mark] = []

    def add(words: str | None) -> None:
        nonlocal text
        text += _fold(_unescape(words or ""), after=text)

    def walk(node: Element) -> None:
        add(node.text)
        for child in node:
            if child.tag in _BLOCK_TAGS:
                return
            start = len(text)
            if child.tag == "img":
                add(child.get("alt"))
            elif child.tag == "br":
                add(" ")
            elif child.tag == "code":  # its text is already written as HTML
                add(html.unescape(child.text or ""))
            else:
                walk(child)
            href = re.sub(_ENTITY, _character, _unescape(child.get("href") or ""))
            if child.tag == "a" and is_safe_address(href) and len(text) > start:
                marks.append(Mark(start, len(text), "link", href))
            elif child.tag in _KINDS and len(text) > start:
                marks.append(Mark(start, len(text), _KINDS[child.tag]))
            add(child.tail)

    walk(element)
    kept = text.rstrip(" ")
    bounded = (Mark(mark.start, min(mark.end, len(kept)), mark.kind, mark.href) for mark in marks)
    return Block(kind, kept, tuple(sorted((m for m in bounded if m.start < m.end), key=_outermost)), level, marker)


def _outermost(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.kind


def _fold(words: str, after: str = "") -> str:
    """One space for each run of white space, none at the beginning of a text or behind another space.

    Spaces that do not break stay: they are the author's.
    """
    folded = _SPACE.sub(" ", words)
    return folded[1:] if folded.startswith(" ") and (not after or after.endswith(" ")) else folded


def _unescape(words: str) -> str:
    """Markdown keeps `\\*` as a code between STX and ETX until it writes HTML."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), words)


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


def is_safe_address(href: str) -> bool:
    """Whether the address is absolute and of a scheme that cannot run anything."""
    try:
        parts = urlsplit(re.sub(r"[\x00-\x20]", "", href))
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or parts.scheme.lower() == "mailto")
