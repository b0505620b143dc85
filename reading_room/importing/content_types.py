"""What the header `Content-Type` of an answer says: the type of the document, and the encoding of its text."""

import re

_MEDIA_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)", re.ASCII)
_CHARSET = re.compile(r"[;\s]\s*charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})", re.ASCII | re.IGNORECASE)


def media_type_of(header: str) -> str | None:
    found = _MEDIA_TYPE.match(header)
    return found[1].lower() if found else None


def charset_of(header: str) -> str | None:
    found = _CHARSET.search(header)
    return found[1].lower() if found else None
