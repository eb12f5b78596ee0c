"""The workbooks beside a pack."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from pack_cases import matter_of, written

from scrgraph.report.matter import Matter
from scrgraph.report.workbooks import chronology_workbook, findings_workbook


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Matter:
    return matter_of(written(tmp_path_factory.mktemp("case")))


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def test_an_exact_date_is_a_date_and_a_partial_one_is_words(matter: Matter) -> None:
    sheet = opened(chronology_workbook(matter))["Chronology"]
    dates = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert dates[0] == dt.datetime(2018, 5, 3)  # noqa: DTZ001 - a cell has no time zone
    assert "June 2018" in dates and len(dates) == 6


def test_no_cell_is_a_formula(matter: Matter) -> None:
    for data in (chronology_workbook(matter), findings_workbook(matter)):
        for sheet in opened(data).worksheets:
            assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    values = [cell.value for row in opened(chronology_workbook(matter))["Chronology"] for cell in row]
    assert '\'=HYPERLINK("x")' in values


def test_headings_are_frozen_filtered_and_cells_wrapped(matter: Matter) -> None:
    for data in (chronology_workbook(matter), findings_workbook(matter)):
        for sheet in opened(data).worksheets:
            assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
            assert all(cell.alignment.wrap_text for cell in sheet[1])


def test_findings_bear_the_numbers_of_the_pack_and_all_their_rows(matter: Matter) -> None:
    book = opened(findings_workbook(matter))
    assert [row[0].value for row in book["Findings"].iter_rows(min_row=2)] == [
        one.number for one in matter.decided.all
    ]
    rows = sum(len(one.finding.evidence) for one in matter.decided.all)
    assert book["Rows behind them"].max_row == rows + 1


def test_the_same_review_gives_the_same_bytes(matter: Matter) -> None:
    assert chronology_workbook(matter) == chronology_workbook(matter)
    assert findings_workbook(matter) == findings_workbook(matter)


def test_a_cell_holds_no_more_than_excel_can(tmp_path: Path) -> None:
    rows = f"Date,Agency,What happened\n3 May 2018,Police,{'word ' * 8000}\n"
    sheet = opened(chronology_workbook(matter_of(written(tmp_path, rows))))["Chronology"]
    longest = max((str(cell.value) for cell in sheet[2]), key=len)
    assert len(longest) == 32_767 and longest.endswith("(cut here: a cell holds no more)")
