"""How two texts differ, word by word, with figures, names and negations told from other words."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reading_room.model.resolution import ChangeKind, Pointed, PointedKind, Replaced, WordChange
from reading_room.model.results import Span
from reading_room.model.word_alignment import align
from reading_room.permalinks.folding import fold_typography, fold_word
from reading_room.permalinks.negations import is_negation, is_opposite, unspaced_negations
from reading_room.permalinks.numerals import is_figure, unspaced_figures
from reading_room.permalinks.words import words

MOST_COMPARED = 4_000_000
"""Pairs of words, where two texts begin and end to differ, up to which each is compared with each; above, all between changed."""
ISLAND = 2
"""Words that stand between two changes and are a part of the change, if they are fewer than what changed on either side."""

_BEGINS, _GOES_ON = frozenset(".!?…:\n"), re.compile(r"[\w,;]")
"""Signs between a word and the one before of which one begins a sentence; what does not."""
_SIGNS = re.compile(r"\S+")
_KINDS: tuple[PointedKind, ...] = ("figure", "name", "negation")
_SEPARATORS = str.maketrans("٬٫", ",.")
"""Of thousands and of fractions in Arabic figures."""


def differences(was: str, now: str) -> tuple[WordChange, ...]:
    """What changed from one text to the other. Where only the typography did, that is the one change there is."""
    return tuple(
        WordChange(was[one.was.start : one.was.end], now[one.now.start : one.now.end], one.kinds)
        for one in replaced(was, now)
    )


def replaced(was: str, now: str) -> tuple[Replaced, ...]:
    """The places that changed, in order. What stands outside of them is the same in both texts but for its typography."""
    if was == now:
        return ()
    if fold_typography(was) == fold_typography(now):
        return (Replaced(Span(0, len(was)), Span(0, len(now)), ("typography",)),)
    old, new = _tokens(was), _tokens(now)
    return tuple(
        Replaced(old.span(gap.old), new.span(gap.new), _kinds(old, gap.old, new, gap.new))
        for gap in _readable(_gaps(old, new), old)
    )


def pointed_out(was: str, now: str) -> tuple[Pointed, ...]:
    """The figures, names and negations that changed, each with what stands for it now where that is as clear."""
    if fold_typography(was) == fold_typography(now):
        return ()
    old, new = _tokens(was), _tokens(now)
    gaps = _readable(_gaps(old, new), old)
    carried = {old.words_of(gap.old) for gap in gaps if not gap.new}
    carried &= {new.words_of(gap.new) for gap in gaps if not gap.old}
    found = []
    for gap in gaps:
        if not (gap.old and gap.new) and (old.words_of(gap.old) or new.words_of(gap.new)) in carried:
            continue  # the same words were taken out here and put in there
        for kind, (was_at, now_at) in _said(old, gap.old, new, gap.new):
            gone, come = (Counter(map(text.spoken, at)) for text, at in ((old, was_at), (new, now_at)))
            kept = gone & come if gone != come else Counter[str]()  # else they changed places
            found.append(Pointed(kind, _without(old, was_at, kept), _without(new, now_at, kept)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words of a text, and between them the signs that are not spaces, in order.

    Of scripts without spaces, where each sign is a word, all signs of a figure or a negation are one.
    """

    text: str
    spans: tuple[Span, ...]
    keys: tuple[str, ...]
    """What they are compared by."""
    is_word: tuple[bool, ...]
    unspaced: Mapping[int, PointedKind]
    """What those are that were made of several words, or of one that says it only where it stands."""

    def span(self, part: range) -> Span:
        """The code points of some tokens; of none, the place behind the token before."""
        if part:
            return Span(self.spans[part[0]].start, self.spans[part[-1]].end)
        place = self.spans[part.start - 1].end if part.start else 0
        return Span(place, place)

    def keys_of(self, part: range) -> tuple[str, ...]:
        return self.keys[part.start : part.stop]

    def words_of(self, part: range) -> tuple[str, ...]:
        return tuple(self.keys[at] for at in part if self.is_word[at])

    def word(self, at: int) -> str:
        return self.text[self.spans[at].start : self.spans[at].end]

    def spoken(self, at: int) -> str:
        """A word as it is read out: ٢٤٠٠ is the same figure as 2400."""
        return "".join(str(unicodedata.decimal(sign, sign)) for sign in fold_word(self.word(at))).translate(_SEPARATORS)

    def says(self, kind: PointedKind, at: int, others: Container[str]) -> bool:
        """Whether a word is a figure, a name or a negation. `others` are the words of the other text in its place."""
        if kind == "name":
            return _is_name(self.text, self.spans[at])
        if at in self.unspaced:
            return self.unspaced[at] == kind
        word = fold_word(self.word(at))
        return is_figure(word) if kind == "figure" else is_negation(word) or is_opposite(word, others)


@lru_cache(maxsize=256)
def _tokens(text: str) -> _Tokens:
    spans: list[Span] = []
    is_word: list[bool] = []
    unspaced: dict[int, PointedKind] = {}
    last = 0
    for word, kind in (*_words(text), (Span(len(text), len(text)), None)):
        for sign in _SIGNS.finditer(text[last : word.start]):
            spans.append(Span(last + sign.start(), last + sign.end()))
            is_word.append(False)
        if kind:
            unspaced[len(spans)] = kind
        if word.start < word.end:
            spans.append(word)
            is_word.append(True)
        last = word.end
    keys = tuple(_key(text[span.start : span.end]) for span in spans)
    return _Tokens(text, tuple(spans), keys, tuple(is_word), unspaced)


def _words(text: str) -> Iterator[tuple[Span, PointedKind | None]]:
    """The words of a text; those together that are a figure or a negation of a script without spaces."""
    together: list[tuple[int, int, PointedKind]] = [(*span, "figure") for span in unspaced_figures(text)]
    together += [(*span, "negation") for span in unspaced_negations(text)]
    single, done = words(text), 0
    for start, end, kind in sorted(together):
        first = bisect_right(single, start, lo=done, key=lambda word: word.end)
        last = bisect_left(single, end, lo=first, key=lambda word: word.start)
        if first < last:
            yield from ((word, None) for word in single[done:first])
            yield Span(single[first].start, single[last - 1].end), kind
            done = last
    yield from ((word, None) for word in single[done:])


_key = lru_cache(maxsize=65536)(fold_typography)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Tokens of the old text that gave way to tokens of the new one; one of the two may be none."""

    old: range
    new: range


def _gaps(old: _Tokens, new: _Tokens) -> list[_Gap]:
    """What stands between the tokens that are the same."""
    same = [(-1, -1), *_same(old.keys, new.keys), (len(old.keys), len(new.keys))]
    gaps = (_Gap(range(i + 1, k), range(j + 1, m)) for (i, j), (k, m) in pairwise(same))
    return [_settled(gap, old, new) for gap in gaps if gap.old or gap.new]


def _settled(gap: _Gap, old: _Tokens, new: _Tokens) -> _Gap:
    """Of `. One more sentence` and `One more sentence .`, between two full stops, the one that ends with its own."""
    if gap.old and gap.new:
        return gap
    text, part = (old, gap.old) if gap.old else (new, gap.new)
    if text.is_word[part.start] or part.stop == len(text.keys) or text.keys[part.start] != text.keys[part.stop]:
        return gap
    return _Gap(*(range(one.start + 1, one.stop + 1) for one in (gap.old, gap.new)))


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
    between = range(before.old.stop, after.old.start)
    count = sum(old.is_word[at] for at in between)
    size = len(between)
    return not count or (count <= ISLAND and size < min(max(len(gap.old), len(gap.new)) for gap in (before, after)))


def _kinds(old: _Tokens, gone: range, new: _Tokens, come: range) -> tuple[ChangeKind, ...]:
    was, now = (text.text[text.span(part).start : text.span(part).end] for text, part in ((old, gone), (new, come)))
    if fold_typography(was) == fold_typography(now):
        return ("typography",)
    return tuple(kind for kind, _ in _said(old, gone, new, come)) or ("words",)


def _said(
    old: _Tokens, gone: range, new: _Tokens, come: range
) -> Iterator[tuple[PointedKind, tuple[list[int], list[int]]]]:
    """The figures, names and negations in which two parts differ, as positions in each."""
    in_old, in_new = (frozenset(map(str.casefold, keys)) for keys in (old.keys_of(gone), new.keys_of(come)))
    for kind in _KINDS:
        was, now = (
            [at for at in part if text.says(kind, at, others)]
            for text, part, others in ((old, gone, in_new), (new, come, in_old))
        )
        if list(map(old.spoken, was)) != list(map(new.spoken, now)):
            yield kind, (was, now)


def _without(text: _Tokens, chosen: Sequence[int], kept: Mapping[str, int]) -> tuple[str, ...]:
    """Some words as they stand, but for those that stand on the other side too; neighbours together."""
    left = Counter(kept)
    runs: list[list[int]] = []
    for at in chosen:
        key = text.spoken(at)
        if left[key]:
            left[key] -= 1
        elif runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(text.text[text.spans[run[0]].start : text.spans[run[-1]].end] for run in runs)


def _is_name(text: str, span: Span) -> bool:
    """A capital letter where no sentence begins. Scripts without capitals tell no names."""
    return text[span.start].isupper() and not _begins(text, span.start)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence or the text begins there."""
    while at and not _GOES_ON.match(text, at - 1):
        at -= 1
        if text[at] in _BEGINS:
            return True
    return not at
