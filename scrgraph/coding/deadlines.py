"""Which clocks ran for what in the review, and whether each was kept."""

from __future__ import annotations

from collections.abc import Sequence

from scrgraph.model.clock import Clock, Deadline
from scrgraph.model.review import ReviewGraph


def deadlines_of(graph: ReviewGraph, clocks: Sequence[Clock] = ()) -> tuple[Deadline, ...]:
    """Every clock that ran; ``clocks`` are the author's own, which come before the national ones."""
    return ()
