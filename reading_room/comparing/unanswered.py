"""What can be said of cells in which nothing was found: words that may be related, the row that has them, or another language.

None of it is an answer: the machine is not sure enough to say that the words belong into the row.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reading_room.comparing.account_sentences import overlapping
from reading_room.comparing.clustering import SURENESS
from reading_room.comparing.desk import Desk
from reading_room.comparing.reasons import ELSEWHERE, RELATED, other_language
from reading_room.comparing.rows import is_possible
from reading_room.model.alignment import Said, SentencePair
from reading_room.model.collation import CollatedCell, CollatedRow
from reading_room.model.results import Span

MOST = 2
"""Sentences that are shown in one cell: the surest."""
_Standing = Mapping[tuple[str, str], Sequence[tuple[Span, CollatedRow]]]


def explained(rows: Sequence[CollatedRow], desk: Desk) -> list[CollatedRow]:
    """The rows with what there is to their empty cells; what stands in a row already is not shown again, but named."""
    paired: dict[Said, list[tuple[Said, SentencePair]]] = defaultdict(list)
    for pair in desk.pairs:
        if SURENESS[pair.likeness]:
            paired[pair.left].append((pair.right, pair))
            paired[pair.right].append((pair.left, pair))
    standing: dict[tuple[str, str], list[tuple[Span, CollatedRow]]] = defaultdict(list)
    for row in rows:
        if not is_possible(row) and row.source != "reader":
            for version, cell in zip(desk.accounts, row.cells, strict=True):
                for words in cell.words:
                    standing[version.article.slug, words.passage.id].append((words.span, row))
    return [_explained(row, desk, paired, standing) for row in rows]


def _explained(
    row: CollatedRow, desk: Desk, paired: Mapping[Said, Sequence[tuple[Said, SentencePair]]], standing: _Standing
) -> CollatedRow:
    told = [
        telling.said
        for version, cell in zip(desk.accounts, row.cells, strict=True)
        for words in cell.words
        for telling in desk.within(version.article.slug, words)
    ]
    others = [version.article for version, cell in zip(desk.accounts, row.cells, strict=True) if cell.words]
    cells = []
    for version, cell in zip(desk.accounts, row.cells, strict=True):
        if cell.empty in ("not-found", "partial"):
            surest: dict[Said, SentencePair] = {}
            for said, pair in (one for each in told for one in paired.get(each, ())):
                if said.article == version.article.slug and _sureness(pair) > _sureness(surest.get(said)):
                    surest[said] = pair
            cell = _related(cell, surest, row, desk, standing)
        if cell.empty == "not-found":
            cell = other_language(version.article, others) or cell
        cells.append(cell)
    return replace(row, cells=tuple(cells))


def _sureness(pair: SentencePair | None) -> tuple[int, float]:
    return (SURENESS[pair.likeness], pair.confidence) if pair else (0, 0.0)


def _related(
    cell: CollatedCell, surest: Mapping[Said, SentencePair], row: CollatedRow, desk: Desk, standing: _Standing
) -> CollatedCell:
    free: list[Said] = []
    elsewhere = None
    for said in sorted(surest, key=lambda one: (*(-part for part in _sureness(surest[one])), one)):
        there = [
            other
            for span, other in standing.get((said.article, said.passage), ())
            if other.key != row.key and overlapping([span], said.span)
        ]
        if there:
            elsewhere = elsewhere or there[0].key
        else:
            free.append(said)
    shown = tuple(
        desk.words(desk.told[said], "machine", surest[said].confidence, "possibly related")
        for said in sorted(free[:MOST], key=lambda one: desk.told[one].order)
    )
    if elsewhere:
        return replace(cell, empty="elsewhere", reason=ELSEWHERE, related=shown, elsewhere=elsewhere)
    return replace(cell, empty="related", reason=RELATED, related=shown) if shown else cell
