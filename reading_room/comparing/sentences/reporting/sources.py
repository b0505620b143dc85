"""Finds the source beside a verb: its subject before or after it, over what may stand between."""

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import DASHES
from reading_room.comparing.sentences.reporting.phrases import LONGEST_PERSON
from reading_room.comparing.sentences.reporting.reports import Source
from reading_room.comparing.sentences.reporting.subjects import LONGEST_AFTER, Subjects

MOST_INSERTED = 6
"""Insertions and appositions between a source and its verb."""


class Sources(Subjects):
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
        if not over and not relative and (told := self._told_of(end, start)) is not None:
            return told
        named = self._named(end - 1, start, of_relative=relative)
        if named is None or self._low(named.first) in ("according", "such"):
            return None
        if self._low(named.first - 1) in table.CONDITION:
            return None  # “if he said so”
        alone = named.end - named.first == 1 and self.tokens[named.first].text.islower()
        is_noun = self._may_be_somebody(named.first) or self._low(named.first) in table.ALONE
        if alone and not is_noun and self._low(named.first - 1) in ("which", "who"):
            return None  # “which *credits* state television”
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
        apposed = (
            apposed and self._low(named.end + 1) not in table.BREAKS | table.NOT
        )  # “the ministry, *however*, said”
        close = max(tail, named.end) if apposed else named.end
        return Source(self._whole_list(named, start), close, named.end)

    def _told_of(self, end: int, start: int) -> Source | None:
        """Who is told of in “rebels *who hold the hill* said”, where the clause has no comma; `end` is its end."""
        for who in range(end - 2, max(start, end - table.LONGEST_SOURCE), -1):
            if self._kind(who) not in ("word", "aside"):
                return None
            after_noun = self._low(who) == "that" and not self._tells(who - 1) and self._kind(who - 1) == "word"
            of_thing = after_noun and self._low(who + 1) in table.DETERMINER
            does = after_noun and self._acts(who + 1)
            if self._low(who) in ("who", "whose") or of_thing or does:
                last = end - 1 - (self._kind(end - 1) == "aside")
                holds = (
                    of_thing and last > who + 2 and self._low(last).endswith("s") and self.tokens[last].text.islower()
                )
                holds = holds and not self._may_be_somebody(last)
                has_verb = holds or any(
                    self._acts(k) or self._low(k) in table.SAY | table.THINK
                    for k in (range(last, end) if of_thing else range(who + 1, end))
                )
                if has_verb and self._low(who - 1) == "those":
                    return Source(who - 1, end, end)  # “those who fled say”
                named = self._named(who - 1, start) if has_verb else None
                free = named is not None and (named.first == start or self._may_begin(named.first, start, over=False))
                return named if free else None
        return None

    def _whole_list(self, named: Source, start: int) -> int:
        """Where a list begins that a source ends: “*Russia, Iran* and Turkey said”."""
        at = named.first - (self._low(named.first - 1) == "and")
        joined = at < named.first or self._first(("and",), named.first, named.end) is not None
        if not joined or at - 1 <= start or self._low(at - 1) != ",":
            return named.first
        items = range(start, at - 1)
        opens = self._low(start) in table.FRONTED | table.BEGINS_PHRASE | table.ADVERB
        return named.first if opens or not all(self._in_list(k) for k in items) else start

    def _in_list(self, at: int) -> bool:
        """Whether a token may be of those who say something together."""
        token, low = self.tokens[at], self._low(at)
        if low in (",", "of", "for") or low in table.DETERMINER or low in table.PERSON | table.ORGANISATION:
            return True
        of_time = low in table.TIME or low.removesuffix("s") in table.TIME | {"day", "hour", "minute"}
        return token.kind == "word" and not of_time and (token.is_capital or (low.endswith("s") and not self._acts(at)))

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
