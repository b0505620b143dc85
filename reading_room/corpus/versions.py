"""`versions.sqlite3`: the text of every version that was ever served, kept as it was.

Passages are stored as they were numbered and cut when they were first read, so that a later release of the room or of its
Markdown reader cannot change what an old address shows. Each version is one row, written in a transaction; rows are never changed.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from reading_room.model.article import Article, Passage, Version, VersionNote
from reading_room.model.errors import NotReady
from reading_room.model.lineage import Change

FORMAT = 1
"""`user_version` of the file; a file of a later format is refused."""

PATIENCE = 5
"""Seconds that a reader waits for a writer's commit."""
UNREADABLE = (sqlite3.Error, msgspec.MsgspecError)
"""What a damaged, locked or foreign file raises."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS version (
    slug        TEXT NOT NULL,
    number      INTEGER NOT NULL CHECK (number > 0),
    ingested    TEXT NOT NULL,      -- ISO 8601, UTC
    fingerprint TEXT NOT NULL,      -- of what a reader sees: title, sources, text
    article     TEXT NOT NULL,      -- JSON: reading_room.model.article.Article
    passages    TEXT NOT NULL,      -- JSON: a list of Passage
    lineage     TEXT NOT NULL,      -- JSON: what became of each passage of the version before
    PRIMARY KEY (slug, number)
) WITHOUT ROWID;
"""


class VersionsUnreadable(Exception):
    """The file is not one of this room's, or of a later release."""


class Versions:
    """The store. One object serves many threads: each call opens the file for itself, which takes 0.1 ms."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> None:
        """Make the file if it is not there; raise `VersionsUnreadable` if what is there cannot be used."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                (found,) = connection.execute("PRAGMA user_version").fetchone()
                if found > FORMAT:
                    raise VersionsUnreadable(f"{self.path} was written by a later release of the room (format {found})")
                if found < FORMAT:  # else nothing is written: the folder may be for reading alone
                    with connection:
                        connection.executescript(_SCHEMA)
                        connection.execute(f"PRAGMA user_version = {FORMAT}")
        except sqlite3.DatabaseError as error:
            raise VersionsUnreadable(f"{self.path} cannot be used ({error})") from error

    def fault(self) -> str | None:
        """What is wrong with the file, if there is one: looked for in all of it."""
        if not self.path.exists():
            return None
        try:
            with self._reading() as connection:
                (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
                connection.execute("SELECT count(*) FROM version").fetchone()
        except NotReady as error:
            return error.what
        return None if state == "ok" else f"it is damaged ({state})"

    @contextmanager
    def writing(self) -> Iterator["VersionsWriter"]:
        """A transaction: all that is added in it is kept together, or none of it.

        Until it ends, nothing of it is written to the file: a cache that spills would shut readers out meanwhile.
        """
        try:
            with closing(sqlite3.connect(self.path, timeout=30)) as connection, connection:
                connection.execute("PRAGMA cache_spill = OFF")
                yield VersionsWriter(connection)
        except UNREADABLE as error:
            raise VersionsUnreadable(f"{self.path} cannot be used ({error})") from error

    def get(self, slug: str, number: int) -> Version | None:
        with self._reading() as connection:
            row = connection.execute(
                "SELECT number, ingested, article, passages FROM version WHERE slug = ? AND number = ?", (slug, number)
            ).fetchone()
            return _version(row) if row else None

    def newest(self, slug: str) -> Version | None:
        with self._reading() as connection:
            return _newest(connection, slug)

    def notes(self, slug: str) -> tuple[VersionNote, ...]:
        """Which versions there are, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT number, ingested FROM version WHERE slug = ? ORDER BY number", (slug,)
            ).fetchall()
        return tuple(VersionNote(number, datetime.fromisoformat(ingested)) for number, ingested in rows)

    def lineage(self, slug: str, after: int, up_to: int) -> tuple[tuple[Change, ...], ...]:
        """Of each version after `after`, what became of the passages of the version before it."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT number, lineage FROM version WHERE slug = ? AND number > ? AND number <= ?",
                (slug, after, up_to),
            ).fetchall()
            stored = {number: msgspec.json.decode(lineage, type=tuple[Change, ...]) for number, lineage in rows}
        return tuple(stored.get(number, ()) for number in range(after + 1, up_to + 1))

    def last_with_passage(self, slug: str, passage: str, up_to: int | None = None) -> int | None:
        """The newest version (of those `up_to` one) that has a passage of this number, or None."""
        with self._reading() as connection:
            (number,) = connection.execute(
                "SELECT max(number) FROM version, json_each(passages) AS one"
                " WHERE slug = ?1 AND one.value ->> 'id' = ?2 AND (?3 IS NULL OR number <= ?3)",
                (slug, passage, up_to),
            ).fetchone()
        return int(number) if number else None

    def last_numbers(self) -> dict[str, int]:
        """The number of the newest version of every article that ever was here."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT slug, max(number) FROM version GROUP BY slug").fetchall())

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Opened such that SQLite may undo what a killed writer left half done, and for nothing else."""
        uri = f"{self.path.resolve().as_uri()}?mode=rw"
        try:
            with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE)) as connection:
                (found,) = connection.execute("PRAGMA user_version").fetchone()
                if found > FORMAT:
                    raise sqlite3.DatabaseError(f"it was written by a later release of the room, format {found}")
                connection.execute("PRAGMA query_only = ON")
                yield connection
        except UNREADABLE as error:
            remedy = f"The keeper of the room has to put {self.path.name} back into the corpus from a backup."
            raise NotReady(f"The texts of the articles cannot be read ({error}).", remedy) from error


class VersionsWriter:
    """What ingest needs within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def newest(self, slug: str) -> tuple[Version, str] | None:
        """The newest version with its fingerprint."""
        version = _newest(self._connection, slug)
        if version is None:
            return None
        (fingerprint,) = self._connection.execute(
            "SELECT fingerprint FROM version WHERE slug = ? AND number = ?", (slug, version.number)
        ).fetchone()
        return version, fingerprint

    def numbers_used(self, slug: str) -> frozenset[str]:
        """Every passage number that any version has used: none of them is ever given out again."""
        rows = self._connection.execute(
            "SELECT DISTINCT one.value ->> 'id' FROM version, json_each(passages) AS one WHERE slug = ?", (slug,)
        )
        return frozenset(number for (number,) in rows)

    def add(
        self, article: Article, number: int, fingerprint: str, passages: tuple[Passage, ...], lineage: object
    ) -> Version:
        """Keep a version, dated now."""
        version = Version(article, number, datetime.now(UTC).replace(microsecond=0), passages)
        texts = (msgspec.json.encode(part).decode() for part in (article, passages, lineage))
        self._connection.execute(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?)",
            (article.slug, number, version.ingested.isoformat(), fingerprint, *texts),
        )
        return version


def _newest(connection: sqlite3.Connection, slug: str) -> Version | None:
    row = connection.execute(
        "SELECT number, ingested, article, passages FROM version WHERE slug = ? ORDER BY number DESC LIMIT 1", (slug,)
    ).fetchone()
    return _version(row) if row else None


def _version(row: tuple[int, str, str, str]) -> Version:
    number, ingested, article, passages = row
    return Version(
        article=msgspec.json.decode(article, type=Article),
        number=number,
        ingested=datetime.fromisoformat(ingested),
        passages=msgspec.json.decode(passages, type=tuple[Passage, ...]),
    )
