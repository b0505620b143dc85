"""Finds who is credited with what by verbs: “S says that C”, ““C”, said S”, “the survey found that C”."""

import re
from dataclasses import replace

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import DASHES, quoted_verb
from reading_room.comparing.sentences.reporting.made import Made
from reading_room.comparing.sentences.reporting.reports import Report, Source
from reading_room.model.results import Span

LONGEST_TAG = 12
"""Tokens of a sentence that only says who asked or said what was quoted before."""
_LONGER_IN_QUOTES = re.compile(r"\W*(?:also )?(?:accuse|blame|praise|allege|stress|claim|echoe)", re.IGNORECASE)


class Verbs(Made):
    """A sentence and what its verbs of saying report."""

    def _says(self, at: int, start: int, end: int) -> bool:
        """Whether this is a verb that gives somebody’s words, and not in the passive or denied."""
        low, after = self._low(at), self._low(at + 1)
        known = low in table.SAY or low in table.THINK or (self.digest and low in table.DIGEST)
        if not known or not self._is_verb(at, start):
            return False
        before = [self._low(k) for k in range(self._skip_back(at, start), at)]
        if any(one.removesuffix("n't") in table.BE for one in before):
            return False  # “is reported”, “was told”: nobody is named who says it
        if self._first(("or", "nor"), at - 1, at + 2) is not None and (
            self._first(("not", "neither"), max(start, at - 5), at) is not None
        ):
            return False  # “did not confirm or deny that”
        if self._is_denied(at, start) and (low in table.SAY | table.DENY or after in table.RELATIVE - {"that"}):
            return False  # “they have not claimed …”, “it does not say who”
        if low.startswith("welcom") and self._first(table.GUESTS, at + 1, min(end, at + 5)) is not None:
            return False  # “they welcomed a baby boy”
        if low.startswith(("tell", "told")) and self._first(table.TALES, at + 1, min(end, at + 4)) is not None:
            return False  # “the crash told the story of the decade”
        if after == "nothing" and not self._acts_in(at + 2, min(end, at + 4)):
            return False  # “the minister said nothing”
        if low == "said" and after == "to" and self._low(at + 2) in ("be", "have"):
            return False  # “men said to be rebels”
        if after == "by" and low.endswith("ed"):
            return False
        if low in ("believed", "thought", "feared", "presumed") and after in ("to", "dead", "missing", "lost"):
            return False  # “ten people feared dead”
        if low.startswith("call") and not self.digest:  # else “a firm called …”
            return after in ("for", "on") or self._quote(at, min(end, at + 12)) is not None
        return True

    def _is_denied(self, at: int, start: int) -> bool:
        """Whether the verb has “not”, “never” or their like before it."""
        return any(
            (self._low(k) in table.NOT or self._low(k).endswith("n't")) and self._low(k + 1) not in table.NOT_ALONE
            for k in range(self._skip_back(at, start), at)
        )

    def _is_told_of(self, source: Source, start: int) -> bool:
        """“The rebels, *who the army* says fled,”: what it says is of somebody else, in a clause with an end."""
        before = source.first - 1
        of_thing = self._low(before) == "that" and not self._tells(before - 1) and self._kind(before - 1) == "word"
        return before > start and (self._low(before) in {"who", "whom", "which"} | table.CONCEDES or of_thing)

    def _end_of_relative(self, at: int, end: int) -> int:
        """Where “who said C” ends, before the verb of the clause around it: “who said the road was open, *was dismissed*”."""
        acts = False
        for k in range(at + 1, end):
            verb = self._acts(k) or (self._kind(k) == "word" and self._is_say(k, at))
            if verb and self._low(self._skip_back(k, at) - 1) == ",":
                return self._skip_back(k, at) - 1
            if verb and acts and self._is_next_verb(k, at):
                return self._skip_back(k, at)
            acts = acts or verb
            if acts and self._low(k) == "," and self._low(k + 1) in table.ADVERB:
                return k
        return end

    def _is_next_verb(self, at: int, start: int) -> bool:
        """Whether a verb is of another clause than the verb before it: “the bridge was safe *died*”, not “was told”."""
        first = self._skip_back(at, start)
        if any(self._acts(k) for k in range(first, at)):
            return False
        before = self._low(first - 1)
        last = next((k for k in range(first - 1, start, -1) if self._acts(k)), start)
        joined = any(
            self._low(k) in table.CONJUNCTION | {","} or self._low(k) in table.PRONOUN or self._kind(k) != "word"
            for k in range(last + 1, first)
        )
        return not joined and before not in table.DETERMINER and self._low(at + 1) != "by"

    def _is_of_nobody(self, source: Source, start: int) -> bool:
        """Whether nobody is who says it: “No group has claimed”, “neither A nor B said”, “nor did the army say”."""
        if self._low(source.first) in table.NO_ONE and self._low(source.first + 1) not in table.NOT_ALONE:
            return True
        before = source.first - 1
        if before > start and self._low(before) in table.AUXILIARY:
            before -= 1
            return self._low(before) in table.NO_ONE or self._first(("no",), start, before + 1) is not None
        return before >= start and self._low(before) in ("nor", "neither", "not")

    def _straight(self, at: int, start: int, end: int) -> list[Report]:
        """“S says that C”, “S says: “C””, “C, S says.”, “C, S says, C”."""
        source = self._before(at, start) or self._opening(at, start)
        if source is None or self._is_of_nobody(source, start):
            return []
        if self._is_in_relative(at, start) or (self._low(at) in table.SAY and self._is_told_of(source, start)):
            end = self._end_of_relative(at, end)
        low = self._low(at)
        before = self._low(source.first - 1) if source.first > start else ""
        if self._low(source.first) in ("he", "she") and source.first > start + 2 and before not in table.CONJUNCTION:
            named = self._leading(start, source.first) if self._kind(source.first - 1) == "word" else None
            if named is not None and self._is_name(named.first, named.end) and named.end - named.first > 1:
                source = named  # “Ann Lee released a text she said was true”
        if before in table.HAS_DONE and low.endswith("ed"):
            return []  # “to have the order declared illegal”
        of_digest = low in table.DIGEST - table.SAY - table.THINK
        if before in ("what", "which", "whom", "as", "those") and (of_digest or low.startswith("call")):
            return []  # “what it calls …” is only the name of something
        if of_digest or (self.digest and low in table.WRITERS):
            if not self._may_be_of_digest(at, source, end):
                return []
            content = self._content_of_digest(at, source, start, end)
            if content is not None:
                return self._made(source, content)
        begin, opening = self._content_after(at, end)
        if of_digest and opening == "none" and at + 2 < end and self._kind(at + 1) == "word" and before != ",":
            begin, opening = at + 1, "zero"
        pre = self._trimmed(start, source.first)
        attached = before in (",", "!", "?", "”", *DASHES) or (before != "" and self._kind(source.first - 1) == "quote")
        if before == "as" and opening == "paren" and source.first - start <= 2 and begin < end:
            return self._made(source, self._trimmed(begin, end))  # “As S noted, C”
        if begin >= end and self._low(end - 1) == ":" and self._quote(start, at) is None:
            whole = self._trimmed(start, end)  # what follows in the next passage is theirs
            return [replace(one, mention=True) for one in self._made(source, whole)]
        if opening == "none":
            if low in table.TO_DO and self._low(at + 1) == "to" and self._is_somebody(source):
                return self._made(source, self._trimmed(at + 1, end))
            is_tag = source.first - start <= 1 and end - start <= LONGEST_TAG and not self._is_in_relative(at, start)
            if not attached and is_tag:
                return [replace(one, tag=True) for one in self._made(source, self._trimmed(start, end))]
            if low in table.READ and any(self._acts(k) for k in range(source.end, self._skip_back(at, start))):
                return []  # “said so and will continue to …”
            parenthetical = low in table.SAY or low not in table.THINK | table.DIGEST or low in table.PARENTHETICAL
            return self._made(source, pre) if attached and parenthetical and self._closes(at, source, start) else []
        if opening == "paren":
            return self._around(source, begin, start, end) if attached else []
        if attached and not self._fronted(start, source.first) and opening in ("quote", "comma") and (
            opening == "comma" or self._quote(start, source.first) is not None
        ):  # fmt: skip
            return self._made(source, self._trimmed(start, end))
        if opening == "zero":
            return self._unmarked(at, source, begin, attached, start, end)
        return self._made(source, self._trimmed(begin, end)) if begin < end else []

    def _closes(self, at: int, source: Source, start: int) -> bool:
        """Whether “C, S says” has what is said before it: a clause, and not “In his place, S will testify”."""
        if self._first(table.MODAL, self._skip_back(at, start), at) is not None:
            return False
        if self._quote(start, source.first) is not None or self._low(at + 1) in ("", "."):
            return True
        return self.digest or any(self._acts(k) or self._low(k).endswith("s") for k in range(start, source.first))

    def _by_rare_verb(self, at: int, start: int, end: int) -> list[Report]:
        """“The survey found that C”, ““C”, S mused.”: verbs that seldom give words but in these constructions."""
        if self._low(at) in table.AFTER_QUOTE and at > start and self._kind(at - 1) == "quote":
            behind = self._after(at, end)  # ““C”, answered her son.”
            return self._made(behind, self._trimmed(start, at)) if behind is not None else []
        source = self._before(at, start) if self._is_verb(at, start) else None
        if source is None or self._low(source.first) == "it":
            return []
        if self._is_denied(at, start) or self._is_of_nobody(source, start):
            return []
        low, before, after = (
            self._low(at),
            self._low(source.first - 1) if source.first > start else "",
            self._low(at + 1),
        )
        if before and self._kind(source.first - 1) == "quote":
            return self._made(source, self._trimmed(start, source.first))
        if low not in table.BEFORE_THAT or self._first(table.MODAL, self._skip_back(at, start), at) is not None:
            return []
        if low in table.OF_THINGS and not any(
            self._may_be_somebody(k) or self._is_account(k) for k in range(source.first, source.name_end)
        ):
            return []  # “the delay shows that …” gives nobody’s words
        found: list[Report] = []
        counted = self.tokens[at + 1].is_number if at + 1 < end else False
        if counted and low in table.COUNTS and self._has_clause(at + 1, end):
            found = self._made(source, self._trimmed(at + 1, end))  # “The poll found 62 percent were against it”
        elif after == "that" or (after == "whether" and low not in table.JUDGE):
            found = self._made(source, self._trimmed(at + (2 if after == "that" else 1), end))
        elif before == "," and (
            after in ("", ".")
            or (after in table.DAY and self._low(at + 2) in ("", ".", ","))
            or (after == "on" and self._low(at + 2) in table.DAY)
        ):
            found = self._made(source, self._trimmed(start, source.first))
        return [replace(one, stand=True) for one in found]

    def _is_account(self, at: int) -> bool:
        """Whether a word is for what somebody wrote or counted, a pronoun, or a name."""
        named = self.tokens[at].is_capital and self._low(at) not in table.DETERMINER
        return named or self._low(at) in table.ACCOUNT_NOUN | table.PRONOUN

    def _may_be_of_digest(self, at: int, source: Source, end: int) -> bool:
        """Whether a verb that only a digest uses gives the words of its account here."""
        low, first = self._low(at), self._low(source.first)
        if low in table.WRITERS and first != "it" and not self.is_writer(self._name(source)):
            return False
        return low not in table.QUOTING or self._quote(at, end) is not None

    def _content_of_digest(self, at: int, source: Source, start: int, end: int) -> Span | None:
        """What is said in the constructions that digests alone have; empty where nobody’s words are."""
        low, first = self._low(at), self._low(source.first)
        before = self._low(source.first - 1) if source.first > start else ""
        within = source.first > start and self._kind(source.first - 1) == "word"
        if first in table.PRONOUN and within and low != "goes":
            return self._trimmed(start, end)  # “the reason it gives is …”
        if before in ("that", "which") and source.first - start <= 4:
            return self._trimmed(start, end)
        for k in range(at + 1, end - 1):
            if self._low(k) == ":" and self._kind(k + 1) == "quote":
                return self._trimmed(k + 1, end)
        return self._trimmed(at, at) if first == "it" and low not in table.OF_IT else None

    def _around(self, source: Source, begin: int, start: int, end: int) -> list[Report]:
        """“C, S says, C”: the whole, but for what is said of the saying alone (“, in the latest sign of …”)."""
        pre = self._trimmed(start, source.first)
        after_quote = self._kind(source.first - 1) == "quote"
        aside = self._low(begin) in table.PREPOSITION | table.CONJUNCTION or self._low(begin).endswith("ing")
        if self._quote(begin, end) is None and (after_quote or (aside and source.first - start > 4)):
            return self._made(source, pre)
        return self._made(source, self._trimmed(start, end) if begin < end else pre)

    def _unmarked(self, at: int, source: Source, begin: int, attached: bool, start: int, end: int) -> list[Report]:
        """“S says C” with nothing before C, and “C, S says” with something after it."""
        low = self._low(at)
        has_verb = any(
            self._low(k) in table.AUXILIARY or self._low(k).endswith("ed") for k in range(begin, min(begin + 15, end))
        )
        after_quote = attached and self._kind(source.first - 1) == "quote"
        after_clause = attached and low in table.OFTEN_LAST and not self._fronted(start, source.first)
        if after_quote or (after_clause and not has_verb and not (self.digest and low in table.DIGEST)):
            return self._made(source, self._trimmed(start, source.first))
        if self._low(begin) == "so" and self._low(begin + 1) in table.PREPOSITION | {"", ".", ","}:
            return []  # “He says so with pride”
        by_pronoun = {self._low(begin), self._low(source.first)} & (table.PRONOUN | {"there"})
        if end - begin < 2 or (low in table.READ and not by_pronoun and not self.digest):
            return []
        modal = any(self._low(k) in table.MODAL for k in range(self._skip_back(at, start), at))
        if modal and low in table.SAY:
            return []  # “it would continue building …”
        is_stand = low in table.THINK and low not in table.SAY
        told = next(
            (k + 1 for k in range(begin, end - 1) if self._low(k) == ":" and self._kind(k + 1) == "quote"), None
        )
        if told is not None and not any(
            (self._acts(k) and self._low(k) not in table.AMBIGUOUS) or self._low(k) in table.GERUNDS
            for k in range(begin, told)
        ):
            return self._made(source, self._trimmed(told, end))  # “noted the flight with these words: “C””
        return self._made(source, self._trimmed(at + 1 if is_stand else begin, end))

    def _inverted(self, at: int, start: int, end: int) -> list[Report]:
        """““C”, said S.”, “C, said S, who …”."""
        if self._low(at) in table.ADDRESSED:
            return []  # after whom stands who is told
        if at == start or not (self._kind(at - 1) == "quote" or self._low(at - 1) in (",", "?", "!", ":", *DASHES)):
            return []
        source = self._after(at, end)
        if source is None:
            return []
        if self._quote(start, at) is None and not self._is_last(source, at, start):
            return []  # “The firm, whose clients include X, said many worries …”
        content = self._trimmed(start, at)
        later = self._quote(source.end, min(end, source.end + 14))
        if later is not None and self._low(later - 1) in (",", ":", ".", "—"):
            content = Span(content.start, self._trimmed(later, end).end)
        return self._made(source, content)

    def _is_last(self, source: Source, at: int, start: int) -> bool:
        """Whether “C, said S” ends here, or goes on after a clause with where and when it was said."""
        if self._low(source.end) in ("", "."):
            return True
        return self._low(at) not in table.READ and any(self._acts(k) for k in range(start, at))

    def _opening_inverted(self, at: int, end: int) -> list[Report]:
        """“Said the mayor: “C””, at the head of a sentence."""
        colon = self._first((":", ","), at + 2, end)
        if self._low(at) not in ("said", "says", "wrote") or colon is None or self._kind(colon + 1) != "quote":
            return []
        source = self._after(at, colon)
        return self._made(source, self._trimmed(colon + 1, end)) if source is not None else []

    def _by_quoted_verb(self, at: int, start: int, end: int) -> list[Report]:
        """“The group “alleged” that …”: a digest that takes the verb from its account."""
        length = quoted_verb(self.tokens[at])
        if not length or (length > 1 and not _LONGER_IN_QUOTES.match(self.tokens[at].text)):
            return []
        source = self._before(at, start)
        if source is None or (source.end != at and not self.digest) or self._is_denied(at, start):
            return []
        begin, opening = self._content_after(at, end)
        if length > 3 or opening == "none":
            begin = at
        return self._made(source, self._trimmed(begin, end)) if begin < end else []
