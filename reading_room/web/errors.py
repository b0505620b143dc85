"""From what went wrong to a page that says what to do. The only place that knows status codes."""

import logging
import re
from collections.abc import Iterator
from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from reading_room.model.article import Article
from reading_room.model.errors import (
    BadQuestion,
    InOtherVersions,
    NoLongerHere,
    NoSuchFormat,
    NotHere,
    NotReady,
    NotUnderstood,
    RoomError,
    Withdrawn,
    WrongNumber,
)
from reading_room.model.query import parse
from reading_room.occasions import FEWEST_COMPARED, MOST_COMPARED
from reading_room.permalinks.address import PREFIX
from reading_room.web.event_accounts import account_views
from reading_room.web.heads import article_head
from reading_room.web.pages.error import ChoiceView, ErrorPage
from reading_room.web.pages.events import AccountView
from reading_room.web.pages.heads import NamedArticle
from reading_room.web.pages.text import Link
from reading_room.web.params import MOST_CHOSEN
from reading_room.web.state import current_library
from reading_room.web.unseen import seen
from reading_room.web.urls import article_url, compare_url, event_url, search_url
from reading_room.web.wording import direction_of, published_in_words

log = logging.getLogger(__name__)

_STATUS = {
    BadQuestion: HTTPStatus.BAD_REQUEST,
    WrongNumber: HTTPStatus.BAD_REQUEST,
    NotHere: HTTPStatus.NOT_FOUND,
    InOtherVersions: HTTPStatus.NOT_FOUND,
    NoLongerHere: HTTPStatus.GONE,
    Withdrawn: HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
    NotUnderstood: HTTPStatus.NOT_IMPLEMENTED,
    NoSuchFormat: HTTPStatus.NOT_IMPLEMENTED,
    NotReady: HTTPStatus.SERVICE_UNAVAILABLE,
}
_ARTICLE = re.compile(rf"{PREFIX}([a-z0-9-]+)[@/.]")
_VERSION = re.compile(r"@\d{1,6}(?=/|\Z)", re.ASCII)
_TITLES = {
    HTTPStatus.BAD_REQUEST: "This question cannot be answered as it stands",
    HTTPStatus.NOT_FOUND: "There is nothing at this address",
    HTTPStatus.METHOD_NOT_ALLOWED: "This page can only be read",
    HTTPStatus.GONE: "This is no longer here",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "This was withdrawn",
    HTTPStatus.NOT_IMPLEMENTED: "The room cannot give that",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong in the room",
    HTTPStatus.SERVICE_UNAVAILABLE: "The room is not open yet",
}


def handle_errors(app: Flask) -> None:
    """Give every error a page in the room's design, or JSON where JSON was asked for."""
    app.register_error_handler(RoomError, _room_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unforeseen)


def _room_error(error: RoomError) -> Response:
    if isinstance(error, Withdrawn):
        return _withdrawn(error)
    if isinstance(error, NoLongerHere):
        return _no_longer_here(error)
    if isinstance(error, InOtherVersions):
        return _in_other_versions(error)
    links: tuple[Link, ...] = ()
    if isinstance(error, NotHere):
        links = (*_article_of(request.path), *_newest_versions())
    elif isinstance(error, BadQuestion) and request.view_args and "event" in request.view_args:
        links = (Link("Choose among the accounts of the event", f"{event_url(request.view_args['event'])}#accounts"),)
    elif (
        isinstance(error, BadQuestion)
        and request.path == "/compare"
        and (asked := parse(request.args.get("q", ""))).text
    ):
        links = (Link("Back to the search", search_url(asked)),)
    choice = _choice(error.chosen) if isinstance(error, WrongNumber) else None
    return _page(_STATUS[type(error)], error.what, error.remedy, links, choice=choice)


def _choice(chosen: tuple[str, ...]) -> ChoiceView | None:
    """Of too many accounts those that were chosen, of too few all of the event."""
    library = current_library()
    event, query = (request.view_args or {}).get("event"), request.args.get("q", "")
    too_many = len(chosen) - MOST_COMPARED
    if too_many <= 0:
        accounts = account_views(library, library.event(event), chosen) if event else ()
        legend = "Choose two to four accounts."
    else:
        articles = filter(None, map(library.corpus.articles.get, chosen[:MOST_CHOSEN]))
        accounts = tuple(AccountView(article_head(library, article), None, 0, True) for article in articles)
        legend = f"You chose {len(chosen)}: untick {too_many}, so that four are left."
    return ChoiceView(accounts, compare_url((), event), legend, query) if len(accounts) >= FEWEST_COMPARED else None


def _newest_versions() -> Iterator[Link]:
    """The comparison that an address with versions in it means, `a=slug@1`: the newest versions are what is compared."""
    asked = request.args.getlist("a")
    newest = tuple(dict.fromkeys(_VERSION.sub("", one) for one in asked))
    if request.path.endswith("/compare") and newest != tuple(asked):
        event = (request.view_args or {}).get("event")
        yield Link("The newest versions side by side (no others are compared)", compare_url(newest, event))


def _article_of(path: str) -> Iterator[Link]:
    """The article that an address begins with, where only the rest of it leads nowhere."""
    begins = _ARTICLE.match(path)
    if begins and begins[1] in current_library().corpus.articles:
        yield Link("The article", article_url(begins[1]))


def _in_other_versions(error: InOtherVersions) -> Response:
    earlier, later = (
        [{"version": version, "permalink": permalink} for version, permalink in side]
        for side in (error.earlier, error.later)
    )
    links = tuple(_article_of(request.path))
    return _page(_STATUS[InOtherVersions], error.what, error.remedy, links, earlier=earlier, later=later)


def _no_longer_here(error: NoLongerHere) -> Response:
    status, links = _STATUS[NoLongerHere], tuple(_kept(error))
    if error.article is None:
        return _page(status, error.what, error.remedy, links)
    subject = _named(error.article)
    more = {"article_title": subject.title, "outlet_name": subject.outlet}
    return _page(status, error.what, error.remedy, links, subject, "", None, **more)


def _withdrawn(error: Withdrawn) -> Response:
    why, at = error.withdrawal.why, error.withdrawal.at.isoformat()
    return _page(_STATUS[Withdrawn], error.announced, error.remedy, quoted=why, why=why, withdrawn=at)


def _named(article: Article) -> NamedArticle:
    return NamedArticle(
        title=article.title,
        language=article.title_language,
        direction=direction_of(article.title),
        outlet=current_library().corpus.outlet(article.outlet).name,
        published=published_in_words(article.published),
    )


def _kept(error: NoLongerHere) -> Iterator[Link]:
    kept, links = error.kept, [(address, f"Version {address.rpartition('@')[2]}") for address in error.others]
    if kept and links and "/" not in kept:
        links.insert(0, (kept, f"Version {kept.rpartition('@')[2]}"))  # one of several that were kept
    elif kept:
        links.insert(0, (kept, "The version that was kept"))
    for address, name in links:
        yield Link(name, article_url(address))


def _http_error(error: HTTPException) -> Response:
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    if status == HTTPStatus.NOT_FOUND:
        return _page(
            status, f"The room has no page “{request.path[:200]}”.", "Search for words, or look at the events."
        )
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        response = _page(status, "Readers of the room change nothing in it.", "Open the address in a browser.")
        response.headers.extend(header for header in error.get_headers() if header[0] == "Allow")
        return response
    return _page(status, status.description or status.phrase, "Go back, or begin at the front page.")


def _unforeseen(error: Exception) -> Response:
    """The log gets the traceback, the reader a page."""
    log.error("%s %s", request.method, request.full_path, exc_info=error)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return _page(status, "It is not your fault, and it has been noted down.", "Try again, or begin at the front page.")


def _page(
    status: HTTPStatus,
    what: str,
    remedy: str,
    links: tuple[Link, ...] = (),
    subject: NamedArticle | None = None,
    quoted: str = "",
    choice: ChoiceView | None = None,
    **more: object,
) -> Response:
    """`subject` is the article that it is about, `quoted` what somebody says of it, `choice` what can be chosen anew, `more` what
    programs are told beside."""
    title = _TITLES.get(status, status.phrase)
    what, remedy = seen(what), seen(remedy)
    if request.path.endswith((".json", ".jsonld")) or request.path in ("/healthz", "/readyz", "/oembed"):
        response = jsonify(
            status=int(status), title=title, what=what, remedy=remedy, links=[one.url for one in links], **more
        )
    else:
        ways = (*links, Link("The front page", "/"), Link("The events", "/events"))
        page = ErrorPage(int(status), title, what, remedy, ways, subject, quoted, choice)
        response = make_response(render_template("error.html", page=page))
    response.status_code = status
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "30"
    return response
