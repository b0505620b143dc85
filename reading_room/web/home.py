"""The front page, and what machines ask first: is the process alive, is the room open."""

from flask import Blueprint, Response, jsonify, render_template

from reading_room.library import Library
from reading_room.model.outlet import UNKNOWN_OUTLET
from reading_room.model.query import parse
from reading_room.occasions import FEWEST_COMPARED
from reading_room.web.heads import Strip, article_head
from reading_room.web.pages.home import HomePage
from reading_room.web.pages.text import Link
from reading_room.web.questions import question_view
from reading_room.web.state import current_library, current_room
from reading_room.web.urls import compare_url, search_url

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
        questions=tuple(question_view(question, library) for question in library.front_questions(QUESTIONS)),
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
    """Answers 503, by way of the error page, where the index cannot be opened; `refused` says why a newer one is not."""
    library = current_library()
    return jsonify(
        status="ready",
        generation=library.index.generation,
        articles=len(library.corpus.articles),
        passages=library.corpus.passages,
        **({"refused": refused.why} if (refused := current_room().refused) else {}),
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
