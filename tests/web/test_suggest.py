"""Suggestions while somebody types."""

from itertools import islice

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.hostile import queries
from tests.web.reading import read
from tests.web.test_opensearch import described, templates


def suggested(client: FlaskClient, typed: str) -> dict[str, tuple[str, str]]:
    """What each suggestion is and where it leads."""
    answer = client.get("/suggest", query_string={"q": typed})
    assert (answer.status_code, answer.mimetype) == (200, "application/x-suggestions+json")
    said, texts, kinds, urls = answer.get_json(force=True)
    assert said == typed
    return dict(zip(texts, zip(kinds, urls, strict=True), strict=True))


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("harb", "Harbour bridge opened to carts", "Article"),
        ("OPENED to c", "Harbour bridge opened to carts", "Article"),
        ("morning p", "The Morning Post", "Outlet"),
        ("the op", "The opening of the bridge", "Event"),
        ("جسر", "جسر", "Name"),
        ("engin", "engineers", "Word"),
        ("forty engin", "forty engineers", "Word"),
        ("carts OR engin", "carts OR engineers", "Word"),
        ("carts -engin", "carts -engineers", "Word"),
        ('"forty engin', '"forty engineers"', "Word"),
        ("outlet:Mor", 'outlet:"The Morning Post"', "Name"),
        ('carts outlet:"the mor', 'carts outlet:"The Morning Post"', "Name"),
        ("carts -(event:op", 'carts -(event:"The opening of the bridge"', "Name"),
        ("AUTHOR:wri", 'author:"A. Writer"', "Name"),
        ("carts title:harb", "carts title:Harbour", "Word"),
    ],
)
def test_titles_names_outlets_events_and_words_are_suggested_by_their_beginnings(
    client: FlaskClient, typed: str, text: str, kind: str
) -> None:
    assert suggested(client, typed)[text][0] == kind


@pytest.mark.parametrize("typed", ["carts OR", "carts OR ", "carts NOT", "outlet:", "outlet:engin", "title:engin"])
def test_nothing_is_suggested_behind_an_operator_or_in_a_field_that_does_not_know_it(
    client: FlaskClient, typed: str
) -> None:
    assert suggested(client, typed) == {}


def test_each_suggestion_leads_to_a_page(client: FlaskClient) -> None:
    for typed in ("b", "br", "the", "mor", "eng", "carts outlet:mor", "title:op", "author:w"):
        for _, url in suggested(client, typed).values():
            read(client, url.removeprefix("http://localhost"))


def test_many_titles_leave_room_for_words(room: Room, write: Write, reader: FlaskClient) -> None:
    for number in range(20):
        write(f"articles/letter-{number}.md", HARBOUR.replace("Harbour bridge", f"Engineers {number}"))
    ingest(room)
    found = suggested(reader, "engin")
    assert len(found) == 10
    assert [text for text, (kind, _) in found.items() if kind == "Word"] == ["engineers"]


def test_an_outlet_leads_to_what_it_published(client: FlaskClient) -> None:
    _, url = suggested(client, "morning")["The Morning Post"]
    assert url == "http://localhost/search?q=outlet%3A%22The+Morning+Post%22"
    assert read(client, url.removeprefix("http://localhost")).link("Harbour bridge opened to carts")


def test_a_browser_is_told_where_the_suggestions_are(client: FlaskClient) -> None:
    address = templates(described(client))["application/x-suggestions+json"]
    assert address == "http://localhost/suggest?q={searchTerms}"


def test_any_string_is_answered_with_suggestions_or_with_none(client: FlaskClient) -> None:
    assert suggested(client, "") == suggested(client, "!?") == suggested(client, "a" * 5_000) == {}
    for query in islice(queries(seed=3), 300):
        typed = query.encode("utf-8", "replace").decode()
        assert client.get("/suggest", query_string={"q": typed}).status_code == 200, query


def test_neither_title_nor_words_of_a_withdrawn_article_are_suggested(reader: FlaskClient) -> None:
    assert suggested(reader, "engin")
    runner = reader.application.test_cli_runner()
    assert runner.invoke(args=["withdraw", "harbour-bridge", "--why", "A court forbade it."]).exit_code == 0
    assert suggested(reader, "engin") == {}
    assert "Harbour bridge opened to carts" not in suggested(reader, "harbour")
