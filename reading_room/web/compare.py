"""Accounts side by side: the page and its JSON."""

from flask import Blueprint, Response, jsonify, render_template, request

from reading_room.web.comparison import read_comparison
from reading_room.web.corrections import correction_views
from reading_room.web.state import current_library
from reading_room.web.synopsis import compare_page
from reading_room.web.synopsis_document import compare_document

compare = Blueprint("compare", __name__)


@compare.get("/event/<event>/compare")
@compare.get("/compare")
def side_by_side(event: str | None = None) -> str:
    library, comparison = current_library(), read_comparison(event)
    collation = library.compare(comparison.chosen(library), event)
    return render_template("compare.html", page=compare_page(library, comparison, collation))


@compare.get("/event/<event>/compare.json")
@compare.get("/compare.json")
def side_by_side_json(event: str | None = None) -> Response:
    library, comparison = current_library(), read_comparison(event)
    collation = library.compare(comparison.chosen(library), event)
    corrections = correction_views(library, comparison, collation)
    return jsonify(compare_document(library, collation, corrections, pairs=request.args.get("pairs") == "1"))
