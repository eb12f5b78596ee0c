"""Answers that come late, or in another order: no click, key or focus is lost, and the last asked is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Starts
from few_findings import few_findings
from playwright.sync_api import Page, Route, expect
from web_client import Client

pytestmark = pytest.mark.browser
Window = Callable[..., Page]


class Held:
    """Holds back what a page asks of an address until it is let go."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self.asked: list[Route] = []
        self._through = False
        page.route(address, lambda route: self._take(route))

    def _take(self, route: Route) -> None:
        if self._through:
            route.continue_()
        else:
            self.asked.append(route)

    def wait(self, count: int = 1) -> None:
        """Wait until so many are held."""
        for _ in range(600):
            if len(self.asked) >= count:
                return
            self._page.wait_for_timeout(50)
        raise AssertionError(f"{len(self.asked)} were asked")

    def end(self) -> None:
        """Let go what is held, and hold nothing back from now on."""
        self._through = True
        for route in self.asked:
            route.continue_()


def _decide_elsewhere(client: Client, entry: str) -> None:
    subject = client.get(f"/chronology/row.json?id={entry.replace('#', '%23')}").json["subject"]
    client.bench.desk.decide(("row", subject, "visit", ""))


def test_a_panel_looked_at_again_loses_neither_the_focus_nor_the_button_that_is_held(
    client: Client, window: Window
) -> None:
    page = window(client)
    page.goto(f"{client.bench.address}/chronology#row=police.csv%232")
    row = page.locator("#body .row[aria-selected=true]")
    key, close = page.locator(".mark-key"), page.locator("#panel .close")
    expect(key).to_be_visible()
    close.focus()

    held = Held(page, "**/chronology/row.json*")
    _decide_elsewhere(client, "police.csv#2")
    held.wait()
    box = key.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    expect(key).to_be_focused()
    held.end()
    page.wait_for_timeout(300)
    page.mouse.up()
    expect(row).to_contain_text("key episode")
    expect(page.locator("#panel [data-kind=row]")).to_contain_text("visit")
    expect(key).to_be_focused()
    expect(key).to_have_attribute("aria-pressed", "true")


def test_an_older_look_at_a_row_never_covers_a_newer(client: Client, window: Window) -> None:
    page = window(client)
    page.goto(f"{client.bench.address}/chronology#row=police.csv%232")
    key = page.locator(".mark-key")
    expect(key).to_be_visible()
    held = Held(page, "**/chronology/row.json*")
    _decide_elsewhere(client, "police.csv#2")
    held.wait()
    stale = client.get("/chronology/row.json?id=police.csv%232")
    key.click()
    expect(page.locator("#said")).to_contain_text("key episode")
    first, *others = held.asked
    held.asked = others
    held.end()
    first.fulfill(status=200, content_type="application/json", body=stale.text)
    expect(key).to_have_attribute("aria-pressed", "true")
    client.until_read()
    page.wait_for_timeout(300)
    expect(key).to_have_attribute("aria-pressed", "true")


def test_who_goes_on_to_the_next_finding_is_not_taken_back(
    starts: Starts, window: Window, tmp_path: Path
) -> None:
    client = starts(few_findings(tmp_path / "review", "words"))
    client.until_read(pages=True)
    page = window(client)
    page.goto(f"{client.bench.address}/findings")
    first, second = (page.locator("article.finding").nth(at) for at in (0, 1))
    expect(second).to_be_visible()
    page.keyboard.press("j")
    held = Held(page, "**/findings/decided*")
    page.keyboard.press("a")
    held.wait()
    page.keyboard.press("j")
    expect(second).to_be_focused()
    held.end()
    expect(first).to_contain_text("Accepted")
    page.wait_for_timeout(300)
    expect(second).to_be_focused()
    expect(second).to_have_attribute("aria-current", "true")


def test_of_two_questions_the_last_asked_is_answered(looked_at: Client, window: Window) -> None:
    page = window(looked_at)
    page.goto(looked_at.bench.address + "/ask")
    held = Held(page, "**/ask/question")
    page.goto(looked_at.bench.address + "/ask#question=batons-not-received")
    held.wait()
    page.goto(looked_at.bench.address + "/ask#question=child-longest-not-seen")
    held.wait(2)
    held.asked[1].continue_()
    expect(page.locator("#words li")).not_to_have_count(0)
    words = page.locator("#words").inner_text()
    held.asked[0].continue_()
    page.wait_for_timeout(500)
    assert page.locator("#words").inner_text() == words
    expect(page.locator("#chosen-title")).to_contain_text("seen")
