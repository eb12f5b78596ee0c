"""What stands outside the tables of a PDF: titles, headers and footers, and text that is kept as rejected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pdf_files import document, lines_of_text, new_page, paragraph, space, table

from importers.registry import ImporterError, import_file
from scrgraph.model.entry import Imported

HEADINGS = ["Date", "Worker", "Details", "Outcome"]
ROWS = [["1/3/2017", "Nurse", "Seen at home", "None"], ["2/3/2017", "Nurse", "Weighed", "None"]]


def read(folder: Path, data: bytes, file: str = "gp.pdf") -> Imported:
    (folder / file).write_bytes(data)
    return import_file(folder / file)


def kept(imported: Imported) -> list[tuple[str, str]]:
    return [(row.place, json.loads(row.original)["(text)"]) for row in imported.rejected]


def test_undated_text_between_and_below_tables_is_rejected_and_not_lost(tmp_path: Path) -> None:
    data = document(
        paragraph("Printed for the panel"),
        table([HEADINGS, *ROWS]),
        space(30),
        paragraph("The nurse was on leave until June."),
        paragraph("Her notes are kept apart."),
        space(30),
        table([HEADINGS, ["4/6/2017", "Nurse", "Seen again", ""]]),
        space(60),
        paragraph("NAR: no access"),
    )
    imported = read(tmp_path, data)
    assert [entry.text for entry in imported.entries] == ["Seen at home", "Weighed", "Seen again"]
    assert [text for _, text in kept(imported)] == [
        "The nurse was on leave until June.\nHer notes are kept apart.",
        "NAR: no access",
    ]
    assert all("stands outside the table and begins with no date" in row.reason for row in imported.rejected)
    assert sum(chronology.rows_read for chronology in imported.chronologies) == 5


def test_headers_footers_and_titles_are_no_rows(tmp_path: Path) -> None:
    parts = [
        paragraph("Harbour Lane Surgery"),
        paragraph("Chronology of consultations"),
        table([HEADINGS, *ROWS]),
    ]
    for day in (4, 5):
        parts += [new_page(), table([HEADINGS, [f"{day}/3/2017", "Nurse", "Seen", ""]])]
    imported = read(tmp_path, document(*parts, footer="Page"))
    assert len(imported.entries) == 4
    assert imported.rejected == ()


def test_a_title_that_stands_on_every_page_says_whose_it_is(tmp_path: Path) -> None:
    parts = []
    for day in (3, 4, 5):
        parts += [
            paragraph("Harbour Lane Surgery"),
            table([HEADINGS, [f"{day}/3/2017", "Nurse", "Seen", ""]]),
        ]
        parts += [new_page()]
    imported = read(tmp_path, document(*parts[:-1], footer="Page"))
    assert {entry.agency_text for entry in imported.entries} == {"Harbour Lane Surgery"}
    assert imported.rejected == ()


def test_a_title_on_every_page_of_dated_lines_says_whose_it_is(tmp_path: Path) -> None:
    pages = [["Harbour Lane Surgery", f"{day} March 2017 - Seen by the nurse"] for day in (3, 4, 5)]
    imported = read(tmp_path, lines_of_text(*pages))
    assert [(str(entry.date), entry.text) for entry in imported.entries] == [
        (f"{day} March 2017", "Seen by the nurse") for day in (3, 4, 5)
    ]
    assert {entry.agency_text for entry in imported.entries} == {"Harbour Lane Surgery"}


def test_streams_without_an_end_inside_one_another_are_refused_at_once(tmp_path: Path) -> None:
    broken = b"%PDF-1.4\n" + b"1 0 obj << /Filter /ASCII85Decode >>\nstream\n" * 60_000
    with pytest.raises(ImporterError, match="is damaged or is not a PDF"):
        read(tmp_path, broken)
