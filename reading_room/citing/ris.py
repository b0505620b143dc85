"""A reference in RIS, which every reference manager reads."""

from reading_room.citing.citation import Citation
from reading_room.citing.dates import Point, point_of, points


def ris(cited: Citation) -> str:
    span = cited.published
    first = points(span)[0] if span else None
    between = f"to {span.last.isoformat()}" if span and "/" in span.written else ""
    exactness = ", ".join(filter(None, [between, "inferred" if cited.inferred else ""]))
    lines = [
        ("TY", "NEWS"),
        ("ID", cited.key),
        *(("AU", name.inverted) for name in cited.authors),
        ("TI", cited.title),
        ("T2", cited.outlet),
        ("PY", f"{first.year:04}" if first else ""),
        ("DA", _date(first, exactness) if first else ""),
        ("LA", cited.title_language if cited.title_language != "und" else ""),
        ("UR", cited.url),
        ("Y2", _date(point_of(cited.read))),
        ("DB", cited.room),
        ("N1", cited.source_note),
        ("N1", cited.quoted),
        ("ER", ""),
    ]
    said = ((tag, " ".join(value.split())) for tag, value in lines if value or tag == "ER")
    return "".join(f"{tag}  - {value}\r\n" for tag, value in said)


def _date(point: Point, note: str = "") -> str:
    """`2016/04//inferred`: year, month, day and a note, each of which may be empty."""
    year, month, day = (*(f"{number:02}" for number in point.numbers), "", "")[:3]
    return f"{year}/{month}/{day}/{note}"
