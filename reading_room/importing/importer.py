"""Bringing files into the corpus: every source gives one result, and nothing that a keeper wrote is overwritten."""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from reading_room.importing.article_file import (
    LONGEST_SLUG,
    ArticleFile,
    Origin,
    UnreadableFront,
    from_markdown,
    from_text,
    shortened,
    slug_of,
    without_origin,
)
from reading_room.importing.language import Decoded, NotText, decode
from reading_room.importing.parts import Dropped
from reading_room.importing.plain_text import clean
from reading_room.model.problem import Problem

__all__ = ["LARGEST", "Dropped", "Imported", "import_paths"]

LARGEST = 5_000_000
"""Bytes of a source that is read, as many as of an article file."""
SUFFIXES = (".txt", ".md")
_SHA256 = re.compile(r"^imported_from:.*(?:\n[ \t]+.*)*?\bsha256: *['\"]?([0-9a-f]{64})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one source.

    `missing` is what the keeper has to add or look at; `problem` says why there is no new article.
    """

    source: Path
    slug: str | None
    path: Path | None
    status: Literal["imported", "unchanged", "skipped", "failed"]
    title: str | None
    published: str | None
    author: str | None
    kept_lines: int
    dropped: tuple[Dropped, ...]
    missing: tuple[Problem, ...]
    problem: Problem | None


class _Refused(Exception):
    """A source that cannot be imported, with the problem to report."""

    def __init__(self, source: Path, what: str, remedy: str, line: int = 0) -> None:
        super().__init__(what)
        self.problem = Problem(str(source), line, what, remedy)


def import_paths(paths: Iterable[Path], corpus: Path) -> Iterator[Imported]:
    """Import files, and the .txt and .md files below folders. One that fails stops no other."""
    folder = corpus / "articles"
    known = _already_imported(folder)
    for path in paths:
        for source in _sources(path):
            try:
                yield _import(source, folder, known)
            except _Refused as error:
                yield _failed(source, error.problem)


def _sources(path: Path) -> Iterator[Path]:
    """The files that a path stands for; what cannot be read stands for itself, so that it is reported."""
    found: list[Path] = []
    if os.path.isdir(path):
        for folder, below, files in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith("."))
            names = (name for name in files if name.lower().endswith(SUFFIXES) and not name.startswith("."))
            found += (Path(folder, name) for name in names if _is_below(Path(folder, name), path))
    yield from sorted(found) or [path]


def _is_below(file: Path, folder: Path) -> bool:
    """A link in a folder of texts is followed only to a text in that folder."""
    return file.resolve().is_relative_to(folder.resolve())


def _import(source: Path, folder: Path, known: dict[str, Path]) -> Imported:
    if source.suffix.lower() not in SUFFIXES:
        empty = "there is no .txt or .md file in this folder"
        what = empty if os.path.isdir(source) else "the file is neither .txt nor .md"
        raise _Refused(source, what, "Save the article's text as .txt or .md and import that")
    raw = _read(source)
    if source.resolve().parent == folder.resolve():
        problem = Problem(str(source), 0, "this is an article of the room already", "Nothing needs doing")
        return Imported(source, source.stem, source, "skipped", None, None, None, 0, (), (), problem)
    try:
        decoded = decode(raw)
    except NotText as error:
        raise _Refused(source, str(error), "Save the page's text as a UTF-8 .txt file and import that") from None
    origin = Origin(source.name.encode("utf-8", "replace").decode("utf-8"), hashlib.sha256(raw).hexdigest())
    article = _article(source, decoded, origin)
    if origin.sha256 in known:
        return _again(source, known[origin.sha256], article)
    path, written = _place(source, folder, slug_of(article.title, source.stem, origin.sha256), article)
    known[origin.sha256] = path
    result = _result(source, path, "imported" if written else "unchanged", article)
    if not decoded.guessed:
        return result
    what = f"the file does not say its encoding; it was read as {decoded.encoding}"
    doubt = Problem(str(source), 0, what, "If letters are wrong in the article, save the source as UTF-8", advice=True)
    return replace(result, missing=(*result.missing, doubt))


def _read(source: Path) -> bytes:
    try:
        if not source.exists():
            raise _Refused(source, "there is no such file", "Check the path")
        if not source.is_file():
            raise _Refused(source, "this is not a file that can be read", "Give a .txt or .md file, or a folder")
        with source.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        what = f"the file cannot be read ({error.strerror or error})"
        raise _Refused(source, what, "Check that it exists and that you may read it") from None
    if len(raw) > LARGEST:
        what = f"the file is larger than {LARGEST // 1_000_000} MB"
        raise _Refused(source, what, "An article is far shorter: save its text alone, or divide it")
    if not raw.strip():
        raise _Refused(source, "the file is empty", "Save the text again")
    return raw


def _article(source: Path, decoded: Decoded, origin: Origin) -> ArticleFile:
    try:
        if source.suffix.lower() == ".md":
            article = from_markdown(decoded.text, origin)
            empty = not article.text
        else:
            cleaned = clean(decoded.text)
            article = from_text(cleaned, origin)
            empty = not cleaned.paragraphs
    except UnreadableFront as error:
        remedy = "Write one “key: value” a line, values with a colon in quotation marks"
        raise _Refused(source, str(error), remedy, error.line) from None
    if empty:
        what = "no sentence of an article was found in the file"
        raise _Refused(source, what, "If there is one, save the file as .md: it is then taken as it is")
    return article


def _already_imported(folder: Path) -> dict[str, Path]:
    """The article files by the SHA-256 of the source that they were made from."""
    known: dict[str, Path] = {}
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else []:
        try:
            front = path.read_text("utf-8-sig").partition("\n---")[0]
        except (OSError, UnicodeDecodeError):
            continue  # the room's own check names it; an import has nothing to say about it
        match = _SHA256.search(front)
        if match:
            known.setdefault(match[1], path)
    return known


def _again(source: Path, path: Path, article: ArticleFile) -> Imported:
    """A source that has its article: left alone, and the keeper is told where it has been changed by hand since."""
    if _holds(path, article):
        return _result(source, path, "unchanged", article)
    what = f"it was imported as {path.name}, which has been changed since, so it is left as it is"
    remedy = f"To import it afresh, move {path.name} out of the corpus first"
    return _result(source, path, "skipped", article, Problem(str(source), 0, what, remedy))


def _holds(path: Path, article: ArticleFile) -> bool:
    """Whether a file has exactly this article, be it from a source of another name."""
    try:
        kept = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return False
    return without_origin(kept) == without_origin(article.text)


def _place(source: Path, folder: Path, slug: str, article: ArticleFile) -> tuple[Path, bool]:
    """Write the article under the first name that is free; another article of the same title keeps its own."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        number = 1
        while True:
            ending = f"-{number}" if number > 1 else ""
            path = folder / f"{shortened(slug, LONGEST_SLUG - len(ending))}{ending}.md"
            if not os.path.lexists(path):
                _write(path, article.text)
                return path, True
            if _holds(path, article):
                return path, False
            number += 1
    except OSError as error:
        what = f"the article cannot be written to {folder} ({error.strerror or error})"
        raise _Refused(source, what, "Check that the corpus is a folder that you may write to") from None


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a reader of the folder never meets half an article."""
    temporary = path.with_name(f".{path.stem}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _result(
    source: Path,
    path: Path,
    status: Literal["imported", "unchanged", "skipped"],
    article: ArticleFile,
    problem: Problem | None = None,
) -> Imported:
    return Imported(
        source=source,
        slug=path.stem,
        path=path,
        status=status,
        title=article.title,
        published=article.published,
        author=article.author,
        kept_lines=article.kept_lines,
        dropped=article.dropped,
        missing=() if status == "skipped" else article.missing(f"articles/{path.name}"),
        problem=problem,
    )


def _failed(source: Path, problem: Problem) -> Imported:
    return Imported(source, None, None, "failed", None, None, None, 0, (), (), problem)
