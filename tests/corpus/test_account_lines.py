"""An account is added to an article's file, and nothing else in it changes."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.corpus.account_lines import CannotAdd, with_account
from reading_room.corpus.articles import parse_article
from reading_room.model.article import Account

HEAD = "---\ntitle: A title\noutlet: a-paper\npublished: 2001-05-04\npublished_basis: printed\nlanguage: en\ntext: complete\n"
BODY = "---\nThe text, with “---” in it.\n\naccounts:\n  - event: none\n"
NEW = Account("bridge-2001")


def accounts(text: str) -> tuple[Account, ...]:
    draft = parse_article(text, "an-article", [])
    assert draft
    return draft.article.accounts


@pytest.mark.parametrize(
    ("written", "before"),
    [
        ("", ()),
        ("accounts:\n", ()),
        ("accounts: []\n", ()),
        ("accounts: [ ]   # none yet\n", ()),
        ("accounts: [{event: other}]\n", (Account("other"),)),
        ("accounts:\n  - event: other\n", (Account("other"),)),
        ("accounts:\n- event: other\nwire: AFP\n", (Account("other"),)),
        (
            "accounts:\n    - event: other\n      speaks_for: |\n        the\n        mayor\n\n    # that is all\nwire: AFP\n",
            (Account("other", "the\nmayor"),),
        ),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_account_comes_last_and_every_line_that_was_there_stays(
    written: str, before: tuple[Account, ...], ending: str
) -> None:
    text = (HEAD + written + BODY).replace("\n", ending)
    added = with_account(text, "an-article", "bridge-2001")
    assert accounts(added) == (*before, NEW)
    if "[" not in written:
        changes = [line for line in difflib.ndiff(text.splitlines(True), added.splitlines(True)) if line[0] in "+-"]
        assert 1 <= len(changes) <= 2
        assert all(line.startswith("+ ") and line.endswith(ending) for line in changes)


def test_an_account_that_is_there_is_not_added_again() -> None:
    text = f"{HEAD}accounts:\n  - event: bridge-2001\n    speaks_for: the mayor\n{BODY}"
    assert with_account(text, "an-article", "bridge-2001") == text


@pytest.mark.parametrize(
    "written",
    [
        "accounts: [{event: one},\n  {event: two}]\n",
        'accounts: !!seq [{event: "one"}]\n',
        '"accounts":\n  - event: one\n',
    ],
)
def test_what_is_written_in_another_way_is_left_to_the_keeper(written: str) -> None:
    with pytest.raises(CannotAdd):
        with_account(HEAD + written + BODY, "an-article", "bridge-2001")


def test_a_file_that_cannot_be_read_is_left_as_it_is() -> None:
    with pytest.raises(CannotAdd):
        with_account("no front matter\n", "an-article", "bridge-2001")


@given(st.text(max_size=200))
def test_whatever_a_file_holds_it_gains_the_account_alone_or_is_left_as_it_is(text: str) -> None:
    whole = HEAD + text
    try:
        added = with_account(whole, "an-article", "bridge-2001")
    except CannotAdd:
        return
    assert accounts(added)[-1] == NEW
    assert all(line in added for line in whole.splitlines() if "accounts" not in line)
