"""The table of names of an event: what each party, place and act is called, in how many accounts, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from reading_room.model.apparatus import Apparatus
from reading_room.model.article import Article
from reading_room.model.naming import Contrast, Term
from reading_room.web.heads import script_of
from reading_room.web.pages.events import NamedView, TermView, WitnessView
from reading_room.web.pages.text import Link
from reading_room.web.urls import article_url, reading_url

MOST_PLACES = 6
"""Passages of an account that are listed at a name; the article with the name marked shows the rest."""


def named_views(apparatus: Apparatus, labels: Mapping[str, str]) -> tuple[tuple[NamedView, ...], tuple[NamedView, ...]]:
    """What the event lists, and what else has several names in its accounts."""
    articles = {version.article.slug: version.article for version in apparatus.accounts}
    views = [_named(number, one, articles, labels) for number, one in enumerate(apparatus.names, start=1)]
    ours = {party.name for party in apparatus.event.named}
    pairs = list(zip(apparatus.names, views, strict=True))
    return (
        tuple(view for one, view in pairs if one.name in ours),
        tuple(view for one, view in pairs if one.name not in ours),
    )


def _named(number: int, contrast: Contrast, articles: Mapping[str, Article], labels: Mapping[str, str]) -> NamedView:
    same: dict[str, list[tuple[str, Term]]] = defaultdict(list)
    for account in contrast.accounts:
        for term in account.terms:
            same[term.plain].append((account.article, term))
    ranked = sorted(same.values(), key=lambda found: (-len(found), -_total(found), found[0][1].text))
    noted = [found for found in ranked if any(term.noted for _, term in found)]
    return NamedView(
        anchor=f"name-{number}",
        kind=contrast.kind,
        name=contrast.name,
        accounts=sum(bool(account.terms) for account in contrast.accounts),
        terms=len(ranked),
        noted=tuple(_term(found, articles, labels) for found in noted),
        found=tuple(_term(found, articles, labels) for found in ranked if found not in noted),
    )


def _total(found: Iterable[tuple[str, Term]]) -> int:
    return sum(term.count for _, term in found)


def _term(found: list[tuple[str, Term]], articles: Mapping[str, Article], labels: Mapping[str, str]) -> TermView:
    forms: Counter[str] = Counter()
    for _, term in found:
        forms[term.text] += term.count
    (text, _), *others = forms.most_common()
    return TermView(
        text=text,
        others=tuple(other for other, _ in others),
        script=script_of(articles[found[0][0]], text),
        count=_total(found),
        witnesses=tuple(_witness(slug, term, labels[slug]) for slug, term in found),
    )


def _witness(slug: str, term: Term, label: str) -> WitnessView:
    passages = list(dict.fromkeys(place.passage for place in term.occurrences))
    more = len(passages) - MOST_PLACES
    return WitnessView(
        label=label,
        count=term.count,
        places=tuple(Link(passage, article_url(slug, passage=passage)) for passage in passages[:MOST_PLACES]),
        more=Link(f"{more} more", reading_url(slug, f'="{term.text}"')) if more > 0 else None,
    )
