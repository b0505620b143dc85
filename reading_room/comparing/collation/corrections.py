"""What a reader corrects in the rows of the machine: sentences that are not the same, and the row that one belongs to.

They are kept in the address of the page, as people can read and send them: `not=a@1/14.2,b@3/7.1` says that the second sentence of
passage 14 of `a`, as version 1 has it, is not the same as the first one of passage 7 of `b`, and `put=a@1/14.2,event/row` that it
belongs to that row.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reading_room.model.alignment import Said

MOST = 100
"""Corrections that are read of an address: more than anybody makes by hand."""
MOST_OTHERS = 12
"""Sentences that one correction parts another from; a row has no more."""
_SENTENCE = re.compile(
    r"(?P<article>[a-z0-9]+(?:-[a-z0-9]+)*)@(?P<version>[1-9]\d{0,5})/(?P<passage>\d{1,6}[a-z]{0,5})\.(?P<number>[1-9]\d{0,3})",
    re.ASCII,
)
_ROW = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)


class BadCorrection(ValueError):
    """A text that is no correction as the room writes them."""


@dataclass(frozen=True, slots=True, order=True)
class SentenceAt:
    """A sentence as a version has it: the `number`th of the passage, from 1."""

    article: str
    version: int
    passage: str
    number: int

    def __str__(self) -> str:
        return f"{self.article}@{self.version}/{self.passage}.{self.number}"

    @classmethod
    def parse(cls, text: str) -> "SentenceAt":
        match = _SENTENCE.fullmatch(text)
        if not match:
            raise BadCorrection(text)
        return cls(match["article"], int(match["version"]), match["passage"], int(match["number"]))


@dataclass(frozen=True, slots=True)
class NotSame:
    """That `one` does not say the same as any of `others`."""

    one: SentenceAt
    others: tuple[SentenceAt, ...]

    def __str__(self) -> str:
        return ",".join(map(str, (self.one, *self.others)))

    @classmethod
    def parse(cls, text: str) -> "NotSame":
        one, *others = [SentenceAt.parse(part) for part in text.split(",")[: MOST_OTHERS + 1]]
        if not others:
            raise BadCorrection(text)
        return cls(one, tuple(others))


@dataclass(frozen=True, slots=True)
class BelongsTo:
    """That `one` belongs to a row: `event/row` for one of the keeper's, else the id of a row of the machine."""

    one: SentenceAt
    row: str

    def __str__(self) -> str:
        return f"{self.one},{self.row}"

    @classmethod
    def parse(cls, text: str) -> "BelongsTo":
        one, _, row = text.partition(",")
        if not _ROW.fullmatch(row):
            raise BadCorrection(text)
        return cls(SentenceAt.parse(one), row)


Correction = NotSame | BelongsTo


@dataclass(frozen=True, slots=True)
class Corrected:
    """Corrections as they are in the newest versions: sentences that are not the same, and where one belongs."""

    apart: frozenset[frozenset[Said]] = frozenset()
    belongs: tuple[tuple[Said, str], ...] = ()

    def parts(self, one: Said, other: Said) -> bool:
        return frozenset([one, other]) in self.apart


NOTHING = Corrected()


def pairs_apart(one: Said, others: Iterable[Said]) -> frozenset[frozenset[Said]]:
    return frozenset(frozenset([one, other]) for other in others if other != one)
