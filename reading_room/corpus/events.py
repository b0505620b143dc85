"""Event files: front matter and a neutral summary in, an event or problems out."""

from pathlib import Path

from reading_room.corpus.annotated_yaml import Fields
from reading_room.corpus.articles import SLUG, open_document
from reading_room.model.dates import DateSpan
from reading_room.model.event import GROUPS, Apart, Called, Cell, CheckedAbsent, Event, Group, Party, QuotedIn, Row
from reading_room.model.problem import Problem
from reading_room.model.selector import TextQuote


def read_event(path: Path, shown: str, problems: list[Problem]) -> Event | None:
    """Read one event; None where it cannot be shown. What was wrong, either way, is added to `problems`."""
    document = open_document(path, path.stem, shown, problems)
    if document is None:
        return None
    fields = Fields(document.front, shown, problems)
    name = fields.required("name", "The recapture of March 2016")
    when = _when(fields)
    event = None
    if when is not None:
        event = Event(
            slug=path.stem,
            name=name,
            when=when,
            when_basis=fields.text("when_basis") or "",
            where=fields.text("where") or "",
            previous=fields.text("previous"),
            next=fields.text("next"),
            parties=tuple(_party(party) for party in fields.each("parties")),
            places=tuple(_party(place) for place in fields.each("places")),
            acts=tuple(_party(act) for act in fields.each("acts")),
            rows=_rows(fields, when),
            never=_never(fields),
            checked_absent=tuple(filter(None, (_absent(entry) for entry in fields.each("checked_absent")))),
            summary=document.blocks,
        )
        fields.close()
    return event if name else None


def _when(fields: Fields) -> DateSpan | None:
    """`when: {from: …, to: …}`, or one date or interval."""
    if fields.get("when") is None:
        fields.note(
            fields.line("when"), "“when” is missing", "Add a line like when: {from: 2016-03-07, to: 2016-03-27}"
        )
        return None
    if (written := fields.mapping_or_text("when")) is not None:
        return fields.date("when") if isinstance(written, str) else _interval(written)
    return None


def _interval(when: Fields) -> DateSpan | None:
    first = when.required("from", "2016-03-07")
    last = when.text("to") or first
    when.close()
    return when.dated(first if last == first else f"{first}/{last}", when.line("from"), "when") if first else None


def _party(party: Fields) -> Party:
    called = []
    for entry in party.each("called"):
        called.append(
            Called(entry.required("term", "“regime forces”"), entry.required("article", "the-article-s-slug"))
        )
        entry.close()
    name = party.required("name", "the Syrian army")
    party.close()
    return Party(name, tuple(called))


def _rows(fields: Fields, event_when: DateSpan) -> tuple[Row, ...]:
    rows: dict[str, Row] = {}
    for entry in fields.each("rows"):
        key = entry.required("id", "raids")
        cells = tuple(_cell(cell, event_when) for cell in entry.each("cells"))
        row = Row(
            key, entry.required("question", "How many raids are counted?"), cells, entry.text("note"), _group(entry)
        )
        entry.close()
        if not key:
            continue
        if not SLUG.match(key):
            entry.note(entry.line("id"), f"“id: {key}” cannot be part of an address", "Use a to z, figures and hyphens")
        elif key in rows:
            entry.note(entry.line("id"), f"two rows have the id “{key}”", "Give one of them another id")
        else:
            rows[key] = row
    return tuple(rows.values())


def _group(row: Fields) -> Group | None:
    """What the keeper's row stands under on the page."""
    return row.choice("group", GROUPS, GROUPS[0]) if row.text("group") else None


def _cell(cell: Fields, event_when: DateSpan) -> Cell:
    when = cell.date("when")
    background = cell.flag("background")
    if when and not background and not when.overlaps(event_when.first, event_when.last):
        cell.note(
            cell.line("when"),
            f"the words speak of {when.written}, which is outside the event’s dates",
            "Correct the date, move the cell to its own event, or add background: true",
        )
    quoted = _quoted(cell)
    read = Cell(quoted.article, quoted.quote, cell.text("speaker") or "unattributed", when, background)
    cell.close()
    return read


def _quoted(fields: Fields) -> QuotedIn:
    quote = TextQuote(
        fields.required("exact", "“words as they stand in the article”", as_written=True),
        fields.text("prefix", as_written=True) or "",
        fields.text("suffix", as_written=True) or "",
    )
    return QuotedIn(fields.required("article", "the-article-s-slug"), quote)


def _absent(entry: Fields) -> CheckedAbsent | None:
    row, article = entry.required("row", "raids"), entry.required("article", "the-article-s-slug")
    by, on = entry.required("by", "the keeper"), entry.date("on")
    if on is None and entry.text("on") is None:
        entry.note(entry.line("on"), "it is not said when this was checked", "Add a line like on: 2026-11-22")
    entry.close()
    return CheckedAbsent(row, article, by, on.last) if on else None


def _never(fields: Fields) -> tuple[tuple[Apart, Apart], ...]:
    remedy = "Write [slug/14, other-slug/3], or {article: slug, exact: “words”} in the place of a passage"
    return tuple((_apart(one), _apart(other)) for one, other in fields.pairs("never", remedy))


def _apart(side: str | Fields) -> Apart:
    if isinstance(side, str):
        return side
    quoted = _quoted(side)
    side.close()
    return quoted
