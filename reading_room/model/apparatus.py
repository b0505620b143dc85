"""What can be said of all accounts of an event together: names, figures, who relays whom, and how many texts there are."""

from dataclasses import dataclass

from reading_room.model.article import Version
from reading_room.model.collation import Figure
from reading_room.model.event import Event, OfTime
from reading_room.model.naming import Contrast
from reading_room.model.shared import IndependentTexts, Relay


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A number, and the accounts that give it in the very same sentence, in order of publication; one of them at least.

    `of_time` is what the sentence tells of: the event, or another time, or it is not known.
    """

    figures: tuple[Figure, ...]
    of_time: OfTime = "event"


@dataclass(frozen=True, slots=True)
class CountedFigures:
    """The numbers of what accounts call the same.

    `counted` is what is counted, as a text calls it, and `unit` as in `Quantity`; where neither was read both are empty.
    `accounts` counts those that give one of the time of the event, copies of one text as one; `caution` says what to mind in
    reading these together.
    """

    counted: str
    unit: str
    given: tuple[GivenFigure, ...]
    accounts: int
    caution: str | None


@dataclass(frozen=True, slots=True)
class Apparatus:
    """What stands beside the accounts of an event; `accounts` in order of publication."""

    event: Event
    accounts: tuple[Version, ...]
    names: tuple[Contrast, ...]
    figures: tuple[CountedFigures, ...]
    relays: tuple[Relay, ...]
    texts: IndependentTexts
