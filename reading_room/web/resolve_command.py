"""`flask resolve ADDRESS…`: what became of the words at many addresses, a line of JSON for each."""

import json
import re
import sys
from typing import Any
from urllib.parse import unquote

import click
from flask.cli import with_appcontext

from reading_room.library import Library
from reading_room.model.errors import NotReady, RoomError
from reading_room.permalinks.address import PREFIX, Address, BadAddress
from reading_room.web.quotations import resolution_document
from reading_room.web.state import current_room

_BEHIND = re.compile("[?#]")
"""What begins the part of an address that says nothing of which words it names."""


@click.command("resolve")
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]…")
@with_appcontext
def resolve_command(addresses: tuple[str, ...]) -> None:
    """Say what became of the words at each ADDRESS, a line of JSON each.

    Without any, addresses are read from standard input, one a line.
    """
    try:
        library = current_room().library()
    except NotReady as error:
        raise click.ClickException(f"{error.what} {error.remedy}") from error
    wrong = False
    for written in addresses or (line.strip() for line in sys.stdin if line.strip()):
        document = _document(library, written)
        wrong |= "error" in document
        click.echo(json.dumps(document, ensure_ascii=False))
    if wrong:
        sys.exit(1)


def _document(library: Library, written: str) -> dict[str, Any]:
    """The same as the address gives with .json, behind the address as it was written; or why there is nothing."""
    path = unquote(_BEHIND.split(written, maxsplit=1)[0]).rpartition(PREFIX)[2].removesuffix(".json")
    try:
        address = Address.parse(path.lower())
        return {"address": written} | resolution_document(library, address.slug, library.resolve(address))
    except BadAddress:
        return {"address": written, "error": "This is not the address of an article, a passage or words."}
    except RoomError as error:
        return {"address": written, "error": error.what}
