"""The front page."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead, EventEntry
from reading_room.web.pages.questions import QuestionView
from reading_room.web.pages.text import Link


@dataclass(frozen=True, slots=True)
class HomePage:
    articles: int
    passages: int
    outlets: int
    digests: int
    """How many of the articles are the room's own summaries."""
    events: tuple[EventEntry, ...]
    years: tuple[tuple[str, float], ...]
    """Ticks of the strip of time: a label and its position in per cent."""
    questions: tuple[QuestionView, ...]
    begin: Link | None
    """The event that most accounts tell of, side by side."""
    searches: tuple[Link, ...]
    newest: tuple[ArticleHead, ...]
