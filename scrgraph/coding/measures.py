"""Plans and orders from coded entries, with the people each is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.model.events import CourtOrder, Plan
from scrgraph.model.vocabulary import EventKind


def plans_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Plan]:
    """Plans with the people they are for; what the plan is stands in the event column."""
    for item in _of_kind(coded, agencies, EventKind.PLAN):
        yield Plan(plan_id=item.entry.entry_id, **_measure(item))


def orders_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[CourtOrder]:
    """Orders with the people they are about, by the agency whose record tells of them."""
    for item in _of_kind(coded, agencies, EventKind.ORDER):
        yield CourtOrder(order_id=item.entry.entry_id, **_measure(item))


def _of_kind(coded: Iterable[CodedEntry], agencies: AgencyNames, *kinds: EventKind) -> Iterator[CodedEntry]:
    return (item for item in coded if item.kind in kinds and agencies.is_agency(item.agency_id))


def _measure(item: CodedEntry) -> dict[str, Any]:
    return {
        "what": item.entry.event_text,
        "on": item.entry.date,
        "agency_id": item.agency_id,
        "covered": item.people,
        "entry_ids": (item.entry.entry_id,),
    }
