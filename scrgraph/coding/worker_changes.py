"""Changes of worker at an agency, and whether the case was handed over."""

from __future__ import annotations

from collections.abc import Sequence

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.model.events import WorkerChange
from scrgraph.temporal.coverage import CoverageBook


def worker_changes_of(
    coded: Sequence[CodedEntry], agencies: AgencyNames, coverage: CoverageBook
) -> tuple[WorkerChange, ...]:
    """Changes of worker that entries record, or that the names of the workers show."""
    return ()
