"""An author's whole way, in Chromium against the command itself: ten files as they came, twenty doubts, six findings, a
restart in the middle, and the pack. What was done is counted at the end in the folder, not in the page."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sent_files import files_as_sent
from served import Served

from scrgraph.review.folder import ReviewFolder

pytestmark = pytest.mark.browser
#: The first reading of ten files from their words, on a machine with other work to do.
READ = 180_000


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window of its own; nothing it shows may have gone wrong."""
    context = chromium.new_context(
        viewport={"width": 1366, "height": 768}, reduced_motion="reduce", accept_downloads=True
    )
    said: list[str] = []
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert said == []


def up_to_date(page: Page) -> None:
    """Wait until the bar says that everything decided is taken in."""
    expect(page.locator("#work")).to_have_text("Every decision is taken in.", timeout=READ)


def test_from_ten_files_to_a_pack_with_a_restart_between(page: Page, tmp_path: Path) -> None:
    sent = files_as_sent(tmp_path / "sent")
    folder = ReviewFolder.create(tmp_path / "review", "The invented family")
    served = Served(folder.path)
    try:
        page.goto(served.link)
        page.get_by_label("Deciding:").fill("B Author")
        page.get_by_label("Deciding:").press("Enter")
        page.locator("#choose").set_input_files(sent)
        expect(
            page.get_by_text("10 of 10 files taken in.").or_(page.locator("table.files tbody tr").nth(9))
        ).to_be_visible(timeout=READ)
        page.goto(served.bench.address + "/files")
        up_to_date(page)
        page.goto(served.bench.address + "/files")
        read = page.locator("table.files tfoot td.n").all_inner_texts()
        assert int(read[0]) == int(read[1]) + int(read[2]) > 250

        page.goto(served.bench.address + "/doubts")
        answer_doubts(page, 10)
        served.kill()

        assert len(made(folder, "source")) == 10
        first = answered(folder)
        assert len(first) == 10
        served = Served(folder.path)
        page.goto(served.link)
        up_to_date(page)
        page.goto(served.bench.address + "/doubts")
        answer_doubts(page, 10)
        assert answered(folder)[:10] == first
        assert len(answered(folder)) == 20

        up_to_date(page)
        decide_findings(page, served.bench.address)
        made_pack(page, served.bench.address, tmp_path)
    finally:
        served.kill()

    decided = made(folder, "finding")
    assert [value for value in decided if value == "set aside"] == ["set aside"] * 2
    assert [value for value in decided if value == "comment"] == ["comment"] * 3
    assert {one.decision.made_by for one in folder.decisions_made()[10:20]} == {"B Author"}
    assert folder.decisions()[1] == ()
    assert not [problem for problem in folder.check() if problem.severity.value == "error"]


def answer_doubts(page: Page, count: int) -> None:
    """Answer that many doubts with the key 1, or in words where there is nothing to choose; what is open is skipped."""
    done = 0
    while done < count:
        shown = page.locator("#doubt")
        doubt = shown.get_attribute("data-doubt")
        keyed = shown.locator("[data-key='1']")
        page.keyboard.press("1" if keyed.count() else "s")
        expect(page.locator(f"#doubt:not([data-doubt='{doubt}'])")).to_be_attached(timeout=20_000)
        done += 1 if keyed.count() or not doubt else 0


def decide_findings(page: Page, address: str) -> None:
    """Accept the first, set aside two, comment on three, by keyboard."""
    page.goto(address + "/findings")
    finding = page.locator("article.finding")
    expect(finding.first).to_be_visible()
    for number, key in enumerate("assccc"):
        page.keyboard.press("j")
        page.keyboard.press(key)
        if key != "a":
            page.keyboard.type(f"Reason {number}")
            page.keyboard.press("Control+Enter")
        words = {"a": "Accepted", "s": f"Set aside: Reason {number}", "c": f"Comment: Reason {number}"}[key]
        expect(finding.nth(number)).to_contain_text(words)


def made_pack(page: Page, address: str, place: Path) -> None:
    """Have the pack made, save the Word document and look into it."""
    page.goto(address + "/pack")
    page.get_by_role("button", name="Make the pack").click()
    link = page.get_by_role("link", name="pack.docx")
    expect(link).to_be_visible(timeout=READ)
    with page.expect_download() as download:
        link.click()
    download.value.save_as(place / "pack.docx")
    with zipfile.ZipFile(BytesIO((place / "pack.docx").read_bytes())) as archive:
        words = re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode("utf-8"))
    assert "The invented family" in words
    assert all(f"Reason {number}" in words for number in (1, 2))


def made(folder: ReviewFolder, kind: str) -> list[str]:
    """The values of the decisions of a kind, in the order made."""
    return [one.decision.value for one in folder.decisions_made() if one.decision.kind == kind]


def answered(folder: ReviewFolder) -> list[str]:
    """The ids of decisions about doubts."""
    return [
        one.decision.decision_id
        for one in folder.decisions_made()
        if one.decision.kind not in ("source", "finding", "undo")
    ]
