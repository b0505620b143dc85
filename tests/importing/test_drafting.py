"""A chunk of a source made into article files, whatever its reader does."""

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from reading_room.importing import drafting
from reading_room.importing.drafting import Task, draft
from reading_room.importing.parts import Chunk, Part, Refused
from reading_room.importing.publishers import Publishers
from reading_room.importing.sources import LARGEST, Format


def test_a_reader_that_goes_on_after_any_error_is_stopped_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def stubborn(form: Format, chunk: Chunk) -> Iterator[Part | Refused]:
        began = time.monotonic()
        while time.monotonic() - began < 5:
            with suppress(Exception):
                time.sleep(5)
        yield Refused("", "it came to its end", "")

    monkeypatch.setattr(drafting, "read", stubborn)
    monkeypatch.setattr(drafting, "LONGEST", 1)
    (refused,) = draft(Task("text", Chunk("", b"Text."), "a.txt", "ab"), Publishers())
    assert isinstance(refused, Refused)
    assert refused.what == "reading it took longer than 1 seconds"


def test_an_article_that_grew_larger_than_a_room_reads_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """In an old encoding a letter takes one byte, in the article's file two."""
    sentence = "Рыбаки поставили лодки поперёк входа в гавань, и паром не ушёл. "
    raw = "\n\n".join(f"{number}. {sentence * 20}" for number in range(40)).encode("cp1251")
    monkeypatch.setitem(LARGEST, "markdown", len(raw))
    (refused,) = draft(Task("text", Chunk("", raw), "a.txt", "ab"), Publishers())
    assert isinstance(refused, Refused)
    assert "more than a room reads" in refused.what
