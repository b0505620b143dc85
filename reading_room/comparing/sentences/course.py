"""How far the reading of the times of a text has come."""

from dataclasses import dataclass

from reading_room.comparing.sentences.calendar_dates import Days
from reading_room.model.analysis import DateBasis, Time


@dataclass(slots=True)
class Course:
    """How far the reading of a text has come."""

    published: Days | None
    language: str
    history: bool = False
    unclear: bool = False
    """The sentence says a time that cannot be worked out."""
    named: Days | None = None
    """What the text named last."""
    occasion: Days | None = None
    """The last of what it named that is of a few days at most."""
    named_year: Days | None = None
    """The last date that it gave with its year."""
    goes_on: Time | None = None
    """The time that a sentence goes on with that says none itself."""
    heading: Time | None = None
    before: Time | None = None
    """What the paragraph before ended with; a sentence may point back to it."""
    named_here: bool = False
    """The paragraph itself names a day."""
    short: bool = False
    """The paragraph before is a single sentence, as in news that gives every sentence one: the story goes on over its end."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that the words at code points `start` to `end` of a text speak of."""

    start: int
    end: int
    days: Days
    basis: DateBasis
