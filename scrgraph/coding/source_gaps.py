"""The records worth asking for, and what cannot be judged without them."""

from __future__ import annotations

from scrgraph.model.derived import SourceGap
from scrgraph.model.review import ReviewGraph


def source_gaps_of(graph: ReviewGraph) -> tuple[SourceGap, ...]:
    """Worked out from the whole review."""
    return ()
