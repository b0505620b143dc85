"""A saved text, cut into its title, its paragraphs, what it says of itself, and the lines that are not the article's.

Lines are told apart by what they are (length, punctuation, repetition, place, neighbours) and by phrases common to
many sites; the article is the stretch of them where most speaks for a text. What goes is named with its line and a
reason, so that the keeper can bring it back.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from reading_room.importing.boundaries import disbelieve_dates, drop_insertions, find_title, give_reason
from reading_room.importing.furniture import PARTICULARS, REASONS, Furniture
from reading_room.importing.particulars import Particulars, author_in_sentence
from reading_room.importing.parts import Cleaned, Dropped, Paragraph, ParagraphKind
from reading_room.importing.phrases import folded
from reading_room.importing.pieces import Piece, pieces
from reading_room.importing.repeats import drop_repeats
from reading_room.importing.shapes import is_row_of_names
from reading_room.importing.weighing import stretch

NEAR = 5
"""Pieces above the title and below the article that may still say when and by whom it was written."""
LAST_LINES = 2
BESIDE_TITLE = 40
"""Code points that may stand beside a title that is printed again."""
MORE_THAN_A_HEADLINE = 9
"""Words, from which a line just below the text is its last, a verse or a sentence cut off, and no headline."""
BELOW: dict[Furniture | None, str] = {
    "other stories": "below the article: a list of other stories",
    "comments": "below the article: comments and what follows them",
    "comment form": "below the article: comments and what follows them",
}


def clean(text: str) -> Cleaned:
    """Find the article in a text. Never raises; a text without a sentence gives no paragraphs."""
    found = pieces(text)
    begins, ends = stretch(found)
    if begins == ends:
        begins, ends = _short_sentences(found)
    disbelieve_dates(found[begins:])
    at = find_title(found, begins, ends)
    title = None if at is None else found[at]
    if at is not None and at >= begins:
        begins = at + 1
        ends = max(begins, ends)
    ends = _with_last_sentences(found, ends)
    above, between = (found[:begins], []) if at is None else (found[:at], found[at + 1 : begins])
    article, below = found[begins:ends], found[ends:]
    said = _said_around(above, [*between, *article], below)
    _name_repetitions_of(title, [*between, *article, *below])
    drop_insertions(article)
    for piece in found:
        if piece.furniture and piece is not title:
            give_reason([piece], REASONS[piece.furniture])
    give_reason(above, "above the title" if title else "above the article")
    _name_what_is_below(below)
    drop_repeats([*between, *article])
    _keep_standfirst(between)
    _find_headings([piece for piece in [*between, *article] if not piece.reason])
    body = [piece for piece in [*between, *article] if not piece.reason]
    signed = (author_in_sentence(piece.text) for piece in body)
    return Cleaned(
        title.text if title else None,
        title.numbers if title else (),
        tuple(Paragraph(_kind(piece), piece.text, piece.numbers) for piece in body),
        said.or_else(Particulars(author=next(filter(None, signed), None))),
        tuple(Dropped(*line, piece.reason) for piece in found if piece.reason for line in piece.lines),
        excerpt=any(piece.furniture == "paywall" for piece in _near(below)),
    )


def _said_around(above: Sequence[Piece], text: Sequence[Piece], below: Sequence[Piece]) -> Particulars:
    """What the lines say of the article: those between its title and its end first, then those next to it."""
    said = Particulars()
    for piece in [*text, *_near(below), *reversed(above[-NEAR:])]:
        if piece.given:
            said = said.or_else(piece.given)
    give_reason([piece for piece in [*above, *text, *below] if piece.given], PARTICULARS)
    return said


def _near(below: Sequence[Piece]) -> Iterable[Piece]:
    return takewhile(lambda piece: piece.furniture not in BELOW, below[:NEAR])


def _kind(piece: Piece) -> ParagraphKind:
    return "heading" if piece.heading else "item" if piece.bullet else "paragraph"


def _short_sentences(found: Sequence[Piece]) -> tuple[int, int]:
    """From the first to the last line that may be a sentence, where none is as long as a paragraph."""
    sentences = [at for at, piece in enumerate(found) if piece.open and (piece.ends_sentence or piece.size >= 80)]
    return (sentences[0], sentences[-1] + 1) if sentences else (len(found), len(found))


def _with_last_sentences(found: Sequence[Piece], ends: int) -> int:
    """Where the article has ended with the short sentences and the signature just below its last paragraph.

    In a text without any furniture a last line or two is the article's as well, for it is nothing but an article.
    """
    while ends < len(found) and found[ends].open:
        piece = found[ends]
        signed = piece.text[0] == "(" and piece.text[-1] == ")"  # as agencies sign: (Reporting by …), (AFP)
        if not (piece.ends_sentence or piece.bullet or signed):
            break
        ends += 1
    ends += _is_unfinished_sentence(found[ends : ends + 2])
    last = found[ends:]
    bare = len(last) <= LAST_LINES and not any(piece.furniture for piece in found)
    return len(found) if bare and not any(is_row_of_names(piece.text) for piece in last) else ends


def _is_unfinished_sentence(below: Sequence[Piece]) -> bool:
    """Whether the first line below the text goes on with it, though it has no full stop: the next is the page's own."""
    if len(below) < 2 or not below[0].open or not below[1].furniture:
        return False
    text = below[0].text
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= MORE_THAN_A_HEADLINE and 3 * small >= 2 * len(words) and "@" not in text and "://" not in text


def _name_repetitions_of(title: Piece | None, pieces: Sequence[Piece]) -> None:
    """Also with a little beside it: the head of each printed page has the title with a date or the name of the site."""
    words = folded(title.text) if title else ""
    for piece in pieces if words else ():
        if piece is title or len(piece.text) > len(words) + BESIDE_TITLE:
            continue
        again = folded(piece.text)
        if again == words or (words in again and not piece.ends_sentence and len(words) >= BESIDE_TITLE / 2):
            piece.reason = piece.reason or "the title again"


def _name_what_is_below(below: Sequence[Piece]) -> None:
    reason = "below the article"
    for piece in below:
        reason = BELOW.get(piece.furniture, reason)
        give_reason([piece], reason)


def _keep_standfirst(between: Sequence[Piece]) -> None:
    """Of what stands between the title and the text, a standfirst, sentences and a subhead are the article's."""
    standing = [piece for piece in between if piece.open]
    for piece in standing:
        words = len(piece.text.split())
        displayed = words >= 6 and (piece is standing[0] or piece is between[-1])
        entry = piece is between[-1] and not folded(piece.text)  # as a running report has: the time of its last entry
        if not (displayed or entry or piece.ends_sentence or (piece.bullet and words >= 4)):
            piece.reason = "between the title and the text, and no sentence"


def _find_headings(body: Sequence[Piece]) -> None:
    """Tell the subheads from the sentences; in a text that leaves its full stops out, a short line may be either."""
    sentences = [piece for piece in body if piece.prose]
    has_stops = 2 * sum(piece.ends_sentence for piece in sentences) > len(sentences)
    for piece, following in pairwise(body):
        if piece.ends_sentence or piece.prose or piece.bullet or len(piece.text) > 100 or piece.text[-1] in ",;:،؛-–—":
            continue
        entry = not folded(piece.text)
        if piece is body[0] and not entry:
            continue  # a standfirst
        if piece is body[1] and len(piece.text.split()) <= 2 and not entry and body[0].size <= 250:
            piece.reason = "a section’s or a place’s name between the standfirst and the text"
        elif following.prose or following.ends_sentence or following.bullet:
            piece.heading = has_stops
