"""What stands around some words of a version: their sentences, the passages beside theirs, their context, and their address."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from reading_room.model.article import Version
from reading_room.model.resolution import Stretch
from reading_room.model.sentences import sentences
from reading_room.permalinks.parts import why_no_quotation
from reading_room.permalinks.selection import NEW_PASSAGE, select, select_code_points
from reading_room.permalinks.words import words
from reading_room.web.urls import article_url
from reading_room.web.wording import beginning, ending

AROUND = 160
"""Code points of what is shown before and after some words, and of either end of them where they are many."""
_SENTENCE_ENDS = re.compile(r"[.!?…؟]\W*(?=\s|\Z)|[。！？]")


def sentences_of(version: Version, stretches: Iterable[Stretch]) -> tuple[str, ...]:
    """The sentences that words of a version are from, each once."""
    texts = {passage.id: passage.text for passage in version.passages}
    spans = (
        (one.passage, sentence)
        for one in stretches
        for sentence in sentences(texts[one.passage])
        if sentence.start < one.end and one.start < sentence.end
    )
    return tuple(texts[passage][one.start : one.end] for passage, one in dict.fromkeys(spans))


def neighbours(version: Version, stretches: Sequence[Stretch]) -> tuple[str | None, str | None]:
    """The numbers of the passages before and behind those of some words."""
    order = [None, *(passage.id for passage in version.passages), None]
    return order[order.index(stretches[0].passage) - 1], order[order.index(stretches[-1].passage) + 1]


def address_of(version: Version, stretches: Sequence[Stretch]) -> str:
    """Where an article is open at words of a version: as one range, or as several where they stand apart."""
    slug, number = version.article.slug, version.number
    first, last = stretches[0], stretches[-1]
    together = select_code_points(version.passages, (first.passage, first.start), (last.passage, last.end))
    if together and together.all_stretches == tuple(stretches):
        return together.address(slug, number).path
    each = [select_code_points(version.passages, (one.passage, one.start), (one.passage, one.end)) for one in stretches]
    ranges = tuple(chain.from_iterable(one.ranges for one in each if one))
    if not ranges or why_no_quotation(version.passages, ranges):
        return article_url(slug, number, first.passage)  # signs alone, and scraps, have no address of words
    return select(version.passages, ranges).address(slug, number).path


def beside(version: Version, stretches: Sequence[Stretch]) -> str:
    """What stands before and after some words in the sentences in which they begin and end."""
    if not stretches:
        return ""
    texts = {passage.id: passage.text for passage in version.passages}
    first, last = stretches[0], stretches[-1]
    before, after = texts[first.passage][: first.start], texts[last.passage][last.end :]
    return f"{_SENTENCE_ENDS.split(before)[-1]}\n{_SENTENCE_ENDS.split(after)[0]}"


def context(version: Version, stretches: Sequence[Stretch]) -> tuple[str, str]:
    """What stands before and after some words: in their passage, or in the next one where they begin or end it."""
    first, last = version.position(stretches[0].passage) or 0, version.position(stretches[-1].passage) or 0
    before = version.passages[first].text[: stretches[0].start]
    after = version.passages[last].text[stretches[-1].end :]
    if not words(before) and first:
        before = version.passages[first - 1].text + NEW_PASSAGE + before
    if not words(after) and last + 1 < len(version.passages):
        after = after + NEW_PASSAGE + version.passages[last + 1].text
    return ending(before, AROUND), beginning(after, AROUND)
