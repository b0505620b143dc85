"""Who published an article, described by statements that each name their source."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said of an outlet, and where it is said."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label of standpoint: never the room's own, so it says who gave it, when, and on what basis."""

    label: str
    given_by: str
    on: date
    basis: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher. What is not known is None, and shown as not known."""

    key: str
    name: str
    site: str | None = None
    country: Statement | None = None
    owner: Statement | None = None
    self_description: Statement | None = None
    labels: tuple[Label, ...] = ()
    note: str | None = None


UNKNOWN_OUTLET = Outlet("unknown", "Outlet not known")
"""Of an article of which nobody knows who published it."""
