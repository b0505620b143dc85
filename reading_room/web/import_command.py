"""`flask import`: sources into the corpus, and imports looked at again.

What reads sources is loaded only when the command runs: a room that serves has none of it in memory, and nothing that a reader can
ask for reaches it.
"""

import json
import re
import signal
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from flask.cli import with_appcontext

from reading_room.comparing.wording.copies import same_texts
from reading_room.corpus.folder import Folder
from reading_room.model.copies import Copy, SameText, copies, together
from reading_room.model.problem import Problem
from reading_room.web.state import current_room
from reading_room.web.wording import counted

if TYPE_CHECKING:
    from reading_room.importing.importer import Imported
    from reading_room.importing.publishers import Publishers
    from reading_room.importing.revising import SourceLine
    from reading_room.importing.sources import Source

KINDS = 10
"""Endings of files that are named as passed over."""
SILENCE = 5.0
"""Seconds between two lines that say how far a long import is."""
_ENDINGS = (
    ("unchanged", "was imported before", "were imported before"),
    ("skipped", "was passed over: see above", "were passed over: see above"),
    ("duplicate", "has exactly the words of another", "have exactly the words of others"),
    ("failed", "could not be imported", "could not be imported"),
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@click.command("import")
@click.argument("sources", nargs=-1, metavar="[PATH|ADDRESS]…")
@click.option("--dry-run", is_flag=True, help="Say what would be imported, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--show", "shown", metavar="SLUG", help="List the lines of an article’s source, and what became of each.")
@click.option(
    "--again", metavar="SLUG", help="Import an article from its original again; what was changed by hand stays."
)
@click.option(
    "--keep", "kept", metavar="LINES", help="Put lines back that were left out: 3, 12-14 (with --again also: none)."
)
@with_appcontext
def import_command(
    sources: tuple[str, ...], dry_run: bool, as_json: bool, shown: str | None, again: str | None, kept: str | None
) -> None:
    """Turn saved pages and texts into articles of the corpus.

    Files: .txt, .html, .md, .jsonl, RSS and Atom, .warc(.gz), .epub, .pdf; folders of them; and web addresses. Every line that is
    left out is listed with the reason, and can be put back.
    """
    if (shown is not None) + (again is not None) + bool(sources) != 1:
        raise click.UsageError("Give files, folders or addresses to import, or one of --show SLUG and --again SLUG.")
    if shown is not None:
        _show(shown, as_json)
    elif again is not None:
        _again(again, kept, dry_run, as_json)
    else:
        _import(sources, kept, dry_run, as_json)


def _import(given: tuple[str, ...], kept: str | None, dry: bool, as_json: bool) -> None:
    from reading_room.importing.importer import Import
    from reading_room.importing.writing import AnotherImport, alone

    room = current_room()
    passed_over: Counter[str] = Counter()
    plan = list(_planned(given, passed_over))
    if kept is not None and len(plan) != 1:
        raise click.UsageError("--keep puts lines back into one article: give one file, or --again SLUG.")
    report = _Report(len(plan), passed_over, as_json=as_json, dry=dry)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped either way, it says what is done
    try:
        with nullcontext() if dry else alone(room.corpus):
            running = Import(room.corpus, _publishers(), dry=dry, kept=_numbers(kept or ""))
            for step in running.run(_sources(plan)):
                report.step(step.done, step.results)
    except KeyboardInterrupt:
        report.stopped()
        sys.exit(130)
    except (AnotherImport, OSError) as error:
        raise click.ClickException(f"{error}.") from None
    sketches = running.folder.sketches(running.written) if running.written else {}
    report.end(room.corpus, same_texts((), {}, sketches, running.written.keys(), running.folder.paragraphs))
    if report.failed or not report.any:
        sys.exit(1)


def _planned(given: Iterable[str], passed_over: Counter[str]) -> Iterator[Path | str]:
    """Every file of what was given, and every address; endings of other files in folders are counted."""
    from reading_room.importing.sources import files_of

    for one in given:
        if not one.strip():
            raise click.UsageError("One of the paths is empty.")
        if _ADDRESS.match(one):
            yield one
        else:
            yield from files_of(Path(one), passed_over)


def _sources(plan: Iterable[Path | str]) -> "Iterator[Source | Imported]":
    """What is planned, as it can be read; addresses are asked only when their turn comes."""
    from reading_room.importing.sources import file_source

    for one in plan:
        yield file_source(one) if isinstance(one, Path) else _fetched(one)


def _fetched(address: str) -> "Source | Imported":
    from reading_room.importing.importer import Imported
    from reading_room.importing.reading import INSTALL
    from reading_room.importing.sources import Source

    try:
        from reading_room.importing.fetching import NotFetched, fetch
    except ModuleNotFoundError as error:
        what = f"fetching an address needs {error.name}, which is not installed"
        return Imported(address, "", "failed", problem=Problem(address, 0, what, INSTALL))
    try:
        page = fetch(address)
    except NotFetched as error:
        return Imported(address, "", "failed", problem=Problem(address, 0, error.what, error.remedy))
    name = page.url.split("?")[0].rstrip("/").rpartition("/")[2] or "page"
    return Source(address, name, None, page.raw, page.url, page.charset, page.media_type)


class _Report:
    """Says what became of each source as it happens, or all of it as JSON at the end."""

    def __init__(self, sources: int, passed_over: Counter[str], *, as_json: bool, dry: bool) -> None:
        self._dry = dry
        self._proposals: set[str] = set()
        self._sources = sources
        self._passed_over = passed_over
        self._as_json = as_json
        self._kept: list[Imported] = []
        self._counts: dict[str, int] = {}
        self._began = self._told = time.monotonic()
        self.written: list[str] = []

    @property
    def any(self) -> bool:
        return bool(self._counts)

    @property
    def failed(self) -> int:
        return self._counts.get("failed", 0)

    def step(self, done: int, results: "Iterable[Imported]") -> None:
        for result in results:
            self._counts[result.status] = self._counts.get(result.status, 0) + 1
            if result.status == "imported" and result.slug:
                self.written.append(result.slug)
            if result.outlet_to_add:
                self._proposals.add(result.outlet_to_add)
            if self._as_json:
                self._kept.append(result)
            else:
                _tell(result, self._dry)
        now = time.monotonic()
        if now - self._told >= SILENCE and 0 < done < self._sources:
            self._told, speed = now, done / (now - self._began)
            left = _in_words((self._sources - done) / speed)
            click.echo(f"{done:,} of {self._sources:,} read, {speed:.3g} a second; about {left} left.", err=True)

    def stopped(self) -> None:
        written = counted(len(self.written), "article is", "articles are")
        click.echo(f"Stopped. {written} written and whole; the same command goes on from there.", err=True)

    def end(self, corpus: Path, same: Collection[SameText]) -> None:
        if self._as_json:
            alike = copies(same)
            documents = [_document(result, alike.get(result.slug or "", ())) for result in self._kept]
            click.echo(json.dumps(documents, ensure_ascii=False, indent=1))
            return
        for slugs in together(same):
            click.echo(f"the same text, under another title or with changes: {', '.join(slugs)}")
        if self._proposals:
            click.echo("Outlets to add to outlets.yaml, if they are right:")
            for proposal in sorted(self._proposals):
                click.echo(f"  {proposal}")
        written = counted(len(self.written), "article", "articles")
        click.echo(f"{written} {'would be ' if self._dry else ''}written to {corpus / 'articles'}.")
        for status, one, many in _ENDINGS:
            if number := self._counts.get(status):
                click.echo(f"{number:,} {one if number == 1 else many}.")
        if self._passed_over:
            kinds = ", ".join(f"{number} {ending}" for ending, number in self._passed_over.most_common(KINDS))
            click.echo(f"Files of other kinds in the folders were passed over: {kinds}.")
        if not self._counts:
            click.echo("No texts were found there.")
        if self.written and not self._dry:
            click.echo("Look at what was written, then read it into the room with “flask ingest”.")


def _tell(result: "Imported", dry: bool) -> None:
    """What became of one article, in words. What needs nothing from the keeper is only counted."""
    if result.status == "failed":
        click.echo(f"failed: {result.problem}", err=True)
        return
    if result.status == "skipped":
        click.echo(f"passed over: {result.problem}")
        return
    if result.status == "duplicate":
        click.echo(f"duplicate: {_place(result)} has exactly the words of {result.duplicate_of}")
        _list_dropped(result)
        return
    dropped = f"; {counted(len(result.dropped), 'line', 'lines')} left out" if result.dropped else ""
    kept = f" ({counted(result.kept_lines, 'line', 'lines')} kept{dropped})" if result.kept_lines else ""
    would = "would be " if dry and result.status == "imported" else ""
    click.echo(f"{would}{result.status}: {_place(result)} as {result.slug}{kept}")
    _list_dropped(result)
    for problem in result.missing:
        click.echo(f"  {problem}")


def _list_dropped(result: "Imported") -> None:
    for line in result.dropped:
        click.echo(f"  left out, line {line.line} ({line.reason}): {textwrap.shorten(line.text, 90)}")


def _place(result: "Imported") -> str:
    return f"{result.source}, {result.part}" if result.part else result.source


def _document(result: "Imported", same: Iterable[Copy]) -> dict[str, Any]:
    return {
        "source": result.source,
        "part": result.part or None,
        "slug": result.slug,
        "status": result.status,
        "title": result.title,
        "published": result.published,
        "author": result.author,
        "language": result.language,
        "kept_lines": result.kept_lines,
        "dropped": [{"line": line.line, "text": line.text, "reason": line.reason} for line in result.dropped],
        "duplicate_of": result.duplicate_of,
        "near_duplicates": [copy.article for copy in same] if result.status == "imported" else [],
        "missing": [str(problem) for problem in result.missing],
        "problem": str(result.problem) if result.problem else None,
    }


def _show(slug: str, as_json: bool) -> None:
    from reading_room.importing.revising import CannotRevise, Revision

    try:
        lines = Revision(current_room().corpus, _publishers()).lines(slug)
    except CannotRevise as error:
        raise click.ClickException(str(error.problem)) from None
    if as_json:
        documents = [
            {"lines": list(line.lines), "text": line.text, "part_of": line.part_of, "reason": line.reason or None}
            for line in lines
        ]
        click.echo(json.dumps(documents, ensure_ascii=False, indent=1))
        return
    for line in lines:
        click.echo(_shown_line(line))


def _shown_line(line: "SourceLine") -> str:
    from reading_room.importing.line_numbers import listed

    sign = {"title": "#", "text": " ", "left out": "-"}[line.part_of]
    reason = f" ({line.reason})" if line.reason else ""
    return f"{listed(line.lines):>9} {sign} {line.text}{reason}"


def _again(slug: str, kept: str | None, dry: bool, as_json: bool) -> None:
    from reading_room.importing.revising import CannotRevise, Revision
    from reading_room.importing.writing import AnotherImport, alone

    numbers = None if kept == "none" else _numbers(kept or "")
    corpus = current_room().corpus
    try:
        with nullcontext() if dry else alone(corpus):
            revised = Revision(corpus, _publishers(), dry=dry).again(slug, numbers)
    except AnotherImport as error:
        raise click.ClickException(f"{error}.") from None
    except CannotRevise as error:
        raise click.ClickException(str(error.problem)) from None
    except OSError as error:
        raise click.ClickException(f"articles/{slug}.md cannot be written ({error.strerror or error}).") from None
    article = revised.article
    if as_json:
        document = {"slug": slug, "changed": revised.changed, "kept_lines": article.kept_lines, "title": article.title}
        document["dropped"] = [{"line": one.line, "text": one.text, "reason": one.reason} for one in article.dropped]
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    would = "would be " if dry else ""
    left_out = counted(len(article.dropped), "line", "lines")
    what = f"{would}written again" if revised.changed else "has nothing new"
    click.echo(f"articles/{slug}.md {what}: {counted(article.kept_lines, 'line', 'lines')} kept, {left_out} left out.")
    if revised.changed and not dry:
        click.echo("Read it into the room with “flask ingest”: what readers saw until now stays as a version.")


def _numbers(written: str) -> frozenset[int]:
    from reading_room.importing.line_numbers import BadLines, numbers_in

    try:
        return numbers_in(written)
    except BadLines as error:
        raise click.UsageError(f"--keep: {error}.") from None


def _publishers() -> "Publishers":
    """The outlets of the room. What is wrong in their file is for “flask check” to name."""
    from reading_room.importing.publishers import Publishers

    return Publishers(Folder(current_room().corpus).outlets([]))


def _in_words(seconds: float) -> str:
    return counted(round(seconds), "second", "seconds") if seconds < 90 else f"{seconds / 60:.0f} minutes"
