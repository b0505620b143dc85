"""A quotation as a W3C Web Annotation, and the text in which its positions count.

A TextPositionSelector needs one text that everybody counts in, which a page is not. It is the plain text of the version: its
passages in order, an empty line between two of them, nothing else; `/a/slug@3.txt` serves it, and the annotation names it as the
cached copy of its source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reading_room.model.article import Passage, Version
from reading_room.model.resolution import Stretch

BETWEEN = "\n\n"
CONTEXT = 32
"""Code points before and after the quotation."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """All absolute: of the annotation itself, of the version’s page, of its plain text."""

    annotation: str
    version: str
    text: str


def plain_text(passages: Iterable[Passage]) -> str:
    return BETWEEN.join(passage.text for passage in passages)


def annotation(version: Version, ranges: Sequence[Sequence[Stretch]], addresses: Addresses) -> dict[str, Any]:
    """Each range of the quotation is a target of its own."""
    starts, text = _starts(version.passages), plain_text(version.passages)
    targets = [
        _target(version, text, starts[one[0].passage] + one[0].start, starts[one[-1].passage] + one[-1].end, addresses)
        for one in ranges
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": addresses.annotation,
        "type": "Annotation",
        "motivation": "highlighting",
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(version: Version, text: str, start: int, end: int, addresses: Addresses) -> dict[str, Any]:
    return {
        "source": addresses.version,
        "state": {
            "type": "TimeState",
            "sourceDate": version.ingested.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "cached": addresses.text,
        },
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(start - CONTEXT, 0) : start],
                "suffix": text[end : end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _starts(passages: Iterable[Passage]) -> dict[str, int]:
    found, place = {}, 0
    for passage in passages:
        found[passage.id] = place
        place += len(passage.text) + len(BETWEEN)
    return found
