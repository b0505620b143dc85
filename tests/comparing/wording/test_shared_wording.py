"""Runs of words that accounts share, where copies differ, and how many texts there are."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.wording.shared_wording import independent_texts, shared_wording, without_shreds
from reading_room.model.article import Article, Block, Passage, TextKind, Version
from reading_room.model.copies import SameText
from reading_room.model.naming import Occurrence
from reading_room.model.results import Span
from reading_room.model.wording import words
from tests.wire import ARABIC, FERRY, LEAD


def account(slug: str, *texts: str, kind: TextKind = "complete") -> Version:
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, 1))
    return Version(Article(slug, "T", "a-paper", None, "", "en", kind), 1, datetime(2016, 3, 28, tzinfo=UTC), passages)


def at(version: Version, places: tuple[Occurrence, ...]) -> str:
    """The words at some places, passages parted by a stroke."""
    texts = {passage.id: passage.text for passage in version.passages}
    return " / ".join(texts[one.passage][one.span.start : one.span.end] for one in places)


SENTENCE = "the ferry ran aground on a sandbank outside the harbour early on Friday"


def test_a_run_is_found_in_both_texts_as_long_as_it_goes() -> None:
    one = account("one", f"Officials say {SENTENCE}, with guests.")
    two = account("two", f"In the night {SENTENCE}; nobody drowned.")
    (found,) = shared_wording([one, two])
    (run,) = found.runs
    assert (run.words, at(one, run.left), at(two, run.right)) == (13, SENTENCE, SENTENCE)
    assert found.same is None
    assert found.differences == ()


def test_seven_words_are_chance() -> None:
    assert shared_wording([account("one", "a b c d e f g x"), account("two", "a b c d e f g y")]) == ()


def test_typography_makes_no_difference() -> None:
    one = account("one", "“The ferry’s captain — Smith — told the coast guard nothing”")
    two = account("two", 'THE FERRY\'S captain, Smith, told the coast guard "nothing"')
    assert shared_wording([one, two])[0].runs[0].words == 10


def test_a_run_goes_on_from_one_paragraph_into_the_next() -> None:
    one = account("one", "Now the ferry ran aground on a sandbank", "outside the harbour early on Friday.")
    two = account("two", f"And {SENTENCE}.")
    (run,) = shared_wording([one, two])[0].runs
    assert at(one, run.left) == "the ferry ran aground on a sandbank / outside the harbour early on Friday"
    assert at(two, run.right) == SENTENCE


def test_the_order_of_accounts_changes_nothing() -> None:
    accounts = [account("one", *FERRY), account("two", LEAD, *FERRY[1:4]), account("three", *FERRY[:4])]
    assert shared_wording(accounts) == shared_wording(accounts[::-1])
    assert [(one.left, one.right) for one in shared_wording(accounts)] == [
        ("one", "three"), ("one", "two"), ("three", "two"),
    ]  # fmt: skip


def test_the_word_that_one_copy_inserts_is_shown() -> None:
    text = " ".join(ARABIC)
    one, two = account("one", text), account("two", text.replace("خفر السواحل", "خفر السواحل الإرهابي"))
    (found,) = shared_wording([one, two])
    assert found.same is not None
    assert [(at(one, change.left), at(two, change.right)) for change in found.differences] == [("", "الإرهابي")]


def test_a_word_that_stands_for_another_is_shown_with_it() -> None:
    one, two = account("one", *FERRY), account("two", *(text.replace("Nobody", "Everybody") for text in FERRY))
    (found,) = shared_wording([one, two])
    assert [(at(one, change.left), at(two, change.right)) for change in found.differences] == [("Nobody", "Everybody")]


def test_of_digests_only_what_they_quote_is_compared() -> None:
    note = "Only an excerpt of the article was read for this summary; it goes on beyond this."
    one = account("one", f"It states: “{SENTENCE}”. {note}", kind="digest")
    two = account("two", f"It says that “{SENTENCE}”. {note}", kind="digest")
    (found,) = shared_wording([one, two])
    assert [at(one, run.left) for run in found.runs] == [SENTENCE]
    assert shared_wording([account("one", note, kind="digest"), account("two", note, kind="digest")]) == ()


def test_two_quotations_of_a_digest_are_not_one_run() -> None:
    one = account("one", "“the ferry ran aground on” and then “a sandbank outside the harbour”", kind="digest")
    assert shared_wording([one, account("two", SENTENCE)]) == ()


def test_articles_with_one_text_are_one_text() -> None:
    accounts = [account(slug, "A text.") for slug in ("d", "c", "b", "a")]
    copies = [SameText(("a", "c"), (1.0, 1.0), ()), SameText(("c", "elsewhere"), (1.0, 1.0), ())]
    found = independent_texts(accounts, copies)
    assert (found.groups, found.count) == ((("a", "c"), ("b",), ("d",)), 3)


def test_a_text_that_is_not_held_is_not_counted() -> None:
    found = independent_texts([account("a", "A text."), account("b", "A digest.", kind="digest")], [])
    assert (found.groups, found.digests) == ((("a",),), ("b",))


PARTS = st.lists(
    st.sampled_from([*FERRY, LEAD, SENTENCE, "one", "two two two two two two two two two two"]), max_size=6
)


@given(PARTS, PARTS)
def test_runs_are_the_same_words_in_both_and_have_none_in_common(left: list[str], right: list[str]) -> None:
    one, two = account("one", *left), account("two", *right)
    for found in shared_wording([one, two]):
        for run in found.runs:
            said = words(at(one, run.left))
            assert len(said) == run.words >= 8
            assert said == words(at(two, run.right))
        for side in ("left", "right"):
            spans = sorted((place.passage, place.span) for run in found.runs for place in getattr(run, side))
            assert all(before != after or one.end <= other.start for (before, one), (after, other) in pairwise(spans))


@given(PARTS, PARTS)
def test_differences_leave_the_same_words_on_both_sides(left: list[str], right: list[str]) -> None:
    one, two = account("one", *left, *FERRY), account("two", *FERRY, *right)
    for found in shared_wording([one, two]):
        if found.same:
            gone = [word for change in found.differences for word in words(at(one, change.left))]
            come = [word for change in found.differences for word in words(at(two, change.right))]
            every = [[word for text in side for word in words(text)] for side in ([*left, *FERRY], [*FERRY, *right])]
            assert sorted([*every[0], *come]) == sorted([*every[1], *gone])


@pytest.mark.parametrize("text", ["a " * 20_000, "a b " * 10_000])
def test_a_text_that_repeats_itself_without_end_is_compared_all_the_same(text: str) -> None:
    (found,) = shared_wording([account("one", text), account("two", text)])
    assert found.runs[0].words == 20_000


def test_a_word_or_two_of_the_next_sentence_are_not_shown_as_shared() -> None:
    text = "He said. The filters were replaced in March. It rained."
    kept = without_shreds(text, Span(3, 50))
    assert kept
    assert text[kept.start : kept.end] == "The filters were replaced in March."
    assert without_shreds(text, Span(0, 8)) is None
