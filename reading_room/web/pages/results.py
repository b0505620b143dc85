"""Articles that were found, with their best matching passages."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead
from reading_room.web.pages.text import Run, Script


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """Where else a passage stands: who published the copy, or its title where nobody knows; when; and the passage there."""

    name: str
    published: str
    published_iso: str
    passage: str
    url: str


@dataclass(frozen=True, slots=True)
class HitView:
    passage: str
    runs: tuple[Run, ...]
    url: str
    script: Script | None
    also_in: tuple[ElsewhereView, ...]
    also_more: int
    """Copies of it that are not named."""


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """An article with its best matching passages; `more` matching ones are not shown, `more_url` shows them all."""

    head: ArticleHead
    url: str
    """The article with the words of the query marked."""
    hits: tuple[HitView, ...]
    more: int
    more_url: str
    scattered: bool = False
    """No passage has all of the words; the hits have them together."""
