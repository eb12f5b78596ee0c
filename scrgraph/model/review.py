"""A whole review: its scope, and everything read from its sources."""

from __future__ import annotations

import datetime as dt

from scrgraph.model.agencies import Agency, Professional
from scrgraph.model.base import Thing
from scrgraph.model.clock import Deadline
from scrgraph.model.derived import Copy, NetworkPeriod, NotSeenPeriod, Reach, SameEvent, SourceGap
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Chronology, Entry, RejectedRow
from scrgraph.model.events import (
    Assessment,
    Baton,
    Contact,
    CourtOrder,
    Engagement,
    Information,
    LevelTold,
    Meeting,
    Milestone,
    Plan,
    WorkerChange,
)
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.vocabulary import Detail


class Period(Thing):
    """A span of days, both ends included; an open end is ``None``."""

    from_: dt.date | None = None
    to: dt.date | None = None


class Review(Thing):
    """One case under review. ``as_of`` is the day the questions look back from, normally the incident."""

    review_id: str
    title: str
    incident_date: dt.date | None = None
    as_of: dt.date | None = None
    nation: str = "England"
    area: str = ""
    detailed: Period = Period()
    summary: Period = Period()
    composite: bool = False


class Coverage(Thing):
    """The period for which a chronology in hand can speak for an agency, and in what detail.

    ``unbroken_from`` and ``unbroken_to`` are the days that this chronology covers without a break together with
    the agency's other own ones; none for a composite chronology.
    """

    coverage_id: str
    agency_id: str
    chronology_id: str
    detail: Detail
    from_: dt.date | None = None
    to: dt.date | None = None
    unbroken_from: dt.date | None = None
    unbroken_to: dt.date | None = None


class ReviewGraph(Thing):
    """Everything the graph is made from, already coded and reconciled, each thing with its entries."""

    review: Review
    chronologies: tuple[Chronology, ...] = ()
    entries: tuple[Entry, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    people: tuple[Person, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    households: tuple[Household, ...] = ()
    stays: tuple[Stay, ...] = ()
    agencies: tuple[Agency, ...] = ()
    professionals: tuple[Professional, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    contacts: tuple[Contact, ...] = ()
    batons: tuple[Baton, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    plans: tuple[Plan, ...] = ()
    orders: tuple[CourtOrder, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    information: tuple[Information, ...] = ()
    worker_changes: tuple[WorkerChange, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    levels_told: tuple[LevelTold, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    reaches: tuple[Reach, ...] = ()
    not_seen_periods: tuple[NotSeenPeriod, ...] = ()
    network_periods: tuple[NetworkPeriod, ...] = ()
    source_gaps: tuple[SourceGap, ...] = ()
    copies: tuple[Copy, ...] = ()
    same_events: tuple[SameEvent, ...] = ()
    decisions_not_used: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
