"""What has become of a quotation: where its words stand now, how they changed, or that they are gone."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.results import Span

Status = Literal["exact", "moved", "edited", "ambiguous", "gone"]
PointedKind = Literal["figure", "name", "negation"]
ChangeKind = Literal["typography", "words", "moved"] | PointedKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points `start` to `end` (exclusive) of the text of one passage, with the text that stands there."""

    passage: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of the quotation and what stands in their place now; either may be empty. `kinds` says what they have in them.

    Of a sentence that stands elsewhere now, or stood elsewhere before, letter for letter, that is `moved` alone.
    """

    was: str
    now: str
    kinds: tuple[ChangeKind, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """Code points of one text that gave way to those of another; either may be none. `kinds` is as in `WordChange`."""

    was: Span
    now: Span
    kinds: tuple[ChangeKind, ...]


@dataclass(frozen=True, slots=True)
class Pointed:
    """Figures, names or negations that one change took out, and those that it brought in; either may be none."""

    kind: PointedKind
    was: tuple[str, ...]
    now: tuple[str, ...]
    moved: bool = False
    """Whether they are the same ones, in another place or another order."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a permalink made on version `born` finds in version `now`, which is None where the article was taken out of the room.

    `found` is where the words are: a stretch for each passage. `candidates` are the places between which the room does not choose,
    `twins` other places of that version that have the words that were found a second time.
    """

    status: Status
    quote: str
    born: int
    now: int | None
    found: tuple[Stretch, ...] = ()
    candidates: tuple[tuple[Stretch, ...], ...] = ()
    gone_since: int | None = None
    """The first version that does not have it."""
    changes: tuple[WordChange, ...] = ()
    came_in: tuple[Stretch, ...] = ()
    """What came to stand between the words that were found; of a passage quoted whole, around them too."""
    lost: tuple[str, ...] = ()
    """Of several ranges, the words of those that are gone, where others are not."""
    twins: tuple[tuple[Stretch, ...], ...] = ()
    around: tuple[WordChange, ...] = ()
    """What changed in the sentences around the words that were found: not in the words, and yet it may deny them."""
    around_candidates: tuple[tuple[WordChange, ...], ...] = ()
    """The same of each of `candidates`, in their order."""
    permalink: str = ""
    """The address of the quotation within the room, as it was when the link was made."""

    @property
    def is_typography(self) -> bool:
        """Whether the words were edited, and no word of them changed."""
        return bool(self.changes) and all(change.kinds == ("typography",) for change in self.changes)
