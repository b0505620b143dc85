"""Which words of a text a query matched: spans of code points, found by our own walk over the stored text."""

from collections.abc import Iterator

from reading_room.index.analysis import tokens
from reading_room.model.query import SearchQuery
from reading_room.model.results import Span


def terms_of(query: SearchQuery) -> tuple[tuple[str, ...], ...]:
    """The terms of each wanted clause. A word that is several terms (`al-Hayyal`) is looked for as a phrase."""
    return tuple(filter(None, (tuple(token.term for token in tokens(clause.text)) for clause in query.wanted)))


def spans(query: SearchQuery, text: str) -> tuple[Span, ...]:
    """Where the text has what the query wants: each word for itself, a phrase as one. In order, never overlapping."""
    wanted = terms_of(query)
    if not wanted:
        return ()
    return tuple(_joined(sorted(_found(wanted, text))))


def _found(wanted: tuple[tuple[str, ...], ...], text: str) -> Iterator[Span]:
    words = list(tokens(text))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for terms in wanted:
        by_first.setdefault(terms[0], []).append(terms)
    for position, word in enumerate(words):
        for terms in by_first.get(word.term, ()):
            stretch = words[position : position + len(terms)]
            if tuple(token.term for token in stretch) == terms:
                yield Span(word.start, stretch[-1].end)


def _joined(found: list[Span]) -> Iterator[Span]:
    """Overlapping spans as one."""
    last: Span | None = None
    for span in found:
        if last and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
        else:
            if last:
                yield last
            last = span
    if last:
        yield last
