"""What narrows a search, in words: the names of its parameters and of their values."""

from reading_room.library import Library
from reading_room.model.languages import language_name
from reading_room.model.query import NONE
from reading_room.web.wording import KIND_WORDS

FACETS = {
    "outlet": "Published by",
    "event": "Tells of",
    "lang": "Language",
    "kind": "Held as",
    "year": "Year",
    "author": "Author",
}
"""By their parameters. Labels are not among them: they stand only where it is also said who gave them, and on what basis."""
NARROWED = {
    "outlet": "Published by",
    "event": "Tells of",
    "lang": "In",
    "kind": "Held as",
    "year": "Published in",
    "author": "Written by",
    "label": "Label:",
}
"""The same as words before a value."""
NO_VALUE = {"event": "no event of this room", "label": "none"}


def value_name(library: Library, name: str, value: str) -> str:
    """What a reader calls the value of a parameter."""
    if value == NONE and name in NO_VALUE:
        return NO_VALUE[name]
    match name:
        case "outlet":
            return library.corpus.outlet(value).name
        case "event":
            event = library.corpus.events.get(value)
            return event.name if event else value
        case "kind":
            return KIND_WORDS.get(value, value)
        case "label":
            return f"“{value}”"
        case "lang":
            return language_name(value)
        case _:
            return value
