"""The benchmark of grouping runs and tells right groups from wrong ones; what it measures is nobody's promise."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

from tests.comparing.stories import EVENTS, PUBLISHED

ROOT = Path(__file__).parent.parent


def test_the_benchmark_of_grouping_gives_full_marks_for_the_known_groups(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    rows = [
        {"id": at, "event": event, "title": title, "published": str(PUBLISHED[event]), "text": text}
        for event, texts in EVENTS.items()
        for at, (title, text) in enumerate(texts)
    ]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    script = ROOT / "benchmarks" / "comparing_grouping.py"
    ran = subprocess.run(
        [sys.executable, script, "--news", path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    whole = next(line for line in ran.stdout.splitlines() if line.startswith("| all |"))
    assert [cell.strip() for cell in whole.split("|")][2:8] == [
        "12",
        "4",
        "4",
        "1.000",
        "1.000",
        "1.000 (1.000 to 1.000)",
    ]
