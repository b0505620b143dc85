"""The search page, and the same as JSON."""

import re
from html import escape

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reading_room.ingest import ingest
from reading_room.model.query.syntax import TABLE
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.web.reading import dangers, follow, json, read
from tests.wire import COPIES

HIT = {
    "article", "title", "outlet", "outlet_name", "published", "language", "passage", "version", "url", "text", "spans", "score",
    "also_in",
}  # fmt: skip


def numbered(article: int, **fields: str) -> str:
    """One of many like articles."""
    text = HARBOUR.replace("Harbour bridge opened to carts", f"Letter {article}").replace(
        "40 carts", f"{article} carts"
    )
    for name, value in fields.items():
        text = re.sub(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
    return text


@pytest.fixture
def many(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """A room with 35 letters besides its three articles, one passage of each with the word lantern."""
    for number in range(35):
        outlet = "evening-news" if number % 5 == 0 else "morning-post"
        published = f"19{50 + number}-01-01"
        write(
            f"articles/letter-{number}.md",
            numbered(number, outlet=outlet, published=published).replace("No boat", "No lantern"),
        )
    ingest(room)
    return reader


def test_a_blank_search_asks_what_is_looked_for(client: FlaskClient) -> None:
    page = read(client, "/search")
    assert "What are you looking for?" in page.headings
    assert page.link("The opening of the bridge") == "/event/bridge-2001"
    assert page.marks == []


@pytest.mark.parametrize("query", ["***", "-bridge", '""', "\u202e", "%00"])
def test_a_query_with_nothing_to_look_for_says_so(client: FlaskClient, query: str) -> None:
    page = read(client, f"/search?q={query}")
    heading = "There is nothing in this to look for" if query not in ("\u202e", "%00") else "What are you looking for?"
    assert heading in page.headings


def test_a_word_that_no_passage_has_says_that_nothing_matches_and_where_to_go(client: FlaskClient) -> None:
    page = read(client, "/search?q=zeppelin")
    assert "No passage matches zeppelin" in page.headings
    assert page.link("The opening of the bridge") == "/event/bridge-2001"


def test_matching_passages_stand_under_their_article_with_outlet_and_date(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts")
    assert page.link("Harbour bridge opened to carts") == "/a/harbour-bridge?q=carts"
    assert "The Morning Post" in page.text
    assert "4 May 2001" in page.text
    assert "Engineers counted 40 carts in the first hour" in page.text


def test_the_page_counts_passages_and_articles(client: FlaskClient) -> None:
    document = json(client, "/search.json?q=%3Dbridge")
    assert (document["total"], document["articles"]) == (2, 2)
    assert "2 passages in 2 articles" in read(client, "/search?q=%3Dbridge").headings


def test_words_that_match_are_marked_in_all_their_forms_and_no_others(client: FlaskClient) -> None:
    page = read(client, "/search?q=cart")
    assert {mark.casefold() for mark in page.marks} == {"cart", "carts"}


def test_a_phrase_is_marked_as_one_and_its_words_elsewhere_are_not(client: FlaskClient) -> None:
    page = read(client, '/search?q="first hour"')
    assert page.marks == ["first hour"]


def test_arabic_words_are_found_and_marked(client: FlaskClient) -> None:
    page = read(client, "/search?q=جسر")
    assert page.marks.count("الجسر") == 2 + 1  # two passages and the title
    assert any(element["dir"] == "rtl" for element in page.all("ol"))


def test_a_passage_without_a_word_that_was_asked_for_is_not_found(client: FlaskClient) -> None:
    assert json(client, "/search.json?q=carts+engineers")["total"] == 1


def test_a_passage_with_a_word_that_was_left_out_is_not_found(client: FlaskClient) -> None:
    found = {hit["passage"] for hit in json(client, "/search.json?q=%3Dbridge+-guests")["hits"]}
    assert found == {"1"}
    assert all("guests" not in hit["text"] for hit in json(client, "/search.json?q=%3Dbridge+-guests")["hits"])


def test_following_a_hit_opens_the_article_at_the_passage_with_the_words_still_marked(client: FlaskClient) -> None:
    hit = read(client, '/search?q=engineers+"40 carts"').link("Passage 2, in the article")
    page, passage = follow(client, hit)
    assert passage is not None
    assert "Engineers counted 40 carts" in passage.text
    assert page.marks == ["Engineers", "40 carts"]
    assert "1 passage matches" in page.text


def test_marks_can_be_taken_off_an_article(client: FlaskClient) -> None:
    page = read(client, "/a/harbour-bridge?q=carts")
    assert page.marks
    assert read(client, page.link("remove marks")).marks == []


def test_the_query_stays_in_the_box(client: FlaskClient) -> None:
    assert read(client, '/search?q="scorched+earth"+carts').field("q") == ['"scorched earth" carts']


@pytest.mark.parametrize(
    ("address", "words", "articles"),
    [
        ("outlet=morning-post", "Published by The Morning Post", ["harbour-bridge"]),
        ("event=bridge-2001", "Tells of The opening of the bridge", ["evening-queue", "harbour-bridge"]),
        ("lang=en", "In English", ["evening-queue", "harbour-bridge"]),
        ("from=2001-05-02", "Published from 2001-05-02", ["evening-queue", "harbour-bridge"]),
        ("to=2001-05-03", "Published to 2001-05-03", ["evening-queue"]),
        ("to=2001", "Published to 2001-12-31", ["evening-queue", "harbour-bridge"]),
        ("article=evening-queue", "Within “Bridge: a queue of carts”", ["evening-queue"]),
    ],
)
def test_each_filter_narrows_says_so_and_can_be_removed(
    client: FlaskClient, address: str, words: str, articles: list[str]
) -> None:
    assert sorted({hit["article"] for hit in json(client, f"/search.json?q=carts&{address}")["hits"]}) == articles
    page = read(client, f"/search?q=carts&{address}")
    without = page.link(f"remove {words}")
    assert without == "/search?q=carts"
    everything = {hit["article"] for hit in json(client, "/search.json?q=carts")["hits"]}
    assert everything == {"evening-queue", "harbour-bridge"}


def test_a_new_search_from_the_box_keeps_the_filters(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts&outlet=morning-post&from=2001&sort=newest")
    kept = {name: page.field(name) for name in ("outlet", "from", "sort")}
    assert kept == {"outlet": ["morning-post"], "from": ["2001-01-01"], "sort": ["newest"]}


def test_a_page_that_finds_nothing_asks_what_was_meant_and_answers_no_other_question(client: FlaskClient) -> None:
    page = read(client, "/search?q=enginears+-boat&lang=en&page=2")
    assert "No passage matches enginears -boat" in page.headings
    assert "Did you mean engineers -boat (1 passage)?" in page.text
    assert page.link("engineers -boat") == "/search?q=engineers+-boat&lang=en"
    assert page.field("q") == ["enginears -boat"]
    assert page.marks == []
    document = json(client, "/search.json?q=enginears")
    assert document["did_you_mean"] == [
        {
            "query": "engineers",
            "how": "spelling",
            "changed": None,
            "passages": 1,
            "articles": 1,
            "url": "/search?q=engineers",
        }
    ]
    assert document["hits"] == []


def test_a_page_that_finds_nothing_offers_what_would_find_something(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts+xyzzyx&outlet=morning-post&from=2001-05-04")
    assert "What would find something:" in page.text
    assert page.link("without “xyzzyx”") == "/search?q=carts&outlet=morning-post&from=2001-05-04"
    (offer,) = json(client, "/search.json?q=carts+xyzzyx")["offers"]
    assert (offer["how"], offer["changed"], offer["url"]) == ("without-part", "xyzzyx", "/search?q=carts")
    later = read(client, "/search?q=carts&from=2005-01-01&to=2006-12-31")
    assert later.link("without “Published from 2005-01-01 to 2006-12-31”") == "/search?q=carts"
    within = read(client, "/search?q=boat&article=evening-queue")
    assert within.link("1 passage without “Within Bridge: a queue of carts”") == "/search?q=boat"


def test_a_page_that_has_nothing_to_offer_leads_to_the_events(client: FlaskClient) -> None:
    assert "/event/bridge-2001" in read(client, "/search?q=xyzzyx").link("The opening of the bridge")


def test_what_is_offered_is_shown_as_it_was_typed_and_never_as_markup(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts+%22%3Cb%3Exyzzyx%26%22")
    assert 'without “"<b>xyzzyx&"”' in page.text


def test_a_filter_that_leaves_nothing_offers_the_same_words_without_it(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts&outlet=al-jisr")
    assert "No passage matches carts" in page.headings
    assert page.link("4 passages without “Published by الجسر”") == "/search?q=carts"
    assert "4 passages in 2 articles" in read(client, "/search?q=carts").headings


def test_facets_lead_to_as_many_articles_as_they_say(many: FlaskClient, room: Room, write: Write) -> None:
    write("articles/letter-40.md", numbered(40, language="en-GB").replace("No boat", "No lantern"))
    ingest(room)
    document = json(many, "/search.json?q=lantern")
    counts = {
        name: {value["value"]: value["articles"] for value in values} for name, values in document["facets"].items()
    }
    years = counts.pop("year")
    assert sum(years.values()) == 36
    assert list(years) == sorted(years)
    assert counts == {
        "outlet": {"morning-post": 29, "evening-news": 7},
        "event": {"bridge-2001": 36},
        "lang": {"en": 36},
        "kind": {"complete": 36},
        "author": {"A. Writer": 36},
        "label": {"-": 36},
    }
    page = read(many, "/search?q=lantern")
    for label, articles in (("Evening News", 7), ("The opening of the bridge", 36), ("English", 36)):
        link = next(a["href"] for a in page.links if a.text == label and "q=lantern" in a["href"])
        assert f"in {articles} articles" in read(many, link).text


def test_of_many_values_those_with_most_articles_stand_on_the_page_and_the_others_unfold(
    many: FlaskClient, room: Room, write: Write
) -> None:
    for number in range(40, 44):
        write(f"articles/letter-{number}.md", numbered(number, published="1990-01-01").replace("No boat", "No lantern"))
    ingest(room)
    page = read(many, "/search?q=lantern")
    years = [a.text for a in page.links if "&year=" in a["href"] and a.inside.count("details") == 1]
    assert len(years) == 24
    assert years == sorted(years)
    assert "1990" in years
    folded = [a.text for a in page.links if "&year=" in a["href"] and a.inside.count("details") == 2]
    assert len(folded) == 35 + 1 - 24
    assert not set(years) & set(folded)
    assert "12 more" in page.texts("summary")


def test_an_active_facet_leads_back_to_the_search_without_it(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts&outlet=morning-post")
    active = [a for a in page.links if a["aria-current"] and a.text == "The Morning Post"]
    assert [a["href"] for a in active] == ["/search?q=carts"]


def test_several_values_of_a_facet_are_added_and_taken_away_one_by_one(many: FlaskClient) -> None:
    one = read(many, "/search?q=lantern&outlet=morning-post")
    both = next(a["href"] for a in one.links if a.text == "Evening News" and "outlet=" in a["href"])
    assert both == "/search?q=lantern&outlet=morning-post&outlet=evening-news"
    page = read(many, both)
    assert "in 35 articles" in page.text
    left = [a["href"] for a in page.links if a.text == "The Morning Post" and a["aria-current"]]
    assert left == ["/search?q=lantern&outlet=evening-news"]


def test_a_bar_of_the_histogram_leads_to_its_month_and_back(client: FlaskClient) -> None:
    counted = json(client, "/search.json?q=carts")
    bars = [one for one in counted["histogram"] if one["passages"]]
    assert bars
    assert sum(one["passages"] for one in bars) >= counted["total"] - counted["undated"]
    page = read(client, "/search?q=carts")
    for one in bars:
        narrowed = f"/search?q=carts&from={one['from']}&to={one['to']}"
        (word, *_) = [a.text for a in page.links if a["href"] == narrowed and "th" in a.inside]
        found = read(client, narrowed)
        assert json(client, narrowed.replace("/search", "/search.json"))["total"] == one["passages"]
        assert [a["href"] for a in found.links if a.text == word and a["aria-current"]] == ["/search?q=carts"]
        assert json(client, narrowed.replace("/search", "/search.json"))["histogram"] == counted["histogram"]


def test_results_can_be_put_in_order_of_publication(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts")
    newest, oldest = (
        [hit["article"] for hit in json(client, page.link(words).replace("/search", "/search.json"))["hits"]]
        for words in ("Newest", "Oldest")
    )
    assert list(dict.fromkeys(newest)) == ["harbour-bridge", "evening-queue"]
    assert list(dict.fromkeys(oldest)) == ["evening-queue", "harbour-bridge"]


def test_pages_lead_through_all_articles_once(many: FlaskClient) -> None:
    found, url = [], "/search?q=lantern&sort=oldest"
    for _ in range(4):
        page = read(many, url)
        found += [a["href"] for a in page.links if "h3" in a.inside]
        url = next((a["href"] for a in page.links if a["rel"] == "next"), "")
    assert url == ""
    assert len(found) == len(set(found)) == 35
    assert found[0] == "/a/letter-0?q=lantern"


def test_each_page_has_links_to_the_others_and_back(many: FlaskClient) -> None:
    page = read(many, "/search?q=lantern&page=2")
    assert page.link("Page 4") == "/search?q=lantern&page=4"
    assert [a["href"] for a in page.links if a["rel"] == "prev"] == ["/search?q=lantern"]
    assert [a.text for a in page.links if a["aria-current"] == "page" and a["aria-label"]] == ["2"]


def test_a_page_behind_the_last_says_which_is_the_last(many: FlaskClient) -> None:
    page = read(many, "/search?q=lantern&page=99")
    assert "There is no page 99; the last one is 4." in page.text
    assert json(many, "/search.json?q=lantern&page=99")["hits"] == []


def test_an_article_with_many_matching_passages_shows_the_best_and_leads_to_all(
    room: Room, write: Write, reader
) -> None:
    write("articles/long.md", HARBOUR + "\n\n".join(f"Lantern number {n} was lit." for n in range(9)) + "\n")
    ingest(room)
    page = read(reader, "/search?q=lantern")
    assert "9 passages in 1 article" in page.headings
    assert len(page.marks) == 3
    assert len(read(reader, page.link("6 more in this article")).marks) == 9
    assert len(json(reader, "/search.json?q=lantern")["hits"]) == 9


def test_a_long_passage_is_shown_around_the_words_that_match(room: Room, write: Write, reader) -> None:
    write("articles/long.md", HARBOUR + "word " * 300 + "lantern " + "word " * 300 + "\n")
    ingest(room)
    page = read(reader, "/search?q=lantern")
    assert page.marks == ["lantern"]
    assert len(page.text) < 1_500
    assert "… word" in page.text
    assert "word …" in page.text


def test_a_search_as_json_has_the_promised_fields(client: FlaskClient) -> None:
    document = json(client, "/search.json?q=carts")
    promised = {"query", "total", "articles", "page", "pages", "notice", "hits", "facets"}
    assert promised <= document.keys()
    assert document["query"] == "carts"
    assert (document["page"], document["pages"], document["notice"]) == (1, 1, None)
    assert set(document["hits"][0]) == HIT
    hit = next(hit for hit in document["hits"] if hit["article"] == "harbour-bridge" and hit["passage"] == "2")
    assert hit["title"] == "Harbour bridge opened to carts"
    assert (hit["outlet"], hit["published"], hit["language"], hit["version"]) == ("morning-post", "2001-05-04", "en", 1)
    assert hit["url"] == "/a/harbour-bridge/2"
    assert json(client, hit["url"] + ".json")["passage"]["text"] == hit["text"]


def test_spans_are_code_points_of_the_text(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/emoji.md", HARBOUR + "🌉🌉 The e\u0301cole by the lantern 𝔏 and lanterns.\n")
    ingest(room)
    (hit,) = json(reader, "/search.json?q=lantern+ecole")["hits"]
    assert [hit["text"][start:end] for start, end in hit["spans"]] == ["e\u0301cole", "lantern", "lanterns"]


def test_what_was_not_understood_is_said_in_the_notice(client: FlaskClient) -> None:
    assert "never closed" in json(client, '/search.json?q="harbour bridge')["notice"]
    assert "never closed" in read(client, '/search?q="harbour bridge').text


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("from=yesterday", "from"),
        ("to=2001-02-30", "to"),
        ("page=0", "page=0"),
        ("page=two", "page=two"),
        ("page=" + "0000001" + "9" * 5_000, "page=00000019"),
        ("page=²", "page=²"),
        ("sort=loudest", "sort=loudest"),
        ("by=owner", "by=owner"),
    ],
)
def test_a_parameter_that_cannot_be_read_is_a_400_that_names_it_and_says_what_can(
    client: FlaskClient, address: str, names: str
) -> None:
    page = read(client, f"/search?q=bridge&{address}", 400)
    assert names in page.text
    assert page.link("The front page") == "/"
    assert json(client, f"/search.json?q=bridge&{address}", 400)["remedy"]


SOUP = st.text(
    alphabet=st.sampled_from("ab -\"“”*~^/\\()[]{}:<>&;%?!|+=#@.,'\x00\u202e\u200b\ufeff🌉ا١²\n\t"), max_size=60
)
TEXTS = st.one_of(st.text(max_size=40), SOUP)
SOME_VALUES = ["2001", "2001-05", "9999", "0001", "newest", "2", "en", "bridge-2001", "label", "passage", "-"]
PARAMS = st.lists(
    st.tuples(
        st.sampled_from(
            ["q", "outlet", "event", "lang", "label", "article", "from", "to", "sort", "by", "page", "a", "x"]
        ),
        st.one_of(
            TEXTS,
            st.sampled_from(
                ["2001", "2001-05", "9999", "0001", "newest", "2", "en", "bridge-2001", "label", "passage", "-"]
            ),
        ),
    ),
    max_size=6,
)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(text="x~2/9", params=[])
@example(text="NOT NOT NOT", params=[])
@example(text="date:[a to b] outlet:x AND (", params=[("q", "again")])
@example(text="a" * 10_000, params=[("page", "1"), ("page", "x")])
@example(text="word " * 2_000, params=[("from", "0000"), ("to", "10000")])
@example(text="\x00\u202e🌉\U000e0001", params=[("lang", "-"), ("outlet", "<script>")])
@given(text=TEXTS, params=PARAMS)
def test_no_query_whatever_breaks_the_search(client: FlaskClient, text: str, params: list[tuple[str, str]]) -> None:
    asked = [("q", "bridge " + text), *params]
    answer = client.get("/search.json", query_string=asked)
    assert answer.status_code in (200, 400)
    for hit in answer.get_json().get("hits", ()):
        assert all(0 <= start < end <= len(hit["text"]) for start, end in hit["spans"])
    page = client.get("/search", query_string=asked)
    assert page.status_code == answer.status_code
    assert "Traceback" not in page.text


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%ff%fe", "%", "%zz", "%00%00", "%F0%9F%92%A9", "%c3%28"])
def test_bytes_that_are_no_text_break_nothing(client: FlaskClient, raw: str) -> None:
    for path in (f"/search?q={raw}", f"/search?q=bridge&outlet={raw}", f"/a/harbour-bridge?q={raw}"):
        assert not dangers(read(client, path))
    assert read(client, f"/a/{raw}", 404).headings
    assert read(client, f"/compare?a={raw}&a=harbour-bridge", 404).headings


def test_markup_in_a_query_comes_back_as_text(client: FlaskClient) -> None:
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    for path in (
        "/search?q=" + evil.replace(" ", "+"),
        "/search?q=bridge&outlet=" + evil.replace(" ", "+"),
        "/search?q=bridge&article=" + evil.replace(" ", "+"),
        "/a/harbour-bridge?q=" + evil.replace(" ", "+"),
    ):
        page = read(client, path)
        assert dangers(page) == [], path
        assert "alert(1)" in page.html, path
        assert escape("<script>") in page.html, path


def test_the_address_on_a_printed_search_is_that_of_the_search(client: FlaskClient) -> None:
    page = read(client, "/search?q=carts&sort=newest")
    canonical = next(link["href"] for link in page.all("link") if link["rel"] == "canonical")
    assert canonical == "http://localhost/search?q=carts&sort=newest"


def test_a_page_behind_the_last_says_so_as_json_too(client: FlaskClient) -> None:
    assert "There is no page 9" in json(client, "/search.json?q=carts&page=9")["notice"]


@pytest.fixture
def copied(room: Room, write: Write, reader: FlaskClient) -> FlaskClient:
    """A room with the same text in several papers."""
    for name, text in COPIES.items():
        write(name, text)
    ingest(room)
    return reader


def test_what_stands_in_three_papers_is_shown_once_and_says_where_else_it_stands(copied: FlaskClient) -> None:
    page = read(copied, "/search?q=captain")
    assert "1 passage in 1 article; 2 copies under “also in”" in page.headings
    assert page.text.count("The captain told the coastguard") == 1
    assert "also in Evening News, 5 May 2001; herald, 6 May 2001" in page.text


def test_also_in_leads_to_the_passage_there_with_the_words_marked(copied: FlaskClient) -> None:
    page, passage = follow(copied, read(copied, "/search?q=captain").link("herald, 6 May 2001"))
    assert page.headings[0] == "The sandbank again"
    assert passage is not None
    assert "The captain told the coastguard" in passage.text
    assert page.marks == ["captain"]


def test_a_copy_can_be_found_by_its_outlet(copied: FlaskClient) -> None:
    page = read(copied, read(copied, "/search?q=captain").link("herald"))
    assert "1 passage in 1 article" in page.headings
    assert page.link("The sandbank again") == "/a/sandbank?q=captain"
    assert "also in" not in page.text


def test_the_json_of_a_hit_names_each_copy(copied: FlaskClient) -> None:
    document = json(copied, "/search.json?q=captain")
    assert (document["total"], document["articles"], document["copies"]) == (1, 1, 2)
    (hit,) = document["hits"]
    assert hit["also_in"] == [
        {
            "article": "lifeboats",
            "passage": "4",
            "outlet": "evening-news",
            "outlet_name": "Evening News",
            "published": "2001-05-05",
            "url": "/a/lifeboats/4",
        },
        {
            "article": "sandbank",
            "passage": "4",
            "outlet": "herald",
            "outlet_name": "herald",
            "published": "2001-05-06",
            "url": "/a/sandbank/4",
        },
    ]


@pytest.mark.parametrize(("query", "words"), [("القبطان", "also in al-mina"), ("капитан", "also in volna")])
def test_copies_in_other_scripts_are_shown_once(copied: FlaskClient, query: str, words: str) -> None:
    page = read(copied, f"/search?q={query}")
    assert "1 passage in 1 article; 1 copy under “also in”" in page.headings
    assert words in page.text


def test_of_many_copies_the_page_names_some_and_counts_the_others(
    room: Room, write: Write, copied: FlaskClient
) -> None:
    for number in range(12):
        write(f"articles/more-{number}.md", COPIES["articles/ferry.md"])
    ingest(room)
    page = read(copied, "/search?q=captain")
    assert "and 6 more" in page.text
    assert len(json(copied, "/search.json?q=captain")["hits"][0]["also_in"]) == 14


def test_where_nothing_is_a_copy_no_copies_are_spoken_of(client: FlaskClient) -> None:
    text = read(client, "/search?q=bridge").text
    assert "also in" not in text
    assert "copies" not in text


def test_a_name_is_found_under_its_other_names_which_are_said_and_can_be_switched_off(client: FlaskClient) -> None:
    page = read(client, "/search?q=bridge+guests+OR+العربات")
    assert "Also searched for bridge: جسر." in page.text
    assert "الجسر" in page.marks
    alone = page.link("Only bridge")
    assert alone == "/search?q=%3Dbridge+%28guests+OR+%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D8%A7%D8%AA%29"
    assert "الجسر" not in read(client, alone).marks
    assert "Also searched" not in read(client, alone).text
    assert json(client, "/search.json?q=bridge")["also_searched"] == [{"typed": "bridge", "names": ["جسر"]}]


def test_an_article_with_all_words_but_in_no_passage_together_is_found_and_said_to_be_so(client: FlaskClient) -> None:
    page = read(client, "/search?q=mayor+boat")
    assert sorted(page.marks) == ["boat", "mayor"]
    assert "No passage has all of this; this article has it in several." in page.text
    assert json(client, "/search.json?q=mayor+boat")["scattered"] == ["harbour-bridge"]


def test_what_a_query_could_not_use_is_said(client: FlaskClient) -> None:
    text = read(client, "/search?q=(carts+outlet:zeppelin+speaker:zeppelin").text
    assert "A parenthesis was never closed" in text
    assert "Nothing in this room is “outlet:zeppelin”." in text
    assert "No text in this room gives words as those of “zeppelin”." in text


def test_the_help_has_every_form_of_the_language_with_an_example_that_can_be_followed(client: FlaskClient) -> None:
    page = read(client, read(client, "/search").link("What can be written in a search"))
    assert len(page.all("tr")) == 1 + len(TABLE)
    for row in TABLE:
        assert read(client, page.link(row.example)).field("q") == [row.example]


def test_of_a_long_passage_the_part_is_shown_that_has_most_of_the_words(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/long.md", HARBOUR + "lantern " + "word " * 300 + "a lantern on a mast " + "word " * 300 + "\n")
    ingest(room)
    assert read(reader, "/search?q=lantern+mast").marks == ["lantern", "mast"]
