"""How a version of an article differs from an earlier one: passage by passage, word by word, and in what is known of it."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.article import Passage, Version, VersionNote
from reading_room.model.resolution import Pointed
from reading_room.model.results import Span

Revising = Literal[
    "kept", "typography", "markup", "edited", "inserted", "deleted", "split", "merged", "regrouped"
]  # fmt: skip
"""`typography`: no word changed; `markup`: no sign of it; `regrouped`: several passages became several others."""


@dataclass(frozen=True, slots=True)
class Revised:
    """A passage as it stands in one of the two versions, with the places whose words the other one does not have."""

    passage: Passage
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageRevision:
    """Passages of the older version, and those of the newer one that have their words; one side may be empty."""

    how: Revising
    was: tuple[Revised, ...]
    now: tuple[Revised, ...]
    moved: bool = False
    pointed: tuple[Pointed, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A passage that stands here in the newer version (`is_now`) or stood here in the older, and is shown elsewhere."""

    passage: str
    is_now: bool
    shown: PassageRevision


RevisionRow = PassageRevision | Pointer


@dataclass(frozen=True, slots=True)
class Particular:
    """What is known of the article and was changed: the name of a field of `Article`."""

    field: str
    was: object
    now: object


@dataclass(frozen=True, slots=True)
class Revision:
    """All that changed between two versions. `rows` has every passage of both, in the order in which they are read."""

    before: Version
    after: Version
    rows: tuple[RevisionRow, ...]
    particulars: tuple[Particular, ...]
    words_added: int
    words_removed: int

    @property
    def passages(self) -> tuple[PassageRevision, ...]:
        return tuple(row for row in self.rows if isinstance(row, PassageRevision))


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A version, None where the keeper withdrew it, and what changed since the one before that can be shown.

    There is no revision of the first one, nor where that was not asked for, nor where passages of so many code points
    `changed` that they are not compared.
    """

    note: VersionNote
    version: Version | None
    revision: Revision | None = None
    changed: int = 0
