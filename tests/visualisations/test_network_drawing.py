"""The network as one SVG file: everything told of in it, nothing over anything else, no text that is markup."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from itertools import combinations

from invented_family import invented_family, material_of
from page_checks import HOSTILE

from visualisations.drawing.text_width import text_width
from visualisations.drawing.wanted import Wanted
from visualisations.network.family import Box
from visualisations.network.picture import drawing
from visualisations.records.material import Material

SVG = "{http://www.w3.org/2000/svg}"


def labels(svg: str) -> list[tuple[str, Box]]:
    """Every text of a drawing with its box, moved by the groups it is in."""
    found: list[tuple[str, Box]] = []

    def walk(node: ET.Element, x: float, y: float) -> None:
        if move := node.get("transform"):
            across, down = move.removeprefix("translate(").rstrip(")").split()
            x, y = x + float(across), y + float(down)
        if node.tag == f"{SVG}text" and node.text:
            size = float(node.get("font-size", "13"))
            width = text_width(node.text, size, bold=node.get("font-weight") == "bold")
            anchor = {"middle": 0.0, "end": -width / 2}.get(node.get("text-anchor", ""), width / 2)
            at = (x + float(node.get("x", "0")) + anchor, y + float(node.get("y", "0")) - size * 0.35)
            found.append((node.text, Box(*at, width, size * 0.7)))
        for child in node:
            walk(child, x, y)

    walk(ET.fromstring(svg.split("?>", 1)[1]), 0, 0)  # noqa: S314
    return found


def overlaps(svg: str) -> list[str]:
    return [f"{a} | {b}" for (a, one), (b, two) in combinations(labels(svg), 2) if not one.clear_of(two, -1)]


def test_no_label_of_the_demo_lies_over_another_and_all_are_inside(demo: Material) -> None:
    for wanted in (Wanted(), Wanted(first=dt.date(2018, 3, 1), last=dt.date(2018, 5, 31))):
        svg = drawing(demo, wanted).svg
        assert overlaps(svg) == []
        width, height = (float(v) for v in svg.split('viewBox="0 0 ')[1].split('"')[0].split())
        for words, box in labels(svg):
            assert box.x - box.width / 2 >= 0 and box.x + box.width / 2 <= width, words
            assert 0 < box.y < height, words


def test_every_agency_and_person_is_in_the_drawing_with_the_key(demo: Material) -> None:
    drawn = drawing(demo, Wanted())
    words = " ".join(text for text, _ in labels(drawn.svg))
    for look in demo.looks:
        if demo.agencies[look.agency_id].stands_for_agency:
            assert f"{look.letters} ·" in words
    for term in ("no record of receipt was found", "cannot tell", "missed, no access, or not seen", "unborn"):
        assert term in words
    for person in demo.records.people:
        assert person.name in drawn.words


def test_a_drawing_of_one_person_has_only_their_lines(demo: Material) -> None:
    child = next(person for person in demo.records.people if person.index_child)
    taken = sum(
        part.person_id == child.person_id and part.seen != "no" and not contact.missed
        for contact in demo.records.contacts
        for part in contact.people
    )
    drawn = drawing(demo, Wanted(person_id=child.person_id))
    assert f"{taken} contacts with {child.name}" in drawn.words
    assert drawn.svg.count("<path") < drawing(demo, Wanted()).svg.count("<path")


def test_undated_things_are_counted_and_left_out_of_a_drawing_of_some_days() -> None:
    picture = invented_family()
    undated = [t for t in (*picture.contacts, *picture.batons) if t.on.earliest is None]
    words = drawing(material_of(picture), Wanted(first=dt.date(2017, 1, 1))).words
    assert f"{len(undated)} contacts and batons of the review have no date and cannot be placed" in words


def test_many_batons_between_two_agencies_become_one_line_with_an_arrow_each_way() -> None:
    svg = drawing(material_of(invented_family(agencies=25, batons=400)), Wanted()).svg
    assert "all batons between two" in svg and "no record of receipt was found" not in svg.split("</desc>")[1]


def test_markup_in_every_text_is_text_in_the_drawing() -> None:
    svg = drawing(material_of(invented_family(hostile=HOSTILE)), Wanted()).svg
    tags = {node.tag.removeprefix(SVG) for node in ET.fromstring(svg.split("?>", 1)[1]).iter()}  # noqa: S314
    assert tags <= {"svg", "title", "desc", "g", "path", "rect", "circle", "text"}
