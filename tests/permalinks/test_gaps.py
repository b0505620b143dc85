"""The gap that a quotation leaves between the words around it that still stand."""

from collections.abc import Sequence

from reading_room.permalinks.gaps import Gap, gap, words_in
from reading_room.permalinks.rows import Place, row
from reading_room.permalinks.tracing import Trail
from tests.permalinks.histories import History

BEFORE = "The ferry leaves the island at seven every morning of the week."
BEHIND = "Nobody has counted the lamps along the eastern wall."


def between(was: Sequence[str], now: Sequence[str], quote: str) -> tuple[Trail, Gap | None]:
    history = History.of(was, now)
    trail = Trail(row(history.states[0]), row(history.states[1]), history.steps)
    stretches = history.quote(quote).stretches[0]
    place = Place(trail.old.place(stretches[0]).start, trail.old.place(stretches[-1]).end)
    return trail, gap(trail, place)


def words(trail: Trail, space: Gap) -> tuple[str, str]:
    was, now = trail.old.keys[space.was.start : space.was.end], trail.new.keys[space.now.start : space.now.end]
    return " ".join(was), " ".join(now)


def test_a_gap_holds_what_took_the_place_of_the_quotation() -> None:
    trail, space = between([BEFORE, "Tolls and dues", BEHIND], [BEFORE, "What a boat pays", BEHIND], "Tolls and dues")
    assert space is not None
    assert words(trail, space) == ("tolls and dues", "what a boat pays")


def test_a_gap_is_closed_where_nothing_did() -> None:
    trail, space = between([BEFORE, "Tolls and dues", BEHIND], [BEFORE, BEHIND], "Tolls and dues")
    assert space is not None
    assert words(trail, space) == ("tolls and dues", "")


def test_the_ends_of_an_article_are_sides_of_a_gap() -> None:
    trail, space = between(["Tolls and dues", BEHIND], ["What a boat pays", BEHIND], "Tolls and dues")
    assert space is not None
    assert words(trail, space) == ("tolls and dues", "what a boat pays")


def test_a_word_that_stands_alone_among_changes_is_no_side_of_a_gap() -> None:
    was = "The ferry leaves the island at seven, and the toll is two coins for a cart with a horse."
    now = "The ferry leaves the island at seven, so whoever has a toll to pay brings coins for a cart with a horse."
    trail, space = between([was], [now], "two")
    assert space is not None
    assert words(trail, space) == ("and the toll is two", "so whoever has a toll to pay brings")


def test_there_is_no_gap_where_the_neighbours_changed_places() -> None:
    other = "A bell is rung from the tower when the fog comes in."
    now = [BEHIND, other, BEFORE]
    assert between([BEFORE, "Tolls and dues", BEHIND, other], now, "Tolls and dues")[1] is None


def test_of_two_that_are_alike_in_a_gap_only_one_has_the_words_that_are_left() -> None:
    was = [BEFORE, "No cart may pass the old gate", "No boat may pass the old gate", BEHIND]
    trail, space = between(was, [BEFORE, "No boat may pass the gate", BEHIND], "No cart may pass the old gate")
    assert space is not None
    same = words_in(trail, space)
    assert len(set(same.values())) == len(same)
