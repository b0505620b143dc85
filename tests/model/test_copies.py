"""Pairs of articles with the same text, seen from an article and from a passage."""

from reading_room.model.copies import Copy, SameText, copies, groups

PAIRS = (
    SameText(("a", "b"), (0.9, 0.6), ((0, 1), (1, 2))),
    SameText(("b", "c"), (1.0, 0.8), ((1, 0),)),
    SameText(("d", "e"), (1.0, 1.0), ((0, 0), (0, 3), (3, 0), (3, 3))),
)


def test_each_article_has_its_copies_with_its_own_share() -> None:
    found = copies(PAIRS)
    assert found["a"] == (Copy("b", 0.9),)
    assert found["b"] == (Copy("a", 0.6), Copy("c", 1.0))
    assert "f" not in found


def test_passages_that_say_the_same_by_way_of_a_third_are_known_by_one_of_them() -> None:
    found = groups(PAIRS)
    assert found["a", 0] == found["b", 1] == found["c", 0] == ("a", 0)
    assert found["a", 1] == found["b", 2] == ("a", 1)
    assert ("b", 0) not in found


def test_a_passage_that_an_article_has_twice_is_one_with_its_copies() -> None:
    found = groups(PAIRS)
    assert {found["d", 0], found["d", 3], found["e", 0], found["e", 3]} == {("d", 0)}


def test_what_passages_are_known_by_does_not_depend_on_the_order_of_the_pairs() -> None:
    assert groups(PAIRS) == groups(PAIRS[::-1])
