"""`names.yaml`: sets of names that mean the same."""

from reading_room.corpus.annotated_yaml import Fields
from reading_room.model.names import NameKind, NameSet

KINDS: tuple[NameKind, ...] = ("place", "person", "group", "organisation")


def read_name_set(key: str, fields: Fields) -> NameSet | None:
    """One entry of the file; None, with a problem, where it has no names."""
    kind = fields.choice("kind", KINDS, "place")
    note = fields.text("note")
    languages = fields.inside("names")
    if languages is None:
        fields.note(fields.mapping.line, f"“{key}” has no names", "Add a line like names: {en: [Palmyra], ar: [تدمر]}")
        return None
    names = {language.text: languages.texts(language.text) for language, _ in languages.mapping.entries}
    return NameSet(key, kind, names, note)
