"""Reads a version of an article sentence by sentence: the time each speaks of, its quantities, and who says it."""

from reading_room.comparing.sentences.attributions import attributions
from reading_room.comparing.sentences.calendar_dates import western_digits
from reading_room.comparing.sentences.quantities import quantities
from reading_room.comparing.sentences.times import times
from reading_room.model.analysis import Analysis, Sentence
from reading_room.model.article import Version
from reading_room.model.sentences import sentences


def analyse(version: Version) -> Analysis:
    """What is read in the sentences of a version, in the order of its text. Total: any text has an analysis."""
    spans = tuple(sentences(passage.text) for passage in version.passages)
    said = iter(
        attributions(
            version, [(at, place) for at, places in zip(version.passages, spans, strict=True) for place in places]
        )
    )
    found = []
    for passage, places, told in zip(version.passages, spans, times(version, spans), strict=True):
        text = western_digits(passage.text)
        for place, when in zip(places, told, strict=True):
            figures = quantities(text, place, [one.span for one in when if one.span], version.article.language)
            found.append(Sentence(passage.id, place, when, figures, next(said)))
    return Analysis(version.article.slug, version.number, tuple(found))
