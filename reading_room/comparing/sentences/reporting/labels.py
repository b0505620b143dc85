"""Finds who is credited with what without a verb of saying: “X’s words are”, “ANN LEE, ANALYST: “C””, posts, colons."""

import re
from dataclasses import replace

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import DASHES
from reading_room.comparing.sentences.reporting.phrases import LONGEST_PERSON
from reading_room.comparing.sentences.reporting.quoting import Quoting
from reading_room.comparing.sentences.reporting.reports import Report, Source
from reading_room.comparing.sentences.reporting.verbs import LONGEST_TAG
from reading_room.model.results import Span

LONGEST_LINKS = 400
"""Code points of the links at the end of a post."""
FEWEST_QUOTED = 4
"""Words of a quotation after a colon that are what somebody says, and no title."""
_POST = re.compile(r"\s?[—–]\s?(?P<name>[^\s()@—–][^()@—–]{1,50}?)\s\(@\w+\)")
"""Who wrote a post that a page shows: “All well — Ann Lee (@annlee) May 3, 2018”…"""
_LINKS = re.compile(r"(?:\s*+(?:https?://|pic\.twitter\.com/)\S++)++\Z")
"""…and the links at its end."""


class Labels(Quoting):
    """A sentence and what stands in it under a name."""

    def _by_post(self, where: Span) -> list[Report]:
        """The post that a part of a page shows, which is somebody’s whatever it says."""
        post = _POST.search(self.text, where.start, where.end)
        words = self._without_links(where.start, post.start()) if post is not None else None
        if post is None or words is None:
            return []
        return [Report("named", 0, words, Span(*post.span("name")), post["name"].strip(), apart=True)]

    def _without_links(self, start: int, end: int) -> Span | None:
        """The words of a post without the links that end it."""
        links = _LINKS.search(self.text, max(start, end - LONGEST_LINKS), end)
        end = links.start() if links else end
        return Span(start, end) if start < end else None

    def _by_possessive(self, start: int, end: int) -> list[Report]:
        """“X’s words are: “C””, “her figure is C”, ““C” is the headline”, “SMITH, ANALYST: “C””."""
        if self.digest and self._kind(start) == "quote" and self._low(start + 1) in ("is", "are", ","):
            title = self._first(("headline", "title", "headlines"), start + 2, min(end, start + 6))
            if title is not None:
                return self._made(Source(title, title + 1, title + 1), self._trimmed(start, start + 1))
        return self._by_owner(start, end) or self._by_label(start, end)

    def _by_label(self, start: int, end: int) -> list[Report]:
        if (
            self._low(start) in (*DASHES, "--")
            and start + 1 < end <= start + LONGEST_TAG
            and self.tokens[start + 1].is_capital
        ):
            close = next((k for k in range(start + 1, end) if self._kind(k) != "word"), end)
            verb = self._first(table.AUXILIARY | table.SAY | table.THINK, start, end)
            made = self._made(Source(start + 1, close, close), self._trimmed(start, end)) if verb is None else []
            return [replace(one, tag=True) for one in made]
        if (listed := self._listed(start, end)) is not None:
            return self._made(listed, self._trimmed(self._quote(start, end) or end, end))
        colon = self._first((":",), start + 1, min(end - 1, start + 18))
        if colon is None or self._kind(colon + 1) != "quote" or not self.tokens[start].is_capital:
            return []
        if (
            self._low(start) in table.FRONTED | table.DETERMINER | {"according"}
            or self._quote(start, colon) is not None
        ):
            return []
        if (
            self._first(table.AUXILIARY | table.SAY | table.DIGEST | table.THINK | table.GERUNDS, start, colon)
            is not None
        ):
            return []
        if any(self._acts(k) for k in range(start + 1, colon)):
            return []
        source = Source(start, colon, colon)
        return self._made(source, self._trimmed(colon + 1, end)) if self._may_speak(start, colon) else []

    def _listed(self, start: int, end: int) -> Source | None:
        """“ANN LEE, ANALYST, BATH “C””, as a page of comments heads each."""
        quote = self._quote(start, end)
        head = (self._first((":",), start, quote) or start - 1) + 1 if quote else end
        comma = self._first((",",), head, quote or end)
        if quote is None or comma is None or not 1 < comma - head <= LONGEST_PERSON:
            return None
        capital = all(token.text.isupper() or token.kind != "word" for token in self.tokens[head:quote])
        return Source(head, comma, comma) if capital and self._may_speak(head, comma) else None

    def _by_colon(self, start: int, end: int) -> list[Report]:
        """“S made it plain: “C””: nobody else is named whose words these could be."""
        colon = next(
            (k for k in range(end - 2, start, -1) if self._low(k) == ":" and self._kind(k + 1) == "quote"), None
        )
        if colon is None or self.digest or not any(self._acts(k) for k in range(start, colon)):
            return []
        if self._first((":", "last", "this"), start, colon) is not None:
            return []
        if len(self.tokens[colon + 1].text.split()) < FEWEST_QUOTED or self._quote(start, colon) is not None:
            return []
        source = self._leading(start, colon)
        return self._made(source, self._trimmed(colon + 1, end)) if source is not None else []

    def _by_owner(self, start: int, end: int) -> list[Report]:
        for at in range(start + 1, min(end, start + 14)):
            if self._kind(at) != "word" or self._low(at) not in (
                table.WORDS_NOUN if self.digest else table.WORDS_ALONE
            ):
                continue
            owner = next((k for k in range(at - 1, max(start, at - 4) - 1, -1) if self._owns(k)), None)
            verb = self._first(("is", "are", "was", "were", ":"), at + 1, end)
            quote = self._quote(at + 1, end)
            if owner is None or (quote is None and (verb is None or not self.digest)):
                continue
            content = self._trimmed(min(k for k in (None if verb is None else verb + 1, quote) if k is not None), end)
            named = Source(owner, owner + 1, owner + 1)
            if self._low(owner) not in table.POSSESSIVE:
                before = self._named(owner, start)
                if before is None:
                    continue
                named = replace(named, first=before.first)
            return [replace(one, rank=one.rank + 1) for one in self._made(named, content)]
        return []
