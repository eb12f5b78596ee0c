"""What must hold of every genogram: nothing overlaps, lines mean what they join, nobody is boxed in wrongly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from genogram_families import (
    LARGE,
    ODD_FAMILIES,
    REMARRIAGE,
    STEP_FAMILY,
    TEN_FAMILIES,
    TWINS,
    TWO_BROTHERS_TWO_SISTERS,
)

from scrgraph.model.review import Review
from scrgraph.store.embedded import EmbeddedStore
from visualisations.drawing.text_width import text_width
from visualisations.drawing.wanted import Wanted
from visualisations.genogram.days import days_of
from visualisations.genogram.drawn import boundaries_on, genogram, shown_on
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.labels import HALF, LABEL_LEFT, LINE
from visualisations.genogram.living import household_looks, stay_days
from visualisations.genogram.picture import drawing, page
from visualisations.genogram.routes import Run
from visualisations.genogram.sheet import Place, Sheet, sheet_of
from visualisations.genogram.showing import Showing
from visualisations.records.material import Material
from visualisations.records.shown import Records

Box = tuple[float, float, float, float]
ALL = {**TEN_FAMILIES, **ODD_FAMILIES}
every_family = pytest.mark.parametrize("records", ALL.values(), ids=ALL.keys())


def material(records: Records) -> Material:
    """A family as the pictures are given it."""
    review = Review(review_id="invented", title=records.title, as_of=dt.date(2015, 9, 1))
    return Material(EmbeddedStore(), review, records)


def days_to_try(records: Records, sheet: Sheet) -> list[dt.date]:
    """The day of the review and every day on which something changes."""
    days = days_of(material(records), sheet.family)
    return [days.on, *(day for day, _ in days.changes)]


def symbol(place: Place) -> Box:
    return place.x - HALF, place.y - HALF, place.x + HALF, place.y + HALF


def label(place: Place) -> Box:
    left, top = place.x + LABEL_LEFT, place.y - HALF
    return left, top, left + place.label.width, top + place.label.lines * LINE


def overlap(a: Box, b: Box, by: float = 0.5) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > by and min(a[3], b[3]) - max(a[1], b[1]) > by


def crosses(run: Run, box: Box) -> bool:
    return any(
        overlap((min(ax, bx) - 0.1, min(ay, by) - 0.1, max(ax, bx) + 0.1, max(ay, by) + 0.1), box, 0.0)
        for (ax, ay), (bx, by) in pairwise(run.points)
        if ax == bx or ay == by
    )


@every_family
def test_no_symbol_or_label_lies_over_another(records: Records) -> None:
    places = sheet_of(records).places.values()
    boxes = [box for place in places for box in (symbol(place), label(place))]
    assert [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b)] == []


@every_family
def test_no_line_runs_through_a_symbol_or_label_it_does_not_belong_to(records: Records) -> None:
    sheet = sheet_of(records)
    for run in sheet.runs:
        for key, place in sheet.places.items():
            assert not crosses(run, label(place)), (run, key)
            if key not in (*run.start, *run.end):
                assert not crosses(run, symbol(place)), (run, key)


@every_family
def test_no_text_lies_over_another_or_over_somebody_elses_symbol_on_any_day(records: Records) -> None:
    sheet, looks = sheet_of(records), household_looks(records)
    days = days_of(material(records), sheet.family)
    for day in days_to_try(records, sheet):
        showing = Showing(day, days.first, days.last, every_day=False)
        texts = list(_texts(genogram(records, sheet, looks, days, showing, False)))
        assert [(a, b) for (a, one), (b, two) in combinations(texts, 2) if overlap(one, two, 2.5)] == []
        for key in shown_on(sheet, day):
            box = symbol(sheet.places[key])
            inside = [words for words, text in texts if overlap(text, box, 2)]
            assert len(inside) <= 1, (day, key, inside)


def _texts(parts: list[object]) -> Iterator[tuple[str, Box]]:
    whole = ElementTree.fromstring(f"<g>{''.join(str(part) for part in parts if part)}</g>")  # noqa: S314
    for found in whole.iter("text"):
        words, size = found.text or "", float(found.get("font-size", 0))
        width = text_width(words, size, found.get("font-weight") == "bold")
        x, y = float(found.get("x", 0)), float(found.get("y", 0))
        x -= width / 2 if found.get("text-anchor") == "middle" else 0
        yield words, (x, y - size * 0.72, x + width, y + size * 0.2)


@every_family
def test_a_child_hangs_under_exactly_the_line_of_its_parents(records: Records) -> None:
    sheet = sheet_of(records)
    row = {key: place.row for key, place in sheet.places.items()}
    couples = {
        frozenset((run.start[0], run.end[0])): run
        for run in sheet.runs
        if run.line is Line.COUPLE and run.track >= 0
    }
    for place, descent in enumerate(sheet.family.descents):
        for child in descent.children if descent.parents else ():
            runs = [
                run for run in sheet.runs if run.of == place and run.line is descent.line and child in run.end
            ]
            if any(row[parent] >= row[child] for parent in descent.parents):
                continue
            assert len(runs) == row[child] - max(row[parent] for parent in descent.parents)
            top = min(runs, key=lambda run: run.points[0][1])
            bottom = max(runs, key=lambda run: run.points[-1][1])
            (x, y), (end_x, end_y) = top.points[0], bottom.points[-1]
            assert abs(end_x - sheet.places[child].x) <= HALF and end_y <= sheet.places[child].y
            couple = couples.get(frozenset(descent.parents))
            if couple:
                ends = sorted((couple.points[1][0], couple.points[2][0]))
                assert ends[0] < x < ends[1] and y == couple.points[1][1]
            else:
                assert any(
                    abs(x - sheet.places[parent].x) <= HALF and y == sheet.places[parent].y
                    for parent in descent.parents
                )


@every_family
def test_every_recorded_tie_is_drawn_once_or_told_by_others(records: Records) -> None:
    family = sheet_of(records).family
    told = [place for couple in family.couples for place in couple.ties]
    told += [place for descent in family.descents for place in descent.ties]
    told += [*family.told_by_others, *family.said_ties]
    recorded = [place for place, tie in enumerate(records.ties) if tie.person_id != tie.to_person_id]
    assert sorted(told) == recorded


@every_family
def test_a_household_boundary_encloses_all_its_members_on_every_day_and_nobody_else(records: Records) -> None:
    sheet, looks = sheet_of(records), household_looks(records)
    stays = stay_days(records, sheet.family.people)
    for day in days_to_try(records, sheet):
        parts, living = boundaries_on(stays, sheet, looks, day)
        shown = shown_on(sheet, day)
        for household in looks:
            own = [part for part in parts if part.household_id == household]
            assert sorted(key for part in own for key in part.members) == sorted(
                living.members(household) & shown
            )
        for part in parts:
            for key in shown:
                place = sheet.places[key]
                around = (
                    min(symbol(place)[0], label(place)[0]),
                    symbol(place)[1],
                    label(place)[2],
                    label(place)[3],
                )
                touched = any(overlap(box, around) for box in part.boxes)
                assert touched == (key in part.members), (day, part.household_id, key)
                if key in part.members:
                    assert any(
                        b[0] < around[0] - 2
                        and around[2] + 2 < b[2]
                        and b[1] < around[1]
                        and around[3] < b[3]
                        for b in part.boxes
                    )
        for one, other in combinations(parts, 2):
            assert not any(overlap(a, b) for a in one.boxes for b in other.boxes)


@pytest.mark.parametrize("records", TEN_FAMILIES.values(), ids=TEN_FAMILIES.keys())
def test_brothers_and_sisters_stand_by_age_and_partners_in_one_row(records: Records) -> None:
    sheet = sheet_of(records)
    for descent in sheet.family.descents:
        if descent.line is Line.BIRTH and descent.children != ("c1", "c3"):  # c1 stands beside his wife
            xs = [sheet.places[child].x for child in descent.children]
            assert xs == sorted(xs)
    for couple in sheet.family.couples:
        assert sheet.places[couple.pair[0]].row == sheet.places[couple.pair[1]].row


@pytest.mark.parametrize("records", TEN_FAMILIES.values(), ids=TEN_FAMILIES.keys())
def test_parents_stand_one_row_above_their_children(records: Records) -> None:
    sheet = sheet_of(records)
    for descent in sheet.family.descents:
        if descent.line in (Line.BIRTH, Line.ADOPTION):
            for parent in descent.parents:
                assert {sheet.places[child].row for child in descent.children} == {
                    sheet.places[parent].row + 1
                }


def test_those_who_remarried_stand_between_their_former_partners() -> None:
    (parents, children) = sheet_of(REMARRIAGE).order
    assert parents in (("cy", "di", "al", "bo"), ("bo", "al", "di", "cy"))
    assert [key for key in children if key in ("ez", "flo")] == ["ez", "flo"]


def test_in_a_step_family_the_couple_of_today_stands_in_the_middle() -> None:
    assert sheet_of(STEP_FAMILY).order[0] in (
        ("ex_man", "mum", "dad", "ex_wife"),
        ("ex_wife", "dad", "mum", "ex_man"),
    )


def test_two_brothers_with_two_sisters_stand_with_their_partners() -> None:
    row = sheet_of(TWO_BROTHERS_TWO_SISTERS).order[1]
    at = {key: place for place, key in enumerate(row)}
    assert abs(at["rob"] - at["sal"]) == 1 and abs(at["roy"] - at["sue"]) == 1


def test_twins_hang_from_one_point_and_others_do_not() -> None:
    sheet = sheet_of(TWINS)
    apex = {run.end[0]: run.points[2] for run in sheet.runs if run.line is Line.BIRTH}
    assert apex["tim"] == apex["tom"] and apex["viv"] == apex["wes"] != apex["tim"]
    assert sheet.family.identical == {("tim", "tom")}


def test_nobody_moves_between_one_day_and_another_and_two_runs_draw_the_same() -> None:
    for records in (LARGE, STEP_FAMILY):
        one, other = material(records), material(records)
        assert page(one) == page(other)
        assert drawing(one, Wanted()) == drawing(other, Wanted())
    early, late = (
        drawing(material(LARGE), Wanted(on=day)).svg for day in (dt.date(2010, 6, 1), dt.date(2015, 9, 1))
    )
    for words in ("A1", "C3", "D5", "E5"):
        assert _at(early, words) == _at(late, words)


def _at(svg: str, words: str) -> tuple[str | None, str | None]:
    whole = ElementTree.fromstring(svg.encode())  # noqa: S314
    found = next(text for text in whole.iter("{http://www.w3.org/2000/svg}text") if text.text == words)
    return found.get("x"), found.get("y")
