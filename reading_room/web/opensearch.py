"""What a browser needs to search the room from its address bar (OpenSearch 1.1)."""

from flask import Blueprint, Response, render_template, url_for

from reading_room.web.frame import known_again
from reading_room.web.state import current_library
from reading_room.web.urls import room_root
from reading_room.web.wording import for_xml

LONGEST_SHORT_NAME = 16

opensearch = Blueprint("opensearch", __name__)


@opensearch.get("/opensearch.xml")
def description() -> Response:
    about = current_library().corpus.about
    document = render_template(
        "opensearch.xml",
        root=room_root(),
        short_name=for_xml(_short(about.name)),
        description=for_xml(f"{about.name}: {about.subject}" if about.subject else about.name)[:1024],
        icon=url_for("static", filename="favicon.svg"),
    )
    return known_again(Response(document, mimetype="application/opensearchdescription+xml"))


def _short(name: str) -> str:
    """As many whole words as fit; of one that is too long, its beginning. The article before a name can go first."""
    words = name.removeprefix("The ").split() if len(name) > LONGEST_SHORT_NAME else name.split()
    short = ""
    for word in words:
        longer = f"{short} {word}".strip()
        if len(longer) > LONGEST_SHORT_NAME:
            break
        short = longer
    return short or name[:LONGEST_SHORT_NAME]
