"""What the room says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """From `room.yaml`: the name in the masthead, what the room is about, and a few sentences for its front page."""

    name: str = "The reading room"
    subject: str = ""
    text: str = ""
    questions: tuple[tuple[str, str], ...] = ()
    """Questions for the front page, each as the slug of its event and the id of its row."""
    searches: tuple[str, ...] = ()
    """Queries that a new reader may begin with."""
