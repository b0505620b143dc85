"""Web archives: every page that was answered is a chunk, and no archive can be larger than it looks."""

import gzip
import io
import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing.formats import web_archive
from reading_room.importing.parts import Chunk, Refused

PAGE = b"<html><body><p>The ferry was stopped on Monday by a flood.</p></body></html>"
HTML = ("Content-Type", "text/html; charset=windows-1251")


class Archive:
    """An archive in the making, written by hand: the bytes are the same each time."""

    def __init__(self, compressed: bool = True) -> None:
        self.file = io.BytesIO()
        self._compressed = compressed

    def add(
        self,
        body: bytes = PAGE,
        *headers: tuple[str, str],
        url: str = "https://e.org/1",
        status: str = "200 OK",
        kind: str = "response",
        date: str = "2016-03-23T14:05:00Z",
    ) -> "Archive":
        answer = "".join(f"{name}: {value}\r\n" for name, value in headers or [HTML])
        block = f"HTTP/1.1 {status}\r\n{answer}\r\n".encode() + body
        described = f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\nContent-Length: {len(block)}"
        record = f"WARC/1.0\r\n{described}\r\n\r\n".encode() + block + b"\r\n\r\n"
        self.file.write(gzip.compress(record, mtime=0) if self._compressed else record)
        return self

    @property
    def raw(self) -> bytes:
        return self.file.getvalue()


def split(raw: bytes) -> list[Chunk | Refused]:
    return list(web_archive.split(io.BytesIO(raw)))


def chunks(raw: bytes) -> list[Chunk]:
    return [each for each in split(raw) if isinstance(each, Chunk)]


def refused(raw: bytes) -> list[str]:
    return [each.what for each in split(raw) if isinstance(each, Refused)]


@pytest.mark.parametrize("compressed", [True, False])
def test_a_page_comes_with_its_address_and_the_charset_of_its_header(compressed: bool) -> None:
    raw = Archive(compressed).add().add(url="https://e.org/2").raw
    assert split(raw) == [
        Chunk("https://e.org/1", PAGE, "https://e.org/1", "windows-1251"),
        Chunk("https://e.org/2", PAGE, "https://e.org/2", "windows-1251"),
    ]


def test_an_archive_compressed_in_one_piece_is_read_too() -> None:
    assert len(split(gzip.compress(Archive(compressed=False).add().add().raw, mtime=0))) == 2


def test_what_is_no_page_is_passed_over_in_silence() -> None:
    archive = Archive().add(b"\x89PNG", ("Content-Type", "image/png")).add(status="404 Not Found")
    archive.add(b"", ("Location", "/"), status="301 Moved").add(kind="revisit").add(kind="resource").add()
    assert len(split(archive.raw)) == 1


def test_a_page_fetched_again_is_named_by_its_time_as_well() -> None:
    archive = Archive().add().add(date="2016-03-24T00:00:00Z").add(date="2016-03-24T00:00:00Z")
    assert [chunk.name for chunk in chunks(archive.raw)] == [
        "https://e.org/1",
        "https://e.org/1 (2016-03-24T00:00:00Z)",
        "https://e.org/1 (2016-03-24T00:00:00Z) 2",
    ]


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    pieces = (body[:half], body[half:])
    return b"".join(b"%x;note\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


RAW_DEFLATE = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE, mtime=0), {"Content-Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content-Encoding": "Deflate"}),
        (RAW_DEFLATE.compress(PAGE) + RAW_DEFLATE.flush(), {"Content-Encoding": "deflate"}),
        (chunked(PAGE), {"Transfer-Encoding": "chunked"}),
        (chunked(gzip.compress(PAGE, mtime=0)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        (PAGE, {"Transfer-Encoding": "chunked", "Content-Encoding": "br"}),
        (PAGE, {"Content-Encoding": "gzip"}),
    ],
)
def test_the_encodings_of_the_transfer_are_undone(body: bytes, headers: dict[str, str]) -> None:
    (chunk,) = chunks(Archive().add(body, HTML, *headers.items()).raw)
    assert chunk.raw == PAGE


def test_a_compression_that_is_not_read_is_refused_by_name() -> None:
    found = split(Archive().add(b"\x1b\x0f\x00\xf8", HTML, ("Content-Encoding", "br")).add(url="https://e.org/2").raw)
    assert isinstance(found[0], Refused)
    assert (found[0].name, "“br”" in found[0].what) == ("https://e.org/1", True)
    assert isinstance(found[1], Chunk)


def test_a_page_that_grows_beyond_the_limit_is_refused_and_the_next_is_read() -> None:
    long = random.Random(3).randbytes(200_000) * (web_archive.LARGEST_RECORD // 200_000 + 1)
    archive = Archive(compressed=False).add(gzip.compress(long, 1), HTML, ("Content-Encoding", "gzip"))
    archive.add(long, url="https://e.org/2").add(url="https://e.org/3")
    assert refused(archive.raw) == ["the page is larger than 20 MB"] * 2
    assert [chunk.url for chunk in chunks(archive.raw)] == ["https://e.org/3"]


def test_a_small_page_that_grows_without_measure_is_refused_before_it_is_unpacked() -> None:
    bomb = gzip.compress(b" " * web_archive.LARGEST_RECORD)
    raw = Archive(compressed=False).add(bomb, HTML, ("Content-Encoding", "gzip")).add(url="https://e.org/2").raw
    assert refused(raw) == ["the page grows to more than 200 times its size when decompressed"]
    assert [chunk.url for chunk in chunks(raw)] == ["https://e.org/2"]


def test_an_archive_that_grows_without_measure_is_given_up() -> None:
    raw = gzip.compress(
        Archive(compressed=False).add().raw + b"\n" * 100 + Archive(compressed=False).add(b" " * 60_000_000).raw
    )
    assert "the archive grows to more than 200 times" in refused(raw)[-1]
    assert len(chunks(raw)) == 1


def test_what_pages_grow_by_counts_toward_the_size_of_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_archive, "LARGEST_ARCHIVE", 60_000)
    archive = Archive()
    for number in range(4):
        archive.add(gzip.compress(PAGE * 200), HTML, ("Content-Encoding", "gzip"), url=f"https://e.org/{number}")
    assert len(chunks(archive.raw)) == 3
    assert "larger than" in refused(archive.raw)[0]


def test_reading_stops_where_the_archive_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_archive, "LARGEST_ARCHIVE", 1_500)
    raw = Archive().add().add(b" " * 5_000, url="https://e.org/2").raw
    assert [chunk.url for chunk in chunks(raw)] == ["https://e.org/1"]
    assert len(refused(raw)) == 1


def test_headers_and_gaps_without_end_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_archive, "LONGEST_HEADERS", 1_000)
    monkeypatch.setattr(web_archive, "MOST_RUBBISH", 1_000)
    assert "headers" in refused(b"WARC/1.0\r\n" + b"A: b\r\n" * 1_000)[0]
    assert "between records" in refused(gzip.compress(b"\n" * 1_000_000))[0]


@pytest.mark.parametrize("compressed", [True, False])
def test_an_archive_that_breaks_off_gives_what_came_before(compressed: bool) -> None:
    raw = Archive(compressed).add().add(url="https://e.org/2").raw
    assert chunks(raw[:-60])[0].url == "https://e.org/1"
    assert "breaks off" in refused(raw[:-60])[0]


def test_a_damaged_record_does_not_cost_the_next() -> None:
    archive = Archive(compressed=False).add()
    archive.file.write(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nrubbish\r\n\r\n")
    raw = archive.add(url="https://e.org/2").raw
    assert [chunk.url for chunk in chunks(raw)] == ["https://e.org/1", "https://e.org/2"]
    assert "damaged" in refused(raw)[0]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "there is no WARC record in the file"),
        (b"<html></html>", "there is no WARC record in the file"),
        (Archive().add(status="404 Not Found").raw, "there is no page among the archive’s 1 record"),
    ],
)
def test_what_holds_no_page_is_said_in_one_line(raw: bytes, what: str) -> None:
    assert refused(raw)[-1] == what


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    raw = Archive(compressed=False).add(url="https://e.org/a b").raw
    split(raw.replace(b"\r\n\r\nWARC", b"WARC") + raw[:-40])
    split(Archive().add().raw[:-5])
    assert capfd.readouterr() == ("", "")


@settings(max_examples=200)
@given(st.data())
def test_any_bytes_give_pages_or_refusals(data: st.DataObject) -> None:
    body = chunked(gzip.compress(PAGE, mtime=0))
    encoded = [HTML, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]
    whole = [Archive(compressed).add().add(body, *encoded).add(kind="revisit").raw for compressed in (True, False)]
    raw = bytearray(data.draw(st.sampled_from(whole) | st.binary(max_size=200)))
    for _ in range(data.draw(st.integers(0, 8)) if raw else 0):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.binary(max_size=4)
            | st.sampled_from([b"WARC/1.0\r\n", b"\r\n\r\n", b"Content-Length: -1\r\n", b"WARC-Type: response\r\n"])
        )
        raw = raw or bytearray(b"<")
    assert all(isinstance(found, Chunk | Refused) for found in split(bytes(raw)))
