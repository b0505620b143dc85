"""Searching the room from a browser's address bar."""

from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import Write
from tests.web.reading import read

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(client: FlaskClient, host: str = "localhost") -> ElementTree.Element:
    answer = client.get("/opensearch.xml", headers={"Host": host})
    assert (answer.status_code, answer.mimetype) == (200, "application/opensearchdescription+xml")
    return ElementTree.fromstring(answer.data)


def templates(document: ElementTree.Element) -> dict[str | None, str]:
    return {url.get("type"): url.get("template", "") for url in document.findall(f"{NAMESPACE}Url")}


@pytest.mark.parametrize("path", ["/", "/search?q=carts", "/a/harbour-bridge"])
def test_every_page_tells_the_browser_how_the_room_is_searched(client: FlaskClient, path: str) -> None:
    (link,) = [link for link in read(client, path).all("link") if link["rel"] == "search"]
    assert (link["href"], link["type"]) == ("/opensearch.xml", "application/opensearchdescription+xml")


def test_its_addresses_are_those_that_the_reader_has_and_search_with_what_was_typed(client: FlaskClient) -> None:
    document = described(client, "room.example:8080")
    assert all(template.startswith("http://room.example:8080/") for template in templates(document).values())
    address = templates(document)["text/html"].replace("{searchTerms}", quote("harbour & bridge"))
    page = read(client, address.removeprefix("http://room.example:8080"))
    assert page.field("q")[0] == "harbour & bridge"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("The reading room", "The reading room"),
        ("The reading room of Palmyra", "reading room of"),
        ("Konzertprogrammsammlung", "Konzertprogramms"),
        ("A <b> & c", "A <b> & c"),
    ],
)
def test_the_short_name_is_never_too_long_for_a_browser(
    room: Room, write: Write, reader: FlaskClient, name: str, short: str
) -> None:
    write("room.yaml", f"name: {name}\n")
    ingest(room)
    assert described(reader).findtext(f"{NAMESPACE}ShortName") == short
