"""Names that mean the same person, place or group, across spellings, languages and scripts."""

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["place", "person", "group", "organisation"]


@dataclass(frozen=True, slots=True)
class NameSet:
    """One set of variants: `Palmyra`, `Tadmur`, `تدمر`, `Пальмира`. Languages are BCP 47 tags."""

    key: str
    kind: NameKind
    names: dict[str, tuple[str, ...]]
    note: str | None = None
