"""Postings in the room's own blocks, by an extension of Whoosh's codec: what else there is of an index is Whoosh's.

Whoosh pickles the places of a word in each document by themselves and compresses them with all else of a block, so that to read
which documents have a word takes as long as to read where in them it stands, which takes most of a search.
"""

from array import array
from collections.abc import Iterator
from itertools import chain

from whoosh.codec.whoosh3 import W3Codec, W3PostingsWriter
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Format, Positions
from whoosh.matching import ListMatcher, Matcher
from whoosh.reading import IndexReader, TermInfo
from whoosh.scoring import BaseScorer

from reading_room.index.postings import Block, Candidates, blocks, packed


class Places(Positions):  # type: ignore[misc]  # Whoosh has no types
    """The places of a word in one document, each as the distance from the one before it."""

    def encode(self, places: list[int]) -> bytes:
        return array("I", [later - former for former, later in zip([0, *places], places, strict=False)]).tobytes()


class BlockCodec(W3Codec):  # type: ignore[misc]
    """Writes and reads postings of fields that have `Places`, or nothing, of their words."""

    def postings_writer(self, file: StructFile, byteids: bool = False) -> "_Writer":
        return _Writer(file, self._blocklimit)

    def postings_reader(
        self,
        file: StructFile,
        info: TermInfo,
        kind: Format,
        term: tuple[str, bytes] | None = None,
        scorer: BaseScorer | None = None,
    ) -> Matcher:
        """All postings at once: Whoosh itself reads them only to remove a document and to write them anew."""
        found = list(blocks(_read(file, info)))
        return ListMatcher(
            list(chain.from_iterable(block.documents for block in found)),
            [float(often) for block in found for often in block.times],
            [value for block in found for value in _values(block, kind)],
            kind,
            scorer=scorer,
            term=term,
            terminfo=info,
        )


class _Writer(W3PostingsWriter):  # type: ignore[misc]
    def _write_block(self, last: bool = False) -> None:
        self._terminfo.add_block(self)
        times = [int(weight) for weight in self._weights]
        steps = array("I", b"".join(self._values))
        self._postfile.write(packed(self._ids, times, steps, last=last))
        self._blockcount += 1
        self._new_block()


def postings(reader: IndexReader, info: TermInfo, among: Candidates | None) -> Iterator[Block]:
    """The postings of a term of one segment, those blocks alone that have any of the candidates where there are such.

    Deleted documents are among them. Readers offer one document at a time, which is why this takes their file.
    """
    return blocks(_read(reader._terms._postfile, info), among)


def _read(file: StructFile, info: TermInfo) -> bytes:
    begin, length = info.extent()
    length = length if isinstance(length, int) else length[0]  # Whoosh 2.7.4 forgets to unpack it
    data: bytes = file.get(begin, length)
    if len(data) < length:
        raise EOFError("the postings end too early")
    return data


def _values(block: Block, kind: Format) -> Iterator[bytes]:
    """What was written of each document."""
    if not isinstance(kind, Places):
        yield from (b"" for _ in block.documents)
        return
    end = 0
    for often in block.times:
        yield array("I", list(block.steps[end : end + often])).tobytes()
        end += often
