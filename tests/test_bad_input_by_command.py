"""Bad input through the command line: a clear message or a rejected row each, and nothing that runs."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from command_line import Command, Said, in_a_process, plainly_refused, written

HEADINGS = "Date,Agency,Person concerned,Event type,To agency,What happened,Outcome\n"
HYPERLINK = '=HYPERLINK(""http://invented.example"",""Rowan"")'
SCRIPT = "<script>document.title='run'</script>"

Review = Callable[[str, bytes], tuple[Said, Path]]


@pytest.fixture
def review(tmp_path: Path, scrgraph: Command) -> Review:
    """Reviews a file of the name and content given; also returns the folder of what was written."""

    def run(name: str, content: bytes) -> tuple[Said, Path]:
        (tmp_path / name).write_bytes(content)
        return scrgraph("review", tmp_path / name, "--out", tmp_path / "out"), tmp_path / "out"

    return run


def cells_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def workbook(rows: list[list[object]], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.csv", b"", "empty.csv is empty. Check that it is the right file"),
        ("spaces.csv", b" \r\n\r\n", "spaces.csv is empty."),
        ("headings.csv", HEADINGS.encode(), "has headings but no rows below them"),
        (
            "noheadings.csv",
            b"1 May 2018,GP,Rowan,fell\n2 May 2018,GP,Rowan,fell\n",
            "Give the columns headings",
        ),
        ("binary.csv", b"\x00\x01\x02\xff" * 200, "is not a text file"),
        ("word.docx", b"PK\x03\x04", "is damaged or is not a Word document"),
        (
            "word.doc",
            b"x",
            "word.doc is a .doc file, which is not read. Open it in Word, save it as a Word document",
        ),
        ("report.pdf", b"%PDF-1.7", "report.pdf is damaged or is not a PDF"),
        ("notes.txt", b"The family was not known to us.", "notes.txt"),
        ("photo.jpg", b"x", "only .csv, .tsv, .xlsx, .xlsm, .xls, .xlsb, .ods, .docx"),
        ("disguised.csv", b"%PDF-1.7 and more", "disguised.csv is damaged or is not a PDF"),
        ("broken.xlsx", b"PK\x03\x04 and no more", "is damaged or is not an Excel workbook"),
        (
            "old.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
            "as .xlsx and import that; if Excel cannot open it either",
        ),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(512)
            + "EncryptedPackage".encode("utf-16-le")
            + bytes(512),
            "locked.xlsx is protected by a password. Open it in Word or Excel, take the password off",
        ),
    ],
)
def test_a_file_that_cannot_be_used(name: str, content: bytes, told: str, review: Review) -> None:
    said, out = review(name, content)
    assert plainly_refused(said), said
    assert told in said.words
    assert not out.exists()


def test_no_date_in_any_row_can_be_read(review: Review) -> None:
    rows = "".join(
        f"{when},GP,Rowan,visit,,seen,\n" for when in ("Tues pm", "1 May 20008", "30/02/2018", "soon")
    )
    said, out = review("undated.csv", (HEADINGS + rows).encode())
    assert plainly_refused(said), said
    assert "Not one of the 4 rows could be used." in said.words
    assert str(out / "rejected.csv") in said.words
    rejected = cells_of(out / "rejected.csv")
    assert [row[1] for row in rejected[1:]] == ["row 2", "row 3", "row 4", "row 5"]
    assert "20008" in rejected[2][2]


def test_no_row_has_a_date_at_all(review: Review) -> None:
    said, _ = review("undated.csv", (HEADINGS + ",GP,Rowan,visit,,seen,\n" * 3).encode())
    assert plainly_refused(said)
    assert "None of the 3 rows has a date" in said.words
    assert "Give each row a date" in said.words


def test_a_year_no_calendar_has_is_one_rejected_row(review: Review) -> None:
    rows = "1 May 20008,GP,Rowan,visit,,seen,\n1 May 2018,GP,Rowan,visit,,seen,\n"
    said, out = review("year.csv", (HEADINGS + rows).encode())
    assert said.status == 0
    assert "2 rows read, 1 imported; 1 rejected, see" in said.words
    assert "'1 May 20008'" in cells_of(out / "rejected.csv")[1][2]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "utf-16-le"])
def test_letters_of_another_encoding(encoding: str, review: Review) -> None:
    text = HEADINGS + "1 May 2018,GP,Zoë O’Brien,visit,,seen – well,\n"
    said, out = review("names.csv", text.encode(encoding))
    assert said.status == 0
    assert "Zoë O’Brien" in cells_of(out / "chronology.csv")[1]


def test_merged_cells(review: Review) -> None:
    rows: list[list[object]] = [["Date", "Agency", "Person", "What happened"]]
    rows += [
        ["1 May 2018", "GP", "Rowan", "Cough"],
        [None, "GP", "Rowan", "Fever"],
        [None, "GP", "Rowan", "Rash"],
    ]
    said, out = review("merged.xlsx", workbook(rows, "A2:A4"))
    assert said.status == 0
    merged = cells_of(out / "chronology.csv")
    assert [row[0] for row in merged[1:]] == ["2018-05-01"] * 3


def test_a_name_that_is_a_script_or_a_formula_is_text_wherever_it_is_written(
    tmp_path: Path, scrgraph: Command
) -> None:
    rows = [
        f'1 May 2018,"{HYPERLINK}","{HYPERLINK}; {SCRIPT}",referral,"{SCRIPT}","{HYPERLINK}",+SUM(1)',
        f'2 May 2018,{SCRIPT},"{SCRIPT}",visit,,@SUM(A1) {SCRIPT},-2+3',
        f'"{HYPERLINK}",{SCRIPT},"{SCRIPT}",visit,,seen,',
    ]
    source = tmp_path / "formula.csv"
    source.write_text(HEADINGS + "\n".join(rows) + "\n", encoding="utf-8")
    folder = tmp_path / "review"
    scrgraph("new", folder)
    scrgraph("add", folder, source)
    assert scrgraph("review", folder).status == 0
    assert scrgraph("review", folder).status == 0
    tables = [*folder.glob("*.csv"), *(folder / ".scrgraph").glob("*.csv")]
    assert len(tables) == 6
    for table in tables:
        cells = [cell for row in cells_of(table) for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=+@\t\r" and cell], table.name
        assert not [cell for cell in cells if re.match(r"-\D|-\d+[^\d.,%]", cell)], table.name
    for page in (folder / ".scrgraph" / "index.html", folder / ".scrgraph" / "pictures" / "network.html"):
        text = page.read_text(encoding="utf-8")
        assert "document.title='run'</script>" not in text
        assert not re.search(r"<script>document", text)
    people = cells_of(folder / "people.csv")
    assert any("HYPERLINK" in cell for row in people for cell in row)
    shown = scrgraph(
        "cypher", folder, "MATCH (p:Person) RETURN p.display_name AS who ORDER BY who", "--format", "csv"
    )
    assert "'=HYPERLINK" in shown.out


def test_control_characters_do_not_reach_the_screen(tmp_path: Path, scrgraph: Command) -> None:
    (tmp_path / "a.csv").write_text(
        HEADINGS + "1 May 2018,GP,\x1b[31mRowan\x07,visit,,\x1b]0;title\x07seen,\n", encoding="utf-8"
    )
    query = "MATCH (e:Entry) RETURN e.people_text AS who, e.words AS said ORDER BY who"
    said = scrgraph("cypher", tmp_path / "a.csv", query)
    assert said.status == 0
    assert "\x1b" not in said.out
    assert "\x07" not in said.out


def test_a_file_of_several_agencies_in_one_cell(review: Review) -> None:
    rows = '1 May 2018,Police; CSC,Rowan,visit,"GP; Family",Joint visit,\n'
    said, out = review("joint.csv", (HEADINGS + rows).encode())
    assert said.status == 0
    assert "Police; CSC" in cells_of(out / "chronology.csv")[1]


def test_a_very_long_cell_and_very_many_columns(review: Review) -> None:
    wide = ",".join(f"x{number}" for number in range(2000))
    text = f"Date,Agency,What happened,{wide}\n1 May 2018,GP,{'word ' * 100_000},{wide}\n"
    said, _ = review("wide.csv", text.encode())
    assert said.status == 0


def test_very_many_rows(tmp_path: Path) -> None:
    """A hundred thousand where CI has the time, ten thousand elsewhere; every one of them is accounted for."""
    many = 100_000 if os.environ.get("CI") else 10_000
    agencies = ("GP", "Health Visiting", "School", "Police")
    lines = [
        f"{day % 28 + 1}/{day // 28 % 12 + 1}/{1950 + day % 70},{agencies[day % 4]},Rowan,note,,Row {day},"
        for day in range(many)
    ]
    (tmp_path / "many.csv").write_text(HEADINGS + "\n".join(lines) + "\n", encoding="utf-8")
    query = "MATCH (e:Entry) RETURN count(e) AS entries ORDER BY entries"
    said = in_a_process("cypher", "many.csv", query, "--format", "csv", cwd=tmp_path)
    assert (said.status, said.out) == (0, f"entries\n{many}\n")


def test_a_place_that_cannot_be_written(tmp_path: Path, scrgraph: Command) -> None:
    (tmp_path / "a.csv").write_text(HEADINGS + "1 May 2018,GP,Rowan,visit,,seen,\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "findings.csv").mkdir()
    said = scrgraph("review", tmp_path / "a.csv", "--out", tmp_path / "out")
    assert plainly_refused(said), said
    assert "findings.csv" in said.words
    assert "Check its name and place" in said.words
    assert not [name for name in written(tmp_path / "out") if name.endswith(".tmp")]
