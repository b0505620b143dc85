"""How links to the room look elsewhere: titles, cards, embeds, and what programs read in the head of a page."""

import json as documents
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.permalinks.address import Address, WordRange
from reading_room.permalinks.selection import check_code, select
from reading_room.room import Room
from reading_room.web.cards import card_of
from reading_room.web.subjects import subject_of
from tests.conftest import HARBOUR, Write
from tests.web.reading import Page, json, read

ROOT = "http://localhost"
LINK = "/a/harbour-bridge/link.json?quote="


def meta(page: Page, name: str) -> str:
    (found,) = [one["content"] for one in page.all("meta") if name in (one["name"], one["property"])]
    return found


def linked_data(page: Page) -> dict:
    (script,) = [one for one in page.all("script") if one["type"] == "application/ld+json"]
    return documents.loads("".join(script.parts))


def permalink(client: FlaskClient, words: str) -> str:
    return str(json(client, LINK + quote(words))["permalink"])


def change(room: Room, write: Write, old: str, new: str) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace(old, new))
    ingest(room)


def test_a_link_to_words_carries_them_with_their_outlet_and_date(client: FlaskClient) -> None:
    address = permalink(client, "300 guests")
    page = read(client, address)
    assert (
        page.title
        == meta(page, "og:title")
        == meta(page, "twitter:title")
        == "“300 guests” · The Morning Post, 4 May 2001"
    )
    assert meta(page, "og:url") == ROOT + address
    assert meta(page, "og:type") == "article"
    assert meta(page, "og:image") == f"{ROOT}{address}.png"
    assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
    assert meta(page, "article:published_time") == "2001-05-04"
    assert "Harbour bridge opened to carts: paragraph 1 of version 1" in meta(page, "og:description")
    assert meta(page, "description") == meta(page, "og:description")


def test_words_that_were_left_out_between_ranges_are_never_left_out_in_silence(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    change(room, write, "The mayor opened", "The mayor never opened")
    library = reader.application.extensions["reading_room"].library()
    passages = library.read("harbour-bridge").version.passages
    selection = select(passages, [WordRange("1", 1, "1", 2), WordRange("1", 4, "1", 5)])
    address = selection.address("harbour-bridge", 2)
    words = "The mayor […] opened the"
    page = read(reader, address.path)
    assert page.title == meta(page, "og:title") == f"“{words}” · The Morning Post, 4 May 2001"
    assert linked_data(page)["text"].split() == words.split()
    for form in (".bib", ".ris", ".txt"):
        assert words in " ".join(reader.get(address.path + form).text.split()), form
    embedded = json(reader, f"/oembed?url={quote(ROOT + address.path)}")["html"]
    assert "<p>“The mayor</p><p>[…]</p><p>opened the”</p>" in embedded
    with reader.application.test_request_context():
        card = card_of(library, subject_of(library, address))
    assert [one.text for one in card.passages] == ["The mayor", "[…]", "opened the"]


def test_a_digest_is_called_one_and_its_words_stand_without_quotation_marks(client: FlaskClient) -> None:
    page = read(client, "/a/evening-queue/2")
    assert page.title == "The ferrymen say that “not one cart in ten” paid the toll. · Evening News, May 2001 (digest)"
    assert "own summary" in meta(page, "og:description")
    assert not [one for one in page.all("meta") if one["property"] == "article:published_time"]  # inferred, a month
    assert linked_data(page)["isPartOf"]["genre"] == "digest"


def test_a_long_passage_is_shortened_behind_a_word(room: Room, write: Write, reader: FlaskClient) -> None:
    change(room, write, "No boat passed below it.", "No boat passed below it, " + "one two three four " * 40)
    title = read(reader, "/a/harbour-bridge/3").title
    assert title.endswith(("four…” · The Morning Post, 4 May 2001", "three…” · The Morning Post, 4 May 2001"))
    assert len(title) < 190


@pytest.mark.parametrize(
    ("old", "new", "said", "status"),
    [
        ("before 300 guests", "before 310 guests", "Edited since", "edited"),
        (
            "The mayor opened the *harbour bridge* on Thursday before 300 guests.\n\n",
            "",
            "No longer in the article",
            "gone",
        ),
        ("No boat", "Some boat", "", "exact"),
    ],
)
def test_what_became_of_the_words_is_said_with_them(
    room: Room, write: Write, reader: FlaskClient, old: str, new: str, said: str, status: str
) -> None:
    address = permalink(reader, "on Thursday before 300 guests")
    change(room, write, old, new)
    response = reader.get(address)
    page = Page(response.text)
    assert response.headers["Passage-Status"] == status
    assert page.title.startswith(f"{said}: “on Thursday" if said else "“on Thursday")
    assert meta(page, "og:description").startswith(said)
    assert reader.get(f"{address}.json").headers["Passage-Status"] == status
    embedded = Page(json(reader, f"/oembed?url={quote(ROOT + address)}")["html"])
    assert embedded.texts("strong") == ([f"{said}."] if said else [])


def test_an_address_is_canonical_for_itself_in_the_rooms_spelling(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    def canonical(path: str) -> str:
        (found,) = [one["href"] for one in read(reader, path).all("link") if one["rel"] == "canonical"]
        return found.removeprefix(ROOT)

    words = permalink(reader, "300 guests")
    change(room, write, "said.\n\nNo boat", "said. No boat")
    assert canonical("/a/harbour-bridge?q=boat") == "/a/harbour-bridge"
    assert canonical("/a/harbour-bridge@1") == "/a/harbour-bridge@1"
    assert canonical("/a/harbour-bridge@1/3") == "/a/harbour-bridge@1/3"
    assert canonical("/a/harbour-bridge/3") == "/a/harbour-bridge/2"  # merged: the number that it has now
    assert canonical(words) == words
    assert canonical(words.replace("@1", "")) == words.replace("@1", "@2")  # floats: the newest that has the words


def test_zotero_reads_a_newspaper_article(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge/1")
    named = {one["name"] for one in page.all("meta")}
    assert meta(page, "DC.type") == "newspaperArticle"
    assert meta(page, "prism.publicationName") == "The Morning Post"
    assert (meta(page, "citation_title"), meta(page, "citation_author")) == (
        "Harbour bridge opened to carts",
        "Writer, A.",
    )
    assert meta(page, "citation_publication_date") == "2001/05/04"
    assert meta(page, "citation_public_url") == f"{ROOT}/a/harbour-bridge@1/1"
    assert not named & {"citation_journal_title", "citation_book_title"}  # these would make it something else
    assert meta(page, "DC.language") == "en"


def test_other_forms_are_announced_and_each_is_there_in_its_type(client: FlaskClient) -> None:
    for path in ("/a/harbour-bridge", "/a/harbour-bridge@1", "/a/harbour-bridge/1", permalink(client, "300 guests")):
        links = [one for one in read(client, path).all("link") if one["rel"] == "alternate"]
        assert len(links) == 9
        for one in links:
            response = client.get(one["href"].removeprefix(ROOT))
            assert response.status_code == 200, one["href"]
            assert response.mimetype == one["type"].replace("json+oembed", "json").replace("xml+oembed", "xml"), one[
                "href"
            ]


def test_linked_data_cannot_end_its_element(room: Room, write: Write, reader: FlaskClient) -> None:
    change(room, write, "No boat passed", "</script><script>alert(1)</script><!-- No boat passed")
    page = read(reader, "/a/harbour-bridge/3")
    assert linked_data(page)["text"].startswith("</script><script>alert(1)</script><!-- No boat")
    assert len([one for one in page.all("script") if not one["src"]]) == 1


def test_the_card_of_every_kind_of_address_is_a_picture(client: FlaskClient) -> None:
    for path in ("/a/harbour-bridge", "/a/evening-queue@1", "/a/arabic-bridge/1", permalink(client, "300 guests")):
        response = client.get(f"{path}.png")
        assert (response.status_code, response.mimetype) == (200, "image/png"), path
        assert response.headers["Cache-Control"] == "no-cache"
        again = client.get(f"{path}.png", headers={"If-None-Match": response.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")


def test_a_card_sets_each_passage_in_its_language(room: Room, write: Write, served: Flask) -> None:
    """A digest in English of a Russian article has a title and quotations of its own language, which run the same way."""
    own = HARBOUR.replace("text: complete", "text: digest\nheld: complete\noriginal_language: ru")
    write("articles/of-russian.md", own.replace("Harbour bridge opened to carts", "Открытие моста"))
    ingest(room)
    library = room.library()
    with served.test_request_context():
        languages = [
            [one.language for one in card_of(library, subject_of(library, Address.parse(written))).passages]
            for written in ("of-russian", "of-russian/3", "arabic-bridge/1")
        ]
    assert languages == [["ru"], ["en"], ["ar"]]


def test_words_across_passages_are_quoted_with_what_stands_between_them_everywhere(client: FlaskClient) -> None:
    document = json(client, LINK + quote("before 300 guests Engineers counted"))
    address = document["permalink"]
    whole = "before 300 guests.\nEngineers counted"
    assert address.partition("~")[2] == check_code("before 300 guests\nEngineers counted"), "as addresses ever were"
    assert (document["quote"], json(client, f"{address}.json")["quote"]) == (whole, whole)
    assert document["text"].startswith("“before 300 guests.\nEngineers counted”\n")
    page = read(client, address)
    assert "before 300 guests. Engineers counted" in page.text[: page.text.index("The Morning Post")]
    assert page.title == meta(page, "og:title")
    assert page.title.startswith("“before 300 guests. ¶ Engineers counted” · ")
    assert "guests.</p><p>Engineers" in json(client, f"/oembed?url={quote(ROOT + address)}")["html"]
    assert client.get(f"{address}.txt").text == whole
    library = client.application.extensions["reading_room"].library()
    card = card_of(library, subject_of(library, Address.parse(address.removeprefix("/a/"))))
    assert [one.text for one in card.passages] == whole.split("\n")


def test_an_embed_is_a_blockquote_with_its_source_and_nothing_that_runs(client: FlaskClient) -> None:
    address = ROOT + permalink(client, "300 guests")
    document = json(client, f"/oembed?url={quote(address)}&maxwidth=400")
    assert (document["type"], document["version"], document["width"]) == ("rich", "1.0", 400)
    assert document["provider_name"] == "The reading room"
    assert document["author_name"] == "The Morning Post"
    assert "thumbnail_url" not in document  # wider than what was asked for
    page = Page(document["html"])
    assert page.texts("p") == ["“300 guests”"]
    assert page.texts("footer") == [
        "The Morning Post, 4 May 2001, Harbour bridge opened to carts, paragraph 1: The reading room"
    ]
    assert [a["href"] for a in page.links] == [address]
    assert not page.all("script", "style", "iframe", "img")


def test_an_embed_of_many_passages_is_no_longer_than_one_of_a_long_passage(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    days = "\n\n".join(f"On day {day} no boat passed." for day in range(200))
    write("articles/boat-days.md", HARBOUR.replace("No boat passed below it.", days))
    ingest(room)
    address = json(reader, "/a/boat-days/link.json?start=1.0&end=150.9")["permalink"]
    page = Page(json(reader, f"/oembed?url={quote(ROOT + address)}")["html"])
    assert 1_100 < sum(map(len, page.texts("p"))) <= 1_202  # with its quotation marks
    assert page.texts("p")[-1].endswith("…”")
    assert "paragraphs 1–150" in page.texts("footer")[0]


def test_an_embed_of_a_digest_puts_no_words_into_the_outlets_mouth(client: FlaskClient) -> None:
    document = json(client, f"/oembed?url={ROOT}/a/evening-queue/2")
    assert "author_name" not in document
    assert Page(document["html"]).texts("p")[0].startswith("The ferrymen say")
    assert "(digest)" in document["html"]


def test_an_embed_as_xml_says_the_same(client: FlaskClient) -> None:
    url = f"/oembed?url={ROOT}/a/arabic-bridge/1"
    response = client.get(f"{url}&format=xml")
    assert response.mimetype == "text/xml"
    root = ElementTree.fromstring(response.data)
    document = json(client, url)
    assert root.findtext("html") == document["html"]
    assert 'dir="rtl"' in document["html"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("", 400),
        ("?url=", 400),
        (f"?url={ROOT}/a/harbour-bridge&maxwidth=wide", 400),
        (f"?url={ROOT}/a/harbour-bridge&maxheight=0", 400),
        (f"?url={ROOT}/a/nobody", 404),
        (f"?url={ROOT}/a/harbour-bridge@1/1:1-2~zzzz", 404),
        (f"?url={ROOT}/events", 404),
        ("?url=https://elsewhere.example/a/harbour-bridge", 404),
        ("?url=http://[::1/a/harbour-bridge", 404),
        ("?url=javascript:alert(1)", 404),
        ("?url=%00%ff", 404),
        (f"?url={ROOT}/a/harbour-bridge&format=yaml", 501),
    ],
)
def test_what_cannot_be_embedded_says_why(client: FlaskClient, asked: str, status: int) -> None:
    document = json(client, f"/oembed{asked}", status)
    assert document["what"]
    assert document["remedy"]


def test_an_embed_has_the_address_as_the_room_spells_it(client: FlaskClient) -> None:
    for written in ("Harbour-Bridge/1/", "harbour-bridge/1?q=mayor", "harbour-bridge/1%23p1"):
        assert f'cite="{ROOT}/a/harbour-bridge/1"' in json(client, f"/oembed?url={ROOT}/a/{written}")["html"], written
    words = json(client, "/a/harbour-bridge/link.json?quote=300+guests")["permalink"]
    for written in (ROOT.upper() + words, ROOT + quote(words)):  # programs write `@`, `:` and `~` in per cent
        assert f'cite="{ROOT}{words}"' in json(client, f"/oembed?url={quote(written)}")["html"], written
