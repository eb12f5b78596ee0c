"""Text files with labelled lines, and where an entry begins after a gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.registry import ImporterError, import_file
from importers.sheet_limits import MOST_ROWS
from importers.text_entries import dated_paragraphs
from scrgraph.model.entry import Imported


def read(folder: Path, text: str, file: str = "notes.txt") -> Imported:
    (folder / file).write_text(text, encoding="utf-8")
    return import_file(folder / file)


def test_a_blank_line_ends_a_sentence_that_breaks_off(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Mon 27 November 2017  Form found in tray.\nAction: Nothing on file since\n\n"
        "Tues 28 November 2017  Rang the office.\n",
    )
    assert [(str(entry.date), entry.text) for entry in imported.entries] == [
        ("27 November 2017", "Form found in tray."),
        ("28 November 2017", "Rang the office."),
    ]
    assert imported.entries[0].action_text == "Nothing on file since"


@pytest.mark.parametrize(
    ("line", "people", "worker", "action"),
    [
        ("Pupil: Ash Reed", "Ash Reed", "", ""),
        ("Pupil: Ash Reed; unknown male", "Ash Reed; unknown male", "", ""),
        ("Patient: A. REED", "A. REED", "", ""),
        ("Client: Ms Reed", "Ms Reed", "", ""),
        ("Child: Ash", "Ash", "", ""),
        ("Children: Ash and Wren Reed", "Ash and Wren Reed", "", ""),
        ("Service user: mother", "mother", "", ""),
        ("Tenant: Ms Reed; partner", "Ms Reed; partner", "", ""),
        ("Staff: Mr Hale", "", "Mr Hale", ""),
        ("Worker: J Hale (SW)", "", "J Hale (SW)", ""),
        ("Clinician: Dr Hale", "", "Dr Hale", ""),
        ("Action: Letter sent", "", "", "Letter sent"),
        ("Outcome: Letter sent", "", "", "Letter sent"),
    ],
)
def test_a_label_says_whom_by_whom_or_with_what_outcome(
    line: str, people: str, worker: str, action: str, tmp_path: Path
) -> None:
    (entry,) = read(tmp_path, f"12/3/2017 Seen in class.\n{line}\n").entries
    assert (entry.text, entry.people_text, entry.professional_text, entry.action_text) == (
        "Seen in class.", people, worker, action,
    )  # fmt: skip


@pytest.mark.parametrize("line", ["Child: asleep in cot", "Patient: says she is well", "Tenant: not at home"])
def test_what_somebody_did_behind_such_a_word_is_text(line: str, tmp_path: Path) -> None:
    (entry,) = read(tmp_path, f"12/3/2017 Visit.\n{line}\n").entries
    assert (entry.text, entry.people_text) == (f"Visit. {line}", "")


def test_no_lines_are_no_rows() -> None:
    assert dated_paragraphs([]) == []
    assert dated_paragraphs([("", "line 1"), (" ", "line 2")]) == []


def test_more_dated_lines_than_a_chronology_can_have_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImporterError, match=r"notes\.txt has more than 250,000 lines that begin with a date"):
        read(tmp_path, "12/3/17 Seen\n" * (MOST_ROWS + 1))


def test_a_title_of_a_text_says_whose_it_is(tmp_path: Path) -> None:
    lines = "\n\n12/3/2017 Seen in class.\n13/3/2017 Absent.\n"
    named = read(tmp_path, f"Tidebrook Primary School{lines}")
    assert {entry.agency_text for entry in named.entries} == {"Tidebrook Primary School"}
    by_file = read(tmp_path, f"Notes{lines}", "Northmere Housing.txt")
    assert {entry.agency_text for entry in by_file.entries} == {"Northmere Housing"}
