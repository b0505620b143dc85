"""Generations of the index: each is a folder made whole, listed in a manifest, and put in place by one rename.

    index/current                the name of the generation that is served
    index/generation-000007-1f3a9c20/   its files, and manifest.json with the SHA-256 of each

Whoosh's files hold pickles, so a foreign file there would be foreign code: nothing in a generation is opened before every file
has been found to be the one that the room wrote. Nothing is fsynced by Whoosh; it is here, before the rename.
"""

import fcntl
import hashlib
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

CURRENT = "current"
MANIFEST = "manifest.json"
MOST_NAMED = 3
"""Files that a message names."""
KEPT = 3
"""Generations left in place: the one served, and those that a request under way may still be reading."""

NO_FILE = "no file"
"""In the place of a sum."""

_NAME = re.compile(r"generation-(?P<number>\d{6,})-[0-9a-f]{8}\Z", re.ASCII)
# The number orders generations; the letters behind it tell apart two of one number, made before and after the index was deleted.


class NoGeneration(Exception):
    """There is no generation that can be served; the words say why."""


class NotMadeYet(NoGeneration):
    """There has been none so far."""


class Busy(Exception):
    """Another ingest is writing this index."""


class Manifest(msgspec.Struct, frozen=True):
    """What a generation consists of: the format of its fields, and file names with their SHA-256."""

    format: int
    files: dict[str, str]


class Generations:
    """The generations in one index folder."""

    def __init__(self, root: Path, fields_format: int) -> None:
        self.root = root
        self.format = fields_format

    def current(self) -> str:
        """The name of the generation that is served. A small file is read each time, so a new one is noticed at once."""
        try:
            name = (self.root / CURRENT).read_text("ascii").strip()
        except FileNotFoundError:
            raise NotMadeYet("The corpus has not been read yet.") from None
        except (OSError, UnicodeDecodeError) as error:
            raise NoGeneration(f"The index cannot be read ({error}).") from None
        if not _NAME.match(name):
            raise NoGeneration("The index names no generation that this room could have made.")
        return name

    def verified(self, name: str) -> Path:
        """The folder of a generation, once every file in it is the one that was written, and nobody else can write there."""
        folder = self.root / name
        try:
            if _is_anybodys(self.root):
                raise NoGeneration(
                    "The index cannot be trusted: its folder can be written to by others (its mode should be 0700)."
                )
            if wrong := _not_private(folder):
                raise NoGeneration(f"The index cannot be trusted: the folder “{name}” {wrong}.")
            manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
            if manifest.format != self.format:
                raise NoGeneration("The index was made by another release of the room.")
            if wrong := "; ".join(_differences(folder, manifest.files)):
                raise NoGeneration(f"The index cannot be trusted: in “{name}” {wrong}.")
        except FileNotFoundError as error:
            raise NoGeneration(
                f"The index is not whole: “{_said(Path(error.filename or name).name)}” is missing."
            ) from None
        except (OSError, msgspec.MsgspecError) as error:
            raise NoGeneration(f"The index is not whole ({error}).") from None
        return folder

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the index against other writers; raises `Busy` if one is at work. A killed process lets go by itself."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = self.root.stat()
        if _is_anybodys(self.root) and status.st_uid == os.geteuid():  # nothing that is written there could be trusted
            self.root.chmod(stat.S_IMODE(status.st_mode) & ~stat.S_IWOTH)
        with (self.root / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(f"Another ingest is writing {self.root}.") from None
            yield

    def begin(self, copy_of: Path | None) -> Path:
        """A folder for the next generation, private to its owner: empty, or with another generation's files in it.

        The files are shared, not copied, where the disk allows it: Whoosh adds files and removes them, but never changes one.
        """
        served = self._served_number()
        for left in self._all():
            if _number(left) > served:  # a killed ingest never published it
                _remove(left)
        folder = self.root / f"generation-{served + 1:06}-{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
        for file in copy_of.iterdir() if copy_of else ():
            if file.name != MANIFEST:
                try:
                    os.link(file, folder / file.name)
                except OSError:
                    shutil.copyfile(file, folder / file.name)
        return folder

    def publish(self, folder: Path) -> None:
        """Put a finished generation in place, then remove those that nobody reads any more."""
        (folder / MANIFEST).write_bytes(msgspec.json.encode(Manifest(self.format, _hashes(folder))))
        for path in (*folder.iterdir(), folder):
            _sync(path)
        pointer = self.root / f".{CURRENT}"
        pointer.write_text(folder.name + "\n", "ascii")
        _sync(pointer)
        pointer.replace(self.root / CURRENT)
        _sync(self.root)
        for old in self._all()[:-KEPT]:
            _remove(old)

    def _all(self) -> list[Path]:
        """The folders of all generations, oldest first."""
        return sorted((path for path in self.root.iterdir() if path.is_dir() and _NAME.match(path.name)), key=_number)

    def _served_number(self) -> int:
        """The number of the generation that is served; where none can be told, of the last that there is."""
        try:
            return _number(self.root / self.current())
        except NoGeneration:
            return max(map(_number, self._all()), default=0)


def _number(generation: Path) -> int:
    match = _NAME.match(generation.name)
    return int(match["number"]) if match else 0


def _remove(generation: Path) -> None:
    if generation.is_symlink():
        generation.unlink()
    else:
        shutil.rmtree(generation, ignore_errors=True)


def _is_anybodys(folder: Path) -> bool:
    """Whether anybody may rename what is in a folder, and so put something else in its place after it was verified."""
    mode = folder.stat().st_mode
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX


def _not_private(folder: Path) -> str | None:
    """Why others may have written what is in a folder: it is a link, or not of who serves the room, or they can write to it."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return "is a link or a file, and no folder"
    if status.st_uid != os.geteuid():
        return "belongs to another user than the one who serves the room"
    return "can be written to by others (its mode should be 0700)" if status.st_mode & 0o022 else None


def _differences(folder: Path, written: dict[str, str]) -> Iterator[str]:
    """What is in a generation otherwise than it was written, in words that name the files."""
    found = _hashes(folder)
    yield from _named("is missing", [name for name in written if name not in found])
    yield from _named("was not written by this room", [name for name in found if name not in written])
    changed = [name for name in written if name in found and found[name] != written[name]]
    yield from _named("is no plain file", [name for name in changed if found[name] == NO_FILE])
    changed = [name for name in changed if found[name] != NO_FILE]
    yield from _named("is empty", [name for name in changed if not (folder / name).stat().st_size])
    yield from _named("is not as this room wrote it", [name for name in changed if (folder / name).stat().st_size])


def _named(wrong: str, files: list[str]) -> Iterator[str]:
    yield from (f"the file “{_said(file)}” {wrong}" for file in files[:MOST_NAMED])
    if len(files) > MOST_NAMED:
        yield f"so it is with {len(files) - MOST_NAMED} more"


def _said(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:100]


def _hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file; of what is no plain file (a link, a folder, a pipe) a word that no manifest has."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name == MANIFEST:
            continue
        if not stat.S_ISREG(path.lstat().st_mode):
            found[path.name] = NO_FILE
            continue
        with path.open("rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
