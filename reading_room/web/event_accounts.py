"""The accounts of an event as its page lists them: what each is, which have one text, and how many texts there are."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reading_room.comparing.collation.collating import answered
from reading_room.library import Library
from reading_room.model.apparatus import Apparatus
from reading_room.model.article import Article
from reading_room.model.outlet import Outlet
from reading_room.occasions import Occasion
from reading_room.web.heads import article_head
from reading_room.web.pages.events import AccountView, TextsView
from reading_room.web.pages.text import Link
from reading_room.web.relay_map import texts_relayed
from reading_room.web.urls import article_url
from reading_room.web.wording import counted

NOT_KNOWN = "not known"


def account_views(library: Library, occasion: Occasion, chosen: tuple[str, ...]) -> tuple[AccountView, ...]:
    """The accounts of an event in order of publication, those chosen ticked."""
    views = []
    for article in occasion.articles:
        speaks_for = next((a.speaks_for for a in article.accounts if a.event == occasion.event.slug), None)
        count = sum(answered(row, article.slug) for row in occasion.event.rows)
        views.append(AccountView(article_head(library, article), speaks_for, count, article.slug in chosen))
    return tuple(views)


def described_accounts(
    library: Library, occasion: Occasion, apparatus: Apparatus, labels: Mapping[str, str]
) -> tuple[AccountView, ...]:
    """The same with what is known of their outlets; copies of one text stand below the first of them."""
    views = {view.head.slug: view for view in account_views(library, occasion, library.usual_accounts(occasion))}
    first_of: dict[str, str] = {}
    for group in apparatus.texts.groups:
        ordered = [slug for slug in views if slug in group]
        first_of |= dict.fromkeys(ordered[1:], ordered[0])
    described: dict[str, AccountView] = {}
    for article in occasion.articles:
        slug, first = article.slug, first_of.get(article.slug)
        described[slug] = replace(
            views[slug],
            of_itself=_of_itself(library.corpus.outlet(article.outlet)),
            copy_of=Link(labels[first], article_url(first)) if first else None,
        )
    leading = [slug for slug in views if slug not in first_of]
    following = {slug: [other for other in first_of if first_of[other] == slug] for slug in leading}
    return tuple(described[slug] for first in leading for slug in (first, *following[first]))


def outlet_facts(outlet: Outlet) -> tuple[tuple[str, str, str], ...]:
    """What is known of an outlet: name, value, source."""
    said = (("country", outlet.country), ("owner", outlet.owner), ("says_of_itself", outlet.self_description))
    return tuple((name, one.value, one.source) for name, one in said if one and one.value.casefold() != NOT_KNOWN)


def _of_itself(outlet: Outlet) -> tuple[str, str] | None:
    return next(((value, source) for name, value, source in outlet_facts(outlet) if name == "says_of_itself"), None)


def unknown_outlets(library: Library, occasion: Occasion) -> str:
    """How many of the outlets are not known to describe themselves; empty where all are."""
    keys = {article.outlet for article in occasion.articles}
    silent = [key for key in keys if not _of_itself(library.corpus.outlet(key))]
    if not silent:
        return ""
    if len(keys) == 1:
        return "What the outlet says of itself is not known to this room."
    if len(silent) == len(keys):
        return "What the outlets say of themselves is not known to this room."
    return f"Of {len(silent)} of the {len(keys)} outlets it is not known to this room what they say of themselves."


def texts_view(library: Library, apparatus: Apparatus) -> TextsView:
    """How many texts stand behind the articles, as far as their texts are held, and what cannot be seen."""
    texts, total = apparatus.texts, len(apparatus.accounts)
    digests, whole = len(texts.digests), total - len(texts.digests)
    line = counted(total, "article", "articles")
    if not whole:
        line += ", held as a digest" if total == 1 else ", of each a digest"
    else:
        line += f", {counted(texts.count, 'independent text', 'independent texts')}"
        line += f" among the {whole} that are held in their own words" if digests else ""
    notes = []
    if texts.count < whole:
        notes.append(
            "Articles that print one text, with or without changes, count as one: they are one report, not several."
        )
    if digests and total > 1:
        which = "A digest is" if digests == 1 else "Digests are"
        notes.append(
            f"{which} in this room’s own words, so that it cannot be seen whether two articles print one text."
        )
    if relayed := texts_relayed(apparatus.relays, library):
        notes.append(f"Given as an agency’s text: {relayed}.")
    return TextsView(f"{line}.", tuple(notes))


def account_document(library: Library, article: Article) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_name": library.corpus.outlet(article.outlet).name,
        "published": article.published.written if article.published else None,
        "url": article_url(article.slug),
    }
