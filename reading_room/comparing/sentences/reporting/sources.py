"""Finds the source beside a verb: its subject before or after it, over what may stand between."""

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import DASHES
from reading_room.comparing.sentences.reporting.phrases import LONGEST_PERSON, Phrases
from reading_room.comparing.sentences.reporting.reports import Source

MOST_INSERTED = 6
"""Insertions and appositions between a source and its verb."""
LONGEST_AFTER = 16
"""Tokens of a source, or of its apposition, after “said”."""
LONGEST_SHORTENED = 5
"""Letters of a word with a capital that a full stop may shorten: “Corp.”"""
LONGEST_QUOTED_NAME = 40
"""Code points of a quotation that may be part of a name: “the “pro-regime” newspaper”."""


class Sources(Phrases):
    """A sentence and the sources in it."""

    def _before(self, at: int, start: int) -> Source | None:
        """The subject that ends before a verb, over auxiliaries, insertions and appositions."""
        end = self._over_day(self._skip_back(at, start), start)
        tail, over = end, False
        for _ in range(MOST_INSERTED):
            if end <= start:
                return None
            if self._low(end - 1) not in (",", *DASHES):
                break
            furthest = max(start, end - 2 - 2 * table.LONGEST_SOURCE)
            opening = next((k for k in range(end - 2, furthest - 1, -1) if self._low(k) in (",", *DASHES)), start)
            if opening <= start or self._is_clause(opening + 1, end - 1):
                return None
            end, over = opening, True
            if self._low(opening + 1) in table.INSERTS or any(self._tells(k) for k in range(opening + 1, tail)):
                tail = end
        if over:
            whole, end = end, self._over_clause(end, tail, start)
            tail = tail if end == whole else end
        if self._low(end - 1) in ("and", "but") and end - 1 > start:
            return self._leading(start, end - 1)
        relative = self._low(end - 1) in ("who", "which", "that") and end - 1 > start
        if relative:
            end = tail = self._antecedent(end - 1, start)
        named = self._named(end - 1, start, of_relative=relative)
        if named is None or self._low(named.first) in ("according", "such"):
            return None
        if self._low(named.first - 1) in table.CONDITION:
            return None  # “if he said so”
        apposed_to = self._apposed_to(named.first, start) if over else None
        if apposed_to is not None:
            first, end_of_name = apposed_to
            close = tail - 1 if self._low(tail - 1) == "," else tail
            return Source(first, close if close - first <= table.LONGEST_SOURCE else end_of_name, end_of_name)
        at_the_end = over and self._is_role_and_name(named, tail) and self._ends_saying(at)
        if named.first > start and not at_the_end and not self._may_begin(named.first, start, over):
            return None
        if self._low(tail - 1) in (",", *DASHES):
            tail -= 1
        apposed = tail > end and tail - named.first <= table.LONGEST_SOURCE
        close = max(tail, named.end) if apposed else named.end
        return Source(named.first, close, named.end)

    def _opening(self, at: int, start: int) -> Source | None:
        """The words at the head of a sentence up to “, a maker of …, whose owners are …, said”."""
        comma = self._first((",",), start + 1, start + LONGEST_AFTER)
        if comma is None or comma + 1 >= at or self._low(at - 1) != ",":
            return None
        if self._low(comma + 1) not in ("a", "an", "the", "whose", "who", "which"):
            return None
        inserted = range(comma, at)
        if any(self._kind(k) == "quote" or self._tells(k) for k in inserted):
            return None
        return (
            Source(start, comma, comma) if self._may_speak(start, comma) and not self._acts_in(start, comma) else None
        )

    def _acts_in(self, start: int, end: int) -> bool:
        return any(self._acts(k) for k in range(start, end))

    def _is_somebody(self, source: Source) -> bool:
        """Whether it is one word with a capital, or has somebody in it behind its first word, which may have one for its place."""
        alone = source.name_end - source.first == 1 and self.tokens[source.first].is_capital
        return alone or self._has_somebody(source.first + 1, source.name_end)

    def _is_role_and_name(self, named: Source, tail: int) -> bool:
        """Whether they are “, *the mayor, Anna Kell*,” or “, *Anna Kell, the mayor*,” with nothing else between the commas."""
        close = tail - 1 if self._low(tail - 1) == "," else tail
        if (
            self._low(named.first - 1) != ","
            or self._low(named.end) != ","
            or self._first((",",), named.end + 1, close)
        ):
            return False
        both = ((named.first, named.end), (named.end + 1, close))
        return any(
            self._is_name(*one) and self._low(other[0]) in table.BEFORE_ROLE and self._has_role(*other)
            for one, other in (both, both[::-1])
        )

    def _is_name(self, start: int, end: int) -> bool:
        return 0 < end - start <= LONGEST_PERSON and all(token.is_capital for token in self.tokens[start:end])

    def _ends_saying(self, at: int) -> bool:
        """Whether a verb of saying ends its clause, but for the day and the place: what is said stands before it."""
        if self._low(at) == "told":
            close = self._first((".", ","), at + 1, min(at + LONGEST_PERSON, len(self.tokens)))
            return close is not None
        after = self._low(at + 1)
        return after in ("", ".", ",", "on", "in", "at", "late", "early") or after in table.DAY

    def _is_clause(self, start: int, end: int) -> bool:
        """Whether what stands between commas has a verb of its own, as in “Ann, Ben, and Tom were there, said Lee”."""
        if self._low(start) not in ("and", "or", "but"):
            return False
        verb = self._first(table.AUXILIARY, start, end)
        return verb is not None and self._first(table.RELATIVE, start, verb) is None

    def _apposed_to(self, first: int, start: int) -> tuple[int, int] | None:
        """Where the name stands that is told more of here: “Ann Lee, *head of works in Bath*, Kent, said”."""
        tells_more = self._low(first) in ("a", "an", "former") or (
            self.tokens[first].text.islower() and self._low(first) not in table.DETERMINER
        )
        if not tells_more or first <= start + 1 or self._low(first - 1) != ",":
            return None
        close = first - 1
        for k in range(first - 2, start - 2, -1):
            is_edge = k < start or self._kind(k) == "quote" or self._low(k) == ","
            if (
                is_edge
                and close - k > 2
                and self._low(k + 1) not in table.FRONTED
                and all(self.tokens[j].is_capital or self._kind(j) == "aside" for j in range(k + 1, close))
            ):
                return k + 1, close
            if is_edge:
                close = k
            elif self._acts(k) or self._low(k) in table.NO_NAME:
                return None
        return None

    def _over_clause(self, end: int, tail: int, start: int) -> int:
        """Before “, which makes buses, cars and engines”, where its end was taken for an insertion."""
        for k in range(end - 1, max(start, end - LONGEST_AFTER), -1):
            if self._kind(k) == "quote" or self._tells(k):
                return end
            if self._low(k) == "," and self._low(k + 1) in ("who", "which", "whose", "whom"):
                return end if any(self._acts(j) for j in range(end, tail)) else k
        return end

    def _over_day(self, end: int, start: int) -> int:
        """Before the day in “S on Monday said”."""
        before = end
        while end - 2 > start and self._low(end - 1) in table.TIME and self._low(end - 2) in table.BEFORE_TIME:
            end -= 2
        while end - 2 > start and self._low(end - 1) in table.DAY and self._low(end - 2) in table.BEFORE_DAY:
            end -= 2
        if end - 1 > start and self._low(end - 1) in table.DAY and self._kind(end - 2) == "word":
            end -= 1
        return end if end == before else self._skip_back(end, start)

    def _antecedent(self, end: int, start: int) -> int:
        """Where the name of “S, a friend, who” ends; `end` is “who”."""
        while end > start and self._low(end - 1) == ",":
            end -= 1
        opening = next((k for k in range(end - 1, max(start, end - 10) - 1, -1) if self._low(k) == ","), start)
        return opening if opening > start and self._low(opening + 1) in ("a", "an", "the") else end

    def _may_begin(self, first: int, start: int, over: bool) -> bool:
        """Whether a source may begin here, not in the midst of something."""
        before = self.tokens[first - 1]
        if before.text in "$€£#%":
            return False
        if not over:
            return True
        if before.text == ",":
            return self._fronted(start, first) or not any(
                self._acts(k) or self.tokens[k].kind == "quote" or self._low(k) in table.NO_NAME
                for k in range(start, first)
            )  # “One of them, Ann Lee, a doctor, said”
        in_clause = before.kind == "word" and before.lower not in table.CONJUNCTION
        return not in_clause or self._low(start) in table.PREPOSITION

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
        if first >= start and self._low(first) == "whose":
            return None
        first += 1
        if last > first and self._low(last) in table.PRONOUN:
            first = last  # “the reason it gives”
        first = self._after_time(first, last)
        end = self._over_day(last + 1, first)
        first = self._after_preposition(self._after_and(first, end), end)
        first = self._after_heading(first, end)
        while first < end and (self.tokens[first].kind == "mark" or self._low(first) in table.BEFORE_NAME):
            first += 1
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
        return says and (low == "said" or (low not in table.OF_NOUNS and self._is_verb(at, start)))

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
        if token.kind == "mark" or low in table.PREPOSITION:
            return False
        last = self._low(end - 1)
        if (
            self.tokens[end - 1].text in table.NO_HEAD
            or last in (table.PREPOSITION | table.CONJUNCTION | table.DETERMINER) - table.MAY_END
        ):
            return end - first == 1 and last in table.MAY_SUBJECT
        if low in table.CONDITION | table.ENDS_FIRM or self._acts_on(first, end):
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
        if low in table.NOBODY or low in table.BEGINS_PHRASE or low in table.CONJUNCTION or low in table.DAY:
            return False
        if low in table.DETERMINER:
            return low in table.MAY_SUBJECT
        return not token.text.islower() or low.endswith("s") or low in table.ALONE

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
