"""The front page, and what machines ask first."""

import re
import shutil

from flask.testing import FlaskClient

from app import create_app
from reading_room.ingest import ingest
from reading_room.room import Room
from tests.web.reading import follow, json, read


def test_the_front_page_says_what_the_room_is_and_that_it_takes_no_side(client: FlaskClient) -> None:
    page = read(client, "/")
    assert "3 articles from 3 outlets" in page.text
    assert "never says which account is right" in page.text


def test_the_search_box_of_the_front_page_leads_to_the_search(client: FlaskClient) -> None:
    page = read(client, "/")
    assert [form["action"] for form in page.all("form")] == ["/search"]
    assert page.field("q") == [""]


def test_the_front_page_lists_the_events_with_their_dates_and_number_of_accounts(client: FlaskClient) -> None:
    page = read(client, "/")
    row = next(row for row in page.texts("tr") if "The opening of the bridge" in row)
    assert "3 May 2001" in row
    assert "3 accounts" in row
    assert "/event/bridge-2001" in page.links_named("The opening of the bridge")


def test_the_front_page_says_where_to_begin(client: FlaskClient) -> None:
    page = read(client, "/")
    assert page.links_named("The opening of the bridge")[0] == "/event/bridge-2001/compare"


def test_the_front_page_shows_one_question_with_its_rival_answers_side_by_side(client: FlaskClient) -> None:
    page = read(client, "/")
    assert "How many people came?" in page.headings
    answers = page.texts("blockquote")
    assert answers[0].startswith("“a crowd of 1")
    assert answers[1] == "before 300 guests"
    assert page.links_named("in the article") == ["/a/evening-queue/1", "/a/harbour-bridge/1"]


def test_the_question_of_the_front_page_leads_to_these_accounts_at_that_question(client: FlaskClient) -> None:
    _, row = follow(client, read(client, "/").link("Read these accounts side by side"))
    assert row is not None
    assert "How many people came?" in row.text


def test_the_newest_articles_stand_on_the_front_page_the_latest_first(client: FlaskClient) -> None:
    page = read(client, "/")
    listed = [a["href"] for a in page.links if "ol" in a.inside and a["href"].startswith("/a/")]
    assert listed == ["/a/arabic-bridge", "/a/harbour-bridge", "/a/evening-queue"]


def test_a_room_without_articles_has_a_front_page_too(room: Room) -> None:
    shutil.rmtree(room.corpus)
    room.corpus.mkdir()
    ingest(room)
    client = create_app({"CORPUS": room.corpus, "INDEX": room.index, "TESTING": True}).test_client()
    assert "0 articles" in read(client, "/").text
    assert read(client, "/events").headings == ["Events"]
    assert read(client, "/search?q=bridge").status == 200


def test_an_event_at_either_end_of_the_calendar_breaks_no_page(room: Room, write) -> None:
    for slug, year in (("beginning", "0001"), ("end", "9999")):
        write(f"events/{slug}.md", f"---\nname: The {slug}\nwhen: {year}\nwhere: Nowhere\n---\nSo it was.\n")
    ingest(room)
    client = create_app({"CORPUS": room.corpus, "INDEX": room.index, "TESTING": True}).test_client()
    assert "The beginning" in read(client, "/").text
    assert read(client, "/event/end").headings[0] == "The end"


def test_healthz_says_that_the_process_lives_even_without_an_index(room: Room, reader: FlaskClient) -> None:
    assert json(reader, "/healthz") == {"status": "alive"}
    shutil.rmtree(room.index)
    assert json(reader, "/healthz") == {"status": "alive"}


def test_readyz_says_which_generation_is_open(client: FlaskClient) -> None:
    answer = json(client, "/readyz")
    assert re.fullmatch(r"generation-000001-[0-9a-f]{8}", answer.pop("generation"))
    assert answer == {"status": "ready", "articles": 3, "passages": 7}


def test_readyz_says_why_a_newer_index_is_not_open(room: Room, reader: FlaskClient) -> None:
    generation = json(reader, "/readyz")["generation"]
    (room.index / "current").write_text("../elsewhere\n")
    answer = json(reader, "/readyz")
    assert (answer["status"], answer["generation"]) == ("ready", generation)
    assert "names no generation" in answer["refused"]


def test_readyz_answers_503_without_an_index(room: Room, reader: FlaskClient) -> None:
    shutil.rmtree(room.index)
    assert json(reader, "/readyz", 503)["status"] == 503


def test_robots_may_read_articles_but_not_run_searches_without_end(client: FlaskClient) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /search" in lines
    assert "Disallow: /a" not in lines
