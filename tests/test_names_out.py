"""``--names-out``: the copy has no names, its key stays in the folder, and the folder is otherwise as it was."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from command_line import Command

from scrgraph.pipeline import demo_folder

NAMES = ("Rowan", "Marsh", "Bolland", "Tranter", "Northmere", "Sandling", "Okafor", "health_visiting.csv")


@pytest.fixture
def review(tmp_path: Path) -> Path:
    folder = tmp_path / "review"
    shutil.copytree(demo_folder(), folder, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    return folder


def text_of(path: Path) -> str:
    """What a file holds, and what the files in it hold where it is a zip."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(
            name + archive.read(name).decode("utf-8", "replace")
            for name in archive.namelist()
            if not name.endswith(".png")
        )


def named_in(folder: Path) -> set[tuple[str, str]]:
    return {
        (path.name, name)
        for path in folder.rglob("*")
        if path.is_file()
        for name in NAMES
        if name.casefold() in (path.name + text_of(path)).casefold()
    }


def test_a_review_without_names_stands_apart_and_its_key_stays_in_the_folder(
    review: Path, scrgraph: Command
) -> None:
    people = (review / "people.csv").read_bytes()
    said = scrgraph("review", review, "--names-out", "kept")
    assert said.status == 0
    assert (review / "names-out" / "index.html").is_file() and named_in(review / "names-out") == set()
    assert not (review / ".scrgraph").exists()
    assert "Rowan Marsh" in (review / "pseudonyms.csv").read_text(encoding="utf-8")
    assert (review / "names-replaced.csv").is_file()
    assert (review / "people.csv").read_bytes() == people


def test_pictures_are_drawn_without_names(review: Path, scrgraph: Command, tmp_path: Path) -> None:
    drawn = tmp_path / "drawn"
    assert scrgraph("draw", review, "genogram", "--names-out", "shifted", "--out", drawn).status == 0
    assert named_in(drawn) == set()
    assert "Child A" in (drawn / "genogram.svg").read_text(encoding="utf-8")


def test_the_pack_has_no_names_and_keeps_what_was_decided(
    review: Path, scrgraph: Command, tmp_path: Path
) -> None:
    scrgraph("review", review)
    found = json.loads((review / ".scrgraph" / "findings.json").read_text(encoding="utf-8"))["findings"][0]
    said = scrgraph(
        "decide",
        review,
        "accept",
        found["id"],
        "--by",
        "A Author",
        "--reason",
        "Kayla Marsh was asked about it",
    )
    assert said.status == 0, said.err
    assert scrgraph("pack", review, "--names-out", "kept", "--out", tmp_path / "pack").status == 0
    assert named_in(tmp_path / "pack") == set()
    words = text_of(tmp_path / "pack" / "pack.docx")
    assert "was asked about it" in words and "A Author" not in words


def test_what_cannot_be_used_is_not_written_out_by_name(scrgraph: Command, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("Date,Agency,Event,Description\nnot a day,Police,,Rowan seen\n", encoding="utf-8")
    out = tmp_path / "out"
    assert scrgraph("review", file, "--names-out", "kept", "--out", out).status == 2
    assert not out.exists()
