"""What the address of a comparison says, read and written: accounts, passages, words to mark, corrections."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from flask import request

from reading_room.comparing.collation.corrections import MOST, BadCorrection, BelongsTo, Correction, NotSame, SentenceAt
from reading_room.comparisons import Chosen
from reading_room.library import Library
from reading_room.model.errors import BadQuestion
from reading_room.model.query import SearchQuery, parse
from reading_room.web.urls import compare_url

_PASSAGE = re.compile(r"(?P<slug>[^/@]+)/(?P<passage>\d{1,6}[a-z]{0,5})", re.ASCII)
T = TypeVar("T")
APART, PUT, MOVE = "not", "put", "move"


@dataclass(frozen=True, slots=True)
class Comparison:
    """An address of a comparison. `asked` are the accounts as it names them: `slug`, or `slug/14` for a passage to stand first."""

    event: str | None
    asked: tuple[str, ...]
    query: str = ""
    corrections: tuple[Correction, ...] = ()
    moving: SentenceAt | None = None
    """The sentence for which the reader is choosing a row."""

    @property
    def search(self) -> SearchQuery:
        """Asked for at every passage of a page."""
        return _parsed(self.query)

    def chosen(self, library: Library) -> Chosen:
        """Raises `NotHere` for a passage that is not there."""
        passages: dict[str, list[str]] = {}
        for one in self.asked:
            match = _PASSAGE.fullmatch(one)
            found = passages.setdefault(match["slug"] if match else one, [])
            if match and (target := library.read(match["slug"], None, match["passage"]).target):
                found.append(target.id)
        return Chosen(
            tuple(passages), {slug: tuple(found) for slug, found in passages.items() if found}, self.corrections
        )

    def url(self, row: str | None = None) -> str:
        return compare_url(self.asked, self.event, row, self.further())

    def further(self) -> list[tuple[str, str]]:
        """The parameters besides the accounts."""
        corrections = [(APART if isinstance(one, NotSame) else PUT, str(one)) for one in self.corrections]
        moving = [(MOVE, str(self.moving))] if self.moving else []
        return [*([("q", self.query)] if self.query else []), *corrections, *moving]

    def with_correction(self, correction: Correction) -> "Comparison":
        return replace(self, corrections=(*self.corrections, correction), moving=None)

    def without(self, correction: Correction) -> "Comparison":
        return replace(self, corrections=tuple(one for one in self.corrections if one != correction), moving=None)


def read_comparison(event: str | None) -> Comparison:
    """The address of the request; raises `BadQuestion` for a correction that is none."""
    args = request.args
    corrections: list[Correction] = []
    for name, written in args.items(multi=True):  # in the order in which they were made
        if name in (APART, PUT) and len(corrections) < MOST:
            if name == APART:
                corrections.append(_read(NotSame.parse, name, written))
            else:
                corrections.append(_read(BelongsTo.parse, name, written))
    moving = args.get(MOVE, "")
    return Comparison(
        event,
        tuple(dict.fromkeys(args.getlist("a"))),
        args.get("q", "").strip(),
        tuple(dict.fromkeys(corrections)),
        _read(SentenceAt.parse, MOVE, moving) if moving else None,
    )


@lru_cache(maxsize=256)
def _parsed(query: str) -> SearchQuery:
    return parse(query)


def _read(parse_one: Callable[[str], T], name: str, written: str) -> T:
    try:
        return parse_one(written)
    except BadCorrection:
        raise BadQuestion(
            f"“{name}={written[:60]}” is not a correction.",
            "Corrections look like not=article@1/14.2,other@1/7.1: leave it out, and make it on the page.",
        ) from None
