"""`outlets.yaml`: who publishes, each statement with its source."""

from reading_room.corpus.annotated_yaml import Fields
from reading_room.corpus.articles import SLUG
from reading_room.model.outlet import Label, Outlet, Statement

NOT_KNOWN = "not known"


def read_outlet(key: str, fields: Fields) -> Outlet | None:
    """One entry of the file; None, with a problem, where its key cannot be part of an address."""
    outlet = Outlet(
        key=key,
        name=fields.required("name", "The name as the outlet writes it"),
        site=fields.text("site"),
        country=_statement(fields, "country"),
        owner=_statement(fields, "owner"),
        self_description=_statement(fields, "self_description"),
        labels=tuple(filter(None, (_label(label) for label in fields.each("labels")))),
        note=fields.text("note"),
    )
    if SLUG.match(key):
        return outlet if outlet.name else None
    fields.note(fields.mapping.line, f"“{key}” cannot be part of an address", "Use a to z, figures and single hyphens")
    return None


def _statement(fields: Fields, key: str) -> Statement | None:
    found = fields.mapping_or_text(key)
    if isinstance(found, str):
        if found != NOT_KNOWN:
            fields.note(
                fields.line(key),
                f"“{key}: {found}” has no source",
                f"Write {key}: {{value: …, source: …}}, or {key}: {NOT_KNOWN}",
            )
        return None
    if found is None:
        return None
    statement = Statement(found.required("value", "what is stated"), found.required("source", "where it is stated"))
    found.close()
    return statement if statement.value and statement.source else None


def _label(fields: Fields) -> Label | None:
    """A label of standpoint is refused without who gave it, when and on what basis."""
    label, given_by = fields.required("label", "state-owned"), fields.required("given_by", "who says so")
    basis, on = fields.required("basis", "on what ground"), fields.date("on")
    if fields.text("on") is None:
        fields.note(fields.line("label"), "it is not said when the label was given", "Add a line like on: 2026-11-22")
    fields.close()
    return Label(label, given_by, on.first, basis) if label and given_by and basis and on else None
