"""From the bytes of a source to the articles in it: one reader for each format, loaded when its format turns up."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import BinaryIO

from reading_room.importing.language import NotText, decode
from reading_room.importing.mending import looks_broken, mended
from reading_room.importing.parts import Chunk, Note, Part, Refused, Unusable
from reading_room.importing.plain_text import clean
from reading_room.importing.sources import IN_WORDS, Format, shown

INSTALL = "Run “make import-tools” and import again"

_FORMATS = "reading_room.importing.formats"
_READERS: dict[Format, str] = {
    "web page": "web_page",
    "json": "json_lines",
    "json lines": "json_lines",
    "feed": "feed",
    "web archive": "web_archive",
    "book": "book",
    "pdf": "pdf",
}


def split(form: Format, opened: BinaryIO) -> Iterator[Chunk | Refused]:
    """The records of a list or an archive, one after the other; raises `Unusable` where it is none."""
    records: Iterator[Chunk | Refused] = _reader(form).split(opened)
    return records


def read(form: Format, chunk: Chunk) -> Iterator[Part | Refused]:
    """The articles of a chunk of any format but Markdown; raises `Unusable` where there is none.

    Each has another name, so that it is found again: the chunk's own, where it has one, else what its reader calls it.
    """
    taken: Counter[str] = Counter()
    for part in _parts(form, chunk):
        if isinstance(part, Refused):
            yield part
            continue
        name = shown(chunk.name or part.name)
        taken[name] += 1
        text = "\n".join(paragraph.text for paragraph in part.cleaned.paragraphs)
        notes = dict.fromkeys((*part.notes, *_notes_on_letters(text)))
        yield replace(part, name=f"{name} ({taken[name]})" if taken[name] > 1 else name, notes=tuple(notes))


def _parts(form: Format, chunk: Chunk) -> Iterator[Part | Refused]:
    if form == "text":
        return iter((_read_text(chunk),))
    # A record of a web archive is a page like any other.
    parts: Iterator[Part | Refused] = _reader("web page" if form == "web archive" else form).read(chunk)
    return parts


def decoded(chunk: Chunk) -> tuple[str, tuple[Note, ...]]:
    """The text of a chunk, wrongly decoded letters in it mended, and what of it is a guess; raises `Unusable` for no text."""
    try:
        found = decode(chunk.raw, chunk.charset)
    except NotText as error:
        raise Unusable(str(error), "Save the page’s text as a UTF-8 .txt file and import that") from None
    text = mended(found.text)
    return text, (*found.notes, *_notes_on_letters(text))


def _notes_on_letters(text: str) -> tuple[Note, ...]:
    if not looks_broken(text):
        return ()
    return (Note("some letters look wrongly decoded", f"{INSTALL} with --again, or correct them by hand"),)


def _read_text(chunk: Chunk) -> Part:
    text, notes = decoded(chunk)
    return Part("", clean(text), notes)


def _reader(form: Format) -> ModuleType:
    try:
        return import_module(f"{_FORMATS}.{_READERS[form]}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("reading_room"):
            raise
        raise Unusable(f"reading {IN_WORDS[form]} needs {error.name}, which is not installed", INSTALL) from None
