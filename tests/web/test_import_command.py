"""`flask import` as a keeper calls it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from app import create_app

PAGE = """Home | News | Sport

{title}

14 March 2016

The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave.

“Nobody asked us before the doors were locked,” said one of them, who has sold {fish} there for years.

Most read
Rain all week, says the mayor
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


@pytest.fixture
def app(corpus: Path, tmp_path: Path) -> Flask:
    return create_app({"CORPUS": corpus, "INDEX": tmp_path / "index", "TESTING": True})


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, title, fish in (("a", "Quay blocked by boats", "herring"), ("b", "Quay is open again", "mackerel")):
        (folder / f"{name}.txt").write_text(PAGE.format(title=title, fish=fish), "utf-8")
    return folder


def report(runner: FlaskCliRunner, *arguments: str) -> list[dict[str, Any]]:
    found = json.loads(runner.invoke(args=["import", "--json", *arguments]).stdout)
    assert isinstance(found, list)
    return found


def test_the_report_as_json_has_every_article_with_the_lines_left_out(runner: FlaskCliRunner, saved: Path) -> None:
    first, second = report(runner, str(saved))
    assert {
        key: first[key]
        for key in (
            "source",
            "slug",
            "status",
            "title",
            "published",
            "author",
            "language",
            "kept_lines",
            "duplicate_of",
        )
    } == {
        "source": str(saved / "a.txt"),
        "slug": "quay-blocked-by-boats",
        "status": "imported",
        "title": "Quay blocked by boats",
        "published": "2016-03-14",
        "author": None,
        "language": "en",
        "kept_lines": 3,
        "duplicate_of": None,
    }
    assert [(line["line"], line["text"]) for line in first["dropped"]] == [
        (1, "Home | News | Sport"),
        (5, "14 March 2016"),
        (11, "Most read"),
        (12, "Rain all week, says the mayor"),
    ]
    assert all(line["reason"] for line in first["dropped"])
    assert second["slug"] == "quay-is-open-again"


def test_a_dry_run_says_what_would_be_and_writes_nothing(runner: FlaskCliRunner, saved: Path, corpus: Path) -> None:
    would = report(runner, "--dry-run", str(saved))
    assert list(corpus.iterdir()) == []
    assert report(runner, str(saved)) == would


def test_the_same_bytes_and_the_same_words_are_imported_once(runner: FlaskCliRunner, saved: Path) -> None:
    (saved / "copy.txt").write_bytes((saved / "a.txt").read_bytes())
    (saved / "other.txt").write_text(
        PAGE.format(title="Quay blocked by boats", fish="herring").replace("Home | News", "News | Home")
    )
    found = {Path(one["source"]).name: one for one in report(runner, str(saved))}
    assert {name for name, one in found.items() if one["status"] == "imported"} == {"a.txt", "b.txt"}
    for name in ("copy.txt", "other.txt"):
        assert (found[name]["status"], found[name]["duplicate_of"]) == ("duplicate", "quay-blocked-by-boats")
    said = runner.invoke(args=["import", str(saved / "copy.txt")])
    assert said.exit_code == 0
    assert "has exactly the words of quay-blocked-by-boats" in said.stdout


def test_the_same_text_under_another_title_is_imported_and_both_are_named(runner: FlaskCliRunner, saved: Path) -> None:
    more = " It was the third day, and the council said that it would meet on Monday to hear them.\n\nMost"
    wire = PAGE.replace("\n\nMost", more)
    (saved / "b.txt").unlink()
    (saved / "a.txt").write_text(wire.format(title="Quay blocked by boats", fish="herring"), "utf-8")
    (saved / "wire.txt").write_text(wire.format(title="No ferry for third day", fish="herring"), "utf-8")
    found = {one["slug"]: one["near_duplicates"] for one in report(runner, "--dry-run", str(saved))}
    assert found["quay-blocked-by-boats"] == ["no-ferry-for-third-day"]
    assert found["no-ferry-for-third-day"] == ["quay-blocked-by-boats"]
    runner.invoke(args=["import", str(saved / "a.txt")])
    said = runner.invoke(args=["import", str(saved / "wire.txt")]).stdout
    assert "the same text, under another title or with changes: no-ferry-for-third-day, quay-blocked-by-boats\n" in said


def test_files_of_other_kinds_in_a_folder_are_counted(runner: FlaskCliRunner, saved: Path) -> None:
    for name in ("a.jpg", "b.JPG", "c.css", "README", ".hidden"):
        (saved / name).touch()
    said = runner.invoke(args=["import", "--dry-run", str(saved)]).stdout
    assert "Files of other kinds in the folders were passed over: 2 .jpg, 1 " in said
    assert "1 .css" in said
    assert "1 without an ending" in said


def test_lines_are_shown_put_back_and_taken_out_again(runner: FlaskCliRunner, saved: Path, corpus: Path) -> None:
    runner.invoke(args=["import", str(saved / "a.txt")])
    listed = runner.invoke(args=["import", "--show", "quay-blocked-by-boats"]).stdout
    assert re.search(r"^ +3 # Quay blocked by boats$", listed, re.MULTILINE)
    assert re.search(r"^ +12 - Rain all week, says the mayor \(.+\)$", listed, re.MULTILINE)
    again = runner.invoke(args=["import", "--again", "quay-blocked-by-boats", "--keep", "11-12"])
    assert (again.exit_code, "written again: 5 lines kept, 2 lines left out" in again.stdout) == (0, True)
    article = corpus / "articles" / "quay-blocked-by-boats.md"
    assert "Most read\n\nRain all week" in article.read_text("utf-8")
    runner.invoke(args=["import", "--again", "quay-blocked-by-boats", "--keep", "none"])
    assert "Rain all week" not in article.read_text("utf-8")


def test_lines_can_be_kept_at_the_first_import(runner: FlaskCliRunner, saved: Path, corpus: Path) -> None:
    runner.invoke(args=["import", str(saved / "a.txt"), "--keep", "12"])
    assert "Rain all week" in (corpus / "articles" / "quay-blocked-by-boats.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give files, folders or addresses"),
        (("--show", "x", "a.txt"), "Give files, folders or addresses"),
        (("--show", "x"), "articles/x.md: there is no such article. Give the name of its file"),
        (("--again", "x", "--keep", "y"), "Write them like 3, 12-14"),
        (("a.txt", "b.txt", "--keep", "1"), "one file"),
    ],
)
def test_a_call_that_cannot_be_followed_says_how_it_is_meant(
    runner: FlaskCliRunner, arguments: tuple[str, ...], said: str
) -> None:
    result = runner.invoke(args=["import", *arguments])
    assert result.exit_code != 0
    assert said in result.stderr


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/", "ftp://post.example/a", "file:///etc/passwd", "http://[::1]/"]
)
def test_an_address_that_is_not_public_is_refused_in_one_line(runner: FlaskCliRunner, address: str) -> None:
    result = runner.invoke(args=["import", address])
    assert result.exit_code == 1
    assert len(result.stderr.strip().split("\n")) == 1
    assert result.stderr.startswith(f"failed: {address}: ")
