"""What went wrong, and where to go from there."""

from dataclasses import dataclass

from reading_room.web.pages.events import AccountView
from reading_room.web.pages.heads import NamedArticle
from reading_room.web.pages.text import Link


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """Accounts to choose from anew, where too few or too many were chosen: those that were are ticked."""

    accounts: tuple[AccountView, ...]
    action: str
    legend: str
    query: str


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """`quoted` is what somebody else says of it, in whichever language."""

    status: int
    title: str
    what: str
    remedy: str
    links: tuple[Link, ...]
    subject: NamedArticle | None = None
    quoted: str = ""
    choice: ChoiceView | None = None
