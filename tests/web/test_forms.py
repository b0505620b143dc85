"""Forms of an address: references, linked data, plain text; and the box in which a reader finds them."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from reading_room.ingest import ingest
from reading_room.room import Room
from reading_room.web.forms import FORMS
from tests.conftest import HARBOUR, Write
from tests.web.reading import json, read

TWO = "/a/harbour-bridge/link.json?quote=40+carts"


def loaded(client: FlaskClient, path: str) -> Any:
    return client.get(path).get_json(force=True)


def test_an_article_a_version_a_passage_and_words_have_references(client: FlaskClient) -> None:
    words = json(client, TWO)["permalink"]
    for path, place in (
        ("/a/harbour-bridge", ""),
        ("/a/harbour-bridge@1", ""),
        ("/a/harbour-bridge/2", "/2"),
        (words, ""),
    ):
        (item,) = loaded(client, f"{path}.csl.json")
        cited = words if path == words else f"/a/harbour-bridge@1{place}"
        assert item["URL"] == f"http://localhost{cited}", path
        assert f"url          = {{http://localhost{cited}}}" in client.get(f"{path}.bib").text
        assert f"UR  - http://localhost{cited}\r\n" in client.get(f"{path}.ris").text


def test_references_are_kept_as_files_with_a_name(client: FlaskClient) -> None:
    response = client.get("/a/harbour-bridge@1/2.ris")
    assert response.headers["Content-Disposition"] == 'attachment; filename="harbour-bridge-1-2.ris"'
    assert response.headers["Content-Type"] == "application/x-research-info-systems; charset=utf-8"


def test_an_annotation_points_into_the_plain_text_that_is_served(client: FlaskClient) -> None:
    target = loaded(client, json(client, TWO)["permalink"] + ".jsonld")["target"]
    assert target["source"] == "http://localhost/a/harbour-bridge@1"
    quoted, placed = target["selector"]
    assert quoted["exact"] == "40 carts"
    text = client.get(target["state"]["cached"].removeprefix("http://localhost")).text
    assert text[placed["start"] : placed["end"]] == "40 carts"
    assert text.endswith("No boat passed below it.")


def test_an_article_as_linked_data_is_a_news_article_and_a_digest_is_not(client: FlaskClient) -> None:
    assert loaded(client, "/a/harbour-bridge.jsonld")["@type"] == "NewsArticle"
    assert loaded(client, "/a/evening-queue.jsonld")["@type"] == "Article"


def test_the_plain_text_of_a_passage_and_of_words_is_what_they_are(client: FlaskClient) -> None:
    assert client.get("/a/harbour-bridge/3.txt").text == "No boat passed below it."
    assert client.get(json(client, TWO)["permalink"] + ".txt").text == "40 carts"


def test_words_that_are_gone_are_cited_from_the_version_that_has_them(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    words = json(reader, TWO)["permalink"]
    write("articles/harbour-bridge.md", HARBOUR.replace("40 carts", "some carts"))
    ingest(room)
    assert reader.get(f"{words}.txt").text == "40 carts"
    (item,) = loaded(reader, f"{words}.csl.json")
    assert (item["version"], item["URL"]) == ("1", f"http://localhost{words}")


def test_a_form_is_asked_after_not_sent_again(client: FlaskClient) -> None:
    for ending in FORMS:
        first = client.get(f"/a/harbour-bridge@1/1.{ending}")
        again = client.get(f"/a/harbour-bridge@1/1.{ending}", headers={"If-None-Match": first.headers["ETag"]})
        assert (first.status_code, again.status_code) == (200, 304), ending


def test_an_unknown_form_names_those_that_there_are(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge.docx", 404)
    assert "no form “.docx”" in page.text
    assert all(f".{ending}" in page.text for ending in ("json", *FORMS))


@given(ending=st.sampled_from([*FORMS, "json", "x", "csl", "json.json"]), path=st.text("abz09@/:-~.,%é", max_size=24))
def test_no_form_of_any_address_is_a_fault(client: FlaskClient, ending: str, path: str) -> None:
    for asked in (f"/a/{path}.{ending}", f"/a/harbour-bridge@{path}.{ending}", f"/a/harbour-bridge/{path}.{ending}"):
        assert client.get(asked).status_code in (200, 301, 308, 404), asked


@pytest.mark.parametrize("ending", FORMS)
def test_what_is_not_there_has_no_form(client: FlaskClient, ending: str) -> None:
    for path in ("/a/nobody", "/a/harbour-bridge@9", "/a/harbour-bridge/77", "/a/harbour-bridge@1/1:1-2~zzzz"):
        assert client.get(f"{path}.{ending}").status_code == 404


def test_the_box_has_every_style_and_leads_to_the_files(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge/2")
    assert "Cite" in page.texts("summary")
    styles = dict(zip(page.texts("dt"), page.texts("dd"), strict=False))
    assert list(styles)[:5] == ["APA", "Chicago", "MLA", "Plain", "Wikipedia"]
    assert styles["APA"].startswith("Writer, A. (2001, May 4). Harbour bridge opened to carts. The Morning Post.")
    assert "Para. 2 of version 1" in styles["APA"]
    assert styles["APA"].endswith("http://localhost/a/harbour-bridge@1/2")
    assert styles["Wikipedia"].startswith("{{cite news |last1=Writer |first1=A. |title=Harbour bridge")
    assert page.link("RIS") == "/a/harbour-bridge@1/2.ris"
    assert [one.text for one in page.all("cite") if "dd" in one.inside] == ["The Morning Post"] * 3


def test_a_title_from_right_to_left_keeps_its_direction_in_a_reference(client: FlaskClient) -> None:
    page = read(client, "/a/arabic-bridge")
    titles = [one for one in page.all("bdi") if "dd" in one.inside and "افتتاح" in one.text]
    assert len(titles) == 4
    assert {(one["dir"], one["lang"]) for one in titles} == {("rtl", "ar")}


def test_a_printed_page_says_how_to_cite_it(client: FlaskClient) -> None:
    printed = [one.text for one in read(client, "/a/harbour-bridge/2").all("p") if "cite-printed" in one["class"]]
    assert printed == [
        "The Morning Post, “Harbour bridge opened to carts”, 4 May 2001, by A. Writer (https://example.org/harbour); "
        f"paragraph 2 of version 1 ({printed[0].split('(')[2].split(')')[0]}), The reading room, "
        "http://localhost/a/harbour-bridge@1/2"
    ]
