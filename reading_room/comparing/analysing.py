"""Reads a version of an article sentence by sentence: the time each speaks of, its quantities, and who says it."""

from collections.abc import Sequence

from reading_room.comparing.calendar_dates import western_digits
from reading_room.comparing.quantities import quantities
from reading_room.comparing.times import times
from reading_room.model.analysis import Analysis, Attribution, Sentence
from reading_room.model.article import Version
from reading_room.model.results import Span
from reading_room.model.sentences import sentences

Spans = Sequence[Sequence[Span]]
"""Where the sentences of each passage of a version stand."""


def analyse(version: Version) -> Analysis:
    """What is read in the sentences of a version, in the order of its text. Total: any text has an analysis."""
    article = version.article
    spans = tuple(sentences(passage.text) for passage in version.passages)
    found = []
    for passage, places, told, said in zip(
        version.passages, spans, times(version, spans), attributions(version, spans), strict=True
    ):
        text = western_digits(passage.text)
        for place, when, who in zip(places, told, said, strict=True):
            figures = quantities(text, place, [one.span for one in when if one.span])
            found.append(Sentence(passage.id, place, when, figures, who))
    return Analysis(article.slug, version.number, tuple(found))


def attributions(version: Version, spans: Spans) -> list[list[tuple[Attribution, ...]]]:
    """Gives every sentence to the writer."""
    return [[(Attribution("writer", "own", "the writer", place),) for place in places] for places in spans]
