"""What the page of an event says of all its accounts together: texts, names, figures, who relays whom; as a page and as JSON."""

import re

import pytest
from flask.testing import FlaskClient

from app import create_app
from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import BRIDGE, HARBOUR, OUTLETS, Write
from tests.web.reading import Page, dangers, follow, json, read

HEAD = HARBOUR.partition("---\n")[2].partition("---\n")[0].replace("harbour", "another")
EVENT = "/event/bridge-2001"


def article(outlet: str, *passages: str, more: str = "") -> str:
    head = HEAD.replace("morning-post", outlet).replace(
        "title: Harbour bridge opened to carts", f"title: As {outlet} has it"
    )
    return f"---\n{head}{more}---\n" + "\n\n".join(passages) + "\n"


@pytest.fixture
def page(room: Room, write: Write, reader: FlaskClient) -> Page:
    """The event with three further accounts: two that cite others, and one that is a copy."""
    write(
        "outlets.yaml",
        OUTLETS
        + "herald:\n  name: The Herald\n  self_description: {value: “an evening paper”, source: its masthead}\n",
    )
    write("articles/a-copy.md", HARBOUR.replace("morning-post", "herald").replace("2001-05-04", "2001-05-09"))
    write(
        "articles/citing.md",
        article("courier", "The Morning Post reported that 55 carts crossed.", "The boatmen wept."),
    )
    write("articles/of-the-wire.md", article("gazette", "In 1999 there were 12 carts.", more="wire: Evening News\n"))
    ingest(room)
    return read(reader, EVENT)


def section(page: Page, heading: str) -> str:
    """The text of the page from a heading of the second level to the next one."""
    after = page.text[page.text.rindex(heading) :]
    following = [one.text for one in page.all("h2") if after.find(one.text) > 0]
    return after[: min((after.find(one) for one in following), default=len(after))]


def test_it_says_how_many_texts_stand_behind_how_many_articles_and_what_cannot_be_seen(page: Page) -> None:
    assert "6 articles, 4 independent texts among the 5 that are held in their own words." in page.text
    assert "Articles that print one text, with or without changes, count as one" in page.text
    assert "A digest is in this room’s own words" in page.text
    assert "Given as an agency’s text: Evening News (1 article)." in page.text


def test_a_copy_stands_below_the_article_that_it_is_a_copy_of_and_says_so(page: Page) -> None:
    order = page.field("a")
    assert order.index("a-copy") == order.index("harbour-bridge") + 1
    assert "the same text as The Morning Post" in page.text


def test_accounts_say_what_is_held_of_them_and_their_outlet_of_itself_with_its_source(page: Page) -> None:
    assert "of itself: “an evening paper” its masthead" in page.text
    assert "date inferred: it speaks of last week's opening" in page.text
    assert "Of 5 of the 6 outlets it is not known to this room what they say of themselves." in page.text
    assert {"Digest", "Complete text"} <= set(page.texts("span"))


def test_every_event_of_the_room_can_be_reached_from_a_list(room: Room, write: Write, reader: FlaskClient) -> None:
    write("events/before.md", "---\nname: The digging\nwhen: 1999/2000\nwhere: The harbour\n---\nIt began.\n")
    ingest(room)
    page = read(reader, EVENT)
    assert "All 2 events in time, as a list" in page.texts("summary")
    assert page.link("The digging") == "/event/before"


def test_a_name_says_how_often_each_account_has_it_and_leads_to_the_passages(room: Room, write: Write, reader) -> None:
    write("articles/harbour-bridge.md", HARBOUR + "\nThe ferrymen left. The ferrymen came back.\n")
    ingest(room)
    page = read(reader, EVENT)
    assert "The Morning Post ×2 4" in section(page, "What things are called")
    url = page.link("“The ferrymen”, The Morning Post, passage 4")
    assert url == "/a/harbour-bridge/4"
    assert "The ferrymen left" in read(reader, url).text


def test_names_that_the_keeper_did_not_note_stand_beyond_the_list(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("events/bridge-2001.md", BRIDGE.replace("The ferrymen, article", "The ferrymen, article", 1))
    write("names.yaml", "ferrymen: {kind: group, names: {en: [the ferrymen, the boatmen]}}\n")
    write("articles/citing.md", article("courier", "The boatmen wept."))
    ingest(room)
    names = section(read(reader, EVENT), "What things are called")
    assert names.index("The ferrymen") < names.index("Found beyond the keeper’s list") < names.index("The boatmen")


def test_an_event_without_parties_has_the_names_that_the_room_knows(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("events/bridge-2001.md", re.sub(r"parties:\n(  .*\n)+", "", BRIDGE))
    ingest(room)
    names = section(read(reader, EVENT), "What things are called")
    assert "bridge" in names
    assert "الجسر" in names
    assert "keeper’s list" not in names


def test_figures_stand_in_their_sentences_under_what_they_count(page: Page) -> None:
    figures = section(page, "Figures")
    assert "carts 2 figures in 3 accounts with 2 texts" in figures
    assert "The Morning Post reported that 55 carts crossed." in figures
    assert "no time given, published 4 May 2001" in figures
    assert "onflict" not in figures


def test_a_sentence_of_copies_is_given_once_with_all_that_have_it(page: Page) -> None:
    figures = section(page, "Figures")
    assert figures.count("Engineers counted 40 carts in the first hour") == 1
    assert "the same sentence in The Herald" in figures


def test_a_figure_leads_to_its_very_words(page: Page, reader: FlaskClient) -> None:
    urls = [a["href"] for a in page.links if a["href"].startswith("/a/citing@1/1:")]
    assert urls
    assert read(reader, urls[0]).marks == ["55 carts"]


def test_a_figure_of_another_time_is_set_apart(page: Page) -> None:
    figures = section(page, "Figures")
    assert figures.index("1 figure of another time") < figures.index("In 1999 there were 12 carts.")
    assert "of 1999, as it says" in figures


def test_a_figure_that_no_day_ties_to_the_event_is_set_apart_and_never_lost(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    late = article("courier", "The ferrymen counted 70 barges.").replace("2001-05-04", "2002-05-04")
    write("articles/a-year-after.md", late)
    ingest(room)
    figures = section(read(reader, EVENT), "Figures")
    assert figures.index("1 figure not dated in the text: may be of another time") < figures.index("70 barges")
    (barges,) = (one for one in json(reader, f"{EVENT}.json")["figures"] if one["counted"] == "barges")
    assert barges["accounts"] == 0
    assert [(one["time_known"], one["other_time"]) for one in barges["figures"]] == [(False, False)]


def test_a_name_that_stands_once_is_not_said_to_stand_several_times(page: Page) -> None:
    counts = {one.text for one in page.all("td") if one["class"] == "count"}
    assert "1 time" in counts
    assert "1 times" not in counts


def test_who_is_relayed_in_sentences_of_another_time_stands_beneath_the_map(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("outlets.yaml", OUTLETS + "herald: {name: The Herald}\n")
    write("articles/citing.md", article("courier", "In 1999, The Herald reported that 12 carts sank."))
    ingest(room)
    page = read(reader, EVENT)
    relays = section(page, "Who relays whom")
    assert "No account here says that it has something on this event" in relays
    assert relays.index("1 more, in sentences of another time") < relays.index("The Herald reported that 12 carts sank")
    assert "of another time" in relays.partition("12 carts sank")[2]
    assert not [one for one in page.all("line") if one["class"].startswith("edge")]


def test_who_relays_whom_is_drawn_and_told_in_a_table_with_the_words_that_show_it(page: Page, reader) -> None:
    relays = section(page, "Who relays whom")
    assert page.marks == ["The Morning Post"]
    assert "courier" in relays
    assert "its text is the agency’s so its particulars say" in relays
    labels = [one["aria-label"] for one in page.all("svg") if one["role"] == "img"]
    assert any("Evening News by 1" in label and "The Morning Post by 1" in label for label in labels)
    assert len([one for one in page.all("line") if one["class"].startswith("edge")]) == 2
    assert follow(reader, "/a/citing/1")[0].status == 200


def test_where_nothing_is_relayed_it_is_said(client: FlaskClient) -> None:
    page = read(client, EVENT)
    assert "No account here says that it has something on this event from another outlet" in page.text
    assert not [one for one in page.all("line") if one["class"].startswith("edge")]


def test_all_figures_have_a_page_where_none_is_left_out(room: Room, write: Write, reader: FlaskClient) -> None:
    write(
        "articles/citing.md",
        article("courier", *(f"On day {n} there were {n} carts at gate {n + 500}." for n in range(10, 60))),
    )
    ingest(room)
    page = read(reader, EVENT)
    (url,) = {a["href"] for a in page.links if "further of" in a.text}
    assert url == f"{EVENT}/figures"
    assert "there were 59 carts" not in page.text
    assert "there were 59 carts" in read(reader, url).text


def test_the_page_is_safe_and_nothing_on_it_has_one_name_twice(page: Page) -> None:
    assert dangers(page) == []
    assert len(page.ids) == len(set(page.ids))


def test_everything_that_the_page_links_to_in_the_room_is_there(page: Page, reader: FlaskClient) -> None:
    for url in {a["href"] for a in page.links if a["href"].startswith("/a/")}:
        assert reader.get(url).status_code == 200, url


def test_the_document_of_an_event_has_names_figures_relays_and_texts(page: Page, reader: FlaskClient) -> None:
    document = json(reader, f"{EVENT}.json")
    assert document["independent_texts"] == {
        "articles": 6,
        "texts": 4,
        "groups": [["a-copy", "harbour-bridge"], ["arabic-bridge"], ["citing"], ["of-the-wire"]],
        "digests": ["evening-queue"],
    }
    ferrymen = next(one for one in document["names"] if one["name"] == "the ferrymen")
    assert ferrymen["called"]["evening-queue"] == [
        {"term": "The ferrymen", "count": 1, "noted": True, "passages": ["2"]}
    ]
    figures = [one for group in document["figures"] for one in group["figures"]]
    assert {"55 carts", "12 carts", "40 carts in the first hour"} & {one["text"] for one in figures} >= {
        "55 carts",
        "12 carts",
    }
    assert [one["other_time"] for one in figures if one["text"] == "12 carts"] == [True]
    assert {(one["article"], one["source_name"], one["by"]) for one in document["relays"]} == {
        ("citing", "The Morning Post", "said"),
        ("of-the-wire", "Evening News", "wire"),
    }
    assert len({"harbour-bridge", "a-copy"} & set(document["usual_accounts"])) == 1
    account = next(one for one in document["accounts"] if one["slug"] == "a-copy")
    assert (account["text"], account["same_text_as"]) == ("complete", ["harbour-bridge"])
    assert account["outlet_facts"] == [
        {"name": "says_of_itself", "value": "“an evening paper”", "source": "its masthead"}
    ]


def test_a_name_that_one_account_has_in_many_passages_leads_to_the_article_with_all_marked(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", HARBOUR + "".join(f"\nOn day {n} the ferrymen wept.\n" for n in range(8)))
    ingest(room)
    url = read(reader, EVENT).link("2 more in The Morning Post: “the ferrymen”")
    assert len([mark for mark in read(reader, url).marks if mark == "the ferrymen"]) == 8


def test_a_measure_that_several_accounts_give_is_not_said_to_be_of_the_same(room: Room, write: Write, reader) -> None:
    write("articles/citing.md", article("courier", "The mole is 3 km away."))
    write("articles/other.md", article("gazette", "The walk took them 5 kilometres along the sea."))
    ingest(room)
    figures = section(read(reader, EVENT), "Figures")
    assert "kilometres 2 figures in 2 accounts A measure alone does not say what was measured." in figures


@pytest.mark.parametrize("event", ["palmyra-2016-03", "palmyra-2015-05", "palmyra-2017-03"])
def test_every_line_of_the_map_joins_two_names_and_every_name_has_a_line(shipped: Room, event: str) -> None:
    client = create_app({"CORPUS": shipped.corpus, "INDEX": shipped.index, "TESTING": True}).test_client()
    page = read(client, f"/event/{event}")
    lines = [one for one in page.all("line") if one["class"].startswith("edge")]
    dots = {(one["cx"], one["cy"]) for one in page.all("circle")}
    assert {(one["x1"], one["y1"]) for one in lines} | {(one["x2"], one["y2"]) for one in lines} == dots
    relays = json(client, f"/event/{event}.json")["relays"]
    outlets = {one["slug"]: one["outlet"] for one in json(client, f"/event/{event}.json")["accounts"]}
    of_event = [one for one in relays if one["time_known"] and not one["other_time"]]
    assert len(lines) == len({(outlets[one["article"]], one["source"]) for one in of_event})
    assert page.html == read(client, f"/event/{event}").html
