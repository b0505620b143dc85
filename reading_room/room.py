"""A room on disk: the folder of its corpus and the folder of its index, and the library that is open at this moment."""

import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from reading_room.corpus.analyses import Analyses
from reading_room.corpus.catalogue import read_catalogue
from reading_room.corpus.shelf import Shelf
from reading_room.corpus.versions import Versions
from reading_room.index.generations import Generations, NoGeneration
from reading_room.index.schema import FORMAT
from reading_room.index.searcher import BUDGET, WhooshIndex
from reading_room.library import Library
from reading_room.model.errors import NotReady
from reading_room.model.keeping import Withdrawals

VERSIONS_FILE = "versions.sqlite3"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A library, what was withdrawn when it was opened, and the state of the store that this was read from."""

    library: Library
    withdrawals: Withdrawals
    state: object


@dataclass(frozen=True, slots=True)
class Refused:
    """A generation that cannot be trusted (None where not even its name can be read), and why."""

    generation: str | None
    why: str


class Room:
    """Opens the newest generation when it is first asked for, and each later one when it appears."""

    def __init__(self, corpus: Path, index: Path, search_seconds: float = BUDGET) -> None:
        self.corpus = corpus
        self.index = index
        self.search_seconds = search_seconds
        self.versions = Versions(corpus / VERSIONS_FILE)
        self.generations = Generations(index, FORMAT)
        self.refused: Refused | None = None
        """What stands in the index and cannot be opened, while what was opened before is served on."""
        self._opened: _Opened | None = None
        self._opening = threading.Lock()

    def library(self) -> Library:
        """The library of the newest generation; raises `NotReady` where there is none that can be opened.

        Where one that is open cannot be followed by the next, since that cannot be trusted, it is served on, and `refused` and the
        log say so: nothing of what it says has become wrong.

        A request keeps the library that it began with, so it never sees two generations. What was withdrawn is asked for each
        time: from the moment that the keeper says so it is shown to nobody, whichever generation is open.
        """
        try:
            opened = self._opened
            if opened is None or not self._holds(opened):
                with self._opening:  # another thread may have opened it meanwhile
                    opened = self._opened
                    if opened is None or not self._holds(opened):
                        opened = self._opened = self._next(opened)
        except NoGeneration as error:
            raise NotReady(str(error), "The keeper of the room can make it ready with “flask ingest”.") from error
        return opened.library

    def _holds(self, opened: _Opened) -> bool:
        """Whether what was opened is what there is to be shown now."""
        refused = self.refused
        if refused and not self._stands(opened):
            return False
        named = refused.generation if refused else opened.library.index.generation
        return opened.state == self._state() and named == self._named()

    def _named(self) -> str | None:
        try:
            return self.generations.current()
        except NoGeneration:
            return None

    def _stands(self, opened: _Opened) -> bool:
        """Whether the files of what is open are there still."""
        return (self.index / opened.library.index.generation).is_dir()

    def _next(self, opened: _Opened | None) -> _Opened:
        """What the index names now; where that cannot be opened, what is open, without what was withdrawn since."""
        try:
            following = self._open(self.generations.current(), opened)
        except NoGeneration as error:
            if opened is None or not self._stands(opened):
                raise
            name = opened.library.index.generation
            kept = self._open(name, opened)
            self.refused = Refused(self._named(), str(error))
            log.error("%s is served on, since what follows it cannot be: %s Run “flask ingest”.", name, error)
            return kept
        self.refused = None
        return following

    def _open(self, name: str, opened: _Opened | None) -> _Opened:
        """The library of a generation without what is withdrawn; the one that is open, if nothing of this changed."""
        state = self._state()  # first: what is written meanwhile is then read again
        withdrawals = self.versions.withdrawals()
        if opened and opened.library.index.generation == name and opened.withdrawals == withdrawals:
            return replace(opened, state=state)
        folder = self.generations.verified(name)
        log.info("opening %s", name)
        try:
            catalogue = read_catalogue(folder)
        except (OSError, msgspec.MsgspecError) as error:
            raise NoGeneration(f"The index was made by another release of the room ({error}).") from error
        shelf = Shelf(catalogue, self.versions, withdrawals, Analyses(folder))
        outlets = [shelf.outlet(key) for key in {article.outlet for article in shelf.articles.values()}]
        index = WhooshIndex(
            folder,
            name,
            shelf.numbered,
            shelf.alike,
            self.search_seconds,
            names=shelf.names.values(),
            outlets={outlet.key: outlet.name for outlet in outlets},
            events={
                event.slug: event.name for event in sorted(shelf.events.values(), key=lambda event: event.time_order)
            },
            labels={outlet.key: tuple(label.label for label in outlet.labels) for outlet in outlets},
        )
        library = Library(index, shelf)
        return _Opened(library, withdrawals, state)

    def _state(self) -> object:
        state = self.versions.state()
        if state is None:
            raise NoGeneration(f"The texts of the articles ({VERSIONS_FILE} in the corpus) are not there.")
        return state
