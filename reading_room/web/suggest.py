"""Suggestions while somebody types, in the form of OpenSearch."""

from flask import Blueprint, Response, current_app, json, request

from reading_room.model.query import SearchQuery, parse
from reading_room.suggesting import Suggestion
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, event_url, room_root, search_url

MOST_SUGGESTED = 10
LONGEST_TYPED = 200
"""Signs of what was typed; nothing in the room begins with more."""
KINDS = {"event": "Event", "outlet": "Outlet", "name": "Name", "title": "Article", "word": "Word"}

suggest = Blueprint("suggest", __name__)


@suggest.get("/suggest")
def suggestions() -> Response:
    """What was typed, and for each suggestion its text, what it is, and where it leads."""
    typed = request.args.get("q", "")
    found = current_library().suggest(parse(typed).text, MOST_SUGGESTED) if len(typed) <= LONGEST_TYPED else ()
    root = room_root()
    document = [
        typed,
        [one.text for one in found],
        [KINDS[one.kind] for one in found],
        [root + _url(one) for one in found],
    ]
    return current_app.response_class(json.dumps(document), mimetype="application/x-suggestions+json")


def _url(suggestion: Suggestion) -> str:
    match suggestion.kind:
        case "title":
            return article_url(suggestion.key)
        case "event":
            return event_url(suggestion.key)
        case "outlet":
            name = suggestion.text.replace('"', " ")
            return search_url(SearchQuery(text=f'outlet:"{name}"'))
        case _:
            return search_url(SearchQuery(text=suggestion.text))
