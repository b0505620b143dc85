"""A quotation with its source, as it is pasted elsewhere."""

import time
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from reading_room.web.sourced import _escaped, _with_partners, marks_for
from tests.conftest import HARBOUR, Write
from tests.web.reading import Page, json


def made(client: FlaskClient, quote: str, slug: str = "harbour-bridge") -> dict[str, str]:
    return json(client, f"/a/{slug}/link.json?{urlencode({'quote': quote})}")


def test_a_quotation_carries_its_words_outlet_title_date_version_passage_and_address(client: FlaskClient) -> None:
    document = made(client, "counted 40 carts")
    assert document["text"].split("\n") == [
        "“counted 40 carts”",
        "— The Morning Post, “Harbour bridge opened to carts”, 4 May 2001, version 1, passage 2",
        document["url"],
    ]
    assert document["url"] == f"http://localhost{document['permalink']}"
    assert document["markdown"] == (
        "> “counted 40 carts”\n>\n"
        f"> — The Morning Post, [Harbour bridge opened to carts](<{document['url']}>), 4 May 2001, version 1, passage 2"
    )
    page = Page(document["html"])
    assert page.texts("blockquote") == ["“counted 40 carts”"]
    assert page.all("blockquote")[0]["cite"] == page.link("Harbour bridge") == document["url"]
    assert page.texts("cite") == ["Harbour bridge opened to carts"]


def test_words_of_the_rooms_own_summary_are_called_so(client: FlaskClient) -> None:
    document = made(client, "The ferrymen say", "evening-queue")
    for form in ("text", "markdown", "html"):
        assert "The reading room’s digest of" in document[form]


def test_marks_around_words_are_not_those_within_and_the_partner_of_a_mark_within_is_kept(client: FlaskClient) -> None:
    text = made(client, "writes of a crowd of 1,000", "evening-queue")["text"]
    assert text.startswith("‘writes of “a crowd of 1,000”’\n")
    text = made(client, "a crowd of 1,000 at the opening", "evening-queue")["text"]
    assert text.startswith("‘“a crowd of 1,000” at the opening’\n")
    assert made(client, "a crowd of 1,000", "evening-queue")["text"].startswith("“a crowd of 1,000”\n")


def test_words_across_passages_have_a_line_each(client: FlaskClient) -> None:
    document = made(client, "the office of works said. No boat passed")
    assert document["text"].startswith("“the office of works said.\nNo boat passed”\n")
    assert "passages 2 and 3" in document["text"]
    assert document["markdown"].startswith("> “the office of works said.\n>\n> No boat passed”\n>\n")
    assert Page(document["html"]).texts("p")[:2] == ["“the office of works said.", "No boat passed”"]


def test_arabic_words_have_arabic_marks_and_names_keep_their_place_in_the_line(client: FlaskClient) -> None:
    document = made(client, "رئيس البلدية", "arabic-bridge")
    assert document["text"].startswith("«رئيس البلدية»\n— \u2068الجسر\u2069, \u2068“افتتاح الجسر”\u2069, 5 May 2001")
    (quotation,) = Page(document["html"]).all("blockquote")
    assert (quotation["lang"], quotation["dir"]) == ("ar", "rtl")


def test_hostile_words_stay_words(room: Room, write: Write, reader: FlaskClient) -> None:
    write(
        "articles/harbour-bridge.md",
        HARBOUR.replace("No boat passed", "No \\*boat\\* <b onclick=x>passed</b> [here](#) & 2 > 1"),
    )
    ingest(room)
    document = made(reader, "No boat b onclick x passed b here 2 1 below")
    assert "<b onclick" in document["quote"]
    assert "<b" not in document["html"].replace("<bdi", "").replace("<blockquote", "")
    assert "\\*boat\\* \\<b onclick=x\\>passed\\</b\\> here \\& 2 \\> 1" in document["markdown"]


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [("en", "x", "“”"), ("en-GB", "a “b” c", "‘’"), ("fr", "x", "«»"), ("de", "x", "„“"), ("zh", "x", "“”"), ("ar", "«x»", "“”")],
)  # fmt: skip
def test_the_marks_are_those_of_the_language(language: str, text: str, marks: str) -> None:
    assert "".join(marks_for(language, text)) == marks


def test_line_breaks_without_end_are_copied_at_once() -> None:
    began = time.thread_time()
    assert _escaped("\n" * 20_000 + "x") == "\n" * 20_000 + "x"
    assert time.thread_time() - began < 5


def test_signs_without_end_before_the_words_are_copied_at_once() -> None:
    text = "!" * 20_000 + "a !“one” two"
    began = time.thread_time()
    assert _with_partners(text, text.index("one"), len(text)) == "“one” two"
    assert time.thread_time() - began < 5
