"""What has become of a quotation: the verdict over two witnesses that know nothing of each other.

One follows the stored lineage (`tracing`), the other searches the text (`searching`). Words are shown only where both point, or
where one of them is sure and the other has nothing to say against it. Otherwise the places are listed and none is chosen, or the
quotation is gone. docs/decisions/0013-resolution.md has what was measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reading_room.model.article import Passage
from reading_room.model.lineage import Change
from reading_room.model.resolution import Resolution, Stretch
from reading_room.permalinks.differences import differences
from reading_room.permalinks.following import Followed
from reading_room.permalinks.rows import Place, Row, merged, row
from reading_room.permalinks.searching import Candidate, search
from reading_room.permalinks.selection import Selection, quotation, with_signs
from reading_room.permalinks.tracing import Heirs, heirs_over, moved_over, other_words, trace

ENOUGH = 0.5
"""Share of a quotation that must still stand for it to be found, edited…"""
ENOUGH_IN_CONTEXT = 0.35
"""…or this much of it, where at least `SURE_CONTEXT` of what stood around it stands around it still."""
SURE_CONTEXT = 0.5
SURE = 0.8
"""Share from which one place has what another one has too."""
SURE_SCORE = 0.55
"""Score from which the search alone is believed, where the lineage lost the words and nothing else lays claim to the place."""
TELLING = 4.0
"""Weight of words from which they can hardly stand in a place by chance…"""
TELLING_WORDS = 5
"""…or their number, if they stood once and stand once."""
FEW_WORDS, FEW_SHARE, FEW_CONTEXT = 4, 0.6, 0.4
"""Of a quotation of which fewer words are left, so much must be, and so much of their context with them…"""
NEARLY_ALL_CONTEXT = 0.8
"""…or else so much of it."""
MANY_WORDS, MANY_WORDS_UNCHANGED = 10, 6
"""Words that need no context to be told from others, edited or not."""
UNSURE = 0.25
"""Share of a quotation across passages that may be left out as unsure, where the rest of it is found."""
BARE = 0.15
"""Share of the context below which a few words may be others."""
LEAST_LOST, LONG_PASSAGE = 2, 40
"""Figures and names that a passage of fewer words may lose, if it keeps half of them, and still be the same."""
EXPLAINED = 0.9
"""Share of what stands in a place from which it is something that stood elsewhere before."""
TIE = 0.08
"""Difference of score within which two places tie, unless one of them is letter for letter the same with its context."""


Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The places of a range of words; or those between which there is no choosing; neither, if it is gone."""

    places: Places = ()
    candidates: tuple[Places, ...] = ()


def resolve(
    selection: Selection,
    born: int,
    before: tuple[Passage, ...],
    now: tuple[Passage, ...],
    steps: Sequence[Sequence[Change]],
) -> Resolution:
    """What has become of words selected in version `born`. `steps` is the lineage of every version after it, oldest first."""
    newest, quote = born + len(steps), selection.quote
    if before == now:
        return Resolution("exact", quote, born, newest, selection.all_stretches)
    old, new = row(before), row(now)
    heirs = heirs_over(steps, old.position)
    found: list[Stretch] = []
    candidates: list[tuple[Stretch, ...]] = []
    for stretches in selection.stretches:
        quoted = Place(old.place(stretches[0]).start, old.place(stretches[-1]).end)
        if not quoted:
            found.extend(_signs_alone(new, heirs, stretches[0]))
            continue
        verdict = judge(old, new, heirs, quoted)
        found.extend(new.stretches(verdict.places))
        candidates.extend(new.stretches(places) for places in verdict.candidates)
    if candidates:
        return Resolution("ambiguous", quote, born, newest, candidates=tuple(candidates))
    if not found:
        return Resolution("gone", quote, born, newest)
    if not selection.ranges:
        found = [_whole(new, one) for one in found]
    return _found(selection, Resolution("exact", quote, born, newest, tuple(found)), old, new, moved_over(steps))


def _signs_alone(new: Row, heirs: Heirs, stretch: Stretch) -> tuple[Stretch, ...]:
    """A passage without a word, where the lineage has it with the same signs."""
    kept = [new.passages[new.position[heir]] for heir in heirs[stretch.passage] if heir in new.position]
    return tuple(Stretch(one.id, 0, len(one.text), one.text) for one in kept if one.text == stretch.text)


def _whole(new: Row, stretch: Stretch) -> Stretch:
    """All of a passage, if all of its words are found: one that was selected whole had no words to begin or end with."""
    position = new.position[stretch.passage]
    text = new.passages[position].text
    if new.place(stretch) != new.of_passage(position):
        return stretch
    return Stretch(stretch.passage, 0, len(text), text)


def judge(old: Row, new: Row, heirs: Heirs, quote: Place) -> Verdict:
    """What the two witnesses say together of a range of words; where they are not sure of all of it, of each passage by itself."""
    unchanged = _unchanged(old, new, heirs, quote)
    if unchanged:
        return Verdict((unchanged,))
    verdict = _judge_together(old, new, heirs, quote)
    first, last = old.passage_at(quote.start), old.passage_at(quote.end - 1)
    if verdict.places or first == last:
        return verdict
    parts = []
    for position in range(first, last + 1):
        own = old.of_passage(position)
        parts.append(Place(max(own.start, quote.start), min(own.end, quote.end)))
    return _together(old, quote, [(part, judge(old, new, heirs, part)) for part in parts if part]) or verdict


def _together(old: Row, quote: Place, parts: Sequence[tuple[Place, Verdict]]) -> Verdict | None:
    """Several passages as one quotation, if enough of it is found and little is unsure."""
    weight = {part: sum(old.weights[part.start : part.end]) for part, _ in parts}
    found = sum(weight[part] for part, verdict in parts if verdict.places)
    unsure = sum(weight[part] for part, verdict in parts if verdict.candidates)
    whole = sum(weight.values())
    if found < ENOUGH * whole or unsure > UNSURE * whole:
        return None
    return Verdict(tuple(merged(place for _, verdict in parts for place in verdict.places)))


def _unchanged(old: Row, new: Row, heirs: Heirs, quote: Place) -> Place | None:
    """The quotation's place where its passages stand as they stood, one after the other, and nothing like them stands elsewhere."""
    positions = range(old.passage_at(quote.start), old.passage_at(quote.end - 1) + 1)
    if old.of_passage(positions[-1]).end - old.of_passage(positions[0]).start < MANY_WORDS:
        return None  # a standing phrase is judged by what stands around it
    passages = [old.passages[position] for position in positions if len(old.of_passage(position))]
    begin = new.position.get(passages[0].id)
    if begin is None or any(
        heirs.get(passage.id) != (passage.id,)
        or new.position.get(passage.id) != begin + step
        or new.passages[begin + step].text != passage.text
        or old.copies[passage.text] > 1
        or new.copies[passage.text] > 1
        for step, passage in enumerate(passages)
    ):
        return None
    moved = new.begins[begin] - old.begins[positions[0]]
    return Place(quote.start + moved, quote.end + moved)


def _judge_together(old: Row, new: Row, heirs: Heirs, quote: Place) -> Verdict:
    traced, candidates = trace(old, new, heirs, quote), search(old, new, quote)
    here = next((one for one in candidates if _agree(one.places, traced.places)), None)
    if here is None or not _stands(traced, here):
        return _without_trace(old, new, heirs, quote, traced, candidates)
    others = [one for one in candidates if one is not here and _ties(one, here)]
    rivals = [one.places for one in others if not _is_explained(old, new, heirs, quote, one)]
    best = traced.places if traced.share >= here.found.share else here.places
    if rivals or _may_be_another(old, new, heirs, quote, here):
        return Verdict(candidates=(best, *rivals))
    return Verdict(best)


def _stands(traced: Followed, here: Candidate) -> bool:
    """Whether enough of the quotation is left where both witnesses have it."""
    share = max(traced.share, here.found.share)
    return share >= ENOUGH or (share >= ENOUGH_IN_CONTEXT and here.context >= SURE_CONTEXT)


def _without_trace(
    old: Row, new: Row, heirs: Heirs, quote: Place, traced: Followed, candidates: Sequence[Candidate]
) -> Verdict:
    """The witnesses do not agree: what the search found counts if it is sure and nothing speaks for other words there."""
    standing = [
        one for one in candidates if one.found.share >= ENOUGH and not _is_explained(old, new, heirs, quote, one)
    ]
    if traced.share >= ENOUGH:
        return Verdict(candidates=(traced.places, *(one.places for one in standing[:1])))
    if not standing:
        return Verdict()
    best, *others = standing
    telling = _is_telling(old, quote, best)
    if not (best.score >= SURE_SCORE and telling) and best.context < SURE_CONTEXT:
        return Verdict(candidates=(best.places,)) if telling else Verdict()
    rivals = [one.places for one in others if _ties(one, best)]
    if rivals or _may_be_another(old, new, heirs, quote, best):
        return Verdict(candidates=(best.places, *rivals))
    return Verdict(best.places)


def _is_telling(old: Row, quote: Place, found: Candidate) -> bool:
    """Whether so many words, or so rare ones, can hardly stand in a place by chance."""
    if _weight(old, quote, found) >= TELLING:
        return True
    if found.found.words < TELLING_WORDS:
        return False
    _, *elsewhere = search(old, old, quote)
    return not elsewhere or elsewhere[0].found.share < SURE


def _weight(old: Row, quote: Place, found: Candidate) -> float:
    return found.found.share * sum(old.weights[quote.start : quote.end])


def _is_explained(old: Row, new: Row, heirs: Heirs, quote: Place, found: Candidate) -> bool:
    """Whether the lineage says that something else stood there before, and still does."""
    return all(
        other_words(old, new, heirs, quote, place) >= min(EXPLAINED, found.found.share) for place in found.places
    )


def _may_be_another(old: Row, new: Row, heirs: Heirs, quote: Place, found: Candidate) -> bool:
    """Whether what stands there may rather be other words of the older version: looked for by searching backwards."""
    if found.found.share == 1 and found.context >= EXPLAINED:
        return False
    if found.context < EXPLAINED and _is_one_of_several(old, new, quote):
        return True
    if (found.found.share < SURE or found.context < EXPLAINED) and _has_other_specifics(old, new, quote, found):
        return True
    if found.context < BARE and found.found.words < (MANY_WORDS if found.found.share < 1 else MANY_WORDS_UNCHANGED):
        return True
    if found.found.words < FEW_WORDS and found.found.share < 1:
        least = FEW_CONTEXT if found.found.share >= FEW_SHARE else NEARLY_ALL_CONTEXT
        if found.context < least:
            return True
    origins = search(new, old, max(found.places, key=len))
    own = max((one.score for one in origins if any(quote.overlaps(place) for place in one.places)), default=0.0)
    return any(
        one.score >= own - TIE and not _stands_elsewhere(old, new, heirs, one.places, found.places)
        for one in origins
        if not any(quote.overlaps(place) for place in one.places)
    )


def _is_one_of_several(old: Row, new: Row, quote: Place) -> bool:
    """Whether the quotation is of a standing phrase (“Read more on our site.”) of which there are more or fewer now."""
    home = old.passage_at(quote.start)
    text = old.passages[home].text
    several = max(old.copies[text], new.copies[text]) > 1 and old.copies[text] != new.copies[text]
    return several and len(old.of_passage(home)) < MANY_WORDS


def _stands_elsewhere(old: Row, new: Row, heirs: Heirs, origin: Sequence[Place], found: Sequence[Place]) -> bool:
    """Whether the lineage has other words of the older version in a place of their own, apart from the one found."""
    traced = trace(old, new, heirs, max(origin, key=len))
    return traced.share >= EXPLAINED and not any(one.overlaps(other) for one in traced.places for other in found)


def _has_other_specifics(old: Row, new: Row, quote: Place, found: Candidate) -> bool:
    """Whether a short passage kept its form, but few of its figures and names: the same was said of something else."""
    home = old.passage_at(quote.start)
    there = {new.passage_at(word) for place in found.places for word in (place.start, place.end - 1)}
    specifics = old.specifics[home]
    words = {key for at in there for key in new.keys[new.of_passage(at).start : new.of_passage(at).end]}
    lost = specifics - words
    short = len(old.of_passage(home)) < LONG_PASSAGE
    return short and len(lost) >= LEAST_LOST and 2 * len(lost) > len(specifics)


def _agree(some: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether most words of the smaller one are in both."""
    both = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in merged(some)
        for other in merged(others)
    )
    return 2 * both >= min(sum(map(len, some)), sum(map(len, others))) > 0


def _ties(rival: Candidate, best: Candidate) -> bool:
    if best.found.share == best.context == 1:
        return rival.score == best.score
    return rival.score >= best.score - TIE


def compared(
    selection: Selection, found: Sequence[Stretch], before: Sequence[Passage], now: Sequence[Passage]
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The quotation and what was found of it as they are compared: of a whole passage all of its signs count."""
    outer = not selection.ranges
    return with_signs(before, selection.all_stretches, outer=outer), with_signs(now, found, outer=outer)


def _found(selection: Selection, found: Resolution, old: Row, new: Row, moved: frozenset[str]) -> Resolution:
    was, now = (quotation([side]) for side in compared(selection, found.found, old.passages, new.passages))
    if was.split() != now.split() and selection.quote.split() != quotation([found.found]).split():
        return replace(found, status="edited", changes=differences(was, now))
    same = [one.passage for one in selection.all_stretches] == [one.passage for one in found.found]
    stayed = same and not moved & {one.passage for one in found.found}
    return found if stayed else replace(found, status="moved")
