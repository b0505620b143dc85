"""What the two witnesses say together of a range of words: where it stands, or that it may stand in several places, or nowhere.

The lineage (`tracing`) and the search (`searching`) know nothing of each other. Words are shown only where both point, where they
stand in the gap between their old neighbours (`gaps`), or where one witness is sure and the other has nothing to say against it.
docs/decisions/0013-resolution.md has what each rule was made for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reading_room.permalinks.anchors import anchored, is_of_others, nearer, put_together, stayed, without_others
from reading_room.permalinks.following import Followed
from reading_room.permalinks.gaps import Gap, gap, words_in
from reading_room.permalinks.look_alikes import (
    ENOUGH,
    EXPLAINED,
    LEAST_RUN,
    MANY_WORDS,
    MANY_WORDS_UNCHANGED,
    NEARLY_ALL_CONTEXT,
    SURE,
    SURE_CONTEXT,
    TELLING_RUN,
    TIE,
    Places,
    agree,
    has_other_specifics,
    is_another_passage,
    is_in_other_words,
    is_put_together,
    is_sentence,
    look_alikes,
    standing,
    standing_as_copy,
    stands_beside,
    word_for_word,
)
from reading_room.permalinks.rows import Place, merged
from reading_room.permalinks.searching import FEW_PLACES, LONG, MOST_PLACES, Candidate, search, with_context
from reading_room.permalinks.second_look import look_again
from reading_room.permalinks.tracing import Trail

ENOUGH_IN_CONTEXT = 0.35
"""Less than `ENOUGH` of a quotation that will do where `SURE_CONTEXT` of what stood around it stands around it still…"""
ENOUGH_HELD, LEAST_HELD = 0.25, 2
"""…or this much and so many words of it, where the words close by hold it on both sides."""
ENOUGH_IN_GAP = 0.35
"""…or this much between the words that it stood between…"""
HALF_CONTEXT = 0.5
"""…with so much of its context."""
GROWN, ADDED = 2, 10
"""How many times as long, and by how many words more, the space may be than what stood there."""
SURE_SCORE = 0.55
"""Score from which the search alone is believed, where the lineage lost the words and nothing else lays claim to the place."""
TELLING = 4.0
"""Weight of words from which they can hardly stand in a place by chance…"""
TELLING_WORDS = 5
"""…or their number, if they stood once and stand once."""
FEW_WORDS, FEW_SHARE, FEW_CONTEXT = 4, 0.6, 0.4
"""Of a quotation of which fewer words are left, so much must be, and so much of their context, or nearly all of it."""
UNSURE = 0.25
"""Share of a quotation across passages that may be left out as unsure, where the rest of it is found."""
BARE = 0.15
"""Share of the context below which a few words may be others."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The places of a range of words; or those between which there is no choosing; neither, if it is gone."""

    places: Places = ()
    candidates: tuple[Places, ...] = ()


def judge(trail: Trail, quote: Place) -> Verdict:
    """What the two witnesses say together of a range of words, and where they find no place, what trees say of each place."""
    verdict = by_rules(trail, quote)
    if not verdict.places and (places := look_again(trail, quote)) and not _speaks_against(trail, quote, places):
        return Verdict(places)
    return verdict


def _speaks_against(trail: Trail, quote: Place, places: Places) -> bool:
    """Whether a place that seems sure is one of those that rules were made against, because they look it and are not."""
    return (
        is_another_passage(trail, quote, places)
        or is_of_others(trail, quote, places)
        or stands_beside(trail, quote, places)
        or is_in_other_words(trail, quote, places)
        or has_other_specifics(trail, quote, places, all_of_them=True)
        or nearer(trail, quote, places) >= -TIE
        or is_put_together(trail, quote, places)
        or bool(put_together(trail, quote, places) or look_alikes(trail, quote, places))
    )


def by_rules(trail: Trail, quote: Place, most: int = MOST_PLACES) -> Verdict:
    """What the two witnesses say together of a range of words; where they are not sure of all of it, of each passage by itself."""
    unchanged = _unchanged(trail, quote)
    if unchanged:
        return Verdict((unchanged,))
    verdict = _judge_together(trail, quote, most)
    if verdict.places and is_another_passage(trail, quote, verdict.places):
        verdict = Verdict()
    misled = any(
        is_of_others(trail, quote, places)
        for places in (verdict.places, *verdict.candidates, trail.trace(quote).places)
    )
    verdict = Verdict(
        without_others(trail, quote, verdict.places),
        tuple(places for places in verdict.candidates if not is_of_others(trail, quote, places)),
    )
    if whole := anchored(trail, quote):
        if misled or verdict != Verdict() or stayed(trail, quote, whole):
            return Verdict((whole,))
        return Verdict(candidates=((whole,),))
    if verdict.places and (whole := word_for_word(trail, quote)):
        if any(whole.overlaps(place) for place in verdict.places):
            return Verdict((whole,))
        if is_sentence(trail, quote, whole):
            return Verdict(candidates=(verdict.places, (whole,)))
    if verdict.places and (more := nearer(trail, quote, verdict.places)) >= -TIE:
        verdict = Verdict() if more > TIE else Verdict(candidates=(verdict.places,))
    if verdict.places and (apart := put_together(trail, quote, verdict.places)):
        verdict = Verdict(apart) if len(apart) == 1 else Verdict(candidates=tuple((place,) for place in apart))
    if verdict.places and is_put_together(trail, quote, verdict.places):
        verdict = Verdict(candidates=tuple((place,) for place in verdict.places))
    if verdict.places and (alike := look_alikes(trail, quote, verdict.places)):
        verdict = Verdict(candidates=(verdict.places, *alike))
    if verdict == Verdict():
        verdict = Verdict(candidates=standing(trail, quote) or standing_as_copy(trail, quote))
    first, last = trail.old.passage_at(quote.start), trail.old.passage_at(quote.end - 1)
    if verdict.places or first == last:
        return verdict
    parts = []
    for position in range(first, last + 1):
        own = trail.old.of_passage(position)
        parts.append(Place(max(own.start, quote.start), min(own.end, quote.end)))
    if len(quote) >= LONG:
        most = FEW_PLACES
    return _together(trail, quote, [(part, by_rules(trail, part, most)) for part in parts if part]) or verdict


def _together(trail: Trail, quote: Place, parts: Sequence[tuple[Place, Verdict]]) -> Verdict | None:
    """Several passages as one quotation, if enough of it is found and little is unsure."""
    weight = {part: sum(trail.old.weights[part.start : part.end]) for part, _ in parts}
    found = sum(weight[part] for part, verdict in parts if verdict.places)
    unsure = sum(weight[part] for part, verdict in parts if verdict.candidates)
    whole = sum(weight.values())
    if found < ENOUGH * whole or unsure > UNSURE * whole:
        return None
    return Verdict(tuple(merged(place for _, verdict in parts for place in verdict.places)))


def _unchanged(trail: Trail, quote: Place) -> Place | None:
    """The quotation's place where its passages stand as they stood, one after the other, and nothing like them stands elsewhere."""
    positions = range(trail.old.passage_at(quote.start), trail.old.passage_at(quote.end - 1) + 1)
    if trail.old.of_passage(positions[-1]).end - trail.old.of_passage(positions[0]).start < MANY_WORDS:
        return None  # a standing phrase is judged by what stands around it
    passages = [trail.old.passages[position] for position in positions if len(trail.old.of_passage(position))]
    begin = trail.new.position.get(passages[0].id)
    if begin is None or any(
        trail.heirs.get(passage.id) != (passage.id,)
        or trail.new.position.get(passage.id) != begin + step
        or trail.new.passages[begin + step].text != passage.text
        or trail.old.copies[passage.text] > 1
        or trail.new.copies[passage.text] > 1
        for step, passage in enumerate(passages)
    ):
        return None
    moved = trail.new.begins[begin] - trail.old.begins[positions[0]]
    return Place(quote.start + moved, quote.end + moved)


def _judge_together(trail: Trail, quote: Place, most: int) -> Verdict:
    traced = trail.trace(quote)
    candidates = search(trail.old, trail.new, quote, {place.start - quote.start for place in traced.places[:1]}, most)
    if beyond_doubt := in_its_context(trail, quote, candidates):
        return Verdict(beyond_doubt)
    if kept := _in_its_gap(trail, quote, traced, candidates):
        return Verdict(kept)
    here = next((one for one in candidates if agree(one.places, traced.places)), None)
    if here is None or not _stands(traced, here):
        return _without_trace(trail, quote, traced, candidates)
    if traced.share > here.found.share:
        own = with_context(trail.old, trail.new, quote, trail.words_of(quote))
        candidates = [own, *(one for one in candidates if not one.overlaps(own))]
        here = own
    others = [one for one in candidates if one is not here and _ties(one, here, agreed=True)]
    rivals = [one.places for one in others if _stands_whole(one, here, quote) or not _is_explained(trail, quote, one)]
    best = traced.places if traced.share >= here.found.share else here.places
    if rivals or _may_be_another(trail, quote, here, agreed=True) or is_in_other_words(trail, quote, best):
        return Verdict(candidates=(best, *rivals))
    return Verdict(best)


def in_its_context(trail: Trail, quote: Place, candidates: Sequence[Candidate] | None = None) -> Places:
    """Where nearly all of the quotation stands with nearly all of its context, and nowhere else the lineage has it."""
    if candidates is None:
        candidates = search(trail.old, trail.new, quote)
    if not candidates:
        return ()
    best, *others = candidates
    if stands_beside(trail, quote, best.places):
        return ()
    whole = best.held and best.found.share >= EXPLAINED and best.context >= NEARLY_ALL_CONTEXT
    alone = all(one.score < best.score - TIE for one in others)
    return best.places if whole and alone and not _is_explained(trail, quote, best) else ()


def _in_its_gap(trail: Trail, quote: Place, traced: Followed, candidates: Sequence[Candidate]) -> Places:
    """The quotation between the words that it stood between, if enough of it does and nothing else has a better claim."""
    space = gap(trail, quote) if len(quote) < LONG else None
    if space is None:
        return ()
    same = words_in(trail, space) if _is_filled(space, space.was) else {}
    together = {word: at for word, at in same.items() if quote.start <= word < quote.end}
    inside = [one for one in candidates if all(map(space.holds, one.places))]
    if together:
        inside.append(with_context(trail.old, trail.new, quote, together))
    best = max(inside, key=lambda one: (one.found.share, one.score), default=None)
    if best is None or not _fills(best, quote, space):
        return ()
    if stands_beside(trail, quote, best.places):
        return ()
    for one in candidates:
        if one in inside:
            better = not one.overlaps(best) and one.score >= best.score - TIE
        else:
            better = one.found.share > best.found.share and (
                agree(one.places, traced.places) or one.found.share == 1 > ENOUGH > best.found.share
            )
        if better or (_stands_whole(one, best, quote) and not _is_explained(trail, quote, one)):
            return ()
    of_others = sum(
        word not in together and any(place.start <= at < place.end for place in best.places)
        for word, at in same.items()
    )
    if of_others > len(together) or _is_explained(trail, quote, best):
        return ()
    if has_other_specifics(trail, quote, best.places, all_of_them=best.context >= EXPLAINED):
        return ()
    if _has_twin(trail, quote, best, space):
        return ()
    return traced.places if traced.share >= best.found.share and all(map(space.holds, traced.places)) else best.places


def _has_twin(trail: Trail, quote: Place, found: Candidate, space: Gap) -> bool:
    """Whether other words fit the place better, or as well if they stood in the same gap."""
    own, others = _origins(trail, quote, found)
    return any(
        one.score > own + TIE or (one.score >= own - TIE and all(map(space.was.overlaps, one.places))) for one in others
    )


def _fills(found: Candidate, quote: Place, space: Gap) -> bool:
    """Whether enough of a quotation stands in its gap; more of it must in a wide one, where common words stand by chance."""
    share, words = found.found.share, found.found.words
    if not _is_filled(space, quote) and not _is_flush(found, quote, space):
        return share >= ENOUGH and words >= LEAST_RUN and _is_filled(space, space.was)
    if words < LEAST_HELD and found.context < EXPLAINED:
        return False
    return share >= (ENOUGH_IN_GAP if found.context >= HALF_CONTEXT else ENOUGH)


def _is_filled(space: Gap, by: Place) -> bool:
    """Whether there is little room for anything else."""
    return len(space.now) <= GROWN * len(by) + ADDED


def _is_flush(found: Candidate, quote: Place, space: Gap) -> bool:
    """Whether it stands as far from one side of its gap as it stood."""
    begin, end = min(found.places).start, max(place.end for place in found.places)
    return quote.start - space.was.start == begin - space.now.start or space.was.end - quote.end == space.now.end - end


def _stands(traced: Followed, here: Candidate) -> bool:
    """Whether enough of the quotation is left where both witnesses have it."""
    share = max(traced.share, here.found.share)
    if here.held and max(traced.words, here.found.words) >= LEAST_HELD:
        return share >= ENOUGH_HELD
    return share >= ENOUGH or (share >= ENOUGH_IN_CONTEXT and here.context >= SURE_CONTEXT)


def _without_trace(trail: Trail, quote: Place, traced: Followed, candidates: Sequence[Candidate]) -> Verdict:
    """The witnesses do not agree: what the search found counts if it is sure and nothing speaks for other words there."""
    standing = [one for one in candidates if one.found.share >= ENOUGH and not _is_explained(trail, quote, one)]
    if traced.share >= ENOUGH:
        return Verdict(candidates=(traced.places, *(one.places for one in standing[:1])))
    if not standing:
        return Verdict()
    best, *others = standing
    telling = _is_telling(trail, quote, best)
    if not (best.score >= SURE_SCORE and telling) and best.context < SURE_CONTEXT:
        return Verdict(candidates=(best.places,)) if telling and best.found.share >= SURE else Verdict()
    rivals = [one.places for one in others if _ties(one, best, agreed=False)]
    if not best.held and not rivals and _is_of_others(trail, quote, best):
        return Verdict()
    if rivals or _may_be_another(trail, quote, best, agreed=False) or is_in_other_words(trail, quote, best.places):
        return Verdict(candidates=(best.places, *rivals))
    return Verdict(best.places)


def _is_telling(trail: Trail, quote: Place, found: Candidate) -> bool:
    """Whether so many words, or so rare ones, can hardly stand in a place by chance."""
    if _weight(trail, quote, found) >= TELLING:
        return True
    if found.found.words < TELLING_WORDS and not (found.held and found.found.share == 1):
        return False
    _, *elsewhere = search(trail.old, trail.old, quote)
    return not elsewhere or elsewhere[0].found.share < SURE


def _weight(trail: Trail, quote: Place, found: Candidate) -> float:
    return found.found.share * sum(trail.old.weights[quote.start : quote.end])


def _is_explained(trail: Trail, quote: Place, found: Candidate) -> bool:
    """Whether the lineage says that something else stood there before, and still does."""
    return all(trail.other_words(quote, place) >= min(EXPLAINED, found.found.share) for place in found.places)


def _may_be_another(trail: Trail, quote: Place, found: Candidate, *, agreed: bool) -> bool:
    """Whether what stands there may rather be other words of the older version: looked for by searching backwards."""
    if found.found.share == 1 and found.context >= EXPLAINED:
        return False
    if found.context < EXPLAINED and _is_one_of_several(trail, quote):
        return True
    sure = found.context >= EXPLAINED and (found.found.share >= SURE or (found.held and agreed))
    if has_other_specifics(trail, quote, found.places, all_of_them=sure):
        return True
    if found.held or (agreed and _stands_once(trail, quote, found)):
        return False
    if found.context < BARE and found.found.words < (MANY_WORDS if found.found.share < 1 else MANY_WORDS_UNCHANGED):
        return True
    if found.found.words < FEW_WORDS and found.found.share < 1:
        least = FEW_CONTEXT if found.found.share >= FEW_SHARE else NEARLY_ALL_CONTEXT
        if found.context < least:
            return True
    own, others = _origins(trail, quote, found)
    return any(
        one.score > own + TIE
        or (one.score >= own - (0 if agreed else TIE) and not _stands_elsewhere(trail, one.places, found.places))
        for one in others
    )


def _origins(trail: Trail, quote: Place, found: Candidate) -> tuple[float, list[Candidate]]:
    """Looked for backwards: how well a place fits the quotation, and the other words of the older version that it may be."""
    origins = search(trail.new, trail.old, max(found.places, key=len))
    own = [one for one in origins if any(quote.overlaps(place) for place in one.places)]
    return max((one.score for one in own), default=0.0), [one for one in origins if one not in own]


def _is_of_others(trail: Trail, quote: Place, found: Candidate) -> bool:
    """Whether other words of the older version fit a place better than the quotation does."""
    own, others = _origins(trail, quote, found)
    return any(one.score > own + TIE for one in others)


def _stands_once(trail: Trail, quote: Place, found: Candidate) -> bool:
    """Whether words of it stand in a row that stood once in the older version and stands once in the newer."""
    old, new = trail.old, trail.new
    words, place = old.keys[quote.start : quote.end], max(found.places, key=len)
    there = new.keys[place.start : place.end]
    run = SequenceMatcher(None, words, there, autojunk=False).find_longest_match()
    kept = words[run.a : run.a + run.size]
    weight = sum(old.weights[quote.start + run.a : quote.start + run.a + run.size])
    return run.size >= LEAST_RUN and weight >= TELLING_RUN and old.times(kept) == new.times(kept) == 1


def _is_one_of_several(trail: Trail, quote: Place) -> bool:
    """Whether the quotation is of a standing phrase (“Read more on our site.”) of which there are more or fewer now."""
    home = trail.old.passage_at(quote.start)
    text = trail.old.passages[home].text
    several = (
        max(trail.old.copies[text], trail.new.copies[text]) > 1 and trail.old.copies[text] != trail.new.copies[text]
    )
    return several and len(trail.old.of_passage(home)) < MANY_WORDS


def _stands_elsewhere(trail: Trail, origin: Sequence[Place], found: Sequence[Place]) -> bool:
    """Whether the lineage has other words of the older version in a place of their own, apart from the one found."""
    traced = trail.trace(max(origin, key=len))
    return traced.share >= EXPLAINED and not any(one.overlaps(other) for one in traced.places for other in found)


def _stands_whole(rival: Candidate, best: Candidate, quote: Place) -> bool:
    """Whether the quotation stands word for word between its words elsewhere, which it does not where the lineage has it."""
    whole = rival.found.share == 1 and sum(map(len, rival.places)) == len(quote)
    return whole and rival.held and not best.held and rival.score > best.score + TIE


def _ties(rival: Candidate, best: Candidate, *, agreed: bool) -> bool:
    """Whether one place is as good as the other.

    One that is held on both sides is better than one that is not; one that has all of the words, where the lineage has them, than
    one that has not.
    """
    if best.found.share == best.context == 1:
        return rival.score == best.score
    if best.held and not rival.held and rival.score <= best.score:
        return False
    if agreed and best.found.share == 1 > rival.found.share:
        return False
    return rival.score >= best.score - TIE
