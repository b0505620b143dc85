"""The benchmarks run; what they measure is nobody's promise."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

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
