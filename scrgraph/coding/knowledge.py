"""What could have been known to each agency, and from which day, along recorded communications."""

from __future__ import annotations

from scrgraph.model.derived import Reach
from scrgraph.model.review import ReviewGraph


def reaches_of(graph: ReviewGraph) -> tuple[Reach, ...]:
    """Worked out from the whole review."""
    return ()
