"""Pages opened as a reader opens them, and the reviews they show: the demo, and one with markup in every text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_checks import HOSTILE, OpenPage
from playwright.sync_api import Browser, Page

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import answer_all, demo_folder, in_memory, read_review
from scrgraph.review.source_set import SourceSet
from visualisations.page import write_page
from visualisations.records.material import Material

#: Fields that hold what people wrote.
_WRITTEN = {
    *("display_name", "role", "title", "text", "action_text", "words", "what", "reason"),
    *("place", "file", "written", "area"),
}


@pytest.fixture(scope="session")
def demo_graph() -> ReviewGraph:
    """The bundled review, read once."""
    return read_review(SourceSet.of([str(demo_folder())]))


@pytest.fixture(scope="session")
def demo(demo_graph: ReviewGraph) -> Iterator[Material]:
    """The bundled review with its findings, as the pictures are given it."""
    yield from _material(demo_graph)


@pytest.fixture(scope="session")
def hostile_demo(demo_graph: ReviewGraph) -> Iterator[Material]:
    """The bundled review with markup that would run code in every text that people wrote."""
    yield from _material(ReviewGraph.model_validate(_with_markup(demo_graph.model_dump(by_alias=False))))


def _material(graph: ReviewGraph) -> Iterator[Material]:
    with in_memory(graph) as store:
        findings = answer_all(graph, store).asked.findings
        yield Material.of(store, graph.review, findings)


def _with_markup(value: object, name: str = "") -> object:
    if isinstance(value, dict):
        return {key: _with_markup(part, key) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_with_markup(part, name) for part in value)
    return value + HOSTILE if isinstance(value, str) and value and name in _WRITTEN else value


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens a page from a file, as ``open_page(html, width=1366, height=768, state="person=…")``.

    Afterwards nothing may have been asked for, refused or gone wrong, and no text may have run as code.
    """
    contexts, asked, said = [], [], []

    def show(html: str, width: int = 1366, height: int = 768, state: str = "") -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(write_page(tmp_path / "page.html", html).as_uri() + (f"#{state}" if state else ""))
        return page

    yield show
    for context in contexts:
        for page in context.pages:
            assert page.evaluate("window.PWNED") is None
        context.close()
    assert {url.partition("#")[0] for url in asked} <= {(tmp_path / "page.html").as_uri()}
    assert said == []
