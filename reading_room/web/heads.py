"""Parts that several pages show: the head of an article, an event on the strip of time, numbered passages."""

from collections.abc import Iterable, Sequence
from datetime import date

from reading_room.library import Library
from reading_room.model.article import Article, Block, Passage
from reading_room.model.results import Span
from reading_room.model.tables import ROWS, cells_in, setting_in
from reading_room.occasions import Occasion
from reading_room.web.pages.heads import ArticleHead, EventEntry
from reading_room.web.pages.text import BlockView, CellView, PassageView, Run, Script
from reading_room.web.runs import Chosen, block_runs, runs, runs_of_cells
from reading_room.web.urls import anchor, article_url, event_url
from reading_room.web.wording import KIND_WORDS, direction, direction_of, in_words, kind_note, published_in_words

MOST_YEARS = 24
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Years between two ticks of a strip that has no more than `MOST_YEARS` of them."""
LONGEST_UNBROKEN = 17
"""Code points of a cell that stays on one line: as many as “27 September 2016” has."""


def article_head(
    library: Library, article: Article, version: int | None = None, hits: Iterable[Span] = ()
) -> ArticleHead:
    """How an article is named, with the words of its title that a query matched."""
    published = article.published
    return ArticleHead(
        slug=article.slug,
        url=article_url(article.slug),
        title=runs(article.title, hits=hits),
        title_text=article.title,
        title_language=article.title_language,
        title_direction=direction_of(article.title),
        outlet=library.corpus.outlet(article.outlet).name,
        author=article.author,
        published=published_in_words(published),
        published_iso=published.first.isoformat() if published else "",
        published_basis=article.published_basis,
        inferred=article.is_inferred,
        language=article.language,
        direction=direction(article.language),
        kind=article.text,
        kind_word=KIND_WORDS[article.text],
        kind_note=kind_note(article),
        original_url=article.url,
        original_note=article.url_unknown,
        wire=article.wire,
        note=article.note,
        version=version or library.corpus.newest(article.slug) or 1,
    )


def script_of(article: Article, text: str) -> Script | None:
    """How to set a text that runs the other way than its article; None for one that runs the same way."""
    towards = direction_of(text)
    if towards == direction(article.language):
        return None
    return Script(towards, article.original_language or "und")


def passage_view(
    article: Article,
    passage: Passage,
    hits: Iterable[Span] = (),
    version: int | None = None,
    target: bool = False,
    chosen: Iterable[Chosen] = (),
    placed: Iterable[Span] = (),
) -> PassageView:
    """`placed` is what stands elsewhere on the page."""
    block = passage.block
    cut = block_runs(block, hits, chosen, noted={"placed": tuple(placed)})
    return PassageView(
        id=passage.id,
        anchor=anchor(passage.id),
        kind=block.kind,
        level=block.level,
        marker=block.marker,
        runs=cut,
        url=article_url(article.slug, version, passage.id),
        target=target,
        script=script_of(article, block.text),
        cells=cell_views(block, cut, article),
    )


def block_view(block: Block) -> BlockView:
    cut = block_runs(block)
    return BlockView(block.kind, block.level, block.marker, cut, cells=cell_views(block, cut))


def cell_views(block: Block, cut: Sequence[Run], article: Article | None = None) -> tuple[CellView, ...]:
    """The cells of a row, from its runs; none of another block. Each is set in its own direction where it stands in an article."""
    if block.kind not in ROWS:
        return ()
    spans = cells_in(block.text)
    return tuple(
        CellView(
            cell,
            span.start,
            span.end - span.start <= LONGEST_UNBROKEN,
            setting_in(block.marker, column),
            script_of(article, block.text[span.start : span.end]) if article else None,
        )
        for column, (span, cell) in enumerate(zip(spans, runs_of_cells(cut, spans), strict=True))
    )


class Strip:
    """A stretch of time that holds all of a room's events, as per cents from left to right."""

    def __init__(self, occasions: Sequence[Occasion]) -> None:
        days = [day for one in occasions for day in (one.event.when.first, one.event.when.last)] or [date.today()]
        margin = max((max(days) - min(days)).days // 20, 20)
        self._first = date.fromordinal(max(min(days).toordinal() - margin, 1))
        self._days = (max(days) - min(days)).days + 2 * margin
        self.entries = tuple(self._entry(one) for one in occasions)

    @property
    def years(self) -> tuple[tuple[str, float], ...]:
        """The first day of each year on the strip, with its place; of every fifth, tenth… year where the strip is long."""
        step = next(step for step in STEPS if self._days / 365 / step <= MOST_YEARS)
        first = -(-self._first.year // step) * step
        last = min(self._first.year + self._days // 365 + 2, date.max.year)
        starts = (date(year, 1, 1) for year in range(first, last + 1, step))
        placed = ((str(day.year), self._place(day)) for day in starts)
        return tuple((year, place) for year, place in placed if 0 <= place <= 100)

    def entry(self, slug: str | None) -> EventEntry | None:
        return next((entry for entry in self.entries if entry.slug == slug), None)

    def _place(self, day: date) -> float:
        return round((day - self._first).days * 100 / self._days, 2)

    def _entry(self, occasion: Occasion) -> EventEntry:
        event = occasion.event
        begin = self._place(event.when.first)
        return EventEntry(
            slug=event.slug,
            name=event.name,
            url=event_url(event.slug),
            when=in_words(event.when),
            first_iso=event.when.first.isoformat(),
            last_iso=event.when.last.isoformat(),
            accounts=len(occasion.articles),
            position=begin,
            width=round(self._place(event.when.last) - begin, 2),
        )
