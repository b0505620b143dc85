"""Columns of what was found, as wide and as narrow screens have them, and articles that are ticked without a script."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

COLUMNS = "/search?q=sorties&by=outlet"


def place(element: Locator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    box = element.bounding_box()
    assert box
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def test_columns_stand_beside_each_other_with_heads_and_passages_in_line(open_page: Open) -> None:
    page = open_page(COLUMNS, viewport={"width": 1440, "height": 900})
    columns = page.locator(".column")
    first, second = place(columns.nth(0)), place(columns.nth(1))
    assert first[2] < second[0]
    assert first[1] == second[1]
    lists = page.locator(".column .result-list")
    assert place(lists.nth(0))[1] == place(lists.nth(1))[1]


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("by", ["outlet", "event", "label", "passage"])
def test_nothing_stands_beyond_the_edge_of_a_screen(open_page: Open, by: str, width: int) -> None:
    page = open_page(f"/search?q=palmyra&by={by}", viewport={"width": width, "height": 900})
    for fold in page.locator("details").all():
        fold.evaluate("fold => { fold.open = true }")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_columns_stand_one_below_the_other_each_under_its_name(open_page: Open) -> None:
    page = open_page(COLUMNS, viewport={"width": 390, "height": 800})
    columns = page.locator(".column")
    for at in range(columns.count() - 1):
        assert place(columns.nth(at))[3] <= place(columns.nth(at + 1))[1]
        expect(columns.nth(at).get_by_role("heading", level=3)).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_two_articles_are_ticked_with_the_keyboard_and_opened_side_by_side(open_page: Open, script: bool) -> None:
    page = open_page(COLUMNS, viewport={"width": 1440, "height": 700}, java_script_enabled=script)
    button = page.get_by_role("button", name="Compare what is ticked")
    expect(button).not_to_be_in_viewport()
    boxes = page.get_by_role("checkbox", name="compare")
    titles = []
    for at in (0, 1):
        boxes.nth(at).focus()
        page.keyboard.press("Space")
        titles.append(page.locator(".column").nth(at).get_by_role("heading", level=4).inner_text())
    expect(button).to_be_in_viewport()  # it stays at hand while something is ticked
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?*")
    for title in titles:
        expect(page.get_by_role("link", name=title, exact=True).first).to_be_visible()


def test_columns_are_chosen_without_a_script(open_page: Open) -> None:
    page = open_page(COLUMNS, java_script_enabled=False)
    page.get_by_text("Choose columns").click()
    for name in ("NOW", "Sputnik"):
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.get_by_role("button", name="Show these columns").click()
    page.wait_for_url("**outlet=now-lebanon&outlet=sputnik")
    expect(page.locator(".column").get_by_role("heading", level=3)).to_have_text(["NOW", "Sputnik"])
    page.get_by_text("Choose columns").click()
    expect(page.get_by_role("checkbox", name="Sputnik", exact=True)).to_be_checked()
