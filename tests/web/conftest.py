"""Workbenches over real sockets: one on the demo for tests that only look, and fresh ones for tests that act."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chronology_review import chronology_review
from playwright.sync_api import Browser, BrowserContext, Page
from web_client import Client

from scrgraph.pipeline import demo_folder
from scrgraph.web.desk import Desk
from scrgraph.web.server import Workbench, workbench

Starts = Callable[[Path | None], Client]


def copy_of_demo(folder: Path) -> Path:
    """The bundled review in a folder of its own."""
    shutil.copytree(demo_folder(), folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


def _started(folder: Path | None) -> tuple[Workbench, Client]:
    desk = Desk("A Author")
    if folder:
        desk.open(folder)
    bench = workbench(desk)
    threading.Thread(target=bench.run, daemon=True).start()
    return bench, Client(bench)


@pytest.fixture(scope="session")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A workbench on the demo, read and drawn, that no test changes."""
    bench, client = _started(copy_of_demo(tmp_path_factory.mktemp("workbench") / "review"))
    client.until_read(pages=True)
    yield client
    bench.stop()


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[Starts]:
    """Starts a workbench on a review folder (or on none); all are stopped afterwards."""
    benches = []

    def start(folder: Path | None) -> Client:
        bench, client = _started(folder)
        benches.append(bench)
        return client

    yield start
    for bench in benches:
        bench.stop()


@pytest.fixture
def demo_copy(tmp_path: Path) -> Path:
    """The demo in a folder that the test may change."""
    return copy_of_demo(tmp_path / "review")


@pytest.fixture
def client(starts: Starts, tmp_path: Path) -> Client:
    """A workbench on the small review, read, for tests that have no other of their own."""
    started = starts(chronology_review(tmp_path / "small"))
    started.until_read()
    return started


@pytest.fixture
def window(chromium: Browser) -> Iterator[Callable[[Client], Page]]:
    """Opens a browser window that the workbench let in; afterwards nothing may have gone wrong on any page of it.

    No request may have gone anywhere but to the workbench, and no text may have run as code.
    """
    opened: list[tuple[BrowserContext, Client]] = []
    said: list[str] = []
    asked: list[str] = []

    def let_in(client: Client, width: int = 1366, height: int = 768) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        opened.append((context, client))
        context.on("request", lambda request: asked.append(request.url))
        context.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: said.append(str(error.error)))
        page = context.new_page()
        page.goto(client.bench.new_link())
        return page

    yield let_in
    addresses = tuple(client.bench.address + "/" for _, client in opened)
    for context, _ in opened:
        for page in context.pages:
            assert page.evaluate("window.PWNED") is None
        context.close()
    assert all(url.startswith((*addresses, "data:", "blob:")) for url in asked)
    assert [line for line in said if "status of 409" not in line and "status of 400" not in line] == []
