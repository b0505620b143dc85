"""Who says what in an article, sentence by sentence: somebody whom it names, its writer, or nobody in particular.

Of a chain (“Peskov said that Putin had said …”) the speaker of the words is the last; who relays them has the words that name the
last. The account itself is its writer: “the article states”, “the headline says”, and its outlet or agency, which is then the
speaker by its name.
Words that a verb of saying interrupts (“ISIS, AFP reports, fled”) are one content, the interruption with them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reading_room.comparing.sentences.reporting.elsewhere import ELSEWHERE, PlainSentence
from reading_room.comparing.sentences.reporting.english import EnglishSentence
from reading_room.comparing.sentences.reporting.quotation_marks import quoted
from reading_room.comparing.sentences.reporting.reports import Part, Report
from reading_room.comparing.sentences.reporting.voices import REMEMBERED, Sort, Speaker, Voices, sort_of
from reading_room.model.analysis import Attribution, Manner
from reading_room.model.article import Passage, Version
from reading_room.model.results import Span

QUOTATION = 0.6
"""The share of a content that stands in quotation marks from which it is a quotation."""
INTERRUPTED = 0.3
"""The same share where it both begins and ends with a quotation: ““We stay,” he said, “until the end.””"""
WHOLLY = 0.8
"""The share from which a sentence that names nobody is part of a quotation."""
FEWEST_WORDS = 4
"""Of a part of a sentence that is the writer’s own beside what others say in it."""
LOOKED_AHEAD = 12
"""Sentences in which it may be said whose a quotation was."""
LONGEST_VERB = 12
"""Code points beside a pronoun in which its verb is looked for."""
_ANSWERS = re.compile(r"\b(?:answer|repl|retort|respond)")
_GLOSS = re.compile(r"\([^()]{1,400}\)")
_OWNER = re.compile(r"[’']s? ")


def attributions(version: Version, sentences: Sequence[tuple[Passage, Span]]) -> tuple[tuple[Attribution, ...], ...]:
    """For each sentence, in the order of the text, whose words its parts are: one attribution at least, not overlapping."""
    voices = Voices(version.article, sentences)
    found: list[tuple[Attribution, ...]] = []
    for _, together in groupby(sentences, key=lambda pair: pair[0].id):
        here = list(together)
        found += _Reading(voices, here[0][0], [span for _, span in here]).attributions()
    return tuple(found)


class _Quotations:
    """The words in quotation marks of a passage; a block of quotation is one, with marks or without."""

    def __init__(self, passage: Passage) -> None:
        self.text = passage.text
        whole = (Span(0, len(self.text)),)
        self.spans = whole if passage.kind == "quotation" else quoted(self.text)
        self.starts = [one.start for one in self.spans]
        self.ends = [one.end for one in self.spans]

    def within(self, span: Span) -> Sequence[Span]:
        """Those that have any of it."""
        return self.spans[bisect_right(self.ends, span.start) : bisect_left(self.starts, span.end)]

    def enclose(self, span: Span) -> bool:
        """Whether it begins and ends in quotation marks."""
        quotes = self.within(span)
        return bool(quotes) and quotes[0].start <= span.start and span.end <= quotes[-1].end

    def share(self, span: Span) -> float:
        """How much of it they have. Glosses in parentheses, as of a translation, do not count."""
        glosses = sum(
            len(gloss[0])
            for gloss in _GLOSS.finditer(self.text, span.start, span.end)
            if not self.within(Span(gloss.start(), gloss.end()))
        )
        have = sum(min(one.end, span.end) - max(one.start, span.start) for one in self.within(span))
        return have / max(1, span.end - span.start - glosses)


@dataclass
class _Reading:
    """A passage and its sentences."""

    voices: Voices
    passage: Passage
    spans: Sequence[Span]

    def attributions(self) -> list[tuple[Attribution, ...]]:
        self.quotes = _Quotations(self.passage)
        self.voices.begin_passage()
        self.parts = [self._parts(span) for span in self.spans]
        found: list[tuple[Attribution, ...]] = []
        for at, parts in enumerate(self.parts):
            said = self._said(parts)
            found.append(said or (self._unclaimed(at, found[-1][-1] if found else None),))
            self.voices.sentence += 1
        return found

    def _parts(self, span: Span) -> list[Part]:
        voices, text, quotes = self.voices, self.passage.text, self.quotes.within(span)
        language = voices.language
        if language == "en":
            return EnglishSentence(text, span, quotes, voices.is_writer, voices.digest).parts()
        if language in ELSEWHERE:
            return PlainSentence(ELSEWHERE[language], text, span, quotes, voices.is_writer).parts()
        return []

    def _said(self, parts: Sequence[Part]) -> tuple[Attribution, ...]:
        """What the reports of a sentence come to, with the writer’s own parts between them; nothing where it has none."""
        if not any(part.reports for part in parts):
            return ()
        found: list[Attribution] = []
        for part in parts:
            for report in part.reports:
                if report.mention:
                    self.voices.heard(report.kind, report.speaker, sort_of(report.speaker))
            said = [report for report in part.reports if not report.mention and not report.tag]
            if said:
                found += map(self._attribution, said)
            elif len(self.passage.text[part.span.start : part.span.end].split()) >= FEWEST_WORDS or len(parts) == 1:
                found.append(Attribution("writer", "own", "the writer", part.span))
        return tuple(found)

    def _attribution(self, report: Report) -> Attribution:
        if report.kind == "unattributed":
            return Attribution("unattributed", "indirect", "unattributed", report.content)
        speaker = self._speaker(report)
        if not report.apart:
            self.voices.heard(speaker.kind, speaker.name, speaker.sort)
        manner: Manner = "continued" if report.goes_on else "indirect"
        needed = INTERRUPTED if self.quotes.enclose(report.content) else QUOTATION
        if self.quotes.share(report.content) >= needed:
            manner = "quotation"
        return Attribution(speaker.kind, manner, speaker.name, report.content, report.source)

    def _speaker(self, report: Report) -> Speaker:
        """Who is meant by the source of a report."""
        voices, kind, name = self.voices, report.kind, report.speaker
        if report.pronoun or not name:
            meant = self._meant(report) if report.pronoun else voices.last_named(REMEMBERED)
            if meant is not None:
                return meant
            if not voices.digest or report.pronoun not in ("it", ""):
                sort: Sort = "many" if report.pronoun == "they" else "body" if report.pronoun == "it" else "person"
                return Speaker("named" if name else "unattributed", name or "unattributed", sort, voices.sentence)
            kind = "writer"
        if kind == "named":
            return Speaker(kind, name, sort_of(name), voices.sentence)
        owner = _OWNER.split(name)[0]
        return Speaker("writer", owner if voices.is_outlet(owner) else "the writer", "body", voices.sentence)

    def _meant(self, report: Report) -> Speaker | None:
        """Whom the pronoun of a report means, which a later sentence may have."""
        here = self.voices.sentences[self.voices.sentence][1]
        before = report.source.start if report.source is not None else here.start
        if report.source is not None and self._answers(report.source):
            return None
        return self.voices.meant(report.pronoun, report.content, max(here.start, min(before, here.end)))

    def _answers(self, source: Span) -> bool:
        """Whether somebody is said to answer, who is not the one that asked in the sentence before."""
        voices, text = self.voices, self.passage.text
        beside = text[max(0, source.start - LONGEST_VERB) : source.start], text[source.end : source.end + LONGEST_VERB]
        if voices.sentence == 0 or not any(_ANSWERS.search(words) for words in beside):
            return False
        passage, span = voices.sentences[voices.sentence - 1]
        return "?" in passage.text[span.start : span.end]

    def _unclaimed(self, at: int, before: Attribution | None) -> Attribution:
        """A sentence that names nobody: part of a quotation, or the writer’s own words."""
        span, voices = self.spans[at], self.voices
        if self.quotes.share(span) < WHOLLY:
            return Attribution("writer", "own", "the writer", span)
        quote = self.quotes.within(span)[0]
        if before is not None and before.manner in ("quotation", "continued") and _meet(before.content, quote):
            voices.heard(before.kind, before.speaker, sort_of(before.speaker))
            return Attribution(before.kind, "continued", before.speaker, span)
        later = next(self._later(at, quote), None)
        if later is not None:
            speaker = self._speaker(later)
            return Attribution(speaker.kind, "quotation", speaker.name, span)
        last = voices.last_named(1)
        if last is not None and (before is None or before.manner != "own"):
            voices.heard(last.kind, last.name, last.sort)
            return Attribution("named", "continued", last.name, span)
        if voices.digest:
            return Attribution("writer", "quotation", "the writer", span)
        return Attribution("unattributed", "quotation", "unattributed", span)

    def _later(self, at: int, quote: Span) -> Iterator[Report]:
        """What the sentences that follow say of whose the quotation was."""
        for parts, span in zip(self.parts[at + 1 : at + 1 + LOOKED_AHEAD], self.spans[at + 1 :], strict=False):
            for report in (report for part in parts for report in part.reports):
                if (
                    report.kind != "unattributed"
                    and not report.mention
                    and (report.tag or report.content.start < quote.end)
                ):
                    yield report
            if span.start >= quote.end:
                return


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
