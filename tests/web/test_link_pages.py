"""Where links to words are made: from two places of a text, from a pasted quotation, from sentences."""

import re
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.permalinks.quoting import MOST_CODE_POINTS, MOST_WORDS
from reading_room.room import Room
from reading_room.web.unseen import seen
from tests.conftest import HARBOUR, Write
from tests.web.reading import Page, dangers, json, read

LINK = "/a/harbour-bridge/link"


def pasted(client: FlaskClient, quote: str, slug: str = "harbour-bridge") -> Page:
    return read(client, f"/a/{slug}/link?{urlencode({'quote': quote})}")


def boxes(page: Page) -> dict[str, str]:
    """What stands in the boxes to copy from, by their labels."""
    labels = {label["for"]: label.text for label in page.all("label")}
    return {labels[box["id"]]: box.text for box in page.all("textarea") if "readonly" in box.attributes}


def test_two_places_give_the_link_to_the_words_between_them_whole(client: FlaskClient) -> None:
    document = json(client, f"{LINK}.json?start=2.12&end=2.20")
    assert document["quote"] == "counted 40"
    assert re.fullmatch(r"/a/harbour-bridge@1/2:2-3~[0-9a-z]{4}", document["permalink"])
    assert document["says"] == "Passage 2, 2 words"
    assert read(client, document["permalink"]).marks == ["counted 40"]
    assert "“counted 40”" in read(client, document["page"]).text


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("橋は木曜日に開通した", "Passage 3, 10 signs"),
        ("橋は木曜日に開通した。No boat", "Passage 3, 2 words and 10 signs"),
        ("し", "Passage 3, 1 sign"),
        ("No boat passed", "Passage 3, 3 words"),
    ],
)
def test_signs_of_a_script_without_spaces_are_counted_as_signs(
    room: Room, write: Write, reader: FlaskClient, quote: str, says: str
) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("No boat", "橋は木曜日に開通した。No boat"))
    ingest(room)
    assert json(reader, f"{LINK}.json?{urlencode({'quote': quote})}")["says"] == says


def test_two_places_may_lie_in_different_passages(client: FlaskClient) -> None:
    document = json(client, f"{LINK}.json?start=2.60&end=3.7")
    assert document["quote"].split("\n")[1] == "No boat"
    assert document["says"].startswith("Passages 2 and 3, ")


def test_the_link_is_made_on_the_version_that_was_shown(room: Room, write: Write, reader: FlaskClient) -> None:
    (source,) = [one["source"] for one in read(reader, "/a/harbour-bridge").all("link-selection")]
    write("articles/harbour-bridge.md", HARBOUR.replace("Engineers counted 40 carts", "They counted 41"))
    ingest(room)
    document = json(reader, f"{source}?start=2.0&end=2.26")
    assert (document["quote"], document["permalink"].partition("/2:")[0]) == (
        "Engineers counted 40 carts", "/a/harbour-bridge@1",
    )  # fmt: skip
    assert json(reader, f"{LINK}.json?start=2.0&end=2.15&version=2")["quote"] == "They counted 41"


@pytest.mark.parametrize(
    ("places", "status", "what"),
    [
        ("start=2.9", 400, "“end=” is not a place"),
        ("start=2.9&end=2", 400, "“end=2” is not a place"),
        ("start=2.9&end=2.-4", 400, "not a place"),
        ("start=2.٩&end=2.20", 400, "not a place"),
        ("start=2.9&end=2.99999999", 400, "not a place"),
        ("start=2.9&end=2.9", 400, "no word between"),
        ("start=2.0&end=2.0", 400, "no word between"),
        ("start=2.9&end=1.9", 400, "The end stands before the beginning."),
        ("start=2.9&end=2.4", 400, "The end stands before the beginning."),
        ("start=2.9&end=99.4", 404, "no passage 99"),
        ("start=2.9&end=2.20&version=7", 404, "no version 7"),
        ("start=2.9&end=2.20&version=x", 400, "not a version"),
    ],
)
def test_places_that_have_no_words_say_why(client: FlaskClient, places: str, status: int, what: str) -> None:
    assert what in json(client, f"{LINK}.json?{places}", status)["what"]
    assert what in read(client, f"{LINK}?{places}", status).text


def test_a_place_behind_the_end_of_a_passage_is_its_end(client: FlaskClient) -> None:
    assert json(client, f"{LINK}.json?start=3.8&end=3.9999999")["quote"] == "passed below it"


def test_a_pasted_quotation_shows_its_link_ready_to_copy_with_its_source_in_three_forms(client: FlaskClient) -> None:
    page = pasted(client, '"the *harbour bridge*  on THURSDAY"')
    copied = boxes(page)
    assert list(copied) == ["Link to these words", "Text", "Markdown", "HTML"]
    assert re.fullmatch(r"http://localhost/a/harbour-bridge@1/1:4-8~\w{4}", copied["Link to these words"])
    assert copied["Text"].startswith("“the harbour bridge on Thursday”")
    assert copied["HTML"].startswith("<blockquote cite=")
    opened = read(client, page.link("Open the link"))
    assert "".join(opened.marks).replace(" ", "") == "theharbourbridgeonThursday"
    assert dangers(page) == []


def test_a_quotation_with_words_left_out_is_a_link_of_several_ranges(client: FlaskClient) -> None:
    page = pasted(client, "“The mayor opened […] before 300 guests … No boat passed”")
    made = boxes(page)
    assert "Passages 1 and 3, 9 words" in page.text
    assert re.search(r"/a/harbour-bridge@1/1:1-3,1:9-11,3:1-3~\w{4}$", made["Link to these words"])
    assert made["Text"].startswith("“The mayor opened […] before 300 guests […] No boat passed” — The Morning Post")
    assert "version 1, passages 1 and 3" in made["Text"]
    shown = read(client, page.link("Open the link"))
    assert shown.marks == ["The mayor opened", "before 300 guests", "No boat passed"]


def test_the_link_page_is_not_for_search_engines(client: FlaskClient) -> None:
    assert client.get(LINK).headers["X-Robots-Tag"] == "noindex"


def test_a_quotation_in_several_places_is_chosen_by_what_stands_around_it(client: FlaskClient) -> None:
    page = pasted(client, "the")
    assert "These words stand in 3 places." in page.headings
    assert page.marks == ["the", "the", "the"]
    assert "Engineers counted 40 carts in the first hour" in page.text
    urls = [a["href"] for a in page.links if a.text == "Passage 2"]
    assert len(set(urls)) == 2
    chosen = boxes(read(client, urls[0]))["Link to these words"]
    assert read(client, chosen).marks == ["the"]


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("counted 50 carts", "These words do not stand in this version of the article."),
        ("— … !", "There is no word in it."),
        ("\x00\ufffe</textarea><script>alert(1)</script>", "do not stand in this version"),
        ("word " * (MOST_WORDS + 1), "longer than"),
        ("x" * (MOST_CODE_POINTS + 1), "longer than"),
        ("\u202e\ud7ff" + "م" * 3000, "do not stand"),
    ],
)
def test_a_quotation_that_is_not_there_says_why_and_what_to_do_and_keeps_what_was_pasted(
    client: FlaskClient, quote: str, why: str
) -> None:
    page = pasted(client, quote)
    assert any(why in heading for heading in page.headings)
    assert "Copy the words from the article" in page.text
    kept = next(box for box in page.all("textarea") if box["name"] == "quote")
    assert kept.text == " ".join(seen(quote).split())
    assert not boxes(page)
    assert dangers(page) == []


@pytest.fixture
def changed(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """A reader of the room in which the harbour bridge has four versions: 300 guests, 310, 310 and fewer words, 320."""
    for text in (
        HARBOUR.replace("300", "310"),
        HARBOUR.replace("300", "310").replace("No boat passed below it.", "310 guests came."),
        HARBOUR.replace("300", "320"),
    ):
        write("articles/harbour-bridge.md", text)
        ingest(room)
    return reader


def test_a_quotation_of_an_earlier_version_is_offered_with_the_link_that_is_made_there(changed: FlaskClient) -> None:
    page = pasted(changed, "before 300 guests")
    assert "These words do not stand in this version of the article." in page.headings
    assert "They stand in an earlier version of it." in page.text
    made = read(changed, page.link("The link to them in version 1"))
    assert "“before 300 guests”" in boxes(made)["Text"]
    became = read(changed, page.link("What has become of them"))
    assert (became.texts("del"), became.texts("ins")) == (["300"], ["320"])
    assert dangers(page) == []
    document = json(changed, f"{LINK}.json?quote=before+300+guests", 404)
    assert document["what"] == "These words do not stand in this version of the article."
    assert (document["later"], [one["version"] for one in document["earlier"]]) == ([], [1])
    assert json(changed, f"{document['earlier'][0]['permalink']}.json")["quote"] == "before 300 guests"


def test_versions_with_a_quotation_are_named_the_newest_first_and_several_places_in_one_are_to_be_chosen_from(
    changed: FlaskClient,
) -> None:
    page = pasted(changed, "310 guests")
    assert "They stand in 2 earlier versions of it." in page.text
    links = [a.text for a in page.links if " in version " in a.text]
    assert links == ["The places in version 3", "The link to them in version 2"]
    places = read(changed, page.link("The places in version 3"))
    assert "These words stand in 2 places." in places.headings
    earlier = json(changed, f"{LINK}.json?quote=310+guests", 404)["earlier"]
    assert [one["version"] for one in earlier] == [3, 2]
    assert earlier[0]["permalink"] is None
    assert earlier[1]["permalink"].startswith("/a/harbour-bridge@2/1:")


def test_a_quotation_of_a_later_version_is_offered_where_an_earlier_one_was_asked(changed: FlaskClient) -> None:
    document = json(changed, "/a/harbour-bridge@1/link.json?quote=320+guests", 404)
    assert (document["earlier"], [one["version"] for one in document["later"]]) == ([], [4])
    assert "They stand in a later version of it." in read(changed, "/a/harbour-bridge@1/link?quote=320+guests").text
    assert "They stand in 3 other versions" in read(changed, "/a/harbour-bridge@3/link?quote=No+boat+passed").text


def test_a_quotation_of_a_withdrawn_version_alone_is_not_said_to_have_stood_there(
    room: Room, changed: FlaskClient
) -> None:
    with room.versions.writing() as store:
        store.withdraw("harbour-bridge", 1, "It named a child.")
    assert "earlier" not in json(changed, f"{LINK}.json?quote=300+guests", 404)
    assert "earlier version" not in pasted(changed, "300 guests").text


def test_an_empty_question_shows_the_box_and_nothing_else(client: FlaskClient) -> None:
    for quote in ("", "  \n "):
        page = pasted(client, quote)
        assert page.headings == ["Link to a quotation"]
        assert not boxes(page)
    assert "no quotation" in json(client, f"{LINK}.json", 400)["what"]


@pytest.mark.parametrize(
    "path", ["/a/nobody/link?quote=x", "/a/harbour-bridge@9/link?quote=x", "/a/!/link?quote=x", "/a/%00/link"]
)
def test_the_link_page_of_no_article_is_a_404(client: FlaskClient, path: str) -> None:
    read(client, path, 404)


def test_an_article_and_a_passage_have_a_box_for_a_quotation(client: FlaskClient) -> None:
    for path in ("/a/harbour-bridge", "/a/harbour-bridge/2", "/a/harbour-bridge@1"):
        page = read(client, path)
        assert "/a/harbour-bridge@1/link" in [form["action"] for form in page.all("form")]
        assert [box["name"] for box in page.all("textarea")] == ["quote"]


def test_the_sentences_of_a_passage_lead_to_links_of_their_words(room: Room, write: Write, reader: FlaskClient) -> None:
    write(
        "articles/harbour-bridge.md",
        HARBOUR.replace("No boat passed below it.", "No boat passed below it. Did one wait? “One did.” *** It left."),
    )
    ingest(room)
    page = read(reader, "/a/harbour-bridge/3")
    links = {a.text: a["href"] for a in page.links}
    assert read(reader, links["Did one wait?"]).marks == ["Did one wait"]
    assert read(reader, links["“One did.”"]).marks == ["One did"]
    starts, ends = ([option["value"] for option in page.all("option")][part] for part in (slice(0, 4), slice(4, 8)))
    (action,) = {form["action"] for form in page.all("form") if form["class"] == "sentence-range"}
    across = read(reader, f"{action}?{urlencode({'start': starts[1], 'end': ends[2]})}")
    assert "Did one wait? “One did" in across.text
    read(reader, f"{action}?{urlencode({'start': starts[2], 'end': ends[0]})}", 400)


def test_a_passage_of_signs_alone_offers_no_sentences(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("No boat passed below it.", "… … …"))
    ingest(room)
    number = [a for a in read(reader, "/a/harbour-bridge").links if a["class"] == "number"][-1]
    page = read(reader, number["href"])
    assert "… … …" in page.text
    assert "Link to a part of it" not in page.text


def test_words_that_answer_a_question_stand_beside_what_other_accounts_say_to_it(client: FlaskClient) -> None:
    page = pasted(client, "opened the harbour bridge on Thursday before 300 guests")
    assert "How many people came?" in page.headings
    assert "“a crowd of 1,000”" in page.text
    assert page.link("Read these accounts side by side") == (
        "/event/bridge-2001/compare?a=harbour-bridge&a=evening-queue#row-guests"
    )


def test_words_that_answer_no_question_of_two_accounts_say_so(client: FlaskClient) -> None:
    page = pasted(client, "counted 40 carts")  # a question that one account alone answers
    assert "nothing to set beside them" in page.text
    assert page.link("The opening of the bridge") == "/event/bridge-2001#accounts"


def test_a_link_of_words_that_left_the_room_can_still_be_made(room: Room, reader: FlaskClient) -> None:
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    ingest(room)
    assert json(reader, "/a/harbour-bridge@1/link.json?quote=40+carts")["quote"] == "40 carts"
    assert "40 carts" in read(reader, "/a/harbour-bridge@1/link?quote=40+carts").text
    read(reader, "/a/harbour-bridge/link?quote=40+carts", 410)


def test_a_shared_quotation_is_said_to_begin_and_to_end_once_and_words_of_a_search_stay_marked_in_it(
    client: FlaskClient,
) -> None:
    address = json(client, f"{LINK}.json?start=1.4&end=2.25")["permalink"]
    page = read(client, f"{address}?q=thursday+guests+boat")
    assert [aside["data-says"].strip() for aside in page.all("span") if aside["class"] == "aside"] == [
        "quotation begins:",
        "quotation ends",
    ]
    marks = {mark.text: mark["class"].split() for mark in page.all("mark")}
    assert marks["Thursday"] == ["hit", "chosen"]
    assert marks["guests"] == ["hit", "chosen"]
    assert marks["boat"] == ["hit"]
    assert marks["harbour bridge"] == ["chosen"]
    assert [mark.text for mark in page.all("mark") if mark["id"] == "quoted"] == ["mayor opened the"]
    assert page.passage(page.link("Show in the article").removeprefix("#")).tag == "mark"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- one boat, two boats", "item"),
        ("> one boat, two boats", "quotation"),
        ("    one boat, two boats", "preformatted"),
    ],
)
def test_words_are_counted_without_what_the_page_puts_before_a_passage(
    room: Room, write: Write, reader: FlaskClient, text: str, kind: str
) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("No boat passed below it.", text))
    ingest(room)
    number = json(reader, "/a/harbour-bridge.json")["passages"][-1]
    assert (number["kind"], number["text"].strip()) == (kind, "one boat, two boats")
    page = read(reader, "/a/harbour-bridge")
    held = [element for element in page.elements if "data-text" in element.attributes]
    assert held[-1].text == number["text"].strip()
    document = json(reader, f"{LINK}.json?start={number['id']}.0&end={number['id']}.8")
    assert read(reader, document["permalink"]).marks == ["one boat"]
