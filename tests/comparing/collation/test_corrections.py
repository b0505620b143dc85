"""What a reader corrects, in an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.collation.corrections import BadCorrection, BelongsTo, NotSame, SentenceAt

SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
SENTENCES = st.builds(
    SentenceAt,
    SLUGS,
    st.integers(1, 9999),
    st.from_regex(r"[1-9][0-9]{0,2}[a-z]?", fullmatch=True).filter(str.isascii),
    st.integers(1, 99),
)


@given(SENTENCES, st.lists(SENTENCES, min_size=1, max_size=4))
def test_what_is_not_the_same_is_read_as_it_was_written(one: SentenceAt, others: list[SentenceAt]) -> None:
    correction = NotSame(one, tuple(others))
    assert NotSame.parse(str(correction)) == correction


@given(SENTENCES, SLUGS, st.none() | SLUGS)
def test_where_words_belong_is_read_as_it_was_written(one: SentenceAt, row: str, event: str | None) -> None:
    correction = BelongsTo(one, f"{event}/{row}" if event else row)
    assert BelongsTo.parse(str(correction)) == correction


def test_a_correction_can_be_read_by_people() -> None:
    assert str(NotSame(SentenceAt("post", 1, "14", 2), (SentenceAt("news", 3, "7a", 1),))) == "post@1/14.2,news@3/7a.1"


@pytest.mark.parametrize(
    "text", ["", "post", "post@1/14.2", "post@0/14.2,news@1/1.1", "post@1/14.2,", "../x@1/1.1,a@1/1.1"]
)
def test_what_parts_nothing_is_no_correction(text: str) -> None:
    with pytest.raises(BadCorrection):
        NotSame.parse(text)


@pytest.mark.parametrize(
    "text", ["", "post@1/14.2", "post@1/14.2,", "post@1/14.2,Row", "post@1/14.2,a/b/c", "post,row"]
)
def test_what_names_no_row_puts_nothing(text: str) -> None:
    with pytest.raises(BadCorrection):
        BelongsTo.parse(text)
