"""Markdown to passages."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.corpus.blocks import MOST_COLUMNS, MOST_LINKS, NestedTooDeeply, read_blocks
from reading_room.model.article import Block
from reading_room.model.tables import cells_in

MARKDOWNISH = st.text(alphabet="ab1 \n\t#*_`>[]()!<&;:.-=+\\'\"|~\x02\x03\x00\u202eج\u0301/h", max_size=80)


def texts(source: str) -> list[str]:
    return [block.text for block in read_blocks(source)]


def one(source: str) -> Block:
    (block,) = read_blocks(source)
    return block


def marked(source: str) -> list[tuple[str, str, str | None]]:
    return [
        (mark.kind, block.text[mark.start : mark.end], mark.href)
        for block in read_blocks(source)
        for mark in block.marks
    ]


@settings(max_examples=80)
@given(MARKDOWNISH | st.text(max_size=80))
def test_any_text_gives_passages_with_words_and_marks_that_lie_inside_them_in_order(source: str) -> None:
    for block in read_blocks(source):
        assert block.text.strip()
        assert (
            not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[ \t\r\n]{2}", block.text) or block.kind == "preformatted"
        )
        assert [mark.start for mark in block.marks] == sorted(mark.start for mark in block.marks)
        for mark in block.marks:
            assert 0 <= mark.start < mark.end <= len(block.text)
            assert (mark.href is not None) == (mark.kind == "link")
            assert mark.href is None or re.match(r"(https?://|mailto:)", mark.href, re.IGNORECASE)


@settings(max_examples=80)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "> ", "* ", "- ", "7. ", "# ", "## ", "    ", "> > ", "> * ", "    * "]),
            st.sampled_from(["alef", "*bet*", "**gimel** dalet", "`he`", "<b>vav</b>", "زين", "&lt;", "het\\*"]),
            st.sampled_from(["\n", "\n\n", "\n\n\n"]),
        ),
        max_size=10,
    )
)
def test_no_word_of_a_text_is_lost_and_none_is_added(lines: list[tuple[str, str, str]]) -> None:
    source = "".join("".join(line) for line in lines)
    blocks = read_blocks(source)
    shown = [word for block in blocks for word in re.findall(r"[^\W\d_]+", block.text.replace("&lt;", ""))]
    assert shown == re.findall(r"[^\W\d_]+", source.replace("&lt;", ""))


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>", "<b>raw</b> <i onclick=x>", "<!-- said -->", "a <br> b",
        "<a@b.org>", "<javascript:alert(1)>", "wzxhzdk:0 klzzwxh:0001",
    ],
)  # fmt: skip
def test_html_in_an_article_is_text_like_any_other(source: str) -> None:
    assert one(source) == Block("paragraph", source)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
        "&#106;avascript:alert(1)", "&#x6a;avascript&colon;alert(1)", "javascript&#58;alert(1)", "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//example.org", "/relative", "#here", "http:nowhere", "https:///path",
        "http://[::1", "\\javascript:x", "https&#58;//", "ftp://example.org", "blob:https://e.org/x",
    ],
)  # fmt: skip
def test_a_link_that_could_run_something_or_leads_nowhere_is_plain_text(target: str) -> None:
    assert marked(f"[word]({target})") == []
    assert marked(f"[word][r]\n\n[r]: {target.strip()}") == []
    assert "word" in texts(f"[word]({target})")[0]


@pytest.mark.parametrize(
    ("source", "href"),
    [
        ("[w](https://e.org/a_b*c)", "https://e.org/a_b*c"),
        ("[w](HTTP://e.org)", "HTTP://e.org"),
        ('[w](https://e.org "a title")', "https://e.org"),
        ("[w](<https://e.org/x>)", "https://e.org/x"),
        ("[w][r]\n\n[r]: https://e.org/r", "https://e.org/r"),
        ("[w](https://e.org/?a=1&amp;b=2)", "https://e.org/?a=1&b=2"),
        ("[w](https://e.org/?a=1&copy=2)", "https://e.org/?a=1&copy=2"),
        ("[w](https://e.org/\\*)", "https://e.org/*"),
        ("[w](mailto:a@e.org)", "mailto:a@e.org"),
    ],
)
def test_a_link_to_the_web_is_kept_with_its_address(source: str, href: str) -> None:
    assert marked(source) == [("link", "w", href)]


def test_a_bare_address_in_angle_brackets_is_a_link() -> None:
    assert marked("<https://e.org/x>") == [("link", "https://e.org/x", "https://e.org/x")]


def test_emphasis_is_a_mark_over_the_words_and_not_in_them() -> None:
    block = one("The *old* **city *of* walls**, `ls -l`.")
    assert block.text == "The old city of walls, ls -l."
    assert [(mark.kind, block.text[mark.start : mark.end]) for mark in block.marks] == [
        ("emphasis", "old"), ("strong", "city of walls"), ("emphasis", "of"), ("code", "ls -l"),
    ]  # fmt: skip


def test_an_image_is_its_description() -> None:
    assert texts("before ![the arch](https://e.org/a.png) after") == ["before the arch after"]
    assert marked("![the arch](https://e.org/a.png)") == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a &mdash; b &amp; c", "a — b & c"),
        ("&lt;b&gt; &#8212; &#x2014;", "<b> — —"),
        ("&amp;lt;", "&lt;"),
        ("AT&T & co &bogus; &amp", "AT&T & co &bogus; &amp"),
        ("`&amp; <b>`", "&amp; <b>"),
        ("&#0; &#xD800; &#9999999;", "\ufffd \ufffd \ufffd"),
        (r"\*not\* \_emphasis\_ \\", r"*not* _emphasis_ " + "\\"),
        ("hard  \nbreak", "hard break"),
        ("soft\nbreak   and\tmore", "soft break and more"),
        ("5\u00a0000 men", "5\u00a0000 men"),
        ("a\x00b\x02\x033\x7f", "ab3"),
        ("\x0242\x03", "42"),
        ("قال \u202eabc\u202c", "قال \u202eabc\u202c"),
        ("cafe\u0301", "cafe\u0301"),
    ],
)
def test_the_words_of_a_paragraph_are_the_authors(source: str, text: str) -> None:
    assert one(source).text == text


def test_items_of_a_list_are_passages_with_their_depth_and_bullet() -> None:
    found = read_blocks("* a\n* b\n    * c\n\n        more of c\n\n* d")
    assert [(block.kind, block.level, block.marker, block.text) for block in found] == [
        ("item", 1, "•", "a"), ("item", 1, "•", "b"), ("item", 2, "•", "c"), ("item", 2, "", "more of c"),
        ("item", 1, "•", "d"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "markers"),
    [
        ("1. a\n2. b", ["1.", "2."]),
        ("5. a\n6. b", ["5.", "6."]),
        ("47. a\n52. b\n\n60. c", ["47.", "52.", "60."]),
        ("1999. It was a bad year.", ["1999."]),
        ("* a\n3. b", ["•", "3."]),
        ("1. a\n    7. b\n    * c\n2. d", ["1.", "7.", "•", "2."]),
        ("> 8. a", ["8."]),
        ("3. 4. a\n    5. b", ["4.", "5."]),
        ("9" * 5000 + ". a", ["9" * 5000 + "."]),
    ],
)
def test_a_numbered_item_keeps_the_number_it_was_written_with(source: str, markers: list[str]) -> None:
    assert [block.marker for block in read_blocks(source)] == markers


def test_quotations_are_passages_with_their_depth() -> None:
    found = read_blocks("> a\n>\n> > b\n>\n> c\n\nd")
    assert [(block.kind, block.level, block.text) for block in found] == [
        ("quotation", 1, "a"), ("quotation", 2, "b"), ("quotation", 1, "c"), ("paragraph", 0, "d"),
    ]  # fmt: skip


def test_headings_have_their_level() -> None:
    found = read_blocks("# One\n\ntext\n\nTwo\n---\n\n###### Six")
    assert [(block.kind, block.level) for block in found] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("heading", 6),
    ]


def test_preformatted_text_keeps_its_lines_and_its_signs() -> None:
    assert one("    a  b\n    <c> &amp; \\*") == Block("preformatted", "a  b\n<c> &amp; \\*")


@pytest.mark.parametrize(
    "source", ["", " \n\t\n", "---\n\n***", "[]( https://e.org)", "&nbsp;", "\u00a0\n\n\u2003", "** **"]
)
def test_what_has_no_words_is_no_passage(source: str) -> None:
    assert [text for text in texts(source) if not text.strip("* ")] == []


def test_a_text_nested_beyond_reading_is_refused_by_name() -> None:
    with pytest.raises(NestedTooDeeply):
        read_blocks("* " * 3_000 + "x")


@pytest.mark.parametrize("flood", ["[" * 5_000, "![" * 3_000, "[a]" * 3_000])
def test_a_flood_of_brackets_is_kept_as_plain_text(flood: str) -> None:
    (block,) = read_blocks(flood)
    assert block.text == flood
    assert block.marks == ()


def test_a_paragraph_of_many_links_keeps_them() -> None:
    (block,) = read_blocks(" ".join(f"[{n}](https://example.org/{n})" for n in range(200)))
    assert len(block.marks) == 200


def rows(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_blocks(source)]


def test_each_row_of_a_table_is_a_block_of_its_cells() -> None:
    source = "| Day | Carts |\n|:----|------:|\n| Monday | 40 |\n| Tuesday | 1,312 |\n\nIt rained."
    assert [(block.kind, block.text, block.marker) for block in read_blocks(source)] == [
        ("header-row", "Day;\tCarts", "lr"),
        ("row", "Monday;\t40", "lr"),
        ("row", "Tuesday;\t1,312", "lr"),
        ("paragraph", "It rained.", ""),
    ]


def test_marks_of_cells_lie_over_the_same_words_of_their_row() -> None:
    source = "a | b | c\n---|---|---\n*one* two | [three](https://e.org) | `four`"
    assert marked(source) == [
        ("emphasis", "one", None), ("link", "three", "https://e.org"), ("code", "four", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("| 1 | |", "1"),
        ("| | 2 |", ";\t2"),
        ("| 1 |", "1"),
        ("| 1 | 2 | 3 | 4 |", "1;\t2;\t3;\t4"),
        ("1 | 2", "1;\t2"),
        (r"| a \| b | `c | d` | `e \| f` |", "a | b;\tc | d;\te | f"),
        (r"| a \\| b |", "a \\;\tb"),
        ("| a&#9;b | c\x00 |", "a b;\tc"),
        ("| <script>alert(1)</script> | <br> |", "<script>alert(1)</script>;\t<br>"),
        ("| [x](javascript:alert(1)) | ![boat](https://e.org/b.png) |", "x;\tboat"),
        ("the last line is a row too", "the last line is a row too"),
    ],
)
def test_a_row_says_what_stands_in_it_however_it_is_written(row: str, text: str) -> None:
    assert rows(f"| a | b |\n|---|---|\n{row}")[1:] == [("row", text)]


def test_rows_without_anything_in_them_are_none_and_a_table_may_have_no_head() -> None:
    assert rows("| | |\n|---|---|\n| 1 | 2 |\n| | |\n| 3 | 4 |") == [("row", "1;\t2"), ("row", "3;\t4")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("| a | b |\n|---|\n| 1 | 2 |", [("paragraph", "| a | b | |---| | 1 | 2 |")]),
        ("| a | b |\n| 1 | 2 |", [("paragraph", "| a | b | | 1 | 2 |")]),
        ("| a | b |\n| : | : |", [("paragraph", "| a | b | | : | : |")]),
        ("either | or", [("paragraph", "either | or")]),
        (r"a \| b", [("paragraph", r"a \| b")]),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 |", [("quotation", "| a | b | |---|---| | 1 | 2 |")]),
        ("- x\n\n    | a | b |\n    |---|---|", [("item", "x"), ("item", "| a | b | |---|---|")]),
        ("    | a | b |\n    |---|---|", [("preformatted", "| a | b |\n|---|---|")]),
    ],
)
def test_what_is_no_table_or_stands_in_a_list_or_quotation_stays_text(source: str, expected: list) -> None:
    assert rows(source) == expected


def test_cells_of_a_long_table_may_all_have_links_and_a_flood_of_brackets_in_one_has_none() -> None:
    table = "| a | b |\n|---|---|\n" + "".join(f"| {row} | [it](https://e.org/{row}) |\n" for row in range(1000))
    assert len(marked(table)) == 1000
    flood = "| a | b |\n|---|---|\n" + f"| {'[' * (MOST_LINKS + 1)} | [it](https://e.org) |\n"
    assert [href for _, _, href in marked(flood)] == ["https://e.org"]
    assert read_blocks(flood)[1].text == "[" * (MOST_LINKS + 1) + ";\tit"


@pytest.mark.parametrize("line", ["|" * (MOST_COLUMNS + 1), "`a`|" * MOST_COLUMNS], ids=["pipes", "backticks"])
def test_lines_of_more_columns_than_a_table_has_stay_text(line: str) -> None:
    assert {block.kind for block in read_blocks(f"| a | b |\n|---|---|\n| {line}")} == {"paragraph"}


CELL = st.lists(st.sampled_from(["alef", "*bet*", r"\|", "`he`", "<b>vav</b>", "زين", "5;", "−7%"]), max_size=3).map(
    " ".join
)


@settings(max_examples=80)
@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_word_of_a_table_is_lost_and_each_stands_in_its_cell(table: list[list[str]]) -> None:
    source = "| head | of | four | columns |\n|---|---|---|---|\n" + "\n".join(
        f"| {' | '.join(row)} |" for row in table
    )
    found = [[block.text[cell.start : cell.end] for cell in cells_in(block.text)] for block in read_blocks(source)[1:]]
    plain = [[re.sub(r"\\(?=\|)|[*`]", "", cell) for cell in row] for row in table]
    expected = [row[: max(at for at, cell in enumerate(row, 1) if cell)] for row in plain if any(row)]
    assert found == expected
