"""Excel chronologies: workbooks made here, read back as entries and rejected rows."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from importers.registry import ImporterError, import_file
from scrgraph.model.entry import Imported
from scrgraph.model.vocabulary import Detail, Tri


def sheet_of(book: Workbook, title: str, rows: list[list[Any]]) -> Any:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    return sheet


def one_sheet(rows: list[list[Any]]) -> tuple[Workbook, Any]:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book, sheet_of(book, "Log", rows)


def read(folder: Path, book: Workbook, file: str = "police.xlsx") -> Imported:
    """What the importer makes of the workbook; its counts always add up."""
    path = folder / file
    book.save(path)
    imported = import_file(path)
    for chronology in imported.chronologies:
        assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected
    assert sum(chronology.rows_imported for chronology in imported.chronologies) == len(imported.entries)
    assert sum(chronology.rows_rejected for chronology in imported.chronologies) == len(imported.rejected)
    return imported


@pytest.mark.parametrize("file", ["police.xlsx", "police.xlsm", "POLICE.XLSX"])
def test_rows_of_a_workbook_become_entries(tmp_path: Path, file: str) -> None:
    book, _ = one_sheet(
        [
            ["Police chronology"],
            ["Agency: Police"],
            [],
            ["Date", "Incident no", "Who", "Child seen", "Details"],
            [dt.datetime(2017, 6, 3, 14, 30), 4471, "Mother", True, "Call to\nthe address"],  # noqa: DTZ001
            ["4/6/2017", 4472.0, "Mother", "No", 12.5],
        ]
    )
    imported = read(tmp_path, book, file)
    first, second = imported.entries
    assert (first.entry_id, first.place, first.row) == (f"{file}#5", "row 5", 5)
    assert (str(first.date), first.date.written) == ("3 June 2017", "2017-06-03 14:30:00")
    assert (first.reference, first.child_seen, first.text) == ("4471", Tri.YES, "Call to the address")
    assert (second.reference, second.child_seen, second.text) == ("4472", Tri.NO, "12.5")
    (chronology,) = imported.chronologies
    assert (chronology.chronology_id, chronology.sheet) == (file, "Log")
    assert (chronology.agency_text, chronology.detail) == ("Police", Detail.OWN)


def test_a_cell_that_shows_only_month_and_year_is_that_month(tmp_path: Path) -> None:
    book, sheet = one_sheet([["Date", "Details"]] + [[dt.date(2017, 6, day), "Seen"] for day in (1, 1, 14)])
    for row, shown in ((2, "mmm-yy"), (3, '[$-809]dd" d "mmmm yyyy'), (4, "mmm-yy")):
        sheet.cell(row, 1).number_format = shown
    year = dt.date(2017, 1, 1)
    sheet.append([year, "Seen"])
    sheet.cell(5, 1).number_format = "yyyy"
    dates = [str(entry.date) for entry in read(tmp_path, book).entries]
    assert dates == ["June 2017", "1 June 2017", "14 June 2017", "2017"]


def test_every_sheet_with_headings_is_read_and_the_rows_of_others_are_accounted_for(tmp_path: Path) -> None:
    book, _ = one_sheet([["Date", "Details"], ["3/6/2017", "Seen"]])
    sheet_of(book, "Lists", [["Yes"], [], ["No"]])
    sheet_of(book, "Later", [["Date", "Details"], ["3/7/2017", "Rang"]])
    sheet_of(book, "Empty", [])
    imported = read(tmp_path, book)
    assert [(entry.entry_id, entry.place) for entry in imported.entries] == [
        ("police.xlsx/Log#2", "sheet Log, row 2"),
        ("police.xlsx/Later#2", "sheet Later, row 2"),
    ]
    assert [row.place for row in imported.rejected] == ["sheet Lists, row 1", "sheet Lists, row 3"]
    assert "no headings were recognised on this sheet" in imported.rejected[0].reason
    assert [chronology.sheet for chronology in imported.chronologies] == ["Log", "Lists", "Later"]


def test_empty_sheets_beside_the_only_one_do_not_change_its_ids(tmp_path: Path) -> None:
    book, _ = one_sheet([["Date", "Details"], ["3/6/2017", "Seen"]])
    sheet_of(book, "Sheet2", [])
    (entry,) = read(tmp_path, book).entries
    assert (entry.entry_id, entry.place) == ("police.xlsx#2", "sheet Log, row 2")


def test_merged_date_and_agency_cells_serve_all_their_rows_and_empty_ones_stay_empty(tmp_path: Path) -> None:
    book, sheet = one_sheet(
        [
            ["Date", "Agency", "Details"],
            ["3/6/2017", "GP", "Seen"],
            [None, None, "Rang back"],
            [None, None, "Letter sent"],
            [None, "Police", "Undated call"],
        ]
    )
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("B2:B3")
    entries = read(tmp_path, book).entries
    assert [str(entry.date) for entry in entries] == ["3 June 2017"] * 3 + ["no date given"]
    assert [entry.agency_text for entry in entries] == ["GP", "GP", "", "Police"]
    assert "Date" not in entries[1].original


def test_a_row_merged_throughout_is_one_row(tmp_path: Path) -> None:
    book, sheet = one_sheet([["Date", "Details"], ["3/6/2017", "Seen"], [None, None], ["4/6/2017", "Rang"]])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")
    imported = read(tmp_path, book)
    assert [entry.row for entry in imported.entries] == [2, 4]
    assert imported.rejected == ()


def test_headings_merged_over_two_rows_are_read_together(tmp_path: Path) -> None:
    book, sheet = one_sheet(
        [
            ["Date", "Contact", None, None, "What happened"],
            [None, "Agency", "Child seen", "Seen alone", None],
            ["3/6/2017", "GP", "yes", "no", "Examined"],
        ]
    )
    for merged in ("A1:A2", "B1:D1", "E1:E2"):
        sheet.merge_cells(merged)
    (entry,) = read(tmp_path, book).entries
    assert (entry.agency_text, entry.child_seen, entry.seen_alone) == ("GP", Tri.YES, Tri.NO)
    assert entry.text == "Examined"


def test_formulas_and_markup_are_kept_word_for_word(tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://example.test","Baby R")'
    book, _ = one_sheet([["Date", "Name", "Details"], ["3/6/2017", formula, "<script>alert(1)</script>"]])
    (entry,) = read(tmp_path, book).entries
    assert (entry.people_text, entry.text) == (formula, "<script>alert(1)</script>")


def test_a_formula_gives_the_value_excel_last_showed(tmp_path: Path) -> None:
    book, _ = one_sheet(
        [["Date", "Name", "Details"], ["3/6/2017", "=B9", "Seen"], ["4/6/2017", "=B10", "Rang"]]
    )
    path = tmp_path / "made.xlsx"
    book.save(path)
    shown = tmp_path / "shown.xlsx"
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(shown, "w") as copy:
        for name in made.namelist():
            part = made.read(name)
            if name == "xl/worksheets/sheet1.xml":
                cell = re.compile(rb'<c r="B2"[^>]*><f>B9</f><v ?/?>(</v>)?</c>')
                part, count = cell.subn(b'<c r="B2" t="str"><f>B9</f><v>Baby R</v></c>', part)
                assert count == 1
            copy.writestr(name, part)
    assert [entry.people_text for entry in import_file(shown).entries] == ["Baby R", "=B10"]


def test_dates_excel_could_not_keep_are_rejected_with_the_reason(tmp_path: Path) -> None:
    book, _ = one_sheet(
        [
            ["Date", "Details"],
            ["3/6/20008", "Seen"],
            [42889, "Rang"],
            ["#REF!", "Left"],
            ["3/6/2017", "Moved"],
        ]
    )
    imported = read(tmp_path, book)
    reasons = [row.reason for row in imported.rejected]
    assert (
        "Row 2 of police.xlsx has no date that can be read ('3/6/20008'): the year 20008 cannot" in reasons[0]
    )
    assert "Excel's number for a day" in reasons[1]
    assert "('#REF!')" in reasons[2]
    assert len(imported.entries) == 1


def test_rows_that_begin_below_the_top_keep_their_numbers(tmp_path: Path) -> None:
    book, sheet = one_sheet([])
    for column, (heading, cell) in enumerate((("Date", "3/6/2017"), ("Details", "Seen")), start=3):
        sheet.cell(10, column, heading)
        sheet.cell(12, column, cell)
    (entry,) = read(tmp_path, book).entries
    assert (entry.row, entry.text) == (12, "Seen")


def test_a_workbook_with_a_wrong_suffix_is_still_read(tmp_path: Path) -> None:
    book, _ = one_sheet([["Date", "Details"], ["3/6/2017", "Seen"]])
    (entry,) = read(tmp_path, book, "police.csv").entries
    assert entry.text == "Seen"


def test_rows_that_are_formatted_and_empty_are_no_rows(tmp_path: Path) -> None:
    book, sheet = one_sheet([["Date", "Details"], ["3/6/2017", "Seen"]])
    for row in range(3, 60_000):
        sheet.cell(row, 1).number_format = "dd/mm/yyyy"
    imported = read(tmp_path, book)
    assert ([entry.row for entry in imported.entries], imported.rejected) == ([2], ())


def test_hidden_rows_and_sheets_are_read_and_comments_are_not(tmp_path: Path) -> None:
    book, sheet = one_sheet([["Date", "Details"], ["3/6/2017", "Seen"], ["4/6/2017", "Rang"]])
    sheet.row_dimensions[3].hidden = True
    sheet.auto_filter.ref = "A1:B3"
    sheet.protection.sheet = True
    sheet.cell(2, 2).comment = Comment("ask the midwife", "A worker")
    sheet_of(book, "Earlier", [["Date", "Details"], ["3/6/2015", "Booked"]]).sheet_state = "hidden"
    assert [entry.text for entry in read(tmp_path, book).entries] == ["Seen", "Rang", "Booked"]


def test_a_row_far_below_what_a_sheet_can_have_is_refused(tmp_path: Path) -> None:
    book, _ = one_sheet([["Date", "Details"], ["3/6/2017", "Seen"]])
    book.save(tmp_path / "made.xlsx")
    with zipfile.ZipFile(tmp_path / "made.xlsx") as made, zipfile.ZipFile(tmp_path / "far.xlsx", "w") as copy:
        for name in made.namelist():
            part = made.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(b'<row r="2"', b'<row r="9000000"').replace(b'r="A2"', b'r="A9000000"')
                part = part.replace(b'r="B2"', b'r="B9000000"')
            copy.writestr(name, part)
    with pytest.raises(ImporterError, match=r"far\.xlsx has more than 250,000 rows"):
        import_file(tmp_path / "far.xlsx")


def test_the_name_of_a_sheet_or_its_title_says_whose_it_is(tmp_path: Path) -> None:
    book, _ = one_sheet([["Northmere Housing chronology"], ["Date", "Details"], ["3/6/2017", "Seen"]])
    sheet_of(book, "Police", [["Date", "Details"], ["3/7/2017", "Call"]])
    imported = read(tmp_path, book, "records.xlsx")
    assert [entry.agency_text for entry in imported.entries] == ["Northmere Housing", "Police"]
