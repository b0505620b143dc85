"""Where links to words are made: of a quotation that somebody pasted, or of the words between two places of a text."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from reading_room.library import Library
from reading_room.links import Link, Linked, link_between
from reading_room.model.article import Passage, Version
from reading_room.model.errors import BadQuestion, NotHere, NotUnderstood
from reading_room.model.sentences import sentences
from reading_room.permalinks.address import PREFIX
from reading_room.web.heads import article_head, script_of
from reading_room.web.pages.article import SentenceView
from reading_room.web.pages.link import CandidateView, LinkPage, MadeLink
from reading_room.web.pages.text import Link as PageLink
from reading_room.web.params import read_address, read_places, read_version
from reading_room.web.questions import question_view
from reading_room.web.sourced import Sourced, count_of, sourced
from reading_room.web.state import current_library
from reading_room.web.urls import anchor, article_url, event_url, link_url, place, room_root
from reading_room.web.wording import beginning, capitalised, counted, ending, passages_of

CONTEXT = 80
"""Code points on each side of a candidate, about as much as fits a line."""
LONGEST_SHOWN = 240
"""Code points of the words of a candidate: it is told from the others by what stands around it."""
REMEDY = (
    "Copy the words from the article as it stands here: a word may be spelt otherwise, left out or put in. "
    "A shorter part of the quotation may be found where the whole is not, and […] stands for words that you left out."
)

link_pages = Blueprint("link_pages", __name__)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A version, what was pasted, and what came of it; `linked` None where nothing was asked."""

    library: Library
    version: Version
    quote: str
    linked: Linked | None


@link_pages.get(f"{PREFIX}<slug>/link")
def link(slug: str) -> Response:
    response = make_response(render_template("link.html", page=_page(_read(slug))))
    response.headers["X-Robots-Tag"] = "noindex"  # as many pages as there are runs of words
    return response


@link_pages.get(f"{PREFIX}<slug>/link.json")
def link_json(slug: str) -> Response:
    asked = _read(slug)
    if asked.linked is None:
        raise BadQuestion(
            "There is no quotation to look for.",
            "Add it to the address: ?quote=the+words, or ?start=14.37&end=14.120: passages, and code points of them.",
        )
    if not asked.linked.candidates:
        raise NotHere(asked.linked.why, REMEDY)
    return jsonify(_document(asked, asked.linked))


def sentence_views(version: Version, passage: Passage) -> tuple[SentenceView, ...]:
    """The sentences of a passage that have words, each with the address of its words."""
    found = []
    for span in sentences(passage.text):
        try:
            made = link_between(version, (passage.id, span.start), (passage.id, span.end))
        except (BadQuestion, NotUnderstood):
            continue  # a row of stars has no words to link to, and words of a later release cannot be counted
        start, end = place(passage.id, span.start), place(passage.id, span.end)
        found.append(SentenceView(passage.text[span.start : span.end], made.address.path, start, end))
    return tuple(found)


def _read(slug: str) -> _Asked:
    address, library = read_address(slug), current_library()
    quote, places = request.args.get("quote", ""), read_places(request.args)
    number = read_version(request.args) or address.version
    version = library.read(address.slug, number).version
    if places:
        made = library.link_between(address.slug, *places, version.number)
        return _Asked(library, version, quote, Linked(made, (made,), ""))
    if not quote.strip():
        return _Asked(library, version, "", None)
    return _Asked(library, version, quote, library.link(address.slug, quote, request.args.get("near"), version.number))


def _document(asked: _Asked, linked: Linked) -> dict[str, Any]:
    """`{permalink, quote, …}`, or `{candidates: [{permalink, quote, passage}], why}`."""
    if linked.link is None:
        return {"candidates": [_candidate_document(one) for one in linked.candidates], "why": linked.why}
    made = linked.link
    source = _sourced(asked, made)
    return {
        "permalink": made.address.path,
        "quote": made.selection.quote,
        "url": source.url,
        "says": _says(asked.version, made),
        "text": source.text,
        "markdown": source.markdown,
        "html": source.html,
        "page": _chosen_url(asked.version, made),
    }


def _candidate_document(made: Link) -> dict[str, str]:
    first = made.selection.all_stretches[0]
    return {"permalink": made.address.path, "quote": made.selection.quote, "passage": first.passage}


def _page(asked: _Asked) -> LinkPage:
    article, linked = asked.version.article, asked.linked
    several = linked.candidates if linked and linked.link is None else ()
    return LinkPage(
        head=article_head(asked.library, article, asked.version.number),
        article_url=article_url(article.slug, asked.version.number),
        action=link_url(article.slug, asked.version.number),
        q=asked.quote,
        why=linked.why if linked and linked.link is None else "",
        remedy=REMEDY if linked and not linked.candidates else "",
        candidates=tuple(_candidate(asked.version, one) for one in several),
        made=_made(asked, linked.link) if linked and linked.link else None,
    )


def _made(asked: _Asked, made: Link) -> MadeLink:
    article, source = asked.version.article, _sourced(asked, made)
    lines = [line for line in made.selection.shown.split("\n") if line.strip()]
    tied = (asked.library.corpus.events.get(account.event) for account in article.accounts)
    return MadeLink(
        lines=tuple((line, script_of(article, line)) for line in lines),
        says=_says(asked.version, made),
        url=made.address.path,
        url_absolute=source.url,
        text=source.text,
        markdown=source.markdown,
        html=source.html,
        in_article_url=f"{article_url(article.slug, asked.version.number)}#{anchor(made.address.ranges[0].start)}",
        questions=tuple(
            question_view(question, asked.library) for question in asked.library.questions_on(made.address)
        ),
        events=tuple(PageLink(event.name, f"{event_url(event.slug)}#accounts") for event in tied if event),
    )


def _candidate(version: Version, made: Link) -> CandidateView:
    stretches = made.selection.all_stretches
    first, last = stretches[0], stretches[-1]
    text = {passage.id: passage.text for passage in version.passages}
    quote = made.selection.on_one_line
    return CandidateView(
        place=capitalised(passages_of(version, stretches)),
        before=ending(text[first.passage][: first.start], CONTEXT),
        words=beginning(quote, LONGEST_SHOWN),
        after=beginning(text[last.passage][last.end :], CONTEXT),
        script=script_of(version.article, text[first.passage]),
        url=_chosen_url(version, made),
    )


def _chosen_url(version: Version, made: Link) -> str:
    """The page of exactly these words; several ranges, which no two places bound, are at their own address."""
    if len(made.address.ranges) > 1:
        return made.address.path
    first, last = made.selection.all_stretches[0], made.selection.all_stretches[-1]
    start, end = place(first.passage, first.start), place(last.passage, last.end)
    return link_url(version.article.slug, version.number, start, end)


def _sourced(asked: _Asked, made: Link) -> Sourced:
    return sourced(asked.library, asked.version, made, room_root() + made.address.path)


def _says(version: Version, made: Link) -> str:
    where = passages_of(version, made.selection.all_stretches)
    return f"{capitalised(where)}, {counted(count_of(made), 'word', 'words')}"
