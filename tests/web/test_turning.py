"""Texts that turn their direction do not turn what the room writes beside them, where no markup keeps the two apart."""

import json as documents
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.model.turning import closed
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.web.reading import json, read
from tests.web.test_sharing import meta

ISOLATE, OVERRIDE = "\u2067", "\u202e"


@pytest.fixture
def turned(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """An article whose title, author, outlet and text begin turns that they do not end."""
    write(
        "articles/harbour-bridge.md",
        HARBOUR.replace("Harbour bridge opened", f'"Harbour {OVERRIDE}bridge {ISOLATE}opened')
        .replace("to carts\n", 'to carts"\n', 1)
        .replace("A. Writer", f"A. {OVERRIDE}Writer")
        .replace("counted 40 carts in", f"counted {OVERRIDE}40 {ISOLATE}carts\u2069\u202c in"),
    )
    outlets = room.corpus / "outlets.yaml"
    outlets.write_text(outlets.read_text("utf-8").replace("The Morning Post", f"The {ISOLATE}Morning Post"), "utf-8")
    ingest(room)
    return reader


def ends_its_turns(text: str) -> bool:
    return OVERRIDE in text and all(closed(line) == line for line in text.splitlines())


def test_what_is_copied_cited_and_titled_ends_the_turns_that_it_begins(turned: FlaskClient) -> None:
    made = json(turned, f"/a/harbour-bridge/link.json?quote={quote('Engineers counted 40')}")
    assert made["quote"] == f"Engineers counted {OVERRIDE}40", "the words themselves stay as they are"
    address = made["permalink"]
    page = read(turned, address)
    embedded = json(turned, f"/oembed?url={quote('http://localhost' + address)}")
    forms = {
        "text": made["text"],
        "markdown": made["markdown"],
        "title": page.title,
        "og:title": meta(page, "og:title"),
        "og:description": meta(page, "og:description"),
        "oembed": embedded["title"],
        "bib": turned.get(f"{address}.bib").text,
        "ris": turned.get(f"{address}.ris").text,
        "wikipedia": next(box.text for box in page.all("dd") if box["id"] == "cite-wikipedia"),
        "article": read(turned, "/a/harbour-bridge").title,
        "history": read(turned, "/a/harbour-bridge/history").title,
    }
    assert [name for name, text in forms.items() if not ends_its_turns(text)] == []
    (item,) = documents.loads(turned.get(f"{address}.csl.json").text)
    assert all(closed(item[name]) == item[name] for name in ("title", "container-title"))
    assert item["title"] == f"Harbour {OVERRIDE}bridge {ISOLATE}opened to carts\u2069\u202c"
