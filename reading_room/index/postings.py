"""How the documents of a term are written down: in blocks that are read whole, with the places of the term apart.

    head        see `_HEAD`; its first number, of the bytes that follow the head, is negative in the last block of a term
    documents   the distance of each from the one before it, but the first
    times       how often each document has the term; nothing where all have it once
    places      of one document after the other, each the distance from the one before it in the same document

Numbers have as many bytes as the largest of their kind in the block needs.
"""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from struct import Struct

_HEAD = Struct("<iHIIBBB")
"""Bytes that follow, number of documents, first and last document, bytes of each number of documents, times and places."""
_CODES = {array(code).itemsize: code for code in "LIHB"}


class Candidates:
    """Documents that alone are of interest: blocks without any of them are passed over unread."""

    def __init__(self, documents: Collection[int]) -> None:
        self.documents = documents
        self.ordered = sorted(documents)


class Block:
    """Some documents of a term in order, with how often each has it. Where it stands in them is read when it is asked for."""

    def __init__(self, documents: Sequence[int], times: Sequence[int], packed_places: bytes, width: int) -> None:
        self.documents, self.times = documents, times
        self._packed_places, self._width = packed_places, width

    def places(self, at: int) -> Sequence[int]:
        """The places in the document that is at this place of `documents`."""
        end = self._ends[at]
        return tuple(accumulate(self.steps[end - self.times[at] : end]))

    @cached_property
    def steps(self) -> Sequence[int]:
        """The places of all documents, each as it is written down."""
        return _unpacked(self._packed_places, self._width)

    @cached_property
    def _ends(self) -> Sequence[int]:
        return tuple(accumulate(self.times))


def packed(documents: Sequence[int], times: Sequence[int], steps: Sequence[int], *, last: bool) -> bytes:
    """One block; `steps` are its places as they are written down, `last` says that it is the last of its term."""
    by_document, of_documents = _packed([later - former for former, later in pairwise(documents)])
    by_times, of_times = _packed(times if any(often != 1 for often in times) else ())
    by_step, of_places = _packed(steps)
    body = by_document + by_times + by_step
    follow = -len(body) if last else len(body)
    head = _HEAD.pack(follow, len(documents), documents[0], documents[-1], of_documents, of_times, of_places)
    return head + body


def blocks(data: bytes, among: Candidates | None = None) -> Iterator[Block]:
    """The blocks of a term, those that have any of the candidates where there are such."""
    ordered, passed = among.ordered if among else (), 0
    begin, follow = 0, 1
    while follow > 0:
        follow, count, first, last, of_documents, of_times, of_places = _HEAD.unpack_from(data, begin)
        begin += _HEAD.size
        end = begin + abs(follow)
        if among is None or (passed < len(ordered) and ordered[passed] <= last):
            times_begin = begin + (count - 1) * of_documents
            places_begin = times_begin + count * of_times
            yield Block(
                list(accumulate(_unpacked(data[begin:times_begin], of_documents), initial=first)),
                _unpacked(data[times_begin:places_begin], of_times) if of_times else b"\1" * count,
                data[places_begin:end],
                of_places,
            )
            if among is not None:
                passed = bisect_right(ordered, last, passed)
        begin = end


def _packed(numbers: Sequence[int]) -> tuple[bytes, int]:
    """The numbers, and how many bytes each of them has: one, two or four, and none if there is no number."""
    if not numbers:
        return b"", 0
    largest = max(numbers)
    width = 1 if largest < 1 << 8 else 2 if largest < 1 << 16 else 4
    return _in_order(array(_CODES[width], numbers)).tobytes(), width


def _unpacked(data: bytes, width: int) -> Sequence[int]:
    return data if width < 2 else _in_order(array(_CODES[width], data))


def _in_order(numbers: "array[int]") -> "array[int]":
    """The least byte of each number first, on every machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
