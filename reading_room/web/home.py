"""The front page, and what machines ask first: is the process alive, is the room open."""

from flask import Blueprint, Response, jsonify, render_template

from reading_room.library import Library
from reading_room.web.heads import Strip, article_head
from reading_room.web.pages import AnswerView, HomePage, Link, QuestionView
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, compare_url, event_url

NEWEST = 8

home = Blueprint("home", __name__)


@home.get("/")
def front() -> str:
    library = current_library()
    strip = Strip(library.events())
    page = HomePage(
        articles=len(library.corpus.articles),
        passages=library.corpus.passages,
        outlets=len({article.outlet for article in library.corpus.articles.values()}),
        events=strip.entries,
        years=strip.years,
        question=_question(library),
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


def _question(library: Library) -> QuestionView | None:
    question = library.rival_question()
    if question is None:
        return None
    event, collation = question.event, question.collation
    place = next(place for place, row in enumerate(collation.rows) if row.id == question.row.id)
    answers = []
    for version, cell in zip(collation.accounts, collation.rows[place].cells, strict=True):
        if cell.words:
            words = cell.words[0]
            url = article_url(version.article.slug, passage=words.passage.id)
            answers.append(AnswerView(article_head(library, version.article), words.text, words.speaker, url))
    slugs = [version.article.slug for version in collation.accounts]
    return QuestionView(
        question=question.row.question,
        note=question.row.note,
        event=Link(event.name, event_url(event.slug)),
        compare_url=compare_url(slugs, event.slug, question.row.id),
        answers=tuple(answers),
    )
