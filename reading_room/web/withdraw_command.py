"""`flask withdraw SLUG --why "…"`: what must not be shown is shown to nobody any more, and kept."""

import click
from flask.cli import with_appcontext

from reading_room.room import Room
from reading_room.web.versions_command import room_with_versions, said_in_words


@click.command("withdraw")
@click.argument("slug")
@click.option("--why", help="The reason that readers are given.")
@click.option("--version", "number", type=click.IntRange(1), help="Only this version; all of them without it.")
@click.option("--undo", is_flag=True, help="Show again what was withdrawn.")
@with_appcontext
def withdraw_command(slug: str, why: str | None, number: int | None, undo: bool) -> None:
    """Show the text of an article, or of one version of it, to nobody any more. It is kept, and can be shown again."""
    reason = " ".join((why or "").split())
    if undo == bool(reason):
        raise click.UsageError("Give the reason that readers are told: --why “…”; or --undo to show the text again.")
    room = room_with_versions()
    what = f"Version {number} of “{slug}”" if number else f"“{slug}”"
    with said_in_words():
        room.versions.create()
        _refuse_unknown(room, slug, number, undo)
        with room.versions.writing() as store:
            done = store.take_back(slug, number) if undo else store.withdraw(slug, number, reason)
    if not done:
        raise click.ClickException(
            f"{what} is not withdrawn."
            if undo
            else f"{what} is withdrawn already; --undo first to give another reason."
        )
    if undo:
        click.echo(f"{what} is shown again, from the next request on.")
        return
    click.echo(f"{what} is withdrawn, from the next request on. Its text is kept; --undo shows it again.")
    if not number and (room.corpus / "articles" / f"{slug}.md").is_file():
        click.echo(f"articles/{slug}.md stays where it is. It is read at each ingest, and not shown.")


def _refuse_unknown(room: Room, slug: str, number: int | None, undo: bool) -> None:
    numbers = [note.number for note in room.versions.notes(slug)]
    if not numbers:
        raise click.ClickException(f"There are no versions of “{slug}”. Write the name as its address has it: /a/name.")
    if number and number not in numbers:
        raise click.ClickException(f"“{slug}” has no version {number}; they are numbered 1 to {numbers[-1]}.")
    if number == numbers[-1] and not undo and not room.versions.taken_out(slug):
        raise click.ClickException(
            f"Version {number} is the newest of “{slug}”. Change the text and ingest, then withdraw it; or withdraw all"
            f" versions: flask withdraw {slug} --why “…”"
        )
