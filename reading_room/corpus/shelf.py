"""What the room has at one moment: the catalogue of one generation, and the texts behind it."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache, partial

from reading_room.corpus.analyses import Analyses
from reading_room.corpus.catalogue import Catalogue
from reading_room.corpus.versions import Versions
from reading_room.model.about import About
from reading_room.model.analysis import Analysis
from reading_room.model.article import Article, Version, VersionNote
from reading_room.model.copies import Copy, Place, copies, groups
from reading_room.model.errors import Withdrawn
from reading_room.model.event import Event
from reading_room.model.keeping import Absence, Withdrawal, Withdrawals
from reading_room.model.lineage import Change
from reading_room.model.names import NameSet
from reading_room.model.outlet import UNKNOWN_OUTLET, Outlet

VERSIONS_KEPT, LINEAGES_KEPT = 128, 64
"""Versions, and articles with their lineage, that are kept at hand: they never change, and a page asks for the same ones often."""


class Shelf:
    """Answers `library.Corpus` from a catalogue and the store of versions.

    The text of what was withdrawn does not pass here: an article that was withdrawn whole, or whose newest version was, is in
    none of its lists, and no version that was is given out.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        versions: Versions,
        withdrawals: Withdrawals | None = None,
        analyses: Analyses | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._versions = versions
        self._withdrawals = withdrawals or {}
        self.about: About = catalogue.about
        shown = {slug: entry for slug, entry in catalogue.articles.items() if not self.withdrawal(slug, entry.version)}
        same_texts = [pair for pair in catalogue.same_texts if shown.keys() >= set(pair.articles)]
        self.articles: dict[str, Article] = {slug: entry.article for slug, entry in shown.items()}
        self.renamed: Mapping[str, str] = catalogue.renamed
        self.events: dict[str, Event] = catalogue.events
        self.names: dict[str, NameSet] = catalogue.names
        self.outlets: Mapping[str, Outlet] = catalogue.outlets
        self.numbered: dict[int, Article] = {entry.number: entry.article for entry in shown.values()}
        """By the numbers that the index of the same generation has."""
        self._stored = lru_cache(maxsize=VERSIONS_KEPT)(partial(_stored, versions))
        self._analysis = lru_cache(maxsize=VERSIONS_KEPT)(analyses.get if analyses else lambda slug: None)
        self._lineage = lru_cache(maxsize=LINEAGES_KEPT)(lambda slug: versions.lineage(slug, 0, self._last(slug)))
        self.copies: Mapping[str, tuple[Copy, ...]] = copies(same_texts)
        self.alike: Mapping[Place, Place] = groups(same_texts)
        self.passages = sum(entry.passages for entry in shown.values())

    def newest(self, slug: str) -> int | None:
        """The number of the newest version that this generation knows; None where the article is not in the room."""
        return self._catalogue.articles[slug].version if slug in self.articles else None

    def version(self, slug: str, number: int) -> Version | None:
        """Raises `Withdrawn` where the keeper withdrew it."""
        if number > self._last(slug):
            return None
        if withdrawal := self.withdrawal(slug, number):
            raise Withdrawn(f"version {number} of “{slug}”", withdrawal)
        try:
            return self._stored(slug, number)
        except LookupError:
            return None

    def analysis(self, slug: str) -> Analysis | None:
        """What ingest read in the newest version; None where it kept nothing that can be read."""
        return self._analysis(slug) if slug in self.articles else None

    def withdrawal(self, slug: str, number: int | None = None) -> Withdrawal | None:
        """Whether and why the article was withdrawn whole, or this version of it."""
        withdrawn = self._withdrawals.get(slug, {})
        return withdrawn.get(None) or withdrawn.get(number)

    def taken_out(self, slug: str) -> datetime | None:
        return self._versions.taken_out(slug)

    def absences(self, slug: str) -> tuple[Absence, ...]:
        return self._versions.absences(slug)

    def notes(self, slug: str) -> tuple[VersionNote, ...]:
        last = self._last(slug)
        return tuple(note for note in self._versions.notes(slug) if note.number <= last)

    def lineage(self, slug: str, after: int, up_to: int) -> tuple[tuple[Change, ...], ...]:
        return self._lineage(slug)[after:up_to]

    def last_with_passage(self, slug: str, passage: str) -> int | None:
        return self._versions.last_with_passage(slug, passage, self._last(slug))

    def _last(self, slug: str) -> int:
        """The last version that this generation may show, 0 if none: an ingest stores the next ones some time before it is done."""
        entry = self._catalogue.articles.get(slug)
        return entry.version if entry else self._catalogue.gone.get(slug, 0)

    def outlet(self, key: str) -> Outlet:
        """The outlet of that key; one that `outlets.yaml` does not have is shown by its key."""
        found = self._catalogue.outlets.get(key)
        if found:
            return found
        return UNKNOWN_OUTLET if key == UNKNOWN_OUTLET.key else Outlet(key, key)


def _stored(versions: Versions, slug: str, number: int) -> Version:
    """Raises `LookupError` for a version that is not there: what is missing may be restored, and must not be kept in mind."""
    version = versions.get(slug, number)
    if version is None:
        raise LookupError(slug, number)
    return version
