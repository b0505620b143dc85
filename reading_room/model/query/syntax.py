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

Reads = Literal["terms", "name", "language", "kind", "date", "speaker", "days"]
"""What a field's value is: words of a text, a name that the room knows, a language tag, a kind of text, a date of publication, the
name of who says it, days that a sentence speaks of."""
A_MONTH = 31
"""Days by which a time may be longer than the day, month or year that `mentions:` asks for."""

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
    Syntax("-raid", "not where this stands; also NOT raid", "mines -sorties"),
    Syntax("(raid OR strike) mines", "parentheses keep together", "(sorties OR strikes) Russian"),
    Syntax("“exact phrase”", "these words, one after the other, as they are spelled", '"scorched earth"'),
    Syntax(
        "“two words”~5",
        f"these words in any form and order, at most 5 others between them (up to {MOST_BETWEEN})",
        '"mines removed"~5',
    ),
    Syntax("word*", f"words that begin so; from {FEWEST_LETTERS} letters", "liberat*"),
    Syntax(
        "word~",
        f"words that differ by one letter, from {LONGEST_WITH_ONE_EDIT + 1} letters on by two; word~1, word~2 say which",
        "Palmira~",
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
    FieldSyntax("event:name", "tells of an event of this room", "sorties event:palmyra-2016-03", "event", "name"),
    FieldSyntax("lang:ar", "in this language", "sorties lang:en", "lang", "language"),
    FieldSyntax("in:complete", f"in texts of this kind: {', '.join(KINDS)}", "sorties in:digest", "in", "kind"),
    FieldSyntax(
        "after:2016-03-01",
        "published on this day or later; also a month or a year",
        "sorties after:2016-03",
        "after",
        "date",
    ),
    FieldSyntax("before:2016", "published before this day, month or year began", "mines before:2017", "before", "date"),
    FieldSyntax("on:2016-03", "published on this day, in this month or year", "sorties on:2016-03", "on", "date"),
    FieldSyntax(
        "speaker:name",
        "what a text gives as said by somebody so named, quoted or not; words beside it must stand in what they say. "
        "The name is marked, or the “he” that stands for it",
        "sorties speaker:Rudskoi",
        "speaker",
        "speaker",
    ),
    FieldSyntax(
        "mentions:2016-03-27",
        "a sentence of the passage speaks of this day, month or year, in its own words or going on from the sentence before. "
        "A time that is more than a month longer does not count: “in 2016” is not found by a day of it",
        "sorties mentions:2016-03",
        "mentions",
        "days",
    ),
)

FIELD_NAMES = {field.name: field for field in FIELDS}
TABLE: tuple[Syntax, ...] = (*FORMS, *FIELDS)
