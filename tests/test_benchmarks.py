"""The benchmarks run; what they measure is nobody's promise."""

import gzip
import json
import random
import subprocess
import sys
from pathlib import Path

from reading_room.ingest import ingest
from reading_room.room import Room

ROOT = Path(__file__).parent.parent
FIRST = "The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave."
SECOND = "“Nobody asked us before the doors were locked,” said one of them, who has sold herring there for years."
PAGE = (
    "<html><body><nav><a>Home</a></nav><article><h1>The quay is closed</h1>"
    f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
)


def test_the_benchmark_of_imports_measures_any_folder_of_pages_with_known_bodies(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "html" / "b.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    known = {name: {"articleBody": f"{FIRST} {SECOND}"} for name in "ab"}
    (tmp_path / "ground-truth.json").write_text(json.dumps(known), "utf-8")
    script = ROOT / "benchmarks" / "import.py"
    ran = subprocess.run([sys.executable, script, tmp_path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "2 pages" in ran.stdout
    ours = [line.split()[3] for line in ran.stdout.splitlines() if "the room's reader" in line]
    assert ours == ["1.000", "1.000"]


def test_the_benchmark_of_arranging_measures_any_room(room: Room) -> None:
    ingest(room)
    script = ROOT / "benchmarks" / "arranging.py"
    command = [sys.executable, script, room.corpus, room.index, "bridge", "ferrymen", "--times", "1"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    rows = [line.split("|")[1:3] for line in ran.stdout.splitlines()[2:]]
    assert [[cell.strip() for cell in row] for row in rows] == [["bridge", "4"], ["ferrymen", "1"]]


WORDS = (
    "harbour ferry herring lantern ledger market council bridge morning signal quarry orchard window letter guard barrel anchor "
    "winter garden candle meadow copper timber basket saddle kitchen chapel hammer mirror pepper ribbon salmon tunnel velvet "
    "wagon yellow island blanket carpet dinner"
)


def made_up_passages(folder: Path, count: int) -> Path:
    """Passages of six words each, so that a word stands in about fifteen of a hundred passages."""
    dice = random.Random(1)
    rows = [
        {
            "id": f"account-{number}",
            "title": f"Account {number // 4}",
            "date": f"{2015 + number // 4 % 3}-03-27",
            "source": "The Quay",
            "text": " ".join(dice.sample(WORDS.split(), 6)).capitalize() + ".",
        }
        for number in range(count)
    ]
    path = folder / "passages.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def measured_searches(passages: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "benchmarks" / "search.py", passages, *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def rows(printed: str) -> list[list[str]]:
    """The rows of a table below its head."""
    lines = [line for line in printed.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]


def test_the_benchmark_of_searches_asks_the_room_and_other_engines_the_same(tmp_path: Path) -> None:
    ran = measured_searches(made_up_passages(tmp_path, 100), "--passages", "120", "--queries", "1")
    assert ran.returncode == 0, ran.stderr
    assert "passages.jsonl has 100 passages and not 120" in ran.stdout
    times, to_plain, _, found, page, built = map(rows, ran.stdout.split(":\n\n")[1:])
    kinds = [name.rpartition(" (")[0] for name, *_ in times]
    assert kinds == ["rare word", "common word", "OR", "AND", "phrase", "prefix", "fuzzy", "word within a year"]
    assert {plain for _, _, _, plain, *_ in to_plain} == {"1.00"}
    for name, room, counting, plain, *others in found:
        assert counting == room, name
        if name.startswith(("rare", "common", "AND", "word within")):
            assert float(plain) > 0, name
            assert set(others) == {plain}, name
            # The room also finds articles that have both words, but in no passage together.
            assert float(room) >= float(plain) if name.startswith("AND") else room == plain, name
    assert "rare word" in {name for name, *_ in page}
    engines = {name for name, *_ in built}
    assert {"room", "Whoosh", "SQLite FTS5"} <= engines
    assert ("tantivy" in engines) != ("benchmarks/requirements.txt" in ran.stdout)


def test_the_benchmark_of_searches_measures_again_what_it_kept(tmp_path: Path) -> None:
    passages, kept = made_up_passages(tmp_path, 40), tmp_path / "kept"
    ran = [measured_searches(passages, "--passages", "40", "--queries", "1", "--keep", str(kept)) for _ in range(2)]
    first, again = (rows(one.stdout.split(":\n\n")[-1])[0][:7] for one in ran)
    assert first == again
    assert (kept / "40" / "room" / "corpus" / "articles").is_dir()


def test_the_benchmark_of_searches_says_which_line_is_no_passage(tmp_path: Path) -> None:
    path = made_up_passages(tmp_path, 3)
    path.write_text(path.read_text("utf-8") + '{"id": "one-more"}\n', "utf-8")
    ran = measured_searches(path)
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"{path}, line 4, is no passage")


def test_the_benchmark_of_suggestions_asks_the_room_from_its_opening_on(tmp_path: Path) -> None:
    passages = made_up_passages(tmp_path, 100)
    command = [
        sys.executable,
        ROOT / "benchmarks" / "suggest.py",
        passages,
        "--passages",
        "100",
        "--typed",
        "4",
        "--openings",
        "1",
    ]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    measured = {name: times for name, times, *_ in rows(ran.stdout)}
    assert measured["/suggest, later"] == measured["SQLite: titles by LIKE, words by fts5vocab"] == "4"
    assert {
        "/suggest, the first after opening",
        "word*, the first after opening",
        "opening the room",
    } <= measured.keys()


def test_the_benchmark_of_reading_sentences_has_a_cost_for_each_part(tmp_path: Path) -> None:
    path = tmp_path / "passages.jsonl.gz"
    text = "On Friday 80 boats left. They came back in May 2015."
    lines = (json.dumps({"id": f"a-p{number}", "date": "2016-03-27", "text": text}) for number in range(3))
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading", path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "6 sentences" in ran.stdout
    assert [line.split()[0] for line in ran.stdout.splitlines()[1:]] == [
        "splitting",
        "times",
        "quantities",
        "dateparser",
    ]


def test_the_benchmark_of_the_page_of_an_event_makes_its_own_room() -> None:
    script = ROOT / "benchmarks" / "event_page.py"
    command = [sys.executable, script, "--accounts", "3", "--passages", "2", "--times", "1"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    rows = [line.split("|")[1].strip() for line in ran.stdout.splitlines() if line.startswith("| /")]
    assert rows == ["/a/account-000", "/event/strike", "/event/strike/figures", "/event/strike.json"]


def test_the_benchmark_of_comparisons_measures_a_room_that_it_makes_up() -> None:
    script = ROOT / "benchmarks" / "compare_page.py"
    command = [sys.executable, script, "--passages", "3", "--rows", "7", "--long", "4", "--times", "1"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    rows = [line for line in ran.stdout.splitlines() if line.startswith("| /")]
    assert [row.split("?")[0] for row in rows[1:]] == [
        "| /event/strike/compare",
        "| /event/strike/compare.json",
        "| /compare",
        "| /compare.json",
    ]


def test_the_benchmark_of_following_links_has_a_row_for_each_kind_of_link(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl.gz"
    dice = random.Random(2)
    rows = [
        {"id": f"account{number // 5}-p{number}", "text": " ".join(dice.sample(WORDS.split(), 12)).capitalize() + "."}
        for number in range(40)
    ]
    news.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    script = ROOT / "benchmarks" / "resolving.py"
    options = ["--passages", "4", "--versions", "3", "--links", "2"]
    ran = subprocess.run(
        [sys.executable, script, news, *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    table = [[cell.strip() for cell in line.split("|")[1:-1]] for line in ran.stdout.splitlines()[2:]]
    assert [row[:3] for row in table] == [
        ["4", "3", kind] for kind in ("words", "sentence", "passage", "across", "all of it")
    ]
    assert all(float(cell) >= 0 for row in table for cell in row[3:])
