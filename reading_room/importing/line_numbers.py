"""Numbers of lines as a keeper writes them: `3, 12-14`."""

import re
from collections.abc import Iterable

MOST = 100_000
"""Numbers that one list may stand for."""

_STRETCH = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\Z")


class BadLines(ValueError):
    """What was written is no list of lines; the words say what of it."""


def numbers_in(written: str) -> frozenset[int]:
    """The numbers that a list stands for; an empty list stands for none. Raises `BadLines`."""
    numbers: set[int] = set()
    for stretch in filter(None, (part.strip() for part in written.split(","))):
        match = _STRETCH.match(stretch)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last < first + MOST or len(numbers) > MOST:
            raise BadLines(f"“{stretch}” is no line or stretch of lines. Write them like 3, 12-14")
        numbers.update(range(first, last + 1))
    return frozenset(numbers)


def listed(numbers: Iterable[int]) -> str:
    """The shortest list that stands for these numbers: the inverse of `numbers_in`."""
    stretches: list[list[int]] = []
    for number in sorted(numbers):
        if stretches and stretches[-1][1] == number - 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in stretches)
