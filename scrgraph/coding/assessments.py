"""Assessments from coded entries, and the people each covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.model.events import Assessment
from scrgraph.model.vocabulary import ASSESSMENT_KINDS


def assessments_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Assessment]:
    """Assessments with the people they covered."""
    for item in coded:
        if item.kind in ASSESSMENT_KINDS and agencies.is_agency(item.agency_id) and not item.receives:
            yield Assessment(
                assessment_id=item.entry.entry_id,
                kind=item.kind,
                on=item.entry.date,
                agency_id=item.agency_id,
                covered=item.people,
                entry_ids=(item.entry.entry_id,),
            )
