"""The front page, and what machines ask first: is the process alive, is the room open."""

import re

from flask import Blueprint, Response, jsonify, render_template

from reading_room.library import FEWEST_COMPARED, Library, Question
from reading_room.model.outlet import UNKNOWN_OUTLET
from reading_room.model.query import parse
from reading_room.web.heads import Strip, article_head, script_of
from reading_room.web.pages import AnswerView, HomePage, Link, QuestionView
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, compare_url, event_url, search_url

NEWEST = 8
QUESTIONS = 3

home = Blueprint("home", __name__)


@home.get("/")
def front() -> str:
    library = current_library()
    strip = Strip(library.events())
    page = HomePage(
        articles=len(library.corpus.articles),
        passages=library.corpus.passages,
        outlets=len({article.outlet for article in library.corpus.articles.values()} - {UNKNOWN_OUTLET.key}),
        digests=sum(article.text == "digest" for article in library.corpus.articles.values()),
        events=strip.entries,
        years=strip.years,
        questions=tuple(_question(question, library) for question in library.front_questions(QUESTIONS)),
        begin=_begin(library),
        searches=tuple(Link(text, search_url(parse(text))) for text in library.corpus.about.searches),
        newest=tuple(article_head(library, article) for article in library.newest_articles(NEWEST)),
    )
    return render_template("home.html", page=page)


@home.get("/healthz")
def alive() -> Response:
    return jsonify(status="alive")


@home.get("/readyz")
def ready() -> Response:
    """Answers 503, by way of the error page, where the index cannot be opened."""
    library = current_library()
    return jsonify(
        status="ready",
        generation=library.index.generation,
        articles=len(library.corpus.articles),
        passages=library.corpus.passages,
    )


@home.get("/robots.txt")
def robots() -> Response:
    """Articles and events may be found by search engines; the room's own searches have no end and may not."""
    return Response("User-agent: *\nDisallow: /search\nDisallow: /compare\n", mimetype="text/plain")


def _begin(library: Library) -> Link | None:
    occasions = [occasion for occasion in library.events() if len(occasion.articles) >= FEWEST_COMPARED]
    if not occasions:
        return None
    largest = max(occasions, key=lambda occasion: len(occasion.articles))
    return Link(largest.event.name, compare_url((), largest.event.slug))


def _question(question: Question, library: Library) -> QuestionView:
    event, collation = question.event, question.collation
    place = next(place for place, row in enumerate(collation.rows) if row.id == question.row.id)
    answers = []
    for version, cell in zip(collation.accounts, collation.rows[place].cells, strict=True):
        if cell.words:
            words = cell.words[0]
            url = article_url(version.article.slug, passage=words.passage.id)
            head, script = article_head(library, version.article), script_of(version.article, words.text)
            answers.append(AnswerView(head, words.text, words.speaker, url, script))
    slugs = [version.article.slug for version in collation.accounts]
    return QuestionView(
        question=question.row.question,
        note=_first_sentence(question.row.note),
        event=Link(event.name, event_url(event.slug)),
        compare_url=compare_url(slugs, event.slug, question.row.id),
        answers=tuple(answers),
    )


def _first_sentence(note: str | None) -> str | None:
    """On the front page a note is a hint; the comparison has the whole of it."""
    return re.split(r"(?<=\.)\s", note, maxsplit=1)[0] if note else None
