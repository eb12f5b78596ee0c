"""A review read again by the workbench: the encoder hears only rows that are new to it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from scrgraph.model.vocabulary import Reader
from scrgraph.review.folder import ReviewFolder
from scrgraph.web import desk as desk_module
from scrgraph.web.desk import Desk
from scrgraph.web.worker import Worker

LINES = (
    "Date,Agency,Person,What happened",
    "1 May 2018,GP,Rowan,Seen in surgery",
    "2 May 2018,GP,Rowan,Letter to school",
)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What each reading was given to begin with."""
    seen: list[dict[str, Any]] = []

    class Noted(Worker):
        def start(self) -> None:
            seen.append(self.given)
            super().start()

    monkeypatch.setattr(desk_module, "Worker", Noted)
    return seen


def until(what: Any) -> None:
    for _ in range(600):
        if what():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come about within a minute")


def test_the_next_reading_begins_with_what_was_heard(tmp_path: Path, given: list[dict[str, Any]]) -> None:
    folder = ReviewFolder.create(tmp_path / "review", "R", Reader.ENCODER)
    source = tmp_path / "gp.csv"
    source.write_text("\n".join(LINES), encoding="utf-8")
    folder.add([source])
    desk = Desk("A Author")
    try:
        desk.open(folder.path)
        until(lambda: desk.is_current and len(desk._heard) == 2)
        first = desk._heard

        stored = next(folder.path.glob("sources/*.csv"))
        stored.write_text("\n".join((*LINES, "3 May 2018,GP,Rowan,Did not attend")), encoding="utf-8")
        until(lambda: desk.is_current and len(desk._heard) == 3)

        assert given[0]["heard"] == {}
        assert given[1]["heard"] == first
        assert all(desk._heard[row] == scores for row, scores in first.items())

        desk.open(folder.path)
        until(lambda: len(given) > 2)
        assert given[-1]["heard"] == {}
    finally:
        desk.close()
