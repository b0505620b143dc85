"""What the parts of a quotation with words left out must be: few, in the order of the text, and none of them a scrap.

A check code proves that the words stand in the text, not that anybody quoted them so: whoever can count can join any words in any
order. What these rules let through is no worse than a quotation with signs of omission in a newspaper, and every form shows these.
"""

from collections.abc import Sequence
from itertools import accumulate

from reading_room.model.article import Passage
from reading_room.model.sentences import sentences
from reading_room.permalinks.address import WordRange
from reading_room.permalinks.words import is_unspaced, numbers, words

MOST_PARTS = 8
FEWEST_WORDS = 2
"""Of a part that is not a whole sentence. A sign of a script without spaces is half a word."""

OUT_OF_ORDER = "Its parts do not follow each other in the text, or they overlap."
TOO_MANY = f"It has more than {MOST_PARTS} parts with words left out between them."
TOO_SHORT = (
    f"One of its parts is too short: each has at least {FEWEST_WORDS} words ({2 * FEWEST_WORDS} signs in scripts without spaces),"
    " or is a whole sentence."
)


def why_no_quotation(passages: Sequence[Passage], ranges: Sequence[WordRange]) -> str:
    """Which rule ranges of words that are there break, as a sentence about the whole; empty where they are a quotation.

    Ranges that touch are one part: nothing is left out between them.
    """
    if len(ranges) < 2:
        return ""
    counts = (len(words(passage.text)) for passage in passages)
    begins = dict(zip((passage.id for passage in passages), accumulate(counts, initial=0), strict=False))
    parts: list[list[WordRange]] = []
    last = -1
    for one in ranges:
        start, end = begins[one.start] + one.first - 1, begins[one.end] + one.last
        if start < last:
            return OUT_OF_ORDER
        if start == last:
            parts[-1].append(one)
        else:
            parts.append([one])
        last = end
    if len(parts) > MOST_PARTS:
        return TOO_MANY
    texts = {passage.id: passage.text for passage in passages}
    return (
        TOO_SHORT
        if any(_is_scrap(texts, WordRange(p[0].start, p[0].first, p[-1].end, p[-1].last)) for p in parts)
        else ""
    )


def _is_scrap(texts: dict[str, str], part: WordRange) -> bool:
    if part.start != part.end:
        return False  # a word on each side
    text = texts[part.start]
    chosen = words(text)[part.first - 1 : part.last]
    if sum(0.5 if is_unspaced(text[word.start : word.end]) else 1 for word in chosen) >= FEWEST_WORDS:
        return False
    whole = (numbers(text, sentence.start, sentence.end) for sentence in sentences(text))
    return (part.first, part.last) not in whole
