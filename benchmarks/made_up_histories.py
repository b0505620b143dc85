"""Edit histories made up over news, in which every word is known by a number of its own: how links fare there, in three scripts.

    .venv/bin/python benchmarks/made_up_histories.py ../shared/data/news-passages.jsonl.gz [--documents 120] [--seed 1]

A line of the file is a passage, `{id, text}`, its id that of its article with `-p` and a number. Words, numbers, phrases, sentences
and passages are put in, taken out, replaced, moved, split, merged and reworded; every other history is rewritten more heavily.
Beside some passages a look-alike is put that keeps up to half of the words. Letters are Latin as in the articles, or all of them
changed for Cyrillic or Arabic ones, so that words stay as long and as rare. What is true needs no differences: a word stands where
its number does.

Look-alikes that differ in a few words, or stand in the place of a passage that was deleted, are not made: nothing in the two texts
tells them from an edit.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, count
from pathlib import Path

from permalinks import Tally, judge
from permalinks_histories import Case, State, links
from permalinks_ways import room_with

from reading_room.model.article import Block
from reading_room.permalinks import second_look
from reading_room.permalinks.lineage import number_first, number_next

VERSIONS, PAIRS, LINKS = 7, 4, 14
"""Versions of a history, pairs of them that are compared, and links made in each pair, about."""
LEAST, MOST = 4, 40
"""Passages that an article must have, and may."""
OTHERS = 6
"""Articles from which other words are taken."""
REWORDED = (0.15, 0.3, 0.5)
"""How much of a passage is reworded."""
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
SCRIPTS: Mapping[str, dict[int, int]] = {
    "Latin": {},
    "Cyrillic": str.maketrans(_LATIN, "абцдефгхийклмнопкрстуввхызАБЦДЕФГХИЙКЛМНОПКРСТУВВХЫЗ"),
    "Arabic": str.maketrans(_LATIN, "ابجدهفغحيجكلمنوبقرستعوكسيزابجدهفغحيجكلمنوبقرستعوكسيز"),
}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Token:
    number: int
    """Its own, whatever becomes of what stands around it."""
    word: str
    behind: str
    """The signs up to the next word."""


Passage = list[Token]
_numbers = count()


def tokens(text: str) -> Passage:
    """The words of a passage; signs in front of the first one belong to it."""
    found = list(_WORD.finditer(text))
    begins = [0, *(match.start() for match in found[1:])]
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        Token(next(_numbers), text[begin : match.end()], text[match.end() : end])
        for match, begin, end in zip(found, begins, ends, strict=True)
    ]


def written(passage: Passage) -> str:
    return "".join(token.word + token.behind for token in passage).strip()


class Editor:
    """Writes the next version of a text, with words from other texts."""

    def __init__(self, dice: random.Random, others: list[Passage]) -> None:
        self.dice, self.others = dice, others
        often: dict[Callable[[list[Passage], int], None], tuple[int, int]] = {
            self.replace_word: (3, 3), self.replace_numbers: (1, 1), self.put_phrase: (1, 1), self.take_phrase: (1, 1),
            self.put_sentence: (1, 1), self.take_sentence: (1, 1), self.put_passage: (2, 2), self.take_passage: (1, 2),
            self.move: (1, 1), self.split: (1, 1), self.merge: (1, 1), self.put_look_alike: (2, 2),
            self.reword: (1, 6), self.replace_passage: (0, 1),
        }  # fmt: skip
        """How often each is done, lightly and heavily."""
        self.edits = [[edit for edit, times in often.items() for _ in range(times[heavy])] for heavy in (False, True)]

    def next(self, text: list[Passage], *, heavy: bool) -> list[Passage]:
        text = [list(passage) for passage in text]
        for _ in range(self.dice.randint(4, 9) if heavy else self.dice.randint(1, 3)):
            at = self.dice.randrange(len(text))
            if len(text[at]) > 1:
                self.dice.choice(self.edits[heavy])(text, at)
            text = [passage for passage in text if passage]
        return text

    def other(self, behind: str) -> Token:
        """A word from elsewhere."""
        return Token(next(_numbers), self.dice.choice(self.dice.choice(self.others)).word, behind)

    def others_passage(self) -> Passage:
        return [Token(next(_numbers), token.word, token.behind) for token in self.dice.choice(self.others)]

    def replace_word(self, text: list[Passage], at: int) -> None:
        word = self.dice.randrange(len(text[at]))
        text[at][word] = self.other(text[at][word].behind)

    def replace_numbers(self, text: list[Passage], at: int) -> None:
        for place, token in enumerate(text[at]):
            if token.word.isdigit() and self.dice.random() < 0.5:
                text[at][place] = Token(next(_numbers), str(self.dice.randint(2, 2999)), token.behind)

    def put_phrase(self, text: list[Passage], at: int) -> None:
        word = self.dice.randrange(len(text[at]))
        text[at][word:word] = [self.other(" ") for _ in range(self.dice.randint(2, 6))]

    def take_phrase(self, text: list[Passage], at: int) -> None:
        word = self.dice.randrange(len(text[at]))
        del text[at][word : word + self.dice.randint(2, 6)]

    def put_sentence(self, text: list[Passage], at: int) -> None:
        ends = [place + 1 for place, token in enumerate(text[at]) if "." in token.behind]
        word = self.dice.choice(ends or [len(text[at])])
        *rest, last = self.others_passage()[: self.dice.randint(6, 20)]
        text[at][word:word] = [*rest, Token(last.number, last.word, ". ")]

    def take_sentence(self, text: list[Passage], at: int) -> None:
        ends = [0, *(place + 1 for place, token in enumerate(text[at]) if ". " in token.behind), len(text[at])]
        if len(ends) > 2:
            first = self.dice.randrange(len(ends) - 1)
            del text[at][ends[first] : ends[first + 1]]

    def put_passage(self, text: list[Passage], at: int) -> None:
        text.insert(at, self.others_passage())

    def take_passage(self, text: list[Passage], at: int) -> None:
        if len(text) > 2:
            del text[at]

    def move(self, text: list[Passage], at: int) -> None:
        passage = text.pop(at)
        text.insert(self.dice.randrange(len(text) + 1), passage)

    def split(self, text: list[Passage], at: int) -> None:
        passage = text[at]
        if len(passage) > 12:
            word = self.dice.randrange(4, len(passage) - 4)
            text[at : at + 1] = [passage[:word], passage[word:]]

    def merge(self, text: list[Passage], at: int) -> None:
        if at + 1 < len(text):
            *rest, last = text[at]
            text[at : at + 2] = [[*rest, Token(last.number, last.word, last.behind.rstrip() + " "), *text[at + 1]]]

    def put_look_alike(self, text: list[Passage], at: int) -> None:
        size = len(text[at])
        passage = [Token(next(_numbers), token.word, token.behind) for token in text[at]]
        for _ in range(self.dice.randint(size // 2, size)):
            word = self.dice.randrange(size)
            passage[word] = self.other(passage[word].behind)
        text.insert(max(0, min(len(text), at + self.dice.randint(-2, 3))), passage)

    def reword(self, text: list[Passage], at: int) -> None:
        rate, passage = self.dice.choice(REWORDED), []
        for token in text[at]:
            drawn = self.dice.random()
            if drawn < 0.6 * rate:
                passage.append(self.other(token.behind))
            elif drawn >= rate:
                passage.append(token)
            if self.dice.random() < 0.3 * rate:
                passage.append(self.other(" "))
        text[at] = passage or [self.other(". ")]

    def replace_passage(self, text: list[Passage], at: int) -> None:
        text[at] = self.others_passage()


def articles(file: Path) -> dict[str, list[str]]:
    """The passages of each article that has neither very few nor very many."""
    found: dict[str, list[str]] = defaultdict(list)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            made = json.loads(line)
            found[made["id"].rsplit("-p", 1)[0]].append(made["text"])
    return {name: texts for name, texts in sorted(found.items()) if LEAST <= len(texts) <= MOST}


def cases(texts: Mapping[str, list[str]], documents: int, seed: int) -> Iterator[tuple[str, Case, random.Random]]:
    """The pairs of versions of made-up histories, each with its script and the dice to make its links with."""

    def blocks(state: State) -> list[Block]:
        return [Block("paragraph", passage) for passage in state.passages]

    for document in range(documents):
        dice = random.Random(f"{seed} {document}")
        name = dice.choice(list(texts))
        script = list(SCRIPTS)[document % len(SCRIPTS)]

        def passages(of: str, letters: dict[int, int] = SCRIPTS[script]) -> list[Passage]:
            return [made for text in texts[of] if (made := tokens(text.translate(letters)))]

        editor = Editor(dice, [one for other in dice.sample(list(texts), OTHERS) for one in passages(other)])
        versions = [passages(name)]
        while len(versions) < VERSIONS:
            versions.append(editor.next(versions[-1], heavy=document % 2 == 1))
        states = [State.of([written(passage) for passage in version]) for version in versions]
        numbers = [[token.number for passage in version for token in passage] for version in versions]
        if any(len(state.words) != len(row) for state, row in zip(states, numbers, strict=True)):
            continue  # two words became one
        kept, lineage = [number_first(blocks(states[0]))], []
        used = {passage.id for passage in kept[0]}
        for state in states[1:]:
            numbered, changes = number_next(kept[-1], blocks(state), used)
            used |= {passage.id for passage in numbered}
            kept.append(numbered)
            lineage.append(changes)
        for i, j in dice.sample(list(combinations(range(VERSIONS), 2)), PAIRS):
            at = {number: place for place, number in enumerate(numbers[j])}
            same = [at.get(number) for number in numbers[i]]
            first = number_first(blocks(states[i]))
            second, changes = number_next(first, blocks(states[j]), {passage.id for passage in first})
            rooms = {"i and j": ([first, second], [changes]), "every version": (kept[i : j + 1], lineage[i:j])}
            lost = sum(place is None for place in same) / len(same)
            yield (
                script,
                Case(f"{seed}.{document} {name} {i}-{j}", states[i], states[j], same, same, lost, rooms),
                dice,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--documents", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trees", type=Path, help="other trees to ask where the rules find nothing")
    options = parser.parse_args()
    if options.trees:
        second_look.TREES = options.trees
    ways = {regime: room_with(regime) for regime in ("i and j", "every version")}
    tallies: dict[tuple[str, str], Tally] = defaultdict(lambda: Tally(Counter()))
    for script, case, dice in cases(articles(options.news), options.documents, options.seed):
        for link in links(case.old, case.same, dice, LINKS):
            for regime, way in ways.items():
                outcome = judge(case, link, way(case, link), by_steps=True)
                for key in (script, "all"):
                    tallies[regime, key].outcomes.update(outcome)
    for regime in ways:
        print(f"\nthe room, {regime} read")
        print(f"  {'':10}{'found right':>38} {'wrong place shown':>38} {'gone reported as gone':>34} ambiguous")
        for key in (*SCRIPTS, "all"):
            print(f"  {key:10}{tallies[regime, key].line()}")


if __name__ == "__main__":
    main()
