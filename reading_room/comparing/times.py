"""Finds the days that each sentence of an article speaks of."""

from collections.abc import Sequence

from reading_room.model.analysis import Time
from reading_room.model.article import Version
from reading_room.model.results import Span


def times(version: Version, spans: Sequence[Sequence[Span]]) -> list[list[tuple[Time, ...]]]:
    """The times of every sentence of every passage, that of its main happening first; none where the article has no date."""
    published = version.article.published
    when = (Time(published.first, published.last, "published"),) if published else ()
    return [[when for _ in places] for places in spans]
