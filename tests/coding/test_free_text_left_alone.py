"""The labelled rows that nothing was built on are read no worse than they were when last measured."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scrgraph.model.vocabulary import Reader

Figures = tuple[Reader, Callable[[str, bool], float]]
#: The kind that two of three labellers gave a row in the end; "kind" is that of the first.
DECIDED = "kind as decided"
BENCHMARKS = Path(__file__).resolve().parent.parent.parent / "benchmarks"


@pytest.fixture(scope="module", params=list(Reader))
def figures(request: pytest.FixtureRequest) -> Figures:
    """The share of rows whose field is right, of all rows or of those in which something passed, for each reader."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import free_text
    finally:
        sys.path.remove(str(BENCHMARKS))
    rows: list[Any] = free_text.labelled_rows("left-alone", reader=request.param)
    decided: list[Any] = free_text.as_decided(rows)
    assert len(rows) > 800

    def share(field: str, passed: bool) -> float:
        told, asked = (decided, "kind") if field == DECIDED else (rows, field)
        held = [row for row in told if row.passed or not passed]
        return sum(row.right(asked) for row in held) / len(held)

    return request.param, share


@pytest.mark.parametrize(
    ("field", "passed", "least"),
    [
        ("kind", False, (0.83, 0.86)),
        (DECIDED, False, (0.82, 0.85)),
        ("direction", True, (0.89, 0.96)),
        ("other side", True, (0.82, 0.93)),
        ("child_seen", False, (0.94, 0.95)),
        ("received", False, (0.96, 0.96)),
    ],
)
def test_no_worse_than_measured(
    figures: Figures, field: str, passed: bool, least: tuple[float, float]
) -> None:
    reader, share = figures

    assert share(field, passed) >= least[list(Reader).index(reader)]
