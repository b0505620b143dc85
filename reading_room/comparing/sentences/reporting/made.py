"""What is made of a source and of the words that it is credited with: a report."""

import re

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.contents import Contents
from reading_room.comparing.sentences.reporting.reports import Kind, Report, Source
from reading_room.model.results import Span

LONGEST_TITLE = 14
"""Tokens of a source up to which its apposition is part of its name: “Abdulkarim, the antiquities chief”."""
_GLOSS = re.compile(r"(?<=[”»\"])\s\([^()]*\)\Z")
"""The translation that a digest gives of what it quotes."""
_POINTS = frozenset(("this", "that", "it", "so", "that one", "this one", "one"))
_OWNER = re.compile(r"(?<=\w)[’']s?\Z")


class Made(Contents):
    """A sentence and the reports that are made of it."""

    def _stripped(self, content: Span) -> Span | None:
        """A content without commas at its ends and a translation behind it; None where only “this” or nothing is left."""
        within = self.text[content.start : content.end]
        gloss = _GLOSS.search(within) if self.digest else None
        within = within[: gloss.start()] if gloss else within
        start, end = len(within) - len(within.lstrip(" ,;:—–-")), len(within.rstrip(" ,;:—–-"))
        points = within[start:end].lower() in _POINTS
        return Span(content.start + start, content.start + end) if start < end and not points else None

    def _made(self, source: Source, content: Span) -> list[Report]:
        """The report of this content by this source; none of an empty one."""
        if content.start >= content.end or self._low(source.first) in table.FIRST_PERSON:
            return []
        start = self.tokens[source.first].start
        name = self._name(source)
        titled = source.end > source.name_end and source.end - source.first <= LONGEST_TITLE
        speaker = _OWNER.sub("", self.text[start : self.tokens[source.end - 1].end] if titled else name)
        last = self.tokens[source.end - 1].end if source.end > source.name_end else start + len(speaker)
        pronoun = "" if self._is_of_theirs(source) else _pronoun(name.lower().replace("’", "'"))
        speaker = table.POSSESSIVE.get(speaker.lower(), speaker)
        kind: Kind = "writer" if not pronoun and self.is_writer(name) else "named"
        rank = 0 if kind == "named" else 3
        return [Report(kind, rank, content, Span(start, last), speaker, pronoun, bool(pronoun))]

    def _is_of_theirs(self, source: Source) -> bool:
        """Whether it is somebody else than the pronoun at its head: “its chairman, Olav Brandt”, “her son”."""
        return self._low(source.first) in table.POSSESSIVE and any(
            self._low(k) in table.ROLE or self._low(k).removesuffix("s") in table.ROLE
            for k in range(source.first + 1, source.name_end)
        )


def _pronoun(name: str) -> str:
    """The pronoun that a source is, or has before a noun: “it”, “its communique”."""
    first, *more = name.split()
    if first in table.PRONOUN and not more:
        return first
    return table.POSSESSIVE.get(first, "") if len(more) <= (0 if first == "this" else 2) else ""
