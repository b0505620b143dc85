"""Versions as mementos (RFC 7089): headers that say of when a page is, a list of all versions, and the one of a given moment.

`/a/slug` is the original resource and its own timegate: asked with `Accept-Datetime` it leads to the version that stood then.
An address of words is no memento, since it shows what has become of them; a frozen passage is one of the floating passage.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from flask import Blueprint, Response, current_app, redirect, request
from werkzeug.http import http_date, parse_date
from werkzeug.wrappers import Response as BaseResponse

from reading_room.model.article import VersionNote
from reading_room.model.errors import BadQuestion
from reading_room.permalinks.address import PREFIX, Address
from reading_room.web.forms import known_again, room_root
from reading_room.web.params import read_address
from reading_room.web.state import current_library
from reading_room.web.subjects import Subject

LINK_FORMAT = "application/link-format"

mementos = Blueprint("mementos", __name__)


@mementos.get(f"{PREFIX}<slug>/timemap")
def timemap(slug: str) -> Response:
    """All versions of an article, with the moments when the room first read them."""
    address = read_address(slug)
    notes = current_library().versions(address.slug)
    root = room_root()
    itself = f'<{root}{PREFIX}{address.slug}/timemap>; rel="self"; type="{LINK_FORMAT}"'
    span = f'; from="{http_date(notes[0].ingested)}"; until="{http_date(notes[-1].ingested)}"'
    links = [_original(root, address.slug), itself + span, *_versions(root, address.slug, notes)]
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
    stood = [note for note in notes if _utc(note.ingested).replace(microsecond=0) <= moment] or [notes[0]]
    response = redirect(Address(address.slug, stood[-1].number).path, 302)
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
        original = Address(address.slug, None, address.passage).path
        response.headers["Link"] = f'<{room_root()}{original}>; rel="original"'
        return response
    _describe(response, address.slug, current_library().corpus.notes(address.slug), address.version)
    return response


def _describe(response: BaseResponse, slug: str, notes: Sequence[VersionNote], shown: int | None = None) -> None:
    root = room_root()
    links = [_original(root, slug), f'<{root}{PREFIX}{slug}/timemap>; rel="timemap"; type="{LINK_FORMAT}"']
    response.headers["Link"] = ", ".join(links + _near(root, slug, notes, shown))
    if shown is None:
        response.vary.add("Accept-Datetime")


def _near(root: str, slug: str, notes: Sequence[VersionNote], shown: int | None) -> list[str]:
    """The first and the last version, and those before and behind the one that is shown."""
    at = next((place for place, note in enumerate(notes) if note.number == shown), None)
    roles: dict[int, list[str]] = {}
    for place, role in (
        (0, "first"),
        (len(notes) - 1, "last"),
        (None if at is None else at - 1, "prev"),
        (None if at is None else at + 1, "next"),
    ):
        if place is not None and 0 <= place < len(notes):
            roles.setdefault(place, []).append(role)
    if at is not None:
        roles.setdefault(at, [])
    return [_version(root, slug, notes[place], " ".join([*roles[place], "memento"])) for place in sorted(roles)]


def _versions(root: str, slug: str, notes: Sequence[VersionNote]) -> list[str]:
    last = len(notes) - 1
    ends = {0: "first ", last: "last "} if last else {0: "first last "}
    return [_version(root, slug, note, f"{ends.get(place, '')}memento") for place, note in enumerate(notes)]


def _version(root: str, slug: str, note: VersionNote, roles: str) -> str:
    return f'<{root}{Address(slug, note.number).path}>; rel="{roles}"; datetime="{http_date(note.ingested)}"'


def _original(root: str, slug: str) -> str:
    return f'<{root}{Address(slug).path}>; rel="original timegate"'


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
