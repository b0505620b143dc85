"""Choosing the accounts of an event that are read side by side."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
EVENT = "/event/palmyra-2016-03"


def test_the_button_is_in_view_among_the_accounts_and_says_how_many_are_chosen(open_page: Open) -> None:
    page = open_page(EVENT)
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_role("checkbox").nth(3).check()
    button = page.get_by_role("button", name="Read side by side")
    expect(button).to_be_in_viewport()
    expect(page.locator(".picker .picked")).to_have_text("One chosen, of two to four.")


def test_a_fifth_account_is_not_chosen_and_the_reader_hears_why(open_page: Open) -> None:
    page = open_page(EVENT)
    boxes = page.get_by_role("checkbox")
    for box in boxes.all():
        box.uncheck()
    for number in range(4):
        boxes.nth(number).check()
    boxes.nth(4).click()
    expect(boxes.nth(4)).not_to_be_checked()
    expect(page.locator(".picker .picked")).to_have_text("Four at most: untick one first.")
    boxes.nth(0).uncheck()
    boxes.nth(4).check()
    expect(page.locator(".picker .picked")).to_have_text("Four chosen, of two to four.")
