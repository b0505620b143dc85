"""A comparison as JSON: the rows with their cells, the rest of each account, figures, names, and pairs of sentences."""

from collections.abc import Sequence
from typing import Any

from reading_room.library import Library
from reading_room.model.alignment import Said
from reading_room.model.analysis import Quantity, Time
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell, CollatedRow, Collation, Figure, FigureGroup, Words
from reading_room.model.dates import DateSpan
from reading_room.model.naming import Contrast
from reading_room.web.cells import words_url
from reading_room.web.event_accounts import account_document
from reading_room.web.pages.compare import CorrectionView
from reading_room.web.synopsis import is_covered
from reading_room.web.urls import article_url
from reading_room.web.wording import first_iso

LEAST_CONFIDENCE = 0.05
"""Of the pairs that are given out."""
DIGITS = 4
"""Of a confidence."""


def compare_document(
    library: Library, collation: Collation, corrections: Sequence[CorrectionView], *, pairs: bool
) -> dict[str, Any]:
    accounts = collation.accounts
    slugs = [version.article.slug for version in accounts]
    document: dict[str, Any] = {
        "event": collation.event.slug if collation.event else None,
        "accounts": [
            account_document(library, version.article) | {"same_text_as": _same_text(collation, version.article.slug)}
            for version in accounts
        ],
        "rows": [_row(row, accounts) for row in collation.rows],
        "unplaced": {
            slug: [passage.id for passage in passages] for slug, passages in zip(slugs, collation.unplaced, strict=True)
        },
        "partly_placed": {
            slug: [
                passage.id
                for passage in version.passages
                if passage not in unplaced and not is_covered(passage, placed.get(passage.id, ()))
            ]
            for slug, version, unplaced, placed in zip(
                slugs, accounts, collation.unplaced, collation.placed, strict=True
            )
        },
        "figures": [_figure_group(group) for group in collation.figures],
        "names": [_contrast(contrast) for contrast in collation.names],
    }
    if collation.in_part:
        document["compared_in_part"] = list(collation.in_part)
    if corrections:
        document["corrections"] = [
            {"says": one.says, "quotes": [{"outlet": outlet, "text": text} for outlet, text, _ in one.quotes]}
            for one in corrections
        ]
    if pairs:
        document["pairs"] = [
            {
                "left": _said(pair.left, accounts),
                "right": _said(pair.right, accounts),
                "confidence": round(pair.confidence, DIGITS),
            }
            for pair in library.comparisons.pairs(accounts)
            if pair.confidence >= LEAST_CONFIDENCE
        ]
    return document


def _same_text(collation: Collation, slug: str) -> list[str]:
    return [other for group in collation.same_text if slug in group for other in group if other != slug]


def _row(row: CollatedRow, accounts: tuple[Version, ...]) -> dict[str, Any]:
    return {
        "id": row.id,
        "event": row.event or None,
        "question": row.question,
        "note": row.note,
        "source": row.source,
        "confidence": None if row.confidence is None else round(row.confidence, DIGITS),
        "label": row.label,
        "group": row.group,
        "cells": {
            version.article.slug: _cell(version, cell) for version, cell in zip(accounts, row.cells, strict=True)
        },
        "figures": list(row.figures),
        "caution": row.caution,
    }


def _cell(version: Version, cell: CollatedCell) -> dict[str, Any]:
    document: dict[str, Any] = {"passages": [_words(version, words) for words in cell.words], "reason": cell.reason}
    if cell.related:
        document["possibly_related"] = [_words(version, words) for words in cell.related]
    if cell.elsewhere:
        document["see_row"] = cell.elsewhere
    return document


def _words(version: Version, words: Words) -> dict[str, Any]:
    when = words.when
    return {
        "passage": words.passage.id,
        "text": words.text,
        "url": article_url(version.article.slug, passage=words.passage.id),
        "permalink": words_url(version, words)[0],
        "speaker": words.speaker,
        "background": words.background,
        "source": words.source,
        "confidence": None if words.confidence is None else round(words.confidence, DIGITS),
        "label": words.label,
        "when": None
        if when is None
        else {
            "from": first_iso(when.first),
            "to": when.last.isoformat(),
            "basis": "keeper" if isinstance(when, DateSpan) else when.basis,
        },
    }


def _contrast(contrast: Contrast) -> dict[str, Any]:
    return {
        "kind": contrast.kind,
        "name": contrast.name,
        "called": {
            account.article: [
                {
                    "term": term.text,
                    "count": term.count,
                    "passages": list(dict.fromkeys(place.passage for place in term.occurrences)),
                }
                for term in account.terms
            ]
            for account in contrast.accounts
        },
    }


def _figure_group(group: FigureGroup) -> dict[str, Any]:
    return {
        "counted": group.counted,
        "caution": group.caution,
        "figures": [_figure(figure) for figure in group.figures],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "article": figure.article,
        "passage": figure.passage,
        "text": figure.words,
        "url": article_url(figure.article, passage=figure.passage),
        **quantity_document(figure.quantity),
        "speaker": figure.speaker,
        "when": _time(figure.when),
        "other_time": figure.of_another_time,
        "arithmetic": figure.arithmetic,
    }


def quantity_document(quantity: Quantity) -> dict[str, Any]:
    return {
        "bound": quantity.bound,
        "least": quantity.least,
        "most": quantity.most,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "per": quantity.per,
        "over_days": quantity.over_days,
    }


def _time(when: Time | None) -> dict[str, str | None] | None:
    return {"from": first_iso(when.first), "to": when.last.isoformat(), "basis": when.basis} if when else None


def _said(said: Said, accounts: tuple[Version, ...]) -> dict[str, str]:
    version = next(one for one in accounts if one.article.slug == said.article)
    passage = next(one for one in version.passages if one.id == said.passage)
    return {"article": said.article, "passage": said.passage, "text": passage.text[said.span.start : said.span.end]}
