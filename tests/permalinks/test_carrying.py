"""Words followed from each version to the next."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.lineage import Carried, Change
from reading_room.permalinks.carrying import Carriage, WordAt
from reading_room.permalinks.folding import folded
from tests.permalinks.histories import History

A = "The army took the old city at dawn on Friday."
B = "Forty carts crossed the bridge in the first hour, and a crowd of children watched."
C = "No boat passed below, and the ferrymen went home early."


def carried(history: History, passage: str) -> dict[int, WordAt]:
    """Where the words of a passage of the first version stand in the last one."""
    count = len(folded(next(one.text for one in history.states[0] if one.id == passage)).keys)
    found = Carriage(history.steps).carry((passage, word) for word in range(count))
    return {word: there for (_, word), there in found.items()}


def test_words_of_a_kept_passage_stay_where_they_are() -> None:
    assert carried(History.of([A, B], [A, B, C]), "2") == {word: ("2", word) for word in range(15)}


def test_a_word_put_in_moves_the_words_behind_it() -> None:
    found = carried(History.of([A, B], [A.replace("army", "whole army"), B]), "1")
    assert found == {0: ("1", 0)} | {word: ("1", word + 1) for word in range(1, 10)}


def test_a_word_taken_out_is_carried_nowhere() -> None:
    found = carried(History.of([A, B], [A.replace("old ", ""), B]), "1")
    assert 4 not in found
    assert found[5] == ("1", 4)


def test_a_sentence_put_into_another_passage_takes_its_words_with_it() -> None:
    sentence = "Nobody in the harbour had seen such a morning."
    history = History.of([f"{A} {sentence}", B, C], [A, B, f"{C} {sentence}"])
    assert [carried(history, "1")[word] for word in (10, 17)] == [("3", 10), ("3", 17)]


def test_a_split_passage_hands_its_words_to_both_parts() -> None:
    history = History.of([A, f"{B} {C}"], [A, B, C])
    parts = {passage for passage, _ in carried(history, "2").values()}
    assert len(parts) == 2
    assert len(carried(history, "2")) == 25


def test_merged_passages_keep_the_words_of_both() -> None:
    history = History.of([A, B, C], [A, f"{B} {C}"])
    merged = history.states[1][1].id
    assert carried(history, "2")[0] == (merged, 0)
    assert carried(history, "3")[0] == (merged, 15)


def test_of_words_that_nobody_noted_nothing_is_said() -> None:
    history = History.of([A, B], [A.replace("old", "whole"), B])
    unnoted = tuple(tuple(replace(change, words=None) for change in changes) for changes in history.steps)
    assert carried(replace(history, steps=unnoted), "1") == {}
    assert len(carried(replace(history, steps=unnoted), "2")) == 15


def test_a_row_of_words_is_written_once() -> None:
    history = History.of([A, B], [A.replace("army", "whole army"), B])
    (edited,) = [change for change in history.steps[0] if change.how == "edited"]
    assert edited == Change("1", "edited", words=(Carried("1", 0, 0, 1), Carried("1", 1, 2, 9)))


WORDS = st.sampled_from(["army", "bridge", "cart", "dawn", "east", "ferry", "gate", "harbour", "island", "jetty"])
VERSION = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=5)


@given(st.lists(VERSION, min_size=2, max_size=4))
def test_what_is_carried_is_the_same_word_and_no_two_come_to_one_place(versions: list[list[str]]) -> None:
    history = History.of(*versions)
    texts = [{one.id: folded(one.text).keys for one in state} for state in history.states]
    for number, steps in enumerate(history.steps):
        words = [(passage, word) for passage, keys in texts[number].items() for word in range(len(keys))]
        found = Carriage([steps]).carry(words)
        assert len(set(found.values())) == len(found)
        for (passage, word), (there, at) in found.items():
            assert texts[number][passage][word] == texts[number + 1][there][at]


@given(st.lists(VERSION, min_size=3, max_size=4))
def test_carrying_composes(versions: list[list[str]]) -> None:
    history = History.of(*versions)
    words = [(one.id, word) for one in history.states[0] for word in range(len(folded(one.text).keys))]
    first = Carriage(history.steps[:1]).carry(words)
    rest = Carriage(history.steps[1:]).carry(first.values())
    assert Carriage(history.steps).carry(words) == {word: rest[there] for word, there in first.items() if there in rest}
