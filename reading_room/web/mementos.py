"""Versions as mementos (RFC 7089): headers that say of when a page is, a list of all versions, and the one of a given moment.

`/a/slug` is the original resource and its own timegate: asked with `Accept-Datetime` it leads to the version that stood then.
An address of words is no memento, since it shows what has become of them; a frozen passage is one of the floating passage.
"""

from collections.abc import Iterator, Sequence

from flask import Blueprint, Response, current_app, redirect, request
from werkzeug.http import http_date, parse_date
from werkzeug.wrappers import Response as BaseResponse

from reading_room.model.article import VersionNote
from reading_room.model.errors import BadQuestion
from reading_room.permalinks.address import PREFIX, Address
from reading_room.web.frame import known_again
from reading_room.web.state import current_library
from reading_room.web.subjects import Subject
from reading_room.web.urls import article_url, room_root, timemap_url

LINK_FORMAT = "application/link-format"

mementos = Blueprint("mementos", __name__)


@mementos.get(f"{PREFIX}<slug>/timemap")
def timemap(slug: str) -> Response:
    """All versions of an article, with the moments when the room first read them."""
    slug = slug.lower()
    notes = current_library().versions(slug)
    span = f'; from="{http_date(notes[0].ingested)}"; until="{http_date(notes[-1].ingested)}"'
    links = [_original(slug), _timemap(slug, "self") + span, *_versions(slug, notes, every=True)]
    response: Response = current_app.response_class(",\n".join(links) + "\n", content_type=LINK_FORMAT)
    return known_again(response)


def negotiated(address: Address) -> BaseResponse | None:
    """The way to the version that stood at the moment that the request asks for, if it asks for one."""
    wanted = request.headers.get("Accept-Datetime")
    if wanted is None or address.version or address.passage or address.ranges:
        return None
    moment = parse_date(wanted)
    if moment is None:
        raise BadQuestion(
            f"“{wanted[:60]}” is not a date as HTTP has it.", "Write it like Thu, 24 Mar 2016 12:00:00 GMT."
        )
    notes = current_library().versions(address.slug)
    stood = [note for note in notes if note.ingested.replace(microsecond=0) <= moment] or [notes[0]]
    response = redirect(article_url(address.slug, stood[-1].number), 302)
    _describe(response, address.slug, notes)
    return response


def describe(response: Response, subject: Subject) -> Response:
    """Add to a page what it is a memento of, and what became of the words that it is about."""
    address = subject.address
    if subject.found:
        response.headers["Passage-Status"] = subject.found.status
    if address.ranges:
        return response
    if address.version:
        response.headers["Memento-Datetime"] = http_date(subject.version.ingested)
    if address.passage:
        original = article_url(address.slug, passage=address.passage)
        response.headers["Link"] = f'<{room_root()}{original}>; rel="original"'
        return response
    _describe(response, address.slug, subject.reading.notes, address.version)
    return response


def _describe(response: BaseResponse, slug: str, notes: Sequence[VersionNote], shown: int | None = None) -> None:
    links = [_original(slug), _timemap(slug, "timemap"), *_versions(slug, notes, shown)]
    response.headers["Link"] = ", ".join(links)
    if shown is None:
        response.vary.add("Accept-Datetime")


def _versions(
    slug: str, notes: Sequence[VersionNote], shown: int | None = None, *, every: bool = False
) -> Iterator[str]:
    """The first and the last version, the one that is shown, and those before and behind it; or every one."""
    stands = {"first": 0, "last": len(notes) - 1}
    at = next((place for place, note in enumerate(notes) if note.number == shown), None)
    if at is not None:
        stands |= {"prev": at - 1, "next": at + 1}
    for place, note in enumerate(notes):
        roles = [role for role, there in stands.items() if there == place]
        if every or roles or place == at:
            url = room_root() + article_url(slug, note.number)
            yield f'<{url}>; rel="{" ".join([*roles, "memento"])}"; datetime="{http_date(note.ingested)}"'


def _original(slug: str) -> str:
    return f'<{room_root()}{article_url(slug)}>; rel="original timegate"'


def _timemap(slug: str, role: str) -> str:
    return f'<{room_root()}{timemap_url(slug)}>; rel="{role}"; type="{LINK_FORMAT}"'
