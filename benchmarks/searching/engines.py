"""The engines that are measured: each builds an index of passages and answers questions with ten passages, words marked.

The room answers as its search page has it: the best passage of each of ten articles, with the totals that every answer has; once
without what the page counts beside them and once with it. The others answer as their documentation shows first: the ten best
passages, found in `text` alone.
"""

import html
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar

from searching.passages import Passage, Question

SHOWN = 10


class Engine:
    """An engine at work in one process. `index` names the folder, within the one it is given, whose size is counted."""

    name: ClassVar[str]
    index: ClassVar[str] = "index"
    built_by: ClassVar[str] = ""
    """The engine whose index this one asks, where it has none of its own."""
    cannot: ClassVar[tuple[str, ...]] = ()
    """Kinds of query that it does not have."""
    cut_short = 0
    """Answers that ended with the time allowed."""

    def prepare(self, passages: Iterable[Passage], folder: Path) -> None:
        """Lay out what the engine reads, where it reads files: this is not timed."""

    def build(self, passages: Iterable[Passage], folder: Path) -> None:
        raise NotImplementedError

    def open(self, folder: Path) -> None:
        raise NotImplementedError

    def ask(self, question: Question) -> list[str]:
        """The passages that are shown, as HTML with the words marked."""
        raise NotImplementedError

    def found(self, question: Question) -> int:
        """How many passages match: not timed, it shows whether the engines were asked the same."""
        raise NotImplementedError


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        parts += [html.escape(text[at:start]), "<b>", html.escape(text[start:end]), "</b>"]
        at = end
    return "".join([*parts, html.escape(text[at:])])


class RoomEngine(Engine):
    """The room, through the ingest that its keeper runs and the library that its pages ask, without facets and histogram."""

    name = "room"
    counted: ClassVar[bool] = False

    def prepare(self, passages: Iterable[Passage], folder: Path) -> None:
        from reading_room.importing.markdown_text import escaped

        articles = folder / "corpus" / "articles"
        articles.mkdir(parents=True)
        outlets: dict[str, str] = {}
        for number, ((title, day, source), own) in enumerate(
            groupby(passages, key=lambda passage: (passage.title, passage.date, passage.source)), start=1
        ):
            outlet = outlets.setdefault(source, f"outlet-{len(outlets) + 1}")
            front = {
                "title": title,
                "outlet": outlet,
                "published": day or "unknown",
                "published_basis": "printed",
                "language": "en",
                "text": "complete",
            }
            head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
            body = "\n\n".join(escaped(passage.text) for passage in own)
            (articles / f"article-{number}.md").write_text(f"---\n{head}---\n{body}\n", "utf-8")
        listed = (
            f"{key}:\n  name: {json.dumps(name or 'Unnamed', ensure_ascii=False)}\n" for name, key in outlets.items()
        )
        (folder / "corpus" / "outlets.yaml").write_text("".join(listed), "utf-8")

    def build(self, passages: Iterable[Passage], folder: Path) -> None:
        from reading_room.ingest import ingest
        from reading_room.room import Room

        wrong = ingest(Room(folder / "corpus", folder / "index")).wrong
        if wrong:
            print(f"The room found {len(wrong)} problems in these passages, the first: {wrong[0]}")

    def open(self, folder: Path) -> None:
        from reading_room.room import Room

        self.library = Room(folder / "corpus", folder / "index").library()

    def ask(self, question: Question) -> list[str]:
        results = self.library.search(self._query(question)).results
        self.cut_short += not results.complete
        hits = [hit for group in results.groups for hit in group.hits]
        return [marked(hit.text, ((span.start, span.end) for span in hit.spans)) for hit in hits]

    def found(self, question: Question) -> int:
        results = self.library.search(self._query(question)).results
        return results.total + results.copies

    def _query(self, question: Question) -> Any:
        from reading_room.model.query import parse

        query = replace(parse(question.written()), per_article=1, counted=self.counted)
        if question.year:
            query = replace(query, first=date(question.year, 1, 1), last=date(question.year, 12, 31))
        return query


class CountingRoom(RoomEngine):
    """The room with what its search page counts beside the passages: facets, and passages by month."""

    name = "room, counting"
    built_by = "room"
    counted = True


class Whoosh(Engine):
    """Plain Whoosh: stemmed text, the stock parser, `Hit.highlights`. One searcher stays open, which suits it best."""

    name = "Whoosh"

    def build(self, passages: Iterable[Passage], folder: Path) -> None:
        from whoosh import fields, index
        from whoosh.analysis import StemmingAnalyzer

        schema = fields.Schema(
            id=fields.ID(stored=True),
            title=fields.TEXT(analyzer=StemmingAnalyzer(), stored=True),
            source=fields.ID(stored=True),
            date=fields.NUMERIC(int, stored=True),
            text=fields.TEXT(analyzer=StemmingAnalyzer(), stored=True),
        )
        (folder / "index").mkdir()
        with index.create_in(folder / "index", schema).writer() as writer:
            for passage in passages:
                writer.add_document(
                    id=passage.id, title=passage.title, source=passage.source, date=passage.day, text=passage.text
                )

    def open(self, folder: Path) -> None:
        from whoosh import index
        from whoosh.qparser import FuzzyTermPlugin, QueryParser

        opened = index.open_dir(folder / "index")
        self.searcher = opened.searcher()
        self.parser = QueryParser("text", opened.schema)
        self.parser.add_plugin(FuzzyTermPlugin())

    def ask(self, question: Question) -> list[str]:
        results = self.searcher.search(self._query(question), limit=SHOWN)
        return [hit.highlights("text") for hit in results]

    def found(self, question: Question) -> int:
        return len(self.searcher.search(self._query(question), limit=SHOWN))

    def _query(self, question: Question) -> Any:
        within = f" date:[{question.year}0101 TO {question.year}1231]" if question.year else ""
        return self.parser.parse(question.written(" AND ") + within)


class LightlyMarkedWhoosh(Whoosh):
    """Plain Whoosh with the words marked by one walk over the text, a harder measure: its own highlighter is the slower part."""

    name = "Whoosh, lightly marked"
    built_by = "Whoosh"

    def open(self, folder: Path) -> None:
        from whoosh.lang.porter import stem  # the one that StemmingAnalyzer cuts by

        super().open(folder)
        self.stem = lru_cache(maxsize=50_000)(lambda word: stem(word.lower()))

    def ask(self, question: Question) -> list[str]:
        query = self._query(question)
        reader = self.searcher.reader()
        terms = {text.decode() for _, text in query.existing_terms(reader, expand=True, fieldname="text")}

        def matching(text: str) -> Iterator[tuple[int, int]]:
            return (word.span() for word in re.finditer(r"\w+", text) if self.stem(word[0]) in terms)

        found = self.searcher.search(query, limit=SHOWN)
        return [marked(text, matching(text)) for text in (hit["text"] for hit in found)]


class Fts5(Engine):
    """SQLite's full-text index as Python has it: Porter stems, its own `highlight`."""

    name = "SQLite FTS5"
    cannot = ("fuzzy",)

    def build(self, passages: Iterable[Passage], folder: Path) -> None:
        (folder / "index").mkdir()
        self.open(folder)
        columns = "id UNINDEXED, title, source UNINDEXED, date UNINDEXED, text, tokenize='porter unicode61'"
        self.database.execute(f"CREATE VIRTUAL TABLE passages USING fts5({columns})")
        rows = ((one.id, one.title, one.source, one.day, one.text) for one in passages)
        self.database.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", rows)
        self.database.commit()
        self.database.close()

    def open(self, folder: Path) -> None:
        self.database = sqlite3.connect(folder / "index" / "passages.sqlite3")

    def ask(self, question: Question) -> list[str]:
        what = "highlight(passages, 4, '<b>', '</b>')"
        return [text for (text,) in self._select(what, question, f"ORDER BY rank LIMIT {SHOWN}")]

    def found(self, question: Question) -> int:
        return int(self._select("count(*)", question)[0][0])

    def _select(self, what: str, question: Question, tail: str = "") -> list[tuple[Any, ...]]:
        values: list[object] = [f"text : ({question.written(' AND ')})"]
        if question.year:
            values += [question.year * 10_000 + 101, question.year * 10_000 + 1231]
        within = "AND date BETWEEN ? AND ?" if question.year else ""
        sql = f"SELECT {what} FROM passages WHERE passages MATCH ? {within} {tail}"
        return self.database.execute(sql, values).fetchall()


class Tantivy(Engine):
    """tantivy, through its Python package: English stems, its own snippets, which mark nothing of a prefix or a fuzzy word."""

    name = "tantivy"

    def build(self, passages: Iterable[Passage], folder: Path) -> None:
        import tantivy

        schema = (
            tantivy.SchemaBuilder()
            .add_text_field("id", stored=True, tokenizer_name="raw")
            .add_text_field("title", stored=True, tokenizer_name="en_stem")
            .add_text_field("source", stored=True, tokenizer_name="raw")
            .add_integer_field("date", stored=True, indexed=True, fast=True)
            .add_text_field("text", stored=True, tokenizer_name="en_stem")
            .build()
        )
        (folder / "index").mkdir()
        writer = tantivy.Index(schema, str(folder / "index")).writer()
        for one in passages:
            writer.add_document(
                tantivy.Document(id=one.id, title=one.title, source=one.source, date=one.day, text=one.text)
            )
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        import tantivy

        self.opened = tantivy.Index.open(str(folder / "index"))
        self.searcher = self.opened.searcher()

    def ask(self, question: Question) -> list[str]:
        import tantivy

        query = self._query(question)
        hits = self.searcher.search(query, limit=SHOWN, count=False).hits
        snippets = tantivy.SnippetGenerator.create(self.searcher, query, self.opened.schema, "text")
        documents = (self.searcher.doc(address) for _, address in hits)
        return [snippets.snippet_from_doc(document).to_html() or document["text"][0] for document in documents]

    def found(self, question: Question) -> int:
        return int(self.searcher.search(self._query(question), limit=SHOWN).count)

    def _query(self, question: Question) -> Any:
        from tantivy import Query

        if question.kind == "prefix":
            return Query.regex_query(self.opened.schema, "text", question.words[0] + ".*")
        if question.kind == "fuzzy":
            return Query.fuzzy_term_query(self.opened.schema, "text", question.words[0])
        within = f" AND date:[{question.year}0101 TO {question.year}1231]" if question.year else ""
        return self.opened.parse_query(question.written(" AND ") + within, ["text"])


ENGINES = {engine.name: engine for engine in (RoomEngine, CountingRoom, Whoosh, LightlyMarkedWhoosh, Fts5, Tantivy)}
