"""The findings as the author uses them: by keyboard, in two windows, with hostile words in every field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import serious_faults
from few_findings import HOSTILE, few_findings
from playwright.sync_api import Page, expect
from web_client import Client

pytestmark = pytest.mark.browser
Window = Callable[..., Page]


@pytest.fixture
def hostile(starts, tmp_path: Path) -> Client:  # type: ignore[no-untyped-def]
    client: Client = starts(few_findings(tmp_path / "review", HOSTILE))
    client.until_read(pages=True)
    return client


def test_three_findings_are_decided_by_keyboard_and_another_window_sees_it(
    hostile: Client, window: Window
) -> None:
    page, other = window(hostile), window(hostile)
    for one in (page, other):
        one.goto(f"{hostile.bench.address}/findings")
        expect(one.locator("article.finding").first).to_be_visible()
    assert serious_faults(page) == []

    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("article.finding").nth(0)).to_contain_text("Accepted")
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.keyboard.type(f"On tape{HOSTILE}")
    page.keyboard.press("Control+Enter")
    expect(page.locator("article.finding").nth(1)).to_contain_text(f"Set aside: On tape{HOSTILE}")
    expect(page.locator("article.finding form")).to_have_count(0)
    page.keyboard.press("c")
    page.keyboard.type("Ask <b>them</b>")
    page.keyboard.press("Control+Enter")
    expect(page.locator("article.finding").nth(1)).to_contain_text("Comment: Ask <b>them</b>")
    expect(page.locator("article.finding form")).to_have_count(0)
    page.keyboard.press("e")
    row = page.locator("article.finding").nth(1).locator("td.words").first
    expect(row).to_contain_text("<script>window.PWNED=1</script>")
    assert (
        page.locator("article.finding").nth(1).locator("td a").first.get_attribute("href") or ""
    ).startswith("/chronology#row=")
    assert serious_faults(page) == []

    expect(other.locator("article.finding").nth(0)).to_contain_text("Accepted")
    other.locator("article.finding").nth(0).get_by_role("button", name="Take back").click()
    expect(page.locator("article.finding").nth(0)).not_to_contain_text("Accepted")
    values = [one.decision.value for one in hostile.bench.desk.decisions_made()]
    assert values == ["accept", "set aside", "comment", "yes"]

    page.goto(f"{hostile.bench.address}/pack")
    assert serious_faults(page) == []


def test_the_filter_leaves_what_fits_and_the_address_brings_it_back(
    looked_at: Client, window: Window
) -> None:
    page = window(looked_at, 683, 384)
    page.goto(f"{looked_at.bench.address}/findings")
    reading = looked_at.bench.desk.reading
    assert reading
    recorded = [one for one in reading.findings if one.strength == "recorded"]

    page.locator("#known").select_option("recorded")
    expect(page.locator("#shown")).to_have_text(f"{len(recorded)} of {len(reading.findings)} findings")
    page.reload()
    expect(page.locator("#shown")).to_have_text(f"{len(recorded)} of {len(reading.findings)} findings")
    page.locator("#words").fill("nobody wrote these words")
    expect(page.locator("#shown")).to_have_text(f"0 of {len(reading.findings)} findings")
    assert page.evaluate("document.documentElement.scrollWidth") <= 683

    last = reading.findings[-1]
    page.goto(f"{looked_at.bench.address}/findings#finding={last.id}")
    page.reload()
    expect(page.locator("article[aria-current]")).to_contain_text(last.statement)


def test_keys_can_be_turned_off(looked_at: Client, window: Window) -> None:
    page = window(looked_at)
    page.goto(f"{looked_at.bench.address}/findings")
    page.locator(".keys summary").click()
    page.locator("#keys").uncheck()
    page.locator("h1").click()

    page.keyboard.press("j")

    assert page.locator("article[aria-current]").count() == 0
