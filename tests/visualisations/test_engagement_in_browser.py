"""The engagement map as a reader uses it: one person, nearer in time, a pattern, a finding."""

from __future__ import annotations

import pytest
from page_checks import OpenPage, marks_reached_by_keyboard, overlapping_labels, serious_faults

from visualisations.engagement.picture import page as engagement_page
from visualisations.records.material import Material

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html(demo: Material) -> str:
    return engagement_page(demo)


def test_every_mark_is_reached_no_label_overlaps_and_axe_is_content(html: str, open_page: OpenPage) -> None:
    page = open_page(html, state="view=near")
    assert overlapping_labels(page) == [] and serious_faults(page) == []
    shown = page.evaluate("() => marks.reachable().flatMap((element) => marks.idsOf(element))")
    assert len(shown) > 30 and marks_reached_by_keyboard(page) >= set(shown)


def test_one_person_stands_alone_beneath_the_levels_and_time_comes_nearer(
    html: str, demo: Material, open_page: OpenPage
) -> None:
    page = open_page(html)
    kayla = next(p.person_id for p in demo.records.people if p.name.startswith("Kayla"))
    page.locator("#bar select[name=person]").select_option(kayla)
    shown = page.locator(".engaged-lanes:visible")
    assert shown.count() == 2 and shown.first.get_attribute("data-of") == ""
    page.locator("#engaged-view").select_option("near")
    assert "view=near" in page.url
    assert page.evaluate("() => document.getElementById('picture').scrollWidth") > 2000
    names = page.locator(".engaged-near .engaged-names").first
    before = names.bounding_box()
    page.evaluate("() => { document.getElementById('picture').scrollLeft = 900; }")
    after = names.bounding_box()
    assert before and after and before["x"] == after["x"]


def test_a_pattern_can_be_left_out_and_a_count_of_one_is_not_written(html: str, open_page: OpenPage) -> None:
    page = open_page(html)
    ticks = page.locator("[data-view=whole] [data-mark]:not([data-off])")
    before = ticks.count()
    page.locator("#bar input[value='not-made']").uncheck()
    assert 0 < ticks.count() < before
    counts = page.locator("[data-view=whole] [data-count]").all_inner_texts()
    assert "1" not in counts


def test_a_finding_lights_its_bracket_and_the_notes_it_rests_on(
    html: str, demo: Material, open_page: OpenPage
) -> None:
    finding = next(f for f in demo.findings if f.question == "engagement-pattern-differs")
    page = open_page(html, state=f"finding={finding.id}")
    lit = page.locator("[data-view=whole] [data-marked]")
    assert lit.count() >= 3
    page.locator(f"[data-view=whole] [data-mark='differs>{finding.id}']").dispatch_event("click")
    assert page.locator("#details h2").inner_text() == finding.statement
    assert page.locator("#details blockquote").count() == len(finding.evidence)


def test_markup_in_every_text_runs_nothing(hostile_demo: Material, open_page: OpenPage) -> None:
    page = open_page(engagement_page(hostile_demo))
    page.locator("#picture [data-mark]:not([data-off]):visible").first.dispatch_event("click")
    assert page.locator("#details h2").count() and page.locator("img").count() == 0
