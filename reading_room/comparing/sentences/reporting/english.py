"""Finds in an English sentence who is given as saying what: by verbs, by “according to” and its like, by a possessive.

No parser is used: a source is looked for beside the verb, over what may stand between, and the words it is credited with are what
the construction leaves of the sentence. Where a sentence has several sources, the one whose words they are wins over those that
relay it, and anybody named over the writer.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import DASHES
from reading_room.comparing.sentences.reporting.labels import Labels
from reading_room.comparing.sentences.reporting.reports import Part, Report, Source
from reading_room.model.results import Span

FEWEST_OUTER = 25
"""Code points that an outer speaker’s words must have before those of an inner one, to be given for themselves."""
_UNATTRIBUTED = re.compile(table.UNATTRIBUTED)
_WORDS_GIVEN = re.compile(table.WORDS_GIVEN)
_QUOTING = re.compile(r"\bquoting\s\Z")


class EnglishSentence(Labels):
    """A sentence of a passage, read for who says what."""

    def parts(self) -> list[Part]:
        """The parts of the sentence that may each have a source of their own, with what is reported in each."""
        return [Part(self._trimmed(start, end), tuple(self._part(start, end))) for start, end in self._parts()]

    def _parts(self) -> Iterator[tuple[int, int]]:
        start, last = 0, len(self.tokens)
        for at in range(last):
            if self.lows[at] not in table.MAY_PART:
                continue
            if start < at < last - 1 and self._parts_at(at, start):
                yield start, at
                start = at + 1
        if start < last:
            yield start, last

    def _parts_at(self, at: int, start: int) -> bool:
        """Whether another part begins after this token."""
        low, before = self._low(at), self.tokens[at - 1]
        if low == ";":
            return True
        if low == ",":
            return self._goes_without_verb(at) or self._concedes(at, start)
        if low == "and" and not self._acts_in(start, at) and self._quote(start, at) is None:
            return False  # “Russia, Iran, and Turkey said”
        if before.kind == "word" and low != "though":
            return self._has_reported(start, at) and self._opens_report(at + 1)
        after_comma = before.text == "," or before.kind == "quote"
        return after_comma and 2 < at < self.last - 3 and self._opens_report(at + 1)

    def _has_reported(self, start: int, end: int) -> bool:
        """Whether somebody is given there as saying something that has a verb: “Ali said the bridge was open”."""
        verb = next((k for k in range(start + 1, end) if self._kind(k) == "word" and self._is_say(k, start)), None)
        return verb is not None and self._acts_in(verb + 1, end) and self._before(verb, start) is not None

    def _goes_without_verb(self, at: int) -> bool:
        """““C”, Omar “C””, after “Haddad said”."""
        close = at + 1
        while close < self.last and self.tokens[close].is_capital:
            close += 1
        if self._low(at + 1) in table.DETERMINER:
            close = self._quote(at + 1, min(at + 6, self.last)) or close
        is_one = self._is_name(at + 1, close) or (
            self._low(at + 1) in table.DETERMINER
            and self._may_speak(at + 1, close)
            and not self._acts_in(at + 1, close)
        )
        is_name = self._kind(at - 1) == "quote" and is_one
        return is_name and self._kind(close) == "quote" and self._low(close + 1) in ("", ".", ",", ";")

    def _concedes(self, at: int, start: int) -> bool:
        """Whether this comma ends “Although the army says C,” before a clause of its own."""
        if self._low(start) not in table.CONCEDES or not self._opens_report(start + 1):
            return False
        verb = self._first(table.SAY | table.THINK, start + 2, at)
        if verb is None or not self._acts_in(at + 1, self.last):
            return False
        return self._acts_in(verb + 1, at) or at - verb <= 2  # “Since Ali said that, …”

    def _opens_report(self, start: int) -> bool:
        """Whether a source and its verb begin here, or a quotation and its verb."""
        if self._kind(start) == "quote":
            return self._low(start + 1) in table.SAY and self._after(start + 1, self.last) is not None
        for at in range(start + 1, min(start + 9, len(self.tokens))):
            if self._low(at) in table.DENY and self._kind(at) == "word":
                return self._low(start - 1) in table.CONCEDES | {"but"} and self._may_speak(start, at)
            leads = self._low(at + 1) in ("that", ":") or self._kind(at + 1) == "quote"
            if self._is_say(at, start) and (leads or self._low(at) not in table.READ):
                source = self._before(at, start)
                return source is not None and source.first <= start + 1
            if self._kind(at) != "word" and self._low(at) != ",":
                return False
        return False

    def _part(self, start: int, end: int) -> list[Report]:
        """What is reported from a token to another: what is nearest to the words, in their order."""
        where = Span(self.tokens[start].start, self.tokens[end - 1].end)
        if post := self._by_post(where):
            return post
        quote = self._quote(start, end)
        if quote is not None and _WORDS_GIVEN.match(self.text, where.start, where.end):
            return [Report("named", 0, self._trimmed(quote, end), goes_on=True)]
        if start > 0 and self._low(start - 1) == "," and self._goes_without_verb(start - 1):
            return self._made(Source(start, quote or end, quote or end), self._trimmed(quote or end, end))
        found = self._all_of(start, end)
        if not any(one.kind == "named" for one in found) and _UNATTRIBUTED.search(self.text, where.start, where.end):
            return [Report("unattributed", 2, self._trimmed(start, end))]
        said, mentioned = [one for one in found if not one.mention], [one for one in found if one.mention]
        if not said:
            return found or self._by_colon(start, end)
        return [*mentioned, *self._nearest(self._relayed(self._spoken(said)))]

    def _all_of(self, start: int, end: int) -> list[Report]:
        """Whatever any of the constructions reports, but for what nobody is given as having said."""
        if self._asks(start, end):
            return []
        unsaid = [*self._unsaid(start, end)]
        by_verbs = [
            report
            for at in range(start, end)
            if self.lows[at] in table.MAY_REPORT or self.tokens[at].kind == "quote"
            for report in self._by_verb(at, start, end)
        ]
        by_verbs = [
            one
            for one in by_verbs
            if one.source is None or not any(span.start < one.source.start < span.end for span in unsaid)
        ]
        return [*by_verbs, *self._by_phrases(start, end), *self._by_possessive(start, end)]

    def _unsaid(self, start: int, end: int) -> Iterator[Span]:
        """What stands after “did not say” and “denied”, where another who speaks is not given as having spoken."""
        for at in range(start + 1, end - 1):
            low = self.lows[at]
            denies = low in table.DENY or (low in table.SAY | table.BEFORE_THAT and self._is_denied(at, start))
            if denies and self._kind(at) == "word" and self.tokens[at].text.islower() and self._is_verb(at, start):
                close = self._first({",", ":", "but", "while", "although"}, at + 1, end) or end
                yield Span(self.tokens[at].end, self.tokens[close - 1].end)

    def _asks(self, start: int, end: int) -> bool:
        """“Did S say …?”, “Why has S said …?”: nobody is given as having said so."""
        first = start + (self._low(start) in table.CONJUNCTION - table.ASKS)
        first += self._low(first) in table.ASKS
        return self._low(end - 1) == "?" and self._low(first) in table.AUXILIARY

    def _spoken(self, said: list[Report]) -> list[Report]:
        """Without who printed a headline, who does not say it; and without stands where somebody else says so."""
        if any(one.kind == "writer" and "headline" in one.speaker.lower() for one in said):
            said = [one for one in said if one.rank in (0, 3)]
        if any(
            one.kind == "named" and not one.stand and not (self.digest and one.pronoun == "it")  # which may be the account
            for one in said
        ):  # fmt: skip
            said = [one for one in said if not one.stand]
        return said

    def _nearest(self, said: list[Report]) -> list[Report]:
        """Those nearest to the words, in order and not overlapping."""
        nearest = min(one.rank for one in said)
        chosen: list[Report] = []
        for one in sorted(said, key=lambda one: (one.content.start, one.content.end)):
            if one.rank == nearest:
                chosen = _with(chosen, one)
        return [replace(one, content=content) for one in chosen if (content := self._stripped(one.content)) is not None]

    def _relayed(self, said: list[Report]) -> list[Report]:
        """Gives what one source says “quoting” another to the one quoted."""
        for quoted in said if not self.digest else ():
            at = quoted.source.start if quoted.source else 0
            if not _QUOTING.search(self.text, max(0, at - 10), at):
                continue
            words = next((one.content for one in said if one.rank == 0 and one.content.end <= at), None)
            if words is not None:
                return [replace(quoted, rank=0, content=words)]
        return said

    def _by_verb(self, at: int, start: int, end: int) -> list[Report]:
        token, low = self.tokens[at], self._low(at)
        if token.kind == "quote":
            return self._by_quoted_verb(at, start, end)
        if token.kind == "word" and at == start and not token.text.islower():
            return self._opening_inverted(at, end)
        if token.kind != "word" or not token.text.islower():
            return []
        if low in table.GERUNDS and at > start:
            if self._low(at - 1) in (",", "-", *DASHES):
                return self._by_gerund(at, start, end)
            return self._with_saying(at, start, end)
        if low == "as" and self._low(at + 1).endswith("ing"):
            return self._quoted_as(at, start, end)
        if low == "quoted" and at > start:
            return self._is_quoted(at, start, end)
        if low in table.BEFORE_THAT | table.AFTER_QUOTE and not self.digest:
            return self._by_rare_verb(at, start, end)
        if low in ("cites", "cited", "quotes") and (cited := self._cited(at, start, end)):
            return cited
        if not self._says(at, start, end):
            return []
        found = self._straight(at, start, end)
        if low in table.DENY or (low in table.THINK - table.SAY and self._is_denied(at, start)):
            found = self._with_denial(at, start, found)
        if low in table.THINK - table.SAY:
            return [replace(one, stand=True) for one in found]
        return self._inverted(at, start, end) if not found and low in table.SAY else found

    def _with_denial(self, at: int, start: int, found: list[Report]) -> list[Report]:
        """“denied that C”, “do not expect that C”: without these words somebody would be given the contrary."""
        verb = self.tokens[self._skip_back(at, start) if self._is_denied(at, start) else at].start
        return [
            replace(one, content=Span(verb, one.content.end))
            if one.content.start > verb and self._stripped(one.content) is not None
            else one
            for one in found
        ]

    def _by_phrases(self, start: int, end: int) -> Iterator[Report]:
        at = start
        while at < end:
            phrase = self._phrase(at, start, end) if self.lows[at] in table.BEGINS_SOURCE else None
            if phrase is not None:
                source, close = phrase
                content = self._beside(at, close, start, end)
                for one in self._made(source, content):
                    yield replace(one, rank=one.rank + 1)
                at = max(close, at + 1)
            else:
                at += 1

    def _beside(self, at: int, close: int, start: int, end: int) -> Span:
        """What a phrase at `at` to `close` is said of: what follows it at the head of a sentence, else the whole around it."""
        after = close
        while after < end and self._kind(after) == "mark":
            after += 1
        if at - start <= 1 and self._low(close) == ",":
            after = self._over_appositions(after, end)
        at_head = at - start <= 1 and not (at > start and self._kind(at - 1) == "quote")
        if after < end and (at_head or self._low(close) == ":"):
            return self._trimmed(after, end)
        return self._trimmed(start, end if end - after >= 3 else at)

    def _over_appositions(self, at: int, end: int) -> int:
        """Past “a doctor in Bath, a town in Kent,” after “According to Ann Lee,”."""
        while self._low(at) in ("a", "an"):
            comma = self._first((",",), at, end - 2)
            if comma is None or any(self._low(k) in table.AUXILIARY for k in range(at, comma)):
                break
            at = comma + 1
        return at


def _with(chosen: list[Report], one: Report) -> list[Report]:
    """Adds a report to those before it: what lies within another’s words is the inner speaker’s."""
    if not chosen or one.content.start >= chosen[-1].content.end:
        return [*chosen, one]
    *others, last = chosen
    if one.source is not None and last.content.start <= one.source.start < one.content.start < last.content.end:
        one = replace(one, content=Span(one.content.start, min(one.content.end, last.content.end)))
    inside = one.content.end <= last.content.end
    if inside and (one.pronoun, one.speaker.lower()) == (last.pronoun, last.speaker.lower()):
        return chosen
    if inside and one.pronoun and not last.pronoun:
        return chosen  # “Boeing said it expects …”
    if one.content == last.content:
        return [*others, one] if last.pronoun and not one.pronoun else chosen
    if inside and one.source is not None and last.content.start <= one.source.start:
        outer = Span(last.content.start, min(one.source.start, one.content.start))
        apart = last.source is None or not outer.start <= last.source.start < one.content.start
        both_named = apart and last.kind == one.kind == "named" and not (one.pronoun or last.pronoun)
        if outer.end - outer.start < FEWEST_OUTER and both_named and last.speaker.lower() != one.speaker.lower():
            outer = Span(last.content.start, one.content.start)  # “Putin had told Obama that”, which Peskov says
            return [*others, replace(last, content=outer), one]
        kept = [replace(last, content=outer)] if outer.end - outer.start >= FEWEST_OUTER else []
        return [*others, *kept, one]
    rest = Span(last.content.end, one.content.end)
    if inside or rest.end - rest.start < FEWEST_OUTER or (one.source is not None and rest.start <= one.source.start):
        return chosen  # nothing is left but who says it
    return [*chosen, replace(one, content=rest)]
