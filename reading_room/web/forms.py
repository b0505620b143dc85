"""The forms in which an address answers beside its page: references, linked data, plain text, the card."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, current_app, jsonify, request

from reading_room.citing.annotation import Addresses, annotation, plain_text
from reading_room.citing.bibtex import bibtex
from reading_room.citing.csl import csl
from reading_room.citing.linked_data import described
from reading_room.citing.ris import ris
from reading_room.library import Library
from reading_room.model.errors import BadQuestion, NotHere
from reading_room.permalinks.address import Address
from reading_room.web.cards import card_png
from reading_room.web.pages import FormLink
from reading_room.web.subjects import Subject, citation_of, subject_of


@dataclass(frozen=True, slots=True)
class Form:
    """A form under the ending of its addresses. `saved` if a browser should keep it as a file, not show it."""

    title: str
    media_type: str
    write: Callable[[Library, Subject, str], str | bytes]
    saved: bool = False


def answer(library: Library, address: Address, ending: str) -> Response:
    """The address in a form. What it holds can be withdrawn or renamed, so that a copy of it is asked after, not kept for ever."""
    form = FORMS.get(ending)
    if form is None:
        raise NotHere(
            f"Articles have no form “.{ending[:40]}”.", f"Add .json, .{', .'.join(FORMS)} to the address, or nothing."
        )
    subject = subject_of(library, address)
    response = current_app.response_class(form.write(library, subject, room_root()), content_type=form.media_type)
    if form.saved:
        name = "".join(sign if sign.isalnum() or sign in "-." else "-" for sign in str(subject.frozen))
        response.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return known_again(response)


def known_again(response: Response) -> Response:
    """An answer with the mark of its content, empty where the reader has it already."""
    response.add_etag()
    response.make_conditional(request)
    return response


def form_links(subject: Subject, root: str = "") -> tuple[FormLink, ...]:
    """The address of each form of what a page is about; a picture of it is no form of the text."""
    return tuple(
        FormLink(form.title, form.media_type.partition(";")[0], f"{root}{subject.frozen.path}.{ending}")
        for ending, form in FORMS.items()
        if ending != "png"
    )


def room_root() -> str:
    """The address of the room as the reader has it; raises `BadQuestion` where the request names no host that can be one."""
    if not request.host:
        raise BadQuestion(
            "The request names no host, so no address of the room can be written.", "Name it in the header Host."
        )
    return request.url_root.rstrip("/")


def _bibtex(library: Library, subject: Subject, root: str) -> str:
    return bibtex(citation_of(library, subject, root))


def _ris(library: Library, subject: Subject, root: str) -> str:
    return ris(citation_of(library, subject, root))


def _csl(library: Library, subject: Subject, root: str) -> str:
    return jsonify([csl(citation_of(library, subject, root))]).get_data(as_text=True)


def _linked_data(library: Library, subject: Subject, root: str) -> str:
    """Of words, a Web Annotation that points at them; of an article, what it is."""
    if subject.selection is None:
        return jsonify(described(citation_of(library, subject, root))).get_data(as_text=True)
    cited = citation_of(library, subject, root)
    addresses = Addresses(f"{cited.url}.jsonld", cited.version_url, f"{cited.version_url}.txt")
    return jsonify(annotation(subject.version, subject.selection.stretches, addresses)).get_data(as_text=True)


def _text(library: Library, subject: Subject, root: str) -> str:
    return subject.quote if subject.selection else plain_text(subject.version.passages)


FORMS = {
    "bib": Form("BibLaTeX", "application/x-bibtex; charset=utf-8", _bibtex, saved=True),
    "ris": Form("RIS", "application/x-research-info-systems; charset=utf-8", _ris, saved=True),
    "csl.json": Form("CSL-JSON", "application/vnd.citationstyles.csl+json", _csl, saved=True),
    "jsonld": Form("JSON-LD", "application/ld+json", _linked_data),
    "txt": Form("Plain text", "text/plain; charset=utf-8", _text),
    "png": Form("Card", "image/png", card_png),
}
