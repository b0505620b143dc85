"""What the room has at one moment: the catalogue of one generation, and the texts behind it."""

from collections.abc import Mapping
from functools import lru_cache

from reading_room.corpus.catalogue import Catalogue
from reading_room.corpus.versions import Versions
from reading_room.model.about import About
from reading_room.model.article import Article, Version, VersionNote
from reading_room.model.copies import Copy, Place, copies, groups
from reading_room.model.event import Event
from reading_room.model.lineage import Change
from reading_room.model.names import NameSet
from reading_room.model.outlet import UNKNOWN_OUTLET, Outlet

LINEAGES_KEPT = 64
"""Articles whose lineage is kept at hand: it never changes, and each link into an article asks for it."""


class Shelf:
    """Answers `library.Corpus` from a catalogue and the store of versions."""

    def __init__(self, catalogue: Catalogue, versions: Versions) -> None:
        self._catalogue = catalogue
        self._versions = versions
        self.about: About = catalogue.about
        self.articles: dict[str, Article] = {slug: entry.article for slug, entry in catalogue.articles.items()}
        self.events: dict[str, Event] = catalogue.events
        self.names: dict[str, NameSet] = catalogue.names
        self.numbered: dict[int, Article] = {entry.number: entry.article for entry in catalogue.articles.values()}
        """By the numbers that the index of the same generation has."""
        self._lineage = lru_cache(maxsize=LINEAGES_KEPT)(lambda slug, up_to: versions.lineage(slug, 0, up_to))
        self.copies: Mapping[str, tuple[Copy, ...]] = copies(catalogue.same_texts)
        self.alike: Mapping[Place, Place] = groups(catalogue.same_texts)
        self.passages = sum(entry.passages for entry in catalogue.articles.values())

    def newest(self, slug: str) -> int | None:
        """The number of the newest version that this generation knows; None where the article is not in the room."""
        entry = self._catalogue.articles.get(slug)
        return entry.version if entry else None

    def version(self, slug: str, number: int) -> Version | None:
        return self._versions.get(slug, number) if number <= self._last(slug) else None

    def notes(self, slug: str) -> tuple[VersionNote, ...]:
        last = self._last(slug)
        return tuple(note for note in self._versions.notes(slug) if note.number <= last)

    def lineage(self, slug: str, after: int, up_to: int) -> tuple[tuple[Change, ...], ...]:
        return self._lineage(slug, min(up_to, self._last(slug)))[after:]

    def last_with_passage(self, slug: str, passage: str) -> int | None:
        return self._versions.last_with_passage(slug, passage, self._last(slug))

    def _last(self, slug: str) -> int:
        """The last version that this generation may show, 0 if none: an ingest stores the next ones some time before it is done."""
        return self.newest(slug) or self._catalogue.gone.get(slug, 0)

    def outlet(self, key: str) -> Outlet:
        """The outlet of that key; one that `outlets.yaml` does not have is shown by its key."""
        found = self._catalogue.outlets.get(key)
        if found:
            return found
        return UNKNOWN_OUTLET if key == UNKNOWN_OUTLET.key else Outlet(key, key)
