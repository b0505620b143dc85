"""Article files."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reading_room.corpus.articles import LARGEST, LONGEST_SLUG, read_article, slug_problem
from reading_room.model.article import Account, Draft
from reading_room.model.problem import Problem

GOOD = """\
---
title: Harbour bridge opened
outlet: morning-post
published: 2001-05-04
published_basis: printed
language: en
text: complete
---
First.

Second.
"""


def read(tmp_path: Path, content: str | bytes, name: str = "bridge.md") -> tuple[Draft | None, list[Problem]]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    problems: list[Problem] = []
    return read_article(path, f"articles/{name}", problems), problems


def good(tmp_path: Path, content: str | bytes) -> Draft:
    draft, problems = read(tmp_path, content)
    assert draft is not None
    assert problems == []
    return draft


def whats(problems: list[Problem]) -> str:
    return " | ".join(str(problem) for problem in problems)


def test_a_good_file_is_read_without_a_word(tmp_path: Path) -> None:
    draft = good(tmp_path, GOOD)
    assert (draft.article.slug, draft.article.title) == ("bridge", "Harbour bridge opened")
    assert [block.text for block in draft.blocks] == ["First.", "Second."]


FRAGMENTS = st.sampled_from(
    [
        "---\n",
        "---",
        "title: x\n",
        "published: 2016-02-30\n",
        "accounts:\n  - event: e\n",
        "text\n",
        "\r\n",
        "\r",
        "\ufeff",
        "title: [a]\n",
        'title: "\\ud800"\n',
        'outlet: "\\UFFFFFFFF"\n',
        "- ",
        "> ",
        "&a ",
        "*a",
        "url: x\n",
    ]
).map(str.encode)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FRAGMENTS | st.binary(max_size=6), max_size=12).map(b"".join))
@example(b"")
@example(b"\x00")
def test_any_bytes_are_a_draft_that_can_be_kept_or_a_problem_and_never_an_exception(
    tmp_path: Path, content: bytes
) -> None:
    draft, problems = read(tmp_path, content)
    assert draft or any(not problem.advice for problem in problems)
    repr(draft).encode()
    if draft:
        assert draft.article.title
        assert draft.blocks


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_the_line_endings_of_any_system_are_read_alike(tmp_path: Path, ending: str) -> None:
    assert good(tmp_path, GOOD.replace("\n", ending)) == good(tmp_path, GOOD)


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert good(tmp_path, "\ufeff" + GOOD) == good(tmp_path, GOOD)


def test_a_rule_in_the_text_ends_nothing(tmp_path: Path) -> None:
    draft = good(tmp_path, GOOD.replace("Second.", "---\n\nSecond.\n\n---\n\nThird."))
    assert [block.text for block in draft.blocks] == ["First.", "Second.", "Third."]


def test_an_indented_rule_in_a_field_does_not_end_the_front_matter(tmp_path: Path) -> None:
    draft = good(tmp_path, GOOD.replace("text: complete", "text: complete\nnote: |\n  a\n  ---\n  b"))
    assert draft.article.note == "a\n---\nb"


@pytest.mark.parametrize(
    ("content", "line", "part"),
    [
        ("", 1, "no front matter"),
        ("title: x", 1, "no front matter"),
        (" ---\ntitle: x\n---\nx", 1, "no front matter"),
        ("---\ntitle: x\n", 1, "never ends"),
        ("---\ntitle: x\n----\ntext", 1, "never ends"),
        ("---\ntitle: x: y\n---\ntext", 2, "YAML"),
        ("---\na: b\n\ttitle: x\n---\ntext", 3, "YAML"),
        ("---\na: &a b\n---\ntext", 2, "anchor"),
        ("---\ntitle: a\x00b\n---\ntext", 2, "YAML"),
        ("---\ntitle: x\n---\n \n&nbsp;\n", 4, "no text"),
        ("---\ntitle: x\n---\n" + "* " * 3_000 + "x", 4, "nested too deeply"),
        ("---\noutlet: x\n---\ntext", 2, "“title” is missing"),
        ("---\ntitle: [a, b]\n---\ntext", 2, "is a list"),
        ("---\n---\ntext", 2, "“title” is missing"),
    ],
)
def test_a_file_that_cannot_be_served_is_refused_at_its_line(
    tmp_path: Path, content: str, line: int, part: str
) -> None:
    draft, problems = read(tmp_path, content)
    assert draft is None
    assert any(problem.line == line and part in problem.what for problem in problems), whats(problems)


def test_a_file_that_is_not_utf8_is_refused_at_the_line_of_the_first_wrong_byte(tmp_path: Path) -> None:
    draft, problems = read(tmp_path, GOOD.replace("First", "Café").encode("latin-1"))
    assert draft is None
    assert [(problem.line, problem.what) for problem in problems] == [(9, "the file is not UTF-8 text")]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    draft, problems = read(tmp_path, GOOD.encode() + b"x" * LARGEST)
    assert draft is None
    assert "larger than" in problems[0].what


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_article(tmp_path / "gone.md", "articles/gone.md", problems) is None
    assert "cannot be read" in problems[0].what


@pytest.mark.parametrize("stem", ["A", "a b", "a_b", "a--b", "-a", "é", "a.b", "x" * (LONGEST_SLUG + 1)])
def test_a_name_that_cannot_stand_in_an_address_is_refused(tmp_path: Path, stem: str) -> None:
    draft, problems = read(tmp_path, GOOD, f"{stem}.md")
    assert draft is None
    assert "cannot be part of an address" in problems[0].what


@pytest.mark.parametrize("slug", ["a", "2016", "a-b-3", "x" * LONGEST_SLUG])
def test_a_name_of_small_letters_figures_and_single_hyphens_is_a_slug(slug: str) -> None:
    assert slug_problem(slug, "") is None


@pytest.mark.parametrize(
    ("field", "line", "part"),
    [
        ("published: 2016-02-30", 4, "not a day of the calendar"),
        ("url: example.org", 3, "not a web address"),
        ("url: javascript:alert(1)", 3, "not a web address"),
        ("url: https:///nowhere", 3, "not a web address"),
        ("language: the Queen's", 6, "not a language tag"),
        ("text: whole", 7, "not known"),
        ("held: some", 3, "not known"),
        ("colour: blue", 3, "not a key that is known"),
        ("outlet: other", 4, "given twice"),
        ("accounts: bridge", 3, "not a list"),
        ("accounts: [{speaks_for: x}]", 3, "“event” is missing"),
        ("accounts: [{event: e, evnt: f}]", 3, "not a key that is known"),
    ],
)
def test_a_field_that_is_wrong_is_reported_at_its_line_and_the_article_is_still_read(
    tmp_path: Path, field: str, line: int, part: str
) -> None:
    key = field.split(":")[0]
    lines = GOOD.split("\n")
    here = [n for n, one in enumerate(lines) if one.startswith(f"{key}:")] if key != "outlet" else []
    if here:
        lines[here[0]] = field
    else:
        lines.insert(2, field)
    draft, problems = read(tmp_path, "\n".join(lines))
    assert draft is not None
    assert any(problem.line == line and part in problem.what for problem in problems), whats(problems)


def test_norwegian_is_a_language(tmp_path: Path) -> None:
    assert good(tmp_path, GOOD.replace("language: en", "language: no")).article.language == "no"


def test_a_date_that_nobody_knows_is_no_problem_but_a_date_left_out_is(tmp_path: Path) -> None:
    assert good(tmp_path, GOOD.replace("2001-05-04", "unknown")).article.published is None
    assert "“published” is missing" in whats(read(tmp_path, GOOD.replace("published: 2001-05-04\n", ""))[1])


def test_a_date_without_a_basis_is_advice_only(tmp_path: Path) -> None:
    draft, problems = read(tmp_path, GOOD.replace("published_basis: printed\n", ""))
    assert draft is not None
    assert [problem.advice for problem in problems] == [True]


def test_all_that_a_file_says_reaches_the_article(tmp_path: Path) -> None:
    more = (
        "author: A. Writer\nurl: https://e.org/x\nheld: excerpt\nwire: AFP\nnote: n\n"
        "accounts:\n  - {event: bridge-2001, speaks_for: the ferrymen}\n---\nFirst"
    )
    article = good(tmp_path, GOOD.replace("---\nFirst", more)).article
    assert (article.author, article.url, article.held, article.wire) == (
        "A. Writer",
        "https://e.org/x",
        "excerpt",
        "AFP",
    )
    assert article.accounts == (Account("bridge-2001", "the ferrymen"),)
    assert article.published is not None
    assert article.published.first == date(2001, 5, 4)


def test_a_title_broken_over_lines_is_one_line(tmp_path: Path) -> None:
    assert (
        good(tmp_path, GOOD.replace("title: Harbour", "title: >\n  Harbour\n ")).article.title
        == "Harbour bridge opened"
    )
