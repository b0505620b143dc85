"""What trees find of words that the rules find nowhere, and what they must not."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.trees import log_odds, trained
from reading_room.permalinks import judging, second_look
from reading_room.permalinks.judging import by_rules, judge
from reading_room.permalinks.rows import Place, row
from reading_room.permalinks.second_look import LONGEST, SURE, TREES, Figures, look_again
from reading_room.permalinks.tracing import Trail
from tests.permalinks.histories import History

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
