"""What stands in rows already: for each passage of an account its words there, and the row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reading_room.comparing.collation.account_sentences import overlapping
from reading_room.model.alignment import Said
from reading_room.model.article import Version
from reading_room.model.collation import CollatedRow
from reading_room.model.results import Span

Standing = Mapping[tuple[str, str], Sequence[tuple[Span, CollatedRow]]]


def standing_in(rows: Iterable[CollatedRow], accounts: Sequence[Version]) -> Standing:
    found: dict[tuple[str, str], list[tuple[Span, CollatedRow]]] = defaultdict(list)
    for row in rows:
        for version, cell in zip(accounts, row.cells, strict=True):
            for words in cell.words:
                found[version.article.slug, words.passage.id].append((words.span, row))
    return found


def elsewhere(said: Said, row: CollatedRow, standing: Standing) -> CollatedRow | None:
    """The first of the other rows in which the sentence stands."""
    there = (
        other
        for span, other in standing.get((said.article, said.passage), ())
        if other.key != row.key and overlapping([span], said.span)
    )
    return next(there, None)
