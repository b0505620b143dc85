"""What can be done to the store of versions within one transaction, and how a row of it becomes a version."""

import sqlite3
from dataclasses import astuple, replace
from datetime import UTC, datetime

import msgspec

from reading_room.model.article import Article, Passage, Version
from reading_room.model.keeping import Marks, StoredVersion
from reading_room.model.lineage import Change


class VersionsWriter:
    """A transaction on the store. Articles are named by any name that they have or had."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def newest(self, slug: str) -> tuple[Version, str] | None:
        """The newest version with its fingerprint."""
        version = newest_of(self._connection, slug)
        if version is None:
            return None
        (fingerprint,) = self._connection.execute(
            "SELECT fingerprint FROM version WHERE slug = ? AND number = ?", (self.history(slug), version.number)
        ).fetchone()
        return version, fingerprint

    def history(self, slug: str) -> str:
        """The name that the article's versions are kept under."""
        return history_of(self._connection, slug)

    def numbers_used(self, slug: str) -> frozenset[str]:
        """Every passage number that any version has used: none of them is ever given out again."""
        rows = self._connection.execute(
            "SELECT DISTINCT one.value ->> 'id' FROM version, json_each(passages) AS one WHERE slug = ?",
            (self.history(slug),),
        )
        return frozenset(number for (number,) in rows)

    def withdrawn_with(self, slug: str, fingerprint: str) -> int | None:
        """The withdrawn version that has this fingerprint, if there is one."""
        row = self._connection.execute(
            "SELECT number FROM version JOIN withdrawal USING (slug, number) WHERE slug = ? AND fingerprint = ?",
            (self.history(slug), fingerprint),
        ).fetchone()
        return int(row[0]) if row else None

    def is_withdrawn(self, slug: str, number: int) -> bool:
        """Whether this version was withdrawn, by itself or with all others."""
        row = self._connection.execute(
            "SELECT 1 FROM withdrawal WHERE slug = ? AND number IN (0, ?)", (self.history(slug), number)
        ).fetchone()
        return row is not None

    def add(
        self,
        article: Article,
        number: int,
        fingerprint: str,
        passages: tuple[Passage, ...],
        lineage: tuple[Change, ...],
        counter: str,
    ) -> Version:
        """Keep a version, dated now."""
        version = Version(article, number, _now(), passages, counter)
        self.keep(
            StoredVersion(
                history=self.history(article.slug),
                number=number,
                ingested=version.ingested.isoformat(),
                fingerprint=fingerprint,
                article=_json(article),
                passages=_json(passages),
                lineage=_json(lineage),
                counter=counter,
            )
        )
        return version

    def keep(self, stored: StoredVersion) -> None:
        self._connection.execute(
            "INSERT INTO version (slug, number, ingested, fingerprint, article, passages, lineage, counter)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            astuple(stored),
        )

    def stored(self, history: str, number: int) -> StoredVersion | None:
        row = self._connection.execute(
            "SELECT slug, number, ingested, fingerprint, article, passages, lineage, counter FROM version"
            " WHERE slug = ? AND number = ?",
            (history, number),
        ).fetchone()
        return StoredVersion(*row) if row else None

    def rename(self, old: str, new: str) -> None:
        """The article goes on under a new name that has no versions of its own."""
        history = self.history(old)
        (last,) = self._connection.execute("SELECT max(number) FROM version WHERE slug = ?", (history,)).fetchone()
        self._connection.execute(
            "INSERT OR REPLACE INTO name (slug, history, after, since) VALUES (?, ?, ?, ?)",
            (new, history, last or 0, _now().isoformat()),
        )

    def part(self, slug: str) -> bool:
        """Take back that an article was renamed so: each name has a history of its own again; returns whether it was renamed.

        What was read under the name goes with it. What was there before is kept under both, since it was shown under both.
        """
        row = self._connection.execute("SELECT history, after FROM name WHERE slug = ?", (slug,)).fetchone()
        if row is None or row[0] == slug:
            return False
        history, after = row
        for statement in (
            "INSERT INTO version SELECT ?1, number, ingested, fingerprint, article, passages, lineage, counter"
            " FROM version WHERE slug = ?2 AND number <= ?3",
            "UPDATE version SET slug = ?1 WHERE slug = ?2 AND number > ?3",
            "INSERT INTO withdrawal SELECT ?1, number, why, at FROM withdrawal WHERE slug = ?2 AND number <= ?3",
            "UPDATE withdrawal SET slug = ?1 WHERE slug = ?2 AND number > ?3",
        ):
            self._connection.execute(statement, (slug, history, after))
        self._connection.execute("DELETE FROM name WHERE slug = ?", (slug,))
        return True

    def withdraw(self, slug: str, number: int | None, why: str) -> bool:
        """Show a version (all of them if None) to nobody any more; returns False where that was so, for the reason given then."""
        done = self._connection.execute(
            "INSERT OR IGNORE INTO withdrawal VALUES (?, ?, ?, ?)",
            (self.history(slug), number or 0, why, _now().isoformat()),
        )
        return done.rowcount > 0

    def take_back(self, slug: str, number: int | None) -> bool:
        """Undo a withdrawal; returns whether there was one."""
        done = self._connection.execute(
            "DELETE FROM withdrawal WHERE slug = ? AND number = ?", (self.history(slug), number or 0)
        )
        return done.rowcount > 0

    def note_removal(self, slug: str) -> None:
        """Note that the article is out of the room, since now if it was not noted before."""
        self._connection.execute(
            "INSERT OR IGNORE INTO removal VALUES (?, ?)", (self.history(slug), _now().isoformat())
        )

    def note_return(self, slug: str) -> None:
        """Note that the article is in the room again, and for how long it was not, if it was noted to be out."""
        self._connection.execute(
            "INSERT OR IGNORE INTO absence SELECT slug, at, ? FROM removal WHERE slug = ?",
            (_now().isoformat(), self.history(slug)),
        )
        self.forget_removal(slug)

    def forget_removal(self, slug: str) -> None:
        self._connection.execute("DELETE FROM removal WHERE slug = ?", (self.history(slug),))

    def keep_marks(self, marks: Marks) -> tuple[str, ...]:
        """Add the marks that are not here yet; returns the names that are here already and lead elsewhere."""
        for withdrawal in marks.withdrawals:
            self._connection.execute(
                "INSERT OR IGNORE INTO withdrawal VALUES (?, ?, ?, ?)",
                (withdrawal.history, withdrawal.number, withdrawal.why, withdrawal.at),
            )
        for removal in marks.removals:
            self._connection.execute("INSERT OR IGNORE INTO removal VALUES (?, ?)", (removal.history, removal.at))
        for absence in marks.absences:
            self._connection.execute(
                "INSERT OR IGNORE INTO absence VALUES (?, ?, ?)", (absence.history, absence.gone, absence.back)
            )
        taken = []
        for name in marks.names:
            there = self._connection.execute("SELECT history FROM name WHERE slug = ?", (name.slug,)).fetchone()
            own = name.slug != name.history and newest_of(self._connection, name.slug) is not None
            if there is None and not own:
                self._connection.execute(
                    "INSERT INTO name (slug, history, after, since) VALUES (?, ?, ?, ?)",
                    (name.slug, name.history, name.after, name.since),
                )
            elif self.history(name.slug) != name.history:
                taken.append(name.slug)
        return tuple(taken)


def history_of(connection: sqlite3.Connection, slug: str) -> str:
    """The name that the versions of an article are kept under."""
    row = connection.execute("SELECT history FROM name WHERE slug = ?", (slug,)).fetchone()
    return str(row[0]) if row else slug


def newest_of(connection: sqlite3.Connection, slug: str) -> Version | None:
    row = connection.execute(
        "SELECT max(number) FROM version WHERE slug = ?", (history_of(connection, slug),)
    ).fetchone()
    return read_version(connection, slug, row[0]) if row[0] else None


def read_version(connection: sqlite3.Connection, slug: str, number: int) -> Version | None:
    """A version under the name that it is asked for by, whichever it had when it was read."""
    row = connection.execute(
        "SELECT ingested, article, passages, counter FROM version WHERE slug = ? AND number = ?",
        (history_of(connection, slug), number),
    ).fetchone()
    if row is None:
        return None
    ingested, article, passages, counter = row
    read = msgspec.json.decode(article, type=Article)
    return Version(
        article=read if read.slug == slug else replace(read, slug=slug),
        number=number,
        ingested=datetime.fromisoformat(ingested),
        passages=msgspec.json.decode(passages, type=tuple[Passage, ...]),
        counter=counter,
    )


def _json(part: object) -> str:
    return msgspec.json.encode(part).decode()


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
