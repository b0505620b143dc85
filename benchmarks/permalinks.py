"""How well permalinks are resolved in real edit histories, beside what people would use instead.

    .venv/bin/python benchmarks/permalinks.py HISTORIES.jsonl.gz [--links 12000] [--half tuned|reported] [--worst 5]

A line of the file is a document, `{document, versions: [{time, passages: [text]}]}`, oldest version first. Links are made on
version i and resolved on version j: 4 to 8 words, a sentence, a passage, and words across passages. What is true is composed from
the differences of all neighbouring versions between i and j, by code that shares nothing with the room's:

- found: at least half of the link's words still stand in j, and half of its telling ones: of “Compliance with Privacy Shield”
  nothing is left in “Compliance with Data Transfer Laws”. It is right to show a place that has most of them.
- gone: none of them does. It is right to show none.
- between the two: right to show the place, right to show none.
- a wrong place is one that has none of the link's words.
- What all the steps lost stands in j nevertheless if i and j, compared as neighbours are, have it between words that were followed
  (“Version Effective Date” was “Effective Date” for a while), or if a passage of which nothing was followed stands once in each
  with another number in front (“9. Third-Party Applications”, moved with its section: “4.4. Third-Party Applications”).
- Whatever the differences say, words are right to show that are the link's to the last one and stand between the same four words:
  a passage that was taken out and put back is lost to a comparison of neighbours.
- Of places with the same words, that one is right which has more of the ten words on each side of the link: a heading that stands
  in a table of contents now, too, is not wrong because the differences lead to the table.

The lines “by steps alone” count by a stricter truth: without the rules on telling words, on what the steps lost and on the same
words elsewhere.

Two regimes: the room has read i and j alone, or every version. In brackets the 95 % interval (Wilson).
"""

import argparse
import gzip
import hashlib
import json
import math
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
KINDS = ("words", "sentence", "passage", "across")
BINS = (0.2, 0.5, 1.01)
MOST_PAIRS = 60
BESIDE = 4
"""Words on each side that words must have kept to be the same ones, put back."""
COMMON = 200
"""A word of which there is more than one in so many tells nothing of what a link says."""
NEAR = 10
"""Words on each side by which places that have the same words are told apart."""
LEAST_MOVED = 4
"""Words in a row that are taken for moved where they went in one place and came in another."""
LEAST_RENUMBERED = 2
"""Words of a passage, without the numbers in front of it, by which it is known in another place."""
_NUMBER = re.compile(r"\d+|[a-z]|[ivx]+")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?]*[.!?]*\s*")


@dataclass(frozen=True, slots=True)
class Word:
    passage: int
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class State:
    """One version of a document: its passages, and all words in one row."""

    passages: tuple[str, ...]
    words: tuple[Word, ...]
    text: str
    begins: tuple[int, ...]
    """Where each passage begins in `text`."""
    telling: frozenset[int]
    """Words that are not common ones."""

    @classmethod
    def of(cls, passages: Sequence[str]) -> "State":
        words = tuple(
            Word(number, match.start(), match.end(), match[0].casefold())
            for number, text in enumerate(passages)
            for match in _WORD.finditer(text)
        )
        begins, at = [], 0
        for passage in passages:
            begins.append(at)
            at += len(passage) + 1
        times = Counter(word.key for word in words)
        telling = frozenset(at for at, word in enumerate(words) if times[word.key] <= max(1, len(words) / COMMON))
        return cls(tuple(passages), words, "\n".join(passages), tuple(begins), telling)

    def in_text(self, word: int) -> tuple[int, int]:
        one = self.words[word]
        return self.begins[one.passage] + one.start, self.begins[one.passage] + one.end

    def words_of(self, shown: Sequence[tuple[int, int, int]]) -> set[int]:
        """The words in stretches of passages: number of the passage, first and last code point."""
        return {
            at
            for at, word in enumerate(self.words)
            if any(word.passage == number and word.start < end and start < word.end for number, start, end in shown)
        }


@dataclass(frozen=True, slots=True)
class LinkMade:
    kind: str
    first: int
    last: int
    """Words of the row, the last one in it."""


# What is true


def step(old: State, new: State) -> list[int | None]:
    """Which word of a version is which of the next: by passages, then by words, then what was moved."""
    same: list[int | None] = [None] * len(old.words)
    home_old, home_new = by_passage(old), by_passage(new)
    matcher = SequenceMatcher(None, old.passages, new.passages, autojunk=False)
    for how, i, j, k, m in matcher.get_opcodes():
        left = [at for number in range(i, j) for at in home_old[number]]
        right = [at for number in range(k, m) for at in home_new[number]]
        if how == "equal":
            for one, other in zip(left, right, strict=True):
                same[one] = other
        elif how == "replace":
            for one, other in alike(old, new, home_old, home_new, range(i, j), range(k, m)):
                by_words(old, new, home_old[one], home_new[other], same)
            taken = {at for at in same if at is not None}
            by_words(old, new, [at for at in left if same[at] is None], [at for at in right if at not in taken], same)
    moved(old, new, same)
    return same


def alike(
    old: State, new: State, home_old: dict[int, list[int]], home_new: dict[int, list[int]], left: range, right: range
) -> list[tuple[int, int]]:
    """Passages that were edited: pairs that share half of their words, those that share most of them first."""
    bags_old = {number: Counter(old.words[at].key for at in home_old[number]) for number in left}
    bags_new = {number: Counter(new.words[at].key for at in home_new[number]) for number in right}
    pairs = []
    for one, bag in bags_old.items():
        for other, others in bags_new.items():
            total = bag.total() + others.total()
            if total and (shared := 2 * (bag & others).total() / total) >= 0.5:
                pairs.append((-shared, abs((one - left.start) - (other - right.start)), one, other))
    found: dict[int, int] = {}
    for _, _, one, other in sorted(pairs):
        if one not in found and other not in found.values():
            found[one] = other
    return sorted(found.items())


def by_passage(state: State) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, word in enumerate(state.words):
        found[word.passage].append(at)
    return found


def by_words(old: State, new: State, left: list[int], right: list[int], same: list[int | None]) -> None:
    """Match words in order; runs of one or two words with larger changes around them are coincidences."""
    a, b = [old.words[at].key for at in left], [new.words[at].key for at in right]
    blocks = [block for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if block.size]
    edges = [(0, 0), *((block.a + block.size, block.b + block.size) for block in blocks)]
    begins = [*((block.a, block.b) for block in blocks), (len(a), len(b))]
    gaps = [max(begin[0] - edge[0], begin[1] - edge[1]) for edge, begin in zip(edges, begins, strict=True)]
    for block, before, after in zip(blocks, gaps[:-1], gaps[1:], strict=True):
        if block.size > 2 or min(before, after) <= 3:
            for at in range(block.size):
                same[left[block.a + at]] = right[block.b + at]


def moved(old: State, new: State, same: list[int | None]) -> None:
    """Runs that went in one place and came in another, if there is one such place, the longest passages first."""
    taken = {at for at in same if at is not None}
    came: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(new.words) - LEAST_MOVED + 1):
        run = range(at, at + LEAST_MOVED)
        if not taken & set(run):
            came[tuple(new.words[word].key for word in run)].append(at)
    went: Counter[tuple[str, ...]] = Counter()
    runs: list[tuple[int, tuple[str, ...]]] = []
    for at in range(len(old.words) - LEAST_MOVED + 1):
        if all(same[word] is None for word in range(at, at + LEAST_MOVED)):
            key = tuple(old.words[word].key for word in range(at, at + LEAST_MOVED))
            went[key] += 1
            runs.append((at, key))
    for at, key in runs:
        if went[key] == 1 and len(came[key]) == 1:
            for offset in range(LEAST_MOVED):
                if same[at + offset] is None and came[key][0] + offset not in taken:
                    same[at + offset] = came[key][0] + offset
    # the edges of a moved run, word by word
    taken = {at for at in same if at is not None}
    for order, towards in ((range(len(same) - 1), 1), (range(len(same) - 1, 0, -1), -1)):
        for at in order:
            here = same[at]
            there = at + towards
            if here is None or same[there] is not None:
                continue
            beside = here + towards
            if 0 <= beside < len(new.words) and beside not in taken and new.words[beside].key == old.words[there].key:
                same[there] = beside
                taken.add(beside)


def composed(states: Sequence[State], steps: Sequence[list[int | None]], i: int, j: int) -> list[int | None]:
    """Which word of version i is which of j, by all steps between them; then what went and came back."""
    same: list[int | None] = list(range(len(states[i].words)))
    for one in steps[i:j]:
        same = [one[at] if at is not None else None for at in same]
    moved(states[i], states[j], same)
    return same


def with_returned(old: State, new: State, same: list[int | None]) -> list[int | None]:
    """Add what the steps lost although it stands in j: in its place, or a whole passage under another number."""
    same = list(same)
    renumbered(old, new, same)
    taken = {at for at in same if at is not None}
    after, high = [0] * len(same), len(new.words)
    for word in range(len(same) - 1, -1, -1):
        after[word] = high
        high = high if same[word] is None else same[word]
    low = -1
    for word, at in enumerate(step(old, new)):
        if same[word] is None and at is not None and at not in taken and low < at < after[word]:
            same[word] = at
            taken.add(at)
        low = low if same[word] is None else same[word]
    return same


def renumbered(old: State, new: State, same: list[int | None]) -> None:
    """Passages of which nothing was followed, and that stand once before and once now with other numbers in front."""
    taken = {at for at in same if at is not None}
    texts = []
    for state in (old, new):
        found: dict[tuple[str, ...], list[list[int]]] = defaultdict(list)
        for words in by_passage(state).values():
            keys = tuple(state.words[at].key for at in words)
            first = next((at for at, key in enumerate(keys) if not _NUMBER.fullmatch(key)), len(keys))
            found[keys[first:]].append(words[first:])
        texts.append(found)
    for keys, places in texts[0].items():
        others = texts[1].get(keys, [])
        if len(keys) >= LEAST_RENUMBERED and len(places) == len(others) == 1:
            pairs = list(zip(places[0], others[0], strict=True))
            if all(same[word] is None and at not in taken for word, at in pairs):
                same[:] = [dict(pairs).get(word, at) for word, at in enumerate(same)]


# Links


def links(state: State, same: list[int | None], dice: random.Random, count: int) -> Iterator[LinkMade]:
    """Every other one in a passage that lost words, if there are any: elsewhere all ways do well."""
    home = by_passage(state)
    having = [number for number in home if len(home[number]) >= 4]
    touched = [number for number in having if any(same[at] is None for at in home[number])]
    if not having:
        return
    for turn in range(count):
        kind = dice.choice(KINDS)
        number = dice.choice(touched if touched and turn % 2 else having)
        words = home[number]
        if kind == "words":
            size = min(dice.randint(4, 8), len(words))
            first = dice.randint(0, len(words) - size)
            yield LinkMade(kind, words[first], words[first + size - 1])
        elif kind == "sentence":
            sentences = [match.span() for match in _SENTENCE.finditer(state.passages[number]) if match[0].strip()]
            start, end = dice.choice(sentences)
            inside = [at for at in words if start <= state.words[at].start < end]
            if len(inside) >= 4:
                yield LinkMade(kind, inside[0], inside[-1])
        elif kind == "passage":
            yield LinkMade(kind, words[0], words[-1])
        else:
            later = [other for other in home if number < other <= number + 2]
            if later:
                others = home[dice.choice(later)]
                yield LinkMade(kind, dice.choice(words[len(words) // 2 :]), dice.choice(others[: len(others) // 2 + 1]))


# Ways of finding a link again: each gives stretches of passages, or None for “gone” and () for “there are several places”

Shown = Sequence[tuple[int, int, int]] | None
Way = Callable[["Case", LinkMade], Shown]


@dataclass(frozen=True, slots=True)
class Case:
    """A document at i and at j, and what the room has stored of it."""

    document: str
    old: State
    new: State
    same: list[int | None]
    by_steps: list[int | None]
    """The same without what came back."""
    lost: float
    rooms: dict[str, tuple[Any, Any]]
    """Of each regime, the versions that the room has read from i to j, and the lineage between them."""

    def quote(self, link: LinkMade) -> tuple[int, int]:
        return self.old.in_text(link.first)[0], self.old.in_text(link.last)[1]


def room_with(regime: str) -> Way:
    from reading_room.permalinks.resolution import resolve
    from reading_room.permalinks.selection import select_code_points

    def way(case: Case, link: LinkMade) -> Shown:
        versions, steps = case.rooms[regime]
        before, now = versions[0], versions[-1]
        first, last = case.old.words[link.first], case.old.words[link.last]
        start, end = (before[first.passage].id, first.start), (before[last.passage].id, last.end)
        selection = select_code_points(before, start, end)
        if selection is None:
            raise SystemExit(f"no words in {start}–{end} of {case.document}")
        found = resolve(selection, 1, versions.__getitem__, steps)
        if found.status == "gone":
            return None
        places = {passage.id: number for number, passage in enumerate(now)}
        return [(places[one.passage], one.start, one.end) for one in found.found]

    return way


def offsets(case: Case, link: LinkMade) -> Shown:
    """The same code points of the text."""
    start, end = case.quote(link)
    return in_passages(case.new, start, end) or None


def text_fragment(case: Case, link: LinkMade) -> Shown:
    """The first place where the words stand, as `#:~:text=` has it."""
    start, end = case.quote(link)
    quote = case.old.text[start:end]
    found = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", case.new.text, re.IGNORECASE)
    return in_passages(case.new, *found.span()) if found else None


def quote_with_context(case: Case, link: LinkMade) -> Shown:
    """As the Hypothesis client does it (`match-quote.ts`): exact matches, else approximate ones, by quotation, context, place."""
    start, end = case.quote(link)
    quote, text = case.old.text[start:end], case.new.text
    prefix, suffix = case.old.text[max(0, start - 32) : start], case.old.text[end : end + 32]
    matches = [(match.start(), match.end(), 0) for match in re.finditer(re.escape(quote), text)]
    if not matches:
        matches = approximate(text, quote, min(256, len(quote) // 2))
    if not matches:
        return None

    def likeness(one: str, other: str) -> float:
        if not other:
            return 1.0
        best = approximate(one, other, len(other)) if one else []
        return 1 - min((errors for *_, errors in best), default=len(other)) / len(other)

    def score(match: tuple[int, int, int]) -> float:
        begin, finish, errors = match
        of_quote = 1 - errors / len(quote)
        before = likeness(text[max(0, begin - len(prefix)) : begin], prefix)
        after = likeness(text[finish : finish + len(suffix)], suffix)
        near = 1 - abs(begin - start) / max(1, len(text))
        return (50 * of_quote + 20 * before + 20 * after + 2 * near) / 92

    begin, finish, _ = max(matches, key=score)
    return in_passages(case.new, begin, finish)


def approximate(text: str, pattern: str, most: int) -> list[tuple[int, int, int]]:
    """The best approximate matches (Myers 1999, in one large integer): their ends, and their beginnings by the reverse."""
    ends = [(end, errors) for end, errors in _ends(text, pattern, most)]
    if not ends:
        return []
    least = min(errors for _, errors in ends)
    found = []
    for end, errors in ends:
        if errors == least:
            piece = text[max(0, end - len(pattern) - errors) : end]
            back = [(length, wrong) for length, wrong in _ends(piece[::-1], pattern[::-1], errors) if wrong == errors]
            found.append((end - (back[0][0] if back else len(pattern)), end, errors))
    return found[:16]


def _ends(text: str, pattern: str, most: int) -> Iterator[tuple[int, int]]:
    size = len(pattern)
    mask, high = (1 << size) - 1, 1 << (size - 1)
    where: dict[str, int] = defaultdict(int)
    for at, sign in enumerate(pattern):
        where[sign] |= 1 << at
    positive, negative, errors = mask, 0, size
    for end, sign in enumerate(text, start=1):
        equal = where.get(sign, 0)
        vertical = equal | negative
        horizontal = (((equal & positive) + positive) ^ positive) | equal
        up = negative | (mask & ~(horizontal | positive))
        down = positive & horizontal
        errors += bool(up & high) - bool(down & high)
        up, down = (up << 1) & mask, (down << 1) & mask
        positive = (down | (mask & ~(vertical | up))) & mask
        negative = up & vertical
        if errors <= most:
            yield end, errors


def in_passages(state: State, start: int, end: int) -> list[tuple[int, int, int]]:
    return [
        (number, max(0, start - begin), min(len(text), end - begin))
        for number, (begin, text) in enumerate(zip(state.begins, state.passages, strict=True))
        if begin < end and start < begin + len(text)
    ]


# Counting


@dataclass(slots=True)
class Tally:
    outcomes: Counter[str]

    def line(self) -> str:
        found = self.outcomes["found"], self.outcomes["found"] + self.outcomes["missed"]
        gone = self.outcomes["gone"], self.outcomes["gone"] + self.outcomes["shown"]
        everything = sum(self.outcomes[one] for one in ("found", "missed", "gone", "shown", "between", "returned"))
        unsure = rate(self.outcomes["ambiguous"], everything).split()
        wrong = self.outcomes["wrong"]
        return (
            f"{rate(*found):>38} {rate(wrong, everything):>38} {rate(*gone):>34} {unsure[1] if everything else '':>8}"
        )


def rate(part: int, whole: int) -> str:
    if not whole:
        return "none"
    share, z = part / whole, 1.96
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    wide = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{part}/{whole} {100 * share:.2f} [{100 * max(0, middle - wide):.2f} {100 * min(1, middle + wide):.2f}]"


def expect(case: Case, link: LinkMade) -> str:
    """What is true of a link: found, gone, or between the two."""
    words = range(link.first, link.last + 1)
    stand = [at for at in words if case.same[at] is not None]
    told = case.old.telling.intersection(words)
    if 2 * len(stand) >= len(words) and 2 * len(told.intersection(stand)) >= len(told):
        return "found"
    return "between" if stand else "gone"


def expect_by_steps(case: Case, link: LinkMade) -> str:
    """The same by the differences of neighbours alone."""
    words = case.by_steps[link.first : link.last + 1]
    stand = sum(at is not None for at in words)
    return "found" if 2 * stand >= len(words) else "between" if stand else "gone"


def judge(case: Case, link: LinkMade, shown: Shown, *, by_steps: bool = False) -> tuple[str, ...]:
    """What the answer counts as. A wrong place counts beside the rest."""
    same, expected = (case.by_steps, expect_by_steps(case, link)) if by_steps else (case.same, expect(case, link))
    truth = {at for at in same[link.first : link.last + 1] if at is not None}
    size = link.last - link.first + 1
    places = case.new.words_of(shown) if shown else set()
    if places and stands_as_it_stood(case, link, places):
        return ("returned",) if expected == "gone" else (expected,)
    if expected == "gone" and shown:
        return ("shown", "wrong")
    if expected == "gone":
        return ("gone",) if shown is None else ("shown", "ambiguous")
    if places and not by_steps and stands_closer(case, link, truth, places):
        return (expected,)
    wrong: tuple[str, ...] = ("wrong",) if shown and not places & truth else ()
    if shown is not None and not shown:
        wrong = ("ambiguous",)
    if expected == "between":
        return ("between", *wrong)
    right = len(places & truth) * 2 >= len(truth) and len(places) <= 2 * size + 20
    return (("found",) if right else ("missed",)) + wrong


def stands_as_it_stood(case: Case, link: LinkMade, places: set[int]) -> bool:
    """Whether what is shown is the link word for word, with the same few words on both sides."""
    first, last = min(places), max(places)
    if len(places) != last - first + 1:
        return False

    def keys(state: State, start: int, end: int) -> list[str]:
        return [word.key for word in state.words[max(0, start - BESIDE) : end + 1 + BESIDE]]

    return keys(case.old, link.first, link.last) == keys(case.new, first, last)


def stands_closer(case: Case, link: LinkMade, truth: set[int], places: set[int]) -> bool:
    """Whether what is shown has all the words that the truth follows, and more of what stood around the link around it."""

    def around(state: State, first: int, last: int) -> Counter[str]:
        words = (*state.words[max(0, first - NEAR) : first], *state.words[last + 1 : last + 1 + NEAR])
        return Counter(word.key for word in words)

    def keys(words: set[int]) -> Counter[str]:
        return Counter(case.new.words[at].key for at in words)

    stood = around(case.old, link.first, link.last)
    here, there = ((stood & around(case.new, min(words), max(words))).total() for words in (places, truth))
    return keys(truth) <= keys(places) and len(places) <= 2 * (link.last - link.first + 1) and here > there


def cases(documents: list[dict], dice: random.Random, pairs: int) -> Iterator[Case]:
    from reading_room.model.article import Block
    from reading_room.permalinks.lineage import number_first, number_next

    def blocks(passages: Sequence[str]) -> list[Block]:
        return [Block("paragraph", text) for text in passages]

    for document in documents:
        states = [State.of(version["passages"]) for version in document["versions"]]
        steps = [step(old, new) for old, new in pairwise(states)]
        kept, lineage = [number_first(blocks(states[0].passages))], []
        used = {passage.id for passage in kept[0]}
        for state in states[1:]:
            passages, changes = number_next(kept[-1], blocks(state.passages), used)
            used |= {passage.id for passage in passages}
            kept.append(passages)
            lineage.append(changes)
        possible = [(i, j) for i in range(len(states)) for j in range(i + 1, len(states))]
        binned: dict[float, list[tuple[int, int, float]]] = defaultdict(list)
        for i, j in dice.sample(possible, min(MOST_PAIRS, len(possible))):
            same = composed(states, steps, i, j)
            lost = sum(at is None for at in same) / max(1, len(same))
            binned[next(edge for edge in BINS if lost <= edge)].append((i, j, lost))
        for i, j, lost in [pair for found in binned.values() for pair in found[:pairs]]:
            by_steps = composed(states, steps, i, j)
            same = with_returned(states[i], states[j], by_steps)
            first = number_first(blocks(states[i].passages))
            second, changes = number_next(first, blocks(states[j].passages), {passage.id for passage in first})
            rooms = {"i and j": ([first, second], [changes]), "every version": (kept[i : j + 1], lineage[i:j])}
            yield Case(f"{document['document']} {i}-{j}", states[i], states[j], same, by_steps, lost, rooms)


def half(document: str) -> str:
    return "tuned" if hashlib.sha256(document.encode()).digest()[0] % 2 == 0 else "reported"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("histories", type=Path)
    parser.add_argument("--links", type=int, default=12_000, help="how many links are made, about")
    parser.add_argument(
        "--half", choices=("tuned", "reported", "all"), default="all", help="by a hash of the document's name"
    )
    parser.add_argument("--ways", default="", help="only ways whose name contains this")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show N links of each kind of failure")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--trees", type=Path, help="other trees to ask where the rules find nothing (train_resolution.py)"
    )
    options = parser.parse_args()
    if options.trees:
        from reading_room.permalinks import second_look

        second_look.TREES = options.trees
    with gzip.open(options.histories, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    if options.half != "all":
        documents = [one for one in documents if half(one["document"]) == options.half]
    dice = random.Random(options.seed)
    ways: dict[str, Way] = {
        "the room, i and j read": room_with("i and j"),
        "the room, every version read": room_with("every version"),
        "plain offsets": offsets,
        "text fragment, first match": text_fragment,
        "quotation with context, fuzzy": quote_with_context,
    }
    ways = {name: way for name, way in ways.items() if options.ways in name}
    pairs = 6
    each = max(1, options.links // (len(documents) * pairs))
    tallies: dict[tuple[str, str], Tally] = defaultdict(lambda: Tally(Counter()))
    seconds: dict[str, list[float]] = defaultdict(list)
    failures: Counter[tuple[str, str]] = Counter()
    made = 0
    for case in cases(documents, dice, pairs):
        group = next(
            f"text lost: {name}"
            for edge, name in zip(BINS, ("to 20 %", "20 to 50 %", "above"), strict=True)
            if case.lost <= edge
        )
        for link in links(case.old, case.by_steps, dice, each):
            made += 1
            truth = [case.same[at] for at in range(link.first, link.last + 1)]
            gone = sum(at is None for at in truth) / len(truth)
            own = "untouched" if not gone else "to 20 %" if gone <= 0.2 else "20 to 50 %" if gone <= 0.5 else "above"
            for name, way in ways.items():
                began = time.perf_counter()
                shown = way(case, link)
                seconds[name].append(time.perf_counter() - began)
                outcome = judge(case, link, shown)
                for key in (group, f"of the link lost: {own}", f"kind: {link.kind}", "all"):
                    tallies[name, key].outcomes.update(outcome)
                tallies[name, f"{group}, by steps alone"].outcomes.update(judge(case, link, shown, by_steps=True))
                bad = set(outcome) & {"wrong", "missed", "shown"}
                for kind in bad:
                    if failures[name, kind] < options.worst:
                        failures[name, kind] += 1
                        start, end = case.quote(link)
                        print(f"--- {name}: {kind}: {case.document} (lost {case.lost:.2f}; of the link {gone:.2f})")
                        print("  was:  ", case.old.text[start:end].replace("\n", " / ")[:300])
                        true = sorted(at for at in truth if at is not None)
                        print("  truth:", " ".join(case.new.words[at].key for at in true)[:300])
                        print("  shown:", [case.new.passages[n][s:e][:200] for n, s, e in shown] if shown else shown)
    print(f"{len(documents)} documents, {made} links")
    for name in ways:
        print(f"\n{name} ({1000 * median(seconds[name]):.1f} ms median)")
        print(f"  {'':38}{'found right':>38} {'wrong place shown':>38} {'gone reported as gone':>34} ambiguous")
        for key in sorted(key for other, key in tallies if other == name):
            print(f"  {key:38}{tallies[name, key].line()}")


if __name__ == "__main__":
    main()
