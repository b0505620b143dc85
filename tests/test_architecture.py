"""Who may import whom: the directions that docs/architecture.md draws."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from reading_room.ingest import ingest
from reading_room.room import Room

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reading_room"
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def imports(module: Path) -> tuple[str, ...]:
    """The full names of all that a module imports, wherever in it."""
    found: list[str] = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            found += (node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names))
    return tuple(found)


def importers(*names: str) -> set[str]:
    """The modules that import one of these packages, or a part of it."""
    return {
        str(module.relative_to(ROOT))
        for module in [ROOT / "app.py", *MODULES]
        if any(found == name or found.startswith(f"{name}.") for found in imports(module) for name in names)
    }


def test_only_the_index_knows_whoosh() -> None:
    assert importers("whoosh")
    assert {Path(module).parent for module in importers("whoosh")} == {Path("reading_room/index")}


def test_only_the_reader_of_blocks_knows_markdown() -> None:
    assert importers("markdown") == {"reading_room/corpus/blocks.py"}


def test_only_the_application_and_the_web_know_flask() -> None:
    found = importers("flask", "werkzeug", "jinja2", "click")
    assert "app.py" in found
    assert all(module == "app.py" or module.startswith("reading_room/web/") for module in found)


def test_only_the_application_knows_the_server() -> None:
    assert importers("waitress") == {"app.py"}


def test_only_the_drawing_of_cards_knows_the_typesetter() -> None:
    assert importers("typst") == {"reading_room/cards/drawing.py"}


def test_only_the_stores_of_versions_and_of_analyses_know_sqlite() -> None:
    found = importers("sqlite3")
    assert "reading_room/corpus/versions.py" in found
    assert all(module.startswith(("reading_room/corpus/versions", "reading_room/corpus/analyses")) for module in found)


def test_only_the_importer_and_the_command_know_the_importer() -> None:
    found = importers("reading_room.importing")
    assert "reading_room/web/import_command.py" in found
    assert all(
        module == "reading_room/web/import_command.py" or module.startswith("reading_room/importing/")
        for module in found
    )


def test_only_the_fetcher_knows_the_network() -> None:
    assert importers("urllib3", "certifi", "ssl", "http.client", "urllib.request", "requests", "httpx") == {
        "reading_room/importing/fetching.py"
    }
    assert importers("socket") == {"reading_room/importing/fetching.py", "reading_room/importing/deadline.py"}


WALK = """
import sys
from app import create_app
client = create_app({"CORPUS": sys.argv[1], "INDEX": sys.argv[2]}).test_client()
for path in ("/", "/search?q=bridge", "/a/harbour-bridge", "/a/harbour-bridge/1", "/events", "/event/bridge-2001"):
    assert client.get(path).status_code == 200, path
print(*sorted(sys.modules))
"""


def test_a_room_that_serves_has_loaded_nothing_of_the_importer(room: Room) -> None:
    ingest(room)
    walked = subprocess.run(
        [sys.executable, "-c", WALK, room.corpus, room.index], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert walked.returncode == 0, walked.stderr
    loaded = walked.stdout.split()
    assert "reading_room.web.commands" in loaded
    foreign = ("reading_room.importing", "trafilatura", "htmldate", "lxml", "feedparser", "warcio", "pypdf", "ftfy")
    assert not [name for name in loaded if name.startswith((*foreign, "py3langid", "dateparser", "urllib3", "certifi"))]


@pytest.mark.parametrize("module", sorted((PACKAGE / "model").rglob("*.py")), ids=lambda path: path.stem)
def test_the_model_knows_the_standard_library_and_itself_alone(module: Path) -> None:
    for name in imports(module):
        assert name.split(".")[0] in sys.stdlib_module_names or name.startswith("reading_room.model"), name


@pytest.mark.parametrize(
    "part", ["corpus", "index", "permalinks", "comparing", "citing", "cards", "importing", "model"]
)
def test_the_parts_know_neither_the_web_nor_the_library(part: str) -> None:
    modules = list((PACKAGE / part).rglob("*.py"))
    assert len(modules) > 1
    above = ("reading_room.web", "reading_room.library", "reading_room.room", "reading_room.ingest", "app")
    for module in modules:
        assert not [name for name in imports(module) if name.startswith(above)], module


def test_the_library_knows_its_index_and_its_corpus_by_protocols_only() -> None:
    kept_apart = ("reading_room.index", "reading_room.corpus", "reading_room.web")
    for module in (
        "library",
        "occasions",
        "questions",
        "room_names",
        "apparatuses",
        "comparisons",
        "links",
        "offering",
    ):
        assert not [name for name in imports(PACKAGE / f"{module}.py") if name.startswith(kept_apart)], module


def test_the_web_reaches_texts_and_index_through_the_library_alone() -> None:
    for module in (PACKAGE / "web").rglob("*.py"):
        if not module.name.endswith(
            ("commands.py", "command.py")
        ):  # the keeper's side, which works on the corpus itself
            below = [name for name in imports(module) if name.startswith(("reading_room.index", "reading_room.corpus"))]
            assert below == [], module


def test_every_module_opens_with_a_sentence_that_says_what_it_holds() -> None:
    for module in [ROOT / "app.py", *MODULES]:
        assert ast.get_docstring(ast.parse(module.read_text("utf-8"))), module


def test_there_is_no_drawer_for_everything() -> None:
    assert not [module for module in MODULES if module.stem in ("utils", "helpers", "misc", "common")]


def test_tests_mirror_the_package() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert folders <= {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}


def test_no_document_has_the_marks_of_an_unfinished_merge() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md")]
    assert documents
    for document in documents:
        assert not re.search("^(<{7}|>{7}) ", document.read_text("utf-8"), re.M), document.name
