"""Making links: words that were selected with a mouse, a keyboard, a finger, or pasted, stand at the address that was copied."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.browser.conftest import OPTIONS, PATIENCE, Open, served
from tests.conftest import FILES

pytestmark = pytest.mark.browser

MARKUP = """\
---
title: The bridge, with markup
outlet: morning-post
published: 2001-05-06
published_basis: printed
url: https://example.org/markup
language: en
text: complete
---
A 🌉 of *iron and [oak](https://example.org/oak)* stood where the `toll()` was taken; **nobody** paid it.

- First the carts came over.
- Then the ferrymen left.

> “We rowed here for forty years,” one of them said.

قال رئيس البلدية إن الجسر مفتوح للجميع.

Ten days later the gates were shut again. Were they opened? Nobody could say.

""" + "\n\n".join(f"The clerk wrote line {number} of his long account of the river." for number in range(1, 25))

FROM_TO = """([first, last]) => {
  const edges = [], want = [[first, 0], [last, last.length]];
  const walk = document.createTreeWalker(document.querySelector(".article-text"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    for (const [words, offset] of want) {
      const at = walk.currentNode.data.indexOf(words);
      if (at >= 0 && walk.currentNode.parentElement.closest("[data-text]")) edges.push([words, walk.currentNode, at + offset]);
    }
  }
  return want.map(([words]) => edges.find((edge) => edge[0] === words).slice(1));
}"""
POINTS = f"""(asked) => ({FROM_TO})(asked).map(([node, at], which) => {{
  const letter = document.createRange();
  letter.setStart(node, which ? at - 1 : at);
  letter.setEnd(node, which ? at : at + 1);
  if (!which) node.parentElement.scrollIntoView({{ block: "center" }});
  const box = letter.getBoundingClientRect(), rtl = getComputedStyle(node.parentElement).direction === "rtl";
  return {{ x: which === Number(!rtl) ? box.right - 0.5 : box.left + 0.5, y: box.top + box.height / 2 }};
}})"""
SELECT = f"""(asked) => {{
  const [[node, at], [last, end]] = ({FROM_TO})(asked);
  getSelection().setBaseAndExtent(node, at, last, end);
}}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the made-up room is being served, with an article that has every kind of markup."""
    folder = tmp_path_factory.mktemp("making")
    for name, text in (FILES | {"articles/markup.md": MARKUP}).items():
        path = folder / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    room = Room(folder / "corpus", folder / "index")
    ingest(room)
    with served(room) as where:
        yield where


@pytest.fixture
def caret_page(
    playwright: Playwright, chromium_path: str, address: str, tmp_path: Path
) -> Iterator[tuple[BrowserContext, Page]]:
    """A browser that moves a caret through pages with the arrow keys, as F7 lets readers do."""
    preferences = tmp_path / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps({"settings": {"a11y": {"caretbrowsing": {"enabled": True}}}}), "utf-8")
    context = playwright.chromium.launch_persistent_context(
        str(tmp_path / "profile"), executable_path=chromium_path, args=OPTIONS
    )
    context.set_default_timeout(PATIENCE)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    page.goto(f"{address}/a/markup")
    yield context, page
    context.close()


def drag(page: Page, first: str, last: str, *, backwards: bool = False) -> None:
    """Select from the words `first` to the words `last` with the mouse.

    What was selected before is let go: a drag that begins there carries words away, and the toolbar may lie over others.
    """
    page.evaluate("getSelection().removeAllRanges()")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    begin, end = page.evaluate(POINTS, [first, last])
    if backwards:
        begin, end = end, begin
    page.mouse.move(begin["x"], begin["y"])
    page.mouse.down()
    page.mouse.move((begin["x"] + end["x"]) / 2, (begin["y"] + end["y"]) / 2)
    page.mouse.move(end["x"], end["y"])
    page.mouse.up()


def toolbar(page: Page) -> Locator:
    bar = page.get_by_role("toolbar", name="Selected words")
    expect(bar).to_be_visible()
    return bar


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def copied_link(page: Page) -> str:
    bar = toolbar(page)
    bar.get_by_role("button", name="Copy link").click()
    expect(bar).to_contain_text("Link copied")
    return clipboard(page)


def marked(page: Page, address: str) -> str:
    """Open a copied address: the words that are marked in the article there."""
    page.goto(address)
    expect(page.locator("#quoted")).to_be_visible()
    return "".join(page.locator(".passages mark.chosen").all_text_contents())


def apart(page: Page) -> bool:
    """Whether the toolbar covers none of the selected words."""
    return bool(
        page.evaluate(
            """() => {
              const bar = document.querySelector(".selection-bar").getBoundingClientRect();
              return [...getSelection().getRangeAt(0).getClientRects()].every((line) => !line.width || line.bottom <= bar.top
                || line.top >= bar.bottom || line.right <= bar.left || line.left >= bar.right);
            }"""
        )
    )


def test_words_selected_with_the_mouse_are_marked_at_the_address_that_was_copied(open_page: Open) -> None:
    page = open_page("/a/markup")
    copied = {}
    for first, last, words in (
        ("🌉", "nobody", "🌉 of iron and oak stood where the toll() was taken; nobody"),
        ("st the", "carts ca", "First the carts came"),
        ("carts", "left", "carts came overThen the ferrymen left"),
        ("rowed", "forty", "rowed here for forty"),
        ("البلدية", "مفتوح", "البلدية إن الجسر مفتوح"),
        ("years", "البلدية", "years,” one of them saidقال رئيس البلدية"),
    ):
        drag(page, first, last)
        copied[words] = copied_link(page)
        assert apart(page), words
    assert {words: marked(page, address) for words, address in copied.items()} == {words: words for words in copied}


def test_a_selection_made_backwards_is_the_same_and_its_toolbar_stands_at_its_beginning(open_page: Open) -> None:
    page = open_page("/a/markup")
    drag(page, "gates", "opened", backwards=True)
    box = toolbar(page).bounding_box()
    begin, _ = page.evaluate(POINTS, ["gates", "opened"])
    assert box
    assert box["y"] < begin["y"]
    assert apart(page)
    assert marked(page, copied_link(page)) == "gates were shut again. Were they opened"


def test_beside_words_that_run_from_the_right_the_toolbar_begins_at_the_right(open_page: Open) -> None:
    page = open_page("/a/arabic-bridge")
    drag(page, "رئيس", "الجسر")
    bar, text = toolbar(page).bounding_box(), page.locator("#p1 [data-text]").bounding_box()
    assert bar
    assert text
    assert abs(bar["x"] + bar["width"] - text["x"] - text["width"]) < 1
    assert apart(page)


def test_what_is_selected_outside_of_the_passages_is_left_out_and_alone_is_not_offered(open_page: Open) -> None:
    page = open_page("/a/harbour-bridge")
    page.evaluate("getSelection().selectAllChildren(document.body)")
    expect(toolbar(page)).to_contain_text("Passages 1 to 3")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    page.wait_for_timeout(400)  # longer than a selection takes to be made
    expect(page.get_by_role("toolbar")).to_be_hidden()


def test_a_paragraph_selected_by_three_clicks_is_that_paragraph(open_page: Open) -> None:
    page = open_page("/a/markup")
    page.locator("[data-text]", has_text="First the carts").click(click_count=3)
    expect(toolbar(page)).to_contain_text("Passage 2, 5 words")


def test_a_paragraph_with_words_that_a_link_marks_is_selected_whole_and_copied_without_what_is_said_of_them(
    open_page: Open,
) -> None:
    page = open_page("/a/markup/link?quote=gates+were+shut+again")
    page.get_by_role("link", name="Open the link").click()
    paragraph = page.locator("#p6 [data-text]")
    expect(paragraph.locator("mark")).to_have_text("gates were shut again")
    tree = page.locator("#p6").aria_snapshot()
    assert tree.index("quotation begins:") < tree.index("mark: gates were shut again") < tree.index("quotation ends")
    for before_in_and_behind in (("days", "later"), ("were", "shut"), ("opened", "Nobody")):
        page.evaluate("getSelection().removeAllRanges()")
        place, _ = page.evaluate(POINTS, before_in_and_behind)
        page.mouse.click(place["x"] + 2, place["y"], click_count=3)
        expect(toolbar(page)).to_contain_text("Passage 6, 14 words")
        page.keyboard.press("ControlOrMeta+c")
        assert (
            clipboard(page).strip() == "Ten days later the gates were shut again. Were they opened? Nobody could say."
        )


def test_words_in_the_passage_on_top_are_words_of_that_passage(open_page: Open) -> None:
    page = open_page("/a/harbour-bridge/2")
    page.locator(".target-words [data-text]").click(click_count=3)
    assert marked(page, copied_link(page)).startswith("Engineers counted 40 carts")


def test_the_quotation_is_copied_with_its_source_as_text_with_html_as_markdown_and_as_html(open_page: Open) -> None:
    page = open_page("/a/markup")
    drag(page, "Ten", "shut")
    bar = toolbar(page)
    source = "— The Morning Post, “The bridge, with markup”, 6 May 2001, version 1, passage 6"
    bar.get_by_role("button", name="Copy quotation with its source", exact=True).click()
    expect(bar).to_contain_text("Quotation copied")
    words, cited, address = clipboard(page).split("\n")
    assert (words, cited) == ("“Ten days later the gates were shut”", source)
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert "<blockquote" in html
    bar.get_by_role("button", name="Markdown").click()
    expect(bar).to_contain_text("as Markdown")
    assert clipboard(page).startswith("> “Ten days later the gates were shut”\n>\n> — The Morning Post, [The bridge")
    bar.get_by_role("button", name="HTML").click()
    expect(bar).to_contain_text("as HTML")
    assert clipboard(page).startswith(f'<blockquote cite="{address}" lang="en" dir="ltr">')
    assert marked(page, address) == "Ten days later the gates were shut"


def test_compare_leads_to_what_other_accounts_say_to_the_question_that_the_words_answer(open_page: Open) -> None:
    page = open_page("/a/harbour-bridge")
    drag(page, "before", "guests")
    toolbar(page).get_by_role("link", name="Compare").click()
    expect(page.get_by_role("heading", name="How many people came?")).to_be_visible()
    expect(page.locator("#compare")).to_contain_text("a crowd of 1,000")


def test_with_the_keyboard_words_are_selected_offered_copied_and_left(caret_page: tuple[BrowserContext, Page]) -> None:
    _, page = caret_page
    page.locator(".number").nth(5).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    for _ in range(4):
        page.keyboard.press("Control+Shift+ArrowRight")
    expect(page.get_by_role("status").filter(has_text="Press Tab")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Copy quotation with its source", exact=True)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_have_count(1)
    address = clipboard(page)
    selected = page.evaluate("getSelection().toString()").strip()
    page.keyboard.press("Escape")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.passage") == "6"
    assert marked(page, address) == selected == "Ten days later the"


def test_the_toolbar_stays_in_a_browser_whose_caret_leaves_the_words_for_it_and_escape_selects_them_again(
    open_page: Open,
) -> None:
    page = open_page("/a/markup")
    drag(page, "gates", "opened")
    toolbar(page)
    page.keyboard.press("Tab")
    page.evaluate("getSelection().collapse(document.activeElement, 0)")  # what Firefox does with its caret (F7)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(toolbar(page)).to_contain_text("Quotation copied")
    page.keyboard.press("Escape")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    assert page.evaluate("getSelection().toString()") == "gates were shut again. Were they opened"


def test_the_toolbar_closes_when_the_focus_goes_on_from_it_and_no_word_is_selected(open_page: Open) -> None:
    page = open_page("/a/markup")
    drag(page, "gates", "opened")
    toolbar(page)
    page.keyboard.press("Tab")
    page.evaluate("getSelection().removeAllRanges()")
    toolbar(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("toolbar")).to_be_hidden()


def test_escape_closes_the_toolbar_until_other_words_are_selected(open_page: Open) -> None:
    page = open_page("/a/markup")
    drag(page, "gates", "opened")
    toolbar(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("toolbar")).to_be_hidden()
    assert page.evaluate("getSelection().toString()").startswith("gates")
    drag(page, "Ten", "later")
    expect(toolbar(page)).to_contain_text("Passage 6, 3 words")


def test_on_a_phone_the_toolbar_stands_at_the_edge_of_the_screen_and_off_the_words(open_page: Open) -> None:
    page = open_page("/a/markup", viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    page.evaluate(SELECT, ["days", "say"])
    bar = toolbar(page)
    for block in ("center", "end"):
        page.evaluate("(block) => document.getElementById('p6').scrollIntoView({ block })", block)
        expect(bar).to_be_in_viewport()
        box = bar.bounding_box()
        assert box
        assert (box["x"], box["width"]) == (0, 390)
        assert apart(page), block
    for item in bar.locator("button, a").all():
        assert (size := item.bounding_box())
        assert size["height"] >= 44
        assert size["x"] + size["width"] <= 390
    bar.get_by_role("button", name="Copy link").tap()
    expect(bar).to_contain_text("Link copied")
    assert marked(page, clipboard(page)).startswith("days later")


def test_the_sign_beside_a_number_copies_the_address_of_the_passage(open_page: Open) -> None:
    page = open_page("/a/markup")
    passage = page.locator("#p6")
    passage.hover()
    sign = page.get_by_role("button", name="Copy the link to passage 6")
    sign.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert clipboard(page).endswith("/a/markup/6")
    page.locator("#p7 .number").focus()
    page.keyboard.press("c")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert clipboard(page).endswith("/a/markup/7")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy the link to passage 7")).to_be_focused()


def test_a_link_that_was_followed_opens_at_the_words_and_going_back_to_it_does_not_scroll_again(
    open_page: Open,
) -> None:
    page = open_page("/a/markup/link?quote=line+24+of+his")
    page.get_by_role("link", name="Open the link").click()
    quoted = page.locator("#quoted")
    expect(quoted).to_be_in_viewport()
    expect(quoted).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="marked in passage 30")).to_have_count(1)
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="Events").click()
    page.go_back()
    expect(page.get_by_role("region", name="The quotation of this link")).to_be_in_viewport()
    expect(quoted).not_to_be_in_viewport()


def test_words_copied_across_passages_without_the_toolbar_are_found_when_they_are_pasted(open_page: Open) -> None:
    page = open_page("/a/markup")
    drag(page, "First the", "ferrymen left")
    page.keyboard.press("ControlOrMeta+c")
    box = page.get_by_role("textbox", name="Paste words of this article")
    box.fill(clipboard(page))
    page.get_by_role("button", name="Find the words").click()
    address = page.get_by_role("textbox", name="Link to these words").input_value()
    assert marked(page, address) == "First the carts came overThen the ferrymen left", "no number and no bullet in it"


def test_without_javascript_sentences_and_a_pasted_quotation_lead_to_links(open_page: Open) -> None:
    page = open_page("/a/markup/6", java_script_enabled=False)
    page.get_by_text("Link to a part of it").click()
    page.get_by_role("link", name="Were they opened?").click()
    expect(page.locator(".passages mark.chosen")).to_have_text("Were they opened")
    page.go_back()
    page.get_by_text("Link to a part of it").click()
    page.get_by_label("From sentence").select_option("2")
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_role("textbox", name="Text")).to_have_value(
        re.compile("^“Were they opened\\? Nobody could say”")
    )
    page.get_by_role("link", name="The bridge, with markup").click()
    box = page.get_by_role("textbox", name="Paste words of this article")
    box.fill('the "toll()" was taken')
    page.get_by_role("button", name="Find the words").click()
    address = page.get_by_role("textbox", name="Link to these words").input_value()
    assert marked(page, address) == "the toll() was taken"
    page.get_by_role("link", name="Show in the article").click()
    expect(page.locator("#quoted")).to_be_in_viewport()


@pytest.mark.parametrize(("path", "at_right"), [("/a/markup", False), ("/a/arabic-bridge", True)])
def test_numbers_and_their_signs_hang_on_the_side_where_the_text_begins(
    open_page: Open, path: str, at_right: bool
) -> None:
    page = open_page(path)
    page.locator("#p1 [data-text]").hover()
    text = page.locator("#p1 [data-text]").bounding_box()
    for hanging in (page.locator("#p1 .number"), page.get_by_role("button", name="Copy the link to passage 1")):
        box = hanging.bounding_box()
        assert text
        assert box
        gap = box["x"] - text["x"] - text["width"] if at_right else text["x"] - box["x"] - box["width"]
        assert 0 < gap < 60
