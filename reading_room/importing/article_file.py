"""The article file that an import writes: its slug, front matter and text, and the gaps that the keeper fills."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import yaml

from reading_room.importing.datelines import agency_of
from reading_room.importing.language import guess_language
from reading_room.importing.line_numbers import BadLines, listed, numbers_in
from reading_room.importing.markdown_text import markdown
from reading_room.importing.parts import Cleaned, Dropped, Note
from reading_room.importing.publishers import UNKNOWN, Publishers
from reading_room.model.problem import Problem
from reading_room.model.sketches import Sketch, sketch

NO_DATE = "not found in the text at import"

_REMEDIES = {
    "title": "Write the title as printed, as title: …",
    "outlet": "Add who published it as outlet: and its key in outlets.yaml",
    "published": "Add the date as published: 2016-03-23 and say in published_basis how it is known",
    "published_basis": "Say how the date is known: published_basis: printed, or “inferred: why”",
    "language": "Add the language’s tag, as language: en",
}
DEEPEST = 12
"""Levels of values within values; reading deep ones takes minutes."""
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text. The one written in C is ten times faster, where PyYAML was built with it."""
_FRONT = re.compile(r"\A---[ \t]*\n(?P<front>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_ORIGIN = re.compile(r"^imported_from:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
_TITLE_LINE = re.compile(r"#[ \t]+(?P<title>\S.*?)[ \t]*#*\Z")


class UnreadableFront(ValueError):
    """Front matter that is not a list of `key: value` lines; `line` is where that shows."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


class Gap(NamedTuple):
    """A field for which the source gave nothing, or something that the keeper has to look at."""

    key: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What an article was made from: a file's name, the SHA-256 of its bytes, and which part of it.

    `kept` are lines that would have been left out, and that the keeper put back.
    """

    file: str
    sha256: str
    part: str = ""
    kept: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """The whole text of an article file, and what it was made from; lines are numbered as in `Cleaned`.

    The sketch is worked out here, where several processes are at work.
    """

    text: str
    origin: Origin
    title: str | None
    published: str | None
    author: str | None
    language: str | None
    kept_lines: int
    dropped: tuple[Dropped, ...]
    gaps: tuple[Gap, ...]
    notes: tuple[Note, ...] = ()
    sketch: Sketch = field(default_factory=Sketch)
    outlet_to_add: str = ""
    lines_put_back: frozenset[int] = frozenset()

    @property
    def checksum(self) -> str:
        """Two imports of the same words have the same one, whatever they were made from."""
        return _Halves.of(self.text).checksum

    def missing(self, path: str) -> tuple[Problem, ...]:
        """What the keeper has to add, as problems of the written file at `path`."""
        lines = self.text.split("\n")
        gaps = []
        for key, what, remedy in self.gaps:
            line = next((at for at, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 1)
            gaps.append(Problem(path, line, f"{key}: {what}", remedy, advice=True))
        return (*gaps, *(Problem(path, 0, note.what, note.remedy, advice=True) for note in self.notes))


@dataclass(frozen=True, slots=True)
class Standing:
    """An article file as it lies in the corpus: what it was made from, and which half of it was changed since by hand.

    `checksum` is that of what the import wrote; a file without one counts as changed. `front` has the fields as they are now.
    """

    origin: Origin
    front: dict[str, str]
    checksum: str
    front_changed: bool
    text_changed: bool

    @property
    def changed(self) -> bool:
        return self.front_changed or self.text_changed


def standing_of(text: str) -> Standing | None:
    """What an article file says of its import; None where it was written by hand, or cannot be read."""
    halves = _Halves.of(text)
    try:
        fields = _read_front(halves.whole_front)
        noted = fields.get("imported_from")
        if not isinstance(noted, dict) or not noted.get("sha256"):
            return None
        kept = numbers_in(str(noted.get("kept") or ""))
    except (UnreadableFront, BadLines):
        return None
    origin = Origin(str(noted.get("file", "")), str(noted["sha256"]), str(noted.get("part") or ""), kept)
    checksum = str(noted.get("checksum") or "")
    written_front, _, written_body = checksum.partition("-")
    front = {key: value for key, value in fields.items() if isinstance(value, str)}
    return Standing(origin, front, checksum, written_front != _sum(halves.front), written_body != _sum(halves.body))


def paragraphs_of(text: str) -> list[str]:
    """The text of an article file in paragraphs, still as Markdown: enough to compare its words with those of others."""
    return _Halves.of(text).body.split("\n\n")


def is_digest(text: str) -> bool:
    """Whether an article file holds the room's own summary; False where its front matter cannot be read."""
    try:
        return _read_front(_Halves.of(text).whole_front).get("text") == "digest"
    except UnreadableFront:
        return False


def with_new_text(text: str, article: ArticleFile) -> str:
    """An article file whose front matter a keeper has filled in, with the text of another import of its source."""
    kept, fresh = _Halves.of(text), _Halves.of(article.text)
    # The checksum goes on telling that the front matter was changed: it is that of the front matter which the import wrote.
    return f"---\n{kept.front}{_dumped_origin(article.origin, fresh.checksum)}---\n{fresh.body}"


def from_cleaned(cleaned: Cleaned, origin: Origin, publishers: Publishers, notes: Iterable[Note] = ()) -> ArticleFile:
    """The article file of what a reader found."""
    said = cleaned.particulars
    publisher = publishers.of(cleaned)
    language = _language(cleaned)
    fields: dict[str, object] = {"title": cleaned.title or _untitled(origin), "outlet": publisher.key}
    if said.author:
        fields["author"] = said.author
    fields["published"] = _typed(said.moment) if said.moment else UNKNOWN
    fields["published_basis"] = (said.basis or "printed") if said.moment else NO_DATE
    if said.url:
        fields["url"] = said.url
    fields |= {"language": language, "text": "excerpt" if cleaned.excerpt else "complete"}
    if cleaned.paragraphs and (agency := agency_of(cleaned.paragraphs[0].text)):
        fields["wire"] = agency
    gaps = [] if cleaned.title else [_gap("title")]
    if publisher.key == UNKNOWN:
        gaps.append(_gap("outlet"))
    elif publisher.proposal:
        gaps.append(Gap("outlet", f"“{publisher.name}” is not in outlets.yaml", f"Add there {publisher.proposal}"))
    if not said.moment:
        two_ways = f"the text prints “{said.unclear}”, which may be either of two days"
        gaps.append(_gap("published", two_ways if said.unclear else "not found"))
    if language == "und":
        gaps.append(_gap("language", "not clear from the text"))
    return ArticleFile(
        _whole(_dumped(fields), origin, markdown(cleaned.paragraphs)),
        origin,
        cleaned.title,
        said.moment,
        said.author,
        language if language != "und" else None,
        cleaned.kept_lines,
        cleaned.dropped,
        tuple(gaps),
        tuple(notes),
        sketch(paragraph.text for paragraph in cleaned.paragraphs),
        publisher.proposal,
    )


def from_markdown(source: str, origin: Origin, notes: Iterable[Note] = ()) -> ArticleFile:
    """The article file of a Markdown text: front matter and text as they are, with what is wanting added.

    Raises `UnreadableFront`.
    """
    halves = _Halves.of(source)
    given = _read_front(halves.front)
    body_lines = halves.body.split("\n")
    dropped: list[Dropped] = []
    title = str(given.get("title") or "") or None
    at = next((at for at, line in enumerate(body_lines) if line.strip()), None)
    heading = _TITLE_LINE.match(body_lines[at]) if at is not None else None
    if at is not None and heading and title is None:
        title = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", heading["title"])
        dropped.append(Dropped(halves.body_line + at, body_lines[at], "the title: see the front matter"))
        del body_lines[at]
    body = "\n".join(body_lines).strip("\n")
    language = guess_language(body)
    added: dict[str, object] = {"title": title or _untitled(origin), "outlet": UNKNOWN, "published": UNKNOWN}
    added["published_basis"] = "not given in the file imported" if "published" in given else NO_DATE
    added |= {"language": language, "text": "complete"}
    added = {key: value for key, value in added.items() if key not in given}
    empty = {key for key in _REMEDIES if not given.get(key) or given.get(key) == UNKNOWN}
    if title:
        empty.discard("title")
    if "language" in added and language != "und":
        empty.discard("language")
    if "published" in empty:
        empty.discard("published_basis")
    front = halves.front if halves.front.endswith("\n") or not halves.front else f"{halves.front}\n"
    front += _dumped(added) if added else ""
    # Lines put below front matter of another shape (`{title: …}`) would spoil it, so it is read again.
    if _read_front(front) != given | {key: str(value) for key, value in added.items()}:
        raise UnreadableFront("the front matter cannot be added to", 1)
    return ArticleFile(
        _whole(front, origin, f"{body}\n") if body.strip() else "",
        origin,
        title,
        str(given.get("published") or "") or None,
        str(given.get("author") or "") or None,
        str(given.get("language") or "") or (language if language != "und" else None),
        sum(bool(line.strip()) for line in body_lines) + len(dropped),
        tuple(dropped),
        tuple(_gap(key) for key in _REMEDIES if key in empty),
        tuple(notes),
        sketch(body.split("\n\n")) if given.get("text") != "digest" else Sketch(),
    )


@dataclass(frozen=True, slots=True)
class _Halves:
    """An article file cut in two. `front` is without the note of its import; `body_line` is where the text begins."""

    whole_front: str
    body: str
    body_line: int

    @classmethod
    def of(cls, text: str) -> "_Halves":
        text = re.sub(r"\r\n?", "\n", text)
        match = _FRONT.match(text)
        end = match.end() if match else 0
        return cls(match["front"] if match else "", text[end:], text[:end].count("\n") + 1)

    @property
    def front(self) -> str:
        return _ORIGIN.sub("", self.whole_front, count=1)

    @property
    def checksum(self) -> str:
        return f"{_sum(self.front)}-{_sum(self.body)}"


def _whole(front: str, origin: Origin, body: str) -> str:
    checksum = f"{_sum(front)}-{_sum(body)}"
    return f"---\n{front}{_dumped_origin(origin, checksum)}---\n{body}"


def _sum(text: str) -> str:
    """Tells whether a half was changed; white space at its ends does not count."""
    return hashlib.sha256(text.strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _dumped_origin(origin: Origin, checksum: str) -> str:
    noted = {"file": origin.file, "sha256": origin.sha256}
    if origin.part:
        noted["part"] = origin.part
    if origin.kept:
        noted["kept"] = listed(origin.kept)
    return _dumped({"imported_from": {**noted, "checksum": checksum}})


def _language(cleaned: Cleaned) -> str:
    """What the text is written in; what the source says of it counts where the words do not say otherwise."""
    guess = guess_language("\n".join(paragraph.text for paragraph in cleaned.paragraphs))
    said = cleaned.particulars.language
    if said and (guess == "und" or said.split("-")[0].lower() == guess):
        return said
    return guess


def _read_front(front: str) -> dict[str, object]:
    """The values of front matter as written, untyped: `no` is not False, and 2016-04 is not a sum."""
    try:
        depth = 0
        for event in yaml.parse(front, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise UnreadableFront("values in the front matter are nested too deeply", _line(event.start_mark))
            if isinstance(event, yaml.AliasEvent):
                raise UnreadableFront("the front matter has an alias (*)", _line(event.start_mark))
        read = yaml.load(front, Loader=_LOADER)  # noqa: S506  # it makes texts, lists and mappings of texts alone
    except yaml.MarkedYAMLError as error:
        what = f"the front matter is not readable as YAML ({error.problem})"
        raise UnreadableFront(what, _line(error.problem_mark)) from None
    except (yaml.YAMLError, RecursionError):
        raise UnreadableFront("the front matter is not readable as YAML", 1) from None
    if read in (None, ""):
        return {}
    if not isinstance(read, dict):
        raise UnreadableFront("the front matter is not a list of “key: value” lines", 1)
    return read


def _line(mark: Any) -> int:
    """Where in the file a place of its front matter is: YAML counts from 0, and `---` stands above."""
    return mark.line + 2 if mark else 1


def _untitled(origin: Origin) -> str:
    return f"Untitled ({origin.file}{f', {origin.part}' if origin.part else ''})"


def _gap(key: str, what: str | None = None) -> Gap:
    return Gap(key, what or ("not given" if key == "published_basis" else "not found"), _REMEDIES[key])


def _typed(moment: str) -> object:
    """A day is written without quotation marks, as a keeper would; a year or a month alone is no day."""
    return date.fromisoformat(moment) if len(moment) == len("2016-03-23") else moment


def _dumped(fields: dict[str, object]) -> str:
    """One line for each field, so that a problem can name it."""
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1_000_000)
