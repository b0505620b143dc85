"""What the tests of pages share: one application for those that only read, and one of their own for those that change a room."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import FILES


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The made-up room, read once. Tests that change its files use `room` instead."""
    folder = tmp_path_factory.mktemp("opened")
    for name, text in FILES.items():
        path = folder / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    room = Room(folder / "corpus", folder / "index")
    ingest(room)
    return room


@pytest.fixture(scope="session")
def client(opened: Room) -> FlaskClient:
    """A reader of the made-up room; what goes wrong in a view is raised."""
    return create_app({"CORPUS": opened.corpus, "INDEX": opened.index, "TESTING": True}).test_client()


@pytest.fixture
def served(room: Room) -> Flask:
    """A room of the test's own, as in service: what goes wrong in a view becomes a page."""
    ingest(room)
    app = create_app({"CORPUS": room.corpus, "INDEX": room.index})
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@pytest.fixture
def reader(served: Flask) -> FlaskClient:
    return served.test_client()
