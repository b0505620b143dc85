"""Adds to the names that were found those that the keeper noted and that stand only within a longer name of something else.

“Islamic State” in “drove Islamic State out” is a part of what the act is called; the keeper may have noted both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reading_room.model.article import Version
from reading_room.model.event import Event, Party
from reading_room.model.naming import AccountNames, Contrast, Occurrence, Term
from reading_room.model.results import Span
from reading_room.model.selector import TextQuote, places


def with_noted(found: Iterable[Contrast], event: Event, accounts: Sequence[Version]) -> tuple[Contrast, ...]:
    """The same, with every name of the keeper's that stands in the account for which it is noted."""
    parties = {party.name: party for party in event.named}
    versions = {version.article.slug: version for version in accounts}
    return tuple(
        replace(one, accounts=tuple(_completed(account, parties[one.name], versions) for account in one.accounts))
        if one.name in parties
        else one
        for one in found
    )


def _completed(account: AccountNames, party: Party, versions: dict[str, Version]) -> AccountNames:
    terms = list(account.terms)
    for called in party.called:
        if called.article != account.article:
            continue
        quoted = places(TextQuote(called.term), versions[account.article].passages)
        there = tuple(Occurrence(place.passage.id, Span(place.start, place.end)) for place in quoted)
        known = [place for term in terms for place in term.occurrences]
        if there and not any(_overlap(one, other) for one in there for other in known):
            terms.append(Term(called.term, there, noted=True))
    return replace(account, terms=tuple(sorted(terms, key=lambda term: -term.count)))


def _overlap(one: Occurrence, other: Occurrence) -> bool:
    return one.passage == other.passage and one.span.start < other.span.end and other.span.start < one.span.end
