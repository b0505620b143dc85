"""What became of the passages of one version on the way to the next."""

from dataclasses import dataclass
from typing import Literal

Fate = Literal["kept", "edited", "moved", "inserted", "split", "deleted", "merged"]


@dataclass(frozen=True, slots=True)
class Carried:
    """Words of the new version that stood in the one before: `size` of them in a row, from `first` of passage `origin` there.

    `here` is the first of them in the new passage. Both are counted from 0, by the counter that addresses are counted by.
    """

    origin: str
    first: int
    here: int
    size: int


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a passage on the way to a new version, or how it came in with it.

    `split` is said of the new passage that was a part of another one, `merged` of the old one whose words stand in another one now.
    """

    passage: str
    how: Fate
    other: str | None = None
    """Of a split passage, the one that it was cut from; of a merged one, the one that has its words."""
    words: tuple[Carried, ...] | None = None
    """Of a passage that is there now and was not kept as it was: which of its words are old ones. None where nobody noted it."""
