"""The relay's page in a browser: zoom, lane names that stay, what is pointed at, filters, findings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from invented_relay import baton, contact, day, relay_material, relay_review
from page_checks import OpenPage, marks_reached_by_keyboard, overlapping_labels, serious_faults
from playwright.sync_api import Page

from scrgraph.model.vocabulary import Tri
from visualisations.records.material import Material
from visualisations.relay.picture import page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demo_page(demo: Material) -> str:
    return page(demo)


@pytest.fixture(scope="module")
def two_years() -> Iterator[str]:
    """A visit a week for two years, every fourth missed, and a baton of each month."""
    visits = [contact(f"v{n}", day(7 * n), "hv", Tri.YES, missed=n % 4 == 0) for n in range(104)]
    batons = [baton(f"b{n}", day(30 * n), "hv", "csc", received=day(30 * n + 2)) for n in range(24)]
    with relay_material(relay_review(visits, batons)) as material:
        yield page(material)


def level(shown: Page) -> str:
    return shown.locator("#relay").get_attribute("data-level") or ""


def mark_id(shown: Page, show: str, place: int = 0) -> str:
    found: str = shown.evaluate(
        "([show, place]) => [...marks.known.values()].filter((m) => m.show === show && m.first)[place].id",
        [show, place],
    )
    return found


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_the_whole_review_is_as_wide_as_the_window_and_no_label_lies_over_another(
    demo_page: str, open_page: OpenPage, width: int, height: int
) -> None:
    shown = open_page(demo_page, width=width, height=height)
    assert level(shown) == "whole" and overlapping_labels(shown) == []
    view = shown.locator("#picture")
    assert view.evaluate("(view) => view.scrollWidth <= view.clientWidth")
    lanes = shown.locator(".relay-lanes svg").bounding_box()
    assert lanes and lanes["y"] + lanes["height"] < height


def test_axe_finds_no_serious_fault_and_the_keyboard_reaches_every_mark(
    demo_page: str, open_page: OpenPage
) -> None:
    shown = open_page(demo_page)
    assert serious_faults(shown) == []
    everything = set(shown.evaluate("[...marks.known.keys()]"))
    assert marks_reached_by_keyboard(shown) == everything


def test_nearer_is_one_level_at_a_time_around_the_same_day_with_names_and_dates_in_view(
    two_years: str, open_page: OpenPage
) -> None:
    shown = open_page(two_years)
    middle = shown.evaluate("relay.middleDay()")
    for expected in ("year", "quarter", "month", "month"):
        shown.locator("[data-zoom='1']").click(force=True)
        assert level(shown) == expected
        assert abs(shown.evaluate("relay.middleDay()") - middle) < 1
    assert shown.locator(".relay-lanes svg").count() == 1
    names = shown.locator(".relay-names").bounding_box()
    view = shown.locator("#picture").bounding_box()
    assert names and view and abs(names["x"] - view["x"]) < 1
    shown.keyboard.press("0")
    shown.locator("#picture").focus()
    shown.keyboard.press("0")
    assert level(shown) == "whole"


def test_groups_far_out_are_single_dots_when_near_and_count_what_is_left(
    two_years: str, open_page: OpenPage
) -> None:
    shown = open_page(two_years)
    groups = shown.locator(".relay-contacts [data-group]")
    assert groups.count() > 10
    assert groups.first.locator("[data-count]").text_content() == str(
        len((groups.first.get_attribute("data-group") or "").split())
    )
    shown.locator("#picture").focus()
    for key in "++":
        shown.keyboard.press(key)
    assert shown.locator(".relay-contacts [data-group]").count() == 0
    assert shown.locator(".relay-contacts [data-mark]").count() == 104


def test_a_double_click_goes_nearer_to_its_day(two_years: str, open_page: OpenPage) -> None:
    shown = open_page(two_years)
    place = shown.locator(".relay-lanes").bounding_box()
    assert place
    x = place["x"] + place["width"] * 0.6
    wanted = shown.evaluate("(x) => relay.dayAt(x - marks.root.getBoundingClientRect().left)", x)
    shown.mouse.dblclick(x, place["y"] + place["height"] - 4)
    assert level(shown) == "year" and abs(shown.evaluate("relay.middleDay()") - wanted) < 3


def test_what_is_pointed_at_stands_out_with_its_two_lanes_and_a_click_keeps_it(
    demo_page: str, open_page: OpenPage
) -> None:
    shown = open_page(demo_page)
    key = mark_id(shown, "late")
    arrow = shown.locator(f".relay-batons [data-mark='{key}']")
    arrow.dispatch_event("pointerover")
    assert shown.locator(".relay-top").count() == 1
    assert shown.locator(".relay-names [data-lit]").count() == 2
    arrow.dispatch_event("click")
    shown.mouse.move(5, 5)
    assert shown.locator(".relay-top[data-how=pinned]").count() == 1
    told = shown.locator("#details").inner_text()
    for words in (
        "outcome",
        "late",
        "passed",
        "received",
        "acknowledged",
        "matched with the other agency's entry",
    ):
        assert words in told
    shown.locator("[data-zoom='1']").click()
    assert shown.locator(f"[data-pinned][data-mark='{key}']").count() == 1
    shown.keyboard.press("Escape")
    assert shown.locator(".relay-top").count() == 0 and shown.locator("[data-lit]").count() == 0


def test_boxes_person_and_words_hide_what_they_should_and_the_counts_follow(
    demo_page: str, open_page: OpenPage
) -> None:
    shown = open_page(demo_page)
    counts = shown.locator("#counts")
    assert counts.inner_text() == "150 contacts, 70 batons"
    lost = shown.locator("[data-number-of=no_record]")
    number = int(lost.inner_text())
    shown.locator("input[value=no_record]").uncheck()
    assert counts.inner_text() == f"150 contacts, {70 - number} of 70 batons" and lost.inner_text() == "0"
    shown.locator("#clear").click()
    shown.locator("input[name=words]").fill("bruise")
    assert "of 150 contacts" in counts.inner_text()
    assert shown.evaluate("marks.reachable().length") < 60


def test_a_finding_in_the_address_is_brought_into_view_at_its_level(
    demo: Material, demo_page: str, open_page: OpenPage
) -> None:
    finding = next(
        f for f in demo.findings if f.question == "batons-declined-not-raised-again" or len(f.evidence) == 2
    )
    shown = open_page(demo_page, state=f"finding={finding.id}")
    assert shown.locator("#finding-banner").is_visible()
    marked = shown.locator(".relay-lanes [data-marked]")
    assert marked.count() > 0
    view, box = shown.locator("#picture").bounding_box(), marked.first.bounding_box()
    assert view and box and view["x"] < box["x"] < view["x"] + view["width"]


def test_a_period_in_the_address_is_shown_as_near_as_it_fits(demo_page: str, open_page: OpenPage) -> None:
    shown = open_page(demo_page, state="from=2017-08-01&to=2017-09-15")
    assert level(shown) == "quarter"
    first = shown.evaluate("relay.dayNumber('2017-08-01')")
    last = shown.evaluate("relay.dayNumber('2017-09-15')")
    assert shown.evaluate("relay.middleDay()") == pytest.approx((first + last + 1) / 2, abs=1)


def test_hostile_text_is_shown_and_not_run(hostile_demo: Material, open_page: OpenPage) -> None:
    shown = open_page(page(hostile_demo))
    shown.locator(f".relay-batons [data-mark='{mark_id(shown, 'late')}']").dispatch_event("click")
    assert "<script>" in shown.locator("#details").inner_text()
