"""Tables of the Standard Safeguarding Dataset: an authority's export in, entries out, with no work."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from importers.heading_row import Row
from importers.headings import HeadingBook
from importers.registry import ImporterError, import_file
from importers.safeguarding_dataset import Table, as_chronology, list_without_events, specification, table_of
from scrgraph.coding.event_words import event_kind
from scrgraph.model.entry import Entry, Imported
from scrgraph.model.vocabulary import Direction, EventKind, Tri

TABLES = sorted(specification().tables.items())


def read(folder: Path, *rows: dict[str, str], agency: str = "", delimiter: str = ",") -> Imported:
    """What the importer makes of a table with these rows; its counts always add up."""
    path = folder / "export.csv"
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    imported = import_file(path, agency=agency)
    (chronology,) = imported.chronologies
    assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected == len(rows)
    assert (chronology.rows_imported, chronology.rows_rejected) == (
        len(imported.entries),
        len(imported.rejected),
    )
    return imported


def only(imported: Imported) -> Entry:
    assert imported.rejected == ()
    (entry,) = imported.entries
    return entry


def test_a_contact_reached_the_authority_from_its_source(tmp_path: Path) -> None:
    row = {
        "cont_contact_id": "C7",
        "cont_person_id": "P101",
        "cont_contact_date": "2017-03-12 00:00:00.000",
        "cont_contact_source_code": "3B",
        "cont_contact_source_desc": "HEALTH SERVICES - health visitor.",
        "cont_contact_outcome_json": '{"NEW_REFERRAL_FLAG": "N", "NFA_FLAG": "Y", "COMMENTS": "Advice to caller"}',
    }
    imported = read(tmp_path, row)
    entry = only(imported)
    assert (entry.entry_id, entry.place, entry.reference) == ("export.csv#2", "row 2", "C7")
    assert (str(entry.date), entry.people_text, entry.from_text) == (
        "12 March 2017",
        "P101",
        "Health visitor",
    )
    assert event_kind(entry.event_text) == (EventKind.NOTIFICATION, Direction.IN)
    assert (entry.text, entry.action_text) == ("Contact", "no further action; Advice to caller")
    assert entry.original == row
    assert entry.agency_text == "Children's Social Care"
    assert imported.chronologies[0].agency_text == "Children's Social Care"
    assert imported.chronologies[0].unknown_headings == ()


def test_a_referral_with_its_decision_and_closing(tmp_path: Path) -> None:
    entry = only(
        read(
            tmp_path,
            {
                "cine_referral_id": "R1",
                "cine_person_id": "P101",
                "cine_referral_date": "12/03/2017",
                "cine_cin_primary_need_code": "N1",
                "cine_referral_source_code": "6",
                "cine_referral_outcome_json": '{"SINGLE_ASSESSMENT_FLAG": "Y", "NUMBER_OF_OUTCOMES": 1}',
                "cine_referral_nfa": "N",
                "cine_close_reason": "RC8",
                "cine_close_date": "02/05/2017",
                "cine_referral_worker_id": "W3",
            },
        )
    )
    assert event_kind(entry.event_text) == (EventKind.REFERRAL, Direction.IN)
    assert (entry.from_text, entry.professional_text, entry.action_text) == (
        "Police",
        "W3",
        "single assessment",
    )
    assert entry.text == (
        "Referral; closed 2 May 2017; primary need: abuse or neglect (N1); "
        "reason for closing: closed after assessment, no further action (RC8)"
    )


def test_no_further_action_may_stand_in_a_field_of_its_own(tmp_path: Path) -> None:
    row = {"s47e_s47_enquiry_id": "S1", "s47e_s47_start_date": "2017-04-01", "s47e_s47_nfa": "Y"}
    assert only(read(tmp_path, row)).action_text == "no further action"


@pytest.mark.parametrize(
    ("prefix", "seen", "alone", "means"),
    [
        ("cinv_cin", "Y", "N", (Tri.YES, Tri.NO)),
        ("cppv_cp", "N", "N", (Tri.NO, Tri.NO)),
        ("clav_cla", "Y", "Y", (Tri.YES, Tri.YES)),
        ("cppv_cp", "", "NULL", (Tri.UNKNOWN, Tri.UNKNOWN)),
    ],
)
def test_a_visit_says_whether_the_child_was_seen_and_alone(
    tmp_path: Path, prefix: str, seen: str, alone: str, means: tuple[Tri, Tri]
) -> None:
    entry = only(
        read(
            tmp_path,
            {
                f"{prefix}_visit_id": "V1",
                f"{prefix.partition('_')[0]}_person_id": "P101",
                f"{prefix}_visit_date": "2017-04-01",
                f"{prefix}_visit_seen": seen,
                f"{prefix}_visit_seen_alone": alone,
            },
        )
    )
    found = event_kind(entry.event_text)
    assert found and found[0] is EventKind.VISIT
    assert (entry.child_seen, entry.seen_alone, entry.people_text) == (*means, "P101")


def test_an_initial_conference_and_its_due_date(tmp_path: Path) -> None:
    entry = only(
        read(
            tmp_path,
            {
                "icpc_icpc_id": "I1",
                "icpc_person_id": "P101",
                "icpc_icpc_target_date": "2017-04-20",
                "icpc_icpc_date": "2017-04-25",
                "icpc_icpc_outcome_cp_flag": "Y",
                "icpc_icpc_outcome_json": '{"CP_FLAG":"Y"}',
            },
        )
    )
    assert (entry.event_text, str(entry.date)) == ("Initial child protection conference", "25 April 2017")
    assert (
        entry.text
        == "Initial child protection conference; due by 20 April 2017; child protection plan made: Y"
    )
    assert entry.action_text == "child protection plan"


def test_a_cancelled_health_check_is_no_attendance(tmp_path: Path) -> None:
    rows = [
        {
            "clah_health_check_id": "1",
            "clah_health_check_date": "2017-04-01",
            "clah_health_check_status": status,
        }
        for status in ("Completed", "Cancelled", "Refused", "Planned")
    ]
    kinds = [event_kind(entry.event_text) for entry in read(tmp_path, *rows).entries]
    assert [kind and kind[0] for kind in kinds] == [
        EventKind.MEDICAL,
        EventKind.CANCELLED,
        EventKind.MISSED_ATTENDANCE,
        EventKind.OTHER,
    ]


def test_the_first_worker_is_no_change_of_worker(tmp_path: Path) -> None:
    rows = [
        {
            "invo_involvements_id": "1",
            "invo_involvement_start_date": "2017-04-01",
            "invo_worker_change_reason": reason,
        }
        for reason in ("FCONTA", "LEFTRL", "NULL")
    ]
    assert [entry.event_text for entry in read(tmp_path, *rows).entries] == [
        "Note",
        "Change of worker",
        "Note",
    ]


def test_the_author_says_whose_the_export_is(tmp_path: Path) -> None:
    row = {"cinv_person_id": "P1", "cinv_cin_visit_date": "2017-04-01"}
    assert only(read(tmp_path, row, agency="Northmere CSC")).agency_text == "Northmere CSC"


def test_names_with_a_table_before_them_and_in_capitals_are_known(tmp_path: Path) -> None:
    row = {"ssd_cin_visits.CINV_PERSON_ID": "P1", "ssd_cin_visits.CINV_CIN_VISIT_DATE": "2017-04-01"}
    entry = only(read(tmp_path, row, delimiter=";"))
    assert (entry.people_text, entry.original) == ("P1", row)


def test_a_column_that_the_authority_added_is_read_by_its_heading(tmp_path: Path) -> None:
    row = {
        "cinv_person_id": "P1",
        "cinv_cin_visit_date": "2017-04-01",
        "Case notes": "Ella at nursery",
        "Team": "East",
    }
    imported = read(tmp_path, row)
    assert only(imported).text == "Child in need visit; Case notes: Ella at nursery"
    assert imported.chronologies[0].unknown_headings == ("Team",)


def test_a_row_without_a_date_is_kept_and_one_with_a_wrong_date_rejected(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        {"cinv_person_id": "P1", "cinv_cin_visit_date": "NULL"},
        {"cinv_person_id": "P1", "cinv_cin_visit_date": "31/02/2017"},
    )
    assert [str(entry.date) for entry in imported.entries] == ["no date given"]
    assert imported.rejected[0].original == '{"cinv_person_id": "P1", "cinv_cin_visit_date": "31/02/2017"}'


def test_broken_json_is_kept_as_it_is(tmp_path: Path) -> None:
    row = {
        "s47e_person_id": "P1",
        "s47e_s47_start_date": "2017-04-01",
        "s47e_s47_outcome_json": '{"NFA_FLAG": ',
    }
    assert only(read(tmp_path, row)).action_text == '{"NFA_FLAG":'


def test_a_list_of_persons_is_refused_with_what_to_import_instead(tmp_path: Path) -> None:
    with pytest.raises(ImporterError) as refused:
        read(tmp_path, {"pers_person_id": "P1", "pers_dob": "2015-01-01"})
    assert "export.csv is the table ssd_person of the Standard Safeguarding Dataset" in str(refused.value)
    assert "ssd_contacts" in str(refused.value)


@pytest.mark.parametrize(("name", "table"), TABLES, ids=[name for name, _ in TABLES])
def test_every_table_is_known_by_its_fields_and_its_events_by_coding(name: str, table: Table) -> None:
    assert table_of(sorted(table.fields)) is table
    assert table_of([table.date[0], *sorted(table.fields - {table.date[0]})[:1]]) is table
    assert len({field.partition("_")[0] for field in table.fields}) == 1
    assert all(event_kind(word) for word in (table.event, *table.events.values()))
    assert set(table.events) == {value.casefold() for value in table.events}


def test_other_sheets_are_left_as_they_are() -> None:
    rows = [Row(1, ("Date", "Details")), Row(2, ("3/6/2017", "Seen"))]
    assert list(as_chronology(rows, HeadingBook())) == rows
    assert list_without_events(["Date", "Details"]) == ""
    assert table_of(["cinv_person_id", "cinv_cin_visit_id"]) is None
