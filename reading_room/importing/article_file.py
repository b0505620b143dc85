"""The article file that an import writes: its slug, front matter and Markdown, and the gaps that the keeper fills."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml
from anyascii import anyascii

from reading_room.importing.language import guess_language
from reading_room.importing.parts import Cleaned, Dropped, Paragraph
from reading_room.model.problem import Problem

LONGEST_SLUG = 80
UNKNOWN = "unknown"
NO_DATE = "not found in the text at import"

_REMEDIES = {
    "title": ("not found", "Write the title as printed, as title: …"),
    "outlet": ("not found", "Add who published it, by its key in outlets.yaml, as outlet: now-lebanon"),
    "published": (
        "not found",
        "Add the date as published: 2016-03-23 and say in published_basis how it is known",
    ),
    "published_basis": ("not given", "Say how the date is known: published_basis: printed, or “inferred: why”"),
    "language": ("not clear from the text", "Add the language's tag, as language: en"),
}
_ORIGIN = re.compile(r"^imported_from:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n(?P<front>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_TITLE_LINE = re.compile(r"#[ \t]+(?P<title>\S.*?)[ \t]*#*\Z")

_INLINE = re.compile(r"[*`]|(?<![^\W_])_|_(?![^\W_])|\\(?=[!-/:-@\[-`{-~]|\Z)|<(?=\S)|&(?=#?\w+;)|\{(?=:)|\[(?=\^)")
_LINK_LIKE = re.compile(r"\]\s?[(\[:]")
_AT_START = re.compile(r"[#>+-]|\d+(?P<point>[.)])(?=\s|\Z)|~(?=~~)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


class UnreadableFront(ValueError):
    """Front matter that is not a list of `key: value` lines; `line` is where that shows."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that an article was made from: its name, and the SHA-256 of its bytes."""

    file: str
    sha256: str

    def dumped(self) -> str:
        return _dumped({"imported_from": {"file": self.file, "sha256": self.sha256}})


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """The whole text of an article file, and what it was made from."""

    text: str
    title: str | None
    published: str | None
    author: str | None
    kept_lines: int
    dropped: tuple[Dropped, ...]
    gaps: tuple[tuple[str, str], ...]
    """Keys for which the source gave nothing, each with what is wrong."""

    def missing(self, path: str) -> tuple[Problem, ...]:
        """The gaps as problems of the written file."""
        lines = self.text.split("\n")
        found = []
        for key, what in self.gaps:
            line = next((at for at, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 1)
            found.append(Problem(path, line, f"{key}: {what}", _REMEDIES[key][1], advice=True))
        return tuple(found)


def slug_of(title: str | None, file_stem: str, sha256: str) -> str:
    """A name for addresses: small Latin letters and figures, cut at a word."""
    for source in (title or "", file_stem):
        # An apostrophe, and so a Russian soft sign or an Arabic ayn, parts no words.
        latin = re.sub(r"['’`]", "", anyascii(source[:400].replace("’", "'")))
        words = re.findall(r"[a-z0-9]+", latin.lower())
        if words:
            return shortened("-".join(words), LONGEST_SLUG)
    return f"article-{sha256[:8]}"


def shortened(slug: str, longest: int) -> str:
    if len(slug) <= longest:
        return slug
    at_word = slug[: longest + 1].rfind("-")
    return slug[:at_word] if at_word > 0 else slug[:longest]


def from_text(cleaned: Cleaned, origin: Origin) -> ArticleFile:
    """The article file of a plain text."""
    said = cleaned.particulars
    language = guess_language("\n".join(paragraph.text for paragraph in cleaned.paragraphs))
    fields: dict[str, object] = {"title": cleaned.title or _untitled(origin), "outlet": UNKNOWN}
    if said.author:
        fields["author"] = said.author
    fields["published"] = _typed(said.moment) if said.moment else UNKNOWN
    fields["published_basis"] = "printed" if said.moment else NO_DATE
    if said.url:
        fields["url"] = said.url
    fields |= {"language": language, "text": "complete"}
    gaps = [] if cleaned.title else [_gap("title")]
    gaps.append(_gap("outlet"))
    if not said.moment:
        two_ways = f"the text prints “{said.unclear}”, which may be either of two days"
        gaps.append(("published", two_ways) if said.unclear else _gap("published"))
    if language == "und":
        gaps.append(_gap("language"))
    text = f"---\n{_dumped(fields)}{origin.dumped()}---\n{_markdown(cleaned.paragraphs)}"
    return ArticleFile(text, cleaned.title, said.moment, said.author, cleaned.kept_lines, cleaned.dropped, tuple(gaps))


def from_markdown(source: str, origin: Origin) -> ArticleFile:
    """The article file of a Markdown text: front matter and text as they are, with what is wanting added."""
    source = re.sub(r"\r\n?", "\n", source)
    match = _FRONT.match(source)
    front = _ORIGIN.sub("", match["front"], count=1) if match else ""
    given = _read_front(front)
    body_lines = source[match.end() if match else 0 :].split("\n")
    above = source[: match.end()].count("\n") if match else 0
    dropped: list[Dropped] = []
    title = str(given.get("title") or "") or None
    at = next((at for at, line in enumerate(body_lines) if line.strip()), None)
    heading = _TITLE_LINE.match(body_lines[at]) if at is not None else None
    if at is not None and heading and title is None:
        title = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", heading["title"])
        dropped.append(Dropped(above + at + 1, body_lines[at], "the title: see the front matter"))
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
    if front and not front.endswith("\n"):
        front += "\n"
    whole = f"{front}{_dumped(added) if added else ''}"
    # Lines put below front matter of another shape (`{title: …}`) would spoil it, so it is read again.
    if _read_front(whole) != given | {key: str(value) for key, value in added.items()}:
        raise UnreadableFront("the front matter cannot be added to", 1)
    return ArticleFile(
        f"---\n{whole}{origin.dumped()}---\n{body}\n" if body.strip() else "",
        title,
        str(given.get("published") or "") or None,
        str(given.get("author") or "") or None,
        sum(bool(line.strip()) for line in body_lines) + len(dropped),
        tuple(dropped),
        tuple(_gap(key) for key in _REMEDIES if key in empty),
    )


def without_origin(text: str) -> str:
    """An article file but for the note of what it was made from: what two imports of the same words share."""
    return _ORIGIN.sub("", text, count=1)


def escaped(text: str) -> str:
    """Plain text as Markdown that comes out as the same text."""
    bracketed = _LINK_LIKE.search(text) is not None
    inline = _INLINE.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), text)
    if bracketed:
        inline = re.sub(r"(?<!\\)\[", r"\\[", inline)
    start = _AT_START.match(inline)
    if not start:
        return inline
    if start[0] == "~":
        return "&#126;" + inline[1:]
    at = start.start("point") if start["point"] else 0
    return f"{inline[:at]}\\{inline[at:]}"


def _markdown(paragraphs: Sequence[Paragraph]) -> str:
    blocks = ""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        words = escaped(paragraph.text)
        if paragraph.kind == "heading":
            # Number signs that end a heading would be taken for its closing marks.
            words = "## " + re.sub(r"#+\Z", lambda signs: r"\#" * len(signs[0]), words)
        elif paragraph.kind == "item":
            words = "- " + words
        elif paragraph.kind == "quotation":
            words = "> " + words
        tight = before is not None and before.kind == paragraph.kind == "item"
        blocks += ("" if before is None else "\n" if tight else "\n\n") + words
        before = paragraph
    return blocks + "\n"


def _read_front(front: str) -> dict[str, object]:
    """The values of front matter as written, untyped: `no` is not False, and 2016-04 is not a sum."""
    try:
        for event in yaml.parse(front, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):
                raise UnreadableFront("the front matter has an alias (*)", _line(event.start_mark))
        read = yaml.BaseLoader(front).get_single_data()
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
    return f"Untitled ({origin.file})"


def _gap(key: str) -> tuple[str, str]:
    return key, _REMEDIES[key][0]


def _typed(moment: str) -> object:
    """A day is written without quotation marks, as a keeper would."""
    return moment if "T" in moment else date.fromisoformat(moment)


def _dumped(fields: dict[str, object]) -> str:
    """One line for each field, so that a problem can name it."""
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1_000_000)
