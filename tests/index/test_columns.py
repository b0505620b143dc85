"""Columns of what was found, beside the searches that they stand for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reading_room.index.columns import COLUMNS_A_PAGE
from reading_room.ingest import ingest
from reading_room.library import Library
from reading_room.model.query import NONE, Arrangement, Sort, parse
from reading_room.model.results import ArticleHits
from reading_room.room import Room
from tests.conftest import Write
from tests.wire import FERRY, article

LABELS = (("kept by the state",), (), ("kept by the state", "a weekly"), ("a weekly",))


@pytest.fixture
def papers(room: Room, write: Write) -> Library:
    """Forty papers that print parts of one story, by turns with labels, some of them on an event."""
    entries = []
    for number in range(40):
        labels = ", ".join(
            f'{{label: "{label}", given_by: x, on: 2020-01-01, basis: y}}' for label in LABELS[number % len(LABELS)]
        )
        entries.append(f"paper-{number}: {{name: Paper {number}, labels: [{labels}]}}\n")
        front = {"outlet": f"paper-{number}", "published": f"20{10 + number // 2}"}
        if number % 3 == 0:
            front["accounts"] = "[{event: bridge-2001}]"
        texts = (
            FERRY[number % 3 :] if number % 2 else (f"The captain of ship {number}.", "A captain.", f"Tugs {number}.")
        )
        write(f"articles/story-{number}.md", article(f"Story {number}", *texts, **front))
    write("outlets.yaml", "".join(entries) + "morning-post: {name: P}\nevening-news: {name: E}\nal-jisr: {name: J}\n")
    ingest(room)
    return room.library()


def found(groups: Iterable[ArticleHits]) -> set[tuple[str, str]]:
    return {(group.article, hit.passage) for group in groups for hit in group.hits}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.sampled_from(
        ["captain", "tugs OR captain", "captain -ship", "buoy", "captain channel", "passengers noon tugs"]
    ),
    by=st.sampled_from(["outlet", "event", "label"]),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    page=st.integers(1, 4),
    first=st.none() | st.dates(),
)
def test_a_column_is_the_search_narrowed_to_it(
    papers: Library, text: str, by: Arrangement, sort: Sort, page: int, first: date | None
) -> None:
    query = replace(parse(text), by=by, sort=sort, page=page, first=first)
    results = papers.search(query).results
    at = [n for n, column in enumerate(results.columns) if column.groups]
    assert at == list(range(len(results.columns)))[(page - 1) * COLUMNS_A_PAGE : page * COLUMNS_A_PAGE]
    for column in results.columns:
        narrowed = papers.search(replace(query.choosing(by, (column.value,)), by="article", per_page=100)).results
        assert (column.total, column.articles, column.copies) == (narrowed.total, narrowed.articles, narrowed.copies)
        assert found(column.groups) <= found(narrowed.groups)


def test_columns_stand_by_the_first_day_of_publication_then_by_name_and_what_has_none_last(papers: Library) -> None:
    columns = papers.search(replace(parse("captain"), by="outlet")).results.columns
    assert [(one.first, papers.corpus.outlet(one.value).name) for one in columns] == sorted(
        (one.first, papers.corpus.outlet(one.value).name) for one in columns
    )
    labels = papers.search(replace(parse("captain"), by="label")).results.columns
    assert [one.value for one in labels] == ["kept by the state", "a weekly", NONE]


def test_what_stands_in_other_columns_is_counted_as_shared(papers: Library) -> None:
    columns = papers.search(replace(parse("buoy"), by="outlet")).results.columns
    assert len(columns) == 20
    assert {(one.total, one.shared) for one in columns} == {(1, 1)}
    alone = papers.search(replace(parse("tugs 2"), by="outlet")).results.columns
    assert {(one.total, one.shared) for one in alone} == {(1, 0)}
