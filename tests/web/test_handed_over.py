"""What a process of long work hands over arrives whole, however large it is, and Python tidies up again afterwards."""

from __future__ import annotations

import gc
import threading
from typing import Any

import pytest

from scrgraph.web.worker import Inside, Worker


def hand_over_rows(inside: Inside, count: int) -> None:
    """The work: so many rows, handed over twice."""
    rows = [(number, f"row {number}") for number in range(count)]
    inside.hand_over("rows", rows)
    inside.hand_over("again", rows[-1])


@pytest.mark.parametrize("count", [1, 100_000], ids=["small", "large"])
def test_what_is_handed_over_arrives_whole_and_in_order(count: int) -> None:
    told: list[tuple[str, Any]] = []
    why: list[str] = []
    over = threading.Event()

    def ended(words: str) -> None:
        why.append(words)
        over.set()

    worker = Worker(
        "Counting rows",
        hand_over_rows,
        {"count": count},
        told=lambda name, value: told.append((name, value)),
        ended=ended,
    )
    worker.start()
    assert over.wait(60)
    assert why == [""]
    assert [name for name, _ in told] == ["rows", "again"]
    assert told[0][1] == [(number, f"row {number}") for number in range(count)]
    assert told[1][1] == (count - 1, f"row {count - 1}")
    assert gc.isenabled()
