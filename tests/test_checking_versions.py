"""What the check finds wrong in the store of versions, each with its article and its version."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from reading_room.checking_versions import check_versions
from reading_room.corpus.versions import Versions
from reading_room.ingest import check, ingest
from reading_room.model.article import Article, Block, Passage
from reading_room.model.lineage import Carried, Change
from reading_room.permalinks.words import NAME
from reading_room.room import Room
from tests.conftest import HARBOUR, Write

REMEDY = "Put it back"
SOUND = (
    (("1", "2", "3"), ()),
    (("2", "1", "2a"), (Change("2", "kept"), Change("1", "moved"), Change("2a", "split", "3"), Change("3", "deleted"))),
    (("2", "4"), (Change("2", "edited"), Change("4", "inserted"), Change("1", "merged", "2"), Change("2a", "deleted"))),
)
"""Three versions of one article: the numbers of their passages, and what became of those before."""

Step = tuple[Sequence[str], Sequence[Change]]


def kept(folder: Path, *steps: Step) -> Versions:
    store = Versions(folder / "versions.sqlite3")
    store.create()
    article = Article("bridge", "A bridge", "post", None, "", "en", "complete")
    with store.writing() as writer:
        for number, (ids, lineage) in enumerate(steps, start=1):
            passages = tuple(Passage(one, Block("paragraph", f"Words of {one}.")) for one in ids)
            writer.add(article, number, f"mark-{number}", passages, lineage, NAME)
    return store


def faults(store: Versions) -> list[str]:
    found = list(check_versions(store, REMEDY))
    assert all((problem.path, problem.remedy) == ("versions.sqlite3", REMEDY) for problem in found)
    return [problem.what for problem in found]


def test_in_a_sound_store_nothing_is_wrong(tmp_path: Path) -> None:
    assert faults(kept(tmp_path, *SOUND)) == []
    assert faults(Versions(tmp_path / "nothing.sqlite3")) == []


def replaced(step: int, ids: Sequence[str] | None = None, lineage: Sequence[Change] | None = None) -> list[Step]:
    steps: list[Step] = [(list(ids), list(changes)) for ids, changes in SOUND]
    steps[step] = (steps[step][0] if ids is None else ids, steps[step][1] if lineage is None else lineage)
    return steps


LAST = list(SOUND[2][1])
WRONG = {
    "a number given twice": (replaced(2, ids=["2", "4", "4"]), 3, "passage 4 stands in it 2 times"),
    "no passages": (replaced(2, ids=[]), 3, "it has no passages"),
    "a passage before that is forgotten": (replaced(2, lineage=LAST[:3]), 3, "not at all of passage 2a before it"),
    "a passage that came from nowhere": (replaced(2, ids=["2", "4", "5"]), 3, "not at all of passage 5 in it"),
    "a passage that was said to be there": (replaced(2, ids=["2"]), 3, "speaks of passage 4, which is not in it"),
    "a passage that was said to have been": (
        replaced(2, lineage=[*LAST, Change("7", "deleted")]), 3, "speaks of passage 7, which is not before it",
    ),
    "a passage of which two things are said": (
        replaced(2, lineage=[*LAST, Change("2", "deleted")]), 3, "speaks twice of passage 2 before it",
    ),
    "a number that was used before": (
        replaced(2, ids=["2", "3"], lineage=[LAST[0], Change("3", "inserted"), *LAST[2:]]), 3,
        "passage 3 is new in it, but an earlier version had one of that number",
    ),
    "a part of nothing": (
        replaced(1, lineage=[*SOUND[1][1][:2], Change("2a", "split", "9"), SOUND[1][1][3]]), 2, "cut from 9",
    ),
    "merged into nothing": (
        replaced(2, lineage=[*LAST[:2], Change("1", "merged", "9"), LAST[3]]), 3, "said to be in 9, which is not in it",
    ),
    "numbers that were exchanged": (replaced(0, ids=["2", "1", "3"]), 1, "not numbered 1, 2, 3 in this order"),
    "numbers that were exchanged later": (
        replaced(2, ids=["4", "2"]), 3, "its lineage has its passages in another order",
    ),
    "an order that was not kept": (
        replaced(1, lineage=[SOUND[1][1][0], Change("1", "kept"), *SOUND[1][1][2:]]), 2,
        "stayed in their order, which they did not",
    ),
    "words of a passage that was not there": (
        replaced(2, lineage=[Change("2", "edited", words=(Carried("9", 0, 0, 1),)), *LAST[1:]]), 3,
        "words of passage 2 are said to be of passage 9",
    ),
    "words that are others": (
        replaced(2, lineage=[Change("2", "edited", words=(Carried("1", 0, 0, 3),)), *LAST[1:]]), 3,
        "words of passage 2 are said to be of passage 1 before it, which they are not",
    ),
    "more words than there are": (
        replaced(2, lineage=[Change("2", "edited", words=(Carried("2", 1, 1, 3),)), *LAST[1:]]), 3,
        "words of passage 2 are said to be of passage 2 before it, which they are not",
    ),
    "a first version that had one before it": (replaced(0, lineage=[Change("1", "kept")]), 1, "it is the first"),
}  # fmt: skip


@pytest.mark.parametrize(("steps", "number", "what"), WRONG.values(), ids=WRONG.keys())
def test_a_lineage_that_does_not_fit_is_named(tmp_path: Path, steps: list[Step], number: int, what: str) -> None:
    found = faults(kept(tmp_path, *steps))
    assert [one for one in found if one.startswith(f"version {number} of “bridge”: ") and what in one], found


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE version SET passages = '[' WHERE number = 2", "version 2 of “bridge”: it cannot be read"),
        ("UPDATE version SET article = '{}' WHERE number = 2", "version 2 of “bridge”: it cannot be read"),
        ("UPDATE version SET lineage = '[{}]' WHERE number = 2", "version 2 of “bridge”: it cannot be read"),
        ("UPDATE version SET ingested = 'once' WHERE number = 2", "version 2 of “bridge”: it cannot be read"),
        ("UPDATE version SET counter = 'words-9' WHERE number = 2", "counted by “words-9”"),
        ("DELETE FROM version WHERE number = 2", "version 3 of “bridge”: version 2 is missing before it"),
        ("DELETE FROM version WHERE number < 3", "version 3 of “bridge”: versions 1 to 2 are missing before it"),
    ],
)
def test_a_row_that_is_damaged_or_gone_is_the_one_fault_that_is_named(
    tmp_path: Path, statement: str, what: str
) -> None:
    store = kept(tmp_path, *SOUND)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(statement)
    (found,) = faults(store)
    assert what in found


def test_a_text_that_was_changed_in_the_store_contradicts_the_versions_beside_it(tmp_path: Path) -> None:
    store = kept(tmp_path, *SOUND)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(
            "UPDATE version SET passages = replace(passages, 'Words of 2.', 'Lies of 2.') WHERE number = 1"
        )
    assert faults(store) == ["version 2 of “bridge”: passage 2 is said to be kept, but has another text than before"]


def test_a_word_that_was_spelt_anew_is_the_same_word_and_another_figure_is_not(tmp_path: Path) -> None:
    carried = Change("1", "edited", words=(Carried("1", 0, 0, 3),))
    store = kept(tmp_path, (["1"], ()), (["1"], (carried,)))
    for written, found in (("Wordes of 1.", 0), ("Words of 2.", 1)):
        with closing(sqlite3.connect(store.path)) as connection, connection:
            passages = msgspec.json.encode((Passage("1", Block("paragraph", written)),)).decode()
            connection.execute("UPDATE version SET passages = ? WHERE number = 2", (passages,))
        assert len(faults(store)) == found, written


def test_a_file_that_is_damaged_is_named(tmp_path: Path) -> None:
    store = kept(tmp_path, *SOUND)
    content = bytearray(store.path.read_bytes())
    content[4096:4200] = b"\xff" * 104
    store.path.write_bytes(content)
    assert faults(store)


def test_what_ingest_keeps_of_texts_that_are_split_merged_moved_and_taken_out_is_sound(
    room: Room, write: Write
) -> None:
    first, second, third = HARBOUR.partition("---\nThe mayor")[2].split("\n\n")
    head = HARBOUR.partition("---\nThe mayor")[0] + "---\nThe mayor"
    for text in (
        HARBOUR,
        head + "\n\n".join([first, third, second]),
        head + "\n\n".join([first, "A band played until the rain came.", third + second]),
        head + "\n\n".join([first.replace(" on Thursday", "\n\non Thursday"), third]),
        HARBOUR,
    ):
        write("articles/harbour-bridge.md", text)
        ingest(room)
        assert [one for one in check(room) if one.path == "versions.sqlite3"] == []
