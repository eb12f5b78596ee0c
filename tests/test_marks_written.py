"""chronology.csv tells which rows the author called key episodes, and the notes on them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from command_line import Command

from scrgraph.output import write_review
from scrgraph.review.decisions import Decision
from scrgraph.review.folder import ReviewFolder
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.web.reading import read_folder
from scrgraph.web.screens.findings import write_again

ROWS = "Date,Event,What happened\n4 May 2018,Contact,Sore throat\n5 May 2018,Contact,Better\n"


def marks_in(folder: Path) -> list[tuple[str, str]]:
    written = (folder / "chronology.csv").read_text(encoding="utf-8-sig")
    return [(row["key_episode"], row["note"]) for row in csv.DictReader(io.StringIO(written, newline=""))]


def test_key_episodes_and_notes_stand_in_the_merged_chronology(tmp_path: Path, scrgraph: Command) -> None:
    folder = ReviewFolder.create(tmp_path / "ash")
    (tmp_path / "gp.csv").write_text(ROWS, encoding="utf-8")
    folder.add([tmp_path / "gp.csv"], agency="GP")
    for kind, value, reason in (
        ("key-episode", "yes", ""),
        ("note", "comment", "Ask the practice"),
        ("note", "comment", "They answered"),
    ):
        folder.decide(Decision.now(kind, "gp.csv, row 2", value, made_by="A Author", reason=reason))
    scrgraph("review", folder.path, "--out", tmp_path / "out")
    assert marks_in(tmp_path / "out") == [("yes", "Ask the practice\nThey answered"), ("", "")]


def test_what_is_marked_after_a_reading_is_written_with_the_findings_and_without_a_new_reading(
    tmp_path: Path,
) -> None:
    folder = ReviewFolder.create(tmp_path / "ash")
    (tmp_path / "gp.csv").write_text(ROWS, encoding="utf-8")
    folder.add([tmp_path / "gp.csv"], agency="GP")
    with EmbeddedStore() as store:
        reading, answered = read_folder(folder, store, lambda *_: None)
        assert answered
        write_review(answered, store, folder.derived_path)
        assert marks_in(folder.derived_path) == [("", ""), ("", "")]
        for kind, value, reason in (("key-episode", "yes", ""), ("note", "comment", "Ask the practice")):
            folder.decide(Decision.now(kind, "gp.csv, row 3", value, made_by="A Author", reason=reason))
        write_again(store, reading, folder.path)
    assert marks_in(folder.derived_path) == [("", ""), ("yes", "Ask the practice")]
