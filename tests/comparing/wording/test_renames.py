"""Which file that came is one that went: by its words, and only where it can be no other."""

from dataclasses import replace

import pytest

from reading_room.comparing.wording.renames import MOST_COMPARED, Text, renamed
from reading_room.model.article import Article
from reading_room.model.dates import DateSpan

ONE = (
    "The mayor opened the harbour bridge on Thursday before three hundred guests and a brass band of the fire brigade."
    " Engineers counted forty carts in the first hour and expected more of them on the following morning."
    " No boat passed below it until the tide had turned, and the ferrymen went home without having earned a penny."
)
OTHER = (
    "Fog lay over the market when the bakers began to sell their bread, and a queue stood as far as the old town hall."
    " Nobody could say afterwards who had spoken first, or why the windows of the customs house were broken that night."
    " The council meets again in the second week of June to hear what the witnesses remember of all this."
)


def text(words: str, **particulars: object) -> Text:
    article = Article(
        "x", "A title", "post", DateSpan.parse("2001-05-04"), "printed", "en", "complete", url="https://e.org/1"
    )
    return Text.of(replace(article, **particulars), iter([words]))  # type: ignore[arg-type]


def test_the_same_words_are_the_same_article() -> None:
    assert renamed({"old": text(ONE), "gone": text(OTHER)}, {"new": text(ONE)}) == {"new": "old"}


def test_a_text_that_was_edited_a_little_is_found_again() -> None:
    edited = ONE.replace("three hundred guests", "310 guests").replace("without having earned a penny", "early")
    assert renamed({"old": text(ONE)}, {"new": text(edited, title="Another title")}) == {"new": "old"}


def test_a_text_that_was_rewritten_is_another() -> None:
    half = ONE[: len(ONE) // 2] + OTHER[len(OTHER) // 2 :]
    assert renamed({"old": text(ONE)}, {"new": text(half)}) == {}
    assert renamed({"old": text(ONE)}, {"new": text(OTHER)}) == {}


def test_where_it_could_be_two_it_is_none() -> None:
    nearly = ONE.replace("Thursday", "Friday")
    assert renamed({"old": text(ONE), "older": text(nearly)}, {"new": text(ONE)}) == {}
    assert renamed({"old": text(ONE)}, {"new": text(ONE), "newer": text(nearly)}) == {}
    assert renamed({"old": text(ONE), "older": text(OTHER)}, {"new": text(OTHER), "newer": text(ONE)}) == {
        "new": "older",
        "newer": "old",
    }


@pytest.mark.parametrize(
    "particulars",
    [
        {"outlet": "news"},
        {"language": "fr"},
        {"url": "https://e.org/2"},
        {"published": DateSpan.parse("2001-05-05")},
    ],
)
def test_the_same_words_with_other_particulars_are_another_article(particulars: dict[str, object]) -> None:
    assert renamed({"old": text(ONE)}, {"new": text(ONE, **particulars)}) == {}


def test_particulars_that_were_added_meanwhile_do_not_part_it() -> None:
    assert renamed({"old": text(ONE, url=None, published=None)}, {"new": text(ONE)}) == {"new": "old"}


def test_short_texts_must_be_the_same_with_the_same_title() -> None:
    short = "The bridge is open."
    assert renamed({"old": text(short)}, {"new": text(short)}) == {"new": "old"}
    assert renamed({"old": text(short)}, {"new": text("The bridge is closed.")}) == {}
    assert renamed({"old": text(short)}, {"new": text(short, title="Another")}) == {}


def test_of_very_many_those_that_are_the_same_word_for_word_are_found() -> None:
    count = int(MOST_COMPARED**0.5) + 2
    went = {f"old-{n}": text(f"{ONE} Number {n}.") for n in range(count)}
    came = {f"new-{n}": text(f"{ONE} Number {n}.") for n in range(count)}
    assert renamed(went, came) == {f"new-{n}": f"old-{n}" for n in range(count)}
