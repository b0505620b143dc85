"""Passage numbers for life: which passage of a new version is which passage of the one before.

A passage that was kept, moved or edited keeps its number; one that was inserted behind passage 14 becomes 14a; one that was
deleted takes its number with it, and nobody gets that number again. Of a passage that was split the larger part keeps the number,
and where two were merged the lost number leads to the other. At the end of an article new passages count on.
"""

import re
import string
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count, pairwise, product

from reading_room.model.article import Block, Passage
from reading_room.model.lineage import Change, Fate
from reading_room.model.tables import tables
from reading_room.permalinks.carrying import with_words

LEAST_SHARED = 0.5
"""Share of words (Dice) from which two unlike passages count as one that was edited."""
NEARLY_ALL = 0.7
"""Share of a passage's pairs of neighbouring words from which it is a part of another one that has them."""
FEWEST_WORDS = 4
"""Words below which a passage is not looked for in another one: there they stand by chance."""
MOST_COMPARED = 250_000
"""Pairs of passages up to which each is compared with each; above, only those within `NEIGHBOURS` positions."""
NEIGHBOURS = 50

# A sign of a script without spaces (Thai, kana, Han) counts as a word.
_SIGN = r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
_WORD = re.compile(rf"{_SIGN}|(?:(?!{_SIGN})\w)+")
_MARKER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivx]{1,5})[.)]\s+")
"""`a) `, `12. `, `iv) `: what changes for every item when one comes in or goes."""

Pair = tuple[str, str]


def number_first(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Numbers of a first version: 1, 2, 3…"""
    return tuple(Passage(str(number), block) for number, block in enumerate(blocks, start=1))


def number_next(
    before: Sequence[Passage], blocks: Sequence[Block], used: AbstractSet[str]
) -> tuple[tuple[Passage, ...], tuple[Change, ...]]:
    """Numbers of the next version. `used` holds every number that any earlier version gave out."""
    alignment = _align([passage.text for passage in before], [block.text for block in blocks], tables(blocks))
    same = alignment.same
    in_order = set(longest_rising(sorted(same.items())))
    fresh = _Fresh(used)
    passages: list[Passage] = []
    changes: list[Change] = []
    last_matched = max(same, default=-1)
    for new, block in enumerate(blocks):
        old = same.get(new)
        if old is not None:
            number = before[old].id
            how: Fate = "kept" if before[old].text == block.text else "edited"
            changes.append(Change(number, how if (new, old) in in_order else "moved"))
        else:
            number = fresh.after_all() if new > last_matched else fresh.behind(passages[-1].id if passages else "0")
            source = alignment.cut_from.get(new)
            changes.append(Change(number, "inserted") if source is None else Change(number, "split", before[source].id))
        passages.append(Passage(number, block))
    for old in sorted(set(range(len(before))) - set(same.values())):
        heir = alignment.merged_into.get(old)
        changes.append(
            Change(before[old].id, "deleted") if heir is None else Change(before[old].id, "merged", passages[heir].id)
        )
    return tuple(passages), with_words(before, passages, changes)


class _Fresh:
    """Gives out numbers that were never used: the next whole one at the end, else that of the passage before with a letter."""

    def __init__(self, used: AbstractSet[str]) -> None:
        self._used = used
        self._highest = max((int(number) for number in used if number.isdigit()), default=0)
        self._behind: dict[str, Iterator[str]] = {}

    def after_all(self) -> str:
        self._highest += 1
        return str(self._highest)

    def behind(self, number: str) -> str:
        stem = number.rstrip(string.ascii_lowercase)
        letters = self._behind.setdefault(stem, _letters())
        return next(stem + added for added in letters if stem + added not in self._used)


def _letters() -> Iterator[str]:
    """a, b … z, aa, ab …"""
    for length in count(1):
        for letters in product(string.ascii_lowercase, repeat=length):
            yield "".join(letters)


@dataclass(frozen=True, slots=True)
class _Alignment:
    """Positions of passages: new to old in `same` and `cut_from`, old to new in `merged_into`."""

    same: dict[int, int]
    cut_from: dict[int, int]
    merged_into: dict[int, int]


def _align(before: Sequence[str], after: Sequence[str], tables_after: Sequence[range]) -> _Alignment:
    """Equal texts first, in order where they can be; then what shares most words; then what is a part of another one."""
    old_texts, new_texts = [_fold(text) for text in before], [_fold(text) for text in after]
    same: dict[int, int] = {}
    for old, new, size in SequenceMatcher(None, old_texts, new_texts, autojunk=False).get_matching_blocks():
        same.update((new + step, old + step) for step in range(size))
    same = _to_the_letter(before, after, same)
    elsewhere: dict[str, deque[int]] = defaultdict(deque)
    in_place = set(same.values())
    for old, text in enumerate(old_texts):
        if old not in in_place:
            elsewhere[text].append(old)
    for new, text in enumerate(new_texts):
        if new not in same and elsewhere[text]:
            same[new] = elsewhere[text].popleft()
    same.update(_alike(old_texts, new_texts, same))
    return _parts(old_texts, new_texts, same, tables_after)


def _to_the_letter(before: Sequence[str], after: Sequence[str], same: Mapping[int, int]) -> dict[int, int]:
    """Of two items that differ in their numbers alone, the one that stands to the letter is the one that stood."""
    free: dict[str, deque[int]] = defaultdict(deque)
    for new, text in enumerate(after):
        if new not in same:
            free[text].append(new)
    return {
        (free[before[old]].popleft() if before[old] != after[new] and free.get(before[old]) else new): old
        for new, old in same.items()
    }


def _parts(
    old_texts: Sequence[str], new_texts: Sequence[str], same: dict[int, int], tables_after: Sequence[range]
) -> _Alignment:
    """Add what was cut or joined: passages whose words stand in a passage of the other side that has more than them.

    What a passage shares with its own other self is nobody else's, so that a standing phrase does not make kin.
    """
    old_pairs, new_pairs = [_pairs(text) for text in old_texts], [_pairs(text) for text in new_texts]
    own_old, own_new = old_pairs[:], new_pairs[:]
    for new, old in same.items():
        own_old[old], own_new[new] = old_pairs[old] - new_pairs[new], new_pairs[new] - old_pairs[old]
    matched = set(same.values())
    having_old, having_new = _having(own_old), _having(own_new)
    inside_old = {new: found for new in range(len(new_texts)) if new not in same
                  if (found := _holder(new_pairs[new], own_old, having_old))}  # fmt: skip
    inside_old = _rows_inside(tables_after, old_texts, new_texts, same) | inside_old
    inside_new = {old: found for old in range(len(old_texts)) if old not in matched
                  if (found := _holder(old_pairs[old], own_new, having_new))}  # fmt: skip
    same = dict(same)
    for new, (old, _) in sorted(inside_old.items(), key=lambda one: (-one[1][1], one[0])):
        if old not in matched:  # the largest part keeps the number
            same[new] = old
            matched.add(old)
    for old, (new, _) in sorted(inside_new.items(), key=lambda one: (-one[1][1], one[0])):
        if old not in matched and new not in same:
            same[new] = old
            matched.add(old)
    return _Alignment(
        same,
        {new: old for new, (old, _) in inside_old.items() if new not in same},
        {old: new for old, (new, _) in inside_new.items() if old not in matched},
    )


def _holder(
    part: Counter[Pair], others: Sequence[Counter[Pair]], having: Mapping[Pair, Sequence[int]]
) -> tuple[int, int] | None:
    """Which passage has nearly all of a part, and how many pairs of neighbouring words of it."""
    if part.total() < FEWEST_WORDS - 1:
        return None
    shared: Counter[int] = Counter()
    for pair, times in part.items():
        for other in having.get(pair, ()):
            shared[other] += min(times, others[other][pair])
    if not shared:
        return None
    best, most = max(shared.items(), key=lambda one: (one[1], -one[0]))
    return (best, most) if most >= NEARLY_ALL * part.total() else None


def _rows_inside(
    tables_after: Sequence[range],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    same: Mapping[int, int],
) -> dict[int, tuple[int, int]]:
    """Rows of tables that stood as one passage, as they did before the room knew any: there no row is too short to be a part."""
    new = [rows for rows in tables_after if len(rows) > 1 and any(row not in same for row in rows)]
    old_pairs = [_pairs(text) for text in old_texts] if new else []
    having = _having(old_pairs)
    found: dict[int, tuple[int, int]] = {}
    for rows in new:
        together = Counter(pair for row in rows for pair in pairwise(new_texts[row].split(" ")))
        if holder := _holder(together, old_pairs, having):
            stood = f" {old_texts[holder[0]]} "
            found |= {
                row: (holder[0], new_texts[row].count(" "))
                for row in rows
                if row not in same and f" {new_texts[row]} " in stood
            }
    return found


def _having(passages: Sequence[Counter[Pair]]) -> dict[Pair, list[int]]:
    having: dict[Pair, list[int]] = defaultdict(list)
    for position, pairs in enumerate(passages):
        for pair in pairs:
            having[pair].append(position)
    return having


def _pairs(text: str) -> Counter[Pair]:
    return Counter(pairwise(text.split(" ")))


def _alike(old_texts: Sequence[str], new_texts: Sequence[str], same: dict[int, int]) -> dict[int, int]:
    """Pairs among what is left that share enough words, the most alike first, the nearest first where they tie."""
    matched = set(same.values())
    old_words = {old: Counter(_WORD.findall(text)) for old, text in enumerate(old_texts) if old not in matched}
    new_words = {new: Counter(_WORD.findall(text)) for new, text in enumerate(new_texts) if new not in same}
    lengths = {old: words.total() for old, words in old_words.items()}
    having: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for old, words in old_words.items():
        for word, times in words.items():
            having[word].append((old, times))
    pairs = []
    expected = _expected(same, len(old_texts), len(new_texts))
    many = len(new_words) * len(old_words) > MOST_COMPARED
    reach = NEIGHBOURS if many else len(old_texts) + len(new_texts)
    for new, words in new_words.items():
        common: dict[int, int] = defaultdict(int)
        for word, times in words.items():
            places = having[word]
            near = slice(bisect_left(places, (new - reach,)), bisect_left(places, (new + reach + 1,)))
            for old, others in places[near]:
                common[old] += min(times, others)
        length = words.total()
        for old, both in common.items():
            shared = 2 * both / (length + lengths[old])
            if shared >= LEAST_SHARED:
                pairs.append((-shared, abs(new - expected(old)), new, old))
    found: dict[int, int] = {}
    given: set[int] = set()
    for _, _, new, old in sorted(pairs):
        if new not in found and old not in given:
            found[new] = old
            given.add(old)
    return found


def _expected(same: Mapping[int, int], olds: int, news: int) -> Callable[[int], float]:
    """Where an old passage would stand now if what stands between two passages that did not move were stretched evenly."""
    stayed = longest_rising(sorted(same.items()))
    anchors = [(-1, -1), *((old, new) for new, old in stayed), (olds, news)]

    def place(old: int) -> float:
        at = bisect_left(anchors, (old, -1))
        (left_old, left_new), (right_old, right_new) = anchors[at - 1], anchors[at]
        return left_new + (old - left_old) * (right_new - left_new) / (right_old - left_old)

    return place


def _fold(text: str) -> str:
    """Letters and figures alone matter for telling which passage is which, but not the number of an item or a heading."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_WORD.findall(_MARKER.sub("", folded, count=1)) or _WORD.findall(folded)) or text


def longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second members rise: what stands outside it was moved. (Patience sorting.)"""
    ends: list[int] = []  # index of the pair with the smallest end of a run of each length
    values: list[int] = []  # the second members of these
    before: list[int | None] = []
    for here, (_, value) in enumerate(pairs):
        length = bisect_left(values, value)
        before.append(ends[length - 1] if length else None)
        ends[length:], values[length:] = [here, *ends[length + 1 :]], [value, *values[length + 1 :]]
    run: list[tuple[int, int]] = []
    step = ends[-1] if ends else None
    while step is not None:
        run.append(pairs[step])
        step = before[step]
    return run[::-1]
