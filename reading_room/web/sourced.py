"""A quotation with its source, as people paste it elsewhere: as text, as Markdown, as HTML.

The words stay as they are, letter for letter; the marks around them are chosen so that none of the same kind stands within.
"""

import re
from dataclasses import dataclass

from flask import render_template

from reading_room.library import Library
from reading_room.links import Link
from reading_room.model.article import Version
from reading_room.model.turning import closed
from reading_room.permalinks.selection import LEFT_OUT
from reading_room.permalinks.words import words
from reading_room.web.heads import script_of
from reading_room.web.pages.text import Script
from reading_room.web.wording import direction, isolated, passages_of, published_in_words

ENGLISH = ("“”", "‘’")
MARKS = {
    "ar": ("«»", "“”"), "de": ("„“", "‚‘"), "es": ("«»", "“”"), "fa": ("«»", "“”"), "fr": ("«»", "“”"), "it": ("«»", "“”"),
    "ja": ("「」", "『』"), "pl": ("„”", "«»"), "pt": ("«»", "“”"), "ru": ("«»", "„“"), "uk": ("«»", "„“"),
}  # fmt: skip
"""Quotation marks of languages that have others than English: the outer and the inner ones."""
PARTNERS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("「", "」"), ("『", "』"))
_BEFORE, _AFTER = re.compile(r"[^\w\s]+\Z"), re.compile(r"[^\w\s]+")
_MOST_BEFORE = 16
"""Signs just before some words among which the partner of a mark is looked for."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&]|^[^\S\n]*(?:[-+=]|\d+[.)](?=\s))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sourced:
    """The words with all that names where they come from. `lines` has one for each passage, and a sign between ranges."""

    lines: tuple[str, ...]
    scripts: tuple[Script | None, ...]
    language: str
    direction: str
    outlet: str
    title: str
    published: str
    digest_by: str
    """The room's name, where the text is the room's own summary; else empty."""
    version: int
    place: str
    """`passage 14`, `passages 14 to 16`."""
    url: str

    @property
    def text(self) -> str:
        opening, closing = marks_for("en", self.title)
        names = f"{isolated(self.outlet)}, {isolated(opening + self.title + closing)}"
        return "\n".join((*self.lines, f"— {self._by}{names}, {self._when}", self.url))

    @property
    def markdown(self) -> str:
        words = "\n>\n".join("\n".join(f"> {line}" for line in _escaped(text).split("\n")) for text in self.lines)
        title = f"[{isolated(_escaped(self.title))}](<{self.url}>)"
        return f"{words}\n>\n> — {_escaped(self._by)}{isolated(_escaped(self.outlet))}, {title}, {self._when}"

    @property
    def html(self) -> str:
        return render_template("sourced.html", quotation=self).strip()

    @property
    def _by(self) -> str:
        return f"{self.digest_by}’s digest of " if self.digest_by else ""

    @property
    def _when(self) -> str:
        return f"{self.published}, version {self.version}, {self.place}"


def sourced(library: Library, version: Version, link: Link, url: str) -> Sourced:
    """The quotation that a link leads to; `url` is its address as people share it."""
    article, about = version.article, library.corpus.about
    texts = {passage.id: passage.text for passage in version.passages}
    lines: list[str] = []
    for stretches in link.selection.signed:
        lines += [LEFT_OUT] if lines else []
        lines += (_with_partners(texts[one.passage], one.start, one.end) for one in stretches)
    opening, closing = marks_for(article.language, "".join(lines))
    scripts = tuple(script_of(article, line) for line in lines)
    lines[0] = opening + lines[0]
    lines[-1] += closing
    return Sourced(
        lines=tuple(lines),
        scripts=scripts,
        language=article.language,
        direction=direction(article.language),
        outlet=library.corpus.outlet(article.outlet).name,
        title=article.title,
        published=published_in_words(article.published),
        digest_by=about.name if article.text == "digest" else "",
        version=version.number,
        place=passages_of(version, link.selection.all_stretches),
        url=url,
    )


def count_of(link: Link) -> int:
    """How many words it is that a link leads to."""
    return sum(len(words(one.text)) for one in link.selection.all_stretches)


def marks_for(language: str, text: str) -> tuple[str, str]:
    """The opening and the closing mark around a text: the outer ones of its language, or the inner ones if it has the outer."""
    outer, inner = MARKS.get(language.split("-")[0].lower(), ENGLISH)
    chosen = inner if set(outer) & set(text) else outer
    return chosen[0], chosen[1]


def _with_partners(text: str, start: int, end: int) -> str:
    """The words of a text, with the mark or bracket just beside them whose partner stands within.

    What turns their direction ends with them, so that the marks around them and the names behind stay in their places.
    """
    before, after = _BEFORE.search(text, max(0, start - _MOST_BEFORE), start), _AFTER.match(text, end)
    first, last = start, end
    for opening, closing in PARTNERS:
        within = text[start:end]
        missing = within.count(opening) - within.count(closing)
        if missing > 0 and after and (at := after[0].find(closing)) >= 0:
            last = max(last, end + at + 1)
        if missing < 0 and before and (at := before[0].rfind(opening)) >= 0:
            first = min(first, before.start() + at)
    return closed(text[first:last])


def _escaped(text: str) -> str:
    """Text that means nothing in Markdown but itself."""
    return _MARKDOWN.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", text)
