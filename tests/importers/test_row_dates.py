"""Dates that lean on their neighbours: the rows of a file in, the dates of its entries out."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.heading_row import Row
from importers.headings import HeadingBook
from importers.registry import import_file
from importers.rows import Sheet, SheetRead, read_sheet
from scrgraph.model.entry import Imported


def read_csv(folder: Path, text: str) -> Imported:
    path = folder / "a.csv"
    path.write_text(text, encoding="utf-8")
    return import_file(path)


def in_table(text: str) -> SheetRead:
    """The rows of a table in a document, cells parted by bars."""
    rows = [
        Row(number, tuple(cell.strip() for cell in line.split("|")))
        for number, line in enumerate(text.strip().splitlines(), start=1)
    ]
    read = read_sheet(Sheet("a.docx", "a.docx", rows, part="table"), HeadingBook())
    assert read.chronology.rows_read == len(read.entries) + len(read.rejected)
    return read


def dates(imported: Imported | SheetRead) -> list[str]:
    return [str(entry.date) for entry in imported.entries]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("3/6/07|5 June|9/6/07", "5 June 2007"),
        ("28/12/06|3 Jan|9/1/07", "3 January 2007"),
        ("9/1/07|3 Jan|28/12/06", "3 January 2007"),
        ("9/1/07|30/12|28/12/06", "30 December 2006"),
        ("3/6/07|12th|20/6/07", "12 June 2007"),
        ("28/6/07|2nd|9/7/07", "2 July 2007"),
        ("3/6/07|ditto|9/6/07", "3 June 2007"),
        ("3/6/07|next day|9/6/07", "4 June 2007"),
        ("3/6/07|early July|9/8/07", "between 1 July 2007 and 10 July 2007"),
        ("3/6/07|39240|9/6/07", "7 June 2007"),
        ("3/1/06|Tues 5 June|9/12/07", "5 June 2007"),
    ],
)
def test_a_date_takes_from_its_neighbours_what_it_leaves_out(
    tmp_path: Path, cells: str, expected: str
) -> None:
    text = "Date,Details\n" + "".join(f"{cell},Rang\n" for cell in cells.split("|"))
    imported = read_csv(tmp_path, text)
    assert not imported.rejected
    assert dates(imported)[1] == expected
    assert imported.entries[1].date.written == cells.split("|")[1]
    assert imported.entries[1].date.how


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("3/1/05|5 June|9/12/07", "allow 2005 and 2006 and 2007"),
        ("3/6/07|5 March|9/6/07", "no year is given, and the dates of the rows above and below allow none"),
        ("3/6/07|31/6/07|9/6/07", "there is no 31 June 2007"),
        ("3/6/07|Tuesday|9/6/07", "it gives a weekday or a time but no date"),
        ("3/6/99|39240|9/6/07", "Excel's number for a day"),
    ],
)
def test_a_date_that_would_need_a_guess_is_rejected_with_the_reason(
    tmp_path: Path, cells: str, reason: str
) -> None:
    text = "Date,Details\n" + "".join(f"{cell},Rang\n" for cell in cells.split("|"))
    imported = read_csv(tmp_path, text)
    (row,) = imported.rejected
    assert reason in row.reason
    assert "give it a date there and import again" in row.reason


def test_a_year_known_from_one_side_only_is_in_doubt(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Date,Details\n28/12/06,Rang\n3 Jan,Seen\n")
    assert dates(imported)[1] == "3 January 2007"
    assert "on one side only" in imported.entries[1].date.doubt


def test_without_any_year_in_the_file_there_is_no_date(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Date,Details\n3 June,Rang\nditto,Seen\n")
    assert "no row beside it gives one" in imported.rejected[0].reason
    assert not imported.entries[0].date.known


def test_a_line_with_a_month_or_year_dates_the_rows_below_it(tmp_path: Path) -> None:
    imported = read_csv(
        tmp_path, "Date,Details\n2007,\n3 Jan,a\nFebruary 2007,\n12,b\n14th,c\n3/6/09,d\n5 July,e\n6/8/09,f\n"
    )
    assert dates(imported) == [
        "3 January 2007", "12 February 2007", "14 February 2007", "3 June 2009", "5 July 2009", "6 August 2009",
    ]  # fmt: skip
    assert [row.place for row in imported.rejected] == ["row 2", "row 4"]
    assert "is a line that dates the rows below it" in imported.rejected[0].reason


def test_a_blank_date_in_a_document_is_that_of_the_row_above_and_says_so() -> None:
    read = in_table("Date | Details\n3/6/07 | Rang\n | Seen\n | Weighed\nnot known | Left\n | Came back")
    assert dates(read) == ["3 June 2007", "3 June 2007", "3 June 2007", "no date given", "no date given"]
    lent = read.entries[1].date
    assert lent.written == ""
    assert lent.how == "the date of the row above, 3 June 2007, as the row gives none"
    assert lent.doubt == "the row gives no date of its own; it was given that of the row above"


def test_a_blank_date_below_one_that_cannot_be_read_stays_undated() -> None:
    read = in_table("Date | Details\n3/6/07 | Rang\n31/6/07 | Seen\n | Weighed\nditto | Left")
    assert dates(read) == ["3 June 2007", "no date given", "no date given"]
    assert len(read.rejected) == 1


def test_a_date_on_a_line_of_its_own_in_a_document_dates_the_rows_below() -> None:
    read = in_table("Date | Details\n3/6/07 |\n | Seen\n | Weighed")
    assert dates(read) == ["3 June 2007", "3 June 2007"]
    assert "it dates the rows below it that give none" in read.rejected[0].reason


def test_a_blank_date_in_a_spreadsheet_stays_undated(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Date,Details\n3/6/07,Rang\n,Seen\n")
    assert dates(imported) == ["3 June 2007", "no date given"]


def test_words_beside_the_date_go_before_the_text(tmp_path: Path) -> None:
    imported = read_csv(
        tmp_path, "Date,Details\n12/3/07 HV,Weighed\n3.6.07 10.30hrs Tel call,Mother\n5 June HV,Seen\n"
    )
    assert dates(imported) == ["12 March 2007", "3 June 2007", "5 June 2007"]
    assert [entry.text for entry in imported.entries] == ["HV; Weighed", "Tel call; Mother", "HV; Seen"]
    assert imported.entries[0].date.written == "12/3/07 HV"
    assert imported.entries[0].original["Date"] == "12/3/07 HV"


def test_words_beside_the_date_are_something_said(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Date,Details\n12/3/07 HV visit,\n")
    assert [entry.text for entry in imported.entries] == ["HV visit"]


def test_another_date_in_the_cell_is_a_doubt(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Date,Details\n12/3/07 letter of 9/3/07,Read\n")
    assert dates(imported) == ["12 March 2007"]
    assert imported.entries[0].date.doubt == "the cell gives another date as well"


def test_a_date_that_begins_the_text_serves_a_row_without_one(tmp_path: Path) -> None:
    imported = read_csv(
        tmp_path, "Date,Details\n3/6/07,Rang\n,On 5/6/07 mother rang\n,Mother rang on 7/6/07\n"
    )
    assert dates(imported) == ["3 June 2007", "5 June 2007", "no date given"]
    assert imported.entries[1].text == "On 5/6/07 mother rang"
    assert imported.entries[1].date.how.endswith("found at the beginning of the text")


def test_a_sheet_whose_texts_begin_with_dates_needs_no_date_column(tmp_path: Path) -> None:
    imported = read_csv(
        tmp_path,
        "Notes,Worker\n3/6/07 HV rang,Ann\nTues 5.6.07 2pm clinic,Ann\n7 June - seen,Ann\n9/6/07 left,Ann\n",
    )
    assert dates(imported) == ["3 June 2007", "5 June 2007", "7 June 2007", "9 June 2007"]
    assert imported.entries[0].text == "3/6/07 HV rang"


def test_a_sheet_of_notes_without_dates_is_no_chronology() -> None:
    read = in_table("Notes\nAsk the GP\n3/6/07 rang\nBuy paper")
    assert not read.found
    assert len(read.rejected) == 4


def test_an_age_is_kept_as_written_and_the_row_is_undated(tmp_path: Path) -> None:
    imported = read_csv(tmp_path, "Date,Details\naged 5 weeks,Weighed\n28/40,Scan\nEDD 3.6.07,Booked\n")
    assert not imported.rejected
    assert [entry.date.written for entry in imported.entries] == ["aged 5 weeks", "28/40", "EDD 3.6.07"]
    assert dates(imported) == ["no date given"] * 3
    assert "it counts from the due date of a child" in imported.entries[1].date.how
