"""What a reader asks for: the query language, read by `parse` and written by `unparse`.

The language is total and bounded: every string parses to something, with a notice for each part that was not understood,
and nothing in it can expand without limit. It has three forms, and all clauses are wanted at once:

    sorties            the word, in any of its grammatical forms
    "scorched earth"   these words, one after the other
    -raids             not where this word or phrase stands
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

LONGEST_QUERY = 1_000
"""Code points of a query that are read; the rest is left out with a notice."""
MOST_CLAUSES = 24
"""Words and phrases that are read; the rest is left out with a notice."""

LONGEST_PHRASE = 32
"""Words of one phrase that are read; the rest is left out with a notice."""

Sort = Literal["relevance", "newest", "oldest"]

_QUOTES = '"“”„‟«»'
_CLAUSE = re.compile(
    rf"(?P<minus>-?)(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]|\Z)|(?P<word>[^\s{_QUOTES}]+))"
)
_READABLE = re.compile(r"[^\W_]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Clause:
    """One word, or several in a row, that a passage must have, or must not have."""

    text: str
    phrase: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A whole question to the index: what was typed, what was understood of it, and how far to look.

    `first` and `last` bound the date of publication, both included. `page` counts from 1 and is a page of articles, each with
    `per_article` of its passages at most.
    """

    text: str = ""
    clauses: tuple[Clause, ...] = ()
    notices: tuple[str, ...] = ()
    outlet: str | None = None
    event: str | None = None
    language: str | None = None
    article: str | None = None
    first: date | None = None
    last: date | None = None
    sort: Sort = "relevance"
    page: int = 1
    per_article: int = 3

    @property
    def wanted(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if not clause.excluded)

    @property
    def excluded(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.excluded)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the words limits what is found."""
        return any((self.outlet, self.event, self.language, self.article, self.first, self.last))

    def on_page(self, page: int) -> "SearchQuery":
        return replace(self, page=page)


def parse(text: str) -> SearchQuery:
    """Read what a reader typed. Never raises; what could not be used is named in `notices`."""
    notices: list[str] = []
    typed = _UNSEEN.sub("", text)
    if len(typed) > LONGEST_QUERY:
        typed = typed[:LONGEST_QUERY]
        notices.append(f"Only the first {LONGEST_QUERY:,} characters of the query were read.")
    clauses: dict[Clause, None] = {}
    unused: list[str] = []
    for match in _CLAUSE.finditer(typed):
        phrase, word = match["phrase"], match["word"]
        if phrase is not None and match["closed"] == "" and phrase.strip():
            notices.append("A quotation mark was never closed; the words after it were read as one phrase.")
        several = (word if phrase is None else phrase).split()
        words = " ".join(several[:LONGEST_PHRASE])
        if len(several) > LONGEST_PHRASE:
            notices.append(f"Only the first {LONGEST_PHRASE} words of a phrase were used.")
        if not _READABLE.search(words):
            unused.append(match[0].strip())
            continue
        if len(clauses) == MOST_CLAUSES:
            notices.append(f"Only the first {MOST_CLAUSES} words and phrases of the query were used.")
            break
        clauses[Clause(words, phrase=phrase is not None, excluded=bool(match["minus"]))] = None
    if unused:
        shown = ", ".join(f"“{part}”" for part in dict.fromkeys(unused) if part) or "An empty phrase"
        notices.append(f"{shown[:80]} has no letter or figure to look for and was left out.")
    if clauses and all(clause.excluded for clause in clauses):
        notices.append("A query needs at least one word that is wanted; this one only says what is not.")
    return SearchQuery(text=" ".join(typed.split()), clauses=tuple(clauses), notices=tuple(notices))


def unparse(clauses: tuple[Clause, ...]) -> str:
    """Write clauses so that `parse` reads the same ones again."""
    return " ".join(
        ("-" if clause.excluded else "") + (f'"{clause.text}"' if clause.phrase else clause.text) for clause in clauses
    )
