"""The chronology at a glance as a drawing: its words, its lanes and what a wish for less leaves out."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree

import pytest
from test_chronology import FINDINGS, NO_DATE, entry, material_of, on, review

from scrgraph.model.agencies import Agency
from scrgraph.model.review import Review, ReviewGraph
from visualisations.chronology.picture import drawing
from visualisations.drawing.text_width import text_width
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def ivy() -> Material:
    return material_of(review())


def texts(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{_SVG}text"))  # noqa: S314


def test_its_words_say_what_it_shows(ivy: Material) -> None:
    assert drawing(ivy, Wanted()).words == (
        "7 rows between 1 January 2018 and 31 December 2018: Health Visiting 4; Police 2; agency not told 1. "
        "The month with most rows is March 2018 (5 rows). 2 findings of the review rest on 2 rows, at most 2 in one "
        "month. 2 rows have a partial date. 1 row has no date and cannot be drawn over time. "
        "The day of the incident is 1 January 2019."
    )


def test_each_agency_with_rows_has_a_lane_with_its_count(ivy: Material) -> None:
    said = ["".join(text.itertext()) for text in texts(drawing(ivy, Wanted()).svg)]
    for words in (
        "HV",
        "Health Visiting",
        "4 rows",
        "1 undated",
        "POL",
        "Police",
        "2 rows",
        "Agency not told",
        "1 row",
    ):
        assert words in said
    assert "Ivy: born" in said


def test_it_can_be_of_one_person_and_of_some_days(ivy: Material) -> None:
    of_mum = drawing(ivy, Wanted(person_id="case:mum"))
    assert of_mum.words.startswith("2 rows between 1 March 2018 and 31 March 2018: Health Visiting 2.")
    assert "The chronology at a glance: rows about Rhian" in of_mum.svg
    of_march = drawing(ivy, Wanted(first=dt.date(2018, 3, 5), last=dt.date(2018, 3, 20)))
    assert of_march.words.startswith("5 rows between")
    assert "6 rows" not in of_march.words


def test_rows_over_the_same_days_lie_on_lines_of_their_own() -> None:
    wide = tuple(
        entry(row, on(1, 1).model_copy(update={"latest": dt.date(2018, 3, row)}), "x") for row in (2, 3, 4)
    )
    svg = drawing(material_of(review(wide), ()), Wanted()).svg
    spans = re.findall(r'<path d="M[\d.]+ [\d.]+v4M[\d.]+ ([\d.]+)H', svg)
    assert len(spans) == len(set(spans)) == 3


def test_nothing_to_draw_is_said_in_words() -> None:
    empty = drawing(material_of(ReviewGraph(review=Review(review_id="new", title="New")), ()), Wanted())
    assert empty.words == "The chronology has no rows to show."
    assert empty.words in empty.svg
    undated = drawing(material_of(review((entry(2, NO_DATE, "Found"),)), ()), Wanted())
    assert undated.words.startswith("1 row, none with a date: Health Visiting 1.")


def test_twenty_five_agencies_with_long_names_fit() -> None:
    agencies = tuple(
        Agency(
            agency_id=f"a{n}",
            display_name=f"Very Long Named Service for Families of the Northern District {n}",
        )
        for n in range(25)
    )
    rows = tuple(entry(n + 2, on(1 + n % 12, 3), "Seen", agency=f"a{n}") for n in range(25))
    graph = review(rows).model_copy(update={"agencies": agencies, "contacts": ()})
    for text in texts(drawing(material_of(graph, ()), Wanted()).svg):
        size, x = float(text.get("font-size", "13")), float(text.get("x", "0"))
        wide = text_width("".join(text.itertext()), size, text.get("font-weight") == "bold")
        assert (x if text.get("text-anchor") == "end" else x + wide) <= 1121


def test_the_demo_fits_its_page_and_is_the_same_each_time(demo: Material) -> None:
    first = drawing(demo, Wanted())
    assert first == drawing(demo, Wanted())
    assert first.words.startswith("277 rows between 1 February 2016 and 14 March 2019:")
    assert "<script" not in first.svg and " style=" not in first.svg


def test_hostile_names_stay_text(hostile_demo: Material) -> None:
    svg = drawing(hostile_demo, Wanted()).svg
    assert {node.tag for node in ElementTree.fromstring(svg).iter()} <= {  # noqa: S314
        f"{_SVG}{name}" for name in ("svg", "title", "desc", "rect", "line", "path", "text", "g")
    }


def test_findings_are_counted_by_month(ivy: Material) -> None:
    assert len(FINDINGS) == 2
    assert "of the month; tallest bar 2" in drawing(ivy, Wanted()).svg
