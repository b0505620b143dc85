"""The page of an article that was taken out of the room: what it was, since when, and what of it can still be read."""

from datetime import UTC, datetime

from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.links import link
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.web.reading import json, read


def take_out(room: Room, write: Write) -> str:
    """Give the harbour bridge two more versions and take it out; returns a link to words that its last version lacks."""
    linked = link(room.library().read("harbour-bridge").version, "No boat passed")
    assert linked.link
    for text in (HARBOUR.replace("300", "310"), HARBOUR.replace("\nNo boat passed below it.\n", "")):
        write("articles/harbour-bridge.md", text)
        ingest(room)
    (room.corpus / "articles/harbour-bridge.md").unlink()
    ingest(room)
    return linked.link.address.path


def test_its_page_says_what_it_was_and_since_when_it_is_out_and_leads_to_all_that_was_kept(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    take_out(room, write)
    page = read(reader, "/a/harbour-bridge", 410)
    today = datetime.now(UTC)
    when = f"{today.day} {today:%B %Y}"
    assert page.texts("cite") == ["Harbour bridge opened to carts"]
    assert f"The Morning Post, 4 May 2001 This article was taken out of the room on {when}." in page.text
    assert page.link("Version 3") == "/a/harbour-bridge@3"
    assert page.link("Version 2") == "/a/harbour-bridge@2"
    assert page.link("Version 1") == "/a/harbour-bridge@1"
    for version in (1, 2, 3):
        assert "The mayor opened" in read(reader, f"/a/harbour-bridge@{version}").text


def test_its_json_says_the_same(room: Room, write: Write, reader: FlaskClient) -> None:
    take_out(room, write)
    document = json(reader, "/a/harbour-bridge.json", 410)
    assert document["status"] == 410
    assert (document["article_title"], document["outlet_name"]) == (
        "Harbour bridge opened to carts",
        "The Morning Post",
    )
    assert document["links"] == ["/a/harbour-bridge@3", "/a/harbour-bridge@2", "/a/harbour-bridge@1"]
    assert [note["version"] for note in json(reader, "/a/harbour-bridge@1.json")["versions"]] == [1, 2, 3]


def test_a_passage_of_it_leads_to_the_last_version_that_has_it_first(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    take_out(room, write)
    page = read(reader, "/a/harbour-bridge/3", 410)
    assert page.link("The version that was kept") == "/a/harbour-bridge@2/3"
    assert page.link("Version 3") == "/a/harbour-bridge@3"


def test_a_link_to_its_words_still_shows_them(room: Room, write: Write, reader: FlaskClient) -> None:
    words = take_out(room, write)
    noted = room.versions.taken_out("harbour-bridge")
    assert noted
    page = read(reader, words)
    assert page.marks == ["No boat passed"]
    when = f"{noted.day} {noted:%B %Y}"
    assert f"The article was taken out of the room on {when}; version 1, which has these words, was kept." in page.text
    document = json(reader, f"{words}.json")
    assert (document["status"], document["quote"], document["now"]) == ("gone", "No boat passed", None)
    assert document["taken_out"] == noted.isoformat()
    with room.versions.writing() as store:
        store.forget_removal("harbour-bridge")
    assert json(reader, f"{words}.json")["taken_out"] is None
    assert "The article has been taken out of the room; version 1" in read(reader, words).text


def test_the_day_stays_the_day_on_which_it_went(room: Room, write: Write, reader: FlaskClient) -> None:
    take_out(room, write)
    noted = room.versions.taken_out("harbour-bridge")
    ingest(room, full=True)
    assert room.versions.taken_out("harbour-bridge") == noted


def test_an_article_that_came_back_is_not_out_any_more(room: Room, write: Write, reader: FlaskClient) -> None:
    take_out(room, write)
    write("articles/harbour-bridge.md", HARBOUR)
    gone = room.versions.taken_out("harbour-bridge")
    assert gone
    ingest(room)
    assert room.versions.taken_out("harbour-bridge") is None
    assert read(reader, "/a/harbour-bridge")
    (absence,) = room.versions.absences("harbour-bridge")
    assert absence.gone == gone
    days = [f"{at.day} {at:%B %Y, %H:%M} UTC" for at in (absence.gone, absence.back)]
    page = read(reader, "/a/harbour-bridge/history")
    assert f"It was out of the room from {days[0]} to {days[1]}." in page.text
    assert "was taken out of the room" not in page.text
    document = json(reader, "/a/harbour-bridge/history.json")
    assert document["absences"] == [{"from": gone.isoformat(), "to": absence.back.isoformat()}]
    assert document["taken_out"] is None


def test_where_the_day_was_never_noted_none_is_said(room: Room, write: Write, reader: FlaskClient) -> None:
    take_out(room, write)
    with room.versions.writing() as store:
        store.forget_removal("harbour-bridge")
    ingest(room)
    assert "was taken out of the room." in read(reader, "/a/harbour-bridge", 410).text


def test_an_article_whose_versions_were_withdrawn_one_by_one_shows_none_of_them(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    take_out(room, write)
    with room.versions.writing() as store:
        store.withdraw("harbour-bridge", 2, "It named a child.")
    page = read(reader, "/a/harbour-bridge", 410)
    assert "/a/harbour-bridge@2" not in [a["href"] for a in page.links]
    assert "It named a child." in read(reader, "/a/harbour-bridge@2", 451).text
    with room.versions.writing() as store:
        store.withdraw("harbour-bridge", 3, "It named another.")
    assert "/a/harbour-bridge@1" in [a["href"] for a in read(reader, "/a/harbour-bridge", 410).links]
    with room.versions.writing() as store:
        store.withdraw("harbour-bridge", 1, "It named a third.")
    assert "It named another." in read(reader, "/a/harbour-bridge", 451).text
