"""What Python worked out from the whole review, as nodes and edges that a question can ask."""

from __future__ import annotations

from scrgraph.model.clock import Deadline
from scrgraph.model.derived import NetworkPeriod, NotSeenPeriod, Reach, SourceGap
from scrgraph.model.events import Engagement, LevelTold, WorkerChange
from scrgraph.model.review import ReviewGraph
from scrgraph.store.row_builder import RowBuilder, date_properties


def add_derived(build: RowBuilder, graph: ReviewGraph) -> None:
    """Add copies, shared events, changes of worker, engagement, deadlines, reach, periods and gaps."""
    workers = {worker.professional_id: worker.display_name for worker in graph.professionals}
    for copy in graph.copies:
        build.edge("COPY_OF", ("Entry", copy.entry_id), ("Entry", copy.of_entry_id))
    for same in graph.same_events:
        ends = ("Contact", same.contact_id), ("Contact", same.of_contact_id)
        build.edge("SAME_EVENT_AS", *ends, confidence=same.confidence, reason=same.reason)
    for change in graph.worker_changes:
        _worker_change(build, change, workers)
    for engagement in graph.engagements:
        _engagement(build, engagement)
    for told in graph.levels_told:
        _level_told(build, told)
    for deadline in graph.deadlines:
        _deadline(build, deadline)
    for reach in graph.reaches:
        _reach(build, reach)
    for unseen in graph.not_seen_periods:
        _not_seen(build, unseen)
    for period in graph.network_periods:
        _network_period(build, period, {agency.agency_id: agency.display_name for agency in graph.agencies})
    for gap in graph.source_gaps:
        _source_gap(build, gap)


def _worker_change(build: RowBuilder, change: WorkerChange, workers: dict[str, str]) -> None:
    here = ("WorkerChange", change.worker_change_id)
    build.node(
        *here,
        how=change.how,
        handover=change.handover.value,
        from_worker=workers.get(change.from_professional_id),
        to_worker=workers.get(change.to_professional_id),
        **date_properties(on=change.on),
    )
    build.edge("CHANGED_WORKER", ("Agency", change.agency_id), here)
    build.about(here, change.about)
    build.evidence(*here, change.entry_ids)


def _engagement(build: RowBuilder, engagement: Engagement) -> None:
    here = ("Engagement", engagement.engagement_id)
    build.node(
        *here,
        pattern=engagement.pattern,
        words=engagement.words,
        level=engagement.level,
        **date_properties(on=engagement.on),
    )
    build.edge("NOTED", ("Agency", engagement.agency_id), here)
    build.about(here, engagement.about)
    build.evidence(*here, engagement.entry_ids)


def _level_told(build: RowBuilder, told: LevelTold) -> None:
    here = ("LevelTold", told.level_told_id)
    build.node(
        *here, level=told.level, from_day=told.from_day, to_day=told.to_day, **date_properties(on=told.on)
    )
    build.edge("TOLD_OF", ("Agency", told.agency_id), here)
    build.evidence(*here, told.entry_ids)


def _deadline(build: RowBuilder, deadline: Deadline) -> None:
    here = ("Deadline", deadline.deadline_id)
    build.node(
        *here,
        what=deadline.what,
        limit_words=deadline.limit,
        authority=deadline.authority,
        standing=deadline.standing,
        verdict=deadline.verdict,
        days_over=deadline.days_over,
        **date_properties(starts=deadline.starts, due=deadline.due, met=deadline.met),
    )
    build.edge("APPLIES_TO", here, deadline.applies_to)
    if deadline.agency_id:
        build.edge("RESPONSIBLE_FOR", ("Agency", deadline.agency_id), here)
    build.about(here, deadline.about)
    build.evidence(*here, deadline.entry_ids)


def _reach(build: RowBuilder, reach: Reach) -> None:
    build.edge(
        "COULD_KNOW",
        ("Agency", reach.agency_id),
        ("Information", reach.information_id),
        at_best=reach.at_best,
        at_best_by=reach.at_best_by,
        as_recorded=reach.as_recorded,
        as_recorded_by=reach.as_recorded_by or None,
        via_entry_ids=[build.key(entry_id) for entry_id in reach.entry_ids],
    )


def _not_seen(build: RowBuilder, unseen: NotSeenPeriod) -> None:
    here = ("NotSeenPeriod", unseen.not_seen_period_id)
    build.node(
        *here,
        from_day=unseen.from_day,
        to_day=unseen.to_day,
        days=(unseen.to_day - unseen.from_day).days,
        not_seen=unseen.not_seen,
        unclear=unseen.unclear,
    )
    build.edge("NOT_SEEN_DURING", ("Person", unseen.person_id), here)
    for agency_id in unseen.agency_ids:
        build.edge("IN_TOUCH_DURING", ("Agency", agency_id), here)
    build.evidence(*here, unseen.entry_ids)


def _network_period(build: RowBuilder, period: NetworkPeriod, names: dict[str, str]) -> None:
    here = ("NetworkPeriod", period.network_period_id)
    build.node(
        *here,
        kind=period.kind,
        from_day=period.from_day,
        to_day=period.to_day,
        agencies=len(period.active),
        communications=period.communications,
    )
    links = {link.agency_id: link for link in period.links}
    for agency_id in period.active:
        link = links.get(agency_id)
        build.edge(
            "ACTIVE_IN",
            ("Agency", agency_id),
            here,
            partners=link.partners if link else 0,
            communications=link.communications if link else 0,
            pairs_through=link.pairs_through if link else 0,
            cut_off=[names[key] for key in link.cut_off] if link else [],
        )
    build.evidence(*here, period.entry_ids)


def _source_gap(build: RowBuilder, gap: SourceGap) -> None:
    here = ("SourceGap", gap.source_gap_id)
    build.node(*here, from_day=gap.from_day, to_day=gap.to_day, batons=gap.batons, contacts=gap.contacts)
    build.edge("MISSING_FROM", here, ("Agency", gap.agency_id))
    build.evidence(*here, gap.entry_ids)
