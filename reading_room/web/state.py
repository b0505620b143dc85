"""What a request needs of the application: the library as it is now."""

from typing import cast

from flask import current_app, g

from reading_room.library import Library
from reading_room.room import Room

EXTENSION = "reading_room"


def current_room() -> Room:
    return cast(Room, current_app.extensions[EXTENSION])


def current_library() -> Library:
    """One library for the whole of a request, even if a new generation is swapped in while it runs."""
    if "library" not in g:
        g.library = current_room().library()
    return cast(Library, g.library)
