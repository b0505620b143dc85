"""What ingest found, as one file that a generation of the index carries: everything but the articles' texts.

A running room reads its articles' names, its events and its outlets here and nowhere else, so that all of a page comes from one
moment, whatever a keeper is doing to the files meanwhile.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from reading_room.corpus.folder import Source
from reading_room.model.about import About
from reading_room.model.article import Article
from reading_room.model.copies import SameText
from reading_room.model.event import Event
from reading_room.model.names import NameSet
from reading_room.model.outlet import Outlet
from reading_room.model.problem import Problem

FILE = "catalogue.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that is in the room: its newest version, and the file it was read from.

    `number` is how the index knows it; it stays the same from one generation to the next.
    """

    article: Article
    number: int
    version: int
    passages: int
    source: Source
    problems: tuple[Problem, ...] = ()
    """What was wrong in the file, to be said again at each ingest until it is mended."""
    aliases: tuple[str, ...] | None = None
    """As in `Draft`."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Keyed by slug or key; `made` is when this was written (UTC).

    `gone` has the last version of each article that was taken out of the room, `same_texts` the pairs of articles that have the
    same text in their newest versions, `renamed` for each name that an article had before the one that it has now.
    """

    made: datetime
    about: About
    articles: dict[str, Entry]
    events: dict[str, Event]
    outlets: dict[str, Outlet]
    names: dict[str, NameSet]
    gone: dict[str, int]
    same_texts: tuple[SameText, ...]
    renamed: dict[str, str] = field(default_factory=dict)


def write_catalogue(catalogue: Catalogue, folder: Path) -> None:
    """Write to a file of its own first: the old one may be shared with the generation before."""
    fresh = folder / f".{FILE}"
    fresh.write_bytes(msgspec.json.encode(catalogue))
    fresh.replace(folder / FILE)


def read_catalogue(folder: Path) -> Catalogue:
    """Raises OSError or msgspec.DecodeError where there is none that can be read."""
    return msgspec.json.decode((folder / FILE).read_bytes(), type=Catalogue)
