"""Plain text as Markdown that comes out as printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.corpus.blocks import read_blocks
from reading_room.importing.lines import visible
from reading_room.importing.markdown_text import escaped, markdown
from reading_room.importing.parts import Paragraph


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
        r"x \[a](http://example.org) and \\[b](c)",
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


@pytest.mark.parametrize("text", ["#", "##", "C #", "No. 1#2##", r"a \#", "Plain"])
def test_a_heading_comes_out_as_printed(text: str) -> None:
    (block,) = read_blocks(markdown([Paragraph("heading", text, (1,))]))
    assert (block.kind, block.text) == ("heading", text)


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
