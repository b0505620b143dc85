"""The rows of the machine on the page of a comparison: how they look, lead to their words, and are corrected."""

import re
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from reading_room import comparisons, library
from reading_room.ingest import ingest
from reading_room.library import Library
from reading_room.model.event import QuotedIn
from reading_room.room import Room
from reading_room.web import synopsis
from tests.conftest import BRIDGE, HARBOUR, Write
from tests.web.reading import follow, json, read

TOLL = "The harbour guild painted the toll house at the northern end of the bridge green on 2 May 2001"
GUILD = HARBOUR.split("---\n")[1]
FIRST = f"---\n{GUILD}---\n{TOLL}. Lamps were lit.\n\nThe river was high that week.\n"
SECOND = f"---\n{GUILD.replace('morning-post', 'evening-news')}---\nBread was dear.\n\n{TOLL}, a guard said.\n"
ADDRESS = "/event/bridge-2001/compare?a=first-report&a=second-report"
DOCUMENT = ADDRESS.replace("compare?", "compare.json?")


@pytest.fixture
def reader(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    write("articles/first-report.md", FIRST)
    write("articles/second-report.md", SECOND)
    ingest(room)
    return reader


def machine_rows(client: FlaskClient, address: str) -> list[dict]:
    """The rows of the machine that are not folded away."""
    document = address.replace("/compare?", "/compare.json?")
    rows = [row for row in json(client, document)["rows"] if row["source"] == "machine"]
    return [row for row in rows if row["label"] != "possibly related"]


def machine_row(client: FlaskClient, address: str = DOCUMENT) -> dict:
    (row,) = machine_rows(client, address)
    return row


def unfragmented(address: str) -> str:
    return address.partition("#")[0]


def test_sentences_of_two_accounts_that_say_the_same_stand_in_one_row_with_how_sure_the_machine_is(reader) -> None:
    row = machine_row(reader)
    assert [len(row["cells"][slug]["passages"]) for slug in ("first-report", "second-report")] == [1, 1]
    assert 0 < row["confidence"] <= 1
    assert row["label"] in ("same passage quoted", "likely the same point")
    page = read(reader, ADDRESS)
    assert f"{row['label']}, by the machine" in page.text
    assert f"1{row['question']}" in page.headings


def test_the_words_of_a_cell_lead_to_the_very_words(reader: FlaskClient) -> None:
    row = machine_row(reader)
    (words,) = row["cells"]["second-report"]["passages"]
    assert re.fullmatch(r"/a/second-report@1/2:1-\d+~\w{4}", words["permalink"])
    assert words["permalink"] in [link["href"] for link in read(reader, ADDRESS).links]
    assert TOLL in read(reader, words["permalink"]).marks[0]


def test_rows_of_the_keepers_stand_under_the_heading_of_their_group(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    given = BRIDGE.replace("carts crossed?", "carts crossed?\n    group: how many")
    write("events/bridge-2001.md", given)
    assert not ingest(room).problems
    address = "/event/bridge-2001/compare?a=harbour-bridge&a=evening-queue"
    groups = {row["id"]: row["group"] for row in json(reader, address.replace("compare?", "compare.json?"))["rows"]}
    assert (groups["guests"], groups["carts"]) == (None, "how many")
    headings = read(reader, address).headings
    (carts,) = [number for number, heading in enumerate(headings) if heading.endswith("How many carts crossed?")]
    assert headings[carts - 1] == "How many"
    assert headings[carts - 2].endswith("How many people came?")


def test_a_row_of_the_machine_has_an_address_of_its_own(reader: FlaskClient) -> None:
    row = machine_row(reader)
    _, element = follow(reader, f"{ADDRESS}#row-{row['id']}")
    assert element
    assert element.tag == "tbody"
    wider = machine_row(reader, f"{DOCUMENT}&a=arabic-bridge")
    assert wider["id"] == row["id"]


def test_what_is_not_the_same_is_parted_by_a_link_and_laid_together_again_by_undoing(reader: FlaskClient) -> None:
    parted = unfragmented(read(reader, ADDRESS).links_named("Not the same")[0])
    assert re.search(r"&not=(first|second)-report@1/\d\.1,(first|second)-report@1/\d\.1$", parted)
    assert machine_rows(reader, parted) == []
    page = read(reader, parted)
    assert "Corrections in the address of this page" in page.headings
    (said,) = json(reader, parted.replace("/compare?", "/compare.json?"))["corrections"]
    assert said["says"] == "Not the same:"
    assert sorted(quote["text"] for quote in said["quotes"]) == [f"{TOLL}, a guard said.", f"{TOLL}."]
    (undo,) = page.links_named("Undo")
    assert machine_rows(reader, unfragmented(undo)) == machine_rows(reader, ADDRESS)


def test_what_is_corrected_can_be_copied_into_the_events_file(reader: FlaskClient, room: Room, write: Write) -> None:
    parted = unfragmented(read(reader, ADDRESS).links_named("Not the same")[0])
    yaml = next(one.text for one in read(reader, parted).all("textarea"))
    assert yaml.startswith("# takes the place of an empty “never:” never: - - article: first-report exact: ")
    write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{for_keeper(reader, parted)}checked_absent:"))
    assert not ingest(room).problems
    assert machine_rows(reader, ADDRESS) == []


def test_what_is_copied_of_two_sentences_parts_these_two_alone(reader: FlaskClient, room: Room, write: Write) -> None:
    lamps = "The bishop of Aldermoor blessed the new organ of the chapel on the western island on 4 May 2001"
    told_otherwise = (
        "On 4 May 2001 the bishop of Aldermoor blessed the new organ, in the chapel that stands on the western island"
    )
    write("articles/first-report.md", FIRST.replace("Lamps were lit.", f"{lamps}."))
    write("articles/second-report.md", SECOND.replace("a guard said.", f"a guard said. {told_otherwise}."))
    ingest(room)
    toll = "first-report@1/1.1,second-report@1/2.1"
    before = [row["id"] for row in machine_rows(reader, ADDRESS)]
    parted = [row["id"] for row in machine_rows(reader, f"{ADDRESS}&not={toll}")]
    assert (len(before), len(parted)) == (2, 1)
    yaml = for_keeper(reader, f"{ADDRESS}&not={toll}")
    write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{yaml}checked_absent:"))
    assert not ingest(room).problems
    assert [row["id"] for row in machine_rows(reader, ADDRESS)] == parted


def test_the_sentences_of_an_account_are_read_for_a_page_and_not_for_each_of_its_cells(
    reader: FlaskClient, room: Room, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = '  - id: green\n    question: Who?\n    cells: [{article: first-report, exact: "' + TOLL + '"}]\n'
    read_of: list[str] = []
    analysis = Library.analysis
    monkeypatch.setattr(Library, "analysis", lambda *given: read_of.append(given[1]) or analysis(*given))
    counts = []
    for offered in ("", row):
        write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{offered}checked_absent:"))
        ingest(room)
        read(reader, ADDRESS)
        read_of.clear()
        assert read(reader, ADDRESS).links_named("Not the same")
        counts.append(sorted(read_of))
    assert counts == [["first-report", "second-report"]] * 2


def for_keeper(client: FlaskClient, address: str) -> str:
    """What is to be copied, letter for letter."""
    (area,) = read(client, address).all("textarea")
    return "".join(area.parts).removeprefix("\n")


def test_all_corrections_are_copied_as_one_block_that_gives_no_key_twice(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    two = f"{ADDRESS}&not=first-report@1/1.1,second-report@1/2.1&not=first-report@1/2.1,second-report@1/1.1"
    yaml = for_keeper(reader, two)
    assert yaml.count("never:") == 2  # once in the comment that says where it goes
    write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{yaml}checked_absent:"))
    assert not ingest(room).problems
    never = room.library().event("bridge-2001").event.never
    assert [[side.article for side in pair if isinstance(side, QuotedIn)] for pair in never] == [
        ["first-report", "second-report"],
        ["first-report", "second-report"],
    ]
    assert read(reader, two).all("textarea") == []  # the keeper has them


def test_what_is_copied_into_a_file_that_has_the_key_is_its_entries_alone(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    kept = BRIDGE.replace("checked_absent:", "never:\n  - [harbour-bridge/1, evening-queue/1]\nchecked_absent:")
    write("events/bridge-2001.md", kept)
    ingest(room)
    yaml = for_keeper(reader, f"{ADDRESS}&not=first-report@1/1.1,second-report@1/2.1")
    assert "never:\n" not in yaml
    assert yaml.count("article: ") == 2
    write("events/bridge-2001.md", kept.replace("checked_absent:", f"{yaml}checked_absent:"))
    assert not ingest(room).problems
    assert len(room.library().event("bridge-2001").event.never) == 2


ODD = ["\u2028", " \u2028 ", "\u202eworks\u202c ", "\u2009", "\u00a0", "\ufeff", "\u0085", "\u200b", "\u200f\u2067"]


@pytest.mark.parametrize("odd", ODD)
def test_what_is_copied_is_found_in_its_text_whatever_spaces_and_marks_stand_there(
    reader: FlaskClient, room: Room, write: Write, odd: str
) -> None:
    write("articles/first-report.md", FIRST.replace("was high", f'was{odd} a "very: {odd}high"'))
    assert not ingest(room).problems
    yaml = for_keeper(reader, f"{ADDRESS}&put=first-report@2/2.1,bridge-2001/carts")
    lines = "".join(line for line in yaml.splitlines(keepends=True) if not line.startswith("#"))
    write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{lines}checked_absent:"))
    assert not ingest(room).problems
    (row,) = [row for row in json(reader, DOCUMENT)["rows"] if row["id"] == "carts"]
    assert [one["source"] for one in row["cells"]["first-report"]["passages"]] == ["curated"]


def test_a_row_of_the_machine_is_copied_once_however_many_words_are_put_into_it(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    row = machine_row(reader)["id"]
    put = f"{ADDRESS}&put=first-report@1/2.1,{row}&put=second-report@1/1.1,{row}"
    yaml = for_keeper(reader, put)
    assert yaml.count("- id:") == 1
    write(
        "events/bridge-2001.md",
        BRIDGE.replace("checked_absent:", "".join(yaml.splitlines(True)[1:]) + "checked_absent:"),
    )
    assert not ingest(room).problems
    (kept,) = [one for one in json(reader, DOCUMENT)["rows"] if one["id"] == row]
    assert [len(cell["passages"]) for cell in kept["cells"].values()] == [2, 2]


def test_words_are_put_where_a_reader_says_that_they_belong(reader: FlaskClient, room: Room, write: Write) -> None:
    choosing = read(reader, unfragmented(read(reader, ADDRESS).links_named("belongs to")[0]))
    (row,) = [option["value"] for option in choosing.all("option") if "/carts" in option["value"]]
    moved = f"{ADDRESS}&put={row}"
    (cell,) = (
        row["cells"][slug]
        for row in json(reader, moved.replace("/compare?", "/compare.json?"))["rows"]
        if row["id"] == "carts"
        for slug in row["cells"]
        if row["cells"][slug]["passages"]
    )
    assert cell["passages"][0]["source"] == "reader"
    assert machine_rows(reader, moved) == []
    page = read(reader, moved)
    assert "Belongs to “How many carts crossed?”" in page.text
    assert "placed here by a correction in the address" in page.text
    area = next(one for one in page.all("textarea"))
    cells = "".join(area.parts).split("\n", 2)[2]  # without the comment that says where they go
    write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{cells}checked_absent:"))
    assert not ingest(room).problems
    (kept,) = [row for row in json(reader, DOCUMENT)["rows"] if row["id"] == "carts"]
    assert any(TOLL in one["text"] for cell in kept["cells"].values() for one in cell["passages"])


def test_a_correction_follows_its_words_into_the_next_version(reader: FlaskClient, room: Room, write: Write) -> None:
    parted = unfragmented(read(reader, ADDRESS).links_named("Not the same")[0])
    write("articles/first-report.md", FIRST.replace(TOLL, f"Here is the news. {TOLL}"))
    ingest(room)
    assert machine_rows(reader, ADDRESS)
    assert machine_rows(reader, parted) == []
    write("articles/first-report.md", FIRST.replace(TOLL, "Nothing was painted"))
    ingest(room)
    assert "not here any more" in read(reader, parted).text


@pytest.mark.parametrize("correction", ["not=x", "not=first-report@1/1.1", "put=first-report@1/1.1", "move=x%00"])
def test_a_correction_that_is_none_is_refused_with_what_to_do(reader: FlaskClient, correction: str) -> None:
    assert "is not a correction" in read(reader, f"{ADDRESS}&{correction}", 400).text


def test_corrections_of_what_was_never_there_change_nothing(reader: FlaskClient) -> None:
    for correction in (
        "not=nobody@1/1.1,first-report@1/1.1",
        "put=first-report@9/1.1,guests",
        "not=first-report@1/1.99,second-report@1/2.1",
    ):
        assert machine_rows(reader, f"{ADDRESS}&{correction}") == machine_rows(reader, ADDRESS)


def test_an_empty_cell_leads_to_a_search_of_its_article_for_the_words_of_the_question(reader: FlaskClient) -> None:
    page = read(reader, f"{ADDRESS}&a=harbour-bridge")
    found = [link["href"] for link in page.links if "Search it" in link.text]
    assert any("article=harbour-bridge" in address for address in found)
    for address in found:
        assert urlsplit(address).path == "/search"
        read(reader, address)


def test_words_of_a_search_are_marked(reader: FlaskClient) -> None:
    page = read(reader, f"{ADDRESS}&q=guild")
    assert page.marks.count("guild") >= 2
    cleared = page.link("Take the marks away")
    assert read(reader, cleared).marks == []
    assert machine_rows(reader, f"{ADDRESS}&q=guild") == machine_rows(reader, ADDRESS)


def test_passages_that_were_asked_for_stand_first(reader: FlaskClient) -> None:
    rows = json(reader, "/compare.json?a=first-report/2&a=second-report/1&a=first-report/1")["rows"]
    assert rows[0]["source"] == "reader"
    said = [[one["passage"] for one in cell["passages"]] for cell in rows[0]["cells"].values()]
    assert said == [["1", "2"], ["1"]]
    read(reader, "/compare?a=first-report/9&a=second-report", 404)
    text = read(reader, "/compare?a=first-report/2&a=second-report/1").text
    assert "one of the passages that were chosen" in text
    assert "by a correction" not in text


def test_accounts_that_share_several_events_have_the_names_of_the_parties_of_all(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    painting = """---
name: The painting of the toll house
when: {from: 2001-05-02, to: 2001-05-02}
where: The harbour
parties:
  - {name: the guild, called: [{term: The harbour guild, article: first-report}]}
---
The toll house was painted.
"""
    write("events/painting-2001.md", painting)
    for name, report in (("first-report", FIRST), ("second-report", SECOND)):
        both = "  - event: bridge-2001\n  - event: painting-2001\n"
        write(f"articles/{name}.md", report.replace("  - event: bridge-2001\n", both))
    assert not ingest(room).problems
    (guild,) = json(reader, "/compare.json?a=first-report&a=second-report")["names"]
    assert guild["name"] == "the guild"
    assert [term["term"] for term in guild["called"]["first-report"]] == ["harbour guild"]


def test_pairs_of_sentences_are_given_with_their_words_if_asked_for(reader: FlaskClient) -> None:
    assert "pairs" not in json(reader, DOCUMENT)
    pairs = json(reader, f"{DOCUMENT}&pairs=1")["pairs"]
    best = max(pairs, key=lambda pair: pair["confidence"])
    assert set(best) == {"left", "right", "confidence"}
    assert (best["left"]["article"], best["left"]["passage"], best["left"]["text"]) == ("first-report", "1", f"{TOLL}.")
    assert all(0.05 <= pair["confidence"] <= 1 for pair in pairs)


def test_no_address_of_a_comparison_brings_danger_into_the_page(reader: FlaskClient) -> None:
    page = read(reader, f"{ADDRESS}&q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in page.html


def test_accounts_from_one_agency_are_said_to_be_perhaps_one(reader: FlaskClient, room: Room, write: Write) -> None:
    for slug, text in (("first-report", FIRST), ("second-report", SECOND)):
        write(f"articles/{slug}.md", text.replace("language: en", "language: en\nwire: AFP"))
    ingest(room)
    said = "The Morning Post and Evening News have text from AFP: they may be one account."
    assert said in read(reader, ADDRESS).text
    assert said not in read(reader, "/event/bridge-2001/compare?a=first-report&a=harbour-bridge").text


WEST = FIRST.replace(TOLL, "The toll house at the northern end was painted by the guild").replace("first", "west")


def test_what_may_be_related_is_folded_into_the_empty_cell_with_its_words_link_and_speaker(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    kept = f"""  - id: painted
    question: What was painted?
    cells:
      - {{article: first-report, exact: "{TOLL}", speaker: the writer}}
"""
    write("articles/west-report.md", WEST)
    write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{kept}checked_absent:"))
    assert not ingest(room).problems
    address = "/event/bridge-2001/compare?a=first-report&a=west-report"
    rows = json(reader, address.replace("compare?", "compare.json?"))["rows"]
    (cell,) = [row["cells"]["west-report"] for row in rows if row["id"] == "painted"]
    (related,) = cell["possibly_related"]
    assert (cell["passages"], related["label"]) == ([], "possibly related")
    page = read(reader, address)
    assert "A passage that is possibly related" in page.text
    assert related["permalink"] in [link["href"] for link in page.links]
    apart = unfragmented(page.links_named("Not the same")[0])
    assert "A passage that is possibly related" not in read(reader, apart).text


def test_an_empty_cell_leads_to_the_row_in_which_its_account_has_what_is_related(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    kept = f"""  - id: painted
    question: What was painted?
    cells:
      - {{article: first-report, exact: "{TOLL}", speaker: the writer}}
  - id: guild
    question: Who painted?
    cells:
      - {{article: second-report, exact: "{TOLL}", speaker: a guard}}
"""
    write("events/bridge-2001.md", BRIDGE.replace("checked_absent:", f"{kept}checked_absent:"))
    assert not ingest(room).problems
    page = read(reader, ADDRESS)
    (number,) = [heading[0] for heading in page.headings if heading.endswith("Who painted?")]
    (link,) = [link for link in page.links if link.text == f"row {number}: Who painted?"]
    _, element = follow(reader, f"{ADDRESS}{link['href']}")
    assert element
    assert "Who painted?" in element.text


def test_the_document_names_passages_of_which_only_a_part_stands_in_a_row(reader: FlaskClient) -> None:
    document = json(reader, DOCUMENT)
    assert document["unplaced"] == {"first-report": ["2"], "second-report": ["1"]}
    assert document["partly_placed"] == {"first-report": ["1"], "second-report": []}


LONG = (
    "The harbour guild met on Monday in the hall beside the fish market and talked until the lamps were "
    "lit about the tolls that carters pay at the bridge, about the ferry that no longer runs, and about "
    "the price of rope, which had risen since the winter storms. {} Nobody could say when the ferry would "
    "be sold, nor to whom, and the meeting ended with a song that the older members know."
)


def copied(write: Write, first: str, second: str) -> None:
    write("articles/first-report.md", f"---\n{GUILD}---\n{first}\n")
    write("articles/second-report.md", f"---\n{GUILD.replace('morning-post', 'evening-news')}---\n{second}\n")


def test_copies_with_changes_are_said_to_have_nearly_the_same_text_and_what_differs_is_listed(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    copied(write, LONG.format("The mayor said so."), LONG.format("The mayor claimed so on Friday."))
    ingest(room)
    page = read(reader, ADDRESS)
    assert "have nearly the same text: it counts as one account." in page.text
    assert "Not in Evening News, but in The Morning Post: “said”." in page.text
    assert "Not in The Morning Post, but in Evening News: “claimed”, “on Friday”." in page.text


def test_copies_without_changes_are_said_to_have_the_same_text(reader: FlaskClient, room: Room, write: Write) -> None:
    copied(write, LONG.format("The mayor said so."), LONG.format("The mayor said so."))
    ingest(room)
    page = read(reader, ADDRESS)
    assert "The Morning Post and Evening News have the same text: it counts as one account." in page.text
    assert "Not in" not in page.text


def test_of_accounts_that_are_too_long_the_first_sentences_are_compared_and_the_page_says_so(
    reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (comparisons, synopsis):
        monkeypatch.setattr(module, "MOST_PAIRED", 1)
    assert machine_rows(reader, ADDRESS) == []  # of the second report the sentence is not the first
    said = "is long: the machine compared its first 1 sentences, not the rest."
    assert read(reader, ADDRESS).text.count(said) == 2
    document = json(reader, f"{DOCUMENT}&pairs=1")
    assert document["compared_in_part"] == ["first-report", "second-report"]
    assert {pair["right"]["text"] for pair in document["pairs"]} <= {"Bread was dear."}


def test_texts_that_are_too_long_together_are_refused_in_words(
    reader: FlaskClient, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = sum(
        len(passage.text)
        for slug in ("first-report", "second-report")
        for passage in room.library().read(slug).version.passages
    )
    monkeypatch.setattr(library, "MOST_LETTERS", letters)
    read(reader, ADDRESS)
    monkeypatch.setattr(library, "MOST_LETTERS", letters - 1)
    page = read(reader, ADDRESS, 400)
    assert f"together they have {letters:,} letters and signs, and up to {letters - 1:,} can be compared" in page.text
    assert "too long" in json(reader, DOCUMENT, 400)["what"]


def test_accounts_of_usual_length_are_compared_to_their_ends(reader: FlaskClient) -> None:
    assert "compared_in_part" not in json(reader, DOCUMENT)
    assert "is long" not in read(reader, ADDRESS).text
