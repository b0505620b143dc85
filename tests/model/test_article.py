"""What an article knows of itself."""

from datetime import UTC, datetime

from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.dates import DateSpan


def article(slug: str = "a", published: str | None = None, **fields: object) -> Article:
    span = DateSpan.parse(published) if published else None
    return Article(slug, "T", "o", span, "printed", "en", **{"text": "complete", **fields})  # type: ignore[arg-type]


def test_articles_stand_in_order_of_publication_with_the_undated_last() -> None:
    articles = [article("d"), article("c", "2016-03-02"), article("b", "2016-03-01T10:00"), article("a", "2016-03-02")]
    ordered = sorted(articles, key=lambda one: one.publication_order)
    assert [one.slug for one in ordered] == ["b", "a", "c", "d"]


def test_an_excerpt_and_a_digest_of_an_excerpt_are_partial() -> None:
    assert article(text="excerpt").is_partial
    assert article(text="digest", held="excerpt").is_partial
    assert not article(text="digest").is_partial
    assert not article().is_partial


def test_a_passage_is_found_by_its_number_and_not_by_its_place() -> None:
    passages = tuple(Passage(id, Block("paragraph", id)) for id in ("1", "14a", "2"))  # noqa: A001
    version = Version(article(), 1, datetime(2020, 1, 1, tzinfo=UTC), passages)
    assert version.position("14a") == 1
    assert version.position("3") is None
