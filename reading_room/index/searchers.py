"""Whoosh searchers kept open for the searches of one generation, each used by one search at a time.

Shared between threads at the same time a searcher gives wrong results silently, and `refresh()` can return deleted documents; but a
generation never changes, so one that is free serves the next search as well. Opening one reads where each stored text begins, which
takes longer than finding a rare word.
"""

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.searching import Searcher


class Searchers:
    """Opens as many as there are searches at once. Without memory mapping each takes well under a megabyte."""

    def __init__(self, folder: Path) -> None:
        self.index = FileStorage(str(folder), supports_mmap=False).open_index()
        self._free: list[Searcher] = []
        weakref.finalize(self, _close, self._free)

    @contextmanager
    def one(self) -> Iterator[Searcher]:
        """A searcher for this search alone. One that failed is not used again."""
        try:
            searcher = self._free.pop()
        except IndexError:
            searcher = self.index.searcher()
        try:
            yield searcher
        except BaseException:
            searcher.close()
            raise
        self._free.append(searcher)


def _close(searchers: list[Searcher]) -> None:
    while searchers:
        searchers.pop().close()
