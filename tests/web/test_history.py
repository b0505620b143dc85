"""The history of an article: its versions in time, any two of them side by side, and the feed."""

import re
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from reading_room import library
from reading_room.ingest import ingest
from reading_room.model.article import Article
from reading_room.permalinks.revisions import NO_PARTICULARS
from reading_room.room import Room
from reading_room.web.revisions import PARTICULARS
from tests.conftest import ARABIC, HARBOUR, Write
from tests.web.reading import dangers, json, read

PAGE = "/a/harbour-bridge/history"
FIRST, SECOND, THIRD = HARBOUR.split("---\n")[2].strip().split("\n\n")
HEAD = HARBOUR[: HARBOUR.index(FIRST)]
ADDED = "A second bridge is planned beside the mill."
ATOM = "{http://www.w3.org/2005/Atom}"


def text_of(*passages: str, head: str = HEAD) -> str:
    return head + "\n\n".join(passages) + "\n"


VERSIONS = [
    text_of(FIRST.replace("300", "310"), SECOND, THIRD, head=HEAD.replace("opened to carts", "opened at last")),
    text_of(FIRST.replace("300", "310"), THIRD, ADDED, SECOND, head=HEAD.replace("opened to carts", "opened at last")),
    text_of(FIRST.replace("300", "310"), ADDED, SECOND, head=HEAD.replace("opened to carts", "opened at last")),
]


@pytest.fixture
def reader(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """A reader of the room in which the harbour bridge has four versions."""
    for text in VERSIONS:
        write("articles/harbour-bridge.md", text)
        ingest(room)
    return reader


def test_the_versions_are_listed_in_time_with_what_changed_in_each(reader: FlaskClient) -> None:
    page = read(reader, PAGE)
    assert page.headings == [
        "History of Harbour bridge opened at last", "Versions", "Version 4", "Version 3", "Version 2", "Version 1",
    ]  # fmt: skip
    for words in (
        "The first version that the room read: 3 passages.",
        "1 passage edited; 1 word added, 1 taken out. The title changed.",
        "In passage 1 the figure 300 became 310.",
        "1 passage inserted, 1 moved; 8 words added.",
        "1 passage taken out; 5 words taken out.",
    ):
        assert words in page.text
    assert re.search(r"first read \d+ \w+ \d{4}, \d\d:\d\d UTC", page.text)
    assert page.link("Version 2") == "/a/harbour-bridge@2"
    assert page.link("What changed with version 3") == f"{PAGE}?from=2&to=3"


def test_two_versions_stand_side_by_side_with_the_words_that_differ_marked(reader: FlaskClient) -> None:
    page = read(reader, f"{PAGE}?from=1&to=2")
    words = [page.texts(tag) for tag in ("del", "ins")]
    assert words == [["Harbour bridge opened to carts", "300"], ["Harbour bridge opened at last", "310"]]
    assert "Passage 1 edited" in page.headings
    assert "The figure 300 became 310." in page.text
    assert page.link("Passage 1 of version 1") == "/a/harbour-bridge@1/1"
    assert page.link("Passage 1 of version 2") == "/a/harbour-bridge@2/1"


def test_what_did_not_change_is_folded_to_a_line_that_opens_without_a_script(reader: FlaskClient) -> None:
    page = read(reader, f"{PAGE}?from=1&to=2")
    assert page.texts("summary") == ["2 passages unchanged (2 and 3)"]
    (folded,) = page.all("details")
    assert "open" not in folded.attributes
    assert "Engineers counted 40 carts" in folded.text


def test_a_moved_passage_is_named_with_where_it_stood_and_where_it_stands(reader: FlaskClient) -> None:
    page = read(reader, f"{PAGE}?from=2&to=3")
    moved = next(heading for heading in page.headings if "moved" in heading)
    number = moved.split()[1]
    assert re.search(
        rf"Passage {number} moved ?It stood after passage \d and stands after passage \w+ now\.", page.text
    )
    assert f"Passage {number} stood here." in page.text
    target = page.link("It is shown where it stands now").removeprefix("#")
    assert target == f"now-{number}"
    assert page.passage(target).text
    assert f"Passage {number} inserted" not in page.text


def test_a_passage_that_came_in_or_went_says_so_and_leaves_the_other_side_empty(reader: FlaskClient) -> None:
    page = read(reader, f"{PAGE}?from=1&to=4")
    assert "Passage 3 taken out" in page.headings
    assert any(re.fullmatch(r"Passage \w+ inserted", heading) for heading in page.headings)
    assert "Not in version 4." in page.text
    assert "Not in version 1." in page.text


def test_the_form_offers_every_version_on_both_sides(reader: FlaskClient) -> None:
    page = read(reader, f"{PAGE}?from=1&to=3")
    assert [one["action"] for one in page.all("form") if one["action"] == PAGE] == [PAGE]
    assert [one["name"] for one in page.all("select")] == ["from", "to"]
    assert [one["value"] for one in page.all("option") if "selected" in one.attributes] == ["1", "3"]
    assert len(page.all("option")) == 8


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("from=2&to=2", "Version 2 was asked for on both sides: nothing differs."),
        ("from=3&to=1", "Version 1, the older of the two, stands first."),
        ("to=2", "From version 1 to version 2"),
        ("from=2", "From version 2 to version 4"),
        ("from=&to=", "Versions"),
    ],
)
def test_versions_may_be_named_in_any_way(reader: FlaskClient, asked: str, words: str) -> None:
    assert words in read(reader, f"{PAGE}?{asked}").text


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("from=one&to=2", 400, "“from=one” is not a version."),
        ("from=1&to=-2", 400, "“to=-2” is not a version."),
        ("from=0&to=2", 400, "“from=0” is not a version."),
        ("from=1&to=%D9%A3", 400, "is not a version."),
        ("from=1&to=99999999999999999999", 400, "is not a version."),
        (
            "from=1&to=9",
            404,
            "There is no version 9 of this article. The article has versions 1 to 4: see /a/harbour-bridge/history.",
        ),
        ("from=7", 404, "There is no version 7 of this article."),
    ],
)
def test_versions_that_are_none_are_refused_with_a_sentence(
    reader: FlaskClient, asked: str, status: int, words: str
) -> None:
    assert words in read(reader, f"{PAGE}?{asked}", status).text
    assert json(reader, f"{PAGE}.json?{asked}", status)["status"] == status


@pytest.mark.parametrize("path", ["/a/nobody/history", "/a/%00/history", "/a/harbour-bridge@2/history"])
def test_what_never_was_an_article_has_no_history(reader: FlaskClient, path: str) -> None:
    for form in ("", ".json", ".atom"):
        assert reader.get(path + form).status_code == 404


def test_an_article_with_one_version_says_so(reader: FlaskClient) -> None:
    page = read(reader, "/a/evening-queue/history")
    assert "The room has read one version of this article." in page.text
    assert page.all("select") == []
    assert "nothing differs" in read(reader, "/a/evening-queue/history?from=1").text


def test_an_article_that_was_taken_out_keeps_its_history(room: Room, reader: FlaskClient) -> None:
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    ingest(room)
    page = read(reader, f"{PAGE}?from=1&to=2")
    assert re.search(r"The article was taken out of the room on \d+ \w+ \d{4}; its versions were kept\.", page.text)
    assert "The figure 300 became 310." in page.text
    assert page.link("Harbour bridge opened at last") == "/a/harbour-bridge@4"
    assert reader.get(f"{PAGE}.atom").status_code == 200


def test_a_version_that_was_withdrawn_is_listed_and_passed_over(room: Room, reader: FlaskClient) -> None:
    with room.versions.writing() as store:
        store.withdraw("harbour-bridge", 2, "It named a child.")
    page = read(reader, PAGE)
    assert "The keeper of the room withdrew this version." in page.text
    assert "Since version 1: 1 passage edited, 1 inserted, 1 moved" in page.text
    assert page.link("What changed with version 3") == f"{PAGE}?from=1&to=3"
    assert [one["value"] for one in page.all("option")] == ["1", "3", "4"] * 2
    assert "It named a child." in read(reader, f"{PAGE}?from=1&to=2", 451).text
    assert json(reader, f"{PAGE}.json")["versions"][2]["withdrawn"] is True
    assert reader.get(f"{PAGE}.atom").status_code == 200


def test_of_an_article_that_was_withdrawn_no_history_is_shown(room: Room, reader: FlaskClient) -> None:
    read(reader, f"{PAGE}?from=1&to=2")
    with room.versions.writing() as store:
        store.withdraw("harbour-bridge", None, "A court forbade it.")
    for path in (PAGE, f"{PAGE}?from=1&to=2", f"{PAGE}.json", f"{PAGE}.atom", f"{PAGE}.json?from=1&to=2"):
        answer = reader.get(path)
        assert answer.status_code == 451, path
        assert "guests" not in answer.text, path


def test_typography_alone_is_said_to_be_so(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/arabic-bridge.md", ARABIC.replace("الخميس", "«الخميس»"))
    ingest(room)
    write("articles/arabic-bridge.md", ARABIC.replace("الخميس", "“الخميس”"))
    ingest(room)
    page = read(reader, "/a/arabic-bridge/history?from=2&to=3")
    assert "1 passage changed in typography alone; no word added or taken out." in page.text
    assert "the words are the same" in page.text
    assert page.texts("del", "ins") == []


def test_a_text_that_runs_from_the_right_does_so_on_both_sides(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/arabic-bridge.md", ARABIC.replace("افتتح رئيس", "لم يفتتح رئيس"))
    ingest(room)
    page = read(reader, "/a/arabic-bridge/history?from=1&to=2")
    sides = [one for one in page.all("div") if one["class"] == "passages"]
    assert {(one["lang"], one["dir"]) for one in sides} == {("ar", "rtl")}
    assert page.texts("del") == ["افتتح"]
    assert page.texts("ins") == ["لم يفتتح"]


@pytest.mark.parametrize("asked", ["", "?from=1&to=4", "?from=2&to=3", "?from=2&to=2"])
def test_the_page_is_in_order(reader: FlaskClient, asked: str) -> None:
    page = read(reader, PAGE + asked)
    assert dangers(page) == []
    assert len(page.ids) == len(set(page.ids)), "two elements with one id"
    assert len(page.all("h1")) == 1
    labelled = {label["for"] for label in page.all("label")}
    assert {one["id"] for one in page.all("select")} <= labelled
    canonical = [one["href"] for one in page.all("link") if one["rel"] == "canonical"]
    assert canonical == [f"http://localhost{PAGE}{asked}"]


def test_the_document_has_both_texts_whole_and_says_where_they_differ(reader: FlaskClient) -> None:
    document = json(reader, f"{PAGE}.json?from=1&to=4")
    for side, number in (("was", 1), ("now", 4)):
        version = json(reader, f"/a/harbour-bridge@{number}.json")
        texts = {one["passage"]: one["text"] for row in document["rows"] for one in row[side]}
        assert texts == {one["id"]: one["text"] for one in version["passages"]}
    edited = next(row for row in document["rows"] if row["how"] == "edited")
    assert [one["text"] for one in edited["was"][0]["changed"]] == ["300"]
    assert edited["pointed_out"] == [{"kind": "figure", "was": ["300"], "now": ["310"]}]
    assert document["particulars"] == [
        {"field": "title", "was": "Harbour bridge opened to carts", "now": "Harbour bridge opened at last"}
    ]
    for row in document["rows"]:
        for one in (*row["was"], *row["now"]):
            assert all(one["text"][part["start"] : part["end"]] == part["text"] for part in one["changed"])
            assert reader.get(one["url"]).status_code == 200


def test_the_list_of_versions_is_a_document_too(reader: FlaskClient) -> None:
    found = json(reader, f"{PAGE}.json")["versions"]
    assert [one["version"] for one in found] == [4, 3, 2, 1]
    assert found[2]["summary"] == "1 passage edited; 1 word added, 1 taken out. The title changed."
    assert found[2]["changes_url"] == f"{PAGE}?from=1&to=2"
    assert found[3]["changes_url"] is None


def test_the_feed_has_an_entry_for_each_version_that_stays_the_same_wherever_the_room_is(reader: FlaskClient) -> None:
    answer = reader.get(f"{PAGE}.atom")
    assert answer.mimetype == "application/atom+xml"
    feed = ElementTree.fromstring(answer.data)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert feed.findtext(ATOM + name)
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The reading room"
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"http://localhost{PAGE}.atom", "alternate": f"http://localhost{PAGE}"}
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 4
    assert (
        entries[2].findtext(f"{ATOM}summary", "").startswith("1 passage edited; 1 word added, 1 taken out. The title")
    )
    assert "the figure 300 became 310" in entries[2].findtext(f"{ATOM}summary", "")
    assert [one.get("href") for one in entries[0].findall(f"{ATOM}link")] == [f"http://localhost{PAGE}?from=3&to=4"]
    elsewhere = ElementTree.fromstring(reader.get(f"{PAGE}.atom", base_url="https://room.example").data)
    ids = [one.findtext(f"{ATOM}id", "") for one in entries]
    assert ids == [one.findtext(f"{ATOM}id", "") for one in elsewhere.findall(f"{ATOM}entry")]
    assert len(set(ids)) == 4
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert feed.findtext(f"{ATOM}updated") == max(one.findtext(f"{ATOM}updated", "") for one in entries)


def test_the_feed_is_xml_whatever_a_title_has_in_it(room: Room, write: Write, reader: FlaskClient) -> None:
    wild = r'title: "<b>Carts</b> & \"boats\" ]]>"'
    write("articles/harbour-bridge.md", HARBOUR.replace("title: Harbour bridge opened to carts", wild))
    ingest(room)
    feed = ElementTree.fromstring(reader.get(f"{PAGE}.atom").data)
    assert '<b>Carts</b> & "boats"' in feed.findtext(f"{ATOM}title", "")


def test_where_too_much_changed_the_page_says_so_and_compares_nothing(
    reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved_and_added = len(THIRD) + len(ADDED)
    monkeypatch.setattr(library, "MOST_CHANGED", moved_and_added - 1)
    page = read(reader, PAGE)
    assert f"Passages of {moved_and_added} letters and signs changed, too many to be compared here." in page.text
    assert "1 passage edited" in page.text
    assert not dangers(page)
    page = read(reader, f"{PAGE}?from=2&to=3", 400)
    assert f"From version 2 to version 3, passages of {moved_and_added} letters and signs changed" in page.text
    assert "too many" in str(json(reader, f"{PAGE}.json"))
    assert json(reader, f"{PAGE}.json?from=2&to=3", 400)["remedy"]
    assert reader.get(f"{PAGE}.atom").status_code == 200


def test_a_feed_that_did_not_change_is_not_sent_again(reader: FlaskClient) -> None:
    first = reader.get(f"{PAGE}.atom")
    assert reader.get(f"{PAGE}.atom", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_the_article_leads_to_its_history_and_to_the_feed(reader: FlaskClient) -> None:
    page = read(reader, "/a/harbour-bridge")
    assert page.link("What changed between versions") == PAGE
    for one in (page, read(reader, PAGE)):
        feeds = [link["href"] for link in one.all("link") if link["type"] == "application/atom+xml"]
        assert feeds == [f"{PAGE}.atom"]


def test_every_particular_of_an_article_has_a_name_of_its_own() -> None:
    assert set(Article.__dataclass_fields__) == set(PARTICULARS) | NO_PARTICULARS
