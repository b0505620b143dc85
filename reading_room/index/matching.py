"""The clock of a search, and documents with their scores as they are joined."""

import time
from collections.abc import Iterable

BETWEEN_LOOKS = 256
"""Documents that are passed between two looks at the clock, where each costs little."""

Scores = dict[int, float]
"""Documents, of one segment or of the index, with what each scores."""


class Clock:
    """Says when the time allowed for a search is up. `tick` is asked often and looks rarely."""

    def __init__(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds
        self._until_look = BETWEEN_LOOKS
        self.is_up = False

    def tick(self, cost: int = 1) -> bool:
        """Whether the time is up, after work that cost as much as so many documents."""
        self._until_look -= cost
        if self._until_look <= 0:
            self._until_look = BETWEEN_LOOKS
            self.is_up = self.is_up or time.monotonic() >= self._deadline
        return self.is_up


def add(found: Scores, more: Iterable[tuple[int, float]]) -> None:
    """One of several is enough: the documents of both, their scores added."""
    if not found:
        found.update(more)
        return
    known = found.get
    for document, score in more:
        found[document] = known(document, 0.0) + score


def both(found: Scores, more: Scores) -> Scores:
    """Those that are in both, their scores added."""
    return {document: found[document] + score for document, score in more.items() if document in found}
