"""How the entries describe co-operation, and the level of intervention then in force."""

from __future__ import annotations

from collections.abc import Sequence

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.model.events import Engagement


def engagements_of(coded: Sequence[CodedEntry], agencies: AgencyNames) -> tuple[Engagement, ...]:
    """One a pattern that an entry describes."""
    return ()
