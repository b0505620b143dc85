"""The way that readers go: search, passage, its address again; event, accounts, comparison. With a mouse, a keyboard, no script."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

QUERY = '"scorched earth"'
WORDS = "scorched earth"


def look_for(page: Page, query: str) -> None:
    box = page.get_by_role("main").locator("input[name=q]")
    box.fill(query)
    box.press("Enter")


def open_hit(page: Page) -> Locator:
    """Follow the first hit; the passage that it opens at."""
    expect(page.locator("mark").first).to_have_text(WORDS)
    page.get_by_role("link", name=re.compile(r"^Passage \w+, in the article$")).first.click()
    page.wait_for_url(re.compile(r"/a/[a-z0-9-]+\?q=.+#p\w+$"))
    return page.locator(":target")


def named_passage(page: Page) -> Locator:
    """The passage that the address names, as it stands above the article."""
    return page.get_by_role("region", name=re.compile(r"^Passage \w+$"))


def test_from_a_search_to_a_passage_whose_address_is_copied_and_shows_the_same_words_again(open_page: Open) -> None:
    page = open_page("/")
    look_for(page, QUERY)
    passage = open_hit(page)
    expect(passage).to_be_in_viewport()
    expect(passage.locator("mark")).to_have_text(WORDS)
    passage.get_by_role("link", name=re.compile(r"^Passage \w+$")).click()
    words = named_passage(page).get_by_role("paragraph").filter(has_text=WORDS)
    expect(words).to_be_visible()
    seen = words.inner_text()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_role("textbox", name="Link to this passage, newest version").input_value()
    again = open_page("/")
    again.goto(copied)
    assert named_passage(again).get_by_role("paragraph").filter(has_text=WORDS).inner_text() == seen
    expect(again.get_by_role("main")).to_be_visible()


def compare_two(page: Page) -> None:
    page.get_by_role("link", name="The recapture of March 2016", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The recapture of March 2016")
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    for title in ("The Caravel", "NOW"):
        page.get_by_role("checkbox", name=re.compile(rf"^{title}\b")).check()
    page.get_by_role("button", name="Read side by side").click()
    page.wait_for_url(re.compile(r"/event/palmyra-2016-03/compare\?a=[\w-]+&a=[\w-]+$"))
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(2)
    question = "How many air raids, sorties, strikes or targets are counted, and over what period?"
    row = table.locator("tbody", has=page.get_by_role("heading", name=question))
    cells = row.get_by_role("cell")
    expect(cells).to_have_count(2)
    expect(cells.nth(0)).to_contain_text("More than 900 raids")
    expect(cells.nth(1)).to_contain_text("around 500 sorties")
    left, right = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"] + 1
    assert abs(left["y"] - right["y"]) < 1
    cells.nth(1).get_by_role("link", name=re.compile(r"^passage \w+")).first.click()
    expect(page.get_by_role("region", name="The quotation of this link")).to_contain_text("around 500 sorties")


def test_from_an_event_to_two_accounts_side_by_side_and_on_to_the_words(open_page: Open) -> None:
    compare_two(open_page("/events"))


def test_all_of_it_works_without_javascript(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    look_for(page, QUERY)
    passage = open_hit(page)
    expect(passage.locator("mark")).to_have_text(WORDS)
    passage.get_by_role("link", name=re.compile(r"^Passage \w+$")).click()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    address = page.get_by_role("textbox", name=re.compile("^Link to it as it stands in version")).input_value()
    page.goto(address)
    expect(named_passage(page)).to_contain_text(WORDS)
    page.goto(re.sub(r"/a/.*", "/events", address))
    compare_two(page)


def test_all_of_it_can_be_reached_with_the_keyboard(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("input[name=q]")).to_be_focused()
    page.keyboard.type(QUERY)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\?q="))
    hit = page.get_by_role("link", name=re.compile(r"^Passage \w+, in the article$")).first
    expect(hit).to_be_visible()
    tab_to(page, hit)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#p\w+$"))
    expect(page.locator(":target mark")).to_have_text(WORDS)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the element has the focus, as a reader without a mouse does."""
    for _ in range(80):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("80 tabs did not lead there")


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_the_screen(open_page: Open, width: int) -> None:
    page = open_page("/", viewport={"width": width, "height": 900})
    for path in (
        "/",
        "/search?q=palmyra",
        "/a/now-russia-jets-2016-03/3",
        "/event/palmyra-2016-03",
        "/event/palmyra-2016-03/compare",
    ):
        page.goto(re.sub(r"(://[^/]+)/.*", rf"\1{path}", page.url))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
