"""How the accounts of an event are told apart in few words: by outlet, by date where one outlet has several, by title at last."""

from collections import Counter
from collections.abc import Iterable, Mapping

from reading_room.library import Library
from reading_room.model.article import Article
from reading_room.web.wording import isolated, published_in_words, shortened

LONGEST_TITLE = 40


def account_labels(library: Library, articles: Iterable[Article]) -> Mapping[str, str]:
    """The words for each account, by its slug."""
    articles = tuple(articles)
    names = {article.slug: isolated(library.corpus.outlet(article.outlet).name) for article in articles}
    dated = {article.slug: f"{names[article.slug]}, {published_in_words(article.published)}" for article in articles}
    of_outlet, of_day = Counter(names.values()), Counter(dated.values())
    return {
        slug: names[slug]
        if of_outlet[names[slug]] == 1
        else dated[slug]
        if of_day[dated[slug]] == 1
        else f"{dated[slug]}, “{isolated(shortened(title, LONGEST_TITLE))}”"
        for slug, title in ((article.slug, article.title) for article in articles)
    }
