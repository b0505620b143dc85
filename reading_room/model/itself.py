"""What is kept in mind of a thing that never changes, found again by being that very thing.

To see whether the passages of two versions are equal takes longer than most of what is kept of them.
"""

from typing import Generic, TypeVar

T = TypeVar("T")


class Itself(Generic[T]):
    """Equal to what holds the same object, and to nothing else: an argument for `lru_cache`."""

    __slots__ = ("it",)

    def __init__(self, it: T) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)
