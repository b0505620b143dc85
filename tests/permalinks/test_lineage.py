"""Passage numbers for life."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.model.article import Block, Passage
from reading_room.model.lineage import Change
from reading_room.permalinks.lineage import number_first, number_next

WORDS = ("army", "base", "city", "dawn", "east", "fort", "gate", "hill", "inn", "jail")
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
    | st.sampled_from(["***", "—", "مدينة", "城"]),
    max_size=8,
)

A = "The army took the old city at dawn, the ministry said."
B = "Forty carts crossed the bridge in the first hour of the day."
C = "No boat passed below, and the ferrymen went home early."
D = "The governor spoke of rain, of grain and of the price of bread."


def blocks(texts: Sequence[str]) -> list[Block]:
    return [Block("paragraph", text) for text in texts]


def numbers(passages: Sequence[Passage]) -> list[str]:
    return [passage.id for passage in passages]


def revise(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Numbers after one edit of a first version, and what became of each passage."""
    passages = number_first(blocks(before))
    revised, changes = number_next(passages, blocks(after), set(numbers(passages)))
    return numbers(revised), {change.passage: change.how for change in changes}


def test_a_first_version_counts_from_one() -> None:
    assert numbers(number_first(blocks([A, B, C]))) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([A, B, C], ["1", "2", "3"]),
        ([A, D, B, C], ["1", "1a", "2", "3"]),
        ([A, "Short.", D, B, C], ["1", "1a", "1b", "2", "3"]),
        ([D, A, B, C], ["0a", "1", "2", "3"]),
        ([A, B, C, D], ["1", "2", "3", "4"]),
        ([B, C], ["2", "3"]),
        ([A, B], ["1", "2"]),
        ([A, C], ["1", "3"]),
        ([B, A, C], ["2", "1", "3"]),
        ([C, B, A], ["3", "2", "1"]),
        ([D], ["4"]),
        ([], []),
    ],
)
def test_a_passage_keeps_its_number_through_an_edit(after: list[str], expected: list[str]) -> None:
    assert revise([A, B, C], after)[0] == expected


def test_an_edited_passage_is_still_the_same_passage() -> None:
    ids, how = revise([A, B, C], [A, B.replace("Forty", "Fifty"), C])
    assert ids == ["1", "2", "3"]
    assert how == {"1": "kept", "2": "edited", "3": "kept"}


def test_a_change_of_punctuation_alone_is_an_edit() -> None:
    assert revise([A], [A.replace(",", " —")])[1] == {"1": "edited"}


def test_a_rewritten_passage_is_another_passage() -> None:
    ids, how = revise([A, B, C], [A, D, C])
    assert ids == ["1", "1a", "3"]
    assert how == {"1": "kept", "1a": "inserted", "3": "kept", "2": "deleted"}


def test_of_two_that_changed_places_one_is_kept_and_the_other_moved() -> None:
    assert sorted(revise([A, B], [B, A])[1].values()) == ["kept", "moved"]


def test_the_most_alike_passage_gets_the_number_and_not_the_first_one() -> None:
    worse, better = B.replace("first hour of the day", "very last week"), B.replace("day", "year")
    assert revise([A, B, C], [A, worse, better, C])[0] == ["1", "1a", "2", "3"]


def test_equal_passages_keep_their_order() -> None:
    assert revise(["***", A, "***", B, "***"], ["***", A, "***", "***"])[0] == ["1", "2", "3", "5"]


def test_the_number_of_a_deleted_passage_is_not_given_to_another() -> None:
    first = number_first(blocks([A, B]))
    used = set(numbers(first))
    second, _ = number_next(first, blocks([A]), used)
    third, changes = number_next(second, blocks([A, D]), used)
    assert numbers(third) == ["1", "3"]
    assert changes[-1] == Change("3", "inserted", words=())


def test_the_letter_of_a_deleted_insertion_is_not_given_again() -> None:
    third, _ = number_next(
        (Passage("1", blocks([A])[0]), Passage("2", blocks([B])[0])), blocks([A, D, B]), {"1", "1a", "2"}
    )
    assert numbers(third) == ["1", "1b", "2"]


def test_after_z_comes_aa() -> None:
    used = {"1", "2", *(f"1{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")}
    first = (Passage("1", blocks([A])[0]), Passage("2", blocks([B])[0]))
    assert numbers(number_next(first, blocks([A, D, B]), used)[0]) == ["1", "1aa", "2"]


@settings(max_examples=80)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_over_any_series_of_edits_numbers_are_unique_and_none_is_ever_used_for_another_passage(
    series: list[list[str]],
) -> None:
    passages = number_first(blocks(series[0]))
    used = set(numbers(passages))
    for texts in series[1:]:
        before = numbers(passages)
        passages, changes = number_next(passages, blocks(texts), used)
        now = numbers(passages)
        assert len(set(now)) == len(now) == len(texts)
        assert [passage.text for passage in passages] == texts
        assert not (set(now) - set(before)) & used
        used |= set(now)
        fates = {change.passage: change.how for change in changes}
        assert len(fates) == len(changes)
        assert {number for number, how in fates.items() if how in ("inserted", "split")} == set(now) - set(before)
        assert {number for number, how in fates.items() if how in ("deleted", "merged")} == set(before) - set(now)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_an_unchanged_text_that_stands_once_keeps_its_number(before: list[str], after: list[str]) -> None:
    passages = number_first(blocks(before))
    revised, _ = number_next(passages, blocks(after), set(numbers(passages)))
    for passage in passages:
        if before.count(passage.text) == after.count(passage.text) == 1:
            assert passage.id in [new.id for new in revised if new.text == passage.text]


@settings(max_examples=60)
@given(TEXTS)
def test_reading_the_same_text_again_changes_nothing(texts: list[str]) -> None:
    passages = number_first(blocks(texts))
    again, changes = number_next(passages, blocks(texts), set(numbers(passages)))
    assert again == passages
    assert {change.how for change in changes} <= {"kept"}


def test_a_book_of_two_thousand_passages_keeps_its_numbers_when_every_one_is_edited() -> None:
    texts = [
        " ".join(WORDS[(n // 10**k) % 10] + str(n % (k + 7)) for k in range(8)) + f" u{n} v{n}" for n in range(2000)
    ]
    ids, how = revise(texts, [text.replace(f"v{n}", f"w{n}") for n, text in enumerate(texts)])
    assert ids == [str(n) for n in range(1, 2001)]
    assert set(how.values()) == {"edited"}


def test_of_a_split_passage_the_larger_part_keeps_the_number_and_the_other_says_where_it_was_cut_from() -> None:
    before = number_first(blocks([A, f"{B} {C} And nobody was hurt that day.", D]))
    after, changes = number_next(before, blocks([A, B, f"{C} And nobody was hurt that day.", D]), {"1", "2", "3"})
    assert numbers(after) == ["1", "1a", "2", "3"]
    assert [(one.passage, one.how, one.other) for one in changes if one.how != "kept"] == [
        ("1a", "split", "2"),
        ("2", "edited", None),
    ]


def test_the_number_of_a_passage_that_was_merged_leads_to_the_one_that_has_its_words() -> None:
    before = number_first(blocks([A, f"{B} And nobody was hurt that day.", C, D]))
    joined = f"{before[1].text} {C}"
    after, changes = number_next(before, blocks([A, joined, D]), {"1", "2", "3", "4"})
    assert numbers(after) == ["1", "2", "4"]
    assert Change("3", "merged", "2") in changes


def test_a_passage_cut_into_three_lives_on_in_all_of_them() -> None:
    before = number_first(blocks([f"{A} {B} {C}"]))
    after, changes = number_next(before, blocks([A, B, C]), {"1"})
    assert [change.how for change in changes].count("split") == 2
    assert {change.other for change in changes if change.how == "split"} == {"1"}
    assert "1" in numbers(after)


def test_three_passages_become_one() -> None:
    before = number_first(blocks([A, B, C]))
    _, changes = number_next(before, blocks([f"{A} {B} {C}"]), {"1", "2", "3"})
    assert sorted(change.how for change in changes) == ["edited", "merged", "merged"]


def test_a_passage_that_only_shares_a_standing_phrase_is_no_part_of_another() -> None:
    before = number_first(blocks([f"{A} {B}", "The ministry said nothing."]))
    _, changes = number_next(before, blocks([f"{A} {B}", "No boat passed, the ministry said."]), {"1", "2"})
    assert not {"split", "merged"} & {change.how for change in changes}


def test_a_passage_cut_to_a_third_of_its_length_keeps_its_number() -> None:
    before = number_first(blocks([A, f"{B} {C} {D}", A[:20]]))
    assert numbers(number_next(before, blocks([A, B, A[:20]]), {"1", "2", "3"})[0]) == ["1", "2", "3"]


ROWS = ["Day;\tCarts", "7 May;\t40", "8 May;\tforty carts and a very old tractor;\t12", "9 May;\t7"]
AS_PARAGRAPH = "| Day | Carts | |---|---| " + " ".join(
    f"| {row.replace(chr(59) + chr(9), ' | ')} |" for row in ROWS[1:]
)


def tables_read(rows: Sequence[str]) -> list[Block]:
    return [
        Block("paragraph", A),
        Block("header-row", rows[0]),
        *(Block("row", row) for row in rows[1:]),
        Block("paragraph", C),
    ]


@pytest.mark.parametrize("rows", [ROWS, [*ROWS[:2], ROWS[3]]])
def test_a_table_that_stood_as_a_paragraph_is_split_into_its_rows_also_the_short_ones(rows: list[str]) -> None:
    paragraph = (
        AS_PARAGRAPH
        if rows == ROWS
        else AS_PARAGRAPH.replace(" | 8 May | forty carts and a very old tractor | 12 |", "")
    )
    before = number_first(blocks([A, paragraph, C]))
    revised, changes = number_next(before, tables_read(rows), {"1", "2", "3"})
    assert {one.how for one in changes if one.passage not in ("1", "2", "3")} == {"split"}
    assert {one.other for one in changes if one.how == "split"} == {"2"}
    assert "2" in numbers(revised)
    carried = [(row.origin, row.first, row.size) for one in changes for row in one.words or ()]
    assert sum(size for _, _, size in carried) == sum(len(row.replace(";\t", " ").split()) for row in rows)


def test_a_row_that_came_in_as_a_paragraph_became_a_table_is_no_part_of_it() -> None:
    before = number_first(blocks([A, AS_PARAGRAPH, C]))
    _, changes = number_next(before, tables_read([*ROWS, "10 June;\tnobody"]), {"1", "2", "3"})
    assert [one.how for one in changes].count("inserted") == 1
