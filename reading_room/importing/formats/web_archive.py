"""The pages in a web archive (WARC), record by record, as they were answered; every limit holds after decompression."""

import gzip
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.recordloader import ArcWarcRecordLoader

from reading_room.importing import fields
from reading_room.importing.content_types import charset_of, media_type_of
from reading_room.importing.parts import Chunk, Refused, Unusable

LARGEST_RECORD = 20_000_000
"""Bytes of one page, before and after its encodings are undone."""
LARGEST_ARCHIVE = 4_000_000_000
"""Bytes of all records together, after decompression."""
MOST_GROWTH = 200
"""Times its size that something may grow to when it is unpacked; pages grow to five or ten times theirs."""
FREE_GROWTH = 1_000_000
"""Bytes that a page may grow to in any case."""
LONGEST_HEADERS = 1_000_000
"""Bytes of the headers of one record."""
MOST_RECORDS = 500_000
"""Records of one archive, pages or not."""
MOST_RUBBISH = 20_000_000
"""Bytes between records, in all, that are no record."""

_BLOCK = 65_536
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_CHUNK = re.compile(rb"([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n", re.IGNORECASE)
_WINDOWS = {
    "gzip": (zlib.MAX_WBITS | 16,),
    "x-gzip": (zlib.MAX_WBITS | 16,),
    "deflate": (zlib.MAX_WBITS, -zlib.MAX_WBITS),
}
_DIVIDE = "Divide the archive, or import the pages that you need as .html"
_RECORD_AGAIN = "Record it again if pages are wanting"

logging.getLogger("warcio").setLevel(logging.ERROR)  # it warns of addresses with spaces, which it mends


def split(opened: BinaryIO) -> Iterator[Chunk | Refused]:
    """Each page that was answered (200), named by its address, and by the time as well where it was fetched again.

    Requests, pictures, redirections and whatever else an archive holds are passed over.
    """
    source = _Source(opened)
    names: Counter[str] = Counter()
    try:
        for record in _records(source):
            if not _is_page(record):
                continue
            name = _name(record, names)
            try:
                raw = _page(record, source)
            except Unusable as error:
                yield Refused(name, str(error), error.remedy)
                continue
            address = fields.address(record.rec_headers.get_header("WARC-Target-URI"))
            yield Chunk(name, raw, address, charset_of(_content_type(record)))
    except _TooMuch as error:
        yield Refused("", f"{error}; the rest of the archive was not read", _DIVIDE)
        return
    except (EOFError, OSError, zlib.error):
        yield Refused("", f"the archive breaks off or is damaged after {_counted(source.records)}", _RECORD_AGAIN)
        return
    if source.damages:
        yield Refused("", f"the archive is damaged in {source.damages} places, which were passed over", _RECORD_AGAIN)
    if not source.records:
        yield Refused("", "there is no WARC record in the file", "Check that it is a web archive (.warc or .warc.gz)")
    elif not names:
        what = f"there is no page among the archive’s {_counted(source.records)}"
        yield Refused("", what, "It takes a response of 200 with a page: record the pages themselves")


def _counted(records: int) -> str:
    return "1 record" if records == 1 else f"{records:,} records"


class _TooMuch(Exception):
    """A limit of the archive as a whole is reached; the words say which."""


class _Source:
    """The archive's bytes after decompression, as warcio reads them, and what has been met in them so far."""

    def __init__(self, opened: BinaryIO) -> None:
        self._opened = opened
        compressed = opened.read(2) == b"\x1f\x8b"
        opened.seek(0)
        self._stream: Any = gzip.GzipFile(fileobj=opened) if compressed else opened
        self._at = 0
        self._unpacked = 0
        self._headers_left = 0
        self._rubbish_left = MOST_RUBBISH
        self.records = 0
        self.damages = 0

    def read(self, size: int) -> bytes:
        return self._counted(self._stream.read(min(size, _BLOCK)))

    def readline(self, size: int = _BLOCK) -> bytes:
        """A line of headers: all that warcio reads by lines."""
        line = self._counted(self._stream.readline(min(size, _BLOCK)))
        self._headers_left -= len(line)
        if self._headers_left < 0:
            raise _TooMuch(f"the headers of a record are longer than {LONGEST_HEADERS // 1_000_000} MB")
        return line

    def tell(self) -> int:
        return self._at

    def next_record(self) -> bytes:
        """The first line of the next record, or nothing at the end of the archive; what stands between is passed over."""
        damaged = False
        while True:
            line = self._counted(self._stream.readline(_BLOCK))
            if not line or line.startswith(b"WARC/"):
                self.damages += damaged
                self._headers_left = LONGEST_HEADERS
                return line
            damaged = damaged or bool(line.strip())
            self._rubbish_left -= len(line)
            if self._rubbish_left < 0:
                raise _TooMuch(f"there are {MOST_RUBBISH // 1_000_000} MB between records that are none")

    def _counted(self, read: bytes) -> bytes:
        self._at += len(read)
        if self._at > LARGEST_RECORD + MOST_GROWTH * self._opened.tell():
            raise _TooMuch(f"the archive grows to more than {MOST_GROWTH} times its size when decompressed")
        self._check_size()
        return read

    def count_unpacked(self, size: int) -> None:
        """Of a page that was compressed itself, the bytes that it grew by belong to the archive's as well."""
        self._unpacked += max(0, size)
        self._check_size()

    def _check_size(self) -> None:
        if self._at + self._unpacked > LARGEST_ARCHIVE:
            raise _TooMuch(f"the archive is larger than {LARGEST_ARCHIVE // 1_000_000_000} GB when decompressed")


def _records(source: _Source) -> Iterator[Any]:
    """The records that warcio understands. What is left of one when the next is asked for is passed over."""
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    while line := source.next_record():
        if source.records == MOST_RECORDS:
            raise _TooMuch(f"the archive has more than {MOST_RECORDS:,} records")
        source.records += 1
        try:
            record = loader.parse_record_stream(source, line, known_format="warc")
        except (_TooMuch, EOFError, OSError, zlib.error):
            raise
        except Exception:  # whatever warcio meets in headers that are none
            source.damages += 1
            continue
        if record.length is None or record.raw_stream is source:
            source.damages += 1  # where it ends is not said: the next record is looked for
            continue
        yield record
        while record.raw_stream.read(_BLOCK):
            pass
        if record.raw_stream.limit:
            raise EOFError


def _is_page(record: Any) -> bool:
    answer = record.http_headers
    if record.rec_type != "response" or answer is None or answer.get_statuscode() != "200":
        return False
    return media_type_of(_content_type(record)) in _PAGES


def _content_type(record: Any) -> str:
    header: str = record.http_headers.get_header("Content-Type", "")
    return header


def _name(record: Any, names: Counter[str]) -> str:
    """A name that no other page of the archive has, and that this one has each time it is read."""
    address = fields.line(record.rec_headers.get_header("WARC-Target-URI")) or "a page without an address"
    names[address] += 1
    if names[address] == 1:
        return address
    dated = f"{address} ({fields.line(record.rec_headers.get_header('WARC-Date')) or 'without a date'})"
    names[dated] += 1
    return dated if names[dated] == 1 else f"{dated} {names[dated]}"


def _page(record: Any, source: _Source) -> bytes:
    """The page as the browser had it, with the encodings of the transfer and of the content undone."""
    read = []
    left = LARGEST_RECORD + 1
    while left and (block := record.raw_stream.read(min(left, _BLOCK))):
        read.append(block)
        left -= len(block)
    if not left:
        raise _too_large()
    raw = b"".join(read)
    if "chunked" in record.http_headers.get_header("Transfer-Encoding", "").lower():
        raw = _unchunked(raw)
    encodings = record.http_headers.get_header("Content-Encoding", "").lower().split(",")
    packed = len(raw)
    for encoding in reversed([encoding.strip() for encoding in encodings][:3]):
        raw = _decoded(raw, encoding)
    source.count_unpacked(len(raw) - packed)
    return raw


def _too_large() -> Unusable:
    return Unusable(
        f"the page is larger than {LARGEST_RECORD // 1_000_000} MB", "Save the article’s text alone as .txt"
    )


def _unchunked(raw: bytes) -> bytes:
    """The chunks put together. Some programs archive the page whole and leave the header: what is no chunk stays."""
    chunks = []
    at = 0
    while size := _CHUNK.match(raw, at):
        if not int(size[1], 16):
            break
        chunks.append(raw[size.end() : size.end() + int(size[1], 16)])
        at = size.end() + int(size[1], 16)
        at += 2 if raw.startswith(b"\r\n", at) else 1
    else:
        chunks.append(raw[at:])
    return b"".join(chunks)


def _decoded(raw: bytes, encoding: str) -> bytes:
    if encoding in ("", "identity"):
        return raw
    most = min(LARGEST_RECORD, max(FREE_GROWTH, MOST_GROWTH * len(raw)))
    for bits in _WINDOWS.get(encoding, ()):
        try:
            page = zlib.decompressobj(bits).decompress(raw, most + 1)
        except zlib.error:
            continue
        if len(page) > LARGEST_RECORD:
            raise _too_large()
        if len(page) > most:
            what = f"the page grows to more than {MOST_GROWTH} times its size when decompressed"
            raise Unusable(what, "Save the article’s text alone as .txt")
        return page
    # Some programs archive pages decompressed and leave the header as it was.
    if raw.lstrip().startswith(b"<"):
        return raw
    what = f"the page is compressed as “{encoding[:20]}”, which is not read here or is damaged"
    raise Unusable(what, "Open it in a browser and save it as .html, or record it without compression")
