"""The bytes of a web page as text, in whatever encoding they are, and the text as a tree, whatever its faults."""

import codecs
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reading_room.importing.encodings import encoding_named
from reading_room.importing.language import Decoded, NotText, decode
from reading_room.importing.mending import mended
from reading_room.importing.parts import Unusable

DEEPEST = 150
"""Elements within elements that are kept as they are; of deeper ones only the text is."""
MOST_BROKEN = 0.05
"""The share of letters that may be lost to broken bytes; a page with more is taken for none."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]+)", re.I
)
_WITHIN = 4096
"""Bytes in which browsers look for a page's encoding; ours may have a comment of the browser that saved it above."""
# What browsers read under a name, where that is more than the name says.
_READ_AS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "iso-8859-11": "cp874",
    "utf-16": "utf-8",  # a mark or a page of zeros would have told; the declaration itself was read as ASCII
    "utf-16le": "utf-8",
    "unicode": "utf-8",
}
_TAG = re.compile(rb"<(?:script|style)\b.*?</|<[^>]*>", re.I | re.S)
_DATA_ADDRESS = re.compile(
    r"([=(]\s?(?:[\"']|&quot;|&#0?39;)?data:[\w/+.-]{1,100}[;,])[\w+/=%;,.:!$&*~@?#-]{200,}", re.ASCII | re.IGNORECASE
)
"""Pictures written out in attributes; a sentence in which `data:` is followed by a word is none."""
_DECLARATIONS = re.compile(r"\A\s*(?:<\?xml\b[^<>]*>?\s*)+", re.IGNORECASE)
"""What lxml takes no text with, where it names an encoding; scripts that put pages together write several."""
_LONG_TAG = re.compile(r"(<[a-z][a-z0-9]*)\s[^<>]{20000,}(?=>)", re.I)
"""Settings of programs, mostly; and the parser takes minutes for an element of very many attributes."""
_TEXT_BLOCKS = frozenset(("p", "pre", "br", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style"))
"""These stay at any depth: without them their text would run into that around them."""
LONGEST_CELL = 600
"""Letters in a cell of a table of figures or words; what has a cell with more is a page laid out in columns."""
_OF_TABLE = ("thead", "tbody", "tfoot", "tr", "td", "th", "caption")


def decoded(raw: bytes, charset: str | None = None) -> Decoded:
    """The page's text, wrongly decoded letters in it mended; broken bytes cost their letters and no more.

    `charset` is what the answer's header said.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _mended(raw[len(mark) :].decode(encoding, "replace"), encoding)
    declared = _known(charset) or _declared(raw)
    if declared == "utf-8":
        declared = None  # where that is right it is found so, and where bytes are broken the rest of them tells
    # Saved pages are often UTF-8 under an older declaration. No other encoding of some length reads as UTF-8.
    if not (raw.isascii() and declared):
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if "\0" not in text:
                return _mended(text, "utf-8")
    encoding = declared or _guessed(raw)
    text = raw.decode(encoding, "replace")
    if text.count("\ufffd") > MOST_BROKEN * len(text) + 2 or text.count("\0") > MOST_BROKEN * len(text):
        raise Unusable("the file is not a web page: its bytes are no text", "Open it in a browser and save it again")
    return _mended(text, encoding, guessed=not declared and encoding != "utf-8")


def _mended(text: str, encoding: str, guessed: bool = False) -> Decoded:
    return Decoded(mended(text), encoding, guessed)


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_WITHIN])
    return _known((found[1] or found[2]).decode("ascii")) if found else None


def _known(name: str | None) -> str | None:
    return encoding_named(_READ_AS.get((name or "").strip().lower(), name))


def _guessed(raw: bytes) -> str:
    try:
        return decode(_TAG.sub(b" ", raw)).encoding
    except NotText:
        return "utf-8"


def parsed(html: str) -> HtmlElement:
    """The page as a tree. What holds none of its text, such as pictures written out in addresses, is left out."""
    html = _LONG_TAG.sub(r"\1", _DATA_ADDRESS.sub(r"\1", html.replace("\0", "")))
    html = _DECLARATIONS.sub("", html, count=1)
    for patient in (False, True):
        parser = HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=patient)
        try:
            tree = document_fromstring(html, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            raise Unusable("there is nothing on the page", "Open it in a browser and save it again") from None
        # The parser ends at what it finds too deep, as if the page ended there.
        if all(entry.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
            break
    else:
        remedy = "Open it in a browser, copy its text and save that as .txt"
        raise Unusable("the page’s elements are nested too deep to be read", remedy)
    _flatten(tree)
    _make_boxes_of_layout(tree)
    return tree


def _flatten(tree: HtmlElement) -> None:
    depth, deep = 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth > DEEPEST and element.tag not in _TEXT_BLOCKS:
            deep.append(element)
    for element in deep:
        element.drop_tag()


def _make_boxes_of_layout(tree: HtmlElement) -> None:
    """Tables that only lay the page out are made boxes, so that their columns are read as such and not as rows."""
    for table in [table for table in tree.iter("table") if _lays_out(table)]:
        own = [each for each in table.iter(*_OF_TABLE) if next(each.iterancestors("table"), None) is table]
        for element in (table, *own):
            element.tag = "div"


def _lays_out(table: HtmlElement) -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return True
    longest = max((_letters_in(cell) for cell in table.iter("td", "th")), default=0)
    return longest > LONGEST_CELL


def _letters_in(cell: HtmlElement) -> int:
    return sum(len(text.strip()) for text in cell.xpath(".//text()[not(parent::script or parent::style)]"))
