"""The list of figures of an event: every number in its sentence, with who says it, of what time, and what follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reading_room.model.analysis import Time
from reading_room.model.apparatus import Apparatus, CountedFigures, GivenFigure
from reading_room.model.article import Article, Version
from reading_room.model.collation import Figure, Words
from reading_room.model.results import Span
from reading_room.web.cells import BASIS, words_url
from reading_room.web.heads import script_of
from reading_room.web.pages.events import CountedView, FiguresView, FigureView, SourceView
from reading_room.web.runs import runs
from reading_room.web.wording import counted, days_in_words, direction, published_in_words

UNITS = {
    "km": "kilometres", "m": "metres", "cm": "centimetres", "mi": "miles", "ft": "feet", "ha": "hectares", "t": "tonnes",
    "km2": "square kilometres", "m2": "square metres", "kg": "kilograms", "USD": "US dollars", "EUR": "euros",
}  # fmt: skip
"""Units by which a list is headed, in words; others stand as they are read."""
NOT_READ = "Numbers without a noun"
"""Of which the room did not read what they count."""


def figures_view(apparatus: Apparatus, labels: Mapping[str, str]) -> FiguresView:
    versions = {version.article.slug: version for version in apparatus.accounts}
    groups = [(group, _of(group, other_time=False), _of(group, other_time=True)) for group in apparatus.figures]

    def views(chosen: Iterable[CountedFigures]) -> tuple[CountedView, ...]:
        return tuple(_counted(group, versions, labels) for group in chosen)

    then = [group for _, group, _ in groups if group.given]
    several = [group for group in then if group.accounts > 1 and group.counted]
    single = [group for group in then if group not in several]
    other = [group for _, _, group in groups if group.given]
    return FiguresView(
        several=views(several),
        single=views(single),
        other_time=views(other),
        count=_count(several) + _count(single),
        singles=_count(single),
        of_other_times=_count(other),
    )


def _of(group: CountedFigures, *, other_time: bool) -> CountedFigures:
    """The figures of the time of the event, or of another one."""
    given = tuple(one for one in group.given if one.other_time == other_time)
    return replace(group, given=given, caution=None if other_time else group.caution)


def _count(groups: Iterable[CountedFigures]) -> int:
    return sum(len(group.given) for group in groups)


def _counted(group: CountedFigures, versions: Mapping[str, Version], labels: Mapping[str, str]) -> CountedView:
    unit = UNITS.get(group.unit, group.unit)
    name = f"{group.counted} ({unit})" if group.counted and unit else group.counted or unit or NOT_READ
    accounts = len({figure.article for given in group.given for figure in given.figures})
    return CountedView(
        counted=name,
        note=f"{counted(len(group.given), 'figure', 'figures')} in {counted(accounts, 'account', 'accounts')}",
        caution=group.caution,
        figures=tuple(_figure(given, versions, labels) for given in group.given),
    )


def _figure(given: GivenFigure, versions: Mapping[str, Version], labels: Mapping[str, str]) -> FigureView:
    first = given.figures[0]
    version = versions[first.article]
    sentence, span = first.sentence, first.quantity.span
    text = next(one.text for one in version.passages if one.id == first.passage)[sentence.start : sentence.end]
    return FigureView(
        runs=runs(text, noted={"figure": (Span(span.start - sentence.start, span.end - sentence.start),)}),
        language=version.article.language,
        direction=direction(version.article.language),
        script=script_of(version.article, text),
        number=first.words,
        source=_source(first, versions, labels),
        others=tuple(_source(other, versions, labels) for other in given.figures[1:]),
        speaker=first.speaker,
        when=time_in_words(first.when, version.article),
        worked_out=first.arithmetic,
    )


def _source(figure: Figure, versions: Mapping[str, Version], labels: Mapping[str, str]) -> SourceView:
    return SourceView(labels[figure.article], figure.passage, figure_url(figure, versions[figure.article]))


def figure_url(figure: Figure, version: Version) -> str:
    """The address of the very words of a number."""
    passage = next(one for one in version.passages if one.id == figure.passage)
    return words_url(version, Words(passage, figure.quantity.span, ""))[0]


def time_in_words(when: Time | None, article: Article) -> str:
    """The days that a sentence speaks of and what that rests on, or when the article was published, which is all that is known."""
    if when is None or when.basis == "published":
        return f"undated, published {published_in_words(article.published)}" if article.published else "undated"
    return f"of {days_in_words(when.first, when.last)}, {BASIS[when.basis]}"
