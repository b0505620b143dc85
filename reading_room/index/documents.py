"""What a generation knows of its documents, read once and then held: articles, places and lengths."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from whoosh.index import Index
from whoosh.reading import IndexReader

from reading_room.index.scoring import B_OF_TEXTS, B_OF_TITLES, norms

Extents = Mapping[int, tuple[int, int]]
"""First and last document of each article, by its number: an article's passages stand one after the other in one segment."""


class Documents:
    """By their numbers in the whole index; lists of one segment begin at its first document."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._norms: dict[str, tuple[array[float], ...]] = {}

    def read(self) -> None:
        """What every search needs: so that it does not count as the time of the first."""
        self.norms("text")
        _ = self.extents

    @cached_property
    def articles(self) -> "array[int]":
        """The number of the article that each document belongs to: four bytes a passage."""
        return self._column("article")

    @cached_property
    def places(self) -> "array[int]":
        """Where in its article the passage of each document stands."""
        return self._column("place")

    @cached_property
    def extents(self) -> Extents:
        """The documents of each article, without those that were deleted."""
        extents: dict[int, tuple[int, int]] = {}
        with self._index.reader() as reader:
            for document in reader.all_doc_ids():
                number = self.articles[document]
                extents[number] = (extents.get(number, (document, 0))[0], document)
        return extents

    @cached_property
    def deleted(self) -> tuple[frozenset[int], ...]:
        """The documents of each segment that count no more, though they have postings still."""
        with self._index.reader() as reader:
            return tuple(
                frozenset(leaf.segment().deleted_docs() if leaf.doc_count_all() else ())
                for leaf, _ in reader.leaf_readers()
            )

    def norms(self, field: str) -> "Sequence[array[float]]":
        """What the length of each document takes off what a word of a field counts in it, by segment."""
        if field not in self._norms:
            with self._index.reader() as reader:
                average = reader.field_length(field) / max(1, reader.doc_count_all()) or 1.0
                self._norms[field] = tuple(
                    norms(
                        self._titles_lengths(leaf, offset, field) if field.startswith("title") else self._lengths(leaf),
                        average,
                        B_OF_TITLES if field.startswith("title") else B_OF_TEXTS,
                    )
                    for leaf, offset in reader.leaf_readers()
                )
        return self._norms[field]

    def _titles_lengths(self, leaf: IndexReader, offset: int, field: str) -> Iterator[int]:
        """Only opening passages have a title. Whoosh keeps its length in a byte, so that of a long one is about right."""
        for document in range(leaf.doc_count_all()):
            yield leaf.doc_field_length(document, field, 1) or 1 if self.places[document + offset] == 0 else 1

    def _column(self, name: str) -> "array[int]":
        values: array[int] = array("i")
        with self._index.reader() as reader:
            for leaf, _ in reader.leaf_readers():
                values.extend(_of_segment(leaf, name))
        return values

    def _lengths(self, leaf: IndexReader) -> Sequence[int]:
        return _of_segment(leaf, "length")


def _of_segment(leaf: IndexReader, name: str) -> Sequence[int]:
    if not leaf.doc_count_all():  # an index of no documents has no columns
        return ()
    values: Sequence[int] = leaf.column_reader(name, translate=False).load()
    return values
