"""Finds in an English sentence who is given as saying what: by verbs, by “according to” and its like, by a possessive.

No parser is used: a source is looked for beside the verb, over what may stand between, and the words it is credited with are what
the construction leaves of the sentence. Where a sentence has several sources, the one whose words they are wins over those that
relay it, and anybody named over the writer.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.clause import DASHES, quoted_verb
from reading_room.comparing.sentences.reporting.contents import Contents
from reading_room.comparing.sentences.reporting.reports import Kind, Part, Report, Source
from reading_room.model.results import Span

LONGEST_TAG = 12
"""Tokens of a sentence that only says who asked or said what was quoted before."""
LONGEST_TITLE = 14
"""Tokens of a source up to which its apposition is part of its name: “Abdulkarim, the antiquities chief”."""
LONGEST_LINKS = 400
"""Code points of the links at the end of a post."""
FEWEST_QUOTED = 4
"""Words of a quotation after a colon that are what somebody says, and no title."""
LONGEST_ADDED = 5
"""Tokens of what is added to something, with “to”."""
FEWEST_OUTER = 25
"""Code points that an outer speaker’s words must have before those of an inner one, to be given for themselves."""
_UNATTRIBUTED = re.compile(table.UNATTRIBUTED)
_WORDS_GIVEN = re.compile(table.WORDS_GIVEN)
_POST = re.compile(r"\s?[—–]\s?(?P<name>[^\s()@—–][^()@—–]{1,50}?)\s\(@\w+\)")
_GLOSS = re.compile(r"(?<=[”»\"])\s\([^()]*\)\Z")
"""The translation that a digest gives of what it quotes."""
_POINTS = frozenset(("this", "that", "it", "so", "that one", "this one"))
_QUOTING = re.compile(r"\bquoting\s\Z")
_LINKS = re.compile(r"(?:\s*+(?:https?://|pic\.twitter\.com/)\S++)++\Z")
"""Who wrote a post that a page shows, and the links at its end: “All well — Ann Lee (@annlee) May 3, 2018”."""
_LONGER_IN_QUOTES = re.compile(r"\W*(?:also )?(?:accuse|blame|praise|allege|stress|claim|echoe)", re.IGNORECASE)
_OWNER = re.compile(r"(?<=\w)[’']s?\Z")


class EnglishSentence(Contents):
    """A sentence of a passage, read for who says what."""

    def parts(self) -> list[Part]:
        """The parts of the sentence that may each have a source of their own, with what is reported in each."""
        return [Part(self._trimmed(start, end), tuple(self._part(start, end))) for start, end in self._parts()]

    def _parts(self) -> Iterator[tuple[int, int]]:
        start, last = 0, len(self.tokens)
        for at in range(last):
            if self.lows[at] not in table.MAY_PART:
                continue
            conjoined = self._low(at) != ";" and 2 < at < last - 3
            conjoined = conjoined and self._low(at - 1) == "," and self._opens_report(at + 1)
            if (conjoined or self._low(at) == ";") and start < at < last - 1:
                yield start, at
                start = at + 1
        if start < last:
            yield start, last

    def _opens_report(self, start: int) -> bool:
        """Whether a source and its verb begin here."""
        for at in range(start + 1, min(start + 9, len(self.tokens))):
            if self._is_say(at, start) and self._low(at) not in table.READ:
                source = self._before(at, start)
                return source is not None and source.first <= start + 1
            if self._kind(at) != "word":
                return False
        return False

    def _part(self, start: int, end: int) -> list[Report]:
        """What is reported from a token to another: what is nearest to the words, in their order."""
        where = Span(self.tokens[start].start, self.tokens[end - 1].end)
        post = _POST.search(self.text, where.start, where.end)
        if post is not None and (written := self._without_links(where.start, post.start())) is not None:
            return [Report("named", 0, written, Span(*post.span("name")), post["name"].strip(), apart=True)]
        quote = self._quote(start, end)
        if quote is not None and _WORDS_GIVEN.match(self.text, where.start, where.end):
            return [Report("named", 0, self._trimmed(quote, end), goes_on=True)]
        found = [
            report
            for at in range(start, end)
            if self.lows[at] in table.MAY_REPORT or self.tokens[at].kind == "quote"
            for report in self._by_verb(at, start, end)
        ]
        found += [*self._by_phrases(start, end), *self._by_possessive(start, end)]
        if not any(one.kind == "named" for one in found) and _UNATTRIBUTED.search(self.text, where.start, where.end):
            return [Report("unattributed", 2, self._trimmed(start, end))]
        said, mentioned = [one for one in found if not one.mention], [one for one in found if one.mention]
        if not said:
            return found or self._by_colon(start, end)
        if any(one.kind == "writer" and "headline" in one.speaker.lower() for one in said):
            said = [one for one in said if one.rank in (0, 3)]  # who printed the headline does not say it
        if any(
            one.kind == "named" and not one.stand and not (self.digest and one.pronoun == "it")  # which may be the account
            for one in said
        ):  # fmt: skip
            said = [one for one in said if not one.stand]
        said = self._relayed(said)
        nearest = min(one.rank for one in said)
        chosen: list[Report] = []
        for one in sorted(said, key=lambda one: (one.content.start, one.content.end)):
            if one.rank == nearest:
                chosen = _with(chosen, one)
        kept = [replace(one, content=content) for one in chosen if (content := self._stripped(one.content)) is not None]
        return [*mentioned, *kept]

    def _without_links(self, start: int, end: int) -> Span | None:
        """The words of a post without the links that end it."""
        links = _LINKS.search(self.text, max(start, end - LONGEST_LINKS), end)
        end = links.start() if links else end
        return Span(start, end) if start < end else None

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

    # Verbs

    def _by_verb(self, at: int, start: int, end: int) -> list[Report]:
        token, low = self.tokens[at], self._low(at)
        if token.kind == "quote":
            return self._by_quoted_verb(at, start, end)
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
        if low in table.THINK - table.SAY:
            return [replace(one, stand=True) for one in found]
        return self._inverted(at, start, end) if not found and low in table.SAY else found

    def _says(self, at: int, start: int, end: int) -> bool:
        """Whether this is a verb that gives somebody’s words, and not in the passive or denied."""
        low, after = self._low(at), self._low(at + 1)
        known = low in table.SAY or low in table.THINK or (self.digest and low in table.DIGEST)
        if not known or not self._is_verb(at, start):
            return False
        before = [self._low(k) for k in range(self._skip_back(at, start), at)]
        if any(one.removesuffix("n't") in table.BE for one in before):
            return False  # “is reported”, “was told”: nobody is named who says it
        if any(one == "not" or one.endswith("n't") for one in before) and after in table.RELATIVE - {"that"}:
            return False  # “it does not say who”
        if self._first(("or", "nor"), at - 1, at + 2) is not None and (
            self._first(("not", "neither"), max(start, at - 5), at) is not None
        ):
            return False  # “did not confirm or deny that”
        if low.startswith(("tell", "told")) and self._first(table.TALES, at + 1, min(end, at + 4)) is not None:
            return False  # “the crash told the story of the decade”
        if after == "by" and low.endswith("ed"):
            return False
        if low in ("believed", "thought", "feared", "presumed") and after in ("to", "dead", "missing", "lost"):
            return False  # “ten people feared dead”
        if low.startswith("call") and not self.digest:  # else “a firm called …”
            return after in ("for", "on") or self._quote(at, min(end, at + 12)) is not None
        return True

    def _straight(self, at: int, start: int, end: int) -> list[Report]:
        """“S says that C”, “S says: “C””, “C, S says.”, “C, S says, C”."""
        source = self._before(at, start) or self._opening(at, start)
        if source is None:
            return []
        low = self._low(at)
        before = self._low(source.first - 1) if source.first > start else ""
        if self._low(source.first) in ("he", "she") and source.first > start + 2 and before not in table.CONJUNCTION:
            named = self._leading(start, source.first) if self._kind(source.first - 1) == "word" else None
            if named is not None and self._is_name(named.first, named.end) and named.end - named.first > 1:
                source = named  # “Ann Lee released a text she said was true”
        if before in table.HAS_DONE and low.endswith("ed"):
            return []  # “to have the order declared illegal”
        of_digest = low in table.DIGEST - table.SAY - table.THINK
        if before in ("what", "which", "whom", "as") and (of_digest or low.startswith("call")):
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
            if not attached and source.first - start <= 1 and end - start <= LONGEST_TAG:
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
        source = self._before(at, start) if self._is_verb(at, start) else None
        if source is None or self._low(source.first) == "it":
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
        if after == "that" or (after == "whether" and low not in table.JUDGE):
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

    def _by_quoted_verb(self, at: int, start: int, end: int) -> list[Report]:
        """“The group “alleged” that …”: a digest that takes the verb from its account."""
        length = quoted_verb(self.tokens[at])
        if not length or (length > 1 and not _LONGER_IN_QUOTES.match(self.tokens[at].text)):
            return []
        source = self._before(at, start)
        if source is None or (source.end != at and not self.digest):
            return []
        begin, opening = self._content_after(at, end)
        if length > 3 or opening == "none":
            begin = at
        return self._made(source, self._trimmed(begin, end)) if begin < end else []

    def _by_gerund(self, at: int, start: int, end: int) -> list[Report]:
        """“…, adding that C”: who spoke or acted in the clause before."""
        begin, opening = self._content_after(at, end)
        if opening in ("none", "paren") or begin >= end:
            return []
        described = self._low(at) in ("calling", "describing") and self._quote(begin, min(end, begin + LONGEST_TAG))
        if opening == "zero" and self._low(at) not in ("saying", "adding", "telling") and not described:
            return []
        if opening == "zero" and self._low(at) == "adding" and self._adds_to(begin, end):
            return []
        verbs = (k for k in range(at - 1, start, -1) if self._kind(k) == "word" and self._is_say(k, start))
        spoke = (found for k in verbs if (found := self._before(k, start) or self._after(k, at)) is not None)
        speaker = next(spoke, None)
        source = speaker or self._leading(start, at)
        if source is None:
            return []
        return [
            replace(one, goes_on=True, stand=speaker is None and self._low(at) == "suggesting")
            for one in self._made(source, self._trimmed(begin, end))
        ]

    def _adds_to(self, begin: int, end: int) -> bool:
        """Whether something is only made more: “adding one to the toll”."""
        to = self._first(("to",), begin, min(end, begin + LONGEST_ADDED))
        return to is not None and not any(self._acts(k) or self._low(k) in table.PRONOUN for k in range(begin, to))

    def _with_saying(self, at: int, start: int, end: int) -> list[Report]:
        """“…, with S saying that C”."""
        begin, opening = self._content_after(at, end)
        with_ = next((k for k in range(at - 2, max(start, at - LONGEST_TAG) - 1, -1) if self._low(k) == "with"), None)
        if with_ is None or opening not in ("that", "quote", "zero") or begin >= end:
            return []
        if any(self._kind(k) != "word" for k in range(with_ + 1, at)) or not self._may_speak(with_ + 1, at):
            return []
        return self._made(Source(with_ + 1, at, at), self._trimmed(begin, end))

    def _quoted_as(self, at: int, start: int, end: int) -> list[Report]:
        """“S is quoted (by X) as saying that C”, “the article reports S as saying that C”."""
        verb = next((k for k in range(at - 1, max(start, at - 12) - 1, -1) if self._low(k) in table.QUOTED_AS), None)
        if verb is None:
            return []
        passive = self._first(table.BE, self._skip_back(verb, start), verb) is not None
        outer = self._before(verb, start)
        source = outer if passive else self._object(verb + 1, at)
        relaying: list[Report] = []
        if outer is not None and not passive and not self.digest and self._low(verb).startswith("quot"):
            relaying = [replace(one, mention=True) for one in self._made(outer, self._trimmed(start, end))]
        begin, opening = self._content_after(at + 1, end)
        if opening in ("none", "paren"):
            if source is not None and self._quote(start, source.first) is not None:
                return self._made(source, self._trimmed(start, source.first))
            begin = at + 2
        made = self._made(source, self._trimmed(begin, end)) if source is not None and begin < end else []
        return [*relaying, *made]

    def _is_quoted(self, at: int, start: int, end: int) -> list[Report]:
        """“S is quoted: “C””, ““C”, S is quoted.”"""
        if (
            self._first(("as",), at, at + 8) is not None
            or self._first(table.BE, self._skip_back(at, start), at) is None
        ):
            return []
        source = self._before(at, start)
        if source is None:
            return []
        quote = self._quote(at, end)
        if quote is not None:
            return self._made(source, self._trimmed(quote, end))
        return self._made(source, self._trimmed(start, source.first)) if source.first - start > 1 else []

    def _cited(self, at: int, start: int, end: int) -> list[Report]:
        """“The article cites S: C”; of “the article cites S” only that S is mentioned."""
        colon = self._first((":",), at + 1, min(end, at + 20))
        if colon is not None and colon + 1 < end and self._before(at, start) is not None:
            source = self._object(at + 1, colon)
            return self._made(source, self._trimmed(colon + 1, end)) if source else []
        if colon is not None or not self.digest:
            return []
        close = next((k for k in range(at + 1, end) if self._kind(k) != "word"), end)
        source = self._object(at + 1, close)
        whole = self._trimmed(start, end)
        return [replace(one, mention=True) for one in self._made(source, whole)] if source else []

    # Phrases

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

    def _stripped(self, content: Span) -> Span | None:
        """A content without commas at its ends and a translation behind it; None where only “this” or nothing is left."""
        within = self.text[content.start : content.end]
        gloss = _GLOSS.search(within) if self.digest else None
        within = within[: gloss.start()] if gloss else within
        start, end = len(within) - len(within.lstrip(" ,;:—–-")), len(within.rstrip(" ,;:—–-"))
        points = within[start:end].lower() in _POINTS
        return Span(content.start + start, content.start + end) if start < end and not points else None

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
        if quote is None or comma is None or not 1 < comma - head <= LONGEST_ADDED:
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

    def _made(self, source: Source, content: Span) -> list[Report]:
        """The report of this content by this source; none of an empty one."""
        if content.start >= content.end or self._low(source.first) in table.FIRST_PERSON:
            return []
        start = self.tokens[source.first].start
        name = self._name(source)
        titled = source.end > source.name_end and source.end - source.first <= LONGEST_TITLE
        speaker = _OWNER.sub("", self.text[start : self.tokens[source.end - 1].end] if titled else name)
        last = self.tokens[source.end - 1].end if source.end > source.name_end else start + len(speaker)
        pronoun = _pronoun(name.lower().replace("’", "'"))
        speaker = table.POSSESSIVE.get(speaker.lower(), speaker)
        kind: Kind = "writer" if not pronoun and self.is_writer(name) else "named"
        rank = 0 if kind == "named" else 3
        return [Report(kind, rank, content, Span(start, last), speaker, pronoun, bool(pronoun))]


def _pronoun(name: str) -> str:
    """The pronoun that a source is, or has before a noun: “it”, “its communique”."""
    first, *more = name.split()
    if first in table.PRONOUN and not more:
        return first
    return table.POSSESSIVE.get(first, "") if len(more) <= (0 if first == "this" else 2) else ""


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
        kept = [replace(last, content=outer)] if outer.end - outer.start >= FEWEST_OUTER else []
        return [*others, *kept, one]
    rest = Span(last.content.end, one.content.end)
    if inside or rest.end - rest.start < FEWEST_OUTER or (one.source is not None and rest.start <= one.source.start):
        return chosen  # nothing is left but who says it
    return [*chosen, replace(one, content=rest)]
