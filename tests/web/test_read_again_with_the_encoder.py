"""A review read again by the workbench: the encoder hears only rows that are new to it."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from conftest import Starts
from web_client import until

from scrgraph.coding.free_text.encoder.row_scores import RowScores
from scrgraph.coding.free_text.encoder.row_tokens import RowTokens
from scrgraph.model.vocabulary import Reader
from scrgraph.review.folder import ReviewFolder
from scrgraph.web import desk as desk_module
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


def heard(packed: bytes) -> dict[RowTokens, RowScores]:
    rows: dict[RowTokens, RowScores] = pickle.loads(packed) if packed else {}  # noqa: S301 - from our own process
    return rows


def test_the_next_reading_begins_with_what_was_heard(
    tmp_path: Path, starts: Starts, given: list[dict[str, Any]]
) -> None:
    folder = ReviewFolder.create(tmp_path / "review", "R", Reader.ENCODER)
    source = tmp_path / "gp.csv"
    source.write_text("\n".join(LINES), encoding="utf-8")
    folder.add([source])
    desk = starts(folder.path).bench.desk
    until(lambda: desk.is_current and len(heard(desk._heard)) == 2)
    first = heard(desk._heard)

    stored = next(folder.path.glob("sources/*.csv"))
    stored.write_text("\n".join((*LINES, "3 May 2018,GP,Rowan,Did not attend")), encoding="utf-8")
    until(lambda: desk.is_current and len(heard(desk._heard)) == 3)

    assert heard(given[0]["heard"]) == {}
    assert heard(given[1]["heard"]) == first
    assert all(heard(desk._heard)[row] == scores for row, scores in first.items())

    desk.open(folder.path)
    until(lambda: len(given) > 2)
    assert heard(given[-1]["heard"]) == {}
