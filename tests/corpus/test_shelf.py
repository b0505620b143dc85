"""What the room has at one moment."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reading_room.checking_versions import misfit
from reading_room.corpus.catalogue import read_catalogue
from reading_room.corpus.shelf import Shelf
from reading_room.corpus.version_files import export, restore
from reading_room.corpus.versions import Versions
from reading_room.ingest import ingest
from reading_room.model.article import Version
from reading_room.room import Room

Write = Callable[[str, str], Path]


def shelf(room: Room) -> Shelf:
    return Shelf(read_catalogue(room.index / ingest(room).generation), room.versions)


@pytest.fixture
def edited(room: Room, write: Write) -> tuple[Shelf, Shelf]:
    """The shelf before and after an article got a second version and another was taken out."""
    before = shelf(room)
    harbour = (room.corpus / "articles/harbour-bridge.md").read_text("utf-8")
    write("articles/harbour-bridge.md", harbour.replace("No boat passed below it.\n", ""))
    (room.corpus / "articles/evening-queue.md").unlink()
    return before, shelf(room)


def test_a_shelf_has_the_articles_events_and_names_of_its_generation(room: Room) -> None:
    has = shelf(room)
    assert set(has.articles) == {"arabic-bridge", "evening-queue", "harbour-bridge"}
    assert (set(has.events), set(has.names), has.passages) == ({"bridge-2001"}, {"bridge"}, 7)


def test_an_edited_article_has_a_new_version_beside_the_old_one(edited: tuple[Shelf, Shelf]) -> None:
    after = edited[1]
    assert after.newest("harbour-bridge") == 2
    assert [len(found.passages) for n in (1, 2) if (found := after.version("harbour-bridge", n))] == [3, 2]
    assert after.last_with_passage("harbour-bridge", "3") == 1


def test_an_open_shelf_does_not_see_what_a_later_ingest_stored(edited: tuple[Shelf, Shelf]) -> None:
    before = edited[0]
    assert before.newest("harbour-bridge") == 1
    assert before.version("harbour-bridge", 2) is None
    assert [note.number for note in before.notes("harbour-bridge")] == [1]
    assert before.last_with_passage("harbour-bridge", "1") == 1


def test_an_article_that_was_taken_out_keeps_its_versions(edited: tuple[Shelf, Shelf]) -> None:
    after = edited[1]
    assert "evening-queue" not in after.articles
    assert after.newest("evening-queue") is None
    assert after.version("evening-queue", 1) is not None
    assert [note.number for note in after.notes("evening-queue")] == [1]


def test_an_article_that_never_was_has_nothing(room: Room) -> None:
    has = shelf(room)
    assert has.newest("nobody") is None
    assert has.version("nobody", 1) is None
    assert has.notes("nobody") == ()


def test_a_version_is_read_from_the_store_once(edited: tuple[Shelf, Shelf], monkeypatch: pytest.MonkeyPatch) -> None:
    after, get = edited[1], Versions.get
    read: list[int] = []

    def noted(store: Versions, slug: str, number: int) -> Version | None:
        read.append(number)
        return get(store, slug, number)

    monkeypatch.setattr(Versions, "get", noted)
    assert after.version("harbour-bridge", 1) is after.version("harbour-bridge", 1)
    assert after.version("harbour-bridge", 2) != after.version("harbour-bridge", 1)
    assert read == [1, 2]


def test_a_version_that_is_missing_is_there_again_when_it_was_restored(
    room: Room, edited: tuple[Shelf, Shelf], tmp_path: Path
) -> None:
    after, store = edited[1], room.versions
    export(store, tmp_path / "export")
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DELETE FROM version WHERE slug = 'harbour-bridge'")
    assert after.version("harbour-bridge", 1) is None
    restore(store, tmp_path / "export", misfit)
    assert after.version("harbour-bridge", 1) is not None


def test_an_outlet_that_is_not_described_is_shown_by_its_key(room: Room) -> None:
    has = shelf(room)
    assert has.outlet("morning-post").name == "The Morning Post"
    assert has.outlet("the-herald").name == "the-herald"
    assert has.outlet("unknown").name == "Outlet not known"
