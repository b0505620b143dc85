"""What is read in the sentences of every article, as one SQLite file of a generation, so that a page reads only what it shows.

A generation begins with the files of the one before, which may be shared with it: the file is altered as a copy that takes its
place. Once its generation is published nothing writes to it, and readers tell SQLite so.
"""

import os
import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from reading_room.model.analysis import Analysis

FILE = "analyses.sqlite3"
UNREADABLE = (OSError, sqlite3.Error, zlib.error, msgspec.MsgspecError)
"""What a missing or foreign file raises."""

_pack = msgspec.msgpack.Encoder()
_unpack = msgspec.msgpack.Decoder(Analysis)


class Analyses:
    """The analyses of one generation. One object serves many threads: each call opens the file for itself."""

    def __init__(self, folder: Path) -> None:
        self._uri = f"{(folder / FILE).absolute().as_uri()}?mode=ro&immutable=1"

    def get(self, slug: str) -> Analysis | None:
        """The analysis of an article's newest version; None where there is none that can be read."""
        try:
            with closing(sqlite3.connect(self._uri, uri=True)) as connection:
                row = connection.execute("SELECT packed FROM analysis WHERE slug = ?", (slug,)).fetchone()
            return _unpack.decode(zlib.decompress(row[0])) if row else None
        except UNREADABLE:
            return None


class AnalysesWriter:
    """What can be done to the analyses of a generation before it is published."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, slug: str, analysis: Analysis) -> None:
        packed = zlib.compress(_pack.encode(analysis), 1)
        self._connection.execute("INSERT OR REPLACE INTO analysis VALUES (?, ?)", (slug, packed))

    def remove(self, slugs: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM analysis WHERE slug = ?", ((slug,) for slug in slugs))


@contextmanager
def writing_analyses(folder: Path) -> Iterator[AnalysesWriter]:
    """Alter the analyses in a folder, beginning with those that are there; where it ends by an error nothing changes."""
    fresh = folder / f".{FILE}"
    try:
        shutil.copyfile(folder / FILE, fresh)
    except FileNotFoundError:
        fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            # A file that nobody else knows and that is thrown away after an error needs no journal.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS analysis (slug TEXT PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID"
            )
            yield AnalysesWriter(connection)
            connection.execute("COMMIT")
        os.replace(fresh, folder / FILE)
    finally:
        fresh.unlink(missing_ok=True)
