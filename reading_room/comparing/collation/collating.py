"""The keeper's rows, filled with each account's words, and for every empty cell the reason why it is empty."""

from collections.abc import Sequence

from reading_room.comparing.collation.reasons import checked, earlier, otherwise
from reading_room.model.article import Passage, Version
from reading_room.model.collation import CollatedCell, CollatedRow, Collation, Words
from reading_room.model.event import Event, Row
from reading_room.model.results import Span
from reading_room.model.selector import places


def collate(event: Event | None, events: Sequence[Event], accounts: Sequence[Version]) -> Collation:
    """Rows of `events` for these accounts; `event` is the one asked for, if the reader asked for one.

    A row in which none of the accounts has words is left out. Every passage of every account is either in a row or unplaced.
    """
    rows = []
    placed: list[set[str]] = [set() for _ in accounts]
    for one in events:
        for row in one.rows:
            found = collated(one, row, accounts)
            if any(cell.words for cell in found.cells):
                rows.append(found)
            for cell, ids in zip(found.cells, placed, strict=True):
                ids.update(words.passage.id for words in cell.words)
    return Collation(
        event=event,
        accounts=tuple(accounts),
        rows=tuple(rows),
        unplaced=tuple(_unplaced(account, ids) for account, ids in zip(accounts, placed, strict=True)),
    )


def collated(event: Event, row: Row, accounts: Sequence[Version]) -> CollatedRow:
    """One row for these accounts, also where none of them has words."""
    cells = tuple(_cell(event, row, account) for account in accounts)
    return CollatedRow(row.id, row.question, event.slug, cells, row.note, group=row.group)


def answered(row: Row, article: str) -> bool:
    """Whether the keeper gave this article words for the row."""
    return any(cell.article == article for cell in row.cells)


def has_words(event: Event, row: Row, account: Version) -> bool:
    """Whether these words stand in this version of the article, so that the row has something to show."""
    return bool(_cell(event, row, account).words)


def _cell(event: Event, row: Row, account: Version) -> CollatedCell:
    """The words that the keeper chose, if they stand in this version exactly once; else why there are none."""
    words = []
    for cell in row.cells:
        if cell.article != account.article.slug:
            continue
        found = list(places(cell.quote, account.passages))
        if len(found) == 1:
            span = Span(found[0].start, found[0].end)
            words.append(Words(found[0].passage, span, cell.speaker, cell.background, when=cell.when))
    if words:
        return CollatedCell(words=tuple(words))
    article = account.article
    return checked(event, row.id, article.slug) or earlier(article, event.when.first) or otherwise(article)


def _unplaced(account: Version, placed: set[str]) -> tuple[Passage, ...]:
    return tuple(passage for passage in account.passages if passage.id not in placed)
