"""What a reference says: the published text, the version of it that the room holds, and the place in it."""

from dataclasses import dataclass
from datetime import date

from reading_room.citing.dates import points
from reading_room.citing.names import Name, names
from reading_room.model.article import Article
from reading_room.model.dates import DateSpan
from reading_room.model.outlet import UNKNOWN_OUTLET
from reading_room.model.turning import closed


@dataclass(frozen=True, slots=True)
class Citation:
    """`url` and `version_url` are absolute: of the place that is cited, and of the version that it is in."""

    article: Article
    outlet_name: str
    version: int
    read: date
    """The day on which the room first read the version, by which it is dated."""
    room: str
    url: str
    version_url: str
    place: str = ""
    """The numbers of the passages, `14` or `14–16, 18`; empty where the whole is cited."""
    quote: str = ""
    remark: str = ""
    """What a reader of a list of references must know of the list; it stands in the note of one of them."""

    @property
    def key(self) -> str:
        """Names the entry in a file of references: the slug, the version and the place."""
        place = "".join(letter if letter.isalnum() else "-" for letter in self.place.replace(", ", "-"))
        return f"{self.article.slug}-{self.version}" + (f"-{place}" if place else "")

    @property
    def outlet(self) -> str:
        """Who published it; empty where nobody knows."""
        return "" if self.article.outlet == UNKNOWN_OUTLET.key else closed(self.outlet_name)

    @property
    def authors(self) -> tuple[Name, ...]:
        """Those whom the text names, else the agency that it is from."""
        author, wire = closed(self.article.author or ""), closed(self.article.wire or "")
        return names(author) if author else names(wire, agency=True)

    @property
    def published(self) -> DateSpan | None:
        return self.article.published

    @property
    def inferred(self) -> bool:
        return self.article.is_inferred

    @property
    def digest(self) -> bool:
        return self.article.text == "digest"

    @property
    def title(self) -> str:
        return closed(self.article.title)

    @property
    def described(self) -> bool:
        return self.article.is_described

    @property
    def title_language(self) -> str:
        return self.article.title_language

    @property
    def several_places(self) -> bool:
        return any(sign in self.place for sign in ",–")

    def placed(self, one: str = "paragraph", many: str = "paragraphs") -> str:
        """`paragraph 14`, `paragraphs 14–16, 18`; empty where the whole is cited."""
        return f"{many if self.several_places else one} {self.place}" if self.place else ""

    @property
    def published_iso(self) -> str:
        """As exactly as it is known; an interval as ISO 8601 has it; empty where it is not known."""
        return "/".join(one.iso for one in points(self.published)) if self.published else ""

    @property
    def words(self) -> str:
        """What is quoted, on one line that ends every turn of direction in it: what is cut out of a text may not."""
        return closed(" ".join(self.quote.split()))

    @property
    def quoted(self) -> str:
        """The words in quotation marks, where they are the article’s own."""
        return f"“{self.words}”" if self.words and not self.digest else self.words

    @property
    def source_note(self) -> str:
        """What a reader of the reference must know of the text that was cited."""
        where = f"{self.placed('Paragraph', 'Paragraphs')} of version" if self.place else "Version"
        sentences = [f"{where} {self.version}, read on {self.read.isoformat()}, in {self.room}."]
        if self.digest:
            sentences.append("What is cited there is the room’s own digest of the article, not the article’s wording.")
        elif self.article.text == "excerpt":
            sentences.append("Only an excerpt of the article is held there.")
        if self.inferred:
            basis = self.article.published_basis.removeprefix("inferred").lstrip(": ")
            sentences.append(f"The date is inferred{f': {basis}' if basis else ''}.".replace("..", "."))
        if self.article.wire and self.article.author:
            sentences.append(f"Text from {self.article.wire}.")
        if self.article.url:
            sentences.append(f"Original: {self.article.url}")
        if self.remark:
            sentences.append(self.remark)
        return " ".join(sentences)
