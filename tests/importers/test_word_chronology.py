"""Word chronologies: documents made here, read back as entries and rejected rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from word_cells import WORDS
from word_files import (
    add_table,
    by_hand,
    cell,
    macro_kind,
    read,
    row,
    run,
    saved,
    strict_kind,
    table,
    with_tables,
)

from scrgraph.model.entry import Imported
from scrgraph.model.vocabulary import Detail, Tri

HEADS = ["Date", "Details", "Outcome"]
FIRST = [HEADS, ["3/6/2017", "Seen at home", "NFA"], ["4/6/2017", "Rang the HV", ""]]


def told(imported: Imported) -> list[tuple[str, str]]:
    return [(str(entry.date), entry.text) for entry in imported.entries]


@pytest.mark.parametrize("kind", [saved, lambda d: macro_kind(saved(d)), lambda d: strict_kind(saved(d))])
def test_rows_of_a_table_become_entries(tmp_path: Path, kind: Any) -> None:
    imported = read(
        tmp_path, kind(with_tables("# Northmere Midwifery Service chronology", "For the panel.", FIRST))
    )
    first, second = imported.entries
    assert (first.entry_id, first.place, first.row) == ("chronology.docx#2", "row 2", 2)
    assert (str(first.date), first.text, first.action_text) == ("3 June 2017", "Seen at home", "NFA")
    assert second.original == {"Date": "4/6/2017", "Details": "Rang the HV"}
    (chronology,) = imported.chronologies
    assert (chronology.agency_text, chronology.detail) == ("Northmere Midwifery Service", Detail.OWN)
    assert not imported.rejected


def test_a_document_with_macros_has_its_own_suffix(tmp_path: Path) -> None:
    assert len(read(tmp_path, macro_kind(saved(with_tables(FIRST))), "log.docm").entries) == 2


@pytest.mark.parametrize(
    "between", [(), ("",), ("Continued",), ("# Page 2",)], ids=["nothing", "blank", "paragraph", "heading"]
)
def test_a_table_without_headings_goes_on_from_the_one_above(
    tmp_path: Path, between: tuple[str, ...]
) -> None:
    rest = [["5/6/2017", "Visit", "Seen"], ["", "Later rang SW", ""]]
    imported = read(tmp_path, with_tables(FIRST, *between, rest))
    assert [entry.place for entry in imported.entries] == [
        "table 1, row 2", "table 1, row 3", "table 2, row 1", "table 2, row 2",
    ]  # fmt: skip
    assert [entry.row for entry in imported.entries] == [2, 3, 4, 5]
    assert len(imported.chronologies) == 1


def test_tables_with_the_same_headings_are_one_chronology(tmp_path: Path) -> None:
    again = [["date", "details ", "Outcome"], ["9/9/2017", "Closed", ""]]
    imported = read(tmp_path, with_tables(FIRST, "text between", again))
    (chronology,) = imported.chronologies
    assert (str(chronology.covers_from), str(chronology.covers_to)) == ("2017-06-03", "2017-09-09")
    assert imported.entries[-1].place == "table 2, row 2"
    assert not imported.rejected


def test_sections_of_different_agencies_are_chronologies_of_their_own(tmp_path: Path) -> None:
    document = with_tables(
        "# Northmere Police", FIRST, "# Northmere Midwifery", FIRST, "# Rainbow Hut", FIRST
    )
    imported = read(tmp_path, document)
    assert [chronology.agency_text for chronology in imported.chronologies] == [
        "Northmere Police", "Northmere Midwifery", "",
    ]  # fmt: skip
    assert [chronology.chronology_id for chronology in imported.chronologies] == [
        "chronology.docx", "chronology.docx/table 2", "chronology.docx/table 3",
    ]  # fmt: skip
    assert {entry.agency_text for entry in imported.entries[4:]} == {""}


def test_tables_that_are_no_chronology_have_their_rows_rejected(tmp_path: Path) -> None:
    cover = [["Agency:", "Northmere Housing"], ["Author:", "J. Hart"]]
    versions = [["1.1", "for the panel", "JH"], ["1.2", "signed", "JH"]]
    key = [["HV", "Health visitor"]]
    imported = read(tmp_path, with_tables(cover, FIRST, versions, key))
    assert len(imported.entries) == 2
    assert {entry.agency_text for entry in imported.entries} == {"Northmere Housing"}
    assert [refused.place for refused in imported.rejected] == [
        "table 1, row 1", "table 1, row 2", "table 3, row 1", "table 3, row 2", "table 4, row 1",
    ]  # fmt: skip
    assert imported.rejected[-1].reason == (
        "Table 4, row 1 of chronology.docx is in a table that is not of the chronology: no headings were recognised in "
        "it. It was kept in rejected.csv; nothing needs to be done, unless it belongs to the chronology: then give the "
        "table headings and import again."
    )
    assert imported.rejected[-1].original == '{"(column 1)": "HV", "(column 2)": "Health visitor"}'


def test_paragraphs_that_begin_with_a_date_are_entries(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        with_tables(
            "Northmere Police chronology",
            "On 1 May 2017 the panel met.",
            FIRST,
            "12/7/17 – HV visited the home",
            "and saw baby.",
            "",
            "Signed: J. Hart, 14 March 2018",
        ),
    )
    last = imported.entries[-1]
    assert (str(last.date), last.text) == ("12 July 2017", "HV visited the home and saw baby.")
    assert (last.place, last.agency_text) == ("paragraph 1 below the table", "Northmere Police")
    assert len(imported.entries) == 3
    assert len({chronology.chronology_id for chronology in imported.chronologies}) == 2


def test_a_document_of_dated_paragraphs_alone_is_a_chronology(tmp_path: Path) -> None:
    document = with_tables("Health Visiting chronology", "3/6/2017 – seen at home", "4/6/2017 – rang SW")
    imported = read(tmp_path, document)
    assert told(imported) == [("3 June 2017", "seen at home"), ("4 June 2017", "rang SW")]
    assert [entry.place for entry in imported.entries] == ["paragraph 2", "paragraph 3"]
    assert imported.chronologies[0].agency_text == "Health Visiting"


@pytest.mark.parametrize("line", ["2007", "March 2007"])
def test_a_year_or_month_across_the_table_dates_the_rows_below(tmp_path: Path, line: str) -> None:
    document = with_tables([HEADS, ["", "", ""], ["12 March", "Visit", ""], ["14 March", "Rang", ""]])
    cells = document.tables[0].rows[1].cells
    cells[0].merge(cells[2]).text = line
    imported = read(tmp_path, document)
    assert told(imported) == [("12 March 2007", "Visit"), ("14 March 2007", "Rang")]
    (refused,) = imported.rejected
    assert refused.place == "row 2"
    assert "dates the rows below it" in refused.reason


def test_a_year_that_stands_above_a_table_dates_its_rows(tmp_path: Path) -> None:
    rows = [HEADS, ["12 March", "Visit", ""]]
    imported = read(tmp_path, with_tables("# 2007", rows, "# 2008", rows))
    assert told(imported) == [("12 March 2007", "Visit"), ("12 March 2008", "Visit")]
    assert [refused.place for refused in imported.rejected] == [
        "paragraph 1 above table 1", "paragraph 1 above table 2",
    ]  # fmt: skip


def test_words_across_the_table_are_a_heading_and_a_dated_line_there_is_an_entry(tmp_path: Path) -> None:
    document = with_tables([["No", *HEADS], *[["", "", "", ""]] * 2, ["1", "4/6/2017", "Visit", ""]])
    for at, text in ((1, "Antenatal period"), (2, "3/6/2017 – Strategy discussion held")):
        cells = document.tables[0].rows[at].cells
        cells[0].merge(cells[3]).text = text
    imported = read(tmp_path, document)
    assert told(imported) == [("3 June 2017", "Strategy discussion held"), ("4 June 2017", "Visit")]
    assert [refused.reason for refused in imported.rejected] == [
        "Row 2 of chronology.docx is one cell across the whole table and was taken for a heading within the table. It "
        "was kept in rejected.csv; nothing needs to be done, unless it is an entry: then give it a date and import "
        "again."
    ]


def test_a_merged_date_is_lent_to_the_rows_below(tmp_path: Path) -> None:
    document = with_tables([HEADS, ["3/6/2017", "Call", ""], ["", "Visit", ""], ["4/6/2017", "Left", ""]])
    dates = document.tables[0].columns[0].cells
    dates[1].merge(dates[2])
    assert told(read(tmp_path, document)) == [
        ("3 June 2017", "Call"), ("3 June 2017", "Visit"), ("4 June 2017", "Left"),
    ]  # fmt: skip


def test_cells_merged_sideways_and_edges_dragged_aside_keep_their_columns(tmp_path: Path) -> None:
    span = '<w:gridSpan w:val="2"/>'
    body = (
        "<w:tbl><w:tblPr/><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in (1000, 100, 2000, 2000))
        + "</w:tblGrid>"
        + row(cell("Date", span), "Details", "Outcome")
        + row("3/6/2017", cell("Seen", span), "NFA")
        + row(cell("4/6/2017", span), "Rang", "None")
        + row(cell("5/6/2017", span), cell("Closed to us", span))
        + row("Visit", "SW", properties='<w:gridBefore w:val="2"/>')
        + "</w:tbl>"
    )
    imported = read(tmp_path, by_hand(body))
    assert [(entry.text, entry.action_text) for entry in imported.entries] == [
        ("Seen", "NFA"), ("Rang", "None"), ("Closed to us", ""), ("Visit", "SW"),
    ]  # fmt: skip


def test_headings_repeated_in_the_table_are_no_entries(tmp_path: Path) -> None:
    imported = read(tmp_path, with_tables([*FIRST, HEADS, ["5/6/2017", "Visit", ""]]))
    assert len(imported.entries) == 3
    assert "repeat of the headings" in imported.rejected[0].reason


def test_a_table_inside_a_cell_stays_there_in_order(tmp_path: Path) -> None:
    inner = table(row("Mother", "seen"), row("Baby", "not seen"))
    content = f"<w:p>{run('Visit.')}</w:p>{inner}<w:p>{run('Left at 3pm.')}</w:p>"
    body = table(row("Date", "Details"), row("3/6/2017", cell(content)), row("4/6/2017", "Rang"))
    first, second = read(tmp_path, by_hand(body)).entries
    assert first.original["Details"] == "Visit.\nMother\tseen\nBaby\tnot seen\nLeft at 3pm."
    assert second.place == "row 3"


def test_a_table_that_only_frames_the_page_is_looked_into(tmp_path: Path) -> None:
    inner = table(row("Date", "Details"), row("3/6/2017", "Visit"))
    body = table(row(cell(f"<w:p>{run('Northmere Probation – chronology')}</w:p>{inner}<w:p/>")))
    imported = read(tmp_path, by_hand(body))
    assert told(imported) == [("3 June 2017", "Visit")]
    assert imported.chronologies[0].agency_text == "Northmere Probation"


@pytest.mark.parametrize(("content", "shown"), WORDS, ids=[shown for _, shown in WORDS])
def test_a_cell_says_what_word_shows(tmp_path: Path, content: str, shown: str) -> None:
    body = table(row("Date", "Details", "Notes"), row("3/6/2017", cell(content), "after"))
    (entry,) = read(tmp_path, by_hand(body)).entries
    assert entry.original["Details"] == shown
    assert entry.original["Notes"] == "after"


def test_controls_round_cells_rows_and_tables_change_nothing(tmp_path: Path) -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr><w:alias w:val='a'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    dated = f"<w:tr>{control(cell('3/6/2017'))}{cell('Visit')}</w:tr>"
    body = control(f"<w:tbl><w:tblPr/>{row('Date', 'Details')}{control(dated)}</w:tbl>")
    assert told(read(tmp_path, by_hand(body))) == [("3 June 2017", "Visit")]


def test_a_row_deleted_in_tracked_changes_is_gone_and_an_inserted_one_is_there(tmp_path: Path) -> None:
    body = table(
        row("Date", "Details"),
        row("3/6/2017", "Gone", properties="<w:del w:id='1'/>"),
        row("4/6/2017", "New", properties="<w:ins w:id='2'/>"),
    )
    imported = read(tmp_path, by_hand(body))
    assert [(entry.place, entry.text) for entry in imported.entries] == [("row 3", "New")]


def test_ticks_answer_whether_a_child_was_seen(tmp_path: Path) -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    body = table(row("Date", "Details", "Child seen"), row("3/6/2017", "Visit", cell(tick)))
    (entry,) = read(tmp_path, by_hand(body)).entries
    assert entry.child_seen is Tri.YES


def test_the_agency_is_taken_from_header_title_or_file_name(tmp_path: Path) -> None:
    in_header, in_title = with_tables(FIRST), with_tables(FIRST)
    in_header.sections[0].header.paragraphs[0].text = "Northmere Probation – chronology – CONFIDENTIAL"
    in_title.core_properties.title = "Chronology of Northmere Ambulance Service"
    agencies = [
        read(tmp_path, document, file).chronologies[0].agency_text
        for document, file in (
            (in_header, "chronology.docx"),
            (in_title, "chronology.docx"),
            (with_tables(FIRST), "HV chronology v3 FINAL.docx"),
            (with_tables("Combined chronology", FIRST), "chronology.docx"),
        )
    ]
    assert agencies == ["Northmere Probation", "Northmere Ambulance Service", "HV", ""]


def test_headings_in_two_rows_and_rows_above_them(tmp_path: Path) -> None:
    document = with_tables()
    grid = add_table(
        document,
        [
            ["Chronology", "", "", ""],
            ["Date", "Child", "", "Details"],
            ["", "Seen", "Seen alone", ""],
            ["3/6/2017", "Yes", "No", "Visit"],
        ],
    )
    grid.cell(0, 0).merge(grid.cell(0, 3))
    grid.cell(1, 1).merge(grid.cell(1, 2))
    (entry,) = read(tmp_path, document).entries
    assert (entry.child_seen, entry.seen_alone, entry.text) == (Tri.YES, Tri.NO, "Visit")
