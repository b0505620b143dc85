"""Words that stand only where something quotes them now: a correction has the old words, and is not the statement that it corrects.

No word of any language tells a correction. What does: the words were a sentence of the article’s own and stand within quotation
marks that came in around them, in a sentence whose other words came in too, and not in place of the old one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reading_room.model.resolution import Stretch
from reading_room.model.word_alignment import align
from reading_room.permalinks.gaps import gap
from reading_room.permalinks.judging import Verdict, judge
from reading_room.permalinks.look_alikes import ENOUGH, LEAST_RUN, SURE, Places
from reading_room.permalinks.rows import Place, Row
from reading_room.permalinks.tracing import Trail

FROM_BEFORE = 0.5
"""Share of the words around the marks, in their sentence, from which it did not come in."""
BESIDE = 3
"""Words that may have come in beside a sentence that stands in the place of an old one."""
LEAST_PARTS = 2
"""Parts of a sentence that changed apart from each other, from which it may be another one."""

_MARKED = re.compile(
    r"""
      (?=[„“”«»‹›「『﹁﹃〝"＂'‚‘])
    (?: „[^“”„]*[“”] | “[^”“]*” | ”[^”]*” | «[^«»]*» | »[^«»]*« | ‹[^‹›]*› | ›[^‹›]*‹
      | 「[^「」]*」 | 『[^『』]*』 | ﹁[^﹁﹂]*﹂ | ﹃[^﹃﹄]*﹄ | 〝[^〝〟〞]*[〟〞]
      | (?<!\w)["＂][^"＂]*+(?:(?<=\w)["＂](?=\w)[^"＂]*+)*+["＂](?!\w)
      | (?<!\w)''(?:(?!'').)*+''
      | (?<!\w)[‚‘'](?=\S)(?:[^‘’']|(?<=\w)[’'](?=\w))*+[‘’'](?!\w)
    )
    """,
    re.VERBOSE,
)
"""The mark of an abbreviation (צה"ל) and an apostrophe stand between letters and close nothing.

No pair has another opening mark of its kind in it, so that a text of opening marks alone is not read to its end from each of them.
"""


@dataclass(frozen=True, slots=True)
class Quoting:
    """What a range of words has of a sentence, the sentence, where those words are quoted now, and by what sentence."""

    own: Place
    said: Place
    there: Place
    within: Place


def judge_apart(trail: Trail, quote: Place) -> Verdict:
    """What the witnesses say of a range of words without what only quotes them; if that is all there is, that it may be they."""
    quoting = tuple(_quoting(trail, quote))
    if not quoting:
        return judge(trail, quote)
    hidden = trail.hiding(one.within for one in quoting)
    verdict = judge(hidden, quote)
    if any(_is_in_place(hidden, one, verdict) for one in quoting):
        return judge(trail, quote)
    unsure = verdict.places and any(_may_be_another(trail, one, verdict.places) for one in quoting)
    if unsure and judge(trail, quote).places != verdict.places:
        verdict = Verdict(candidates=(verdict.places,))
    if verdict.places or sum(len(own) for own in {one.own for one in quoting}) < ENOUGH * len(quote):
        return verdict
    return Verdict(candidates=tuple(dict.fromkeys((*verdict.candidates, *((one.there,) for one in quoting)))))


def apart(trail: Trail, quote: Place) -> Trail:
    """The same way, on which nothing leads to what only quotes some words."""
    quoting = tuple(_quoting(trail, quote))
    return trail.hiding(one.within for one in quoting) if quoting else trail


def _quoting(trail: Trail, quote: Place) -> Iterator[Quoting]:
    old, new = trail.old, trail.new
    before = {tuple(old.keys[one.start : one.end]) for one in _marked(old)}
    came = [one for one in _marked(new) if tuple(new.keys[one.start : one.end]) not in before]
    for own, said in _sentences(old, quote) if came else ():
        if any(2 * _shared(said, one) > len(said) for one in _marked(old)):
            continue
        words = old.keys[said.start : said.end]
        for marked in came:
            if len(marked) < SURE * len(said) or len(set(words) & set(new.keys[marked.start : marked.end])) < LEAST_RUN:
                continue
            aligned = align(words, new.keys[marked.start : marked.end])
            at = [word for word in aligned[own.start - said.start : own.end - said.start] if word is not None]
            within = new.sentence(marked)
            nearly_all = len(said) - aligned.count(None) >= SURE * len(said)
            if at and nearly_all and _came_in(trail, said, marked, within):
                yield Quoting(own, said, Place(marked.start + at[0], marked.start + at[-1] + 1), within)


def _sentences(row: Row, quote: Place) -> Iterator[tuple[Place, Place]]:
    """What a range of words has of each sentence, with the sentence, or without the rest of it where it has nearly all."""
    for sentence in row.sentences_at(quote):
        own = Place(max(quote.start, sentence.start), min(quote.end, sentence.end))
        if len(sentence) >= LEAST_RUN:
            yield own, own if len(own) >= SURE * len(sentence) else sentence


@lru_cache(maxsize=64)
def _marked(row: Row) -> Sequence[Place]:
    """The words of a version within quotation marks."""
    found = (
        row.place(Stretch(passage.id, match.start(), match.end(), ""))
        for passage in row.passages
        for match in _MARKED.finditer(passage.text)
    )
    return tuple(place for place in found if len(place) >= LEAST_RUN)


def _came_in(trail: Trail, said: Place, marked: Place, within: Place) -> bool:
    """Whether the words around the marks did not stand before: a sentence that had marks put in it has not come in."""
    around = {*range(within.start, marked.start), *range(marked.end, within.end)}
    home = trail.new.passages[trail.new.passage_at(marked.start)].id
    origins = {at for at, one in enumerate(trail.old.passages) if home in trail.heirs.get(one.id, ())}
    same = trail.same_words(origins | {trail.old.passage_at(said.start)})
    return len(around & set(same.values())) <= FROM_BEFORE * len(around)


def _is_in_place(hidden: Trail, one: Quoting, verdict: Verdict) -> bool:
    """Whether it stands in place of the old sentence and nothing else does: who says it was put to it, or it in marks."""
    space = gap(hidden, one.said)
    if space is None or not space.holds(one.within) or any(map(space.now.overlaps, verdict.places)):
        return False
    more = len(space.now) - len(one.within) - (len(space.was) - len(one.said))
    old, new = hidden.old.home(one.said.start), hidden.new.home(one.within.start)
    parted = (new.start == one.within.start and old.start < one.said.start) or (
        new.end == one.within.end and old.end > one.said.end
    )
    return more <= BESIDE and not parted


def _may_be_another(trail: Trail, one: Quoting, places: Places) -> bool:
    """Whether what stands there differs in several parts from words that stand unchanged within the marks.

    “17 for 12” is a correction, “17 for 12, Hama for Homs” may be news beside what somebody is now said to have said.
    """
    there = [word for place in places for word in trail.new.keys[place.start : place.end]]
    changed = [at is None for at in align(trail.old.keys[one.own.start : one.own.end], there)]
    return sum(now and not before for before, now in pairwise((False, *changed))) >= LEAST_PARTS


def _shared(one: Place, other: Place) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
