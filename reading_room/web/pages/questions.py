"""A question of fact with its rival answers."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead
from reading_room.web.pages.text import Link, Script


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One account's words on a question."""

    head: ArticleHead
    text: str
    speaker: str
    url: str
    script: Script | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of fact with its rival answers."""

    question: str
    note: str | None
    event: Link
    compare_url: str
    answers: tuple[AnswerView, ...]
