"""What changed between two texts, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.permalinks.differences import differences
from reading_room.permalinks.folding import fold_typography


@pytest.mark.parametrize(
    ("was", "now", "changes"),
    [
        ("a b c", "a b c", []),
        ("about 300 carts", "about 310 carts", [("300", "310", "figure")]),
        ("two boats came", "three boats came", [("two", "three", "figure")]),
        ("he did agree", "he didn't agree", [("did", "didn't", "negation")]),
        ("он подписал", "он не подписал", [("", "не", "negation")]),
        ("said Haddad today", "said Khoury today", [("Haddad", "Khoury", "name")]),
        ("a red boat came", "a boat came", [("red", "", "words")]),
        ("Yes, it is", "Yes it is", [(",", "", "words")]),
        ("the “old” boat", 'the "old" ship', [("boat", "ship", "words")]),
        ("12 men and Haddad", "14 men and Khoury", [("12", "14", "figure"), ("Haddad", "Khoury", "name")]),
    ],
)
def test_changes_are_told_with_what_they_have_in_them(was: str, now: str, changes: list[tuple[str, str, str]]) -> None:
    found = differences(was, now)
    assert [(one.was, one.now, *one.kinds) for one in found if one.kinds != ("typography",)] == changes


def test_a_capital_that_only_begins_a_sentence_is_no_name() -> None:
    (change,) = differences("Boats came.", "Ships came.")
    assert change.kinds == ("words",)


def test_one_change_can_be_of_several_kinds() -> None:
    (change,) = differences("at dawn 300 left", "at dawn nobody left")
    assert change.kinds == ("figure", "negation")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_have_changes_exactly_where_they_differ(was: str, now: str) -> None:
    found = differences(was, now)
    if was == now:
        assert found == ()
    elif fold_typography(was) == fold_typography(now):
        assert [one.kinds for one in found] == [("typography",)]
    for change in found:
        assert change.was in was
        assert change.now in now


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_typography(fold_typography(text)) == fold_typography(text)
