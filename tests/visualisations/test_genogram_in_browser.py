"""The genogram's page in a real browser: any day, the keyboard, deaths, no label over another, nothing hostile run."""

from __future__ import annotations

import datetime as dt

import pytest
from genogram_families import LARGE
from page_checks import OpenPage, marks_reached_by_keyboard, overlapping_labels, serious_faults
from playwright.sync_api import Page

from scrgraph.model.review import Review
from scrgraph.store.embedded import EmbeddedStore
from visualisations.genogram.picture import page
from visualisations.records.material import Material

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html(demo: Material) -> str:
    """The page of the bundled review."""
    return page(demo)


def test_it_can_be_read_at_both_sizes_and_has_no_serious_fault(html: str, open_page: OpenPage) -> None:
    for width, height in ((1366, 768), (1920, 1080)):
        shown = open_page(html, width, height)
        assert overlapping_labels(shown) == []
    assert serious_faults(shown) == []


def test_every_mark_of_the_day_is_reached_by_keyboard_and_tells_its_rows(
    html: str, open_page: OpenPage
) -> None:
    shown = open_page(html)
    seen = shown.evaluate("[...new Set(marks.reachable().map((e) => e.dataset.mark))]")
    assert marks_reached_by_keyboard(shown) == set(seen)
    shown.locator('[data-mark*="kayla"]').first.click()
    assert shown.locator("#details dt", has_text="parent of").count() > 0
    assert shown.locator("#details blockquote").count() > 0


def texts_shown(shown: Page) -> set[str]:
    """The texts of the genogram that are there on the day."""
    found: list[str] = shown.evaluate(
        """[...document.querySelectorAll('#genogram-drawn text')]
        .filter((text) => text.getClientRects().length).map((text) => text.textContent)"""
    )
    return set(found)


def test_the_day_can_be_changed_and_stays_in_the_address(html: str, open_page: OpenPage) -> None:
    shown = open_page(html, state="on=2018-02-01")
    assert "2016–" in texts_shown(shown)
    shown.locator("#change-after").click()
    assert "on=2018-04-02" in shown.url and "2016–?" in texts_shown(shown)
    assert "partnership may be over" in shown.locator("#change-words").inner_text()
    day = shown.locator("input[name=day]")
    day.fill("2018-05-01")
    assert "on=2018-05-01" in shown.url and "2016–18" in texts_shown(shown)
    day.fill("2017-01-01")
    assert "Rowan Marsh" not in texts_shown(shown)
    day.fill("2017-06-01")
    assert {"Rowan Marsh", "due 20 Nov 2017"} <= texts_shown(shown)
    shown.locator("#clear").click()
    assert "on=" not in shown.url and day.input_value() == "2019-03-14"


def test_a_gentler_sign_for_deaths_can_be_chosen(open_page: OpenPage) -> None:
    review = Review(review_id="invented", title="A large family", as_of=dt.date(2015, 9, 1))
    shown = open_page(page(Material(EmbeddedStore(), review, LARGE)))
    assert shown.locator("#genogram-drawn .death-cross:visible").count() == 1
    shown.locator("select[name=deaths]").select_option("soft")
    assert shown.locator("#genogram-drawn .death-cross:visible").count() == 0
    assert shown.locator("#genogram-drawn .death-soft:visible").count() == 1
    assert "deaths=soft" in shown.url
    assert overlapping_labels(shown) == []


def test_a_person_chosen_stands_out_and_nobody_is_taken_away(
    html: str, open_page: OpenPage, demo: Material
) -> None:
    diane = next(person.person_id for person in demo.records.people if "diane" in person.person_id)
    shown = open_page(html, state=f"person={diane}")
    lee = shown.locator('#genogram-drawn [data-mark*="lee-tranter"]').last
    assert lee.is_visible() and lee.evaluate("(e) => getComputedStyle(e).opacity") == "0.2"
    kayla = shown.locator('#genogram-drawn g[data-mark*="kayla"]').last
    assert kayla.evaluate("(e) => getComputedStyle(e).opacity") == "1"


def test_a_finding_marks_the_people_its_rows_are_about(
    html: str, open_page: OpenPage, demo: Material
) -> None:
    rows = {row for person in demo.records.people for row in person.entry_ids}
    finding = next(f for f in demo.findings if any(row.entry_id in rows for row in f.evidence))
    shown = open_page(html, state=f"finding={finding.id}")
    assert shown.locator("#genogram-drawn [data-marked]").count() > 0


def test_hostile_text_runs_nothing(hostile_demo: Material, open_page: OpenPage) -> None:
    shown = open_page(page(hostile_demo))
    shown.locator("#genogram-drawn g[data-mark]").last.hover()
    assert overlapping_labels(shown) == []
