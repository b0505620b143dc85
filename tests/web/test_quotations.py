"""Links to words: the page, the JSON, and what a link says after its article changed."""

import json as json_lines
import re
import sqlite3
from contextlib import closing
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner

from reading_room.ingest import check, ingest
from reading_room.links import link
from reading_room.model.resolution import Pointed, Resolution
from reading_room.permalinks.address import WordRange
from reading_room.permalinks.selection import select
from reading_room.room import Room
from reading_room.web.quotations import quotation_view
from reading_room.web.revisions import pointed_in_words
from tests.conftest import ARABIC, HARBOUR, Write
from tests.web.reading import json, read

GUESTS = HARBOUR.replace("before 300 guests", "before 310 guests")
SHORTER = HARBOUR.replace("Engineers counted 40 carts in the first hour, the office of works said.\n\n", "")
MERGED = HARBOUR.replace("said.\n\nNo boat", "said. No boat")
TOLD = "/a/harbour-bridge/link.json?quote="


@pytest.fixture
def runner(served: Flask) -> FlaskCliRunner:
    return served.test_cli_runner()


def change(room: Room, write: Write, text: str) -> None:
    write("articles/harbour-bridge.md", text)
    ingest(room)


def permalink(client: FlaskClient, words: str) -> str:
    return str(json(client, TOLD + words)["permalink"])


def test_a_pasted_quotation_gives_a_link_that_shows_it(client: FlaskClient) -> None:
    address = permalink(client, "counted+40+carts")
    assert re.fullmatch(r"/a/harbour-bridge@1/2:2-4~[0-9a-z]{4}", address)
    page = read(client, address)
    assert page.marks == ["counted 40 carts"]
    assert "These words stand unchanged in passage 2 of version 1." in page.text
    assert page.text.index("counted 40 carts") < page.text.index("The mayor opened")
    assert "This address always shows" not in page.text


def test_a_quotation_that_stands_nowhere_says_so(client: FlaskClient) -> None:
    document = json(client, TOLD + "counted+50+carts", 404)
    assert document["what"] == "These words do not stand in this version of the article."
    assert "no quotation" in json(client, "/a/harbour-bridge/link.json", 400)["what"]
    assert "version" in json(client, TOLD + "carts&version=x", 400)["what"]
    assert json(client, "/a/nobody/link.json?quote=x", 404)["what"]


def test_a_quotation_that_stands_in_several_places_lists_them_and_near_chooses(client: FlaskClient) -> None:
    document = json(client, TOLD + "the")
    assert "permalink" not in document
    places = [one["passage"] for one in document["candidates"]]
    assert places == ["1", "2", "2"]
    for one in document["candidates"]:
        assert json(client, f"{one['permalink']}.json")["status"] == "exact"
    assert json(client, TOLD + "the&near=1")["permalink"].startswith("/a/harbour-bridge@1/1:")


def test_the_link_as_json_has_the_promised_fields(client: FlaskClient) -> None:
    address = permalink(client, "300+guests")
    assert json(client, f"{address}.json") == {
        "status": "exact",
        "quote": "300 guests",
        "born": 1,
        "now": 1,
        "found": [{"passage": "1", "start": 55, "end": 65, "text": "300 guests"}],
        "candidates": [],
        "gone_since": None,
        "changes": [],
        "came_in": [],
        "lost": [],
        "twins": [],
        "around": [],
        "around_candidates": [],
        "permalink": address,
        "taken_out": None,
    }


def test_an_edited_quotation_stands_on_top_as_it_was_and_the_change_is_told_in_words(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "on+Thursday+before+300+guests")
    change(room, write, GUESTS)
    page = read(reader, address)
    assert page.text.index("before 300 guests") < page.text.index("before 310 guests")
    assert page.marks == ["on Thursday before 310 guests"]
    assert "These words were edited: what stands in their place now is in passage 1 of version 2." in page.text
    assert "The figure 300 became 310." in page.text
    assert (page.texts("del"), page.texts("ins")) == (["300"], ["310"])
    document = json(reader, f"{address}.json")
    assert (document["status"], document["born"], document["now"]) == ("edited", 1, 2)
    assert document["changes"] == [{"was": "300", "now": "310", "kinds": ["figure"]}]


def test_a_paragraph_that_was_copied_is_said_to_stand_a_second_time(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "Engineers+counted+40+carts+in+the+first+hour")
    change(room, write, HARBOUR + "\nEngineers counted 40 carts in the first hour, the office of works said.\n")
    page = read(reader, address)
    assert "These words stand unchanged in passage 2 of version 2." in page.text
    assert "The same words also stand elsewhere in version 2: passage 4." in page.text
    assert page.link("passage 4") == "/a/harbour-bridge@2/4"
    document = json(reader, f"{address}.json")
    assert document["status"] == "exact"
    (twin,) = document["twins"]
    text = "Engineers counted 40 carts in the first hour"
    assert twin == [{"passage": "4", "start": 0, "end": len(text), "text": text}]
    assert "The same words also stand elsewhere in version 2: passage 4." in read(reader, "/a/harbour-bridge@1/2").text


def test_a_quotation_that_is_gone_shows_the_version_that_had_it(room: Room, write: Write, reader: FlaskClient) -> None:
    address = permalink(reader, "Engineers+counted+40+carts")
    for text in (GUESTS, SHORTER, SHORTER.replace("Thursday", "Friday")):
        change(room, write, text)
    page = read(reader, address)
    assert re.search(
        r"These words are gone since version 3, which the room first read on \d+ \w+ \d{4}, \d\d:\d\d UTC; "
        "version 1, which has them, is shown.",
        page.text,
    )
    assert page.marks == ["Engineers counted 40 carts"] * 2, "in what stood around them, and in the article"
    assert page.text.index("These words are gone") < page.text.index("This is version 1. The newest is version 4.")
    assert page.text.index("This is version 1.") < page.text.index("Complete text"), "before the article"
    assert "before 300 guests. ¶ Engineers counted 40 carts in the first hour" in page.text
    assert page.link("What changed with version 3") == "/a/harbour-bridge/history?from=2&to=3#was-2"
    document = json(reader, f"{address}.json")
    assert (document["status"], document["found"], document["gone_since"]) == ("gone", [], 3)


def test_the_source_of_a_quotation_is_the_article_as_it_was_then(room: Room, write: Write, reader: FlaskClient) -> None:
    address = permalink(reader, "300+guests")
    change(room, write, GUESTS.replace("opened to carts", "opened late").replace("2001-05-04", "2001-05-09"))
    text = read(reader, address).text
    source = text[: text.index("These words were edited")]
    assert "“Harbour bridge opened to carts”, 4 May 2001; passage 1" in source
    assert "9 May" not in source


def test_a_moved_quotation_says_from_where_to_where(room: Room, write: Write, reader: FlaskClient) -> None:
    lamp = "The lamp on the southern pier was lit at seven by the keeper and his daughter."
    change(room, write, f"{HARBOUR}\n{lamp}\n")
    address = permalink(reader, "lit+at+seven+by+the+keeper")
    change(room, write, HARBOUR.replace("The mayor", f"{lamp}\n\nThe mayor"))
    page = read(reader, address)
    assert "passage 4 stood after passage 3 in version 2 and stands first in version 3." in page.text
    assert page.link("What changed with version 3") == "/a/harbour-bridge/history?from=2&to=3#was-4"


def test_words_that_were_taken_out_and_put_back_in_the_same_place_are_not_said_to_stand_elsewhere(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "Engineers+counted+40+carts")
    change(room, write, SHORTER)
    change(room, write, HARBOUR.replace("before 300 guests", "before 310 guests"))
    document = json(reader, f"{address}.json")
    assert (document["status"], document["found"][0]["passage"]) == ("moved", "1a")
    page = read(reader, address)
    assert "Taken out and put back" in page.text
    assert (
        "These words stand unchanged in passage 1a of version 3: passage 2 of version 1 was taken out with version 2 "
        "and put back in the same place with version 3, under a new number." in page.text
    )
    assert "elsewhere" not in page.text
    assert "elsewhere" not in read(reader, "/a/harbour-bridge@1/2").text


def test_words_that_were_taken_out_and_put_back_in_another_place_are_said_to_stand_elsewhere(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "Engineers+counted+40+carts+in+the+first+hour")
    sentence = "Engineers counted 40 carts in the first hour, the office of works said.\n\n"
    change(room, write, SHORTER)
    change(room, write, SHORTER.replace("The mayor", f"{sentence}The mayor"))
    text = read(reader, address).text
    assert re.search(
        r"These words stand unchanged, but elsewhere: in passage \w+ of version 3; they stood in passage 2 of version 1\.",
        text,
    ), text[:600]
    assert "put back" not in text


def test_typography_alone_is_said_to_be_so_and_its_signs_are_marked_and_no_word(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("first hour", 'first "hour"'))
    ingest(room)
    address = str(json(reader, TOLD + "in+the+first+%22hour%22,+the+office")["permalink"])
    change(room, write, HARBOUR.replace("first hour", "first “hour”"))
    page = read(reader, address)
    assert "Only the typography of these words changed; they stand in passage 2 of version 3." in page.text
    assert page.texts("del", "ins") == []
    assert [one.text for one in page.all("span") if one["class"] == "sign"] == ['"', '"', "“", "”"]


def test_places_that_cannot_be_told_apart_are_listed_in_their_context_with_the_words_marked_and_can_be_opened_at_them(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    line = "Read more about the harbour in our evening edition.\n"
    change(room, write, HARBOUR.replace("\nNo boat", f"\n{line}\nNo boat"))
    address = permalink(reader, "about+the+harbour+in+our+evening+edition")
    others = f"Nothing happened on the quay all week.\n\n{line}\nThe inspector left for the capital.\n\n"
    head = HARBOUR[: HARBOUR.index("The mayor")]
    change(room, write, f"{head}{line}\n{others}{line}")
    page = read(reader, address)
    assert (
        "These words may stand in any of 3 places of version 3, and it cannot be told which one is meant. "
        "In each of them the words in question are marked below." in page.text
    )
    words = "about the harbour in our evening edition"
    assert page.marks == [words] * 5, "in three places, in what stood around them, and in the version that had them"
    assert "Read more about the harbour in our evening edition. ¶ The inspector left for the capital." in page.text
    assert f"Read more {words}. ¶ No boat passed below it." in page.text, "what stood around them"
    document = json(reader, f"{address}.json")
    assert document["status"] == "ambiguous"
    opened = [a["href"] for a in page.links if a.text.endswith(", in the article")]
    for url, (place,) in zip(opened, document["candidates"], strict=True):
        assert url.startswith(f"/a/harbour-bridge@3/{place['passage']}:")
        there = read(reader, url)
        assert there.marks == [words]
        assert f"These words stand unchanged in passage {place['passage']} of version 3." in there.text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("300 guests", "The same words are marked below, in a place that may be another one."),
        ("the first hour", "Words like them are marked below: they may be what became of them, or others."),
    ],
)
def test_one_place_that_may_have_the_words_is_said_to_have_the_same_or_others_like_them(
    opened: Room, words: str, says: str
) -> None:
    library = opened.library()
    version = library.read("harbour-bridge").version
    quoted, there = (link(version, one).link for one in ("300 guests", words))
    assert quoted
    assert there
    uncertain = Resolution("ambiguous", "300 guests", 1, 1, candidates=(there.selection.all_stretches,))
    outcome = quotation_view(library, uncertain, version, quoted.selection).outcome
    assert outcome.sentence == f"It cannot be told whether these words still stand in version 1. {says}"
    line = outcome.candidates[0].line
    assert [piece.text for run in line.runs for piece in run.pieces if piece.chosen] == [words]
    assert line.place
    assert line.place.url == there.address.path


def test_a_place_of_words_that_stand_apart_is_opened_with_all_of_them_marked(opened: Room, client: FlaskClient) -> None:
    library = opened.library()
    version = library.read("harbour-bridge").version
    parts = [one.selection.all_stretches[0] for text in ("The mayor", "40 carts") if (one := link(version, text).link)]
    quoted = link(version, "300 guests").link
    assert quoted
    uncertain = Resolution("ambiguous", "300 guests", 1, 1, candidates=(tuple(parts),))
    line = quotation_view(library, uncertain, version, quoted.selection).outcome.candidates[0].line
    assert line.place
    assert read(client, line.place.url).marks == ["The mayor", "40 carts"]


def test_words_across_passages_and_in_several_ranges_are_named_so(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    passages = reader.application.extensions["reading_room"].library().read("harbour-bridge").version.passages
    across = select(passages, [WordRange("1", 2, "3", 2)]).address("harbour-bridge", 1).path
    apart = select(passages, [WordRange("1", 2, "1", 3), WordRange("3", 1, "3", 2)]).address("harbour-bridge", 1).path
    assert "These words stand unchanged in passages 1 to 3 of version 1." in read(reader, across).text
    page = read(reader, apart)
    assert "These words stand unchanged in passages 1 and 3 of version 1." in page.text
    assert page.text.index("mayor opened") < page.text.index("[…]") < page.text.index("No boat")
    change(room, write, GUESTS)
    page = read(reader, across)
    assert "what stands in their place now is in passages 1 to 3 of version 2." in page.text
    assert (page.texts("del"), page.texts("ins")) == (["300"], ["310"])


def test_of_several_ranges_the_one_that_is_gone_is_named(room: Room, write: Write, reader: FlaskClient) -> None:
    passages = reader.application.extensions["reading_room"].library().read("harbour-bridge").version.passages
    apart = select(passages, [WordRange("1", 2, "1", 3), WordRange("2", 1, "2", 2)]).address("harbour-bridge", 1).path
    assert "these words are gone" not in read(reader, apart).text
    change(room, write, SHORTER)
    assert "Nothing stands for “Engineers counted”: these words are gone." in read(reader, apart).text
    assert json(reader, f"{apart}.json")["lost"] == ["Engineers counted"]


def test_words_that_are_the_same_in_a_sentence_that_is_not_say_so_and_lead_to_what_changed(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "counted+40+carts")
    change(room, write, HARBOUR.replace("Engineers counted", "Engineers never counted"))
    page = read(reader, address)
    assert "These words stand unchanged in passage 2 of version 2." in page.text
    assert "The sentence around these words has changed. The negation “never” was added." in page.text
    (shown,) = page.links_named("What changed with version 2")
    assert shown == "/a/harbour-bridge/history?from=1&to=2#was-2"
    change(room, write, f"{HARBOUR.replace('said.', 'denied.')}\nA last line that nobody had read.\n")
    assert "The sentence around these words has changed." in read(reader, address).text


DENIED = HARBOUR.replace("Engineers counted 40", "It is not true that Engineers counted 43")


def test_a_negation_put_around_words_that_were_edited_is_said_and_shown_and_no_form_is_silent(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "Engineers+counted+40+carts+in+the+first+hour,+the+office+of+works+said")
    change(room, write, DENIED)
    page = read(reader, address)
    assert "The figure 40 became 43." in page.text
    assert "The sentence around them has changed. The negation “not” was added." in page.text
    assert (page.texts("del"), page.texts("ins")) == (["40"], ["43", "It is not true that"])
    document = json(reader, f"{address}.json")
    assert document["changes"] == [{"was": "40", "now": "43", "kinds": ["figure"]}]
    assert document["around"] == [{"was": "", "now": "It is not true that", "kinds": ["negation"]}]
    title = json(reader, f"/oembed?url=http://localhost{address}")["title"]
    assert title.startswith("Edited since, with the sentence around it: ")


def test_nor_are_the_title_and_the_json_silent_where_the_words_are_the_same(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "counted+40+carts+in+the+first+hour")
    change(room, write, HARBOUR.replace("Engineers counted", "Engineers never counted"))
    document = json(reader, f"{address}.json")
    assert (document["status"], document["changes"]) == ("exact", [])
    assert document["around"] == [{"was": "", "now": "never", "kinds": ["negation"]}]
    title = json(reader, f"/oembed?url=http://localhost{address}")["title"]
    assert title.startswith("Sentence around it changed since: “counted 40 carts")


def test_of_places_that_may_be_meant_it_is_said_what_came_to_stand_around_the_words(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    line = "Read more about the harbour in our evening edition.\n"
    change(room, write, HARBOUR.replace("\nNo boat", f"\n{line}\nNo boat"))
    address = permalink(reader, "about+the+harbour+in+our+evening+edition")
    others = "Nothing happened on the quay all week.\n\nNever read more about the harbour in our evening edition.\n\n"
    head = HARBOUR[: HARBOUR.index("The mayor")]
    change(room, write, f"{head}{line}\n{others}{line}")
    document = json(reader, f"{address}.json")
    assert document["status"] == "ambiguous"
    denied = [[change["now"] for change in one] for one in document["around_candidates"]]
    assert denied == [[], ["Never read"], []]
    assert read(reader, address).text.count("Around them: The negation “Never” was added.") == 1


def test_a_sentence_that_moved_is_said_to_stand_elsewhere_and_not_to_be_taken_out(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    mayor, bread = "The mayor of Douma said nobody would be dismissed.", "Bread is sold on three days of the week only."
    prices = "Prices rose by 12 percent in March, the office said."
    end = (
        "Residents described long queues outside the only bakery that was open.\n\nSchools stayed shut for the week.\n"
    )
    head = HARBOUR[: HARBOUR.index("The mayor")]
    change(room, write, f"{head}{prices} {mayor} {bread}\n\n{end}")
    address = permalink(reader, f"{prices} {mayor} {bread}".replace(" ", "+"))
    change(room, write, f"{head}{prices} {bread}\n\n{end}\n{mayor}\n")
    document = json(reader, f"{address}.json")
    assert document["status"] == "edited"
    assert document["changes"] == [{"was": mayor, "now": "", "kinds": ["moved"]}]
    page = read(reader, address)
    (number,) = (one["id"] for one in json(reader, "/a/harbour-bridge.json")["passages"] if one["text"] == mayor)
    assert f"“{mayor}” stands elsewhere now, in passage {number}." in page.text
    assert "taken out" not in page.text
    assert "was taken out" not in read(reader, "/a/harbour-bridge/history?from=2&to=3").text


def test_words_across_sentences_of_which_one_changed_say_so(room: Room, write: Write, reader: FlaskClient) -> None:
    address = permalink(reader, "said.+No+boat+passed")
    change(room, write, HARBOUR.replace("below it", "above it"))
    assert "The sentences that these words are from have changed." in read(reader, address).text


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("hour, the office", "hour,\N{NO-BREAK SPACE}the office"),
        ("No boat", "Many boats"),
        ("works said.", "works said. Others counted 50."),
        ("Harbour bridge", "A harbour bridge"),
    ],
)
def test_words_whose_sentence_is_the_same_but_for_its_typography_say_nothing_of_it(
    room: Room, write: Write, reader: FlaskClient, was: str, now: str
) -> None:
    address = permalink(reader, "counted+40+carts")
    change(room, write, HARBOUR.replace(was, now))
    document = json(reader, f"{address}.json")
    assert (document["status"], document["now"]) == ("exact", 2)
    assert "around these words" not in read(reader, address).text


@pytest.mark.parametrize("written", ["3:1-2,1:2-3", "1:2-4,1:3-5", "1:1,1:4-5,3:1"])
def test_words_that_somebody_joined_as_nobody_quotes_are_shown_nowhere_though_the_check_code_is_right(
    client: FlaskClient, runner: FlaskCliRunner, written: str
) -> None:
    passages = client.application.extensions["reading_room"].library().read("harbour-bridge").version.passages
    path = select(passages, [WordRange.parse(one) for one in written.split(",")]).address("harbour-bridge", 1).path
    for address in (path, path.replace("@1", "")):
        page = read(client, address, 404)
        assert "joins words of “harbour-bridge” in a way that the room does not" in page.text
        assert "mayor" not in page.text
        assert json(client, f"{address}.json", 404)["what"] in page.text
        for form in (".bib", ".ris", ".png", ".jsonld", ".txt"):
            assert client.get(address + form).status_code == 404
        said = json_lines.loads(runner.invoke(args=["resolve", address]).stdout)
        assert said["error"] == json(client, f"{address}.json", 404)["what"]


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("40 carts", "43 carts", "The figure 40 became 43."),
        ("the office of works said", "the office of works never said", "The negation “never” was added."),
        ("the office of works", "the office of Haddad", "The name Haddad was added."),
        ("in the first hour", "in the first two hours", "The figure two was added."),
    ],
)
def test_figures_names_and_negations_that_changed_are_pointed_out_in_words(
    room: Room, write: Write, reader: FlaskClient, was: str, now: str, sentence: str
) -> None:
    address = permalink(reader, "Engineers+counted+40+carts+in+the+first+hour,+the+office+of+works+said")
    change(room, write, HARBOUR.replace(was, now))
    assert sentence in read(reader, address).text


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        (
            "then Haddad met Khoury by the southern gate",
            "then Khoury met Haddad by the southern gate",
            "The names Haddad and Khoury changed places.",
        ),
        ("he did not say that he had gone", "he did say that he had not gone", "“not” stands in another place."),
    ],
)
def test_what_moved_is_said_to_have_moved(
    room: Room, write: Write, reader: FlaskClient, was: str, now: str, sentence: str
) -> None:
    change(room, write, HARBOUR.replace("No boat passed", f"{was}. No boat passed"))
    address = permalink(reader, "+".join(was.split()))
    change(room, write, HARBOUR.replace("No boat passed", f"{now}. No boat passed"))
    assert sentence in read(reader, address).text


def test_a_name_that_stands_just_before_what_was_found_is_not_said_to_be_taken_out(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    was = "Haddad met Khoury and twenty-three men near the southern gate"
    change(room, write, HARBOUR.replace("No boat passed", f"{was}. No boat passed"))
    address = permalink(reader, was.replace(" ", "+"))
    now = "Khoury met Haddad and twenty-four men near the southern gate"
    change(room, write, HARBOUR.replace("No boat passed", f"{now}. No boat passed"))
    text = read(reader, address).text
    assert "The figure twenty-three became twenty-four." in text
    assert "taken out" not in text


def test_several_that_stand_in_another_order_are_said_to() -> None:
    pointed = Pointed("name", ("Ali", "Omar", "Ziad"), ("Ziad", "Ali", "Omar"), moved=True)
    assert pointed_in_words(pointed) == "The names Ali, Omar and Ziad stand in another order."


def test_the_language_of_the_article_decides_what_is_pointed_out(room: Room, write: Write, reader: FlaskClient) -> None:
    portuguese = HARBOUR.replace("language: en", "language: pt").replace("No boat", "Nasceu em Lisboa ontem. No boat")
    change(room, write, portuguese)
    address = permalink(reader, "Nasceu+em+Lisboa+ontem")
    change(room, write, portuguese.replace("em Lisboa", "no Porto"))
    page = read(reader, address)
    assert "The name Lisboa became Porto." in page.text
    assert "negation" not in page.text
    (changed,) = json(reader, f"{address}.json")["changes"]
    assert changed["kinds"] == ["name"]


def test_an_older_version_of_a_passage_says_what_has_become_of_it(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    change(room, write, GUESTS)
    page = read(reader, "/a/harbour-bridge@1/1")
    assert (
        "The words of this passage were edited: what stands in their place now is in passage 1 of version 2."
        in page.text
    )
    assert (page.texts("del"), page.texts("ins")) == (["300"], ["310"])
    assert page.link("Passage 1 of version 2") == "/a/harbour-bridge@2/1"
    assert "The words of this passage stand unchanged" in read(reader, "/a/harbour-bridge@1/2").text
    change(room, write, SHORTER)
    assert "The words of this passage are gone since version 3" in read(reader, "/a/harbour-bridge@1/2").text
    assert "of this passage" not in read(reader, "/a/harbour-bridge@3/1").text, "it is the newest"


def test_a_figure_of_another_script_does_not_turn_the_sentence_around(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = json(reader, f"/a/arabic-bridge/link.json?quote={quote('افتتح رئيس البلدية الجسر')}")["permalink"]
    write("articles/arabic-bridge.md", ARABIC.replace("افتتح رئيس", "لم يفتتح رئيس"))
    ingest(room)
    assert "The negation “\u2068لم\u2069” was added." in read(reader, address).text


def test_a_quotation_in_a_merged_passage_is_found_there_and_the_lost_number_leads_to_it(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "No+boat+passed")
    change(room, write, MERGED)
    document = json(reader, f"{address}.json")
    assert (document["status"], document["found"][0]["passage"]) == ("moved", "2")
    assert (
        "These words stand unchanged in passage 2 of version 2; they stood in passage 3 of version 1."
        in read(reader, address).text
    )
    page, document = read(reader, "/a/harbour-bridge/3"), json(reader, "/a/harbour-bridge/3.json")
    assert "No boat passed" in page.text
    assert document["passage"]["id"] == "2"
    assert "Passage 3 was merged into this one. It last stood by itself in version 1." in page.text, "not in silence"
    assert page.link("version 1") == document["merged"] == "/a/harbour-bridge@1/3"
    assert "merged" not in read(reader, "/a/harbour-bridge/2").text
    assert "merged" not in json(reader, "/a/harbour-bridge/2.json")


def test_an_article_that_was_taken_out_still_shows_what_was_quoted(room: Room, reader: FlaskClient) -> None:
    address = permalink(reader, "300+guests")
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    ingest(room)
    page = read(reader, address)
    assert "taken out of the room" in page.text
    assert page.marks == ["300 guests"]
    document = json(reader, f"{address}.json")
    assert (document["status"], document["now"]) == ("gone", None)


def test_words_marked_across_emphasis_are_marked_whole(client: FlaskClient) -> None:
    page = read(client, permalink(client, "the+harbour+bridge+on+Thursday"))
    assert "".join(page.marks).replace(" ", "") == "theharbourbridgeonThursday"


def test_an_arabic_quotation_is_set_from_right_to_left(client: FlaskClient) -> None:
    address = json(client, f"/a/arabic-bridge/link.json?quote={quote('رئيس البلدية')}")["permalink"]
    (quotation,) = read(client, address).all("blockquote")
    assert (quotation["lang"], quotation["dir"]) == ("ar", "rtl")


def test_a_wrong_check_code_is_refused_and_nothing_is_shown_in_its_stead(client: FlaskClient) -> None:
    address = permalink(client, "300+guests")
    for forged in (address.replace(":9-10~", ":8-10~"), address.replace("/1:", "/2:"), address[:-4] + "0000"):
        if forged == address:
            continue
        page = read(client, forged, 404)
        assert "mistyped or changed" in page.text
        assert "guests" not in page.text
        assert json(client, f"{forged}.json", 404)["status"] == 404
    assert client.get(address[:-5]).status_code == 404


def test_a_check_code_as_people_copy_it_leads_to_the_one_way_of_writing_it(client: FlaskClient) -> None:
    address = permalink(client, "300+guests")
    words, _, check = address.partition("~")
    answer = client.get(f"{words}~{check.upper().replace('0', 'O').replace('1', 'I')}")
    assert (answer.status_code, answer.headers["Location"]) == (301, address)


@pytest.mark.parametrize("sign", [*".,;:!)]>}”’»*_…。،", '"', "'", ").", "”.", "%22", "%3F", "%3E", "%E2%80%9D,"])
def test_signs_that_a_mail_program_took_for_a_part_of_an_address_lead_to_the_words(
    client: FlaskClient, sign: str
) -> None:
    address = permalink(client, "300+guests")
    for meant in (address, address.replace("@1", ""), f"{address}.json"):
        answer = client.get(f"{meant}{sign}?q=mayor")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"{meant}?q=mayor")
    assert client.get(f"{address[:-4]}0000{sign}").status_code == 404, "the check code does not hold"
    assert client.get(f"{address}{sign}0").status_code == 404


def test_a_floating_link_is_that_of_the_newest_version_that_has_the_words(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    address = permalink(reader, "300+guests")
    floating = address.replace("@1", "")
    assert json(reader, f"{floating}.json")["permalink"] == address
    change(room, write, GUESTS)
    document = json(reader, f"{floating}.json")
    assert (document["status"], document["born"], document["permalink"]) == ("edited", 1, address)
    assert "were edited" in read(reader, floating).text


def test_a_passage_says_what_became_of_it(room: Room, write: Write, reader: FlaskClient) -> None:
    change(room, write, GUESTS)
    document = json(reader, "/a/harbour-bridge@1/1.json")
    assert document["passage"]["text"].endswith("before 300 guests.")
    assert (document["status"], document["now"]) == ("edited", 2)
    assert document["found"][0]["text"].endswith("before 310 guests.")
    assert json(reader, "/a/harbour-bridge/1.json")["status"] == "exact"


@pytest.mark.parametrize(
    "path",
    [
        "/a/harbour-bridge@1/2:2-4", "/a/harbour-bridge@1/2:2-4~", "/a/harbour-bridge@1/2:0-4~k7f3", "/a/nobody@1/2:2-4~k7f3",
        "/a/harbour-bridge@9/2:2-4~k7f3", "/a/harbour-bridge@1/99:2-4~k7f3", "/a/harbour-bridge@1/2:900-999~k7f3",
        "/a/harbour-bridge@1/2:2-4~uuuu", "/a/harbour-bridge@1/2:2-4,~k7f3", "/a/harbour-bridge@1/" + "1:2," * 400 + "1:2~k7f3",
        "/a/harbour-bridge@1/2:٢-4~k7f3", "/a/harbour-bridge@1/2:2-1:4~k7f3", "/a/harbour-bridge/%00:1~k7f3",
    ],
)  # fmt: skip
def test_an_address_of_no_words_is_a_404(client: FlaskClient, path: str) -> None:
    for form in ("", ".json"):
        assert client.get(path + form, follow_redirects=True).status_code == 404


def test_resolve_prints_a_line_of_json_for_each_address(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    address = permalink(reader, "300+guests")
    change(room, write, GUESTS)
    copied = [f"https://example.org{address}{end}" for end in ("?q=x", "#quoted", ".json?q=x#p1")]
    written = [address, *copied, f"https://example.org{quote(address)}", "harbour-bridge@1/2"]
    result = runner.invoke(args=["resolve", *written])
    assert result.exit_code == 0, result.output
    lines = [json_lines.loads(line) for line in result.stdout.splitlines()]
    assert [(line["address"], line["status"]) for line in lines] == list(
        zip(written, ["edited"] * 5 + ["exact"], strict=True)
    )
    assert lines[0] == {"address": address} | json(reader, f"{address}.json")


def test_resolve_reads_addresses_from_standard_input_and_says_which_are_wrong(
    room: Room, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    result = runner.invoke(
        args=["resolve"], input="/a/harbour-bridge@1/1\n\nnonsense!\n/a/nobody/1\n/a/harbour-bridge\n"
    )
    lines = [json_lines.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert ["error" in line for line in lines] == [False, True, True, True]


def test_words_of_a_version_that_a_later_release_counted_are_refused_and_its_passages_can_be_read(
    room: Room, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    version = room.versions.get("harbour-bridge", 1)
    assert version
    made = link(version, "300 guests").link
    assert made
    address = made.address.path
    with closing(sqlite3.connect(room.versions.path)) as connection, connection:
        connection.execute("UPDATE version SET counter = 'words-2' WHERE slug = 'harbour-bridge'")
    page = read(reader, address, 501)
    assert "counted by “words-2”, which this release of the room does not know" in page.text
    assert "300 guests" not in page.text
    json(reader, f"{address}.json", 501)
    json(reader, "/a/harbour-bridge/link.json?quote=300+guests", 501)
    assert "words-2" in json_lines.loads(runner.invoke(args=["resolve", address]).stdout)["error"]
    assert "300 guests" in read(reader, "/a/harbour-bridge/1").text
    assert [problem for problem in check(room) if "counted by “words-2”" in problem.what]


def test_of_a_passage_a_sentence_of_which_went_to_another_nothing_is_said_to_have_been_taken_out(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    engineers, boat = (
        "Engineers counted 40 carts in the first hour, the office of works said.",
        "No boat passed below it.",
    )
    change(room, write, HARBOUR.replace(f"{engineers}\n\n{boat}", f"{engineers} {boat}"))
    joined = HARBOUR.replace(f"\n\n{engineers}\n\n{boat}", "").replace("300 guests.", f"300 guests. {boat}")
    change(room, write, f"{joined}\n{engineers}\n")
    text = read(reader, "/a/harbour-bridge@2/2").text
    assert "“No” was taken out" not in text
    change(room, write, f"{joined.replace(boat, 'A boat passed below it.')}\n{engineers}\n")
    assert "“No” was taken out" in read(reader, "/a/harbour-bridge@2/2").text
