"""What looks like a quotation and is not it: other passages, other statements of the same form, copies, places put together."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from reading_room.model.word_alignment import align
from reading_room.permalinks.following import PARTED
from reading_room.permalinks.rows import Place, Row, merged
from reading_room.permalinks.searching import with_context
from reading_room.permalinks.tracing import Trail

ENOUGH = 0.5
"""Share of a quotation that must still stand for it to be found, edited."""
SURE_CONTEXT = 0.4
"""Share of what stood around a quotation from which it stands around it still…"""
SURE = 0.8
"""Share from which one place has what another one has too."""
NEARLY_ALL_CONTEXT = 0.8
"""…and nearly all of it does."""
LEAST_RUN, TELLING_RUN = 3, 2.0
"""Words in a row, and their weight, that need no context if they stood once, stand once, and both witnesses find them there."""
MANY_WORDS, MANY_WORDS_UNCHANGED = 10, 6
"""Words that need no context to be told from others, edited or not."""
BESIDE = 2
"""Passages before and behind a place among which another one may be as like."""
LEAST_COPIES, MOST_COPIES = 2, 12
"""Copies of a passage, letter for letter, from which and up to which their surroundings are compared."""
LEAST_OF_SENTENCE = 0.3
"""Share of the rest of its sentence with which a phrase must stand, where it does not stand in its gap."""
LEAST_LOST, LONG_PASSAGE = 2, 40
"""Figures and names that a passage of fewer words may lose, if it keeps half of them, and still be the same."""
AS_LONG = 2
"""How many times as long as another passage of the same form may be."""
EXPLAINED = 0.9
"""Share of what stands in a place from which it is something that stood elsewhere before."""
TIE = 0.08
"""Difference of score within which two places tie, unless one of them is letter for letter the same with its context."""

Places = tuple[Place, ...]


def is_another_passage(trail: Trail, quote: Place, places: Places) -> bool:
    """Whether a place is in another passage of the older version that stands letter for letter, as often as it stood."""
    old, new = trail.old, trail.new
    homes = {new.passage_at(word) for place in places for word in (place.start, place.end - 1)}
    texts = {new.passages[home].text for home in homes}
    own = {old.passages[old.passage_at(word)].text for word in (quote.start, quote.end - 1)}
    return all(text not in own and 0 < new.copies[text] <= old.copies[text] for text in texts)


def is_put_together(trail: Trail, quote: Place, places: Places) -> bool:
    """Whether words of one passage are put together from several that have some of them all: one of these is it, if any.

    The parts of a passage that was split have each their own.
    """
    homes = {trail.new.passage_at(word) for place in places for word in (place.start, place.end - 1)}
    if len(homes) < 2 or trail.old.passage_at(quote.start) != trail.old.passage_at(quote.end - 1):
        return False
    return sum(_share_in(trail, quote, trail.new.of_passage(home)) for home in homes) > PARTED


def look_alikes(trail: Trail, quote: Place, places: Places) -> tuple[Places, ...]:
    """New passages beside the place of an edited quotation that have as much of it, each looked at by itself.

    “40 dead in Homs” may have become “41 dead in Homs” or “40 dead in Hama”, where both stand there now. Of a long passage a phrase
    may stand in the next one too: that is no look-alike where the rest of the passage tells which is which.
    """
    old, new = trail.old, trail.new
    home = new.passage_at(places[0].start)
    if old.passage_at(quote.start) != old.passage_at(quote.end - 1) or new.passage_at(places[-1].end - 1) != home:
        return ()
    passage = old.home(quote.start)
    own, whole = (_share_in(trail, words, new.of_passage(home)) for words in (quote, passage))
    beside = (
        new.of_passage(at)
        for at in range(max(0, home - BESIDE), min(len(new.passages), home + BESIDE + 1))
        if at != home
    )
    least = max(ENOUGH, own - TIE)
    return tuple(
        (place,)
        for place in beside
        if own < 1
        and _share_in(trail, quote, place) >= least
        and _share_in(trail, passage, place) >= whole - TIE
        and trail.other_words(quote, place) < EXPLAINED * least
    )


def _share_in(trail: Trail, quote: Place, place: Place) -> float:
    """How much of a quotation a place has by itself."""
    return share_of(trail.old, quote, trail.new.keys[place.start : place.end])


def share_of(old: Row, quote: Place, words: Sequence[str]) -> float:
    """How much of a quotation some words have, where rare ones count more."""
    aligned = align(old.keys[quote.start : quote.end], words)
    weights = old.weights[quote.start : quote.end]
    return sum(weight for weight, at in zip(weights, aligned, strict=True) if at is not None) / sum(weights)


def standing(trail: Trail, quote: Place) -> tuple[Places, ...]:
    """Where a sentence stands to the last word, though all that stood around it is gone: it may be it."""
    whole = word_for_word(trail, quote)
    return ((whole,),) if whole and is_sentence(trail, quote, whole) else ()


def word_for_word(trail: Trail, quote: Place) -> Place | None:
    """Where telling words that stood once stand to the last one, if it is once, and they are no others that stood elsewhere."""
    old, new = trail.old, trail.new
    words = old.keys[quote.start : quote.end]
    telling = len(words) >= LEAST_RUN and sum(old.weights[quote.start : quote.end]) >= TELLING_RUN
    places = new.standing(words) if telling and old.times(words) == 1 else []
    return places[0] if len(places) == 1 and trail.other_words(quote, places[0]) < EXPLAINED else None


def is_sentence(trail: Trail, quote: Place, whole: Place) -> bool:
    """Whether it was nearly all of its sentence, and is."""
    return len(quote) >= SURE * max(len(trail.old.sentence(quote)), len(trail.new.sentence(whole)))


def standing_as_copy(trail: Trail, quote: Place) -> tuple[Places, ...]:
    """Where a passage that stood several times stands, if its surroundings fit no other of its copies better.

    Which of two copies was taken out, the lineage can only guess where the words between them went with it.
    """
    old, new = trail.old, trail.new
    home = old.passage_at(quote.start)
    text = old.passages[home].text
    if old.of_passage(home) != quote or old.copies[text] < LEAST_COPIES or not new.copies[text]:
        return ()

    def fit(copy: Place, place: Place) -> float:
        return with_context(old, new, copy, dict(zip(_words(copy), _words(place), strict=True))).context

    copies = [old.of_passage(at) for at, one in enumerate(old.passages) if one.text == text and at != home]
    places = [new.of_passage(at) for at, one in enumerate(new.passages) if one.text == text]
    return tuple(
        (place,)
        for place in places[:MOST_COPIES]
        if (own := fit(quote, place)) >= SURE_CONTEXT
        and all(own >= fit(copy, place) - TIE for copy in copies[:MOST_COPIES])
    )


def _words(place: Place) -> range:
    return range(place.start, place.end)


def stands_beside(trail: Trail, quote: Place, places: Places) -> bool:
    """Whether the lineage has the quotation in another place that has nearly all of its context too."""
    traced = trail.trace(quote)
    if traced.share < ENOUGH or agree(places, traced.places):
        return False
    return with_context(trail.old, trail.new, quote, trail.words_of(quote)).context >= NEARLY_ALL_CONTEXT


def has_other_specifics(trail: Trail, quote: Place, places: Places, *, all_of_them: bool = False) -> bool:
    """Whether a short passage kept its form, but not its figures and names: the same was said of something else.

    Most of them must have changed; with `all_of_them`, all, and more than two. In a form that no other passage has, a figure or
    name of several words is one: “This notice was last changed on 15 July 2019” is not another notice with another date. Where
    another passage has all that is left, nothing tells that it is the same one, whatever is a name in its script.
    """
    old, new = trail.old, trail.new
    home = old.passage_at(quote.start)
    there = {new.passage_at(word) for place in places for word in (place.start, place.end - 1)}
    had, has = old.words_of(home), {key for at in there for key in new.words_of(at)}
    if len(had) >= LONG_PASSAGE:
        return False
    siblings = _siblings(trail, home, there)
    kept = has.intersection(had)
    quoted = set(old.keys[quote.start : min(quote.end, old.of_passage(home).end)])
    if len(quoted - has) >= LEAST_LOST <= len(has.difference(had)) and any(kept <= words for words in siblings):
        return True
    came = {key for at in there for key in new.specifics[at]}.difference(had)
    words = {(key,) for key in old.specifics[home]}
    return all(
        _have_changed(
            [said for said in specifics if not has.issuperset(said)], specifics, came, all_of_them=all_of_them
        )
        for specifics in (words, words if siblings else _in_a_row(had, old.specifics[home]))
    )


def _have_changed(
    lost: Sequence[tuple[str, ...]],
    specifics: AbstractSet[tuple[str, ...]],
    came: AbstractSet[str],
    *,
    all_of_them: bool,
) -> bool:
    if all_of_them:
        return len(lost) == len(specifics) and min(len(lost), len(came)) > LEAST_LOST
    return len(lost) >= LEAST_LOST and 2 * len(lost) > len(specifics) and 2 * len(came) >= len(lost)


def _in_a_row(words: Sequence[str], specifics: AbstractSet[str]) -> set[tuple[str, ...]]:
    """Figures and names as they stand next to each other: “15 July 2019” is one."""
    return {tuple(run) for is_specific, run in groupby(words, specifics.__contains__) if is_specific}


def _siblings(trail: Trail, home: int, there: AbstractSet[int]) -> list[frozenset[str]]:
    """The words of other passages about as long, of either version, that have half of the words that a passage has kept."""
    old, new = trail.old, trail.new
    passage = old.of_passage(home)
    kept = {key for at in there for key in new.words_of(at)}
    form = [(old.keys[word], old.weights[word]) for word in _words(passage) if old.keys[word] in kept]
    enough = ENOUGH * sum(weight for _, weight in form)
    others = [old.words_of(at) for at in range(len(old.passages)) if at != home]
    others += [new.words_of(at) for at in range(len(new.passages)) if at not in there]
    return [
        own
        for words in others
        if len(passage) <= AS_LONG * len(words)
        and len(words) <= AS_LONG * len(passage)
        and (own := frozenset(words))
        and sum(weight for key, weight in form if key in own) >= enough
    ]


def is_in_other_words(trail: Trail, quote: Place, places: Places) -> bool:
    """Whether a phrase stands in another sentence than it did: “the mayor said” is said in many."""
    old, new = trail.old, trail.new
    sentence = old.sentence(quote)
    rest = [*range(sentence.start, quote.start), *range(quote.end, sentence.end)]
    if len(quote) >= MANY_WORDS or 2 * len(rest) < len(quote) or len(rest) < LEAST_RUN:
        return False
    there = new.sentence(max(places, key=len))
    said = set(new.keys[there.start : there.end])
    weight = sum(old.weights[word] for word in rest)
    kept = sum(old.weights[word] for word in rest if old.keys[word] in said)
    return bool(kept < LEAST_OF_SENTENCE * weight)


def agree(some: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether most words of the smaller one are in both."""
    both = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in merged(some)
        for other in merged(others)
    )
    return 2 * both >= min(sum(map(len, some)), sum(map(len, others))) > 0
