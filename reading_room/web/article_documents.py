"""What an address of articles is about, as a document for programs."""

from typing import Any

from reading_room.library import Library
from reading_room.model.article import Passage
from reading_room.permalinks.address import Address
from reading_room.web.quotations import resolution_document
from reading_room.web.subjects import Subject
from reading_room.web.urls import article_url
from reading_room.web.wording import published_in_words


def article_document(library: Library, subject: Subject) -> dict[str, Any]:
    """Of words, what has become of them; of a passage that, the passage and the article; of an article, all that it holds."""
    if subject.found is None:
        return _particulars(library, subject) | _contents(library, subject)
    became = resolution_document(library, subject.version.article.slug, subject.found)
    target = subject.reading.target
    return became if target is None else _particulars(library, subject) | _passage_in_article(subject, target) | became


def _particulars(library: Library, subject: Subject) -> dict[str, Any]:
    article = subject.version.article
    return {
        "slug": article.slug,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_name": library.corpus.outlet(article.outlet).name,
        "author": article.author,
        "published": article.published.written if article.published else None,
        "published_in_words": published_in_words(article.published),
        "published_basis": article.published_basis,
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "version": subject.version.number,
    }


def _passage_in_article(subject: Subject, target: Passage) -> dict[str, Any]:
    address, passages = subject.address, subject.version.passages
    place = passages.index(target)
    before, after = (passages[at] if 0 <= at < len(passages) else None for at in (place - 1, place + 1))
    return {
        "passage": _passage(address, target),
        "previous": _url(address, before) if before else None,
        "next": _url(address, after) if after else None,
    } | ({"merged": subject.reading.merged.path} if subject.reading.merged else {})


def _contents(library: Library, subject: Subject) -> dict[str, Any]:
    address, reading = subject.address, subject.reading
    is_newest = reading.newest == reading.version.number
    return {
        "same_text": [
            {
                "article": other.slug,
                "outlet": other.outlet,
                "outlet_name": library.corpus.outlet(other.outlet).name,
                "url": article_url(other.slug),
                "share": round(share, 4),
            }
            for other, share in (library.same_text(address.slug) if is_newest else ())
        ],
        "versions": [
            {
                "version": note.number,
                "ingested": note.ingested.isoformat(),
                "url": article_url(address.slug, note.number),
            }
            | ({"withdrawn": True} if note.withdrawn else {})
            for note in reading.notes
        ],
        "passages": [_passage(address, passage) for passage in reading.version.passages],
    }


def _passage(address: Address, passage: Passage) -> dict[str, str]:
    return {"id": passage.id, "kind": passage.kind, "text": passage.text, "url": _url(address, passage)}


def _url(address: Address, passage: Passage) -> str:
    return article_url(address.slug, address.version, passage.id)
