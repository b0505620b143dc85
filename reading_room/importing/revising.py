"""Looking at an import again, and undoing it: the lines of its source with what became of each, and lines put back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reading_room.importing.article_file import ArticleFile, Origin, Standing, with_new_text
from reading_room.importing.article_folder import FOLDER, ArticleFolder
from reading_room.importing.drafting import Task, draft
from reading_room.importing.line_numbers import listed
from reading_room.importing.originals import OriginalLost, Originals
from reading_room.importing.parts import Chunk, Cleaned, Part, Refused, Unusable
from reading_room.importing.publishers import Publishers
from reading_room.importing.reading import decoded, read, split
from reading_room.importing.sources import HEAD, STREAMED, Format, Source, format_of, shown
from reading_room.model.problem import Problem


class CannotRevise(Exception):
    """An article that cannot be looked at or imported again, with the problem to report."""

    def __init__(self, slug: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.problem = Problem(f"{FOLDER}/{slug}.md", 0, what, remedy)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a source, or several that are one paragraph; `reason` says why it is not in the article, if it is not."""

    lines: tuple[int, ...]
    text: str
    part_of: Literal["title", "text", "left out"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Revised:
    """An article as another import of its source makes it; `changed` tells whether its file is another now."""

    slug: str
    article: ArticleFile
    changed: bool


class Revision:
    """The imported articles of a corpus. With `dry` True nothing is written."""

    def __init__(self, corpus: Path, publishers: Publishers, *, dry: bool = False) -> None:
        self._folder = ArticleFolder(corpus, writing=not dry)
        self._originals = Originals(corpus)
        self._publishers = publishers

    def lines(self, slug: str) -> tuple[SourceLine, ...]:
        """All that the source of an article has to see, in its order. Raises `CannotRevise`."""
        standing = self._standing(slug)
        task = self._task(slug, standing, standing.origin.kept)
        if task.form == "markdown":
            text, _ = decoded(task.chunk)
            return tuple(SourceLine((at,), line, "text") for at, line in enumerate(text.split("\n"), 1) if line.strip())
        for part in read(task.form, task.chunk):
            if isinstance(part, Part) and part.name == standing.origin.part:
                return _lines(part.cleaned, standing.origin.kept)
        raise _no_part(slug, standing.origin)

    def again(self, slug: str, lines: frozenset[int] | None = frozenset()) -> Revised:
        """Import an article from its original again, with these lines put back besides those put back before; None puts none back.

        A text that was changed by hand is not overwritten, nor is front matter: then only the other half is new. Raises
        `CannotRevise` and OSError.
        """
        standing = self._standing(slug)
        if standing.text_changed:
            what = "its text has been changed by hand since it was imported, so it is left as it is"
            remedy = f"Copy what you want from “flask import --show {slug}”; or move the file away and import its source again"
            raise CannotRevise(slug, what, remedy)
        wanted = frozenset() if lines is None else standing.origin.kept | lines
        plain = self._draft(slug, standing, frozenset())
        if unknown := wanted - {dropped.line for dropped in plain.dropped}:
            what = f"line {listed(unknown)} of its source was not left out"
            raise CannotRevise(slug, what, f"“flask import --show {slug}” lists the lines that were")
        article = self._draft(slug, standing, wanted) if wanted else plain
        before = self._folder.text(slug)
        after = with_new_text(before, article) if standing.front_changed else article.text
        if after != before:
            self._folder.write(slug, after)
        return Revised(slug, article, after != before)

    def _draft(self, slug: str, standing: Standing, kept: frozenset[int]) -> ArticleFile:
        task = self._task(slug, standing, kept)
        drafts = draft(task, self._publishers)
        for article in drafts:
            if isinstance(article, ArticleFile) and article.origin.part == standing.origin.part:
                return article
        refused = next((one for one in drafts if isinstance(one, Refused)), None)
        raise CannotRevise(slug, refused.what, refused.remedy) if refused else _no_part(slug, standing.origin)

    def _standing(self, slug: str) -> Standing:
        if not self._folder.has(slug):
            raise CannotRevise(slug, "there is no such article", "Give the name of its file without .md")
        standing = self._folder.standing(slug)
        if standing is None:
            what = "it was not imported, or its note of where it came from (imported_from) is gone"
            raise CannotRevise(slug, what, "Change its text in the file itself")
        return standing

    def _task(self, slug: str, standing: Standing, kept: frozenset[int]) -> Task:
        origin = standing.origin
        try:
            source = self._originals.find(origin.sha256)
            with source.open() as opened:
                form = format_of(source.name, opened.read(HEAD), source.media_type)
            return Task(form, self._chunk(slug, source, form, origin), origin.file, origin.sha256, kept)
        except OriginalLost as error:
            raise CannotRevise(slug, str(error), "Import the file that it came from again") from None
        except Unusable as error:
            raise CannotRevise(slug, str(error), error.remedy) from None

    def _chunk(self, slug: str, source: Source, form: Format, origin: Origin) -> Chunk:
        with source.open() as opened:
            if form not in STREAMED:
                return Chunk("", opened.read(), source.url, source.charset)
            for record in split(form, opened):
                if isinstance(record, Chunk) and shown(record.name) == origin.part:
                    return record
        raise _no_part(slug, origin)


def _lines(cleaned: Cleaned, kept: frozenset[int]) -> tuple[SourceLine, ...]:
    found = [SourceLine(cleaned.title_lines, cleaned.title or "", "title")] if cleaned.title_lines else []
    found += [SourceLine(paragraph.lines, paragraph.text, "text") for paragraph in cleaned.paragraphs]
    for dropped in cleaned.dropped:
        if dropped.line in kept:
            found.append(SourceLine((dropped.line,), dropped.text, "text", "put back"))
        else:
            found.append(SourceLine((dropped.line,), dropped.text, "left out", dropped.reason))
    return tuple(sorted(found, key=lambda one: one.lines))


def _no_part(slug: str, origin: Origin) -> CannotRevise:
    what = f"“{origin.part or origin.file}” is not found in its original any more"
    return CannotRevise(slug, what, "Import the original again, and compare")
