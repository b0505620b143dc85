"""The sources as they were: every file that an article was made from, kept by the SHA-256 of its bytes.

`originals/ab/ab12….html` holds the bytes, and `ab12….json` beside it says where they came from and when. Nothing of this is served.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from reading_room.importing.sources import Source
from reading_room.importing.writing import whole

FOLDER = "originals"
PIECE = 1_000_000
"""Bytes that are read at one time: a source may be larger than memory."""
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


class OriginalLost(LookupError):
    """The bytes that an article was made from are not kept, or are not what they were."""


def sha256_of(source: Source) -> str:
    """Raises OSError."""
    with source.open() as opened:
        digest = hashlib.sha256()
        while piece := opened.read(PIECE):
            digest.update(piece)
        return digest.hexdigest()


class Originals:
    """The folder of a corpus that keeps them."""

    def __init__(self, corpus: Path) -> None:
        self.folder = corpus / FOLDER

    def take(self, source: Source) -> tuple[Source, str]:
        """A copy of a source as it is at this moment, and the SHA-256 of that: whatever happens to the file afterwards.

        It is to be kept or discarded; what is left of it after a kill is cleared away by the next import. Raises OSError.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        copy, digest = self.folder / f".{secrets.token_hex(8)}.tmp", hashlib.sha256()
        with source.open() as opened, copy.open("xb") as copied:
            while piece := opened.read(PIECE):
                digest.update(piece)
                copied.write(piece)
        return replace(source, path=copy), digest.hexdigest()

    def keep(self, taken: Source, sha256: str) -> None:
        """Keep what was taken, and note where it came from; raises OSError where that cannot be written."""
        note_at = self._note_at(sha256)
        note_at.parent.mkdir(exist_ok=True)
        note = _read(note_at) or _Note(sha256, taken.path.stat().st_size if taken.path else 0, [])
        came = _Came(taken.given, taken.name, taken.url, taken.media_type, taken.charset, _now())
        if all(replace(one, imported=came.imported) != came for one in note.sources):
            note.sources.append(came)
            with whole(note_at) as opened:
                opened.write(msgspec.json.format(msgspec.json.encode(note), indent=1) + b"\n")
        if taken.path:
            taken.path.replace(self._bytes_at(note))

    def discard(self, taken: Source) -> None:
        if taken.path:
            taken.path.unlink(missing_ok=True)

    def has(self, sha256: str) -> bool:
        """Whether the bytes are there, as far as their number tells."""
        note = _read(self._note_at(sha256))
        try:
            return note is not None and self._bytes_at(note).stat().st_size == note.bytes
        except OSError:
            return False

    def find(self, sha256: str) -> Source:
        """The source that has these bytes, as it was first read; raises `OriginalLost`."""
        note = _read(self._note_at(sha256))
        if note is None:
            raise OriginalLost("its original is not in the corpus")
        path, came = self._bytes_at(note), note.sources[0]
        source = Source(came.source, came.name, path, b"", came.url, came.charset, came.media_type)
        try:
            if sha256_of(source) != sha256:
                raise OriginalLost(f"its original, {path}, has been changed")
        except OSError as error:
            raise OriginalLost(f"its original, {path}, cannot be read ({error.strerror or error})") from None
        return source

    def _note_at(self, sha256: str) -> Path:
        if not _SHA256.match(sha256):
            raise OriginalLost("its note of where it came from (imported_from) names no original")
        return self.folder / sha256[:2] / f"{sha256}.json"

    def _bytes_at(self, note: "_Note") -> Path:
        return self.folder / note.sha256[:2] / f"{note.sha256}{_ending(note.sources[0].name)}"


@dataclass(frozen=True, slots=True)
class _Came:
    """Where bytes came from: a path or an address as the keeper gave it, and when they were imported (UTC)."""

    source: str
    name: str
    url: str | None
    media_type: str | None
    charset: str | None
    imported: str


@dataclass(frozen=True, slots=True)
class _Note:
    """What lies beside the bytes, as JSON."""

    sha256: str
    bytes: int
    sources: list[_Came]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _read(path: Path) -> _Note | None:
    """None where there is none, or one that this room did not write."""
    try:
        note = msgspec.json.decode(path.read_bytes(), type=_Note)
    except (OSError, msgspec.MsgspecError):
        return None
    return note if note.sources and note.sha256 == path.stem else None


def _ending(name: str) -> str:
    """What tells a person, and `--again`, what kind of file it is."""
    ending = "".join(Path(name).suffixes[-2:] if name.lower().endswith(".gz") else Path(name).suffixes[-1:])
    return ending.lower() if ending.isascii() and len(ending) <= 12 else ""
