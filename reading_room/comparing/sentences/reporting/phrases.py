"""Phrases that name a source: “according to X”, “by X’s account”, “as X puts it”, “citing X”."""

import re

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import Clause
from reading_room.comparing.sentences.reporting.reports import Source

_NOBODYS = re.compile(table.NOBODYS, re.IGNORECASE)
Phrase = tuple[Source, int]
"""The source that a phrase names, and the token after the phrase."""
LONGEST_PERSON = 5
"""Words of somebody’s name."""
LONGEST_ACCOUNT = 12
"""Tokens from “by” to “account”."""


class Phrases(Clause):
    """A sentence and the phrases in it."""

    def _phrase(self, at: int, start: int, end: int) -> Phrase | None:
        """The phrase that begins here, if one does."""
        low = self._low(at)
        before = self._low(at - 1) if at > start else ""
        if low == "according" and self._low(at + 1) == "to":
            return self._up_to_its_end(at + 2, end)
        if low in ("citing", "quoting") or (
            low == "from" and self.digest and before in table.GIVEN_FROM | table.WORDS_NOUN
        ):
            cited = self._up_to_its_end(at + 1, end)
            return cited if cited is None or self.digest or self._may_be_cited(at + 1, cited[1]) else None
        if low in table.OF_ACCOUNTS:
            return self._by_account(at, end)
        if low == "as" and before not in ("such", "well", "described"):
            return self._as_told(at, end)
        return None

    def _up_to_its_end(self, first: int, end: int) -> Phrase | None:
        close = self._phrase_end(first, end)
        if not 0 < close - first <= table.LONGEST_SOURCE or self._kind(first) not in ("word", "quote"):
            return None
        while close > first + 1 and self._low(close - 1) in ("and", "or", "but"):
            close -= 1
        source = Source(first, close, close)
        if self._low(close - 1) in table.PREPOSITION | table.DETERMINER - table.MAY_END:
            return None
        nobody = self._low(first) in ("which", "whom", "that", "what") or _NOBODYS.match(self._name(source))
        if nobody:
            return None
        beyond = self._over_name(first, close, end)
        return (Source(first, beyond, close), beyond) if beyond > close else (source, close)

    def _over_name(self, first: int, close: int, end: int) -> int:
        """Past the name in “the mayor, *Anna Kell*,”; `close` is the comma, and the answer where no name stands there."""
        if self._low(close) != "," or self._low(first) not in table.BEFORE_ROLE or not self._has_role(first, close):
            return close
        beyond = close + 1
        while beyond < end and self.tokens[beyond].is_capital:
            beyond += 1
        closed = beyond == end or self._kind(beyond) == "mark" or self._low(beyond) in table.CONJUNCTION
        return beyond if closed and 1 < beyond - close - 1 <= LONGEST_PERSON else close

    def _has_role(self, start: int, end: int) -> bool:
        return any(self._low(k) in table.PERSON for k in range(start, end))

    def _may_be_cited(self, first: int, end: int) -> bool:
        """Whether these words are of somebody, or of papers; “citing weak demand” gives a reason."""
        head = next((k for k in range(first + 1, end) if self._low(k) in table.PREPOSITION | table.NO_NAME), end) - 1
        low = self._low(head)
        return self._may_be_somebody(head) or low in table.ACCOUNT_NOUN | table.PRONOUN or self.tokens[head].is_capital

    def _may_be_somebody(self, at: int) -> bool:
        """Whether a word is for those who speak, or for papers."""
        low = self._low(at)
        agent = low.endswith(table.AGENT) and low not in table.NO_AGENT
        return agent or low in table.SPEAKERS or low.removesuffix("s") in table.SPEAKERS

    def _phrase_end(self, at: int, end: int) -> int:
        for k in range(at, end):
            token = self.tokens[k]
            if token.kind == "quote" or (token.kind == "mark" and token.text in ",.;:!?—–"):
                return k
            if k > at and token.lower in table.ENDS_PHRASE and not (
                self._is_adverb(k - 1) or self._low(k - 1) in table.DETERMINER  # “according to newly released letters”
            ):  # fmt: skip
                return k
            if k > at + 1 and self.digest and token.lower in ("the", "this") and self._low(k + 1) in table.WRITER_NOUN:
                return k  # “on the word of X the article reports”
        return end

    def _by_account(self, at: int, end: int) -> Phrase | None:
        """“by X’s account”, “in X’s words”, “in the words of X”, “on the word of X”, “by its account”."""
        first = at + 1
        for k in range(first, min(end, at + LONGEST_ACCOUNT)):
            if self._kind(k) == "mark":
                return None
            if k == first or self._low(k) not in table.OF_ACCOUNTS[self._low(at)]:
                continue
            if not self.digest and self._low(k) not in table.BY_NOUN | table.IN_NOUN | {"word"}:
                return None
            if self._low(first) in table.POSSESSIVE and k <= at + 3:
                return Source(first, first + 1, first + 1), k + 1
            if k == at + 2 and self._low(k + 1) in ("of", "by"):
                return self._up_to_its_end(k + 2, end)
            if self._low(at) == "in" and self._low(k) == "report":
                return None  # “in the report” is a place; “in the report of X” is not
            if any(self._low(j) in table.AUXILIARY or self._low(j).endswith("ed") for j in range(first, k)):
                return None
            owner = next((j for j in range(first, k) if self._low(j).endswith(("'s", "s'"))), None)
            if owner is not None:
                return Source(first, owner + 1, owner + 1), k + 1
            if self.digest and (self._low(at) == "by" or self.tokens[k - 1].is_capital):
                close = k + 1 if self._low(k - 1) in table.DETERMINER else k
                first += close == k == first + 2 and self._low(first) == "the"  # “by the Reuters report”
                return Source(first, close, close), k + 1
        return None

    def _as_told(self, at: int, end: int) -> Phrase | None:
        """“as X puts it”, “as X reports them”."""
        for k in range(at + 2, min(end, at + 9)):
            if self._kind(k) in ("mark", "quote"):
                return None
            if self._low(k) in table.AS_TOLD and self._low(at + 1) not in table.NOBODY:
                close = k + 1
                while close < end and self._low(close) in ("it", "them", "him", "her", "this", "these"):
                    close += 1
                if close < end and (
                    self._low(close) in table.AUXILIARY | {"to"}
                    or (self._low(k) == "has" and self._kind(close) == "word")
                ):
                    return None
                return Source(at + 1, k, k), close
        return None
