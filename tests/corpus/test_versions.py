"""The store of versions."""

import sqlite3
from contextlib import closing
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
from reading_room.permalinks.words import NAME


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
        writer.add(article(slug), number, f"mark-{number}", passages(*numbers), (), NAME)


def test_a_version_is_read_as_it_was_written(store: Versions) -> None:
    with store.writing() as writer:
        written = writer.add(article(), 1, "mark", passages("1", "14a"), (), NAME)
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
        writer.add(article(), 1, "mark", passages("1"), (), NAME)
        writer.add(article("other"), 1, "mark", passages("1"), (), NAME)
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
        writer.add(article(), 2, "mark", passages("1", text="x" * 100_000), (), NAME)
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
        writer.add(article(title=text), 1, "mark", kept, (), NAME)
    found = store.get("bridge", 1)
    assert found is not None
    assert (found.passages, found.article.title) == (kept, text)


def test_the_lineage_of_later_versions_is_read_step_by_step(store: Versions) -> None:
    steps = [(), (Change("1", "kept"), Change("1a", "split", "1")), (Change("1a", "merged", "1"),)]
    for number, changes in enumerate(steps, start=1):
        with store.writing() as writer:
            writer.add(article(), number, f"mark-{number}", passages("1"), changes, NAME)
    assert store.lineage("bridge", 1, 3) == tuple(steps[1:])
    assert store.lineage("bridge", 2, 3) == (steps[2],)
    assert store.lineage("bridge", 3, 3) == ()
    assert store.lineage("other", 0, 1) == ((),)


def test_lineage_that_an_earlier_release_stored_is_still_read(store: Versions) -> None:
    with store.writing() as writer:
        writer.add(article(), 1, "mark", passages("1"), [{"passage": "1", "how": "edited"}], NAME)
    assert store.lineage("bridge", 0, 1) == ((Change("1", "edited"),),)


FIRST_FORMAT = """
CREATE TABLE version (
    slug TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0), ingested TEXT NOT NULL, fingerprint TEXT NOT NULL,
    article TEXT NOT NULL, passages TEXT NOT NULL, lineage TEXT NOT NULL, PRIMARY KEY (slug, number)
) WITHOUT ROWID;
PRAGMA user_version = 1;
"""


@pytest.fixture
def first_format(store: Versions) -> Versions:
    """A store as the first release wrote it, with one version."""
    add(store, 1, "1", "2")
    (row,) = store.stored()
    store.path.unlink()
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.executescript(FIRST_FORMAT)
        connection.execute(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row.history, row.number, row.ingested, row.fingerprint, row.article, row.passages, row.lineage),
        )
    return store


def test_a_store_of_the_first_format_is_read_as_it_is_without_being_changed(first_format: Versions) -> None:
    first_format.path.chmod(0o444)
    before = first_format.path.read_bytes()
    found = first_format.get("bridge", 1)
    assert found is not None
    assert (found.counter, len(found.passages)) == ("words-1", 2)
    assert first_format.names() == {}
    assert first_format.withdrawals() == {}
    assert [note.number for note in first_format.notes("bridge")] == [1]
    assert [row.counter for row in first_format.stored()] == ["words-1"]
    assert first_format.path.read_bytes() == before


def test_a_store_of_the_first_format_is_brought_up_to_date_with_all_that_is_in_it(first_format: Versions) -> None:
    before = first_format.get("bridge", 1)
    first_format.create()
    with closing(sqlite3.connect(first_format.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
        assert connection.execute("SELECT counter FROM version").fetchall() == [("words-1",)]
    assert first_format.get("bridge", 1) == before
    first_format.create()
    add(first_format, 2, "1")
    assert [note.number for note in first_format.notes("bridge")] == [1, 2]


@pytest.fixture
def second_format(store: Versions) -> Versions:
    """A store as releases wrote it that did not note when an article came back, with an article that is out."""
    add(store, 1, "1", "2")
    with store.writing() as writer:
        writer.note_removal("bridge")
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DROP TABLE absence")
        connection.execute("PRAGMA user_version = 2")
    return store


def test_a_store_of_the_second_format_is_read_as_it_is_and_brought_up_to_date_with_all_that_is_in_it(
    second_format: Versions,
) -> None:
    before = second_format.path.read_bytes()
    noted, marks = second_format.taken_out("bridge"), second_format.marks()
    assert noted is not None
    assert second_format.absences("bridge") == ()
    assert second_format.path.read_bytes() == before
    second_format.create()
    assert (second_format.taken_out("bridge"), second_format.marks()) == (noted, marks)
    with second_format.writing() as writer:
        writer.note_return("bridge")
    assert [one.gone for one in second_format.absences("bridge")] == [noted]


def test_a_store_that_could_not_be_brought_up_to_date_is_left_as_it_was(
    first_format: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(
            "reading_room.corpus.versions_format._MARKS", ("CREATE TABLE name (slug TEXT)", "CREATE NONSENSE")
        )
        with pytest.raises(VersionsUnreadable):
            first_format.create()
    with closing(sqlite3.connect(first_format.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert [name for (name,) in connection.execute("SELECT name FROM sqlite_master")] == ["version"]
    first_format.create()
    assert first_format.get("bridge", 1) is not None


def test_a_renamed_article_has_one_history_under_every_name(store: Versions) -> None:
    add(store, 1, "1", "2")
    with store.writing() as writer:
        writer.rename("bridge", "harbour-bridge")
        writer.add(article("harbour-bridge"), 2, "mark-2", passages("1"), (), NAME)
        writer.rename("harbour-bridge", "old-bridge")
    for slug in ("bridge", "harbour-bridge", "old-bridge"):
        assert [note.number for note in store.notes(slug)] == [1, 2]
        newest = store.newest(slug)
        assert newest is not None
        assert newest.article.slug == slug
        assert store.last_with_passage(slug, "2") == 1
    assert store.names() == {"bridge": "old-bridge", "harbour-bridge": "old-bridge"}
    assert store.last_numbers() == {"old-bridge": 2}


def test_an_article_may_take_its_first_name_again(store: Versions) -> None:
    add(store, 1, "1")
    with store.writing() as writer:
        writer.rename("bridge", "other")
        writer.rename("other", "bridge")
    assert store.names() == {"other": "bridge"}
    assert store.last_numbers() == {"bridge": 1}


def test_a_name_that_was_wrongly_taken_for_a_new_one_gets_a_history_of_its_own_and_no_address_breaks(
    store: Versions,
) -> None:
    add(store, 1, "1")
    with store.writing() as writer:
        writer.withdraw("bridge", 1, "why")
        writer.rename("bridge", "other")
        writer.add(article("other"), 2, "mark-2", passages("1", "2"), (), NAME)
        writer.part("other")
    assert store.names() == {}
    assert [note.number for note in store.notes("bridge")] == [1]
    assert [note.number for note in store.notes("other")] == [1, 2]
    assert store.withdrawals()["other"][1] == store.withdrawals()["bridge"][1]


def test_a_withdrawal_is_known_under_every_name_and_its_first_reason_stands(store: Versions) -> None:
    add(store, 1, "1", "9")
    add(store, 2, "1")
    with store.writing() as writer:
        writer.rename("bridge", "other")
        assert writer.withdraw("other", 1, "the first")
        assert not writer.withdraw("bridge", 1, "the second")
    assert {slug: found[1].why for slug, found in store.withdrawals().items()} == dict.fromkeys(
        ("bridge", "other"), "the first"
    )
    assert [note.withdrawn for note in store.notes("bridge")] == [True, False]
    assert store.last_with_passage("bridge", "9") is None
    with store.writing() as writer:
        assert writer.withdrawn_with("other", "mark-1") == 1
        assert writer.take_back("bridge", 1)
        assert not writer.take_back("bridge", 1)
    assert store.withdrawals() == {}


def test_when_an_article_was_taken_out_is_noted_once(store: Versions) -> None:
    add(store, 1, "1")
    with store.writing() as writer:
        writer.note_removal("bridge")
    noted = store.taken_out("bridge")
    assert noted is not None
    with store.writing() as writer:
        writer.note_removal("bridge")
    assert store.taken_out("bridge") == noted
    assert store.removals() == {"bridge"}
    with store.writing() as writer:
        writer.forget_removal("bridge")
    assert store.taken_out("bridge") is None
    assert store.absences("bridge") == ()


def test_an_article_that_came_back_is_noted_with_when_it_was_out_under_every_name(store: Versions) -> None:
    add(store, 1, "1")
    with store.writing() as writer:
        writer.note_return("bridge")  # it was not out
    assert store.absences("bridge") == ()
    with store.writing() as writer:
        writer.note_removal("bridge")
    gone = store.taken_out("bridge")
    with store.writing() as writer:
        writer.note_return("bridge")
    assert store.taken_out("bridge") is None
    (absence,) = store.absences("bridge")
    assert absence.gone == gone <= absence.back
    with store.writing() as writer:
        writer.rename("bridge", "new-bridge")
    assert store.absences("new-bridge") == store.absences("bridge")


def test_every_commit_makes_another_state_of_the_file_and_reading_makes_none(store: Versions) -> None:
    states = [store.state()]
    for number in range(1, 4):
        add(store, number, "1")
        states.append(store.state())
        store.newest("bridge")
        assert store.state() == states[-1]
    assert len(set(states)) == 4
    assert Versions(store.path.with_name("none")).state() is None


def test_a_version_can_be_kept_while_all_of_them_are_being_read(store: Versions) -> None:
    add(store, 1, "1")
    add(store, 1, "1", slug="other")
    reading = store.stored()
    assert next(reading).history == "bridge"
    add(store, 2, "1")
    assert [row.history for row in reading] == ["other"]
