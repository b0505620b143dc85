"""What facets, columns and the histogram say beside what a reader finds by choosing it."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.ingest import ingest
from reading_room.library import Library
from reading_room.model.query import Arrangement, SearchQuery, Sort, parse
from reading_room.model.results import ResultsPage
from reading_room.room import Room
from tests.wire import FERRY, article

WORDS = ("captain", "ferry", "tugs", "harbour", "buoy", "heron")
DATES = ("1999", "1999-12-30", "2000-02", "2000-02-11", "2001-01/2001-03", "2014-06-01", "unknown")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Sixty articles in two segments: copies of one story, whole or in part, among others of the same words in every order."""
    folder = tmp_path_factory.mktemp("mixed")
    chance = random.Random(7)
    room = Room(folder / "corpus", folder / "index")
    (room.corpus / "articles").mkdir(parents=True)
    (room.corpus / "events.yaml").write_text("storm: {title: A storm, date: 2000-02-11, summary: A storm.}\n", "utf-8")
    for n in range(60):
        own = [" ".join(chance.choices(WORDS, k=chance.randint(1, 3))) for _ in range(chance.randint(1, 5))]
        front = {
            "outlet": f"paper-{n % 4}",
            "published": chance.choice(DATES),
            "author": chance.choice(["Ada", "Ben", ""]),
            "text": chance.choice(["complete", "excerpt"]),
            "accounts": chance.choice(["", "[{event: storm}]"]),
        }
        texts = [*FERRY[n % 2 :], *own, *own[: n % 2]] if n % 3 == 0 else own
        (room.corpus / f"articles/a{n:02}.md").write_text(article(f"Of {WORDS[n % 6]}", *texts, **front), "utf-8")
        if n == 40:
            ingest(room)
    ingest(room)
    return room.library()


QUERIES = st.one_of(
    st.sampled_from(["captain", "tugs OR heron", "buoy -captain", "heron buoy outlet:paper-1"]),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3, unique=True).map(" ".join),
    st.tuples(*[st.sampled_from(WORDS)] * 3).map(lambda three: "{} {} -{}".format(*three)),
)


def search(room: Library, query: SearchQuery) -> ResultsPage:
    return room.search(query).results


@settings(max_examples=40)
@given(
    text=QUERIES,
    outlet=st.sampled_from([(), ("paper-1",), ("paper-1", "paper-2")]),
    author=st.sampled_from([(), ("Ada",)]),
    first=st.sampled_from([None, date(2000, 2, 1)]),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
)
def test_every_count_is_of_what_is_found_by_choosing_it(
    mixed: Library, text: str, outlet: tuple[str, ...], author: tuple[str, ...], first: date | None, sort: Sort
) -> None:
    query = replace(parse(text), outlet=outlet, author=author, first=first, sort=sort)
    page = search(mixed, query)
    assert page.facets is not None
    for name, values in page.facets.items():
        for value in values:
            assert value.articles == search(mixed, query.choosing(name, (value.value,))).articles
    for one in page.histogram.stretches:
        assert one.passages == search(mixed, replace(query, first=one.first, last=one.last)).total


@settings(max_examples=20)
@given(text=QUERIES, by=st.sampled_from(["outlet", "event", "label"]))
def test_a_column_has_as_many_articles_as_its_facet_says(mixed: Library, text: str, by: Arrangement) -> None:
    page = search(mixed, replace(parse(text), by=by))
    assert page.facets is not None
    assert {one.value: one.articles for one in page.columns} == {one.value: one.articles for one in page.facets[by]}


@settings(max_examples=20)
@given(text=QUERIES, outlet=st.sampled_from(["paper-0", "paper-3"]))
def test_what_is_narrowed_has_nothing_that_the_whole_has_not(mixed: Library, text: str, outlet: str) -> None:
    whole = search(mixed, replace(parse(text), per_page=100, per_article=100))
    narrowed = search(mixed, replace(parse(text), outlet=(outlet,), per_page=100, per_article=100))
    shown = {group.article for group in whole.groups}
    named = {copy.article for group in whole.groups for hit in group.hits for copy in hit.also_in}
    assert narrowed.articles <= whole.articles
    assert {group.article for group in narrowed.groups} <= shown | named
