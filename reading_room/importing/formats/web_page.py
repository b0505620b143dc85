"""A saved web page: its article in the words that are printed, every other line of it left out for a reason."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import takewhile

from lxml.html import HtmlElement

from reading_room.importing.formats.column import corrected, is_sentence, piece_of, standfirst
from reading_room.importing.formats.markup import decoded, parsed
from reading_room.importing.formats.page_body import Unseen, body_of
from reading_room.importing.formats.page_lines import Line, as_copied, hidden_texts, lines_of
from reading_room.importing.formats.page_particulars import (
    believed_language,
    find_title,
    from_address,
    head_of,
    particulars_of,
    printed,
    unless_other_day,
)
from reading_room.importing.furniture import PARTICULARS, REASONS, furniture, is_paywall, why_below
from reading_room.importing.particulars import Particulars
from reading_room.importing.parts import Chunk, Cleaned, Dropped, Paragraph, Part, Refused, Unusable
from reading_room.importing.phrases import folded
from reading_room.importing.plain_text import BELOW, NEAR, clean
from reading_room.importing.shapes import ends_sentence

FEWEST_LETTERS = 200
"""Where trafilatura finds less, the lines are read as a plain text too, and the longer body of the two is taken."""
LONGEST_INTRODUCTION = 60
"""Of a line with a colon that heads a list or a picture, where neither is below it any more."""
NOTHING_BELOW = "a heading with nothing below it"
SAVE_AGAIN = "Open it in a browser until the text shows, and save it again, or copy the text and save that as .txt"


def read(chunk: Chunk) -> Iterator[Part | Refused]:
    """The one article of a page."""
    found = decoded(chunk.raw, chunk.charset)
    html = found.text
    tree = parsed(html)
    lines = lines_of(tree)
    kept, unseen, reasons = _body(tree, lines)
    rows = set(_whole_tables(kept, lines))
    kept |= rows
    head = head_of(tree)
    title, title_lines = find_title(head, lines, min(kept, default=len(lines)))
    lead = standfirst(line for line in lines if title_lines and title_lines[-1] < line.number < min(kept, default=0))
    kept |= lead
    reasons = {number: reason for number, reason in reasons.items() if number not in lead | rows}
    reasons |= _beside_the_body(lines, kept, title)
    kept -= {*reasons, *title_lines}
    body = [_plain(line) if line.number in lead else line for line in lines if line.number in kept]
    rest = [line for line in lines if line.number not in kept and line.number not in title_lines]
    paragraphs = _paragraphs(body, unseen, len(lines))
    said = particulars_of(tree, head, html, chunk.url)
    usual = {line.place for line in body}
    inferred = from_address(said.url)
    said = said.or_else(unless_other_day(printed(tree, rest, title_lines, body), inferred)).or_else(inferred)
    language = believed_language(said.language, "\n".join(paragraph.text for paragraph in paragraphs))
    dropped = (Dropped(line.number, line.text, reasons.get(line.number) or _reason(line, usual)) for line in rest)
    particulars = replace(said, language=language, labelled=False)
    excerpt = _says_there_is_more(rest, body) or (head.for_subscribers and _breaks_off(paragraphs))
    yield Part("", Cleaned(title, title_lines, paragraphs, particulars, tuple(dropped), excerpt), found.notes)


def fragment(html: str) -> Cleaned:
    """HTML that is an article's body and nothing else, as feeds and books have it: only what it hides is left out."""
    try:
        tree = parsed(html)
    except Unusable:
        return Cleaned(None, (), (), Particulars(), ())
    lines = lines_of(tree)
    hidden = enumerate(hidden_texts(tree), len(lines) + 1)
    dropped = tuple(Dropped(number, text, "hidden on the page") for number, text in hidden)
    return Cleaned(None, (), _paragraphs(lines, [], len(lines)), Particulars(), dropped)


def _body(tree: HtmlElement, lines: Sequence[Line]) -> tuple[set[int], list[Unseen], dict[int, str]]:
    """The numbers of the body's lines, its text that is in no line, and why other lines went that looked like it."""
    kept, unseen = body_of(tree, lines)
    kept, reasons = corrected(kept, lines)
    if not kept and sum(len(text) for _, text in unseen) < FEWEST_LETTERS:
        unseen = []  # a note for browsers that run no scripts
    if not unseen and sum(len(line.text) for line in lines if line.number in kept) < FEWEST_LETTERS:
        copied = list(as_copied(lines))
        cleaned = clean("\n".join(text for _, text in copied))
        found = {copied[at - 1][0] for paragraph in cleaned.paragraphs for at in paragraph.lines}
        if len(found) > len(kept):
            kept, reasons = found, {copied[gone.line - 1][0]: gone.reason for gone in cleaned.dropped}
    if not unseen and not any(is_sentence(line) for line in lines if line.number in kept):
        raise _without_text(tree, lines)
    return kept, unseen, reasons


def _whole_tables(kept: AbstractSet[int], lines: Sequence[Line]) -> Iterator[int]:
    """The rows of tables of which most of the letters are the body's: short ones are missed, and it is nothing without them."""
    balance: Counter[int] = Counter()
    rows = [(line.row.table, line) for line in lines if line.row]
    for table, line in rows:
        balance[table] += len(line.text) if line.number in kept else -len(line.text)
    yield from (line.number for table, line in rows if balance[table] > 0)


def _beside_the_body(lines: Sequence[Line], kept: set[int], title: str | None) -> dict[int, str]:
    """Lines of the body that say nothing in it: the title once more, and what stands at its end and introduces nothing."""
    body = [line for line in lines if line.number in kept]
    reasons = {}
    for line in reversed(body):
        reason = NOTHING_BELOW if _introduces(line) else why_below(line.text)
        if not reason:
            break
        reasons[line.number] = reason
    return reasons | {line.number: "the title again" for line in body if title and folded(line.text) == folded(title)}


def _introduces(line: Line) -> bool:
    return line.kind == "heading" or (line.text[-1] in ":：" and len(line.text) <= LONGEST_INTRODUCTION)


def _plain(line: Line) -> Line:
    """A line of a standfirst, which heads nothing though it is set like a heading."""
    return replace(line, kind="paragraph") if line.kind == "heading" else line


def _paragraphs(lines: Sequence[Line], unseen: Sequence[Unseen], total: int) -> tuple[Paragraph, ...]:
    """A line each, but for those that were broken in the middle of a sentence. Text that no line has is numbered after
    the last of them."""
    found: list[tuple[int, Paragraph]] = []
    for line in lines:
        last = found[-1][1] if found else None
        if (
            last
            and not last.row
            and line.broken
            and last.lines[-1] + 1 == line.number
            and _continues(last.text, line.text)
        ):
            found[-1] = (line.number, Paragraph(last.kind, f"{last.text} {line.text}", (*last.lines, line.number)))
        else:
            found.append((line.number, Paragraph(line.kind, line.text, (line.number,), line.row)))
    found += [(after, Paragraph("paragraph", text, (total + at,))) for at, (after, text) in enumerate(unseen, 1)]
    found.sort(key=lambda placed: placed[0])
    return tuple(paragraph for _, paragraph in found)


def _continues(text: str, line: str) -> bool:
    return not ends_sentence(text) and line[0].islower()


def _says_there_is_more(rest: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether it is said just below the text that the rest is for subscribers."""
    below = [line.text for line in rest if body and line.number > body[-1].number][:NEAR]
    return any(map(is_paywall, takewhile(lambda text: furniture(text) not in BELOW, below)))


def _breaks_off(paragraphs: Sequence[Paragraph]) -> bool:
    last = paragraphs[-1].text if paragraphs else ""
    return not ends_sentence(last) or last.rstrip('"”’»)] ').endswith(("…", "..."))


def _reason(line: Line, usual: AbstractSet[str]) -> str:
    """Why a line is none of the body’s; a place that the body is in as well is no reason."""
    piece = piece_of(line)
    place = "" if line.place in usual else line.place
    if place or piece.given:
        return place or PARTICULARS
    return REASONS[piece.furniture] if piece.furniture else "not part of the article’s text"


def _without_text(tree: HtmlElement, lines: Sequence[Line]) -> Unusable:
    """Why a page gives no article, as far as it shows."""
    if tree.find(".//input[@type='password']") is not None:
        return Unusable("the page asks its readers to log in and holds no article", SAVE_AGAIN)
    if tree.find(".//frameset") is not None or (not lines and tree.find(".//iframe") is not None):
        return Unusable(
            "the page only holds frames, and the text is in another file", "Open the frame by itself and save that"
        )
    if tree.find(".//script") is not None and sum(len(line.text) for line in lines) < FEWEST_LETTERS:
        return Unusable("the page’s text is put there by scripts when it is opened, and is not in the file", SAVE_AGAIN)
    return Unusable("no sentence of an article was found on the page", "If there is one, copy it and save that as .txt")
