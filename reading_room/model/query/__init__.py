"""What a reader asks for: the query language, read by `parse` and written by `unparse` (docs/decisions/0018).

The language is total and bounded: every string parses to something, with a notice in words for each part that was not understood,
and nothing in it can expand without limit. `syntax` has all of it in one table, `clauses` what it is read into.
"""

from reading_room.model.query.clauses import (
    Address,
    All,
    Any,
    Clause,
    Exact,
    Field,
    Fuzzy,
    Mentions,
    Near,
    Not,
    Phrase,
    Prefix,
    Speaker,
    Title,
    Word,
)
from reading_room.model.query.question import (
    ARTICLES_A_PAGE,
    NONE,
    SIDE_BY_SIDE,
    Arrangement,
    SearchQuery,
    Sort,
    parse,
)
from reading_room.model.query.spelling import respelled, spelled_as
from reading_room.model.query.writing import unparse

__all__ = [
    "ARTICLES_A_PAGE",
    "NONE",
    "SIDE_BY_SIDE",
    "Address",
    "All",
    "Any",
    "Arrangement",
    "Clause",
    "Exact",
    "Field",
    "Fuzzy",
    "Mentions",
    "Near",
    "Not",
    "Phrase",
    "Prefix",
    "SearchQuery",
    "Sort",
    "Speaker",
    "Title",
    "Word",
    "parse",
    "respelled",
    "spelled_as",
    "unparse",
]
