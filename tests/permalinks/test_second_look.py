"""What trees find of words that the rules find nowhere, and what they must not."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.trees import log_odds, trained
from reading_room.permalinks import judging, searching
from reading_room.permalinks.rows import Place, row
from reading_room.permalinks.second_look import LONGEST, TREES, Figures, look_again, looked_at, with_origins
from reading_room.permalinks.tracing import Trail
from tests.permalinks.histories import History, after, shown

FOR, AGAINST = ("share", "context", "held", "in_gap", "own"), ("explained", "rival", "others")
SHARES = st.floats(0, 1)
ANY = st.builds(Figures, SHARES, SHARES, st.booleans(), SHARES, SHARES, SHARES, SHARES, SHARES, SHARES)


def asked(was: Sequence[str], now: Sequence[str], quote: str) -> tuple[Trail, Place]:
    history = History.of(was, now)
    trail = Trail(row(history.states[0]), row(history.states[1]), history.steps)
    stretches = history.quote(quote).stretches[0]
    return trail, Place(trail.old.place(stretches[0]).start, trail.old.place(stretches[-1]).end)


def words(trail: Trail, places: Sequence[Place]) -> str:
    return " ".join(" ".join(trail.new.keys[place.start : place.end]) for place in places)


# The trees.


def test_every_way_through_the_trees_ends() -> None:
    for tree in trained(TREES, Figures._fields):
        for place, (figure, _, left, right) in enumerate(tree):
            assert figure == -1 or (figure < len(Figures._fields) and place < left < right < len(tree))


@given(ANY, st.sampled_from((*FOR, *AGAINST)), SHARES)
def test_what_speaks_for_a_place_never_makes_it_less_sure_and_what_speaks_against_it_never_surer(
    figures: Figures, name: str, other: float
) -> None:
    low, high = sorted((float(getattr(figures, name)), other))
    less, more = (log_odds(trained(TREES, Figures._fields), figures._replace(**{name: one})) for one in (low, high))
    assert less <= more if name in FOR else less >= more


@given(SHARES, SHARES, SHARES)
def test_a_place_that_has_nothing_of_the_quotation_is_not_shown(context: float, traced: float, others: float) -> None:
    nothing = Figures(0.0, context, False, traced, 0.0, 0.0, 0.0, 0.0, others)
    assert log_odds(trained(TREES, Figures._fields), nothing) < 0


# What they find.

HARBOUR = (
    "Who may use the harbour",
    "Any boat that carries grain may use the harbour of the town, and the keeper asks for a paper that says so.",
    "Boats that carry nothing wait outside until the bell is rung from the tower.",
)
TOLL = (
    "What a boat pays",
    "A boat pays two coins for a night at the quay, and one more for a cart with a horse.",
    "The toll is paid to the keeper before the boat leaves, and he writes it into the book of the harbour.",
)
HEADING = "How is data in Widgets for Business used and shared?"
REWORDED = "How does Widgets for Business use and share personal data?"
KEPT = (
    "Usage data tell of what people do with their letters, such as those that are opened and those that are burnt.",
    f"{HEADING} Usage data is used by the mill and the harbour to provide the service and to make it better.",
)
KEPT_NOW = (
    "Usage data tell of what happens when people handle a letter, such as those that are opened and those that are burnt.",
    "How long does Widgets for Business keep personal data?",
    "Usage data is kept by the mill for two years.",
    REWORDED,
    "Letters and answers are used only to provide the service and are not kept.",
    "Usage data is used by the mill and the harbour to provide the service and to make it better.",
)


@pytest.mark.parametrize("quote", [HEADING, "data in Widgets for", "for Business used and"])
def test_a_heading_that_was_moved_with_its_section_and_reworded_at_once_is_found(quote: str) -> None:
    was = [*HARBOUR, HEADING, "Engagement data is used to find out which suggestions people accept.", *TOLL]
    now = [
        *HARBOUR[:2],
        REWORDED,
        "Prompts are used only to provide the service.",
        "Engagement data is used to learn which suggestions people accept or reject.",
        HARBOUR[2],
        *TOLL,
    ]
    found = after(quote, was, now)
    assert found.status == "edited"
    assert all(text in REWORDED for text in shown(found))


@pytest.mark.parametrize(
    ("quote", "now"),
    [
        ("of what people do with their", "of what happens when people"),
        ("for Business used and shared? Usage data is used by the mill", "Usage data is used by the mill"),
    ],
)
def test_what_is_left_is_found_where_a_heading_was_parted_from_its_text_and_others_came_in(
    quote: str, now: str
) -> None:
    found = after(quote, [*KEPT, *TOLL], [*KEPT_NOW, *TOLL])
    assert (found.status, shown(found)) == ("edited", [now])


# What they must not.


def raid(place: str, count: str, day: str) -> str:
    return (
        f"On {day} the army said that {count} aircraft had struck depots near {place} and that all of them came back."
    )


RAIDS = (raid("Homs", "40", "Monday"), raid("Hama", "17", "Tuesday"), raid("Idlib", "23", "Friday"))


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize(
    "quote", ["{} aircraft had struck depots near {}", "{} aircraft had struck depots near {} and that all"]
)
def test_of_look_alikes_the_deleted_one_leads_to_no_other_whatever_the_order(
    order: tuple[int, ...], quote: str
) -> None:
    gone = order[0]
    words = quote.format(("40", "17", "23")[gone], ("Homs", "Hama", "Idlib")[gone])
    left = [RAIDS[one] for one in order[1:]]
    assert shown(after(words, [*HARBOUR, *RAIDS, *TOLL], [*HARBOUR, *left, *TOLL])) == []
    assert shown(after(words, [*HARBOUR, *RAIDS, *TOLL], [*TOLL, *left, *HARBOUR])) == []


def test_a_place_that_other_words_fit_better_is_theirs_however_sure_the_trees_are() -> None:
    sure = Figures(1.0, 1.0, True, 1.0, 0.0, 1.0, 0.0, own=0.8, others=0.81)
    assert sure.is_theirs
    assert not sure._replace(others=0.8).is_theirs


# What they cost.


def test_trees_are_not_asked_where_the_rules_find_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> tuple[Place, ...]:
        raise AssertionError("the trees were asked")

    monkeypatch.setattr(judging, "look_again", refused)
    assert after("two coins for a night", [*HARBOUR, *TOLL], [*TOLL, *HARBOUR]).status == "moved"
    assert (
        after("writes it into the book", TOLL, [TOLL[0], TOLL[1], TOLL[2].replace("writes", "copies")]).status
        == "edited"
    )


def test_a_very_long_quotation_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    trail, quote = asked([" ".join(f"word{number}" for number in range(LONGEST + 1))], ["Nothing of it."], "word0")
    monkeypatch.setattr(searching, "_searched", None)
    assert look_again(trail, Place(quote.start, quote.start + LONGEST + 1)) == ()


WORDS = st.sampled_from(
    ("the", "army", "took", "a", "bridge", "on", "Monday", "and", "nobody", "saw", "40", "old", "boats")
)
TEXTS = st.lists(st.lists(WORDS, min_size=3, max_size=14).map(" ".join), min_size=2, max_size=5)


@given(TEXTS, TEXTS)
def test_looking_backwards_never_makes_a_place_surer_so_that_it_may_be_left_out(was: list[str], now: list[str]) -> None:
    trail, quote = asked(was, now, was[0])
    trees = trained(TREES, Figures._fields)
    for candidate, figures in looked_at(trail, quote):
        known = with_origins(trail, quote, candidate, figures)
        assert log_odds(trees, known) <= log_odds(trees, figures)
        assert all(0 <= figure <= 1 for figure in known)
