"""Articles, their versions and their passages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from reading_room.library import Library, Reading
from reading_room.model.outlet import Outlet, Statement
from reading_room.model.query import SearchQuery, parse
from reading_room.model.resolution import Resolution
from reading_room.permalinks.address import PREFIX, Address
from reading_room.web.citing import cite_view
from reading_room.web.forms import answer
from reading_room.web.heads import article_head, passage_view
from reading_room.web.link_pages import sentence_views
from reading_room.web.mementos import describe, negotiated
from reading_room.web.pages import ArticlePage, CopyView, Link, OutletView, TargetView, VersionLink
from reading_room.web.params import read_address
from reading_room.web.quotations import quotation_view, resolution_document, spans_of
from reading_room.web.runs import Chosen
from reading_room.web.sharing import share_view
from reading_room.web.state import current_library
from reading_room.web.subjects import Subject, subject_of
from reading_room.web.urls import anchor, article_url, compare_url, event_url, link_url, with_query
from reading_room.web.wording import published_in_words, share_in_words

COMPANIONS = 6
"""Other accounts that an article's page proposes to read beside it; its events have them all."""

articles = Blueprint("articles", __name__)


@articles.get(f"{PREFIX}<path:written>")
def article(written: str) -> BaseResponse:
    path, dot, form = written.partition(".")
    address = read_address(path)
    if path != str(address):
        return redirect(with_query(address.path + dot + form, request.query_string), 301)
    library = current_library()
    if dot and form != "json":
        return answer(library, address, form)
    if not dot and (then := negotiated(address)):
        return then
    subject = subject_of(library, address)
    if dot:
        return describe(_json(library, address, subject), subject)
    page = _quotation_page(library, subject) if address.ranges else _plain_page(library, address, subject)
    return describe(make_response(render_template("article.html", page=page)), subject)


def _plain_page(library: Library, address: Address, subject: Subject) -> ArticlePage:
    return _Page(library, address, library.read(address.slug, address.version, address.passage), subject).build()


def _quotation_page(library: Library, subject: Subject) -> ArticlePage:
    """The article with a quotation on top: at the newest version if its words are there, else at the one that has them."""
    found, slug = subject.found, subject.address.slug
    if found is None or subject.selection is None:
        raise ValueError("the address names no words")
    if found.found and found.now:
        reading, stretches = library.read(slug, found.now), found.found
    else:
        reading, stretches = library.read(slug, found.born), subject.selection.all_stretches
    plain = Address(slug, reading.version.number)
    return _Page(library, plain, reading, subject, found, spans_of(stretches)).build()


@dataclass(frozen=True, slots=True)
class _Page:
    """Puts an article's page together."""

    library: Library
    address: Address
    reading: Reading
    subject: Subject
    quotation: Resolution | None = None
    chosen: Mapping[str, tuple[Chosen, ...]] = field(default_factory=dict)
    """Of each passage, the words that the quotation is, or was."""

    def build(self) -> ArticlePage:
        reading, version, address = self.reading, self.reading.version, self.address
        article = version.article
        query = parse(request.args.get("q", ""))
        hits = {passage.id: self.library.spans(query, passage.text, article.language) for passage in version.passages}
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
            versions=tuple(self._versions()),
            frozen=address.version is not None and self.quotation is None,  # a quotation floats forward
            superseded_by=self._superseded_by(),
            removed=None if reading.newest else "This article has been taken out of the room; this version was kept.",
            share=share_view(self.library, self.subject),
            cite=cite_view(self.library, self.subject),
            target=self._target(query) if reading.target else None,
            quotation=quotation_view(self.quotation, version) if self.quotation else None,
            events=tuple(self._events()),
            compare_with=tuple(self._compare_with()),
            same_text=tuple(self._same_text()),
            outlet=_outlet_view(self.library.corpus.outlet(article.outlet)),
            q=query.text if query.wanted else "",
            hits=sum(1 for spans in hits.values() if spans),
            unmarked_url=self.quotation.permalink if self.quotation else address.path,
            link_url=link_url(article.slug, version.number),
        )

    def _versions(self) -> list[VersionLink]:
        shown = self.reading.version
        return [
            VersionLink(
                note.number,
                f"{note.ingested:%-d} {note.ingested:%B %Y, %H:%M} UTC{', withdrawn' if note.withdrawn else ''}",
                article_url(shown.article.slug, note.number),
                note.number == shown.number,
            )
            for note in self.reading.notes
        ]

    def _superseded_by(self) -> Link | None:
        newest, shown = self.reading.newest, self.reading.version
        if newest is None or newest == shown.number:
            return None
        return Link(f"Version {newest}", article_url(shown.article.slug))

    def _target(self, query: SearchQuery) -> TargetView:
        version, target, address = self.reading.version, self.reading.target, self.address
        if target is None:
            raise ValueError("the address names no passage")
        slug, place = version.article.slug, version.passages.index(target)

        def neighbour(at: int) -> Link | None:
            if not 0 <= at < len(version.passages):
                return None
            passage = version.passages[at].id
            return Link(passage, article_url(slug, address.version, passage))

        root = request.url_root.rstrip("/")
        spans = self.library.spans(query, target.text, self.reading.version.article.language)
        return TargetView(
            passage=passage_view(version.article, target, spans, address.version),
            previous=neighbour(place - 1),
            next=neighbour(place + 1),
            floating_url_absolute=root + article_url(slug, None, target.id) if self.reading.newest else None,
            frozen_url_absolute=root + article_url(slug, version.number, target.id),
            in_article_url=f"#{anchor(target.id)}",
            sentences=sentence_views(version, target),
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

    def _tied(self) -> Any:
        """The article as the room has it now: which events it is tied to is not a part of any version."""
        return self.library.corpus.articles.get(self.address.slug, self.reading.version.article)


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


def _json(library: Library, address: Address, subject: Subject) -> Response:
    if address.ranges and subject.found:
        return jsonify(resolution_document(subject.found))
    reading = library.read(address.slug, address.version, address.passage)
    version = reading.version
    about: dict[str, Any] = {
        "slug": version.article.slug,
        "title": version.article.title,
        "outlet": version.article.outlet,
        "outlet_name": library.corpus.outlet(version.article.outlet).name,
        "author": version.article.author,
        "published": version.article.published.written if version.article.published else None,
        "published_in_words": published_in_words(version.article.published),
        "published_basis": version.article.published_basis,
        "url": version.article.url,
        "language": version.article.language,
        "text": version.article.text,
        "version": version.number,
    }
    if reading.target:
        place = version.passages.index(reading.target)
        near = [version.passages[at] if 0 <= at < len(version.passages) else None for at in (place - 1, place + 1)]
        about["passage"] = _passage_document(address, reading.target.id, reading.target.kind, reading.target.text)
        about["previous"], about["next"] = (
            article_url(address.slug, address.version, passage.id) if passage else None for passage in near
        )
        return jsonify(about | resolution_document(subject.found or library.resolve(address)))
    is_newest = reading.newest == version.number
    about["same_text"] = [
        {
            "article": other.slug,
            "outlet": other.outlet,
            "outlet_name": library.corpus.outlet(other.outlet).name,
            "url": article_url(other.slug),
            "share": round(share, 4),
        }
        for other, share in (library.same_text(address.slug) if is_newest else ())
    ]
    about["versions"] = [
        {"version": note.number, "ingested": note.ingested.isoformat(), "url": article_url(address.slug, note.number)}
        | ({"withdrawn": True} if note.withdrawn else {})
        for note in reading.notes
    ]
    about["passages"] = [
        _passage_document(address, passage.id, passage.kind, passage.text) for passage in version.passages
    ]
    return jsonify(about)


def _passage_document(address: Address, number: str, kind: str, text: str) -> dict[str, str]:
    return {"id": number, "kind": kind, "text": text, "url": article_url(address.slug, address.version, number)}
