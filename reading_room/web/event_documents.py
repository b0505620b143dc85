"""An event as JSON: what its page says, with every name, figure and relay of its accounts."""

from collections.abc import Mapping
from typing import Any

from reading_room.library import Library
from reading_room.model.apparatus import CountedFigures
from reading_room.model.article import Article, Passage
from reading_room.model.collation import Figure
from reading_room.model.event import OfTime
from reading_room.model.naming import Contrast
from reading_room.model.shared import Relay
from reading_room.occasions import Occasion
from reading_room.web.event_accounts import account_document, outlet_facts
from reading_room.web.synopsis_document import quantity_document
from reading_room.web.urls import article_url
from reading_room.web.wording import first_iso


def event_document(library: Library, occasion: Occasion) -> dict[str, Any]:
    apparatus = library.apparatus(occasion)
    passages = {(version.article.slug, one.id): one for version in apparatus.accounts for one in version.passages}
    event, here = occasion.event, library.corpus.articles.keys()  # what is not shown any more is not quoted either
    return {
        "slug": event.slug,
        "name": event.name,
        "when": {
            "from": event.when.first.isoformat(),
            "to": event.when.last.isoformat(),
            "written": event.when.written,
        },
        "when_basis": event.when_basis,
        "where": event.where,
        "summary": [block.text for block in event.summary],
        "previous": event.previous,
        "next": event.next,
        "accounts": [_account(library, article) for article in occasion.articles],
        "independent_texts": {
            "articles": len(apparatus.accounts),
            "texts": apparatus.texts.count,
            "groups": [list(group) for group in apparatus.texts.groups],
            "digests": list(apparatus.texts.digests),
            "changed": dict(apparatus.changed),
        },
        "usual_accounts": list(library.usual_accounts(occasion)),
        "parties": [
            {
                "name": party.name,
                "called": [{"term": one.term, "article": one.article} for one in party.called if one.article in here],
            }
            for party in event.parties
        ],
        "rows": [
            {
                "id": row.id,
                "question": row.question,
                "note": row.note,
                "answered_by": list(dict.fromkeys(cell.article for cell in row.cells if cell.article in here)),
            }
            for row in event.rows
        ],
        "names": [_named(contrast) for contrast in apparatus.names],
        "figures": [_counted(group, passages) for group in apparatus.figures],
        "relays": [_relay(library, relay) for relay in apparatus.relays],
    }


def _account(library: Library, article: Article) -> dict[str, Any]:
    """An account with what it is: whose, complete or not, an agency's, the basis of its date."""
    outlet = library.corpus.outlet(article.outlet)
    return account_document(library, article) | {
        "published_basis": article.published_basis or None,
        "text": article.text,
        "wire": article.wire,
        "same_text_as": [copy.slug for copy, _ in library.same_text(article.slug)],
        "outlet_facts": [
            {"name": name, "value": value, "source": source} for name, value, source in outlet_facts(outlet)
        ],
    }


def _named(contrast: Contrast) -> dict[str, Any]:
    return {
        "kind": contrast.kind,
        "name": contrast.name,
        "called": {
            account.article: [
                {
                    "term": term.text,
                    "count": term.count,
                    "noted": term.noted,
                    "passages": list(dict.fromkeys(place.passage for place in term.occurrences)),
                }
                for term in account.terms
            ]
            for account in contrast.accounts
            if account.terms
        },
    }


def _counted(group: CountedFigures, passages: Mapping[tuple[str, str], Passage]) -> dict[str, Any]:
    return {
        "counted": group.counted or None,
        "unit": group.unit or None,
        "accounts": group.accounts,
        "caution": group.caution,
        "figures": [
            _figure(one, passages[one.article, one.passage], given.of_time)
            for given in group.given
            for one in given.figures
        ],
    }


def _figure(figure: Figure, passage: Passage, of_time: OfTime) -> dict[str, Any]:
    when = figure.when
    return {
        "article": figure.article,
        "passage": figure.passage,
        "text": figure.words,
        "sentence": passage.text[figure.sentence.start : figure.sentence.end],
        "url": article_url(figure.article, passage=figure.passage),
        **quantity_document(figure.quantity),
        "speaker": figure.speaker,
        "when": {"from": first_iso(when.first), "to": when.last.isoformat(), "basis": when.basis} if when else None,
        "other_time": of_time == "another",
        "time_known": of_time != "unknown",
        "arithmetic": figure.arithmetic,
    }


def _relay(library: Library, relay: Relay) -> dict[str, Any]:
    return {
        "article": relay.article,
        "source": relay.source,
        "source_name": library.corpus.outlet(relay.source).name,
        "by": relay.by,
        "other_time": relay.of_time == "another",
        "time_known": relay.of_time != "unknown",
        "passage": relay.shown.passage if relay.shown else None,
        "url": article_url(relay.article, passage=relay.shown.passage if relay.shown else None),
    }
