"""Accounts side by side."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.comparing.collation.collating import answered, collate
from reading_room.model.article import Article, Block, Passage, TextKind, Version
from reading_room.model.collation import CollatedCell
from reading_room.model.dates import DateSpan
from reading_room.model.event import Cell, CheckedAbsent, Event, Row
from reading_room.model.selector import TextQuote


def account(slug: str, *texts: str, text: TextKind = "complete", published: str | None = "2016-03-28") -> Version:
    span = DateSpan.parse(published) if published else None
    article = Article(slug, slug.title(), "o", span, "printed", "en", text)
    passages = tuple(Passage(str(n), Block("paragraph", one)) for n, one in enumerate(texts, start=1))
    return Version(article, 1, datetime(2020, 1, 1, tzinfo=UTC), passages)


def row(*cells: tuple[str, str], id: str = "raids") -> Row:  # noqa: A002
    return Row(id, f"How many {id}?", tuple(Cell(slug, TextQuote(exact), "the writer") for slug, exact in cells))


def event(*rows: Row, **fields: Any) -> Event:
    return Event("e", "E", DateSpan.parse("2016-03-07/2016-03-27"), "said", "here", rows=rows, **fields)


POST = account("post", "The army took it.", "There were 40 raids.", "Bread was dear.")
NEWS = account("news", "It fell at dawn.", "Nobody counted the raids.")


def cell_of(version: Version, one: Event) -> CollatedCell:
    """What `version` has in the row that POST answers."""
    return collate(one, (one,), (POST, version)).rows[0].cells[1]


def test_a_cell_holds_the_words_the_keeper_chose_and_where_they_stand() -> None:
    one = event(row(("post", "40 raids"), ("news", "Nobody counted")))
    collated = collate(one, (one,), (POST, NEWS)).rows[0]
    (words,) = collated.cells[0].words
    assert (words.text, words.passage.id, words.speaker) == ("40 raids", "2", "the writer")
    assert collated.cells[1].words[0].text == "Nobody counted"
    assert (collated.source, collated.event, collated.question) == ("curated", "e", "How many raids?")


def test_cells_stand_in_the_order_of_the_accounts_asked_for() -> None:
    one = event(row(("post", "40 raids"), ("news", "Nobody counted")))
    cells = collate(one, (one,), (NEWS, POST)).rows[0].cells
    assert [cell.words[0].text for cell in cells] == ["Nobody counted", "40 raids"]


def test_one_account_may_answer_a_question_twice() -> None:
    one = event(row(("post", "40 raids"), ("post", "The army")))
    assert [words.passage.id for words in collate(one, (one,), (POST, NEWS)).rows[0].cells[0].words] == ["2", "1"]


def test_a_quotation_that_stands_twice_gives_no_words() -> None:
    one = event(row(("post", "40 raids"), ("twice", "two raids")))
    cell = cell_of(account("twice", "On Monday two raids, later two raids."), one)
    assert cell.words == ()
    assert cell.empty == "not-found"


def test_words_that_an_account_no_longer_has_are_not_put_into_its_mouth() -> None:
    one = event(row(("post", "40 raids"), ("news", "It fell at noon")))
    assert cell_of(NEWS, one).words == ()


def test_words_of_another_article_are_not_borrowed_even_where_they_stand_in_both() -> None:
    one = event(row(("post", "40 raids")))
    assert cell_of(account("echo", "There were 40 raids."), one).words == ()


def test_a_row_in_which_nobody_has_words_is_left_out() -> None:
    one = event(row(("absent", "40 raids")), row(("post", "40 raids"), id="kept"))
    assert [found.id for found in collate(one, (one,), (POST, NEWS)).rows] == ["kept"]


def test_background_is_marked_in_the_cell() -> None:
    told = Row("r", "Q?", (Cell("post", TextQuote("Bread"), "the writer", background=True),))
    one = event(told)
    assert collate(one, (one,), (POST, NEWS)).rows[0].cells[0].words[0].background


CHECKED = (CheckedAbsent("raids", "news", "a tester", date(2020, 1, 2)),)


@pytest.mark.parametrize(
    ("version", "fields", "empty", "part"),
    [
        (NEWS, {"checked_absent": CHECKED}, "checked", "a tester on 2 January 2020"),
        (account("news", "x", published="2016-03-06"), {}, "earlier", "before this happened"),
        (account("news", "x", published="2016-02", text="excerpt"), {}, "earlier", "before this happened"),
        (account("news", "x", text="excerpt"), {}, "partial", "excerpt"),
        (account("news", "x", published=None), {}, "not-found", "No matching passage"),
        (NEWS, {}, "not-found", "No matching passage"),
        (account("news", "x", published="2016-03"), {}, "not-found", "No matching passage"),
    ],
)
def test_an_empty_cell_says_why_it_is_empty(version: Version, fields: Any, empty: str, part: str) -> None:
    cell = cell_of(version, event(row(("post", "40 raids")), **fields))
    assert cell.empty == empty
    assert part in (cell.reason or "")


def test_what_was_checked_for_one_question_is_not_said_of_another() -> None:
    one = event(row(("post", "Bread"), id="bread"), checked_absent=CHECKED)
    assert cell_of(NEWS, one).empty == "not-found"


def test_words_that_were_found_outweigh_a_note_that_there_are_none() -> None:
    one = event(row(("post", "40 raids"), ("news", "Nobody counted")), checked_absent=CHECKED)
    assert cell_of(NEWS, one).empty is None


def test_rows_of_several_events_name_their_event() -> None:
    one, other = event(row(("post", "40 raids"))), event(row(("news", "dawn"), id="hour"))
    collation = collate(None, (one, other), (POST, NEWS))
    assert [found.id for found in collation.rows] == ["raids", "hour"]
    assert collation.event is None


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["post", "news"]), st.sampled_from(["raids", "army", "40 raids", "a", "dawn"])))
)
def test_every_passage_of_every_account_is_either_in_a_row_or_unplaced(cells: list[tuple[str, str]]) -> None:
    rows = tuple(row(cell, id=f"r{n}") for n, cell in enumerate(cells))
    one = event(*rows)
    collation = collate(one, (one,), (POST, NEWS))
    for place, version in enumerate((POST, NEWS)):
        placed = {words.passage.id for found in collation.rows for words in found.cells[place].words}
        unplaced = [passage.id for passage in collation.unplaced[place]]
        assert placed.isdisjoint(unplaced)
        assert placed | set(unplaced) == {passage.id for passage in version.passages}
        assert unplaced == [passage.id for passage in version.passages if passage.id in set(unplaced)]


def test_an_account_answers_a_row_when_the_keeper_gave_it_words() -> None:
    one = row(("post", "40 raids"))
    assert answered(one, "post")
    assert not answered(one, "news")
