"""Selections: words by their numbers, and the code that no mistyped address passes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.errors import NotUnderstood
from reading_room.permalinks.address import Address, WordRange
from reading_room.permalinks.selection import (
    NoSuchWords,
    check_code,
    select,
    select_checked,
    select_code_points,
    select_passage,
    with_own_signs,
    with_signs,
)
from reading_room.permalinks.words import NAME, words

TEXTS = ("The army took 2,900 men.", "***", "“No boat passed,” he said.", "漢字 ok 👍🏽")
PASSAGES = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(TEXTS, start=1))


def ranges(written: str) -> list[WordRange]:
    return [WordRange.parse(one) for one in written.split(",")]


@pytest.mark.parametrize(
    ("written", "quote"),
    [
        ("1:1-3", "The army took"),
        ("1:4", "2,900"),
        ("3:1-3", "No boat passed"),
        ("1:5-3:2", "men.\n“No boat"),
        ("3:4-4:1", "he said.\n漢"),
        ("1:5-3:1,3:5-4:1", "men.\n“No\n\nsaid.\n漢"),
        ("4:2-4", "字 ok 👍🏽"),
        ("1:1-2,3:4-5", "The army\n\nhe said"),
    ],
)
def test_a_selection_is_the_words_of_its_numbers(written: str, quote: str) -> None:
    selection = select(PASSAGES, ranges(written))
    assert selection.quote == quote
    address = selection.address("bridge", 3)
    assert str(address) == f"bridge@3/{written}~{check_code(selection.words)}"
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize("written", ["1:6", "1:3-9", "2:1", "9:1", "1:1-9:1", "3:1-1:2", "1:1-2:1"])
def test_words_that_are_not_there_are_refused(written: str) -> None:
    with pytest.raises(NoSuchWords):
        select(PASSAGES, ranges(written))


def test_a_check_code_is_twenty_bits_of_the_sha_256_of_the_words() -> None:
    # SHA-256 of "abc" begins with ba7816: 10111 01001 11100 00001
    assert check_code("abc") == "q9w1"


def test_a_whole_passage_is_selected_with_all_its_signs() -> None:
    assert select_passage(PASSAGES[1]).quote == "***"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (("1", 5), ("1", 6), "1:2"),
        (("1", 0), ("1", 24), "1:1-5"),
        (("1", 20), ("3", 4), "1:5-3:1"),
        (("1", 23), ("3", 1), None),
        (("2", 0), ("2", 3), None),
        (("3", 0), ("1", 3), None),
        (("9", 0), ("1", 3), None),
        (("2", 0), ("3", 900), "3:1-5"),
    ],
)
def test_what_a_hand_has_marked_takes_the_words_that_it_touches(
    start: tuple[str, int], end: tuple[str, int], written: str | None
) -> None:
    selection = select_code_points(PASSAGES, start, end)
    assert (selection and str(selection.ranges[0])) == written


@settings(max_examples=100)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=4), st.data())
def test_a_selection_of_any_text_comes_back_from_its_code_points(texts: list[str], data: st.DataObject) -> None:
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, start=1))
    having = [(passage.id, len(words(passage.text))) for passage in passages if words(passage.text)]
    if not having:
        return
    first = data.draw(st.sampled_from(having))
    last = data.draw(st.sampled_from([one for one in having if int(one[0]) >= int(first[0])]))
    begin = data.draw(st.integers(1, first[1]))
    end = data.draw(st.integers(begin if last == first else 1, last[1]))
    selection = select(passages, [WordRange(first[0], begin, last[0], end)])
    stretches = selection.all_stretches
    start, until = (stretches[0].passage, stretches[0].start), (stretches[-1].passage, stretches[-1].end)
    assert select_code_points(passages, start, until) == selection


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("prices rose by 5 % in May", "rose by 5", "rose by 5 %"),
        ("prices rose by 5\u202f‰.", "5", "5\u202f‰"),
        ("it cost 5 € then", "cost 5", "cost 5 €"),
        ("it cost € 5 then", "5 then", "€ 5 then"),
        ("it cost 5 $10 notes", "cost 5", "cost 5"),
        ("fewer than < 50 men", "50 men", "< 50 men"),
        ("it was 5 °C. There", "was 5", "was 5 °C"),
        ("it was put –5 million", "5 million", "–5 million"),
        ("it was put –$ 5 million", "5 million", "–$ 5 million"),
        ("it was put – 5 million", "5 million", "5 million"),
        ("from 3–5 men", "5 men", "5 men"),
        ("left on Friday? He", "on Friday", "on Friday?"),
        ("“left on Friday”?! He", "on Friday", "on Friday”?!"),
        ("il part vendredi\u00a0! Il", "part vendredi", "part vendredi\u00a0!"),
        ("¿Salió hoy? Sí", "Salió hoy", "¿Salió hoy?"),
        ("هل غادر؟ نعم", "غادر", "غادر؟"),
        ("left on Friday. He", "on Friday", "on Friday"),
        ("left (on Friday), he", "on Friday", "on Friday"),
        ("that \u202e1 234\u202c men", "1 234", "\u202e1 234"),
        ("that \u202emany 1 234\u202c men", "234", "\u202emany 1 234"),
        ("from “\u20671 to 234\u2069” men", "1 to", "\u20671 to"),
        ("from \u2067one 1 to 234\u2069 men", "1 to", "1 to"),
        ("that \u202emany\u202c men", "men", "men"),
    ],
)
def test_the_signs_that_are_a_part_of_what_words_say_are_compared_with_them(text: str, words: str, said: str) -> None:
    passages = (Passage("1", Block("paragraph", text)),)
    at = text.index(words)
    selection = select_code_points(passages, ("1", at), ("1", at + len(words)))
    assert selection is not None
    assert selection.check == check_code(words), "what the check code is made of stays as it is"
    (own,) = with_own_signs(passages, selection.all_stretches)
    assert (own.text, text[own.start : own.end]) == (said, said)
    assert with_signs(passages, selection.all_stretches) == (own,)


def test_words_that_were_counted_in_another_way_are_refused_rather_than_counted_anew() -> None:
    article = Article("bridge", "A bridge", "post", None, "", "en", "complete")
    version = Version(article, 3, datetime(2020, 1, 1, tzinfo=UTC), PASSAGES, NAME)
    address = Address.parse(f"bridge@3/1:1-3~{check_code('The army took')}")
    assert select_checked(version, address).quote == "The army took"
    with pytest.raises(NotUnderstood, match="version 3 of “bridge” are counted by “words-9”"):
        select_checked(replace(version, counter="words-9"), address)
