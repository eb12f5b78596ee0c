"""CSV chronologies: the lines of a file in, its entries and rejected rows out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from importers.registry import import_file
from scrgraph.model.entry import Entry, Imported
from scrgraph.model.vocabulary import Detail, Tri

CASES = Path(__file__).parents[2].parent / "shared" / "cases"


def read(
    folder: Path,
    text: str | bytes,
    file: str = "midwifery.csv",
    agency: str = "",
    headings: dict[str, str] | None = None,
) -> Imported:
    """What the importer makes of a file with this content; its counts always add up."""
    path = folder / file
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    imported = import_file(path, agency=agency, headings=headings)
    for chronology in imported.chronologies:
        assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected
    assert sum(chronology.rows_imported for chronology in imported.chronologies) == len(imported.entries)
    assert sum(chronology.rows_rejected for chronology in imported.chronologies) == len(imported.rejected)
    return imported


def only(imported: Imported) -> Entry:
    assert imported.rejected == ()
    (entry,) = imported.entries
    return entry


def test_each_column_becomes_its_field(tmp_path: Path) -> None:
    entry = only(
        read(
            tmp_path,
            "Ref,Date,Agency,Job title,Worker,Who,Event type,Referred to,Referred by,Received,Child seen,"
            "Seen alone,Details,Outcome,Source,Room\n"
            "7,3/6/2017,Midwifery,Midwife,Ann Dale,Baby R,Visit,Health visiting,GP,Y,No,n/k,"
            "Weighed at home,Will ring,Notes p4,Blue\n",
        )
    )
    assert (entry.entry_id, entry.chronology_id, entry.file) == (
        "midwifery.csv#2",
        "midwifery.csv",
        "midwifery.csv",
    )
    assert (entry.place, entry.row) == ("row 2", 2)
    assert str(entry.date) == "3 June 2017"
    assert (entry.agency_text, entry.role_text, entry.professional_text) == (
        "Midwifery",
        "Midwife",
        "Ann Dale",
    )
    assert (entry.people_text, entry.event_text) == ("Baby R", "Visit")
    assert (entry.to_text, entry.from_text) == ("Health visiting", "GP")
    assert (entry.received, entry.child_seen, entry.seen_alone) == (Tri.YES, Tri.NO, Tri.UNKNOWN)
    assert (entry.text, entry.action_text) == ("Weighed at home", "Will ring")
    assert (entry.reference, entry.source_text) == ("7", "Notes p4")
    assert entry.original["Room"] == "Blue"
    assert len(entry.original) == 16


def test_headings_that_are_not_recognised_are_listed_and_their_cells_kept(tmp_path: Path) -> None:
    imported = read(tmp_path, "Date,Details,Mood,Weather\n2017-06-03,Visit,calm,wet\n")
    (chronology,) = imported.chronologies
    assert chronology.headings == {"Date": "date", "Details": "text"}
    assert chronology.unknown_headings == ("Mood", "Weather")
    assert imported.entries[0].original == {
        "Date": "2017-06-03", "Details": "Visit", "Mood": "calm", "Weather": "wet",
    }  # fmt: skip


def test_an_author_can_teach_a_heading(tmp_path: Path) -> None:
    imported = read(tmp_path, "Dato,Details\n2017-06-03,Visit\n", headings={"DATO": "date"})
    assert str(imported.entries[0].date) == "3 June 2017"


def test_title_lines_above_the_headings_are_passed_over_and_blank_rows_are_no_rows(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Chronology of the family,,\nPrepared in June,,\n\nDate,Who,What happened\n,,\n"
        "3/6/2017,Mother,Rang the ward\n\n,,\n4/6/2017,Mother,Rang again\n",
    )
    assert [entry.row for entry in imported.entries] == [6, 9]
    assert imported.chronologies[0].rows_read == 2


def test_the_agency_in_a_title_line_owns_every_row(tmp_path: Path) -> None:
    for title in (
        "Agency: Northfield Midwifery,",
        "Name of agency:,Northfield Midwifery",
        "Agency,Northfield Midwifery",
    ):
        imported = read(tmp_path, f"{title}\nDate,Details\n3/6/2017,Booking visit\n")
        assert imported.chronologies[0].agency_text == "Northfield Midwifery"
        assert imported.chronologies[0].detail is Detail.OWN
        assert imported.entries[0].agency_text == "Northfield Midwifery"


@pytest.mark.parametrize(
    ("rows", "agency", "detail", "expected"),
    [
        ("GP,Seen\nGP,Rang", "", Detail.OWN, "GP"),
        ("GP,Seen\n,Rang", "", Detail.OWN, "GP"),
        ("GP,Seen\nPolice,Rang", "", Detail.COMPOSITE, ""),
        (",Seen\n,Rang", "", Detail.COMPOSITE, ""),
        (",Seen\n,Rang", "Housing", Detail.OWN, "Housing"),
        ("GP,Seen\nPolice,Rang", "Housing", Detail.OWN, "Housing"),
    ],
)
def test_a_chronology_is_an_agencys_own_or_composite(
    tmp_path: Path, rows: str, agency: str, detail: Detail, expected: str
) -> None:
    lines = "\n".join(f"2017-06-0{day},{row}" for day, row in enumerate(rows.splitlines(), start=1))
    imported = read(tmp_path, f"Date,Agency,Details\n{lines}\n", agency=agency)
    (chronology,) = imported.chronologies
    assert (chronology.detail, chronology.agency_text) == (detail, expected)
    assert imported.entries[0].agency_text == (rows.split(",")[0] or expected)


def test_in_the_five_column_form_the_source_is_the_agency(tmp_path: Path) -> None:
    five = "Date,Source,Who,What happened,Action\n3/6/2017,Police,Mother,Call to address,None\n"
    entry = only(read(tmp_path, five))
    assert (entry.agency_text, entry.source_text) == ("Police", "")
    own = only(read(tmp_path, five, agency="Housing"))
    assert (own.agency_text, own.source_text) == ("Housing", "Police")
    both = only(read(tmp_path, "Date,Agency,Source,Details\n3/6/2017,GP,Letter,Seen\n"))
    assert (both.agency_text, both.source_text) == ("GP", "Letter")


def test_further_columns_with_the_same_meaning_are_joined_into_the_text(tmp_path: Path) -> None:
    entry = only(read(tmp_path, "Date,Details,Notes,Name,Patient\n3/6/2017,Seen,Quiet,Baby R,Mother\n"))
    assert entry.people_text == "Baby R"
    assert entry.text == "Seen; Notes: Quiet; Patient: Mother"


def test_the_date_of_the_event_goes_before_the_date_of_the_entry(tmp_path: Path) -> None:
    entry = only(read(tmp_path, "Date of entry,Date of event,Details\n5/6/2017,3/6/2017,Seen\n"))
    assert str(entry.date) == "3 June 2017"
    assert entry.text == "Seen; Date of entry: 5/6/2017"


def test_a_precision_column_widens_the_date(tmp_path: Path) -> None:
    entry = only(read(tmp_path, "date,date_precision,description\n2017-06-03,approx,Seen\n"))
    assert str(entry.date) == "about 3 June 2017"


def test_a_date_that_cannot_be_read_rejects_the_row_and_says_what_to_do(tmp_path: Path) -> None:
    imported = read(tmp_path, "Date,Details\n3/6/2017,Seen\nTues pm,Rang the ward\n")
    (rejected,) = imported.rejected
    assert rejected.reason == (
        "Row 3 of midwifery.csv has no date that can be read ('Tues pm'): it gives a weekday or a time but no "
        "date. It was kept in rejected.csv; give it a date there and import again."
    )
    assert (rejected.file, rejected.place) == ("midwifery.csv", "row 3")
    assert json.loads(rejected.original) == {"Date": "Tues pm", "Details": "Rang the ward"}


def test_a_row_without_a_date_is_imported_undated(tmp_path: Path) -> None:
    entry = only(read(tmp_path, "Date,Details\n,Mother tells her GP of a fall\n"))
    assert not entry.date.known
    assert entry.date.how == "no date was given"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("3/6/2017,,", "Row 2 of midwifery.csv has nothing but a date."),
        (",GP,", "Row 2 of midwifery.csv has nothing that says what happened."),
        ("Date,Agency,Details", "Row 2 of midwifery.csv is a repeat of the headings."),
        ("date ,AGENCY,Details:", "Row 2 of midwifery.csv is a repeat of the headings."),
    ],
)
def test_rows_that_say_nothing_are_counted_and_rejected(tmp_path: Path, row: str, fault: str) -> None:
    imported = read(tmp_path, f"Date,Agency,Details\n{row}\n3/6/2017,GP,Seen\n")
    assert len(imported.entries) == 1
    assert fault in imported.rejected[0].reason


def test_a_dated_row_above_the_headings_is_not_lost(tmp_path: Path) -> None:
    imported = read(tmp_path, "2/6/2017,Rang\nDate,Details\n3/6/2017,Seen\n")
    assert [entry.text for entry in imported.entries] == ["Seen"]
    assert "Row 1 of midwifery.csv stands above the headings" in imported.rejected[0].reason


def test_the_period_covered_leaves_out_dates_wider_than_a_month(tmp_path: Path) -> None:
    imported = read(tmp_path, "Date,Details\n2005,Moved\nMarch 2008,Seen\n5/4/2008,Rang\nlate 2009,Left\n")
    (chronology,) = imported.chronologies
    assert (str(chronology.covers_from), str(chronology.covers_to)) == ("2008-03-01", "2008-04-05")


def test_the_file_is_known_by_its_sum_and_by_the_name_given(tmp_path: Path) -> None:
    text = b"Date,Details\n3/6/2017,Seen\n"
    path = tmp_path / "a.csv"
    path.write_bytes(text)
    told: list[tuple[str, int, int]] = []
    imported = import_file(path, name="sources/a.csv", progress=lambda *step: told.append(step))
    assert imported.chronologies[0].sha256 == hashlib.sha256(text).hexdigest()
    assert imported.entries[0].entry_id == "sources/a.csv#2"
    assert told[-1] == ("reading sources/a.csv", 2, 2)
    assert imported == import_file(path, name="sources/a.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_common_separator_is_found(tmp_path: Path, separator: str) -> None:
    lines = [["Date", "Who", "What happened"], ["3/6/2017", "Mother", "Rang ward"]]
    text = "\n".join(separator.join(line) for line in lines)
    for prefix in ("", f"sep={separator}\n"):
        entry = only(read(tmp_path, prefix + text))
        assert (entry.people_text, entry.text, entry.row) == ("Mother", "Rang ward", 2)
    assert only(read(tmp_path, text, "log.tsv")).text == "Rang ward"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_letters_survive_every_encoding_office_programs_write(tmp_path: Path, encoding: str) -> None:
    text = "Date,Who,Details\n3/6/2017,Zoë Café,cost £5 – “quiet”\n"
    entry = only(read(tmp_path, text.encode(encoding)))
    assert (entry.people_text, entry.text) == ("Zoë Café", "cost £5 – “quiet”")


def test_line_breaks_in_a_cell_become_spaces_and_rows_are_counted_as_excel_counts_them(
    tmp_path: Path,
) -> None:
    imported = read(tmp_path, 'Date,Details\r\n3/6/2017,"Seen\r\nat home,\r\n quiet"\r\n4/6/2017,Rang\r\n')
    assert [(entry.row, entry.text) for entry in imported.entries] == [
        (2, "Seen at home, quiet"),
        (3, "Rang"),
    ]
    assert imported.entries[0].original["Details"] == "Seen\nat home,\n quiet"


def test_headings_over_two_rows_are_read_together(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Date,Child,,What happened\n,Seen,Seen alone,\n3/6/2017,yes,no,Home visit\n4/6/2017,,,Rang\n",
    )
    assert imported.chronologies[0].rows_read == 2
    assert (imported.entries[0].child_seen, imported.entries[0].seen_alone) == (Tri.YES, Tri.NO)


def test_a_row_of_groups_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    imported = read(tmp_path, "When and who,,What,\nDate,Agency,Event type,Details\n3/6/2017,GP,Visit,Seen\n")
    assert only(imported).agency_text == "GP"
    assert imported.entries[0].row == 3


def test_an_undated_row_that_looks_like_headings_is_still_a_row(tmp_path: Path) -> None:
    imported = read(tmp_path, "Date,Who,Event,Details\n,Client,Activity,Came to the desk\n")
    assert only(imported).people_text == "Client"


def test_text_that_looks_like_a_page_or_a_formula_is_kept_word_for_word(tmp_path: Path) -> None:
    script = "<script>alert(1)</script>"
    formula = '=HYPERLINK("http://example.test","x")'
    quoted = formula.replace('"', '""')
    entry = only(read(tmp_path, f'Date,Name,Details\n3/6/2017,"{quoted}",{script}\n'))
    assert (entry.people_text, entry.text) == (formula, script)


def test_cells_beyond_the_headings_are_kept(tmp_path: Path) -> None:
    imported = read(tmp_path, "Date,Details\n3/6/2017,Seen,at home,again\n4/6/2017\n5/6/2017,,only here\n")
    assert imported.entries[0].original == {
        "Date": "3/6/2017", "Details": "Seen", "(extra 1)": "at home", "(extra 2)": "again",
    }  # fmt: skip
    assert imported.entries[1].original["(extra 1)"] == "only here"
    assert "nothing but a date" in imported.rejected[0].reason


def test_two_columns_with_one_heading_are_both_kept(tmp_path: Path) -> None:
    entry = only(read(tmp_path, "Date,Name,Name,,Details\n3/6/2017,Baby R,Mother,blue,Seen\n"))
    assert entry.original == {
        "Date": "3/6/2017", "Name": "Baby R", "Name (2)": "Mother", "(column 4)": "blue", "Details": "Seen",
    }  # fmt: skip


@pytest.mark.skipif(not CASES.is_dir(), reason="the published cases are not beside this checkout")
@pytest.mark.parametrize("case", sorted(path.name for path in CASES.glob("*") if path.is_dir()))
def test_every_row_of_a_published_case_is_imported(case: str) -> None:
    path = CASES / case / "chronology.csv"
    lines = path.read_text(encoding="utf-8").strip().count("\n")
    imported = import_file(path)
    (chronology,) = imported.chronologies
    assert imported.rejected == ()
    assert (chronology.rows_read, chronology.rows_imported, chronology.unknown_headings) == (lines, lines, ())


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-8"])
def test_quotation_marks_and_dashes_survive_windows_and_mac(tmp_path: Path, encoding: str) -> None:
    text = "Date;Details\n3/6/2017;The baby’s cot – “clean”, mother said\n"
    assert only(read(tmp_path, text.encode(encoding))).text == "The baby’s cot – “clean”, mother said"


def test_letters_of_latin_1_are_kept(tmp_path: Path) -> None:
    assert (
        only(read(tmp_path, "Date\tDetails\n3/6/2017\tZoë at café\n".encode("latin-1"))).text == "Zoë at café"
    )


def test_a_stray_byte_of_windows_in_utf8_harms_nothing_else(tmp_path: Path) -> None:
    text = "Date,Details\n3/6/2017,Zoë’s café ".encode() + b"\x96 closed\n"
    assert only(read(tmp_path, text)).text == "Zoë’s café – closed"


def test_headings_over_two_rows_below_a_row_of_groups(tmp_path: Path) -> None:
    text = "When,,What,,\nDate,Time,Details,Child,\n,,,Seen,Seen alone\n3/6/2017,10:00,Call,Yes - asleep,N\n"
    entry = only(read(tmp_path, text))
    assert (entry.text, entry.child_seen, entry.seen_alone) == ("Call", Tri.YES, Tri.NO)


def test_the_authors_comments_are_kept_and_not_read_as_what_happened(tmp_path: Path) -> None:
    text = "Date,Details,Comments/analysis,Good practice?\n3/6/2017,Visited,Should have referred,No\n"
    entry = only(read(tmp_path, text))
    assert entry.text == "Visited"
    assert entry.original["Comments/analysis"] == "Should have referred"
