"""A search as a feed."""

from datetime import UTC, datetime
from itertools import islice
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from reading_room.corpus import versions_writer
from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.hostile import queries
from tests.web.reading import follow, read

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: FlaskClient, url: str) -> ElementTree.Element:
    answer = client.get(url)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    root = ElementTree.fromstring(answer.data)
    for one in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert one.findtext(ATOM + name), name
    return root


def links(one: ElementTree.Element) -> dict[str | None, str | None]:
    return {link.get("rel"): link.get("href") for link in one.findall(f"{ATOM}link")}


def test_the_feed_of_a_search_has_an_entry_for_each_passage_that_leads_to_it(client: FlaskClient) -> None:
    root = feed(client, "/feed.atom?q=engineers&outlet=morning-post&sort=oldest&page=3")
    assert links(root) == {
        "self": "http://localhost/feed.atom?q=engineers&outlet=morning-post",
        "alternate": "http://localhost/search?q=engineers&outlet=morning-post&sort=newest",
    }
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "The Morning Post: Harbour bridge opened to carts, passage 2"
    assert "Engineers counted 40 carts" in entry.findtext(f"{ATOM}summary", "")
    address = links(entry)["alternate"] or ""
    assert address == "http://localhost/a/harbour-bridge/2"
    follow(client, address.removeprefix("http://localhost"))


def test_what_the_room_read_last_comes_first_and_the_others_keep_their_ids(
    room: Room, write: Write, reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [one.findtext(f"{ATOM}id") for one in feed(reader, "/feed.atom?q=carts").findall(f"{ATOM}entry")]
    write("articles/older.md", HARBOUR.replace("2001-05-04", "1950-01-01").replace("40 carts", "7 carts and a mule"))
    monkeypatch.setattr(versions_writer, "_now", lambda: datetime(2190, 1, 1, tzinfo=UTC))
    ingest(room)
    root = feed(reader, "/feed.atom?q=carts")
    entries = root.findall(f"{ATOM}entry")
    assert "/a/older/" in (links(entries[0])["alternate"] or "")
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    assert set(before) < {one.findtext(f"{ATOM}id") for one in entries}


def test_the_feed_says_of_a_text_in_another_language_that_it_is(client: FlaskClient) -> None:
    (entry, *_) = feed(client, "/feed.atom?q=lang:ar+%3Dالجسر").findall(f"{ATOM}entry")
    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    assert summary.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"


def test_a_feed_in_which_nothing_is_new_is_not_sent_again(client: FlaskClient) -> None:
    mark = client.get("/feed.atom?q=carts").headers["ETag"]
    assert client.get("/feed.atom?q=carts", headers={"If-None-Match": mark}).status_code == 304
    assert client.get("/feed.atom?q=guests", headers={"If-None-Match": mark}).status_code == 200


def test_a_search_that_finds_nothing_yet_has_a_feed_that_waits(client: FlaskClient) -> None:
    assert feed(client, "/feed.atom?q=zeppelin").findall(f"{ATOM}entry") == []


def test_every_hostile_query_has_a_feed_that_is_xml(client: FlaskClient) -> None:
    for query in islice(queries(seed=5), 150):
        answer = client.get("/feed.atom", query_string={"q": query.encode("utf-8", "replace").decode()})
        assert answer.status_code == 200, query
        ElementTree.fromstring(answer.data)


def test_the_search_page_announces_its_own_feed(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts&lang=en&sort=oldest")
    announced = [link["href"] for link in page.all("link") if link["type"] == "application/atom+xml"]
    assert announced == ["/feed.atom?q=carts&lang=en"] == [page.link("the feed of this search")]
    assert "application/atom+xml" not in read(client, "/search").html


def test_a_withdrawn_article_is_in_no_feed(reader: FlaskClient) -> None:
    assert "/a/harbour-bridge/" in reader.get("/feed.atom?q=carts").text
    runner = reader.application.test_cli_runner()
    assert runner.invoke(args=["withdraw", "harbour-bridge", "--why", "A court forbade it."]).exit_code == 0
    text = reader.get("/feed.atom?q=carts").text
    assert "harbour-bridge" not in text
    assert "/a/evening-queue/" in text


def test_the_feed_of_what_was_only_chosen_names_no_words(client: FlaskClient) -> None:
    feed = client.get("/feed.atom?outlet=morning-post").text
    assert "<title>Articles · The reading room</title>" in feed
    assert "harbour-bridge" in feed
