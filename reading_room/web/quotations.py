"""What became of a quotation or of a passage, in words for a page and as a document for programs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from reading_room.library import Library
from reading_room.model.article import Passage, Version
from reading_room.model.resolution import Resolution, Stretch
from reading_room.model.results import Span
from reading_room.permalinks.differences import pointed_out, replaced
from reading_room.permalinks.resolution import compared
from reading_room.permalinks.selection import NEW_PASSAGE, Selection, quotation, select_passage, with_signs
from reading_room.permalinks.signs import differing_signs
from reading_room.permalinks.words import words
from reading_room.web.heads import article_head, script_of
from reading_room.web.pages.quotation import OutcomeView, QuotationView, TwinsView, WasNowView
from reading_room.web.pages.text import Change, LineView, Link
from reading_room.web.revisions import pointed_in_words
from reading_room.web.runs import Chosen, runs
from reading_room.web.urls import article_url, history_url
from reading_room.web.wording import (
    beginning,
    capitalised,
    ending,
    isolated,
    moment_in_words,
    passages_of,
    place_in_words,
    shortened,
)

AROUND = 160
"""Code points of what is shown before and after some words, and of either end of them where they are many."""

_SENTENCE_ENDS = re.compile(r"[.!?…؟]\W*(?=\s|\Z)|[。！？]")
_NAMES = {"exact": "Unchanged", "moved": "Moved", "edited": "Edited", "ambiguous": "Not certain", "gone": "Gone"}


def resolution_document(found: Resolution) -> dict[str, Any]:
    """`{status, quote, born, now, found, candidates, gone_since, changes, lost, twins, permalink}`; offsets are code points."""
    return asdict(found)


def spans_of(stretches: tuple[Stretch, ...]) -> Mapping[str, tuple[Chosen, ...]]:
    """What to mark in each passage."""
    found: dict[str, tuple[Chosen, ...]] = defaultdict(tuple)
    for one in stretches:
        found[one.passage] += (Chosen(one.start, one.end, one is stretches[0], one is stretches[-1]),)
    return found


def quotation_view(library: Library, found: Resolution, born: Version, selection: Selection) -> QuotationView:
    """Words of version `born`, and what has become of them."""
    article = born.article
    return QuotationView(
        head=article_head(library, article, born.number),
        ranges=tuple(
            tuple(LineView(runs(one.text), script_of(article, one.text)) for one in stretches)
            for stretches in selection.signed
        ),
        born=Link(f"version {born.number}", article_url(article.slug, born.number)),
        where=passages_of(born, selection.all_stretches),
        read=moment_in_words(born.ingested),
        permalink=found.permalink,
        outcome=_Outcome(library, found, born, selection).view(),
    )


def outcome_of_passage(library: Library, found: Resolution, born: Version, passage: Passage) -> OutcomeView:
    """What has become of a passage of version `born`."""
    return _Outcome(library, found, born, select_passage(passage)).view()


class _Outcome:
    """Says and shows what became of words, or of a whole passage, of version `born`."""

    def __init__(self, library: Library, found: Resolution, born: Version, selection: Selection) -> None:
        self._library, self._found, self._born, self._selection = library, found, born, selection
        self._slug, self._language = born.article.slug, born.article.language
        self._now = library.read(self._slug, found.now).version if found.now else born
        self._was_lines, self._now_lines = compared(selection, found.found, born.passages, self._now.passages)
        self._was_text, self._now_text = quotation([self._was_lines]), quotation([self._now_lines])
        self._words = "these words" if selection.ranges else "the words of this passage"

    def view(self) -> OutcomeView:
        found = self._found
        is_edited = found.status == "edited"
        return OutcomeView(
            status=found.status,
            name=self._name(),
            sentence=self._sentence(),
            notes=tuple(self._notes()) if is_edited else (),
            twins=self._twins(),
            was_now=self._was_now() if is_edited else None,
            candidates=tuple(self._candidate(one) for one in dict.fromkeys(found.candidates)),
            around=tuple(map(self._around, self._selection.signed)) if self._is_to_be_placed() else (),
            shown=self._shown(),
            links=tuple(self._links()),
        )

    def _name(self) -> str:
        if self._found.now is None:
            return "Taken out of the room"
        return "Typography changed" if self._found.is_typography else _NAMES[self._found.status]

    def _sentence(self) -> str:
        found, born, they = self._found, self._born.number, self._words
        if found.now is None:
            return f"The article has been taken out of the room; version {born}, which has {they}, was kept."
        if found.status == "gone":
            return f"{capitalised(they)} are gone {self._since()}; version {born}, which has them, is shown."
        if found.status == "ambiguous":
            count = len(dict.fromkeys(found.candidates))
            places = f"{count} places may have them, and none is marked"
            if count == 1:
                places = "one place may have them, and it is not marked"
            return f"It is not certain where {they} stand in version {found.now}: {places}."
        where = f"{passages_of(self._now, found.found)} of version {found.now}"
        if found.status == "exact":
            return f"{capitalised(they)} stand unchanged in {where}."
        if found.status == "moved":
            return f"{capitalised(they)} stand unchanged, but elsewhere: {self._moved(where)}."
        if self._found.is_typography:
            return f"Only the typography of {they} changed; they stand in {where}."
        return f"{capitalised(they)} were edited: what stands in their place now is in {where}."

    def _notes(self) -> Iterator[str]:
        for lost in self._found.lost:
            yield f"Nothing stands for “{isolated(shortened(lost, AROUND))}”: these words are gone."
        beside = _beside(self._born, self._was_lines), _beside(self._now, self._now_lines)
        yield from map(pointed_in_words, pointed_out(self._was_text, self._now_text, self._language, beside))

    def _twins(self) -> TwinsView | None:
        twins = self._found.twins
        if not twins:
            return None
        edited = self._found.status == "edited" and not self._found.is_typography
        which = "What stands there now also stands" if edited else "The same words also stand"
        places = (
            Link(passages_of(self._now, one), article_url(self._slug, self._now.number, one[0].passage))
            for one in twins
        )
        return TwinsView(f"{which} elsewhere in version {self._now.number}:", tuple(dict.fromkeys(places)))

    def _since(self) -> str:
        since = self._found.gone_since
        if since is None:
            return f"from version {self._found.now}"
        version = self._library.read(self._slug, since).version
        return f"since version {since}, which the room first read on {moment_in_words(version.ingested)}"

    def _moved(self, where: str) -> str:
        was, now = self._selection.all_stretches, self._found.found
        if [one.passage for one in was] != [one.passage for one in now]:
            return f"in {where}; they stood in {passages_of(self._born, was)} of version {self._born.number}"
        stood, stand = (
            place_in_words([one.id for one in version.passages], was[0].passage) for version in (self._born, self._now)
        )
        if stood == stand:
            return f"in {where}, which was moved"
        named, one = passages_of(self._born, was), len({one.passage for one in was}) == 1
        return (
            f"{named} stood {stood} in version {self._born.number} and "
            f"{'stands' if one else 'stand'} {stand} in version {self._now.number}"
        )

    def _was_now(self) -> WasNowView:
        found = self._found
        was, now = self._was_text, self._now_text
        is_typography = found.is_typography
        changed = (
            differing_signs(was, now)
            if is_typography
            else [one for one in replaced(was, now, self._language) if one.kinds != ("typography",)]
        )
        return WasNowView(
            was=Link(f"Version {found.born}", article_url(self._slug, found.born)),
            now=Link(f"Version {found.now}", article_url(self._slug, found.now)),
            was_lines=tuple(
                self._lines(
                    self._born,
                    self._was_lines,
                    self._was_text,
                    [one.was for one in changed],
                    None if is_typography else "del",
                )
            ),
            now_lines=tuple(
                self._lines(
                    self._now,
                    self._now_lines,
                    self._now_text,
                    [one.now for one in changed],
                    None if is_typography else "ins",
                )
            ),
        )

    def _lines(
        self, version: Version, stretches: Sequence[Stretch], text: str, changed: Sequence[Span], change: Change | None
    ) -> Iterator[LineView]:
        """The lines of a text that the stretches were joined to, each with what changed in it; signs where `change` is None."""
        end = 0
        for one in stretches:
            begin = text.index(one.text, end)
            end = begin + len(one.text)
            inside = [(max(span.start, begin), min(span.end, end)) for span in changed]
            spans = [Span(first - begin, last - begin) for first, last in inside if first < last]
            yield LineView(
                runs(one.text, changed=spans, change=change) if change else runs(one.text, noted={"sign": spans}),
                script_of(version.article, one.text),
                self._link(version, [one]),
            )

    def _candidate(self, stretches: tuple[Stretch, ...]) -> LineView:
        before, after = _context(self._now, stretches)
        signed = with_signs(self._now.passages, stretches)
        text = before + NEW_PASSAGE.join(one.text for one in signed) + after
        return LineView(runs(text), script_of(self._now.article, text), self._link(self._now, stretches))

    def _is_to_be_placed(self) -> bool:
        """A passage shows by itself where it stood."""
        return self._found.status == "gone" and self._found.now is not None and bool(self._selection.ranges)

    def _around(self, stretches: Sequence[Stretch]) -> LineView:
        before, after = _context(self._born, stretches)
        quoted = NEW_PASSAGE.join(one.text for one in stretches)
        if len(quoted) > 3 * AROUND:
            quoted = f"{beginning(quoted, AROUND)} {ending(quoted, AROUND)}"
        text = before + quoted + after
        return LineView(
            runs(text, chosen=[Chosen(len(before), len(before) + len(quoted))]),
            script_of(self._born.article, text),
            self._link(self._born, stretches),
        )

    def _link(self, version: Version, stretches: Sequence[Stretch]) -> Link:
        return Link(
            capitalised(passages_of(version, stretches)), article_url(self._slug, version.number, stretches[0].passage)
        )

    def _shown(self) -> Link | None:
        """To the words in the article as it stands below; a passage's own page has a link to it already."""
        if not self._selection.ranges:
            return None
        where = "the article" if self._found.found else f"version {self._born.number}"
        return Link(f"Show in {where}", "#quoted")

    def _links(self) -> Iterator[Link]:
        found, born = self._found, self._born.number
        if found.found and not self._selection.ranges:
            named = capitalised(passages_of(self._now, found.found))
            yield Link(f"{named} of version {found.now}", article_url(self._slug, found.now, found.found[0].passage))
        if found.now is None:
            yield Link("The history of the article", history_url(self._slug))
        elif found.now != born:
            before, after = (found.gone_since - 1, found.gone_since) if found.gone_since else (born, found.now)
            between = (
                f"with version {after}" if after - before == 1 else f"between version {before} and version {after}"
            )
            yield Link(f"What changed {between}", self._changes(before, after))

    def _changes(self, before: int, after: int) -> str:
        """Both versions side by side, opened at the passage if the older one has it."""
        passage = self._selection.all_stretches[0].passage
        has = (
            before == self._born.number or self._library.read(self._slug, before).version.position(passage) is not None
        )
        return history_url(self._slug, before, after, passage if has else None)


def _beside(version: Version, stretches: Sequence[Stretch]) -> str:
    """What stands before and after some words in the sentences in which they begin and end."""
    if not stretches:
        return ""
    texts = {passage.id: passage.text for passage in version.passages}
    first, last = stretches[0], stretches[-1]
    before, after = texts[first.passage][: first.start], texts[last.passage][last.end :]
    return f"{_SENTENCE_ENDS.split(before)[-1]}\n{_SENTENCE_ENDS.split(after)[0]}"


def _context(version: Version, stretches: Sequence[Stretch]) -> tuple[str, str]:
    """What stands before and after some words: in their passage, or in the next one where they begin or end it."""
    first, last = version.position(stretches[0].passage) or 0, version.position(stretches[-1].passage) or 0
    before = version.passages[first].text[: stretches[0].start]
    after = version.passages[last].text[stretches[-1].end :]
    if not words(before) and first:
        before = version.passages[first - 1].text + NEW_PASSAGE + before
    if not words(after) and last + 1 < len(version.passages):
        after = after + NEW_PASSAGE + version.passages[last + 1].text
    return ending(before, AROUND), beginning(after, AROUND)
