"""Writes passages into the Whoosh index of one generation, and their words into its lexicon."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from whoosh.filedb.filestore import FileStorage

from reading_room.index.analysis import primary
from reading_room.index.codec import BlockCodec
from reading_room.index.lexicon import Lexicon
from reading_room.index.places import Places
from reading_room.index.schema import Analysed, schema
from reading_room.index.told import Told, mentioned, speakers
from reading_room.model.analysis import Sentence
from reading_room.model.article import Article, Passage

MEMORY_MB = 128
"""Postings held in memory before Whoosh writes them to a temporary file."""


class IndexWriter:
    """Adds, replaces and removes articles; what was done counts once the `with` block is left without an exception."""

    def __init__(self, folder: Path, *, new: bool) -> None:
        storage = FileStorage(str(folder), supports_mmap=False)
        self._folder = folder
        self._words = set() if new else set(Lexicon.read(folder))
        self._index = storage.create_index(schema()) if new else storage.open_index()

    def __enter__(self) -> "IndexWriter":
        self._writer = self._index.writer(limitmb=MEMORY_MB, codec=BlockCodec())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._writer.commit()
            Lexicon(self._words).write(self._folder)
        else:
            self._writer.cancel()
        self._index.close()
        # Whoosh leaves the file of its own lock behind; generations have theirs.
        Path(self._index.storage.folder, f"{self._index.indexname}_WRITELOCK").unlink(missing_ok=True)

    def remove(self, slug: str) -> None:
        self._writer.delete_by_term("slug", slug)

    def add(
        self,
        article: Article,
        number: int,
        version: int,
        passages: tuple[Passage, ...],
        sentences: Iterable[Sentence] = (),
    ) -> None:
        """Add the passages of an article that is not in the index yet (or was removed in the same block), with what is read in
        their sentences.
        """
        told: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            told[sentence.passage].append(sentence)
        about = {"slug": article.slug, "article": number, "version": version}
        for place, passage in enumerate(passages):
            language, read = primary(article.language), told.get(passage.id, ())
            text = Analysed.of(passage.text, language)
            title = {} if place else _title(article)
            self._words.update(text.forms, title.get("title_forms", ()))
            self._writer.add_document(
                place=place,
                length=text.length,
                passage=passage.id,
                body=passage.text,
                text=text.stems,
                text_forms=text.forms,
                **_told(read, text, language),
                **title,
                **about,
            )


def _told(sentences: Iterable[Sentence], text: Analysed, language: str) -> dict[str, Places | tuple[object, ...]]:
    """Only what there is, since in most passages nobody is quoted and no day named."""
    found: dict[str, Places | tuple[object, ...]] = {
        "speaker": speakers(sentences, text.starts, language),
        "mentions": mentioned(sentences, text.starts),
        "told": tuple(Told.of(sentences)),  # no class of the room's, so that it is read whatever becomes of that
    }
    return {field: value for field, value in found.items() if any(value)}


def _title(article: Article) -> dict[str, Places]:
    title = Analysed.of(article.title, primary(article.title_language))
    return {"title": title.stems, "title_forms": title.forms}
