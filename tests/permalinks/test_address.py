"""Addresses of articles, versions and passages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.permalinks.address import CROCKFORD, LONGEST, MOST_RANGES, Address, BadAddress, WordRange

SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)
VERSIONS = st.none() | st.integers(1, 999_999)
PASSAGES = st.from_regex(r"[0-9]{1,6}[a-z]{0,3}", fullmatch=True)
NUMBERS = st.integers(1, 999_999)
RANGES = st.builds(WordRange, PASSAGES, NUMBERS, PASSAGES, NUMBERS).filter(
    lambda one: one.start != one.end or one.first <= one.last
)
ADDRESSES = st.builds(Address, SLUGS, VERSIONS, st.none() | PASSAGES) | st.builds(
    Address,
    SLUGS,
    VERSIONS,
    ranges=st.lists(RANGES, min_size=1, max_size=4).map(tuple),
    check=st.text(CROCKFORD, min_size=4, max_size=4),
)


@settings(max_examples=60)
@given(ADDRESSES)
def test_an_address_that_was_written_is_read_as_the_same_address(address: Address) -> None:
    assert Address.parse(str(address)) == address


@settings(max_examples=60)
@given(st.text(alphabet="ab-1@/:,~٣é \n", max_size=16) | st.text(max_size=12))
def test_what_is_read_is_what_would_have_been_written(text: str) -> None:
    try:
        address = Address.parse(text)
    except BadAddress:
        return
    assert str(address) == text or (address.check and str(address)[:-4] == text[:-4])


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
        "a/14:12-19",
        "a/14:12-19~",
        "a/14:12-19~k7f",
        "a/14:12-19~k7f3z",
        "a/14:12-19~k7fu",
        "a/14:0-3~k7f3",
        "a/14:03~k7f3",
        "a/14:3-3~k7f3",
        "a/14:5-3~k7f3",
        "a/14:3-14:5~k7f3",
        "a/14:1-2,~k7f3",
        "a/,14:1-2~k7f3",
        "a/14~k7f3",
        "a/14:~k7f3",
        "a/14:1-~k7f3",
        "a/14:1-15~k7f3~k7f3",
        "a/14:1234567~k7f3",
        "a/14:1-2~k7f3\n",
    ],
)
def test_what_the_room_never_wrote_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        Address.parse(text)


@settings(max_examples=60)
@given(ADDRESSES)
def test_every_address_is_ascii_and_needs_no_escape(address: Address) -> None:
    assert address.path.isascii()
    assert not set(address.path) - set("abcdefghijklmnopqrstuvwxyz0123456789-@/:,~")


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("a@3/14:12-19~k7f3", (WordRange("14", 12, "14", 19),)),
        ("a@3/14:12-16:5~9qzd", (WordRange("14", 12, "16", 5),)),
        ("a/14a:2~0000", (WordRange("14a", 2, "14a", 2),)),
        ("a/14:12-19,16:2-5~81xw", (WordRange("14", 12, "14", 19), WordRange("16", 2, "16", 5))),
    ],
)
def test_words_have_addresses_of_their_own(text: str, ranges: tuple[WordRange, ...]) -> None:
    address = Address.parse(text)
    assert address.ranges == ranges
    assert str(address) == text


@pytest.mark.parametrize("copied", ["oilo", "0110", "OIL0", "0LI0"])
def test_a_check_code_is_read_as_people_copy_it_and_written_in_one_way(copied: str) -> None:
    assert str(Address.parse(f"a/14:2~{copied}")) == "a/14:2~0110"


def test_an_address_is_bounded() -> None:
    ranges = ",".join(["1:1-2"] * MOST_RANGES)
    assert len(Address.parse(f"a/{ranges}~0000").ranges) == MOST_RANGES
    for too_much in (f"a/{ranges},1:1-2~0000", "a" * (LONGEST + 1)):
        with pytest.raises(BadAddress):
            Address.parse(too_much)
