"""What a page says of itself to programs, and how it is cited."""

from dataclasses import dataclass

from reading_room.web.pages.text import Script


@dataclass(frozen=True, slots=True)
class FormLink:
    """The same in another form: its name, its media type, its address."""

    title: str
    media_type: str
    url: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """What the head of a page says of it to programs that show links to it, cite it or keep it. Its addresses are absolute."""

    title: str
    heading: str
    """For the window: the title with where it comes from."""
    description: str
    url: str
    image: str
    image_width: int
    image_height: int
    image_alt: str
    vocabularies: tuple[tuple[str, str], ...]
    named: tuple[tuple[str, str], ...]
    """Particulars as `citation_*` and in Dublin Core: name and content."""
    published: str
    """The day in ISO 8601; empty where it is not known as exactly."""
    forms: tuple[FormLink, ...]
    embeds: tuple[FormLink, ...]
    linked_data: dict[str, object]


@dataclass(frozen=True, slots=True)
class ReferencePart:
    """A stretch of a reference; of a title, its language and direction."""

    text: str
    italic: bool
    script: Script | None
    address: bool


@dataclass(frozen=True, slots=True)
class CiteView:
    """References to what the page is about, by the name of their style, and files for reference managers."""

    references: tuple[tuple[str, tuple[ReferencePart, ...]], ...]
    wikipedia: str
    printed: tuple[ReferencePart, ...]
    """The one that stands on paper."""
    downloads: tuple[FormLink, ...]
