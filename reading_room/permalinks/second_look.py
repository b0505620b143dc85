"""A second look at words that the rules find nowhere: trees that were grown on histories say of each place how sure it is.

benchmarks/train_resolution.py grows the trees; docs/decisions/0029-second-look.md says on what, and what comes of it.
"""

from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

from reading_room.model.trees import log_odds, trained
from reading_room.permalinks.following import Followed
from reading_room.permalinks.gaps import Gap, gap, words_in
from reading_room.permalinks.rows import Place
from reading_room.permalinks.searching import Candidate, search, with_context
from reading_room.permalinks.tracing import Trail

TREES = Path(__file__).with_name("second_look.json")
SURE = 0.9
"""Probability from which a place is shown: the wrong words are worse than none."""
LONGEST = 400
"""Words of the longest quotation that is looked at again: the trees have seen no longer ones, and it would take too long."""
MOST_PLACES = 6
"""Places of the search that are looked at."""
WIDEST_GAP = 3_000
"""Words of the widest gap that is looked into."""


class Figures(NamedTuple):
    """What speaks for a place and against it, the same in any language."""

    share: float
    """Of the quotation, what stands there; rare words count more."""
    context: float
    """Of the words around the quotation, what stands around the place."""
    held: bool
    """Whether the words close by stand on both sides, as they did."""
    traced: float
    """Of the quotation, what the lineage still has, here or elsewhere."""
    explained: float
    """Of the place, what stood elsewhere before by the lineage."""
    in_gap: float
    """Of the place, what lies between the words that the quotation stood between."""
    rival: float
    """The score of the best other place."""
    own: float
    """Looked for backwards: the score of the quotation among what the place may have been…"""
    others: float
    """…and the best score of other words."""

    @property
    def is_theirs(self) -> bool:
        """Whether other words of the older version fit the place better than the quotation does, whatever else speaks for it."""
        return self.others > self.own


def look_again(trail: Trail, quote: Place) -> tuple[Place, ...]:
    """Where the trees are sure that a quotation stands; nowhere, mostly."""
    if len(quote) > LONGEST:
        return ()
    trees = trained(TREES, Figures._fields)
    best = log(SURE / (1 - SURE))
    places: tuple[Place, ...] = ()
    for candidate, figures in looked_at(trail, quote):
        if log_odds(trees, figures) < best:
            continue  # looking backwards costs a search, and could only make it less sure
        figures = with_origins(trail, quote, candidate, figures)
        odds = log_odds(trees, figures)
        if odds >= best and not figures.is_theirs:
            best, places = odds, candidate.places
    return places


def looked_at(trail: Trail, quote: Place) -> Iterator[tuple[Candidate, Figures]]:
    """The places where a quotation may stand, with their figures as if nothing else laid claim to them, which costs a search."""
    traced, space = trail.trace(quote), gap(trail, quote)
    candidates = _candidates(trail, quote, traced, space)
    for one in candidates:
        rivals = [other for other in candidates if not other.overlaps(one)]
        yield (
            one,
            Figures(
                share=one.found.share,
                context=one.context,
                held=one.held,
                traced=traced.share,
                explained=max(trail.other_words(quote, place) for place in one.places),
                in_gap=_share_in(space, one.places),
                rival=max((other.score for other in rivals), default=0.0),
                own=1.0,
                others=0.0,
            ),
        )


def with_origins(trail: Trail, quote: Place, candidate: Candidate, figures: Figures) -> Figures:
    """The figures with what the older version has that the place may have been."""
    origins = search(trail.new, trail.old, max(candidate.places, key=len))
    own = [one for one in origins if any(quote.overlaps(place) for place in one.places)]
    others = [one for one in origins if one not in own]
    return figures._replace(
        own=max((one.score for one in own), default=0.0), others=max((one.score for one in others), default=0.0)
    )


def _candidates(trail: Trail, quote: Place, traced: Followed, space: Gap | None) -> list[Candidate]:
    """Of the search, of the lineage, and what of the quotation stands in its gap."""
    old, new = trail.old, trail.new
    found = search(old, new, quote, {place.start - quote.start for place in traced.places[:1]})[:MOST_PLACES]
    if traced.places:
        found.append(with_context(old, new, quote, trail.words_of(quote)))
    if space and len(space.now) <= min(2 * len(space.was) + 10, WIDEST_GAP):
        together = {word: at for word, at in words_in(trail, space).items() if quote.start <= word < quote.end}
        if together:
            found.append(with_context(old, new, quote, together))
    return [one for one in dict.fromkeys(found) if one.places]


def _share_in(space: Gap | None, places: Sequence[Place]) -> float:
    return sum(len(place) for place in places if space and space.holds(place)) / sum(map(len, places))
