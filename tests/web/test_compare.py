"""Accounts side by side."""

import re

import pytest
from flask.testing import FlaskClient

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import BRIDGE, HARBOUR, Write
from tests.web.reading import Page, follow, json, read

PAIR = "/event/bridge-2001/compare?a=harbour-bridge&a=evening-queue"
ALL = "/event/bridge-2001/compare?a=arabic-bridge&a=harbour-bridge&a=evening-queue"


def columns(page: Page) -> list[str]:
    """The accounts at the heads of the columns, as their titles."""
    return [a.text for a in page.links if "thead" in a.inside]


def cells(page: Page, question: str) -> list[str]:
    """What each account has for a question."""
    place = next(n for n, e in enumerate(page.elements) if e.tag == "tr" and question in e.text)
    row = next(n for n, e in enumerate(page.elements) if n > place and e.tag == "tr")
    end = next((n for n, e in enumerate(page.elements) if n > row and e.tag == "tr"), None)
    return [e.text for e in page.elements[row:end] if e.tag == "td"]


def test_the_accounts_stand_side_by_side_in_the_order_of_the_address(client: FlaskClient) -> None:
    assert columns(read(client, PAIR)) == ["Harbour bridge opened to carts", "Bridge: a queue of carts"]
    turned = "/event/bridge-2001/compare?a=evening-queue&a=harbour-bridge"
    assert columns(read(client, turned)) == ["Bridge: a queue of carts", "Harbour bridge opened to carts"]


def test_each_question_stands_over_each_accounts_own_words_with_a_link_and_who_is_speaking(client: FlaskClient) -> None:
    page = read(client, PAIR)
    left, right = cells(page, "How many people came?")
    assert "before 300 guests" in left
    assert "“a crowd of 1" in right
    assert "the writer" in right
    passage, _ = follow(client, page.link("passage 1, The Morning Post"))
    assert "before 300 guests" in passage.text


def test_an_account_without_words_for_a_question_says_why(client: FlaskClient) -> None:
    page = read(client, ALL)
    arabic, _, evening = cells(page, "How many people came?")
    assert re.search("Checked by a tester on .*2020.*: not in this text.", arabic)
    assert "before 300" not in arabic
    carts = cells(page, "How many carts crossed?")[0]
    assert "Accounts in Arabic and in English are hardly matched by the machine." in carts
    assert "No matching passage" not in carts
    assert not re.search(r"\d+ of \d+", carts)
    assert "Search it" in carts
    assert "Only an excerpt of this text is held" in cells(page, "How many carts crossed?")[2]
    assert "crowd" in evening


def test_an_empty_cell_leads_to_the_article_itself(client: FlaskClient) -> None:
    page = read(client, PAIR)
    article, _ = follow(client, page.link("Read the article (Evening News)"))
    assert "Bridge: a queue of carts" in article.text


def test_an_account_from_before_the_event_says_so(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/early.md", HARBOUR.replace("2001-05-04", "2001-05-01"))
    ingest(room)
    page = read(reader, "/event/bridge-2001/compare?a=harbour-bridge&a=early")
    assert "Published before this happened." in cells(page, "How many people came?")[1]


def test_what_stands_in_no_row_follows_below_in_its_own_order_so_that_nothing_is_hidden(client: FlaskClient) -> None:
    left, right = cells(read(client, PAIR), "Other passages of each account")
    assert "No boat passed below it." in left
    assert "not one cart in ten" in right


def test_every_passage_of_every_account_is_on_the_page(client: FlaskClient) -> None:
    document = json(client, PAIR.replace("compare?", "compare.json?"))
    for slug in ("harbour-bridge", "evening-queue"):
        placed = {words["passage"] for row in document["rows"] for words in row["cells"][slug]["passages"]}
        everything = [passage["id"] for passage in json(client, f"/a/{slug}.json")["passages"]]
        assert document["unplaced"][slug] == [number for number in everything if number not in placed]


def test_any_two_articles_can_be_read_side_by_side_without_an_event(client: FlaskClient) -> None:
    page = read(client, "/compare?a=harbour-bridge&a=evening-queue")
    assert "Side by side" in page.headings
    assert "before 300 guests" in cells(page, "How many people came?")[0]


def test_articles_that_share_no_event_are_shown_whole_beside_each_other(room: Room, write: Write, reader) -> None:
    write("articles/stranger.md", HARBOUR.replace("  - event: bridge-2001\n", "").replace("accounts:\n", ""))
    ingest(room)
    page = read(reader, "/compare?a=stranger&a=evening-queue")
    assert columns(page) == ["Harbour bridge opened to carts", "Bridge: a queue of carts"]
    assert "before 300 guests" in page.text
    assert "not one cart in ten" in page.text


def test_where_nobody_chose_the_accounts_with_most_to_say_are_shown(client: FlaskClient) -> None:
    assert len(columns(read(client, "/event/bridge-2001/compare"))) == 3


def test_the_accounts_can_be_changed_on_the_page(client: FlaskClient) -> None:
    page = read(client, PAIR)
    boxes = {box["value"]: "checked" in box.attributes for box in page.all("input") if box["type"] == "checkbox"}
    assert boxes == {"evening-queue": True, "harbour-bridge": True, "arabic-bridge": False}
    assert "/event/bridge-2001/compare" in [form["action"] for form in page.all("form")]


def test_one_account_named_twice_is_one(client: FlaskClient) -> None:
    page = read(client, PAIR + "&a=harbour-bridge")
    assert len(columns(page)) == 2


@pytest.mark.parametrize(
    "path", ["/compare", "/compare?a=harbour-bridge", "/event/bridge-2001/compare?a=harbour-bridge"]
)
def test_fewer_than_two_accounts_are_refused_with_what_to_do(client: FlaskClient, path: str) -> None:
    page = read(client, path, 400)
    assert "Choose two, three or four of them." in page.text


@pytest.mark.parametrize("ticked", ["", "a=harbour-bridge", "a=1&a=2&a=3&a=4&a=5"])
def test_who_ticked_too_few_or_too_many_is_led_back_to_the_search(client: FlaskClient, ticked: str) -> None:
    page = read(client, f"/compare?{ticked}&q=bridge+carts", 400)
    assert page.link("Back to the search") == "/search?q=bridge+carts"
    assert "Back to the search" not in read(client, f"/compare?{ticked}", 400).text


def test_more_than_four_accounts_are_refused(room: Room, write: Write, reader: FlaskClient) -> None:
    for number in range(5):
        write(f"articles/copy-{number}.md", HARBOUR)
    ingest(room)
    chosen = "&".join(f"a=copy-{number}" for number in range(5))
    assert "names 5 accounts" in read(reader, f"/compare?{chosen}", 400).text
    assert read(reader, f"/compare?{chosen[:-9]}").status == 200


def test_who_chose_too_many_finds_them_ticked_and_hears_how_many_to_untick(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    for number in range(6):
        write(f"articles/copy-{number}.md", HARBOUR)
    ingest(room)
    chosen = "&".join(f"a=copy-{number}" for number in range(6))
    for path in ("/compare", "/event/bridge-2001/compare"):
        page = read(reader, f"{path}?{chosen}&q=bridge", 400)
        assert "You chose 6: untick 2, so that four are left." in page.text
        boxes = [box for box in page.all("input") if box["type"] == "checkbox"]
        assert [box["value"] for box in boxes if "checked" in box.attributes] == [
            f"copy-{number}" for number in range(6)
        ]
        assert path in [form["action"] for form in page.all("form")]
        assert ("q", "bridge") in [(box["name"], box["value"]) for box in page.all("input")]


def test_who_chose_one_account_of_an_event_finds_all_of_them_and_this_one_ticked(client: FlaskClient) -> None:
    page = read(client, "/event/bridge-2001/compare?a=harbour-bridge", 400)
    boxes = [box for box in page.all("input") if box["type"] == "checkbox"]
    assert len(boxes) == 3
    assert [box["value"] for box in boxes if "checked" in box.attributes] == ["harbour-bridge"]


def test_an_article_that_is_no_account_of_the_event_is_refused(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/stranger.md", HARBOUR.replace("  - event: bridge-2001\n", "").replace("accounts:\n", ""))
    ingest(room)
    page = read(reader, PAIR + "&a=stranger", 400)
    assert "“stranger” is not an account of The opening of the bridge" in page.text


@pytest.mark.parametrize("path", ["/compare?a=harbour-bridge&a=nobody", "/event/nobody/compare", "/compare?a=../x&a=y"])
def test_an_account_or_event_that_is_not_here_is_a_404(client: FlaskClient, path: str) -> None:
    assert "There is nothing at this address" in read(client, path, 404).headings


def test_a_comparison_as_json_has_the_promised_fields(client: FlaskClient) -> None:
    document = json(client, ALL.replace("compare?", "compare.json?"))
    assert set(document) == {"event", "accounts", "rows", "unplaced", "partly_placed", "figures", "names"}
    assert document["event"] == "bridge-2001"
    assert {"slug", "title", "outlet", "published"} <= set(document["accounts"][1])
    assert [account["slug"] for account in document["accounts"]] == ["arabic-bridge", "harbour-bridge", "evening-queue"]
    row = document["rows"][0]
    assert {"id", "question", "source", "confidence", "label", "cells"} <= set(row)
    assert (row["id"], row["source"], row["confidence"], row["label"]) == ("guests", "curated", None, None)
    assert set(row["cells"]) == {"arabic-bridge", "harbour-bridge", "evening-queue"}
    assert set(row["cells"]["arabic-bridge"]) == {"passages", "reason"}
    (words,) = row["cells"]["harbour-bridge"]["passages"]
    assert {"passage", "text", "url", "speaker"} <= set(words)
    assert (words["text"], words["url"], words["speaker"]) == ("before 300 guests", "/a/harbour-bridge/1", "the writer")
    assert row["cells"]["harbour-bridge"]["reason"] is None
    assert row["cells"]["arabic-bridge"]["passages"] == []
    assert "not in this text" in row["cells"]["arabic-bridge"]["reason"]
    assert document["unplaced"]["harbour-bridge"] == ["3"]


def test_a_comparison_without_an_event_has_the_same_fields(client: FlaskClient) -> None:
    document = json(client, "/compare.json?a=harbour-bridge&a=evening-queue")
    assert set(document) == {"event", "accounts", "rows", "unplaced", "partly_placed", "figures", "names"}
    assert document["event"] is None
    assert [row["id"] for row in document["rows"]] == ["guests", "carts"]


def test_rows_of_two_events_that_share_an_id_have_anchors_of_their_own(room: Room, write: Write, reader) -> None:
    write("events/bridge-2002.md", BRIDGE.replace("How many people came?", "How many came again?"))
    for slug in ("harbour-bridge", "evening-queue"):
        path = room.corpus / "articles" / f"{slug}.md"
        write(
            f"articles/{slug}.md", path.read_text("utf-8").replace("accounts:\n", "accounts:\n  - event: bridge-2002\n")
        )
    ingest(room)
    page = read(reader, "/compare?a=harbour-bridge&a=evening-queue")
    assert {"How many people came?", "How many came again?"} <= {
        heading.lstrip("1234567890 ") for heading in page.headings
    }
    assert len(page.ids) == len(set(page.ids))


def test_words_that_an_edit_took_away_are_not_put_into_the_accounts_mouth(room: Room, write: Write, reader) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("before 300 guests", "before many guests"))
    ingest(room)
    page = read(reader, PAIR)
    assert "300" not in cells(page, "How many people came?")[0]
    assert "before many guests" in page.text


def test_words_that_stand_at_two_places_are_shown_at_neither(room: Room, write: Write, reader) -> None:
    write("articles/harbour-bridge.md", HARBOUR + "Again he spoke before 300 guests.\n")
    ingest(room)
    assert (
        json(reader, PAIR.replace("compare?", "compare.json?"))["rows"][0]["cells"]["harbour-bridge"]["passages"] == []
    )


def test_the_address_on_a_printed_comparison_names_its_accounts(client: FlaskClient) -> None:
    for path in (PAIR, "/compare?a=harbour-bridge&a=evening-queue"):
        canonical = next(link["href"] for link in read(client, path).all("link") if link["rel"] == "canonical")
        assert canonical == f"http://localhost{path}"


def test_the_page_ends_by_saying_that_it_does_not_judge(client: FlaskClient) -> None:
    assert read(client, PAIR).text.endswith("It does not say which account is right.")


def test_too_many_accounts_lead_back_to_the_choice(client: FlaskClient) -> None:
    address = "/event/bridge-2001/compare?" + "&".join(f"a=account-{n}" for n in range(5))
    response = client.get(address)
    assert response.status_code == 400
    assert 'href="/event/bridge-2001#accounts"' in response.text


def test_words_with_quotation_marks_of_their_own_get_no_others_and_the_rest_does(
    reader: FlaskClient, room: Room, write: Write
) -> None:
    plain = re.compile(r'<blockquote class="words verbatim"[^>]*><p[^>]*>[^<]*before')
    assert plain.search(reader.get(PAIR).text)
    write("articles/harbour-bridge.md", HARBOUR.replace("before 300 guests", "before 300 “guests”"))
    write("events/bridge-2001.md", BRIDGE.replace("before 300 guests", "before 300 “guests”"))
    ingest(room)
    assert "“guests”" in cells(read(reader, PAIR), "How many people came?")[0]
    assert not plain.search(reader.get(PAIR).text)


def test_a_passage_without_a_time_says_nothing_of_it_and_the_page_says_once_what_that_means(
    client: FlaskClient,
) -> None:
    page = read(client, PAIR)
    assert page.text.count("Where no time stands beside a passage, its text gives none.") == 1
    assert "no time given" not in page.text
