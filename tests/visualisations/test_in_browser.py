"""The pages in a real browser: nothing runs that should not, nothing is asked for, the keyboard reaches it all."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_family import invented_family
from invented_findings import invented_findings
from page_checks import HOSTILE, OpenPage
from playwright.sync_api import Browser, Page

from visualisations.network.picture import network_page
from visualisations.page import write_page

pytestmark = pytest.mark.browser


def counts(page: Page) -> str:
    return page.locator("#counts").inner_text()


def test_markup_in_every_text_of_the_network_is_shown_as_text(open_page: OpenPage) -> None:
    page = open_page(network_page(invented_family(hostile=HOSTILE)))
    assert HOSTILE in page.locator("h1").inner_text() and HOSTILE in counts(page)
    page.locator("#ring").select_option("adults")
    for option in page.locator("#focus option").all():
        page.locator("#focus").select_option(option.get_attribute("value"))
        if page.locator(".item").count():
            page.locator(".item").first.click()
            assert HOSTILE in page.locator(".rows").first.inner_text()
    assert page.locator("img").count() == 0


def test_markup_in_every_text_of_the_findings_is_shown_as_text(open_page: OpenPage) -> None:
    page = open_page(invented_findings(HOSTILE))
    assert HOSTILE in page.locator("h1").inner_text()
    for summary in page.locator("details:not(.gaps details) > summary").all():
        summary.click()
    page.locator("#words").fill("<script>")
    assert page.locator("img").count() == 0


def test_the_picture_is_drawn_and_a_click_on_a_person_moves_the_focus(open_page: OpenPage) -> None:
    page = open_page(network_page(invented_family()))
    colours = page.evaluate(
        "() => { const c = document.querySelector('#canvas canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; const s = new Set();"
        "for (let i = 0; i < d.length; i += 40) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size; }"
    )
    assert colours > 50
    before = counts(page)
    spot = page.evaluate("() => canvas.network.canvasToDOM(canvas.network.getPosition('person:p4'))")
    page.locator("#canvas canvas").click(position=spot)
    assert counts(page).startswith("Carys Tranter:") and counts(page) != before
    assert page.locator("#focus").input_value() == "person:p4"
    spot = page.evaluate("() => canvas.network.canvasToDOM(canvas.network.getPosition('agency:a06'))")
    page.locator("#canvas canvas").click(position={"x": spot["x"], "y": spot["y"] - 22})
    assert counts(page).startswith("Police:")


def test_the_counts_are_those_of_the_data_and_follow_focus_and_dates(open_page: OpenPage) -> None:
    picture = invented_family()
    page = open_page(network_page(picture))
    about = [baton for baton in picture.batons if "p1" in baton.about]
    none = [baton for baton in about if baton.receipt == "no record found"]
    assert f"{len(about)} batons, {len(none)} with no record of receipt" in counts(page)
    page.locator("#focus").select_option("everyone")
    assert f"{len(picture.batons)} batons" in counts(page)
    everyone = counts(page)
    page.locator("#until").focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    assert counts(page) != everyone and " to " in counts(page).rsplit("(", 1)[1]
    page.locator("#all-dates").click()
    assert counts(page) == everyone


def test_undated_things_are_counted_and_can_be_left_out(open_page: OpenPage) -> None:
    picture = invented_family()
    page = open_page(network_page(picture))
    page.locator("#focus").select_option("everyone")
    undated = [thing for thing in (*picture.contacts, *picture.batons) if thing.on.earliest is None]
    assert page.locator("#undated-words").inner_text() == f"undated ({len(undated)})"
    page.locator("#undated").uncheck()
    dated_batons = [baton for baton in picture.batons if baton.on.earliest]
    assert f"{len(dated_batons)} batons" in counts(page)


def test_kinds_of_line_and_agencies_can_be_left_out(open_page: OpenPage) -> None:
    picture = invented_family()
    page = open_page(network_page(picture))
    page.locator("#focus").select_option("agency:a06")
    page.locator("input[name=line][value=no_record]").uncheck()
    assert "no record of receipt" not in counts(page)
    page.locator("details.agencies summary").click()
    page.locator("#agencies-none").click()
    assert counts(page) == "Police: 0 contacts, 0 batons"


def test_men_are_ringed_and_those_nobody_met_are_named(open_page: OpenPage) -> None:
    page = open_page(network_page(invented_family()))
    page.locator("#ring").select_option("men")
    words = page.locator("#details").inner_text()
    assert "Men in the picture (4)" in words
    assert "Unknown male at the address: no recorded contact" in words
    assert "Dean Hollis: recorded contact with an agency working with the child" in words
    assert "Maureen" not in words.split("Batons")[0]


def test_men_met_only_by_agencies_that_do_not_work_with_the_child_stand_out(open_page: OpenPage) -> None:
    picture = invented_family()
    adult_only = tuple(agency.model_copy(update={"works_with_child": False}) for agency in picture.agencies)
    page = open_page(network_page(picture.model_copy(update={"agencies": adult_only})))
    page.locator("#ring").select_option("men")
    words = page.locator("#details").inner_text()
    assert "Dean Hollis: recorded contact only with other agencies" in words
    assert "Unknown male at the address: no recorded contact" in words


def test_the_keyboard_alone_reaches_the_source_row_of_a_baton(open_page: OpenPage) -> None:
    page = open_page(network_page(invented_family()))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the list of contacts and batons"
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "item":
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    row = page.locator(".rows:visible")
    assert "Referral" in row.inner_text() and ".csv, row " in row.inner_text()


def test_the_picture_is_described_in_words(open_page: OpenPage) -> None:
    page = open_page(network_page(invented_family()))
    words = page.locator("#in-words").text_content() or ""
    assert "9 people" in words and "10 agencies" in words and "Focus: Jonah Tranter" in words
    assert page.locator("#canvas [tabindex='0']").count() == 0


def test_a_large_review_opens_its_list_in_pieces(open_page: OpenPage) -> None:
    page = open_page(network_page(invented_family(agencies=25, contacts=1900, batons=100)))
    page.locator("#focus").select_option("everyone")
    assert page.locator(".item").count() == 200
    page.get_by_role("button", name="Show 100 more of 1800").click()
    assert page.locator(".item").count() == 300


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
