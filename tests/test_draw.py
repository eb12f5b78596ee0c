"""``scrgraph draw``: pictures as files for a report."""

from __future__ import annotations

import re
import shutil
import struct
from pathlib import Path

import pytest
from command_line import Command

from importers.registry import import_file
from scrgraph.pipeline import demo_folder

DEMO = str(demo_folder())


def test_a_picture_is_drawn_as_svg_with_its_words_beside_it(scrgraph: Command, tmp_path: Path) -> None:
    said = scrgraph("draw", DEMO, "relay", "--out", tmp_path)
    assert (said.status, said.err) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["relay.svg", "relay.txt"]
    words = (tmp_path / "relay.txt").read_text(encoding="utf-8").strip()
    assert "batons" in words and str(tmp_path / "relay.svg") in said.out


def test_a_png_has_the_width_asked_for(scrgraph: Command, tmp_path: Path) -> None:
    assert scrgraph("draw", DEMO, "genogram", "--png", "--width", "1500", "--out", tmp_path).status == 0
    data = (tmp_path / "genogram.png").read_bytes()
    assert struct.unpack(">I", data[16:20])[0] == 1500
    assert not (tmp_path / "genogram.svg").exists()


def test_all_draws_every_picture_and_the_table_for_timelinejs(scrgraph: Command, tmp_path: Path) -> None:
    assert scrgraph("draw", DEMO, "all", "--out", tmp_path).status == 0
    names = ["chronology", "engagement", "genogram", "knowledge", "network", "overview", "relay", "seen"]
    assert {path.name for path in tmp_path.iterdir()} == {
        *(f"{name}.{kind}" for name in names for kind in ("svg", "txt")), "timeline-js.csv",
    }  # fmt: skip
    back = import_file(tmp_path / "timeline-js.csv")
    assert len(back.entries) == 277 and not back.rejected


def test_a_picture_can_be_of_a_day_a_period_or_a_person(scrgraph: Command, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole", tmp_path / "part"
    scrgraph("draw", DEMO, "relay", "--out", whole)
    scrgraph("draw", DEMO, "relay", "--from", "2018-01-01", "--to", "2018-06-30", "--out", part)
    assert (whole / "relay.svg").read_text(encoding="utf-8") != (part / "relay.svg").read_text(
        encoding="utf-8"
    )
    early, late = tmp_path / "early", tmp_path / "late"
    scrgraph("draw", DEMO, "genogram", "--on", "2016-01-01", "--out", early)
    scrgraph("draw", DEMO, "genogram", "--on", "2019-01-01", "--out", late)
    assert "1 January 2016" in (early / "genogram.txt").read_text(encoding="utf-8")
    assert "1 January 2019" in (late / "genogram.txt").read_text(encoding="utf-8")
    about = tmp_path / "about"
    assert scrgraph("draw", DEMO, "seen", "--person", "Rowan Marsh", "--out", about).status == 0
    assert "Skye" not in (about / "seen.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["draw", DEMO], "the name of a picture"),
        (["draw", DEMO, "relai"], "Did you mean 'relay'?"),
        (["draw", DEMO, "relay", "--person", "Rowan Marsch"], "Did you mean 'Rowan Marsh'?"),
        (
            ["draw", DEMO, "relay", "--from", "2019-01-01", "--to", "2018-01-01"],
            "Give the earlier day as --from",
        ),
        (["draw", DEMO, "relay", "--on", "14 March"], "--on takes a day as in 2012-03-03"),
        (["draw", DEMO, "relay", "--png", "--width", "3"], "Give another --width"),
    ],
)
def test_what_cannot_be_drawn_is_said_with_what_to_do(
    given: list[str], says: str, scrgraph: Command, tmp_path: Path
) -> None:
    said = scrgraph(*given, "--out", tmp_path)
    assert said.status == 2 and says in said.err


@pytest.fixture
def own_demo(tmp_path: Path) -> Path:
    """The demo where its key may be kept."""
    return shutil.copytree(DEMO, tmp_path / "review", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


def test_a_drawing_with_days_as_ages_tells_no_day(scrgraph: Command, tmp_path: Path, own_demo: Path) -> None:
    out = tmp_path / "drawn"
    done = scrgraph("draw", own_demo, "relay", "--names-out", "ages", "--out", out)

    assert done.status == 0
    told = "".join((out / name).read_text(encoding="utf-8") for name in ("relay.svg", "relay.txt"))
    assert not re.search(r"\b(19|20|30)\d\d-\d\d|\b(January|March|October) \d{4}|Rowan|Kayla", told)
    assert "aged" in told or "birth" in told


def test_a_day_cannot_be_asked_for_where_none_is_told(scrgraph: Command, own_demo: Path) -> None:
    done = scrgraph("draw", own_demo, "relay", "--names-out", "ages", "--on", "2018-01-01")

    assert (done.status, "no day is told" in done.err) == (2, True)
