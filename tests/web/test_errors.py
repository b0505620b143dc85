"""What a reader sees when something goes wrong."""

import shutil

import pytest
from flask import Flask
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.web.reading import Page, dangers, json, read

PAGES = ["/", "/events", "/event/bridge-2001", "/event/bridge-2001/compare", "/a/harbour-bridge", "/search?q=bridge"]


def is_in_the_rooms_design(page: Page) -> bool:
    """With its masthead, a heading, a way on, and no traces of the machine."""
    inside = "Traceback" not in page.html and 'File "' not in page.html and "werkzeug" not in page.html.lower()
    return inside and bool(page.headings) and page.link("The front page") == "/" and not dangers(page)


@pytest.mark.parametrize("path", PAGES)
def test_without_an_index_every_page_is_a_503_that_says_what_the_keeper_can_do(
    room: Room, reader: FlaskClient, path: str
) -> None:
    shutil.rmtree(room.index)
    page = read(reader, path, 503)
    assert "The room is not open yet" in page.headings
    assert "flask ingest" in page.text
    assert is_in_the_rooms_design(page)
    assert reader.get(path).headers["Retry-After"] == "30"
    ingest(room)
    assert read(reader, path).status == 200


def test_an_index_with_a_file_that_the_room_did_not_write_is_not_opened(room: Room, served: Flask) -> None:
    (room.index / room.generations.current() / "MAIN_foreign.seg").write_bytes(b"cos\nsystem\n(S'true'\ntR.")
    page = read(served.test_client(), "/search?q=bridge", 503)
    assert "the file “MAIN_foreign.seg” was not written by this room" in page.text


def test_an_index_that_names_a_folder_elsewhere_is_not_opened(room: Room, served: Flask) -> None:
    (room.index / "current").write_text("../../etc\n")
    assert read(served.test_client(), "/", 503).headings


def test_missing_versions_are_a_503_not_a_crash(room: Room, served: Flask) -> None:
    room.versions.path.unlink()
    page = read(served.test_client(), "/", 503)
    assert "versions.sqlite3" in page.text
    assert str(room.corpus) not in page.text


def test_an_unknown_address_is_a_404_that_says_what_to_do(client: FlaskClient) -> None:
    page = read(client, "/nothing/here", 404)
    assert is_in_the_rooms_design(page)
    assert "The room has no page “/nothing/here”. Search for words, or look at the events." in page.text
    assert page.link("The events") == "/events"
    assert "/search" in [form["action"] for form in page.all("form")]


def test_markup_in_an_unknown_address_comes_out_as_text(client: FlaskClient) -> None:
    page = read(client, "/<script>alert(1)</script>", 404)
    assert not dangers(page)
    assert "<script>alert(1)</script>" in page.text


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_reader_who_sends_something_is_told_that_the_room_is_only_read(client: FlaskClient, method: str) -> None:
    answer = getattr(client, method)("/search?q=bridge", data={"q": "x"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert is_in_the_rooms_design(Page(answer.text))


def test_a_400_says_what_was_wrong_and_what_to_do(client: FlaskClient) -> None:
    page = read(client, "/search?q=x&from=never", 400)
    assert is_in_the_rooms_design(page)
    assert "from=2016-03-23" in page.text


@pytest.mark.parametrize("path", ["/search", "/search.json", "/a/harbour-bridge", "/event/bridge-2001"])
def test_a_fault_of_the_rooms_own_is_a_500_that_shows_nothing_of_its_inside(
    served: Flask, path: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*asked: object) -> None:
        raise RuntimeError("secret in the attic")

    for name in ("search", "read", "event"):
        monkeypatch.setattr(f"reading_room.library.Library.{name}", fail)
    answer = served.test_client().get(path)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "RuntimeError" not in answer.text
    assert "secret in the attic" in caplog.text
    assert is_in_the_rooms_design(Page(answer.text)) if answer.mimetype == "text/html" else answer.get_json()["remedy"]


def test_errors_are_json_where_json_was_asked_for(client: FlaskClient) -> None:
    for path, status in (
        ("/search.json?page=x", 400), ("/a/nobody.json", 404), ("/compare.json", 400), ("/nothing.json", 404),
    ):  # fmt: skip
        document = json(client, path, status)
        assert set(document) == {"status", "title", "what", "remedy", "links"}
        assert document["status"] == status
        assert document["remedy"]


def test_a_host_that_is_none_is_answered_in_the_rooms_design(reader: FlaskClient) -> None:
    response = reader.get("/", headers={"Host": "a..b"})
    assert response.status_code == 400
    assert "The front page" in response.text


@pytest.mark.parametrize("rest", ["/99", "@9", "@1/1:1-2~zzzz", "@1.docx"])
def test_where_only_the_rest_of_an_address_leads_nowhere_the_article_is_offered(client: FlaskClient, rest: str) -> None:
    page = read(client, f"/a/harbour-bridge{rest}", status=404)
    assert "/a/harbour-bridge" in [link["href"] for link in page.all("a")]


@pytest.mark.parametrize("sign", ["%00", "%07", "%E2%80%AE"])
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/search?q=bridge{}", 200),
        ("/search?q=bridge&sort={}", 400),
        ("/compare?a=bridge{}&a=evening-queue", 404),
        ("/compare?a=harbour-bridge&a=evening-queue&not={}", 400),
        ("/compare?a=harbour-bridge&a=evening-queue&move={}", 400),
        ("/event/bridge{}", 404),
        ("/a/bridge{}", 404),
        ("/nothing/{}", 404),
    ],
)
def test_no_page_has_characters_of_the_address_that_are_not_seen(
    client: FlaskClient, path: str, status: int, sign: str
) -> None:
    answer = client.get(path.format(f"x{sign}y"))
    assert answer.status_code in (status, 308)
    assert not any(unwanted in answer.text for unwanted in "\x00\x07\u202e")


def test_a_comparison_of_versions_leads_to_that_of_the_newest(client: FlaskClient) -> None:
    page = read(client, "/compare?a=harbour-bridge@1&a=evening-queue@2/1", 404)
    url = page.link("The newest versions side by side (no others are compared)")
    assert url == "/compare?a=harbour-bridge&a=evening-queue/1"
    assert read(client, url).status == 200
    assert "newest versions" not in read(client, "/compare?a=nobody&a=harbour-bridge", 404).text
