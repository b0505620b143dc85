"""Who relays whom among the accounts of an event: a map of two columns, and the same as a table with the words that show it.

The map is drawn the same each time. The outlets that something is from stand on the right, those that most have something from
first; the outlets of the accounts on the left, each at the mean height of its lines (the barycentre rule of Sugiyama, Tagawa and
Toda, 1981), which leaves few of them crossing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap

from reading_room.library import Library
from reading_room.model.analysis import Sentence
from reading_room.model.apparatus import Apparatus
from reading_room.model.article import Version
from reading_room.model.event import OfTime
from reading_room.model.results import Span
from reading_room.model.shared import Relay, RelayedBy
from reading_room.web.heads import script_of
from reading_room.web.pages.events import EdgeView, NodeView, RelaysView, RelayView
from reading_room.web.pages.text import Link
from reading_room.web.runs import extract_runs
from reading_room.web.urls import article_url
from reading_room.web.wording import counted, direction, listed

ROW, TOP = 36, 28
"""Pixels from one name to the next, and above the first."""
LETTERS, LINES = 19, 2
"""How much of a name the map shows: what a small telephone has room for beside the lines. The table has all of it."""
HOW: Mapping[RelayedBy, str] = {
    "wire": "its text is the agency’s",
    "said": "gives it as who says something",
    "told": "quotes what somebody told it",
    "named": "names it as a source",
    "noted": "speaks for it",
}
WHEN: Mapping[OfTime, str] = {"event": "", "another": "of another time", "unknown": "not dated in the text"}


def relays_view(library: Library, apparatus: Apparatus, labels: Mapping[str, str]) -> RelaysView:
    versions = {version.article.slug: version for version in apparatus.accounts}
    every = [one for version in apparatus.accounts for one in apparatus.relays if one.article == version.article.slug]
    relays = [one for one in every if one.of_time == "event"]
    lines: dict[tuple[str, str], list[Relay]] = defaultdict(list)
    for one in relays:
        lines[versions[one.article].article.outlet, one.source].append(one)
    keys = {key for one in every for key in (one.source, versions[one.article].article.outlet)}
    names = {key: library.corpus.outlet(key).name for key in keys}
    sentences = {slug: library.analysis(slug).sentences for slug in {one.article for one in every}}

    def table(those: Iterable[Relay]) -> tuple[RelayView, ...]:
        return tuple(
            _line(one, names[one.source], versions[one.article], sentences[one.article], labels[one.article])
            for one in those
        )

    right = _sources(lines, names)
    height = ROW * max(len(right), len({outlet for outlet, _ in lines}))
    heights = _spread(right, height)
    left = _spread(_accounts(lines, heights, names), height)
    return RelaysView(
        height=height + TOP,
        left=_nodes(left, names, Counter({outlet: _articles(lines, left=outlet) for outlet in left})),
        right=_nodes(heights, names, Counter({source: _articles(lines, right=source) for source in right})),
        edges=tuple(
            EdgeView(left[outlet], heights[source], any(one.by == "wire" for one in found))
            for (outlet, source), found in sorted(lines.items())
        ),
        says=listed([f"{names[source]} by {_articles(lines, right=source)}" for source in right]),
        table=table(relays),
        elsewhere=table(one for one in every if one.of_time != "event"),
    )


Lines = Mapping[tuple[str, str], Sequence[Relay]]


def _articles(lines: Lines, left: str | None = None, right: str | None = None) -> int:
    """How many accounts an outlet has on the left, or how many have something from it on the right."""
    return len(
        {one.article for (outlet, source), found in lines.items() if outlet == left or source == right for one in found}
    )


def _sources(lines: Lines, names: Mapping[str, str]) -> list[str]:
    return sorted({source for _, source in lines}, key=lambda key: (-_articles(lines, right=key), names[key], key))


def _accounts(lines: Lines, heights: Mapping[str, float], names: Mapping[str, str]) -> list[str]:
    ends: dict[str, list[float]] = defaultdict(list)
    for outlet, source in lines:
        ends[outlet].append(heights[source])
    return sorted(ends, key=lambda key: (sum(ends[key]) / len(ends[key]), names[key], key))


def _spread(keys: Sequence[str], height: float) -> dict[str, float]:
    """Places at even distances over the whole height."""
    return {key: round(TOP + (number + 0.5) * height / len(keys), 1) for number, key in enumerate(keys)}


def _nodes(places: Mapping[str, float], names: Mapping[str, str], counts: Mapping[str, int]) -> tuple[NodeView, ...]:
    return tuple(NodeView(_short(names[key]), names[key], y, counts[key]) for key, y in places.items())


def _short(name: str) -> tuple[str, ...]:
    """A name on as many lines as the map has room for; what is in brackets is left to the table."""
    plain = name.partition(" (")[0]
    return tuple(wrap(plain, LETTERS, max_lines=LINES, placeholder=" …", break_long_words=True))


def _line(relay: Relay, source: str, version: Version, sentences: Iterable[Sentence], label: str) -> RelayView:
    article = version.article
    text, name = _context(sentences, relay, version)
    return RelayView(
        account=Link(label, article_url(article.slug)),
        source=source,
        how=HOW[relay.by],
        when=WHEN[relay.of_time],
        runs=extract_runs(text, hits=(name,), best=name) if relay.shown else (),
        language=article.language,
        direction=direction(article.language),
        script=script_of(article, text),
        place=Link(f"passage {relay.shown.passage}", article_url(article.slug, passage=relay.shown.passage))
        if relay.shown
        else None,
    )


def _context(sentences: Iterable[Sentence], relay: Relay, version: Version) -> tuple[str, Span]:
    """The sentence in which the outlet is named, and where in it; nothing where the article's particulars say it."""
    if relay.shown is None:
        return "", Span(0, 0)
    at, span = relay.shown.passage, relay.shown.span
    passage = next(one for one in version.passages if one.id == at)
    within = next(
        (one.span for one in sentences if one.passage == at and one.span.start <= span.start < one.span.end),
        Span(0, len(passage.text)),
    )
    return passage.text[within.start : within.end], Span(span.start - within.start, span.end - within.start)


def texts_relayed(relays: Iterable[Relay], library: Library) -> str:
    """Whose text it is, of those accounts that say that it is an agency's: `4 AFP, 1 Reuters`; empty where none says so."""
    wires = Counter(library.corpus.outlet(one.source).name for one in relays if one.by == "wire")
    return listed([f"{name} ({counted(count, 'article', 'articles')})" for name, count in sorted(wires.items())])
