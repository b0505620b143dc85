"""What became of a quotation or of a passage, in words for a page and as a document for programs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, replace
from functools import cached_property
from itertools import islice
from typing import Any

from reading_room.library import Library
from reading_room.model.article import Passage, Version
from reading_room.model.lineage import Fate
from reading_room.model.resolution import Resolution, Stretch
from reading_room.model.results import Span
from reading_room.permalinks.around import Around, Frame
from reading_room.permalinks.differences import moved, pointed_out, replaced
from reading_room.permalinks.folding import folded
from reading_room.permalinks.moved import Moved, places_of
from reading_room.permalinks.resolution import around_candidates, around_found, compared
from reading_room.permalinks.rows import row
from reading_room.permalinks.selection import NEW_PASSAGE, Selection, quotation, select_passage, with_signs
from reading_room.permalinks.signs import differing_signs
from reading_room.web.heads import article_head, script_of
from reading_room.web.pages.quotation import (
    CandidateView,
    OutcomeView,
    QuotationView,
    SurroundingsView,
    TwinsView,
    WasNowView,
)
from reading_room.web.pages.text import Change, LineView, Link
from reading_room.web.revisions import MOST_NOTES, pointed_in_words
from reading_room.web.runs import Chosen, runs
from reading_room.web.surroundings import AROUND, address_of, beside, context, neighbours, sentences_of
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
    taken_out_in_words,
)

_NAMES = {"exact": "Unchanged", "moved": "Moved", "edited": "Edited", "ambiguous": "Not certain", "gone": "Gone"}


def resolution_document(library: Library, slug: str, found: Resolution) -> dict[str, Any]:
    """`{status, quote, born, now, found, candidates, gone_since, changes, came_in, lost, twins, around,
    around_candidates, permalink, taken_out}`.

    Offsets are code points. `taken_out` says when the article was taken out of the room, None where it was not or nobody noted it.
    """
    at = library.corpus.taken_out(slug) if found.now is None else None
    return asdict(found) | {"taken_out": at.isoformat() if at else None}


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
        begins=shortened(selection.shown, AROUND),
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
        self._was_lines, self._now_lines = compared(selection, found, born.passages, self._now.passages)
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
            surroundings=self._surroundings,
            twins=self._twins(),
            was_now=self._was_now() if is_edited else None,
            candidates=tuple(map(self._candidate, *self._places())),
            around=tuple(map(self._around, self._selection.signed)) if self._is_to_be_placed() else (),
            shown=self._shown(),
            links=tuple(self._links()),
        )

    def _name(self) -> str:
        if self._found.now is None:
            return "Taken out of the room"
        if self._put_back:
            return "Taken out and put back"
        return "Typography changed" if self._found.is_typography else _NAMES[self._found.status]

    def _sentence(self) -> str:
        found, born, they = self._found, self._born.number, self._words
        if found.now is None:
            out = taken_out_in_words(self._library.corpus.taken_out(self._slug))
            return f"The article {out}; version {born}, which has {they}, was kept."
        if found.status == "gone":
            return f"{capitalised(they)} are gone {self._since()}; version {born}, which has them, is shown."
        if found.status == "ambiguous":
            return self._uncertain(list(dict.fromkeys(found.candidates)))
        where = f"{passages_of(self._now, found.found)} of version {found.now}"
        if found.status == "exact":
            return f"{capitalised(they)} stand unchanged in {where}."
        if found.status == "moved":
            return f"{capitalised(they)} stand unchanged{self._moved(where)}."
        if self._found.is_typography:
            return f"Only the typography of {they} changed; they stand in {where}."
        return f"{capitalised(they)} were edited: what stands in their place now is in {where}."

    def _uncertain(self, places: Sequence[tuple[Stretch, ...]]) -> str:
        they, now = self._words, self._found.now
        if len(places) > 1:
            return (
                f"{capitalised(they)} may stand in any of {len(places)} places of version {now}, "
                "and it cannot be told which one is meant. In each of them the words in question are marked below."
            )
        same = folded(quotation(places)).keys == folded(self._found.quote).keys
        marked = (
            "The same words are marked below, in a place that may be another one."
            if same
            else "Words like them are marked below: they may be what became of them, or others."
        )
        return f"It cannot be told whether {they} still stand in version {now}. {marked}"

    def _notes(self) -> Iterator[str]:
        for lost in self._found.lost:
            yield f"Nothing stands for “{isolated(shortened(lost, AROUND))}”: these words are gone."
        sides = beside(self._born, self._was_lines), beside(self._now, self._now_lines)
        pointed = pointed_out(self._was_text, self._now_text, self._language, sides, self._moved_sentences)
        yield from map(pointed_in_words, pointed)
        yield from self._moved_in_words()

    @cached_property
    def _moved_sentences(self) -> Moved:
        return moved(self._was_text, self._now_text, row(self._born.passages), row(self._now.passages), self._language)

    def _moved_in_words(self) -> Iterator[str]:
        """Where the sentences stand that left the quotation and were not taken out, and where those stood that came to it."""
        went, came = self._moved_sentences
        for span in went:
            where = places_of(self._was_text, span, row(self._now.passages))
            inside = any(one.passage == own.passage and one.start < own.end and own.start < one.end
                         for one in where for own in self._now_lines)  # fmt: skip
            then = (
                "stands in another place" if inside else f"stands elsewhere now, in {passages_of(self._now, where[:1])}"
            )
            yield f"“{isolated(shortened(self._was_text[span.start : span.end], AROUND))}” {then}."
        for span in came:
            where = places_of(self._now_text, span, row(self._born.passages))
            if not any(one.passage == own.passage and one.start < own.end and own.start < one.end
                       for one in where for own in self._was_lines):  # fmt: skip
                said = isolated(shortened(self._now_text[span.start : span.end], AROUND))
                yield f"“{said}” stood elsewhere before, in {passages_of(self._born, where[:1])}."

    @cached_property
    def _surroundings(self) -> SurroundingsView | None:
        """“Sold the bridge” is the same in “never sold the bridge”, and a reader wants to know of it."""
        if self._found.now in (None, self._found.born):
            return None
        changed = around_found(
            self._selection, self._found, self._born.passages, self._now.passages, self._born.article.language
        )
        if changed is None:
            return None
        one = len(sentences_of(self._born, self._selection.all_stretches)) == 1
        what = "sentence around these words has" if one else "sentences that these words are from have"
        if self._found.status == "edited" and not self._found.is_typography:
            what = "sentence around them has" if one else "sentences around them have"
        sentences = (f"The {what} changed.", *self._pointed_around(changed))
        return SurroundingsView(" ".join(sentences), self._what_changed(), self._sentences_was_now(changed))

    def _pointed_around(self, changed: Around) -> Iterator[str]:
        return islice(map(pointed_in_words, changed.pointed), MOST_NOTES)

    def _sentences_was_now(self, changed: Around) -> WasNowView:
        """The sentences with the words in them, in both versions; what changed around the words is marked, and they are not."""
        was, now = self._versions()
        return WasNowView(
            was=was,
            now=now,
            was_lines=(self._framed(self._born, changed.was, [one.was for one in changed.changed], "del"),),
            now_lines=(self._framed(self._now, changed.now, [one.now for one in changed.changed], "ins"),),
        )

    def _framed(self, version: Version, parts: Frame, changed: Sequence[Span], change: Change) -> LineView:
        text, at, spans = "", 0, []
        for part in parts:
            inside = [(max(span.start, at) - at, min(span.end, at + len(part.text)) - at) for span in changed]
            if not part.quoted:
                spans += [Span(len(text) + start, len(text) + end) for start, end in inside if start < end]
            is_long = part.quoted and len(part.text) > 3 * AROUND
            text += f"{beginning(part.text, AROUND)} {ending(part.text, AROUND)}" if is_long else part.text
            at += len(part.text)
        return LineView(runs(text, changed=spans, change=change), script_of(version.article, text), None)

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
        named, one = passages_of(self._born, was), len({one.passage for one in was}) == 1
        if self._put_back:
            out, back = self._put_back
            return (
                f" in {where}: {named} of version {self._born.number} {'was' if one else 'were'} taken out with version "
                f"{out} and put back in the same place with version {back}, under {'a new number' if one else 'new numbers'}"
            )
        if [one.passage for one in was] != [one.passage for one in now]:
            elsewhere = (
                ", but elsewhere:" if self._taken_out else ""
            )  # else the passage was split, or merged with others
            return f"{elsewhere} in {where}; they stood in {named} of version {self._born.number}"
        stood, stand = (
            place_in_words([one.id for one in version.passages], was[0].passage) for version in (self._born, self._now)
        )
        if stood == stand:
            return f", but elsewhere: in {where}, which was moved"
        return (
            f", but elsewhere: {named} stood {stood} in version {self._born.number} and "
            f"{'stands' if one else 'stand'} {stand} in version {self._now.number}"
        )

    @cached_property
    def _taken_out(self) -> int | None:
        """The version with which passages of the words were taken out, though the words stand in others now."""
        if self._found.status != "moved":
            return None
        passages = {one.passage for one in self._selection.all_stretches}
        return self._came_to_be("deleted", passages)

    @cached_property
    def _put_back(self) -> tuple[int, int] | None:
        """The version with which words were taken out, and that with which they came back between the same neighbours."""
        out, was, now = self._taken_out, self._selection.all_stretches, self._found.found
        if out is None or neighbours(self._born, was) != neighbours(self._now, now):
            return None
        back = self._came_to_be("inserted", {one.passage for one in now})
        return (out, back) if back and back > out else None

    def _came_to_be(self, how: Fate, passages: AbstractSet[str]) -> int | None:
        """The version since that of the words with which this happened to one of some passages."""
        steps = self._library.corpus.lineage(self._now.article.slug, self._born.number, self._now.number)
        for number, changes in enumerate(steps, self._born.number + 1):
            if any(change.how == how and change.passage in passages for change in changes):
                return number
        return None

    def _was_now(self) -> WasNowView:
        found = self._found
        was, now = self._was_text, self._now_text
        is_typography = found.is_typography
        versions = self._versions()
        changed = (
            differing_signs(was, now)
            if is_typography
            else [
                one for one in replaced(was, now, self._language, self._moved_sentences) if one.kinds != ("typography",)
            ]
        )
        return WasNowView(
            was=versions[0],
            now=versions[1],
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

    def _versions(self) -> tuple[Link, Link]:
        born, now = self._born.number, self._now.number
        return (
            Link(f"Version {born}", article_url(self._slug, born)),
            Link(f"Version {now}", article_url(self._slug, now)),
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

    def _places(self) -> tuple[Sequence[tuple[Stretch, ...]], Sequence[Around | None]]:
        """Where the words may stand, each place once, and what changed around them if they do."""
        changed = around_candidates(
            self._selection, self._found, self._born.passages, self._now.passages, self._language
        )
        each = dict(zip(self._found.candidates, changed, strict=True))
        return tuple(each), tuple(each.values())

    def _candidate(self, stretches: tuple[Stretch, ...], changed: Around | None) -> CandidateView:
        """Words that may be meant; the link opens the article at them."""
        place = f"{capitalised(passages_of(self._now, stretches))}, in the article"
        line = replace(self._in_context(self._now, stretches), place=Link(place, address_of(self._now, stretches)))
        pointed = tuple(self._pointed_around(changed)) if changed else ()
        return CandidateView(line, " ".join(("Around them:", *pointed)) if pointed else "")

    def _is_to_be_placed(self) -> bool:
        """A passage shows by itself where it stood."""
        lost = self._found.status in ("gone", "ambiguous") and self._found.now is not None
        return lost and bool(self._selection.ranges)

    def _around(self, stretches: Sequence[Stretch]) -> LineView:
        return self._in_context(self._born, stretches)

    def _in_context(self, version: Version, stretches: Sequence[Stretch]) -> LineView:
        """Words of a version, marked, with what stands around them."""
        before, after = context(version, stretches)
        quoted = NEW_PASSAGE.join(one.text for one in with_signs(version.passages, stretches))
        if len(quoted) > 3 * AROUND:
            quoted = f"{beginning(quoted, AROUND)} {ending(quoted, AROUND)}"
        text = before + quoted + after
        return LineView(
            runs(text, chosen=[Chosen(len(before), len(before) + len(quoted))]),
            script_of(version.article, text),
            self._link(version, stretches),
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
        elif found.now != born and not self._surroundings:  # which leads there
            yield self._what_changed()

    def _what_changed(self) -> Link:
        since = self._found.gone_since
        before, after = (since - 1, since) if since else (self._born.number, self._now.number)
        between = f"with version {after}" if after - before == 1 else f"between version {before} and version {after}"
        return Link(f"What changed {between}", self._changes(before, after))

    def _changes(self, before: int, after: int) -> str:
        """Both versions side by side, opened at the passage if the older one has it."""
        passage = self._selection.all_stretches[0].passage
        has = (
            before == self._born.number or self._library.read(self._slug, before).version.position(passage) is not None
        )
        return history_url(self._slug, before, after, passage if has else None)
