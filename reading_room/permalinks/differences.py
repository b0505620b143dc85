"""How two texts differ, word by word, with figures, names and negations told from other words."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from reading_room.model.languages import UNKNOWN
from reading_room.model.resolution import ChangeKind, Pointed, PointedKind, Replaced, WordChange
from reading_room.model.results import Span
from reading_room.model.word_alignment import align
from reading_room.permalinks.capitals import INITIALS, Capitals, capitals, is_known, name_of
from reading_room.permalinks.folding import fold_typography, fold_word
from reading_room.permalinks.moved import NOTHING_MOVED, Moved, moved_sentences, stands_as_often
from reading_room.permalinks.negations import is_opposite, negations
from reading_room.permalinks.numerals import figures
from reading_room.permalinks.rows import Row
from reading_room.permalinks.terms import Term
from reading_room.permalinks.words import words

MOST_COMPARED = 4_000_000
"""Pairs of words, where two texts begin and end to differ, up to which each is compared with each; above, all between changed."""
ISLAND = 2
"""Words that stand between two changes and are a part of the change, if they are fewer than what changed on either side."""
MOST_TRIED = 16
"""Places to which one term may have gone."""
LONG = 100
"""Words and signs of a sentence, within which a term may have moved."""
CLOSE = 3
"""Words between a negation and the one in other words that is the same."""
LEAST_ALONG = 3
"""Words beside a term that show that its clause went with it."""
ROW = 8
"""Words in a row, no sentence of their own, that are known again elsewhere; fewer may deny there what they did not deny here."""
FEW = 4
"""Other words in a change up to which a figure or a name in it stands for the one that it took the place of."""

_SIGNS = re.compile(r"\S+")
_KINDS: tuple[PointedKind, ...] = ("figure", "name", "negation")
_ENDS = frozenset(".!?…。！？؟")
"""Of sentences."""
_LEADING = frozenset("เแโใไເແໂໃໄ")
"""Vowels of Thai and Lao that are written before the consonant behind which they are spoken."""
_STACKING = frozenset("\u1039\u17d2")
"""Signs of Burmese and Khmer behind which the next letter is written below."""


def differences(
    was: str, now: str, language: str = UNKNOWN, moved: Moved = NOTHING_MOVED, beside: tuple[str, str] = ("", "")
) -> tuple[WordChange, ...]:
    """What changed from one text to the other. Where only the typography did, that is the one change there is.

    `language` is the tag of the texts: what is a figure, a name or a negation depends on it. `moved` are the sentences of both that
    stand elsewhere, `beside` is as in `pointed_out`.
    """
    return tuple(
        WordChange(was[one.was.start : one.was.end], now[one.now.start : one.now.end], one.kinds)
        for one in replaced(was, now, language, moved, beside)
    )


def replaced(
    was: str, now: str, language: str = UNKNOWN, moved: Moved = NOTHING_MOVED, beside: tuple[str, str] = ("", "")
) -> tuple[Replaced, ...]:
    """The places that changed, in order. What stands outside of them is the same in both texts but for its typography."""
    if was == now:
        return ()
    if fold_typography(was) == fold_typography(now):
        return (Replaced(Span(0, len(was)), Span(0, len(now)), ("typography",)),)
    pair = _pair(was, now, language, moved)
    found = tuple(
        Replaced(pair.old.span(gap.old), pair.new.span(gap.new), _kinds(pair, gap, beside)) for gap in pair.gaps
    )
    if all(one.kinds == ("typography",) for one in found):
        return (
            Replaced(Span(0, len(was)), Span(0, len(now)), ("words",)),
        )  # a sign says another thing where it stands now
    return found


def moved(was: str, now: str, before: Row, after: Row, language: str = UNKNOWN) -> Moved:
    """What only moved: sentences, and long rows of words of which one text has all and the other nothing in that place.

    Where a sentence ends is not always plain: “Mr. Paxton could return” is one, or the end of one and another.
    """
    went, came = moved_sentences(was, now, before, after)
    others = [
        one for one in replaced(was, now, language, (went, came)) if one.kinds not in (("moved",), ("typography",))
    ]
    went_too = [one.was for one in others if _is_nothing(one.now) and stands_as_often(was, one.was, before, after, ROW)]
    came_too = [one.now for one in others if _is_nothing(one.was) and stands_as_often(now, one.now, after, before, ROW)]
    return tuple(sorted([*went, *went_too], key=_start)), tuple(sorted([*came, *came_too], key=_start))


def _is_nothing(span: Span) -> bool:
    return span.start == span.end


def _start(span: Span) -> int:
    return span.start


def pointed_out(
    was: str, now: str, language: str = UNKNOWN, beside: tuple[str, str] = ("", ""), moved: Moved = NOTHING_MOVED
) -> tuple[Pointed, ...]:
    """The figures, names and negations that changed, each with what stands for it now where that is as clear.

    `beside` is what stands around the two texts in their sentences: what went there or came from there was not taken out or added.
    Nor was what is said in the sentences that only `moved`.

    What only is written in another way, went elsewhere together with its words, or stands in the text a second time already, is
    no change. One that went elsewhere by itself, or changed places with another, is said to have `moved`.
    """
    if fold_typography(was) == fold_typography(now):
        return ()
    pair = _pair(was, now, language, moved)
    shifts = [shift for gap in pair.gaps if not gap.moved for shift in _shifts(pair, gap)]
    return tuple(
        Pointed(shift.kind, pair.old.written(shift.was), pair.new.written(shift.now), shift.moved)
        for shift in _swapped(pair, _new_ones(pair, _moved(pair, shifts), beside))
    )


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words of a text, and between them the signs that are not spaces, in order. A figure or a negation is one word."""

    text: str
    language: str
    spans: tuple[Span, ...]
    keys: tuple[str, ...]
    """What they are compared by."""
    is_word: tuple[bool, ...]
    terms: Mapping[int, Term]
    """Which of them are figures and negations."""
    capitals: Capitals

    def span(self, part: range) -> Span:
        """The code points of some tokens; of none, the place behind the token before."""
        if part:
            return Span(self.spans[part[0]].start, self.spans[part[-1]].end)
        place = self.spans[part.start - 1].end if part.start else 0
        return Span(place, place)

    def tokens_of(self, span: Span) -> range:
        """The tokens that lie in a part of the text."""
        first = bisect_left(self.spans, span.start, key=lambda one: one.start)
        return range(first, max(first, bisect_right(self.spans, span.end, key=lambda one: one.end)))

    def written(self, runs: Sequence["_Run"]) -> tuple[str, ...]:
        return tuple(self.text[self.spans[run[0]].start : self.spans[run[-1]].end] for run in runs)

    def word(self, at: int) -> str:
        return self.text[self.spans[at].start : self.spans[at].end]

    def name(self, at: int) -> str:
        """What a word is if it is a name."""
        return name_of(self.word(at), self.language)

    def folded_words(self, part: range) -> frozenset[str]:
        return frozenset(fold_word(self.word(at)) for at in part if self.is_word[at])


@lru_cache(maxsize=256)
def _tokens(text: str, language: str) -> _Tokens:
    spans: list[Span] = []
    is_word: list[bool] = []
    terms: dict[int, Term] = {}
    last = 0
    for word, term in (*_words(text, language), (Span(len(text), len(text)), None)):
        for sign in _SIGNS.finditer(text[last : word.start]):
            spans.append(Span(last + sign.start(), last + sign.end()))
            is_word.append(False)
        if term:
            terms[len(spans)] = term
        if word.start < word.end:
            spans.append(word)
            is_word.append(True)
        last = word.end
    keys = tuple(_key(text[span.start : span.end]) for span in spans)
    return _Tokens(text, language, tuple(spans), keys, tuple(is_word), terms, capitals(text, language))


def _words(text: str, language: str) -> Iterator[tuple[Span, Term | None]]:
    """The words of a text; as one those that are a figure or a negation together, or that no reader would part."""
    single, done = words(text), 0
    together: list[tuple[Span, Term | None]] = [(one.span, one) for one in negations(text, language)]
    together += [(one.span, one) for one in figures(text, language)]
    together += [(one, None) for one in _clusters(text, single)]
    together += [(Span(*one.span()), None) for one in INITIALS.finditer(text)]
    for span, term in sorted(together, key=lambda one: (one[0].start, one[1] is None, -one[0].end)):
        first = bisect_right(single, span.start, lo=done, key=lambda word: word.end)
        last = bisect_left(single, span.end, lo=first, key=lambda word: word.start)
        if first < last and (not first or done <= first) and span.start >= (single[done - 1].end if done else 0):
            yield from ((word, None) for word in single[done:first])
            yield Span(min(single[first].start, span.start), max(single[last - 1].end, span.end)), term
            done = last
    yield from ((word, None) for word in single[done:])


def _clusters(text: str, single: Sequence[Span]) -> Iterator[Span]:
    """Words of one sign each that are read as one."""
    start = None
    for word, following in pairwise((*single, Span(len(text) + 1, len(text) + 1))):
        start = word.start if start is None else start
        if word.end == following.start and (text[word.start] in _LEADING or text[word.end - 1] in _STACKING):
            continue
        if start < word.start:
            yield Span(start, word.end)
        start = None


_key = lru_cache(maxsize=65536)(fold_typography)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Tokens of the old text that gave way to tokens of the new one; one of the two may be none."""

    old: range
    new: range
    moved: bool = False
    """Whether they are a sentence that stands elsewhere in the other version."""

    def shifted(self, by: int) -> "_Gap":
        old, new = (range(one.start + by, one.stop + by) for one in (self.old, self.new))
        return _Gap(old, new)


def _gaps(old: _Tokens, new: _Tokens, moved: Moved) -> list[_Gap]:
    """What stands between the tokens that are the same. Sentences that moved are apart, and are the same as nothing."""
    apart = [[at for at in map(text.tokens_of, spans) if at] for text, spans in zip((old, new), moved, strict=True)]
    away, come = ({at for part in parts for at in part} for parts in apart)
    left = [[at for at in range(len(text.keys)) if at not in out] for text, out in ((old, away), (new, come))]
    found = _same([old.keys[at] for at in left[0]], [new.keys[at] for at in left[1]])
    same = [(-1, -1), *((left[0][i], left[1][j]) for i, j in found), (len(old.keys), len(new.keys))]
    gaps: list[_Gap] = []
    for (i, j), (k, m) in pairwise(same):
        gap = _Gap(range(i + 1, k), range(j + 1, m))
        inside = [[part for part in parts if one.start <= part.start < one.stop]
                  for parts, one in zip(apart, (gap.old, gap.new), strict=True)]  # fmt: skip
        gaps.extend(_parted(gap, *inside) if any(inside) else [_settled(gap, old, new)] if gap.old or gap.new else [])
    return gaps


def _parted(gap: _Gap, away: Sequence[range], come: Sequence[range]) -> Iterator[_Gap]:
    """A gap without the sentences in it that moved: those that went and those that came are each one by itself."""
    old, new = gap.old, gap.new
    for part in away:
        before = range(old.start, part.start)
        beside = range(new.start, come[0].start if come else new.stop) if before else range(new.start, new.start)
        if before:
            yield _Gap(before, beside)
        yield _Gap(part, range(beside.stop, beside.stop), moved=True)
        old, new = range(part.stop, old.stop), range(beside.stop, new.stop)
    for part in come:
        before = range(new.start, part.start)
        if old or before:
            yield _Gap(old, before)
        old = range(old.stop, old.stop)
        yield _Gap(old, part, moved=True)
        new = range(part.stop, new.stop)
    if old or new:
        yield _Gap(old, new)


def _settled(gap: _Gap, old: _Tokens, new: _Tokens) -> _Gap:
    """Of `. One more sentence` and `One more sentence .`, between two full stops, the one that ends with its own.

    And of passages in which the words stand, those that begin with their own.
    """
    if gap.old and gap.new:
        return gap
    text, part = (old, gap.old) if gap.old else (new, gap.new)
    back = _to_its_line(text, part)
    if back:
        return gap.shifted(-back)
    if text.is_word[part.start] or part.stop == len(text.keys) or text.keys[part.start] != text.keys[part.stop]:
        return gap
    return gap.shifted(1)


def _to_its_line(text: _Tokens, part: range) -> int:
    """By how many tokens a part can be set back, and read the same, to begin where a line does."""
    for back in range(min(len(part), part.start) + 1):
        if back and text.keys[part.start - back] != text.keys[part.stop - back]:
            return 0
        first = part.start - back
        if first and "\n" in text.text[text.spans[first - 1].end : text.spans[first].start]:
            return back
    return 0


def _same(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which token of one text is which of the other. `align` also pairs words that were spelt anew, which are a change here."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if (len(old) - head - tail) * (len(new) - head - tail) > MOST_COMPARED:
        yield from ((at, at) for at in range(head))
        yield from ((len(old) - at, len(new) - at) for at in range(tail, 0, -1))
        return
    for before, after in enumerate(align(old, new)):
        if after is not None and old[before] == new[after]:
            yield before, after


def _common(some: Sequence[str], others: Sequence[str]) -> int:
    """How many tokens two texts have in common at their beginning."""
    return next(
        (at for at, (one, other) in enumerate(zip(some, others, strict=False)) if one != other),
        min(len(some), len(others)),
    )


def _readable(gaps: Sequence[_Gap], old: _Tokens) -> list[_Gap]:
    """The changes with those made one that only a sign or a small word parts: two texts in alternate words are none to read."""
    found: list[_Gap] = []
    for gap in gaps:
        if found and _is_island(found[-1], gap, old):
            last = found.pop()
            gap = _Gap(range(last.old.start, gap.old.stop), range(last.new.start, gap.new.stop))
        found.append(gap)
    return found


def _is_island(before: _Gap, after: _Gap, old: _Tokens) -> bool:
    if before.moved or after.moved:
        return False
    between = range(before.old.stop, after.old.start)
    count = sum(old.is_word[at] for at in between)
    size = len(between)
    return not count or (count <= ISLAND and size < min(max(len(gap.old), len(gap.new)) for gap in (before, after)))


_Run = tuple[int, ...]
"""Positions of tokens that stand one after the other."""
_Said = dict[int, str]
"""Positions of the terms of one kind, with what each is worth."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two texts with what changed between them."""

    old: _Tokens
    new: _Tokens
    gaps: tuple[_Gap, ...]
    known: frozenset[str]
    """The names of both by which a word that begins a sentence is known as one."""

    def sides(self, gap: _Gap) -> tuple[tuple[_Tokens, range], tuple[_Tokens, range]]:
        return (self.old, gap.old), (self.new, gap.new)

    def said(self, kind: PointedKind, gap: _Gap) -> tuple[_Said, _Said]:
        """The figures, the names or the negations of both sides of a change."""
        (old, gone), (new, come) = self.sides(gap)
        if kind == "name":
            was, now = self._names(old, gone), self._names(new, come)
            of_old, of_new = ({text.name(at) for at in part if text.is_word[at] and at not in names}
                              for text, part, names in ((old, gone, was), (new, come, now)))  # fmt: skip
            return {at: one for at, one in was.items() if one not in of_new}, {
                at: one for at, one in now.items() if one not in of_old
            }
        was, now = (
            {at: text.terms[at].worth for at in part if at in text.terms and text.terms[at].kind == kind}
            for text, part in self.sides(gap)
        )
        if kind == "negation":
            was = dict(sorted((was | self._opposites(old, gone, new.folded_words(come))).items()))
            now = dict(sorted((now | self._opposites(new, come, old.folded_words(gone))).items()))
        elif not (was and now):
            was, now = ({at: one for at, one in side.items() if not text.terms[at].weak}
                        for text, side in ((old, was), (new, now)))  # fmt: skip
        if kind == "figure":
            was, now = _without_ordinals(was, now), _without_ordinals(now, was)
        return was, now

    def _names(self, text: _Tokens, part: range) -> _Said:
        found = {}
        for at in part:
            start = text.spans[at].start
            if at in text.terms:
                continue
            if start in text.capitals.names:
                found[at] = text.capitals.names[start]
            elif start in text.capitals.first and self._is_known(text.capitals.first[start]):
                found[at] = text.capitals.first[start]
        return found

    def _is_known(self, name: str) -> bool:
        small = name in self.old.capitals.small or name in self.new.capitals.small
        return not small and is_known(name, self.known)

    @staticmethod
    def _opposites(text: _Tokens, part: range, others: frozenset[str]) -> _Said:
        return {at: "not" for at in part if at not in text.terms and is_opposite(fold_word(text.word(at)), others)}


@lru_cache(maxsize=128)
def _pair(was: str, now: str, language: str, moved: Moved) -> _Pair:
    old, new = _tokens(was, language), _tokens(now, language)
    known = old.capitals.known() | new.capitals.known()
    return _Pair(old, new, tuple(_readable(_gaps(old, new, moved), old)), known)


@dataclass(frozen=True, slots=True)
class _Shift:
    """Terms of one kind that a change took out, and those that it brought in."""

    kind: PointedKind
    gap: _Gap
    was: tuple[_Run, ...]
    now: tuple[_Run, ...]
    moved: bool = False


def _kinds(pair: _Pair, gap: _Gap, beside: tuple[str, str]) -> tuple[ChangeKind, ...]:
    if gap.moved:
        return ("moved",)
    was, now = (text.text[text.span(part).start : text.span(part).end] for text, part in pair.sides(gap))
    if fold_typography(was) == fold_typography(now):
        return ("typography",)
    return tuple(kind for kind in _KINDS if _differ(kind, *_not_beside(pair, kind, gap, beside))) or ("words",)


def _not_beside(pair: _Pair, kind: PointedKind, gap: _Gap, beside: tuple[str, str]) -> tuple[_Said, _Said]:
    """What both sides of a change say; where one of them has nothing, but for what came from beside it or went there."""
    was, now = pair.said(kind, gap)
    if bool(was) == bool(now) or not any(beside):
        return was, now
    own, other = (_counted(text, pair.old.language, kind) for text in (beside if was else beside[::-1]))
    was, now = ({at: one for at, one in side.items() if other[one] <= own[one]} for side in (was, now))
    return was, now


def _differ(kind: PointedKind, was: _Said, now: _Said) -> bool:
    """Whether two sides say other things. Of negations it does not matter how many words they have: neither, nor; not."""
    if kind == "negation":
        return set(was.values()) != set(now.values())
    return list(was.values()) != list(now.values())


def _without_ordinals(said: _Said, others: _Said) -> _Said:
    """The figures, with ordinals as numbers where those stand on the other side: the first of May is the 1 of May."""
    numbers = set(others.values())
    return {at: one[1:] if one[:1] == "#" and one[1:] in numbers else one for at, one in said.items()}


def _shifts(pair: _Pair, gap: _Gap) -> Iterator[_Shift]:
    """What changed in one place. In a long change nothing surely stands for what went: it is taken out, and other added."""
    for kind in _KINDS:
        was, now = pair.said(kind, gap)
        if not _differ(kind, was, now):
            continue
        gone, come = Counter(was.values()), Counter(now.values())
        if gone == come:
            yield _Shift(kind, gap, _runs(was), _runs(now), moved=True)
            continue
        was, now = _other(was, now)
        if len(_runs(was)) == len(_runs(now)) and _is_tight(pair, gap, was, now):
            yield _Shift(kind, gap, _runs(was), _runs(now))
            continue
        strong_was, strong_now = (
            _runs([at for at in side if at not in text.terms or not text.terms[at].weak])
            for text, side in ((pair.old, was), (pair.new, now))
        )
        yield from (_Shift(kind, gap, (run,), ()) for run in strong_was)
        yield from (_Shift(kind, gap, (), (run,)) for run in strong_now)


def _is_tight(pair: _Pair, gap: _Gap, was: _Said, now: _Said) -> bool:
    return all(
        sum(text.is_word[at] and at not in said for at in part) <= FEW
        for (text, part), said in zip(pair.sides(gap), (was, now), strict=True)
    )


def _other(was: _Said, now: _Said) -> tuple[_Said, _Said]:
    """What two sides have not in common: one by one if they are as many, as 40 and 50 are where 50 and 60 stand now."""
    if len(was) == len(now):
        other = [pair for pair in zip(was.items(), now.items(), strict=True) if pair[0][1] != pair[1][1]]
        return dict(one for one, _ in other), dict(one for _, one in other)
    kept = Counter(was.values()) & Counter(now.values())
    return _without(was, kept), _without(now, kept)


def _without(said: _Said, kept: Mapping[str, int]) -> _Said:
    """The terms but for as many of each worth as stand on the other side too."""
    left = Counter(kept)
    found = {}
    for at, worth in said.items():
        if left[worth]:
            left[worth] -= 1
        else:
            found[at] = worth
    return found


def _runs(chosen: Iterable[int]) -> tuple[_Run, ...]:
    """Positions, neighbours together."""
    runs: list[list[int]] = []
    for at in chosen:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(map(tuple, runs))


def _moved(pair: _Pair, shifts: Sequence[_Shift]) -> list[_Shift]:
    """The shifts, with what was taken out in one place and put in in another as one of them, or as none."""
    settled: dict[int, _Shift | None] = {}
    added: dict[tuple[PointedKind, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, shift in enumerate(shifts):
        if not shift.was:
            added[shift.kind, _worths(pair.new, shift.kind, shift.now[0])].append(at)
    for at, gone in enumerate(shifts):
        if gone.now:
            continue
        for other in added[gone.kind, _worths(pair.old, gone.kind, gone.was[0])][:MOST_TRIED]:
            come = shifts[other]
            if other in settled:
                continue
            if _went_along(pair, gone, come) or _is_same_in_other_words(pair, gone, come):
                settled[at] = settled[other] = None
            elif pair.old.written(gone.was) == pair.new.written(come.now) and _went_alone(pair, gone, come):
                settled[at], settled[other] = replace(gone, now=come.now, moved=True), None
            else:
                continue
            break
    found = (settled.get(at, shift) for at, shift in enumerate(shifts))
    return [shift for shift in found if shift]


def _worths(text: _Tokens, kind: PointedKind, run: _Run) -> tuple[str, ...]:
    if kind == "name":
        return tuple(map(text.name, run))
    return tuple(text.terms[at].worth if at in text.terms else "not" for at in run)


def _went_along(pair: _Pair, gone: _Shift, come: _Shift) -> bool:
    """Whether the words beside it went to the same place: then a clause was moved, and what it says was not."""
    old = _beside(pair.old, gone.gap.old, gone.was[0])
    new = _beside(pair.new, come.gap.new, come.now[0])
    along = sum(_common(*sides) for sides in zip(old, new, strict=True))
    return 0 < along >= min(LEAST_ALONG, *(len(before) + len(behind) for before, behind in (old, new)))


def _beside(text: _Tokens, part: range, run: _Run) -> tuple[list[str], list[str]]:
    """The words next to some others in a change, from the nearest on: before them, and behind."""
    before, behind = range(run[0] - 1, part.start - 1, -1), range(run[-1] + 1, part.stop)
    first, last = (
        list(islice((fold_word(text.word(at)) for at in side if text.is_word[at]), LEAST_ALONG))
        for side in (before, behind)
    )
    return first, last


def _is_same_in_other_words(pair: _Pair, gone: _Shift, come: _Shift) -> bool:
    """Whether a negation went on in other words close by: isn’t it, is it not."""
    return (
        gone.kind == "negation"
        and abs(gone.was[0][0] - come.gap.old.start) <= CLOSE
        and pair.old.written(gone.was) != pair.new.written(come.now)
    )


def _went_alone(pair: _Pair, gone: _Shift, come: _Shift) -> bool:
    """Whether hardly a word but itself was taken out here and put in there, within a sentence."""
    first, last = sorted((gone.was[0][0], come.gap.old.start))
    sides = (pair.old, gone.gap.old, gone.was[0]), (pair.new, come.gap.new, come.now[0])
    if last - first > LONG or any(len(part) > LONG for _, part, _ in sides):
        return False
    if any(not pair.old.is_word[at] and _ENDS.intersection(pair.old.word(at)) for at in range(first, last)):
        return False
    return all(sum(text.is_word[at] and at not in run for at in part) <= 1 for text, part, run in sides)


def _new_ones(pair: _Pair, shifts: Sequence[_Shift], beside: tuple[str, str]) -> Iterator[_Shift]:
    """The shifts but for what was taken out or added in one place, and stands beside the other text more often than beside its own.

    Of names, also what stands in another place in it. One that was added or taken out in several places is told once.
    """
    if not any(shift.kind == "name" or any(beside) for shift in shifts):
        yield from shifts
        return
    old, new = (frozenset(_counted(text.text, text.language, "name")) for text in (pair.old, pair.new))
    told = set()
    for shift in shifts:
        if shift.was and shift.now:
            yield shift
            continue
        text, run = (pair.old, shift.was[0]) if shift.was else (pair.new, shift.now[0])
        worths = _worths(text, shift.kind, run)
        own, other = (_counted(text, pair.old.language, shift.kind) for text in (beside if shift.was else beside[::-1]))
        if all(other[one] > own[one] for one in worths):
            continue
        if shift.kind == "name":
            if (bool(shift.was), worths) in told or (new if shift.was else old).issuperset(worths):
                continue
            told.add((bool(shift.was), worths))
        yield shift


@lru_cache(maxsize=256)
def _counted(written: str, language: str, kind: PointedKind) -> Counter[str]:
    """How often each worth stands in a text; as a name, each of its words."""
    text = _tokens(written, language)
    if kind == "name":
        return Counter(text.name(at) for at, is_word in enumerate(text.is_word) if is_word)
    return Counter(term.worth for term in text.terms.values() if term.kind == kind)


def _swapped(pair: _Pair, shifts: Iterable[_Shift]) -> list[_Shift]:
    """The shifts, with two terms that became each other as one that they changed places."""
    found: list[_Shift] = []
    waiting: dict[tuple[PointedKind, tuple[str, ...], tuple[str, ...]], int] = {}
    for shift in shifts:
        if shift.moved or len(shift.was) != 1 or len(shift.now) != 1:
            found.append(shift)
            continue
        was, now = (
            _worths(text, shift.kind, run) for text, run in ((pair.old, shift.was[0]), (pair.new, shift.now[0]))
        )
        at = waiting.pop((shift.kind, now, was), None)
        if at is None:
            waiting[shift.kind, was, now] = len(found)
            found.append(shift)
        else:
            before = found[at]
            found[at] = replace(before, was=before.was + shift.was, now=before.now + shift.now, moved=True)
    return found
