"""The seen strip as a reader uses it: one child, another layout, an agency, a finding."""

from __future__ import annotations

import pytest
from page_checks import OpenPage, marks_reached_by_keyboard, overlapping_labels, serious_faults
from playwright.sync_api import Page

from visualisations.records.material import Material
from visualisations.seen.picture import page as seen_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html(demo: Material) -> str:
    return seen_page(demo)


def child(demo: Material, name: str) -> str:
    return next(p.person_id for p in demo.records.people if p.name.startswith(name))


def looks(page: Page) -> dict[str, int]:
    """How many weeks have each look, as they stand."""
    counted: dict[str, int] = page.evaluate(
        """() => { const counted = {};
        for (const part of document.querySelectorAll('[data-view=whole] [data-look]:not([data-off])')) {
          if (part.getClientRects().length) counted[part.dataset.look] = (counted[part.dataset.look] || 0) + 1; }
        return counted; }"""
    )
    return counted


def test_every_mark_is_reached_no_label_overlaps_and_axe_is_content(html: str, open_page: OpenPage) -> None:
    page = open_page(html, state="view=years")
    assert overlapping_labels(page) == [] and serious_faults(page) == []
    shown = page.evaluate("() => marks.reachable().flatMap((element) => marks.idsOf(element))")
    assert len(shown) > 100 and marks_reached_by_keyboard(page) >= set(shown)


def test_one_child_stands_alone_and_the_layout_is_kept_in_the_address(
    html: str, demo: Material, open_page: OpenPage
) -> None:
    page = open_page(html)
    assert page.locator("[data-child]:visible").count() == 3
    page.locator("#bar select[name=person]").select_option(child(demo, "Finn"))
    assert page.locator("[data-child]:visible").count() == 1
    page.locator("#seen-view").select_option("years")
    assert "view=years" in page.url and page.locator("[data-view=years]:visible").count() == 1
    page.locator("#clear").click()
    assert page.locator("[data-child]:visible").count() == 3


def test_a_week_shows_what_is_left_when_a_filter_takes_its_sighting_away(
    html: str, demo: Material, open_page: OpenPage
) -> None:
    page = open_page(html)
    before = looks(page)
    page.locator("#bar input[value=seen]").uncheck()
    after = looks(page)
    assert "seen" not in after and after["not-seen"] >= before["not-seen"]
    assert after["discussed"] > before["discussed"]
    page.locator("#bar input[value=seen]").check()
    assert looks(page) == before


def test_a_finding_lights_its_gap_and_its_rows_are_told(
    html: str, demo: Material, open_page: OpenPage
) -> None:
    finding = next(f for f in demo.findings if f.question == "child-longest-not-seen")
    page = open_page(html, state=f"finding={finding.id}")
    lit = page.locator("[data-view=whole] [data-mark*='gap']").and_(page.locator("[data-marked]"))
    assert lit.count() >= 1
    lit.first.dispatch_event("click")
    assert "no record of being seen" in page.locator("#details").inner_text()
    assert page.locator("#details blockquote").count() >= 1


def test_markup_in_every_text_runs_nothing(hostile_demo: Material, open_page: OpenPage) -> None:
    page = open_page(seen_page(hostile_demo), state="view=years")
    page.locator("#picture [data-mark]:not([data-off]):visible").first.dispatch_event("click")
    assert page.locator("#details h2").count() and page.locator("img").count() == 0
