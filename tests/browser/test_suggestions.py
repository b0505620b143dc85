"""What is suggested under the search box: with a mouse, a keyboard, a finger, in Arabic, without JavaScript."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

EVENT = "The recapture of March 2016"


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search the articles")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def typed(page: Page, text: str) -> Locator:
    """Type as fast as can be, so that there are no suggestions of a part of it, and wait for them."""
    box(page).fill(text)
    expect(options(page).first).to_be_visible()
    return options(page)


def test_an_event_leads_to_the_event_and_a_title_to_the_article(open_page: Open) -> None:
    page = open_page("/")
    typed(page, "the recapture of march").filter(has_text="Event").filter(has_text=EVENT).first.click()
    page.wait_for_url(re.compile(r"/event/palmyra-2016-03$"))
    found = typed(page, "special rep").filter(has_text="Article")
    title = found.first.locator("bdi").inner_text()
    found.first.click()
    page.wait_for_url(re.compile(r"/a/[a-z0-9-]+$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_word_is_searched_for_with_all_that_narrows_the_search(open_page: Open) -> None:
    page = open_page("/search?q=ruins&lang=en")
    typed(page, "sorti").get_by_text("sorties", exact=True).click()
    page.wait_for_url(re.compile(r"/search\?"))
    assert page.url.partition("?")[2] == "q=sorties&lang=en"


def test_with_the_keyboard_a_suggestion_is_chosen_and_the_list_closed(open_page: Open) -> None:
    page = open_page("/")
    found = typed(page, "palm")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="suggestions")).to_have_count(1)
    box(page).press("ArrowDown")
    box(page).press("ArrowDown")
    expect(found.nth(1)).to_have_attribute("aria-selected", "true")
    assert box(page).get_attribute("aria-activedescendant") == found.nth(1).get_attribute("id")
    box(page).press("ArrowUp")
    box(page).press("ArrowUp")
    assert box(page).get_attribute("aria-activedescendant") is None
    expect(box(page)).to_have_value("palm")
    box(page).press("ArrowUp")
    expect(found.last).to_have_attribute("aria-selected", "true")
    box(page).press("Escape")
    expect(found).to_have_count(0)
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("palm")
    box(page).press("ArrowDown")
    expect(found.first).to_be_visible()
    box(page).press("ArrowDown")
    word = found.first.locator("bdi").inner_text()
    box(page).press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/"))
    assert word in page.locator("main").inner_text()


def test_enter_searches_for_what_was_typed_where_nothing_was_chosen(open_page: Open) -> None:
    page = open_page("/")
    typed(page, "palm")
    box(page).press("Enter")
    page.wait_for_url(re.compile(r"/search\?q=palm$"))


def test_nothing_moves_when_suggestions_appear_and_the_list_goes_with_the_focus(open_page: Open) -> None:
    page = open_page("/")
    places = """[...document.querySelectorAll('main *, footer')].filter((element) => !element.closest('[role=listbox]'))
        .map((element) => element.getBoundingClientRect().top)"""
    before = page.evaluate(places)
    found = typed(page, "palm")
    assert page.evaluate(places) == before
    page.keyboard.press("Tab")
    expect(found).to_have_count(0)


def test_a_finger_chooses_in_rows_that_are_large_enough(open_page: Open) -> None:
    page = open_page("/event/palmyra-2016-03", viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    box(page).tap()
    found = typed(page, "the recapture")
    bounds = [option.bounding_box() for option in found.all()]
    assert all(
        bound and bound["height"] >= 40 and bound["x"] >= 0 and bound["x"] + bound["width"] <= 390 for bound in bounds
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    found.filter(has_text="Event").first.tap()
    page.wait_for_url(re.compile(r"/event/"))


def test_arabic_is_set_from_the_right(open_page: Open) -> None:
    page = open_page("/")
    name = typed(page, "تدم").filter(has_text="Name").first
    row, text = name.bounding_box(), name.locator("bdi").bounding_box()
    assert row
    assert text
    assert row["x"] + row["width"] - (text["x"] + text["width"]) < 20
    assert box(page).evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_without_javascript_there_is_a_plain_box(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    search = page.get_by_role("main").get_by_role("searchbox", name="Search the articles")
    search.press_sequentially("sorties")
    expect(page.get_by_role("listbox")).to_have_count(0)
    search.press("Enter")
    page.wait_for_url(re.compile(r"/search\?q=sorties$"))
