"""Joins the parts into one application. `python app.py` reads the corpus and serves the room."""

import math
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from flask import Flask
from waitress.server import create_server
from werkzeug.middleware.proxy_fix import ProxyFix

from reading_room.corpus.versions import VersionsUnreadable
from reading_room.index.generations import Busy
from reading_room.index.searcher import BUDGET
from reading_room.ingest import RESTORE
from reading_room.model.errors import NotReady
from reading_room.room import Room
from reading_room.web.articles import articles
from reading_room.web.commands import commands, read_and_report
from reading_room.web.compare import compare
from reading_room.web.errors import handle_errors
from reading_room.web.events import events
from reading_room.web.exports import exports
from reading_room.web.frame import frame
from reading_room.web.history import history
from reading_room.web.home import home
from reading_room.web.link_pages import link_pages
from reading_room.web.mementos import mementos
from reading_room.web.oembed import oembed
from reading_room.web.opensearch import opensearch
from reading_room.web.renamed import lead_on
from reading_room.web.requests import SeenRequest
from reading_room.web.search import search
from reading_room.web.search_feed import search_feed
from reading_room.web.state import EXTENSION
from reading_room.web.suggest import suggest

HERE = Path(__file__).parent
THREADS = 8
LARGEST_BODY = 65_536
"""Readers send no bodies."""
LONGEST_SEARCH = 60
"""Seconds that a keeper may allow for a search."""
LONGEST_SILENCE = 30
"""Seconds after which a connection on which nothing comes is closed, so that idle ones cannot fill the room."""
MOST_CONNECTIONS = 1_000
BLUEPRINTS = (
    home,
    search,
    search_feed,
    opensearch,
    suggest,
    exports,
    articles,
    history,
    link_pages,
    mementos,
    oembed,
    events,
    compare,
    commands,
)


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The application. `config` may give CORPUS and INDEX, the paths of the two folders.

    Else READING_ROOM_CORPUS and READING_ROOM_INDEX of the environment say where they are, else they lie beside this file. PROXY (or
    READING_ROOM_PROXY=1) says that one proxy stands in front, whose X-Forwarded headers tell the address that readers use.
    SEARCH_SECONDS (READING_ROOM_SEARCH_SECONDS) is how long one search may take.
    TRUSTED_HOSTS (or READING_ROOM_HOSTS, names parted by spaces) are the only hosts that the room answers to, if any are named.
    """
    app = Flask(__name__)
    app.request_class = SeenRequest
    app.config["CORPUS"] = os.environ.get("READING_ROOM_CORPUS", HERE / "corpus")
    app.config["INDEX"] = os.environ.get("READING_ROOM_INDEX", HERE / "index")
    app.config["PROXY"] = os.environ.get("READING_ROOM_PROXY") == "1"
    app.config["SEARCH_SECONDS"] = os.environ.get("READING_ROOM_SEARCH_SECONDS", BUDGET)
    app.config["TRUSTED_HOSTS"] = os.environ.get("READING_ROOM_HOSTS", "").split() or None
    app.config.from_mapping(config or {})
    app.json.sort_keys = False  # type: ignore[attr-defined]  # fields stand in the order that the documentation has
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    if app.config["PROXY"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    app.extensions[EXTENSION] = Room(
        Path(app.config["CORPUS"]), Path(app.config["INDEX"]), _seconds(app.config["SEARCH_SECONDS"])
    )
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    lead_on(app)
    frame(app)
    handle_errors(app)
    return app


def _seconds(value: object) -> float:
    try:
        seconds = float(str(value))
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= LONGEST_SEARCH:
        sys.exit(
            f"READING_ROOM_SEARCH_SECONDS={value} is no time for a search. Set it to seconds, from 0.1 to {LONGEST_SEARCH}."
        )
    return seconds


def main() -> None:
    """Bring the index up to date and serve until interrupted."""
    app = create_app()
    room: Room = app.extensions[EXTENSION]
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    if not (port.isdigit() and int(port) < 65536):
        sys.exit(f"PORT={port} is not a port. Set it to a number from 1 to 65535.")
    try:
        read_and_report(room)
    except Busy as error:
        click.echo(f"{error} The room opens with what it has.", err=True)
    except (VersionsUnreadable, NotReady, OSError) as error:
        click.echo(
            f"The corpus cannot be read: {error}. {RESTORE if isinstance(error, VersionsUnreadable) else ''}", err=True
        )
        try:
            room.library()
        except NotReady as unready:
            sys.exit(f"{unready.what} {unready.remedy}")
        click.echo("The room opens with what it read before.", err=True)
    try:
        server = create_server(
            app,
            host=host,
            port=int(port),
            threads=THREADS,
            ident="reading-room",
            connection_limit=MOST_CONNECTIONS,
            channel_timeout=LONGEST_SILENCE,
            max_request_body_size=LARGEST_BODY,
        )
    except OSError as error:
        sys.exit(f"The room cannot be opened at {host}, port {port}: {error}. Set HOST or PORT to another.")
    click.echo(f"The room is open at http://{f'[{host}]' if ':' in host else host}:{port}")
    server.run()


if __name__ == "__main__":
    main()
