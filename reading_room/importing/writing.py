"""Files written whole or not at all, by one import at a time."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_LEFTOVERS = ".*.tmp"


class AnotherImport(Exception):
    """Another import is writing to the same corpus."""


@contextmanager
def alone(corpus: Path) -> Iterator[None]:
    """Hold the corpus against other imports, and clear away what a killed one left half written.

    A killed process lets go by itself. Raises `AnotherImport` and OSError.
    """
    corpus.mkdir(parents=True, exist_ok=True)
    with (corpus / ".importing").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherImport(f"Another import is writing to {corpus}. Wait until it is done") from None
        for folder in (corpus / "articles", corpus / "originals"):
            for leftover in folder.rglob(_LEFTOVERS):
                leftover.unlink(missing_ok=True)
        yield


@contextmanager
def whole(path: Path, *, fresh: bool = False) -> Iterator[BinaryIO]:
    """Opens a file to be written whole or not at all: a reader of the folder never meets half of it, whenever this is stopped.

    Raises FileExistsError for a `fresh` one of a name that is taken, be it since a moment ago.
    """
    temporary = path.with_name(f".{path.stem[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        if fresh:
            _link(temporary, path)
        else:
            os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # file systems without links
        if path.exists():
            raise FileExistsError(path) from None
        os.replace(temporary, path)
    else:
        temporary.unlink()
