"""The articles of an EPUB: one for each document of the book that has prose, in the book's order of reading."""

import io
import posixpath
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.entities import html5
from typing import Any
from urllib.parse import unquote

from lxml import etree

from reading_room.importing import fields
from reading_room.importing.encodings import encoding_named
from reading_room.importing.formats import web_page
from reading_room.importing.mending import mended
from reading_room.importing.particulars import Particulars
from reading_room.importing.parts import NOTHING_NEEDS_DOING, Chunk, Cleaned, Part, Refused, Unusable

MOST_MEMBERS = 2_000
"""Files in a book."""
LARGEST_MEMBER = 2_000_000
"""Bytes of one document after decompression."""
LARGEST_BOOK = 50_000_000
"""Bytes of all documents after decompression; pictures and fonts are never unpacked."""
LEAST_PROSE = 200
"""Code points in the paragraphs of a document that is an article; a dedication or a list of parts has fewer."""
SHORT = 3_000
"""Code points of a text that can be a page of rights; longer ones with the same words are articles."""

_DC = "{http://purl.org/dc/elements/1.1/}"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_CHAPTERS = (".xhtml", ".html", ".htm")
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What the standard allows; the other methods can ask for gigabytes of memory."""
_NOT_ARTICLES = {
    "cover": "the cover",
    "titlepage": "the title page",
    "halftitlepage": "the title page",
    "title": "the title page",
    "toc": "the table of contents",
    "nav": "the table of contents",
    "contents": "the table of contents",
    "landmarks": "the table of contents",
    "copyrightpage": "the page of rights",
    "copyright": "the page of rights",
}
_RIGHTS = re.compile(r"©|\bISBN\b|all rights reserved|first published|published by", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml\b[^>]{0,100}\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,9})|([0-9]{1,9}));", re.IGNORECASE)
_NO_LETTER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML may not hold; lxml gives it back from broken documents, or fails to."""
_ENTITY = re.compile(r"&(\w{2,40});", re.ASCII)
_ENTITIES_OF_XML = ("amp", "lt", "gt", "quot", "apos")
_NAME = re.compile(r"[a-z][a-z0-9]*\Z", re.IGNORECASE)
_ATTRIBUTES = ("class", "hidden", "style", "href")
"""What can bear on how a page looks; elements with thousands of others would keep the reader of HTML busy for minutes."""
_HEADINGS = tuple(f"{{*}}h{level}" for level in range(1, 7))
_DOWNLOAD = "Download the book again, without copy protection, or save its text as .txt"


@dataclass(frozen=True, slots=True)
class _Package:
    """What a book says of itself: its documents in order, what is known to be none of its articles, its own particulars."""

    title: str | None = None
    given: Particulars = field(default_factory=Particulars)
    documents: tuple[str, ...] = ()
    passed_over: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


def read(chunk: Chunk) -> Iterator[Part | Refused]:
    """An article for each document, named by its path in the book; the name is empty where there is only one."""
    archive = _Archive(chunk.raw)
    package = _package(archive)
    found: list[tuple[str, Cleaned]] = []
    refused: list[Refused] = []
    for path in package.documents or archive.chapters:
        reason = package.passed_over.get(path) or _by_name(path)
        if reason:
            refused.append(Refused(path, f"it is {reason}", NOTHING_NEEDS_DOING))
            continue
        try:
            found.append((path, _article(archive.read(path), path, package)))
        except _TooMuch as error:
            refused.append(Refused("", f"{error}; the rest was not read", "Divide the book, or save its text as .txt"))
            break
        except Unusable as error:
            refused.append(Refused(path, str(error), error.remedy))
        except ValueError:  # what lxml gives back from broken XML, it does not always take
            refused.append(Refused(path, "the document’s XML is too broken to be read", _DOWNLOAD))
    if not found:
        what = "no article was found in the book"
        first = next((each for each in refused if each.remedy != NOTHING_NEEDS_DOING), None)
        raise Unusable(f"{what}: {first.what}" if first else what, first.remedy if first else _DOWNLOAD)
    if len(found) == 1:
        ((_, cleaned),) = found
        yield Part("", fields.under(cleaned, package.title, Particulars()))
    else:
        yield from (Part(path, cleaned) for path, cleaned in found)
    yield from refused


class _TooMuch(Exception):
    """The documents of the book are larger together than a book is."""


class _Archive:
    """The files of a book, read within limits, whatever its table says of their sizes."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            self._members = {info.filename: info for info in self._zip.infolist()}
        except Exception:  # a broken table raises what it happens to break
            raise Unusable("the file is no EPUB: it is no readable ZIP archive", _DOWNLOAD) from None
        if len(self._members) > MOST_MEMBERS:
            raise Unusable(f"the book has more than {MOST_MEMBERS:,} files", "Divide it, or save its text as .txt")
        self._left = LARGEST_BOOK
        self._encrypted: frozenset[str] = frozenset()
        listed = self.xml("META-INF/encryption.xml")
        if listed is not None:
            uris = (unquote(each.get("URI") or "") for each in listed.iter("{*}CipherReference"))
            self._encrypted = frozenset(map(posixpath.normpath, uris))

    @property
    def chapters(self) -> list[str]:
        """The documents in the order of the archive, for a book that does not give its own."""
        return [name for name in self._members if name.lower().endswith(_CHAPTERS)]

    def read(self, path: str) -> bytes:
        info = self._members.get(path)
        if info is None:
            raise Unusable("the book names this document and does not have it", _DOWNLOAD)
        if info.flag_bits & 1 or path in self._encrypted:
            raise Unusable("the document is encrypted", _DOWNLOAD)
        if info.compress_type not in _READABLE:
            raise Unusable("the document is compressed in a way that no EPUB may be", _DOWNLOAD)
        try:
            with self._zip.open(info) as opened:
                raw = opened.read(LARGEST_MEMBER + 1)
        except Exception:  # broken data raises what it happens to break
            raise Unusable("the document is damaged", _DOWNLOAD) from None
        self._left -= len(raw)
        if self._left < 0:
            raise _TooMuch(f"the book’s documents are larger than {LARGEST_BOOK // 1_000_000} MB")
        if len(raw) > LARGEST_MEMBER:
            what = f"the document is larger than {LARGEST_MEMBER // 1_000_000} MB"
            raise Unusable(what, "Divide the book, or save its text as .txt")
        return raw

    def xml(self, path: str) -> Any:
        """The root of a file's XML, or None where there is none to be had."""
        try:
            return _parsed(self.read(path))
        except (Unusable, _TooMuch):  # of too much, the documents that are left out tell
            return None


def _parsed(raw: bytes) -> Any:
    """XML as far as it goes. Nothing is fetched, no entity multiplies; the names that HTML gives to letters are known."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(_decoded(raw).encode("utf-8"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _decoded(raw: bytes) -> str:
    declared = _DECLARED.match(raw)
    encoding = encoding_named(declared[1].decode() if declared else None) or "utf-8-sig"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    text = mended(raw.decode(encoding, "replace"))
    text = _DECLARATION.sub("", text, count=1).removeprefix("\ufeff")
    text = _NO_LETTER.sub("", _REFERENCE.sub(_letter_or_nothing, text))
    return _ENTITY.sub(
        lambda match: match[0] if match[1] in _ENTITIES_OF_XML else html5.get(f"{match[1]};", match[0]), text
    )


def _letter_or_nothing(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if code > sys.maxunicode or _NO_LETTER.match(chr(code)) else reference[0]


def _package(archive: _Archive) -> _Package:
    """What the package file says; nothing where there is none, and then the documents are taken as they come."""
    container = archive.xml("META-INF/container.xml")
    roots = () if container is None else container.iter("{*}rootfile")
    path = next((posixpath.normpath(unquote(root.get("full-path"))) for root in roots if root.get("full-path")), None)
    root = archive.xml(path) if path else None
    if path is None or root is None:
        return _Package()
    paths: dict[str, str] = {}
    passed_over: dict[str, str] = {}
    tables: dict[str, None] = {}
    older_tables: dict[str, None] = {}
    for item in root.iter("{*}item"):
        target = _target(path, item.get("href"))
        if not (target and item.get("id")):
            continue
        paths[item.get("id")] = target
        if "nav" in (item.get("properties") or "").split():
            passed_over[target] = _NOT_ARTICLES["nav"]
            tables[target] = None
        elif item.get("media-type") == "application/x-dtbncx+xml":
            older_tables[target] = None
    labels: dict[str, str] = {}
    for target in older_tables:
        labels |= _labels(archive.xml(target), target, "{*}navPoint", "src")
    for target in tables:
        labels |= _labels(archive.xml(target), target, "{*}a", "href")
    for reference in root.iter("{*}reference"):
        target, kind = _target(path, reference.get("href")), _squeezed(reference.get("type"))
        if target and kind in _NOT_ARTICLES:
            passed_over.setdefault(target, _NOT_ARTICLES[kind])
    documents: dict[str, None] = {}
    for itemref in root.iter("{*}itemref"):
        target = paths.get(itemref.get("idref") or "")
        if target:
            documents[target] = None
            if itemref.get("linear") == "no":
                passed_over.setdefault(target, "outside the book’s order of reading")
    return _Package(_title(root), _particulars(root), tuple(documents), passed_over, labels)


def _target(base: str, href: str | None) -> str | None:
    """The path in the book that a link leads to; what leads out of the book is found nowhere in it."""
    reference = unquote((href or "").partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), reference)) if reference else None


def _labels(root: Any, base: str, entry: str, attribute: str) -> dict[str, str]:
    """What a table of contents calls each document; the first entry that leads there counts."""
    labels: dict[str, str] = {}
    for element in () if root is None else root.iter(entry):
        if attribute == "href":
            target, text = _target(base, element.get(attribute)), _text(element)
        else:
            content, label = element.find("{*}content"), element.find("{*}navLabel")
            target = None if content is None else _target(base, content.get(attribute))
            text = None if label is None else _text(label)
        if target and text:
            labels.setdefault(target, text)
    return labels


def _text(element: Any) -> str | None:
    return fields.line("".join(element.itertext()))


def _title(root: Any) -> str | None:
    return next(filter(None, map(_text, root.iter(f"{_DC}title"))), None)


def _particulars(root: Any) -> Particulars:
    def first(name: str, read: Any) -> Any:
        return next(filter(None, (read(_text(element)) for element in root.iter(f"{_DC}{name}"))), None)

    authors = [_text(each) for each in root.iter(f"{_DC}creator") if _attribute(each, "role") in ("", "aut")]
    given = Particulars(
        author=fields.names(authors),
        url=first("source", fields.address) or first("identifier", fields.address),
        site=first("publisher", fields.line),
        language=first("language", fields.language),
    )
    for element in root.iter(f"{_DC}date"):
        if _attribute(element, "event") in ("", "publication", "original-publication"):
            return fields.moment(_text(element), "printed in the book’s metadata").or_else(given)
    return given


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _by_name(path: str) -> str | None:
    """What a document is by the name of its file, as `cover.xhtml` or `title_page.xhtml`."""
    return _NOT_ARTICLES.get(_squeezed(posixpath.splitext(posixpath.basename(path))[0]))


def _squeezed(name: str | None) -> str:
    return re.sub(r"[\W_\d]", "", name or "").casefold()


def _article(raw: bytes, path: str, package: _Package) -> Cleaned:
    root = _parsed(raw)
    body = None if root is None else root.find(".//{*}body")
    heading = None
    if body is not None:
        kinds = " ".join(filter(None, (each.get(_EPUB_TYPE) for each in (body, *body[:1]))))
        reason = next((_NOT_ARTICLES[kind] for kind in map(_squeezed, kinds.split()) if kind in _NOT_ARTICLES), None)
        if reason:
            raise Unusable(f"it is {reason}", NOTHING_NEEDS_DOING)
        headings = (_text(element) for element in body.iter(*_HEADINGS))
        heading = next((text for text in headings if text and any(map(str.isalpha, text))), None)
    cleaned = web_page.fragment(_decoded(raw) if body is None else _as_html(body))
    if not cleaned.paragraphs:
        raise Unusable("it has no text, as a cover or a plate", NOTHING_NEEDS_DOING)
    prose = "\n".join(paragraph.text for paragraph in cleaned.paragraphs if paragraph.kind != "heading")
    if len(prose) < SHORT and len({mark.casefold() for mark in _RIGHTS.findall(prose)}) > 1:
        raise Unusable(f"it is {_NOT_ARTICLES['copyright']}", NOTHING_NEEDS_DOING)
    if len(prose) < LEAST_PROSE:
        raise Unusable("it has too little text for an article", "If it is one, save its text as .txt and import that")
    # What a document prints of itself is nearer to it than what the book says of all of them.
    cleaned = fields.under(cleaned, heading or package.labels.get(path) or package.title, cleaned.particulars)
    return fields.under(cleaned, None, cleaned.particulars.or_else(package.given))


def _as_html(body: Any) -> str:
    """The body in the syntax of HTML, in which `<title/>` or `<a id="x"/>` would swallow all that follows."""
    etree.strip_elements(body, "{*}svg", "{*}math", "{*}script", "{*}style", with_tail=False)
    for element in body.iter(etree.Element):
        name = re.split("[}:]", element.tag)[-1]  # a prefix that is not declared is left in the name
        element.tag = name if _NAME.match(name) else "span"
        kept = [(name, element.get(name)) for name in _ATTRIBUTES if element.get(name) is not None]
        element.attrib.clear()
        element.attrib.update(kept)
    etree.cleanup_namespaces(body)
    body.tag = "div"
    html: str = etree.tostring(body, method="html", encoding="unicode", with_tail=False)
    return html
