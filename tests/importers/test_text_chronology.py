"""Plain and pasted text: the lines of a file in, its entries out."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.registry import ImporterError, import_file
from importers.text_entries import dated_paragraphs
from scrgraph.model.entry import Entry, Imported
from scrgraph.model.vocabulary import Tri


def read(folder: Path, text: str | bytes, agency: str = "") -> Imported:
    """What the importer makes of a text file; its counts always add up."""
    path = folder / "notes.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    imported = import_file(path, agency=agency)
    for chronology in imported.chronologies:
        assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected
    assert sum(chronology.rows_imported for chronology in imported.chronologies) == len(imported.entries)
    assert sum(chronology.rows_rejected for chronology in imported.chronologies) == len(imported.rejected)
    return imported


def told(imported: Imported) -> list[tuple[str, str]]:
    """Date and words of every entry, none of them rejected."""
    assert imported.rejected == ()
    return [(str(entry.date), entry.text) for entry in imported.entries]


def only(imported: Imported) -> Entry:
    assert imported.rejected == ()
    (entry,) = imported.entries
    return entry


@pytest.mark.parametrize(
    ("line", "date", "text"),
    [
        ("12.3.07 HV visited at home", "12 March 2007", "HV visited at home"),
        ("Sun 3/6/07 - no access", "3 June 2007", "no access"),
        ("Sunday 3rd June 2007, no access", "3 June 2007", "no access"),
        ("14 March 2008: weighed in clinic", "14 March 2008", "weighed in clinic"),
        ("[12/03/2007 14:32] rang duty", "12 March 2007", "rang duty"),
        ("(12/3/07) rang duty", "12 March 2007", "rang duty"),
        ("12/3/07 at 2.30pm Rang duty", "12 March 2007", "Rang duty"),
        ("2007-03-12\trang duty", "12 March 2007", "rang duty"),
        ("• 12 May 2008  HV rang", "12 May 2008", "HV rang"),
        ("- 12 May 2008 – HV rang", "12 May 2008", "HV rang"),
        ("3. 12/5/08 HV rang", "12 May 2008", "HV rang"),
        ("**12/5/08** HV rang", "12 May 2008", "HV rang"),
        ("12th May 2008. HV rang", "12 May 2008", "HV rang"),
        ("12May08 HV rang", "12 May 2008", "HV rang"),
        ("March 2008: several calls", "March 2008", "several calls"),
        ("March 2008 Mother moved out", "March 2008", "Mother moved out"),
        ("2007 - booked late", "2007", "booked late"),
    ],
)
def test_an_entry_begins_with_a_date(tmp_path: Path, line: str, date: str, text: str) -> None:
    assert told(read(tmp_path, f"Health visiting notes\n{line}\n")) == [(date, text)]


@pytest.mark.parametrize(
    "line",
    [
        "and seen again on 14 March 2008 in clinic",
        "14 days later the form came back",
        "2 weeks old, feeding well",
        "3 of the children were at school",
        "10.30 arrived, nobody in",
        "28/40 by scan",
        "120/80 blood pressure",
        "2008 was said to have been hard for her",
        "May have moved to her mother's",
        "12 or more empty bottles",
        "0121 496 0000 is the number she gave",
        "1. Weigh again",
        "1/52 to be seen again",
        "5.2 kg on the 9th centile",
        "12-14 hours of sleep",
    ],
)
def test_a_line_that_begins_with_no_date_goes_on_from_the_entry_above(tmp_path: Path, line: str) -> None:
    entry = only(read(tmp_path, f"12.3.07 HV visited.\n{line}\n"))
    assert entry.text == f"HV visited. {line}"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("12.3.07 Weighed, last seen on", "14.2.07 in clinic"),
        ("12.3.07 Mother said she had been well since", "14 February 2007 and was eating"),
        ("12.3.07 Seen by GP after a fall", "14.2.07 and again in A&E"),
        ("12.3.07 Baby born", "14.2.07 at term"),
    ],
)
def test_a_date_in_a_sentence_that_runs_over_the_line_begins_nothing(
    tmp_path: Path, above: str, below: str
) -> None:
    entry = only(read(tmp_path, f"{above}\n{below}\n"))
    assert entry.text == f"{above.removeprefix('12.3.07 ')} {below}"


def test_the_entry_keeps_its_lines_word_for_word(tmp_path: Path) -> None:
    entry = only(read(tmp_path, "Midwifery\n\n12.3.07 -  HV visited;\n   baby asleep\n\n   in cot\n"))
    assert (entry.entry_id, entry.place, entry.row) == ("notes.txt#3", "line 3", 3)
    assert entry.text == "HV visited; baby asleep in cot"
    assert entry.original == {"Entry": "12.3.07 -  HV visited;\n   baby asleep\n   in cot"}


def test_a_title_line_names_the_agency(tmp_path: Path) -> None:
    imported = read(tmp_path, "Chronology\nAgency: Midwifery\nPrepared by: J. Roe\n12.3.07 Booked\n")
    assert [entry.agency_text for entry in imported.entries] == ["Midwifery"]
    assert imported.chronologies[0].agency_text == "Midwifery"


def test_many_title_lines_hide_neither_the_agency_nor_the_entries(tmp_path: Path) -> None:
    above = "".join(f"Background, part {number}\n" for number in range(1, 40))
    imported = read(tmp_path, f"{above}Agency: Midwifery\n12.3.07 Booked\n")
    assert [(entry.agency_text, entry.text) for entry in imported.entries] == [("Midwifery", "Booked")]


def test_an_agency_between_dated_lines_is_the_agency_of_those_below(tmp_path: Path) -> None:
    imported = read(
        tmp_path, "Agency: Police\n1.3.07 Call out\n2.3.07 Arrest\n\nAgency: Housing\n4.3.07 Rent letter\n"
    )
    assert [entry.agency_text for entry in imported.entries] == ["Police", "Police", "Housing"]
    assert imported.entries[2].original == {"Agency": "Housing", "Entry": "4.3.07 Rent letter"}


def test_a_month_or_year_on_its_own_line_dates_the_days_below(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "2008\nMarch\n12th – weighed\n13 - rang\nTues 18th: no access\nApril\n2nd: seen\n2009\n15/3: moved\n",
    )
    assert told(imported) == [
        ("12 March 2008", "weighed"),
        ("13 March 2008", "rang"),
        ("18 March 2008", "no access"),
        ("2 April 2008", "seen"),
        ("15 March 2009", "moved"),
    ]
    assert imported.entries[3].original == {"Year": "2008", "Month": "April", "Entry": "2nd: seen"}


def test_a_month_on_its_own_line_is_the_date_of_the_text_below_it(tmp_path: Path) -> None:
    assert told(read(tmp_path, "March 2008\nSeveral calls from school.\n14 May 2008\nClosed.\n")) == [
        ("March 2008", "Several calls from school."),
        ("14 May 2008", "Closed."),
    ]


def test_a_day_without_a_month_above_begins_nothing(tmp_path: Path) -> None:
    assert (
        only(read(tmp_path, "12.3.07 Rang.\n12th – wedding of aunt\n")).text == "Rang. 12th – wedding of aunt"
    )


def test_blocks_of_labelled_lines_are_entries(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Chronology of contacts\n\nDate: 12/3/07\nAgency: Police\nWorker: PC Dale\nEvent: Domestic incident\n"
        "Details: Shouting heard.\nNobody hurt.\nOutcome: NFA\nChild seen: Yes - asleep\n\n"
        "Date: 14/3/07\nAgency: Housing\nEvent: Letter\nDetails: Rent arrears\n",
    )
    first, second = imported.entries
    assert (str(first.date), first.agency_text, first.professional_text) == (
        "12 March 2007",
        "Police",
        "PC Dale",
    )
    assert (first.event_text, first.text, first.action_text) == (
        "Domestic incident",
        "Shouting heard. Nobody hurt.",
        "NFA",
    )
    assert first.child_seen is Tri.YES
    assert (str(second.date), second.agency_text, second.text) == ("14 March 2007", "Housing", "Rent arrears")


def test_blocks_may_begin_with_another_label_than_the_date(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Agency: Police\nDate: 12/3/07\nDetails: Call out\n\nAgency: Housing\nDate: 14/3/07\nDetails: Letter\n",
    )
    assert [(entry.agency_text, entry.text) for entry in imported.entries] == [
        ("Police", "Call out"),
        ("Housing", "Letter"),
    ]


def test_several_labels_may_stand_on_one_line(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "Date: 12/3/07   Agency: Police   Worker: PC Dale\nCall out\nDate: 14/3/07   Agency: Housing\nLetter\n",
    )
    assert [(entry.agency_text, entry.professional_text, entry.text) for entry in imported.entries] == [
        ("Police", "PC Dale", "Call out"),
        ("Housing", "", "Letter"),
    ]
    assert imported.entries[0].original == {
        "Entry": "Date: 12/3/07   Agency: Police   Worker: PC Dale\nCall out"
    }


def test_the_date_of_the_document_begins_no_entry(tmp_path: Path) -> None:
    assert told(read(tmp_path, "Agency: GP\nDate: 4 June 2009\n\n12.3.07 Seen in surgery\n")) == [
        ("12 March 2007", "Seen in surgery")
    ]


def test_speech_before_a_colon_is_no_label(tmp_path: Path) -> None:
    entry = only(read(tmp_path, "12.3.07 Visit.\nChild: asleep in cot\nMidwife: says weighed\n"))
    assert (entry.text, entry.people_text) == ("Visit. Child: asleep in cot Midwife: says weighed", "")


def test_a_date_that_cannot_be_is_rejected_with_its_lines(tmp_path: Path) -> None:
    imported = read(tmp_path, "31/2/07 Rang duty\nno reply\n1/3/07 Rang again\n")
    assert [entry.text for entry in imported.entries] == ["Rang again"]
    (rejected,) = imported.rejected
    assert "Line 1 of notes.txt has no date that can be read ('31/2/07')" in rejected.reason
    assert rejected.original == '{"Entry": "31/2/07 Rang duty\\nno reply"}'


@pytest.mark.parametrize(
    "table",
    [
        "Date,Agency,Details\n12/3/07,Police,Call out\n14/3/07,Housing,Letter\n",
        "Date\tAgency\tDetails\n12/3/07\tPolice\tCall out\n14/3/07\tHousing\tLetter\n",
        "Date|Agency|Details\n12/3/07|Police|Call out\n14/3/07|Housing|Letter\n",
        "| Date | Agency | Details |\n|:---|---|---:|\n| 12/3/07 | Police | Call out |\n"
        "| 14/3/07 | Housing | Letter |\n",
        "+------+----+\n| Date | Agency | Details |\n+------+---+\n| 12/3/07 | Police | Call out |\n"
        "| 14/3/07 | Housing | Letter |\n",
        "Date      Agency    Details\n12/3/07   Police    Call out\n14/3/07   Housing   Letter\n",
        "Case notes\n\nDate      Agency    Details\n--------  -------   -------\n12/3/07   Police    Call\n"
        "                    out\n14/3/07   Housing   Letter\n",
    ],
)
def test_a_table_in_a_text_file_is_read_as_a_table(tmp_path: Path, table: str) -> None:
    imported = read(tmp_path, table)
    assert [(str(entry.date), entry.agency_text, entry.text) for entry in imported.entries] == [
        ("12 March 2007", "Police", "Call out"),
        ("14 March 2007", "Housing", "Letter"),
    ]


def test_lines_of_a_cell_pasted_from_word_stay_with_their_row(tmp_path: Path) -> None:
    imported = read(tmp_path, "Date\tDetails\n12/3/07\tCall out.\nNobody hurt.\n14/3/07\tLetter\n")
    assert told(imported) == [("12 March 2007", "Call out. Nobody hurt."), ("14 March 2007", "Letter")]


def test_columns_without_headings_are_kept_in_the_words(tmp_path: Path) -> None:
    assert told(read(tmp_path, "12/3/07\tPC Dale\tCall out\n14/3/07\tPC Roe\tLetter\n")) == [
        ("12 March 2007", "PC Dale Call out"),
        ("14 March 2007", "PC Roe Letter"),
    ]


def test_text_with_no_date_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ImporterError) as refused:
        read(tmp_path, "Dear colleague,\nplease find the notes attached.\n")
    assert "No line of notes.txt begins with a date" in str(refused.value)
    assert "Begin each entry with its date" in str(refused.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_any_common_encoding_gives_the_same_words(tmp_path: Path, encoding: str) -> None:
    text = "12.3.07 HV visited – the baby’s cot was “clean”\r14.3.07 Café visit – no reply\r"
    assert told(read(tmp_path, text.encode(encoding))) == [
        ("12 March 2007", "HV visited – the baby’s cot was “clean”"),
        ("14 March 2007", "Café visit – no reply"),
    ]


def test_paragraphs_of_another_importer_keep_their_places() -> None:
    rows = dated_paragraphs([("GP record", "page 1"), ("12.3.07 Seen", "page 1"), ("well", "page 2")])
    assert [(row.cells, row.place) for row in rows] == [
        (("GP record",), "page 1"),
        (("Date", "Details"), ""),
        (("12.3.07", "Seen\nwell"), "page 1"),
    ]
    assert dated_paragraphs([("Dear colleague", "page 1")]) == []
