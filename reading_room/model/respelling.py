"""A part of a query that finds next to nothing, and what may have been meant."""

from dataclasses import dataclass

from reading_room.model.query.clauses import Plain


@dataclass(frozen=True, slots=True)
class Respelling:
    """`instead` has the same part in other spellings, the likeliest first."""

    part: Plain
    instead: tuple[Plain, ...]
