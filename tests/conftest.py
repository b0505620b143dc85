"""A small made-up room in a folder of its own, and an application that serves it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from hypothesis import settings
from jinja2.bccache import Bucket, BytecodeCache

from app import create_app
from reading_room.ingest import ingest
from reading_room.room import Room

settings.register_profile("room", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("room")


class OnceCompiled(BytecodeCache):
    """Keeps a template as it was compiled, by its name and its text, for every application that the tests make."""

    def __init__(self) -> None:
        self.compiled: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self.compiled[bucket.key, bucket.checksum] = bucket.code


Flask.jinja_options = {"bytecode_cache": OnceCompiled()}

ROOT = Path(__file__).parent.parent

HARBOUR = """\
---
title: Harbour bridge opened to carts
outlet: morning-post
author: A. Writer
published: 2001-05-04
published_basis: printed
url: https://example.org/harbour
language: en
text: complete
accounts:
  - event: bridge-2001
---
The mayor opened the *harbour bridge* on Thursday before 300 guests.

Engineers counted 40 carts in the first hour, the office of works said.

No boat passed below it.
"""

EVENING = """\
---
title: "Bridge: a queue of carts"
outlet: evening-news
published: 2001-05
published_basis: "inferred: it speaks of last week's opening"
url_unknown: The paper has no site.
language: en
text: digest
held: excerpt
accounts:
  - event: bridge-2001
    speaks_for: the ferrymen
---
The paper writes of “a crowd of 1,000” at the opening of the bridge.

The ferrymen say that “not one cart in ten” paid the toll.
"""

ARABIC = """\
---
title: افتتاح الجسر
outlet: al-jisr
published: 2001-05-05
published_basis: printed
url: https://example.org/ar
language: ar
text: complete
accounts:
  - event: bridge-2001
---
افتتح رئيس البلدية الجسر يوم الخميس.

وقال المهندسون إن العربات عبرت الجسر.
"""

BRIDGE = """\
---
name: The opening of the bridge
when: {from: 2001-05-03, to: 2001-05-03}
when_basis: named in Harbour bridge opened to carts
where: The harbour
parties:
  - name: the ferrymen
    called:
      - {term: The ferrymen, article: evening-queue}
rows:
  - id: guests
    question: How many people came?
    note: One counts guests, the other a crowd.
    cells:
      - {article: harbour-bridge, exact: before 300 guests, speaker: the writer}
      - {article: evening-queue, exact: "“a crowd of 1,000”", speaker: the writer}
  - id: carts
    question: How many carts crossed?
    cells:
      - {article: harbour-bridge, exact: 40 carts in the first hour, speaker: the office of works}
checked_absent:
  - {row: guests, article: arabic-bridge, by: a tester, on: 2020-01-02}
---
A bridge was opened.
"""

OUTLETS = """\
morning-post:
  name: The Morning Post
  country: {value: Nowhere, source: its own first page}
  owner: not known
evening-news: {name: Evening News}
al-jisr: {name: الجسر}
"""

NAMES = """\
bridge:
  kind: place
  names: {en: [bridge], ar: [جسر]}
"""

FILES = {
    "articles/harbour-bridge.md": HARBOUR,
    "articles/evening-queue.md": EVENING,
    "articles/arabic-bridge.md": ARABIC,
    "events/bridge-2001.md": BRIDGE,
    "outlets.yaml": OUTLETS,
    "names.yaml": NAMES,
}

Write = Callable[[str, str], Path]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of three articles (one in Arabic), one event with two questions, three outlets."""
    folder = tmp_path / "corpus"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def write(corpus: Path) -> Write:
    """Writes a file of the corpus, given its path within it."""

    def write_file(name: str, text: str) -> Path:
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write_file


@pytest.fixture
def room(corpus: Path, tmp_path: Path) -> Room:
    """The made-up room, not yet read."""
    return Room(corpus, tmp_path / "index")


@pytest.fixture
def app(room: Room) -> Flask:
    """The application over the made-up room, which has been read. What goes wrong in a view is raised, not shown."""
    ingest(room)
    return create_app({"CORPUS": room.corpus, "INDEX": room.index, "TESTING": True})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that is not part of the repository; tests that need it skip where it is absent."""
    path = Path(os.environ.get("READING_ROOM_SHARED", ROOT.parent / "shared"))
    if not path.is_dir():
        pytest.skip(f"{path} is not here: it holds real articles, which the repository may not")
    return path


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The room that ships, read from the repository's corpus; its versions are kept apart from the repository."""
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "corpus", folder / "corpus", ignore=shutil.ignore_patterns("versions.sqlite3*"))
    room = Room(folder / "corpus", folder / "index")
    ingest(room)
    return room
