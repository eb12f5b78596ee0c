"""Every picture: the same bytes each time, opened as a reader opens it, safe, reachable, and to be read in words."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from page_checks import HOSTILE, OpenPage, marks_reached_by_keyboard, overlapping_labels, serious_faults

from scrgraph.model.review import Review, ReviewGraph
from scrgraph.pipeline import in_memory
from visualisations.all_pictures import PICTURE, PICTURES
from visualisations.drawing.png import CannotDraw, png_of
from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material

KEYS = tuple(PICTURE)
SIZES = ((1366, 768), (1920, 1080))
LARGEST = 3_000_000
_DIGESTS = """
import hashlib, json
from scrgraph.pipeline import answer_all, demo_folder, in_memory, read_review
from scrgraph.review.source_set import SourceSet
from visualisations.all_pictures import PICTURES
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material
graph = read_review(SourceSet.of([str(demo_folder())]))
with in_memory(graph) as store:
    material = Material.of(store, graph.review, answer_all(graph, store).asked.findings)
    texts = {p.place.key: (p.drawing(material, Wanted()).svg, p.page(material)) for p in PICTURES}
print(json.dumps({key: [hashlib.sha256(text.encode()).hexdigest() for text in both] for key, both in texts.items()}))
"""


@pytest.fixture(scope="module")
def drawings(demo: Material) -> dict[str, Drawing]:
    return {picture.place.key: picture.drawing(demo, Wanted()) for picture in PICTURES}


@pytest.fixture(scope="module")
def pages(demo: Material) -> dict[str, str]:
    return {picture.place.key: picture.page(demo) for picture in PICTURES}


@pytest.fixture(scope="module")
def hostile_pages(hostile_demo: Material) -> dict[str, str]:
    return {picture.place.key: picture.page(hostile_demo) for picture in PICTURES}


def test_two_runs_under_two_hash_seeds_give_the_same_bytes() -> None:
    runs = []
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        runs.append(json.loads(done.stdout))
    assert runs[0] == runs[1] and set(runs[0]) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_drawing_is_a_whole_file_that_asks_for_nothing_and_says_what_it_shows(
    key: str, drawings: dict[str, Drawing]
) -> None:
    drawn = drawings[key]
    root = ET.fromstring(drawn.svg)  # noqa: S314
    namespace = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{namespace}svg" and root.find(f"{namespace}title") is not None
    assert (root.findtext(f"{namespace}desc") or "") == drawn.words
    assert len(drawn.words.split()) >= 12
    for asks in ("<script", "<image", "href=", "@import", "url(http", "<foreignObject"):
        assert asks not in drawn.svg
    assert (
        hashlib.sha256(png_of(drawn.svg, 1200)).digest() != hashlib.sha256(png_of(drawn.svg, 1201)).digest()
    )


@pytest.mark.parametrize("key", KEYS)
def test_markup_in_every_text_stays_text_in_a_drawing(key: str, hostile_demo: Material) -> None:
    drawn = PICTURE[key].drawing(hostile_demo, Wanted())
    root = ET.fromstring(drawn.svg)  # noqa: S314
    assert "<script" not in drawn.svg and "<img" not in drawn.svg
    assert not [
        element for element in root.iter() if element.tag.rpartition("}")[2] in {"script", "a", "img"}
    ]


@pytest.mark.parametrize("key", KEYS)
def test_a_review_without_anything_in_it_is_drawn_in_words(key: str) -> None:
    graph = ReviewGraph(review=Review(review_id="empty", title="Nothing yet"))
    with in_memory(graph) as store:
        material = Material.of(store, graph.review)
        assert "Nothing yet" in PICTURE[key].page(material)
        ET.fromstring(PICTURE[key].drawing(material, Wanted()).svg)  # noqa: S314


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_not_too_large(key: str, pages: dict[str, str]) -> None:
    assert len(pages[key].encode("utf-8")) < LARGEST


@pytest.mark.browser
@pytest.mark.parametrize("key", KEYS)
def test_markup_in_every_text_of_a_page_is_shown_as_text(
    key: str, hostile_pages: dict[str, str], open_page: OpenPage
) -> None:
    page = open_page(hostile_pages[key])
    assert HOSTILE in page.locator("h1").inner_text()
    assert page.locator("img").count() == 0
    names = page.locator("#bar select[name=person] option")
    for place in range(min(3, names.count())):
        page.locator("#bar select[name=person]").select_option(index=place)
    marks = page.locator("#picture [data-mark]:not([data-off])")
    if marks.count():
        marks.first.dispatch_event("click")
        assert page.locator("#details").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_label_lies_over_another(
    key: str, size: tuple[int, int], pages: dict[str, str], open_page: OpenPage
) -> None:
    assert overlapping_labels(open_page(pages[key], *size)) == []


@pytest.mark.browser
@pytest.mark.parametrize("key", KEYS)
def test_axe_finds_no_serious_fault(key: str, pages: dict[str, str], open_page: OpenPage) -> None:
    assert serious_faults(open_page(pages[key])) == []


@pytest.mark.browser
@pytest.mark.parametrize("key", [key for key in KEYS if key not in {"network", "chronology"}])
def test_the_keyboard_alone_reaches_every_mark(key: str, pages: dict[str, str], open_page: OpenPage) -> None:
    page = open_page(pages[key])
    shown = page.evaluate("() => marks.reachable().flatMap((element) => marks.idsOf(element))")
    assert shown and marks_reached_by_keyboard(page) >= set(shown)


@pytest.mark.browser
@pytest.mark.parametrize("key", KEYS)
def test_the_state_in_the_address_goes_along_to_every_other_picture(
    key: str, demo: Material, pages: dict[str, str], open_page: OpenPage
) -> None:
    finding = next(f for f in demo.findings if f.from_)
    page = open_page(pages[key], state=f"finding={finding.id}&from=2017-01-01")
    assert finding.statement in page.locator("#finding-banner").inner_text()
    for other in KEYS:
        address = page.locator(f"nav a[data-place={other}]").get_attribute("href") or ""
        assert address == f"{other}.html#finding={finding.id}&from=2017-01-01"


def test_a_width_nobody_needs_is_refused(drawings: dict[str, Drawing]) -> None:
    with pytest.raises(CannotDraw, match="--width"):
        png_of(drawings["relay"].svg, 50)
    assert png_of(drawings["relay"].svg, 400)[:8] == b"\x89PNG\r\n\x1a\n"
