"""CSV written for people to open in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from importers.safe_csv import neutral, write_rows


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize(
    "cell",
    ['=HYPERLINK("http://x.test")', "+44 7700 900123", "-cmd", "@SUM(A1)", "\tx", "\r=1", "'=1", "-1+2"],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "-", "-5", "+5", "-3.5", "-1,200", "2017-06-03", "a=b", "O'Dell", "'quoted'"]
)
def test_other_cells_are_left_as_they_are(cell: str) -> None:
    assert neutral(cell) == cell


def test_rows_are_written_for_excel_with_their_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "rejected.csv"
    write_rows(
        path,
        ["file", "reason", "original"],
        [{"file": "a.csv", "reason": "no date;\nsee row", "original": None}, ["b.csv", '=1+1, "x"', 7]],
    )
    assert path.read_bytes().startswith(b"\xef\xbb\xbffile,reason,original\r\n")
    assert rows_of(path)[1:] == [["a.csv", "no date;\nsee row", ""], ["b.csv", '\'=1+1, "x"', "7"]]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        write_rows(tmp_path / name, ["a"], [["Zoë"], ["x"]])
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


@pytest.mark.parametrize("row", [["only one"], {"a": "1", "c": "3"}])
def test_a_row_that_does_not_fit_leaves_the_file_as_it_was(tmp_path: Path, row: object) -> None:
    path = tmp_path / "a.csv"
    write_rows(path, ["a", "b"], [["1", "2"]])
    before = path.read_bytes()
    with pytest.raises(ValueError, match="the row has"):
        write_rows(path, ["a", "b"], [row])  # type: ignore[list-item]
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]
