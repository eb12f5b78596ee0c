"""The pictures of a review of ROWS rows: seconds of Python and bytes of each page, and how long Chromium opens it.

Run: python benchmarks/pictures.py [ROWS ...]   (Chromium and playwright for the last column). The ratio is to the
time in which the same review is read and asked, in the same run.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright
from synthetic import write_review

from scrgraph.pipeline import answer_all, in_memory, read_review
from scrgraph.review.source_set import SourceSet
from visualisations.all_pictures import PICTURES
from visualisations.page import write_page
from visualisations.records.material import Material

_OPENINGS = 5
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


def one_size(rows: int, folder: Path) -> dict[str, Path]:
    """Draw every page of a review of ``rows`` rows and print what each took."""
    files = write_review(folder / "sources", rows)
    began = time.perf_counter()
    graph = read_review(SourceSet.of(files))
    pages: dict[str, Path] = {}
    with in_memory(graph) as store:
        findings = answer_all(graph, store).asked.findings
        read = time.perf_counter() - began
        began = time.perf_counter()
        material = Material.of(store, graph.review, findings)
        total = time.perf_counter() - began
        print(f"{rows} rows, {len(findings)} findings: read and asked in {read:.2f} s; records {total:.2f} s")
        for picture in PICTURES:
            began = time.perf_counter()
            html = picture.page(material)
            seconds = time.perf_counter() - began
            total += seconds
            key = picture.place.key
            pages[key] = write_page(folder / f"{key}.html", html)
            print(f"  {key}\t{seconds:.2f} s\t{len(html.encode('utf-8')) / 1e6:.2f} MB", flush=True)
    print(f"  all\t{total:.2f} s\t{total / read:.2f} of reading and asking")
    return pages


def openings(pages: dict[str, Path]) -> None:
    """Print the median time from asking for each page to its load event and one drawn frame."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_QUIET))
        for key, path in pages.items():
            taken = []
            for _ in range(_OPENINGS):
                page = browser.new_page(viewport={"width": 1366, "height": 768})
                began = time.perf_counter()
                page.goto(path.as_uri())
                page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
                taken.append(time.perf_counter() - began)
                page.close()
            print(f"  {key}\topened in {statistics.median(taken):.2f} s", flush=True)
        browser.close()


def main() -> None:
    """Each size in turn; 2,000 rows unless told."""
    for rows in [int(text) for text in sys.argv[1:]] or [2_000]:
        with tempfile.TemporaryDirectory() as folder:
            openings(one_size(rows, Path(folder)))


if __name__ == "__main__":
    main()
