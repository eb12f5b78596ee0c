"""The chronology as its author uses it: filter, keyboard, deciding, stepping by key episode, links, a small screen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from accessibility import serious_faults
from chronology_review import HOSTILE
from playwright.sync_api import Page, expect
from web_client import Client

pytestmark = pytest.mark.browser
Window = Callable[..., Page]
ROW = "#body .row"


def at(page: Page, client: Client, state: str = "") -> Page:
    """The screen with a state in its address, as a link from another screen brings it."""
    page.goto("about:blank")
    page.goto(f"{client.bench.address}/chronology{state}")
    expect(page.locator("#counts")).to_contain_text(re.compile(r"\d rows"))
    return page


def words_of_focus(page: Page) -> str:
    words: str = page.evaluate("document.activeElement.textContent")
    return words


def test_links_bring_their_rows_and_only_what_is_in_view_is_in_the_page(
    client: Client, window: Window
) -> None:
    page = window(client)
    for state, count in (
        ("", "59 rows"),
        ("#words=rare%20bird", "1 of 59 rows"),
        ("#words=%22rare%20bird%22&seen=not", "1 of 59 rows"),
        ("#agency=police", "4 of 59 rows"),
        ("#kind=referral", "1 of 59 rows"),
        ("#seen=alone", "0 of 59 rows"),
        ("#part=detailed", "3 of 59 rows"),
        ("#from=2018-02-10&to=2018-03-01", "3 of 59 rows, 1 of them has no date"),
        ("#key=1", "0 of 59 rows"),
    ):
        expect(at(page, client, state).locator("#counts")).to_have_text(count)
    at(page, client)
    assert 5 < page.locator(ROW).count() < 40
    months, heads = 5, 1
    expect(page.locator("#grid")).to_have_attribute("aria-rowcount", str(59 + months + heads))
    expect(at(page, client, "#words=statement").locator(ROW)).to_contain_text(HOSTILE)
    expect(page.locator(f"{ROW} mark")).to_have_text(["Statement"])
    at(page, client, "#person=nobody")
    expect(page.locator("#said")).to_contain_text("is not in this review")


def test_the_list_is_used_with_the_keyboard_and_the_address_keeps_what_is_shown(
    client: Client, window: Window
) -> None:
    page = at(window(client), client, "#words=visit%20number")
    page.locator("#filter [name=words]").press("ArrowDown")
    assert "visit number 0," in words_of_focus(page)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-rowindex')") == "4"
    page.keyboard.press("End")
    assert "11 May 2011" not in words_of_focus(page)
    assert "28 May 2011" not in words_of_focus(page)
    last = words_of_focus(page)
    page.keyboard.press("Home")
    assert "visit number 0," in words_of_focus(page)
    page.keyboard.press("End")
    assert words_of_focus(page) == last
    page.keyboard.press("Enter")
    heading = page.locator("#panel h2")
    expect(heading).to_be_focused()
    page.reload()
    expect(heading).to_contain_text("Social Care")
    expect(page.locator("#counts")).to_have_text("55 of 59 rows")
    expect(page.locator(f"{ROW}[aria-selected=true]")).to_be_visible()
    page.locator("#panel .close").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    assert words_of_focus(page) == last
    page.keyboard.press("/")
    expect(page.locator("#filter [name=words]")).to_be_focused()


def test_a_row_is_decided_noted_and_marked_in_its_panel_and_it_shows_at_once(
    client: Client, window: Window
) -> None:
    page = at(window(client), client, "#row=police.csv%232")
    row = page.locator(f"{ROW}[aria-selected=true]")
    page.locator("[aria-label='Change Kind of event']").click()
    page.locator(".editor select").select_option("visit")
    page.locator(".editor [name=reason]").fill("Told by the station")
    page.locator(".editor .first").click()
    expect(page.locator("#said")).to_have_text("Kind of event: visit. It is being taken in.")
    expect(row).to_contain_text("visit")
    expect(page.locator("[data-kind=row]")).to_contain_text("set by A Author: Told by the station")
    client.until_read()
    expect(row).not_to_contain_text("being taken in")
    page.locator(".mark-key").press("Enter")
    expect(row).to_contain_text("key episode")
    expect(page.locator(".mark-key")).to_be_focused()
    page.locator("#note").fill(f"Ask them {HOSTILE}")
    page.locator(".new-note button").click()
    expect(row).to_contain_text("a note")
    expect(page.locator("#panel .notes").first).to_contain_text(HOSTILE)
    page.locator("#undo").click()
    expect(row).not_to_contain_text("a note")
    made = [one.decision.kind for one in client.bench.desk.decisions_made()]
    assert made == ["row", "key-episode", "note", "undo"]


def test_one_steps_from_key_episode_to_key_episode_and_sets_the_periods(
    client: Client, window: Window
) -> None:
    page = window(client)
    desk = client.bench.desk
    for name in ("care.csv#9", "police.csv#2"):
        subject = client.get(f"/chronology/row.json?id={name.replace('#', '%23')}").json["subject"]
        desk.decide(("key-episode", subject, "yes", ""))
    at(page, client)
    page.locator("#key-on").click()
    assert "visit number 7," in words_of_focus(page)
    page.keyboard.press("n")
    assert "Shouting heard" in words_of_focus(page)
    page.keyboard.press("p")
    assert "visit number 7," in words_of_focus(page)
    page.locator("#periods summary").click()
    form = page.locator("form[data-period=summary]")
    form.locator("[name=first]").fill("2010-01-01")
    form.locator("[name=last]").fill("2010-12-31")
    form.locator("button").click()
    expect(page.locator("#said")).to_contain_text("The summary period is 1 January 2010 to 31 December 2010.")
    expect(page.locator(f"{ROW}.summary").first).to_be_visible()
    page.locator("#filter [name=part]").select_option("summary")
    expect(page.locator("#counts")).to_have_text("28 of 59 rows")
    page.locator("#undo").click()
    expect(page.locator("#counts")).to_have_text("55 of 59 rows")
    expect(form.locator("[name=first]")).to_have_value("")


def test_it_is_within_reach_at_both_sizes(client: Client, window: Window) -> None:
    for width, height in ((1366, 768), (683, 384)):
        page = at(window(client, width, height), client, "#row=police.csv%232")
        expect(page.locator("#panel h2")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert serious_faults(page) == []
