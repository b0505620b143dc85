"""What was found as a list of passages, and articles that are ticked to be compared."""

from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.web.reading import follow, json, read
from tests.wire import COPIES


@pytest.fixture
def lit(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """A room with 50 passages about a lantern: five in each of ten articles, a year apart."""
    for number in range(10):
        texts = "\n\n".join(f"{'Lantern ' * (n % 3 + 1)} {number} {n} was lit." for n in range(5))
        front = HARBOUR.replace("2001-05-04", f"{1990 + number}-01-01").replace("Harbour bridge", f"Lit {number}")
        write(f"articles/lit-{number}.md", front + texts + "\n")
    ingest(room)
    return reader


def hits(reader: FlaskClient, address: str) -> list[dict]:
    """The passages of all pages of a list, in order."""
    found: list[dict] = []
    page = 1
    while True:
        document = json(reader, f"/search.json?q=lantern&by=passage&page={page}{address}")
        found += document["hits"]
        if page >= document["pages"]:
            return found
        page += 1


def test_each_passage_stands_by_itself_with_its_article_and_leads_into_it(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts&by=passage")
    assert "4 passages in 2 articles" in page.headings
    (one,) = [li.text for li in page.all("li") if "result" in li["class"] and "Engineers counted 40 carts" in li.text]
    assert one.index("Engineers") < one.index("Harbour bridge opened to carts") < one.index("4 May 2001")
    assert "/a/harbour-bridge?q=carts#p2" in [a["href"] for a in page.links if a["aria-label"].startswith("Passage 2")]
    article, passage = follow(client, "/a/harbour-bridge?q=carts#p2")
    assert passage is not None
    assert "Engineers counted 40 carts" in passage.text
    assert article.marks == ["carts", "carts"]


def test_pages_of_passages_lead_through_all_of_them_once(lit: FlaskClient) -> None:
    found = hits(lit, "")
    assert len({(hit["article"], hit["passage"]) for hit in found}) == len(found) == 50
    assert len(json(lit, "/search.json?q=lantern&by=passage")["hits"]) == 20
    page = read(lit, "/search?q=lantern&by=passage&page=2")
    assert page.link("Page 3") == "/search?q=lantern&by=passage&page=3"


def test_the_best_passages_come_first_whichever_articles_they_are_in(lit: FlaskClient) -> None:
    scores = [hit["score"] for hit in hits(lit, "")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) > 1


def test_passages_can_be_put_in_order_of_publication_each_articles_in_its_own_order(lit: FlaskClient) -> None:
    oldest = [(hit["published"], int(hit["passage"])) for hit in hits(lit, "&sort=oldest")]
    assert oldest == sorted(oldest)
    newest = [(hit["published"], int(hit["passage"])) for hit in hits(lit, "&sort=newest")]
    assert newest == sorted(newest, key=lambda one: (-int(one[0][:4]), one[1]))


def test_articles_that_have_all_words_in_several_passages_come_last_in_the_list_too(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/whole.md", HARBOUR.replace("No boat", "No mayor and no boat").replace("2001-05-04", "2005-01-01"))
    ingest(room)
    for sort in ("relevance", "oldest", "newest"):
        found = json(reader, f"/search.json?q=mayor+boat&by=passage&sort={sort}")["hits"]
        assert [hit["article"] for hit in found] == ["whole", "harbour-bridge", "harbour-bridge"]


def test_a_passage_that_stands_in_several_copies_is_listed_once(room: Room, write: Write, reader: FlaskClient) -> None:
    for name, text in COPIES.items():
        write(name, text)
    ingest(room)
    page = read(reader, "/search?q=captain&by=passage")
    assert page.text.count("The captain told the coastguard") == 1
    assert "also in Evening News, 5 May 2001; herald, 6 May 2001" in page.text


def test_a_list_of_passages_and_one_of_articles_lead_to_each_other(client: FlaskClient) -> None:
    passages = read(client, "/search?q=carts&lang=en&sort=newest").link("passages")
    assert passages == "/search?q=carts&lang=en&sort=newest&by=passage"
    assert read(client, passages).link("articles") == "/search?q=carts&lang=en&sort=newest"


@pytest.mark.parametrize("by", ["article", "passage", "outlet", "event", "label"])
def test_articles_that_were_ticked_are_opened_side_by_side(client: FlaskClient, by: str) -> None:
    page = read(client, f"/search?q=carts&by={by}")
    (form,) = [form for form in page.all("form") if form["action"] == "/compare"]
    assert form["method"] == "get"
    boxes = {box["value"] for box in page.all("input") if box["name"] == "a"}
    assert boxes == {"harbour-bridge", "evening-queue"}
    compared = read(client, f"/compare?{urlencode([('a', slug) for slug in sorted(boxes)] + [('q', 'carts')])}")
    assert compared.link("Harbour bridge opened to carts")
    assert compared.link("Bridge: a queue of carts")


def test_an_article_is_ticked_at_the_first_of_its_passages(lit: FlaskClient) -> None:
    boxes = [box["value"] for box in read(lit, "/search?q=lantern&by=passage").all("input") if box["name"] == "a"]
    assert len(boxes) == len(set(boxes))


def test_where_nothing_was_found_there_is_nothing_to_tick(client: FlaskClient) -> None:
    assert "/compare" not in [form["action"] for form in read(client, "/search?q=zeppelin").all("form")]
    assert "Compare what is ticked" not in read(client, "/search?q=carts&page=9").text
