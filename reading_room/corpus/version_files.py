"""The store of versions as plain files that a person can read and compare, and back again, to the byte.

    FOLDER/<name>/0003.json     version 3 of the article whose versions are kept under that name
    FOLDER/manifest.json        how many versions there are of each, and the names, withdrawals, removals and absences

Each file carries the SHA-256 of what it says, so that one that was damaged or changed by hand is not taken for what was kept. What
is there is never written over by something else, neither in the folder nor in the store; and what goes on from another text than
the one that is there is not put behind it.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from reading_room.corpus.articles import LONGEST_SLUG, SLUG
from reading_room.corpus.blocks import is_safe_address
from reading_room.corpus.versions import Versions
from reading_room.corpus.versions_writer import VersionsWriter
from reading_room.model.article import Article, Passage
from reading_room.model.keeping import Marks, StoredVersion
from reading_room.model.lineage import Change
from reading_room.model.problem import Problem

MANIFEST = "manifest.json"
FORMAT = 1
LARGEST = 100_000_000
"""Bytes of a file that is read: an article file may have 5 MB, and each of its passages some more here."""
BATCH = 100
"""Articles that are restored in one transaction."""
LAST_VERSION = 999_999
"""Beyond any version that an address can name."""

_PASSAGE = re.compile(r"\d{1,6}[a-z]{0,5}\Z", re.ASCII)
_FILE = re.compile(r"(?P<number>\d{4,9})\.json\Z", re.ASCII)
_AGAIN = "Take it from another copy of the export"
_APART = "Restore into a store of its own, and see which is right"

Misfit = Callable[[StoredVersion | None, StoredVersion], str | None]
"""Says why a version cannot be the one that follows another, or the first (None) of its article; None where it can."""


@dataclass(slots=True)
class Transfer:
    """What an export or a restore did, in numbers of versions, and what was wrong."""

    versions: int = 0
    there: int = 0
    """Already there, and the same."""
    problems: list[Problem] = field(default_factory=list)


class _Manifest(msgspec.Struct, frozen=True):
    format: int
    versions: dict[str, int]
    marks: Marks


class _Damaged(Exception):
    """The words say what is wrong with a file, `remedy` what to do."""

    def __init__(self, what: str, remedy: str = _AGAIN) -> None:
        super().__init__(what)
        self.remedy = remedy


def export(versions: Versions, folder: Path) -> Transfer:
    """Write every version that is not in the folder yet, then the manifest. Raises OSError where that cannot be done."""
    done, counts = Transfer(), {}
    for history, rows in groupby(versions.stored(), key=lambda row: row.history):
        numbers, apart = 0, False
        for row in rows:
            numbers += 1
            apart = _export_one(row, folder, apart, done) or apart
        counts[history] = numbers
    _write(folder / MANIFEST, _signed(msgspec.to_builtins(_Manifest(FORMAT, counts, versions.marks()))))
    return done


def _export_one(row: StoredVersion, folder: Path, apart: bool, done: Transfer) -> bool:
    """Write a version, unless the history in the folder is another one (`apart`); returns whether it proves to be."""
    name = f"{row.history}/{row.number:04}.json"
    if not _is_slug(row.history):
        done.problems.append(Problem(name, 0, "this name cannot be that of a folder", "Look at it with “flask check”"))
        return False
    try:
        content = _signed(_document(row))
    except msgspec.MsgspecError as error:
        what = f"the store has a version that cannot be read ({error})"
        done.problems.append(Problem(name, 0, what, "Put the store back from a backup"))
        return False
    path = folder / name
    if path.exists():
        if path.read_bytes() == content:
            done.there += 1
            return False
        what = "the folder has another version of this number, which was left as it is"
    elif not apart:
        _write(path, content)
        done.versions += 1
        return False
    else:
        what = "the folder has another version before it, so this one was not put behind that"
    done.problems.append(Problem(name, 0, what, "Export into a folder of its own"))
    return True


def is_export(folder: Path) -> bool:
    """Whether a folder has anything of an export, so that nobody is told to take away what lies in another."""
    return (folder / MANIFEST).exists() or any(_FILE.match(path.name) for path in folder.glob("*/*.json"))


def restore(versions: Versions, folder: Path, misfit: Misfit) -> Transfer:
    """Take in every version that the store does not have. What is damaged, or is there and different, is named and left.

    So is what goes on from another text than the store has: two articles that happen to have one name would become one history.
    The marks come first: what was withdrawn must not be shown for a moment, even if this is killed on the way.
    """
    done = Transfer()
    folders = _folders(folder, done)
    with versions.writing() as store:
        forks = {below.name: fork for below in folders if (fork := _fork(store, below))}
    counts = _restore_marks(versions, folder, forks, done)
    restored = set()
    for start in range(0, len(folders), BATCH):
        with versions.writing() as store:
            for below in folders[start : start + BATCH]:
                files = dict(_files(below, done))
                restored |= {(below.name, number) for number in files}
                _restore_history(store, below.name, files, misfit, done)
    for history, count in (counts or {}).items():
        for number in range(1, count + 1):
            if (history, number) not in restored:
                what, name = "this file is missing", f"{history}/{number:04}.json"
                done.problems.append(Problem(name, 0, what, _AGAIN))
    return done


def _fork(store: VersionsWriter, below: Path) -> int | None:
    """The first version of which the folder has another text than the store."""
    for number, path in _files(below, Transfer()):
        there = store.stored(below.name, number)
        if there and _signed(_document(there)) != path.read_bytes():
            try:
                if not _same_text(_read(path, below.name, number), there):
                    return number
            except _Damaged:  # said where it is restored
                continue
    return None


def _same_text(one: StoredVersion, other: StoredVersion) -> bool:
    """Both say the same; they may have been read at other times."""
    return (one.fingerprint, one.passages) == (other.fingerprint, other.passages)


def _restore_marks(versions: Versions, folder: Path, forks: Mapping[str, int], done: Transfer) -> dict[str, int] | None:
    """Take in the marks; returns how many versions of each article the folder should have, None where it does not say."""
    try:
        manifest = msgspec.convert(_verified(folder / MANIFEST), _Manifest)
        _check_marks(manifest)
    except (_Damaged, msgspec.ValidationError) as error:
        remedy = error.remedy if isinstance(error, _Damaged) else _AGAIN
        what = f"{error}, so names, withdrawals and removals are not restored, and missing files are not noticed"
        done.problems.append(Problem(MANIFEST, 0, what, remedy))
        return None
    with versions.writing() as store:
        taken = store.keep_marks(_of_the_same(manifest.marks, forks))
    for slug in taken:
        what = f"the name “{slug}” is that of another article here, and was left so"
        done.problems.append(Problem(MANIFEST, 0, what, _APART))
    return manifest.versions


def _of_the_same(marks: Marks, forks: Mapping[str, int]) -> Marks:
    """The marks without those of versions that another text stands for here, and of what became of these.

    That an article was withdrawn whole is kept: a store that was lost and begun anew has other versions of it.
    """

    def before_the_fork(history: str, number: int) -> bool:
        return history not in forks or number < forks[history]

    return replace(
        marks,
        names=tuple(one for one in marks.names if before_the_fork(one.history, max(one.after, 1))),
        withdrawals=tuple(one for one in marks.withdrawals if before_the_fork(one.history, one.number)),
        removals=tuple(one for one in marks.removals if one.history not in forks),
    )


def _check_marks(manifest: _Manifest) -> None:
    marks = manifest.marks
    slugs = [*manifest.versions, *(slug for name in marks.names for slug in (name.slug, name.history))]
    slugs += [mark.history for mark in marks.withdrawals] + [mark.history for mark in marks.removals]
    slugs += [mark.history for mark in marks.absences]
    if manifest.format != FORMAT:
        raise _Damaged(f"it is of format {manifest.format}, which this release does not know", "Use a later release")
    if not all(map(_is_slug, slugs)):
        raise _Damaged("it has names that no article can have")
    numbers = [
        *manifest.versions.values(),
        *(mark.number for mark in marks.withdrawals),
        *(one.after for one in marks.names),
    ]
    if not all(0 <= number <= LAST_VERSION for number in numbers):
        raise _Damaged("it has versions that no article can have")
    histories = {name.history for name in marks.names} | manifest.versions.keys()
    if any(name.slug in histories and name.slug != name.history for name in marks.names):
        raise _Damaged("it has a name that leads away from the versions that are kept under it")
    moments = [mark.at for mark in marks.withdrawals] + [mark.at for mark in marks.removals]
    moments += [moment for mark in marks.absences for moment in (mark.gone, mark.back)]
    for moment in moments + [name.since for name in marks.names]:
        _check_time(moment)


def _folders(folder: Path, done: Transfer) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == MANIFEST:
            continue
        if path.is_symlink() or not path.is_dir() or not _is_slug(path.name):
            done.problems.append(Problem(path.name, 0, "this is no folder of an article’s versions", "Take it away"))
        else:
            found.append(path)
    return found


def _files(below: Path, done: Transfer) -> Iterator[tuple[int, Path]]:
    for path in sorted(below.iterdir(), key=lambda path: (len(path.name), path.name)):
        if path.name.startswith("."):
            continue
        match = _FILE.match(path.name)
        number = int(match["number"]) if match else 0
        if number and path.name == f"{number:04}.json" and path.is_file() and not path.is_symlink():
            yield number, path
        else:
            shown = f"{below.name}/{path.name}"
            done.problems.append(Problem(shown, 0, "this is no file of a version", "Take it away"))


def _restore_history(
    store: VersionsWriter, history: str, files: Mapping[int, Path], misfit: Misfit, done: Transfer
) -> None:
    """Take in what the folder has of one article, as far as it is a history of the article that is there."""
    read: dict[int, StoredVersion] = {}

    def refuse(number: int, what: str, remedy: str = _APART) -> None:
        done.problems.append(Problem(f"{history}/{number:04}.json", 0, what, remedy))

    for number, path in files.items():
        try:
            read[number] = _read(path, history, number)
        except _Damaged as error:
            refuse(number, str(error), error.remedy)
    near = sorted({near for number in files for near in (number - 1, number, number + 1)})
    there = {number: row for number in near if (row := store.stored(history, number))}
    refused = _refused(store, history, read, there, misfit)
    for number, version in read.items():
        if there.get(number) == version:
            done.there += 1
        elif number in there:
            refuse(number, "the store has another version of this number, which was left as it is")
        elif number in refused:
            refuse(number, refused[number])
        else:
            _restore_one(store, version, done)


def _restore_one(store: VersionsWriter, version: StoredVersion, done: Transfer) -> None:
    store.keep(version)
    done.versions += 1


def _refused(
    store: VersionsWriter,
    history: str,
    read: Mapping[int, StoredVersion],
    there: Mapping[int, StoredVersion],
    misfit: Misfit,
) -> Mapping[int, str]:
    """Why versions that the store does not have cannot be of the article that it has under this name, by their numbers."""
    fresh = read.keys() - there.keys()
    if store.history(history) != history:
        present = store.history(history)
        return dict.fromkeys(fresh, f"“{history}” is another name of “{present}” here, so nothing was restored")
    both = {number: _same_text(read[number], there[number]) for number in read.keys() & there.keys()}
    proven = store.newest(history) is None or any(both.values())
    merged = {**read, **there}
    refused: dict[int, str] = {}
    why = ""
    for number in sorted(merged) if fresh else ():
        before = merged.get(number - 1)
        if both.get(number) is False:
            why = why or f"the store has another version {number}, so what goes on from this one was not restored"
        elif why or fresh.isdisjoint((number - 1, number)):
            pass
        elif before or number == 1:
            if what := misfit(before, merged[number]):
                other = "the one before it" if before else "itself"
                why = f"version {number} contradicts {other} ({what}), so it was not restored"
                if number - 1 not in there:  # whichever of the two is wrong, what is kept once is never written over
                    return dict.fromkeys(fresh, why)
        elif not proven:
            why = "nothing shows that it is of the article that is here, so it was not restored"
        if why and number in fresh:
            refused[number] = why
    return refused


def _read(path: Path, history: str, number: int) -> StoredVersion:
    """A version from its file; raises `_Damaged` unless it is whole and what its name says."""
    document = _verified(path)
    if (document.get("history"), document.get("number")) != (history, number):
        raise _Damaged("it is of another article or version than its name says", "Give it its own name back")
    texts = {part: msgspec.json.encode(document.get(part)).decode() for part in ("article", "passages", "lineage")}
    try:
        version = msgspec.convert(document | texts, StoredVersion)
        article = msgspec.json.decode(version.article, type=Article)
        passages = msgspec.json.decode(version.passages, type=tuple[Passage, ...])
        msgspec.json.decode(version.lineage, type=tuple[Change, ...])
    except msgspec.MsgspecError as error:
        raise _Damaged(f"it is no version of an article ({error})") from None
    _check_time(version.ingested)
    if not _is_slug(article.slug) or not all(_PASSAGE.match(passage.id) for passage in passages):
        raise _Damaged("it has names or numbers that cannot be part of an address")
    if len({passage.id for passage in passages}) < len(passages):
        raise _Damaged("it has two passages of one number")
    addresses = [article.url, *(mark.href for passage in passages for mark in passage.block.marks)]
    if not all(address is None or is_safe_address(address) for address in addresses):
        raise _Damaged("it has a link that is no web address")
    if any(not 0 <= mark.start < mark.end <= len(one.text) for one in passages for mark in one.block.marks):
        raise _Damaged("it has marks where there is no text")
    return version


def _verified(path: Path) -> dict[str, Any]:
    """What a file says, without the sum that proves it."""
    try:
        if path.stat().st_size > LARGEST:
            raise _Damaged(f"it is larger than {LARGEST // 1_000_000} MB")
        raw = path.read_bytes()
        document = msgspec.json.decode(raw, type=dict[str, Any])
    except FileNotFoundError:
        raise _Damaged("it is missing") from None
    except OSError as error:
        raise _Damaged(f"it cannot be read ({error.strerror})", "Check that it may be read") from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _Damaged(f"it is damaged ({error})") from None
    if document.pop("sha256", None) != _sum(document):
        raise _Damaged("it is damaged or was changed by hand: its sum is not that of what it says")
    return document


def _document(row: StoredVersion) -> dict[str, Any]:
    return {
        "history": row.history,
        "number": row.number,
        "ingested": row.ingested,
        "fingerprint": row.fingerprint,
        "counter": row.counter,
        "article": msgspec.json.decode(row.article),
        "passages": msgspec.json.decode(row.passages),
        "lineage": msgspec.json.decode(row.lineage),
    }


def _signed(document: dict[str, Any]) -> bytes:
    """The bytes of a file: two spaces for each level, fields in their order, and the sum of them all."""
    return msgspec.json.format(msgspec.json.encode(document | {"sha256": _sum(document)}), indent=2) + b"\n"


def _sum(document: dict[str, Any]) -> str:
    return hashlib.sha256(msgspec.json.encode(document)).hexdigest()


def _is_slug(name: str) -> bool:
    return bool(SLUG.match(name)) and len(name) <= LONGEST_SLUG


def _check_time(written: str) -> None:
    try:
        moment = datetime.fromisoformat(written)
        if moment.tzinfo is None:
            raise ValueError
        moment.astimezone(UTC)  # which the first and the last hours that can be written have not
    except (ValueError, OverflowError):
        raise _Damaged(f"“{written[:40]}” is no moment in time") from None


def _write(path: Path, content: bytes) -> None:
    """Written beside its place first, so that a file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
