"""An English sentence as tokens, with what can be said of each: whether it is a verb of saying, what stands before it."""

import re
from collections.abc import Callable, Container, Sequence

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.reports import Source
from reading_room.comparing.sentences.reporting.tokens import Token, tokens
from reading_room.model.results import Span

DASHES = ("—", "–")
_WORD = re.compile(r"[\w’'-]+")
_VERB_LOOKED_FOR = 200
"""Code points of a quotation in which its first words are looked for."""


class Clause:
    """The tokens of a sentence. `is_writer` tells whether a source is the account itself; `digest`, that another tells of it.

    Methods take the numbers of tokens: `at` of one, `start` and `end` (exclusive) of those to keep within.
    """

    def __init__(
        self, text: str, within: Span, quotes: Sequence[Span], is_writer: Callable[[str], bool], digest: bool
    ) -> None:
        self.text = text
        self.tokens = tokens(text, within, quotes)
        self.lows = [token.lower for token in self.tokens]
        self.last = len(self.lows)
        self.is_writer = is_writer
        self.digest = digest

    def _low(self, at: int) -> str:
        """A token without capitals; empty beyond the ends of the sentence."""
        return self.lows[at] if 0 <= at < self.last else ""

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < self.last else ""

    def _is_in_relative(self, at: int, start: int) -> bool:
        """Whether the verb has “who”, “which” or “that” for its subject."""
        before = self._skip_back(at, start) - 1
        return before > start and self._low(before) in ("who", "which", "that")

    def _first(self, wanted: Container[str], start: int, end: int) -> int | None:
        """The first token that is one of these."""
        lows = self.lows
        return next((k for k in range(max(start, 0), min(end, self.last)) if lows[k] in wanted), None)

    def _quote(self, start: int, end: int) -> int | None:
        """The first quotation."""
        return next((k for k in range(start, end) if self.tokens[k].kind == "quote"), None)

    def _is_adverb(self, at: int) -> bool:
        low = self._low(at)
        return low in table.ADVERB or (low.endswith("ly") and self.tokens[at].text.islower())

    def _is_say(self, at: int, start: int) -> bool:
        """Whether it is a verb of saying."""
        token = self.tokens[at]
        if token.kind == "quote":
            return bool(quoted_verb(token))
        return token.kind == "word" and token.text.islower() and token.lower in table.SAY and self._is_verb(at, start)

    def _reports(self, at: int) -> bool:
        return self.tokens[at].kind == "word" and self._is_say(at, max(0, at - 4))

    def _tells(self, at: int) -> bool:
        """Whether it is a verb of saying, or another that a relative clause or an insertion has."""
        return self._reports(at) or (self.tokens[at].kind == "word" and self._low(at) in table.OF_INSERTS)

    def _is_verb(self, at: int, start: int) -> bool:
        """Whether a form that may be a noun or an adjective is a verb here."""
        before = self._low(at - 1) if at > start else ""
        if before in table.DETERMINER - table.BEFORE_VERB or before == "to":
            return False
        if before.endswith("'s") and self.tokens[at - 1].text.islower():
            return False  # “last year’s estimated average”
        if before in table.NUMERALS or before[:1].isdigit():
            return self._low(at) not in table.AMBIGUOUS  # “nine states have”
        return self._low(at) not in table.AMBIGUOUS or self._is_no_noun(at, start)

    def _is_no_noun(self, at: int, start: int) -> bool:
        if at <= start:
            return False
        token, before = self.tokens[at], self.tokens[at - 1]
        head = before.lower
        if head.endswith(("'s", "s'")):
            return False
        if before.kind == "aside" and token.lower.endswith("s"):
            return True
        if not token.lower.endswith(("s", "ed")) or token.lower == "stress":
            verb = self._skip_back(at, start)
            subject = self._low(max(verb - 1, start))
            many = subject.endswith("s") and subject not in table.NO_PLURAL and "'" not in subject
            if self.tokens[max(verb - 1, start)].is_capital and self._low(verb - 2) in table.DETERMINER:
                many = False  # “the Reuters report”
            if not many and subject not in table.WITH_PLURAL and self._first(table.AUXILIARY, verb, at) is None:
                return False
        if before.kind == "word" and (
            head in table.PREPOSITION or head in table.CONJUNCTION - {"who", "which", "that"}
        ):
            return False
        if before.kind == "mark":
            return before.text == "," and at + 1 < len(self.tokens)
        known = (
            before.is_capital or before.kind in ("aside", "quote") or self._is_adverb(at - 1) or head in table.HEADS
            or self.is_writer(before.text) or (head.endswith("s") and not token.lower.endswith("s"))
        )  # fmt: skip
        after = self._low(at + 1)
        return known and (self.digest or not (after in ("of", "by") or after.endswith(("ed", "ing"))))

    def _skip_back(self, at: int, start: int) -> int:
        """The first of the auxiliaries and adverbs that stand before a verb."""
        while at > start and self._kind(at - 1) == "word" and self.tokens[at - 1].text.islower() and (
            self._is_adverb(at - 1) or self._low(at - 1) in table.BETWEEN or self._low(at - 1).endswith("n't")
            or (self._low(at - 1) in table.MAY_END and self._low(at - 2) in table.HAVE)
        ):  # fmt: skip
            at -= 1
        return at

    def _fronted(self, start: int, end: int) -> bool:
        """Whether what stands before the source is only when, where or of what it is said."""
        if end <= start:
            return True
        if "quote" in (self._kind(end - 1), self._kind(max(start, end - 2))):
            return False
        return end - start <= 3 or self._low(start) in table.FRONTED or self._is_adverb(start)

    def _owns(self, at: int) -> bool:
        low = self._low(at)
        return low in table.POSSESSIVE or (low.endswith(("'s", "s'")) and len(low) > 2 and low != "it's")

    def _trimmed(self, start: int, end: int) -> Span:
        """From a token to another, without the marks at the ends."""
        while start < end and self.tokens[start].kind == "mark" and self._low(start) not in table.CURRENCY:
            start += 1
        while end > start and self.tokens[end - 1].kind == "mark" and self._low(end - 1) not in table.AFTER_FIGURE:
            end -= 1
        if start >= end:
            at = self.tokens[min(start, len(self.tokens) - 1)].start
            return Span(at, at)
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def _name(self, source: Source) -> str:
        return self.text[self.tokens[source.first].start : self.tokens[source.name_end - 1].end]


def quoted_verb(token: Token) -> int:
    """How many words a quotation has that begins with a verb of saying; 0 for others."""
    inner = [word.lower() for word in _WORD.findall(token.text[:_VERB_LOOKED_FOR])]
    if inner[:1] in (["also"], ["has"]):
        inner = inner[1:]
    return len(inner) if inner and inner[0] in table.IN_QUOTES else 0
