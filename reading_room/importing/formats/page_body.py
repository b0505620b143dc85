"""Which of a page's lines are the article's body: trafilatura finds the body, and its words are found again in the lines.

The lines are kept rather than what trafilatura prints, since they are whole, numbered, and can be put back one by one.
"""

import logging
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import trafilatura
from lxml.html import HtmlElement

from reading_room.importing.formats.page_lines import Line

Unseen = tuple[int, str]
"""A paragraph that is in no line, such as one that stands in the page's linked data, and the line that it follows."""

LIKE = 0.6
"""The share of a line's words that must be in the body at its place where the two are not the same, as when buttons were
taken out of it."""
FEWEST_WORDS = 4
"""Shorter lines have their words in any text by chance; they are kept beside kept lines only."""
FEWEST_LETTERS = 20
"""Of a line that is a part of a paragraph; fewer stand in any text too."""
MOST_ALIKE = 8
"""Printings of the same words that are compared; a page repeats its buttons without end, but no paragraph."""

_WORD = re.compile(r"\w+")

# What it has to say of a page goes to whoever listens; otherwise its warnings would be printed among the report.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def body_of(tree: HtmlElement, lines: Sequence[Line]) -> tuple[set[int], list[Unseen]]:
    """The numbers of the lines that are the body, and those paragraphs of it that stand in no line."""
    printed = trafilatura.extract(tree, include_comments=False) or ""
    return found_again([text for text in printed.split("\n") if text.strip()], lines)


def found_again(body: Sequence[str], lines: Sequence[Line]) -> tuple[set[int], list[Unseen]]:
    """Where the paragraphs of a body stand in the lines, in the same order."""
    kept: set[int] = set()
    unseen: list[Unseen] = []
    same = [*_same(body, lines), (len(body), len(lines))]
    for (before, above), (at, below) in pairwise([(-1, -1), *same]):
        if below < len(lines):
            kept.add(lines[below].number)
        if at - before > 1:
            between, rest = _alike(body[before + 1 : at], lines[above + 1 : below])
            kept |= between
            unseen += [(above + 1, text) for text in rest]
    return _elsewhere(kept, unseen, lines)


def _elsewhere(kept: set[int], unseen: list[Unseen], lines: Sequence[Line]) -> tuple[set[int], list[Unseen]]:
    """What is left over and stands on the page after all: once but out of order, as a list that was put first; in several
    lines that were made one; or in a line of which it is a part."""
    places: dict[str, list[int]] = {}
    for line in lines:
        places.setdefault(_letters(line.text), []).append(line.number)
    left = []
    for after, text in unseen:
        letters = _letters(text)
        standing = [number for number in places.get(letters, ()) if number not in kept]
        if len(standing) == 1:
            kept.add(standing[0])
        elif len(_words(text)) >= 2 * FEWEST_WORDS:
            found = _parts(letters, places) or _around(letters, places)
            kept |= found
            if not found:
                left.append((after, text))
    return kept, left


def _parts(whole: str, places: Mapping[str, Sequence[int]]) -> set[int]:
    """The lines that a paragraph was made of, where they have most of its letters."""
    parts = [letters for letters in places if FEWEST_LETTERS <= len(letters) < len(whole) and letters in whole]
    return {places[part][0] for part in parts} if sum(map(len, parts)) >= LIKE * len(whole) else set()


def _around(part: str, places: Mapping[str, Sequence[int]]) -> set[int]:
    return {numbers[0] for letters, numbers in places.items() if part in letters}


def _same(body: Sequence[str], lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Paragraphs and lines with the same words: of all ways to pair them in order, the one that pairs the most text."""
    places: dict[str, list[int]] = {}
    for at, text in enumerate(body):
        places.setdefault(_letters(text), []).append(at)
    places.pop("", None)
    # The best chain that ends at each paragraph, kept so that later paragraphs have better chains.
    ends: list[int] = []
    best: list[tuple[int, tuple[int, int] | None, int]] = []  # weight, pair, the chain before it
    chain_at: list[int] = []
    for number, line in enumerate(lines):
        letters = _letters(line.text)
        reached = []
        for at in places.get(letters, ())[:MOST_ALIKE]:
            before = bisect_left(ends, at) - 1
            chain = chain_at[before] if before >= 0 else -1
            weight = (best[chain][0] if chain >= 0 else 0) + len(letters) + (not line.place)
            reached.append((at, weight, chain))
        for at, weight, chain in reached:
            place = bisect_left(ends, at)
            if place > 0 and best[chain_at[place - 1]][0] >= weight:
                continue
            if place < len(ends) and ends[place] == at and best[chain_at[place]][0] >= weight:
                continue
            best.append((weight, (at, number), chain))
            stop = place
            while stop < len(ends) and best[chain_at[stop]][0] <= weight:
                stop += 1
            ends[place:stop] = [at]
            chain_at[place:stop] = [len(best) - 1]
    pairs: list[tuple[int, int]] = []
    chain = chain_at[-1] if chain_at else -1
    while chain >= 0:
        _, pair, chain = best[chain]
        if pair:
            pairs.append(pair)
    return pairs[::-1]


def _alike(body: Sequence[str], lines: Sequence[Line]) -> tuple[set[int], list[str]]:
    """Lines made of the words of the paragraphs, such as parts of one at line breaks, and the paragraphs left over."""
    left: Counter[str] = Counter()
    for text in body:
        left.update(_words(text))
    kept: set[int] = set()
    for line in lines:
        words = Counter(_words(line.text))
        common = words & left
        if words.total() >= FEWEST_WORDS and common.total() >= LIKE * words.total():
            kept.add(line.number)
            left -= common
    for line in lines:
        words = Counter(_words(line.text))
        beside = line.number - 1 in kept or line.number + 1 in kept
        if beside and line.number not in kept and words and words <= left:
            kept.add(line.number)
            left -= words
    return kept, list(_left_over(body, left))


def _left_over(body: Sequence[str], left: Counter[str]) -> Iterator[str]:
    for text in body:
        words = Counter(_words(text))
        if words and (words & left).total() >= LIKE * words.total():
            left -= words
            yield text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _letters(text: str) -> str:
    return "".join(_words(text))
