"""Files on disk: what is written, what is left alone, and what is reported."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reading_room.corpus.articles import read_article
from reading_room.importing import importer
from reading_room.importing.parts import Chunk
from reading_room.importing.sources import LARGEST
from reading_room.model.problem import Problem
from tests.importing.running import file_of, imported, only

PAGE = """Fishermen block northern quay

14 March 2016

The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave.

“Nobody asked us before the doors were locked,” said one of them, who has sold herring there for years.
"""
OTHER = PAGE.replace("herring", "mackerel")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def articles(corpus: Path) -> list[str]:
    return sorted(path.name for path in (corpus / "articles").iterdir())


def test_a_text_becomes_an_article_that_the_room_can_read(saved: Path, corpus: Path) -> None:
    result = only(put(saved, "a.txt", PAGE), corpus)
    assert (result.status, result.slug) == ("imported", "fishermen-block-northern-quay")
    assert (result.title, result.published) == ("Fishermen block northern quay", "2016-03-14")
    problems: list[Problem] = []
    draft = read_article(file_of(result, corpus), "quay.md", problems)
    assert draft is not None
    assert [block.text for block in draft.blocks] == PAGE.strip().split("\n\n")[2:]
    assert not [problem for problem in problems if not problem.advice]


def test_no_temporary_file_is_left_behind(saved: Path, corpus: Path) -> None:
    only(put(saved, "a.txt", PAGE), corpus)
    assert articles(corpus) == ["fishermen-block-northern-quay.md"]


def test_what_the_keeper_has_to_add_is_named_by_file_and_line(saved: Path, corpus: Path) -> None:
    result = only(put(saved, "a.txt", PAGE), corpus)
    (gap,) = result.missing
    assert gap.path == "articles/fishermen-block-northern-quay.md"
    assert file_of(result, corpus).read_text("utf-8").split("\n")[gap.line - 1] == "outlet: unknown"
    assert gap.what == "outlet: not found"


def test_the_same_source_again_changes_nothing(saved: Path, corpus: Path) -> None:
    path = put(saved, "a.txt", PAGE)
    first = only(path, corpus)
    again = only(path, corpus)
    copy = only(put(saved, "copy.txt", PAGE), corpus)
    assert (again.status, copy.status) == ("unchanged", "duplicate")
    assert first.slug == again.slug == copy.duplicate_of
    assert len(articles(corpus)) == 1


def test_the_same_words_saved_with_other_spaces_are_the_same_article(saved: Path, corpus: Path) -> None:
    only(put(saved, "a.txt", PAGE), corpus)
    again = only(put(saved, "b.txt", PAGE.replace("\n", "\r\n")), corpus)
    assert (again.status, again.duplicate_of) == ("duplicate", "fishermen-block-northern-quay")
    assert len(articles(corpus)) == 1


def test_another_article_of_the_same_title_gets_the_next_name(saved: Path, corpus: Path) -> None:
    pages = [PAGE, OTHER, PAGE.replace("herring", "plaice")]
    sources = [put(saved, f"{number}.txt", page) for number, page in enumerate(pages)]
    slugs = [result.slug for result in imported(sources, corpus)]
    assert slugs == [f"fishermen-block-northern-quay{ending}" for ending in ("", "-2", "-3")]


def test_an_article_changed_by_hand_is_left_as_it_is_and_that_is_said(saved: Path, corpus: Path) -> None:
    source = put(saved, "a.txt", PAGE)
    path = file_of(only(source, corpus), corpus)
    mended = path.read_text("utf-8").replace("outlet: unknown", "outlet: harbour-post")
    path.write_text(mended, "utf-8")
    result = only(source, corpus)
    assert result.status == "skipped"
    assert result.problem is not None
    assert "changed since" in result.problem.what
    assert path.read_text("utf-8") == mended


def test_an_article_renamed_by_hand_is_still_known(saved: Path, corpus: Path) -> None:
    source = put(saved, "a.txt", PAGE)
    path = file_of(only(source, corpus), corpus)
    path.rename(path.with_name("quay-2016.md"))
    result = only(source, corpus)
    assert (result.status, result.slug) == ("unchanged", "quay-2016")


def test_an_article_written_by_hand_under_the_same_name_is_not_touched(saved: Path, corpus: Path) -> None:
    (corpus / "articles").mkdir(parents=True)
    by_hand = put(corpus / "articles", "fishermen-block-northern-quay.md", "---\ntitle: mine\n---\nMine.\n")
    assert only(put(saved, "a.txt", PAGE), corpus).slug == "fishermen-block-northern-quay-2"
    assert by_hand.read_text("utf-8") == "---\ntitle: mine\n---\nMine.\n"


def test_one_bad_file_stops_no_other(saved: Path, corpus: Path) -> None:
    put(saved, "a-empty.txt", "")
    put(saved, "b-binary.txt", bytes(range(256)) * 20)
    put(saved, "c-scraps.txt", "Menu\nSearch\n")
    put(saved, "d-front.md", "---\ntitle: a: b\n---\nText.\n")
    put(saved, "e-good.txt", PAGE)
    put(saved, "ignored.doc", "x")
    with put(saved, "f-huge.txt", "").open("r+b") as huge:
        huge.write(b"x")
        huge.truncate(40 * LARGEST["text"])
    (saved / "g.txt").symlink_to(saved / "gone")
    results = list(imported([saved, saved / "nowhere.txt", saved / "ignored.doc"], corpus))
    said = {Path(result.source).name: (result.status, result.problem and result.problem.what) for result in results}
    assert said["e-good.txt"] == ("imported", None)
    for name, words in {
        "a-empty.txt": "empty",
        "b-binary.txt": "binary",
        "c-scraps.txt": "no sentence",
        "d-front.md": "YAML",
        "f-huge.txt": "larger than 5 MB",
        "g.txt": "no such file",
        "nowhere.txt": "no such file",
        "ignored.doc": "does not end in one of",
    }.items():
        status, what = said[name]
        assert status == "failed"
        assert words in str(what)
    assert all(result.problem.remedy for result in results if result.problem)
    assert len(articles(corpus)) == 1


def test_the_line_of_broken_front_matter_is_named(saved: Path, corpus: Path) -> None:
    problem = only(put(saved, "a.md", "---\nlanguage: en\ntitle: a: b\n---\nText.\n"), corpus).problem
    assert problem is not None
    assert problem.line == 3


def test_folders_are_read_in_order_and_in_depth(saved: Path, corpus: Path) -> None:
    (saved / "below" / ".hidden").mkdir(parents=True)
    put(saved / "below", "z.TXT", OTHER)
    put(saved / "below" / ".hidden", "x.txt", OTHER)
    put(saved, "c.txt", PAGE)
    put(saved, "a.md", f"# Another title\n\n{PAGE}")
    names = [Path(result.source).relative_to(saved).as_posix() for result in imported([saved], corpus)]
    assert names == ["a.md", "below/z.TXT", "c.txt"]


def test_a_folder_without_texts_is_reported(saved: Path, corpus: Path) -> None:
    result = only(saved, corpus)
    assert result.status == "failed"
    assert result.problem is not None
    assert "no file that is read in this folder" in result.problem.what


def test_a_device_or_a_pipe_is_not_opened(saved: Path, corpus: Path) -> None:
    os.mkfifo(saved / "pipe.txt")
    assert only(saved / "pipe.txt", corpus).status == "failed"


def test_a_corpus_that_cannot_be_written_is_reported_for_each_file(saved: Path, tmp_path: Path) -> None:
    in_the_way = put(tmp_path, "file", "x")
    result = only(put(saved, "a.txt", PAGE), in_the_way)
    assert result.status == "failed"
    assert result.problem is not None
    assert "cannot be written to" in result.problem.what


def test_an_article_of_the_room_is_not_imported_into_it_again(saved: Path, corpus: Path) -> None:
    only(put(saved, "a.txt", PAGE), corpus)
    assert only(corpus / "articles", corpus).status == "skipped"
    assert len(articles(corpus)) == 1


def test_a_guessed_encoding_is_something_to_look_at(saved: Path, corpus: Path) -> None:
    result = only(put(saved, "a.txt", PAGE.encode("cp1252")), corpus)
    assert any("cp1252" in problem.what for problem in result.missing)
    assert "“Nobody" in file_of(result, corpus).read_text("utf-8")


def test_a_text_without_a_title_is_named_after_its_file(saved: Path, corpus: Path) -> None:
    result = only(put(saved, "Quay Story.txt", PAGE.split("\n", 4)[4] * 3), corpus)
    assert (result.slug, result.title) == ("quay-story", None)
    assert "title: not found" in [problem.what for problem in result.missing]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(saved: Path, corpus: Path, tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.txt", OTHER)
    (saved / "linked.txt").symlink_to(secret)
    put(saved, "a.txt", PAGE)
    assert [Path(result.source).name for result in imported([saved], corpus)] == ["a.txt"]


def test_links_in_a_circle_stop_no_other_file(saved: Path, corpus: Path) -> None:
    (saved / "circle.txt").symlink_to(saved / "circle.txt")
    put(saved, "a.txt", PAGE)
    assert [result.status for result in imported([saved], corpus)] == ["imported"]
    assert only(saved / "circle.txt", corpus).status == "failed"


def test_a_file_in_the_place_of_the_articles_is_reported(saved: Path, corpus: Path) -> None:
    corpus.mkdir()
    put(corpus, "articles", "in the way")
    result = only(put(saved, "a.txt", PAGE), corpus)
    assert result.problem is not None
    assert "cannot be written to" in result.problem.what


def test_a_pipe_among_the_articles_is_not_opened(saved: Path, corpus: Path) -> None:
    (corpus / "articles").mkdir(parents=True)
    os.mkfifo(corpus / "articles" / "x.md")
    assert only(put(saved, "a.txt", PAGE), corpus).status == "imported"


def test_a_name_with_signs_that_are_no_letters_is_written_out(saved: Path, corpus: Path) -> None:
    source = put(saved, "new\nline\u202e.txt", PAGE)
    result = only(source, corpus)
    assert result.source.endswith("new\\x0aline\\x202e.txt")
    assert only(source, corpus).status == "unchanged"


def test_an_original_that_was_lost_is_kept_again(saved: Path, corpus: Path) -> None:
    source = put(saved, "a.txt", PAGE)
    only(source, corpus)
    (original,) = (corpus / "originals").rglob("*.txt")
    original.write_text("damaged")
    assert only(source, corpus).status == "unchanged"
    assert original.read_bytes() == source.read_bytes()


def test_the_bytes_of_a_duplicate_are_kept_and_its_lines_listed(saved: Path, corpus: Path) -> None:
    only(put(saved, "a.txt", PAGE), corpus)
    result = only(put(saved, "b.txt", f"{PAGE}\nMost read\nRain all week\n"), corpus)
    assert (result.status, [line.text for line in result.dropped]) == (
        "duplicate",
        ["14 March 2016", "Most read", "Rain all week"],
    )
    assert len(list((corpus / "originals").rglob("*.txt"))) == 2


def test_what_was_read_of_a_list_before_it_broke_off_is_imported(
    saved: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(form: object, opened: object) -> Iterator[Chunk]:
        for number in ("1", "2"):
            body = PAGE.split("\n", 4)[4].replace("herring", f"herring, {number}")
            yield Chunk(number, json.dumps({"title": f"Story {number}", "text": body}).encode())
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(importer, "split", breaks_off)
    results = imported([put(saved, "a.jsonl", '{"title": "x"}\n')], corpus)
    assert [(result.status, result.slug) for result in results] == [
        ("imported", "story-1"),
        ("imported", "story-2"),
        ("failed", None),
    ]
    assert len(list((corpus / "originals").rglob("*.jsonl"))) == 1
    assert not list(corpus.rglob("*.tmp"))
