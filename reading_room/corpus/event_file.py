"""Writes the file of an event that was proposed, for the keeper to go on with."""

import os
import secrets
from datetime import date
from pathlib import Path

import yaml


def event_text(name: str, first: date, last: date, basis: str, where: str) -> str:
    """The file of an event without questions, parties or a summary yet."""
    when = f"when: {{from: {first}, to: {last}}}\n"
    name, basis, where = (
        yaml.safe_dump({key: value}, allow_unicode=True, width=1_000_000)
        for key, value in (("name", name), ("when_basis", basis), ("where", where))
    )
    return f"---\n{name}{when}{basis}{where}---\n"


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet, whole or not at all. Raises FileExistsError and OSError."""
    if path.exists():
        raise FileExistsError(path)
    write_over(path, text)


def write_over(path: Path, text: str) -> None:
    """Put the text in the place of what is there, whole or not at all; what a killed one left beside it goes. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = f".{path.stem[:40]}."
    for left in path.parent.glob(f"{beside}{'[0-9a-f]' * 8}.tmp"):
        left.unlink(missing_ok=True)
    temporary = path.with_name(f"{beside}{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as opened:
            opened.write(text.encode())
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
