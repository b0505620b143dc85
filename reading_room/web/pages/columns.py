"""What was found side by side, in columns."""

from dataclasses import dataclass

from reading_room.model.query import Arrangement
from reading_room.web.pages.results import ResultGroup


@dataclass(frozen=True, slots=True)
class GivenView:
    """Who gave a label of standpoint, when, and to which outlets on what basis each."""

    by: str
    on: str
    to: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column with its best passages; `more` are in the search narrowed to it.

    Of its passages, `shared` stand in other columns too. `url` leads to what it is named after, where that has a page; `note` says
    what a column means that is named after nothing.
    """

    anchor: str
    name: str
    url: str | None
    when: str
    note: str
    total: int
    articles: int
    shared: int
    outlets: int
    given: tuple[GivenView, ...]
    groups: tuple[ResultGroup, ...]
    more: int
    narrowed_url: str


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    value: str
    name: str
    articles: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The columns of a page, which of all they are, and the form that chooses some of them."""

    by: Arrangement
    columns: tuple[ColumnView, ...]
    first: int
    last: int
    of: int
    choices: tuple[ColumnChoice, ...]
    choices_left_out: int
    """Columns that the form does not offer, unless they were chosen."""
    hidden: tuple[tuple[str, str], ...]
    """Parameters that the form must carry along: name and value."""
    is_chosen: bool
    all_url: str
