"""EPUB books: an article for each document that has prose, and no book can be larger than it looks."""

import io
import time
import zipfile
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing.formats import book
from reading_room.importing.parts import NOTHING_NEEDS_DOING, Chunk, Cleaned, Part, Refused, Unusable

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
FLOOD = ["The ferry was stopped on Monday by a flood. " * 4, "Nobody was on board, the harbour master said. " * 3]
FLOOD = [text.strip() for text in FLOOD]


def document(title: str, *paragraphs: str, body: str = "", heading: str = "h1") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body {body}>'
        f'<{heading}><a id="top"/>{title}</{heading}>{text}</body></html>'
    )


def package(*documents: str, extra: str = "", guide: str = "") -> str:
    items = "".join(
        f'<item id="i{n}" href="{path}" media-type="application/xhtml+xml"/>' for n, path in enumerate(documents)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(documents)))
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Reports of a Flood</dc:title>'
        '<dc:creator opf:role="aut">A. Writer</dc:creator><dc:creator opf:role="ill">D. Rawer</dc:creator>'
        "<dc:creator>C. Writer</dc:creator><dc:publisher>The Ferry Press</dc:publisher><dc:language>en-GB</dc:language>"
        '<dc:date opf:event="modification">2020-01-01</dc:date><dc:date>2016-03</dc:date>'
        f"<dc:source>https://e.org/flood</dc:source></metadata><manifest>{items}{extra}</manifest>"
        f"<spine>{spine}</spine><guide>{guide}</guide></package>"
    )


def epub(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2016, 3, 23, 0, 0, 0)), content, compression)
    return file.getvalue()


BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/content.opf": package("one.xhtml", "text/two%20.xhtml"),
    "OEBPS/text/two .xhtml": document("The second flood", *FLOOD),
    "OEBPS/one.xhtml": document("The first flood", *FLOOD, "It rained&nbsp;&mdash; for days &amp; nights."),
}


def read(raw: bytes) -> tuple[dict[str, Cleaned], dict[str, str]]:
    found = list(book.read(Chunk("", raw)))
    parts = {part.name: part.cleaned for part in found if isinstance(part, Part)}
    return parts, {each.name: each.what for each in found if isinstance(each, Refused)}


def texts(cleaned: Cleaned) -> list[str]:
    return [paragraph.text for paragraph in cleaned.paragraphs]


def test_each_document_is_an_article_in_the_order_of_the_book() -> None:
    parts, refused = read(epub(BOOK))
    assert list(parts) == ["OEBPS/one.xhtml", "OEBPS/text/two .xhtml"]
    first, second = parts.values()
    assert (first.title, second.title) == ("The first flood", "The second flood")
    assert texts(second) == FLOOD
    assert texts(first)[-1].replace("\u00a0", " ") == "It rained — for days & nights."
    assert refused == {}


def test_an_encoding_that_is_none_of_texts_is_not_obeyed() -> None:
    first = BOOK["OEBPS/one.xhtml"].replace('encoding="utf-8"', 'encoding="utf-7"').replace("It rained", "It +AGE-")
    parts, _ = read(epub(BOOK | {"OEBPS/one.xhtml": first}))
    assert texts(parts["OEBPS/one.xhtml"])[-1].startswith("It +AGE-")


@pytest.mark.parametrize(
    "broken",
    ["<o:p>It rained.</o:p>", "<p x:y='1'>It rained.</p>", "<p class='&#1;'>It rained.</p>", "<p id='&#xD800;'>It rained.</p>",
     "<p>It &#xD800;rained.</p>", "<p>It \1rained.</p>", "<p title='&#x110000;'>It rained.</p>", "<p.x-y>It rained.</p.x-y>"],
)  # fmt: skip
def test_a_document_with_broken_xml_has_all_its_text(broken: str) -> None:
    parts, refused = read(epub(BOOK | {"OEBPS/one.xhtml": document("The first flood", *FLOOD, broken)}))
    assert list(parts) == ["OEBPS/one.xhtml", "OEBPS/text/two .xhtml"]
    assert texts(parts["OEBPS/one.xhtml"]) == [*FLOOD, "It rained."]
    assert refused == {}


def test_letters_that_are_none_in_the_metadata_cost_nothing_of_the_book() -> None:
    spoilt = (
        BOOK["OEBPS/content.opf"].replace("Reports", "&#xD800;Re\1ports").replace('id="i0"', 'id="i0" x="&#xDFFF;"')
    )
    parts, _ = read(epub(BOOK | {"OEBPS/content.opf": spoilt}))
    assert len(parts) == 2


def test_a_document_that_cannot_be_taken_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    fragment = book.web_page.fragment

    def failing(html: str) -> Cleaned:
        if "second" in html:
            raise UnicodeDecodeError("utf-8", b"\xed", 0, 1, "invalid continuation byte")
        return fragment(html)

    monkeypatch.setattr(book.web_page, "fragment", failing)
    parts, refused = read(epub(BOOK))
    assert len(parts) == 1
    assert refused == {"OEBPS/text/two .xhtml": "the document’s XML is too broken to be read"}


def test_a_table_of_contents_is_read_once_however_often_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    item = '<item id="n{0}" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    opf = package("one.xhtml", "text/two%20.xhtml", extra="".join(map(item.format, range(40))))
    members = BOOK | {"OEBPS/content.opf": opf, "OEBPS/nav.xhtml": document("Contents", *FLOOD)}
    monkeypatch.setattr(book, "LARGEST_BOOK", 2 * sum(map(len, members.values())))
    assert len(read(epub(members))[0]) == 2


def test_a_table_of_contents_larger_than_a_book_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "LARGEST_BOOK", 100)
    with pytest.raises(Unusable, match="the rest was not read"):
        read(epub(BOOK))


def test_letters_that_were_decoded_wrongly_come_out_right() -> None:
    parts, _ = read(epub(BOOK | {"OEBPS/one.xhtml": document("At the cafÃ©", *FLOOD, "It rained at the cafÃ©.")}))
    assert parts["OEBPS/one.xhtml"].title == "At the café"
    assert texts(parts["OEBPS/one.xhtml"])[-1] == "It rained at the café."


def test_author_publisher_date_and_language_are_the_books() -> None:
    said = read(epub(BOOK))[0]["OEBPS/one.xhtml"].particulars
    assert (said.author, said.site, said.language) == ("A. Writer, C. Writer", "The Ferry Press", "en-GB")
    assert (said.published, said.basis) == ("2016-03", "printed in the book’s metadata")
    assert said.url == "https://e.org/flood"


def test_a_book_of_one_document_is_one_article_under_its_title() -> None:
    parts, refused = read(
        epub(
            BOOK
            | {
                "OEBPS/text/two .xhtml": document("To my mother", "With love."),
                "OEBPS/content.opf": package("one.xhtml", "text/two%20.xhtml"),
            }
        )
    )
    assert {name: cleaned.title for name, cleaned in parts.items()} == {"": "Reports of a Flood"}
    assert refused == {"OEBPS/text/two .xhtml": "it has too little text for an article"}


def test_a_document_without_text_is_passed_over() -> None:
    plate = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><div><img src="plate.jpg" alt="A ferry"/></div></body></html>'
    )
    members = {"OEBPS/plate.xhtml": plate, "OEBPS/content.opf": package("plate.xhtml", "one.xhtml")}
    found = list(book.read(Chunk("", epub(BOOK | members))))
    refused = [each for each in found if isinstance(each, Refused)]
    assert refused == [Refused("OEBPS/plate.xhtml", "it has no text, as a cover or a plate", NOTHING_NEEDS_DOING)]


def test_cover_title_contents_and_rights_are_passed_over_and_named() -> None:
    long = ("All the words of a page that is no article. " * 20,)
    extra = '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    guide = '<reference type="title-page" href="front.xhtml"/>'
    fronts = ("front.xhtml", "cover.xhtml", "half.xhtml", "rights.xhtml", "nav.xhtml")
    spine = package(*fronts, "one.xhtml", "text/two%20.xhtml", extra=extra, guide=guide)
    members = BOOK | {
        "OEBPS/content.opf": spine,
        "OEBPS/front.xhtml": document("Front", *long),
        "OEBPS/cover.xhtml": document("Cover", *long),
        "OEBPS/half.xhtml": document("Half", *long, body='epub:type="frontmatter halftitlepage"'),
        "OEBPS/rights.xhtml": document("Notice", *long, "© 2016 The Ferry Press. ISBN 0-00-000000-0"),
        "OEBPS/nav.xhtml": document("Contents", *long),
    }
    parts, refused = read(epub(members))
    assert list(parts) == ["OEBPS/one.xhtml", "OEBPS/text/two .xhtml"]
    assert refused == {
        "OEBPS/front.xhtml": "it is the title page",
        "OEBPS/cover.xhtml": "it is the cover",
        "OEBPS/half.xhtml": "it is the title page",
        "OEBPS/rights.xhtml": "it is the page of rights",
        "OEBPS/nav.xhtml": "it is the table of contents",
    }


@pytest.mark.parametrize(
    ("item", "path", "toc"),
    [
        ('<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>', "OEBPS/nav.xhtml",
         '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="one.xhtml#top">A flood, <i>named</i></a></li></ol>'
         "</nav></body></html>"),
        ('<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>', "OEBPS/toc.ncx",
         '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>A flood, named</text></navLabel>'
         '<content src="one.xhtml#top"/></navPoint></navMap></ncx>'),
    ],
)  # fmt: skip
def test_a_document_without_a_heading_is_called_what_the_contents_call_it(item: str, path: str, toc: str) -> None:
    members = BOOK | {
        "OEBPS/content.opf": package("one.xhtml", "text/two%20.xhtml", extra=item),
        "OEBPS/one.xhtml": document("1", *FLOOD),
        path: toc,
    }
    assert read(epub(members))[0]["OEBPS/one.xhtml"].title == "A flood, named"


@pytest.mark.parametrize("opf", [None, "", "<package", "<package><spine/></package>"])
def test_a_book_without_a_usable_package_is_read_in_the_order_of_its_files(opf: str | None) -> None:
    members = {name: content for name, content in BOOK.items() if name != "OEBPS/content.opf"}
    parts, _ = read(epub(members | ({} if opf is None else {"OEBPS/content.opf": opf})))
    assert list(parts) == ["OEBPS/text/two .xhtml", "OEBPS/one.xhtml"]


def test_a_document_in_another_encoding_is_decoded_as_it_says() -> None:
    page = document("Паром", "Паром остановили в понедельник. " * 10).replace("utf-8", "windows-1251")
    parts, _ = read(epub(BOOK | {"OEBPS/one.xhtml": page.encode("cp1251")}))
    assert parts["OEBPS/one.xhtml"].title == "Паром"


def test_a_path_that_leads_out_of_the_book_leads_nowhere() -> None:
    _, refused = read(epub(BOOK | {"OEBPS/content.opf": package("../../../etc/passwd", "one.xhtml")}))
    assert refused == {"../../etc/passwd": "the book names this document and does not have it"}


def test_an_encrypted_document_is_refused_and_a_book_of_them_says_so() -> None:
    listed = "".join(
        f'<EncryptedData><CipherData><CipherReference URI="{path}"/></CipherData></EncryptedData>'
        for path in ("OEBPS/one.xhtml", "OEBPS/fonts/a.otf")
    )
    one = BOOK | {"META-INF/encryption.xml": f"<encryption>{listed}</encryption>"}
    assert read(epub(one))[1] == {"OEBPS/one.xhtml": "the document is encrypted"}
    both = BOOK | {
        "META-INF/encryption.xml": f"<encryption>{listed.replace('fonts/a.otf', 'text/two%20.xhtml')}</encryption>"
    }
    with pytest.raises(Unusable, match="no article was found in the book: the document is encrypted"):
        read(epub(both))


def test_a_document_that_grows_beyond_the_limit_is_refused_and_the_next_is_read() -> None:
    bomb = document("Bomb", "a " * book.LARGEST_MEMBER)
    raw = epub(BOOK | {"OEBPS/one.xhtml": bomb})
    assert len(raw) < 100_000
    parts, refused = read(raw)
    assert list(parts) == [""]
    assert refused == {"OEBPS/one.xhtml": "the document is larger than 2 MB"}


def test_the_documents_of_a_book_are_limited_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "LARGEST_BOOK", 5_000)
    paths = [f"{number}.xhtml" for number in range(20)]
    members = (
        BOOK | {"OEBPS/content.opf": package(*paths)} | {f"OEBPS/{path}": document("Flood", *FLOOD) for path in paths}
    )
    parts, refused = read(epub(members))
    assert 0 < len(parts) < 20
    assert refused == {"": "the book’s documents are larger than 0 MB; the rest was not read"}


def test_entities_that_multiply_do_not() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    page = document("&a11;", *FLOOD).replace("<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY a0 "lol">{bomb}]>')
    parts, _ = read(epub(BOOK | {"OEBPS/one.xhtml": page}))
    assert "The second flood" in [cleaned.title for cleaned in parts.values()] or "" in parts
    assert all(sum(map(len, texts(cleaned))) < 1_000 for cleaned in parts.values())


def test_an_element_with_countless_attributes_does_not_keep_the_reader_busy() -> None:
    attributes = " ".join(f'a{number}="b"' for number in range(100_000))
    began = time.monotonic()
    parts, _ = read(epub(BOOK | {"OEBPS/one.xhtml": document("Flood", *FLOOD, f"<i {attributes}>The end.</i>")}))
    assert texts(parts["OEBPS/one.xhtml"])[-1] == "The end."
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "no readable ZIP archive"),
        (b"PK\x03\x04 rubbish", "no readable ZIP archive"),
        (epub({"picture.png": b"\x89PNG"}), "no article was found in the book"),
        (epub({str(number): "" for number in range(book.MOST_MEMBERS + 1)}), "more than 2,000 files"),
        (epub({"a.xhtml": document("Flood", *FLOOD)}, zipfile.ZIP_LZMA), "compressed in a way that no EPUB may be"),
    ],
)
def test_what_is_no_book_is_said_in_one_line(raw: bytes, what: str) -> None:
    with pytest.raises(Unusable, match=what):
        read(raw)


@settings(max_examples=150)
@given(st.data())
def test_any_bytes_give_articles_refusals_or_one_reason(data: st.DataObject) -> None:
    whole = epub(BOOK, data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])))
    raw = bytearray(data.draw(st.just(whole) | st.binary(max_size=200)))
    for _ in range(data.draw(st.integers(0, 8)) if raw else 0):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 4))] = data.draw(
            st.binary(max_size=4)
            | st.sampled_from([b"</", b"&", b"href", b"PK\x01\x02", b"PK\x05\x06", b"\xff\xff\xff\xff"])
        )
        raw = raw or bytearray(b"PK")
    with suppress(Unusable):
        assert all(isinstance(part, Part | Refused) for part in book.read(Chunk("", bytes(raw))))
