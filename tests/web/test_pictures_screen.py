"""The pictures in their frame, and as files for a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from accessibility import serious_faults
from playwright.sync_api import Page, expect
from web_client import Client

from visualisations.frame.places import PLACES

Window = Callable[..., Page]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_each_picture_has_its_screen_and_its_file(looked_at: Client, place) -> None:  # type: ignore[no-untyped-def]
    assert place.question in looked_at.get(f"/pictures/{place.key}").text.replace("&#39;", "'")

    answer = looked_at.get(f"/pictures/{place.key}/file?kind=svg")

    assert answer.status == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{place.key}.svg"'
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "<svg" in answer.text[:100] and answer.text.endswith("</svg>\n")


def test_a_picture_is_saved_for_a_day_and_a_person_and_in_words(looked_at: Client) -> None:
    whole = looked_at.get("/pictures/genogram/file?kind=svg").text

    earlier = looked_at.get("/pictures/genogram/file?kind=svg&on=2017-03-01").text
    words = looked_at.get("/pictures/genogram/file?kind=txt")
    png = looked_at.get("/pictures/genogram/file?kind=png&width=400")

    assert earlier != whole
    assert "Rowan" in words.text and words.headers["content-type"].startswith("text/plain")
    assert (png.status, png.headers["content-type"]) == (200, "image/png")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/pictures/no-such", 404),
        ("/pictures/no-such/file", 404),
        ("/pictures/relay/file?width=9000000", 409),
        ("/pictures/relay/file?on=Tuesday", 409),
        ("/pictures/relay/file?kind=exe", 409),
        ("/pictures/relay/file?first=2018-02-01&last=2018-01-01", 409),
        ("/pictures/relay/file?kind=svg&person=nobody", 409),
    ],
)
def test_what_cannot_be_drawn_is_said(looked_at: Client, path: str, status: int) -> None:
    answer = looked_at.get(path)

    assert answer.status == status
    assert "content-disposition" not in answer.headers


@pytest.mark.browser
def test_the_state_goes_with_the_author_from_picture_to_picture(looked_at: Client, window: Window) -> None:
    reading = looked_at.bench.desk.reading
    assert reading
    finding = reading.findings[0]
    page = window(looked_at)
    page.goto(f"{looked_at.bench.address}/pictures/relay#finding={finding.id}")
    frame = page.frame_locator("#picture")
    expect(frame.locator("body")).to_contain_text(finding.statement[:60])

    page.locator(".tabs [aria-current]").press("ArrowRight")

    expect(page.locator(".tabs [aria-current]")).to_have_text("Network")
    expect(frame.locator("h1")).to_contain_text("Network")
    expect(page).to_have_url(f"{looked_at.bench.address}/pictures/network#finding={finding.id}")
    assert serious_faults(page) == []
    frame.get_by_role("link", name="Findings", exact=True).click()
    expect(page.locator("article[aria-current]")).to_contain_text(finding.statement[:60])


@pytest.mark.browser
def test_after_a_reading_the_picture_is_drawn_again_where_it_is(looked_at: Client, window: Window) -> None:
    page = window(looked_at)
    page.goto(f"{looked_at.bench.address}/pictures/genogram#on=2017-03-01")
    frame = page.frame_locator("#picture")
    expect(frame.locator("h1")).to_contain_text("Genogram")
    page.frames[1].evaluate("document.body.dataset.before = 'yes'")

    looked_at.bench.desk.read_again()

    expect(frame.locator("body[data-before]")).to_have_count(0, timeout=60_000)
    expect(frame.locator("h1")).to_contain_text("Genogram")
    expect(page).to_have_url(f"{looked_at.bench.address}/pictures/genogram#on=2017-03-01")
