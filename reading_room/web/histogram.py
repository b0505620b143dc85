"""The histogram of a search: its bars, their names and where they lead."""

from dataclasses import replace

from reading_room.model.dates import MONTHS
from reading_room.model.query import SearchQuery
from reading_room.model.results import Histogram, Stretch
from reading_room.web.pages.search import BarView, HistogramView
from reading_room.web.urls import search_url

HEIGHT = 40
LEAST = 2
"""Height of a bar that would be too low to be seen or pointed at."""
_UNITS = ((31, "month"), (366, "year"), (3_653, "decade"))


def over_time(query: SearchQuery, found: Histogram) -> HistogramView | None:
    if not found.stretches:
        return None
    days = max((one.last - one.first).days + 1 for one in found.stretches)
    unit = next((name for most, name in _UNITS if days <= most), "century")
    highest = max(1, *(one.passages for one in found.stretches))
    bars = tuple(_bar(query, at, one, unit, highest) for at, one in enumerate(found.stretches))
    return HistogramView(unit if days <= 36_525 else "millennium", bars, found.undated)


def _bar(query: SearchQuery, at: int, stretch: Stretch, unit: str, highest: int) -> BarView:
    is_chosen = (query.first, query.last) == (stretch.first, stretch.last)
    first, last = (None, None) if is_chosen else (stretch.first, stretch.last)
    covered = (query.first or stretch.first) <= stretch.last and (query.last or stretch.last) >= stretch.first
    return BarView(
        at=at,
        name=_name(stretch, unit),
        passages=stretch.passages,
        height=round(max(LEAST, HEIGHT * stretch.passages / highest), 1),
        url=search_url(replace(query, first=first, last=last, page=1)),
        current=bool(query.first or query.last) and covered,
    )


def _name(stretch: Stretch, unit: str) -> str:
    first, last = stretch.first, stretch.last
    if unit == "month":
        return f"{MONTHS[first.month - 1]} {first.year}"
    return str(first.year) if unit == "year" else f"{first.year}–{last.year}"
