"""What can be said of cells in which nothing was found: words that may be related, the row that has them, or another language.

Pairs of sentences come first. Where they say nothing of an account, its sentences are looked through for the words of the keeper's
answers, and then for a row whose answers are often the same.

None of it is an answer: the machine is not sure enough to say that the words belong into the row.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reading_room.comparing.collation.clustering import SURENESS
from reading_room.comparing.collation.desk import Desk
from reading_room.comparing.collation.perhaps import perhaps_answered
from reading_room.comparing.collation.questions import telling_words
from reading_room.comparing.collation.reasons import CHANGED, ELSEWHERE, RELATED, other_language
from reading_room.comparing.collation.rows import is_possible
from reading_room.comparing.collation.standing import Standing, elsewhere, standing_in
from reading_room.model.alignment import Said, SentencePair
from reading_room.model.collation import CollatedCell, CollatedRow, Words

MOST = 2
"""Sentences that are shown in one cell: the surest."""
IN_COMMON = 2
"""Words that a change in a copy must share with a row to be about the same, one of them with its question."""


def explained(rows: Sequence[CollatedRow], desk: Desk, echoed: Mapping[Said, frozenset[str]]) -> list[CollatedRow]:
    """The rows with what there is to their empty cells; what stands in a row already is not shown again, but named.

    `echoed` has the sentences that stand word for word in other accounts with the same text: the rest of a copy are its changes.
    """
    paired: dict[Said, list[tuple[Said, SentencePair]]] = defaultdict(list)
    for pair in desk.pairs:
        if SURENESS[pair.likeness]:
            paired[pair.left].append((pair.right, pair))
            paired[pair.right].append((pair.left, pair))
    standing = standing_in([row for row in rows if not is_possible(row) and row.source != "reader"], desk.accounts)
    made = [_explained(row, desk, paired, standing, echoed) for row in rows]
    made = [perhaps_answered(row, desk, standing) if row.source == "curated" else row for row in made]
    made = [_in_other_languages(row, desk) for row in made]
    by_key = {row.key: row for row in made}
    of_numbers = {row.key for row in made if row.source == "machine" and row.group == "how many"}
    return [_with_numbers_elsewhere(row, by_key) if row.key in of_numbers else row for row in made]


def _with_numbers_elsewhere(row: CollatedRow, rows: Mapping[str, CollatedRow]) -> CollatedRow:
    """A row of numbers: what another account has in a row that one account ties to it is not missing."""
    tied = [rows[key] for key in dict.fromkeys(cell.elsewhere for cell in row.cells) if key]
    cells = list(row.cells)
    for place, cell in enumerate(cells):
        there = (other.key for other in tied if any(words.quantities for words in other.cells[place].words))
        if cell.empty in ("not-found", "partial") and (key := next(there, None)):
            cells[place] = replace(cell, empty="elsewhere", reason=ELSEWHERE, elsewhere=key)
    return replace(row, cells=tuple(cells))


def _explained(
    row: CollatedRow,
    desk: Desk,
    paired: Mapping[Said, Sequence[tuple[Said, SentencePair]]],
    standing: Standing,
    echoed: Mapping[Said, frozenset[str]],
) -> CollatedRow:
    told = [
        telling.said
        for version, cell in zip(desk.accounts, row.cells, strict=True)
        for words in cell.words
        for telling in desk.within(version.article.slug, words)
    ]
    cells = []
    for version, cell in zip(desk.accounts, row.cells, strict=True):
        if cell.empty in ("not-found", "partial"):
            surest: dict[Said, SentencePair] = {}
            for said, pair in (one for each in told for one in paired.get(each, ())):
                if said.article == version.article.slug and _sureness(pair) > _sureness(surest.get(said)):
                    surest[said] = pair
            cell = _related(cell, surest, row, desk, standing)
        if cell.empty == "same-text" and (changes := _changes(row, version.article.slug, desk, echoed)):
            cell = replace(cell, empty="related", reason=CHANGED, related=changes)
        cells.append(cell)
    return replace(row, cells=tuple(cells))


def _in_other_languages(row: CollatedRow, desk: Desk) -> CollatedRow:
    others = [version.article for version, cell in zip(desk.accounts, row.cells, strict=True) if cell.words]
    cells = (
        (other_language(version.article, others) if cell.empty == "not-found" else None) or cell
        for version, cell in zip(desk.accounts, row.cells, strict=True)
    )
    return replace(row, cells=tuple(cells))


def _sureness(pair: SentencePair | None) -> tuple[int, float]:
    return (SURENESS[pair.likeness], pair.confidence) if pair else (0, 0.0)


def _related(
    cell: CollatedCell, surest: Mapping[Said, SentencePair], row: CollatedRow, desk: Desk, standing: Standing
) -> CollatedCell:
    free: list[Said] = []
    other_row, surest_elsewhere = None, 0
    for said in sorted(surest, key=lambda one: (*(-part for part in _sureness(surest[one])), one)):
        if there := elsewhere(said, row, standing):
            surest_elsewhere = max(surest_elsewhere, SURENESS[surest[said].likeness])
            other_row = other_row or there.key
        else:
            free.append(said)
    shown = tuple(
        desk.words(desk.told[said], "machine", surest[said].confidence, "possibly related")
        for said in sorted(free[:MOST], key=lambda one: desk.told[one].order)
    )
    if shown and surest_elsewhere <= SURENESS[surest[free[0]].likeness]:
        return replace(cell, empty="related", reason=RELATED, related=shown)
    if other_row:
        return replace(cell, empty="elsewhere", reason=ELSEWHERE, related=shown, elsewhere=other_row)
    return cell


def _changes(row: CollatedRow, article: str, desk: Desk, echoed: Mapping[Said, frozenset[str]]) -> tuple[Words, ...]:
    """The sentences of a copy that no account with its text has, and that have words in common with a row and its question."""
    asked = telling_words(row.question).keys()
    told = asked | telling_words(" ".join(words.text for cell in row.cells for words in cell.words)).keys()
    found = []
    for said, telling in desk.told.items():
        if said.article == article and said not in echoed:
            own = telling_words(telling.text).keys()
            if own & asked and len(own & told) >= IN_COMMON:
                found.append((-len(own & told), telling.order, telling))
    surest = sorted(
        (telling for *_, telling in sorted(found, key=lambda one: one[:2])[:MOST]), key=lambda one: one.order
    )
    return tuple(desk.words(telling, "machine", label="possibly related") for telling in surest)
