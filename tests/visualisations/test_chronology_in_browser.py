"""The chronology page in a browser: filters, the rows of a finding, the keyboard, many rows, print, no JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_checks import OpenPage, overlapping_labels, serious_faults
from playwright.sync_api import Browser, Page
from test_chronology import entry, material_of, on, review

from visualisations.chronology.picture import page
from visualisations.page import write_page
from visualisations.records.material import Material

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return page(material_of(review()))


@pytest.fixture(scope="module")
def long_html() -> str:
    """Six hundred rows, of which the one of 5 June says something of its own."""
    rows = [
        entry(row, on(1 + row % 12, 1 + row % 28), "A rare bird" if row == 77 else f"Note {row}")
        for row in range(2, 602)
    ]
    return page(material_of(review(tuple(rows)).model_copy(update={"contacts": (), "copies": ()}), ()))


def shown(opened: Page) -> list[str]:
    """The places of the rows in the list, from the top."""
    places: list[str] = opened.evaluate("list.shown.map((n) => rows[n].at)")
    return places


def focused(opened: Page) -> str:
    place: str = opened.evaluate("rows[Number(document.activeElement.dataset.row)]?.at ?? ''")
    return place


@pytest.mark.parametrize(
    ("state", "places", "count"),
    [
        ("", 7, "7 rows; 1 with no date"),
        ("words=visit%20COT", ["row 2", "row 8"], "2 of 7 rows"),
        ("person=case%3Amum", ["row 5", "row 2"], "2 of 7 rows; 5 rows name nobody"),
        ("agency=case%3Apolice", ["row 4", "row 6"], "2 of 7 rows"),
        ("from=2018-03-05&to=2018-03-08", ["row 4", "row 5", "row 3"], "3 of 7 rows; 1 with no date"),
        ("seen=not", ["row 7"], "1 of 7 rows"),
        ("topic=any", ["row 7", "row 2"], "2 of 7 rows"),
        ("topic=0&words=cot", ["row 2"], "1 of 7 rows"),
        ("words=nothing%20of%20the%20kind", [], "0 of 7 rows"),
        ("kind=nonsense", 7, "7 rows; 1 with no date"),
    ],
)
def test_filters_leave_what_they_say(
    html: str, open_page: OpenPage, state: str, places: list[str] | int, count: str
) -> None:
    opened = open_page(html, state=state)
    assert (len(shown(opened)) if isinstance(places, int) else shown(opened)) == places
    assert opened.inner_text("#counts") == count
    assert opened.locator("#none").is_visible() == (places == [])


def test_words_typed_are_marked_and_all_is_shown_again(html: str, open_page: OpenPage) -> None:
    opened = open_page(html)
    opened.fill("[name=words]", "ivy seen")
    assert opened.locator("mark").all_inner_texts()[:4] == ["Ivy", "Ivy", "Ivy", "seen"]
    opened.select_option("[name=kind]", label="visit (1)")
    opened.click("#clear")
    assert opened.locator("mark").count() == 0
    assert len(shown(opened)) == 7


def test_a_finding_is_shown_at_its_rows_and_stepped_through(html: str, open_page: OpenPage) -> None:
    opened = open_page(html, state="finding=batons-not-received-1")
    assert opened.locator("tr[data-of-finding]").count() == 2
    assert opened.inner_text("#step-words") == "Row 1 of 2 of this finding"
    opened.click("#step-on")
    assert opened.inner_text("#step-words") == "Row 2 of 2 of this finding"
    assert "Visit, Ivy seen in her cot" in opened.inner_text("#details")
    opened.check("#step-only")
    assert shown(opened) == ["row 7", "row 2"]
    opened.locator("tr[data-of-finding] .how-many").last.click()
    told = opened.locator("tr.opened li").all_inner_texts()
    assert "Statement 2." in told[1]
    assert "no record found; possible: depends on how a date is read" in told[1]
    opened.locator("tr.opened a").last.click()
    assert "finding=batons-no-feedback-2" in opened.url
    assert serious_faults(opened) == []


def test_the_filters_say_how_many_rows_of_the_finding_they_leave_out(html: str, open_page: OpenPage) -> None:
    opened = open_page(html, state="finding=batons-not-received-1&words=cot")
    assert opened.inner_text("#step-words") == "Row 1 of 1 of this finding; 1 more left out by the filters"


def test_keys_go_from_row_to_row_and_open_what_rests_on_them(html: str, open_page: OpenPage) -> None:
    opened = open_page(html)
    opened.locator("tr[data-row][tabindex='0']").focus()
    assert opened.locator("tr[data-row][tabindex='0']").count() == 1
    reached = [focused(opened)]
    for _ in range(7):
        opened.keyboard.press("ArrowDown")
        reached.append(focused(opened))
    assert reached == [*shown(opened), "row 3"]
    opened.keyboard.press("Home")
    opened.keyboard.press("n")
    assert focused(opened) == "row 7"
    opened.keyboard.press("n")
    assert focused(opened) == "row 2"
    opened.keyboard.press("p")
    opened.keyboard.press("ArrowRight")
    assert opened.locator("tr.opened").inner_text().startswith("Statement 1.")
    opened.keyboard.press("ArrowLeft")
    assert opened.locator("tr.opened").count() == 0
    opened.keyboard.press("Enter")
    assert "a Sunday, and the row says Monday" in opened.inner_text("#details")
    opened.keyboard.press("Escape")
    assert opened.inner_text("#details").startswith("Click a row")


def test_one_row_of_a_long_chronology_is_found_without_drawing_all(
    long_html: str, open_page: OpenPage
) -> None:
    opened = open_page(long_html)
    assert opened.locator("tr[data-row]").count() < 300
    opened.locator("#strip-box [data-bin]").nth(11).click()
    assert opened.evaluate("rows[list.onScreen()[0]].first.slice(0, 7)") == "2018-12"
    opened.locator("tr[data-row][tabindex='0']").focus()
    opened.keyboard.press("End")
    assert opened.evaluate("Number(document.activeElement.dataset.row)") == 599
    opened.fill("[name=words]", "rare bird")
    assert opened.locator("tr[data-row]").count() == 1
    assert (
        opened.locator("#strip-box [data-bin]").nth(5).get_attribute("aria-label")
        == "June 2018: 1 row, 0 findings"
    )


def test_periods_of_the_strip_are_reached_with_the_arrow_keys(long_html: str, open_page: OpenPage) -> None:
    opened = open_page(long_html)
    opened.locator("#strip-box [data-bin][tabindex='0']").focus()
    for _ in range(3):
        opened.keyboard.press("ArrowRight")
    opened.keyboard.press("Enter")
    assert opened.evaluate("rows[list.onScreen()[0]].first.slice(0, 7)") == "2018-04"


def test_all_rows_are_there_to_print(long_html: str, chromium: Browser, tmp_path: Path) -> None:
    opened = chromium.new_page()
    opened.goto(write_page(tmp_path / "page.html", long_html).as_uri())
    opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.locator("tr[data-row]").count() == 600
    opened.emulate_media(media="print")
    assert (
        opened.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
    )
    assert opened.evaluate("getComputedStyle(document.querySelector('tr.row')).display") == "table-row"
    opened.close()


def test_without_javascript_the_first_rows_are_there(
    long_html: str, chromium: Browser, tmp_path: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(write_page(tmp_path / "page.html", long_html).as_uri())
    assert opened.locator("tr.row").count() == 100
    assert "These are the first 100 of 600 rows." in opened.locator("#list").inner_text()
    context.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080), (683, 384)])
def test_the_demo_reads_well(demo: Material, open_page: OpenPage, width: int, height: int) -> None:
    opened = open_page(page(demo), width, height)
    assert overlapping_labels(opened) == []
    assert serious_faults(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_hostile_text_runs_nothing_and_is_shown(hostile_demo: Material, open_page: OpenPage) -> None:
    opened = open_page(page(hostile_demo), state="words=%3Cscript%3E")
    assert opened.locator("mark").first.inner_text() == "<script>"
    opened.locator("tr[data-row]").first.click()
    opened.locator("tr[data-row] .how-many").first.click()
    assert opened.locator("tr.opened").count() == 1


def test_a_review_with_no_rows_opens(open_page: OpenPage) -> None:
    opened = open_page(
        page(material_of(review(()).model_copy(update={"people": (), "contacts": (), "stays": ()}), ()))
    )
    assert opened.inner_text("#counts") == "no rows"
