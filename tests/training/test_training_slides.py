"""The slides of a guide in real Chromium: paged with keys and buttons, read as a whole without a script, printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import serious_faults
from playwright.sync_api import Browser, Page

from scrgraph.train_command import training_room
from scrgraph.training.guides.guide import guide_to
from scrgraph.training.guides.slides import slides_of
from visualisations.page import write_page

pytestmark = pytest.mark.browser
HIDDEN = "[...document.querySelectorAll('.slide')].filter((slide) => slide.offsetHeight === 0).length"


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The facilitator's slides of the smallest family, on disk."""
    with training_room() as room:
        html = slides_of(guide_to(room, "first-relay", with_answers=True))
    return write_page(tmp_path_factory.mktemp("slides") / "first-relay.html", html)


@pytest.fixture
def page(chromium: Browser, slides: Path) -> Iterator[Page]:
    """The slides as they open, with whatever was asked of the network or said on the console."""
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    said: list[str] = []
    page.on("request", lambda request: said.append(request.url))
    page.on("console", lambda line: said.append(line.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(slides.as_uri())
    yield page
    assert {one.partition("#")[0] for one in said} == {slides.as_uri()}
    page.close()


def shown(page: Page) -> str:
    """The heading of the one slide that is shown."""
    (heading,) = page.locator(".slide:visible > :is(h1, h2)").all_inner_texts()
    return str(heading)


def test_keys_page_through_and_stop_at_both_ends(page: Page) -> None:
    count = page.locator(".slide").count()
    assert shown(page) == "First relay: the answers"
    assert page.locator("#place").inner_text() == f"Slide 1 of {count}"
    page.keyboard.press("ArrowLeft")
    assert shown(page) == "First relay: the answers"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    assert shown(page) == "01 Who is in this family?"
    assert page.evaluate("document.activeElement.textContent") == "01 Who is in this family?"
    page.keyboard.press("PageUp")
    assert shown(page) == "Before the first query"
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert page.locator("#place").inner_text() == f"Slide {count} of {count}"
    page.keyboard.press("Home")
    assert shown(page) == "First relay: the answers"


def test_buttons_links_and_the_address_lead_to_a_slide(page: Page, slides: Path) -> None:
    page.get_by_role("button", name="Next").click()
    page.get_by_role("link", name="02 Which agencies worked with them?").click()
    assert shown(page) == "02 Which agencies worked with them?"
    page.get_by_role("button", name="Previous").click()
    assert shown(page) == "01 The point"
    assert page.url.endswith("#point-1")
    page.reload()
    assert shown(page) == "01 The point"


def test_a_hint_is_opened_with_the_keyboard_and_no_slide_is_turned(page: Page) -> None:
    page.goto(f"{page.url}#exercise-1")
    hint = page.locator("#exercise-1 details").first
    assert not hint.locator("p").is_visible()
    hint.locator("summary").focus()
    page.keyboard.press("Enter")
    assert hint.locator("p").is_visible()
    assert shown(page) == "01 Who is in this family?"


def test_every_slide_can_be_read_by_everybody_and_none_is_too_wide(page: Page) -> None:
    for number in range(page.locator(".slide").count()):
        if number < 8:
            assert serious_faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), shown(page)
        page.keyboard.press("ArrowRight")


def test_printed_every_slide_is_there(page: Page) -> None:
    assert page.evaluate(HIDDEN) == page.locator(".slide").count() - 1
    page.emulate_media(media="print")
    assert page.evaluate(HIDDEN) == 0
    assert not page.locator(".bar").is_visible()


def test_on_paper_hints_stand_open(page: Page) -> None:
    closed = "document.querySelectorAll('details:not([open])').length"
    before = page.evaluate(closed)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (before > 0, page.evaluate(closed)) == (True, 0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(closed) == before


def test_without_a_script_the_slides_stand_below_each_other(chromium: Browser, slides: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(slides.as_uri())
    assert all(slide.is_visible() for slide in page.locator(".slide").all())
    assert not page.get_by_role("button").first.is_visible()
    context.close()
