"""The text layer of a PDF as one saved text: heads and feet of its pages left out, divided words made whole again."""

import io
import logging
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from reading_room.importing import fields
from reading_room.importing.formats.printed_lines import (
    Line,
    browsers_address,
    rejoined,
    spelt_out,
    with_title_in_one_line,
    with_whole_words,
    without_heads_and_feet,
)
from reading_room.importing.lines import visible
from reading_room.importing.particulars import Particulars
from reading_room.importing.parts import Chunk, Cleaned, Dropped, Part, Refused, Unusable
from reading_room.importing.phrases import folded
from reading_room.importing.plain_text import clean
from reading_room.importing.sources import LARGEST

MOST_PAGES = 300
LONGEST_TIME = 50.0
"""Seconds that are spent on one PDF, fewer than `drafting` allows any chunk.

Small files can ask for hours of drawing; an article takes a second or two.
"""
LARGEST_STREAM = 10_000_000
"""Bytes of what is unpacked of a PDF at one time."""
MOST_OPERATORS = 500_000
"""Operators and operands of one page; a full page of print has 20,000."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of everything that it mends

_LIMITS = Configuration(
    maximum_declared_stream_length=LARGEST["pdf"],
    array_based_stream_maximum_output_length=LARGEST_STREAM,
    lzw_maximum_output_length=LARGEST_STREAM,
    run_length_maximum_output_length=LARGEST_STREAM,
    zlib_maximum_output_length=LARGEST_STREAM,
    stream_decoding_work_maximum_length=3 * LARGEST_STREAM,
    stream_parsing_work_maximum_count=MOST_OPERATORS,
    page_tree_maximum_entries=4 * MOST_PAGES,
    page_tree_maximum_page_entries=100 * MOST_PAGES,
    jbig2dec_binary=None,
)
_SHOWS_TEXT = re.compile(rb"\bT[jJ]\b|['\"]|\bDo\b")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NO_LETTERS = re.compile(r"/[A-Za-z]{1,8}\d{1,5}|\(cid:\d+\)|[\ufffd\ue000-\uf8ff]|[\x00-\x08\x0e-\x1f]")
"""What comes out where a font does not say which letters its shapes are."""
_OCR = "Run OCR on it (ocrmypdf, for one) and import it again"
_PRINT = "Print the pages of the article to a new PDF, or save its text as .txt"


@dataclass(frozen=True, slots=True)
class _Extracted:
    """The lines of each page, what the document's own information says, and the pages that gave nothing."""

    pages: list[list[Line]]
    title: str | None
    author: str | None
    without_text: list[int]
    unreadable: list[int]


def read(chunk: Chunk) -> Iterator[Part | Refused]:
    """The one article of a PDF; its lines are those of the text layer, counted through."""
    if len(chunk.raw) > LARGEST["pdf"]:
        raise Unusable(f"the PDF is larger than {LARGEST['pdf'] // 1_000_000} MB", _PRINT)
    extracted = _extracted(chunk.raw)
    printed = "".join(line.text for page in extracted.pages for line in page)
    if not printed.strip():
        if extracted.unreadable:
            raise Unusable("the text of the PDF cannot be read: it is damaged or too large inside", _PRINT)
        raise Unusable("the PDF has no text layer", _OCR)
    if sum(map(len, _NO_LETTERS.findall(printed))) > 0.2 * len(printed):
        raise Unusable("the PDF’s text layer is not readable: its fonts do not say which letters they hold", _OCR)
    cleaned = _cleaned(extracted)
    yield Part("", cleaned)  # where it has no paragraph, `drafting` says so
    if extracted.without_text:
        name = _named(extracted.without_text)
        yield Refused(name, "there is a picture and no text layer", _OCR)
    if extracted.unreadable:
        yield Refused(_named(extracted.unreadable), "the text is damaged or too large inside", _PRINT)


def _named(pages: Sequence[int]) -> str:
    return f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}"


def _extracted(raw: bytes) -> _Extracted:
    """Everything that pypdf is asked for, within limits, with every way in which it fails said in one line."""
    try:
        with apply_configuration(_LIMITS):
            reader = PdfReader(io.BytesIO(raw), root_object_recovery_limit=1_000, xref_stream_maximum_entries=500_000)
            if len(reader.pages) > MOST_PAGES:
                raise Unusable(f"the PDF has more than {MOST_PAGES} pages", _PRINT)
            return _of_pages(reader)
    except Unusable:
        raise
    except FileNotDecryptedError:
        raise Unusable("the PDF needs a password", "Open it with the password and print it to a new PDF") from None
    except DependencyError:
        raise Unusable("the PDF is encrypted with AES", "Decrypt it: qpdf --decrypt file.pdf new.pdf") from None
    except LimitReachedError:
        raise Unusable("the PDF is larger inside, or has more pages, than an article", _PRINT) from None
    except Exception:  # pypdf raises what broken files make it meet
        raise Unusable("the PDF is damaged", "Download it again, or print it to a new PDF") from None


def _of_pages(reader: PdfReader) -> _Extracted:
    deadline = time.monotonic() + LONGEST_TIME

    def in_time(*_: object) -> None:
        if time.monotonic() > deadline:
            raise Unusable(f"reading the PDF takes longer than {LONGEST_TIME:.0f} seconds", _PRINT)

    found = _Extracted([], _information(reader, "/Title"), _information(reader, "/Author"), [], [])
    number = 0
    for at, page in enumerate(reader.pages, 1):
        in_time()
        try:
            contents = page.get_contents()
            shows_text = contents is not None and _SHOWS_TEXT.search(contents.get_data())
            text = page.extract_text(visitor_operand_before=in_time) if shows_text else ""
        except Unusable:
            raise
        except Exception:  # one page stops no other
            found.unreadable.append(at)
            continue
        lines = [Line((number + place,), line) for place, line in enumerate(_LINE_END.split(spelt_out(text)), 1)]
        number += len(lines)
        found.pages.append(lines)
        if not text.strip() and _has_picture(page):
            found.without_text.append(at)
    return found


def _information(reader: PdfReader, key: str) -> str | None:
    try:
        information = reader.metadata
        return fields.line(str(information.get(key) or "")) if information else None
    except Exception:  # it is of little worth, and may be as broken as the rest
        return None


def _has_picture(page: Any) -> bool:
    try:
        return bool(page["/Resources"].get("/XObject"))
    except Exception:  # a page without resources, or with broken ones, has nothing to show
        return False


def _cleaned(extracted: _Extracted) -> Cleaned:
    """The article in the lines of all pages, by the numbers that these have in the text layer."""
    pages = extracted.pages
    kept, dropped = without_heads_and_feet(pages, extracted.title)
    lines = rejoined(with_title_in_one_line(with_whole_words(kept), extracted.title, len(pages[0])))
    cleaned = clean("\n".join(line.text for line in lines))
    printed = {line.numbers[0]: visible(line.text) for page in pages for line in page}

    def numbers(of: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(number for line in of for number in lines[line - 1].numbers if printed[number])

    for gone in cleaned.dropped:
        dropped += (Dropped(number, printed[number], gone.reason) for number in numbers((gone.line,)))
    said = cleaned.particulars.or_else(Particulars(url=browsers_address(pages)))
    author = extracted.author
    ends = folded("\n".join(line.text for page in (pages[0], pages[-1]) for line in page))
    if author and folded(author) in ends:
        said = said.or_else(Particulars(author=author))
    return replace(
        cleaned,
        title_lines=numbers(cleaned.title_lines),
        paragraphs=tuple(replace(paragraph, lines=numbers(paragraph.lines)) for paragraph in cleaned.paragraphs),
        particulars=said,
        dropped=tuple(sorted(dropped, key=lambda line: line.line)),
    )
