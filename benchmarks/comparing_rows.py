"""How often the machine's rows and empty cells are wrong in the example room, by judgements made by reading.

    .venv/bin/python benchmarks/comparing_rows.py draw rows > rows.jsonl
    .venv/bin/python benchmarks/comparing_rows.py draw cells > cells.jsonl
    .venv/bin/python benchmarks/comparing_rows.py draw leads > leads.jsonl
    .venv/bin/python benchmarks/comparing_rows.py [--record]
    .venv/bin/python benchmarks/comparing_rows.py hidden

`draw` writes what is to be judged: every row that the machine makes where the keeper's rows are hidden from it (with them hardly
any is left to make); empty cells, drawn by lot, in which no matching passage was found, of those that nobody has judged; or the
empty cells that lead to what may answer, by its words or since others answer two questions alike. Accounts are compared by fours:
those of each event that are shown first, and by lot until each has been shown three times more.

Without an argument the judgements in benchmarks/gold are counted: `rows-first.jsonl`, `rows-second.jsonl` (`{id, same, occasion}`:
whether all cells of a row tell of the same, and on one occasion), `cells-first.jsonl`, `cells-second.jsonl` (`{id, wrong}`: whether
the account does have words for the question), each made without a view of the other. `leads.jsonl` (`{id, apt}`) says whether
what a cell leads to is about its question. Judgements of what is not made any more are left out, and what nobody judged is
counted. `--record` puts the rates where pages say them: rows that are right by both, and cells that no reading found wrong.

`hidden` hides each of the keeper's answers from the machine and counts for how many it offers something, and for how many the very
words that were hidden (or the row where they stand too).
"""

import argparse
import hashlib
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "benchmarks" / "gold"
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from measured_figures import record  # noqa: E402

from reading_room.comparing.collation.account_sentences import AccountSentence, account_sentences  # noqa: E402
from reading_room.comparing.collation.answer_words import answer_words  # noqa: E402
from reading_room.comparing.collation.common_days import Window, window  # noqa: E402
from reading_room.comparing.collation.kindred_rows import kindred  # noqa: E402
from reading_room.comparing.collation.measured import NOT_FOUND  # noqa: E402
from reading_room.comparing.collation.perhaps import MOST  # noqa: E402
from reading_room.comparing.collation.reasons import KINDRED, OTHER_ROW, PERHAPS  # noqa: E402
from reading_room.comparisons import Chosen  # noqa: E402
from reading_room.ingest import ingest  # noqa: E402
from reading_room.library import Library  # noqa: E402
from reading_room.model.article import Version  # noqa: E402
from reading_room.model.collation import CollatedCell, CollatedRow, Words  # noqa: E402
from reading_room.model.event import Event, Row  # noqa: E402
from reading_room.occasions import MOST_COMPARED, Occasion  # noqa: E402
from reading_room.room import Room  # noqa: E402

SHOWN = 3
"""How often each account is compared."""
CELLS = 150
ROWS_LOT = 17
CELLS_LOTS = (18, 19)
"""Of each lot other fours of accounts are compared, so that more cells are seen."""
READINGS = ("first", "second")

CELLS_READ = "the example room, all of them read, wrong by any reading"
ROWS_READ = "the example room, its keeper’s rows hidden, read twice"

Judged = dict[str, Any]


@contextmanager
def example_room() -> Iterator[Library]:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        shutil.copytree(ROOT / "corpus", corpus, ignore=shutil.ignore_patterns("versions.sqlite3*"))
        room = Room(corpus, Path(folder) / "index")
        ingest(room)
        yield room.library()


def fours(library: Library, occasion: Occasion, lot: int) -> Iterator[tuple[str, ...]]:
    slugs = [article.slug for article in occasion.articles]
    if len(slugs) < 2:
        return
    yield library.usual_accounts(occasion)
    drawing = random.Random(f"{lot} {occasion.event.slug}")
    for _ in range(SHOWN):
        drawn = drawing.sample(slugs, len(slugs))
        for at in range(0, len(drawn), MOST_COMPARED):
            together = drawn[at : at + MOST_COMPARED]
            if len(together) > 1:
                yield tuple(sorted(together, key=slugs.index))


def machine_rows(library: Library) -> Iterator[Judged]:
    """Each once, with the passages that its words stand in."""
    for slug, event in library.corpus.events.items():
        library.corpus.events[slug] = replace(event, rows=(), checked_absent=())
    seen = set()
    for occasion in library.events():
        for together in fours(library, occasion, ROWS_LOT):
            collation = library.compare(Chosen(together), occasion.event.slug)
            for row in collation.rows:
                if row.source == "machine" and (made := _row(occasion, row, collation.accounts))["id"] not in seen:
                    seen.add(made["id"])
                    yield made


def curated_cells(library: Library) -> tuple[dict[str, Judged], dict[str, Judged]]:
    """The keeper's questions to which no matching passage was found in an account, and those that lead to what may answer, each
    by their ids."""
    empty: dict[str, Judged] = {}
    leading: dict[str, Judged] = {}
    for occasion in library.events():
        for together in dict.fromkeys(one for lot in CELLS_LOTS for one in fours(library, occasion, lot)):
            collation = library.compare(Chosen(together), occasion.event.slug)
            for row in collation.rows:
                for account, cell in zip(collation.accounts, row.cells, strict=True):
                    if row.source != "curated":
                        continue
                    made = _cell(occasion, row, account, collation.accounts)
                    if cell.empty == "not-found":
                        empty[made["id"]] = made
                    if cell.reason in (PERHAPS, OTHER_ROW, KINDRED):
                        leading[made["id"]] = made | _lead(cell, collation.rows, account)
    return empty, leading


def drawn_cells(empty: Mapping[str, Judged]) -> list[Judged]:
    """As many as are to be judged, by lot, of the empty cells that nobody judged."""
    judged = set().union(*(_read(f"cells-{one}.jsonl") for one in READINGS))
    found = {key: cell for key, cell in empty.items() if key not in judged}
    return [found[key] for key in random.Random(CELLS_LOTS[-1]).sample(sorted(found), min(CELLS, len(found)))]


def hidden_answers(library: Library) -> Iterator[tuple[bool, bool]]:
    """Of each answer of the keeper's to a question that another account answers too: whether anything is offered, and itself."""
    for occasion in library.events():
        event = occasion.event
        told = {
            article.slug: account_sentences(library.read(article.slug).version, library.analysis(article.slug))
            for article in occasion.articles
        }
        for row in event.rows:
            for slug in sorted({cell.article for cell in row.cells} & told.keys()):
                others = replace(row, cells=tuple(cell for cell in row.cells if cell.article != slug))
                if others.cells:
                    rest = replace(event, rows=tuple(others if one is row else one for one in event.rows))
                    yield _offered(rest, row, slug, told[slug])


def _offered(event: Event, hidden: Row, slug: str, told: Sequence[AccountSentence]) -> tuple[bool, bool]:
    days = Window(event.when.first, event.when.last)
    fitting = [telling for telling in told if window(telling.when) & days]
    likeliest = answer_words(event).may_answer(hidden.id, fitting)[:MOST]
    near = None if likeliest else kindred(event, hidden.id, slug)
    there = [cell for one in event.rows if one.id == near for cell in one.cells if cell.article == slug]
    offered = [telling.passage.text for telling in likeliest] if likeliest else [cell.quote.exact for cell in there]
    answers = [cell.quote.exact for cell in hidden.cells if cell.article == slug]
    return bool(offered), any(answer in text or text in answer for answer in answers for text in offered)


def _lead(cell: CollatedCell, rows: Sequence[CollatedRow], account: Version) -> Judged:
    """Where a cell leads to: sentences, or a row and what the account has there."""
    if not cell.elsewhere:
        return {"leads to": [words.text for words in cell.related]}
    there = next(row for row in rows if row.key == cell.elsewhere)
    slug = account.article.slug
    words = [one.text for its in there.cells for one in its.words if one.passage in account.passages]
    return {"leads to": {"row": there.question, slug: words}}


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _row(occasion: Occasion, row: CollatedRow, accounts: Sequence[Version]) -> Judged:
    cells = [_words(account, cell) for account, cell in zip(accounts, row.cells, strict=True) if cell.words]
    return {
        "id": _key(
            occasion.event.slug,
            *sorted(f"{cell['article']} {words['text']}" for cell in cells for words in cell["words"]),
        ),
        "event": f"{occasion.event.name} ({occasion.event.when.written})",
        "label": row.label,
        "confidence": round(row.confidence or 0, 3),
        "caution": row.caution,
        "cells": cells,
    }


def _words(account: Version, cell: CollatedCell) -> Judged:
    return {
        "article": account.article.slug,
        "published": account.article.published.written if account.article.published else None,
        "words": [
            {"text": one.text, "speaker": one.speaker, "when": _when(one), "in": one.passage.text} for one in cell.words
        ],
    }


def _when(words: Words) -> str | None:
    when = words.when
    return f"{when.first} to {when.last}" if when else None


def _cell(occasion: Occasion, row: CollatedRow, account: Version, accounts: Sequence[Version]) -> Judged:
    cells = zip(accounts, row.cells, strict=True)
    return {
        "id": _key(occasion.event.slug, row.id, account.article.slug),
        "event": f"{occasion.event.name} ({occasion.event.when.written})",
        "question": row.question,
        "note": row.note,
        "others say": [words.text for other, cell in cells if other is not account for words in cell.words],
        "article": account.article.slug,
        "published": account.article.published.written if account.article.published else None,
        "text": [passage.text for passage in account.passages],
    }


def _read(name: str) -> dict[str, Judged]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return {one["id"]: one for one in map(json.loads, lines)}


def _share(right: int, of: int) -> str:
    return f"{right} of {of}" + (f" ({right / of:.3f})" if of else "")


def report(library: Library) -> dict[str, dict[str, list[bool]]]:
    """Where the two differ, what is worse for the machine is given too, so that no figure is kinder than either.

    Returns whether each word was right by both, by what was judged.
    """
    rights: dict[str, dict[str, list[bool]]] = {
        CELLS_READ: {},
        ROWS_READ: {},
    }
    cells, leads = curated_cells(library)
    readings = {name: _read(f"cells-{name}.jsonl") for name in READINGS}
    judged = [key for key in cells if any(key in one for one in readings.values())]
    wrong = [key for key in judged if any(one.get(key, {}).get("wrong") for one in readings.values())]
    print(
        f"empty cells: wrong by any reading {_share(len(wrong), len(judged))}; not judged: {len(cells) - len(judged)}"
    )
    first, second = readings.values()
    both = [key for key in cells if key in first and key in second]
    agreed = sum(first[key]["wrong"] == second[key]["wrong"] for key in both)
    rights[CELLS_READ][NOT_FOUND] = [key not in wrong for key in judged]
    surely = sum(first[key]["wrong"] and second[key]["wrong"] for key in both)
    print(f"  read twice: wrong by both {_share(surely, len(both))}, the two agree in {_share(agreed, len(both))}")
    apt = _read("leads.jsonl")
    both = [key for key in leads if key in apt]
    print(f"what may answer: about the question {_share(sum(apt[key]['apt'] for key in both), len(both))}", end="")
    print(f"; not judged: {len(leads) - len(both)}")
    rows = list(machine_rows(library))
    first, second = _read("rows-first.jsonl"), _read("rows-second.jsonl")
    for label in dict.fromkeys(row["label"] for row in rows):
        made = [row["id"] for row in rows if row["label"] == label]
        both = [key for key in made if key in first and key in second]
        rights[ROWS_READ][label] = [bool(first[key]["same"] and second[key]["same"]) for key in both]
        same = sum(rights[ROWS_READ][label])
        mixed = sum(not (first[key]["occasion"] and second[key]["occasion"]) for key in both)
        agreed = sum(first[key]["same"] == second[key]["same"] for key in both)
        print(
            f"{label}: the same by both {_share(same, len(both))}; two occasions by either {_share(mixed, len(both))}"
        )
        print(f"  the two agree in {_share(agreed, len(both))}; not judged: {len(made) - len(both)}")
    return rights


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("draw").add_argument("what", choices=("rows", "cells", "leads"))
    commands.add_parser("hidden")
    parser.add_argument("--record", action="store_true", help="write the rates that pages print")
    given = parser.parse_args(arguments)
    with example_room() as library:
        if given.command == "draw":
            if given.what == "rows":
                drawn: Iterable[Judged] = machine_rows(library)
            else:
                empty, leading = curated_cells(library)
                drawn = leading.values() if given.what == "leads" else drawn_cells(empty)
            for one in drawn:
                print(json.dumps(one, ensure_ascii=False))
        elif given.command == "hidden":
            offers = list(hidden_answers(library))
            for number, what in enumerate(("something is offered", "the answer itself")):
                print(f"hidden answers: {what} for {_share(sum(one[number] for one in offers), len(offers))}")
        else:
            for material, rights in report(library).items():
                if given.record:
                    record(material, rights, date.today())


if __name__ == "__main__":
    main()
