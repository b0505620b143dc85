"""What became of a quotation, in words for a page and as a document for programs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reading_room.model.article import Version
from reading_room.model.resolution import Resolution, Stretch, WordChange
from reading_room.web.heads import script_of
from reading_room.web.pages import ChangeView, Link, QuotationView
from reading_room.web.runs import Chosen
from reading_room.web.urls import article_url

_KINDS = {
    "figure": "a figure changed",
    "name": "a name changed",
    "negation": "a negation changed",
    "typography": "only the typography changed",
    "words": "words changed",
}


def resolution_document(found: Resolution) -> dict[str, Any]:
    """`{status, quote, born, now, found, candidates, gone_since, changes, permalink}`; offsets are code points."""
    return asdict(found)


def spans_of(stretches: tuple[Stretch, ...]) -> Mapping[str, tuple[Chosen, ...]]:
    """What to mark in each passage."""
    found: dict[str, tuple[Chosen, ...]] = defaultdict(tuple)
    for one in stretches:
        found[one.passage] += (Chosen(one.start, one.end, one is stretches[0], one is stretches[-1]),)
    return found


def quotation_view(found: Resolution, shown: Version) -> QuotationView:
    slug = shown.article.slug
    lines = tuple((line, script_of(shown.article, line)) for line in found.quote.split("\n") if line)
    return QuotationView(
        lines=lines,
        status=found.status,
        sentence=_sentence(found),
        born=Link(f"Version {found.born}", article_url(slug, found.born)),
        places=tuple(_place(slug, shown, one) for one in found.found),
        candidates=tuple(
            (_place(slug, None, places[0]), " … ".join(one.text for one in places)) for places in found.candidates
        ),
        changes=tuple(_change(one) for one in found.changes),
        only_typography=bool(found.changes) and all(one.kinds == ("typography",) for one in found.changes),
        permalink=found.permalink,
    )


def _sentence(found: Resolution) -> str:
    if found.now is None:
        return (
            f"The article has been taken out of the room; these are its words in version {found.born}, which was kept."
        )
    if found.status == "gone":
        since = f"since version {found.gone_since}" if found.gone_since else "from the newest version"
        return f"These words are gone {since}; version {found.born}, which has them, is shown."
    if found.status == "ambiguous":
        return (
            f"It is not certain where these words are in version {found.now}, so none of the places is marked; "
            f"version {found.born}, which has them, is shown."
        )
    where = f"passage {found.found[0].passage} of version {found.now}"
    if found.status == "exact":
        return f"These words stand unchanged in {where}."
    if found.status == "moved":
        return f"These words stand unchanged, but elsewhere now: in {where}."
    if all(change.kinds == ("typography",) for change in found.changes):
        return f"These words stand in {where}; only the typography changed."
    return f"These words were edited. What stands in their place now is marked in {where}."


def _place(slug: str, shown: Version | None, stretch: Stretch) -> Link:
    version = shown.number if shown else None
    return Link(f"Passage {stretch.passage}", article_url(slug, version, stretch.passage))


def _change(change: WordChange) -> ChangeView:
    return ChangeView(change.was, change.now, ", ".join(_KINDS[kind] for kind in change.kinds))
