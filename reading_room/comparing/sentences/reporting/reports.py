"""What is found in a sentence: who is credited with which of its words."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.results import Span

Kind = Literal["named", "writer", "unattributed"]


@dataclass(frozen=True, slots=True)
class Report:
    """That the words at `content` are credited to the source at `source`."""

    kind: Kind
    rank: int
    """The less, the nearer to the words: 0 who says them, 1 whom a phrase credits, 2 nobody, 3 and 4 the account that relays."""
    content: Span
    source: Span | None = None
    speaker: str = ""
    pronoun: str = ""
    """`he`, `she`, `it` or `they`, where the source is nothing more."""
    goes_on: bool = False
    """The source is the one that the text named before."""
    stand: bool = False
    """The verb is of thinking, wanting or judging: where somebody else says so, the words are theirs."""
    mention: bool = False
    """The source is only named: “The article cites the mayor.”"""
    apart: bool = False
    """It is a post that the page shows: the sentences around it do not go on with who wrote it."""
    tag: bool = False
    """The sentence has nothing but who said the quotation before it: “Smith asked.”"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence that has a source of its own, and what is reported in it, in order, not overlapping."""

    span: Span
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source, as the numbers of its first token, of the one after its last, and of the one after its name."""

    first: int
    end: int
    name_end: int
