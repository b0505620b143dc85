"""What an address is about, for its page and whatever else describes it: the words, their version, what became of them."""

from dataclasses import dataclass, replace

from reading_room.citing.citation import Citation
from reading_room.library import Library, Reading
from reading_room.model.article import Version
from reading_room.model.resolution import Resolution
from reading_room.permalinks.address import Address
from reading_room.permalinks.selection import Selection, select_checked, select_passage
from reading_room.web.urls import article_url, room_root


@dataclass(frozen=True, slots=True)
class Subject:
    """An article, a passage of it or words of it, in one version."""

    reading: Reading
    """The article open at the version; of words, at the one that they were quoted from."""
    address: Address
    """As it is written in the room: the passage under the number that it has now, words with the version they were quoted from."""
    frozen: Address
    """The same in this version, which is what a reference names."""
    selection: Selection | None = None
    """The passage or the words; None where it is the whole."""
    found: Resolution | None = None

    @property
    def version(self) -> Version:
        return self.reading.version

    @property
    def quote(self) -> str:
        """The words, with a sign where some were left out between them."""
        return self.selection.shown if self.selection else ""


def subject_of(library: Library, address: Address) -> Subject:
    """What an address is about; raises what the library raises for an address of nothing."""
    if address.ranges:
        found = library.resolve(address)
        reading = library.read(address.slug, found.born)
        permalink = replace(address, version=found.born)
        return Subject(reading, permalink, permalink, select_checked(reading.version, permalink), found)
    reading = library.read(address.slug, address.version, address.passage)
    passage = reading.target.id if reading.target else None
    named = Address(address.slug, address.version, passage)
    frozen = replace(named, version=reading.version.number)
    if reading.target is None:
        return Subject(reading, named, frozen)
    return Subject(reading, named, frozen, select_passage(reading.target), library.resolve(named))


def citation_of(library: Library, subject: Subject) -> Citation:
    """The reference to it, with addresses as the reader has them."""
    version, root = subject.version, room_root()
    return Citation(
        article=version.article,
        outlet_name=library.corpus.outlet(version.article.outlet).name,
        version=version.number,
        read=version.ingested.date(),
        room=library.corpus.about.name,
        url=root + subject.frozen.path,
        version_url=root + article_url(version.article.slug, version.number),
        place=subject.frozen.place,
        quote=subject.quote,
    )
