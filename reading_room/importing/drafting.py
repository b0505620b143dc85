"""One chunk of a source made into article files: all the work of an import that needs neither the corpus nor other chunks.

It is done in worker processes, so nothing here writes, and every failure is an answer.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

from reading_room.importing.article_file import ArticleFile, Origin, UnreadableFront, from_cleaned, from_markdown
from reading_room.importing.line_numbers import listed
from reading_room.importing.parts import Chunk, Refused, Unusable
from reading_room.importing.publishers import Publishers
from reading_room.importing.putting_back import put_back
from reading_room.importing.reading import decoded, read
from reading_room.importing.sources import LARGEST, Format

LONGEST = 60
"""Seconds that one chunk may take; a page takes some hundredths of one."""
LIGHT = 300_000
"""Bytes up to which a text or a page is read in a moment, whatever is in it."""
AS_MARKDOWN = "If there is one, save its text as .md: it is then taken as it is"


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk to be read, and what it is a chunk of; `kept` are lines to be put back.

    Where there is a `path`, the chunk's bytes are there.
    """

    form: Format
    chunk: Chunk
    file: str
    sha256: str
    kept: frozenset[int] = frozenset()
    path: Path | None = None

    @property
    def weight(self) -> int:
        """Bytes that it takes while it waits."""
        return len(self.chunk.raw)

    @property
    def light(self) -> bool:
        size = self.path.stat().st_size if self.path and self.path.exists() else self.weight
        return self.form in ("text", "markdown", "web page", "json") and size <= LIGHT

    def whole(self) -> "Task":
        """With its bytes in hand; raises OSError."""
        return replace(self, chunk=replace(self.chunk, raw=self.path.read_bytes()), path=None) if self.path else self

    def origin(self, part: str) -> Origin:
        return Origin(self.file, self.sha256, part, self.kept)


def draft(task: Task, publishers: Publishers) -> tuple[ArticleFile | Refused, ...]:
    """The article files of a chunk, and what of it gives none. Raises nothing."""
    name = task.chunk.name
    try:
        with _at_most(LONGEST):
            drafts = tuple(_drafts(task.whole(), publishers))
        if not drafts:
            return (Refused(name, "no sentence of an article was found in it", AS_MARKDOWN),)
        return _refusing_wrong_lines(drafts, task) if task.kept else drafts
    except Unusable as error:
        return (Refused(name, str(error), error.remedy, error.line),)
    except UnreadableFront as error:
        remedy = "Write one “key: value” a line, values with a colon in quotation marks"
        return (Refused(name, str(error), remedy, error.line),)
    except _TooLong:
        return (Refused(name, f"reading it took longer than {LONGEST} seconds", "Save the article’s text alone"),)
    except (MemoryError, RecursionError):
        return (Refused(name, "it is nested too deeply or too large to be read", "Save the article’s text alone"),)
    except Exception as error:  # the readers' libraries meet files that nobody foresaw; the other files go on
        what = f"its reader failed ({type(error).__name__}: {' '.join(str(error).split())[:120]})"
        return (Refused(name, what, "Save the article’s text as .txt and import that; please report the file"),)


def _refusing_wrong_lines(drafts: tuple[ArticleFile | Refused, ...], task: Task) -> tuple[ArticleFile | Refused, ...]:
    """Lines are put back only where it is clear which are meant, and into one article."""
    articles = [one for one in drafts if isinstance(one, ArticleFile)]
    if len(articles) > 1:
        return (Refused("", "lines can be put back only where there is one article", "Import it, then use --again"),)
    if articles and (wrong := task.kept - articles[0].lines_put_back):
        what = f"line {listed(wrong)} was not left out, so it cannot be put back"
        return (Refused("", what, "Import it without --keep: the report lists the lines that were left out"),)
    return drafts


def _drafts(task: Task, publishers: Publishers) -> Iterator[ArticleFile | Refused]:
    if task.form == "markdown":
        text, notes = decoded(task.chunk)
        article = from_markdown(text, task.origin(task.chunk.name), notes)
        if article.text:
            yield article
        return
    for part in read(task.form, task.chunk):
        if isinstance(part, Refused):
            yield part
        elif not part.cleaned.paragraphs:
            yield Refused(part.name, "no sentence of an article was found in it", AS_MARKDOWN)
        else:
            cleaned = put_back(part.cleaned, task.kept)
            article = from_cleaned(cleaned, task.origin(part.name), publishers, part.notes)
            back = frozenset(dropped.line for dropped in part.cleaned.dropped) & task.kept
            yield _of_readable_size(replace(article, lines_put_back=back))


class _TooLong(BaseException):
    """The time is up. No `Exception`, since readers and their libraries catch those and go on."""


def _of_readable_size(article: ArticleFile) -> ArticleFile | Refused:
    if len(article.text.encode("utf-8", "replace")) <= LARGEST["markdown"]:
        return article
    what = f"the article is larger than {LARGEST['markdown'] // 1_000_000} MB, more than a room reads"
    return Refused(article.origin.part, what, "Divide it into several")


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Raises `_TooLong` inside after that time; where there are no alarms (another thread, another system) it takes its time."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
