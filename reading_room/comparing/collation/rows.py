"""The rows that the machine makes of sentences that belong together: a question, a cell for each account, and how sure it is."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.clustering import SURENESS, Cluster, cluster
from reading_room.comparing.collation.common_days import window
from reading_room.comparing.collation.desk import Desk
from reading_room.comparing.collation.questions import question
from reading_room.comparing.collation.reasons import before_the_event, earlier, otherwise, same_text
from reading_room.comparing.collation.subjects import subject
from reading_room.model.alignment import Said
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell, CollatedRow
from reading_room.model.event import GROUPS, Event

MARK = "m-"
"""What the ids of these rows begin with."""


def machine_rows(
    desk: Desk, free: Mapping[Said, AccountSentence], echoed: Mapping[Said, frozenset[str]]
) -> list[CollatedRow]:
    """Rows of the sentences that are `free`: what is only possible after the rest, by group, in the order of telling.

    `echoed` has the sentences that stand in other accounts with the same text, with the slugs of those.
    """
    made = []
    for found in cluster(desk.pairs, free):
        row = _row(found, desk, echoed)
        made.append((is_possible(row), GROUPS.index(row.group or GROUPS[0]), _place(found), row.id, row))
    return [row for *_, row in sorted(made, key=lambda one: one[:-1])]


def _place(found: Cluster) -> float:
    """How far into their accounts the sentences stand, on average."""
    return sum(one.place for one in found.members) / len(found.members)


def _row(found: Cluster, desk: Desk, echoed: Mapping[Said, frozenset[str]]) -> CollatedRow:
    """Its question does not depend on the order of the accounts: the one published first gives its words."""
    published = sorted(desk.accounts, key=lambda version: version.article.publication_order)
    told = [cell for version in published if (cell := found.of(version.article.slug))]
    of = subject(told, desk)
    cells = tuple(_cell(version, found, desk, echoed) for version in desk.accounts)
    row = CollatedRow(
        id=row_id(found),
        question=question(
            of.group,
            [" ".join(one.text for one in cell) for cell in told],
            of.words,
            {one.speaker for cell in told for one in cell},
        ),
        event=desk.event.slug if desk.event else "",
        cells=cells,
        source="machine",
        confidence=found.weakest.confidence,
        label=found.weakest.likeness,
        group=of.group,
    )
    return desk.with_figures(row)


def is_possible(row: CollatedRow) -> bool:
    """Whether no more can be said of a row than that its passages may be related: readers are shown it folded away."""
    return row.source == "machine" and SURENESS[row.label] < SURENESS["likely the same point"]


def row_id(found: Cluster) -> str:
    """The same for the same words of the same accounts, whatever else is on the page."""
    said = "\n".join(f"{one.article}\t{one.text}" for one in found.members)
    return MARK + sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _cell(version: Version, found: Cluster, desk: Desk, echoed: Mapping[Said, frozenset[str]]) -> CollatedCell:
    article = version.article
    if told := found.of(article.slug):
        sure = found.weakest
        return CollatedCell(tuple(desk.words(one, "machine", sure.confidence, sure.likeness) for one in told))
    before = (
        earlier(article, happened)
        if (happened := _happened(found))
        else before_the_event(article, _told_of(found, desk))
    )
    if before:
        return before
    for one in found.members:
        if article.slug in echoed.get(one.said, ()):
            told_by = next(other.article for other in desk.accounts if other.article.slug == one.article)
            return same_text(article, told_by, desk.context.outlets)
    return otherwise(article)


def _happened(found: Cluster) -> date | None:
    """The first day that it may have been by the dates in the texts themselves."""
    dated = [window(one.when).first for one in found.members if one.when and one.when.basis != "published"]
    return max(filter(None, dated), default=None)


def _told_of(found: Cluster, desk: Desk) -> Event | None:
    """The first of the events that all accounts with words in the row tell of."""
    told = [
        {account.event for account in version.article.accounts}
        for version in desk.accounts
        if version.article.slug in found.articles
    ]
    common = [desk.context.events[slug] for slug in set.intersection(*told) if slug in desk.context.events]
    return min(common, key=lambda event: (event.when.first, event.slug), default=None)
