"""`versions.sqlite3`: the text of every version that was ever served, kept as it was.

Passages are stored as they were numbered and cut when they were first read, so that a later release of the room or of its
Markdown reader cannot change what an old address shows. Each version is one row, written in a transaction; rows are never changed.

The versions of an article are its history. It keeps the name that the article had first; the names that the article took later
lead to it, so that a renamed file goes on with one numbering, and a name is one row to write.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from reading_room.corpus.versions_format import FORMAT, bring_up_to_date, format_of, lay_over
from reading_room.corpus.versions_writer import VersionsWriter, history_of, newest_of, read_version
from reading_room.model.article import Version, VersionNote
from reading_room.model.errors import NotReady
from reading_room.model.keeping import (
    Absence,
    AbsenceMark,
    Marks,
    NameMark,
    RemovalMark,
    StoredVersion,
    Withdrawal,
    WithdrawalMark,
    Withdrawals,
)
from reading_room.model.lineage import Change

PATIENCE = 5
"""Seconds that a reader waits for a writer's commit."""
UNREADABLE = (sqlite3.Error, msgspec.MsgspecError)
"""What a damaged, locked or foreign file raises."""


class VersionsUnreadable(Exception):
    """The file is not one of this room's, or of a later release."""


class Versions:
    """The store. One object serves many threads: each call opens the file for itself, which takes 0.1 ms.

    Articles are asked for by any name that they have or had.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> None:
        """Make the file if it is not there, and bring one of an earlier format up to date.

        Raises `VersionsUnreadable` if what is there cannot be used.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(self.path, timeout=30)) as connection:
                found = format_of(connection)
                if found > FORMAT:
                    raise VersionsUnreadable(f"{self.path} was written by a later release of the room (format {found})")
                if found < FORMAT:  # else nothing is written: the folder may be for reading alone
                    bring_up_to_date(connection)
        except sqlite3.DatabaseError as error:
            raise VersionsUnreadable(f"{self.path} cannot be used ({error})") from error

    def state(self) -> object | None:
        """Tells one state of the file from another in a twentieth of the time that opening it takes; None where there is none.

        SQLite counts every commit in bytes 24 to 27.
        """
        try:
            with self.path.open("rb") as file:
                status = os.fstat(file.fileno())
                return status.st_ino, status.st_size, status.st_mtime_ns, file.read(28)[24:]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NotReady(
                f"The texts of the articles cannot be read ({error}).", "Check the folder’s permissions."
            ) from error

    def fault(self) -> str | None:
        """What is wrong with the file, if there is one: looked for in all of it."""
        if not self.path.exists():
            return None
        try:
            with self._reading() as connection:
                (state,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
                connection.execute("SELECT count(*) FROM version").fetchone()
        except NotReady as error:
            return error.what
        return None if state == "ok" else f"it is damaged ({state})"

    @contextmanager
    def writing(self) -> Iterator[VersionsWriter]:
        """A transaction: all that is done in it is kept together, or none of it.

        Until it ends, nothing of it is written to the file: a cache that spills would shut readers out meanwhile.
        """
        try:
            with closing(sqlite3.connect(self.path, timeout=30)) as connection, connection:
                connection.execute("PRAGMA cache_spill = OFF")
                yield VersionsWriter(connection)
        except UNREADABLE as error:
            raise VersionsUnreadable(f"{self.path} cannot be used ({error})") from error

    def get(self, slug: str, number: int) -> Version | None:
        """A version, withdrawn or not: whether it may be shown is for `corpus.shelf` to say."""
        with self._reading() as connection:
            return read_version(connection, slug, number)

    def newest(self, slug: str) -> Version | None:
        with self._reading() as connection:
            return newest_of(connection, slug)

    def notes(self, slug: str) -> tuple[VersionNote, ...]:
        """Which versions there are, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT number, ingested, EXISTS (SELECT 1 FROM withdrawal WHERE withdrawal.slug = version.slug"
                " AND withdrawal.number IN (0, version.number)) FROM version WHERE slug = ? ORDER BY number",
                (history_of(connection, slug),),
            ).fetchall()
        return tuple(
            VersionNote(number, datetime.fromisoformat(ingested), bool(withdrawn))
            for number, ingested, withdrawn in rows
        )

    def lineage(self, slug: str, after: int, up_to: int) -> tuple[tuple[Change, ...], ...]:
        """Of each version after `after`, what became of the passages of the version before it.

        That a passage was kept is one object in all of them, or the lineage of a long history would take as much as its texts.
        """
        same: dict[str, Change] = {}
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT number, lineage FROM version WHERE slug = ? AND number > ? AND number <= ?",
                (history_of(connection, slug), after, up_to),
            ).fetchall()
            stored = {
                number: tuple(
                    same.setdefault(change.passage, change) if change.how == "kept" else change
                    for change in msgspec.json.decode(lineage, type=tuple[Change, ...])
                )
                for number, lineage in rows
            }
        return tuple(stored.get(number, ()) for number in range(after + 1, up_to + 1))

    def last_with_passage(self, slug: str, passage: str, up_to: int | None = None) -> int | None:
        """The newest version (of those `up_to` one) that has a passage of this number and was not withdrawn, or None."""
        with self._reading() as connection:
            (number,) = connection.execute(
                "SELECT max(number) FROM version, json_each(passages) AS one"
                " WHERE slug = ?1 AND one.value ->> 'id' = ?2 AND (?3 IS NULL OR number <= ?3)"
                " AND number NOT IN (SELECT number FROM withdrawal WHERE slug = ?1)",
                (history_of(connection, slug), passage, up_to),
            ).fetchone()
        return int(number) if number else None

    def last_numbers(self) -> dict[str, int]:
        """The number of the newest version of every article that ever was here, by the name that it took last."""
        with self._reading() as connection:
            rows = connection.execute("SELECT slug, max(number) FROM version GROUP BY slug").fetchall()
            present = _present_names(connection)
        return {present.get(history, history): number for history, number in rows}

    def names(self) -> dict[str, str]:
        """For each name that an article had once, the one that it took last."""
        with self._reading() as connection:
            present = _present_names(connection)
            rows = connection.execute(
                "SELECT slug, history FROM name UNION SELECT history, history FROM name"
            ).fetchall()
        return {slug: present[history] for slug, history in rows if slug != present[history]}

    def withdrawals(self) -> Withdrawals:
        """What the keeper withdrew, under every name of each article."""
        found: dict[str, dict[int | None, Withdrawal]] = defaultdict(dict)
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT slug, number, why, at FROM withdrawal UNION ALL SELECT name.slug, number, why, at"
                " FROM withdrawal JOIN name ON name.history = withdrawal.slug"
            ).fetchall()
        for slug, number, why, at in rows:
            found[slug][number or None] = Withdrawal(why, datetime.fromisoformat(at))
        return dict(found)

    def taken_out(self, slug: str) -> datetime | None:
        """When the article was taken out of the room; None where it was not, or nobody noted it."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT at FROM removal WHERE slug = ?", (history_of(connection, slug),)
            ).fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def absences(self, slug: str) -> tuple[Absence, ...]:
        """The times for which the article was out of the room, in order, as far as they were noted."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT gone, back FROM absence WHERE slug = ? ORDER BY gone", (history_of(connection, slug),)
            ).fetchall()
        return tuple(Absence(*map(datetime.fromisoformat, row)) for row in rows)

    def removals(self) -> frozenset[str]:
        """The articles that an ingest found to be out of the room, by the names that they took last."""
        with self._reading() as connection:
            present = _present_names(connection)
            rows = connection.execute("SELECT slug FROM removal").fetchall()
        return frozenset(present.get(history, history) for (history,) in rows)

    def stored(self) -> Iterator[StoredVersion]:
        """Every version as it is kept, in order of history and number.

        Read article by article: to hold the file open for long would keep an ingest from writing, and that one every reader.
        """
        with self._reading() as connection:
            histories = connection.execute("SELECT DISTINCT slug FROM version ORDER BY slug").fetchall()
        for history in histories:
            with self._reading() as connection:
                rows = connection.execute(
                    "SELECT slug, number, ingested, fingerprint, article, passages, lineage, counter FROM version"
                    " WHERE slug = ? ORDER BY number",
                    history,
                ).fetchall()
            yield from (StoredVersion(*row) for row in rows)

    def marks(self) -> Marks:
        """All that is kept beside the versions."""
        with self._reading() as connection:
            names = connection.execute("SELECT slug, history, after, since FROM name ORDER BY rowid").fetchall()
            withdrawals = connection.execute("SELECT * FROM withdrawal ORDER BY slug, number").fetchall()
            removals = connection.execute("SELECT * FROM removal ORDER BY slug").fetchall()
            absences = connection.execute("SELECT * FROM absence ORDER BY slug, gone").fetchall()
        return Marks(
            tuple(NameMark(*row) for row in names),
            tuple(WithdrawalMark(*row) for row in withdrawals),
            tuple(RemovalMark(*row) for row in removals),
            tuple(AbsenceMark(*row) for row in absences),
        )

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Opened such that SQLite may undo what a killed writer left half done, and for nothing else."""
        uri = f"{self.path.resolve().as_uri()}?mode=rw"
        try:
            with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE)) as connection:
                found = format_of(connection)
                if found > FORMAT:
                    raise sqlite3.DatabaseError(f"it was written by a later release of the room, format {found}")
                if 0 < found < FORMAT:
                    lay_over(connection, found)
                connection.execute("PRAGMA query_only = ON")
                yield connection
        except UNREADABLE as error:
            remedy = f"The keeper of the room has to put {self.path.name} back into the corpus from a backup."
            raise NotReady(f"The texts of the articles cannot be read ({error}).", remedy) from error


def _present_names(connection: sqlite3.Connection) -> Mapping[str, str]:
    """For each history whose article was renamed, the name that it took last."""
    return dict(connection.execute("SELECT history, slug FROM name ORDER BY rowid").fetchall())
