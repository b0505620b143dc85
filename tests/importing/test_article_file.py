"""The files that an import writes: front matter, the note of their source, and what was changed since by hand."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing.article_file import (
    ArticleFile,
    Origin,
    UnreadableFront,
    from_cleaned,
    from_markdown,
    standing_of,
    with_new_text,
)
from reading_room.importing.parts import Cleaned
from reading_room.importing.plain_text import clean
from reading_room.importing.publishers import Publishers

ORIGIN = Origin("quay.txt", "ab" * 32)
BODY = "The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave."


def front(text: str) -> dict[str, object]:
    loaded = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


def made_from(cleaned: Cleaned) -> ArticleFile:
    return from_cleaned(cleaned, ORIGIN, Publishers())


def origin_of(text: str) -> dict[str, object]:
    noted = front(text)["imported_from"]
    assert isinstance(noted, dict)
    return {key: value for key, value in noted.items() if key != "checksum"}


def test_front_matter_says_what_the_text_says_and_marks_the_gaps() -> None:
    article = made_from(clean(f"Quay blocked\nagain: a story\n\nBy Anna Lindqvist\n\n{BODY}\n\n{BODY[4:]} No."))
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
    assert origin_of(article.text) == {"file": "quay.txt", "sha256": "ab" * 32}


def test_each_gap_is_named_with_the_line_to_mend() -> None:
    article = made_from(clean(f"Quay blocked again\n\n{BODY}\n\nPublished: 02/03/2016"))
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
    text = from_markdown(source, ORIGIN).text
    fields = front(text)
    assert origin_of(text) == {"file": "quay.txt", "sha256": "ab" * 32}
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


def test_an_article_that_nobody_changed_stands_as_it_was_imported() -> None:
    standing = standing_of(made_from(clean(f"Quay blocked again\n\n{BODY}")).text)
    assert standing is not None
    assert (standing.origin, standing.changed) == (ORIGIN, False)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("outlet: unknown", "outlet: harbour-post", (True, False)),
        ("The fishermen", "Some fishermen", (False, True)),
        ("\n", "\r\n", (False, False)),
    ],
)
def test_it_is_known_which_half_of_an_article_was_changed_by_hand(
    before: str, after: str, changed: tuple[bool, bool]
) -> None:
    text = made_from(clean(f"Quay blocked again\n\n{BODY}")).text.replace(before, after)
    standing = standing_of(text)
    assert standing is not None
    assert (standing.front_changed, standing.text_changed) == changed


def test_an_article_written_by_hand_has_no_import_to_stand_by() -> None:
    assert standing_of(f"---\ntitle: Quay\n---\n{BODY}\n") is None
    assert standing_of("no front matter") is None
    assert standing_of("---\ntitle: [\n---\n") is None


def test_a_new_text_comes_below_the_front_matter_that_a_keeper_filled_in() -> None:
    filled = made_from(clean(f"Quay blocked again\n\n{BODY}")).text.replace("outlet: unknown", "outlet: post # sic")
    fresh = made_from(clean(f"Quay blocked again\n\n{BODY}\n\n{BODY} Later."))
    text = with_new_text(filled, fresh)
    assert "outlet: post # sic\n" in text
    assert text.endswith("so the ferry could not leave. Later.\n")
    standing = standing_of(text)
    assert standing is not None
    assert (standing.front_changed, standing.text_changed) == (True, False)
