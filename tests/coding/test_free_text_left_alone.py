"""The labelled rows that nothing was built on are read no worse than they were when last measured."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def figures() -> Callable[[str, bool], float]:
    """The share of rows whose field is right, of all rows or of those in which something passed."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import free_text
    finally:
        sys.path.remove(str(BENCHMARKS))
    rows: list[Any] = free_text.labelled_rows("left-alone")
    assert len(rows) > 800

    def share(field: str, passed: bool) -> float:
        held = [row for row in rows if row.passed or not passed]
        return sum(row.right(field) for row in held) / len(held)

    return share


@pytest.mark.parametrize(
    ("field", "passed", "least"),
    [
        ("kind", False, 0.77),
        ("direction", True, 0.86),
        ("other side", True, 0.80),
        ("child_seen", False, 0.91),
        ("received", False, 0.96),
    ],
)
def test_no_worse_than_measured(
    figures: Callable[[str, bool], float], field: str, passed: bool, least: float
) -> None:
    assert figures(field, passed) >= least
