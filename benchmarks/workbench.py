"""The workbench at size in Chromium: from click to usable, filters, decisions, stalls and memory.

Run: python benchmarks/workbench.py [ROWS ...] [--decisions N]   (Chromium and playwright are needed; memory is told
on Linux). Each screen is opened by a click in the bar: the first time, and the median and slowest of the times after
it, each until what one works with is on the page, the page is loaded and a frame is drawn. Filters are from the last
letter typed to the frame that shows the new count. The longest silence is the slowest answer to the question "what
goes on", asked twenty times a second.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from workbench_served import Served, Watch, review_of

_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_AGAIN, _LONG = 5, 300_000
#: What one works with on each screen.
_USABLE = {
    "Files": "table.files tbody tr",
    "Doubts": "#doubt button[data-key]",
    "People": "#people tbody tr",
    "Chronology": "#body [data-n]",
    "Findings": "article.finding",
    "Pictures": "#picture",
    "Ask": "#query",
    "Training": "#main h3",
    "Pack": "#begin",
    "Decisions": "#main h1",
}
_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
#: Puts a value into a field and gives the milliseconds until the frame after the count has changed.
_FILTER = """([field, value, told]) => new Promise((done) => {
  const input = document.querySelector(field), count = document.querySelector(told);
  const drawn = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  const seen = new MutationObserver(() => { seen.disconnect(); drawn(); });
  seen.observe(count, { childList: true, characterData: true, subtree: true });
  const began = performance.now();
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""
_FILTERS = {
    "Chronology": ("#filter [name=words]", "#counts"),
    "Findings": ("#words", "#shown"),
    "People": ("#find", "#found"),
}
_TYPED = ("m", "ma", "mar", "home visit", "bryn", "s", "school", "x1", "")


def clicked(page: Page, name: str) -> float:
    """Seconds from the click on a screen's name to the usable screen."""
    link = page.get_by_role("navigation", name="Screens").get_by_role("link", name=name, exact=True)
    return _opened(page, link.click, _USABLE[name])


def _opened(page: Page, click: Callable[[], None], usable: str) -> float:
    began = time.perf_counter()
    click()
    page.wait_for_selector(usable, timeout=_LONG)
    page.wait_for_load_state("load", timeout=_LONG)
    page.evaluate(_FRAME)
    return time.perf_counter() - began


def screens(page: Page) -> None:
    """Print what each screen takes."""
    taken: dict[str, list[float]] = {}
    for _ in range(_AGAIN + 1):
        for name in _USABLE:
            taken.setdefault(name, []).append(clicked(page, name))
            if name == "People":
                person = page.locator("#people tbody a").first
                taken.setdefault("a person", []).append(
                    _opened(page, person.click, "main h2:has-text('Details')")
                )
    for name, seconds in taken.items():
        again = seconds[1:]
        print(
            f"  {name}\t{seconds[0]:.2f} s\t{statistics.median(again):.2f} s\t{max(again):.2f} s", flush=True
        )


def filters(page: Page) -> None:
    """Print what typing into each filter takes."""
    for name, (field, told) in _FILTERS.items():
        clicked(page, name)
        if not page.locator(field).count():
            print(f"  filter of {name}\tnone at this size")
            continue
        page.wait_for_timeout(1_500)
        taken = [page.evaluate(_FILTER, [field, value, told]) for value in _TYPED]
        print(
            f"  filter of {name}\t{statistics.median(taken):.0f} ms\tslowest {max(taken):.0f} ms", flush=True
        )


def decisions(page: Page, watch: Watch) -> None:
    """Print how soon a decision is acknowledged, and how soon the findings that follow from it are there."""
    clicked(page, "Findings")
    page.keyboard.press("j")
    began = time.perf_counter()
    page.keyboard.press("a")
    page.locator("#said", has_text="Accepted").wait_for(timeout=_LONG)
    print(f"  accepting a finding, acknowledged\t{1000 * (time.perf_counter() - began):.0f} ms")
    clicked(page, "Doubts")
    shown = page.locator("#doubt").get_attribute("data-doubt")
    version = watch.status["version"]
    watch.slowest()
    began = time.perf_counter()
    page.keyboard.press("1")
    page.locator("#said", has_text="Kept").wait_for(timeout=_LONG)
    kept = time.perf_counter() - began
    page.wait_for_selector(f"#doubt:not([data-doubt='{shown}'])", timeout=_LONG)
    print(f"  answering a doubt, acknowledged\t{1000 * kept:.0f} ms")
    print(f"  answering a doubt, the next is there\t{1000 * (time.perf_counter() - began):.0f} ms")
    taken_in = watch.until(lambda status: status["version"] > version and not status["waiting"]) - began
    print(f"  from a decision to the new findings\t{taken_in:.1f} s\tlongest silence {watch.slowest():.2f} s")
    drawn = watch.until(lambda status: not status["reading"]) - began
    print(f"  from a decision to the new pictures\t{drawn:.1f} s\tlongest silence {watch.slowest():.2f} s")


def one_size(rows: int, made: int) -> None:
    """Every figure of a review of ``rows`` rows with ``made`` decisions."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        review = review_of(Path(folder), rows, made)
        print(f"{rows} rows, {made} decisions", flush=True)
        served = Served(review.path)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_QUIET))
        try:
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            page = context.new_page()
            page.set_default_timeout(_LONG)
            page.goto(served.link)
            cookie = "; ".join(f"{one['name']}={one['value']}" for one in context.cookies())
            watch = Watch(served, cookie)
            print(f"  the link is there\t{served.seconds_to_link:.2f} s")
            read = watch.until(lambda status: status["version"] > 1) - served.began
            print(f"  first reading\t{read:.1f} s\tlongest silence {watch.slowest():.2f} s", flush=True)
            drawn = watch.until(lambda status: not status["reading"]) - served.began
            print(f"  pictures drawn\t{drawn:.1f} s\tlongest silence {watch.slowest():.2f} s", flush=True)
            print("  screen\tfirst click\tmedian after\tslowest after")
            screens(page)
            print(f"  while screens were opened\tlongest silence {watch.slowest():.2f} s")
            filters(page)
            decisions(page, watch)
            told = ", ".join(f"{name} {mebibytes} MiB" for name, mebibytes in watch.peaks.items())
            print(f"  memory at most\t{told}", flush=True)
            watch.stop()
        finally:
            browser.close()
            served.stop()


def main() -> None:
    """Each size in turn; 2,000 and 20,000 rows unless told."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", nargs="*", type=int, default=[2_000, 20_000])
    parser.add_argument("--decisions", type=int, default=0, help="how many decisions were made before")
    given = parser.parse_args()
    for rows in given.rows:
        one_size(rows, given.decisions)


if __name__ == "__main__":
    main()
