"""Something wrong in what a keeper wrote, said so that it can be mended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`path` is as the keeper knows it, `line` counts from 1 (0: the file as a whole)."""

    path: str
    line: int
    what: str
    remedy: str
    advice: bool = False
    """The file is read and served all the same; what is missing makes it poorer, not wrong."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.what}. {self.remedy}"
