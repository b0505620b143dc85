"""Of accounts with one text, the one that stands for all on a page: the leftmost, in whose cells the words stand that all have.

What is paired does not depend on it, so that the order of the accounts changes no row: only the column in which its words stand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reading_room.comparing.collation.desk import Desk
from reading_room.comparing.collation.one_text import Groups
from reading_room.comparing.collation.reasons import same_text
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell, CollatedRow, Words
from reading_room.model.dates import DateSpan
from reading_room.model.results import Span
from reading_room.model.selector import TextQuote, places
from reading_room.model.wording import words as words_of


def represented(rows: Iterable[CollatedRow], desk: Desk, groups: Groups) -> list[CollatedRow]:
    """The rows with the words of copies in the cells of the leftmost of each group, where it has them letter for letter."""
    columns = {version.article.slug: column for column, version in enumerate(desk.accounts)}
    for group in groups:
        first, *others = sorted(columns[slug] for slug in group)
        rows = [_represented(row, desk, first, others) for row in rows]
    return list(rows)


def _represented(row: CollatedRow, desk: Desk, first: int, others: Sequence[int]) -> CollatedRow:
    cells = list(row.cells)
    if cells[first].empty in ("not-found", "partial", "same-text"):
        for column in others:
            if own := _own(cells[column].words, desk.accounts[first], desk):
                cells[first] = CollatedCell(own)
                cells[column] = CollatedCell(empty="same-text")
                break
    for column in others:
        copy = desk.accounts[column]
        if cells[column].empty == "same-text" and _own(cells[first].words, copy, desk):
            cells[column] = same_text(copy.article, desk.accounts[first].article, desk.context.outlets)
    return desk.with_figures(replace(row, cells=tuple(cells))) if tuple(cells) != row.cells else row


def _own(said: Sequence[Words], version: Version, desk: Desk) -> tuple[Words, ...]:
    """The same words as they stand in this account; none unless it has all of them, and none that a reader placed."""
    found = [_at(one, version, desk) for one in said if one.source != "reader"]
    own = tuple(one for one in found if one)
    return own if len(own) == len(said) else ()


def _at(said: Words, version: Version, desk: Desk) -> Words | None:
    if said.source == "machine":
        same = (one for one in desk.of_account(version) if words_of(one.text) == words_of(said.text))
        telling = next(same, None)
        return desk.words(telling, "machine", said.confidence, said.label) if telling else None
    standing = list(places(TextQuote(said.text), version.passages))
    if len(standing) != 1:
        return None
    place = standing[0]
    own = replace(
        said,
        passage=place.passage,
        span=Span(place.start, place.end),
        when=said.when if isinstance(said.when, DateSpan) else None,
    )
    return desk.read(own, version.article.slug)
