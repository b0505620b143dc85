"""The files that an import writes: names, front matter, and Markdown that comes out as printed."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.corpus.blocks import read_blocks
from reading_room.importing.article_file import Origin, UnreadableFront, escaped, from_markdown, from_text, slug_of
from reading_room.importing.lines import visible
from reading_room.importing.plain_text import clean

ORIGIN = Origin("quay.txt", "ab" * 32)
BODY = "The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave."


def front(text: str) -> dict[str, object]:
    loaded = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Russia’s Jets: “Destroying” the City!", "russias-jets-destroying-the-city"),
        ("Пальмира", "palmira"),
        ("تدمر", "tdmr"),
        ("???", "quay"),
        (None, "quay"),
    ],
)
def test_a_slug_is_made_of_small_latin_letters_and_figures(title: str | None, slug: str) -> None:
    assert slug_of(title, "Quay", "ab" * 32) == slug


def test_a_slug_without_any_word_is_made_of_the_source_s_digest() -> None:
    assert slug_of("…", "—", "0123456789abcdef") == "article-01234567"


@settings(database=None)
@given(st.text())
def test_any_title_gives_a_slug_that_can_stand_in_an_address(title: str) -> None:
    slug = slug_of(title, "quay", "ab" * 32)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80


def test_a_long_slug_is_cut_at_a_word() -> None:
    assert slug_of("word " * 40, "x", "ab" * 32) == "-".join(["word"] * 16)


@pytest.mark.parametrize(
    "text",
    [
        "1. A line that begins like a list",
        "٣. سطر يبدأ برقم",
        "# no heading",
        "- no item",
        "> no quotation",
        "a *word* and _another_ and `code` and __init__",
        "<b>not bold</b> &amp; 3 < 4 <http://example.org>",
        "[text](http://example.org) and [using] [internationally-proscribed]",
        "[a]: b",
        "![x](y) [^1] {: .x}",
        r"C:\new and \* and a\\",
        "~~~ x",
        "***",
        "Quoted: “as printed”, 'so', \"so\".",
    ],
)
def test_text_comes_out_of_markdown_as_printed(text: str) -> None:
    assert shown(escaped(text)) == text


def test_text_without_special_characters_is_written_as_it_is() -> None:
    text = "“More than 900 raids [using] bombs” – 50% of @them, e.g. at 10:30; it's over."
    assert escaped(text) == text


@settings(max_examples=200, database=None)
@given(st.text(alphabet="ab1 .#*_`<>[](){}!&;:\\+-=~|\"'/@^؟", max_size=40))
def test_any_line_comes_out_of_markdown_as_printed(text: str) -> None:
    line = visible(text)
    assert shown(escaped(line)) == line


def shown(source: str) -> str:
    """What a reader of the room sees: one plain paragraph, or nothing."""
    blocks = read_blocks(source)
    assert len(blocks) == bool(source), blocks
    assert all(block.kind == "paragraph" and not block.marks for block in blocks), blocks
    return blocks[0].text if blocks else ""


def test_front_matter_says_what_the_text_says_and_marks_the_gaps() -> None:
    article = from_text(clean(f"Quay blocked\nagain: a story\n\nBy Anna Lindqvist\n\n{BODY}\n\n{BODY[4:]} No."), ORIGIN)
    fields = front(article.text)
    assert list(fields) == [
        "title",
        "outlet",
        "author",
        "published",
        "published_basis",
        "language",
        "text",
        "imported_from",
    ]
    assert fields["outlet"] == fields["published"] == "unknown"
    assert fields["published_basis"] == "not found in the text at import"
    assert (fields["language"], fields["text"]) == ("en", "complete")
    assert fields["imported_from"] == {"file": "quay.txt", "sha256": "ab" * 32}


def test_each_gap_is_named_with_the_line_to_mend() -> None:
    article = from_text(clean(f"Quay blocked again\n\n{BODY}\n\nPublished: 02/03/2016"), ORIGIN)
    lines = article.text.split("\n")
    missing = article.missing("articles/quay.md")
    assert [lines[problem.line - 1] for problem in missing] == ["outlet: unknown", "published: unknown"]
    assert "02/03/2016" in missing[1].what


def test_markdown_with_front_matter_is_carried_over_as_it_is() -> None:
    source = f"---\ntitle: Quay\noutlet: post  # keep\npublished: 2016-03\nlanguage: no\n---\n\n*{BODY}*\n\n1. one\n"
    article = from_markdown(source, ORIGIN)
    assert article.text.startswith("---\ntitle: Quay\noutlet: post  # keep\npublished: 2016-03\nlanguage: no\n")
    assert article.text.endswith(f"---\n\n*{BODY}*\n\n1. one\n".replace("---\n\n", "---\n"))
    assert (article.title, article.published) == ("Quay", "2016-03")
    assert [problem.what.split(":")[0] for problem in article.missing("x")] == ["published_basis"]


def test_markdown_without_front_matter_gets_it_and_gives_its_heading_as_title() -> None:
    article = from_markdown(f"# Quay \\#1\r\n\r\n{BODY}\r\n", ORIGIN)
    assert front(article.text)["title"] == article.title == "Quay #1"
    assert "# Quay" not in article.text
    assert [line.line for line in article.dropped] == [1]


def test_an_earlier_note_of_origin_gives_way_to_this_import_s() -> None:
    source = f"---\ntitle: Quay\nimported_from:\n  file: a\n  sha256: b\ntext: digest\n---\n{BODY}\n"
    fields = front(from_markdown(source, ORIGIN).text)
    assert fields["imported_from"] == {"file": "quay.txt", "sha256": "ab" * 32}
    assert fields["text"] == "digest"


@pytest.mark.parametrize(
    "fields",
    ["title: a: b\n", "- a\n- b\n", "a: &x 1\nb: *x\n", "a: " + "[" * 500 + "\n", "{title: Quay}\n"],
)
def test_front_matter_that_cannot_be_read_or_added_to_is_refused(fields: str) -> None:
    with pytest.raises(UnreadableFront):
        from_markdown(f"---\n{fields}---\n{BODY}\n", ORIGIN)


@settings(max_examples=200, database=None)
@given(st.text())
def test_any_markdown_is_carried_over_or_refused(text: str) -> None:
    try:
        article = from_markdown(text, ORIGIN)
    except UnreadableFront:
        return
    assert article.text == "" or front(article.text)["imported_from"]
