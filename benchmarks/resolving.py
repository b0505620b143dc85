"""What following a link costs, by the length of the article, its number of versions, and what the link is of.

    .venv/bin/python benchmarks/resolving.py ../shared/data/news-passages.jsonl.gz [--passages 20 56 200] [--versions 10 50 200]

Articles are put together of news and edited from version to version as in `made_up_histories.py`, one to three edits each time.
They are kept in a store of versions, and asked for through the shelf of a room, as `flask resolve` and pages with `.json` do.
Links are made on any version before the last: on 4 to 8 words, a sentence, a passage, from a passage into one of the next two, and
from the first word of the article to its last.

Milliseconds of processor time. “First” is what the first link to an article takes, after everything that the process kept at hand
was forgotten; the others follow one another. The last column has their median as a multiple of what `difflib` takes to compare two
passages of the article word by word, which depends on the machine as they do.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from itertools import islice, pairwise
from pathlib import Path
from statistics import median, quantiles

from made_up_histories import Editor, articles, tokens, written

from reading_room.corpus.catalogue import Catalogue, Entry
from reading_room.corpus.folder import Source
from reading_room.corpus.shelf import Shelf
from reading_room.corpus.versions import Versions
from reading_room.links import resolve_words
from reading_room.model.about import About
from reading_room.model.article import Article, Block, Passage
from reading_room.model.sentences import sentences
from reading_room.permalinks.address import Address
from reading_room.permalinks.lineage import number_first, number_next
from reading_room.permalinks.selection import select_code_points
from reading_room.permalinks.words import NAME, words

KINDS = ("words", "sentence", "passage", "across", "all of it")
SLUG = "made-up"
FIRST_LINKS = 6
"""Links of each kind before which everything is forgotten, which takes longer."""
TIMES = 20


@dataclass(frozen=True, slots=True)
class History:
    """An article in a store, with its texts."""

    versions: Versions
    states: Sequence[tuple[Passage, ...]]

    def shelf(self) -> Shelf:
        entry = Entry(_article(), 1, len(self.states), len(self.states[-1]), Source(SLUG, 0, 0))
        made = datetime.now(UTC)
        return Shelf(Catalogue(made, About(), {SLUG: entry}, {}, {}, {}, {}, ()), self.versions)


def _article() -> Article:
    return Article(SLUG, SLUG, "news", None, "", "en", "complete")


def kept(store: Path, texts: Sequence[list[str]], passages: int, versions: int, dice: random.Random) -> History:
    """A history of an article of about so many passages, put together of several, in a store of its own."""
    pool = [tokens(text) for article in dice.sample(texts, len(texts)) for text in islice(article, passages)]
    pool = [one for one in pool[: 2 * passages] if one]
    text, others = pool[:passages], pool[passages:]
    editor = Editor(dice, others)
    store.parent.mkdir()
    kept = Versions(store)
    kept.create()
    states: list[tuple[Passage, ...]] = []
    used: set[str] = set()
    with kept.writing() as writer:
        for number in range(1, versions + 1):
            blocks = [Block("paragraph", written(passage)) for passage in text]
            numbered, changes = number_next(states[-1], blocks, used) if states else (number_first(blocks), ())
            used |= {passage.id for passage in numbered}
            states.append(numbered)
            writer.add(_article(), number, str(number), numbered, changes, NAME)
            text = editor.next(text, heavy=False)
    return History(kept, states)


def links(history: History, kind: str, count: int, dice: random.Random) -> Iterator[Address]:
    while count:
        born = dice.randrange(len(history.states) - 1)
        passages = history.states[born]
        at = dice.randrange(len(passages))
        first = last = passages[at]
        start, end = 0, len(first.text)
        if kind == "words":
            spans = words(first.text)
            size = min(dice.randint(4, 8), len(spans))
            begin = dice.randint(0, len(spans) - size)
            start, end = (spans[begin].start, spans[begin + size - 1].end) if spans else (0, 0)
        elif kind == "sentence":
            span = dice.choice(sentences(first.text) or [None])
            start, end = (span.start, span.end) if span else (0, 0)
        elif kind == "across":
            last = passages[min(at + dice.randint(1, 2), len(passages) - 1)]
            start, end = len(first.text) // 2, len(last.text) // 2
        elif kind == "all of it":
            first, last = passages[0], passages[-1]
            end = len(last.text)
        selection = select_code_points(passages, (first.id, start), (last.id, end))
        if selection is not None:
            count -= 1
            yield selection.address(SLUG, born + 1)


def forget() -> None:
    """Forget what the modules of the room keep at hand."""
    for name, module in list(sys.modules.items()):
        if name.startswith("reading_room"):
            for member in vars(module).values():
                if clear := getattr(member, "cache_clear", None):
                    clear()


def milliseconds(shelf: Shelf, address: Address) -> float:
    began = time.process_time()
    resolve_words(shelf, address)
    return 1000 * (time.process_time() - began)


def unit(history: History) -> float:
    """What `difflib` takes for two passages, milliseconds."""
    texts = [[passage.text[span.start : span.end] for span in words(passage.text)] for passage in history.states[-1]]
    pairs = list(pairwise(texts))
    began = time.process_time()
    for number in range(TIMES * len(pairs)):
        SequenceMatcher(None, *pairs[number % len(pairs)], autojunk=False).get_matching_blocks()
    return 1000 * (time.process_time() - began) / (TIMES * len(pairs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--passages", type=int, nargs="+", default=[20, 56, 200])
    parser.add_argument("--versions", type=int, nargs="+", default=[10, 50, 200])
    parser.add_argument("--links", type=int, default=40, help="of each kind, to each article")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = list(articles(options.news).values())
    print("| passages | versions | link to | first | median | 95 of 100 below | longest | median / difflib |")
    print("|---|---|---|---|---|---|---|---|")
    for passages in options.passages:
        for versions in options.versions:
            dice = random.Random(f"{options.seed} {passages} {versions}")
            with tempfile.TemporaryDirectory() as folder:
                history = kept(Path(folder, "corpus", "versions.sqlite3"), texts, passages, versions, dice)
                report(history, passages, versions, options.links, dice)


def report(history: History, passages: int, versions: int, count: int, dice: random.Random) -> None:
    made = {kind: list(links(history, kind, count, dice)) for kind in KINDS}
    first: dict[str, list[float]] = defaultdict(list)
    for kind, addresses in made.items():
        for address in addresses[:FIRST_LINKS]:
            forget()
            first[kind].append(milliseconds(history.shelf(), address))
    forget()
    shelf, order = history.shelf(), [(kind, one) for kind in KINDS for one in made[kind]]
    dice.shuffle(order)
    then: dict[str, list[float]] = defaultdict(list)
    for kind, address in order:
        then[kind].append(milliseconds(shelf, address))
    compared = unit(history)
    for kind in KINDS:
        times = then[kind]
        high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(
            f"| {passages} | {versions} | {kind} | {median(first[kind]):.1f} | {median(times):.1f} | {high:.1f} "
            f"| {max(times):.1f} | {median(times) / compared:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
