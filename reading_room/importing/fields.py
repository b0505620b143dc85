"""What a source says of an article in fields of its own, beside the text: a title, names, a date, an address, a language."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reading_room.importing.boundaries import find_title
from reading_room.importing.lines import visible
from reading_room.importing.mending import mended
from reading_room.importing.particulars import Particulars, of_line
from reading_room.importing.parts import Cleaned, Dropped, Paragraph
from reading_room.importing.phrases import folded
from reading_room.importing.pieces import Piece, pieces

LONGEST_FIELD = 1_000
"""Code points of a title or a name; what is longer is no such thing."""
MOST_NAMES = 20
_FIRST_SECOND, _LAST_SECOND = 315_532_800, 4_102_444_800  # 1980 to 2100: other figures count no seconds
_MONTH_OR_YEAR = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?\Z", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}\Z", re.IGNORECASE | re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-.*)?\Z", re.IGNORECASE | re.ASCII)
_CUT_SHORT = re.compile(r"\[\s*(?:…|\.\.\.|\+\d+ chars)\s*\]\W*\Z")


def line(value: object) -> str | None:
    """A field as one line of text, or None where it is empty or nothing of the kind."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    seen = visible(mended(str(value)[: LONGEST_FIELD + 1])) if isinstance(value, str) or abs(value) < 10**18 else ""
    return seen if 0 < len(seen) <= LONGEST_FIELD else None


def names(value: object) -> str | None:
    """Who wrote it, or who publishes: a name, an object that has one, or a list of these."""
    listed = value[:MOST_NAMES] if isinstance(value, list) else [value]
    found = (line(each.get("name") if isinstance(each, dict) else each) for each in listed)
    return ", ".join(dict.fromkeys(name for name in found if name and not _ADDRESS.match(name))) or None


def address(value: object) -> str | None:
    """An address of the web; one that its parts cannot be told of is none."""
    found = line(value)
    try:
        return found if found and _ADDRESS.match(found) and urlsplit(found).hostname else None
    except ValueError:
        return None


def language(value: object) -> str | None:
    """A tag like `en`, `pt-BR` or `zh-Hant`; the names of languages are left, since they are written in many."""
    match = _LANGUAGE.match((line(value) or "").replace("_", "-"))
    if not match:
        return None
    base, script, region = match.groups()
    return "-".join(filter(None, (base.lower(), script and script.title(), region and region.upper())))


def moment(value: object, basis: str) -> Particulars:
    """When it was published, as the field has it. A date that can be read in two ways is `unclear`, as on a page."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _counted(value, basis)
    written = line(value)
    if written is None:
        return Particulars()
    if _MONTH_OR_YEAR.match(written):
        return Particulars(written, basis=basis)
    given = of_line(written)
    if given is None or not given.published:
        return Particulars(unclear=given.unclear if given else None)
    # Midnight to the minute is how programs write a day without a time.
    return Particulars(given.published, None if given.clock == "00:00" else given.clock, basis=basis)


def _counted(value: float, basis: str) -> Particulars:
    """Seconds, or thousandths of them, since 1970, as databases keep a time."""
    seconds = value / 1000 if _LAST_SECOND < value <= 1000 * _LAST_SECOND else value
    if not _FIRST_SECOND <= seconds <= _LAST_SECOND:
        return Particulars()
    at = datetime.fromtimestamp(seconds, UTC)
    return Particulars(at.date().isoformat(), at.strftime("%H:%M"), basis=f"{basis} (UTC)")


def text(written: str, title: str | None) -> Cleaned:
    """The paragraphs of a text that a field holds alone.

    Whoever filled the field has cut the text out of its page already. Nothing in it is taken for furniture, since a
    guess could only lose words; but lines that were broken to fit a width are put together again. Where no field gives
    a title, the first headline above the first sentence is the title, as in any text.
    """
    found = pieces(written)
    at = find_title(found) if title is None else None
    body = [piece for number, piece in enumerate(found) if number != at]
    paragraphs = tuple(Paragraph("item" if piece.bullet else "paragraph", piece.text, piece.numbers) for piece in body)
    heading: Piece | None = None if at is None else found[at]
    return Cleaned(heading.text if heading else None, heading.numbers if heading else (), paragraphs, Particulars(), ())


def under(cleaned: Cleaned, title: str | None, given: Particulars) -> Cleaned:
    """A text with what the source says beside it, which counts before what the text itself was read to say."""
    cleaned = replace(cleaned, particulars=given.or_else(cleaned.particulars))
    if not title:
        return cleaned
    title_lines, paragraphs = cleaned.title_lines, cleaned.paragraphs
    if title_lines and cleaned.title and folded(cleaned.title) != folded(title):
        # What was taken for the title is a heading of the text.
        heading = Paragraph("heading", cleaned.title, title_lines)
        paragraphs = tuple(sorted((heading, *paragraphs), key=lambda paragraph: paragraph.lines[:1]))
        title_lines = ()
    again = next((paragraph for paragraph in paragraphs[:3] if folded(paragraph.text) == folded(title)), None)
    if again and not title_lines:
        title_lines, paragraphs = again.lines, tuple(paragraph for paragraph in paragraphs if paragraph is not again)
    return replace(cleaned, title=title, title_lines=title_lines, paragraphs=paragraphs)


def beside(cleaned: Cleaned, others: Iterable[tuple[str, str]]) -> Cleaned:
    """A text with what other fields, each a name and what it holds, say in words of their own: lines below all others."""
    said = cleaned.particulars
    lines = (*(kept.text for kept in cleaned.paragraphs), *(gone.text for gone in cleaned.dropped))
    known = folded("\n".join(filter(None, (cleaned.title, said.author, said.site, *lines))))
    numbers = (*cleaned.title_lines, *(number for each in cleaned.paragraphs for number in each.lines))
    number = max((*numbers, *(gone.line for gone in cleaned.dropped)), default=0)
    dropped = list(cleaned.dropped)
    for name, written in others:
        for seen in filter(None, map(visible, written.splitlines())):
            if folded(_CUT_SHORT.sub("", seen)) not in known:
                number += 1
                dropped.append(Dropped(number, seen, f"another field of the record: {name}"))
    return replace(cleaned, dropped=tuple(dropped))


def cut_short(cleaned: Cleaned) -> bool:
    """Whether a text ends in the mark, `[…]`, by which programs show that they cut it off."""
    return bool(cleaned.paragraphs and _CUT_SHORT.search(cleaned.paragraphs[-1].text))
