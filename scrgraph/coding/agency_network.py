"""Who held the network of agencies together, month by month and over the whole review."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from scrgraph.model.derived import Linking, NetworkPeriod
from scrgraph.model.events import Baton, Contact
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import StageName, Verdict

_ARRIVED = (Verdict.RECORDED, Verdict.MATCHED)
_DIRECT = (*_ARRIVED, Verdict.CANNOT_TELL)
_BETWEEN_AGENCIES = frozenset(StageName) - {StageName.ACTED_ON}
_Month = tuple[int, int]


@dataclass(frozen=True)
class _Communication:
    """Something sent or a meeting: ``on`` the day it counts for, ``days`` every day it may have touched.

    ``direct`` is false where nothing shows that what was sent arrived, though that could be told.
    """

    agencies: frozenset[str]
    on: PartialDate
    days: tuple[PartialDate, ...]
    direct: bool
    entry_ids: tuple[str, ...]


def network_periods_of(graph: ReviewGraph) -> tuple[NetworkPeriod, ...]:
    """The network over the whole review, twice, in each calendar month, and the runs of months without communication.

    An agency is active in a period with a contact, or a communication: a baton passed to another agency (not one
    the source says did not arrive, nor one a relative carried of which no receipt is known), or a meeting with
    another. The second network of the whole review, ``direct touch``, leaves out what was sent and of which no
    record of receipt was found. A contact with people who were none of the family then counts nowhere. Something
    with a partial date counts in a month that holds all of its possible days; without a date, in the whole review
    only. Nothing that begins after ``review.as_of`` counts (Ofsted 2010, paras 68 and 83).
    """
    as_of = graph.review.as_of or dt.date.max
    agencies = {agency.agency_id for agency in graph.agencies if agency.stands_for_agency}
    since = {person.person_id: person.linked_since for person in graph.people if person.linked_since}
    contacts = [
        contact
        for contact in graph.contacts
        if contact.agency_id in agencies
        and not contact.missed
        and _begun(contact.on, as_of)
        and _with_the_family(contact, since)
    ]
    communications = [one for one in _communications(graph, agencies) if _begun(one.on, as_of)]
    dates = [one.on for one in contacts] + [one.on for one in communications]
    starts = [date.earliest for date in dates if date.earliest]
    if not starts:
        return ()
    first, last = min(starts), min(max(date.latest for date in dates if date.latest), as_of)
    active = _active(contacts, communications)
    whole = _period("whole review", "whole review", first, last, active, communications)
    arrived = [one for one in communications if one.direct]
    touch = _period("direct touch", "direct touch", first, last, active, arrived)
    return (
        whole,
        touch,
        *_months(contacts, communications, as_of),
        *_without(contacts, communications, as_of),
    )


def _begun(on: PartialDate, as_of: dt.date) -> bool:
    return on.earliest is None or on.earliest <= as_of


def _with_the_family(contact: Contact, since: Mapping[str, dt.date]) -> bool:
    """Whether anybody it was with may have been of the family then; a contact that names nobody may have been."""
    latest = contact.on.latest
    if latest is None or not contact.presences:
        return True
    return any(latest >= since.get(presence.person_id, dt.date.min) for presence in contact.presences)


def _communications(graph: ReviewGraph, agencies: set[str]) -> Iterator[_Communication]:
    for baton in graph.batons:
        ends = {baton.from_agency_id, baton.to_agency_id} & agencies
        if len(ends) == 2 and _was_passed(baton):
            days = [stage.on for stage in baton.stages if stage.name in _BETWEEN_AGENCIES]
            direct = baton.receipt in _DIRECT
            yield _Communication(frozenset(ends), baton.on, (baton.on, *days), direct, baton.entry_ids)
    for meeting in graph.meetings:
        present = frozenset(meeting.attended) & agencies
        if len(present) > 1:
            yield _Communication(present, meeting.on, (meeting.on,), True, meeting.entry_ids)


def _was_passed(baton: Baton) -> bool:
    if baton.carried_by_family and baton.receipt not in _ARRIVED:
        return False
    return baton.passed and baton.receipt is not Verdict.RECORDED_NOT


def _months(
    contacts: Sequence[Contact], communications: Sequence[_Communication], as_of: dt.date
) -> Iterator[NetworkPeriod]:
    made: dict[_Month, list[Contact]] = defaultdict(list)
    held: dict[_Month, list[_Communication]] = defaultdict(list)
    for contact in contacts:
        if month := _month_of(contact.on):
            made[month].append(contact)
    for communication in communications:
        if month := _month_of(communication.on):
            held[month].append(communication)
    for month in sorted(made.keys() | held.keys()):
        first, last = _days(month)
        key = f"month {first:%Y-%m}"
        active = _active(made[month], held[month])
        yield _period(key, "month", first, min(last, as_of), active, held[month])


def _without(
    contacts: Sequence[Contact], communications: Sequence[_Communication], as_of: dt.date
) -> Iterator[NetworkPeriod]:
    """Runs of whole months, each with two agencies or more in contact and no day of a communication in it."""
    made: dict[_Month, list[Contact]] = defaultdict(list)
    for contact in contacts:
        if month := _month_of(contact.on):
            made[month].append(contact)
    touched = {month for one in communications for date in one.days for month in _touched(date, made)}
    run: list[_Month] = []
    for month in sorted(made):
        apart = len({contact.agency_id for contact in made[month]}) > 1 and month not in touched
        if run and not (apart and month == _next(run[-1])):
            yield _silent(run, made)
            run = []
        if apart and _days(month)[1] <= as_of:
            run.append(month)
    if run:
        yield _silent(run, made)


def _silent(run: Sequence[_Month], made: Mapping[_Month, Sequence[Contact]]) -> NetworkPeriod:
    contacts = [contact for month in run for contact in made[month]]
    first, last = _days(run[0])[0], _days(run[-1])[1]
    return NetworkPeriod(
        network_period_id=f"no communication {first:%Y-%m}..{last:%Y-%m}",
        kind="no communication",
        from_day=first,
        to_day=last,
        active=tuple(sorted({contact.agency_id for contact in contacts})),
        communications=0,
        entry_ids=tuple(dict.fromkeys(entry for contact in contacts for entry in contact.entry_ids)),
    )


def _month_of(date: PartialDate) -> _Month | None:
    """The month that holds every possible day of the date."""
    if date.earliest is None or date.latest is None:
        return None
    month = (date.earliest.year, date.earliest.month)
    return month if month == (date.latest.year, date.latest.month) else None


def _touched(date: PartialDate, months: Iterable[_Month]) -> Iterable[_Month]:
    if date.earliest is None or date.latest is None:
        return ()
    first, last = (date.earliest.year, date.earliest.month), (date.latest.year, date.latest.month)
    return (first,) if first == last else [month for month in months if first <= month <= last]


def _next(month: _Month) -> _Month:
    return (month[0], month[1] + 1) if month[1] < 12 else (month[0] + 1, 1)


def _days(month: _Month) -> tuple[dt.date, dt.date]:
    return dt.date(*month, 1), dt.date(*month, calendar.monthrange(*month)[1])


def _active(contacts: Iterable[Contact], communications: Iterable[_Communication]) -> list[str]:
    return sorted(
        {contact.agency_id for contact in contacts} | {a for one in communications for a in one.agencies}
    )


def _period(
    key: str,
    kind: str,
    first: dt.date,
    last: dt.date,
    active: Sequence[str],
    communications: Sequence[_Communication],
) -> NetworkPeriod:
    return NetworkPeriod(
        network_period_id=key,
        kind=kind,
        from_day=first,
        to_day=last,
        active=tuple(active),
        communications=len(communications),
        links=tuple(_links(active, communications)),
        entry_ids=tuple(dict.fromkeys(entry for one in communications for entry in one.entry_ids)),
    )


def _links(active: Sequence[str], communications: Iterable[_Communication]) -> Iterator[Linking]:
    """Each agency's place. A pair counts for an agency when *every* shortest way between the two led through it."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(active)
    count = dict.fromkeys(active, 0)
    for one in communications:
        members = sorted(one.agencies)
        for agency_id in members:
            count[agency_id] += 1
        network.add_edges_from((a, b) for a in members for b in members if a < b)
    through = _pairs_through(network)
    cut_off = _cut_off(network, count)
    for agency_id in active:
        yield Linking(
            agency_id=agency_id,
            partners=network.degree(agency_id),
            communications=count[agency_id],
            pairs_through=through[agency_id],
            cut_off=cut_off.get(agency_id, ()),
        )


def _pairs_through(network: nx.Graph[str]) -> dict[str, int]:
    """For each agency, the pairs of others all of whose shortest ways lead through it.

    These agencies are the dominators of one of the pair in the graph of shortest ways from the other.
    """
    found = dict.fromkeys(network, 0)
    for start in network:
        steps = nx.single_source_shortest_path_length(network, start)
        if max(steps.values()) < 2:
            continue
        ways: nx.DiGraph[str] = nx.DiGraph()
        ways.add_edges_from((a, b) for a in steps for b in network[a] if steps[b] == steps[a] + 1)
        above = nx.immediate_dominators(ways, start)
        for end in steps:
            if start < end:
                between = above[end]
                while between != start:
                    found[between] += 1
                    between = above[between]
    return found


def _cut_off(network: nx.Graph[str], count: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """For each agency that joins others, those not joined to the largest part once it is taken out.

    Of parts that are equally large, the one with most communications stays, then the first by id.
    """
    found: dict[str, tuple[str, ...]] = {}
    for agency_id in sorted(nx.articulation_points(network)):
        rest = network.subgraph(nx.node_connected_component(network, agency_id) - {agency_id})
        parts = sorted(
            (sorted(part) for part in nx.connected_components(rest)),
            key=lambda part: (-len(part), -sum(count[one] for one in part), part),
        )
        found[agency_id] = tuple(sorted(one for part in parts[1:] for one in part))
    return found
