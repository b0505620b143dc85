"""What may answer a question of the keeper's in an account of which nothing else can be said: a sentence by its words, or a row."""

from collections.abc import Sequence
from dataclasses import replace

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.answer_words import answer_words
from reading_room.comparing.collation.common_days import Window, one_occasion, window
from reading_room.comparing.collation.desk import Desk
from reading_room.comparing.collation.kindred_rows import kindred
from reading_room.comparing.collation.reasons import KINDRED, OTHER_ROW, PERHAPS
from reading_room.comparing.collation.standing import Standing, elsewhere
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell, CollatedRow
from reading_room.model.event import Event

MOST = 2
"""Sentences that are shown in one cell: the likeliest."""


def perhaps_answered(row: CollatedRow, desk: Desk, standing: Standing) -> CollatedRow:
    """A row of the keeper's with that, in cells of which no more could be said than that nothing was found."""
    event = desk.context.events.get(row.event)
    if event is None or all(cell.empty != "not-found" for cell in row.cells):
        return row
    beside = [
        telling
        for version, its in zip(desk.accounts, row.cells, strict=True)
        for words in its.words
        for telling in desk.within(version.article.slug, words)
    ]
    cells = []
    for version, cell in zip(desk.accounts, row.cells, strict=True):
        if cell.empty == "not-found":
            told = [telling for telling in desk.of_account(version) if _fits(telling, beside, event, desk)]
            likeliest = answer_words(event).may_answer(row.id, told)[:MOST]
            cell = _shown(likeliest, row, desk, standing) or _pointing(event, row, version, standing) or cell
        cells.append(cell)
    return replace(row, cells=tuple(cells))


def _fits(telling: AccountSentence, beside: Sequence[AccountSentence], event: Event, desk: Desk) -> bool:
    """Whether a sentence can be of the event or of what the row tells of, and nobody said that it does not belong there."""
    if any(desk.is_apart(telling.said, other.said) for other in beside):
        return False
    days = Window(event.when.first, event.when.last)
    return window(telling.when) & days is not None or any(one_occasion((telling.when, other.when)) for other in beside)


def _shown(
    likeliest: Sequence[AccountSentence], row: CollatedRow, desk: Desk, standing: Standing
) -> CollatedCell | None:
    """The likeliest sentences in their order, or the row in which the likeliest of all stands."""
    other_rows = [elsewhere(telling.said, row, standing) for telling in likeliest]
    if other_rows and other_rows[0]:
        return CollatedCell(empty="elsewhere", reason=OTHER_ROW, elsewhere=other_rows[0].key)
    free = [telling for telling, there in zip(likeliest, other_rows, strict=True) if not there]
    words = (desk.words(one, "machine", label="possibly related") for one in sorted(free, key=lambda one: one.order))
    return CollatedCell(empty="related", reason=PERHAPS, related=tuple(words)) if free else None


def _pointing(event: Event, row: CollatedRow, version: Version, standing: Standing) -> CollatedCell | None:
    """The row in which the account has words, and whose answers often answer this one too."""
    nearest = kindred(event, row.id, version.article.slug)
    key = f"{event.slug}/{nearest}"
    shown = (other.key for (slug, _), there in standing.items() if slug == version.article.slug for _, other in there)
    return CollatedCell(empty="elsewhere", reason=KINDRED, elsewhere=key) if nearest and key in shown else None
