"""Tables on pages: rows are passages with numbers, addresses, marks and histories like all others."""

import shutil
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from reading_room.corpus import blocks
from reading_room.ingest import check, ingest
from reading_room.model.tables import cells_in
from reading_room.permalinks.words import words
from reading_room.room import Room
from tests.conftest import BRIDGE, Write
from tests.web.reading import Page, dangers, json, read

TOLLS = """\
---
title: The tolls
outlet: morning-post
published: 2001-05-06
published_basis: printed
url: https://example.org/tolls
language: en
text: complete
---
Nobody agrees on what the bridge took in its first week.

| Day | Taken by | Carts |
|:----|----------|------:|
| Monday 7 May | the toll **keeper** | 40 |
| Tuesday 8 May | the [clerk](https://example.org/clerk) himself | 1,312 |
| Wednesday 9 May | | 7 |

The week was wet.
"""
FILE = "articles/tolls.md"


@pytest.fixture
def tolls(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """A reader of a room with a table in it."""
    write(FILE, TOLLS)
    ingest(room)
    return reader


def cells(page: Page, tag: str) -> list[str]:
    return [cell.text for cell in page.all(tag)]


def test_a_table_is_shown_as_one_with_its_head_its_numbers_and_its_columns_set(tolls: FlaskClient) -> None:
    page = read(tolls, "/a/tolls")
    assert [(cell.text, cell["scope"]) for cell in page.all("th")] == [
        ("2Day", "col"), ("Taken by", "col"), ("Carts", "col"),
    ]  # fmt: skip
    assert cells(page, "td") == [
        "3Monday 7 May", "the toll keeper", "40",
        "4Tuesday 8 May", "the clerk himself", "1,312",
        "5Wednesday 9 May", "", "7",
    ]  # fmt: skip
    assert [cell["class"].split() for cell in page.all("tr")[0:1]] == [["passage", "header-row"]]
    assert {cell["class"].split()[-1] for cell in page.all("td", "th") if cell.text in ("40", "Carts")} == {"set-right"}
    assert [row["id"] for row in page.all("tr")] == ["p2", "p3", "p4", "p5"]
    assert page.link("Passage 4") == "/a/tolls/4"
    assert page.link("clerk") == "https://example.org/clerk"


def test_each_cell_holds_its_part_of_the_text_of_its_row_and_says_where_it_begins(tolls: FlaskClient) -> None:
    page, document = read(tolls, "/a/tolls"), json(tolls, "/a/tolls.json")
    said = [one for passage in document["passages"][1:5] for one in cells_of(passage["text"])]
    held = [one for one in page.elements if "data-begins" in one.attributes]
    assert [(int(one["data-begins"]), one.text) for one in held] == said
    assert [passage["kind"] for passage in document["passages"]] == [
        "paragraph", "header-row", "row", "row", "row", "paragraph",
    ]  # fmt: skip


def cells_of(text: str) -> list[tuple[int, str]]:
    return [(span.start, text[span.start : span.end]) for span in cells_in(text)]


def test_the_address_of_a_row_shows_it_below_the_names_of_its_columns(tolls: FlaskClient) -> None:
    page = read(tolls, "/a/tolls/4")
    assert cells(page, "th")[:3] == ["Day", "Taken by", "Carts"]
    assert cells(page, "td")[:3] == ["Tuesday 8 May", "the clerk himself", "1,312"]
    assert page.passage("p4")["class"].split() == ["passage", "row", "target"]
    assert cells(read(tolls, "/a/tolls/2"), "th")[:3] == ["Day", "Taken by", "Carts"]


@pytest.mark.parametrize(
    ("start", "end", "quote", "marks"),
    [
        ("4.35", "4.37", "1,312", ["1,312"]),
        ("3.15", "3.35", "the toll keeper;\t40", ["the toll ", "keeper", "40"]),
        ("4.25", "5.8", "himself;\t1,312\nWednesday", ["himself", "1,312", "Wednesday"]),
        ("1.45", "2.5", "first week.\nDay", ["first week.", "Day"]),
    ],
)
def test_words_in_a_cell_over_cells_and_over_rows_have_addresses(
    tolls: FlaskClient, start: str, end: str, quote: str, marks: list[str]
) -> None:
    made = json(tolls, f"/a/tolls/link.json?start={start}&end={end}")
    assert words_of(made["quote"]) == words_of(quote)
    page = read(tolls, made["permalink"])
    assert [one.strip() for one in page.marks] == [one.strip(" .") for one in marks]
    assert json(tolls, made["permalink"] + ".json")["status"] == "exact"


def words_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in words(text)]


@pytest.mark.parametrize("pasted", ["himself\t1,312\nWednesday 9 May", "himself | 1,312 | | Wednesday 9 May"])
def test_what_a_browser_or_a_text_copies_from_a_table_is_found_when_it_is_pasted(
    tolls: FlaskClient, pasted: str
) -> None:
    made = json(tolls, f"/a/tolls/link.json?{urlencode({'quote': pasted})}")
    assert made["quote"] == "himself;\t1,312\nWednesday 9 May"
    assert made["text"].startswith("“himself;\t1,312\nWednesday 9 May”")


def test_a_search_finds_words_in_cells_shows_the_row_as_text_and_marks_them_in_their_cells(tolls: FlaskClient) -> None:
    found = read(tolls, "/search?q=clerk+1312")
    assert "4 Tuesday 8 May; the clerk himself; 1,312" in found.text.replace("4Tuesday", "4 Tuesday")
    assert found.marks == ["clerk", "1,312"]
    assert read(tolls, found.link("Passage 4, in the article").split("#")[0]).marks == ["clerk", "1,312"]
    assert "Tuesday 8 May;\tthe clerk himself;\t1,312" in tolls.get("/search.csv?q=clerk").text


def test_a_row_that_comes_in_moves_or_is_edited_changes_the_number_of_no_other(
    room: Room, write: Write, tolls: FlaskClient
) -> None:
    monday, tuesday = TOLLS.split("\n")[13:15]
    new = "| Sunday 6 May | nobody was there to ask | 2 |"
    write(FILE, TOLLS.replace(f"{monday}\n{tuesday}", f"{new}\n{tuesday.replace('1,312', '1,321')}\n{monday}"))
    ingest(room)
    passages = json(tolls, "/a/tolls.json")["passages"]
    assert [(one["id"], one["text"][:6]) for one in passages[1:6]] == [
        ("2", "Day;\tT"), ("2a", "Sunday"), ("4", "Tuesda"), ("3", "Monday"), ("5", "Wednes"),
    ]  # fmt: skip
    history = read(tolls, "/a/tolls/history?from=1&to=2")
    assert "Passage 2a inserted" in history.text
    assert "the figure 1,312 became 1,321" in history.text
    assert [one.text for one in history.all("del", "ins")] == ["1,312", "1,321"]


@pytest.fixture
def made_before(room: Room, write: Write, reader: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Links to words of a table that was read when the room knew no tables, each with its words; and then read anew."""
    with monkeypatch.context() as before:
        before.setattr(blocks._Table, "test", lambda *_: False)
        write(FILE, TOLLS)
        ingest(room)
    raw = json(reader, "/a/tolls.json")["passages"][1]["text"]
    assert raw.startswith("| Day | Taken by | Carts | |:----|")
    places = words(raw)
    links = {}
    for size in (1, 2, 5):
        for first, last in zip(places, places[size - 1 :], strict=False):
            made = json(reader, f"/a/tolls/link.json?start=2.{first.start}&end=2.{last.end}")
            links[made["permalink"]] = words_of(raw[first.start : last.end])
    shutil.rmtree(room.index)
    ingest(room)
    return links


def test_links_to_words_of_a_table_that_was_a_paragraph_lead_to_the_same_words_in_its_rows(
    made_before: dict[str, list[str]], reader: FlaskClient
) -> None:
    assert len(made_before) > 50
    for permalink, said in made_before.items():
        document = json(reader, permalink + ".json")
        assert document["status"] in ("exact", "moved", "edited"), permalink
        assert [word for place in document["found"] for word in words_of(place["text"])] == said, permalink


def test_a_table_that_was_a_paragraph_is_split_into_all_of_its_rows_and_the_old_version_stays(
    room: Room, made_before: dict[str, list[str]], reader: FlaskClient
) -> None:
    assert [one["id"] for one in json(reader, "/a/tolls.json")["passages"]] == ["1", "1a", "1b", "2", "2a", "3"]
    assert "| Day | Taken by | Carts |" in read(reader, "/a/tolls@1/2").text
    assert "Passage 2 split into passages 1a to 2a" in read(reader, "/a/tolls/history?from=1&to=2").text
    assert json(reader, "/a/tolls/history.json")["versions"][0]["pointed_out"] == []
    assert [problem for problem in check(room) if "tolls" in problem.file] == []
    assert made_before


def test_what_stands_in_a_cell_is_never_markup(room: Room, write: Write, reader: FlaskClient) -> None:
    hostile = "| <script>alert(1)</script> | <img src=x onerror=alert(1)> |\n|---|---|\n| `</td>` | [x](javascript:alert(1)) |"
    write(FILE, TOLLS + "\n" + hostile)
    ingest(room)
    for address in ("/a/tolls", "/a/tolls/7", "/a/tolls/8"):
        page = read(reader, address)
        assert dangers(page) == []
        assert "<script>alert(1)</script>" in page.text


def test_an_article_may_have_a_table_of_a_thousand_rows(room: Room, write: Write, reader: FlaskClient) -> None:
    many = "".join(f"| {number} | cart number {number} of the week |\n" for number in range(1000))
    write(FILE, TOLLS + "\n| Number | Cart |\n|---:|---|\n" + many)
    ingest(room)
    page = read(reader, "/a/tolls")
    assert len(page.all("tr")) == 1005
    assert len(page.all("table")) == 2
    assert json(reader, "/a/tolls/507.json")["passage"]["text"] == "499;\tcart number 499 of the week"


def test_the_room_s_own_words_may_have_a_table_too(room: Room, write: Write, reader: FlaskClient) -> None:
    write("events/bridge-2001.md", BRIDGE + "\n| Day | Carts |\n|---|---:|\n| Monday | 40 |\n\nIt rained.\n")
    ingest(room)
    page = read(reader, "/event/bridge-2001")
    assert tuple(cells(page, "th")[:2]) == ("Day", "Carts")
    assert tuple(cells(page, "td")[:2]) == ("Monday", "40")
    frame = next(one for one in page.elements if one["class"] == "table-frame")
    assert (frame["tabindex"], frame["role"], frame["aria-label"]) == ("0", "group", "Table")
