"""Writing passages into the index."""

import os
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage

from reading_room.index.lexicon import Lexicon
from reading_room.index.writer import IndexWriter
from reading_room.model.article import Article, Block, Passage


def add(writer: IndexWriter, slug: str, number: int, *texts: str) -> None:
    article = Article(slug, f"Title of {slug}", "o", None, "", "en", "complete")
    writer.add(
        article, number, 1, tuple(Passage(str(n), Block("paragraph", text)) for n, text in enumerate(texts, start=1))
    )


def bodies(folder: Path) -> list[str]:
    with FileStorage(str(folder), supports_mmap=False).open_index().reader() as reader:
        return sorted(fields["body"] for fields in reader.all_stored_fields())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = tmp_path / "index"
    index.mkdir()
    with IndexWriter(index, new=True) as writer:
        add(writer, "a", 1, "one", "two")
        add(writer, "b", 2, "three")
    return index


def test_what_was_added_is_there_once_the_block_is_left(folder: Path) -> None:
    assert bodies(folder) == ["one", "three", "two"]


def test_a_block_that_raises_changes_nothing(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError), IndexWriter(folder, new=False) as writer:  # noqa: PT012
        writer.remove("a")
        add(writer, "c", 3, "four")
        raise ZeroDivisionError
    assert bodies(folder) == ["one", "three", "two"]


def test_an_article_is_replaced_within_one_block(folder: Path) -> None:
    with IndexWriter(folder, new=False) as writer:
        writer.remove("a")
        add(writer, "a", 1, "five")
    assert bodies(folder) == ["five", "three"]


def test_removing_what_is_not_there_removes_nothing(folder: Path) -> None:
    with IndexWriter(folder, new=False) as writer:
        writer.remove("nobody")
        writer.remove("on")
    assert bodies(folder) == ["one", "three", "two"]


def test_no_lock_is_left_among_the_files(folder: Path) -> None:
    assert not list(folder.glob("*LOCK*"))


def test_a_file_once_written_is_never_changed_by_a_later_block(folder: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    before = {}
    for path in folder.iterdir():
        os.link(path, shared / path.name)
        before[shared / path.name] = path.read_bytes()
    with IndexWriter(folder, new=False) as writer:
        writer.remove("a")
        add(writer, "c", 3, "four")
    assert all(path.read_bytes() == content for path, content in before.items())


def test_the_lexicon_has_the_words_of_every_block(folder: Path) -> None:
    with IndexWriter(folder, new=False) as writer:
        add(writer, "c", 3, "four")
    assert list(Lexicon.read(folder)) == ["a", "b", "c", "four", "of", "one", "three", "title", "two"]
