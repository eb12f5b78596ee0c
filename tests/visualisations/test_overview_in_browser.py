"""The overview in a browser: it opens from a file, everything on it can be reached, and its links carry the state."""

from __future__ import annotations

import datetime as dt

import pytest
from invented_findings import invented_findings
from page_checks import HOSTILE, OpenPage, marks_reached_by_keyboard, overlapping_labels, serious_faults
from playwright.sync_api import Page
from test_overview import finding, material_of, small_review

from scrgraph.model.vocabulary import Strength, Topic
from visualisations.frame.places import PLACES
from visualisations.overview import picture
from visualisations.records.material import Material

pytestmark = pytest.mark.browser


def state(page: Page) -> str:
    return str(page.evaluate("location.hash"))


@pytest.fixture(scope="module")
def small_page() -> str:
    """The small review with findings enough for a "+", and for a group of long ones."""
    many = [finding(n) for n in range(9)]
    many += [
        finding(n, Topic.SILOS, Strength.NO_RECORD_FOUND, dt.date(2018, 1, 1), dt.date(2018, 5, n))
        for n in range(10, 20)
    ]
    many += [finding(30, Topic.CHILD, first=dt.date(2018, 6, 1), last=dt.date(2018, 6, 2), people=("Ivy",))]
    return picture.page(material_of(small_review(), many))


@pytest.fixture(scope="module")
def demo_page(demo: Material) -> str:
    """The overview of the bundled review."""
    return picture.page(demo)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_strip_and_first_findings_are_seen_at_once_with_no_label_over_another(
    demo_page: str, open_page: OpenPage, width: int, height: int
) -> None:
    page = open_page(demo_page, width=width, height=height)
    assert overlapping_labels(page) == []
    first = page.locator("#found-list .say").first.bounding_box()
    assert first and first["y"] + 15 < height
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.strip text')].map((t) => parseFloat(getComputedStyle(t).fontSize)"
        " * t.ownerSVGElement.getScreenCTM().a)"
    )
    assert min(sizes) >= 11


def test_axe_finds_no_serious_fault(demo_page: str, open_page: OpenPage) -> None:
    assert serious_faults(open_page(demo_page)) == []


def test_markup_in_every_text_is_shown_as_text(hostile_demo: Material, open_page: OpenPage) -> None:
    page = open_page(picture.page(hostile_demo))
    assert HOSTILE in page.locator(".person strong").first.inner_text()
    page.locator(".strip [data-row=batons] [data-mark]").first.hover()
    assert page.locator(".overview img, .overview script, #panel img").count() == 0


def test_the_keyboard_reaches_every_mark_alone_or_in_a_group(small_page: str, open_page: OpenPage) -> None:
    page = open_page(small_page)
    assert page.locator(".strip [data-group]").count() == 2
    assert marks_reached_by_keyboard(page) == set(page.evaluate("[...marks.known.keys()]"))


def test_a_month_chosen_by_mouse_or_keyboard_is_the_period(small_page: str, open_page: OpenPage) -> None:
    page = open_page(small_page)
    page.locator("[aria-label='Choose March 2018']").click()
    assert state(page) == "#from=2018-03-01&to=2018-03-31"
    page.keyboard.press("Tab")
    page.locator("[aria-label='Choose March 2018']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+Enter")
    assert state(page) == "#from=2018-03-01&to=2018-04-30"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert state(page) == "#from=2018-01-01&to=2018-12-31"
    page.keyboard.press("Enter")
    assert state(page) == ""


def test_a_chosen_person_narrows_marks_list_and_every_link(small_page: str, open_page: OpenPage) -> None:
    page = open_page(small_page)
    page.locator(".person", has_text="Ivy").click()
    assert page.locator(".person[aria-pressed=true]").count() == 1
    wanted = page.locator(".person[aria-pressed=true]").get_attribute("data-person") or ""
    assert page.evaluate("address.state.person") == wanted
    narrowed = page.locator("a.card[data-place=relay]").get_attribute("href") or ""
    assert narrowed.startswith("relay.html#person=")
    page.locator(".person", has_text="Ivy").click()
    assert (
        state(page) == "" and page.locator("a.card[data-place=relay]").get_attribute("href") == "relay.html"
    )


def test_the_list_follows_words_period_and_how_known(demo_page: str, open_page: OpenPage) -> None:
    page = open_page(demo_page, state="from=2018-11-01&to=2018-11-30&words=referral")
    count = int(page.locator("#found-count").inner_text().removeprefix("(").split()[0])
    assert 0 < count < 144 and page.locator("#counts").inner_text().startswith(f"{count} of 144 findings")
    assert "of 57)" in (page.locator(".strip text", has_text="Passed on").text_content() or "")
    page.locator("#known input[value=recorded]").uncheck()
    assert page.locator("#found-list li.recorded").count() == 0
    page.get_by_role("button", name="Show all").click()
    assert page.locator("#found-count").inner_text() == "(144)"
    page.locator("button[data-topic=batons]").click()
    assert page.locator(".topic").first.locator("li").count() == 57


def test_a_finding_chosen_in_list_strip_or_address_is_told_with_its_rows(
    demo_page: str, open_page: OpenPage
) -> None:
    page = open_page(demo_page)
    first = page.locator("#found-list .say").first
    words = first.inner_text()
    first.click()
    chosen = first.get_attribute("data-finding") or ""
    assert state(page) == f"#finding={chosen}" and words in page.locator("#details h2").inner_text()
    assert page.locator("#details blockquote").count() >= 1
    assert page.locator(f"[data-chosen][data-mark='{chosen}']").count() == 1
    page.locator("#found-list .say").first.click()
    assert state(page) == ""
    mark = page.locator(".strip [data-row=child] [data-mark]").first
    mark.click()
    assert state(page) == "#finding=" + (mark.get_attribute("data-mark") or "")
    show = page.locator("li[data-chosen] a", has_text="Seen").get_attribute("href") or ""
    assert show.startswith("seen.html#finding=child-")


def test_the_findings_page_leads_to_pictures_and_its_filter_does_not_take_their_names_for_words(
    open_page: OpenPage,
) -> None:
    there = [(place.title, f"pictures/{place.key}.html") for place in PLACES]
    page = open_page(invented_findings(HOSTILE, pictures=there))
    assert page.locator(".finding").first.locator(".show-in a").all_inner_texts() == [
        "Relay",
        "Network",
        "Chronology",
    ]
    page.locator("#words").fill("relay")
    assert page.locator("#shown").inner_text() == "0 of 4 findings shown"
    assert serious_faults(page) == []
