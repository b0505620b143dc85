"""Cards are drawn: in their size, with the room's letters, each the same every time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reading_room.cards.card import Card, CardPassage, drawable
from reading_room.cards.drawing import HEIGHT, WIDTH, Drawing
from tests.cards.test_card import COVERED, FONTS, card

TEMPLATE = Path(__file__).parents[2] / "templates" / "card.typ"


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return Drawing(TEMPLATE, FONTS)


def ink(png: bytes, top: int = 120, bottom: int = 480) -> tuple[int, int]:
    """The first and the last column with something dark, between two rows."""
    dark = Image.open(BytesIO(png)).convert("L").point(lambda shade: 255 if shade < 128 else 0)
    left, _, right, _ = dark.crop((0, top, WIDTH, bottom)).getbbox() or (WIDTH, 0, 0, 0)
    return left, right


def test_a_card_has_the_size_that_pages_announce(drawing: Drawing) -> None:
    png = drawing.png(card("300 guests"))
    image = Image.open(BytesIO(png))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT)) == ("PNG", (1200, 630))


def test_latin_begins_at_the_left_edge_and_arabic_at_the_right(drawing: Drawing) -> None:
    left = ink(drawing.png(card("300 guests")))
    arabic = Card("R", "", (CardPassage("", "قال المهندسون", "ar", True),), "P", "", "", "")
    right = ink(drawing.png(arabic))
    assert left[0] < 140
    assert left[1] < 700
    assert right[0] > 500
    assert 1060 < right[1] <= 1084


def test_arabic_is_shaped_not_spelled_out_in_letters(drawing: Drawing) -> None:
    def width(text: str) -> int:
        shown = Card("R", "", (CardPassage("", text, "ar", True),), "P", "", "", "")
        first, last = ink(drawing.png(shown))
        return last - first

    assert width("ببببب") < width("\u200c".join("ببببب")) * 0.6  # a joiner that parts letters makes isolated forms


@pytest.mark.parametrize("count", [1, 40, 400])
def test_words_never_run_into_the_foot_or_out_of_the_page(drawing: Drawing, count: int) -> None:
    png = drawing.png(drawable(card("Bridge wagon " * count), COVERED))
    first, last = ink(png, 100, 500)
    assert first > 20
    assert last < 1090
    assert ink(png, 488, 503) == (WIDTH, 0)  # nothing


def test_text_is_data_and_no_markup(drawing: Drawing) -> None:
    hostile = '#panic("x") *b* $a$ `c` "] \\ // #import "@preview/x:0.1.0"'
    plain = drawing.png(card(hostile))
    assert plain != drawing.png(card("b"))
    assert drawing.png(
        replace(card(hostile), outlet=hostile, published=hostile, room=hostile, subject=hostile, kind=hostile)
    )


def test_a_card_without_words_is_drawn_with_its_source(drawing: Drawing) -> None:
    empty = drawing.png(drawable(card("漢字"), COVERED))
    assert ink(empty)[0] < 140


def test_a_card_is_drawn_once_and_kept_and_many_may_ask_at_once(drawing: Drawing) -> None:
    wanted = [card(f"{number} guests") for number in range(6)] * 3
    with ThreadPoolExecutor(6) as readers:
        drawn = list(readers.map(drawing.png, wanted))
    assert drawn[:6] == drawn[6:12] == drawn[12:]
    assert len(set(drawn)) == 6
