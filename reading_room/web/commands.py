"""The keeper's commands: `flask ingest`, `analyse`, `check`, `events`, `import`, `resolve`, `versions` and `withdraw`.

Each reports in words, and returns 0 only if nothing was wrong.
"""

import sys
from collections.abc import Iterable, Sequence

import click
from flask import Blueprint

from reading_room.corpus.versions import VersionsUnreadable
from reading_room.index.generations import Busy
from reading_room.ingest import RESTORE, Report, check, ingest
from reading_room.model.errors import NotReady
from reading_room.model.problem import Problem
from reading_room.room import Room
from reading_room.web.analyse_command import analyse_command
from reading_room.web.events_command import events_command
from reading_room.web.import_command import import_command
from reading_room.web.resolve_command import resolve_command
from reading_room.web.state import current_room
from reading_room.web.versions_command import versions_command
from reading_room.web.withdraw_command import withdraw_command
from reading_room.web.wording import counted

commands = Blueprint("commands", __name__, cli_group=None)

LISTED = 12
"""Slugs that a report names one by one."""


@commands.cli.command("ingest")
@click.option("--full", is_flag=True, help="Read every file again and build the index from nothing.")
def ingest_command(full: bool) -> None:
    """Read what changed in the corpus into the index."""
    try:
        report = read_and_report(current_room(), full=full)
    except VersionsUnreadable as error:
        raise click.ClickException(f"{error}. {RESTORE}.") from error
    except (Busy, NotReady, OSError) as error:
        raise click.ClickException(f"{error}") from error
    if report.wrong:
        sys.exit(1)


@commands.cli.command("check")
def check_command() -> None:
    """Check every file of the corpus, and every quotation and reference between them; write nothing."""
    room = current_room()
    if not room.corpus.is_dir():
        raise click.ClickException(f"There is no folder {room.corpus}. Set READING_ROOM_CORPUS to the corpus.")
    problems = check(room)
    _list_problems(problems)
    if problems:
        sys.exit(1)
    click.echo(f"Nothing is wrong in {room.corpus}.")


commands.cli.add_command(analyse_command)
commands.cli.add_command(events_command)
commands.cli.add_command(import_command)
commands.cli.add_command(resolve_command)
commands.cli.add_command(versions_command)
commands.cli.add_command(withdraw_command)


def read_and_report(room: Room, *, full: bool = False) -> Report:
    """Ingest with a progress bar, and say what was done and what was wrong."""
    if not room.corpus.is_dir():
        raise FileNotFoundError(f"There is no folder {room.corpus}. Make it, or set READING_ROOM_CORPUS to the corpus.")
    with _Bar() as bar:
        report = ingest(room, full=full, progress=bar.show)
    if report.anew:
        click.echo(f"{report.anew} It was made anew from the corpus.")
    for done, slugs in (
        ("New", report.added),
        ("New version", report.changed),
        ("Read again, text unchanged", report.refreshed),
        ("Taken out (versions are kept)", report.removed),
        ("Renamed (old addresses lead on)", [f"{old} → {new}" for old, new in sorted(report.renamed.items())]),
        ("No longer taken for a renamed file", report.parted),
        ("Withdrawn, not shown", report.withdrawn),
    ):
        if slugs:
            click.echo(f"{done}: {len(slugs)} ({_named(slugs)})")
    click.echo(
        f"{counted(report.articles, 'article', 'articles')}, {counted(report.passages, 'passage', 'passages')} and "
        f"{counted(report.events, 'event', 'events')} are in the room; {counted(report.unchanged, 'file', 'files')} unchanged. "
        f"{report.generation}, {report.seconds:.1f} s."
    )
    if report.renamed:
        click.echo(
            "Where a file was not renamed but is another article, write aliases: [] into the new one and ingest again."
        )
    if report.unlike:
        click.echo(
            f"Next to nothing of the version before is in the new one: {len(report.unlike)} "
            f"({_named(report.unlike)}). Where it is another article, give its file a name that no article had and write "
            "aliases: [] into it; then put the former text back under the old name, or leave that out."
        )
    if report.copies:
        click.echo(f"{counted(report.copies, 'article has', 'articles have')} the same text as another.")
    _list_problems(report.problems)
    return report


def _named(slugs: Sequence[str]) -> str:
    more = f" and {len(slugs) - LISTED} more" if len(slugs) > LISTED else ""
    return f"{', '.join(slugs[:LISTED])}{more}"


class _Bar:
    """A progress bar that appears with the first file, so that nothing flickers where nothing changed."""

    def __init__(self) -> None:
        self._bar: click._termui_impl.ProgressBar[int] | None = None

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar:
            self._bar.render_finish()

    def show(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = click.progressbar(length=total, label="Reading the corpus", file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(1)


def _list_problems(problems: Iterable[Problem]) -> None:
    wrong = [problem for problem in problems if not problem.advice]
    advice = [problem for problem in problems if problem.advice]
    for title, listed in (
        (f"{counted(len(wrong), 'thing is', 'things are')} wrong:", wrong),
        ("Worth adding:", advice),
    ):
        if listed:
            click.echo(title, err=True)
            for problem in listed:
                click.echo(f"  {problem}", err=True)
