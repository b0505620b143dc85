"""Finds who is credited with what by verbs of quoting and forms in -ing: “is quoted as saying”, “…, adding that C”."""

from dataclasses import replace

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.reports import Report, Source
from reading_room.comparing.sentences.reporting.verbs import LONGEST_TAG, Verbs

LONGEST_ADDED = 5
"""Tokens of what is added to something, with “to”."""


class Quoting(Verbs):
    """A sentence and what is quoted or added in it."""

    def _by_gerund(self, at: int, start: int, end: int) -> list[Report]:
        """“…, adding that C”: who spoke or acted in the clause before."""
        begin, opening = self._content_after(at, end)
        if opening in ("none", "paren") or begin >= end:
            return []
        described = self._low(at) in ("calling", "describing") and self._quote(begin, min(end, begin + LONGEST_TAG))
        if opening == "zero" and self._low(at) not in ("saying", "adding", "telling") and not described:
            return []
        if opening == "zero" and self._low(at) == "adding" and self._adds_to(begin, end):
            return []
        verbs = (k for k in range(at - 1, start, -1) if self._kind(k) == "word" and self._is_say(k, start))
        spoke = (found for k in verbs if (found := self._before(k, start) or self._after(k, at)) is not None)
        speaker = next(spoke, None)
        source = speaker or self._leading(start, at)
        if source is None:
            return []
        return [
            replace(one, goes_on=True, stand=speaker is None and self._low(at) == "suggesting")
            for one in self._made(source, self._trimmed(begin, end))
        ]

    def _adds_to(self, begin: int, end: int) -> bool:
        """Whether something is only made more: “adding one to the toll”."""
        to = self._first(("to",), begin, min(end, begin + LONGEST_ADDED))
        return to is not None and not any(self._acts(k) or self._low(k) in table.PRONOUN for k in range(begin, to))

    def _with_saying(self, at: int, start: int, end: int) -> list[Report]:
        """“…, with S saying that C”."""
        begin, opening = self._content_after(at, end)
        with_ = next((k for k in range(at - 2, max(start, at - LONGEST_TAG) - 1, -1) if self._low(k) == "with"), None)
        if with_ is None or opening not in ("that", "quote", "zero") or begin >= end:
            return []
        if any(self._kind(k) != "word" for k in range(with_ + 1, at)) or not self._may_speak(with_ + 1, at):
            return []
        return self._made(Source(with_ + 1, at, at), self._trimmed(begin, end))

    def _quoted_as(self, at: int, start: int, end: int) -> list[Report]:
        """“S is quoted (by X) as saying that C”, “the article reports S as saying that C”."""
        verb = next((k for k in range(at - 1, max(start, at - 12) - 1, -1) if self._low(k) in table.QUOTED_AS), None)
        if verb is None:
            return []
        passive = self._first(table.BE, self._skip_back(verb, start), verb) is not None
        outer = self._before(verb, start)
        source = outer if passive else self._object(verb + 1, at)
        relaying: list[Report] = []
        if outer is not None and not passive and not self.digest and self._low(verb).startswith("quot"):
            relaying = [replace(one, mention=True) for one in self._made(outer, self._trimmed(start, end))]
        begin, opening = self._content_after(at + 1, end)
        if opening in ("none", "paren"):
            if source is not None and self._quote(start, source.first) is not None:
                close = outer.first if outer is not None and not passive else source.first
                return self._made(source, self._trimmed(start, close))
            begin = at + 2
        made = self._made(source, self._trimmed(begin, end)) if source is not None and begin < end else []
        return [*relaying, *made]

    def _is_quoted(self, at: int, start: int, end: int) -> list[Report]:
        """“S is quoted: “C””, ““C”, S is quoted.”"""
        if (
            self._first(("as",), at, at + 8) is not None
            or self._first(table.BE, self._skip_back(at, start), at) is None
        ):
            return []
        source = self._before(at, start)
        if source is None:
            return []
        quote = self._quote(at, end)
        if quote is not None:
            return self._made(source, self._trimmed(quote, end))
        return self._made(source, self._trimmed(start, source.first)) if source.first - start > 1 else []

    def _cited(self, at: int, start: int, end: int) -> list[Report]:
        """“The article cites S: C”; of “the article cites S” only that S is mentioned."""
        colon = self._first((":",), at + 1, min(end, at + 20))
        if colon is not None and colon + 1 < end and self._before(at, start) is not None:
            source = self._object(at + 1, colon)
            return self._made(source, self._trimmed(colon + 1, end)) if source else []
        if colon is not None or not self.digest:
            return []
        close = next((k for k in range(at + 1, end) if self._kind(k) != "word"), end)
        source = self._object(at + 1, close)
        whole = self._trimmed(start, end)
        return [replace(one, mention=True) for one in self._made(source, whole)] if source else []
