"""How the texts write a word, whatever its case and accents in the index."""

import pytest

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write

TEXT = """\
Ferries were late. “Ferries never come,” said the Café of Zoë. Engineers waited at Zoë’s door.

Old LIGHTS burn; the old café burns. Мост открыли. Там новый Мост. الجِسر
"""


@pytest.mark.parametrize(
    ("beginning", "written"),
    [
        ("ferr", "ferries"),  # which only begins sentences
        ("zo", "Zoë"),
        ("lig", "LIGHTS"),
        ("caf", "Café"),  # as often as café: the first in order
        ("мос", "Мост"),
    ],
)
def test_words_are_suggested_as_the_texts_write_them(room: Room, write: Write, beginning: str, written: str) -> None:
    head = HARBOUR.partition("\n---\n")[0].replace("Harbour bridge opened to carts", "Of nothing")
    write("articles/ferries.md", f"{head}\n---\n{TEXT}")
    ingest(room)
    assert room.library().index.words(beginning, 1) == (written,)


def test_a_word_of_titles_alone_is_written_as_there(room: Room, write: Write) -> None:
    write("articles/ferries.md", HARBOUR.replace("Harbour bridge opened to carts", "The Quayside reopens"))
    ingest(room)
    assert room.library().index.words("quays", 1) == ("Quayside",)
