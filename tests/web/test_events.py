"""Events: the list of them, and each with its accounts."""

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import BRIDGE, Write
from tests.web.reading import follow, json, read


def test_all_events_are_listed_in_order_of_time(room: Room, write: Write, reader: FlaskClient) -> None:
    write("events/aftermath.md", "---\nname: The aftermath\nwhen: 2001-06\nwhere: The harbour\n---\nIt went on.\n")
    write("events/before.md", "---\nname: The digging\nwhen: 1999/2000\nwhere: The harbour\n---\nIt began.\n")
    ingest(room)
    page = read(reader, "/events")
    assert page.texts("th")[4:] == ["The digging", "The opening of the bridge", "The aftermath"]


def test_an_event_says_what_happened_when_and_where(client: FlaskClient) -> None:
    page = read(client, "/event/bridge-2001")
    assert page.headings[0] == "The opening of the bridge"
    for words in ("3 May 2001", "named in Harbour bridge opened to carts", "The harbour", "A bridge was opened."):
        assert words in page.text


def test_its_accounts_stand_in_order_of_publication_each_to_choose(client: FlaskClient) -> None:
    page = read(client, "/event/bridge-2001")
    assert page.field("a") == ["evening-queue", "harbour-bridge", "arabic-bridge"]
    assert "speaks for the ferrymen" in page.text
    assert page.all("form")[-1]["action"] == "/event/bridge-2001/compare"
    assert page.all("form")[-1]["method"] == "get"


def test_a_question_leads_to_the_accounts_that_answer_it_at_that_question(client: FlaskClient) -> None:
    _page, row = follow(client, read(client, "/event/bridge-2001").link("How many people came?"))
    assert row is not None
    assert "How many people came?" in row.text
    assert "before 300 guests" in row.text


def test_a_question_that_one_account_answers_leads_to_it_beside_another(client: FlaskClient) -> None:
    _, row = follow(client, read(client, "/event/bridge-2001").link("How many carts crossed?"))
    assert row is not None
    assert "40 carts in the first hour" in row.text


def test_a_question_that_nobody_answers_has_no_dead_link(room: Room, write: Write, reader: FlaskClient) -> None:
    write(
        "events/bridge-2001.md", BRIDGE.replace("rows:\n", "rows:\n  - {id: who, question: Who built it?, cells: []}\n")
    )
    ingest(room)
    page, _ = follow(reader, "/event/bridge-2001")
    assert page.passage(page.link("Who built it?").removeprefix("#"))


def test_what_each_party_is_called_leads_to_the_words(client: FlaskClient) -> None:
    assert read(client, "/event/bridge-2001").link("The ferrymen") == "/a/evening-queue/2"
    assert "The ferrymen say" in read(client, "/a/evening-queue/2").text


def test_an_event_with_one_account_says_that_there_is_nothing_to_read_it_beside(room: Room, reader) -> None:
    for slug in ("evening-queue", "arabic-bridge"):
        (room.corpus / "articles" / f"{slug}.md").unlink()
    ingest(room)
    page = read(reader, "/event/bridge-2001")
    assert "One account is held" in page.text
    assert not [form for form in page.all("form") if "compare" in form["action"]]
    assert all(read(reader, a["href"].partition("#")[0]) for a in page.links if "ol" in a.inside)


def test_an_event_without_accounts_says_so(room: Room, reader: FlaskClient) -> None:
    for slug in ("evening-queue", "arabic-bridge", "harbour-bridge"):
        (room.corpus / "articles" / f"{slug}.md").unlink()
    ingest(room)
    assert "No account of this event is held." in read(reader, "/event/bridge-2001").text


def test_events_before_and_after_are_linked(room: Room, write: Write, reader: FlaskClient) -> None:
    write(
        "events/after.md",
        "---\nname: The aftermath\nwhen: 2001-06\nwhere: x\nprevious: bridge-2001\n---\nIt went on.\n",
    )
    write("events/bridge-2001.md", BRIDGE.replace("where:", "next: after\nwhere:"))
    ingest(room)
    assert [a["href"] for a in read(reader, "/event/bridge-2001").links if a["rel"] == "next"] == ["/event/after"]
    assert [a["href"] for a in read(reader, "/event/after").links if a["rel"] == "prev"] == ["/event/bridge-2001"]


def test_an_event_as_json_says_what_the_page_says(client: FlaskClient) -> None:
    document = json(client, "/event/bridge-2001.json")
    assert (document["slug"], document["name"]) == ("bridge-2001", "The opening of the bridge")
    assert document["when"] == {"from": "2001-05-03", "to": "2001-05-03", "written": "2001-05-03"}
    assert [account["slug"] for account in document["accounts"]] == ["evening-queue", "harbour-bridge", "arabic-bridge"]
    assert {"slug", "title", "outlet", "published"} <= set(document["accounts"][0])
    assert document["rows"][0]["answered_by"] == ["harbour-bridge", "evening-queue"]
    assert document["summary"] == ["A bridge was opened."]


@pytest.mark.parametrize("path", ["/event/nobody", "/event/", "/event/%2e%2e", "/event/bridge-2001/nothing"])
def test_an_event_that_is_not_here_is_a_404(client: FlaskClient, path: str) -> None:
    assert "There is nothing at this address" in read(client, path, 404).headings


def test_a_missing_event_as_json_is_a_404_in_json(client: FlaskClient) -> None:
    assert json(client, "/event/nobody.json", 404)["what"] == "There is no event “nobody” in this room."
