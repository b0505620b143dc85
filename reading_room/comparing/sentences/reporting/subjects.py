"""Finds the source behind a verb, and at the head of a clause."""

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.names import Names
from reading_room.comparing.sentences.reporting.reports import Source

LONGEST_AFTER = 16
"""Tokens of a source, or of its apposition, after “said”."""


class Subjects(Names):
    """A sentence and the sources that stand behind a verb or open a clause."""

    def _after(self, at: int, end: int) -> Source | None:
        """The subject after an inverted verb, with its apposition."""
        first = at + 1
        while first < end and (self._low(first) in table.ADVERB | table.DAY or self._low(first) == "on"):
            first += 1
        close = first
        while close < end and not self._ends_after(close, first, end):
            low = self._low(close)
            if low in table.AUXILIARY or (low in table.SAY and close > first and low != "report"):
                return None
            close += 1
        if not 0 < close - first <= LONGEST_AFTER or not self._may_speak(first, close):
            return None
        if self._low(first) == "that" or self._verb_within(first, close) is not None:
            return None  # “said that …”, “said this bill included …”
        opening = self.tokens[first]
        if opening.text.islower() and opening.lower not in table.DETERMINER | table.PRONOUN and not any(
            token.is_capital or token.lower in table.ALONE or token.lower.removesuffix("s") in table.ALONE
            for token in self.tokens[first:close]
        ):  # fmt: skip
            return None
        return Source(first, self._with_apposition(close, end), close)

    def _ends_after(self, at: int, first: int, end: int) -> bool:
        token = self.tokens[at]
        if token.kind == "quote":
            return True
        if token.kind == "mark" and token.text not in ("'", "’", "&", "-"):
            initial = token.text == "." and at > first and at + 1 < end and self.tokens[at + 1].is_capital
            return not initial
        return at > first and token.lower in table.ENDS_SOURCE

    def _with_apposition(self, close: int, end: int) -> int:
        if self._low(close) != "," or close + 1 >= end:
            return close
        stop = next(
            (k for k in range(close + 1, end) if self._kind(k) == "quote" or self._low(k) in (".", ";", ":", ",")), end
        )
        inner = [self._low(k) for k in range(close + 1, stop)]
        apposed = 0 < len(inner) <= LONGEST_AFTER and inner[0] not in table.APPOSES_NOT
        return stop if apposed and not any(low in table.AUXILIARY | table.GERUNDS for low in inner) else close

    def _object(self, first: int, end: int) -> Source | None:
        """The source between two tokens, after a verb of quoting."""
        while first < end and (self._low(first) in table.ADVERB or self._kind(first) == "mark"):
            first += 1
        end = self._first(("on", "about", "at", "in"), first + 1, end) or end
        fits = first < end <= first + table.LONGEST_SOURCE
        return Source(first, end, end) if fits and self._may_speak(first, end) else None

    def _leading(self, start: int, end: int) -> Source | None:
        """The subject at the head of a clause, as far as its capitals tell."""
        first = start
        if self._low(first) in table.PREPOSITION | table.CONJUNCTION:
            comma = self._first((",",), first, end)
            if comma is None:
                return None
            first = comma + 1
        elif self._low(first + 1) in table.TIME:
            first += 2  # “Last week Smith …”
        while first < end and (self._low(first) in table.ADVERB or self._low(first) == ","):
            first += 1
        close = self._after_noun(first, end)
        while close < end and (self._in_name(close, first) or self._leads_to_name(close, first, end)):
            close += 1
        while close > first and (
            self._kind(close - 1) == "mark" or self._low(close - 1) in table.PREPOSITION | table.CONJUNCTION
        ):
            close -= 1
        if close == first or (close - first == 1 and self._low(first) in table.DETERMINER | table.NUMERALS):
            return None
        return Source(first, close, close) if self._may_speak(first, close) else None

    def _after_noun(self, first: int, end: int) -> int:
        """Where “the resolution” ends, as far as its verb is told by the ending; `first` where it begins with no article."""
        if self._low(first) not in table.DETERMINER:
            return first
        many = self._low(first) in table.MAY_SUBJECT | {"these", "those", "few", "most", "all"}
        for k in range(first + (1 if many else 2), min(first + 8, end)):
            low = self._low(k)
            apart = low == "," and not (
                k + 1 < end and (self.tokens[k + 1].is_capital or self._low(k + 1) in ("a", "an", "the"))
            )
            after = self.tokens[k + 1] if k + 1 < end else None
            ends_many = many and low.endswith("s") and after is not None and after.text.islower() and (
                after.lower not in table.PREPOSITION | table.CONJUNCTION and not after.lower.endswith("s")
            )  # fmt: skip
            if ends_many:
                return k + 1  # “These words *stand* …”
            if apart or low.endswith("ed") or low in table.AUXILIARY | table.ACTS:
                return k
            if (
                low.endswith("s")
                and not many
                and not (self._low(k + 1).endswith("ed") or self._low(k + 1) in table.AUXILIARY | table.ACTS)
            ):
                return k
        return first

    def _leads_to_name(self, at: int, first: int, end: int) -> bool:
        """Whether a small word stands between names, as in “the Republican *presidential nominee* Ann Lee”."""
        for k in range(at, min(at + 3, end)):
            token, low = self.tokens[k], self._low(k)
            if token.is_capital:
                return k > at > first and (self.tokens[first].is_capital or self._low(first) == "the")
            known = (
                low
                in table.PREPOSITION | table.CONJUNCTION | table.DETERMINER | table.DAY | table.ADVERB | table.GERUNDS
            )
            if token.kind != "word" or known or self._acts(k) or low.endswith(("s", "ly")):
                return False
        return False

    def _in_name(self, at: int, first: int) -> bool:
        token, low = self.tokens[at], self._low(at)
        if token.is_capital or token.kind == "aside" or low in table.ORGANISATION | table.PERSON:
            return True
        return low in table.DETERMINER if at == first else low in ("of", "for", "and", "'s")
