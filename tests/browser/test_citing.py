"""The box of references, as a reader uses it: opened, a reference copied with its italics, also without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

ARTICLE = "/a/caravel-recapture-2016-04"


def test_a_reference_is_copied_with_its_italics(open_page: Open) -> None:
    page = open_page(f"{ARTICLE}/2")
    expect(page.get_by_text("APA", exact=True)).to_be_hidden()
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy: MLA").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    plain = page.evaluate("navigator.clipboard.readText()")
    assert plain == page.locator("#cite-mla").inner_text()
    assert plain.endswith(f"{ARTICLE}@1/2")
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert "<cite><bdi>The Caravel</bdi></cite>" in rich


def test_without_javascript_the_references_are_there_to_select(open_page: Open) -> None:
    page = open_page(ARTICLE, java_script_enabled=False)
    page.get_by_text("Cite", exact=True).click()
    expect(page.locator("#cite-apa")).to_be_visible()
    expect(page.get_by_role("button", name="Copy: APA")).to_have_count(0)
    assert page.get_by_role("link", name="RIS", exact=True).get_attribute("href") == f"{ARTICLE}@1.ris"
