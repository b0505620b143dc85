"""A saved text, cut into its title, its paragraphs, what it says of itself, and the lines that are not the article's.

Lines are told apart by what they are (length, punctuation, repetition, place, neighbours) and by phrases common to
many sites. Where that does not decide, text between the first and the last sentence stays and what is outside goes.
What goes is named with its line and a reason, so that the keeper can bring it back.
"""

import re
from itertools import pairwise

from reading_room.importing.boundaries import believe_particulars, end_the_article, find_title
from reading_room.importing.furniture import Furniture, folded
from reading_room.importing.particulars import Particulars, author_in_sentence
from reading_room.importing.parts import Cleaned, Dropped, Paragraph, ParagraphKind
from reading_room.importing.pieces import Piece, pieces

_REASONS: dict[Furniture, str] = {
    "button": "a button, a counter or an appeal of the page",
    "pointer": "a pointer to another story",
    "other stories": "the head of a list of other stories",
    "comments": "the head of the comments",
    "comment form": "the form for comments",
    "caption": "a caption or picture credit",
    "note": "a standing note of the publisher",
}
FEWEST_REPEATED, MOST_REPEATED = 5, 60
"""Words of what may be a pull quote; fewer are repeated by chance, more are repeated by nobody."""
_PARTICULARS = "a date, an author or an address: see the front matter"
_QUOTED = re.compile(r"[\"'“”„«‘]")
_WORD = re.compile(r"\w+")


def clean(text: str) -> Cleaned:
    """Find the article in a text. Never raises; a text without a sentence gives no paragraphs."""
    found = pieces(text)
    believe_particulars(found)
    at = find_title(found)
    title = None if at is None else found[at]
    head, rest = ([], found) if at is None else (found[:at], found[at + 1 :])
    title_words = folded(title.text) if title else None
    for piece in rest:
        if folded(piece.text) == title_words:
            piece.reason = "the title again"
    end_the_article(rest)
    said = Particulars()
    for piece in head + rest:
        if piece.given and not piece.reason:
            said = said.or_else(piece.given)
            piece.reason = _PARTICULARS
        elif piece.furniture and not piece.reason:
            piece.reason = _REASONS[piece.furniture]
    for piece in head:
        piece.reason = piece.reason or "above the title"
    _drop_repeats(rest)
    _keep_the_body(rest)
    body = [piece for piece in rest if not piece.reason]
    sentences = (author_in_sentence(piece.text) for piece in body)
    return Cleaned(
        title.text if title else None,
        title.numbers if title else (),
        tuple(Paragraph(_kind(piece), piece.text, piece.numbers) for piece in body),
        said.or_else(Particulars(author=next(filter(None, sentences), None))),
        tuple(Dropped(*line, piece.reason) for piece in found if piece.reason for line in piece.lines),
    )


def _kind(piece: Piece) -> ParagraphKind:
    return "heading" if piece.heading else "item" if piece.bullet else "paragraph"


def _drop_repeats(rest: list[Piece]) -> None:
    """Of words printed twice one printing stays: a pull quote goes, and so does a standfirst repeated in the text."""
    candidates: list[tuple[Piece, tuple[str, ...]]] = []
    for piece in rest:
        words = _words(piece)
        if piece.open and len(words) >= FEWEST_REPEATED:
            candidates.append((piece, words))
    first_seen: dict[tuple[str, ...], Piece] = {}
    for piece, words in candidates:
        other = first_seen.setdefault(words, piece)
        if other is not piece:
            # The one in quotation marks stands in the text; the one without was taken out of it for display.
            inside = _QUOTED.match(piece.text) and not _QUOTED.match(other.text)
            taken_out = other if inside else piece
            taken_out.reason = "words that are printed twice"
            first_seen[words] = piece if taken_out is other else other
    # Whether a short piece stands within a longer one is asked by its first words: long files must not take minutes.
    short: dict[tuple[str, ...], list[tuple[Piece, tuple[str, ...]]]] = {}
    for piece, words in candidates:
        if not piece.reason and len(words) <= MOST_REPEATED:
            short.setdefault(words[:FEWEST_REPEATED], []).append((piece, words))
    for piece, words in candidates:
        if not piece.prose:  # it may go itself, and then both would be lost
            continue
        for at in range(len(words) - FEWEST_REPEATED + 1):
            for quote, quoted in short.get(words[at : at + FEWEST_REPEATED], [])[:20]:
                if len(quoted) < len(words) and words[at : at + len(quoted)] == quoted:
                    quote.reason = "words that are printed twice"


def _words(piece: Piece) -> tuple[str, ...]:
    return tuple(_WORD.findall(piece.text.casefold()))


def _keep_the_body(rest: list[Piece]) -> None:
    """Give a reason to what stands outside the first and the last sentence, and find the headings between them."""
    sentences = [at for at, piece in enumerate(rest) if piece.prose]
    if not sentences:
        sentences = [at for at, piece in enumerate(rest) if piece.open and (piece.ends_sentence or piece.size >= 80)]
    first, last = (sentences[0], sentences[-1]) if sentences else (len(rest), len(rest))
    above = [piece for piece in rest[:first] if piece.open]
    for piece in above:
        standfirst = piece is above[0] and len(piece.text.split()) >= 6 and bool(sentences)
        if not standfirst and not piece.ends_sentence:
            piece.reason = "between the title and the text, and no sentence"
    inside = [piece for piece in rest[first : last + 1] if piece.open]
    # In a text that leaves its full stops out, a short line is a sentence as likely as a heading.
    has_stops = 2 * sum(rest[at].ends_sentence for at in sentences) > len(sentences)
    for piece, following in pairwise(inside):
        if piece.ends_sentence or piece.prose or piece.bullet or len(piece.text) > 100 or piece.text[-1] in ",;:،؛-–—":
            continue
        label = len(piece.text.split()) <= 2 and not piece.text[0].isdigit()
        if label and piece is inside[1] and inside[0].size <= 250:
            piece.reason = "a section's or a place's name between the standfirst and the text"
        elif following.prose or following.ends_sentence or following.bullet:
            piece.heading = has_stops
    ended = False
    for piece in rest[last + 1 :]:
        if piece.open:
            signed = piece.text[0] == "(" and piece.text[-1] == ")"  # as agencies sign: (Reporting by …), (AFP)
            ended = ended or not (piece.ends_sentence or piece.bullet or signed)
            piece.reason = "below the last sentence" if ended else ""
