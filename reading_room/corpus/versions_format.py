"""The tables of `versions.sqlite3`, and how a file of an earlier format becomes one of the present.

A file that may only be read is not changed: what is new since its format is laid over it for the time that it is open.
"""

import sqlite3

FORMAT = 3
"""`user_version` of the file; a file of a later format is refused."""

_FIRST_COUNTER = "words-1"
"""How words were counted while format 1 did not say it."""

_VERSION = """
CREATE TABLE version (
    slug        TEXT NOT NULL,      -- of the history: the name that the article had first
    number      INTEGER NOT NULL CHECK (number > 0),
    ingested    TEXT NOT NULL,      -- ISO 8601, UTC
    fingerprint TEXT NOT NULL,      -- of what a reader sees: title, sources, text
    article     TEXT NOT NULL,      -- JSON: reading_room.model.article.Article
    passages    TEXT NOT NULL,      -- JSON: a list of Passage
    lineage     TEXT NOT NULL,      -- JSON: what became of each passage of the version before
    counter     TEXT NOT NULL,      -- what the words of the passages are counted by
    PRIMARY KEY (slug, number)
) WITHOUT ROWID
"""
_MARKS = (
    """
CREATE {temporary} TABLE name (     -- the names that articles took later on, in the order in which they took them
    slug        TEXT NOT NULL UNIQUE,
    history     TEXT NOT NULL,      -- the slug that its versions are kept under
    after       INTEGER NOT NULL,   -- the last version before it had this name
    since       TEXT NOT NULL
)
""",
    """
CREATE {temporary} TABLE withdrawal (
    slug        TEXT NOT NULL,      -- of the history
    number      INTEGER NOT NULL,   -- of the version; 0 for all of them
    why         TEXT NOT NULL,
    at          TEXT NOT NULL,
    PRIMARY KEY (slug, number)
) WITHOUT ROWID
""",
    """
CREATE {temporary} TABLE removal (  -- articles that are out of the room
    slug        TEXT NOT NULL PRIMARY KEY,
    at          TEXT NOT NULL
) WITHOUT ROWID
""",
)
_ABSENCE = """
CREATE {temporary} TABLE absence (  -- articles that were out of the room for a while
    slug        TEXT NOT NULL,      -- of the history
    gone        TEXT NOT NULL,
    back        TEXT NOT NULL,
    PRIMARY KEY (slug, gone)
) WITHOUT ROWID
"""
"""What format 3 added to format 2."""


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make the tables, or those that the file's format did not have, in one transaction. `connection` has none open."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        found = format_of(connection)  # again: another process may have been faster
        if found == FORMAT:
            return
        if found == 0:
            connection.execute(_VERSION)
        elif found == 1:
            connection.execute(f"ALTER TABLE version ADD COLUMN counter TEXT NOT NULL DEFAULT '{_FIRST_COUNTER}'")
        for table in (*(_MARKS if found < 2 else ()), _ABSENCE):
            connection.execute(table.format(temporary=""))
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def lay_over(connection: sqlite3.Connection, found: int) -> None:
    """Make a file of an earlier format look like one of the present to this connection, without changing it."""
    if found < 2:
        connection.execute(
            f"CREATE TEMPORARY VIEW version AS SELECT *, '{_FIRST_COUNTER}' AS counter FROM main.version"  # noqa: S608
        )
    for table in (*(_MARKS if found < 2 else ()), _ABSENCE):
        connection.execute(table.format(temporary="TEMPORARY"))


def format_of(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)
