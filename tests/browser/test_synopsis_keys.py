"""Reading a comparison with the keyboard, and the same without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
ADDRESS = "/event/palmyra-2016-03/compare?a=now-russia-jets-2016-03&a=caravel-recapture-2016-04"
RELATED = (
    "/event/palmyra-2016-03/compare?a=asor-recapture-report-2016-03&a=okaz-exchange-of-roles-2016-03"
    "&a=reuters-putin-assad-call-2016-03&a=anadolu-no-great-trade-off-2016-03"
)
"""With passages that are folded into cells."""
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


def focused_row(page: Page) -> str:
    """The id of the row in which the focus is."""
    return str(page.evaluate("document.activeElement.closest('tbody')?.id ?? ''"))


def focused_column(page: Page) -> int:
    return int(page.evaluate("[...document.activeElement.parentElement.children].indexOf(document.activeElement)"))


def test_j_and_k_go_from_row_to_row_under_the_heads_of_the_columns(open_page: Open) -> None:
    page = open_page(ADDRESS, viewport=DESK)
    rows = page.locator("tbody.row").evaluate_all("rows => rows.map(row => row.id)")
    page.keyboard.press("j")
    assert focused_row(page) == rows[0]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused_row(page) == rows[2]
    heads = page.locator("table.synopsis thead th").first.bounding_box()
    question = page.locator(f"#{rows[2]} .row-question").bounding_box()
    assert heads
    assert question
    assert heads["y"] >= 0
    assert question["y"] >= heads["y"] + heads["height"]
    page.keyboard.press("k")
    assert focused_row(page) == rows[1]


def test_h_and_l_go_from_account_to_account(open_page: Open) -> None:
    page = open_page(ADDRESS, viewport=DESK)
    page.keyboard.press("j")
    assert focused_column(page) == 0
    page.keyboard.press("l")
    assert focused_column(page) == 1
    page.keyboard.press("l")
    assert focused_column(page) == 1
    page.keyboard.press("h")
    assert focused_column(page) == 0


def test_keys_reach_every_cell_of_a_row_that_has_passages_folded_into_cells(open_page: Open) -> None:
    page = open_page(RELATED, viewport=DESK)
    rows = page.locator("tbody.row").evaluate_all("rows => rows.map(row => !!row.querySelector('.cells .related'))")
    for _ in range(rows.index(True) + 1):
        page.keyboard.press("j")
    row = focused_row(page)
    assert page.locator(f"#{row} .related").count() > 0
    columns = [focused_column(page)]
    for key in "lllh":
        page.keyboard.press(key)
        columns.append(focused_column(page))
    assert columns == [0, 1, 2, 3, 2]
    page.keyboard.press("x")
    expect(page.locator(f"#{row} .cells")).to_be_hidden()


def test_x_folds_a_row_and_unfolds_it(open_page: Open) -> None:
    page = open_page(ADDRESS, viewport=DESK)
    page.keyboard.press("j")
    cells = page.locator("tbody.row").first.locator(".cells")
    page.keyboard.press("x")
    expect(cells).to_be_hidden()
    page.keyboard.press("x")
    expect(cells).to_be_visible()


def test_o_opens_the_passage_of_the_account_in_hand(open_page: Open) -> None:
    page = open_page(ADDRESS, viewport=DESK)
    page.keyboard.press("j")
    page.keyboard.press("l")
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/a/caravel-recapture-2016-04@\d+/1:"))


def test_u_undoes_the_last_correction(open_page: Open) -> None:
    page = open_page(f"{ADDRESS}&not=now-russia-jets-2016-03@1/1.1,caravel-recapture-2016-04@1/2.1", viewport=DESK)
    expect(page.locator("#corrections")).to_be_visible()
    page.keyboard.press("u")
    page.wait_for_url(re.compile(r"2016-04#corrections$"))
    expect(page.locator("#corrections")).to_have_count(0)


def test_a_question_mark_shows_the_keys_and_hides_them(open_page: Open) -> None:
    page = open_page(ADDRESS, viewport=DESK)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next row")
    page.keyboard.press("j")
    assert focused_row(page) == ""
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_letters_that_are_typed_into_a_field_are_letters(open_page: Open) -> None:
    page = open_page(ADDRESS, viewport=DESK)
    page.locator("#masthead-q").press_sequentially("jkxo?")
    expect(page.locator("#masthead-q")).to_have_value("jkxo?")
    assert focused_row(page) == ""


def test_on_a_phone_every_cell_names_its_account_and_nothing_is_wider_than_the_screen(open_page: Open) -> None:
    page = open_page(ADDRESS, viewport=PHONE)
    labels = page.locator("tbody.row").first.locator(".cell-label")
    expect(labels).to_have_text([re.compile("NOW"), re.compile("The Caravel")])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_all_rows_and_links_are_there_and_no_keys_are_promised(open_page: Open) -> None:
    page = open_page(ADDRESS, java_script_enabled=False)
    expect(page.locator("tbody.row .to-words").first).to_be_visible()
    expect(page.get_by_text("Keys: ?")).to_have_count(0)


def test_print_has_the_heads_and_the_short_ends_of_the_addresses(open_page: Open) -> None:
    page = open_page(ADDRESS)
    page.emulate_media(media="print")
    expect(page.locator(".short-link").first).to_contain_text("/a/now-russia-jets-2016-03@")
    assert re.fullmatch(r"\d+\w*:\d+(-\d+)?~\w{4}", page.locator("tbody.row .short-link").first.inner_text())
