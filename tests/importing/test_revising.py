"""Imports looked at again and undone."""

from pathlib import Path

import pytest

from reading_room.importing.publishers import Publishers
from reading_room.importing.revising import CannotRevise, Revision
from tests.importing.running import OUTLETS, file_of, only

PAGE = """Home | News | Sport

Fishermen block northern quay

14 March 2016

The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave.

Photo: the harbour in March

“Nobody asked us before the doors were locked,” said one of them, who has sold herring there for years.

Most read
Rain all week, says the mayor
"""
SLUG = "fishermen-block-northern-quay"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    only(tmp_path / "page.txt", tmp_path / "corpus")
    return tmp_path / "corpus"


def revision(corpus: Path, *, dry: bool = False) -> Revision:
    return Revision(corpus, Publishers(OUTLETS), dry=dry)


def article(corpus: Path) -> Path:
    return corpus / "articles" / f"{SLUG}.md"


def test_every_line_of_the_source_is_listed_with_what_became_of_it(corpus: Path) -> None:
    lines = revision(corpus).lines(SLUG)
    assert [line.lines for line in lines] == [(number,) for number, text in enumerate(PAGE.split("\n"), 1) if text]
    assert [line.part_of for line in lines] == [
        "left out", "title", "left out", "text", "left out", "text", "left out", "left out"
    ]  # fmt: skip
    assert all(bool(line.reason) == (line.part_of == "left out") for line in lines)


def test_a_line_is_put_back_and_stays_when_the_article_is_imported_again(corpus: Path) -> None:
    assert revision(corpus).again(SLUG, frozenset({9})).changed
    text = article(corpus).read_text("utf-8")
    assert "could not leave.\n\nPhoto: the harbour in March\n\n“Nobody" in text
    assert not revision(corpus).again(SLUG).changed
    assert article(corpus).read_text("utf-8") == text
    assert next(line for line in revision(corpus).lines(SLUG) if line.lines == (9,)).part_of == "text"


def test_what_was_put_back_can_be_taken_out_again(corpus: Path) -> None:
    before = article(corpus).read_text("utf-8")
    revision(corpus).again(SLUG, frozenset({9, 14}))
    revision(corpus).again(SLUG, None)
    assert article(corpus).read_text("utf-8") == before


def test_front_matter_that_was_filled_in_stays_when_lines_are_put_back(corpus: Path) -> None:
    filled = article(corpus).read_text("utf-8").replace("outlet: unknown", "outlet: harbour-post  # by hand")
    article(corpus).write_text(filled, "utf-8")
    revision(corpus).again(SLUG, frozenset({9}))
    text = article(corpus).read_text("utf-8")
    assert "outlet: harbour-post  # by hand\n" in text
    assert "Photo: the harbour" in text
    assert revision(corpus).again(SLUG, None).changed


def test_a_text_that_was_changed_by_hand_is_never_overwritten(corpus: Path) -> None:
    mended = article(corpus).read_text("utf-8").replace("herring", "mackerel")
    article(corpus).write_text(mended, "utf-8")
    with pytest.raises(CannotRevise, match="changed by hand"):
        revision(corpus).again(SLUG, frozenset({9}))
    assert article(corpus).read_text("utf-8") == mended


def test_a_line_that_was_not_left_out_cannot_be_put_back(corpus: Path) -> None:
    with pytest.raises(CannotRevise, match="line 3, 99 of its source was not left out"):
        revision(corpus).again(SLUG, frozenset({3, 9, 99}))


def test_without_its_original_or_its_note_an_import_cannot_be_looked_at(corpus: Path) -> None:
    for original in (corpus / "originals").rglob("*.txt"):
        original.unlink()
    with pytest.raises(CannotRevise, match="cannot be read"):
        revision(corpus).lines(SLUG)
    article(corpus).write_text("---\ntitle: x\n---\nText.\n", "utf-8")
    with pytest.raises(CannotRevise, match="was not imported"):
        revision(corpus).lines(SLUG)
    with pytest.raises(CannotRevise, match="no such article"):
        revision(corpus).lines("../secret")


def test_a_dry_run_puts_nothing_back(corpus: Path) -> None:
    before = article(corpus).read_text("utf-8")
    assert revision(corpus, dry=True).again(SLUG, frozenset({9})).changed
    assert article(corpus).read_text("utf-8") == before


def test_a_markdown_source_can_be_looked_at_and_imported_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Quay\n\n*Nobody* asked us.\n", "utf-8")
    result = only(tmp_path / "a.md", tmp_path / "corpus")
    assert result.slug is not None
    assert [line.text for line in revision(tmp_path / "corpus").lines("quay")] == ["# Quay", "*Nobody* asked us."]
    assert not revision(tmp_path / "corpus").again("quay").changed
    assert "*Nobody*" in file_of(result, tmp_path / "corpus").read_text("utf-8")
