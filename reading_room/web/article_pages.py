"""The page of an article: its passages, with the passage or the words that the address names on top, and what stands beside."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import request

from reading_room.library import Library, Reading
from reading_room.model.article import Article, Passage
from reading_room.model.outlet import Outlet, Statement
from reading_room.model.query import parse
from reading_room.model.results import Span
from reading_room.model.tables import head_of
from reading_room.permalinks.address import Address
from reading_room.web.citing import cite_view
from reading_room.web.heads import article_head, passage_view
from reading_room.web.link_pages import sentence_views
from reading_room.web.pages.article import ArticlePage, CopyView, MergedView, OutletView, TargetView
from reading_room.web.pages.quotation import OutcomeView, QuotationView
from reading_room.web.pages.text import Link
from reading_room.web.quotations import outcome_of_passage, quotation_view, spans_of
from reading_room.web.revisions import version_link
from reading_room.web.runs import Chosen
from reading_room.web.sharing import share_view
from reading_room.web.subjects import Subject
from reading_room.web.urls import (
    anchor,
    article_url,
    compare_url,
    event_url,
    history_url,
    link_url,
    room_root,
    search_url,
)
from reading_room.web.wording import share_in_words, taken_out_in_words

COMPANIONS = 6
"""Other accounts that an article's page proposes to read beside it; its events have them all."""


def article_page(library: Library, subject: Subject) -> ArticlePage:
    """The article at the version of its address; with a quotation on top at the newest if its words are there."""
    found, selection, slug = subject.found, subject.selection, subject.address.slug
    if found is None or selection is None or not selection.ranges:
        return _Page(library, subject, subject.reading, subject.address).build()
    reading, stretches = subject.reading, selection.all_stretches
    if found.found and found.now:
        reading, stretches = library.read(slug, found.now), found.found
    quotation = quotation_view(library, found, subject.version, selection)
    shown = Address(slug, reading.version.number)
    return _Page(library, subject, reading, shown, quotation, spans_of(stretches)).build()


@dataclass(frozen=True, slots=True)
class _Page:
    """Puts an article's page together."""

    library: Library
    subject: Subject
    reading: Reading
    """What is shown: where a quotation stands on top, not always the version that it is from."""
    address: Address
    quotation: QuotationView | None = None
    chosen: Mapping[str, tuple[Chosen, ...]] = field(default_factory=dict)
    """Of each passage, the words that the quotation is, or was."""

    def build(self) -> ArticlePage:
        reading, version, address = self.reading, self.reading.version, self.address
        article = version.article
        query = parse(request.args.get("q", ""))
        hits = self.library.spans(query, version)
        return ArticlePage(
            head=article_head(self.library, article, version.number, self.library.spans_in_title(query, article)),
            passages=tuple(
                passage_view(
                    article,
                    passage,
                    hits[passage.id],
                    address.version,
                    passage == reading.target,
                    self.chosen.get(passage.id, ()),
                )
                for passage in version.passages
            ),
            versions=tuple(version_link(article.slug, note, version.number) for note in reading.notes),
            history_url=history_url(article.slug),
            feed_url=history_url(article.slug, form=".atom"),
            frozen=address.version is not None and self.quotation is None,  # a quotation floats forward
            superseded_by=self._superseded_by(),
            removed=None if reading.newest else self._removed(),
            share=share_view(self.library, self.subject),
            cite=cite_view(self.library, self.subject),
            target=self._target(reading.target, hits[reading.target.id]) if reading.target else None,
            quotation=self.quotation,
            outcome=self._outcome(),
            events=tuple(self._events()),
            compare_with=tuple(self._compare_with()),
            same_text=tuple(self._same_text()),
            outlet=_outlet_view(self.library.corpus.outlet(article.outlet)),
            q=query.text if query.wanted else "",
            search_url=search_url(query),
            hits=sum(1 for spans in hits.values() if spans),
            unmarked_url=self.quotation.permalink if self.quotation else address.path,
            link_url=link_url(article.slug, version.number),
        )

    def _outcome(self) -> OutcomeView | None:
        """What has become of the passage, where an older version of it is shown."""
        reading, found = self.reading, self.subject.found
        if reading.target is None or found is None or reading.newest in (None, reading.version.number):
            return None
        return outcome_of_passage(self.library, found, reading.version, reading.target)

    def _removed(self) -> str:
        at = self.library.corpus.taken_out(self.reading.version.article.slug)
        return f"This article {taken_out_in_words(at)}; this version was kept."

    def _superseded_by(self) -> Link | None:
        newest, shown = self.reading.newest, self.reading.version
        if newest is None or newest == shown.number:
            return None
        return Link(f"version {newest}", article_url(shown.article.slug))

    def _target(self, target: Passage, spans: tuple[Span, ...]) -> TargetView:
        version, address = self.reading.version, self.address
        slug, place = version.article.slug, version.passages.index(target)

        def neighbour(at: int) -> Link | None:
            if not 0 <= at < len(version.passages):
                return None
            number = version.passages[at].id
            return Link(number, article_url(slug, address.version, number))

        root = room_root()
        columns = head_of(version.passages, place)
        return TargetView(
            passage=passage_view(version.article, target, spans, address.version),
            previous=neighbour(place - 1),
            next=neighbour(place + 1),
            floating_url_absolute=root + article_url(slug, None, target.id) if self.reading.newest else None,
            frozen_url_absolute=root + article_url(slug, version.number, target.id),
            in_article_url=f"#{anchor(target.id)}",
            sentences=sentence_views(version, target),
            merged=_merged_view(self.reading.merged),
            columns=passage_view(version.article, columns) if columns else None,
        )

    def _events(self) -> list[Link]:
        tied = [self.library.corpus.events.get(account.event) for account in self._tied().accounts]
        return [Link(event.name, event_url(event.slug)) for event in tied if event]

    def _compare_with(self) -> list[Link]:
        """The accounts that answer most of the questions that this one answers, in order of publication."""
        slug = self.address.slug
        if self.reading.newest is None:
            return []
        ordered = sorted(self.library.companions(slug, COMPANIONS), key=lambda article: article.publication_order)
        return [
            Link(f"{self.library.corpus.outlet(other.outlet).name}: {other.title}", compare_url([slug, other.slug]))
            for other in ordered
        ]

    def _same_text(self) -> list[CopyView]:
        """The copies of the text. It was measured on newest versions, so an older one has none."""
        slug = self.address.slug
        if self.reading.newest != self.reading.version.number:
            return []
        return [
            CopyView(article_head(self.library, other), share_in_words(share), compare_url([slug, other.slug]))
            for other, share in self.library.same_text(slug)
        ]

    def _tied(self) -> Article:
        """The article as the room has it now: which events it is tied to is not a part of any version."""
        return self.library.corpus.articles.get(self.address.slug, self.reading.version.article)


def _merged_view(last: Address | None) -> MergedView | None:
    if last is None or last.passage is None:
        return None
    return MergedView(last.passage, Link(f"version {last.version}", last.path))


def _outlet_view(outlet: Outlet) -> OutletView:
    def fact(name: str, statement: Statement | None) -> tuple[str, str, str | None]:
        return (name, statement.value, statement.source) if statement else (name, "not known", None)

    site = [("Site", outlet.site, None)] if outlet.site else []
    return OutletView(
        name=outlet.name,
        facts=(
            *site,
            fact("Country", outlet.country),
            fact("Owner", outlet.owner),
            fact("Says of itself", outlet.self_description),
        ),
        labels=tuple(
            f"“{one.label}”, says {one.given_by} ({one.on.isoformat()}): {one.basis}" for one in outlet.labels
        ),
        note=outlet.note,
    )
