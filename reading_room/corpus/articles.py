"""Article files: front matter and Markdown in, a draft or problems out."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reading_room.corpus.annotated_yaml import Fields, Mapping, Unreadable, read_yaml
from reading_room.corpus.blocks import NestedTooDeeply, read_blocks
from reading_room.model.article import Account, Article, Block, Draft, TextKind
from reading_room.model.problem import Problem

LARGEST = 5_000_000
"""Bytes of an article file that is read; a book has about a million."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST_SLUG = 100
UNKNOWN = "unknown"
"""What a keeper writes for a date or an outlet that nobody knows."""
TEXT_KINDS: tuple[TextKind, ...] = ("complete", "excerpt", "digest")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")


@dataclass(frozen=True, slots=True)
class Document:
    """A file with front matter, cut in two: the fields, and the blocks of the text with the line at which it begins."""

    front: Mapping
    blocks: tuple[Block, ...]
    text_line: int


def read_document(path: Path, shown: str) -> Document:
    """Open a file of front matter and Markdown; raise `Unreadable`, naming the file as `shown`, where that cannot be done."""

    def refuse(line: int, what: str, remedy: str) -> Unreadable:
        return Unreadable(Problem(shown, line, what, remedy))

    try:
        if path.stat().st_size > LARGEST:
            raise refuse(0, f"the file is larger than {LARGEST // 1_000_000} MB", "Divide it into several articles")
        raw = path.read_bytes()
    except OSError as error:
        raise refuse(0, f"the file cannot be read ({error.strerror})", "Check that it exists and may be read") from None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].count(b"\n")
        raise refuse(
            before + 1, "the file is not UTF-8 text", "Save it as UTF-8, or bring it in with “flask import”"
        ) from None
    return parse_document(text, shown)


def parse_document(text: str, shown: str) -> Document:
    """What the text of such a file holds. Raises `Unreadable`."""

    def refuse(line: int, what: str, remedy: str) -> Unreadable:
        return Unreadable(Problem(shown, line, what, remedy))

    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].rstrip() != "---":
        raise refuse(1, "there is no front matter", "Begin the file with a line “---”, the fields, and “---” again")
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            front = read_yaml("\n".join(lines[1 : number - 1]), shown, first_line=2)
            try:
                blocks = read_blocks("\n".join(lines[number:]))
            except NestedTooDeeply:
                raise refuse(number + 1, "the text is nested too deeply", "Take out lists within lists") from None
            return Document(front, blocks, number + 1)
    raise refuse(1, "the front matter never ends", "Close it with a line “---” before the text")


def slug_problem(slug: str, shown: str) -> Problem | None:
    """Why a file's name cannot stand in an address, if it cannot."""
    if SLUG.match(slug) and len(slug) <= LONGEST_SLUG:
        return None
    return Problem(
        shown,
        0,
        "the file’s name cannot be part of an address",
        f"Rename it with small letters a to z, figures and single hyphens, at most {LONGEST_SLUG}, and the ending .md",
    )


def open_document(path: Path, slug: str, shown: str, problems: list[Problem]) -> Document | None:
    """Open a file whose slug is to stand in an address; None, with a problem, where either cannot be done."""
    wrong_name = slug_problem(slug, shown)
    if wrong_name:
        problems.append(wrong_name)
        return None
    try:
        return read_document(path, shown)
    except Unreadable as error:
        problems.append(error.problem)
        return None


def read_article(path: Path, shown: str, problems: list[Problem], slug: str | None = None) -> Draft | None:
    """Read one article; None where it cannot be served. What was wrong, either way, is added to `problems`.

    Its slug is the file's name, unless one is given.
    """
    slug = slug or path.stem
    document = open_document(path, slug, shown, problems)
    return _draft(document, slug, shown, problems) if document else None


def parse_article(text: str, slug: str, problems: list[Problem]) -> Draft | None:
    """What the text of an article file says, as `read_article` would read it."""
    shown = f"articles/{slug}.md"
    try:
        return _draft(parse_document(text, shown), slug, shown, problems)
    except Unreadable as error:
        problems.append(error.problem)
        return None


def _draft(document: Document, slug: str, shown: str, problems: list[Problem]) -> Draft | None:
    fields = Fields(document.front, shown, problems)
    title = fields.required("title", "“the title as printed”")
    if not document.blocks:
        fields.note(document.text_line, "the article has no text", "Write its text below the front matter")
    article = _article(fields, slug, title)
    aliases = _aliases(fields)
    fields.close()
    return Draft(article, document.blocks, aliases) if title and document.blocks else None


def _article(fields: Fields, slug: str, title: str) -> Article:
    published = None if fields.text("published") == UNKNOWN else fields.date("published")
    if fields.text("published") is None:
        fields.note(fields.line("published"), "“published” is missing", f"Add the date, or published: {UNKNOWN}")
    basis = fields.text("published_basis") or ""
    if not basis:
        fields.note(
            fields.line("published"),
            "it is not said how the date is known",
            "Add published_basis: printed, or published_basis: “inferred: why”",
            advice=True,
        )
    accounts = []
    for account in fields.each("accounts"):
        accounts.append(Account(account.required("event", "palmyra-2016-03"), account.text("speaks_for")))
        account.close()
    fields.inside("imported_from")
    article = Article(
        slug=slug,
        title=" ".join(title.split()),
        outlet=fields.text("outlet") or UNKNOWN,
        published=published,
        published_basis=basis,
        language=_language(fields, "language") or "und",
        original_language=_language(fields, "original_language"),
        text=fields.choice("text", TEXT_KINDS, "excerpt"),
        author=fields.text("author"),
        url=_address(fields),
        url_unknown=fields.text("url_unknown"),
        held=_held(fields),
        wire=fields.text("wire"),
        note=fields.text("note"),
        accounts=tuple(account for account in accounts if account.event),
    )
    for key, example in (("outlet", "now-lebanon"), ("language", "en"), ("text", "digest")):
        if fields.text(key) is None:
            fields.note(fields.line(key), f"“{key}” is missing", f"Add a line like {key}: {example}")
    return article


def _aliases(fields: Fields) -> tuple[str, ...] | None:
    """The names that the file had before. They are no part of the article: giving one makes no version."""
    return fields.texts("aliases") if fields.get("aliases") is not None else None


def _language(fields: Fields, key: str) -> str | None:
    language = fields.text(key)
    if language and not _LANGUAGE.match(language):
        fields.note(fields.line(key), f"“{language}” is not a language tag", "Write one like en, ar or pt-BR")
        return None
    return language


def _held(fields: Fields) -> Literal["complete", "excerpt"] | None:
    if fields.text("held") is None:
        return None
    return "excerpt" if fields.choice("held", ("complete", "excerpt"), "excerpt") == "excerpt" else "complete"


def _address(fields: Fields) -> str | None:
    url = fields.text("url")
    if url and not re.match(r"https?://[^\s/]+", url):
        fields.note(fields.line("url"), f"“{url}” is not a web address", "Write it with https:// in front")
        return None
    return url
