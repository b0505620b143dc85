"""Articles, their versions, their passages and words of them, each at its address and in every form that it has."""

from flask import Blueprint, jsonify, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from reading_room.permalinks.address import PREFIX
from reading_room.web.article_documents import article_document
from reading_room.web.article_pages import article_page
from reading_room.web.forms import answer
from reading_room.web.mementos import describe, negotiated
from reading_room.web.params import read_address, without_signs
from reading_room.web.state import current_library
from reading_room.web.subjects import subject_of
from reading_room.web.urls import with_query

articles = Blueprint("articles", __name__)


@articles.get(f"{PREFIX}<path:written>")
def article(written: str) -> Response:
    path, dot, form = without_signs(written).partition(".")
    address, library = read_address(path), current_library()
    meant = str(address) + dot + form
    if written != meant:
        if path + dot + form != written:
            library.resolve(address)  # unless the words stand there, nobody knows what the signs behind them were
        return redirect(with_query(PREFIX + meant, request.query_string), 301)
    if dot and form != "json":
        return answer(library, address, form)
    if not dot and (then := negotiated(address)):
        return then
    subject = subject_of(library, address)
    if dot:
        return describe(jsonify(article_document(library, subject)), subject)
    page = article_page(library, subject)
    return describe(make_response(render_template("article.html", page=page)), subject)
