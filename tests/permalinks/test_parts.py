"""Several ranges of words are parts of one quotation, or no address of theirs leads anywhere."""

from datetime import UTC, datetime

import pytest

from reading_room.model.article import Article, Block, Passage, Version
from reading_room.permalinks.parts import MOST_PARTS, OUT_OF_ORDER, TOO_MANY, TOO_SHORT, why_no_quotation
from reading_room.permalinks.quoting import find_quotation
from reading_room.permalinks.selection import NoQuotation, select, select_checked
from reading_room.permalinks.words import NAME
from tests.permalinks.test_selection import ranges

TEXTS = (
    "The mayor did not open the old bridge on Friday. No. She opened the new one, and 300 guests came.",
    "没有船从桥下经过，船夫早早回家。",
    "Nothing.",
    "***",
    "The guests went home.",
)
PASSAGES = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(TEXTS, start=1))
VERSION = Version(
    Article("bridge", "A bridge", "post", None, "", "en", "complete"),
    1,
    datetime(2020, 1, 1, tzinfo=UTC),
    PASSAGES,
    NAME,
)


@pytest.mark.parametrize(
    "written",
    [
        "1:4",
        "1:1-3,1:6-8",
        "1:1-8,5:1-2",
        "1:15-2:2,5:1-2",
        "1:1-2,1:11,5:1-2",
        "1:1-2,3:1,5:1-2",
        "1:1-2,2:1-4",
        "1:1-3,1:4-6,1:8-9",
        "1:1,1:2,1:8-9",
        ",".join(f"1:{at}" for at in range(1, 17)),  # they touch, and are one part
        ",".join(f"1:{at}-{at + 1}" for at in range(1, 19, 3)),
    ],
)
def test_parts_in_the_order_of_the_text_are_a_quotation(written: str) -> None:
    address = select(PASSAGES, ranges(written)).address("bridge", 1)
    assert select_checked(VERSION, address).ranges == address.ranges


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1:12-14,1:7-9,1:4-6", OUT_OF_ORDER),
        ("5:1-2,1:1-2", OUT_OF_ORDER),
        ("1:1-4,1:4-6", OUT_OF_ORDER),
        ("1:1-4,1:1-4", OUT_OF_ORDER),
        ("1:1-9,1:3-5", OUT_OF_ORDER),
        ("1:10-5:2,2:1-4", OUT_OF_ORDER),
        ("1:1-2,1:4,1:8-9", TOO_SHORT),
        ("1:1-2,5:4", TOO_SHORT),
        ("1:1-2,2:1-3", TOO_SHORT),
        (",".join(f"2:{at}-{at + 3}" for at in range(1, 11, 5)) + ",5:1", TOO_SHORT),
    ],
)
def test_what_is_joined_as_nobody_quotes_is_refused_though_its_check_code_is_right(written: str, why: str) -> None:
    address = select(PASSAGES, ranges(written)).address("bridge", 1)
    with pytest.raises(NoQuotation) as refused:
        select_checked(VERSION, address)
    assert str(refused.value) == why


def test_parts_are_few() -> None:
    long = (Passage("1", Block("paragraph", "one two three " * 20)),)
    written = [
        ",".join(f"1:{3 * at + 1}-{3 * at + 2}" for at in range(count)) for count in (MOST_PARTS, MOST_PARTS + 1)
    ]
    assert [why_no_quotation(long, ranges(one)) for one in written] == ["", TOO_MANY]


@pytest.mark.parametrize(
    ("pasted", "why"),
    [
        ("The mayor … not … on Friday", TOO_SHORT),
        ("The mayor did … 没有船", TOO_SHORT),
        (" … ".join(["The mayor"] * (MOST_PARTS + 1)), TOO_MANY),
    ],
)
def test_the_room_makes_no_link_that_it_would_refuse_and_says_why(pasted: str, why: str) -> None:
    found = find_quotation(PASSAGES, pasted)
    assert (found.places, found.chosen, found.why) == ((), None, why)


def test_between_parts_that_touch_nothing_is_left_out() -> None:
    found = find_quotation(PASSAGES, "The mayor … did not open … guests came")
    assert found.chosen is not None
    assert [str(one) for one in found.chosen.ranges] == ["1:1-5", "1:19-20"]
