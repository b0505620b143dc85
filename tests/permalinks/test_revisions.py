"""What changed between two versions: passages laid side by side by their lineage, words compared."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.article import Article, Block, Mark, Passage, Version
from reading_room.model.dates import DateSpan
from reading_room.model.revision import PassageRevision, Pointer, Revision
from reading_room.permalinks.folding import fold_typography
from reading_room.permalinks.revisions import revise
from tests.permalinks.histories import History

ARTICLE = Article("ferry", "The ferry", "post", DateSpan.parse("2001-05-04"), "printed", "en", "complete")
FIRST = "The ferry left the northern quay at nine with forty people on board."
SECOND = "Nobody in the harbour office could say who had signed the order."
THIRD = "Two days later the gate was locked and the lamp on the pier went out."
FOURTH = "Fishermen from the islands sold their catch on the steps instead."
FIFTH = "A notice on the wall gives the date of the next hearing in town."
TEXTS = [FIRST, SECOND, THIRD, FOURTH, FIFTH]


def version(passages: tuple[Passage, ...], number: int = 1, article: Article = ARTICLE) -> Version:
    return Version(article, number, datetime(2001, 5, number % 28 + 1, tzinfo=UTC), passages)


def compare(history: History, before: int = 1, after: int | None = None) -> Revision:
    after = after or len(history.states)
    return revise(
        version(history.states[before - 1], before),
        version(history.states[after - 1], after),
        history.steps[before - 1 : after - 1],
    )


def said(revision: Revision) -> list[tuple[str, str, str]]:
    """Of each row that is not simply kept: what happened, and the passages of both sides."""
    return [
        (
            f"{row.how}, moved" if row.moved else row.how,
            " ".join(one.passage.id for one in row.was),
            " ".join(one.passage.id for one in row.now),
        )
        for row in revision.passages
        if row.how != "kept" or row.moved
    ]


def marked(revision: Revision) -> tuple[list[str], list[str]]:
    """The words that are marked as taken out and as added, in passages that are in both versions."""
    rows = [row for row in revision.passages if row.was and row.now]
    sides = ([one for row in rows for one in row.was], [one for row in rows for one in row.now])
    out, added = ([one.passage.text[span.start : span.end] for one in side for span in one.changed] for side in sides)
    return out, added


def test_between_a_version_and_itself_nothing_is_marked() -> None:
    history = History.of(TEXTS, TEXTS)
    revision = compare(history)
    assert (said(revision), marked(revision)) == ([], ([], []))
    assert (revision.words_added, revision.words_removed, revision.particulars) == (0, 0, ())
    assert len(revision.rows) == len(TEXTS)


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        ([FIRST.replace("forty", "sixty"), *TEXTS[1:]], [("edited", "1", "1")]),
        ([FIRST, "A wholly different thing came in between here.", *TEXTS[1:]], [("inserted", "", "1a")]),
        ([FIRST, *TEXTS[2:]], [("deleted", "2", "")]),
        ([FIRST, THIRD, FOURTH, FIFTH, SECOND], [("kept, moved", "2", "2")]),
        ([FIRST, THIRD, FOURTH, FIFTH, SECOND.replace("office", "house")], [("edited, moved", "2", "2")]),
        ([f"{FIRST} {SECOND}", *TEXTS[2:]], [("merged", "1 2", "1")]),
        ([f"“{FIRST}”", *TEXTS[1:]], [("edited", "1", "1")]),
        ([FIRST.replace(" ", "\u00a0"), *TEXTS[1:]], [("typography", "1", "1")]),
    ],
)
def test_each_passage_says_what_became_of_it(after: list[str], rows: list[tuple[str, str, str]]) -> None:
    assert said(compare(History.of(TEXTS, after))) == rows


def test_a_passage_that_was_split_stands_beside_both_parts_with_no_word_marked() -> None:
    history = History.of([f"{FIRST} {SECOND}", THIRD], [FIRST, SECOND, THIRD])
    revision = compare(history)
    assert said(revision) == [("split", "1", " ".join(one.id for one in history.states[1][:2]))]
    assert marked(revision) == ([], [])


def test_only_the_words_that_changed_are_marked_in_both_versions() -> None:
    after = [FIRST.replace("forty", "sixty"), SECOND.replace(" signed", " ever seen"), *TEXTS[2:]]
    revision = compare(History.of(TEXTS, after))
    assert marked(revision) == (["forty", "signed"], ["sixty", "ever seen"])
    assert (revision.words_added, revision.words_removed) == (3, 2)


def test_typography_alone_is_never_shown_as_words() -> None:
    was = 'He said "it\'s - now - over..."'
    revision = compare(History.of([was, *TEXTS], ["He said “it’s — now — over…”", *TEXTS]))
    assert said(revision) == [("typography", "1", "1")]
    assert marked(revision) == ([], [])
    assert (revision.words_added, revision.words_removed) == (0, 0)


def test_a_moved_passage_leaves_a_pointer_where_it_stood() -> None:
    revision = compare(History.of(TEXTS, [FIRST, THIRD, FOURTH, FIFTH, SECOND]))
    order = [
        f"→{row.passage}" if isinstance(row, Pointer) else " ".join(one.passage.id for one in (row.now or row.was))
        for row in revision.rows
    ]
    assert order == ["1", "→2", "3", "4", "5", "2"]
    (pointer,) = [row for row in revision.rows if isinstance(row, Pointer)]
    assert not pointer.is_now
    assert pointer.shown.now[0].passage.text == SECOND


def test_what_was_taken_out_stands_before_what_came_in_at_the_same_place() -> None:
    revision = compare(History.of(TEXTS, [FIRST, "Quite another matter filled this gap.", *TEXTS[2:]]))
    assert said(revision) == [("deleted", "2", ""), ("inserted", "", "1a")]


def test_over_several_versions_only_what_differs_at_the_end_is_shown() -> None:
    edited = [FIRST.replace("forty", "sixty"), *TEXTS[1:]]
    history = History.of(TEXTS, edited, TEXTS)
    assert said(compare(history, 1, 2)) == said(compare(history, 2, 3)) == [("edited", "1", "1")]
    assert said(compare(history, 1, 3)) == []


def test_passages_are_followed_through_the_versions_in_between() -> None:
    joined = [f"{FIRST} {SECOND}", *TEXTS[2:]]
    history = History.of(TEXTS, joined, [joined[0], THIRD.replace("Two", "Three"), *TEXTS[3:]], joined[:1])
    assert said(compare(history, 1, 3)) == [("merged", "1 2", "1"), ("edited", "3", "3")]
    assert said(compare(history, 1, 4)) == [
        ("merged", "1 2", "1"), ("deleted", "3", ""), ("deleted", "4", ""), ("deleted", "5", ""),
    ]  # fmt: skip


def test_figures_names_and_negations_that_changed_are_pointed_out() -> None:
    after = ["The ferry left the northern quay at ten with 60 people on board.", SECOND.replace("Nobody", "Everybody")]
    revision = compare(History.of(["The ferry left the northern quay at nine with 40 people on board.", SECOND], after))
    found = [(one.kind, one.was, one.now) for row in revision.passages for one in row.pointed]
    assert found == [("figure", ("nine",), ("ten",)), ("figure", ("40",), ("60",)), ("negation", ("Nobody",), ())]


def test_a_change_of_markup_alone_is_told_from_one_of_words() -> None:
    plain = Passage("1", Block("paragraph", FIRST))
    marked_up = Passage("1", Block("paragraph", FIRST, (Mark(4, 9, "emphasis"),)))
    revision = revise(version((plain,)), version((marked_up,), 2), ((),))
    assert said(revision) == [("markup", "1", "1")]


def test_what_is_known_of_the_article_is_compared_too_but_not_the_events_it_is_tied_to() -> None:
    passages = History.of(TEXTS).states[0]
    later = replace(ARTICLE, title="The last ferry", published=DateSpan.parse("2001-05-05"))
    revision = revise(version(passages), version(passages, 2, later), ((),))
    assert [(one.field, str(getattr(one.now, "written", one.now))) for one in revision.particulars] == [
        ("title", "The last ferry"), ("published", "2001-05-05"),
    ]  # fmt: skip


def test_a_lineage_that_was_lost_shows_nothing_under_a_wrong_number() -> None:
    before, after = number("1", FIRST), number("9", FIRST)
    assert said(revise(version((before,)), version((after,), 2), ((),))) == [
        ("deleted", "1", ""),
        ("inserted", "", "9"),
    ]


def number(passage: str, text: str) -> Passage:
    return Passage(passage, Block("paragraph", text))


WORDS = st.sampled_from(
    ["the", "boat", "40", "43", "not", "“quay”", '"quay"', "Haddad", "came", "—", "on", "a.", "e\u0301", "جسر"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
STATE = st.lists(TEXT, min_size=1, max_size=6)


@given(st.lists(STATE, min_size=2, max_size=4))
def test_both_versions_stand_whole_in_their_comparison_and_agree_outside_of_the_marks(states: list[list[str]]) -> None:
    history = History.of(*states)
    revision = compare(history)
    rows = revision.passages
    for side, passages in (("was", history.states[0]), ("now", history.states[-1])):
        shown = [one.passage for row in rows for one in getattr(row, side)]
        assert sorted(one.id for one in shown) == sorted(one.id for one in passages)
        assert {one.id: one.text for one in shown} == {one.id: one.text for one in passages}
    for row in rows:
        if row.was and row.now:
            assert unmarked(row, "was") == unmarked(row, "now")


def unmarked(row: PassageRevision, side: str) -> str:
    """What stands outside of the marks, as it is compared; of `“quay” “quay”` a mark may begin behind the first sign."""
    found = []
    for one in getattr(row, side):
        text, last = one.passage.text, 0
        for span in one.changed:
            found.append(text[last : span.start])
            last = span.end
        found.append(text[last:])
    return "".join(fold_typography(" ".join(found)).split())


@given(st.lists(STATE, min_size=2, max_size=2))
def test_what_is_called_moved_from_one_version_to_the_next_is_what_the_lineage_says(states: list[list[str]]) -> None:
    history = History.of(*states)
    moved = {one.passage for one in history.steps[0] if one.how == "moved"}
    found = {one.passage.id for row in compare(history).passages if row.moved for one in row.now}
    assert moved <= found
    assert not {one for one in found - moved if one in history.states[0]}


@given(st.lists(STATE, min_size=3, max_size=4))
def test_nothing_is_marked_between_equal_versions_however_many_lie_between(states: list[list[str]]) -> None:
    history = History.of(*states)
    revision = compare(history, 2, 2)
    assert (said(revision), marked(revision)) == ([], ([], []))
