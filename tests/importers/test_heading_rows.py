"""Headings over several rows, with hints how to fill them in, and columns that tell what happened under other names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from importers.heading_row import HeadingRow, Row, find_heading_row
from importers.headings import Field, HeadingBook, is_hint


def found(*rows: Sequence[str]) -> HeadingRow:
    heading = find_heading_row([Row(at, tuple(cells)) for at, cells in enumerate(rows, 1)], HeadingBook())
    assert heading is not None
    return heading


def fields(*rows: Sequence[str]) -> dict[str, tuple[int, ...]]:
    return {str(name): columns for name, columns in found(*rows).columns.fields.items()}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Report", "text"),
        ("Consultation / correspondence", "text"),
        ("Progress note", "text"),
        ("Progress note(s)", "text"),
        ("What happened", "text"),
        ("Record", "text"),
        ("Woman / baby", "people"),
        ("Woman", "people"),
        ("Persons", "people"),
        ("HV", "professional"),
        ("Offender manager", "professional"),
        ("Midwife", "professional"),
        ("Clinician", "professional"),
        ("Social worker", "professional"),
        ("Key worker", "professional"),
        ("Seen by", "professional"),
    ],
)
def test_a_heading_of_one_agency(heading: str, field: Field) -> None:
    assert HeadingBook().field_of(heading) == field


@pytest.mark.parametrize("heading", ["Contact / event", "Event / contact", "Contact or event"])
def test_contact_or_event_is_the_text_where_no_other_column_is(heading: str) -> None:
    assert fields(["Date", heading, "Outcome"]) == {"date": (0,), "text": (1,), "action": (2,)}
    assert fields(["Date", heading, "Details"]) == {"date": (0,), "event": (1,), "text": (2,)}


def test_a_kind_of_event_that_tells_a_story_is_the_text() -> None:
    told = "Home visit with the midwife, baby asleep in the cot, mother tired but well."
    assert fields(["Date", "Event"], ["1/3/17", told], ["2/3/17", told])["text"] == (1,)
    assert fields(["Date", "Event"], ["1/3/17", "Home visit"], ["2/3/17", "Phone call"])["event"] == (1,)
    assert fields(["Date", "Event", "Details"], ["1/3/17", told, ""])["event"] == (1,)


@pytest.mark.parametrize(
    "cell",
    [
        "dd/mm/yy",
        "(dd/mm/yyyy)",
        "initials only",
        "free text",
        "Y/N",
        "e.g. 12/3/07",
        "e.g. " + "Home visit, all seen. " * 12,
    ],
)
def test_a_cell_that_says_how_to_fill_in_the_column(cell: str) -> None:
    assert is_hint(cell)


@pytest.mark.parametrize("cell", ["", "Y", "12/3/07", "Egg allergy", "Initial visit"])
def test_a_cell_that_says_something_is_no_hint(cell: str) -> None:
    assert not is_hint(cell)


def test_a_row_of_hints_is_part_of_the_headings() -> None:
    heading = found(
        ["Northmere Midwifery"],
        ["Date", "Worker", "Child seen", "Details"],
        ["dd/mm/yy", "initials only", "Y/N", "free text"],
        ["1/3/17", "JH", "Y", "Seen"],
    )
    assert (heading.heading_at, heading.data_from, heading.stray) == (1, 3, ())
    assert heading.columns.names == ("Date", "Worker", "Child seen", "Details")


def test_three_rows_groups_headings_and_hints() -> None:
    heading = found(
        ["Contact", "", "", "Record", ""],
        ["Date of contact", "Midwife", "Woman / baby", "What happened", "Plan"],
        ["dd/mm/yy", "initials only", "", "free text", ""],
        ["1/3/17", "JH", "Ms Reed", "Booked", "None"],
    )
    assert (heading.data_from, heading.columns.names[3]) == (3, "What happened")


def test_three_rows_groups_headings_and_their_parts() -> None:
    rows = [
        ["Contact", "", "", "Record"],
        ["Date", "Child", "", "Details"],
        ["dd/mm/yy", "Seen", "Seen alone", "free text"],
        ["1/3/17", "Y", "N", "Visit"],
    ]
    assert found(*rows).data_from == 3
    assert fields(*rows) == {"date": (0,), "child_seen": (1,), "seen_alone": (2,), "text": (3,)}


def test_many_columns_with_one_heading_have_names_of_their_own() -> None:
    names = HeadingBook().columns(["Date", *["x"] * 20_000, "x (2)"]).names
    assert len(set(names)) == 20_002
    assert names[1:4] == ("x", "x (2)", "x (3)")
