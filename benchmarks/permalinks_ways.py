"""Ways of finding a link again: the room's, and ports of what people would use instead."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from permalinks_histories import Case, LinkMade, State

sys.path.insert(0, str(Path(__file__).parent.parent))
from reading_room.permalinks.resolution import resolve
from reading_room.permalinks.selection import select_code_points

Shown = Sequence[tuple[int, int, int]] | None
"""Stretches of passages, None for “gone”, none of them for “there are several places”."""
Way = Callable[[Case, LinkMade], Shown]


def room_with(regime: str) -> Way:
    def way(case: Case, link: LinkMade) -> Shown:
        versions, steps = case.rooms[regime]
        before, now = versions[0], versions[-1]
        first, last = case.old.words[link.first], case.old.words[link.last]
        start, end = (before[first.passage].id, first.start), (before[last.passage].id, last.end)
        selection = select_code_points(before, start, end)
        if selection is None:
            raise SystemExit(f"no words in {start}–{end} of {case.document}")
        found = resolve(selection, 1, versions.__getitem__, steps)
        if found.status == "gone":
            return None
        places = {passage.id: number for number, passage in enumerate(now)}
        return [(places[one.passage], one.start, one.end) for one in found.found]

    return way


def offsets(case: Case, link: LinkMade) -> Shown:
    """The same code points of the text."""
    start, end = case.quote(link)
    return in_passages(case.new, start, end) or None


def text_fragment(case: Case, link: LinkMade) -> Shown:
    """The first place where the words stand, as `#:~:text=` has it."""
    start, end = case.quote(link)
    quote = case.old.text[start:end]
    found = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", case.new.text, re.IGNORECASE)
    return in_passages(case.new, *found.span()) if found else None


def quote_with_context(case: Case, link: LinkMade) -> Shown:
    """As the Hypothesis client does it (`match-quote.ts`): exact matches, else approximate ones, by quotation, context, place."""
    start, end = case.quote(link)
    quote, text = case.old.text[start:end], case.new.text
    prefix, suffix = case.old.text[max(0, start - 32) : start], case.old.text[end : end + 32]
    matches = [(match.start(), match.end(), 0) for match in re.finditer(re.escape(quote), text)]
    if not matches:
        matches = approximate(text, quote, min(256, len(quote) // 2))
    if not matches:
        return None

    def likeness(one: str, other: str) -> float:
        if not other:
            return 1.0
        best = approximate(one, other, len(other)) if one else []
        return 1 - min((errors for *_, errors in best), default=len(other)) / len(other)

    def score(match: tuple[int, int, int]) -> float:
        begin, finish, errors = match
        of_quote = 1 - errors / len(quote)
        before = likeness(text[max(0, begin - len(prefix)) : begin], prefix)
        after = likeness(text[finish : finish + len(suffix)], suffix)
        near = 1 - abs(begin - start) / max(1, len(text))
        return (50 * of_quote + 20 * before + 20 * after + 2 * near) / 92

    begin, finish, _ = max(matches, key=score)
    return in_passages(case.new, begin, finish)


def approximate(text: str, pattern: str, most: int) -> list[tuple[int, int, int]]:
    """The best approximate matches (Myers 1999, in one large integer): their ends, and their beginnings by the reverse."""
    ends = [(end, errors) for end, errors in _ends(text, pattern, most)]
    if not ends:
        return []
    least = min(errors for _, errors in ends)
    found = []
    for end, errors in ends:
        if errors == least:
            piece = text[max(0, end - len(pattern) - errors) : end]
            back = [(length, wrong) for length, wrong in _ends(piece[::-1], pattern[::-1], errors) if wrong == errors]
            found.append((end - (back[0][0] if back else len(pattern)), end, errors))
    return found[:16]


def _ends(text: str, pattern: str, most: int) -> Iterator[tuple[int, int]]:
    size = len(pattern)
    mask, high = (1 << size) - 1, 1 << (size - 1)
    where: dict[str, int] = defaultdict(int)
    for at, sign in enumerate(pattern):
        where[sign] |= 1 << at
    positive, negative, errors = mask, 0, size
    for end, sign in enumerate(text, start=1):
        equal = where.get(sign, 0)
        vertical = equal | negative
        horizontal = (((equal & positive) + positive) ^ positive) | equal
        up = negative | (mask & ~(horizontal | positive))
        down = positive & horizontal
        errors += bool(up & high) - bool(down & high)
        up, down = (up << 1) & mask, (down << 1) & mask
        positive = (down | (mask & ~(vertical | up))) & mask
        negative = up & vertical
        if errors <= most:
            yield end, errors


def in_passages(state: State, start: int, end: int) -> list[tuple[int, int, int]]:
    return [
        (number, max(0, start - begin), min(len(text), end - begin))
        for number, (begin, text) in enumerate(zip(state.begins, state.passages, strict=True))
        if begin < end and start < begin + len(text)
    ]
