"""The results of a search as files: a table, references, and what they say when not all is in them."""

import csv
import io
import re
from dataclasses import replace
from itertools import islice

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from reading_room.index.searcher import WhooshIndex
from reading_room.ingest import ingest
from reading_room.room import Room
from reading_room.web import exports
from reading_room.web.spreadsheet import harmless
from tests.conftest import HARBOUR, Write
from tests.hostile import queries
from tests.web.reading import json, read

ENDINGS = ("csv", "bib", "ris", "csl.json")
CARTS = "http://localhost/a/harbour-bridge@1/2"


def rows(answer: TestResponse) -> list[dict[str, str]]:
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def test_the_table_has_each_passage_with_its_source_and_its_lasting_address(client: FlaskClient) -> None:
    found = rows(client.get("/search.csv?q=engineers&outlet=morning-post"))
    assert found == [
        {
            "outlet": "The Morning Post", "title": "Harbour bridge opened to carts", "author": "A. Writer",
            "published": "2001-05-04", "kind": "complete", "language": "en", "passage": "2", "url": CARTS, "also_in": "",
            "text": "Engineers counted 40 carts in the first hour, the office of works said.",
        }
    ]  # fmt: skip
    assert client.get(CARTS).status_code == 200


def test_a_spreadsheet_knows_the_table_for_unicode(client: FlaskClient) -> None:
    answer = client.get("/search.csv?q=lang:ar+%3Dالجسر")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.content_type == "text/csv; charset=utf-8; header=present"
    assert {row["outlet"] for row in rows(answer)} == {"الجسر"}


def test_the_table_has_what_the_page_counts_over_all_of_its_pages(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    for number in range(25):
        write(f"articles/letter-{number}.md", HARBOUR.replace("40 carts", f"{number} carts and {number} lanterns"))
    ingest(room)
    found = rows(reader.get("/search.csv?q=lanterns&page=2"))
    assert len(found) == json(reader, "/search.json?q=lanterns")["total"] == 25


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_a_passage_that_looks_like_a_formula_is_taken_along_as_text(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/sums.md", HARBOUR.replace("No boat", '=HYPERLINK("http://example.org") lanterns'))
    ingest(room)
    (row,) = rows(reader.get("/search.csv?q=lanterns"))
    assert row["text"].startswith("'=HYPERLINK(")


def test_the_references_name_each_article_once_in_the_version_that_was_searched(client: FlaskClient) -> None:
    bib = client.get("/search.bib?q=bridge").text
    assert len(re.findall("^@article", bib, re.M)) == bib.count("\n}\n") == 3
    assert "http://localhost/a/harbour-bridge@1}" in bib
    ris = client.get("/search.ris?q=bridge").data.decode()
    assert ris.count("TY  - NEWS\r\n") == ris.count("ER  - \r\n") == 3
    items = client.get("/search.csl.json?q=bridge").get_json(force=True)
    assert {item["URL"] for item in items} == set(re.findall(r"UR  - (.*)\r", ris))


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_has_all_does_not_say_that_anything_is_missing(client: FlaskClient, ending: str) -> None:
    answer = client.get(f"/search.{ending}?q=carts")
    assert "Results-Missing" not in answer.headers
    assert "narrower" not in answer.text


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_was_cut_says_so_and_so_does_its_header(
    client: FlaskClient, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_EXPORTED", 1)
    answer = client.get(f"/search.{ending}?q=carts")
    assert answer.headers["Results-Missing"].startswith("Only the first 1 passage of 4 are in this file.")
    assert answer.headers["Results-Missing"] in answer.text
    if ending == "csv":
        assert len(rows(answer)) == 2  # the passage, and the line that says so


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_says_that_the_time_ran_out(client: FlaskClient, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    search = WhooshIndex.search
    monkeypatch.setattr(WhooshIndex, "search", lambda index, query: replace(search(index, query), complete=False))
    answer = client.get(f"/search.{ending}?q=carts")
    assert "ran out" in answer.headers["Results-Missing"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("query", ["", "zeppelin", "-carts", "***"])
def test_nothing_found_is_a_file_with_nothing_in_it(client: FlaskClient, ending: str, query: str) -> None:
    answer = client.get(f"/search.{ending}", query_string={"q": query})
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="search.{ending}"'


def test_every_hostile_query_is_answered_with_a_file(client: FlaskClient) -> None:
    for query, ending in zip(islice(queries(seed=11), 120), ENDINGS * 30, strict=True):
        asked = {"q": query.encode("utf-8", "replace").decode()}
        assert client.get(f"/search.{ending}", query_string=asked).status_code == 200, query


def test_a_form_that_searches_do_not_have_is_named_with_those_that_they_have(client: FlaskClient) -> None:
    assert ".csl.json" in read(client, "/search.docx?q=carts", 404).text


def test_the_search_page_leads_to_the_files_of_the_same_search(client: FlaskClient) -> None:
    page = read(client, "/search?q=engineers&outlet=morning-post&page=1")
    assert page.link("CSV") == "/search.csv?q=engineers&outlet=morning-post"
    assert len(rows(client.get(page.link("CSV")))) == 1
    assert "Take these results with you" not in read(client, "/search?q=zeppelin").text


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_withdrawn_article_is_in_no_file(room: Room, reader: FlaskClient, ending: str) -> None:
    assert "harbour-bridge" in reader.get(f"/search.{ending}?q=carts").text
    runner = reader.application.test_cli_runner()
    assert runner.invoke(args=["withdraw", "harbour-bridge", "--why", "A court forbade it."]).exit_code == 0
    answer = reader.get(f"/search.{ending}?q=carts")
    assert answer.status_code == 200
    assert "harbour-bridge" not in answer.text
    assert "evening-queue" in answer.text
