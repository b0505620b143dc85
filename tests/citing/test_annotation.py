"""Web Annotations: the selectors find the quotation in the text that is served for them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reading_room.citing.annotation import Addresses, annotation, plain_text
from reading_room.model.article import Block, Passage, Version
from reading_room.permalinks.selection import select_code_points
from tests.citing.samples import ARTICLE

TEXTS = ("The mayor came 🏛️ on Thursday.", "افتتح رئيس البلدية الجسر.", "No boat\u0301 passed below it.")
VERSION = Version(
    ARTICLE,
    3,
    datetime(2020, 5, 3, 12, 0, 1, tzinfo=UTC),
    tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(TEXTS, 1)),
)
ADDRESSES = Addresses("https://r.example/a/b@3/1.jsonld", "https://r.example/a/b@3", "https://r.example/a/b@3.txt")
PLACES = st.sampled_from([(str(number), at) for number, text in enumerate(TEXTS, 1) for at in range(len(text) + 1)])


@given(PLACES, PLACES)
def test_both_selectors_find_the_same_words_in_the_plain_text(one: tuple[str, int], other: tuple[str, int]) -> None:
    selection = select_code_points(VERSION.passages, min(one, other), max(one, other))
    if selection is None:
        return
    target = annotation(VERSION, selection.stretches, ADDRESSES)["target"]
    quoted, placed = target["selector"]
    text = plain_text(VERSION.passages)
    assert text[placed["start"] : placed["end"]] == quoted["exact"]
    assert quoted["exact"].startswith(selection.all_stretches[0].text)
    assert quoted["exact"].endswith(selection.all_stretches[-1].text)
    assert text[: placed["start"]].endswith(quoted["prefix"])
    assert text[placed["end"] :].startswith(quoted["suffix"])


def test_it_names_the_version_its_moment_and_the_copy_in_which_positions_count() -> None:
    selection = select_code_points(VERSION.passages, ("1", 0), ("1", 9))
    assert selection
    document = annotation(VERSION, selection.stretches, ADDRESSES)
    assert (document["@context"], document["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    assert document["id"] == ADDRESSES.annotation
    assert document["target"]["source"] == ADDRESSES.version
    assert document["target"]["state"] == {
        "type": "TimeState",
        "sourceDate": "2020-05-03T12:00:01Z",
        "cached": ADDRESSES.text,
    }


def test_each_of_several_ranges_is_a_target() -> None:
    first = select_code_points(VERSION.passages, ("1", 0), ("1", 3))
    second = select_code_points(VERSION.passages, ("3", 0), ("3", 2))
    assert first
    assert second
    targets = annotation(VERSION, (*first.stretches, *second.stretches), ADDRESSES)["target"]
    assert [target["selector"][0]["exact"] for target in targets] == ["The", "No"]
