"""chronology.csv tells which rows the author called key episodes, and the notes on them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from command_line import Command

from scrgraph.review.decisions import Decision
from scrgraph.review.folder import ReviewFolder

ROWS = "Date,Event,What happened\n4 May 2018,Contact,Sore throat\n5 May 2018,Contact,Better\n"


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
    written = (tmp_path / "out" / "chronology.csv").read_text(encoding="utf-8-sig")
    told = [(row["key_episode"], row["note"]) for row in csv.DictReader(io.StringIO(written, newline=""))]
    assert told == [("yes", "Ask the practice\nThey answered"), ("", "")]
