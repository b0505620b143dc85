"""The cells of a synopsis for its page: words with their link, speaker, time and notes, or why there are none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reading_room.comparing.collation.corrections import NotSame, SentenceAt
from reading_room.comparing.collation.figures import arithmetic
from reading_room.comparing.collation.questions import telling_words
from reading_room.library import Library
from reading_room.links import link_between
from reading_room.model.analysis import DateBasis
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell, CollatedRow, Words
from reading_room.model.dates import DateSpan
from reading_room.model.errors import BadQuestion, NotUnderstood
from reading_room.model.query import parse
from reading_room.model.results import Span
from reading_room.web.comparison import Comparison
from reading_room.web.heads import script_of
from reading_room.web.pages.compare import CellView, WordsView
from reading_room.web.pages.text import Link, Noted
from reading_room.web.runs import runs
from reading_room.web.urls import article_url, search_url
from reading_room.web.wording import days_in_words, in_words

BASIS: Mapping[DateBasis, str] = {
    "explicit": "as it says",
    "relative": "counted from its publication",
    "later": "counted from a date before",
    "carried": "by the sentence before",
}
QUOTATION_MARKS = '“”«»„"'
MOST_SOUGHT = 6
"""Words that an empty cell's search looks for, one or the other."""


@dataclass(frozen=True, slots=True)
class Noting:
    """What is noted in the words of accounts, by article and passage: places in the text of the passage."""

    shared: Mapping[tuple[str, str], Sequence[Span]]
    names: Mapping[tuple[str, str], Sequence[Span]]
    changed: Mapping[tuple[str, str], Sequence[Span]]
    """What an account with the same text lacks: it is told in words alone."""
    sought: Mapping[tuple[str, str], Sequence[Span]]
    """What a reader's search found."""

    def found(self, article: str, words: Words) -> list[Span]:
        return _clipped(self.sought.get((article, words.passage.id), ()), words.span)

    def of(self, article: str, words: Words) -> dict[Noted, list[Span]]:
        at = article, words.passage.id
        return {
            "shared": _clipped(self.shared.get(at, ()), words.span),
            "figure": _clipped((one.span for one in words.quantities), words.span),
            "name": _clipped(self.names.get(at, ()), words.span),
        }


@dataclass(frozen=True, slots=True)
class CellsOf:
    """Makes the cells of the page at an address."""

    library: Library
    comparison: Comparison
    accounts: tuple[Version, ...]
    noting: Noting
    rows: Mapping[str, Link]
    """Where each row stands on the page, by its key."""
    sentences: Mapping[tuple[str, str], Sequence[Span]]
    """The sentences of the accounts, by article and passage, in their order: they are counted once for all cells."""

    @classmethod
    def on_page(
        cls,
        library: Library,
        comparison: Comparison,
        accounts: tuple[Version, ...],
        noting: Noting,
        rows: Mapping[str, Link],
    ) -> "CellsOf":
        """With the sentences as ingest read them."""
        sentences: dict[tuple[str, str], list[Span]] = {}
        for slug in (version.article.slug for version in accounts):
            for one in library.analysis(slug).sentences:
                sentences.setdefault((slug, one.passage), []).append(one.span)
        return cls(library, comparison, accounts, noting, rows, sentences)

    def row(self, row: CollatedRow, before: str | None) -> tuple[CellView, ...]:
        """`before` is the row to which a reader comes back who parts the words of this one."""
        return tuple(self._cell(row, place, before) for place in range(len(self.accounts)))

    def _cell(self, row: CollatedRow, place: int, before: str | None) -> CellView:
        cell, version = row.cells[place], self.accounts[place]
        return CellView(
            words=tuple(self._words(row, version, one, before) for one in cell.words),
            empty=cell.empty,
            reason=cell.reason,
            article_url=article_url(version.article.slug),
            search_url=self._search_url(row, cell, version) if cell.empty in ("not-found", "language") else None,
            related=tuple(self._words(row, version, one, before) for one in cell.related),
            elsewhere=self.rows.get(cell.elsewhere) if cell.elsewhere else None,
        )

    def _words(self, row: CollatedRow, version: Version, words: Words, before: str | None) -> WordsView:
        slug, start = version.article.slug, words.span.start
        noted = self.noting.of(slug, words)
        hits = self.noting.found(slug, words)
        url, place = words_url(version, words)
        when, basis = when_in_words(words)
        by_machine = words.source == "machine"
        return WordsView(
            passage=words.passage.id,
            runs=runs(
                words.text,
                hits=_moved(hits, start),
                noted={kind: _moved(spans, start) for kind, spans in noted.items()},
            ),
            url=url,
            place=place,
            speaker=words.speaker,
            background=words.background,
            script=script_of(version.article, words.text),
            source=words.source,
            when=when,
            when_basis=basis,
            aside=_aside(
                words.passage.text, noted, _clipped(self.noting.changed.get((slug, words.passage.id), ()), words.span)
            ),
            worked_out=_worked_out(words),
            quotes=any(mark in words.text for mark in QUOTATION_MARKS),
            label=words.label if by_machine and row.source == "curated" else None,
            apart_url=self._apart_url(row, version, words, before) if by_machine else None,
            move_url=replace(self.comparison, moving=sentence_at(version, words)).url() + "#move"
            if by_machine
            else None,
        )

    def _apart_url(self, row: CollatedRow, version: Version, words: Words, before: str | None) -> str:
        """The page on which these words are not the same as any of the other accounts' in the row."""
        others = tuple(
            at
            for other, cell in zip(self.accounts, row.cells, strict=True)
            if other is not version
            for one in cell.words
            for at in self._sentences(other, one)
        )
        correction = NotSame(sentence_at(version, words), others)
        return self.comparison.with_correction(correction).url() + f"#{before or 'corrections'}"

    def _sentences(self, version: Version, words: Words) -> tuple[SentenceAt, ...]:
        """Those that the words are of: a keeper may have chosen a part of one, or several."""
        if words.number:
            return (sentence_at(version, words),)
        slug, passage = version.article.slug, words.passage.id
        return tuple(
            SentenceAt(slug, version.number, passage, number)
            for number, span in enumerate(self.sentences.get((slug, passage), ()), start=1)
            if span.start < words.span.end and words.span.start < span.end
        )

    def _search_url(self, row: CollatedRow, cell: CollatedCell, version: Version) -> str:
        """What the row is about, in this article: the telling words of its question, or else of its words."""
        said = [words.text for other in row.cells for words in other.words]
        sought = list(telling_words(row.question).values()) or list(telling_words(" ".join(said)).values())
        query = replace(parse(" OR ".join(sought[:MOST_SOUGHT])), article=version.article.slug)
        return search_url(query)


def sentence_at(version: Version, words: Words) -> SentenceAt:
    return SentenceAt(version.article.slug, version.number, words.passage.id, words.number or 1)


def words_url(version: Version, words: Words) -> tuple[str, str]:
    """The address of the very words, and the part of it that stands behind the article: `14:12-19~k7f3`."""
    at = words.passage.id
    try:
        within = replace(version, passages=(words.passage,))  # nothing else needs to be looked through
        path = link_between(within, (at, words.span.start), (at, words.span.end)).address.path
    except (BadQuestion, NotUnderstood):  # no word in it, or words that this release cannot count
        path = article_url(version.article.slug, version.number, at)
    return path, path.rpartition("/")[2]


def when_in_words(words: Words) -> tuple[str, str]:
    """The time that words speak of, and what that rests on; nothing where their text says none."""
    when = words.when
    if named := words.named:
        return days_in_words(named.first, named.last), "named in its sentence"
    if when is None:
        return "", ""
    if isinstance(when, DateSpan):
        return in_words(when), "by the keeper"
    if when.basis == "published":
        return "", ""
    return days_in_words(when.first, when.last), BASIS[when.basis]


def _worked_out(words: Words) -> tuple[str, ...]:
    """What follows from the numbers by arithmetic; from which number, where there are several."""
    worked = {
        words.passage.text[one.span.start : one.span.end]: said for one in words.quantities if (said := arithmetic(one))
    }
    return tuple(f"{said} (“{number}”)" if len(words.quantities) > 1 else said for number, said in worked.items())


def _clipped(spans: Iterable[Span], within: Span) -> list[Span]:
    cut = (Span(max(one.start, within.start), min(one.end, within.end)) for one in spans)
    return [one for one in cut if one.start < one.end]


def _moved(spans: Iterable[Span], start: int) -> list[Span]:
    """Places of a passage as those of a part that begins at `start`."""
    return [Span(one.start - start, one.end - start) for one in spans]


def _aside(text: str, noted: Mapping[Noted, Sequence[Span]], changed: Sequence[Span]) -> str:
    """What the eye sees noted in words, for the ear."""
    names: Mapping[Noted, str] = {"shared": "Also in another account", "figure": "Figures", "name": "Names"}
    said = [f"{title}: {_listed(text, noted[kind])}." for kind, title in names.items() if noted.get(kind)]
    if changed:
        said.append(f"Not in the account with nearly the same text: {_listed(text, changed)}.")
    return " ".join(said)


def _listed(text: str, spans: Iterable[Span]) -> str:
    return ", ".join(dict.fromkeys(f"“{text[one.start : one.end]}”" for one in spans))
