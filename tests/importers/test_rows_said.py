"""What a row of a sheet says: lines in its cells, rows that say nothing, and whose chronology it is."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from importers.heading_row import Row
from importers.headings import HeadingBook, answer
from importers.registry import import_file
from importers.rows import Sheet, SheetRead, read_sheet
from importers.whose_sheet import with_agency
from scrgraph.model.entry import Imported
from scrgraph.model.vocabulary import Detail, Tri


def sheet_of(*rows: tuple[str, ...], part: str = "sheet", lines_wrap: bool = False) -> SheetRead:
    held = [Row(at, cells) for at, cells in enumerate(rows, start=1)]
    return read_sheet(Sheet("a.xlsx", "a.xlsx", held, part=part, lines_wrap=lines_wrap), HeadingBook())


def read(folder: Path, text: str, file: str = "a.csv") -> Imported:
    (folder / file).write_text(text, encoding="utf-8")
    return import_file(folder / file)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Seen at home\nNo concerns", "Seen at home; No concerns"),
        ("Seen at home.\nNo concerns", "Seen at home. No concerns"),
        ("Present:\nMother\n\nAsh", "Present: Mother; Ash"),
        ("Seen at\nhome, quiet", "Seen at home, quiet"),
        ("Weighed\r\n6.2 kg", "Weighed; 6.2 kg"),
    ],
)
def test_the_lines_of_a_cell_are_statements_of_their_own(cell: str, text: str) -> None:
    (entry,) = sheet_of(("Date", "Details", "Outcome"), ("1/3/2017", cell, cell)).entries
    assert (entry.text, entry.action_text) == (text, text)
    assert entry.original["Details"] == cell.replace("\r\n", "\n")


def test_lines_that_end_where_the_page_does_are_joined() -> None:
    rows = ("Date", "Details"), ("1/3/2017", "Seen by Mrs\nHale at home")
    assert sheet_of(*rows, lines_wrap=True).entries[0].text == "Seen by Mrs Hale at home"


@pytest.mark.parametrize(("part", "told"), [("sheet", "on this sheet"), ("table", "in this table")])
def test_rows_without_headings_are_told_where_they_stand(part: str, told: str) -> None:
    (row,) = sheet_of(("1/3/2017", "Seen"), part=part).rejected
    assert f"no headings were recognised {told}" in row.reason
    assert f"if the {part} belongs to the chronology" in row.reason


def test_a_row_with_nothing_but_a_comment_of_the_author_is_no_entry() -> None:
    read = sheet_of(
        ("Date", "Details", "Analysis"), ("1/3/2017", "", "Good practice"), ("2/3/2017", "Seen", "")
    )
    assert [entry.text for entry in read.entries] == ["Seen"]
    (row,) = read.rejected
    assert "has nothing but a date" in row.reason
    assert json.loads(row.original)["Analysis"] == "Good practice"


@pytest.mark.parametrize(
    ("cell", "means"), [("☒", Tri.YES), ("☑", Tri.YES), ("✔", Tri.YES), ("☐", Tri.NO), ("✗", Tri.NO)]
)
def test_a_check_box_answers(cell: str, means: Tri) -> None:
    assert answer(cell) is means


def test_the_one_agency_that_most_rows_name_is_that_of_the_others(tmp_path: Path) -> None:
    imported = read(tmp_path, "Date,Agency,Details\n1/3/2017,GP,Seen\n2/3/2017,,Rang\n")
    assert [entry.agency_text for entry in imported.entries] == ["GP", "GP"]
    assert imported.chronologies[0].detail is Detail.OWN


def test_the_one_agency_that_few_rows_name_is_not(tmp_path: Path) -> None:
    imported = read(
        tmp_path, "Date,Agency,Details\n1/3/2017,GP,Seen\n2/3/2017,,Rang\n3/3/2017,,Left\n4/3/2017,,In\n"
    )
    assert [entry.agency_text for entry in imported.entries] == ["GP", "", "", ""]
    assert (imported.chronologies[0].agency_text, imported.chronologies[0].detail) == ("", Detail.COMPOSITE)


@pytest.mark.parametrize(
    ("titles", "file", "name", "agency"),
    [
        (["Harbour Lane Surgery"], "gp.xlsx", "Police", "Harbour Lane Surgery"),
        (["For the panel"], "Northmere Police.xlsx", "Housing", "Northmere Police"),
        (["For the panel"], "export 12.xlsx", "Housing", "Housing"),
        (["For the panel"], "export 12.xlsx", "Sheet1", ""),
        (["Combined chronology"], "export.xlsx", "Sheet1", ""),
    ],
)
def test_a_title_goes_before_the_file_and_the_file_before_the_sheet(
    titles: list[str], file: str, name: str, agency: str
) -> None:
    rows = [Row(1, (titles[0],)), Row(2, ("Date", "Details")), Row(3, ("1/3/2017", "Seen"))]
    held, stated = with_agency(rows, HeadingBook(), file, name)
    assert (list(held), stated) == (rows, agency)


def test_a_column_of_agencies_goes_before_any_title() -> None:
    rows = [Row(1, ("Northmere Police",)), Row(2, ("Date", "Agency", "Details"))]
    assert with_agency(rows, HeadingBook(), "police.csv")[1] == ""


def test_a_file_of_text_is_named_by_its_title_and_else_by_its_own_name(tmp_path: Path) -> None:
    rows = "Date,Details\n1/3/2017,Seen\n"
    assert read(tmp_path, rows, "police.csv").entries[0].agency_text == "police"
    assert (
        read(tmp_path, f"Northmere Probation\n{rows}", "police.csv").entries[0].agency_text
        == "Northmere Probation"
    )
    assert read(tmp_path, rows, "export.csv").entries[0].agency_text == ""


def test_the_sheets_of_a_workbook_without_titles_are_named_by_their_names(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("Police", "GP"):
        sheet = book.create_sheet(name)
        sheet.append(["Date", "Details"])
        sheet.append(["1/3/2017", "Seen"])
    book.save(tmp_path / "both.xlsx")
    assert [entry.agency_text for entry in import_file(tmp_path / "both.xlsx").entries] == ["Police", "GP"]


def test_headings_far_down_below_blank_rows_count_too() -> None:
    rows = [*(Row(n, ()) for n in range(1, 500)), Row(500, ("Date", "Agency", "Details"))]
    held, stated = with_agency(rows, HeadingBook(), "police.csv")
    assert (list(held), stated) == (rows, "")
