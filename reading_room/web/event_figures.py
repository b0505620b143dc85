"""The list of figures of an event: every number in its sentence, with who says it, of what time, and what follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reading_room.model.analysis import Time
from reading_room.model.apparatus import Apparatus, CountedFigures, GivenFigure
from reading_room.model.article import Article
from reading_room.model.collation import Figure, Words
from reading_room.model.event import OfTime
from reading_room.model.results import Span
from reading_room.web.cells import BASIS, words_url
from reading_room.web.heads import script_of
from reading_room.web.pages.events import CountedView, FiguresView, FigureView, SourceView
from reading_room.web.runs import runs
from reading_room.web.urls import event_url
from reading_room.web.wording import counted, days_in_words, direction, published_in_words

UNITS = {
    "km": "kilometres", "m": "metres", "cm": "centimetres", "mi": "miles", "ft": "feet", "ha": "hectares", "t": "tonnes",
    "km2": "square kilometres", "m2": "square metres", "kg": "kilograms", "USD": "US dollars", "EUR": "euros",
}  # fmt: skip
"""Units by which a list is headed, in words; others stand as they are read."""
MEASURE_ALONE = "A measure alone does not say what was measured."
MOST_SHOWN = 24
"""Figures of a group on the page of an event, and of all that one account alone counts; a page of their own has all of them."""


def figures_view(apparatus: Apparatus, labels: Mapping[str, str], most: int | None = MOST_SHOWN) -> FiguresView:
    """`most` is how many figures a group may have, and all those that one account alone counts; None for every one."""
    shown = _Shown(apparatus, labels, most)
    then = [group for one in apparatus.figures if (group := _of(one, "event")).given]
    several = [group for group in then if group.accounts > 1 and (group.counted or group.unit)]
    single = [group for group in then if group not in several]
    unknown = [group for one in apparatus.figures if (group := _of(one, "unknown")).given]
    other = [group for one in apparatus.figures if (group := _of(one, "another")).given]
    views = (tuple(shown.group(group, most) for group in several), *map(shown.groups, (single, unknown, other)))
    count = sum(map(_count, (several, single, unknown, other)))
    return FiguresView(
        several=views[0],
        single=views[1],
        undated=views[2],
        other_time=views[3],
        count=count,
        singles=_count(single),
        undated_count=_count(unknown),
        of_other_times=_count(other),
        left_out=count - sum(len(view.figures) for those in views for view in those),
        all_url=f"{event_url(apparatus.event.slug)}/figures",
    )


def _of(group: CountedFigures, of_time: OfTime) -> CountedFigures:
    """The figures of the time of the event, or of another one, or of one that is not known."""
    given = tuple(one for one in group.given if one.of_time == of_time)
    return replace(group, given=given, caution=group.caution if of_time == "event" else None)


def _accounts(accounts: int, texts: int) -> str:
    """How many accounts there are, and how many texts where some of them are copies."""
    of = "" if texts == accounts else f" with {'one text' if texts == 1 else f'{texts:,} texts'}"
    return f"{counted(accounts, 'account', 'accounts')}{of}"


def _count(groups: Iterable[CountedFigures]) -> int:
    return sum(len(group.given) for group in groups)


class _Shown:
    """Makes the views of figures, of no more of them than may be shown."""

    def __init__(self, apparatus: Apparatus, labels: Mapping[str, str], most: int | None) -> None:
        self.labels, self.most = labels, most
        self.versions = {version.article.slug: version for version in apparatus.accounts}
        self.leading = {slug: group[0] for group in apparatus.texts.groups for slug in group}
        self.passages = {(slug, one.id): one for slug, version in self.versions.items() for one in version.passages}

    def groups(self, found: Iterable[CountedFigures]) -> tuple[CountedView, ...]:
        """The first of all these groups together."""
        views: list[CountedView] = []
        left = self.most
        for group in found:
            if left is not None and left <= 0:
                break
            views.append(self.group(group, left))
            left = None if left is None else left - len(group.given)
        return tuple(views)

    def group(self, group: CountedFigures, most: int | None) -> CountedView:
        unit = "share" if group.unit == "share" else UNITS.get(group.unit, group.unit)
        name = f"{group.counted} ({unit})" if group.counted and unit else group.counted or unit
        giving = {figure.article for given in group.given for figure in given.figures}
        texts = len({self.leading.get(slug, slug) for slug in giving})
        return CountedView(
            counted=name,
            note=f"{counted(len(group.given), 'figure', 'figures')} in {_accounts(len(giving), texts)}",
            caution=group.caution or (None if group.counted else MEASURE_ALONE),
            figures=tuple(self.figure(given) for given in group.given[:most]),
            left_out=len(group.given[most:]) if most is not None else 0,
        )

    def figure(self, given: GivenFigure) -> FigureView:
        first = given.figures[0]
        article, sentence, span = self.versions[first.article].article, first.sentence, first.quantity.span
        text = self.passages[first.article, first.passage].text[sentence.start : sentence.end]
        return FigureView(
            runs=runs(text, noted={"figure": (Span(span.start - sentence.start, span.end - sentence.start),)}),
            language=article.language,
            direction=direction(article.language),
            script=script_of(article, text),
            source=self.source(first),
            others=tuple(self.source(other) for other in given.figures[1:]),
            speaker=first.speaker,
            when=time_in_words(first.when, article),
            worked_out=first.arithmetic,
        )

    def source(self, figure: Figure) -> SourceView:
        words = Words(self.passages[figure.article, figure.passage], figure.quantity.span, "")
        return SourceView(
            self.labels[figure.article], figure.passage, words_url(self.versions[figure.article], words)[0]
        )


def time_in_words(when: Time | None, article: Article) -> str:
    """The days that a sentence speaks of and what that rests on, or when the article was published, which is all that is known."""
    if when is None or when.basis == "published":
        return (
            f"no time given, published {published_in_words(article.published)}"
            if article.published
            else "no time given"
        )
    return f"of {days_in_words(when.first, when.last)}, {BASIS[when.basis]}"
