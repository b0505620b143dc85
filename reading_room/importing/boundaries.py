"""What stands around the text of an article: its title above, and between its paragraphs the lists of other stories."""

import re
from collections import Counter
from collections.abc import Sequence

from reading_room.importing.language import COMMON_WORDS
from reading_room.importing.phrases import folded
from reading_room.importing.pieces import Piece
from reading_room.importing.shapes import counts_pictures, has_sentence_inside, is_dated, is_divider

REACH = 200
"""Pieces above the text among which its title is looked for: more than the share buttons and players below a title."""
TEXT_COMPARED = 20_000
"""Code points of the text that a headline is compared with."""
PRINTED_TWICE, DATED_BELOW, SHORT, STOP, GALLERY, EACH_PIECE, ALIKE = 0.3, 0.2, -0.2, -0.3, -0.3, -0.0025, 0.05
"""What speaks for a headline and against it, beside the share of its words that the text uses: that it is printed twice,
that a date stands within five pieces below, that it is as short as a section's name, that it has a full stop, that pictures
are counted within six pieces above, each piece between it and the text. Of headlines that differ less than `ALIKE` the first
is the title, since what stands below a title explains it. Set on the pages named in `weighing`, where their titles are known:
5 in 6 are found."""
FEWEST_EXPLAINED = 3
"""Words in a headline, from which it is no section's name."""
_FULL_STOP = re.compile(r"[.。۔]\W?\Z")
_CHARACTER_OR_WORD = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\W\d_]+")


def disbelieve_dates(article: Sequence[Piece]) -> None:
    """Below the beginning of the text a date without a label dates something else: a comment, an entry of a diary."""
    sentences = 0
    for piece in article:
        sentences += piece.prose
        if piece.given and not piece.given.labelled and sentences > 1:
            piece.given = None


def find_title(found: Sequence[Piece], begins: int = 0, ends: int | None = None) -> int | None:
    """The headline above the text for which most speaks; `begins` and `ends` are where the text stands, if known."""
    first = next((at for at in range(begins, len(found)) if found[at].prose), len(found))
    above = range(max(0, first - REACH), first)
    candidates = [at for at in above if found[at].headline]
    if all(_FULL_STOP.search(found[at].text) for at in candidates):
        # A title may be a question; what ends in a full stop is taken for the text itself.
        asks = first < len(found) and found[first].size <= 120 and not _FULL_STOP.search(found[first].text)
        return first if asks and any(piece.prose for piece in found[first + 1 :]) else None
    text = _words("\n".join(piece.text for piece in found[first:ends])[:TEXT_COMPARED])
    headlines = {folded(found[at].text) for at in candidates}
    printed = Counter(words for piece in found if piece.size <= 200 and (words := folded(piece.text)) in headlines)
    worth = {
        at: _share(found[at].text, text)
        + PRINTED_TWICE * (printed[folded(found[at].text)] > 1)
        + DATED_BELOW * any(piece.given or is_dated(piece.text) for piece in found[at + 1 : at + 6])
        + SHORT * max(0.0, 1 - found[at].size / 48)
        + STOP * bool(_FULL_STOP.search(found[at].text) or has_sentence_inside(found[at].text))
        + GALLERY * any(counts_pictures(piece.text) for piece in found[max(0, at - 6) : at])
        + EACH_PIECE * (first - at)
        for at in candidates
    }
    best = max(worth.values())
    title = next(at for at in candidates if worth[at] >= best - ALIKE)
    if title - 1 in worth and _is_explained(found[title - 1].text, found[title].text, text):
        title -= 1
    alone = (at for at in candidates if at > title and _names_site(found[title].text, found[at].text))
    return next(alone, title)


def _words(text: str) -> frozenset[str]:
    return frozenset(_CHARACTER_OR_WORD.findall(text.casefold())) - COMMON_WORDS


def _share(headline: str, text: frozenset[str]) -> float:
    """Of the words of a headline those that the text uses too; two are added, since a single one says little."""
    words = _words(headline)
    return len(words & text) / (len(words) + 2)


def _is_explained(headline: str, below: str, text: frozenset[str]) -> bool:
    """Whether the line below a short headline is its standfirst: longer, and no word of the headline is strange to the text."""
    words = _words(headline)
    return len(headline) < len(below) and len(words) >= FEWEST_EXPLAINED and words <= text


def _names_site(longer: str, title: str) -> bool:
    """Whether a line is the title with a name behind it, as browsers show it, or with a mark before it, as agencies do."""
    if longer.startswith(title):
        return bool(re.match(r"\s+[-–—|:»]\s", longer[len(title) :]))
    return longer.endswith(title) and longer[: -len(title)].rstrip().endswith(("-", "–", "—", "|", ":", "»"))


def drop_insertions(article: Sequence[Piece]) -> None:
    """Give a reason to what stands between two paragraphs and is not the article's: other stories, rows of links."""
    end = len(article)
    at = 0
    while at < end:
        if article[at].furniture == "other stories":
            again = _text_again(article, at + 1)
            give_reason(article[at:again], "in a list of other stories")
            at = again
        elif not article[at].prose:
            below = next((on for on in range(at, end) if article[on].prose or _heads_stories(article[on])), end)
            _drop_links(article[at:below])
            at = below
        else:
            at += 1


def _heads_stories(piece: Piece) -> bool:
    return piece.furniture == "other stories"


def _text_again(article: Sequence[Piece], start: int) -> int:
    """Where the text goes on: at once with a long paragraph, or where two follow one another, or at a last sentence."""
    long: int | None = None
    for at in range(start, len(article)):
        piece = article[at]
        if _heads_stories(piece):
            return at
        if piece.furniture:
            continue
        if piece.long_prose and (long is not None or at == start):
            begins = at if long is None else long
            while begins > start and article[begins - 1].open and article[begins - 1].ends_sentence:
                begins -= 1
            return begins
        long = at if piece.long_prose else None
    return next((at for at in range(start, len(article)) if article[at].prose), len(article))


def _drop_links(gap: Sequence[Piece]) -> None:
    """Of several lines with a button among them, the last may be a subhead; the others are links, and go.

    Below a line of dashes they may be the title of another text.
    """
    if len(gap) < 3 or not any(piece.furniture for piece in gap) or any(is_divider(piece.text) for piece in gap):
        return
    give_reason(
        [piece for piece in gap[:-1] if piece.open and not piece.ends_sentence and not piece.bullet],
        "between buttons or links of the page",
    )


def give_reason(stretch: Sequence[Piece], reason: str) -> None:
    for piece in stretch:
        piece.reason = piece.reason or reason
