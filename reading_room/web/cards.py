"""The card of a link, as the library’s words for it."""

from dataclasses import replace
from pathlib import Path

from flask import Flask, current_app

from reading_room.cards.card import Card, CardPassage, drawable, read_covered
from reading_room.cards.drawing import Drawing
from reading_room.library import Library
from reading_room.model.article import Article
from reading_room.model.dates import day_in_words
from reading_room.permalinks.selection import LEFT_OUT
from reading_room.web.heads import script_of
from reading_room.web.subjects import Subject
from reading_room.web.wording import published_in_words, runs_from_right, standing_in_words

_EXTENSION = "reading_room_cards"


def card_png(library: Library, subject: Subject) -> bytes:
    drawing, covered = _tools(current_app)
    return drawing.png(drawable(card_of(library, subject), covered))


def card_of(library: Library, subject: Subject) -> Card:
    version = subject.version
    article, about = version.article, library.corpus.about
    inferred = " (inferred)" if article.is_inferred else ""
    return Card(
        room=about.name,
        subject=about.subject,
        passages=_passages(subject) if subject.selection else (_title(article),),
        outlet=library.corpus.outlet(article.outlet).name,
        published=published_in_words(article.published) + inferred,
        kind={"digest": "Digest: the room’s own summary", "excerpt": "Excerpt"}.get(article.text, ""),
        version=f"Version {version.number} of {day_in_words(version.ingested.date())}",
        standing=standing_in_words(subject.found),
    )


def _passages(subject: Subject) -> tuple[CardPassage, ...]:
    """The words passage by passage, in quotation marks where they are the account’s own."""
    if subject.selection is None:
        return ()
    article, ranges = subject.version.article, subject.selection.signed
    marks = ("", "") if article.text == "digest" else ("«", "»") if runs_from_right(subject.quote) else ("“", "”")
    shown: list[CardPassage] = []
    for stretches in ranges:
        if shown:
            shown.append(replace(shown[-1], number="", text=LEFT_OUT))
        shown += (
            CardPassage(one.passage, one.text, _language(article, one.text), runs_from_right(one.text))
            for one in stretches
        )
    shown[0] = replace(shown[0], opens=marks[0])
    shown[-1] = replace(shown[-1], closes=marks[1])
    return tuple(shown)


def _title(article: Article) -> CardPassage:
    return CardPassage("", article.title, article.title_language.split("-")[0], runs_from_right(article.title))


def _language(article: Article, text: str) -> str:
    script = script_of(article, text)
    return (script.language if script else article.language).split("-")[0]


def _tools(app: Flask) -> tuple[Drawing, frozenset[int]]:
    """What draws, made when the first card is asked for: a room whose links nobody shares has no need of it."""
    tools: tuple[Drawing, frozenset[int]] | None = app.extensions.get(_EXTENSION)
    if tools is None:
        fonts = Path(app.static_folder or "static") / "fonts" / "cards"
        template = Path(app.root_path) / (app.template_folder or "templates") / "card.typ"
        tools = app.extensions.setdefault(_EXTENSION, (Drawing(template, fonts), read_covered(fonts / "covered.txt")))
    return tools
