"""Which words of a text a query matched: spans of code points, found by our own walk over the stored text."""

from collections.abc import Iterable, Iterator

from reading_room.index.analysis import tokens
from reading_room.model.query import Clause, SearchQuery
from reading_room.model.results import Span

Terms = tuple[str, ...]
"""What a clause is in the index: one term, or several one after the other."""


def terms_of(clauses: Iterable[Clause]) -> tuple[Terms, ...]:
    """The terms of each clause that has any. A word that is several terms (`al-Hayyal`) is looked for as a phrase."""
    return tuple(filter(None, (tuple(token.term for token in tokens(clause.text)) for clause in clauses)))


def stands_in(terms: Terms, text: str) -> bool:
    """Whether the terms stand one after the other in the text."""
    return next(_found((terms,), text), None) is not None


def spans(query: SearchQuery, text: str) -> tuple[Span, ...]:
    """Where the text has what the query wants: each word for itself, a phrase as one. In order, never overlapping."""
    wanted = terms_of(query.wanted)
    if not wanted:
        return ()
    return tuple(_joined(sorted(_found(wanted, text))))


def _found(wanted: tuple[Terms, ...], text: str) -> Iterator[Span]:
    words = list(tokens(text))
    by_first: dict[str, list[Terms]] = {}
    for terms in wanted:
        by_first.setdefault(terms[0], []).append(terms)
    for position, word in enumerate(words):
        for terms in by_first.get(word.term, ()):
            last = position + len(terms) - 1
            if last < len(words) and all(words[position + step].term == term for step, term in enumerate(terms)):
                yield Span(word.start, words[last].end)


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
