"""Key episodes and notes in a copy without names: on the copy's own rows, and nobody is named in a note."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from test_pseudonyms_demo import EXACT, NAMES, texts_of

from scrgraph.coding.decided import subject_of
from scrgraph.coding.row_marks import row_marks
from scrgraph.model.review import ReviewGraph
from scrgraph.names_out import REPLACED, NamesOut, decided_in_copy
from scrgraph.packing import make_pack, write_pages
from scrgraph.pipeline import demo_folder, read_review
from scrgraph.pseudonyms.key import Dates, Pseudonyms
from scrgraph.pseudonyms.pseudonymise import pseudonymised
from scrgraph.review.decisions import KEY_EPISODE, NOTE, Decision
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet

NAMED = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, (*NAMES, *EXACT)))})(?![a-z])", re.IGNORECASE)
#: Part of a file's name and of the title; as the names of nobody they are replaced where they stand in whole.
NO_NAME = ("csc_chronology", "invented composite")
#: What an author may well write: names in full, alone, in capitals, with 's, of workers, streets, schools and files.
WORDS = (
    "ROWAN's bruise: Kayla Marsh told HV Penrose, see police.csv.",
    "Craig Bolland (Mr Bolland) moved to 12 Wharf Street, Northmere on 3 April 2016; PN-0388.",
    *(f"Ask about {name}." for name in (*NAMES, *EXACT) if name not in NO_NAME),
)


def mark(kind: str, subject: str, words: str = "") -> Decision:
    value = "comment" if kind == NOTE else "yes"
    return Decision.now(kind, subject, value, made_by="Dana Okafor", reason=words)


@pytest.fixture(scope="module")
def demo() -> ReviewGraph:
    return read_review(SourceSet.of([demo_folder()]))


@pytest.mark.parametrize("dates", ["kept", "shifted", "ages"])
def test_marks_stand_on_the_same_rows_and_no_note_names_anybody(demo: ReviewGraph, dates: Dates) -> None:
    rows = [entry for entry in demo.entries if entry.date.exact][: len(WORDS)]
    made = [mark(NOTE, subject_of(row), words) for row, words in zip(rows, WORDS, strict=True)]
    made.append(mark(KEY_EPISODE, subject_of(rows[3])))
    copy = pseudonymised(demo, Pseudonyms(dates=dates))
    told = decided_in_copy(copy, demo.entries, (), made)
    assert [one.decision_id for one in told if NAMED.search(one.model_dump_json())] == []
    assert {one.made_by for one in told} == {"the author"}
    marks = row_marks(told, copy.graph.entries)
    assert list(marks) == [copy.entry_ids[row.entry_id] for row in rows]
    assert [marks[copy.entry_ids[row.entry_id]].key_episode for row in rows[:5]] == [
        *(False, False, False, True, False)
    ]


@pytest.mark.parametrize(
    ("dates", "said"), [("kept", "12 June 2017"), ("ages", "21 weeks 3 days before birth")]
)
def test_a_date_in_a_note_is_told_as_the_dates_of_its_row_are(
    demo: ReviewGraph, dates: Dates, said: str
) -> None:
    row = next(entry for entry in demo.entries if entry.date.exact)
    copy = pseudonymised(demo, Pseudonyms(dates=dates))
    (told,) = decided_in_copy(copy, demo.entries, (), [mark(NOTE, subject_of(row), "Rang 12 June 2017")])
    assert told.reason == f"Rang {said}"


def test_marks_on_a_row_that_is_gone_and_decisions_about_meaning_are_left_out(demo: ReviewGraph) -> None:
    row = demo.entries[0]
    made = [
        mark(NOTE, "gp.csv, row 9999", "Rowan"),
        Decision.now("row", subject_of(row), "visit", made_by="A"),
    ]
    assert decided_in_copy(pseudonymised(demo, Pseudonyms()), demo.entries, (), made) == ()


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, demo: ReviewGraph) -> ReviewFolder:
    """The demonstration with one row that is a key episode and has notes."""
    place = tmp_path_factory.mktemp("marked") / "review"
    shutil.copytree(demo_folder(), place, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    folder = ReviewFolder.open(place)
    subject = subject_of(demo.entries[0])
    for kind, words in ((KEY_EPISODE, ""), (NOTE, WORDS[0]), (NOTE, "Nan rang Tibbles about it")):
        folder.decide(mark(kind, subject, words))
    return folder


def test_pages_and_pack_of_a_copy_carry_them(marked: ReviewFolder, tmp_path: Path) -> None:
    sources = SourceSet.of([marked.path])
    write_pages(sources, read_review(sources), tmp_path / "pages", names_out=NamesOut.KEPT)
    make_pack(sources, tmp_path / "pack", names_out=NamesOut.KEPT)
    text = (tmp_path / "pages" / "chronology.csv").read_text(encoding="utf-8-sig")
    told = [row for row in csv.DictReader(io.StringIO(text, newline="")) if row["key_episode"] or row["note"]]
    assert [row["key_episode"] for row in told] == ["yes"]
    sheet = load_workbook(tmp_path / "pack" / "chronology.xlsx")["Chronology"]
    assert [row[-2].value for row in sheet.iter_rows(min_row=2) if row[-1].value == told[0]["note"]] == [
        "yes"
    ]
    written = texts_of(tmp_path)
    document = written["pack/pack.docx/word/document.xml"]
    assert "Key episodes" in document and document.count("s note: ") == 2
    readable = {
        name: text for name, text in written.items() if name.endswith((".csv", ".xml", ".json", ".html"))
    }
    assert {
        (name, found[0])
        for name, text in readable.items()
        for found in re.finditer(rf"(?<![a-zA-Z])(?:{'|'.join(map(re.escape, NAMES))})(?![a-z])", text)
    } == set()


def test_a_word_of_a_note_that_looks_like_a_missed_name_is_there_to_check(
    marked: ReviewFolder, tmp_path: Path
) -> None:
    make_pack(SourceSet.of([marked.path]), tmp_path, names_out=NamesOut.KEPT)
    text = (marked.path / REPLACED).read_text(encoding="utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    note = marked.decisions()[0][-1]
    assert [line["places"] for line in lines if line["words"] == "Tibbles"] == [
        f"decisions.csv, {note.decision_id}"
    ]
