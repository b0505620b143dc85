"""The words that name somebody who speaks, up to a token that ends them."""

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.phrases import LONGEST_PERSON, Phrases
from reading_room.comparing.sentences.reporting.reports import Source

LONGEST_SHORTENED = 5
"""Letters of a word with a capital that a full stop may shorten: “Corp.”"""
LONGEST_QUOTED_NAME = 40
"""Code points of a quotation that may be part of a name: “the “pro-regime” newspaper”."""


class Names(Phrases):
    """A sentence and the names in it."""

    def _acts_in(self, start: int, end: int) -> bool:
        return any(self._acts(k) for k in range(start, end))

    def _is_somebody(self, source: Source) -> bool:
        """Whether it is one word with a capital, or has somebody in it behind its first word, which may have one for its place."""
        alone = source.name_end - source.first == 1 and self.tokens[source.first].is_capital
        return alone or self._has_somebody(source.first + 1, source.name_end)

    def _is_name(self, start: int, end: int) -> bool:
        return 0 < end - start <= LONGEST_PERSON and all(token.is_capital for token in self.tokens[start:end])

    def _over_day(self, end: int, start: int) -> int:
        """Before the day in “S on Monday said”."""
        before = end
        while end - 2 > start and self._low(end - 1) in table.TIME and self._low(end - 2) in table.BEFORE_TIME:
            end -= 2
        while end - 2 > start and self._low(end - 1) in table.DAY and self._low(end - 2) in table.BEFORE_DAY:
            end -= 2
        is_surname = self._low(end - 1) in table.SURNAME and self.tokens[end - 2].is_capital
        if end - 1 > start and self._low(end - 1) in table.DAY and self._kind(end - 2) == "word" and not is_surname:
            end -= 1
        return end if end == before else self._skip_back(end, start)

    def _named(self, last: int, start: int, of_relative: bool = False) -> Source | None:
        """The words that name somebody and end with the token `last`, which may be what “who said” is said of."""
        first = last
        while first >= start and last - first < table.LONGEST_SOURCE and not self._bounds(first, last, start):
            first -= 1
        if (
            first > start
            and self._low(first) in ("who", "which", "whom")
            and self._kind(first - 1) in ("word", "aside")
        ):
            return self._named(first - 1, start)
        if first > start and self._low(first) == "that":
            if any(self._tells(k) for k in range(first + 1, last + 1)):
                return self._named(first - 1, start)  # “sources that SANA calls special”
            built = self._named(first - 1, start) if first + 1 < last and self._acts(first + 1) else None
            if built is not None and not any(self._acts(k) for k in range(built.first, first)):
                return built  # “the firm that built the bridge”
        is_said_to = self._low(first) in ("be", "have") and self._low(first - 1) == "to"
        if is_said_to and first - 3 >= start and self._low(first - 2) in table.SAID_TO:
            return self._named(first - 3, start)  # “men said to be rebels”
        if first >= start and self._low(first) == "whose":
            return None
        first += 1
        if last > first and self._low(last) in table.PRONOUN:
            first = last  # “the reason it gives”
        first = self._after_time(first, last)
        end = self._over_day(last + 1, first)
        first = self._after_preposition(self._after_and(first, end), end)
        first = self._after_heading(first, end)
        is_may = self._low(end - 1) in table.SURNAME and self.tokens[end - 1].is_capital
        while first < end - is_may and (self.tokens[first].kind == "mark" or self._low(first) in table.BEFORE_NAME):
            first += 1
        noun = self._first(table.WORDS_NOUN, first + 1, end - 1)
        if noun == first + 1 and self._low(first) in table.DETERMINER and self._is_name(noun + 1, end):
            first = noun + 1  # “the words *TASS* gives”
        if of_relative and self._low(first + 1) == "by" and self._acts(first):
            first += 2  # “made by *the army*, which said”
        verb = self._verb_within(first, end)
        if verb is not None:
            first = self._after_preposition(verb + 1, end) if of_relative else end
        if of_relative and self._low(end) == "who":
            first = self._of_somebody(first, end)
        return Source(first, end, end) if first < end and self._may_speak(first, end) else None

    def _after_time(self, first: int, last: int) -> int:
        """Leaves out “Last week” and “Earlier this month” before a name or an article."""
        at = first + (self._low(first) in ("earlier", "later"))
        if self._low(at) not in table.BEFORE_TIME:
            return first
        at += 2 if self._low(at + 1) == "past" else 1
        names = at < last and (self.tokens[at + 1].is_capital or self._low(at + 1) in table.DETERMINER)
        return at + 1 if names and self._low(at) in table.TIME else first

    def _of_somebody(self, first: int, end: int) -> int:
        """Where those begin that “who” is said of: “members” of “criticism from members who”."""
        if self._low(first) in table.DETERMINER:
            return first
        preposition = self._first(table.PREPOSITION, first + 1, end - 1)
        if preposition is None or self._has_somebody(first, preposition) or not self._has_somebody(preposition, end):
            return first
        return preposition + 1

    def _after_heading(self, first: int, end: int) -> int:
        """Leaves out what a page without full stops has before a sentence: “JOBS HAVE NOT The Fed”, “‘NO REASON’ The board”."""
        for k in range(end - 2, first, -1):
            if self.tokens[k].text == "The" and not self.tokens[k - 1].text.islower():
                return k
        heads = self._kind(first) == "quote" and first + 1 < end and self.tokens[first].text.isupper()
        return first + 1 if heads else first

    def _verb_within(self, first: int, end: int) -> int | None:
        """The last verb in the past that has an object among these words, which are a clause then and no name."""
        for k in range(end - 2, first - 1, -1):
            token, low, after = self.tokens[k], self._low(k), self._low(k + 1)
            if token.kind != "word" or not token.text.islower():
                continue
            before = self.tokens[k - 1]
            of_name = k > first and before.is_capital and before.lower not in table.DETERMINER
            takes = of_name and after not in table.PREPOSITION  # “Smith annoyed Jones”
            takes = (
                takes
                or after in table.DETERMINER
                or after in table.PRONOUN
                or (k == first and after in table.PREPOSITION)
            )
            if low in table.ACTS - {"made", "led", "held"} or (low.endswith("ed") and takes):
                return k
            if k == first and self._acts_on(k, end):
                return k
        return None

    def _bounds(self, at: int, last: int, start: int) -> bool:
        """Whether the token is before the name that ends with `last`."""
        token, low = self.tokens[at], self._low(at)
        if token.kind == "mark":
            short = at > start and self.tokens[at - 1].is_capital and len(self.tokens[at - 1].text) <= LONGEST_SHORTENED
            full_stop = low == "." and at < last and not short
            if low == "-":
                return self._is_dash(at)
            return full_stop or low not in ("'", "’", ".", "&", "-", "@")
        if token.kind == "quote":
            alone = at == last and (len(token.text) > LONGEST_QUOTED_NAME - 10 or at == start)
            return alone or len(token.text) > LONGEST_QUOTED_NAME or token.text[-2:-1] in (",", ".", "!", "?")
        if token.is_number and ":" in token.text:
            return True  # “0:44 Smith says”
        if token.kind == "aside" or not token.text.islower():
            return False
        if low in table.NO_NAME:
            return True
        if self.digest and at < last and low in ("cites", "quotes", "cited", "quoted"):
            return True
        says = low in table.SAY and at < last
        if says and at > start and self._low(at - 1) == "to":
            return True
        return says and (
            (low == "said" and self._low(at + 1) != "to") or (low not in table.OF_NOUNS and self._is_verb(at, start))
        )

    def _acts_on(self, first: int, end: int) -> bool:
        """Whether a word in -ing begins a clause (“denying the charges”) and no name (“banking sources”)."""
        token = self.tokens[first]
        if not token.text.islower() or not token.lower.endswith("ing") or token.lower in table.ADJECTIVE_ING:
            return False
        after = self._low(first + 1)
        has_object = after in table.DETERMINER | table.PREPOSITION | table.PRONOUN
        return has_object or not any(self._may_be_somebody(k) for k in range(first + 1, end))

    def _is_dash(self, at: int) -> bool:
        """Whether a hyphen stands between spaces: “May 24 - Ireland reveals …”."""
        return at > 0 and at + 1 < len(self.tokens) and (
            self.tokens[at - 1].end < self.tokens[at].start and self.tokens[at].end < self.tokens[at + 1].start
        )  # fmt: skip

    def _after_and(self, first: int, end: int) -> int:
        """Leaves out a clause that “and” joins to the source."""
        for k in range(end - 2, first, -1):
            if self._low(k) in ("and", "or") and (
                any(self._acts(j) for j in range(first, k))
                or (not self._has_somebody(first, k) and self._has_somebody(k + 1, end))
            ):
                return k + 1
        return first

    def _has_somebody(self, start: int, end: int) -> bool:
        return any(
            self.tokens[k].is_capital or self._may_be_somebody(k) or self._low(k) in table.PRONOUN
            for k in range(start, end)
        )

    def _acts(self, at: int) -> bool:
        low = self._low(at)
        is_verb = low in table.SAY or low in table.AUXILIARY or low.endswith("ed") or low in table.ACTS
        return is_verb and self.tokens[at].kind == "word" and self.tokens[at].text.islower()

    def _after_preposition(self, first: int, end: int) -> int:
        """Leaves out “On Monday” and its like before the source."""
        if self._low(first) not in table.PREPOSITION - {"like"}:
            return first
        best = first
        for k in range(end - 1, first, -1):
            low = self._low(k)
            if low in table.DETERMINER or low in table.PRONOUN:
                later = (j for j in range(end - 1, k + 1, -1) if self._begins_name(j))
                return next(later, k)
            if low in table.DAY:
                return k + 1
            if low in table.PREPOSITION and low != "of":
                break
            best = k
        if end - best >= 2 and all(token.is_capital for token in self.tokens[best:end]):
            best += 1  # “at Palmyra Parzinger says”
        return next((k for k in range(best, end) if self.tokens[k].is_capital), end)

    def _begins_name(self, at: int) -> bool:
        """As in “in its opening Press TV writes”."""
        before = self.tokens[at - 1]
        return self.tokens[at].is_capital and before.text.islower() and before.lower not in ("of", "for", "and")

    def _may_speak(self, first: int, end: int) -> bool:
        """Whether these words may be of somebody who speaks."""
        token, low = self.tokens[first], self._low(first)
        low = "" if token.text == "US" else low  # and not “us”
        if token.kind == "mark" or low in table.PREPOSITION:
            return False
        last = self._low(end - 1)
        if (
            self.tokens[end - 1].text in table.NO_HEAD
            or last in (table.PREPOSITION | table.CONJUNCTION | table.DETERMINER) - table.MAY_END
        ):
            return end - first == 1 and last in table.MAY_SUBJECT
        if low in table.CONDITION | table.ENDS_FIRM | table.ASKS or self._acts_on(first, end):
            return False
        if end - first > 1:
            if low in table.PRONOUN and self._low(first + 1) not in table.MAY_END | {"and", "who"}:
                return False  # “They help”
            known = not token.text.islower() or low in table.DETERMINER | table.PRONOUN or token.is_number
            many = any(self._low(k).endswith("s") for k in range(first, end))
            if not known and not many and not self._has_somebody(first, end):
                return False
            names_nobody = low in table.NOBODY - {"that", "this", "those", "these", "one"}
            return not names_nobody and any(one.kind == "word" for one in self.tokens[first:end])
        if token.kind != "word" or token.is_number or (low.endswith("ing") and token.text.islower()):
            return False
        of_day = low in table.DAY and (low not in table.SURNAME or token.text.islower())
        if low in table.NOBODY or low in table.BEGINS_PHRASE or low in table.CONJUNCTION or of_day:
            return False
        if low in table.DETERMINER:
            return low in table.MAY_SUBJECT
        return not token.text.islower() or low.endswith("s") or low in table.ALONE
