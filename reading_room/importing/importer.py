"""Bringing sources into the corpus: every article of every source gives one result, and nothing that a keeper wrote is overwritten.

This process reads the bytes, knows what was imported before and writes; others turn bytes into articles. An import that was stopped
at any moment goes on where it was when it is run again: what has its article is not read a second time.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from reading_room.importing.article_file import ArticleFile
from reading_room.importing.article_folder import ArticleFolder
from reading_room.importing.drafting import Task, draft
from reading_room.importing.originals import Originals, sha256_of
from reading_room.importing.parts import NOTHING_NEEDS_DOING, Chunk, Dropped, Refused, Unusable
from reading_room.importing.publishers import Publishers
from reading_room.importing.reading import split
from reading_room.importing.sources import ENDINGS, HEAD, IN_WORDS, LARGEST, STREAMED, Format, Source, format_of, shown
from reading_room.importing.workers import Workers
from reading_room.model.problem import Problem
from reading_room.model.sketches import Sketch

Status = Literal["imported", "unchanged", "duplicate", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one article of a source, or of a source that has none.

    `missing` is what the keeper has to add or look at; `problem` says why there is no new article. `part` tells the articles of
    one source apart. `duplicate_of` is the slug of the article that has exactly these words already.
    """

    source: str
    part: str
    status: Status
    slug: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None
    kept_lines: int = 0
    dropped: tuple[Dropped, ...] = ()
    missing: tuple[Problem, ...] = ()
    problem: Problem | None = None
    duplicate_of: str | None = None
    outlet_to_add: str = ""
    """A line for outlets.yaml, where the source names an outlet that is not there."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of an import gave, and how many of the sources are done now."""

    done: int
    results: tuple[Imported, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A chunk of a source on its way. `last` says that no more of the source follows."""

    source: Source
    """Of what is read, the copy that was taken."""
    sha256: str = ""
    known: Imported | None = None
    """The result, where the source need not be read for it."""
    taken: bool = False
    """Whether its source is a copy, to be kept or discarded."""
    repeated: bool = False
    """Whether the same bytes came before in this run."""
    last: bool = True


class Import:
    """One run over some sources. With `dry` True nothing is written, and the results are what they would be."""

    def __init__(
        self,
        corpus: Path,
        publishers: Publishers,
        *,
        dry: bool = False,
        kept: frozenset[int] = frozenset(),
    ) -> None:
        self.folder = ArticleFolder(corpus, writing=not dry)
        self._originals = None if dry else Originals(corpus)
        self._kept = kept
        self._workers = Workers(partial(draft, publishers=publishers), lost)
        self._seen: set[str] = set()
        """SHA-256 of the sources of this run."""
        self._stored: set[str] = set()
        """Those whose bytes are in the corpus."""
        self.written: dict[str, Sketch] = {}
        """Sketches of the texts that were written, or in a dry run would have been, by slug."""

    def run(self, sources: Iterable[Source | Imported]) -> Iterator[Step]:
        """Import sources in their order. An `Imported` among them is one that could not be had, passed on in its place."""
        done = 0
        for reading, articles in self._workers.answers(self._readings(sources)):
            results = [reading.known] if reading.known else []
            if reading.repeated:
                results.append(self._repeated(reading))
            results += [self._settled(reading, article) for article in articles or ()]
            if reading.taken and reading.last and reading.sha256 not in self._stored:
                self._discard(reading.source)
            done += reading.last
            yield Step(done, tuple(results))

    def _readings(self, sources: Iterable[Source | Imported]) -> Iterator[tuple[_Reading, Task | None]]:
        for source in sources:
            if isinstance(source, Imported):
                yield _Reading(Source(source.source, ""), known=source), None
                continue
            try:
                yield from self._chunks(source)
            except (Unusable, OSError) as error:
                yield _Reading(source, known=_failed(source, _refusal(error))), None

    def _chunks(self, source: Source) -> Iterator[tuple[_Reading, Task | None]]:
        _format(source)
        if source.path and _lies_in(source.path, self.folder.path):
            here = Problem(source.given, 0, "this is an article of the room already", NOTHING_NEEDS_DOING)
            yield _Reading(source, known=Imported(source.given, "", "skipped", source.path.stem, problem=here)), None
            return
        sha256 = sha256_of(source)
        known = self._known(source, sha256, "")
        if sha256 in self._seen:
            yield _Reading(source, sha256, repeated=True), None
        elif known and self._has_original(sha256):
            self._seen.add(sha256)
            yield _Reading(source, sha256, known), None
        else:
            yield from self._taken(source)

    def _taken(self, source: Source) -> Iterator[tuple[_Reading, Task | None]]:
        """A source that has to be read: it is read from a copy, since the file may change meanwhile."""
        try:
            source, sha256 = self._originals.take(source) if self._originals else (source, sha256_of(source))
        except OSError as error:
            raise self._unwritable(error) from None
        taken = self._originals is not None
        self._seen.add(sha256)
        try:
            form = _format(source)
            if known := self._known(source, sha256, ""):
                self._store(source, sha256)
                yield _Reading(source, sha256, known, taken), None
            elif form in STREAMED:
                for reading, task in self._records(source, sha256, form):
                    yield replace(reading, taken=taken), task
            else:
                chunk = Chunk("", source.fetched if not source.path else b"", source.url, source.charset)
                task = Task(form, chunk, source.name, sha256, self._kept, source.path)
                yield _Reading(source, sha256, taken=taken), task
        except (Unusable, OSError) as error:
            # In its place among the answers: records before it may still be on their way, and are to be kept with the copy.
            yield _Reading(source, sha256, _failed(source, _refusal(error)), taken), None

    def _records(self, source: Source, sha256: str, form: Format) -> Iterator[tuple[_Reading, Task | None]]:
        """The records of a list or an archive, each on its way alone; only one is in memory at a time."""
        with source.open() as opened:
            for record in split(form, opened):
                if isinstance(record, Refused):
                    yield _Reading(source, sha256, _failed(source, record), last=False), None
                elif known := self._known(source, sha256, shown(record.name)):
                    self._store(source, sha256)
                    yield _Reading(source, sha256, known, last=False), None
                else:
                    task = Task(form, record, source.name, sha256, self._kept)
                    yield _Reading(source, sha256, last=False), task
        yield _Reading(source, sha256), None

    def _unwritable(self, error: OSError) -> Unusable:
        what = f"the corpus {self.folder.path.parent} cannot be written to ({error.strerror or error})"
        return Unusable(what, "Check that it is a folder that you may write to, with room on the disk")

    def _has_original(self, sha256: str) -> bool:
        return self._originals is None or self._originals.has(sha256)

    def _store(self, source: Source, sha256: str) -> None:
        """Keep the bytes of a source, before its articles: one that is there can always be read again. Raises OSError."""
        if self._originals and sha256 not in self._stored:
            self._originals.keep(source, sha256)
            self._stored.add(sha256)

    def _discard(self, source: Source) -> None:
        if self._originals:
            self._originals.discard(source)

    def _known(self, source: Source, sha256: str, part: str) -> Imported | None:
        """The result for a part of a source that has its article: left alone, whoever changed it since."""
        slug = self.folder.made_from(sha256, part)
        standing = self.folder.standing(slug) if slug else None
        if slug is None or standing is None:
            return None
        front = standing.front
        title, published, author, language = map(front.get, ("title", "published", "author", "language"))
        result = Imported(source.given, part, "unchanged", slug, title, published, author, language)
        if standing.origin.file != source.name:
            return replace(result, status="duplicate", duplicate_of=slug)
        if standing.changed:
            what = f"it was imported as {slug}.md, which has been changed since, so it is left as it is"
            remedy = f"“flask import --show {slug}” lists the lines of its source"
            return replace(result, status="skipped", problem=Problem(source.given, 0, what, remedy))
        return result

    def _repeated(self, reading: _Reading) -> Imported:
        slug = self.folder.first_made_from(reading.sha256)
        if slug:
            return Imported(reading.source.given, "", "duplicate", slug, duplicate_of=slug)
        what = "the same bytes came before under another name, and gave no article"
        return _failed(reading.source, Refused("", what, "See there"))

    def _settled(self, reading: _Reading, article: ArticleFile | Refused) -> Imported:
        """Write an article that is new to the corpus; say what became of it."""
        source = reading.source
        if isinstance(article, Refused):
            return _failed(source, article)
        part = article.origin.part
        if known := self._known(source, reading.sha256, part):
            return known
        result = Imported(
            source.given,
            part,
            "duplicate",
            self.folder.same_words(article),
            article.title,
            article.published,
            article.author,
            article.language,
            article.kept_lines,
            article.dropped,
        )
        try:
            self._store(source, reading.sha256)
            if result.slug:
                return replace(result, duplicate_of=result.slug)
            slug = self.folder.add(article)
        except OSError as error:
            return _failed(source, _refusal(self._unwritable(error), part))
        self.written[slug] = article.sketch
        missing = article.missing(f"{self.folder.path.name}/{slug}.md")
        return replace(result, status="imported", slug=slug, missing=missing, outlet_to_add=article.outlet_to_add)


def lost(task: Task) -> tuple[Refused, ...]:
    """The answer for a task that brought its process down."""
    what = "reading it took too long or too much memory, or brought its reader down"
    return (Refused(task.chunk.name, what, "Save the article’s text as .txt and import that"),)


def _format(source: Source) -> Format:
    """The format of a source of a size that is read; raises `Unusable` or OSError for any other."""
    if source.path and not source.path.exists():
        raise Unusable("there is no such file", "Check the path")
    if source.path and not source.path.is_file():
        what = "there is no file that is read in this folder" if source.path.is_dir() else "this is not a file"
        raise Unusable(what, f"Give a file, or a folder of files, that end in one of {ENDINGS}")
    with source.open() as opened:
        head = opened.read(HEAD)
        size = opened.seek(0, os.SEEK_END)
    if not head.strip():
        raise Unusable("the file is empty", "Save the text again")
    form = format_of(source.name, head, source.media_type)
    if size > LARGEST[form]:
        what = f"the file is larger than {LARGEST[form] // 1_000_000} MB, the most that is read of {IN_WORDS[form]}"
        raise Unusable(what, "An article is far shorter: save its text alone, or divide it")
    return form


def _lies_in(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().parent == folder.resolve()
    except (OSError, RuntimeError):  # links in a circle
        return False


def _refusal(error: Unusable | OSError, part: str = "") -> Refused:
    if isinstance(error, Unusable):
        return Refused(part, str(error), error.remedy, error.line)
    return Refused("", f"the file cannot be read ({error.strerror or error})", "Check that you may read it")


def _failed(source: Source, refused: Refused) -> Imported:
    named = refused.name and refused.name != str(refused.line)  # a line of a list is named by its number already
    place = f"{source.given}, {refused.name}" if named else source.given
    problem = Problem(place, refused.line, refused.what, refused.remedy)
    status: Status = "skipped" if refused.remedy == NOTHING_NEEDS_DOING else "failed"
    return Imported(source.given, refused.name, status, problem=problem)
