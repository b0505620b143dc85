"""Articles, their versions and their passages."""

import re

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.web.reading import dangers, follow, json, read
from tests.wire import COPIES

EDITED = HARBOUR.replace("before 300 guests", "before 310 guests")
SHORTER = HARBOUR.replace("\nNo boat passed below it.\n", "")


def test_an_article_says_who_published_it_when_how_that_is_known_and_where_the_original_is(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge")
    assert page.headings[0] == "Harbour bridge opened to carts"
    for words in ("The Morning Post", "A. Writer", "4 May 2001", "Complete text"):
        assert words in page.text
    assert page.link("Read the original") == "https://example.org/harbour"


def test_an_inferred_date_says_why_and_a_missing_link_says_why(client: FlaskClient) -> None:
    page = read(client, "/a/evening-queue")
    assert "May 2001" in page.text
    assert "The date is inferred: it speaks of last week's opening" in page.text
    assert "The paper has no site." in page.text
    assert "Read the original" not in page.text


def test_a_digest_says_that_it_is_the_rooms_own_summary_of_an_excerpt(client: FlaskClient) -> None:
    text = read(client, "/a/evening-queue").text
    assert "Digest" in text
    assert "The room’s own summary of the article" in text
    assert "Only an excerpt of the article was read for it" in text


def test_every_passage_has_its_number_as_a_link_beside_it(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge")
    assert [page.link(f"Passage {n}") for n in (1, 2, 3)] == [f"/a/harbour-bridge/{n}" for n in (1, 2, 3)]
    assert "Engineers counted 40 carts" in page.passage("p2").text


def test_emphasis_stays_emphasis(client: FlaskClient) -> None:
    assert "harbour bridge" in read(client, "/a/harbour-bridge").texts("em")


def test_a_passage_has_an_address_with_its_words_first_and_its_neighbours(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge/2")
    assert page.text.index("Engineers counted") < page.text.index("The mayor opened")
    assert [a["href"] for a in page.links if a["rel"] == "prev"] == ["/a/harbour-bridge/1"]
    assert [a["href"] for a in page.links if a["rel"] == "next"] == ["/a/harbour-bridge/3"]
    assert (
        page.title
        == "“Engineers counted 40 carts in the first hour, the office of works said.” · The Morning Post, 4 May 2001"
    )


def test_the_first_passage_has_none_before_it_and_the_last_none_after_it(client: FlaskClient) -> None:
    first, last = (read(client, f"/a/harbour-bridge/{number}").links for number in (1, 3))
    assert not [a for a in first if a["rel"] == "prev"]
    assert not [a for a in last if a["rel"] == "next"]


def test_a_passage_offers_two_addresses_to_copy_and_both_show_its_words(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge/2")
    offered = [field["value"] for field in page.all("input") if field["type"] == "text"]
    assert offered == ["http://localhost/a/harbour-bridge/2", "http://localhost/a/harbour-bridge@1/2"]
    for address in offered:
        assert "Engineers counted 40 carts" in read(client, address).text


def test_a_passage_leads_to_its_place_in_the_article(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge/2")
    assert "Engineers counted" in page.passage(page.link("Show in the article").removeprefix("#")).text


def test_words_stay_marked_at_a_passages_own_address(client: FlaskClient) -> None:
    assert "carts" in read(client, "/a/harbour-bridge/2?q=carts").marks


def test_an_arabic_article_reads_from_right_to_left(client: FlaskClient) -> None:
    page = read(client, "/a/arabic-bridge")
    heading = next(element for element in page.all("h1"))
    assert (heading["lang"], heading["dir"]) == ("ar", "rtl")


def test_an_article_leads_to_its_event_and_to_the_other_accounts_beside_it(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge")
    assert page.link("The opening of the bridge") == "/event/bridge-2001"
    compared, _ = follow(client, page.link("Evening News: Bridge: a queue of carts"))
    assert compared.headings[0] == "Side by side"


def test_what_is_known_of_the_outlet_stands_beside_the_article_and_what_is_not_is_said(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge")
    known = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert known["Country"] == "Nowhere its own first page"
    assert known["Owner"] == "not known"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/a/Harbour-Bridge", "/a/harbour-bridge"),
        ("/a/harbour-bridge/", "/a/harbour-bridge"),
        ("/a/HARBOUR-BRIDGE@1/2/", "/a/harbour-bridge@1/2"),
        ("/a/Harbour-Bridge.json", "/a/harbour-bridge.json"),
        ("/a/Harbour-Bridge/2?q=carts&q=%C3%A9", "/a/harbour-bridge/2?q=carts&q=%C3%A9"),
    ],
)
def test_capital_letters_and_a_slash_at_the_end_are_forgiven(client: FlaskClient, written: str, meant: str) -> None:
    answer = client.get(written)
    assert (answer.status_code, answer.headers["Location"]) == (301, meant)
    assert client.get(meant).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/a/../x", "/a/%2e%2e/", "/a/%2e%2e%2fapp.py", "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py",
        "/a/..%5capp", "/a//etc/passwd", "/a/harbour-bridge@0", "/a/harbour-bridge@01", "/a/harbour-bridge/../../app.py",
        "/a/harbour-bridge@1/2/3", "/a/harbour-bridge/-1", "/a/harbour-bridge.pdf", "/a/nobody", "/a/harbour-bridge/99",
        "/a/harbour-bridge@2", "/a/harbour-bridge@1/99", "/a/harbour-bridge@999999", "/event/../x", "/event/nobody",
        "/a/" + "a" * 3_000, "/a/%00", "/a/versions.sqlite3", "/corpus/outlets.yaml",
    ],
)  # fmt: skip
def test_an_address_of_nothing_is_a_404_in_the_rooms_design(client: FlaskClient, path: str) -> None:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.text
    assert "create_app" not in answer.text
    assert "Search the articles" in answer.text


def test_an_article_as_json_has_the_promised_fields(client: FlaskClient) -> None:
    document = json(client, "/a/harbour-bridge.json")
    expected = {
        "slug": "harbour-bridge", "title": "Harbour bridge opened to carts", "outlet": "morning-post", "author": "A. Writer",
        "published": "2001-05-04", "published_basis": "printed", "url": "https://example.org/harbour", "language": "en",
        "text": "complete", "version": 1,
    }  # fmt: skip
    assert {name: document[name] for name in expected} == expected
    assert [note["version"] for note in document["versions"]] == [1]
    assert document["versions"][0]["ingested"].startswith("20")
    assert document["passages"][1] == {
        "id": "2",
        "kind": "paragraph",
        "text": "Engineers counted 40 carts in the first hour, the office of works said.",
        "url": "/a/harbour-bridge/2",
    }
    assert [passage["id"] for passage in document["passages"]] == ["1", "2", "3"]


def test_what_is_not_known_is_null_in_json(client: FlaskClient) -> None:
    document = json(client, "/a/evening-queue.json")
    assert (document["author"], document["url"], document["published"]) == (None, None, "2001-05")


def test_a_passage_as_json_has_its_words_and_its_neighbours(client: FlaskClient) -> None:
    document = json(client, "/a/harbour-bridge@1/2.json")
    assert document["passage"]["text"].startswith("Engineers counted")
    assert document["passage"]["url"] == "/a/harbour-bridge@1/2"
    assert (document["previous"], document["next"]) == ("/a/harbour-bridge@1/1", "/a/harbour-bridge@1/3")


def test_a_page_names_its_json_and_the_json_is_there(client: FlaskClient) -> None:
    for path in ("/a/harbour-bridge/2?q=carts", "/search?q=carts", "/event/bridge-2001", "/event/bridge-2001/compare"):
        twin = next(link["href"] for link in read(client, path).all("link") if link["type"] == "application/json")
        assert json(client, twin)


def test_after_an_edit_the_plain_address_shows_the_new_words_and_the_numbered_one_the_old(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", EDITED)
    ingest(room)
    assert "before 310 guests" in read(reader, "/a/harbour-bridge").text
    assert "before 310 guests" in read(reader, "/a/harbour-bridge@2/1").text
    old = read(reader, "/a/harbour-bridge@1")
    assert "before 300 guests" in old.text
    assert "This is version 1. The newest is version 2." in old.text
    assert old.link("version 2") == "/a/harbour-bridge"
    assert json(reader, "/a/harbour-bridge@1/1.json")["passage"]["text"].endswith("before 300 guests.")
    assert [note["version"] for note in json(reader, "/a/harbour-bridge.json")["versions"]] == [1, 2]


def test_both_versions_are_listed_with_the_day_they_were_read(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/harbour-bridge.md", EDITED)
    ingest(room)
    page = read(reader, "/a/harbour-bridge@1")
    assert {"/a/harbour-bridge@1", "/a/harbour-bridge@2"} <= {a["href"] for a in page.links}
    assert [a["href"] for a in page.links if a["aria-current"]] == ["/a/harbour-bridge@1"]


def test_a_passage_that_was_taken_out_answers_410_and_leads_to_the_version_that_has_it(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", SHORTER)
    ingest(room)
    page = read(reader, "/a/harbour-bridge/3", 410)
    assert page.link("The version that was kept") == "/a/harbour-bridge@1/3"
    assert "No boat passed below it." in read(reader, "/a/harbour-bridge@1/3").text
    assert "The last version that has it is 1." in read(reader, "/a/harbour-bridge@2/3", 404).text
    assert json(reader, "/a/harbour-bridge/3.json", 410)["links"] == ["/a/harbour-bridge@1/3"]


def test_an_article_that_was_taken_out_answers_410_and_its_kept_version_is_readable(
    room: Room, reader: FlaskClient
) -> None:
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    ingest(room)
    page = read(reader, "/a/harbour-bridge", 410)
    kept, _ = follow(reader, page.link("The version that was kept"))
    assert "taken out of the room" in kept.text
    assert "before 300 guests" in kept.text
    assert json(reader, "/a/harbour-bridge@1.json")["version"] == 1
    assert json(reader, "/search.json?q=guests")["total"] == 0


def test_the_link_to_what_was_kept_always_leads_to_it(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/harbour-bridge.md", SHORTER)
    ingest(room)
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    ingest(room)
    assert read(reader, "/a/harbour-bridge/3", 410).link("The version that was kept") == "/a/harbour-bridge@1/3"
    assert read(reader, "/a/harbour-bridge/2", 410).link("The version that was kept") == "/a/harbour-bridge@2/2"
    assert "never had a passage 99" in read(reader, "/a/harbour-bridge/99", 404).text


HOSTILE = """\
---
title: "</title><script>alert('title')</script> \\" onmouseover=alert(1) '"
outlet: evil
author: "<img src=x onerror=alert(2)>"
published: 2001-05-04
published_basis: "inferred: <b onclick=alert(3)>"
url: "https://example.org/\\"><script>alert(4)</script>"
language: en
text: complete
wire: "<script>alert(5)</script>"
note: "<script>alert(6)</script>"
accounts:
  - event: evil
    speaks_for: "<script>alert(7)</script>"
---
<script>alert(8)</script> A [harmless](javascript:alert(9)) link and [another](JaVaScRiPt:alert(10)).

<img src=x onerror=alert(11)> ![picture](javascript:alert(12)) <a href="javascript:alert(13)">raw</a>

<javascript:alert(14)> [reference][1] &lt;script&gt;alert(15)&lt;/script&gt;

<style>body { display: none }</style> [data](data:text/html,<script>alert(16)</script>) [good](https://example.org/?a=1&b=2)

[1]: javascript:alert(17)
"""
HOSTILE_EVENT = """\
---
name: "<script>alert('event')</script> & <b>bold</b>"
when: 2001-05-04
when_basis: "<script>alert(20)</script>"
where: "<script>alert(21)</script>"
parties:
  - name: "<script>alert(22)</script>"
    called:
      - {term: "<script>alert(8)</script>", article: hostile}
rows:
  - id: evil
    question: "<script>alert(23)</script>?"
    note: "<script>alert(24)</script>"
    cells:
      - {article: hostile, exact: "<script>alert(8)</script> A", speaker: "<script>alert(25)</script>"}
      - {article: hostile-too, exact: "<script>alert(8)</script> A", speaker: "\\" onclick=alert(26)"}
---
<script>alert(27)</script> [x](javascript:alert(28))
"""
HOSTILE_OUTLETS = """\
evil:
  name: "<script>alert('outlet')</script>"
  site: "javascript:alert(30)"
  country: {value: "<script>alert(31)</script>", source: "javascript:alert(32)"}
  owner: {value: x, source: "http://\\"onclick=alert(33)"}
  labels:
    - {label: "<script>alert(34)</script>", given_by: "<b>", basis: "<i>", on: 2020-01-01}
"""


def test_whatever_an_article_an_event_or_an_outlet_holds_comes_out_as_text(room: Room, write: Write, reader) -> None:
    write("articles/hostile.md", HOSTILE)
    write("articles/hostile-too.md", HOSTILE)
    write("events/evil.md", HOSTILE_EVENT)
    write("outlets.yaml", HOSTILE_OUTLETS)
    write("room.yaml", 'name: "<script>alert(40)</script>"\nsubject: "</title><script>alert(41)</script>"\n')
    ingest(room)
    for path in (
        "/", "/events", "/event/evil", "/event/evil/compare", "/compare?a=hostile&a=hostile-too", "/a/hostile", "/a/hostile/1",
        "/a/hostile?q=script+alert", "/search?q=script&outlet=evil&event=evil", "/a/hostile@1/2", "/a/hostile/99",
    ):  # fmt: skip
        page = read(reader, path, 404 if path.endswith("99") else 200)
        assert dangers(page) == [], path
        assert "alert(" in page.title, path
        scripts = [script for script in page.all("script") if script["type"] != "application/ld+json"]
        assert all(script["src"].startswith("/static/") for script in scripts), path
        assert not list(page.all("b", "i", "img", "style")), path
    links = [a["href"] for a in read(reader, "/a/hostile").links if a["rel"]]
    assert "https://example.org/?a=1&b=2" in links


DIGEST_OF_ARABIC = """\
---
title: افتتاح الجسر
outlet: al-jisr
published: 2001-05-06
published_basis: printed
url: https://example.org/ar2
language: en
original_language: ar
text: digest
held: complete
---
The paper writes of the opening.

> “افتتح رئيس البلدية الجسر”
"""


def test_a_digest_of_an_arabic_article_sets_its_title_and_quotations_from_right_to_left(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/of-arabic.md", DIGEST_OF_ARABIC)
    ingest(room)
    page = read(reader, "/a/of-arabic")
    (heading,) = page.all("h1")
    assert (heading["lang"], heading["dir"]) == ("ar", "rtl")
    (quotation,) = page.all("blockquote")
    assert (quotation["lang"], quotation["dir"]) == ("ar", "rtl")
    assert "in Arabic" in page.text


@pytest.fixture
def copied(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """A room with the same text in several papers."""
    for name, text in COPIES.items():
        write(name, text)
    ingest(room)
    return reader


def test_an_article_names_those_that_have_the_same_text_in_order_of_publication(copied: FlaskClient) -> None:
    page = read(copied, "/a/ferry")
    assert "The same text" in page.headings
    assert page.link("Lifeboats empty the Marigold") == "/a/lifeboats"
    assert "Evening News" in page.text
    assert page.text.index("5 May 2001") < page.text.index("6 May 2001")
    assert re.search(r"6 May 2001 \d\d % of this text’s eight-word runs stand there", page.text)


def test_both_articles_name_each_other_each_with_its_own_share(copied: FlaskClient) -> None:
    ferry, lifeboats = (json(copied, f"/a/{slug}.json")["same_text"] for slug in ("ferry", "lifeboats"))
    there = next(copy for copy in ferry if copy["article"] == "lifeboats")
    back = next(copy for copy in lifeboats if copy["article"] == "ferry")
    assert (there["outlet"], there["url"]) == ("evening-news", "/a/lifeboats")
    assert 0.5 < there["share"] < back["share"] < 1


def test_copies_can_be_read_side_by_side(copied: FlaskClient) -> None:
    page = read(copied, read(copied, "/a/ferry").link("Side by side with Evening News: Lifeboats empty the Marigold"))
    assert "Side by side" in page.headings[0]
    assert "All safe on stranded ferry" in page.text


def test_arabic_copies_say_that_all_of_the_text_stands_there(copied: FlaskClient) -> None:
    page = read(copied, "/a/abbara")
    assert "All of this text’s eight-word runs stand there" in page.text
    assert page.link("نجاة الركاب") == "/a/abbara-two"


def test_an_older_version_speaks_of_no_copies_which_were_looked_for_in_the_newest(
    room: Room, write: Write, copied: FlaskClient
) -> None:
    write("articles/ferry.md", COPIES["articles/ferry.md"].replace("buoy", "light"))
    ingest(room)
    assert "The same text" in read(copied, "/a/ferry@2").headings
    assert "The same text" not in read(copied, "/a/ferry@1").headings
    assert json(copied, "/a/ferry@1.json")["same_text"] == []


def test_an_article_whose_text_nobody_else_has_says_nothing_of_it(client: FlaskClient) -> None:
    assert "The same text" not in read(client, "/a/harbour-bridge").headings
    assert json(client, "/a/harbour-bridge.json")["same_text"] == []
