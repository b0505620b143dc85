"""Finds where what is said begins after a verb of saying, over whom it is said to, when and where."""

from typing import Literal

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import DASHES
from reading_room.comparing.sentences.reporting.sources import Sources

Opening = Literal["that", "colon", "quote", "comma", "zero", "paren", "none"]
"""By what it is told that words are said: “that”, a colon, a quotation, one after a comma, nothing at all (“he said it rained”); or
`paren`, that the sentence goes on after a comma, so that the words may be around the verb; or `none`, that nothing follows."""
LONGEST_INSERTION = 18
"""Tokens of what stands between commas after a verb."""
LONGEST_ADDRESS = 14
"""Tokens of who is spoken to, up to what is said."""


_OPENS = (table.DETERMINER | table.PRONOUN) - {"that"}
"""What a clause may begin with that follows without “that”."""


class Contents(Sources):
    """A sentence and what is said in it."""

    def _content_after(self, at: int, end: int) -> tuple[int, Opening]:
        """The token with which it begins what is said after a verb, and by what that is told."""
        if self._low(at + 1) == "of" and self._low(at).startswith(table.OF_SPEECH):
            return at + 2, "zero"
        addressed = self._low(at) in table.ADDRESSED
        k = self._addressee(at + 1, end) if addressed else at + 1
        while k < end:
            token, low = self.tokens[k], self._low(k)
            if token.kind == "quote":
                is_addressee = addressed and k == at + 1 and k + 2 >= end  # “he told “60 Minutes.””
                return k, "none" if is_addressee else "quote"
            if low in ("that", ":"):
                return k + 1, "that" if low == "that" else "colon"
            if low == ",":
                beyond = self._over_insertion(k, at, end)
                if beyond is None:
                    return k + 1, self._after_comma(k, end)
                k = beyond
            elif low == "out" and self._low(at).startswith("point"):
                k += 1
            elif low in table.CURRENCY:
                return k, "zero"
            elif token.kind == "mark":
                dash = low in (*DASHES, "--") and k + 1 < end
                return (k + 1, "paren") if dash else (k, "none")
            elif low in table.BEFORE_TIME and self._low(k + 1) in table.TIME:
                k += 2
            elif (
                self._is_adverb(k)
                or (low in ("late", "early") and self._low(k + 1) == "on")
                or low in table.DAY
                or (token.kind == "aside" and k > at + 1)
            ):
                k += 1
            elif (phrase := self._phrase(k, k, end)) is not None and low in table.PREPOSITION | {"according"}:
                k = phrase[1]
            elif low in table.PREPOSITION:
                over = self._over_phrase(k, end)
                if over is None:
                    clause = self._low(at) in table.OFTEN_LAST and self._has_clause(k, end)
                    clause = clause or (self.digest and low in ("of", "on", "for"))
                    return k, "zero" if clause else "none"
                k = over
            else:
                return k, "zero"
        return end, "none"

    def _after_comma(self, at: int, end: int) -> Opening:
        if at + 1 < end and self._kind(at + 1) == "quote":
            return "comma"
        return "none" if self._low(at + 1) in table.GERUNDS else "paren"

    def _over_insertion(self, at: int, verb: int, end: int) -> int | None:
        """Past “, by the Kremlin’s report,” or “, AFP reports,” where what is said follows."""
        if self._kind(at + 1) == "quote":
            return None
        close = self._first((",", ":"), at + 1, min(end, at + LONGEST_INSERTION))
        if close is None:
            return None
        first = self._low(at + 1)
        reports = any(self._reports(k) for k in range(at + 1, close))
        if first not in table.INSERTS | table.BREAKS and not reports:
            return None
        beyond = close + 1 if self._low(close) == "," else close
        follows = self._low(beyond) in ("that", "of", ":") or self._kind(beyond) == "quote"
        relayed = reports and first not in ("who", "which") and at - verb > 1
        return beyond if beyond < end and (follows or relayed) else None

    def _has_clause(self, start: int, end: int) -> bool:
        """Whether a subject and its verb follow: “on the one hand the army was …”."""
        verb = self._first(table.AUXILIARY, start + 2, end)
        return verb is not None and not any(self._kind(k) == "mark" for k in range(start, verb)) and (
            self._low(verb - 1) not in table.RELATIVE
        )  # fmt: skip

    def _over_phrase(self, at: int, end: int) -> int | None:
        """Past “on Tuesday”, “in a statement”, “to reporters in Geneva”: None where nothing that could be said follows."""
        if self._low(at + 1) in table.DAY and self._low(at) in ("on", "in"):
            beyond = at + 2
            while beyond < end and (self.tokens[beyond].is_number or self._low(beyond) in table.PART_OF_DAY):
                beyond += 1
            return beyond
        if (placed := self._over_place(at, end)) is not None:
            return placed
        for k in range(at + 1, min(end, at + 16)):
            if self._kind(k) == "quote" or self._low(k) in ("that", ":", ","):
                return k
            if self._kind(k) == "mark" or self._tells(k):
                break
        noun = self._first(table.SPOKEN_IN, at + 2, min(at + 6, end)) if self._low(at) in ("in", "at") else None
        return None if noun is None else noun + 1

    def _over_place(self, at: int, end: int) -> int | None:
        """Past “in a statement” and “in Geneva” where a clause follows without “that”."""
        if self._low(at) not in ("in", "at"):
            return None
        noun = self._first(table.SPOKEN_IN, at + 2, min(at + 6, end))
        close = at + 1 if noun is None else noun + 1
        while noun is None and close < end and self.tokens[close].is_capital:
            close += 1
        follows = self._low(close) in _OPENS
        return close if close > at + 1 and follows and self._acts_in(close, end) else None

    def _addressee(self, at: int, end: int) -> int:
        """Past “Reuters”, “a news conference in Geneva”, “reporters”."""
        close = at + 2 if self._low(at) in table.BRIEF else at + 1
        while close < end and self.tokens[close].is_capital and self.tokens[close - 1].is_capital:
            close += 1
        if self._low(at) in table.DETERMINER - {"her", "that"}:
            audience = self._first(table.SPOKEN_AT, at + 1, min(end, at + 5))
            close = close if audience is None else audience + 1
        after = close + 2
        while after < end and self.tokens[after].is_capital and self.tokens[after - 1].is_capital:
            after += 1
        if self._low(close) in ("by", "in", "at", "from") and self._low(after) in _OPENS and self._acts_in(after, end):
            return after  # “told CNN by phone the tone was new”
        beyond = close + (self._low(close) in ("on", "late", "early"))
        while beyond > close and self._low(beyond) in table.DAY | table.PART_OF_DAY:
            beyond += 1
        if beyond + 1 < end and self._low(beyond) in _OPENS:
            return close  # “told CNN the tone was new”, “told CNN on Monday the tone was new”
        for k in range(at, min(end, at + LONGEST_ADDRESS)):
            if self._kind(k) == "quote" or self._low(k) in ("that", ",", ":", "."):
                return k
        if at >= end:
            return at
        if self._low(at) in table.DETERMINER - {"her"}:
            audience = self._first(table.SPOKEN_AT, at + 1, min(end, at + 5))
            return at + 2 if audience is None else audience + 1
        close = at
        while close < min(end, at + 3) and self.tokens[close].is_capital:
            close += 1
        return max(close, at + 1)
