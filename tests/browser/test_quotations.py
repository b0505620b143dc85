"""The page of a shared quotation as it is scrolled: its words in the article and what became of them are in sight together."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Page, expect

from reading_room.ingest import ingest
from reading_room.links import link
from reading_room.room import Room
from tests.browser.conftest import Open, served
from tests.conftest import FILES, HARBOUR

pytestmark = pytest.mark.browser

HEAD = HARBOUR[: HARBOUR.index("The mayor")]
LINES = [f"The clerk wrote line {number} of his long account of the river and of its banks." for number in range(1, 30)]
LAMP = "The lamp on the southern pier was lit at seven by the keeper and his daughter, who came by boat."
QUOTED = "lit at seven by the keeper and his daughter"
HISTORIES = {
    "stays": ([*LINES, LAMP], [*LINES[:4], "A line that nobody had written before.", *LINES[4:], LAMP]),
    "moves": ([LAMP, *LINES], [*LINES, LAMP]),
    "is-edited": ([*LINES, LAMP], [*LINES, LAMP.replace("seven", "nine")]),
    "is-turned": ([*LINES, LAMP], [*LINES, LAMP.replace("was lit", "was never lit")]),
    "is-gone": ([*LINES, LAMP], LINES),
    "is-near": ([LAMP, *LINES], [LAMP, "A line that nobody had written before.", *LINES]),
}
"""Of each article its two versions."""
SCREENS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}
AT_TOP = "() => document.elementFromPoint(innerWidth / 2, 20).closest('.standing')?.innerText ?? ''"
"""What the bar says, if that is what a reader sees at the top of the window."""


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Room:
    folder = tmp_path_factory.mktemp("quotations")
    room = Room(folder / "corpus", folder / "index")
    for version in (0, 1):
        articles = {f"articles/{slug}.md": HEAD + "\n\n".join(texts[version]) for slug, texts in HISTORIES.items()}
        for name, text in (FILES | articles).items():
            path = room.corpus / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        ingest(room)
    return room


@pytest.fixture(scope="module")
def address(changed: Room) -> Iterator[str]:
    with served(changed) as where:
        yield where


@pytest.fixture(scope="module")
def shared(changed: Room) -> Mapping[str, str]:
    """The address of the quotation in each article, made on its first version."""
    made = {slug: link(version, QUOTED).link for slug in HISTORIES if (version := changed.versions.get(slug, 1))}
    return {slug: one.address.path for slug, one in made.items() if one}


COVERED = """() => {
  const { left, top, width, height } = document.querySelector(".standing a").getBoundingClientRect();
  return [0.02, 0.5, 0.98].every((part) => !document.elementFromPoint(left + part * width, top + height / 2).closest(".standing"));
}"""
"""Whether the quotation lies over the bar, from side to side."""


def in_sight(page: Page) -> str:
    """What the reader has at the top: the quotation itself, or else the bar that stands for it."""
    return str(page.evaluate(AT_TOP))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("slug", "outcome"), [("stays", "UNCHANGED"), ("moves", "MOVED")])
def test_words_far_down_are_gone_to_and_what_became_of_them_stays_in_sight_with_the_way_back(
    open_page: Open, shared: Mapping[str, str], screen: str, slug: str, outcome: str
) -> None:
    page = open_page(shared[slug], viewport=SCREENS[screen])
    expect(page.locator("#quoted")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("status").filter(has_text="is marked in passage")).to_have_count(1)
    assert in_sight(page).split("\n")[:2] == [outcome, f"“{QUOTED}”"]
    page.mouse.click(SCREENS[screen]["width"] / 2, 20)
    expect(page.locator("#quotation blockquote")).to_be_in_viewport(ratio=1)
    expect(page.locator(".outcome-sentence")).to_be_in_viewport(ratio=1)
    assert in_sight(page) == ""


def test_words_that_are_in_sight_below_what_became_of_them_are_not_gone_to(
    open_page: Open, shared: Mapping[str, str]
) -> None:
    page = open_page(shared["is-near"], viewport={"width": 1280, "height": 1000})
    expect(page.get_by_role("status").filter(has_text="is marked in passage 1 of")).to_have_count(1)
    assert page.evaluate("scrollY") == 0
    expect(page.locator("#quoted")).to_be_in_viewport(ratio=1)
    expect(page.locator("#quotation")).to_be_in_viewport(ratio=1)
    assert in_sight(page) == ""


@pytest.mark.parametrize("screen", SCREENS)
def test_without_a_script_a_page_opens_at_the_quotation_and_the_way_to_the_words_keeps_the_outcome_in_sight(
    open_page: Open, shared: Mapping[str, str], screen: str
) -> None:
    page = open_page(shared["is-edited"], viewport=SCREENS[screen], java_script_enabled=False)
    expect(page.locator("#quotation blockquote").first).to_be_in_viewport(ratio=1)
    expect(page.locator(".outcome-sentence")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Show in the article").click()
    expect(page.locator("#quoted")).to_be_in_viewport(ratio=1)
    words, bar = page.locator("#quoted").bounding_box(), page.locator(".standing a").bounding_box()
    assert words
    assert bar
    assert bar["y"] == 0
    assert words["y"] >= bar["height"]
    expect(page.locator(".standing a")).to_contain_text("Edited")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("slug", ["is-gone", "is-edited", "is-turned"])
def test_a_page_that_opens_at_the_quotation_shows_no_bar_and_nothing_of_the_article_above_it(
    open_page: Open, shared: Mapping[str, str], screen: str, slug: str
) -> None:
    page = open_page(shared[slug], viewport=SCREENS[screen])
    assert page.evaluate("scrollY") == 0
    assert page.evaluate(COVERED)
    above, _, _ = page.locator(".article").inner_text().partition("AS QUOTED FROM")
    assert above.strip() == ""


def test_between_the_quotation_and_the_bar_that_stands_for_it_there_is_no_gap(
    open_page: Open, shared: Mapping[str, str]
) -> None:
    page = open_page(shared["is-edited"], viewport=SCREENS["phone"])
    bottom = page.evaluate("document.querySelector('.quotation > .target-words').getBoundingClientRect().bottom")
    page.evaluate("(bottom) => scrollTo(0, bottom - 60)", bottom)
    expect(page.locator(".quotation .speaker").first).to_be_in_viewport()
    assert in_sight(page) == "", "the end of the quotation is in sight"
    page.evaluate("(bottom) => scrollTo(0, bottom)", bottom)
    assert "lit at seven" in in_sight(page)
