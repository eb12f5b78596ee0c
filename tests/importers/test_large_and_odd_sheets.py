"""Worksheets as programs write them: formulas without a value, a million empty rows, tables of the dataset."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from importers.registry import ImporterError, import_file
from importers.sheet_limits import MOST_ROWS
from scrgraph.model.entry import Imported
from scrgraph.model.vocabulary import Tri

HEADINGS = ["Date", "Details", "Outcome"]


def workbook(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    return packed(book)


def packed(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def changed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with the XML of its first sheet changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name == "xl/worksheets/sheet1.xml" else part)
    return held.getvalue()


def read(folder: Path, data: bytes, file: str) -> Imported:
    (folder / file).write_bytes(data)
    return import_file(folder / file)


def test_a_formula_that_shows_nothing_is_blank_and_one_never_worked_out_is_itself(tmp_path: Path) -> None:
    data = workbook(HEADINGS, ["1/3/2017", "Seen", '=IF(B2="","x","")'], ["2/3/2017", "Rang", "=B2"])
    blank = changed(
        data,
        lambda xml: re.sub(
            rb'<c r="C2"[^>]*>(<f>.*?</f>)<v ?/?>(</v>)?', rb'<c r="C2" t="str">\1<v></v>', xml
        ),
    )
    first, second = read(tmp_path, blank, "log.xlsx").entries
    assert (first.action_text, "Outcome" in first.original) == ("", False)
    assert second.action_text == "=B2"


@pytest.mark.parametrize("rows", [b'<row r="%d"><c r="A%d" s="1"/></row>', b"<row><c s='1'/></row>"])
def test_a_million_formatted_rows_without_a_dimension_are_no_rows(rows: bytes, tmp_path: Path) -> None:
    empty = b"".join(rows % (n, n) if b"%d" in rows else rows for n in range(4, 1_000_001))

    def stretched(xml: bytes) -> bytes:
        return re.sub(rb"<dimension[^>]*/>", b"", xml).replace(b"</sheetData>", empty + b"</sheetData>")

    data = changed(workbook(HEADINGS, ["1/3/2017", "Seen", "None"], ["2/3/2017", "Rang", ""]), stretched)
    imported = read(tmp_path, data, "log.xlsx")
    assert [entry.text for entry in imported.entries] == ["Seen", "Rang"]
    assert imported.rejected == ()


def test_the_tables_of_the_safeguarding_dataset_may_be_sheets_of_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    contacts = book.worksheets[0]
    contacts.title = "ssd_contacts"
    contacts.append(["cont_contact_id", "cont_person_id", "cont_contact_date", "cont_contact_source_code"])
    contacts.append(["C1", "P1", dt.date(2017, 3, 12), "3B"])
    visits = book.create_sheet("ssd_cin_visits")
    visits.append(["cinv_cin_visit_id", "cinv_person_id", "cinv_cin_visit_date", "cinv_cin_visit_seen"])
    visits.append(["V1", "P1", "2017-04-01", "Y"])
    imported = read(tmp_path, packed(book), "export.xlsx")
    assert [(e.place, str(e.date), e.text, e.people_text, e.agency_text) for e in imported.entries] == [
        ("sheet ssd_contacts, row 2", "12 March 2017", "Contact", "P1", "Children's Social Care"),
        (
            "sheet ssd_cin_visits, row 2",
            "1 April 2017",
            "Child in need visit",
            "P1",
            "Children's Social Care",
        ),
    ]
    assert imported.entries[1].child_seen is Tri.YES
    assert imported.entries[0].original["cont_contact_source_code"] == "3B"


def test_a_table_with_more_rows_than_a_chronology_can_have_is_refused(tmp_path: Path) -> None:
    rows = b"Date,Details\n" + b"1/3/2017,Seen\n" * (MOST_ROWS + 1)
    for file in ("log.csv", "log.txt"):
        with pytest.raises(ImporterError, match=r"more than 250,000 rows with something in them"):
            read(tmp_path, rows, file)


def test_bytes_that_are_no_text_are_refused_whatever_the_name_says(tmp_path: Path) -> None:
    for file in ("log.csv", "log.txt"):
        with pytest.raises(ImporterError, match=r"is not a text file"):
            read(tmp_path, b"\x00\x01\x02\xff" * 200, file)


def test_two_sheets_with_one_name_are_told_apart(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("Other")):
        sheet.append(HEADINGS)
        sheet.append(["1/3/2017", "Seen", ""])
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed(book))) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'name="Other"', b'name="Sheet"'))
    imported = read(tmp_path, held.getvalue(), "log.xlsx")
    assert len({entry.entry_id for entry in imported.entries}) == 2
