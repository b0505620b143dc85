"""Names for addresses, made of titles."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing.slugs import slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Russia’s Jets: “Destroying” the City!", "russias-jets-destroying-the-city"),
        ("Пальмира", "palmira"),
        ("تدمر", "tdmr"),
        ("???", "quay"),
        (None, "quay"),
    ],
)
def test_a_slug_is_made_of_small_latin_letters_and_figures(title: str | None, slug: str) -> None:
    assert slug_of(title, "Quay", "ab" * 32) == slug


def test_a_slug_without_any_word_is_made_of_the_source_s_digest() -> None:
    assert slug_of("…", "—", "0123456789abcdef") == "article-01234567"


@settings(database=None)
@given(st.text())
def test_any_title_gives_a_slug_that_can_stand_in_an_address(title: str) -> None:
    slug = slug_of(title, "quay", "ab" * 32)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80


def test_a_long_slug_is_cut_at_a_word() -> None:
    assert slug_of("word " * 40, "x", "ab" * 32) == "-".join(["word"] * 16)
