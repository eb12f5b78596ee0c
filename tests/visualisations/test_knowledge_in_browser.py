"""The page of who knew what, when, in a browser: a day to look back to, filters, folding, findings, the keyboard."""

from __future__ import annotations

import pytest
from page_checks import HOSTILE, OpenPage, marks_reached_by_keyboard, serious_faults
from playwright.sync_api import Page
from test_knowledge_picture import FIVE, on, review, told, visit

from visualisations.knowledge.picture import page
from visualisations.records.material import Material

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demo_page(demo: Material) -> str:
    return page(demo)


def looks(shown: Page) -> list[str]:
    found: list[str] = shown.locator("td [data-mark]").evaluate_all(
        "all => all.map((one) => one.dataset.look)"
    )
    return found


def test_every_cell_row_and_person_is_reached_by_keyboard_and_read(open_page: OpenPage) -> None:
    with review(*FIVE, contacts=[visit("gp", on(1, 9))]) as material:
        shown = open_page(page(material))
    assert marks_reached_by_keyboard(shown) == set(shown.evaluate("[...marks.known.keys()]"))
    shown.locator('[data-look="could"][data-mark]').click()
    details = shown.locator("#details").inner_text()
    assert "Hv: could have known, at best, from 2 May 2018" in details
    assert "the call of 2018-05-02" in details and "the letter of 2018-06-03" in details
    assert "Rang about it." in details and "log.csv, row 2" in details
    assert serious_faults(shown) == []


def test_a_day_in_the_address_changes_looks_titles_and_ends_of_rows(open_page: OpenPage) -> None:
    with review(*FIVE, contacts=[visit("gp", on(1, 9))]) as material:
        shown = open_page(page(material), state="on=2018-03-20")
    assert looks(shown) == ["could", "none", "none", "first"]
    assert shown.locator("td.reached").inner_text().split() == ["1", "of", "5"]
    assert shown.locator('[data-mark="m0.0"]').get_attribute("aria-label") == (
        "Csc: could have known, at best, from 20 March 2018. Injury: Ivy"
    )
    shown.locator("#knowledge-slide").focus()
    shown.keyboard.press("End")
    assert looks(shown) == ["later", "none", "could", "first"]
    assert "on=" not in shown.url
    shown.keyboard.press("Home")
    assert "on=2018-03-01" in shown.url and looks(shown) == ["tell", "none", "none", "first"]


def test_a_day_of_decision_tells_what_the_deciding_agency_could_have_known(
    open_page: OpenPage, demo_page: str
) -> None:
    shown = open_page(demo_page)
    shown.locator('[data-step="1"]').click()
    day, words, columns = shown.evaluate("page.own.decided[0]")
    assert f"on={day}" in shown.url
    said = shown.locator("#knowledge-said").inner_text()
    assert words.split(": ", 1)[1] in said and "not yet recorded by anyone" in said
    deciding = shown.locator("thead [data-deciding]").evaluate_all(
        "all => all.map((one) => +one.dataset.column)"
    )
    assert deciding == columns
    shown.locator('[data-step="1"]').click()
    assert f"on={shown.evaluate('page.own.decided[1][0]')}" in shown.url
    shown.locator("#knowledge-whole").click()
    assert "on=" not in shown.url and "not" not in looks(shown)


def test_filters_leave_whole_rows_and_whole_columns(open_page: OpenPage, demo_page: str) -> None:
    shown = open_page(demo_page)
    person, agency = shown.evaluate("[page.own.rows[1].people[0], page.agencies[1][0]]")
    shown.locator("select[name=person]").select_option(person)
    rows = shown.locator("tr.row:visible")
    assert rows.count() == shown.evaluate(
        "(key) => page.own.rows.filter((r) => r.people.includes(key)).length", person
    )
    assert rows.locator("td:visible").count() == rows.count() * (shown.locator("thead th").count() - 1)
    shown.locator("select[name=agency]").select_option(agency)
    assert rows.locator("td:visible").count() == rows.count() * 2
    shown.locator("#clear").click()
    shown.locator("select[name=topic]").select_option("injury")
    assert set(shown.locator("tr.row:visible .knowledge-head b").all_inner_texts()) == {"Injury"}
    shown.locator("#clear").click()
    shown.locator("input[name=words]").fill("sertraline")
    assert 1 <= rows.count() < shown.evaluate("page.own.rows.length")
    assert rows.first.locator("td:visible").count() == shown.locator("thead th").count() - 1


def test_many_rows_are_folded_by_person_and_a_filter_unfolds_them(open_page: OpenPage) -> None:
    pieces = [told(f"r{n:02}", "csc", on(1 + n % 28), f"topic {n:02}", ("rhian",)) for n in range(50)]
    with review([told("i", "csc", on(1)), *pieces], agencies=("csc",)) as material:
        shown = open_page(page(material))
    rows = shown.locator("tr.row:visible")
    heading = shown.locator(".person button").nth(1)
    assert rows.count() == 1 and heading.inner_text().split() == ["Rhian", "mother", "50", "matters"]
    heading.focus()
    shown.keyboard.press("Enter")
    assert rows.count() == 51 and heading.get_attribute("aria-expanded") == "true"
    shown.keyboard.press("Enter")
    assert rows.count() == 1
    shown.locator("select[name=person]").select_option(label="Rhian (mother)")
    assert rows.count() == 50


def test_a_finding_marks_the_cells_that_rest_on_its_rows(open_page: OpenPage, demo_page: str) -> None:
    shown = open_page(demo_page)
    finding = shown.evaluate("page.findings.find((f) => f[5].length)[0]")
    shown.evaluate("(id) => address.set({finding: id})", finding)
    assert shown.locator("#finding-banner").is_visible()
    assert 0 < shown.locator("[data-marked]").count() < shown.locator("[data-mark]").count()


def test_hostile_text_is_shown_as_text(open_page: OpenPage, hostile_demo: Material) -> None:
    shown = open_page(page(hostile_demo))
    shown.locator("td [data-mark]").first.click()
    assert HOSTILE in shown.locator("#details").inner_text()
    shown.locator('[data-step="-1"]').click()
    assert "By the end of" in shown.locator("#knowledge-said").inner_text()
    assert shown.locator("img").count() == 0
