"""The query language: `parse` and `unparse`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.model.query import LONGEST_QUERY, MOST_CLAUSES, Clause, SearchQuery, parse, unparse

TYPED = st.text(max_size=80) | st.text(alphabet='ab1-"“”«» \t*~^:()[]\\', max_size=60)


@settings(max_examples=60)
@given(TYPED)
def test_what_was_understood_can_be_written_and_is_understood_the_same_again(typed: str) -> None:
    clauses = parse(typed).clauses
    assert parse(unparse(clauses)).clauses == clauses


@settings(max_examples=60)
@given(TYPED)
def test_every_clause_has_a_letter_or_a_figure(typed: str) -> None:
    assert all(any(c.isalnum() for c in clause.text) for clause in parse(typed).clauses)


@settings(max_examples=60)
@given(TYPED)
def test_a_query_without_clauses_says_why_unless_nothing_was_typed(typed: str) -> None:
    query = parse(typed)
    assert query.clauses or query.notices or not query.text


def test_words_phrases_and_exclusions_are_told_apart() -> None:
    assert parse('sorties "scorched earth" -raids -"air base"').clauses == (
        Clause("sorties"),
        Clause("scorched earth", phrase=True),
        Clause("raids", excluded=True),
        Clause("air base", phrase=True, excluded=True),
    )


@pytest.mark.parametrize("typed", ["“old city”", "«old city»", "„old city“", '"old  \n city"'])
def test_a_phrase_may_stand_in_the_quotation_marks_of_any_house(typed: str) -> None:
    assert parse(typed).clauses == (Clause("old city", phrase=True),)


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert parse("al-Hayyal").clauses == (Clause("al-Hayyal"),)


def test_words_of_other_search_languages_are_only_words() -> None:
    query = parse("palmyra~9 *a* date:[a to b] NOT title:x^2 (OR")
    assert [clause.text for clause in query.clauses] == [
        "palmyra~9", "*a*", "date:[a", "to", "b]", "NOT", "title:x^2", "(OR",
    ]  # fmt: skip
    assert not query.excluded


def test_a_word_given_twice_counts_once() -> None:
    assert parse("raids raids").clauses == (Clause("raids"),)


def test_a_quotation_that_is_never_closed_is_read_to_the_end_and_said_so() -> None:
    query = parse('city "old walls of')
    assert query.clauses[1] == Clause("old walls of", phrase=True)
    assert "never closed" in query.notices[0]


@pytest.mark.parametrize("typed", ["***", '""', '"  "', "-", '-""', "—", "_"])
def test_what_has_no_letter_or_figure_is_left_out_and_said_so(typed: str) -> None:
    query = parse(typed)
    assert query.clauses == ()
    assert any("left out" in notice for notice in query.notices)


def test_a_query_of_exclusions_alone_says_that_a_wanted_word_is_needed() -> None:
    assert any("at least one word that is wanted" in notice for notice in parse("-raids").notices)


def test_a_long_query_is_cut_with_a_notice() -> None:
    query = parse("a" * (LONGEST_QUERY + 1))
    assert len(query.clauses[0].text) == LONGEST_QUERY
    assert any("characters" in notice for notice in query.notices)


def test_too_many_words_are_cut_with_a_notice() -> None:
    query = parse(" ".join(f"w{n}" for n in range(MOST_CLAUSES + 1)))
    assert len(query.clauses) == MOST_CLAUSES
    assert any("words and phrases" in notice for notice in query.notices)


def test_as_many_words_as_are_read_need_no_notice() -> None:
    assert parse(" ".join(f"w{n}" for n in range(MOST_CLAUSES))).notices == ()


def test_characters_that_cannot_be_seen_are_not_looked_for() -> None:
    assert parse("pal\u200bmy\u202era\x00").clauses == (Clause("palmyra"),)


def test_a_query_is_narrowed_by_a_filter_and_not_by_its_words() -> None:
    assert not parse("raids").is_narrowed
    assert SearchQuery(outlet="morning-post").is_narrowed


def test_another_page_of_a_query_differs_in_nothing_else() -> None:
    query = parse("raids")
    assert query.on_page(3).page == 3
    assert query.on_page(3).on_page(1) == query
