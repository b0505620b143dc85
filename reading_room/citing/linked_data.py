"""What a page holds, in the words of schema.org.

A text that the room holds as it was published is a NewsArticle. A digest is an article of the room’s own, based on one; its words
are never given as the newspaper’s.
"""

from typing import Any

from reading_room.citing.citation import Citation

CONTEXT = "https://schema.org"


def described(cited: Citation) -> dict[str, Any]:
    """The article, or the quotation with the article that it is a part of."""
    article = _article(cited)
    if not cited.quote:
        return {"@context": CONTEXT} | article
    creator = [_organization(cited.room)] if cited.digest else _creators(cited)
    return _said(
        {
            "@context": CONTEXT,
            "@type": "Quotation",
            "@id": cited.url,
            "url": cited.url,
            "text": cited.quote,
            "inLanguage": cited.article.language,
            "creator": creator,
            "position": cited.place,
            "isPartOf": article,
            "citation": cited.article.url,
        }
    )


def _article(cited: Citation) -> dict[str, Any]:
    article = cited.article
    held = {
        "@id": cited.version_url,
        "url": cited.version_url,
        "inLanguage": article.language,
        "version": str(cited.version),
    }
    if not cited.digest:
        original = {"isBasedOn": article.url} if article.text == "excerpt" else {"sameAs": article.url}
        return _said({"@type": "NewsArticle"} | held | _published(cited) | original)
    own = {
        "@type": "Article",
        "genre": "digest",
        "headline": f"Digest: {cited.title}",
        "author": _organization(cited.room),
        "publisher": _organization(cited.room),
    }
    based_on = {
        "@type": "NewsArticle",
        "url": article.url,
        "inLanguage": article.original_language or article.language,
    }
    return _said(own | held | {"isBasedOn": _said(based_on | _published(cited))})


def _published(cited: Citation) -> dict[str, Any]:
    return {
        "headline": cited.title,
        "author": [_author(name.straight, bool(name.given)) for name in cited.authors],
        "publisher": _organization(cited.outlet) if cited.outlet else None,
        "datePublished": cited.published_iso,
    }


def _creators(cited: Citation) -> list[dict[str, str]]:
    authors = [_author(name.straight, bool(name.given)) for name in cited.authors]
    return authors or ([_organization(cited.outlet)] if cited.outlet else [])


def _author(name: str, person: bool) -> dict[str, str]:
    """A name that cannot be told to be a person’s is not said to be one."""
    return {"@type": "Person", "name": name} if person else {"name": name}


def _organization(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
