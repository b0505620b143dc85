"""Sentences that stand to the letter in both versions: what was said in one of them stands there, and nothing else does.

A sentence goes by its words without the number of its clause, so that clauses that were only numbered anew stand to the letter.
"""

from collections.abc import Sequence
from itertools import pairwise

from reading_room.model.word_alignment import align
from reading_room.permalinks.following import ALONE, PARTED
from reading_room.permalinks.look_alikes import ENOUGH, TIE, share_of
from reading_room.permalinks.rows import Place, Row, merged
from reading_room.permalinks.tracing import Trail

LEAST_WORDS = 3
"""Words of a sentence that can be told from others: “See below.” stands anywhere."""


def anchored(trail: Trail, quote: Place) -> Place | None:
    """Where words stand of which all sentences stand to the letter, once in each version and one after the other."""
    old, new = trail.old, trail.new
    sentences = old.sentences_at(quote)
    there = [_only(old, new, sentence) for sentence in sentences]
    found = [place for place in there if place is not None]
    if not found or len(found) < len(there):
        return None
    if any(place.start != before.end for before, place in pairwise(found)):
        return None
    into, left = quote.start - _said(old, sentences[0]).start, _said(old, sentences[-1]).end - quote.end
    begins = _said(new, found[0]).start + into if into >= 0 else found[0].start
    return Place(begins, found[-1].end - left)


def stayed(trail: Trail, quote: Place, place: Place) -> bool:
    """Whether a place is in a passage that has words of the quotation's, by the lineage."""
    home = trail.old.passages[trail.old.passage_at(quote.start)]
    return trail.new.passages[trail.new.passage_at(place.start)].id in trail.heirs.get(home.id, ())


def is_of_others(trail: Trail, quote: Place, places: Sequence[Place]) -> bool:
    """Whether all sentences of a place are others of the older version, to the letter and as often as they stood there."""
    own = {_words(trail.old, sentence) for sentence in trail.old.sentences_at(quote)}
    touched = [
        sentence
        for place in places
        for sentence in trail.new.sentences_at(place)
        if _said(trail.new, sentence).overlaps(place)
    ]
    said = [_words(trail.new, sentence) for sentence in touched]
    return bool(said) and all(
        words not in own
        and len(words) >= LEAST_WORDS
        and 0 < len(trail.new.sayings[words]) <= len(trail.old.sayings.get(words, ()))
        for words in said
    )


def without_others(trail: Trail, quote: Place, places: Sequence[Place]) -> tuple[Place, ...]:
    """A place without sentences that are others of the older version; nothing, if less than half of the quotation is left."""
    old, new = trail.old, trail.new
    parts = [
        Place(max(place.start, sentence.start), min(place.end, sentence.end))
        for place in places
        for sentence in new.sentences_at(place)
    ]
    left = [part for part in parts if not is_of_others(trail, quote, (part,))]
    if len(left) == len(parts):
        return tuple(places)
    words = [word for part in left for word in new.keys[part.start : part.end]]
    return tuple(merged(left)) if share_of(old, quote, words) >= ENOUGH else ()


def nearer(trail: Trail, quote: Place, places: Sequence[Place]) -> float:
    """How much more of a place stood in another sentence of the passage than in the quotation; negative where less did.

    Sentences that stand to the letter are not asked: nothing else became of them.
    """
    old, new = trail.old, trail.new
    home = old.home(quote.start)
    words = [word for place in places for word in new.keys[place.start : place.end]]
    others = [
        sentence
        for sentence in old.sentences_at(home)
        if not sentence.overlaps(quote) and not new.sayings.get(_words(old, sentence))
    ]
    if not home.start <= quote.start < quote.end <= home.end or not others:
        return -1.0
    own, *rest = (_share(old, words, place) for place in (quote, *others))
    return max(rest) - own


def put_together(trail: Trail, quote: Place, places: Sequence[Place]) -> tuple[Place, ...]:
    """The sentences of which a quotation from one sentence seems to be put together, each with all of it, the likeliest first.

    None where it stands in one, or where a sentence was cut in two: the parts have each their own words.
    """
    old, new = trail.old, trail.new
    if len(old.sentences_at(quote)) != 1 or len({new.passage_at(place.start) for place in places}) != 1:
        return ()
    words = old.keys[quote.start : quote.end]
    shares = [
        (share_of(old, quote, new.keys[sentence.start : sentence.end]), sentence)
        for sentence in dict.fromkeys(one for place in places for one in new.sentences_at(place))
    ]
    if sum(share for share, _ in shares) <= PARTED:
        return ()
    shares.sort(key=lambda one: -one[0])
    if shares[0][0] < ALONE:
        return ()
    return tuple(
        Place(sentence.start + min(there), sentence.start + max(there) + 1)
        for share, sentence in shares
        if share >= shares[0][0] - TIE
        and (there := [at for at in align(words, new.keys[sentence.start : sentence.end]) if at is not None])
    )


def _share(old: Row, words: Sequence[str], place: Place) -> float:
    """How much of some words stands in a place of the older version; what is not in it at all weighs as much as a rare word."""
    aligned = align(old.keys[place.start : place.end], words)
    had = {at: old.weights[place.start + word] for word, at in enumerate(aligned) if at is not None}
    return sum(had.values()) / sum(had.get(at, 1.0) for at in range(len(words)))


def _only(old: Row, new: Row, sentence: Place) -> Place | None:
    """The one sentence of the newer version that has the words of the one of the older version."""
    words = _words(old, sentence)
    there = new.sayings.get(words, [])
    once = len(words) >= LEAST_WORDS and len(there) == len(old.sayings[words]) == 1
    return there[0] if once else None


def _words(row: Row, sentence: Place) -> tuple[str, ...]:
    said = _said(row, sentence)
    return tuple(row.keys[said.start : said.end])


def _said(row: Row, sentence: Place) -> Place:
    """A sentence without the number of its clause."""
    return Place(sentence.start + row.numbering(sentence), sentence.end)
