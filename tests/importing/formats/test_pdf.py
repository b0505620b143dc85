"""PDF files with a text layer: the article as printed, without what stands at the edges of every page."""

import io
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from reading_room.importing.drafting import Task, draft
from reading_room.importing.formats import pdf
from reading_room.importing.parts import Chunk, Cleaned, Part, Refused, Unusable
from reading_room.importing.publishers import Publishers

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
ARTICLE = [
    "Ferry stopped by a flood on the river",
    "By A. Writer",
    "The ferry across the wide river was stopped on Monday morning",
    "by a flood that came down from the hills after two days of rain",
    "in the north of the country.",
    "Nobody was on board when the water rose, the harbour master told",
    "the council in the afternoon, and no boat was lost or damaged by it.",
]


def shown(lines: Sequence[str], font: str = "F1") -> bytes:
    escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    return f"BT /{font} 11 Tf 14 TL 72 780 Td {' T* '.join(f'({line}) Tj' for line in escaped)} ET".encode("cp1252")


def made(
    *contents: bytes,
    information: str = "",
    font: str = FONT,
    resources: str = "",
    extra: Sequence[bytes] = (),
    kids: str = "",
) -> bytes:
    """A PDF with these content streams, a page each, written by hand."""
    pages = range(len(contents))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids or ' '.join(f'{5 + 2 * n} 0 R' for n in pages)}] >>".encode(),
        font.encode(),
        f"<< {information} >>".encode("cp1252"),
    ]
    for number, content in enumerate(contents):
        held = f"/Resources << /Font << /F1 3 0 R >> {resources} >> /Contents {6 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {held} >>".encode())
        packed = zlib.compress(content)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
    file = io.BytesIO(b"%PDF-1.7\n")
    file.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate([*objects, *extra], 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    file.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    file.write(b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, start))
    return file.getvalue()


def read(raw: bytes) -> tuple[Cleaned, list[Refused]]:
    part, *refused = pdf.read(Chunk("", raw))
    assert isinstance(part, Part)
    assert part.name == ""
    return part.cleaned, [each for each in refused if isinstance(each, Refused)]


def texts(cleaned: Cleaned) -> list[str]:
    return [paragraph.text for paragraph in cleaned.paragraphs]


def numbers(cleaned: Cleaned) -> list[int]:
    kept = [*cleaned.title_lines, *(number for paragraph in cleaned.paragraphs for number in paragraph.lines)]
    return sorted(kept + [line.line for line in cleaned.dropped])


def test_a_printed_article_has_its_title_author_and_whole_paragraphs() -> None:
    cleaned, refused = read(made(shown(ARTICLE)))
    assert cleaned.title == ARTICLE[0]
    assert cleaned.particulars.author == "A. Writer"
    assert texts(cleaned) == [" ".join(ARTICLE[2:5]), " ".join(ARTICLE[5:])]
    assert [paragraph.lines for paragraph in cleaned.paragraphs] == [(3, 4, 5), (6, 7)]
    assert refused == []


def test_heads_feet_and_numbers_of_pages_go_and_a_paragraph_goes_on_over_the_page() -> None:
    first = ["3/23/2016 The Ferry Post", *ARTICLE[:4], "https://e.org/ferry 1/2", "17"]
    second = ["3/23/2016 The Ferry Post", *ARTICLE[4:], "https://e.org/ferry 2/2", "18"]
    cleaned, _ = read(made(shown(first), shown(second)))
    assert texts(cleaned) == [" ".join(ARTICLE[2:5]), " ".join(ARTICLE[5:])]
    assert [paragraph.lines for paragraph in cleaned.paragraphs] == [(4, 5, 9), (10, 11)]
    reasons = {line.line: line.reason for line in cleaned.dropped}
    assert reasons[1] == reasons[6] == reasons[8] == reasons[12] == "the head or foot of a page"
    assert reasons[7] == reasons[13] == "the number of a page"
    assert numbers(cleaned) == list(range(1, 14))


def test_a_title_that_is_the_head_of_the_later_pages_stays_the_title() -> None:
    cleaned, _ = read(made(shown([ARTICLE[0], *ARTICLE[2:5]]), shown([ARTICLE[0], *ARTICLE[5:]])))
    assert (cleaned.title, cleaned.title_lines) == (ARTICLE[0], (1,))
    assert [line.line for line in cleaned.dropped] == [5]


def test_words_divided_at_the_end_of_a_line_are_whole_and_keep_hyphens_of_their_own() -> None:
    lines = [
        "Ferry stopped by a flood on the river",
        "The ferry across the wide river was stopped early on Monday morn-",
        "ing by a flood that came down from the hills after a well-known",
        "dam had given way to the rain. The harbour master spoke of a well-",
        "known danger and asked the council of the town for a long-term an-",
        "swer. It was a term that everybody had known for long, a long-",
        "term answer to the question of the dam, he told the council again.",
    ]
    (text,) = texts(read(made(shown(lines)))[0])
    assert "Monday morning by" in text
    assert "of a well-known danger" in text
    assert "long-term answer. It" in text
    assert "a long-term answer to" in text


def test_title_and_author_of_the_information_count_only_where_they_are_printed() -> None:
    junk = "/Title (Microsoft Word - ferry.doc) /Author (Administrator) /CreationDate (D:20200101000000Z)"
    cleaned, _ = read(made(shown([ARTICLE[0], *ARTICLE[2:]]), information=junk))
    assert (cleaned.title, cleaned.particulars.author, cleaned.particulars.published) == (ARTICLE[0], None, None)
    broken = ["Ferry stopped by a flood", "on the river", *ARTICLE[2:], "A. Writer, Harbour"]
    given = f"/Title ({ARTICLE[0]}) /Author (A. Writer)"
    cleaned, _ = read(made(shown(broken), information=given))
    assert (cleaned.title, cleaned.title_lines, cleaned.particulars.author) == (ARTICLE[0], (1, 2), "A. Writer")
    assert numbers(cleaned) == list(range(1, 9))


CYRILLIC = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    b"1 beginbfrange <41> <5A> <0430> endbfrange 2 beginbfchar <20> <0020> <2E> <002E> endbfchar endcmap"
)


def test_letters_are_those_that_the_font_says_they_are() -> None:
    font = FONT.replace("/Encoding", "/ToUnicode 7 0 R /Encoding")
    cmap = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(CYRILLIC), CYRILLIC)
    cleaned, _ = read(made(shown(["ABCD EFGH IJKL MNOP. " * 6]), font=font, extra=[cmap]))
    assert texts(cleaned) == [("абвг дежз ийкл мноп. " * 6).strip()]


def test_a_scan_is_sent_to_ocr() -> None:
    with pytest.raises(Unusable, match="the PDF has no text layer") as caught:
        read(made(b"0 0 595 842 re f", b""))
    assert "ocrmypdf" in caught.value.remedy


def with_two_scanned_pages(lines: Sequence[str]) -> bytes:
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"
    )
    image += b"\nstream\n0\nendstream"
    return made(shown(lines), b"q /Im1 Do Q", b"", resources="/XObject << /Im1 11 0 R >>", extra=[image])


def test_scanned_pages_are_named_though_the_others_have_no_sentence() -> None:
    chunk = Chunk("", with_two_scanned_pages(["Page 1"]))
    nothing, scanned = draft(Task("pdf", chunk, "a.pdf", "ab"), Publishers())
    assert isinstance(nothing, Refused)
    assert nothing.what == "no sentence of an article was found in it"
    assert scanned == Refused("pages 2, 3", "there is a picture and no text layer", pdf._OCR)


def test_a_scanned_page_among_others_is_named() -> None:
    cleaned, refused = read(with_two_scanned_pages(ARTICLE))
    assert len(texts(cleaned)) == 2
    assert refused == [Refused("pages 2, 3", "there is a picture and no text layer", pdf._OCR)]


def test_a_text_layer_without_letters_is_sent_to_ocr() -> None:
    with pytest.raises(Unusable, match="its fonts do not say"):
        read(made(shown(["/g12/g7/g44/g2 /g3/g9/g11 " * 5] * 5)))


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made(shown(ARTICLE)))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_locked_against_copying_is_read_and_one_with_a_password_is_not() -> None:
    assert read(encrypted(""))[0].title == ARTICLE[0]
    with pytest.raises(Unusable, match="the PDF needs a password"):
        read(encrypted("secret"))


def test_a_page_that_is_too_large_inside_is_named_and_the_others_are_read() -> None:
    cleaned, refused = read(made(shown(ARTICLE), b"(a) Tj " + b" " * (pdf.LARGEST_STREAM + 1)))
    assert len(texts(cleaned)) == 2
    assert [each.name for each in refused] == ["page 2"]


def test_reading_ends_in_time_though_a_small_file_asks_for_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LONGEST_TIME", 1.0)
    form = b"BT /F1 11 Tf " + b"(a) Tj T* " * 20_000 + b" ET"
    packed = zlib.compress(form)
    held = b"/Resources << /Font << /F1 3 0 R >> >> /Length %d /Filter /FlateDecode" % len(packed)
    extra = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s >>\nstream\n%s\nendstream" % (held, packed)
    raw = made(b"/Fm1 Do " * 5_000, resources="/XObject << /Fm1 7 0 R >>", extra=[extra])
    assert len(raw) < 5_000
    began = time.monotonic()
    with pytest.raises(Unusable, match="takes longer than 1 seconds"):
        read(raw)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "the PDF is damaged"),
        (b"%PDF-1.7\n", "the PDF is damaged"),
        (b"<html></html>", "the PDF is damaged"),
        (made(shown(ARTICLE), kids="2 0 R"), "the PDF is damaged"),
        (made(shown(ARTICLE), kids="5 0 R " * (pdf.MOST_PAGES + 1)), "more than 300 pages"),
        (made(shown(ARTICLE), kids="5 0 R " * 50_000), "more pages"),
    ],
)
def test_what_gives_no_article_is_said_in_one_line(raw: bytes, what: str) -> None:
    with pytest.raises(Unusable, match=what) as caught:
        read(raw)
    assert caught.value.remedy


def test_a_pdf_cut_off_gives_what_can_be_mended_or_one_reason(capfd: pytest.CaptureFixture[str]) -> None:
    raw = made(shown(ARTICLE), shown(ARTICLE))
    for length in range(0, len(raw), 97):
        with suppress(Unusable):
            read(raw[:length])
    assert capfd.readouterr() == ("", "")


@settings(max_examples=150)
@given(st.data())
def test_any_bytes_give_an_article_or_one_reason(data: st.DataObject) -> None:
    raw = bytearray(
        data.draw(st.just(made(shown(ARTICLE), shown(ARTICLE), information="/Title (Ferry)")) | st.binary(max_size=200))
    )
    for _ in range(data.draw(st.integers(0, 8)) if raw else 0):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 12))] = data.draw(
            st.binary(max_size=4)
            | st.sampled_from(
                [b"2 0 R", b"<<", b">>", b"[", b"endobj", b"/Kids", b"99999999999", b"-1", b"/Encrypt 3 0 R"]
            )
        )
        raw = raw or bytearray(b"%PDF")
    with suppress(Unusable):
        assert all(isinstance(part, Part | Refused) for part in pdf.read(Chunk("", bytes(raw))))
