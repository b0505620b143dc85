"""Articles are grouped by the events that they tell of, whatever order they come in and whoever published them."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.grouping import grouped
from reading_room.comparing.telling import told
from tests.comparing.stories import EVENTS, FERRY, stories, story

KNOWN = tuple(sorted(tuple(f"{event}-{at}" for at in range(len(texts))) for event, texts in EVENTS.items()))


@pytest.mark.parametrize("dated", [True, False])
def test_stories_of_one_event_are_together_and_those_of_its_twin_apart(dated: bool) -> None:
    assert grouped(stories(dated=dated)) == KNOWN


def test_the_order_of_the_articles_changes_no_group() -> None:
    shuffled = stories()
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert grouped(shuffled) == KNOWN


def test_what_an_outlet_is_called_changes_no_group() -> None:
    assert stories(outlet="zenith-of-gullholm-albatross") == stories()


def test_what_articles_are_called_changes_no_group() -> None:
    renamed = [replace(one, key=f"{at * 7 % 12:02}") for at, one in enumerate(stories())]
    names = {new.key: old.key for new, old in zip(renamed, stories(), strict=True)}
    assert sorted(tuple(sorted(names[key] for key in group)) for group in grouped(renamed)) == list(KNOWN)


def test_an_unrelated_article_changes_no_other_group() -> None:
    unrelated = story(
        "chess", "Chess problem of the week", "White to move and mate in three, a study by Troitzky.", "2001-05-08"
    )
    assert grouped([*stories(), unrelated]) == tuple(sorted((*KNOWN, ("chess",))))


def test_a_late_story_of_an_old_event_is_with_it_by_the_day_that_it_speaks_of() -> None:
    late = story(
        "late",
        "When the Albatross went down",
        "On 7 May 2001 the ferry Albatross struck the Hagen rock off Gullholm. Captain Lindqvist is retired now; "
        "fishermen who took off the forty passengers met again.",
        "2011-05-07",
    )
    assert ("ferry-0", "ferry-1", "ferry-2", "ferry-3", "late") in grouped([*stories(), late])


def test_copies_are_together_though_their_words_are_compared_with_nothing() -> None:
    one = told("one", "", ["Whatever the one says of herrings."])
    other = told("other", "", ["Quite another thing about chess."])
    assert grouped([one, other]) == (("one",), ("other",))
    assert grouped([one, other], [("one", "other")]) == (("one", "other"),)


def test_a_copy_is_where_the_text_is() -> None:
    title, text = FERRY[0]
    again = story("again", title, text, "2001-05-09")
    assert ("again", "ferry-0", "ferry-1", "ferry-2", "ferry-3") in grouped([*stories(), again], [("ferry-0", "again")])


@given(st.lists(st.text(), max_size=12))
def test_every_article_is_in_exactly_one_group_whatever_it_says(texts: list[str]) -> None:
    groups = grouped([told(str(at), text[:20], [text]) for at, text in enumerate(texts)])
    assert sorted(key for group in groups for key in group) == sorted(map(str, range(len(texts))))
