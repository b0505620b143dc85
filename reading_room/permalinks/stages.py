"""A quotation on its way through every version that was kept: where one step is plain, no far comparison is asked.

A link of version 1 opened in version 9 may meet a sentence that looks like it and came in with version 4, when the quotation still
stood. Version 9 alone does not tell them apart; version 4 does. So a quotation is followed for as long as it stands word for
word, then over the version that changed it, then on from there. Both witnesses are asked at each of these stages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reading_room.model.article import Passage
from reading_room.model.lineage import Change
from reading_room.model.word_alignment import align
from reading_room.permalinks.carrying import Carriage, WordAt
from reading_room.permalinks.folding import folded
from reading_room.permalinks.judging import Verdict, in_its_context
from reading_room.permalinks.look_alikes import Places
from reading_room.permalinks.quoted_anew import apart, judge_apart
from reading_room.permalinks.rows import Place, Row, row
from reading_room.permalinks.searching import LEAST_SHARE, LONG
from reading_room.permalinks.tracing import Trail

NEARLY_ALL = 0.9
"""Share of a quotation that must stand for it to have been put back, once a version had none of it."""
MOST_STAGES = 24
"""Versions that changed one quotation, followed one by one; from there on it is looked for in the last version at once."""

Texts = Callable[[int], tuple[Passage, ...] | None]
"""The passages of a version, counted from the one that the link was made on; None where it may not be read."""


@dataclass(frozen=True, slots=True)
class Journey:
    """Where words stand in the last version, or the step, counted from 1, with which the last of them went."""

    verdict: Verdict
    gone_with: int | None = None


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the quotation stands in a version on the way."""

    version: int
    row: Row
    place: Place

    @property
    def keys(self) -> list[str]:
        return self.row.keys[self.place.start : self.place.end]

    @property
    def has_copies(self) -> bool:
        """Whether its passages stand elsewhere letter for letter: then nobody knows which of them is the quotation's."""
        positions = range(self.row.passage_at(self.place.start), self.row.passage_at(self.place.end - 1) + 1)
        return all(self.row.copies[self.row.passages[position].text] > 1 for position in positions)

    @property
    def words(self) -> list[WordAt]:
        found = []
        for word in range(self.place.start, self.place.end):
            position = self.row.passage_at(word)
            found.append((self.row.passages[position].id, word - self.row.begins[position]))
        return found


def journey(quote: Place, steps: Sequence[Sequence[Change]], texts: Texts) -> Journey:
    """Follow words of the first version through all steps to the last one. Both must be there to be read."""
    first = texts(0)
    if first is None:
        raise ValueError("the version that the link was made on cannot be read")
    stage = made = _Stage(0, row(first), quote)
    carriage = Carriage(steps)
    for _ in range(MOST_STAGES if len(quote) < LONG else 0):
        unchanged = _while_unchanged(stage, carriage, steps, texts)
        if unchanged is None or unchanged.version == len(steps):
            break
        stage = unchanged
        verdict = _judged(stage, stage.version + 1, steps, texts)
        if verdict and stage.version + 1 == len(steps) and (stage is made or not verdict.places):
            return _ended(verdict, made, stage, steps, texts)
        if verdict is None or verdict.candidates or len(verdict.places) > 1:
            break
        now = texts(stage.version + 1)
        if now is not None and verdict.places:
            later = _Stage(stage.version + 1, row(now), verdict.places[0])
            if _share(made, later) < LEAST_SHARE:
                return Journey(Verdict(), later.version)
            stage = later
        elif back := _put_back(stage, steps, texts):
            stage = back
        else:
            verdict = _judged(stage, len(steps), steps, texts) or Verdict()
            if verdict.places and not _is_put_back(made, verdict.places, steps, texts):
                verdict = Verdict()  # what came in later may be anything of the same form
            return _ended(verdict, made, stage, steps, texts)
    if stage.version == len(steps):
        return Journey(Verdict((stage.place,)))
    return Journey(_judged(stage, len(steps), steps, texts) or Verdict())


def _is_put_back(made: _Stage, places: Places, steps: Sequence[Sequence[Change]], texts: Texts) -> bool:
    """Whether nearly all of the words stand in a place, of which a version on the way had none."""
    now = texts(len(steps))
    return now is not None and len(places) == 1 and _share(made, _Stage(len(steps), row(now), places[0])) >= NEARLY_ALL


def _ended(verdict: Verdict, made: _Stage, stage: _Stage, steps: Sequence[Sequence[Change]], texts: Texts) -> Journey:
    """What is said of words that the version after `stage` changed or has not."""
    if not verdict.places and stage is not made:
        verdict = _as_it_stood(made, steps, texts) or verdict
    return Journey(verdict, None if verdict.places or verdict.candidates else stage.version + 1)


def _as_it_stood(made: _Stage, steps: Sequence[Sequence[Change]], texts: Texts) -> Verdict | None:
    """The words as they were quoted, where they stand to the last one in their old surroundings, whoever put them there."""
    now = texts(len(steps))
    if now is None:
        return None
    places = in_its_context(apart(Trail(made.row, row(now), steps), made.place), made.place)
    found = _Stage(len(steps), row(now), places[0]) if len(places) == 1 else None
    return Verdict(places) if found and found.keys == made.keys else None


def _judged(stage: _Stage, version: int, steps: Sequence[Sequence[Change]], texts: Texts) -> Verdict | None:
    """What both witnesses say of the words in a later version; None where it may not be read."""
    now = texts(version)
    if now is None:
        return None
    return judge_apart(Trail(stage.row, row(now), steps[stage.version : version]), stage.place)


def _while_unchanged(
    stage: _Stage, carriage: Carriage, steps: Sequence[Sequence[Change]], texts: Texts
) -> _Stage | None:
    """The last version up to which the lineage has the words as they stood; None where the witnesses are not both sure of it."""
    version, words = carriage.while_together(stage.version, stage.words)
    if version in (stage.version, len(steps)):
        return replace(stage, version=version)
    now = texts(version)
    if now is None:
        return None
    there = row(now)
    start = there.word(*words[0])
    if start is None:
        return None
    later = _Stage(version, there, Place(start, start + len(stage.place)))
    if later.keys != stage.keys or later.has_copies or _judged(stage, version, steps, texts) != Verdict((later.place,)):
        return None
    return later


def _put_back(stage: _Stage, steps: Sequence[Sequence[Change]], texts: Texts) -> _Stage | None:
    """The next version that has the words again, word for word, after one that had not."""
    for version in range(stage.version + 2, len(steps) + 1):
        came = {change.passage for change in steps[version - 1] if change.how not in ("kept", "merged", "deleted")}
        now = texts(version) if came else None
        if now is None or not any(_has(passage, stage) for passage in now if passage.id in came):
            continue
        verdict = _judged(stage, version, steps, texts)
        if verdict and len(verdict.places) == 1:
            back = _Stage(version, row(now), verdict.places[0])
            if back.keys == stage.keys:
                return back
    return None


def _has(passage: Passage, stage: _Stage) -> bool:
    """Whether a passage has the beginning of a quotation, as much of it as stands in one passage."""
    home = stage.row.home(stage.place.start)
    words = tuple(stage.row.keys[stage.place.start : min(stage.place.end, home.end)])
    there = folded(passage.text).keys
    return any(there[at : at + len(words)] == words for at, word in enumerate(there) if word == words[0])


def _share(made: _Stage, later: _Stage) -> float:
    """How much of the words that the link was made of is left in the place that they were followed to."""
    weights = made.row.weights[made.place.start : made.place.end]
    left = sum(weight for weight, at in zip(weights, align(made.keys, later.keys), strict=True) if at is not None)
    return left / sum(weights)
