"""An article: what is known of it, its passages, and its versions."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from reading_room.model.dates import DateSpan

TextKind = Literal["complete", "excerpt", "digest"]
PassageKind = Literal["paragraph", "heading", "item", "quotation", "preformatted", "header-row", "row"]
MarkKind = Literal["emphasis", "strong", "code", "link"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over the code points `start` to `end` (exclusive) of a passage's text."""

    start: int
    end: int
    kind: MarkKind
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, quotation block or row of a table of an article's text, before it has a number."""

    kind: PassageKind
    text: str
    marks: tuple[Mark, ...] = ()
    level: int = 0
    """Of a heading, 1 to 6; of a list item or quotation block, how deeply it is nested, from 1; else 0."""
    marker: str = ""
    """Of a list item, what stands before it: a bullet, or its number and a full stop. Of a row, how its columns are set."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with the number that it keeps for life (`14`, or `14a` where one was inserted after 14)."""

    id: str
    block: Block

    @property
    def text(self) -> str:
        return self.block.text

    @property
    def kind(self) -> PassageKind:
        return self.block.kind


@dataclass(frozen=True, slots=True)
class Account:
    """That an article tells of an event, and for whom it mainly speaks where the keeper says so."""

    event: str
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of a published text: its front matter, under the slug that is its file's name."""

    slug: str
    title: str
    outlet: str
    published: DateSpan | None
    published_basis: str
    """`printed`, or `inferred: ` and why; empty where the keeper does not say."""
    language: str
    text: TextKind
    original_language: str | None = None
    """Of a digest: the language of the account that it sums up, where that is another one. The title is in it."""
    author: str | None = None
    url: str | None = None
    url_unknown: str | None = None
    """Why there is no link to the original."""
    held: Literal["complete", "excerpt"] | None = None
    """Of a digest: how much of the original the digest rests on."""
    wire: str | None = None
    note: str | None = None
    accounts: tuple[Account, ...] = ()

    @property
    def is_partial(self) -> bool:
        """Whether only a part of the original was held, so that nothing can be said to be absent from it."""
        return self.text == "excerpt" or self.held == "excerpt"

    @property
    def is_described(self) -> bool:
        """Whether the title is not the text's own but the room's description of it, in square brackets."""
        return self.title.startswith("[")

    @property
    def title_language(self) -> str:
        """A digest keeps its account's own title, in the language of the account."""
        return self.language if self.is_described else self.original_language or self.language

    @property
    def is_inferred(self) -> bool:
        """Whether somebody had to infer the date of publication."""
        return self.published_basis.startswith("inferred")

    @property
    def publication_order(self) -> tuple[date, date, str, str]:
        """Sorts articles by publication, the undated last, and those of one moment by slug."""
        return (*(self.published.sort_key if self.published else (date.max, date.max, "")), self.slug)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file says it now, before the room has given it a version and its passages numbers."""

    article: Article
    blocks: tuple[Block, ...]
    aliases: tuple[str, ...] | None = None
    """The names that the article had before, as its file gives them; None where it does not say, `()` where it had none."""


@dataclass(frozen=True, slots=True)
class VersionNote:
    """That a version exists: its number, counted from 1, and when the room first read it (UTC)."""

    number: int
    ingested: datetime
    withdrawn: bool = False
    """The keeper withdrew it: it is kept, and shown to nobody."""


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article: its front matter and its numbered passages, kept as they were served."""

    article: Article
    number: int
    ingested: datetime
    passages: tuple[Passage, ...]
    counter: str = "words-1"
    """What the words of its passages are counted by: `permalinks.words.NAME` when it was read."""

    def position(self, passage_id: str) -> int | None:
        """Where in `passages` the passage of that number stands, or None."""
        for position, passage in enumerate(self.passages):
            if passage.id == passage_id:
                return position
        return None
