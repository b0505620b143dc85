"""What `benchmarks/permalinks.py` takes for true of a link in an edit history."""

from collections.abc import Sequence
from itertools import pairwise

from permalinks_histories import Case, LinkMade, State, composed, step, with_returned

from benchmarks.permalinks import expect, expect_by_steps, judge

BEFORE = "The ferry leaves the island at seven every morning of the week."
BEHIND = "Nobody has counted the lamps along the eastern wall since the war."
OTHER = "A bell is rung from the tower when the fog comes in."


def case(*versions: Sequence[str]) -> Case:
    states = [State.of(passages) for passages in versions]
    steps = [step(old, new) for old, new in pairwise(states)]
    by_steps = composed(states, steps, 0, len(states) - 1)
    same = with_returned(states[0], states[-1], by_steps)
    return Case("made up", states[0], states[-1], same, by_steps, 0.0, {})


def link(made: Case, words: str) -> LinkMade:
    keys = [word.key for word in made.old.words]
    wanted = words.casefold().split()
    first = next(at for at in range(len(keys)) if keys[at : at + len(wanted)] == wanted)
    return LinkMade("words", first, first + len(wanted) - 1)


def test_words_that_were_spelt_otherwise_for_a_while_stand_again() -> None:
    made = case(
        [BEFORE, "Old, in force from July", BEHIND],
        [BEFORE, "Draft of it", BEHIND],
        [BEFORE, "New, in force from May", BEHIND],
    )
    one = link(made, "In force from July")
    assert (expect(made, one), expect_by_steps(made, one)) == ("found", "gone")


def test_a_heading_that_moved_and_was_numbered_anew_stands() -> None:
    made = case(["9. Ferry tolls", BEFORE, BEHIND, OTHER], [BEFORE, BEHIND, OTHER, "4.2. Ferry tolls"])
    assert expect(made, link(made, "9 Ferry tolls")) == "found"


def test_common_words_alone_are_not_owed() -> None:
    filler = [f"The boat {number} of the island and of the town." for number in range(60)]
    made = case([*filler, "Dues and of the", BEHIND], [*filler, "Tolls and of the", BEHIND])
    one = link(made, "Dues and of the")
    assert (expect(made, one), expect_by_steps(made, one)) == ("between", "found")


def test_of_places_with_the_same_words_the_one_with_the_surroundings_of_the_link_is_right() -> None:
    contents = ["Ferry tolls in winter", "Lamps", "Bells"]
    made = case(
        [BEFORE, "Ferry tolls in winter months", BEHIND],
        [*contents, BEFORE, "The ferry tolls in winter", BEHIND],
    )
    one = link(made, "Ferry tolls in winter")
    text = made.new.passages.index("The ferry tolls in winter")
    assert "wrong" not in judge(made, one, [(text, 4, len("The ferry tolls in winter"))])


def test_a_place_without_any_of_the_words_is_wrong() -> None:
    made = case([BEFORE, BEHIND, OTHER], [BEFORE, BEHIND, OTHER])
    assert "wrong" in judge(made, link(made, "counted the lamps"), [(2, 0, 6)])
