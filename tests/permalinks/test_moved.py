"""Sentences that only moved: neither taken out nor put in, and nothing that they say was."""

import pytest

from reading_room.model.resolution import WordChange
from reading_room.permalinks.selection import select_code_points
from tests.permalinks.histories import History, after

PRICES = "Prices rose by 12 percent in March, the office said."
MAYOR = "The mayor of Douma said nobody would be dismissed this year."
BREAD = "Bread is sold on three days of the week only."
END = ["Residents described long queues outside the only bakery.", "Schools stayed shut for a week."]
QUOTED = f"{PRICES} {MAYOR} {BREAD}"


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ([f"{PRICES} {BREAD}", *END, MAYOR], MAYOR),
        ([f"{PRICES} {BREAD}", f"{END[0]} {MAYOR}", END[1]], MAYOR),
        ([f"{MAYOR} {BREAD}", *END, PRICES], PRICES),
        ([f"{PRICES} {BREAD}", *END, MAYOR.replace("The mayor", "The\N{NO-BREAK SPACE}mayor")], MAYOR),
    ],
)
def test_a_sentence_that_stands_elsewhere_is_said_to_have_moved_and_nothing_in_it_to_be_taken_out(
    now: list[str], left: str
) -> None:
    found = after(QUOTED, [QUOTED, *END], now)
    assert found.status == "edited"
    assert found.changes == (WordChange(left, "", ("moved",)),)


@pytest.mark.parametrize(
    "there",
    ["", MAYOR.replace("nobody", "somebody"), MAYOR.replace("this year.", "this year?")],
    ids=["nowhere", "another word", "another sign"],
)
def test_one_that_stands_nowhere_or_says_another_thing_was_taken_out(there: str) -> None:
    found = after(QUOTED, [QUOTED, *END], [f"{PRICES} {BREAD}", *END, *filter(None, [there])])
    (change,) = found.changes
    assert "moved" not in change.kinds
    assert "negation" in change.kinds


def test_one_of_two_copies_was_taken_out_though_the_other_one_stands() -> None:
    found = after(QUOTED, [QUOTED, *END, MAYOR], [f"{PRICES} {BREAD}", *END, MAYOR])
    assert [change.kinds for change in found.changes] == [("name", "negation")]


def test_a_figure_that_changed_beside_a_sentence_that_moved_is_told_by_itself() -> None:
    found = after(QUOTED, [QUOTED, *END], [f"{PRICES.replace('12', '17')} {BREAD}", *END, MAYOR])
    assert found.changes == (WordChange("12", "17", ("figure",)), WordChange(MAYOR, "", ("moved",)))


def test_a_row_of_words_whose_sentence_began_elsewhere_is_known_again_too() -> None:
    paxton = "Paxton could return home, but his wife has been living in Puerto Vallarta."
    quoted = f"It barred those who had been in the country for long, said Mr. {paxton} {BREAD}"
    now = [f"It barred those who had been in the country for long, said Mr. {BREAD}", *END, paxton]
    assert [one.kinds for one in after(quoted, [quoted, *END], now).changes] == [("moved",)]


def test_a_few_words_that_deny_elsewhere_now_are_no_sentence_that_moved() -> None:
    was = ["The mayor did not want to resign, and the council met on Monday.", *END]
    now = ["The mayor resigned, and the council met on Monday.", END[0], f"{END[1][:-1]}, as many did not want to."]
    (change,) = after(was[0], was, now).changes
    assert "negation" in change.kinds


def test_two_passages_that_changed_places_are_unchanged() -> None:
    history = History.of([END[0], MAYOR, BREAD, END[1]], [END[0], BREAD, MAYOR, END[1]])
    both = select_code_points(history.states[0], ("2", 0), ("3", len(BREAD)))
    assert both
    found = history.resolve(both)
    assert (found.status, found.changes) == ("moved", ())
    assert sorted(one.text for one in found.found) == [BREAD[:-1], MAYOR[:-1]]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("กองทัพโจมตีฮามาเมื่อวานนี้ ผู้ว่าออกไปจากเมืองแล้ว", ["กองทัพโจมตีฮามาเมื่อวานนี้", "ผู้ว่าออกไปจากเมืองแล้ว"]),
        ("桥在春天被关闭了。孩子们留在家中。", ["桥在春天被关闭了。", "孩子们留在家中。"]),
    ],
)
def test_a_passage_split_between_sentences_of_a_script_without_spaces_is_unchanged(
    whole: str, parts: list[str]
) -> None:
    found = after(whole, [END[0], whole, END[1]], [END[0], *parts, END[1]])
    assert (found.status, found.changes) == ("moved", ())


def test_a_space_that_went_where_no_passage_ends_is_an_edit_still() -> None:
    whole = "กองทัพโจมตีฮามาเมื่อวานนี้ ผู้ว่าออกไปจากเมืองแล้ว"
    found = after(whole, [END[0], whole, END[1]], [END[0], whole.replace(" ", ""), END[1]])
    assert found.status == "edited"
