"""What a keeper names to be imported: files, folders of them, addresses; and the format that the bytes of each are in."""

import os
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

from reading_room.importing.parts import Unusable

Format = Literal["text", "markdown", "web page", "json", "json lines", "feed", "web archive", "book", "pdf"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "web page",
    ".htm": "web page",
    ".xhtml": "web page",
    ".json": "json",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "web archive",
    ".warc.gz": "web archive",
    ".epub": "book",
    ".pdf": "pdf",
}
"""Names of files that are read. What a file's bytes say counts more than its name: a page saved as .txt is a page."""
ENDINGS = ", ".join(SUFFIXES)
LARGEST: dict[Format, int] = {
    "text": 5_000_000,
    "markdown": 5_000_000,
    "web page": 20_000_000,
    "json": 5_000_000,
    "json lines": 1_000_000_000,
    "feed": 5_000_000,
    "web archive": 2_000_000_000,
    "book": 100_000_000,
    "pdf": 50_000_000,
}
"""Bytes of a source that is read. Lists and archives are read record by record, so they may be larger than memory.

Most bytes of a PDF are pictures, which are never unpacked. feedparser takes up to half a minute over the worst feed of this size.
"""
IN_WORDS: dict[Format, str] = {
    "text": "a text",
    "markdown": "a Markdown text",
    "web page": "a web page",
    "json": "a JSON file",
    "json lines": "a file of JSON lines",
    "feed": "a feed",
    "web archive": "a web archive",
    "book": "an EPUB",
    "pdf": "a PDF",
}
STREAMED: frozenset[Format] = frozenset(("json lines", "web archive"))
HEAD = 4_096
"""Bytes that tell the format."""
MEDIA_TYPES: dict[str, Format] = {
    "text/plain": "text",
    "text/html": "web page",
    "application/xhtml+xml": "web page",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/pdf": "pdf",
    "application/epub+zip": "book",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/warc": "web archive",
    "application/json": "json",
    **dict.fromkeys(
        (
            "application/x-ndjson",
            "application/jsonl",
            "application/jsonlines",
            "application/json-lines",
            "application/x-jsonlines",
        ),
        "json lines",
    ),
}
"""What servers call the formats that are read."""

_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body")
_FEED = (b"<rss", b"<feed", b"<rdf:rdf")
_SAVE_AS = "Save the article’s text as .txt or .md and import that"


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to import: of the file at `path`, or those `fetched` from an address.

    `given` is how the keeper knows it, `name` the file's own; `url`, `charset` and `media_type` come with what was fetched.
    """

    given: str
    name: str
    path: Path | None = None
    fetched: bytes = b""
    url: str | None = None
    charset: str | None = None
    media_type: str | None = None

    def open(self) -> BinaryIO:
        return self.path.open("rb") if self.path else BytesIO(self.fetched)


def file_source(path: Path) -> Source:
    return Source(shown(str(path)), shown(path.name), path)


def shown(name: str) -> str:
    """A name on one line, in letters that any file can hold: names on disk may be any bytes, and signs that steer a terminal."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


def files_of(path: Path, passed_over: Counter[str] | None = None) -> list[Path]:
    """The files that a path stands for, a folder's in depth and by name; what cannot be read stands for itself, to be reported.

    Endings of files of other kinds are counted in `passed_over`.
    """
    found: list[Path] = []
    others: Counter[str] = Counter() if passed_over is None else passed_over
    if os.path.isdir(path):
        for folder, below, files in os.walk(path):
            pages = {Path(name).stem for name in files if _suffix(name) in (".html", ".htm")}
            below[:] = sorted(name for name in below if not name.startswith(".") and not _saved_beside(name, pages))
            for name in files:
                file = Path(folder, name)
                if not name.startswith(".") and _suffix(name) and _is_below(file, path):
                    found.append(file)
                elif not name.startswith("."):
                    others[shown(file.suffix.lower()) or "without an ending"] += 1
    return sorted(found) or [path]


def format_of(name: str, head: bytes, media_type: str | None = None) -> Format:
    """The format of a source by its first bytes, else by what it was served as, else by its name.

    Raises `Unusable` for a name of no format that is read, where the bytes do not say otherwise.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04") and b"application/epub+zip" in head[:200]:
        return "book"
    if head.startswith(b"WARC/"):
        return "web archive"
    named = SUFFIXES.get(_suffix(name))
    served = MEDIA_TYPES.get((media_type or "").lower(), "text" if (media_type or "").startswith("text/") else None)
    if start.startswith(_FEED) or (start.startswith(b"<?xml") and any(mark in start for mark in _FEED)):
        return "feed"
    if start.startswith((*_PAGE, b"<!--", b"<?xml")) and any(mark in start for mark in _PAGE):
        # Markdown may begin with HTML; but an address that ends in .md is often that of a page which shows it.
        return "markdown" if named == "markdown" and served != "web page" else "web page"
    if served == "text" and named in ("markdown", "json", "json lines"):
        return named  # many servers call all of these plain text
    if form := served or named:
        return form
    raise Unusable(f"the file’s name does not end in one of {ENDINGS}", _SAVE_AS)


def _suffix(name: str) -> str:
    """The ending that tells the format, or nothing."""
    lower = name.lower()
    endings = (".warc.gz", Path(lower).suffix)
    return next((ending for ending in endings if ending in SUFFIXES and lower.endswith(ending)), "")


def _saved_beside(folder: str, pages: set[str]) -> bool:
    """Whether a folder holds what a browser saved with a page: `Story_files` beside `Story.html`."""
    return any(folder in (f"{page}_files", f"{page}.files", f"{page}-Dateien", f"{page}_fichiers") for page in pages)


def _is_below(file: Path, folder: Path) -> bool:
    """A link in a folder of texts is followed only to a text in that folder."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False
