"""Addresses of articles, versions and passages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.permalinks.address import Address, BadAddress

ADDRESSES = st.builds(
    Address,
    slug=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True),
    version=st.none() | st.integers(1, 999_999),
    passage=st.none() | st.from_regex(r"[0-9]{1,6}[a-z]{0,3}", fullmatch=True),
)


@settings(max_examples=60)
@given(ADDRESSES)
def test_an_address_that_was_written_is_read_as_the_same_address(address: Address) -> None:
    assert Address.parse(str(address)) == address


@settings(max_examples=60)
@given(st.text(alphabet="ab-1@/٣é \n", max_size=12) | st.text(max_size=12))
def test_what_is_read_is_what_would_have_been_written(text: str) -> None:
    try:
        address = Address.parse(text)
    except BadAddress:
        return
    assert str(address) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "a b",
        "-a",
        "a-",
        "a--b",
        "a@0",
        "a@01",
        "a@",
        "a/",
        "a/x",
        "a/14/2",
        "a/14\n",
        "../etc",
        "a@٣",
        "a/٣",
        "a.md",
    ],
)
def test_what_the_room_never_wrote_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        Address.parse(text)


@settings(max_examples=60)
@given(ADDRESSES)
def test_every_address_is_ascii_and_needs_no_escape(address: Address) -> None:
    assert address.path.isascii()
    assert not set(address.path) - set("abcdefghijklmnopqrstuvwxyz0123456789-@/")
