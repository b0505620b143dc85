"""A room on disk: the folder of its corpus and the folder of its index, and the library that is open at this moment."""

import logging
import threading
from pathlib import Path

import msgspec

from reading_room.corpus.catalogue import read_catalogue
from reading_room.corpus.shelf import Shelf
from reading_room.corpus.versions import Versions
from reading_room.index.generations import Generations, NoGeneration
from reading_room.index.schema import FORMAT
from reading_room.index.searcher import WhooshIndex
from reading_room.library import Library
from reading_room.model.errors import NotReady

VERSIONS_FILE = "versions.sqlite3"

log = logging.getLogger(__name__)


class Room:
    """Opens the newest generation when it is first asked for, and each later one when it appears."""

    def __init__(self, corpus: Path, index: Path) -> None:
        self.corpus = corpus
        self.index = index
        self.versions = Versions(corpus / VERSIONS_FILE)
        self.generations = Generations(index, FORMAT)
        self._open: Library | None = None
        self._opening = threading.Lock()

    def library(self) -> Library:
        """The library of the newest generation; raises `NotReady` where there is none that can be opened.

        A request keeps the library that it began with, so it never sees two generations.
        """
        try:
            name = self.generations.current()
            library = self._open
            if library is None or library.index.generation != name:
                with self._opening:
                    name = self.generations.current()  # it may have been replaced while another thread was opening it
                    library = self._open
                    if library is None or library.index.generation != name:
                        library = self._open = self._read(name)
            if not self.versions.path.exists():
                raise NoGeneration(f"The texts of the articles ({VERSIONS_FILE} in the corpus) are not there.")
        except NoGeneration as error:
            raise NotReady(str(error), "The keeper of the room can make it ready with “flask ingest”.") from error
        return library

    def _read(self, name: str) -> Library:
        folder = self.generations.verified(name)
        log.info("opening %s", name)
        try:
            catalogue = read_catalogue(folder)
        except (OSError, msgspec.MsgspecError) as error:
            raise NoGeneration(f"The index was made by another release of the room ({error}).") from error
        shelf = Shelf(catalogue, self.versions)
        return Library(WhooshIndex(folder, name, shelf.numbered, shelf.alike), shelf)
