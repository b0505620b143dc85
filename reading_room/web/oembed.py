"""oEmbed: a passage or an article of the room as a blockquote for pages elsewhere, without a script."""

from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from flask import Blueprint, Response, current_app, jsonify, render_template, request

from reading_room.cards.drawing import HEIGHT, WIDTH
from reading_room.model.errors import BadQuestion, NoSuchFormat, NotHere
from reading_room.permalinks.address import PREFIX, Address
from reading_room.web.frame import known_again
from reading_room.web.params import read_address
from reading_room.web.sharing import source_of, title_of
from reading_room.web.state import current_library
from reading_room.web.subjects import Subject, citation_of, subject_of
from reading_room.web.urls import room_root
from reading_room.web.wording import direction_of, for_xml, shortened, standing_in_words

LONGEST = 1_200
"""Characters of a quotation on another’s page; who wants more follows the link."""
_WIDEST = 640
_FORMATS = ("json", "xml")

oembed = Blueprint("oembed", __name__)


@oembed.get("/oembed")
def embed() -> Response:
    wanted = request.args.get("format", "json")
    if wanted not in _FORMATS:
        raise NoSuchFormat(f"oEmbed is not given as “{wanted[:40]}” here.", "Ask for format=json or format=xml.")
    library = current_library()
    subject = subject_of(library, _address(request.args.get("url", "")))
    document = _document(subject, _limit("maxwidth"), _limit("maxheight"))
    return known_again(jsonify(document) if wanted == "json" else _xml(document))


def _document(subject: Subject, widest: int | None, highest: int | None) -> dict[str, Any]:
    root, cited = room_root(), citation_of(current_library(), subject)
    url = root + subject.address.path
    own = bool(subject.selection) and not cited.digest
    html = render_template(
        "oembed.html",
        words=_lines(cited.quote) or [cited.title],
        language=cited.article.language if subject.selection else cited.title_language,
        direction=direction_of(cited.quote or cited.title),
        standing=standing_in_words(subject.found),
        title=cited.title,
        source=source_of(cited),
        place=cited.placed(),
        own=own,
        url=url,
        room=cited.room,
    ).strip()
    document: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": title_of(cited, subject),
        "author_name": "" if cited.digest else cited.outlet,  # a digest is the room’s own text
        "author_url": "" if cited.digest else cited.article.url,
        "provider_name": cited.room,
        "provider_url": f"{root}/",
        "cache_age": 86_400,
        "html": html,
        "width": min(widest or _WIDEST, _WIDEST),
        "height": highest,
    }
    if (widest is None or widest >= WIDTH) and (highest is None or highest >= HEIGHT):
        document |= {"thumbnail_url": f"{url}.png", "thumbnail_width": WIDTH, "thumbnail_height": HEIGHT}
    return {name: value for name, value in document.items() if value or name in ("width", "height")}


def _lines(quote: str) -> list[str]:
    """The words passage by passage, as far as they are shown."""
    lines: list[str] = []
    for line in filter(None, quote.split("\n")):
        left = max(1, LONGEST - sum(map(len, lines)))
        lines.append(shortened(line, left))
        if len(line) > left:
            break
    return lines


def _address(url: str) -> Address:
    """What an address of this room is of; its host and its scheme are those under which the request came, http or https."""
    if not url:
        raise BadQuestion("oEmbed needs the address that is to be shown.", "Add it: /oembed?url=https://…")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise NotHere(f"“{url[:200]}” is no address.", "Give the address of an article of this room.") from None
    if (
        parts.scheme not in ("http", "https")
        or parts.netloc.lower() != request.host.lower()
        or not parts.path.startswith(PREFIX)
    ):
        raise NotHere(f"“{url[:200]}” is not of this room.", f"Give an address that begins with {room_root()}{PREFIX}.")
    return read_address(unquote(parts.path.removeprefix(PREFIX)))


def _limit(name: str) -> int | None:
    text = request.args.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text)):
        raise BadQuestion(f"“{name}={text[:20]}” is not a number of pixels.", f"Write it like {name}=400.")
    return int(text)


def _xml(document: dict[str, Any]) -> Response:
    root = ElementTree.Element("oembed")
    for name, value in document.items():
        ElementTree.SubElement(root, name).text = "" if value is None else for_xml(str(value))
    text = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    response: Response = current_app.response_class(text, content_type="text/xml; charset=utf-8")
    return response
