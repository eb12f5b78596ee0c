"""The findings page in a real browser: nothing runs that should not, and it can be filtered and read."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_findings import invented_findings
from page_checks import HOSTILE, OpenPage
from playwright.sync_api import Browser

from visualisations.page import write_page

pytestmark = pytest.mark.browser


def test_markup_in_every_text_of_the_findings_is_shown_as_text(open_page: OpenPage) -> None:
    page = open_page(invented_findings(HOSTILE))
    assert HOSTILE in page.locator("h1").inner_text()
    for summary in page.locator("details:not(.gaps details) > summary").all():
        summary.click()
    page.locator("#words").fill("<script>")
    assert page.locator("img").count() == 0


def test_findings_can_be_filtered_by_words_and_strength(open_page: OpenPage) -> None:
    page = open_page(invented_findings())
    page.locator("#words").fill("isla")
    assert page.locator(".finding:visible").count() == 1
    assert page.locator("#shown").inner_text() == "1 of 4 findings shown"
    page.locator("#words").fill("")
    page.locator("input[value='no record found']").uncheck()
    assert page.locator(".finding:visible").count() == 1
    assert page.locator("#question-child-never-seen").is_hidden()


def test_findings_can_be_read_without_javascript(chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(write_page(tmp_path / "index.html", invented_findings()).as_uri())
    assert page.get_by_text("no record of receipt was found").is_visible()
    assert page.locator("#filter").is_hidden()
    context.close()
