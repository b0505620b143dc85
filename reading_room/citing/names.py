"""The names in a byline: taken apart only where they are surely those of persons, else kept as they are printed."""

import re
from dataclasses import dataclass

_JOINED = re.compile(r"\s*;\s*|\s+(?:and|und|et|y|и|و)\s+|\s*&\s*|\s*,\s+(?:and\s+)?")
_PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "abu", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter",
     "ten", "zu")
)  # fmt: skip
_SPACED_SCRIPTS = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff .’'\-]+\Z")
_OFFICES = frozenset(
    ("agencies", "agency", "bureau", "center", "centre", "committee", "correspondent", "correspondents", "council", "desk",
     "editor", "editorial", "editors", "foundation", "group", "institute", "ministry", "network", "news", "observatory", "office",
     "organisation", "organization", "press", "radio", "report", "reporter", "reporters", "room", "service", "staff", "team",
     "times", "today", "tv", "union", "агентство", "редакция", "служба")
)  # fmt: skip
"""Words that stand in the names of organizations and not of persons."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's, or with no `given` one that is not taken apart: an organization’s, or what cannot be told."""

    family: str
    given: str = ""

    @property
    def inverted(self) -> str:
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def straight(self) -> str:
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def with_initials(self) -> str:
        """`Writer, A. B.`"""
        parts = [part for part in re.split(r"\s+", self.given) if part]
        return f"{self.family}, {' '.join(map(_initial, parts))}" if parts else self.family


def names(byline: str | None, *, agency: bool = False) -> tuple[Name, ...]:
    """The names of a byline in its order. All stay together as they are printed if one of them may be no person’s."""
    printed = re.sub(r"\ABy\s+", "", " ".join((byline or "").split()))
    if not printed:
        return ()
    if agency:
        return (Name(printed),)
    parts = [part for part in _JOINED.split(printed) if part]
    found = [name for part in parts if (name := _person(part))]
    return tuple(found) if len(found) == len(parts) else (Name(printed),)


def _person(printed: str) -> Name | None:
    """Two to four words of a script that writes the family name last, none of them the name of an office."""
    words = printed.split()
    if not 2 <= len(words) <= 5 or not _SPACED_SCRIPTS.match(printed):
        return None
    if any(word.lower().strip(".") in _OFFICES for word in words) or printed.isupper():
        return None
    family = len(words) - 1
    while family > 1 and words[family - 1].lower() in _PARTICLES:
        family -= 1
    if not all(word[0].isupper() for word in words[:family]) or not _begins_with_capital(words[family:]):
        return None
    return Name(" ".join(words[family:]), " ".join(words[:family]))


def _begins_with_capital(family: list[str]) -> bool:
    """`Barrington`, `al-Assad`, `van der Berg`; not `the`."""
    last = family[-1].split("-")[-1]
    return last[:1].isupper()


def _initial(given: str) -> str:
    """`A.` of `Anna` and of `A.`, `J.-P.` of `Jean-Pierre`."""
    return "-".join(part[0] + "." for part in given.split("-") if part)
