"""Key episodes and notes in the pack: a list before the chronology, words in its rows, two columns of the workbook."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from openpyxl import load_workbook
from pack_cases import matter_of, written

from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import Period, Review
from scrgraph.report.matter import Matter
from scrgraph.report.pack import pack_document
from scrgraph.report.periods import HowMuch, rows_to_set_out
from scrgraph.report.workbooks import chronology_workbook
from scrgraph.review.decisions import Decision

LONG = "Rang about the clinic times. " * 12
ROWS = f"""\
Date,Agency,Person concerned,Event type,What happened
3 May 2016,GP,Asha,Telephone call,{LONG}and wrote last of all
4 May 2016,GP,Asha,Telephone call,{LONG}and rang off last of all
5 May 2018,GP,Asha,Telephone call,Well and settled
"""
DETAILED = Period(from_=dt.date(2018, 1, 1), to=dt.date(2018, 12, 31))


def mark(kind: str, row: int, words: str = "yes") -> Decision:
    """A key episode, or a note, on one row of the case."""
    value, reason = ("comment", words) if kind == "note" else (words, "")
    return Decision.now(kind, f"case.csv, row {row}", value, made_by="A. Author", reason=reason)


def matter(folder: Path, *marks: Decision) -> Matter:
    return matter_of(written(folder, ROWS), marks, detailed=DETAILED)


def opened(made: Matter) -> WordDocument:
    return Document(io.BytesIO(pack_document(made)))


def tables(document: WordDocument, heading: str) -> list[Table]:
    return [one for one in document.tables if heading in [cell.text for cell in one.rows[0].cells]]


def chronology_cells(document: WordDocument, column: int = 3) -> list[str]:
    """One column of every row that the chronology sets out."""
    found = [one for one in tables(document, "Findings") if one.rows[0].cells[1].text == "Agency and worker"]
    return [row.cells[column].text for one in found for row in one.rows[1:]]


def headings(document: WordDocument) -> list[str]:
    return [
        one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 2"
    ]


def test_below_the_words_of_a_row_stand_its_mark_and_every_note(tmp_path: Path) -> None:
    document = opened(
        matter(
            tmp_path,
            mark("note", 4, "Was she weighed?\nAsk the surgery"),
            mark("key-episode", 4),
            mark("note", 4, "<b>She was</b>"),
        )
    )
    assert chronology_cells(document)[-1].splitlines() == [
        "Telephone call. Well and settled", "Key episode", "Author's note: Was she weighed?", "Ask the surgery",
        "Author's note: <b>She was</b>",
    ]  # fmt: skip


def test_a_key_episode_of_the_earlier_period_is_never_counted_and_never_cut(tmp_path: Path) -> None:
    assert len(chronology_cells(opened(matter(tmp_path)))) == 1
    document = opened(matter(tmp_path, mark("key-episode", 2)))
    first, second = chronology_cells(document)
    assert first.splitlines() == [f"Telephone call. {LONG}and wrote last of all", "Key episode"]
    assert second == "Telephone call. Well and settled"
    told = "\n".join(one.text for one in document.paragraphs)
    assert (
        "1 of 2 rows" in told and "Key episodes are set out in full." in told and "Not set out: GP 1." in told
    )


def test_the_list_before_the_chronology_has_them_in_order_and_leads_to_their_rows(tmp_path: Path) -> None:
    document = opened(
        matter(tmp_path, mark("key-episode", 4), mark("key-episode", 2), mark("note", 2, "First seen"))
    )
    part = headings(document)
    assert part.index("Key episodes") + 1 == part.index("The earlier period, in summary")
    (listed,) = tables(document, "Author's notes")
    rows = [[cell.text for cell in row.cells] for row in listed.rows[1:]]
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("3 May 2016", "GP", "First seen"),
        ("5 May 2018", "GP", ""),
    ]
    assert rows[0][2].startswith("Telephone call. Rang about the clinic") and rows[0][2].endswith("[…]")
    leads = listed._tbl.xpath(".//w:hyperlink[starts-with(@w:anchor, 'row_')]/@w:anchor")
    names = document.element.body.xpath(".//w:bookmarkStart/@w:name")
    assert leads == ["row_1", "row_3"] and set(leads) <= set(names) and len(names) == len(set(names))
    assert listed._tbl.xpath("./w:tblPr/w:tblCaption/@w:val") == ["Key episodes, earliest first"]


def test_a_note_alone_makes_no_list_and_brings_no_row_in(tmp_path: Path) -> None:
    document = opened(matter(tmp_path, mark("note", 2, "Look again")))
    assert "Key episodes" not in headings(document) and not tables(document, "Author's notes")
    assert len(chronology_cells(document)) == 1


def test_what_was_marked_is_counted_with_what_was_decided(tmp_path: Path) -> None:
    document = opened(matter(tmp_path, mark("key-episode", 2), mark("note", 3, "a"), mark("note", 3, "b")))
    told = {row.cells[0].text: row.cells[1].text for one in tables(document, "How many") for row in one.rows}
    assert (told["Key episodes"], told["Notes on rows"]) == ("1", "2")


def test_the_workbook_has_every_mark_and_no_note_is_a_formula(tmp_path: Path) -> None:
    made = matter(
        tmp_path, mark("key-episode", 2), mark("note", 3, "=1+1"), mark("note", 3, "and\nmore of it")
    )
    sheet = load_workbook(io.BytesIO(chronology_workbook(made)))["Chronology"]
    values = [[cell.value for cell in row[-2:]] for row in sheet.iter_rows()]
    assert values == [["Key episode", "Note"], ["yes", None], [None, "'=1+1\nand\nmore of it"], [None, None]]


def test_a_pack_without_marks_is_as_it_was(tmp_path: Path) -> None:
    plain, taken_back = (
        matter(tmp_path),
        matter(tmp_path, mark("key-episode", 2), mark("key-episode", 2, "no")),
    )
    assert pack_document(plain) == pack_document(taken_back)
    assert chronology_workbook(plain) == chronology_workbook(taken_back)
    sheet = load_workbook(io.BytesIO(chronology_workbook(plain)))["Chronology"]
    assert sheet.cell(1, sheet.max_column).value == "Place"


def test_the_same_marks_give_the_same_bytes(tmp_path: Path) -> None:
    made = matter(tmp_path, mark("key-episode", 2), mark("note", 2, "a"))
    assert pack_document(made) == pack_document(made)
    assert chronology_workbook(made) == chronology_workbook(made)


@pytest.mark.parametrize(("most", "much"), [(2, HowMuch.AS_ASKED), (1, HowMuch.SUMMARY)])
def test_key_episodes_come_on_top_of_what_a_document_can_hold(most: int, much: HowMuch) -> None:
    day = PartialDate.day(dt.date(2018, 5, 1))
    old = PartialDate.day(dt.date(2016, 5, 1))
    rows = [
        Entry(entry_id=f"a#{row}", chronology_id="a", file="a", place=f"row {row}", row=row, date=date)
        for row, date in enumerate((day, day, old, old), start=1)
    ]
    review = Review(review_id="r", title="R", detailed=DETAILED)
    before = rows_to_set_out(rows, review, {"a#1"}, most)
    assert before[0] is much
    assert rows_to_set_out(rows, review, {"a#1"}, most, ["a#4", "gone"]) == (much, before[1] | {"a#4"})
