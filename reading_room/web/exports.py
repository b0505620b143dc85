"""What a search found as a file: a table of its passages, or references to the articles that they are in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, Response, current_app, json, request

from reading_room.citing.bibtex import bibtex
from reading_room.citing.citation import Citation
from reading_room.citing.csl import csl
from reading_room.citing.ris import ris
from reading_room.library import Found, Library
from reading_room.model.errors import NotHere
from reading_room.model.query import SearchQuery
from reading_room.web.forms import FORMS
from reading_room.web.frame import known_again
from reading_room.web.pages.sharing import FormLink
from reading_room.web.params import read_search
from reading_room.web.spreadsheet import spreadsheet
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, room_root, search_url
from reading_room.web.wording import counted

MOST_EXPORTED = 1_000
"""Passages that one file has at most."""
COLUMNS = ("outlet", "title", "author", "published", "kind", "language", "passage", "text", "url", "also_in")

exports = Blueprint("exports", __name__)


@dataclass(frozen=True, slots=True)
class Export:
    """A form of a whole result set. `write` is also given what is missing from it, in words."""

    title: str
    media_type: str
    write: Callable[[Library, Found, str], str]


@exports.get("/search.<path:ending>")
def taken_along(ending: str) -> Response:
    """All that a search found, up to `MOST_EXPORTED` passages. What is missing is said in the file and in a header."""
    export = EXPORTS.get(ending)
    if export is None:
        raise NotHere(
            f"Searches have no form “.{ending[:40]}”.", f"Add .json, .{', .'.join(EXPORTS)} to /search, or nothing."
        )
    library, query = current_library(), read_search(request.args)
    found = library.search(query.at_once(MOST_EXPORTED))
    missing = _missing(found)
    response = current_app.response_class(export.write(library, found, missing), content_type=export.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="search.{ending}"'
    if missing:
        response.headers["Results-Missing"] = missing
    return known_again(response)


def export_links(query: SearchQuery) -> tuple[FormLink, ...]:
    """Where the results of a search are to be had as files; the page that is open and how it is arranged do not matter to them."""
    return tuple(
        FormLink(
            export.title, export.media_type.partition(";")[0], search_url(query.under_articles(), f"/search.{ending}")
        )
        for ending, export in EXPORTS.items()
    )


def _missing(found: Found) -> str:
    """What is not in the file, in signs that a header can hold; empty where all is."""
    results = found.results
    held = sum(len(group.hits) for group in results.groups)
    said = []
    if held < results.total:
        said.append(f"Only the first {counted(held, 'passage', 'passages')} of {results.total:,} are in this file.")
    if not results.complete:
        said.append("The time allowed for one search ran out before all was found.")
    return " ".join((*said, "A narrower search has all.")) if said else ""


def _table(library: Library, found: Found, missing: str) -> str:
    return spreadsheet((COLUMNS, *_rows(library, found), *([(missing,)] if missing else [])))


def _rows(library: Library, found: Found) -> Iterator[tuple[str, ...]]:
    root = room_root()
    for group in found.results.groups:
        article = found.articles[group.article]
        known = (
            library.corpus.outlet(article.outlet).name,
            article.title,
            article.author or "",
            article.published.written if article.published else "",
            article.text,
            article.language,
        )
        for hit in group.hits:
            url = root + article_url(hit.article, hit.version, hit.passage)
            also_in = (root + article_url(place.article, passage=place.passage) for place in hit.also_in)
            yield (*known, hit.passage, hit.text, url, " ".join(also_in))


def _citations(library: Library, found: Found, missing: str = "") -> list[Citation]:
    """A reference to each article in the version that was searched; what is missing stands in the note of the first."""
    cited = [_citation(library, found, place) for place in range(len(found.results.groups))]
    return [replace(cited[0], remark=missing), *cited[1:]] if cited else []


def _citation(library: Library, found: Found, place: int) -> Citation:
    group = found.results.groups[place]
    article, number = found.articles[group.article], group.hits[0].version
    read = next(note.ingested for note in library.versions(article.slug) if note.number == number)
    url = room_root() + article_url(article.slug, number)
    outlet = library.corpus.outlet(article.outlet).name
    return Citation(article, outlet, number, read.date(), library.corpus.about.name, url, url)


def _bibtex(library: Library, found: Found, missing: str) -> str:
    """What stands outside of entries is a comment; in one of them it would be printed."""
    return "\n".join([*([f"% {missing}\n"] if missing else []), *map(bibtex, _citations(library, found))])


def _ris(library: Library, found: Found, missing: str) -> str:
    return "\r\n".join(map(ris, _citations(library, found, missing)))


def _csl(library: Library, found: Found, missing: str) -> str:
    return json.dumps([csl(cited) for cited in _citations(library, found, missing)])


EXPORTS = {
    "csv": Export("CSV", "text/csv; charset=utf-8; header=present", _table),
    "bib": Export("BibLaTeX", FORMS["bib"].media_type, _bibtex),
    "ris": Export("RIS", FORMS["ris"].media_type, _ris),
    "csl.json": Export("CSL-JSON", FORMS["csl.json"].media_type, _csl),
}
