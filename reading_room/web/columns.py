"""What was found side by side: columns by outlet, by event or by label of standpoint, and the choice of them."""

from collections import defaultdict
from typing import Any

from reading_room.library import Found, Library
from reading_room.model.dates import day_in_words
from reading_room.model.outlet import Label
from reading_room.model.query import NONE, SIDE_BY_SIDE, SearchQuery
from reading_room.model.results import Column
from reading_room.web.choices import value_name
from reading_room.web.pages.columns import ColumnChoice, ColumnView, GivenView, SideBySide
from reading_room.web.results import hit_document, result_group
from reading_room.web.urls import event_url, search_params, search_url
from reading_room.web.wording import in_words

MOST_CHOICES = 100
"""Columns to choose from; of more, those with most articles and those that were chosen."""
NO_VALUE = {
    "event": ("No event", "These articles are tied to no event of this room."),
    "label": ("No label", "No label of standpoint was given to these outlets in this room."),
}
"""The column of what has none: its name, and what it means."""


def side_by_side(library: Library, found: Found) -> SideBySide | None:
    """None where the query asks for another arrangement, or nothing was found."""
    query, columns = found.query, found.results.columns
    if query.by not in SIDE_BY_SIDE or not columns:
        return None
    shown = [(at, column) for at, column in enumerate(columns, 1) if column.groups]
    return SideBySide(
        by=query.by,
        columns=tuple(_view(library, found, at, column) for at, column in shown),
        first=shown[0][0] if shown else 0,
        last=shown[-1][0] if shown else 0,
        of=len(columns),
        choices=_choices(library, found),
        choices_left_out=max(0, len((found.results.facets or {}).get(query.by, ())) - MOST_CHOICES),
        hidden=tuple((name, value) for name, value in search_params(query) if name not in (query.by, "page")),
        is_chosen=bool(query.chosen[query.by]),
        all_url=search_url(query.choosing(query.by, ())),
    )


def column_document(library: Library, found: Found, column: Column) -> dict[str, Any]:
    query = found.query
    return {
        "value": column.value,
        "name": _name(library, query, column.value),
        "total": column.total,
        "articles": column.articles,
        "copies": column.copies,
        "shared": column.shared,
        "outlets": column.outlets,
        "from": column.first.isoformat() if column.first else None,
        "given": [
            {"outlet": outlet, "given_by": label.given_by, "on": label.on.isoformat(), "basis": label.basis}
            for outlet, label in _labels(library, query, column)
        ],
        "url": _narrowed(query, column),
        "hits": [hit_document(library, found, hit) for group in column.groups for hit in group.hits],
    }


def _view(library: Library, found: Found, at: int, column: Column) -> ColumnView:
    query = found.query
    event = library.corpus.events.get(column.value) if query.by == "event" else None
    return ColumnView(
        anchor=f"column-{at}",
        name=_name(library, query, column.value),
        url=event_url(event.slug) if event else None,
        when=in_words(event.when) if event else "",
        note=NO_VALUE[query.by][1] if column.value == NONE else "",
        total=column.total,
        articles=column.articles,
        shared=column.shared,
        outlets=len(column.outlets),
        given=_given(library, query, column),
        groups=tuple(result_group(library, found, group) for group in column.groups),
        more=column.total - sum(len(group.hits) for group in column.groups),
        narrowed_url=_narrowed(query, column),
    )


def _name(library: Library, query: SearchQuery, value: str) -> str:
    return NO_VALUE[query.by][0] if value == NONE else value_name(library, query.by, value)


def _narrowed(query: SearchQuery, column: Column) -> str:
    """The search for what is in the column, under its articles."""
    return search_url(query.choosing(query.by, (column.value,)).under_articles())


def _labels(library: Library, query: SearchQuery, column: Column) -> list[tuple[str, Label]]:
    """What a column of a label rests on: each giving of it, with the key of the outlet that it was given to."""
    if query.by != "label":
        return []
    outlets = (library.corpus.outlet(key) for key in column.outlets)
    return [(outlet.key, label) for outlet in outlets for label in outlet.labels if label.label == column.value]


def _given(library: Library, query: SearchQuery, column: Column) -> tuple[GivenView, ...]:
    """Those who gave the label, each with the outlets that they gave it to on one day, and on what basis."""
    together: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for outlet, label in _labels(library, query, column):
        together[label.given_by, day_in_words(label.on)].append((library.corpus.outlet(outlet).name, label.basis))
    return tuple(
        GivenView(by, on, tuple(sorted(to, key=lambda one: one[0].casefold()))) for (by, on), to in together.items()
    )


def _choices(library: Library, found: Found) -> tuple[ColumnChoice, ...]:
    """All columns that there would be if none were chosen, by name."""
    query = found.query
    chosen = query.chosen[query.by]
    values = (found.results.facets or {}).get(query.by, ())
    named = [
        ColumnChoice(value.value, _name(library, query, value.value), value.articles, value.value in chosen)
        for at, value in enumerate(values)
        if at < MOST_CHOICES or value.value in chosen
    ]
    return tuple(sorted(named, key=lambda one: (one.value == NONE, one.name.casefold(), one.value)))
