"""The lines that a reader of a web page sees, numbered from the top, each with what it is and where on the page it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lxml import etree
from lxml.html import HtmlElement

from reading_room.importing.formats.page_tables import Place, tables_of
from reading_room.importing.furniture import REASONS
from reading_room.importing.lines import visible
from reading_room.importing.parts import ParagraphKind, Row

COMMENTS = "in the comments"


def _tags(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_UNSEEN = _tags("""
    area audio base canvas col colgroup datalist embed frame frameset head iframe input link map math meta noembed
    noframes noscript object optgroup option param progress script select source style svg template textarea title
    track video
""")
_APART = _tags("blockquote dl fieldset figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul")
"""Blocks with a blank line above and below where a page is copied as text."""
_IN_TEXT = _APART - {"fieldset", "figure", "table"} | {"li"}
"""Blocks of running text, which make no box of their own."""
_BLOCKS = _APART | _tags("""
    address article aside body button caption center dd details dialog dir div dt figcaption footer form header
    hgroup html legend li main menu nav search section summary tbody tfoot thead tr
""")
_KINDS: dict[str, ParagraphKind] = {
    "li": "item",
    "blockquote": "quotation",
    **dict.fromkeys(_tags("h1 h2 h3 h4 h5 h6"), "heading"),
}
_PLACES = {
    "nav": "in the page’s navigation",
    "menu": "in the page’s navigation",
    "aside": "beside the article",
    "footer": "in the page’s foot",
    "figcaption": REASONS["caption"],
    "form": "in a form",
    "button": REASONS["button"],
}
_ROLES = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside", "search": "form"}
_NAMES = tuple(
    (re.compile(rf"(?<![a-z])(?:{names})(?![a-z])", re.IGNORECASE), place)
    for names, place in (
        (
            r"comments?|comment-?(?:list|body|text|content|area|section|form)|disqus\w*|respond|replies",
            COMMENTS,
        ),
        (
            r"related\w*|recommended|recommendations?|most-?(?:read|popular|viewed)|popular|trending|see-?also|read-?(?:more|next|also)"
            r"|outbrain\w*|taboola\w*",
            "in a list of other stories",
        ),
        (r"nav|navbar|navigation|menu|breadcrumbs?|pagination|pager", "in the page’s navigation"),
        (
            r"shar(?:e|es|ing)|share(?:bar|tools|buttons?|daddy|this)|social\w*|toolbar|tools",
            REASONS["button"],
        ),
        (r"caption|wp-caption-text|photo-?credit|image-?credit", REASONS["caption"]),
        (r"footer|foot|copyright", "in the page’s foot"),
        (r"sidebar\w*|rail", "beside the article"),
        (
            r"ads?|advert\w*|sponsored|promo\w*|newsletter|subscribe|cookie\w*|consent",
            "an advertisement or an appeal of the page",
        ),
    )
)
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed. `place` is why it would not be the article's, if its place on the page says so."""

    number: int
    text: str
    kind: ParagraphKind
    place: str
    containers: tuple[int, ...]
    """The boxes of the page that it stands in, from the outermost to the innermost: a column, say, and a note within it."""
    linked: float
    """The share of its characters that are links."""
    title: bool
    """Whether it is a headline of the first rank."""
    broken: bool
    """Whether only a line break parts it from the line above."""
    gap: bool
    """Whether there is a blank line above it."""
    row: Row | None = None
    """Of a row of a table of figures or words, its cells."""


@dataclass(slots=True)
class _Frame:
    """What an element that is being read hands down to those in it."""

    kind: ParagraphKind
    place: str
    link: bool
    preformatted: bool
    within_article: bool
    containers: tuple[int, ...]
    in_cell: bool = False
    """Whether it stands in a cell of a row, where nothing ends the line."""


@dataclass(slots=True)
class _Reader:
    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    title: bool = False
    block_ended: bool = True
    gap: bool = False
    place: Place | None = None
    cells: list[tuple[int, int]] = field(default_factory=list)
    """Of each cell of the row that was begun, its column and the first of `words` that is in it."""

    def text(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        if frame.preformatted:
            first, *others = text.split("\n")
            self._run(first, frame)
            for other in others:
                self.end(frame)
                self._run(other, frame)
        else:
            self._run(_SPACES.sub(" ", text), frame)

    def _run(self, text: str, frame: _Frame) -> None:
        self.words.append(text)
        if frame.link:
            self.linked += len(text.strip())

    def end(self, frame: _Frame, tag: str = "br") -> None:
        """End the line, if one was begun, at a line break or at the edge of a block."""
        text = visible("".join(self.words))
        if text:
            share = min(1.0, self.linked / len(text))
            where = (frame.kind, frame.place, frame.containers, share, self.title)
            self.lines.append(Line(len(self.lines) + 1, text, *where, not self.block_ended, self.gap, self._row()))
            self.block_ended = self.gap = False
        self.block_ended |= tag != "br"
        self.gap |= tag in _APART and bool(self.lines)
        self.words.clear()
        self.cells.clear()
        self.linked = 0

    def _row(self) -> Row | None:
        if self.place is None or not self.cells:
            return None
        cells = [""] * (self.cells[-1][0] + 1)
        for (column, first), (_, end) in pairwise([*self.cells, (0, len(self.words))]):
            cells[column] = visible("".join(self.words[first:end]))
        return Row(self.place.table, tuple(cells), self.place.is_head)


def lines_of(tree: HtmlElement) -> list[Line]:
    """Every line that has anything to see, from the top of the page to its foot."""
    reader = _Reader()
    frames = [_Frame("paragraph", "", link=False, preformatted=False, within_article=False, containers=())]
    tables = tables_of(tree)
    walk = etree.iterwalk(tree, events=("start", "end"))
    count = 0
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else "script"
        if event == "start":
            frame = frames[-1]
            if _is_unseen(element, tag):
                walk.skip_subtree()
                frames.append(frame)
                continue
            if frame.in_cell and (tag in _BLOCKS or tag == "br"):
                reader.words.append(" ")
            elif tag in _BLOCKS or tag == "br":
                reader.end(frame, tag)
                reader.place = tables.rows.get(element) if tag == "tr" else reader.place
            elif tag in ("td", "th"):
                reader.words.append(" ")
                if element in tables.columns:
                    reader.cells.append((tables.columns[element], len(reader.words)))
            count += 1
            frame = _below(frame, element, tag, count)
            if element in tables.columns:
                frame = replace(frame, in_cell=True)
            frames.append(frame)
            reader.title = tag == "h1" or (reader.title and tag not in _BLOCKS)
            reader.text(element.text, frame)
        else:
            frame = frames.pop()
            if frames and frames[-1].in_cell and tag in _BLOCKS:
                reader.words.append(" ")
            elif tag in _BLOCKS and not _is_unseen(element, tag):
                reader.end(frame, tag)
                reader.title = False
            elif tag in ("td", "th"):
                reader.words.append(" ")
            if element is not tree:
                reader.text(element.tail, frames[-1])
    reader.end(frames[-1])
    return reader.lines


def hidden_texts(tree: HtmlElement) -> list[str]:
    """The words that a page holds and does not print: those of hidden elements, and what stands in boxes to write in."""
    found = []
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        tag = element.tag if isinstance(element.tag, str) else "script"
        if _is_unseen(element, tag):
            walk.skip_subtree()
            if tag == "textarea" or tag not in _UNSEEN:
                found.append(visible(_SPACES.sub(" ", element.text_content())))
    return list(filter(None, found))


def _is_unseen(element: HtmlElement, tag: str) -> bool:
    style = element.get("style")
    return tag in _UNSEEN or element.get("hidden") is not None or bool(style and _HIDDEN_STYLE.search(style))


def _below(above: _Frame, element: HtmlElement, tag: str, count: int) -> _Frame:
    if tag not in _BLOCKS:
        link = above.link or tag == "a"
        return above if link == above.link else replace(above, link=link)
    within = above.within_article or tag in ("article", "main")
    return _Frame(
        _KINDS.get(tag, above.kind),
        above.place or _place(element, tag, within),
        above.link,
        above.preformatted or tag == "pre",
        within,
        above.containers if tag in _IN_TEXT else (*above.containers, count),
        above.in_cell,
    )


def _place(element: HtmlElement, tag: str, within_article: bool) -> str:
    tag = _ROLES.get(element.get("role", ""), tag)
    if tag in ("html", "body", "main", "article"):
        return ""
    if tag == "header":
        return "" if within_article else "in the page’s head"
    if tag in _PLACES:
        return _PLACES[tag]
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return next((place for name, place in _NAMES if name.search(names)), "") if names != " " else ""


def visible_text(tree: HtmlElement) -> str:
    """All that is to be seen, as somebody has it who copied the whole page from a browser."""
    return "\n".join(text for _, text in as_copied(lines_of(tree)))


def as_copied(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The lines, each with its number, and the blank ones between blocks, which have none."""
    for line in lines:
        if line.gap:
            yield 0, ""
        yield line.number, line.text
