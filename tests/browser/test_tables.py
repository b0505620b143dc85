"""Tables in a browser: they scroll within themselves, numbers hang beside them, and words selected in cells are linked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.browser.conftest import Open, served
from tests.browser.test_making_links import copied_link, drag, marked, toolbar
from tests.conftest import FILES

pytestmark = pytest.mark.browser

HEAD = "---\ntitle: {title}\noutlet: morning-post\npublished: 2001-05-06\nlanguage: {language}\ntext: complete\n---\n"
ENGLISH = (
    HEAD.format(title="The tolls", language="en")
    + """\
Nobody agrees on what the bridge took in its first week.

| Day | Taken by | Carts |
|:----|:--------:|------:|
| Monday 7 May | the toll keeper | 40 |
| Tuesday 8 May | the clerk 🌉 *himself* | 1,312 |
| Wednesday 9 May | | 7 |

The week was wet.

"""
    + f"| Wide | {' | '.join(f'column number {number}' for number in range(12))} |\n|{'---|' * 13}\n"
    + f"| rows | {' | '.join(f'value number {number}' for number in range(12))} |\n"
)
ARABIC = (
    HEAD.format(title="رسوم الجسر", language="ar")
    + """\
لا أحد يعرف كم دفع الناس في الأسبوع الأول من افتتاح الجسر.

| اليوم | العربات |
|---|---|
| الاثنين | 40 |
| الثلاثاء | ١٣١٢ |
"""
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("tables")
    for name, text in (FILES | {"articles/tolls.md": ENGLISH, "articles/rusum.md": ARABIC}).items():
        path = folder / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    room = Room(folder / "corpus", folder / "index")
    ingest(room)
    with served(room) as where:
        yield where


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1,3", "312", "1,312"),
        ("clerk", "1,312", "clerk 🌉 himself1,312"),
        ("keeper", "Tuesday", "keeper40Tuesday"),
        ("first week", "Carts", "first weekDayTaken byCarts"),
        ("7 May", "40", "7 Maythe toll keeper40"),
    ],
)
def test_words_selected_in_cells_stand_at_the_address_that_is_copied(
    open_page: Open, first: str, last: str, words: str
) -> None:
    page = open_page("/a/tolls")
    drag(page, first, last)
    assert marked(page, copied_link(page)) == words


def test_three_clicks_in_a_cell_select_what_stands_in_it(open_page: Open) -> None:
    page = open_page("/a/tolls")
    page.locator("td", has_text="the toll keeper").click(click_count=3)
    expect(toolbar(page)).to_contain_text("Passage 3, 3 words")


def test_words_of_a_row_can_be_selected_where_it_stands_above_the_article(open_page: Open) -> None:
    page = open_page("/a/tolls/4")
    above = page.locator(".target-words table")
    assert above.locator("th").all_inner_texts() == ["Day", "Taken by", "Carts"]
    page.evaluate("""() => {
      const [, by, carts] = document.querySelectorAll(".target-words [data-text]");
      getSelection().setBaseAndExtent(by.firstChild, 4, carts.firstChild, 5);
    }""")
    assert marked(page, copied_link(page)) == "clerk 🌉 himself1,312"


def sideways(page: Page, selector: str = "html") -> int:
    return int(page.locator(selector).first.evaluate("(one) => one.scrollWidth - one.clientWidth"))


def test_a_table_that_is_wider_than_a_telephone_scrolls_within_itself(open_page: Open) -> None:
    page = open_page("/a/tolls", viewport={"width": 390, "height": 844})
    assert sideways(page) == 0
    assert sideways(page, ".table-frame:has-text('Wide')") > 0
    page.goto(page.url + "/8")
    assert sideways(page) == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.target-words .table-frame')).overflowX") == "auto"
    assert page.locator(".target-words .table-frame").get_attribute("tabindex") == "0"


@pytest.mark.parametrize("width", [390, 1200])
def test_numbers_hang_on_the_side_where_the_text_begins_those_of_rows_beside_the_table(
    open_page: Open, width: int
) -> None:
    for path, at_right in (("/a/tolls", False), ("/a/rusum", True)):
        page = open_page(path, viewport={"width": width, "height": 844})
        text = page.locator("#p1 [data-text]").bounding_box()
        places = [one.bounding_box() for one in page.locator(".passages .number").all()[:4]]
        assert text
        assert len(places) == 4
        for place in places:
            assert place
            gap = place["x"] - text["x"] - text["width"] if at_right else text["x"] - place["x"] - place["width"]
            assert 0 < gap < 30


@pytest.mark.parametrize("width", [390, 1200])
def test_the_sign_that_copies_the_link_to_a_row_stands_in_the_margin_and_covers_no_number(
    open_page: Open, width: int
) -> None:
    page = open_page("/a/tolls", viewport={"width": width, "height": 844})
    page.locator("td", has_text="Wednesday").hover()
    button = page.get_by_role("button", name="Copy the link to passage 5")
    box = button.bounding_box()
    assert box
    assert box["x"] >= 0
    page.locator("#p5 .number").click(trial=True)
    button.click()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/a/tolls/5")
