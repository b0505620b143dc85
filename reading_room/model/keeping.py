"""What is known of an article's versions beside their texts: the names it had, what was withdrawn, when it was taken out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That the keeper shows a text no more: why, in the keeper's words, and since when (UTC)."""

    why: str
    at: datetime


Withdrawals = Mapping[str, Mapping[int | None, Withdrawal]]
"""By each name of an article and the number of a version; None stands for all of them, also for those to come."""


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A version as the store has it: particulars, passages and lineage are JSON, word for word as they were written."""

    history: str
    """The name that the article had when its first version was kept; its versions stay under it, whatever it is called later."""
    number: int
    ingested: str
    fingerprint: str
    article: str
    passages: str
    lineage: str
    counter: str
    """How the words of its passages are counted, `permalinks.words.NAME` when it was read."""


@dataclass(frozen=True, slots=True)
class NameMark:
    """That an article goes by another name than its versions are kept under, and which version was the last before it did."""

    slug: str
    history: str
    after: int
    since: str


@dataclass(frozen=True, slots=True)
class WithdrawalMark:
    """`number` 0 stands for all versions of the history."""

    history: str
    number: int
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class RemovalMark:
    history: str
    at: str


@dataclass(frozen=True, slots=True)
class Absence:
    """That an article was out of the room from one moment to another (UTC), and came back."""

    gone: datetime
    back: datetime


@dataclass(frozen=True, slots=True)
class AbsenceMark:
    history: str
    gone: str
    back: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All that the store knows beside the versions. The names stand in the order in which they were given."""

    names: tuple[NameMark, ...] = ()
    withdrawals: tuple[WithdrawalMark, ...] = ()
    removals: tuple[RemovalMark, ...] = ()
    absences: tuple[AbsenceMark, ...] = ()
