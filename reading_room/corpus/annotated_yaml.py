"""YAML with the line of every value, read as plain text: no types are guessed, no objects are made.

`2016-04` stays `2016-04` and `no` stays `no`; what a value means is decided by the field that it fills. Anchors, aliases and deep
nesting are refused, so that a small file cannot become a large one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import yaml

from reading_room.model.dates import BadDate, DateSpan
from reading_room.model.problem import Problem
from reading_room.model.turning import closed

DEEPEST = 12
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C reads ten times faster, where PyYAML was built with it."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What an escape like `"\\0"` can smuggle in: no text that a reader could be shown."""
T = TypeVar("T")
Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Scalar:
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    line: int
    items: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    line: int
    entries: tuple[tuple[Scalar, "Value"], ...]


Value = Scalar | Sequence | Mapping


class Unreadable(Exception):
    """The text is not YAML of the kind that the room reads."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_yaml(text: str, path: str, first_line: int = 1) -> Mapping:
    """The mapping that the text holds (an empty one for an empty text); raises `Unreadable` with file and line.

    `first_line` is the line of the file at which the text begins.
    """

    def refuse(line: int, what: str, remedy: str) -> Unreadable:
        return Unreadable(Problem(path, line + first_line, what, remedy))

    try:
        depth = 0
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            line = event.start_mark.line if event.start_mark else 0
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise refuse(
                    line, "an anchor (&) or an alias (*) stands here", "Write the value out, in quotation marks"
                )
            if depth > DEEPEST:
                raise refuse(line, "values are nested too deeply", "Nothing here needs more than a few levels")
            if isinstance(event, yaml.ScalarEvent) and _NO_TEXT.search(event.value):
                raise refuse(line, "an escape stands for a character that is no text", "Remove it")
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = f"this is not readable as YAML ({error.problem or error.context})"
        raise refuse(
            mark.line if mark else 0, what, "Put quotation marks around values with a colon, and align keys"
        ) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # an escape or a number beyond all bounds
        raise refuse(
            0, f"this is not readable as YAML ({str(error).splitlines()[0]})", "Remove characters that cannot be seen"
        ) from None
    if root is None:
        return Mapping(first_line, ())
    value = _value(root, first_line)
    if not isinstance(value, Mapping):
        raise refuse(root.start_mark.line, "this is not a list of “key: value” lines", "Begin each line with a key")
    return value


def _value(node: yaml.Node, first_line: int) -> Value:
    line = node.start_mark.line + first_line
    if isinstance(node, yaml.SequenceNode):
        return Sequence(line, tuple(_value(item, first_line) for item in node.value))
    if isinstance(node, yaml.MappingNode):
        keys = ((_value(key, first_line), _value(item, first_line)) for key, item in node.value)
        return Mapping(
            line, tuple((key if isinstance(key, Scalar) else Scalar(key.line, ""), item) for key, item in keys)
        )
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return Scalar(line, "" if plain and node.value in ("~", "null") else str(node.value))


@dataclass(slots=True)
class Fields:
    """Takes the values out of one mapping, and notes a problem for each that is missing, wrong or not known.

    Every method asks for one key; `close` reports the keys that nobody asked for.
    """

    mapping: Mapping
    path: str
    problems: list[Problem]
    _asked: set[str] = field(default_factory=set)

    def note(self, line: int, what: str, remedy: str, *, advice: bool = False) -> None:
        self.problems.append(Problem(self.path, line, what, remedy, advice))

    def get(self, key: str) -> Value | None:
        self._asked.add(key)
        found = [value for name, value in self.mapping.entries if name.text == key]
        if len(found) > 1:
            self.note(found[1].line, f"“{key}” is given twice", "Keep one of the two")
        value = found[0] if found else None
        return None if isinstance(value, Scalar) and not value.text.strip() else value

    def line(self, key: str) -> int:
        return next((name.line for name, _ in self.mapping.entries if name.text == key), self.mapping.line)

    def text(self, key: str, *, as_written: bool = False) -> str | None:
        """A value, which is to stand beside others in lines without markup: what turns its direction ends with it."""
        value = self.get(key)
        if value is None or isinstance(value, Scalar):
            written = value.text.strip() if value else None
            return written if as_written or not written else closed(written)
        self.note(value.line, f"“{key}” is a list", f"Write one value: {key}: …")
        return None

    def required(self, key: str, example: str, *, as_written: bool = False) -> str:
        """The text of a key that must be there; an empty text, with a problem, where it is not."""
        text = self.text(key, as_written=as_written)
        if text is None:
            self.note(self.line(key), f"“{key}” is missing", f"Add a line like {key}: {example}")
        return text or ""

    def choice(self, key: str, options: tuple[Choice, ...], default: Choice) -> Choice:
        text = self.text(key)
        for option in options:
            if text == option:
                return option
        if text is not None:
            self.note(self.line(key), f"“{key}: {text}” is not known", f"Write one of: {', '.join(options)}")
        return default

    def flag(self, key: str) -> bool:
        return self.choice(key, ("true", "false"), "false") == "true"

    def date(self, key: str) -> DateSpan | None:
        text = self.text(key)
        return self.dated(text, self.line(key), key) if text else None

    def dated(self, text: str, line: int, key: str) -> DateSpan | None:
        try:
            return DateSpan.parse(text)
        except BadDate as error:
            self.note(
                line, f"“{key}”: {error}", "Write a day (2016-03-23), a month (2016-03) or an interval (first/last)"
            )
            return None

    def inside(self, key: str) -> "Fields | None":
        """The fields of the mapping under a key."""
        value = self.get(key)
        if isinstance(value, Mapping):
            return Fields(value, self.path, self.problems)
        if value is not None:
            self.note(value.line, f"“{key}” has no keys of its own", "Write “key: value” lines below it")
        return None

    def mapping_or_text(self, key: str) -> "Fields | str | None":
        """For a key that may hold either one text or keys of its own."""
        return self.text(key) if isinstance(self.get(key), Scalar) else self.inside(key)

    def pairs(self, key: str, remedy: str = "Write [one, two]") -> "Iterator[tuple[str | Fields, str | Fields]]":
        """The pairs in the list under a key, each side one text or keys of its own; what is no pair is noted."""
        for item in self._items(key):
            sides = [self._side(part) for part in item.items] if isinstance(item, Sequence) else []
            one, other = sides if len(sides) == 2 else (None, None)
            if one is None or other is None:
                self.note(item.line, f"an entry of “{key}” is not a pair", remedy)
            else:
                yield one, other

    def _side(self, value: Value) -> "str | Fields | None":
        if isinstance(value, Scalar):
            return value.text.strip()
        return Fields(value, self.path, self.problems) if isinstance(value, Mapping) else None

    def each(self, key: str) -> "Iterable[Fields]":
        """The fields of every mapping in the list under a key."""
        for item in self._items(key):
            if isinstance(item, Mapping):
                yield Fields(item, self.path, self.problems)
            else:
                self.note(item.line, f"an entry of “{key}” has no keys", "Write “key: value” lines in it")

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in the list under a key."""
        found = []
        for item in self._items(key):
            if isinstance(item, Scalar):
                found.append(item.text.strip())
            else:
                self.note(item.line, f"an entry of “{key}” is not one text", "Write one value for each entry")
        return tuple(found)

    def _items(self, key: str) -> tuple[Value, ...]:
        value = self.get(key)
        if isinstance(value, Sequence):
            return value.items
        if value is not None:
            self.note(value.line, f"“{key}” is not a list", "Begin each entry with a dash, or write [one, two]")
        return ()

    def named(self, read: Callable[[str, "Fields"], T | None]) -> tuple[T, ...]:
        """For a file whose keys are names: what `read` makes of each name and the fields below it."""
        made = []
        for name, _ in self.mapping.entries:
            below = self.inside(name.text)
            if self.get(name.text) is None:
                self.note(name.line, f"“{name.text}” has nothing below it", "Write “key: value” lines below it")
            if below is not None:
                result = read(name.text, below)
                below.close()
                if result is not None:
                    made.append(result)
        return tuple(made)

    def close(self) -> None:
        """Report the keys that nobody asked for."""
        for name, _ in self.mapping.entries:
            if name.text not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.note(name.line, f"“{name.text}” is not a key that is known here", f"Known are: {known}")
