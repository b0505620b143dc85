"""The articles of a saved RSS or Atom feed, whole where the feed has them whole; no link of it is ever followed."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

import feedparser

from reading_room.importing import fields
from reading_room.importing.encodings import encoding_named
from reading_room.importing.formats import web_page
from reading_room.importing.mending import mended
from reading_room.importing.particulars import Particulars
from reading_room.importing.parts import NOTHING_NEEDS_DOING, Chunk, Cleaned, Dropped, Part, Refused, Unusable
from reading_room.importing.sources import LARGEST

MOST_ENTRIES = 10_000
WHOLE_STORY = 1_500
"""Code points of a description, in three paragraphs or more, that is taken for the whole story and no summary."""

CONTENT = "content"

_TEXT_TYPES = ("text/plain", "text/html", "application/xhtml+xml")
_TAG = re.compile(r"</?[a-z][^<>]{0,5000}>", re.IGNORECASE)
_ENDED = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.{0,900}-->\s*)?\Z", re.IGNORECASE | re.DOTALL)
_SIGNED_BY_PROGRAM = re.compile(r"The post .{1,500} (?:appeared first|first appeared) on .{1,200}\Z")


def read(chunk: Chunk) -> Iterator[Part | Refused]:
    """An article for each entry, named by the entry's id or address."""
    if len(chunk.raw) > LARGEST["feed"]:
        what = f"the feed is larger than {LARGEST['feed'] // 1_000_000} MB"
        raise Unusable(what, "Divide it, or import the pages that it links to")
    found = _parsed(chunk)
    entries = [dict(entry) for entry in found["entries"]]  # feedparser's own class gives one date for another
    if not entries:
        what = "there is no entry in the feed" if found.get("version") else "this is no RSS or Atom feed"
        raise Unusable(what, "Check what was saved: a feed has <item> or <entry> elements")
    broken_off = bool(found["bozo"]) and not _ENDED.search(chunk.raw[-1000:])
    times: Counter[tuple[str, ...]] = Counter()
    for number, entry in enumerate(entries[:MOST_ENTRIES], 1):
        title, ((kind, written), *others) = _title(entry), _written(entry)
        given = _particulars(entry, found)
        name = fields.line(entry.get("id")) or given.url or f"number {number}"
        times[name, title or "", written] += 1
        if times[name, title or "", written] > 1:
            continue
        cleaned = _cleaned(written, title) if written.strip() else None
        if cleaned is None or not cleaned.paragraphs:
            remedy = f"Import its page: {given.url}" if given.url else "Import the page that it stands for"
            yield Refused(name, "the feed has no text of this entry", remedy)
            continue
        cut = (
            (broken_off and number == len(entries))
            or fields.cut_short(cleaned)
            or not (kind == CONTENT or _is_story(cleaned))
        )
        cleaned = replace(fields.under(cleaned, title, given), excerpt=cut)
        others += [("title", entry.get("title") or "")]  # too long for one, perhaps; otherwise it is known
        yield Part(name, fields.beside(cleaned, ((other, _printed(html)) for other, html in others)))
    for (name, *_), count in times.items():
        if count > 1:
            yield Refused(name, f"the feed has this entry {count} times; it was taken once", NOTHING_NEEDS_DOING)
    if broken_off:
        yield Refused("", "the feed breaks off before its end", "Save it again; its last entry may be cut short")
    if len(entries) > MOST_ENTRIES:
        what = f"the feed has more than {MOST_ENTRIES:,} entries; the rest was not read"
        yield Refused("", what, "Divide it, or import the pages that it links to")


def _parsed(chunk: Chunk) -> Any:
    """What feedparser makes of the bytes. They are handed over as a file, so that it takes none of them for an address."""
    headers = {"content-location": chunk.url} if chunk.url else {}
    if charset := encoding_named(chunk.charset):
        headers["content-type"] = f"application/xml; charset={charset}"
    try:
        return feedparser.parse(
            io.BytesIO(chunk.raw), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except Exception:  # it promises to raise nothing, and on broken feeds raises what it meets
        raise Unusable(
            "the feed is too broken to be read", "Save it again, or import the pages that it links to"
        ) from None


def _title(entry: Mapping[str, Any]) -> str | None:
    written = entry.get("title") or ""
    if entry.get("title_detail", {}).get("type") != "text/plain":
        written = unescape(_TAG.sub("", written))
    return fields.line(written)


def _written(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The texts that the entry has, each with what it is given as, and the longest first; one at least, if without a word."""
    contents = [each.get("value") or "" for each in entry.get("content", []) if each.get("type") in _TEXT_TYPES]
    texts = [*((CONTENT, content) for content in contents if content), ("description", entry.get("summary") or "")]
    texts = [(kind, mended(text)) for kind, text in texts]
    return sorted(texts, key=lambda text: len(text[1]), reverse=True)


def _printed(html: str) -> str:
    return "\n".join(paragraph.text for paragraph in _cleaned(html, "").paragraphs)


def _particulars(entry: Mapping[str, Any], found: Any) -> Particulars:
    feed, is_atom = found["feed"], found["version"].startswith("atom")
    # Whom an RSS feed names for itself is its editor; an author of an Atom feed is that of its entries.
    authors = entry.get("authors") or (feed.get("authors") if is_atom else None)
    if entry.get("published"):
        date = fields.moment(entry["published"], "printed in the feed")
    else:
        # feedparser calls the one date that RSS 1.0 has “updated”; in Atom it is a later state's.
        basis = "inferred: the feed gives only the date of the last change" if is_atom else "printed in the feed"
        date = fields.moment(entry.get("updated"), basis)
    details = [*entry.get("content", []), entry.get("summary_detail", {}), entry.get("title_detail", {}), feed]
    return date.or_else(
        Particulars(
            author=fields.names(authors and [dict(author) for author in authors]),
            url=fields.address(entry.get("link")),
            site=_title(feed),
            language=next(filter(None, (fields.language(detail.get("language")) for detail in details)), None),
        )
    )


def _cleaned(written: str, title: str | None) -> Cleaned:
    if not _TAG.search(written):
        return fields.text(unescape(written), title)
    cleaned = web_page.fragment(re.sub(r"</br\s*>", "", written))  # feedparser writes <br></br>: one break, not two
    last = cleaned.paragraphs[-1:]
    if last and _SIGNED_BY_PROGRAM.match(last[0].text):
        note = Dropped(last[0].lines[0], last[0].text, "a note of the program that made the feed")
        dropped = sorted((*cleaned.dropped, note), key=lambda gone: gone.line)
        return replace(cleaned, paragraphs=cleaned.paragraphs[:-1], dropped=tuple(dropped))
    return cleaned


def _is_story(cleaned: Cleaned) -> bool:
    return len(cleaned.paragraphs) >= 3 and sum(len(paragraph.text) for paragraph in cleaned.paragraphs) >= WHOLE_STORY
