"""The corrections of a comparison on its page: in words, how each is undone, and as YAML for the keeper's event file."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reading_room.comparing.collation.account_sentences import speaker_of
from reading_room.comparing.collation.common_days import is_background
from reading_room.comparing.collation.corrections import BelongsTo, Correction, NotSame
from reading_room.comparing.collation.kept_apart import kept_apart
from reading_room.comparisons import Applied
from reading_room.library import Library
from reading_room.model.alignment import Said
from reading_room.model.article import Passage, Version
from reading_room.model.collation import CollatedRow, Collation
from reading_room.model.results import Span
from reading_room.model.selector import TextQuote, places
from reading_room.web.comparison import Comparison
from reading_room.web.heads import script_of
from reading_room.web.pages.compare import CorrectionView, KeeperView

CONTEXT_STEP = 20
"""Code points by which the context of a quotation grows until it stands at one place only."""
_UNSEEN = re.compile(r"[^\S ]|[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
"""White space but for the plain space, and characters that are not seen."""


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
    return CorrectionView(says, quotes, undo)


def keeper_views(library: Library, comparison: Comparison, collation: Collation) -> tuple[KeeperView, ...]:
    """What the keeper may paste: one block for each event file, with all corrections that are about it."""
    never: dict[str, None] = {}
    made: dict[str, dict[str, None]] = defaultdict(dict)
    cells: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    first = next((one.event for one in collation.rows if one.event), collation.event.slug if collation.event else "")
    for applied in library.comparisons.applied(comparison.corrections):
        correction, said = applied.correction, applied.said
        if said is None:
            continue
        if isinstance(correction, NotSame):
            never |= dict.fromkeys(_never(library, first, said))
        elif (row := _row(collation.rows, correction)) and row.source == "curated":
            cells[row.event][row.id][_cell_yaml(library, collation, said[0].article, said[0].passage, said[0].span)] = (
                None
            )
        elif row:
            made[row.event or first][_row_yaml(library, collation, row)] = None
    views = []
    for slug in dict.fromkeys([*([first] if never else []), *made, *cells]):
        if event := library.corpus.events.get(slug):
            yaml = _under("never", list(never) if slug == first else [], there=bool(event.never))
            yaml += _under("rows", list(made[slug]), there=bool(event.rows))
            for key, ones in cells[slug].items():
                yaml += f"# under “cells:” of the row “{key}”, as far in as the lines there\n" + "".join(ones)
            if yaml:
                views.append(KeeperView(f"corpus/events/{slug}.md", yaml))
    return tuple(views)


def _under(key: str, items: Sequence[str], *, there: bool) -> str:
    """Entries of a list of the event's file, with its key unless the file has that: a key is given once."""
    if not items:
        return ""
    where = (
        f"# under “{key}:”, as far in as the lines there\n"
        if there
        else f"# takes the place of an empty “{key}:”\n{key}:\n"
    )
    return where + "".join(items)


def _row(rows: Iterable[CollatedRow], correction: Correction) -> CollatedRow | None:
    if isinstance(correction, NotSame):
        return None
    return next((row for row in rows if correction.row in (row.id, f"{row.event}/{row.id}")), None)


def _never(library: Library, event: str, said: Sequence[Said]) -> tuple[str, ...]:
    """The pairs of sentences to keep apart, the first of them and each of the others, but for those that the keeper has."""
    slugs = dict.fromkeys(one.article for one in said)
    told = (Said(slug, one.passage, one.span) for slug in slugs for one in library.analysis(slug).sentences)
    events = [library.corpus.events[event]] if event in library.corpus.events else []
    kept = kept_apart(events, [library.read(slug).version for slug in slugs], told)
    first, *others = said
    pairs = ((first, other) for other in others if frozenset([first, other]) not in kept)
    return tuple(f"  - - {_side(library, one)}    - {_side(library, other)}" for one, other in pairs)


def _side(library: Library, said: Said) -> str:
    return "\n      ".join(_quote_lines(library, said.article, said.passage, said.span)) + "\n"


def _quote_lines(library: Library, slug: str, passage: str, span: Span) -> list[str]:
    """What names words in an event's file."""
    version = library.read(slug).version
    exact = _text(version, passage, span)
    quote = _unique(version.passages, passage, span, exact)
    given = (("exact", exact), ("prefix", quote.prefix), ("suffix", quote.suffix))
    return [f"article: {slug}", *(f"{name}: {_quoted(text)}" for name, text in given if text)]


def _row_yaml(library: Library, collation: Collation, row: CollatedRow) -> str:
    """The whole of a row of the machine's, as the keeper's."""
    cells = "".join(
        _cell_yaml(library, collation, version.article.slug, words.passage.id, words.span)
        for version, cell in zip(collation.accounts, row.cells, strict=True)
        for words in cell.words
    )
    return f"  - id: {row.id}\n    question: {_quoted(row.question)}\n    cells:\n{cells}"


def _cell_yaml(library: Library, collation: Collation, slug: str, passage: str, span: Span) -> str:
    sentence = next(
        (
            one
            for one in library.analysis(slug).sentences
            if one.passage == passage and one.span.start < span.end and span.start < one.span.end
        ),
        None,
    )
    lines = _quote_lines(library, slug, passage, span)
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
    """As a string in double quotation marks, which YAML reads as JSON does.

    What nobody sees is written as an escape: YAML takes some spaces for the end of a line, and a mark of direction that is pasted
    turns what stands around it.
    """
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], json.dumps(text, ensure_ascii=False))
