"""How well the article is found in saved pages: token F1 against known bodies, beside what people would use instead.

    .venv/bin/python benchmarks/import.py FOLDER [--only split.json:held] [--worst 5]

FOLDER has `ground-truth.json`, `{id: {"articleBody": …}}`, beside `html/<id>.html` or `.html.gz`, as the public benchmarks of
article extraction have them. A page's F1 counts each word as often as it stands in both texts. The table gives the mean over
pages and, in brackets, where it would fall in 95 % of such sets of pages (bootstrap).
"""

import argparse
import gzip
import html
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).parent.parent
RESAMPLES = 2000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    raw: bytes
    visible: str
    """Its text as somebody has it who copied the whole page from a browser."""
    body: str


@dataclass(frozen=True, slots=True)
class Score:
    page: Page
    found: str
    precision: float
    recall: float
    f1: float


def web_page(page: Page) -> str:
    from reading_room.importing.formats.web_page import read
    from reading_room.importing.parts import Chunk, Part, Unusable

    try:
        parts = [part for part in read(Chunk(page.name, page.raw)) if isinstance(part, Part)]
    except Unusable:
        return ""
    return "\n".join(paragraph.text for part in parts for paragraph in part.cleaned.paragraphs)


def trafilatura_alone(page: Page, **options: bool) -> str:
    import trafilatura

    return trafilatura.extract(page.raw, include_comments=False, **options) or ""


def trafilatura_for_precision(page: Page) -> str:
    return trafilatura_alone(page, favor_precision=True)


def trafilatura_for_recall(page: Page) -> str:
    return trafilatura_alone(page, favor_recall=True)


def visible_text(page: Page) -> str:
    return page.visible


def trafilatura_on_lines(page: Page) -> str:
    import trafilatura

    lines = "".join(f"<p>{html.escape(line)}</p>" for line in page.visible.splitlines() if line)
    return trafilatura.extract(f"<html><body>{lines}</body></html>", include_comments=False) or ""


def plain_text(page: Page) -> str:
    from reading_room.importing.plain_text import clean

    return "\n".join(paragraph.text for paragraph in clean(page.visible).paragraphs)


METHODS: dict[str, dict[str, Callable[[Page], str]]] = {
    "from the saved page": {
        "the room's reader": web_page,
        "trafilatura": trafilatura_alone,
        "trafilatura, for precision": trafilatura_for_precision,
        "trafilatura, for recall": trafilatura_for_recall,
    },
    "from its visible text": {
        "the room's reader": plain_text,
        "trafilatura on <p> lines": trafilatura_on_lines,
        "all of the text": visible_text,
    },
}


def pages(folder: Path, only: str | None) -> Iterator[Page]:
    from reading_room.importing.formats.markup import decoded, parsed
    from reading_room.importing.formats.page_lines import visible_text

    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    if only:
        file, _, key = only.partition(":")
        chosen = json.loads((folder / file).read_text("utf-8"))
        truth = {name: truth[name] for name in (chosen[key] if key else chosen)}
    for name, known in sorted(truth.items()):
        file = folder / "html" / f"{name}.html"
        raw = file.read_bytes() if file.exists() else gzip.decompress(Path(f"{file}.gz").read_bytes())
        yield Page(name, raw, visible_text(parsed(decoded(raw).text)), known["articleBody"])


def score(page: Page, found: str) -> Score:
    got, wanted = words(found), words(page.body)
    both = (got & wanted).total()
    precision = both / got.total() if got else 0.0
    recall = both / wanted.total() if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    return Score(page, found, precision, recall, f1)


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def interval(values: list[float]) -> tuple[float, float]:
    dice = random.Random(0)
    means = sorted(mean(dice.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1]


def print_worst(scores: list[Score], count: int) -> None:
    for bad in sorted(scores, key=lambda score: score.f1)[:count]:
        print(f"    {bad.page.name}: F1 {bad.f1:.2f}, precision {bad.precision:.2f}, recall {bad.recall:.2f}")
        for name, text, other in (("added", bad.found, bad.page.body), ("missed", bad.page.body, bad.found)):
            known = words(other)
            lines = [line for line in text.splitlines() if (words(line) - known).total() > 0.5 * words(line).total()]
            for line in lines[:6]:
                print(f"        {name:7}{line[:110]}")
            if len(lines) > 6:
                print(f"        {name:7}… and {len(lines) - 6} lines more")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", metavar="FILE[:KEY]", help="ids of the pages to take, a JSON list in the folder")
    parser.add_argument("--methods", default="", help="measure only methods whose group or name contains this")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show the N worst pages of each method")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    set_of_pages = list(pages(options.folder, options.only))
    print(f"{len(set_of_pages)} pages{' of ' + options.only if options.only else ''} in {options.folder}")
    for group, methods in METHODS.items():
        chosen = {name: method for name, method in methods.items() if options.methods in f"{group}: {name}"}
        first: float | None = None
        for name, method in chosen.items():
            began = time.perf_counter()
            scores = [score(page, method(page)) for page in set_of_pages]
            each = (time.perf_counter() - began) / len(scores)
            f1 = mean(one.f1 for one in scores)
            low, high = interval([one.f1 for one in scores])
            if first is None:
                print(f"{group:28}    F1   [  95 %  ]   precision  recall   of the first   ms a page")
                first = f1
            rates = f"{mean(one.precision for one in scores):9.3f} {mean(one.recall for one in scores):7.3f}"
            print(f"  {name:26} {f1:.3f} [{low:.3f} {high:.3f}] {rates} {f1 / first:12.3f} {1000 * each:14.0f}")
            print_worst(scores, options.worst)


if __name__ == "__main__":
    main()
