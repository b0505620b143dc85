"""What the texts of accounts have in common word for word, where copies differ, and who relays whom."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.event import OfTime
from reading_room.model.naming import Occurrence
from reading_room.model.wording import Shares

Places = tuple[Occurrence, ...]
"""Words of an account, which may go on from one passage into the next; none where the account has nothing there."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words in a row that stand in both of two accounts, as many as there are, but for how they are written."""

    words: int
    left: Places
    right: Places


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that one of two copies has and the other lacks; neither is empty where words stand for others."""

    left: Places
    right: Places


@dataclass(frozen=True, slots=True)
class SharedWording:
    """What two accounts have in common, the one with the lesser slug on the left."""

    left: str
    right: str
    runs: tuple[SharedRun, ...]
    """In the order of the left one; no word is in two of them."""
    same: Shares | None = None
    """Where they are one text with changes: how much of each stands in the other."""
    differences: tuple[Difference, ...] = ()
    """Those changes, in the order of the text; none where they are not one text."""


@dataclass(frozen=True, slots=True)
class IndependentTexts:
    """How many texts stand behind some articles."""

    groups: tuple[tuple[str, ...], ...]
    """The articles that have one text together, and those that have one alone, by their first slugs."""
    digests: tuple[str, ...]
    """Articles of which only a digest is held: whether their texts are those of others cannot be seen, so they are in no group."""

    @property
    def count(self) -> int:
        return len(self.groups)


RelayedBy = Literal["wire", "said", "told", "named", "noted"]
"""How it shows that an account has something from an outlet: it is the agency's copy; the outlet is given as who says it; somebody
“told AFP” it; it is named as the source in another way (“citing SANA”, “as Reuters reports”, a dateline); the keeper's
`speaks_for` has it."""


@dataclass(frozen=True, slots=True)
class Relay:
    """That an account has something from an outlet, and where it says so."""

    article: str
    source: str
    """The key of the outlet, or its name where outlets.yaml has no such outlet."""
    by: RelayedBy
    shown: Occurrence | None = None
    """The name of the outlet in the text; None where the article’s particulars say it."""
    of_time: OfTime = "event"
    """What the sentence that shows it is of; the particulars speak of the account of the event as a whole."""
