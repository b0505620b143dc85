"""What became of the passages of one version on the way to the next."""

from dataclasses import dataclass
from typing import Literal

Fate = Literal["kept", "edited", "moved", "inserted", "split", "deleted", "merged"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a passage on the way to a new version, or how it came in with it.

    `split` is said of the new passage that was a part of another one, `merged` of the old one whose words stand in another one now.
    """

    passage: str
    how: Fate
    other: str | None = None
    """Of a split passage, the one that it was cut from; of a merged one, the one that has its words."""
