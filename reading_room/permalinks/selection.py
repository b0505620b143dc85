"""A selection: words of one version of an article, from their numbers in an address to the text they are, and back.

What is shared is words; what stands before the first and after the last of them (a bracket, a full stop) is not a part of it. What
stands between two of them is, also where a passage ends between them. The check code alone is made of the words passage by passage
without it, as it was from the first: every address that was ever made must go on being good.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from reading_room.model.article import Passage, Version
from reading_room.model.errors import NotUnderstood
from reading_room.model.resolution import Stretch
from reading_room.permalinks.address import CROCKFORD, Address, BadAddress, WordRange
from reading_room.permalinks.own_signs import with_its_signs
from reading_room.permalinks.parts import why_no_quotation
from reading_room.permalinks.words import NAME, numbers, stretch, words

BETWEEN_PASSAGES, BETWEEN_RANGES = "\n", "\n\n"
NEW_PASSAGE = " ¶ "
"""Between passages that are shown on one line."""
LEFT_OUT = "[…]"
_SPACE = re.compile(r"\s")


class NoSuchWords(BadAddress):
    """The version has no such passage or no such words, or they are not the ones that the check code was made of."""


class NoQuotation(BadAddress):
    """The words are there, but joined as nobody quotes. Its text is why, a sentence about the whole."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Ranges of words with what each covers, passage by passage."""

    ranges: tuple[WordRange, ...]
    stretches: tuple[tuple[Stretch, ...], ...]
    """Of each range, the stretch of every passage that it touches and that has words."""
    signed: tuple[tuple[Stretch, ...], ...]
    """The same with the signs at the inner ends of passages: the full stop behind which the next passage begins."""

    @property
    def all_stretches(self) -> tuple[Stretch, ...]:
        return tuple(one for stretches in self.stretches for one in stretches)

    @property
    def quote(self) -> str:
        """What stands from the first word to the last, a line for each passage and an empty one between ranges."""
        return quotation(self.signed)

    @property
    def shown(self) -> str:
        """The words as they are quoted elsewhere, with a sign between ranges: left out in silence, a “no” makes them a lie."""
        return f"{BETWEEN_PASSAGES}{LEFT_OUT}{BETWEEN_PASSAGES}".join(map(quotation, zip(self.signed)))

    @property
    def on_one_line(self) -> str:
        """The same on one line, with a sign where a passage begins."""
        lines = (NEW_PASSAGE.join(" ".join(one.text.split()) for one in together) for together in self.signed)
        return f" {LEFT_OUT} ".join(lines)

    @property
    def words(self) -> str:
        """What the check code is made of: a line of words for each passage, and an empty one between ranges."""
        return quotation(self.stretches)

    @property
    def check(self) -> str:
        return check_code(self.words)

    def address(self, slug: str, version: int | None) -> Address:
        return Address(slug, version, None, self.ranges, self.check)


def quotation(stretches: Iterable[Iterable[Stretch]]) -> str:
    return BETWEEN_RANGES.join(BETWEEN_PASSAGES.join(one.text for one in together) for together in stretches)


def with_own_signs(passages: Sequence[Passage], stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The stretches with the signs beside them that are a part of what they say, though no address can name them: “5 %”, “so?”."""
    texts = {passage.id: passage.text for passage in passages}
    spans = ((one, with_its_signs(texts[one.passage], one.start, one.end)) for one in stretches)
    return tuple(
        replace(one, start=span.start, end=span.end, text=texts[one.passage][span.start : span.end])
        for one, span in spans
    )


def with_signs(
    passages: Sequence[Passage], stretches: Sequence[Stretch], *, outer: bool = False
) -> tuple[Stretch, ...]:
    """The stretches with all signs that adjoin their words where they go on in another passage, and outside too if `outer`.

    At their outer ends they have, without it, only the signs that are a part of what they say (`with_own_signs`).

    At their inner ends those are all signs up to the end of the passage if no word stands there. Where a passage was split or
    merged, the full stop between two of its words comes to stand between two stretches, or the other way round. Only with it can
    they be compared.
    """
    texts = {passage.id: passage.text for passage in passages}
    found = []
    for at, one in enumerate(with_own_signs(passages, stretches)):
        text, start, end = texts[one.passage], one.start, one.end
        if at > 0 or outer:
            last = max((word.end for word in words(text) if word.end <= start), default=None)
            before = text[last:start].lstrip() if last is None and at > 0 else _SPACE.split(text[last:start])[-1]
            start -= len(_opening(before) if last is not None and before == text[last:start] else before)
        if at < len(stretches) - 1 or outer:
            following = min((word.start for word in words(text) if word.start >= end), default=None)
            is_end = following is None and at < len(stretches) - 1
            behind = text[end:].rstrip() if is_end else _SPACE.split(text[end:following])[0]
            end += len(behind) - len(
                _opening(behind) if following is not None and behind == text[end:following] else ""
            )
        found.append(replace(one, start=start, end=end, text=text[start:end]))
    return tuple(found)


def _opening(signs: str) -> str:
    """Of signs between two words that no space parts, those that belong to the second: opening marks at the end."""
    at = len(signs)
    while at and unicodedata.category(signs[at - 1]) in ("Ps", "Pi"):
        at -= 1
    return signs[at:]


def check_code(quote: str) -> str:
    """The first 20 bits of the SHA-256 of the words, five at a time."""
    bits = int.from_bytes(sha256(quote.encode("utf-8", "surrogatepass")).digest()[:3]) >> 4
    return "".join(CROCKFORD[bits >> shift & 31] for shift in (15, 10, 5, 0))


def select(passages: Sequence[Passage], ranges: Sequence[WordRange]) -> Selection:
    """The words of these ranges; raises `NoSuchWords` where there are none of these numbers."""
    stretches = tuple(_stretches(passages, one) for one in ranges)
    return Selection(tuple(ranges), stretches, tuple(with_signs(passages, together) for together in stretches))


def select_checked(version: Version, address: Address) -> Selection:
    """The words that an address names in a version; raises `NoSuchWords` unless its check code is theirs.

    Raises `NoQuotation` where several ranges are no parts of one, as anybody can work out a check code.
    Raises `NotUnderstood` where the words of the version were counted in a way that this release does not know.
    """
    refuse_other_counts(version)
    selection = select(version.passages, address.ranges)
    if not address.ranges or selection.check != address.check:
        raise NoSuchWords(str(address))
    if why := why_no_quotation(version.passages, address.ranges):
        raise NoQuotation(why)
    return selection


def refuse_other_counts(version: Version) -> None:
    """Raise `NotUnderstood` where words of the version are counted otherwise: the same numbers would be other words."""
    if version.counter != NAME:
        raise NotUnderstood(
            f"The words of version {version.number} of “{version.article.slug}” are counted by “{version.counter}”, which this"
            " release of the room does not know. No words are shown rather than others.",
            "The keeper of the room has to install the release that kept this version, or a later one.",
        )


def select_passage(passage: Passage) -> Selection:
    """All of a passage, also what is no word. It has no ranges: the number of the passage is its address."""
    whole = ((Stretch(passage.id, 0, len(passage.text), passage.text),),)
    return Selection((), whole, whole)


def select_code_points(passages: Sequence[Passage], start: tuple[str, int], end: tuple[str, int]) -> Selection | None:
    """The words between two places, each a passage and a code point of it; None where there is no word between them."""
    places = {passage.id: position for position, passage in enumerate(passages)}
    if start[0] not in places or end[0] not in places:
        return None
    covered = passages[places[start[0]] : places[end[0]] + 1]
    touched: list[tuple[str, int, int]] = []
    for position, passage in enumerate(covered):
        begin = start[1] if position == 0 else 0
        until = end[1] if position == len(covered) - 1 else len(passage.text)
        if found := numbers(passage.text, begin, until):
            touched.append((passage.id, *found))
    if not touched:
        return None
    return select(passages, [WordRange(touched[0][0], touched[0][1], touched[-1][0], touched[-1][2])])


def _stretches(passages: Sequence[Passage], chosen: WordRange) -> tuple[Stretch, ...]:
    places = {passage.id: position for position, passage in enumerate(passages)}
    start, end = places.get(chosen.start), places.get(chosen.end)
    if start is None or end is None or end < start:
        raise NoSuchWords(str(chosen))
    found = []
    for passage in passages[start : end + 1]:
        count = len(words(passage.text))
        first = chosen.first if passage.id == chosen.start else 1
        last = chosen.last if passage.id == chosen.end else count
        if not count and passage.id not in (chosen.start, chosen.end):
            continue
        span = stretch(passage.text, first, last)
        if span is None:
            raise NoSuchWords(str(chosen))
        found.append(Stretch(passage.id, span.start, span.end, passage.text[span.start : span.end]))
    return tuple(found)
