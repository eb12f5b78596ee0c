"""Doubts and people as an author works on them: by keyboard, in two windows, at 200 % zoom, for a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import serious_faults
from doubtful_review import doubtful_review
from playwright.sync_api import Page, expect
from web_client import Client


@pytest.fixture
def client(tmp_path: Path, starts: Callable[[Path | None], Client]) -> Client:
    """A workbench on a review with several doubts, read and drawn."""
    client = starts(doubtful_review(tmp_path / "review").path)
    client.until_read(pages=True)
    return client


def question(page: Page) -> str:
    return page.locator("#doubt").get_attribute("data-doubt") or ""


def kept(client: Client) -> list[str]:
    return [one.value for one in client.bench.desk.folder.decisions()[0]]


def test_doubts_are_answered_skipped_and_undone_by_keyboard(
    client: Client, window: Callable[..., Page]
) -> None:
    page, other = window(client), window(client)
    page.goto(f"{client.bench.address}/doubts?kind=person")
    other.goto(f"{client.bench.address}/doubts?kind=person")
    first = question(page)
    page.keyboard.press("2")
    expect(page.locator("#doubt")).not_to_have_attribute("data-doubt", first)
    expect(page.locator("#said")).to_contain_text("Kept: Two people")
    expect(page.locator("#question")).to_be_focused()
    assert kept(client) == ["not same"]
    second = question(page)

    other.keyboard.press("1")
    expect(other.locator("#said")).to_contain_text("answered meanwhile")
    expect(other.locator("#doubt")).to_have_attribute("data-doubt", second)
    assert kept(client) == ["not same"]

    page.keyboard.press("s")
    expect(page.locator("#doubt")).not_to_have_attribute("data-doubt", second)
    page.keyboard.press("p")
    expect(page.locator("#doubt")).to_have_attribute("data-doubt", second)
    page.keyboard.press("u")
    expect(page.locator("#doubt")).to_have_attribute("data-doubt", first)
    assert kept(client) == []

    page.get_by_label("Why, if you like").fill("12")
    assert kept(client) == []
    page.get_by_label("Answer with keys").uncheck()
    page.locator("#question").focus()
    page.keyboard.press("1")
    page.get_by_role("button", name="One person").click()
    expect(page.locator("#said")).to_contain_text("Kept: One person")
    assert [(one.value, one.reason) for one in client.bench.desk.folder.decisions()[0]] == [("same", "12")]


def test_people_are_put_right_and_made_one_without_leaving_the_page(
    client: Client, window: Callable[..., Page]
) -> None:
    page = window(client)
    page.goto(f"{client.bench.address}/people/tess-hale")
    page.get_by_label("Born").fill("1990")
    page.get_by_role("button", name="Put right in people.csv").click()
    expect(page.locator("#said")).to_contain_text("Kept: born put right")
    expect(page.get_by_label("Born")).to_have_value("1990")
    page.locator("#undo").click()
    expect(page.get_by_label("Born")).to_have_value("")
    page.get_by_label("Tess Hale is one with").select_option("T Hale")
    page.get_by_role("button", name="Make them one", exact=True).click()
    expect(page.get_by_text("“Tess Hale” and “T Hale” are one")).to_be_visible()
    assert kept(client) == ["same"]


@pytest.mark.parametrize("path", ["/doubts", "/doubts?kind=row", "/people", "/people/tess-hale"])
def test_nothing_is_out_of_reach_at_any_size(client: Client, window: Callable[..., Page], path: str) -> None:
    page = window(client)
    page.goto(client.bench.address + path)
    for width, height in ((1366, 768), (683, 384), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious_faults(page, frames=False) == []
