"""The corpus folder: which files it has, and everything in it but the articles' texts."""

import hashlib
import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reading_room.corpus.annotated_yaml import Fields, Mapping, Unreadable, read_yaml
from reading_room.corpus.articles import read_article
from reading_room.corpus.events import read_event
from reading_room.corpus.names import read_name_set
from reading_room.corpus.outlets import read_outlet
from reading_room.model.about import About
from reading_room.model.article import Draft
from reading_room.model.event import Event
from reading_room.model.names import NameSet
from reading_room.model.outlet import Outlet
from reading_room.model.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """An article file as it lies in the folder. Size and time tell, without opening it, whether it may have changed."""

    slug: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Folder:
    """Reads a corpus folder. Files are named in problems by their path below it, as `articles/name.md`."""

    path: Path

    def sources(self, problems: list[Problem]) -> Iterator[Source]:
        """The article files, by name; a link that leads out of the folder is refused."""
        for file in self._files("articles", problems):
            status = file.stat()
            yield Source(file.stem, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns))

    def draft(self, slug: str, problems: list[Problem]) -> Draft | None:
        """Read one article; None where it cannot be served."""
        return read_article(self.path / "articles" / f"{slug}.md", f"articles/{slug}.md", problems)

    def has(self, name: str) -> bool:
        """Whether there is a file of that name, readable or not."""
        return (self.path / name).is_file()

    def earlier(self, slug: str, problems: list[Problem]) -> tuple[Draft, ...]:
        """What the article said before, oldest first: `earlier/slug@1.md`, `earlier/slug@2.md` and so on, as far as they go."""
        drafts: list[Draft] = []
        while (path := self.path / (shown := f"earlier/{slug}@{len(drafts) + 1}.md")).is_file():
            draft = read_article(path, shown, problems, slug)
            if draft is None:
                break
            drafts.append(draft)
        return tuple(drafts)

    def events(self, problems: list[Problem]) -> tuple[Event, ...]:
        read = (read_event(file, f"events/{file.name}", problems) for file in self._files("events", problems))
        return tuple(event for event in read if event)

    def outlets(self, problems: list[Problem]) -> tuple[Outlet, ...]:
        return self._named("outlets.yaml", read_outlet, problems)

    def about(self, problems: list[Problem]) -> About:
        """What `room.yaml` says of the room; all of it may be left out."""
        plain = About()
        fields = Fields(self._mapping("room.yaml", problems), "room.yaml", problems)
        about = About(
            name=fields.text("name") or plain.name,
            subject=fields.text("subject") or plain.subject,
            text=fields.text("about") or plain.text,
            questions=tuple(self._question(question, fields) for question in fields.texts("questions")),
            searches=fields.texts("searches"),
        )
        fields.close()
        return about

    def _question(self, written: str, fields: Fields) -> tuple[str, str]:
        event, _, row = written.partition("/")
        if not (event and row):
            fields.note(
                fields.line("questions"), f"“{written}” names no question", "Write event/row: palmyra-2016-03/raids"
            )
        return event, row

    def names(self, problems: list[Problem]) -> tuple[NameSet, ...]:
        return self._named("names.yaml", read_name_set, problems)

    def line_of(self, path: str, words: str) -> int:
        """The first line of a file on which these words begin, or 0; in it they may be wrapped, and in quotation marks."""
        try:
            lines = (self.path / path).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return 0
        text, starts = "", []
        for line in lines:
            starts.append(len(text))
            text += "".join(f"{word} " for word in _unquoted(line).split())
        wanted = re.escape(" ".join(_unquoted(words).split()))
        found = re.search(rf"(?<![\w-]){wanted}(?![\w-])", text)
        return bisect_right(starts, found.start()) if found else 0

    def _files(self, below: str, problems: list[Problem]) -> Iterator[Path]:
        folder = self.path / below
        if not folder.is_dir():
            return
        inside = self.path.resolve()
        for file in sorted(folder.iterdir()):
            shown = f"{below}/{os.fsencode(file.name).decode('utf-8', 'replace')}"
            if file.name.startswith("."):
                continue
            if file.suffix != ".md":
                remedy = "Bring texts in with “flask import”, or give the file a name that ends in .md"
                problems.append(Problem(shown, 0, "only files that end in .md are read here", remedy, advice=True))
            elif "\ufffd" in shown:
                problems.append(Problem(shown, 0, "the file’s name is not UTF-8", "Rename it with letters a to z"))
            elif not file.exists():
                problems.append(Problem(shown, 0, "this is a link to a file that is not there", "Remove it or mend it"))
            elif not file.resolve().is_relative_to(inside):
                problems.append(Problem(shown, 0, "this link leads out of the corpus", "Copy the file into the corpus"))
            elif file.is_file():
                yield file

    def _named(self, name: str, read: Callable[[str, Fields], T | None], problems: list[Problem]) -> tuple[T, ...]:
        return Fields(self._mapping(name, problems), name, problems).named(read)

    def _mapping(self, name: str, problems: list[Problem]) -> Mapping:
        """What a YAML file beside the articles holds; nothing where it is not there or cannot be read."""
        try:
            return read_yaml((self.path / name).read_text("utf-8-sig"), name)
        except FileNotFoundError:
            pass
        except Unreadable as error:
            problems.append(error.problem)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(name, 0, f"the file cannot be read ({error})", "Save it as UTF-8 text"))
        return Mapping(0, ())


def _unquoted(text: str) -> str:
    """Without the marks that YAML puts around a text and, escaped, inside it."""
    return re.sub(r"\\?[\"']", "", text)


def fingerprint(parts: bytes) -> str:
    """Tells one state of a text from another."""
    return hashlib.sha256(parts).hexdigest()
