"""What is read in the sentences of an article: the time each speaks of, its quantities, and who says it.

Places are code points of the text of the passage that a sentence stands in.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reading_room.model.results import Span

DateBasis = Literal["explicit", "relative", "later", "carried", "published"]
"""What a date rests on: `explicit`, the sentence's own words; `relative`, its words and the day of publication (“on Friday”);
`later`, its words and a date that the text named before (“a year later”); `carried`, the sentence before; `published`, nothing but
the day of publication."""

Bound = Literal["exactly", "about", "more", "at-least", "less", "at-most", "between"]
"""How the words bound a number: “80”, “some 80”, “over 80”, “at least 80”, “fewer than 80”, “up to 80”, “20 to 25”."""

Period = Literal["second", "minute", "hour", "day", "week", "month", "year"]

Manner = Literal["quotation", "indirect", "continued", "own"]
"""How words are given: in quotation marks, as somebody's but in other words, as what the speaker before goes on to say, or as the
writer's own."""

SourceKind = Literal["named", "writer", "unattributed"]
"""Who says it: somebody whom the text names or describes, the writer, or nobody in particular (“are said to”)."""


UNBOUNDED = date.min
"""The first day of a time of which only the end is said: “before 2011”."""


@dataclass(frozen=True, slots=True)
class Time:
    """The days that words speak of, both ends included; `span` has the words that say so, if this sentence has them.

    Where they say only until when something was, `first` is `UNBOUNDED`.
    """

    first: date
    last: date
    basis: DateBasis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, as the text has it at `span`: “more than 20 air strikes a day”.

    `least` and `most` bound the number; None where nothing bounds it on that side. “More than half” is at least 0.5 of `counted`,
    its `unit` is `share`; “20 per cent” is 0.2. “Dozens” are more than 24: the least that the plural says.
    """

    span: Span
    bound: Bound
    least: float | None
    most: float | None
    unit: str = ""
    """`share`, a measure (`km`, `m`, `t`, `USD`, `days`, …), or empty where things are counted."""
    counted: str = ""
    """What is counted, as the text calls it (“air strikes”), or empty."""
    per: Period | None = None
    """Of a rate: the time in which so many are counted."""
    over_days: float | None = None
    """How long a time the number is said to be of, in days, where the sentence says so (“over two weeks”)."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """That the words at `content` are given as those of `speaker`, whom the passage names at `source` if it does."""

    kind: SourceKind
    manner: Manner
    speaker: str
    """As the text calls them; `the writer` and `unattributed` where it is neither named nor described."""
    content: Span
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what is read in it. It has one time at least where the article is dated, and one attribution at least."""

    passage: str
    span: Span
    times: tuple[Time, ...] = ()
    """The time of what it tells of first."""
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    """In the order of the text, not overlapping: each part of it is somebody's."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is read in a version of an article, sentence by sentence in its order."""

    article: str
    version: int
    sentences: tuple[Sentence, ...]
