"""The folder of articles as an import sees it: what was imported before, and under which name a new article goes."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from reading_room.importing.article_file import ArticleFile, Standing, is_digest, paragraphs_of, standing_of
from reading_room.importing.slugs import LONGEST_SLUG, shortened, slug_of
from reading_room.importing.writing import whole
from reading_room.model.sketches import Sketch, sketch

FOLDER = "articles"


class ArticleFolder:
    """`corpus/articles`, read once when this is made; what is added through it is known at once.

    With `writing` False nothing is written.
    """

    def __init__(self, corpus: Path, *, writing: bool = True) -> None:
        self.path = corpus / FOLDER
        self._writing = writing
        self._by_source: dict[tuple[str, str], str] = {}
        """Slugs by the SHA-256 of the source and the part of it."""
        self._by_words: dict[str, str] = {}
        """Slugs by the checksum of what the import wrote."""
        self._first: dict[str, str] = {}
        """The first slug for each source."""
        self._taken: set[str] = set()
        """Names of files."""
        self._unwritten: dict[str, str] = {}
        """What would have been written."""
        self._last_number: dict[str, int] = {}
        for path in sorted(self.path.iterdir()) if self.path.is_dir() else ():
            self._taken.add(path.name)
            if path.suffix == ".md" and (standing := self.standing(path.stem)):
                self._note(path.stem, standing.origin.sha256, standing.origin.part, standing.checksum)

    def first_made_from(self, sha256: str) -> str | None:
        """The slug of the first article that was made from these bytes."""
        return self._first.get(sha256)

    def made_from(self, sha256: str, part: str) -> str | None:
        """The slug of the article that was made from this part of a source."""
        return self._by_source.get((sha256, part))

    def same_words(self, article: ArticleFile) -> str | None:
        """The slug of an article that another import wrote with exactly these particulars and words."""
        return self._by_words.get(article.checksum)

    def has(self, slug: str) -> bool:
        return f"{slug}.md" in self._taken

    def standing(self, slug: str) -> Standing | None:
        """None where the file was not made by an import, or cannot be read."""
        return standing_of(self.text(slug))

    def text(self, slug: str) -> str:
        """The whole file; empty where it cannot be read, which the room's own check names."""
        if slug in self._unwritten:
            return self._unwritten[slug]
        path = self.path / f"{slug}.md"
        try:
            return path.read_text("utf-8-sig") if path.is_file() else ""
        except (OSError, UnicodeDecodeError):
            return ""

    def slugs(self) -> set[str]:
        return {name.removesuffix(".md") for name in self._taken if name.endswith(".md")}

    def paragraphs(self, slug: str) -> list[str]:
        """The text of an article, still as Markdown: enough to compare its words with those of others."""
        return paragraphs_of(self.text(slug))

    def sketches(self, known: Mapping[str, Sketch]) -> dict[str, Sketch]:
        """Of all texts but digests, which are the room's own words; those that are `known` are not read for it."""
        unknown = {slug: self.text(slug) for slug in self.slugs() - known.keys()}
        return {slug: sketch(paragraphs_of(text)) for slug, text in unknown.items() if not is_digest(text)} | dict(
            known
        )

    def add(self, article: ArticleFile) -> str:
        """Write a new article under the first name that is free, and return its slug; raises OSError."""
        if self._writing and not self.path.is_dir():
            self.path.mkdir(parents=True)
        origin = article.origin
        slug = slug_of(article.title, origin.part if origin.part else Path(origin.file).stem, origin.sha256)
        number = self._last_number.get(slug, 0)
        while True:
            number += 1
            ending = f"-{number}" if number > 1 else ""
            name = f"{shortened(slug, LONGEST_SLUG - len(ending))}{ending}"
            if f"{name}.md" not in self._taken:
                with suppress(FileExistsError):  # somebody may have taken it since the folder was read
                    self._write(name, article.text, fresh=True)
                    break
        self._last_number[slug] = number
        self._taken.add(f"{name}.md")
        self._note(name, origin.sha256, origin.part, article.checksum)
        return name

    def write(self, slug: str, text: str) -> None:
        """Put a text in place of that of an article's file; raises OSError."""
        self._write(slug, text, fresh=False)

    def _write(self, slug: str, text: str, *, fresh: bool) -> None:
        if self._writing:
            with whole(self.path / f"{slug}.md", fresh=fresh) as opened:
                opened.write(text.encode("utf-8", "replace"))
        else:
            self._unwritten[slug] = text

    def _note(self, slug: str, sha256: str, part: str, checksum: str) -> None:
        self._first.setdefault(sha256, slug)
        self._by_source.setdefault((sha256, part), slug)
        if checksum:
            self._by_words.setdefault(checksum, slug)
