"""Chronologies in .xls, .xlsb and .ods: the same rows come out as from a workbook of the .xlsx kind."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from xlsb_files import xlsb

from importers.registry import ImporterError, import_file
from scrgraph.model.entry import Imported
from scrgraph.model.vocabulary import Tri

HOUSING = (Path(__file__).parent / "files" / "housing.xls").read_bytes()
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def ods(*tables: str, manifest: str = "", before: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        archive.writestr(
            "content.xml", f"{before}<office:document-content {NAMES}>{body}</office:document-content>"
        )
    return held.getvalue()


def table(*rows: str, name: str = "Log") -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def cell(shown: str, attributes: str = "", kind: str = "string") -> str:
    words = "".join(f"<text:p>{line}</text:p>" for line in shown.split("\n")) if shown else ""
    return f'<table:table-cell office:value-type="{kind}" {attributes}>{words}</table:table-cell>'


def day(written: str, shown: str, attributes: str = "") -> str:
    return cell(shown, f'office:date-value="{written}" {attributes}', "date")


HEADINGS = row(cell("Date"), cell("Ref"), cell("Details"))


def read(folder: Path, data: bytes, file: str) -> Imported:
    """What the importer makes of the file; its counts always add up."""
    path = folder / file
    path.write_bytes(data)
    imported = import_file(path)
    assert sum(chronology.rows_imported for chronology in imported.chronologies) == len(imported.entries)
    assert sum(chronology.rows_rejected for chronology in imported.chronologies) == len(imported.rejected)
    for chronology in imported.chronologies:
        assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected
    return imported


def test_an_old_workbook_is_read_sheet_by_sheet_hidden_ones_too(tmp_path: Path) -> None:
    imported = read(tmp_path, HOUSING, "housing.xls")
    assert [(entry.place, str(entry.date), entry.text) for entry in imported.entries] == [
        ("sheet Log, row 6", "3 June 2017", "Visit to the flat"),
        ("sheet Log, row 7", "3 June 2017", "Rang back"),
        ("sheet Log, row 9", "June 2017", "Rent arrears"),
        ("sheet Log, row 10", "4 July 2017", "Noise complaint"),
        ("sheet Log, row 11", "5 July 2017", "Letter sent"),
        ("sheet Old, row 2", "2 January 2015", "Tenancy began"),
    ]
    first, second, *_ = imported.entries
    assert (first.reference, first.child_seen, first.original["Time"]) == ("4471", Tri.YES, "14:30:00")
    assert (second.reference, "Date" in second.original) == ("12.5", False)
    assert [chronology.sheet for chronology in imported.chronologies] == ["Log", "Old"]
    assert {entry.agency_text for entry in imported.entries[:5]} == {"Housing"}


def test_a_cell_far_outside_the_sheet_is_refused_and_does_not_end_the_program(tmp_path: Path) -> None:
    at = HOUSING.index(struct.pack("<HHHH", 0x27E, 10, 6, 3))
    moved = HOUSING[: at + 4] + struct.pack("<HH", 60_000, 60_000) + HOUSING[at + 8 :]
    with pytest.raises(ImporterError, match="stretches over more than 5,000,000 cells"):
        read(tmp_path, moved, "housing.xls")


def test_an_old_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    start = HOUSING.index(struct.pack("<HHH", 0x809, 16, 0x600)) + 20
    kind, length = struct.unpack_from("<HH", HOUSING, start)
    locked = HOUSING[:start] + struct.pack("<HH", 0x2F, length) + HOUSING[start + 4 :]
    assert kind != 0x2F
    with pytest.raises(ImporterError, match=r"housing\.xls is protected by a password"):
        read(tmp_path, locked, "housing.xls")


def test_an_opendocument_sheet_gives_days_and_what_its_cells_show(tmp_path: Path) -> None:
    note = "<office:annotation><dc:date>2017-01-01</dc:date><text:p>check this</text:p></office:annotation>"
    data = ods(
        table(
            row(cell("Agency: Housing")),
            row(times=2),
            HEADINGS,
            row(
                day("2017-06-03", "03/06/17", 'table:number-rows-spanned="2"'),
                cell("0044", 'office:value="44"', "float"),
                cell("Visit to\nthe<text:s/>flat"),
            ),
            row("<table:covered-table-cell/>", cell(""), cell("Rang back")),
            row(times=10),
            row(
                day("2017-06-01", "June 2017"),
                cell(""),
                cell("Arrears").replace("<text:p>", note + "<text:p>"),
            ),
            row(day("2017-06-01", "1 June 2017"), cell(""), cell("Letter")),
            row(
                day("2017-07-04T09:15:00", "04/07/17 09:15"),
                cell("7.7E+09", 'office:value="7700900123"', "float"),
            ),
            row('<table:table-cell table:number-columns-repeated="1024"/>', times=1_048_000),
        )
    )
    imported = read(tmp_path, data, "housing.ods")
    assert [(entry.row, str(entry.date), entry.reference, entry.text) for entry in imported.entries] == [
        (5, "3 June 2017", "0044", "Visit to the flat"),
        (6, "3 June 2017", "", "Rang back"),
        (17, "June 2017", "", "Arrears"),
        (18, "1 June 2017", "", "Letter"),
    ]
    assert imported.rejected[0].place == "row 19"
    assert "7700900123" in imported.rejected[0].original
    assert imported.chronologies[0].agency_text == "Housing"


def test_deleted_rows_kept_by_the_program_are_not_read(tmp_path: Path) -> None:
    deleted = (
        f"<table:tracked-changes><table:deletion>{cell('gone')}</table:deletion></table:tracked-changes>"
    )
    data = ods(deleted + table(HEADINGS, row(day("2017-06-03", "3 June"), cell(""), cell("Seen"))))
    assert [entry.text for entry in read(tmp_path, data, "a.ods").entries] == ["Seen"]


def test_rows_that_the_file_repeats_are_each_a_row(tmp_path: Path) -> None:
    data = ods(table(HEADINGS, row(day("2017-06-03", "3/6/17"), cell(""), cell("Seen"), times=3)))
    assert [entry.row for entry in read(tmp_path, data, "a.ods").entries] == [2, 3, 4]


LONG = row(day("2017-06-03", "3/6/17"), cell(""), cell("Seen"), times=1_000_000)
WIDE = row(cell("x", 'table:number-columns-repeated="16000"'), times=2000)
BOMB = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (ods(table(HEADINGS, LONG)), "more than 250,000 rows with something in them"),
        (ods(table(HEADINGS, WIDE)), "more than 5,000,000 cells"),
        (ods(table(HEADINGS), before=BOMB), "is damaged or is not a spreadsheet"),
        (ods(manifest="<manifest:encryption-data/>"), "a.ods is protected by a password"),
        (ods(table(HEADINGS)), "has headings but no rows below them"),
        (ods(table()), "a.ods is empty"),
        (ods(table(HEADINGS))[:400], "is damaged or is not a spreadsheet"),
    ],
    ids=["a million rows", "many columns", "entities", "password", "headings only", "empty", "cut"],
)
def test_an_opendocument_file_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(ImporterError) as refused:
        read(tmp_path, data, "a.ods")
    assert words in str(refused.value)


def test_an_archive_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("content.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(501):
            part.write(bytes(1024 * 1024))
    with pytest.raises(ImporterError, match="unpacks to 501 MB, more than the 500 MB that is safe to open"):
        read(tmp_path, held.getvalue(), "bomb.ods")


def test_a_binary_workbook_gives_days_months_and_merged_dates(tmp_path: Path) -> None:
    rows: list[tuple[int, list[str | tuple[float, int]]]] = [
        (3, ["Date", "Ref", "Details"]),
        (4, [(42889.0, 1), (4471.0, 0), "Visit"]),
        (5, ["", "", "Rang back"]),
        (9, [(42887.0, 2), "", "Arrears"]),
    ]
    imported = read(tmp_path, xlsb(rows, merged=(3, 4, 0)), "housing.xlsb")
    assert [(entry.row, str(entry.date), entry.reference, entry.text) for entry in imported.entries] == [
        (4, "3 June 2017", "4471", "Visit"),
        (5, "3 June 2017", "", "Rang back"),
        (9, "June 2017", "", "Arrears"),
    ]


def test_a_binary_workbook_that_stretches_too_far_is_refused(tmp_path: Path) -> None:
    rows: list[tuple[int, list[str | tuple[float, int]]]] = [
        (1, ["Date", "Details"]),
        (1_048_576, ["x"] * 100),
    ]
    with pytest.raises(ImporterError, match="more than 5,000,000 cells"):
        read(tmp_path, xlsb(rows), "housing.xlsb")
