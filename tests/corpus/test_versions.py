"""The store of versions."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.corpus.versions import FORMAT, Versions, VersionsUnreadable
from reading_room.model.article import Account, Article, Block, Mark, Passage
from reading_room.model.dates import DateSpan
from reading_room.model.errors import NotReady
from reading_room.model.lineage import Change


def article(slug: str = "bridge", title: str = "A bridge") -> Article:
    span = DateSpan.parse("2001-05-04T10:30")
    return Article(
        slug, title, "post", span, "printed", "en", "digest", held="excerpt", accounts=(Account("e", "them"),)
    )


def passages(*numbers: str, text: str = "words") -> tuple[Passage, ...]:
    return tuple(
        Passage(number, Block("item", text, (Mark(0, 5, "link", "https://e.org"),), 1, "7.")) for number in numbers
    )


@pytest.fixture
def store(tmp_path: Path) -> Versions:
    store = Versions(tmp_path / "a folder #1 %20?" / "versions.sqlite3")
    store.create()
    return store


def add(store: Versions, number: int, *numbers: str, slug: str = "bridge") -> None:
    with store.writing() as writer:
        writer.add(article(slug), number, f"mark-{number}", passages(*numbers), ())


def test_a_version_is_read_as_it_was_written(store: Versions) -> None:
    with store.writing() as writer:
        written = writer.add(article(), 1, "mark", passages("1", "14a"), ())
    assert Versions(store.path).get("bridge", 1) == written
    assert datetime.now(UTC) - written.ingested < timedelta(minutes=1)


def test_the_newest_version_is_the_one_with_the_highest_number(store: Versions) -> None:
    for number in (1, 2, 10):
        add(store, number, "1")
    newest = store.newest("bridge")
    assert newest is not None
    assert newest.number == 10
    assert [note.number for note in store.notes("bridge")] == [1, 2, 10]


def test_what_was_never_here_is_none(store: Versions) -> None:
    add(store, 1, "1")
    assert store.get("bridge", 2) is None
    assert store.newest("other") is None
    assert store.notes("other") == ()
    assert store.last_with_passage("bridge", "9") is None
    assert store.last_with_passage("other", "1") is None


def test_a_writer_that_raises_keeps_nothing(store: Versions) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as writer:  # noqa: PT012
        writer.add(article(), 1, "mark", passages("1"), ())
        writer.add(article("other"), 1, "mark", passages("1"), ())
        raise ZeroDivisionError
    assert store.newest("bridge") is None
    assert store.newest("other") is None


def test_a_version_is_never_written_over(store: Versions) -> None:
    add(store, 1, "1")
    with pytest.raises(VersionsUnreadable):
        add(store, 1, "2")
    assert store.last_with_passage("bridge", "1") == 1


def test_a_reader_sees_nothing_of_a_transaction_that_is_not_over(store: Versions) -> None:
    add(store, 1, "1")
    with store.writing() as writer:
        writer.add(article(), 2, "mark", passages("1", text="x" * 100_000), ())
        assert [note.number for note in store.notes("bridge")] == [1]
    assert [note.number for note in store.notes("bridge")] == [1, 2]


def test_the_writer_knows_the_newest_version_with_its_fingerprint(store: Versions) -> None:
    add(store, 1, "1")
    add(store, 2, "1")
    with store.writing() as writer:
        found = writer.newest("bridge")
        assert found is not None
        assert (found[0].number, found[1]) == (2, "mark-2")
        assert writer.newest("other") is None


def test_every_number_that_any_version_used_is_known(store: Versions) -> None:
    add(store, 1, "1", "2")
    add(store, 2, "1", "1a")
    add(store, 1, "7", slug="other")
    with store.writing() as writer:
        assert writer.numbers_used("bridge") == {"1", "2", "1a"}


def test_the_last_version_with_a_passage_is_found(store: Versions) -> None:
    add(store, 1, "1", "2")
    add(store, 2, "1", "2")
    add(store, 3, "1")
    assert store.last_with_passage("bridge", "2") == 2
    assert store.last_with_passage("bridge", "1") == 3
    assert store.last_with_passage("bridge", "1", 2) == 2


def test_making_the_store_again_keeps_what_is_in_it(store: Versions) -> None:
    add(store, 1, "1")
    store.create()
    assert store.newest("bridge") is not None


def test_a_store_of_a_later_format_is_refused_and_left_as_it_is(store: Versions) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()
    before = store.path.read_bytes()
    with pytest.raises(VersionsUnreadable, match="later release"):
        store.create()
    assert store.path.read_bytes() == before


def test_a_text_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "versions.sqlite3"
    path.write_text("dear diary " * 100)
    with pytest.raises(VersionsUnreadable):
        Versions(path).create()
    assert path.read_text().startswith("dear diary")


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VersionsUnreadable):
        Versions(tmp_path).create()


def test_a_reader_does_not_make_the_file(tmp_path: Path) -> None:
    store = Versions(tmp_path / "versions.sqlite3")
    with pytest.raises(NotReady):
        store.newest("bridge")
    assert not store.path.exists()


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_words_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    store = Versions(tmp_path_factory.mktemp("versions") / "v")
    store.create()
    kept = (Passage("1", Block("paragraph", text)),)
    with store.writing() as writer:
        writer.add(article(title=text), 1, "mark", kept, ())
    found = store.get("bridge", 1)
    assert found is not None
    assert (found.passages, found.article.title) == (kept, text)


def test_the_lineage_of_later_versions_is_read_step_by_step(store: Versions) -> None:
    steps = [(), (Change("1", "kept"), Change("1a", "split", "1")), (Change("1a", "merged", "1"),)]
    for number, changes in enumerate(steps, start=1):
        with store.writing() as writer:
            writer.add(article(), number, f"mark-{number}", passages("1"), changes)
    assert store.lineage("bridge", 1, 3) == tuple(steps[1:])
    assert store.lineage("bridge", 2, 3) == (steps[2],)
    assert store.lineage("bridge", 3, 3) == ()
    assert store.lineage("other", 0, 1) == ((),)


def test_lineage_that_an_earlier_release_stored_is_still_read(store: Versions) -> None:
    with store.writing() as writer:
        writer.add(article(), 1, "mark", passages("1"), [{"passage": "1", "how": "edited"}])
    assert store.lineage("bridge", 0, 1) == ((Change("1", "edited"),),)
