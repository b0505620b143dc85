"""Addresses are written so that they can be read again."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from reading_room.model.query import SearchQuery, parse
from reading_room.web.params import read_search
from reading_room.web.urls import article_url, compare_url, reading_url, search_url, with_query

VALUES = st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
CHOSEN = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), max_size=3, unique=True
).map(tuple)
QUERIES = st.builds(
    SearchQuery,
    outlet=CHOSEN,
    event=CHOSEN,
    article=VALUES,
    language=CHOSEN,
    kind=CHOSEN,
    year=CHOSEN,
    author=CHOSEN,
    label=CHOSEN,
    first=st.one_of(st.none(), st.dates(min_value=date(1000, 1, 1))),
    last=st.one_of(st.none(), st.dates(min_value=date(1000, 1, 1))),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    by=st.sampled_from(["article", "passage", "outlet", "event", "label"]),
    page=st.integers(1, 100_000),
)


@given(QUERIES, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_the_address_of_a_search_says_all_of_it(query: SearchQuery, text: str) -> None:
    asked = parse(text)
    wanted = replace(query, text=asked.text)
    read = read_search(MultiDict(parse_qsl(urlsplit(search_url(wanted)).query, keep_blank_values=True)))
    assert search_url(read) == search_url(wanted)
    assert (read.text, read.chosen, read.article) == (asked.text, query.chosen, query.article)
    assert (read.first, read.last, read.sort, read.by) == (query.first, query.last, query.sort, query.by)
    assert read.page == query.page


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_address_is_ascii(text: str) -> None:
    assert search_url(SearchQuery(text=text, outlet=(text,))).isascii()
    assert reading_url("slug", text, "14a").isascii()
    assert with_query("/a/slug", text.encode()).isascii()


def test_addresses_are_those_of_the_design() -> None:
    assert article_url("slug") == "/a/slug"
    assert article_url("slug", 3) == "/a/slug@3"
    assert article_url("slug", None, "14") == "/a/slug/14"
    assert article_url("slug", 3, "14a") == "/a/slug@3/14a"
    assert compare_url(["one", "two"], "event") == "/event/event/compare?a=one&a=two"
    assert compare_url(["one", "two"]) == "/compare?a=one&a=two"
    assert search_url(SearchQuery()) == "/search"


def test_a_blank_parameter_is_as_none(client: FlaskClient) -> None:
    plain = client.get("/search.json?q=carts").get_json()
    assert (
        client.get("/search.json?q=carts&outlet=&event=&from=&to=&lang=&sort=&by=&label=&page=&article=").get_json()
        == plain
    )
