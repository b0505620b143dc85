"""Made-up references that the tests of citing share."""

from dataclasses import replace
from datetime import date
from typing import Any

from reading_room.citing.citation import Citation
from reading_room.model.article import Article
from reading_room.model.dates import DateSpan

ARTICLE = Article(
    slug="harbour-bridge",
    title="Harbour “bridge” opened",
    outlet="morning-post",
    published=DateSpan.parse("2001-05-04"),
    published_basis="printed",
    language="en",
    text="complete",
    author="Anna B. Writer",
    url="https://example.org/a_b?x=1&y=50%25",
)
CITED = Citation(
    article=ARTICLE,
    outlet_name="The Morning Post",
    version=3,
    read=date(2020, 5, 3),
    room="The reading room",
    url="https://room.example/a/harbour-bridge@3/2",
    version_url="https://room.example/a/harbour-bridge@3",
    place="2",
    quote="40 carts",
)


def cited(place: str = "2", quote: str = "40 carts", published: str = "2001-05-04", **particulars: Any) -> Citation:
    """The sample with other particulars of its article; `published=""` is an unknown date."""
    span = DateSpan.parse(published) if published else None
    return replace(CITED, place=place, quote=quote, article=replace(ARTICLE, published=span, **particulars))
