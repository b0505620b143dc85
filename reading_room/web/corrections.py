"""The corrections of a comparison on its page: in words, how each is undone, and as YAML for the keeper's event file."""

import json
from collections.abc import Iterable, Sequence

from reading_room.comparing.account_sentences import speaker_of
from reading_room.comparing.common_days import is_background
from reading_room.comparing.corrections import BelongsTo, Correction, NotSame
from reading_room.comparisons import Applied
from reading_room.library import Library
from reading_room.model.alignment import Said
from reading_room.model.article import Passage, Version
from reading_room.model.collation import CollatedRow, Collation
from reading_room.model.results import Span
from reading_room.model.selector import TextQuote, places
from reading_room.web.comparison import Comparison
from reading_room.web.heads import script_of
from reading_room.web.pages.compare import CorrectionView

CONTEXT_STEP = 20
"""Code points by which the context of a quotation grows until it stands at one place only."""


def correction_views(library: Library, comparison: Comparison, collation: Collation) -> tuple[CorrectionView, ...]:
    """In the order in which they were made."""
    applied = library.comparisons.applied(comparison.corrections)
    return tuple(_view(library, comparison, collation, one) for one in applied)


def _view(library: Library, comparison: Comparison, collation: Collation, applied: Applied) -> CorrectionView:
    correction, said = applied.correction, applied.said
    undo = comparison.without(correction).url() + "#corrections"
    row = _row(collation.rows, correction)
    shown = {version.article.slug for version in collation.accounts}
    if said is None or (isinstance(correction, BelongsTo) and row is None):
        return CorrectionView("This correction speaks of words or a row that are not here any more.", (), undo)
    versions = {slug: library.read(slug).version for slug in {one.article for one in said}}
    quotes = tuple(
        (
            library.corpus.outlet(versions[one.article].article.outlet).name,
            _text(versions[one.article], one.passage, one.span),
            script_of(versions[one.article].article, _text(versions[one.article], one.passage, one.span)),
        )
        for one in said
    )
    says = "Not the same:" if isinstance(correction, NotSame) else f"Belongs to “{row.question if row else ''}”:"
    if not shown >= {one.article for one in said}:
        says = f"Of accounts that are not on this page. {says}"
    event = next((one.event for one in collation.rows if one.event), collation.event.slug if collation.event else None)
    if event is None:
        return CorrectionView(says, quotes, undo)
    yaml = never_yaml(said) if isinstance(correction, NotSame) else row_yaml(library, collation, row, said[0])
    return CorrectionView(says, quotes, undo, yaml, f"corpus/events/{event}.md")


def _row(rows: Iterable[CollatedRow], correction: Correction) -> CollatedRow | None:
    if isinstance(correction, NotSame):
        return None
    return next((row for row in rows if correction.row in (row.id, f"{row.event}/{row.id}")), None)


def never_yaml(said: Sequence[Said]) -> str:
    """The pairs of passages to keep apart: the first of them and each of the others."""
    first, *others = (f"{one.article}/{one.passage}" for one in said)
    return "never:\n" + "".join(f"  - [{first}, {other}]\n" for other in dict.fromkeys(others))


def row_yaml(library: Library, collation: Collation, row: CollatedRow | None, said: Said) -> str:
    """The cell to add to a row of the keeper's, or the whole row where it is the machine's."""
    if row is None:
        return ""
    if row.source == "curated":
        return f"# under rows, in the cells of “{row.id}”:\n" + _cell_yaml(
            library, collation, said.article, said.passage, said.span
        )
    cells = "".join(
        _cell_yaml(library, collation, version.article.slug, words.passage.id, words.span)
        for version, cell in zip(collation.accounts, row.cells, strict=True)
        for words in cell.words
    )
    return f"rows:\n  - id: {row.id}\n    question: {_quoted(row.question)}\n    cells:\n{cells}"


def _cell_yaml(library: Library, collation: Collation, slug: str, passage: str, span: Span) -> str:
    version = library.read(slug).version
    exact = _text(version, passage, span)
    quote = _unique(version.passages, passage, span, exact)
    sentence = next(
        (
            one
            for one in library.analysis(slug).sentences
            if one.passage == passage and one.span.start < span.end and span.start < one.span.end
        ),
        None,
    )
    lines = [f"article: {slug}", f"exact: {_quoted(exact)}"]
    lines += [f"{name}: {_quoted(text)}" for name, text in (("prefix", quote.prefix), ("suffix", quote.suffix)) if text]
    lines.append(f"speaker: {_quoted(speaker_of(sentence) if sentence else 'the writer')}")
    if sentence and sentence.times and is_background(sentence.times[0], collation.event):
        lines.append("background: true")
    return "      - " + "\n        ".join(lines) + "\n"


def _unique(passages: Sequence[Passage], passage: str, span: Span, exact: str) -> TextQuote:
    """The quotation with as much context as it needs to stand at one place only."""
    text = next(one.text for one in passages if one.id == passage)
    quote, reach = TextQuote(exact), 0
    while sum(1 for _ in places(quote, passages)) > 1 and reach < len(text):
        reach += CONTEXT_STEP
        quote = TextQuote(
            exact, text[max(0, span.start - reach) : span.start].strip(), text[span.end : span.end + reach].strip()
        )
    return quote


def _text(version: Version, passage: str, span: Span) -> str:
    return next(one.text[span.start : span.end] for one in version.passages if one.id == passage)


def _quoted(text: str) -> str:
    """As a string in double quotation marks, which YAML reads as JSON does."""
    return json.dumps(text, ensure_ascii=False)
