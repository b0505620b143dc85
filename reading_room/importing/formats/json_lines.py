"""Articles as JSON: an object a line, or a file with one object or a list of them, its keys named as they commonly are."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from reading_room.importing import fields
from reading_room.importing.formats import web_page
from reading_room.importing.mending import mended
from reading_room.importing.particulars import Particulars
from reading_room.importing.parts import Chunk, Cleaned, Part, Refused, Unusable
from reading_room.importing.sources import LARGEST

LONGEST_LINE = LARGEST["json"]
"""Bytes of one line, or of a file that is not one object a line."""
LARGEST_FILE = LARGEST["json lines"]
"""Bytes of all lines together."""
MOST_LINES = 500_000
"""Lines of one file."""
MOST_ARTICLES = 50_000
"""Articles in one list."""
MOST_BAD_AT_FIRST = 20
"""Lines without an object before the first that has one; after so many the file is something else."""

# Keys are compared without capitals, hyphens and underscores; those that say more come first.
_TITLES = ("title", "headline")
_TEXTS = ("text", "articlebody", "body", "fulltext", "maintext", "contenttext", "content")
_PAGES = ("contenthtml", "bodyhtml", "html")
_SUMMARIES = ("summary", "abstract", "description")
_AUTHORS = ("author", "authors", "byline", "creator")
_DATES = ("datepublished", "publishedat", "published", "publisheddate", "publicationdate", "pubdate", "date")
_ADDRESSES = ("url", "link", "canonicalurl", "permalink")
_SITES = ("outlet", "publisher", "source", "sitename", "site", "newspaper")
_LANGUAGES = ("language", "lang", "inlanguage")
_NO_WORDS = frozenset(("id", *_DATES, *_ADDRESSES, *_LANGUAGES))
_LISTS = ("articles", "items", "entries")
"""Where services that answer in JSON keep their list of articles."""
_WHOLE_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?(?:<!doctype\s+html|<html\b)", re.IGNORECASE | re.DOTALL
)
_MARKED_UP = re.compile(r"<(?:!--|[a-z][a-z0-9]*\b[^<>]{0,1000}>)", re.IGNORECASE)
_DIVISION = re.compile(r"<br\s*/?>|</(?:p|div|h[1-6]|ul|ol|blockquote|article)\s*>", re.IGNORECASE)
_WORDS = re.compile(r"\s|[^\x00-\x7f]")
"""What a field has that holds words, and no address, code or number."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NAME_THE_TEXT = "Give it a title and its text as “title” and “text” (or its HTML as “html”)"


def split(opened: BinaryIO) -> Iterator[Chunk | Refused]:
    """The lines of a file, each a chunk named by its number; what is plainly no object is refused."""
    any_good = False
    total = bad_at_first = 0
    for number in range(1, MOST_LINES + 1):
        raw = opened.readline(LONGEST_LINE + 1)
        total += len(raw)
        if not raw:
            if not total:
                yield Refused("", "the file is empty", "Save it again")
            return
        if len(raw) > LONGEST_LINE:
            total += _pass_over(opened, LARGEST_FILE - total)
        if total > LARGEST_FILE:
            what = f"the file is larger than {LARGEST_FILE // 1_000_000_000} GB; it was read up to line {number - 1}"
            yield Refused("", what, "Divide it: split -l 100000 file.jsonl", number)
            return
        written = raw.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else raw.strip()
        if not written:
            continue
        if number == 1 and written.startswith(b"["):
            remedy = "Save it with the ending .json, or write one object a line: jq -c '.[]' file.json > file.jsonl"
            yield Refused("", "the file is one JSON list, not one object a line", remedy, number)
            return
        refused = _refused(raw, written, number)
        if refused is None:
            any_good = True
            yield Chunk(str(number), written)
            continue
        yield refused
        bad_at_first += not any_good
        if not any_good and bad_at_first == MOST_BAD_AT_FIRST:
            what = f"there is no JSON object in the first {bad_at_first} lines; the rest was not read"
            yield Refused("", what, "Write one object a line, in UTF-8", number)
            return
    if opened.read(1):
        what = f"the file has more than {MOST_LINES:,} lines; the rest was not read"
        yield Refused("", what, "Divide it: split -l 100000 file.jsonl", MOST_LINES + 1)


def read(chunk: Chunk) -> Iterator[Part | Refused]:
    """The article of one object, or the articles of a list of objects.

    An article is named by its `id`, or else by its place in the list.
    """
    line = int(chunk.name) if chunk.name.isdecimal() else 0
    if len(chunk.raw) > LONGEST_LINE:
        what = f"the JSON is larger than {LONGEST_LINE // 1_000_000} MB"
        raise Unusable(what, "Write one object a line: jq -c '.[]' file.json > file.jsonl", line)
    value = _parsed(chunk.raw, line)
    if isinstance(value, dict):
        record = _record(value)
        listed = next((record[key] for key in _LISTS if isinstance(record.get(key), list)), None)
        if listed is None or _first(record, _TEXTS + _PAGES):
            yield _part(value, chunk, line)
            return
        value = listed
    if not isinstance(value, list):
        raise Unusable("the JSON is no object", _NAME_THE_TEXT, line)
    yield from _listed(value, chunk, line)


def _listed(values: list[Any], chunk: Chunk, line: int) -> Iterator[Part | Refused]:
    if not values:
        raise Unusable("the JSON is an empty list", "Save it again", line)
    for place, value in enumerate(values[:MOST_ARTICLES], 1):
        try:
            part = _part(value, chunk, line)
        except Unusable as error:
            yield Refused(str(place), f"{error} (number {place} of the list)", error.remedy, line)
            continue
        yield replace(part, name=part.name or f"number {place}")
    if len(values) > MOST_ARTICLES:
        what = f"the list has more than {MOST_ARTICLES:,} articles; the rest was not read"
        yield Refused("", what, "Write one object a line: jq -c '.[]' file.json > file.jsonl", line)


def _pass_over(opened: BinaryIO, most: int) -> int:
    """Read on to the end of a line that is too long, keeping nothing of it; gives the bytes read."""
    total = 0
    while total <= most:
        raw = opened.readline(1_000_000)
        total += len(raw)
        if not raw or raw.endswith(b"\n"):
            break
    return total


def _refused(raw: bytes, written: bytes, number: int) -> Refused | None:
    """Why a line is no object, as far as can be told without reading it through."""
    if len(raw) > LONGEST_LINE:
        what = f"the line is longer than {LONGEST_LINE // 1_000_000} MB"
        return Refused(str(number), what, "An article is far shorter: divide it", number)
    if not (written.startswith(b"{") and written.endswith(b"}")):
        return Refused(str(number), "the line is no JSON object", "Write each article as one {…} on one line", number)
    return None


def _parsed(raw: bytes, line: int) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unusable("the JSON is not in UTF-8", "Save it as UTF-8", line) from None
    except json.JSONDecodeError as error:
        at = f"column {error.colno}" if line else f"line {error.lineno}, column {error.colno}"
        what = f"this is not JSON ({error.msg.lower()}, {at})"
        raise Unusable(what, "Write it with a program that writes JSON", line or error.lineno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets within brackets
        raise Unusable(
            "the JSON cannot be read: it nests too deep or has too long a number", _NAME_THE_TEXT, line
        ) from None


def _part(value: object, chunk: Chunk, line: int) -> Part:
    if not isinstance(value, dict):
        raise Unusable("the JSON is no object", _NAME_THE_TEXT, line)
    record = _record(value)
    title = next(filter(None, (fields.line(record.get(key)) for key in _TITLES)), None)
    given = _particulars(record)
    whole = _first(record, _TEXTS + _PAGES)
    key, written = whole or _first(record, _SUMMARIES) or ("", "")
    cleaned = _cleaned(written, title, given.url or chunk.url, line) if written else None
    if cleaned is None or not cleaned.paragraphs:
        raise Unusable("the object has no text of an article", _NAME_THE_TEXT, line)
    cleaned = fields.under(cleaned, title, given)
    cleaned = replace(cleaned, excerpt=cleaned.excerpt or not whole or fields.cut_short(cleaned))
    cleaned = fields.beside(cleaned, _others(value, record[key]))
    return Part(fields.line(record.get("id")) or "", cleaned)


def _record(value: dict[str, Any]) -> dict[str, Any]:
    """The object with its keys as they are compared; of two that come to the same, the first that holds something."""
    record: dict[str, Any] = {}
    for key, held in value.items():
        key = _compared(key)
        record[key] = record.get(key) or held
    return record


def _compared(key: str) -> str:
    return re.sub(r"[\W_]", "", key).casefold()


def _others(value: Mapping[str, Any], read: object) -> Iterator[tuple[str, str]]:
    """The fields beside the text that was read which hold words, by their keys, and what in a list of paragraphs is none."""
    for key, held in value.items():
        if _compared(key) in _NO_WORDS:
            continue
        if held is read:
            held = [each for each in held if not isinstance(each, str)] if isinstance(held, list) else None
        for written in _strings(held):
            if _WORDS.search(written.strip()):
                written = mended(_SURROGATE.sub("\ufffd", written))
                yield key, _printed(written) if _is_marked_up(written) else written


def _strings(value: object) -> Iterator[str]:
    """All strings in a value, in their order."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict | list):
            left.extend(reversed(list(each.values()) if isinstance(each, dict) else each))


def _printed(html: str) -> str:
    return "\n".join(paragraph.text for paragraph in web_page.fragment(html).paragraphs)


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> tuple[str, str] | None:
    """The first of these keys that holds a text, or a list of paragraphs, and the text."""
    for key in keys:
        held = record.get(key)
        if isinstance(held, list):
            held = "\n\n".join(paragraph for paragraph in held if isinstance(paragraph, str))
        if isinstance(held, str) and held.strip():
            return key, mended(_SURROGATE.sub("\ufffd", held))
    return None


def _particulars(record: Mapping[str, Any]) -> Particulars:
    def first(keys: tuple[str, ...], read: Callable[[object], str | None]) -> str | None:
        return next(filter(None, (read(record.get(key)) for key in keys)), None)

    given = Particulars(
        author=first(_AUTHORS, fields.names),
        url=first(_ADDRESSES, fields.address),
        site=first(_SITES, fields.names),
        language=first(_LANGUAGES, fields.language),
    )
    dates = [fields.moment(record[key], "given in the JSON that was imported") for key in _DATES if key in record]
    for date in dates:
        if date.published:
            return date.or_else(given)
    return next((date for date in dates if date.unclear), Particulars()).or_else(given)


def _cleaned(written: str, title: str | None, url: str | None, line: int) -> Cleaned:
    """The text that a key holds, be it a page, the HTML of an article's body, or plain text."""
    if _WHOLE_PAGE.match(written):
        page = Chunk("", written.encode("utf-8"), url, "utf-8")
        found = next((part for part in web_page.read(page) if isinstance(part, Part)), None)
        if found is None:
            raise Unusable("no article was found in the page that the object holds", _NAME_THE_TEXT, line)
        return found.cleaned
    return web_page.fragment(written) if _is_marked_up(written) else fields.text(written, title)


def _is_marked_up(written: str) -> bool:
    """Whether it is HTML: a text that only speaks of an element neither begins with one nor divides itself by several."""
    begins = _MARKED_UP.match(written.lstrip()) or _WHOLE_PAGE.match(written)
    return bool(begins) or len(_DIVISION.findall(written)) > 1
