"""The postings of one term in one segment of the index, read a block at a time and not document by document."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching import Matcher
from whoosh.reading import IndexReader


class Candidates:
    """Documents that alone are of interest: blocks without any of them are passed over unread."""

    def __init__(self, documents: Collection[int]) -> None:
        self.documents = documents
        self.ordered = sorted(documents)


class Block:
    """Some documents of a term in order, with how often each has it. Where it stands in them is read when it is asked for."""

    __slots__ = ("_format", "_values", "documents", "times")

    def __init__(self, matcher: W3LeafMatcher) -> None:
        matcher._read_ids()
        matcher._read_values()
        times = matcher._data[1]
        self.documents: Sequence[int] = matcher._ids
        self.times: Sequence[float] = (times or 1.0,) * len(self.documents) if not isinstance(times, tuple) else times
        self._format, self._values = matcher.format, matcher._values

    def places(self, at: int) -> Sequence[int]:
        """The places in the document that is at this place of `documents`."""
        found: Sequence[int] = self._format.decode_positions(self._values[at])
        return found


def blocks(reader: IndexReader, field: str, text: bytes, among: Candidates | None) -> Iterator[Block]:
    """The blocks of a term, those that have any of the candidates where there are such. Deleted documents are among them.

    Whoosh's matchers know one document at a time; what they keep of a block is taken from them whole, which is why this looks into
    what they do not offer.
    """
    matcher: Matcher = reader._terms.matcher(field, text, reader.schema[field].format)
    ordered, at = among.ordered if among else (), 0
    while matcher.is_active():
        if among is None:
            yield Block(matcher)
        else:
            if at == len(ordered):
                return
            last = matcher.block_max_id()
            if ordered[at] <= last:
                block = Block(matcher)
                yield block
                at = bisect_right(ordered, last, at)
        matcher._next_block()
