"""What was found side by side: columns by outlet, by event and by label of standpoint."""

from itertools import islice

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import BRIDGE, HARBOUR, OUTLETS, Write
from tests.hostile import queries
from tests.web.reading import Page, dangers, json, read
from tests.wire import COPIES

LABELS = """
morning-post:
  name: The Morning Post
  labels:
    - {label: ministerial paper, given_by: A. Historian, on: 2020-05-01, basis: two of its editors were ministers}
    - {label: paper of record, given_by: the city library, on: 2019-01-31, basis: the library binds it}
evening-news:
  name: Evening News
  labels:
    - {label: paper of record, given_by: the city library, on: 2019-01-31, basis: the courts print notices in it}
herald: {name: The Herald}
al-jisr: {name: الجسر}
"""


@pytest.fixture
def labelled(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """The made-up room with one story in three papers, labels for two of them, and letters of a fourth about two events."""
    for name, text in COPIES.items():
        write(name, text)
    write("outlets.yaml", LABELS)
    stranding = (
        BRIDGE.replace("opening of the bridge", "stranding").replace("2001-05-03", "1998-05-03").split("parties:")[0]
    )
    write("events/ferry-2001.md", f"{stranding}---\nIt ran aground.\n")
    write(
        "articles/letter.md",
        HARBOUR.replace("Harbour bridge opened to carts", "A letter")
        .replace("morning-post", "herald")
        .replace("2001-05-04", "1999-05-04")
        .replace("  - event: bridge-2001", "  - event: bridge-2001\n  - event: ferry-2001")
        .replace("No boat", "No captain and no boat"),
    )
    ingest(room)
    return reader


def columns(page: Page) -> dict[str, str]:
    """What stands in each column, by its name."""
    return {
        next(e.text for e in page.elements if e["id"] == section["aria-labelledby"]): section.text
        for section in page.all("section")
        if section["aria-labelledby"].startswith("column-")
    }


def test_columns_stand_in_order_of_the_first_publication_found_whatever_the_sorting_within_them(
    labelled: FlaskClient,
) -> None:
    for sort in ("relevance", "newest", "oldest"):
        page = read(labelled, f"/search?q=captain&by=outlet&sort={sort}")
        assert list(columns(page)) == ["The Herald", "The Morning Post", "Evening News"]
    assert "in order of the earliest publication found in each, then of their names" in page.text


def test_a_column_has_its_passages_with_the_words_marked_under_title_and_date(labelled: FlaskClient) -> None:
    page = read(labelled, "/search?q=captain&by=outlet")
    column = columns(page)["Evening News"]
    assert "1 passage in 1 article" in column
    assert "Lifeboats empty the Marigold" in column
    assert "5 May 2001" in column
    assert "The captain told the coastguard" in column
    assert set(page.marks) == {"captain"}
    assert page.link("Lifeboats empty the Marigold") == "/a/lifeboats?q=captain"
    numbers = [a["href"] for a in page.links if a["aria-label"] == "Passage 4, in the article"]
    assert "/a/lifeboats?q=captain#p4" in numbers


@pytest.mark.parametrize("by", ["outlet", "event", "label"])
@pytest.mark.parametrize("query", ["captain", "bridge", "carts+OR+captain", "friday+coastguard"])
def test_a_column_counts_what_the_search_narrowed_to_it_finds(labelled: FlaskClient, by: str, query: str) -> None:
    document = json(labelled, f"/search.json?q={query}&by={by}")
    assert document["columns"]
    for column in document["columns"]:
        narrowed = json(labelled, column["url"].replace("/search", "/search.json"))
        counted = {name: column[name] for name in ("total", "articles", "copies")}
        assert counted == {name: narrowed[name] for name in counted}
        hits = {(hit["article"], hit["passage"]) for hit in column["hits"]}
        assert hits == {(hit["article"], hit["passage"]) for hit in narrowed["hits"]}


def test_a_story_that_three_papers_print_stands_once_in_a_column_and_names_the_others(labelled: FlaskClient) -> None:
    outlets = columns(read(labelled, "/search?q=captain&by=outlet"))
    assert "also in Evening News, 5 May 2001; The Herald, 6 May 2001" in outlets["The Morning Post"]
    assert "1 passage in 1 article; 1 stands in other columns too" in outlets["The Morning Post"]
    (record,) = [
        text for name, text in columns(read(labelled, "/search?q=captain&by=label")).items() if "record" in name
    ]
    assert "1 passage in 1 article of 2 outlets; 1 stands in other columns too" in record
    assert record.count("The captain told the coastguard") == 1


def test_an_outlet_stands_under_each_of_its_labels_and_each_says_who_gave_it_when_and_on_what_basis(
    labelled: FlaskClient,
) -> None:
    found = columns(read(labelled, "/search?q=captain&by=label"))
    assert list(found) == ["“ministerial paper”", "“paper of record”", "No label"]
    assert "Given by A. Historian on 1 May 2020" in found["“ministerial paper”"]
    assert "The Morning Post: two of its editors were ministers" in found["“ministerial paper”"]
    assert "Given by the city library on 31 January 2019" in found["“paper of record”"]
    assert "Evening News: the courts print notices in it" in found["“paper of record”"]
    assert "The Morning Post: the library binds it" in found["“paper of record”"]
    (given,) = [
        one["given"] for one in json(labelled, "/search.json?q=captain&by=label")["columns"] if "minist" in one["value"]
    ]
    assert given == [
        {
            "outlet": "morning-post",
            "given_by": "A. Historian",
            "on": "2020-05-01",
            "basis": "two of its editors were ministers",
        }
    ]


def test_what_has_no_label_or_no_event_stands_last_in_a_column_that_says_so(labelled: FlaskClient) -> None:
    labels = columns(read(labelled, "/search?q=captain&by=label"))
    assert list(labels)[-1] == "No label"
    assert "No label of standpoint was given to these outlets in this room." in labels["No label"]
    events = columns(read(labelled, "/search?q=captain&by=event"))
    assert list(events) == ["The stranding", "The opening of the bridge", "No event"]
    assert "in the order in which the events happened" in read(labelled, "/search?q=captain&by=event").text
    assert "These articles are tied to no event of this room." in events["No event"]
    assert "A letter" in events["The opening of the bridge"]
    assert "A letter" in events["The stranding"]


def test_a_search_narrowed_to_what_has_none_says_so_and_leads_back(labelled: FlaskClient) -> None:
    page = read(labelled, "/search?q=captain&event=-")
    assert page.link("remove Tells of no event of this room") == "/search?q=captain"
    page = read(labelled, "/search?q=captain&label=-&label=paper+of+record")
    assert page.link("remove Label: none") == "/search?q=captain&label=paper+of+record"
    assert page.link("remove Label: “paper of record”") == "/search?q=captain&label=-"


def test_more_than_the_best_passages_of_a_column_are_one_link_away(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    for number in range(4):
        lanterns = "\n\n".join(f"Lantern {number} {n} was lit." for n in range(4))
        write(f"articles/lit-{number}.md", HARBOUR.replace("Harbour bridge", f"Lit {number}") + lanterns + "\n")
    ingest(room)
    page = read(reader, "/search?q=lantern&by=outlet")
    assert "16 passages in 4 articles" in columns(page)["The Morning Post"]
    assert len(page.marks) == 5
    assert "11 more passages are not printed here." in page.text
    more = page.link("11 more passages: The Morning Post")
    assert more == "/search?q=lantern&outlet=morning-post"
    assert len(json(reader, "/search.json?q=lantern&by=outlet")["columns"][0]["hits"]) == 16


def test_columns_are_chosen_by_a_form_whose_state_is_in_the_address(labelled: FlaskClient) -> None:
    page = read(labelled, "/search?q=captain&by=outlet&sort=oldest&from=1990")
    offered = {one["value"] for one in page.all("input") if one["name"] == "outlet"}
    assert offered == {"morning-post", "evening-news", "herald"}
    assert {"by", "sort", "from"} <= {one["name"] for one in page.all("input") if one["type"] == "hidden"}
    chosen = read(labelled, "/search?q=captain&by=outlet&outlet=herald&outlet=evening-news")
    assert list(columns(chosen)) == ["The Herald", "Evening News"]
    ticked = {one["value"] for one in chosen.all("input") if one["name"] == "outlet" and "checked" in one.attributes}
    assert ticked == {"herald", "evening-news"}
    assert chosen.link("All columns") == "/search?q=captain&by=outlet"


def test_of_an_article_about_two_events_only_the_chosen_one_is_a_column(labelled: FlaskClient) -> None:
    assert list(columns(read(labelled, "/search?q=boat&by=event&event=ferry-2001"))) == ["The stranding"]


def test_facets_sorting_and_a_new_search_keep_the_columns(labelled: FlaskClient) -> None:
    page = read(labelled, "/search?q=captain&by=outlet")
    assert page.link("Newest") == "/search?q=captain&sort=newest&by=outlet"
    assert "/search?q=captain&lang=en&by=outlet" in page.links_named("English")[0]
    assert page.field("by")[0] == "outlet"


def test_many_columns_have_pages_that_lead_through_all_of_them_once(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    for number in range(30):
        text = HARBOUR.replace("morning-post", f"paper-{number}").replace("No boat", "No lantern")
        write(f"articles/letter-{number}.md", text.replace("2001-05-04", f"{1950 + number}-01-01"))
    ingest(room)
    seen: list[str] = []
    url = "/search?q=lantern&by=outlet"
    while url:
        page = read(reader, url)
        seen += columns(page)
        url = next((a["href"] for a in page.links if a["rel"] == "next"), "")
    assert seen == [f"paper-{number}" for number in range(30)]
    assert "Columns 25 to 30 of 30" in page.text
    assert "There is no page 9; the last one is 3." in read(reader, "/search?q=lantern&by=outlet&page=9").text


def test_files_and_feed_are_of_the_same_search_however_it_is_arranged(labelled: FlaskClient) -> None:
    page = read(labelled, "/search?q=captain&by=label&page=1")
    assert page.link("CSV") == "/search.csv?q=captain"
    assert page.link("the feed of this search") == "/feed.atom?q=captain"
    for form in ("csv", "ris", "bib", "csl.json"):
        plain = labelled.get(f"/search.{form}?q=captain").data
        assert labelled.get(f"/search.{form}?q=captain&by=outlet").data == plain
        assert labelled.get(f"/search.{form}?q=captain&by=passage").data == plain


def test_a_room_without_labels_has_all_in_the_column_of_what_has_none(client: FlaskClient) -> None:
    assert list(columns(read(client, "/search?q=carts&by=label"))) == ["No label"]


def test_markup_in_names_and_labels_is_text(room: Room, write: Write, reader: FlaskClient) -> None:
    evil = "<script>alert(1)</script>"
    label = f'{{label: "{evil}", given_by: "{evil}", on: 2020-01-01, basis: "{evil}"}}'
    write("outlets.yaml", OUTLETS.replace("morning-post:\n", f"morning-post:\n  labels:\n    - {label}\n"))
    ingest(room)
    page = read(reader, "/search?q=carts&by=label")
    assert evil in page.text
    assert dangers(page) == []


@pytest.mark.parametrize("by", ["passage", "outlet", "event", "label"])
def test_no_hostile_query_breaks_an_arrangement(client: FlaskClient, by: str) -> None:
    asked = [query.encode("utf-8", "replace").decode() for query in islice(queries(seed=len(by)), 60)]
    answers = [client.get("/search", query_string={"q": query, "by": by}).status_code for query in asked]
    assert set(answers) == {200}
