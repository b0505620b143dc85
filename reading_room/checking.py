"""What can be wrong between the files of a corpus, though each of them can be read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from reading_room.corpus.articles import UNKNOWN
from reading_room.model.about import About
from reading_room.model.article import Article, Passage
from reading_room.model.dates import MONTHS
from reading_room.model.event import Event, QuotedIn, Row
from reading_room.model.outlet import Outlet
from reading_room.model.problem import Problem
from reading_room.model.selector import TextQuote, inside_word, places

LONGEST_QUOTATION = 15
"""Words of one quotation in a digest: a digest sums up, the original is for reading."""
LONGEST_SHOWN = 30
"""Letters of a word that are shown on each side of the place at which it is cut."""

_QUOTATION = re.compile(r"[“«]([^“”«»]+)[”»]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:(?: to |–| and )\d{{1,2}})? )?(?:{'|'.join(MONTHS)})(?: \d{{4}})?|\b(?:19|20)\d\d\b"
)

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
        if article.text == "digest":
            yield from _check_digest(article, passages(article.slug), line)
    for event in known.values():
        yield from _check_event(event, known, articles, passages, line)


def check_about(about: About, events: Iterable[Event], line: FindLine) -> Iterator[Problem]:
    """Every question chosen for the front page that no event has."""
    asked = {(event.slug, row.id) for event in events for row in event.rows}
    for event, row in about.questions:
        if row and (event, row) not in asked:
            what, written = f"there is no question “{event}/{row}”", f"{event}/{row}"
            yield Problem("room.yaml", line("room.yaml", written), what, "Correct it under questions, or leave it out")


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


def _check_digest(article: Article, passages: tuple[Passage, ...], line: FindLine) -> Iterator[Problem]:
    """What a digest owes its reader: where the original is, how much of it was read, and quotations that are short."""
    path = f"articles/{article.slug}.md"
    if not (article.url or article.url_unknown):
        yield Problem(
            path, 1, "the digest does not lead to its original", "Add url:, or url_unknown: and why", advice=True
        )
    if not article.held:
        what = "it is not said how much of the original the digest rests on"
        yield Problem(path, 1, what, "Add held: complete, or held: excerpt", advice=True)
    for passage in passages:
        for quotation in _QUOTATION.findall(passage.text):
            if (count := len(quotation.split())) > LONGEST_QUOTATION:
                yield Problem(
                    path,
                    line(path, quotation),
                    f"a quotation has {count} words: “{quotation[:60]}…”",
                    f"Quote {LONGEST_QUOTATION} words at most in a digest, and sum up the rest",
                    advice=True,
                )


def _check_figures(row: Row, problem: Callable[[str, str, str], Problem]) -> Iterator[Problem]:
    """A figure that a row's question or note names must stand in the words that the row quotes; dates may stand alone."""
    quoted = {figure for cell in row.cells for figure in _FIGURE.findall(cell.quote.exact)}
    for part, text in (("question", row.question), ("note", row.note or "")):
        for figure in _FIGURE.findall(_DATE.sub("", text)):
            if figure not in quoted:
                what = f"the figure {figure} in the {part} of “{row.id}” stands in none of its cells"
                yield problem(text, what, "Quote it, or leave it out")


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
    for party in event.named:
        for called in party.called:
            yield from _check_words(TextQuote(called.term), called.article, articles, passages, problem, once=False)
    for row in event.rows:
        yield from _check_figures(row, problem)
        for cell in row.cells:
            yield from _check_words(cell.quote, cell.article, articles, passages, problem, once=True)
            article = articles.get(cell.article)
            if article and all(account.event != event.slug for account in article.accounts):
                yield problem(
                    cell.quote.exact,
                    f"“{cell.article}” answers “{row.id}” but is no account of this event",
                    f"Add - event: {event.slug} to the accounts in articles/{cell.article}.md",
                )
    for side in dict.fromkeys(side for pair in event.never for side in pair):
        if isinstance(side, QuotedIn):
            yield from _check_words(side.quote, side.article, articles, passages, problem, once=True)
            continue
        slug, _, passage = side.partition("/")
        if slug not in articles:
            yield _no_article(slug, problem)
        elif all(one.id != passage for one in passages(slug)):
            what = f"there is no passage “{side}”, which is not to be aligned"
            yield problem(side, what, "Write it as slug/14, with the number that the article’s page has")
    rows = {row.id for row in event.rows}
    for absent in event.checked_absent:
        if absent.row not in rows:
            yield problem(absent.row, f"there is no row “{absent.row}”", "Correct the row’s id under checked_absent")
        if absent.article not in articles:
            yield _no_article(absent.article, problem)
        elif articles[absent.article].is_partial:
            what = f"“{absent.article}” is said to have nothing on “{absent.row}”, but only an excerpt of it was read"
            yield problem(
                f"{absent.row}, article: {absent.article}",
                what,
                "Take the entry out of checked_absent, or read the whole",
            )


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
        what = f"{_in_marks(quote.exact)} does not stand in articles/{slug}.md"
        yield problem(quote.exact, what, _instead(quote, passages(slug)))
    elif found > 1 and once:
        yield problem(
            quote.exact,
            f"{_in_marks(quote.exact)} stands {found} times in articles/{slug}.md",
            "Add prefix: or suffix: with the words just before or after the place that is meant",
        )


def _in_marks(words: str) -> str:
    """In quotation marks, unless they bring their own."""
    return words if words.startswith("“") and words.endswith("”") else f"“{words}”"


def _instead(quote: TextQuote, passages: tuple[Passage, ...]) -> str:
    """What to do about words that do not stand in the article: also why not, where they nearly do."""
    if place := next(places(TextQuote(quote.exact), passages), None):
        return f"Correct prefix: and suffix:; passage {place.passage.id} has the words, but not between these"
    for passage in passages:
        if quote.exact in passage.text:
            return f"Quote whole words and figures; in passage {passage.id} these {_cut(quote.exact, passage.text)}"
    copy = "Copy the words from there exactly"
    for passage in passages:
        if _stands_whole(_plain(quote.exact), _plain(passage.text)):
            return f"{copy}; passage {passage.id} has them with other quotation marks, dashes, spaces or capitals"
    return copy


def _cut(words: str, text: str) -> str:
    """Which words of the text are cut by these: `begin in the middle of “2,900” and end in the middle of “airstrikes”`."""
    start = text.index(words)
    ends = {"begin": start, "end": start + len(words)}
    return " and ".join(
        f"{what} in the middle of “{_word_around(text, at)}”" for what, at in ends.items() if inside_word(text, at)
    )


def _word_around(text: str, at: int) -> str:
    start = end = at
    while inside_word(text, start) and at - start < LONGEST_SHOWN:
        start -= 1
    while inside_word(text, end) and end - at < LONGEST_SHOWN:
        end += 1
    return text[start:end]


def _stands_whole(words: str, text: str) -> bool:
    found = re.finditer(re.escape(words), text) if words else ()
    return any(not inside_word(text, one.start()) and not inside_word(text, one.end()) for one in found)


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()


def _no_article(slug: str, problem: Callable[[str, str, str], Problem]) -> Problem:
    return problem(slug, f"there is no article “{slug}”", f"Add articles/{slug}.md, or correct the name")
