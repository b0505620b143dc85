"""What stands around a quotation in its sentences, compared apart from the words themselves."""

import pytest

from reading_room.model.resolution import WordChange
from reading_room.permalinks.around import around as compare
from tests.permalinks.histories import History, after

FIRST, LAST = "Schools stayed shut for a week.", "Residents described long queues outside the only bakery."
WORDS = "At least 12 people were killed in Homs"


def around(now: str, was: str = f"{WORDS}.", words: str = WORDS) -> tuple[WordChange, ...]:
    return after(words, [FIRST, was, LAST], [FIRST, now, LAST]).around


@pytest.mark.parametrize("figure", [12, 17])
@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("It is not true that at least {} people were killed in Homs.", [("It is not true that", "negation")]),
        ("At least {} people were killed in Homs, which nobody said.", [(", which nobody said", "negation")]),
        (
            "Nobody said that at least {} people were killed in Homs, Aleppo and Hama.",
            [("Nobody said that", "negation"), (", Aleppo and Hama", "name")],
        ),
        ("At least {} people were killed in Homs.", []),
    ],
)
def test_what_came_to_stand_around_the_words_is_told_whether_they_were_edited_or_not(
    figure: int, form: str, expected: list[tuple[str, str]]
) -> None:
    found = around(form.format(figure))
    assert [(one.was, one.now, one.kinds) for one in found] == [("", now, (kind,)) for now, kind in expected]


def test_what_was_taken_out_around_them_is_told_too() -> None:
    assert around(f"{WORDS}.", f"Nobody said that {WORDS}.") == (WordChange("Nobody said that", "", ("negation",)),)


def test_an_edit_of_the_words_is_not_told_twice_nor_the_typography_around_them() -> None:
    was = f"“{WORDS}”, the mayor said."
    assert around(was.replace("12", "17").replace("“", '"').replace("”", '"'), was) == ()


def test_a_figure_that_left_the_words_for_their_sentence_is_none_that_was_added_around_them() -> None:
    history = History.of([f"{WORDS} on 5 May."], ["On 5 May at least 12 people were killed in Homs."])
    was, now = history.quote(f"{WORDS} on 5 May"), history.quote("at least 12 people were killed in Homs", version=2)
    found = compare(history.states[0], was.all_stretches, history.states[1], now.all_stretches, "en")
    assert found
    assert found.changes == (WordChange("", "On 5 May", ("words",)),)
    assert found.pointed == ()


def test_a_negation_is_told_though_there_is_another_one_in_the_words() -> None:
    mayor = "The mayor said nobody would be dismissed this year"
    (change,) = around(f"It is not true that the{mayor[3:]}.", f"{mayor}.", mayor)
    assert (change.now, change.kinds) == ("It is not true that", ("negation",))


def test_around_a_sentence_that_is_quoted_whole_its_neighbours_do_not_count() -> None:
    assert around(f"Nobody came. {WORDS}. It was not so.") == ()
