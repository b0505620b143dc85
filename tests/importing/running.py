"""Runs an import as the command does, and collects what it says."""

from collections.abc import Iterable
from pathlib import Path

from reading_room.importing.importer import Import, Imported
from reading_room.importing.publishers import Publishers
from reading_room.importing.sources import file_source, files_of
from reading_room.model.outlet import Outlet

OUTLETS = (Outlet("harbour-post", "The Harbour Post", "www.harbourpost.example"), Outlet("radio-quay", "Radio Quay"))


def imported(paths: Iterable[Path], corpus: Path, *, dry: bool = False) -> list[Imported]:
    """The results of all the files that the paths stand for."""
    sources = [file_source(file) for path in paths for file in files_of(path)]
    running = Import(corpus, Publishers(OUTLETS), dry=dry)
    return [result for step in running.run(sources) for result in step.results]


def only(path: Path, corpus: Path) -> Imported:
    """The result of a file with one article."""
    (result,) = imported([path], corpus)
    return result


def file_of(result: Imported, corpus: Path) -> Path:
    """The article's file in the corpus."""
    assert result.slug is not None
    return corpus / "articles" / f"{result.slug}.md"
