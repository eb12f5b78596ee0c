"""The ten files of the demonstration, as their agencies send them: every cell of every row arrives where it belongs."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "cases" / "demo_as_sent"))

from make_demo_sources import MADE, SourceFile, as_sent, made, source_files

from importers.registry import import_file
from scrgraph.model.entry import Imported
from scrgraph.temporal.read_date import read_date

FILES = {source.name: source for source in source_files()}
WORKER = ("Clinician", "HV", "Seen by", "Officer", "Midwife", "Offender manager", "Staff", "Worker")
PERSON = ("Patient", "Client", "Tenant", "Woman / baby", "Persons", "Person", "Pupil", "Family member(s)")
TEXT = (
    "Consultation / correspondence", "Narrative", "Clinical notes and correspondence", "Record", "Progress note",
    "What happened", "Report", "Contact notes", "Entry", "Contact / event",
)  # fmt: skip
ACTION = (
    "Follow up",
    "Outcome",
    "What was done",
    "Plan",
    "Result",
    "Next steps",
    "Action",
    "Action / outcome",
)
REFERENCE = ("Ref", "Log no")
AGENCIES = {
    "social_care": "Northmere Children's Social Care",
    "police": "police",
    "gp": "Harbour Lane Surgery",
    "midwifery": "Northmere Midwifery Service",
    "health_visiting": "Northmere Health Visiting",
    "hospital": "Northmere General Hospital",
    "school": "Tidewell Primary School",
    "housing": "Northmere Housing",
    "probation": "probation",
    "mental_health": "Northmere Adult Mental Health",
}


def imported(source: SourceFile, folder: Path) -> Imported:
    path = folder / source.file
    path.write_bytes(made(source))
    return import_file(path)


def sent(source: SourceFile) -> list[tuple[str, ...]]:
    """Date, worker, person, text, action and reference of each row, as the table has them."""
    table = as_sent(source.name)
    years = {start: year for year, start in source.years.items()}
    year, rows = None, []
    for coded, cells in zip(table.coded, table.rows, strict=True):
        year = int(years[coded]) if coded in years else year
        row = dict(zip(table.columns, cells, strict=True))
        day = read_date(
            cells[[("date" in name.casefold()) for name in table.columns].index(True)], default_year=year
        )
        told = [str((day.earliest, day.latest))]
        for names in (WORKER, PERSON, TEXT, ACTION, REFERENCE):
            told.append(next((" ".join(cell.split()) for name, cell in row.items() if name in names), ""))
        assert len(set(row) - {*WORKER, *PERSON, *TEXT, *ACTION, *REFERENCE}) == 1
        rows.append(tuple(told))
    return rows


def got(read: Imported) -> list[tuple[str, ...]]:
    """The same of each entry."""
    return [
        (
            str((entry.date.earliest, entry.date.latest)),
            entry.professional_text,
            entry.people_text,
            entry.text,
            entry.action_text,
            entry.reference,
        )
        for entry in read.entries
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_cell_of_every_row_arrives_where_it_belongs(name: str, tmp_path: Path) -> None:
    read = imported(FILES[name], tmp_path)
    assert got(read) == sent(FILES[name])
    assert {entry.agency_text for entry in read.entries} == {AGENCIES[name]}
    assert not [entry.place for entry in read.entries if not entry.date.known]


def test_there_are_277_rows_and_only_lines_that_are_no_entries_are_rejected(tmp_path: Path) -> None:
    files = {name: imported(source, tmp_path) for name, source in FILES.items()}
    assert sum(len(read.entries) for read in files.values()) == 277
    why = {
        "social_care": ["is a repeat of the headings"] * 3,
        "health_visiting": ["is a line that dates the rows below it"] * 3
        + ["is in a table that is not of the chronology"] * 3,
    }
    for name, read in files.items():
        expected = why.get(name, [])
        assert len(read.rejected) == len(expected), [row.reason for row in read.rejected]
        assert all(words in row.reason for words, row in zip(expected, read.rejected, strict=True))


def test_no_file_was_saved_before_its_last_entry(tmp_path: Path) -> None:
    last = max(
        entry.date.latest
        for source in FILES.values()
        for entry in imported(source, tmp_path).entries
        if entry.date.latest
    )
    assert date(2019, 3, 1) <= last < MADE.date()
    told = {
        chronology.made_on
        for source in FILES.values()
        if source.form in ("word", "workbook")
        for chronology in imported(source, tmp_path).chronologies
    }
    assert told == {MADE.date()}
