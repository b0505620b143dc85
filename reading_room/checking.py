"""What can be wrong between the files of a corpus, though each of them can be read."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from reading_room.corpus.articles import UNKNOWN
from reading_room.model.article import Article, Passage
from reading_room.model.event import Event
from reading_room.model.outlet import Outlet
from reading_room.model.problem import Problem
from reading_room.model.selector import TextQuote, places

FindLine = Callable[[str, str], int]
"""The line on which a text stands in a file of the corpus, both as the keeper knows them; 0 where it cannot be told."""


def check_corpus(
    articles: Mapping[str, Article],
    events: Iterable[Event],
    outlets: Mapping[str, Outlet],
    passages: Callable[[str], tuple[Passage, ...]],
    line: FindLine,
) -> Iterator[Problem]:
    """Every reference that leads nowhere and every quotation that does not stand where it is said to.

    `passages` gives those of an article's newest version.
    """
    known = {event.slug: event for event in events}
    for article in articles.values():
        yield from _check_article(article, known, outlets, line)
    for event in known.values():
        yield from _check_event(event, known, articles, passages, line)


def _check_article(
    article: Article, events: Mapping[str, Event], outlets: Mapping[str, Outlet], line: FindLine
) -> Iterator[Problem]:
    path = f"articles/{article.slug}.md"
    if article.outlet != UNKNOWN and article.outlet not in outlets:
        yield Problem(
            path,
            line(path, f"outlet: {article.outlet}"),
            f"the outlet “{article.outlet}” is not in outlets.yaml",
            "Add it there with its name, or correct the key",
            advice=True,
        )
    for account in article.accounts:
        if account.event not in events:
            yield Problem(
                path,
                line(path, f"event: {account.event}"),
                f"there is no event “{account.event}”",
                f"Add events/{account.event}.md, or correct the name",
            )


def _check_event(
    event: Event,
    events: Mapping[str, Event],
    articles: Mapping[str, Article],
    passages: Callable[[str], tuple[Passage, ...]],
    line: FindLine,
) -> Iterator[Problem]:
    path = f"events/{event.slug}.md"

    def problem(words: str, what: str, remedy: str) -> Problem:
        """`words` stand in the file as the value of one of these keys, or at least somewhere."""
        keyed = (line(path, f"{key}: {words}") for key in ("exact", "term", "article", "row", "previous", "next"))
        return Problem(path, next(filter(None, keyed), 0) or line(path, words), what, remedy)

    for neighbour in (event.previous, event.next):
        if neighbour and neighbour not in events:
            yield problem(neighbour, f"there is no event “{neighbour}”", f"Add events/{neighbour}.md, or leave it out")
    for party in event.parties:
        for called in party.called:
            yield from _check_words(TextQuote(called.term), called.article, articles, passages, problem, once=False)
    for row in event.rows:
        for cell in row.cells:
            yield from _check_words(cell.quote, cell.article, articles, passages, problem, once=True)
            article = articles.get(cell.article)
            if article and all(account.event != event.slug for account in article.accounts):
                yield problem(
                    cell.quote.exact,
                    f"“{cell.article}” answers “{row.id}” but is no account of this event",
                    f"Add - event: {event.slug} to the accounts in articles/{cell.article}.md",
                )
    rows = {row.id for row in event.rows}
    for absent in event.checked_absent:
        if absent.row not in rows:
            yield problem(absent.row, f"there is no row “{absent.row}”", "Correct the row's id under checked_absent")
        if absent.article not in articles:
            yield _no_article(absent.article, problem)


def _check_words(
    quote: TextQuote,
    slug: str,
    articles: Mapping[str, Article],
    passages: Callable[[str], tuple[Passage, ...]],
    problem: Callable[[str, str, str], Problem],
    *,
    once: bool,
) -> Iterator[Problem]:
    """Words must stand in the article they are taken from, and, where a reader is led to them, at one place only."""
    if slug not in articles:
        yield _no_article(slug, problem)
        return
    found = sum(1 for _ in places(quote, passages(slug)))
    if found == 0:
        yield problem(
            quote.exact, f"“{quote.exact}” does not stand in articles/{slug}.md", "Copy the words from there exactly"
        )
    elif found > 1 and once:
        yield problem(
            quote.exact,
            f"“{quote.exact}” stands {found} times in articles/{slug}.md",
            "Add prefix: or suffix: with the words just before or after the place that is meant",
        )


def _no_article(slug: str, problem: Callable[[str, str, str], Problem]) -> Problem:
    return problem(slug, f"there is no article “{slug}”", f"Add articles/{slug}.md, or correct the name")
