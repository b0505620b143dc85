"""What all feeds of the room have: Atom with the mark of its content, and names of entries that last."""

import uuid

from flask import Response, render_template

from reading_room.permalinks.address import PREFIX
from reading_room.web.frame import known_again
from reading_room.web.pages.history import Feed

MOST_IN_FEED = 50


def atom(feed: Feed) -> Response:
    return known_again(Response(render_template("feed.xml", feed=feed), mimetype="application/atom+xml"))


def lasting_id(*parts: str) -> str:
    """Stays the same when the room moves to another host, which an address would not."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join((PREFIX, *parts))).urn
