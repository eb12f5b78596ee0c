"""Doubts by command: listed by consequence, written to a sheet, read back, kept, and not asked again."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from command_line import Command, plainly_refused
from openpyxl import load_workbook

from scrgraph.doubts import decisions_from
from scrgraph.doubts_sheet import Answer

POLICE = """Date,Person,Event,Description,To,Loc ref
1 March 2018,Rowan,Referral,Shouting heard,,K4
20 March 2018,Rowan,Contact,Told social care again by telephone,,K9
25 March 2018,Rowan,Referral,A bruise,Housing,K10
26 March 2018,Rowan,Referral,Another bruise,,K11
"""
UNNAMED = """Date,Person,Event,Description,From
2 March 2018,Rowan,Referral received,From the police,Police
30 April 2018,Rowan,Visit,Home,
"""


@pytest.fixture
def folder(tmp_path: Path, scrgraph: Command) -> Path:
    """A review of two chronologies: one with a column nobody knows, one that says nowhere whose it is."""
    review = tmp_path / "review"
    scrgraph("new", review)
    (tmp_path / "police.csv").write_text(POLICE, encoding="utf-8")
    (tmp_path / "log.csv").write_text(UNNAMED, encoding="utf-8")
    scrgraph("add", review, tmp_path / "police.csv", "--agency", "Police")
    scrgraph("add", review, tmp_path / "log.csv")
    return review


def sheet_of(folder: Path, scrgraph: Command, name: str = "doubts.xlsx") -> list[dict[str, str]]:
    """The doubts as they stand in the sheet."""
    scrgraph("check", folder, "--to", folder.parent / name)
    if name.endswith(".csv"):
        text = (folder.parent / name).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))
    sheet = load_workbook(folder.parent / name).worksheets[0]
    head, *rows = ([str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True))
    return [dict(zip(head, row, strict=True)) for row in rows]


def answered(folder: Path, scrgraph: Command, answers: dict[tuple[str, str], str]) -> str:
    """Fill in the sheet by kind and first word of the subject, read it back, and give what was said."""
    name = folder.parent / "doubts.xlsx"
    scrgraph("check", folder, "--to", name)
    book = load_workbook(name)
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for (kind, begins), answer in answers.items():
            subject = str(row[head.index("subject")].value)
            if row[head.index("kind")].value == kind and subject.startswith(begins):
                row[0].value = answer
    book.save(name)
    return scrgraph("decide", folder, name, "--by", "A Author").words


def test_doubts_are_about_files_columns_and_rows(folder: Path, scrgraph: Command) -> None:
    asked = {
        (one["kind"], one["subject"].split(" [")[0]): one["taken as"] for one in sheet_of(folder, scrgraph)
    }
    assert asked[("file", "log.csv")] == "no agency"
    assert asked[("heading", "Loc ref")] == "kept, and not read"
    assert asked[("to", "police.csv, row 2")] == "nobody named"
    assert asked[("to", "police.csv, row 5")] == "nobody named"


def test_the_doubt_on_which_most_findings_rest_comes_first(folder: Path, scrgraph: Command) -> None:
    counts = [int(one["findings that rest on it"]) for one in sheet_of(folder, scrgraph)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_the_table_says_how_to_go_on(folder: Path, scrgraph: Command) -> None:
    said = scrgraph("check", folder, "--most", "1")
    assert "What does the column “Loc ref” hold?" in said.words
    assert "doubts more, on which less rests" in said.words
    assert "--to doubts.xlsx" in said.words


def test_answers_are_kept_with_who_and_are_not_asked_again(folder: Path, scrgraph: Command) -> None:
    said = answered(
        folder,
        scrgraph,
        {
            ("file", "log.csv"): "Social Care",
            ("heading", "Loc ref"): "reference",
            ("to", "police.csv, row 2"): "Social Care",
            ("to", "police.csv, row 5"): "School",
        },
    )
    assert "4 decisions were kept" in said
    lines = (folder / "decisions.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[2] for line in lines[1:]] == ["A Author"] * 4
    settings = (folder / "review.toml").read_text(encoding="utf-8")
    assert 'agency = "Social Care"' in settings
    assert '"Loc ref" = "reference"' in settings
    assert "Nothing is in doubt" in scrgraph("check", folder).words


def test_what_was_decided_is_carried_out(folder: Path, scrgraph: Command) -> None:
    answered(folder, scrgraph, {("file", "log"): "Social Care", ("to", "police.csv, row 2"): "Social Care"})
    said = scrgraph(
        "cypher", folder, "MATCH (b:Baton)-[:PASSED_TO]->(a:Agency) RETURN b.kind, a.display_name"
    )
    assert "Social Care" in said.words


def test_a_sheet_read_twice_keeps_each_answer_once(folder: Path, scrgraph: Command) -> None:
    answered(folder, scrgraph, {("to", "police.csv, row 5"): "School"})
    said = scrgraph("decide", folder, folder.parent / "doubts.xlsx", "--by", "A Author")
    assert "0 decisions were kept in decisions.csv; 1 had been kept before" in said.words


def test_an_answer_that_cannot_be_one_is_said_and_the_others_are_kept(
    folder: Path, scrgraph: Command
) -> None:
    said = answered(folder, scrgraph, {("heading", "Loc ref"): "séance", ("file", "log"): "Social Care"})
    assert "1 decisions were kept" in said
    assert "“séance”" in said
    assert "1 lines were not used" in said


def test_answers_from_a_closed_list_may_be_written_in_any_case() -> None:
    answers = [
        Answer(line=2, answer="No Access", kind="row", subject="log.csv, row 3"),
        Answer(line=3, answer="SAME", kind="baton", subject="log.csv, row 3 = police.csv, row 2"),
        Answer(line=4, answer="14 March 2018", kind="date", subject="log.csv, row 3"),
        Answer(line=5, answer="Séance", kind="row", subject="log.csv, row 2"),
        Answer(line=6, answer="the other day", kind="date", subject="log.csv, row 2"),
    ]
    decisions, faults = decisions_from(answers, "A Author")
    assert [one.value for one in decisions] == ["no_access", "same", "14 March 2018"]
    assert [fault.partition(")")[0] for fault in faults] == [
        "Line 5 of the sheet (“Séance”", "Line 6 of the sheet (“the other day”",
    ]  # fmt: skip


def test_the_sheet_can_be_csv(folder: Path, scrgraph: Command) -> None:
    rows = sheet_of(folder, scrgraph, "doubts.csv")
    path = folder.parent / "doubts.csv"
    with path.open("w", encoding="cp1252", newline="", errors="replace") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(row | {"answer": "Social Care" if row["kind"] == "file" else ""} for row in rows)
    assert "1 decisions were kept" in scrgraph("decide", folder, path, "--by", "A Author").words


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.xlsx", None, "There is no sheet"),
        ("other.csv", b"a,b\n1,2\n", "is not a sheet of doubts"),
        ("broken.xlsx", b"PK\x03\x04 rubbish", "not a workbook that can be read"),
        ("empty.csv", b"", "is not a sheet of doubts"),
    ],
)
def test_a_sheet_that_cannot_be_used(
    folder: Path, scrgraph: Command, name: str, content: bytes | None, said: str
) -> None:
    path = folder.parent / name
    if content is not None:
        path.write_bytes(content)
    refused = scrgraph("decide", folder, path, "--by", "A Author")
    assert plainly_refused(refused)
    assert said in refused.words


def test_a_corrected_file_keeps_the_decisions_that_apply_and_lists_the_others(
    folder: Path, tmp_path: Path, scrgraph: Command
) -> None:
    answered(
        folder, scrgraph, {("to", "police.csv, row 5"): "School", ("to", "police.csv, row 2"): "Social Care"}
    )
    moved = POLICE.replace(
        "1 March 2018,Rowan,Referral,Shouting heard", "1 March 2018,Rowan,Referral,Nothing heard"
    )
    moved = moved.replace("20 March", "19 March 2018,Rowan,Contact,An earlier row,,K8\n20 March")
    (tmp_path / "police.csv").write_text(moved, encoding="utf-8")
    scrgraph("add", folder, tmp_path / "police.csv", "--replace")
    said = scrgraph("check", folder).words
    assert "police.csv, row 2" in said
    assert "holds another row than when it was decided" in said
    batons = scrgraph(
        "cypher", folder, "MATCH (b:Baton)-[:PASSED_TO]->(a:Agency) RETURN b.on_text, a.display_name"
    )
    assert "26 March 2018" in batons.words
    assert "School" in batons.words
