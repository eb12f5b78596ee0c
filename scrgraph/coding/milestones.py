"""Steps in an agency's work that are not contacts: closures, decisions, moves, supervision, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.model.events import Milestone
from scrgraph.model.vocabulary import EventKind

_KINDS = frozenset({EventKind.CASE_CLOSURE, EventKind.DECISION})


def milestones_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Milestone]:
    """Closures and decisions of an agency."""
    for item in coded:
        if item.kind not in _KINDS or not agencies.is_agency(item.agency_id):
            continue
        yield Milestone(
            milestone_id=item.entry.entry_id,
            kind=item.kind,
            on=item.entry.date,
            agency_id=item.agency_id,
            about=item.people,
            entry_ids=(item.entry.entry_id,),
        )
