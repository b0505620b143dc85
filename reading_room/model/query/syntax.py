"""The whole query language in one table, and the numbers that bound it: for the parser and for the page of help."""

from dataclasses import dataclass
from typing import Literal

LONGEST_QUERY = 1_000
"""Code points of a query that are read."""
MOST_CLAUSES = 24
"""Words, phrases and fields that are read."""
LONGEST_PHRASE = 32
"""Words of one phrase that are read."""
DEEPEST = 8
"""Parentheses within parentheses."""
FEWEST_LETTERS = 3
"""Letters that must stand before * or ~."""
MOST_EDITS = 2
"""Letters by which a word with ~ may differ."""
LONGEST_WITH_ONE_EDIT = 5
"""Letters of a word that may differ by one where no number is given; a longer one may by two."""
MOST_BETWEEN = 50
"""Other words that may stand between those of `"…"~5`."""

Reads = Literal["terms", "name", "language", "kind", "date", "later"]
"""What a field's value is: words of a text, a name that the room knows, a language tag, a kind of text, a date, not read yet."""

KINDS = ("digest", "complete", "excerpt")


@dataclass(frozen=True, slots=True)
class Syntax:
    """One thing that can be written in a query: how, what it means, and an example that finds something in the room that ships."""

    written: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class FieldSyntax(Syntax):
    name: str
    reads: Reads


FORMS = (
    Syntax("raid strike", "all of the words, each in any of its forms; best in one passage", "ruins mines"),
    Syntax("raid OR strike", "one of the words; OR joins what stands directly beside it", "sorties OR strikes"),
    Syntax("-raid", "not where this stands; also NOT raid", "temple -Bel"),
    Syntax("raid OR (strike mines)", "parentheses keep together", "sorties OR (Russian strikes)"),
    Syntax("“exact phrase”", "these words, one after the other, as they are spelled", '"ancient city"'),
    Syntax(
        "“two words”~5",
        f"these words in any form and order, at most 5 others between them (up to {MOST_BETWEEN})",
        '"mines removed"~5',
    ),
    Syntax("word*", f"words that begin so; from {FEWEST_LETTERS} letters", "Russia*"),
    Syntax(
        "word~",
        f"words that differ by one letter, from {LONGEST_WITH_ONE_EDIT + 1} letters on by two; word~1, word~2 say which",
        "Asad~",
    ),
    Syntax(
        "=Palmyra",
        "this spelling only. Names are found under their other names too: Palmyra finds Tadmur, تدمر and Пальмира",
        "=Palmyra",
    ),
)

FIELDS = (
    FieldSyntax("title:word", "in the title; also title:“a phrase”", "title:Palmyra", "title", "terms"),
    FieldSyntax("outlet:name", "published by", "sorties outlet:Sputnik", "outlet", "name"),
    FieldSyntax("author:name", "written by", "author:Vergano", "author", "name"),
    FieldSyntax("event:name", "tells of an event of this room", "mines event:palmyra-2016-03", "event", "name"),
    FieldSyntax("lang:ar", "in this language", "sorties lang:en", "lang", "language"),
    FieldSyntax("in:complete", f"in texts of this kind: {', '.join(KINDS)}", "sorties in:digest", "in", "kind"),
    FieldSyntax(
        "after:2016-03-01",
        "published on this day or later; also a month or a year",
        "mines after:2016-04",
        "after",
        "date",
    ),
    FieldSyntax("before:2016", "published before this day, month or year began", "mines before:2017", "before", "date"),
    FieldSyntax("on:2016-03", "published on this day, in this month or year", "mines on:2016-03", "on", "date"),
)

RESERVED = (
    FieldSyntax("speaker:name", "what this speaker says", "speaker:Rudskoi", "speaker", "later"),
    FieldSyntax("mentions:2016-03-27", "sentences that speak of this date", "mentions:2016-03-27", "mentions", "later"),
)
"""Fields of which the room will know one day; until then a query that has them says so."""

FIELD_NAMES = {field.name: field for field in (*FIELDS, *RESERVED)}
TABLE: tuple[Syntax, ...] = (*FORMS, *FIELDS)
