"""Says in words what else could be searched for, and how much that finds."""

from collections.abc import Callable
from typing import Any

from reading_room.offering import Offer
from reading_room.web.pages.search import OfferView
from reading_room.web.urls import search_url

HOW = {
    "spelling": "",
    "written-by": "written by",
    "published-by": "published by",
    "known-alone": "without",
    "without-choice": "without",
    "without-part": "without",
    "without-quotation-marks": "without the quotation marks",
    "any-form": "with the words in all their forms",
    "any-word": "with any of the words",
    "whole-room": "in the whole room",
}


def offer_view(offer: Offer, said: Callable[[str], str]) -> OfferView:
    """`said` has the words for the choices of a parameter."""
    changed = said(offer.changed) if offer.kind == "without-choice" else offer.changed
    found = f"{offer.passages:,} {'passage' if offer.passages == 1 else 'passages'}"
    return OfferView(found, HOW[offer.kind], changed, offer.query.text, search_url(offer.query))


def offer_document(offer: Offer) -> dict[str, Any]:
    return {
        "query": offer.query.text,
        "how": offer.kind,
        "changed": offer.changed or None,
        "passages": offer.passages,
        "articles": offer.articles,
        "url": search_url(offer.query),
    }
