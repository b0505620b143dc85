"""Articles are grouped by the events that they tell of, whatever order they come in and whoever published them."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.groups.grouping import grouped
from reading_room.comparing.groups.telling import Telling, told
from tests.comparing.stories import BUDGET, EVENTS, FERRY, WAREHOUSE, stories, story
from tests.comparing.twin_stories import KINDS, TWO_LANGUAGES, tellings_of

KNOWN = tuple(sorted(tuple(f"{event}-{at}" for at in range(len(texts))) for event, texts in EVENTS.items()))


KNOWN_FERRY = tuple(f"ferry-{at}" for at in range(4))


def told_on(key: str, title: str, text: str, language: str) -> Telling:
    """A story in another language that tells of the day of the ferry."""
    days = next(one.days for one in stories() if one.key == "ferry-0")
    return told(key, title, [text], days, language)


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


@pytest.mark.parametrize("kind", KINDS)
def test_two_events_of_one_kind_at_one_place_are_apart_and_what_else_befell_there_is_with_neither(kind: str) -> None:
    tellings = tellings_of(kind)
    known = [[one.key for one in tellings if one.key.startswith(name)] for name in ("one", "other")]
    alone = [[one.key] for one in tellings if one.key.startswith("elsewhere")]
    assert sorted(map(list, grouped(tellings))) == sorted([*known, *alone])


@pytest.mark.parametrize("kind", KINDS)
def test_twins_are_apart_among_the_stories_of_all_others(kind: str) -> None:
    everything = [replace(one, key=f"{of}-{one.key}") for of in KINDS for one in tellings_of(of)]
    groups = grouped(everything)
    for name in ("one", "other"):
        assert tuple(f"{kind}-{name}-{at}" for at in range(4)) in groups


@pytest.mark.parametrize("kind", KINDS)
def test_two_stories_of_each_twin_are_enough_to_tell_them_apart(kind: str) -> None:
    few = [one for one in tellings_of(kind) if one.key in ("one-0", "one-1", "other-0", "other-1")]
    assert grouped(few) == (("one-0", "one-1"), ("other-0", "other-1"))


@pytest.mark.parametrize("kind", KINDS)
def test_one_story_of_another_year_is_alone(kind: str) -> None:
    stories_of = {one.key: one for one in tellings_of(kind)}
    assert grouped([stories_of["one-0"], stories_of["one-1"], stories_of["other-3"]]) == (
        ("one-0", "one-1"),
        ("other-3",),
    )
    assert grouped([stories_of["one-0"], stories_of["other-0"]]) == (("one-0",), ("other-0",))


def test_a_text_in_another_language_is_no_stranger_for_having_only_names_in_common() -> None:
    *english, french = [story(*one) for one in TWO_LANGUAGES]
    assert grouped([*english, replace(french, language="fr")]) == (("en-0", "en-1", "en-2", "fr-0"),)
    assert ("fr-0",) in grouped([*english, french])


def test_the_budget_of_a_town_is_not_with_the_fire_of_the_same_days() -> None:
    fire = [story(f"fire-{at}", *texts, "2001-05-09") for at, texts in enumerate(WAREHOUSE)]
    assert ("budget",) in grouped([*fire, story("budget", *BUDGET, "2001-05-09")])


def test_stories_in_other_scripts_are_with_those_that_name_the_same_people_and_places_on_the_same_days() -> None:
    russian = told_on(
        "russian", "Паром затонул у Гуллхольма", "Паром у Гуллхольма затонул, капитан Линдквист спасен.", "ru"
    )
    arabic = told_on("arabic", "غرق عبارة", "غرقت عبارة في غولهولم وأنقذ القبطان ليندكفيست.", "ar")
    assert ("arabic", *KNOWN_FERRY, "russian") in grouped([*stories(), russian, arabic])


def test_an_event_that_the_keeper_made_of_two_groups_is_one() -> None:
    placed = {f"{name}-{at}": ["the-ferries"] for name in ("ferry", "other") for at in range(3)}
    both = (*KNOWN_FERRY, *(f"other-{at}" for at in range(4)))
    assert both in grouped(stories(), accounts=placed)
    assert both not in grouped(stories(), accounts={"ferry-0": ["the-ferries"], "other-0": ["the-ferries"]})


def test_an_article_of_two_events_is_with_the_one_that_it_is_nearer_to() -> None:
    placed = {f"{name}-{at}": [name] for name in ("ferry", "other") for at in range(3)}
    placed |= {"ferry-3": ["other", "ferry"], "other-3": ["ferry", "other"]}
    groups = grouped(stories(), accounts=placed)
    assert KNOWN_FERRY in groups
    assert tuple(f"other-{at}" for at in range(4)) in groups


def test_articles_that_were_placed_in_two_events_are_never_in_one_group() -> None:
    accounts = {"ferry-0": ["rescue"], "ferry-1": ["rescue"], "ferry-2": ["inquiry"], "ferry-3": ["rescue", "inquiry"]}
    groups = grouped(stories(), accounts=accounts)
    assert not any({"ferry-0", "ferry-2"} <= set(group) or {"ferry-1", "ferry-2"} <= set(group) for group in groups)
    assert any({"ferry-0", "ferry-1"} <= set(group) for group in groups)


def test_articles_that_share_one_of_their_events_may_be_in_one_group() -> None:
    accounts = {"ferry-0": ["rescue"], "ferry-1": ["rescue", "fog"], "ferry-2": ["rescue"], "ferry-3": ["rescue"]}
    assert grouped(stories(), accounts=accounts) == KNOWN


def test_not_even_copies_are_together_that_were_placed_in_two_events() -> None:
    one, other = told("one", "", ["The very same words."]), told("other", "", ["The very same words."])
    assert grouped([one, other], [("one", "other")], {"one": ["a"], "other": ["b"]}) == (("one",), ("other",))
    assert grouped([one, other], [("one", "other")], {"one": ["a"]}) == (("one", "other"),)


def test_a_story_of_a_third_such_event_is_not_put_to_those_that_were_placed() -> None:
    third = story(
        "third",
        "Raid on Hadra kills one",
        "Gunmen attacked the police post at Hadra on Monday and killed one officer. Colonel Bakri said the attackers came "
        "on motorcycles from the marsh.",
        "2004-05-11",
    )
    accounts = {f"{name}-{at}": [name] for name in ("one", "other") for at in range(4)}
    assert ("third",) in grouped([*tellings_of("raids"), third], accounts=accounts)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([one for kind in KINDS for one in tellings_of(kind)]), st.sets(st.sampled_from("abc"))
        ),
        max_size=14,
    )
)
def test_whatever_was_placed_no_group_has_two_articles_that_share_no_event(
    drawn: list[tuple[Telling, set[str]]],
) -> None:
    tellings = [replace(one, key=str(at)) for at, (one, _) in enumerate(drawn)]
    events = {str(at): of for at, (_, of) in enumerate(drawn)}
    groups = grouped(tellings, [("0", "1", "2")], events)
    assert sorted(key for group in groups for key in group) == sorted(events)
    for group in groups:
        assert not any(
            events[one] and events[other] and events[one].isdisjoint(events[other]) for one in group for other in group
        )


@given(st.lists(st.text(), max_size=12))
def test_every_article_is_in_exactly_one_group_whatever_it_says(texts: list[str]) -> None:
    groups = grouped([told(str(at), text[:20], [text]) for at, text in enumerate(texts)])
    assert sorted(key for group in groups for key in group) == sorted(map(str, range(len(texts))))
