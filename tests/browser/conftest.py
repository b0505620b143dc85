"""A real Chromium before the room that ships, served over HTTP."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from reading_room.room import Room

PLACES = (os.environ.get("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 10_000
"""Milliseconds after which what a test waits for counts as missing."""

Open = Callable[..., Page]


def missing(why: str) -> NoReturn:
    """Skip, unless the machine is meant to have a browser."""
    if os.environ.get("READING_ROOM_BROWSER") == "required":
        pytest.fail(f"{why}, and READING_ROOM_BROWSER=required")
    pytest.skip(f"{why}: install it, or name it in CHROMIUM")


@contextmanager
def served(room: Room) -> Iterator[str]:
    """Where a room is being served, as long as it is."""
    app = create_app({"CORPUS": room.corpus, "INDEX": room.index})
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def address(shipped: Room) -> Iterator[str]:
    """Where the room that ships is being served."""
    with served(shipped) as where:
        yield where


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium_path() -> str:
    path = next((place for place in PLACES if place and Path(place).exists()), None)
    if path is None:
        missing("there is no Chromium")
    return path


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    try:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=OPTIONS)
    except Error as error:
        missing(f"{chromium_path} does not start ({error.message.splitlines()[0]})")
    yield browser
    browser.close()


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the room. At the end of the test nothing may have gone wrong in it, or to anyone else's server."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_at(path: str, **settings: object) -> Page:
        context = chromium.new_context(**settings)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        page = context.new_page()
        page.on("request", lambda request: None if request.url.startswith(address) else wrong.append(request.url))
        page.on(
            "response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
        )
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address + path)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert wrong == []
