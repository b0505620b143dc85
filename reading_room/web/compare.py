"""Accounts side by side."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from reading_room.library import Library
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell, CollatedRow, Collation
from reading_room.web.events import account_document, account_views
from reading_room.web.heads import Strip, article_head, passage_view, script_of
from reading_room.web.pages.compare import CellView, ComparePage, RowView, WordsView
from reading_room.web.pages.events import AccountView
from reading_room.web.pages.text import Link
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, compare_url, event_url, row_anchor

compare = Blueprint("compare", __name__)


@compare.get("/event/<event>/compare")
@compare.get("/compare")
def side_by_side(event: str | None = None) -> str:
    library = current_library()
    collation = library.compare(request.args.getlist("a"), event)
    return render_template("compare.html", page=_page(library, collation))


@compare.get("/event/<event>/compare.json")
@compare.get("/compare.json")
def side_by_side_json(event: str | None = None) -> Response:
    library = current_library()
    return jsonify(_document(library, library.compare(request.args.getlist("a"), event)))


def _page(library: Library, collation: Collation) -> ComparePage:
    accounts, event = collation.accounts, collation.event
    chosen = tuple(version.article.slug for version in accounts)
    occasion = library.event(event.slug) if event else None
    known = {view.head.slug: view for view in account_views(library, occasion, chosen)} if occasion else {}
    shown = tuple(
        known.get(version.article.slug)
        or AccountView(article_head(library, version.article, version.number), None, 0, True)
        for version in accounts
    )
    return ComparePage(
        event=Strip(library.events()).entry(event.slug) if event else None,
        accounts=shown,
        rows=tuple(_row_view(library, row, accounts, of_several=event is None) for row in collation.rows),
        unplaced=tuple(
            tuple(passage_view(version.article, passage) for passage in passages)
            for version, passages in zip(accounts, collation.unplaced, strict=True)
        ),
        picker=tuple(known.values()) if occasion else _company(library, accounts),
        picker_action=compare_url((), event.slug if event else None),
    )


def _company(library: Library, accounts: tuple[Version, ...]) -> tuple[AccountView, ...]:
    """Without an event: the accounts shown, and all that tell of an event that one of these tells of."""
    slugs = {version.article.slug: version.article for version in accounts}
    for occasion in library.events():
        if any(article.slug in slugs for article in occasion.articles):
            slugs |= {article.slug: article for article in occasion.articles}
    chosen = {version.article.slug for version in accounts}
    ordered = sorted(slugs.values(), key=lambda article: article.publication_order)
    return tuple(AccountView(article_head(library, article), None, 0, article.slug in chosen) for article in ordered)


def _row_view(library: Library, row: CollatedRow, accounts: tuple[Version, ...], *, of_several: bool) -> RowView:
    """Where rows of several events stand on one page, two of them may have the same id."""
    event = library.corpus.events[row.event]
    return RowView(
        id=row.id,
        anchor=row_anchor(f"{row.event}-{row.id}" if of_several else row.id),
        question=row.question,
        note=row.note,
        event=Link(event.name, event_url(event.slug)),
        cells=tuple(_cell_view(cell, version) for cell, version in zip(row.cells, accounts, strict=True)),
    )


def _cell_view(cell: CollatedCell, account: Version) -> CellView:
    slug = account.article.slug
    words = tuple(
        WordsView(
            passage=one.passage.id,
            text=one.text,
            url=article_url(slug, passage=one.passage.id),
            speaker=one.speaker,
            background=one.background,
            script=script_of(account.article, one.text),
        )
        for one in cell.words
    )
    return CellView(words, cell.empty, cell.reason, article_url(slug))


def _document(library: Library, collation: Collation) -> dict[str, Any]:
    slugs = [version.article.slug for version in collation.accounts]
    return {
        "event": collation.event.slug if collation.event else None,
        "accounts": [account_document(library, version.article) for version in collation.accounts],
        "rows": [
            {
                "id": row.id,
                "event": row.event,
                "question": row.question,
                "note": row.note,
                "source": row.source,
                "confidence": row.confidence,
                "label": row.label,
                "cells": {slug: _cell_document(slug, cell) for slug, cell in zip(slugs, row.cells, strict=True)},
            }
            for row in collation.rows
        ],
        "unplaced": {
            slug: [passage.id for passage in passages] for slug, passages in zip(slugs, collation.unplaced, strict=True)
        },
    }


def _cell_document(slug: str, cell: CollatedCell) -> dict[str, Any]:
    return {
        "passages": [
            {
                "passage": words.passage.id,
                "text": words.text,
                "url": article_url(slug, passage=words.passage.id),
                "speaker": words.speaker,
                "background": words.background,
            }
            for words in cell.words
        ],
        "reason": cell.reason,
    }
