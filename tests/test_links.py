"""What a link costs to follow: what is read of the store, and what is worked out more than once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

import pytest

from reading_room.corpus.catalogue import Catalogue, Entry
from reading_room.corpus.folder import Source
from reading_room.corpus.shelf import Shelf
from reading_room.corpus.versions import Versions
from reading_room.links import resolve_words
from reading_room.model.about import About
from reading_room.model.article import Article, Block, Passage
from reading_room.permalinks import resolution
from reading_room.permalinks.address import Address
from reading_room.permalinks.carrying import Step
from reading_room.permalinks.folding import folded
from reading_room.permalinks.lineage import number_first, number_next
from reading_room.permalinks.selection import select_code_points
from reading_room.permalinks.words import NAME, words

ARTICLE = Article("quay", "The quay", "post", None, "", "en", "complete")
WORDS = (
    "harbour ferry herring lantern ledger market council bridge signal quarry orchard window letter guard barrel anchor"
)
TEXTS = [" ".join(f"{word}{number}" for word in WORDS.split()) + "." for number in range(30)]
EDITED = 4
"""The passage that each version changes."""
VERSIONS = 12


class Counted(Versions):
    """A store that counts how often it is opened."""

    opened = 0

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self.opened += 1
        with super()._reading() as connection:
            yield connection


class History:
    """An article of 30 passages and 12 versions, with the shelf of a room that has it."""

    def __init__(self, path: Path) -> None:
        self.store = Counted(path)
        self.store.create()
        self.states: list[tuple[Passage, ...]] = []
        self.texts = TEXTS[:]
        used: set[str] = set()
        with self.store.writing() as writer:
            for number in range(1, VERSIONS + 1):
                blocks = [Block("paragraph", text) for text in self.texts]
                passages, changes = number_next(self.states[-1], blocks, used) if used else (number_first(blocks), ())
                used |= {passage.id for passage in passages}
                self.states.append(passages)
                writer.add(ARTICLE, number, str(number), passages, changes, NAME)
                self.texts[EDITED] = self.texts[EDITED].replace(" ", f" word{number} ", 1)
        entry = Entry(ARTICLE, 1, VERSIONS, len(TEXTS), Source("quay", 0, 0))
        self.shelf = Shelf(Catalogue(datetime.now(UTC), About(), {"quay": entry}, {}, {}, {}, {}, ()), self.store)

    def address(self, first: int, last: int) -> Address:
        """From the first word of a passage of version 1 to the last word of another one."""
        begin, end = self.states[0][first], self.states[0][last]
        selection = select_code_points(self.states[0], (begin.id, 0), (end.id, len(end.text)))
        assert selection
        return selection.address("quay", 1)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "versions.sqlite3")


def test_the_first_link_to_an_unchanged_passage_reads_two_versions_and_the_lineage(history: History) -> None:
    assert resolve_words(history.shelf, history.address(7, 7)).status == "exact"
    assert history.store.opened == 3


def test_the_next_link_between_the_same_versions_reads_nothing_of_the_store(history: History) -> None:
    resolve_words(history.shelf, history.address(7, 7))
    history.store.opened = 0
    assert resolve_words(history.shelf, history.address(9, 9)).status == "exact"
    assert history.store.opened == 0


def test_the_words_of_a_passage_are_counted_once_for_all_versions_that_have_it(history: History) -> None:
    folded.cache_clear()
    assert resolve_words(history.shelf, history.address(EDITED, EDITED)).status == "edited"
    compared = 2
    assert folded.cache_info().misses <= len(TEXTS) + VERSIONS + compared


def test_versions_that_left_a_passage_as_it_was_are_passed_over(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    following = Step.next
    monkeypatch.setattr(Step, "next", lambda step, word: asked.append(word) or following(step, word))
    assert resolve_words(history.shelf, history.address(7, 8)).status == "exact"
    assert asked == []
    assert resolve_words(history.shelf, history.address(EDITED, EDITED)).status == "edited"
    assert asked


def test_each_letter_of_a_quotation_of_a_whole_article_is_looked_at_a_few_times(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    monkeypatch.setattr(resolution, "words", lambda text: read.append(len(text)) or words(text))
    assert resolve_words(history.shelf, history.address(0, len(TEXTS) - 1)).status == "edited"
    assert sum(read) <= 4 * sum(map(len, history.texts))


def test_that_a_passage_was_kept_is_one_object_in_the_lineage_of_all_versions(history: History) -> None:
    steps = history.store.lineage("quay", 0, VERSIONS)
    kept = {id(change) for step in steps for change in step if change.how == "kept"}
    assert len(kept) <= len(TEXTS)
