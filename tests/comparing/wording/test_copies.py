"""Finding the articles with the same text after some have changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.comparing.wording.copies import same_texts
from reading_room.model import sketches
from reading_room.model.copies import SameText
from reading_room.model.sketches import sketch
from tests.wire import ARABIC, FERRY, LEAD, RUSSIAN

Texts = dict[str, tuple[str, ...]]

texts = st.sampled_from([FERRY, FERRY[:4], FERRY[:3], (LEAD, *FERRY[2:]), (*FERRY[:2], *ARABIC), ARABIC, ()])
edits = st.dictionaries(st.sampled_from("abcdef"), texts | st.none(), min_size=1, max_size=3)
"""What becomes of some articles at one time; None takes one away."""


def anew(room: Texts) -> tuple[SameText, ...]:
    return same_texts((), {}, {slug: sketch(text) for slug, text in room.items()}, room.keys(), room.__getitem__)


def after(
    known: tuple[SameText, ...], before: Texts, now: Texts, read: list[str] | None = None
) -> tuple[SameText, ...]:
    """What is known when one state of a room has followed another; `read` is told whose texts were looked at."""

    def text(slug: str) -> tuple[str, ...]:
        if read is not None:
            read.append(slug)
        return now[slug]

    old, new = ({slug: sketch(text) for slug, text in room.items()} for room in (before, now))
    changed = {slug for slug in now if before.get(slug) != now[slug]}
    return same_texts(known, old, new, changed, text)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from("abcdef"), texts, min_size=3), st.lists(edits, max_size=4), st.integers(2, 5))
def test_what_is_found_does_not_depend_on_what_was_read_when(
    room: Texts, history: list[dict[str, tuple[str, ...] | None]], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sketches, "MOST_WITH_A_MARK", most)
        known = anew(room)
        for edit in history:
            now = {slug: text for slug, text in {**room, **edit}.items() if text is not None}
            known, room = after(known, room, now), now
            assert known == anew(room)


def test_a_pair_has_the_shares_of_both_and_the_passages_that_say_the_same() -> None:
    (pair,) = anew({"whole": FERRY, "cut": (LEAD, *FERRY[1:4])})
    assert pair.articles == ("cut", "whole")
    assert pair.passages == ((1, 1), (2, 2), (3, 3))
    assert pair.shares[0] > pair.shares[1] > 0.5


def test_texts_that_cannot_have_changed_anything_are_not_read() -> None:
    before = {"one": FERRY, "two": FERRY, "three": RUSSIAN}
    read: list[str] = []
    assert len(after(anew(before), before, before | {"four": RUSSIAN}, read)) == 2
    assert sorted(read) == ["four", "three"]
    read.clear()
    assert len(after(anew(before), before, {"one": FERRY, "three": RUSSIAN}, read)) == 0
    assert read == []
