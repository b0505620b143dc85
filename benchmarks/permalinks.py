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
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from permalinks_histories import BINS, Case, LinkMade, State, cases, links
from permalinks_ways import Shown, Way, offsets, quote_with_context, room_with, text_fragment

from reading_room.permalinks import second_look

BESIDE = 4
"""Words on each side that words must have kept to be the same ones, put back."""
NEAR = 10
"""Words on each side by which places that have the same words are told apart."""


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
