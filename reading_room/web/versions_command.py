"""`flask versions export FOLDER` and `flask versions restore FOLDER`: all that the room keeps, as plain files and back."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask.cli import with_appcontext

from reading_room.checking_versions import misfit
from reading_room.corpus.version_files import export, is_export, restore
from reading_room.corpus.versions import VersionsUnreadable
from reading_room.index.generations import Busy
from reading_room.model.errors import NotReady
from reading_room.model.problem import Problem
from reading_room.room import Room
from reading_room.web.state import current_room
from reading_room.web.wording import counted


@click.group("versions")
def versions_command() -> None:
    """Keep the versions of all articles as plain files, or take them in again."""


@versions_command.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@with_appcontext
def export_command(folder: Path) -> None:
    """Write every version of every article into FOLDER, a file each."""
    with said_in_words():
        done = export(room_with_versions().versions, folder)
    click.echo(
        f"{counted(done.versions, 'version', 'versions')} written to {folder}; {done.there:,} were there already."
    )
    _end(done.problems)


@versions_command.command("restore")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@with_appcontext
def restore_command(folder: Path) -> None:
    """Take in the versions from FOLDER that the room does not have; what it has is never written over."""
    if not is_export(folder):
        raise click.ClickException(f"{folder} is no export of versions. “flask versions export” makes one.")
    room = current_room()
    with said_in_words(), room.generations.writing():
        room.versions.create()
        done = restore(room.versions, folder, misfit)
    click.echo(
        f"{counted(done.versions, 'version', 'versions')} restored; {done.there:,} were there already. "
        "“flask ingest” shows them."
    )
    _end(done.problems)


def room_with_versions() -> Room:
    """The room, which must have been read once."""
    room = current_room()
    if not room.versions.path.exists():
        raise click.ClickException(f"There is no {room.versions.path}. “flask ingest” makes it.")
    return room


@contextmanager
def said_in_words() -> Iterator[None]:
    """What keeps a command from the store or the folder, as one line."""
    try:
        yield
    except NotReady as error:
        raise click.ClickException(f"{error.what} {error.remedy}") from error
    except (Busy, VersionsUnreadable, OSError) as error:
        raise click.ClickException(f"{error}") from error


def _end(problems: Iterable[Problem]) -> None:
    """Name what was wrong; 1 if anything was."""
    listed = sorted(problems)
    for problem in listed:
        click.echo(f"  {problem}", err=True)
    if listed:
        sys.exit(1)
