"""The header that tells the type and the encoding of an answer."""

import pytest

from reading_room.importing.content_types import charset_of, media_type_of


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("text/plain;charset=windows-1256", "text/plain", "windows-1256"),
        ("Text/HTML; Charset='UTF-8', text/html", "text/html", "utf-8"),
        ("text/html charset=koi8-r", "text/html", "koi8-r"),
        ("application/xhtml+xml; profile=x", "application/xhtml+xml", None),
        ("text/xml; charset=", "text/xml", None),
        ("a\x1b[31m word", None, None),
        ("", None, None),
    ],
)
def test_type_and_encoding_are_told_by_the_header(header: str, media_type: str | None, charset: str | None) -> None:
    assert (media_type_of(header), charset_of(header)) == (media_type, charset)
