"""What a query asks of articles."""

import pytest

from reading_room.index.known import Known
from reading_room.index.respelling import alike
from reading_room.model.article import Account, Article
from reading_room.model.dates import DateSpan
from reading_room.model.query import Field

ARTICLES = {
    1: Article("a", "A", "rt", DateSpan.parse("2016-03-27"), "", "en", "digest", author="Dana Vale",
               url="https://www.example.org/News/1/", accounts=(Account("fair-2016"),)),
    2: Article("b", "B", "morning-post", DateSpan.parse("2016-03"), "", "pt-BR", "complete"),
    3: Article("c", "C", "art-news", DateSpan.parse("2017"), "", "en", "excerpt", author="Vale Press"),
    4: Article("d", "D", "rt", None, "", "ar", "digest"),
}  # fmt: skip
OUTLETS = {"rt": "RT", "morning-post": "The Morning Post", "art-news": "Art News"}
KNOWN = Known(ARTICLES, OUTLETS, {"fair-2016": "The fair of 2016"})


@pytest.mark.parametrize(
    ("field", "value", "numbers"),
    [
        ("outlet", "rt", {1, 4}),
        ("outlet", "RT", {1, 4}),
        ("outlet", "morning post", {2}),
        ("outlet", "Post", {2}),
        ("outlet", "morning-post", {2}),
        ("outlet", "nobody", set()),
        ("author", "vale", {1, 3}),
        ("author", "Dana Vale", {1}),
        ("event", "fair-2016", {1}),
        ("event", "the fair", {1}),
        ("lang", "en", {1, 3}),
        ("lang", "pt", {2}),
        ("in", "digest", {1, 4}),
        ("on", "2016-03-27", {1, 2}),
        ("on", "2016", {1, 2}),
        ("after", "2016-03-28", {2, 3}),
        ("after", "2017", {3}),
        ("before", "2017", {1, 2}),
        ("before", "2016-03-27", {2}),
        ("before", "0001", set()),
    ],
)
def test_a_field_names_the_articles_that_it_may_be_true_of(field: str, value: str, numbers: set[int]) -> None:
    assert KNOWN.articles(Field(field, value)) == numbers


def test_an_address_is_that_of_an_article_however_it_was_pasted() -> None:
    assert KNOWN.at("http://example.org/news/1#top") == {1}
    assert KNOWN.at("https://example.org/news/2") == frozenset()


@pytest.mark.parametrize(
    ("field", "value", "names"),
    [
        ("outlet", "mornin post", ["The Morning Post"]),
        ("outlet", "Rtt", []),  # of two letters nothing is near
        ("event", "fare", []),  # two edits are too many for so short a word
        ("event", "fiar", ["The fair of 2016"]),
        ("author", "Vael", ["Dana Vale", "Vale Press"]),
        ("lang", "em", []),
    ],
)
def test_a_field_that_names_nothing_is_near_to_names_of_its_kind(field: str, value: str, names: list[str]) -> None:
    assert [near.value for near in KNOWN.near(Field(field, value), alike)] == names
