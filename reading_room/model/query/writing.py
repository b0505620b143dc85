"""Writes clauses so that `parse` reads the same ones again."""

import re

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

_PLAIN = re.compile(r"[\w.-]+")


def unparse(clause: Clause | None) -> str:
    """The clause as a reader could have typed it."""
    match clause:
        case None:
            return ""
        case All(clauses):
            return " ".join(map(_within, clauses))
        case Any(clauses):
            return " OR ".join(map(_within, clauses))
        case Not(inner):
            return f"-{_within(inner)}"
        case Word(text) | Address(text):
            return text
        case Exact(text):
            return f"={text}"
        case Prefix(text):
            return f"{text}*"
        case Fuzzy(text, edits):
            return f"{text}~{edits}"
        case Phrase(text):
            return f'"{text}"'
        case Near(text, distance):
            return f'"{text}"~{distance}'
        case Title(term):
            return f"title:{unparse(term)}"
        case Field(name, value):
            return _field(name, value)
        case Speaker(name):
            return _field("speaker", name)
        case Mentions(days):
            return _field("mentions", days)


def _field(name: str, value: str) -> str:
    return f"{name}:{value}" if _PLAIN.fullmatch(value) else f'{name}:"{value}"'


def _within(clause: Clause) -> str:
    return f"({unparse(clause)})" if isinstance(clause, All | Any) else unparse(clause)
