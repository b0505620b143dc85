"""Finds in texts of other scripts the names that texts in Latin letters have: Варнхольм and فارنهولم are Varnholm.

A name is compared by its consonants as they sound: vowels are not written in Arabic, and differ from spelling to spelling.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from anyascii import anyascii

from reading_room.comparing.groups.telling import Telling, Term

FEWEST_SOUNDS = 4
"""Consonants from which a name is hardly another word by chance."""
_LATIN = re.compile(r"[a-z]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_WRITTEN_TOGETHER = re.compile(r"(?:[وفبكل]?ال|لل|[وفبكل])(?=\w{4})")
"""The article, “and”, “in” and “to”, which Arabic writes together with a word."""
_SOUNDS = (
    (re.compile(r"sch|sh|zh"), "s"), (re.compile(r"kh"), "h"), (re.compile(r"ph|v"), "f"), (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"), (re.compile(r"gh"), "g"), (re.compile(r"ch"), "c"), (re.compile(r"x"), "ks"),
    (re.compile(r"[qc](?!h)"), "k"), (re.compile(r"p"), "b"), (re.compile(r"z"), "s"), (re.compile(r"j"), "g"),
    (re.compile(r"[^b-df-hj-np-tv-z]|[wy]"), ""), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


def in_one_script(tellings: Sequence[Telling]) -> list[Telling]:
    """The texts with the names of other scripts as texts in Latin letters write them, where these have such names."""
    foreign = [frozenset(filter(_may_be_name(one), (term for term, _ in one.weights))) for one in tellings]
    if not any(foreign):
        return list(tellings)
    known = _in_latin(tellings)
    spelled = [{term: name for term in terms if (name := _known(term, known))} for terms in foreign]
    return [_renamed(one, names) if names else one for one, names in zip(tellings, spelled, strict=True)]


def _may_be_name(telling: Telling) -> Callable[[Term], bool]:
    """Whether a word in other letters may be a name: where there are capitals, it must have one."""

    def may_be(term: Term) -> bool:
        return not term.isascii() and not _LATIN.search(term) and (term in telling.names or bool(_ARABIC.match(term)))

    return may_be


def _in_latin(tellings: Sequence[Telling]) -> Mapping[str, Term]:
    """The names in Latin letters by their sounds, of those that sound alike the one that most texts have."""
    having = Counter(name for one in tellings for name in one.names if _LATIN.match(name))
    return {sounds: name for name in sorted(having, key=lambda name: (having[name], name)) if (sounds := _sounds(name))}


def _known(term: Term, known: Mapping[str, Term]) -> Term | None:
    bare = _WRITTEN_TOGETHER.sub("", term, count=1) if _ARABIC.match(term) else term
    return known.get(_sounds(term)) or known.get(_sounds(bare))


@lru_cache(100_000)
def _sounds(name: str) -> str:
    """The consonants of a name; empty where they are too few."""
    sounds = anyascii(name).lower()
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return sounds if len(sounds) >= FEWEST_SOUNDS else ""


def _renamed(telling: Telling, names: Mapping[Term, Term]) -> Telling:
    counted: dict[Term, float] = defaultdict(float)
    for term, weight in telling.weights:
        counted[names.get(term, term)] += weight
    return replace(
        telling,
        weights=tuple(sorted(counted.items())),
        terms=frozenset(names.get(term, term) for term in telling.terms),
        names=telling.names.difference(names).union(names.values()),
    )
