"""Asking in Chromium: choosing a question, completing a label by keyboard, the table, the picture, the link."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from accessibility import serious_faults
from playwright.sync_api import Page, expect
from web_client import Client

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=window.PWNED=1>"


def test_a_question_a_query_and_its_picture(looked_at: Client, window: Callable[[Client], Page]) -> None:
    page = window(looked_at)
    page.goto(looked_at.bench.address + "/ask")
    page.get_by_label("Find a question").fill("no record of receipt")
    page.get_by_role("link", name="Passed on, no record of receipt").click()
    page.get_by_role("heading", name="Answer").wait_for()
    page.locator("#words li").first.wait_for()
    expect(page.locator("#words li .mark").first).to_have_text("recorded")
    assert "question=batons-not-received" in page.url
    assert serious_faults(page) == []

    page.get_by_role("button", name="See and change its Cypher").click()
    expect(page.get_by_label("A query in Cypher")).to_have_value(re.compile("MATCH"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#as-table")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#table tbody tr").nth(5)).to_be_visible()


def test_labels_and_properties_are_offered_and_taken_by_keyboard(
    looked_at: Client, window: Callable[[Client], Page]
) -> None:
    page = window(looked_at)
    page.goto(looked_at.bench.address + "/ask")
    box = page.get_by_label("A query in Cypher")
    box.fill("")
    box.press_sequentially("MATCH (a:Agen")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    expect(box).to_have_value("MATCH (a:Agency")
    box.press_sequentially(") RETURN a.display_n")
    box.press("ArrowDown")
    box.press("Enter")
    box.press_sequentially(f", '{HOSTILE}' AS words ORDER BY a.display_name")
    box.press("Control+Enter")
    page.locator("#table tbody tr").first.wait_for()
    expect(page.locator("#table tbody tr").first).to_contain_text(HOSTILE)
    expect(page.locator("#coloured .label").first).to_have_text("Agency")

    page.get_by_role("button", name="words").click()
    page.get_by_role("button", name="Picture").click()
    expect(page.locator("#picture")).to_contain_text("nothing to join")
    page.reload()
    expect(box).to_have_value(re.compile("onerror"))


def test_the_picture_joins_what_each_row_names(looked_at: Client, window: Callable[[Client], Page]) -> None:
    page = window(looked_at)
    page.goto(looked_at.bench.address + "/ask")
    page.get_by_role("button", name="Run").click()
    page.locator("#table tbody tr").first.wait_for()
    page.get_by_role("button", name="Picture").click()
    image = page.locator("#picture img")
    image.wait_for()
    assert image.evaluate("async image => { await image.decode(); return image.naturalWidth; }") > 300
    assert "Northmere Police to " in (image.get_attribute("alt") or "")
    assert serious_faults(page) == []


def test_the_screen_fits_at_two_hundred_per_cent(looked_at: Client, window: Callable[..., Page]) -> None:
    page = window(looked_at, 683, 384)
    page.goto(looked_at.bench.address + "/ask#question=batons-not-received")
    page.locator("#words li").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 683
