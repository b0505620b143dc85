"""The catalogue of one generation."""

from pathlib import Path

import msgspec
import pytest

from reading_room.corpus.catalogue import FILE, read_catalogue, write_catalogue
from reading_room.ingest import ingest
from reading_room.room import Room


def made(room: Room) -> Path:
    return room.index / ingest(room).generation


def test_all_that_ingest_found_is_read_back_as_it_was_written(room: Room, tmp_path: Path) -> None:
    catalogue = read_catalogue(made(room))
    assert set(catalogue.articles) == {"arabic-bridge", "evening-queue", "harbour-bridge"}
    assert catalogue.events["bridge-2001"].rows
    write_catalogue(catalogue, tmp_path)
    assert read_catalogue(tmp_path) == catalogue


def test_a_catalogue_shared_with_another_generation_is_not_changed_by_a_new_one(room: Room, tmp_path: Path) -> None:
    folder = made(room)
    before = (folder / FILE).read_bytes()
    (tmp_path / FILE).hardlink_to(folder / FILE)
    write_catalogue(read_catalogue(folder), tmp_path)
    assert not (tmp_path / FILE).samefile(folder / FILE)
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize("content", ["", "{}", "[", '{"made": 1}'])
def test_what_is_no_catalogue_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(msgspec.DecodeError):
        read_catalogue(tmp_path)
