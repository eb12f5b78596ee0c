"""From imported entries, and what the author has settled, to the whole review ready for the graph."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from importers.headings import heading_words
from scrgraph.coding.agency_network import network_periods_of
from scrgraph.coding.agreed_actions import with_agreed_actions
from scrgraph.coding.assessments import assessments_of
from scrgraph.coding.batons import batons_of
from scrgraph.coding.code_rows import code_rows
from scrgraph.coding.coded import CodedEntry, every_event
from scrgraph.coding.contacts import contacts_of
from scrgraph.coding.deadlines import deadlines_of
from scrgraph.coding.decided import decided_of, not_carried_out
from scrgraph.coding.doubts.of_dates import doubts_of_dates
from scrgraph.coding.doubts.of_files import file_doubts
from scrgraph.coding.doubts.of_names import name_doubts
from scrgraph.coding.doubts.of_pairs import pair_doubts
from scrgraph.coding.doubts.of_rows import row_doubts
from scrgraph.coding.engagement import engagements_of, levels_told
from scrgraph.coding.family import HOME, kinships_of, stays_of
from scrgraph.coding.family_links import with_links
from scrgraph.coding.follow_up import with_follow_up
from scrgraph.coding.information import information_of
from scrgraph.coding.knowledge import reaches_of
from scrgraph.coding.measures import orders_of, plans_of
from scrgraph.coding.meetings import meetings_of
from scrgraph.coding.milestones import milestones_of
from scrgraph.coding.not_seen import not_seen_periods_of
from scrgraph.coding.same_events import same_events_of
from scrgraph.coding.settled import Settled, UnknownIndexChild
from scrgraph.coding.source_gaps import source_gaps_of
from scrgraph.coding.verdicts import with_verdicts
from scrgraph.coding.worker_changes import worker_changes_of
from scrgraph.model.agencies import Professional
from scrgraph.model.base import Progress
from scrgraph.model.clock import Clock
from scrgraph.model.entry import Imported
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import Detail
from scrgraph.temporal.coverage import CoverageBook, coverages_of

__all__ = ["Settled", "UnknownIndexChild", "code_review"]


def code_review(
    review: Review,
    imported: Sequence[Imported],
    settled: Settled | None = None,
    progress: Progress | None = None,
) -> ReviewGraph:
    """Everything the graph is made from: coded, reconciled and judged against coverage.

    Raises ``UnknownIndexChild`` for an index child nobody is known as.
    """
    settled = settled or Settled()
    chronologies = tuple(chronology for one in imported for chronology in one.chronologies)
    given = tuple(entry for one in imported for entry in one.entries)
    decided = decided_of(settled.decisions, given)
    rows = code_rows(given, chronologies, settled, decided, progress)
    coded, agencies, names, people = rows.coded, rows.agencies, rows.names, rows.people
    owner = {
        c.chronology_id: agencies.resolve(c.agency_text)
        for c in chronologies
        if c.detail is Detail.OWN and c.agency_text
    }
    mentioned: dict[str, list[str]] = defaultdict(list)
    for item in coded:
        if agencies.is_agency(item.agency_id) and item.agency_id not in mentioned[item.entry.chronology_id]:
            mentioned[item.entry.chronology_id].append(item.agency_id)
    coverages = coverages_of(chronologies, owner, settled.covers, mentioned)
    review = _dated(review, people, coded)
    book = CoverageBook(coverages)
    passed = batons_of(coded, agencies, {person.person_id: person for person in people}, decided)
    meetings = tuple(meetings_of(coded, agencies))
    passed = with_agreed_actions(passed, coded, agencies, meetings)
    batons = with_verdicts(passed, book, review.as_of)
    kinships = (*rows.kinships, *_new_kinships(people, rows.kinships))
    stays = (*rows.stays, *_new_stays(coded, people, rows.stays))
    events = every_event(coded)
    milestones = tuple(milestones_of(events, agencies))
    contacts = tuple(with_follow_up(list(contacts_of(events, agencies, names)), batons, milestones))
    shared = same_events_of(contacts, coded, batons, decided)
    levels = levels_told(events, agencies, milestones)
    graph = ReviewGraph(
        review=review.model_copy(update={"composite": not owner}),
        chronologies=chronologies,
        entries=rows.entries,
        rejected=tuple(row for one in imported for row in one.rejected),
        people=tuple(with_links(people, kinships, stays, coded)),
        kinships=kinships,
        households=_households(stays, settled.households),
        stays=stays,
        agencies=agencies.agencies,
        professionals=_professionals(coded),
        coverages=tuple(coverages),
        contacts=contacts,
        batons=tuple(batons),
        meetings=meetings,
        assessments=tuple(assessments_of(coded, agencies, names, kinships)),
        plans=tuple(plans_of(coded, agencies)),
        orders=tuple(orders_of(coded, agencies)),
        milestones=milestones,
        information=tuple(information_of(coded, agencies, names)),
        worker_changes=worker_changes_of(coded, agencies, book),
        engagements=engagements_of(events, agencies, levels),
        levels_told=levels,
        copies=rows.copies,
        same_events=shared.pairs,
        decisions_not_used=(
            *decided.unused,
            *not_carried_out(decided, batons, rows.entries),
            *rows.decisions_not_used,
        ),
        doubts=(
            *file_doubts(chronologies, rows.entries, tuple(heading_words().fields), settled.settled_files),
            *row_doubts(coded, decided.rows, agencies),
            *pair_doubts(batons, {entry.entry_id: entry for entry in rows.entries}, decided),
            *doubts_of_dates(rows.entries, people, review, chronologies, decided.rows),
            *name_doubts(rows, kinships, stays, set(owner.values()), settled, decided),
            *shared.doubts,
        ),
    )
    return _with_derived(graph, settled.clocks)


def _with_derived(graph: ReviewGraph, clocks: Sequence[Clock]) -> ReviewGraph:
    """The review with all that can only be worked out once the rest of it is known."""
    return graph.model_copy(
        update={
            "deadlines": deadlines_of(graph, clocks),
            "reaches": reaches_of(graph),
            "not_seen_periods": not_seen_periods_of(graph),
            "network_periods": network_periods_of(graph),
            "source_gaps": source_gaps_of(graph),
        }
    )


def _dated(review: Review, people: Sequence[Person], coded: Sequence[CodedEntry]) -> Review:
    """The review with the day to look back from: as set, else the incident, else the last day that the records
    certainly reach."""
    last = max((item.entry.date.earliest for item in coded if item.entry.date.earliest), default=None)
    death: dt.date | None = max(
        (person.died.latest for person in people if person.index_child and person.died.latest), default=None
    )
    return review.model_copy(
        update={
            "incident_date": review.incident_date or death,
            "as_of": review.as_of or review.incident_date or last,
        }
    )


def _new_stays(coded: Sequence[CodedEntry], people: Sequence[Person], stated: Sequence[Stay]) -> list[Stay]:
    known = {stay.person_id for stay in stated}
    return [stay for stay in stays_of(coded, people) if stay.person_id not in known]


def _new_kinships(people: Sequence[Person], stated: Sequence[Kinship]) -> list[Kinship]:
    known = {tie.person_id for tie in stated}
    return [tie for tie in kinships_of(people) if tie.person_id not in known]


def _households(stays: Sequence[Stay], named: Sequence[Household]) -> tuple[Household, ...]:
    known = {HOME.household_id: HOME} | {household.household_id: household for household in named}
    ids = sorted({stay.household_id for stay in stays})
    return tuple(known.get(key) or Household(household_id=key, display_name=key) for key in ids)


def _professionals(coded: Sequence[CodedEntry]) -> tuple[Professional, ...]:
    found: dict[str, Professional] = {}
    dates: dict[str, list[PartialDate]] = defaultdict(list)
    for item in coded:
        professional = item.professional
        if professional:
            found.setdefault(professional.professional_id, professional)
            if item.entry.date.known:
                dates[professional.professional_id].append(item.entry.date)
    return tuple(_at_work(found[key], dates[key]) for key in sorted(found))


def _at_work(professional: Professional, dates: Sequence[PartialDate]) -> Professional:
    if not dates:
        return professional
    first = min(dates, key=lambda date: (date.earliest or dt.date.max, date.latest or dt.date.max))
    last = max(dates, key=lambda date: (date.latest or dt.date.min, date.earliest or dt.date.min))
    return professional.model_copy(update={"since": first, "until": last})
