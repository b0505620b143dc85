"""`flask events`: proposes events for the articles of the room or of a file, and writes those that the keeper accepts."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from anyascii import anyascii
from flask.cli import with_appcontext

from reading_room.comparing.groups.proposing import Proposal, Proposing, proposals
from reading_room.comparing.groups.telling import telling
from reading_room.comparing.sentences.analysing import analyse
from reading_room.comparing.wording.copies import same_texts
from reading_room.corpus.account_lines import CannotAdd, add_account
from reading_room.corpus.articles import SLUG
from reading_room.corpus.event_file import event_text, write_new, write_over
from reading_room.library import Library
from reading_room.model.article import Version
from reading_room.model.copies import SameText, together
from reading_room.model.errors import RoomError
from reading_room.model.sketches import sketch
from reading_room.web.event_listing import days_in_words, listing
from reading_room.web.json_texts import Id, read_lines
from reading_room.web.state import current_room
from reading_room.web.wording import counted

LONGEST_NAME = 60
"""Letters of a proposed event's name in its address."""


@click.group("events")
def events_command() -> None:
    """Propose events for articles, and accept what is proposed."""


@events_command.command("suggest")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON list instead of lines to read.")
@click.option(
    "--from",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Group the texts of this file instead, a line of JSON each: id, text; also title, published, language.",
)
@with_appcontext
def suggest_command(as_json: bool, file: Path | None) -> None:
    """Propose which articles tell of one event; every article is in exactly one group. Nothing is written."""
    if file:
        found, ids, titles, wrong = _of_file(file)
    else:
        library, wrong = _library(), []
        _, found = _proposed(library)
        ids = {slug: slug for slug in library.corpus.articles}
        titles = {slug: article.title for slug, article in library.corpus.articles.items()}
    if as_json:
        click.echo(json.dumps([_document(one, ids) for one in found], ensure_ascii=False, indent=1))
    else:
        events = {} if file else library.corpus.events
        for line in listing(found, events, titles, of_room=file is None):
            click.echo(line)
    for number, what in wrong:
        click.echo(f"{file}:{number}: {what}", err=True)
    if wrong:
        sys.exit(1)


@events_command.command("accept")
@click.argument("article")
@click.option("--event", help="The event of the room that these are accounts of.")
@click.option("--slug", help="The name of a new event in its address; made of the proposed title if none is given.")
@click.option("--name", help="What the new event is called.")
@click.option("--where", default="not said", show_default=True, help="Where it happened.")
@click.option("--without", multiple=True, help="An article of the group that is no account of it. May be given again.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, write nothing.")
@with_appcontext
def accept_command(
    article: str,
    event: str | None,
    slug: str | None,
    name: str | None,
    where: str,
    without: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Take the proposed group that ARTICLE is in for an event: a new one, or that which its members tell of already.

    Writes corpus/events/SLUG.md for a new one, and a line in the front matter of each member. Nothing else in a file changes.
    """
    library = _library()
    proposing, found = _proposed(library)
    group = next((one for one in found if article in one.articles), None)
    if group is None:
        raise click.ClickException(f"There is no article “{article}” in the room.")
    if event and event not in library.corpus.events:
        raise click.ClickException(f"There is no event “{event}”. Without --event a new one is made.")
    made = bool(slug or name) and not event
    target = event or (None if made else group.known)
    events = current_room().corpus / "events"
    articles = current_room().corpus / "articles"
    members = [one for one in (group.newcomers if target and not event else group.articles) if one not in without]
    writing: dict[Path, str] = {}
    if target is None:
        taken = proposing.of(members) if members else group
        if taken.days is None:
            raise click.ClickException("No day is known for this group. Write its file by hand.")
        target = slug or _slug(name or taken.title, str(taken.days.first)[:7])
        if not SLUG.match(target):
            raise click.ClickException(f"“{target}” cannot be part of an address. Use a to z, figures and hyphens.")
        if (events / f"{target}.md").exists():
            raise click.ClickException(f"There is an events/{target}.md. Give another --slug, or --event {target}.")
        basis = f"proposed by flask events suggest, to be checked: {days_in_words(taken.days, len(members))}"
        writing[events / f"{target}.md"] = event_text(
            name or taken.title, taken.days.first, taken.days.last, basis, where
        )
    by_hand = []
    for member in members:
        path = articles / f"{member}.md"
        try:
            text, added = add_account(path, target)
        except CannotAdd as error:
            by_hand.append(f"  articles/{member}.md: {error}. Add: accounts: [{{event: {target}}}]")
            continue
        if added != text:
            writing[path] = added
    if not writing and not by_hand:
        click.echo(f"All of this group tell of {target} already.")
    for path, text in writing.items():
        shown = f"{path.parent.name}/{path.name}"
        click.echo(f"{'Would write' if dry_run else 'Wrote'} {shown}{'' if path.parent == articles else ':'}")
        if path.parent == events:
            click.echo("".join(f"  {line}\n" for line in text.splitlines()), nl=False)
        if not dry_run:
            try:
                (write_over if path.parent == articles else write_new)(path, text)
            except OSError as error:
                raise click.ClickException(f"{shown} cannot be written ({error}).") from error
    if by_hand:
        click.echo(f"{counted(len(by_hand), 'file was', 'files were')} left as they are:", err=True)
        click.echo("\n".join(by_hand), err=True)
    if writing and not dry_run:
        click.echo("Read them, then “flask check” and “flask ingest”.")
    if by_hand:
        sys.exit(1)


def _library() -> Library:
    try:
        return current_room().library()
    except RoomError as error:
        raise click.ClickException(f"{error.what} {error.remedy}".strip()) from error


def _proposed(library: Library) -> tuple[Proposing, tuple[Proposal, ...]]:
    """What is proposed for the room, and what says the same of some of its articles."""
    corpus = library.corpus
    tellings = [telling(slug, library.read(slug).version, library.analysis(slug)) for slug in sorted(corpus.articles)]
    pairs = [SameText((slug, copy.article), (1, 1), ()) for slug, found in corpus.copies.items() for copy in found]
    accounts = {slug: [one.event for one in article.accounts] for slug, article in corpus.articles.items()}
    return Proposing(tellings, accounts), proposals(tellings, together(pairs), accounts)


def _of_file(path: Path) -> tuple[tuple[Proposal, ...], dict[str, Id], dict[str, str], list[tuple[int, str]]]:
    wrong: list[tuple[int, str]] = []
    with path.open("rb") as lines:
        given = list(read_lines(lines, wrong))
    tellings = [telling(one.key, one.version, analyse(one.version)) for one in given]
    found = proposals(tellings, _copies({one.key: one.version for one in given}))
    return (
        found,
        {one.key: one.id for one in given},
        {one.key: one.version.article.title for one in given},
        sorted(wrong),
    )


def _copies(versions: dict[str, Version]) -> list[tuple[str, ...]]:
    """The texts that are the same text."""

    def passages(key: str) -> Sequence[str]:
        return [passage.text for passage in versions[key].passages]

    sketches = {key: sketch(passages(key)) for key in versions}
    return together(same_texts((), {}, sketches, sketches.keys(), passages))


def _document(one: Proposal, ids: dict[str, Id] | dict[str, str]) -> dict[str, object]:
    return {
        "title": one.title,
        "from": str(one.days.first) if one.days else None,
        "to": str(one.days.last) if one.days else None,
        "articles": [ids[key] for key in one.articles],
    }


def _slug(title: str, month: str) -> str:
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", anyascii(title)).lower())
    text = "-".join(words)[:LONGEST_NAME].strip("-") or "event"
    return f"{text}-{month}"
