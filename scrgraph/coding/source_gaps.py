"""The records worth asking for, and what cannot be judged without them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scrgraph.coding.words import word_list
from scrgraph.model.derived import SourceGap
from scrgraph.model.events import Baton
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Detail, StageName, Verdict
from scrgraph.temporal.coverage import CoverageBook

_STAGES = {
    "receipt": StageName.RECEIVED,
    "acknowledgement": StageName.ACKNOWLEDGED,
    "acceptance": StageName.ACCEPTED,
    "action": StageName.ACTED_ON,
    "feedback": StageName.FED_BACK,
}
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class _Want:
    """Something that an agency's own records would settle, and the days of them that are lacking."""

    agency_id: str
    thing_id: str
    baton: bool
    days: tuple[dt.date, dt.date] | None
    entry_ids: tuple[str, ...]


def source_gaps_of(graph: ReviewGraph) -> tuple[SourceGap, ...]:
    """The periods for which an agency's own chronology is lacking, as whole months where it leaves them open.

    What cannot be judged is a baton with a stage that "cannot tell" because the chronology that would show it is
    not in hand, one that its receiver recorded and its sender's records would show as passed, and a contact known
    only from others' records. A period ends where the agency's own chronology
    begins again or nothing is wanted for ``same_gap`` days. What has no date makes a gap without days, and only
    for an agency of which nothing is in hand. Nothing after ``review.as_of`` counts.
    """
    book = CoverageBook(graph.coverages)
    as_of = graph.review.as_of or dt.date.max
    known = {agency.agency_id for agency in graph.agencies if agency.stands_for_agency}
    wanted: dict[str, list[_Want]] = defaultdict(list)
    for want in (
        *_batons(graph, book, as_of),
        *_received(graph, book, as_of),
        *_contacts(graph, book, as_of),
    ):
        if want.agency_id in known:
            wanted[want.agency_id].append(want)
    return tuple(
        gap for agency_id in sorted(wanted) for gap in _gaps(agency_id, wanted[agency_id], book, as_of)
    )


def _batons(graph: ReviewGraph, book: CoverageBook, as_of: dt.date) -> Iterator[_Want]:
    own = {item.agency_id for item in graph.coverages if item.detail is Detail.OWN}
    rules, holders = word_list("rules.toml"), word_list("source_gaps.toml")["stages"]
    for baton in graph.batons:
        for name, stage in _STAGES.items():
            if getattr(baton, name) is not Verdict.CANNOT_TELL or baton.stage(stage):
                continue
            rule = "carried_by_family" if name == "receipt" and baton.carried_by_family else name
            wait = rules[rule]["days_after"]
            for side in holders[name]:
                agency_id = baton.to_agency_id if side == "receiver" else baton.from_agency_id
                on = _counted_from(baton, name)
                if on.earliest is None or on.latest is None:
                    if agency_id and agency_id not in own:
                        yield _Want(agency_id, baton.baton_id, True, None, baton.entry_ids)
                    continue
                until = on.latest + dt.timedelta(days=wait)
                days = _lacking(book, agency_id, on.earliest, until)
                if agency_id and until <= as_of and days:
                    yield _Want(agency_id, baton.baton_id, True, days, baton.entry_ids)


def _received(graph: ReviewGraph, book: CoverageBook, as_of: dt.date) -> Iterator[_Want]:
    """Batons that only their receiver recorded: what the sender passed, and when, stands in the sender's records."""
    own = {item.agency_id for item in graph.coverages if item.detail is Detail.OWN}
    before = dt.timedelta(days=word_list("rules.toml")["receipt"]["days_after"])
    for baton in graph.batons:
        sender, on = baton.from_agency_id, baton.on
        if not sender or baton.receipt is not Verdict.RECORDED or baton.stage(StageName.PASSED):
            continue
        if on.earliest is None or on.latest is None:
            if sender not in own:
                yield _Want(sender, baton.baton_id, True, None, baton.entry_ids)
        elif on.latest <= as_of and (days := _lacking(book, sender, on.earliest - before, on.latest)):
            yield _Want(sender, baton.baton_id, True, days, baton.entry_ids)


def _counted_from(baton: Baton, name: str) -> PartialDate:
    received = baton.stage(StageName.RECEIVED)
    later = name not in ("receipt", "feedback") and received is not None and received.on.known
    return received.on if later and received else baton.on


def _contacts(graph: ReviewGraph, book: CoverageBook, as_of: dt.date) -> Iterator[_Want]:
    own = {(one.chronology_id, one.agency_id) for one in graph.coverages if one.detail is Detail.OWN}
    has_own = {agency_id for _, agency_id in own}
    file_of = {entry.entry_id: entry.chronology_id for entry in graph.entries}
    for contact in graph.contacts:
        agency_id, on = contact.agency_id, contact.on
        if any((file_of[entry_id], agency_id) in own for entry_id in contact.entry_ids):
            continue
        if on.earliest is None or on.latest is None:
            if agency_id not in has_own:
                yield _Want(agency_id, contact.contact_id, False, None, contact.entry_ids)
        elif on.earliest <= as_of and (days := _lacking(book, agency_id, on.earliest, min(on.latest, as_of))):
            yield _Want(agency_id, contact.contact_id, False, days, contact.entry_ids)


def _lacking(
    book: CoverageBook, agency_id: str, first: dt.date, last: dt.date
) -> tuple[dt.date, dt.date] | None:
    """First and last of the days that the agency's own chronology does not cover; ``None`` when it covers all."""
    if book.covers(agency_id, first, last):
        return None
    if before := book.unbroken(agency_id, first):
        first = before[1] + _DAY
    if after := book.unbroken(agency_id, last):
        last = after[0] - _DAY
    return first, last


def _gaps(agency_id: str, wanted: Sequence[_Want], book: CoverageBook, as_of: dt.date) -> Iterator[SourceGap]:
    if undated := [want for want in wanted if want.days is None]:
        yield _gap(agency_id, None, undated)
    dated = sorted((want.days, number) for number, want in enumerate(wanted) if want.days)
    within = dt.timedelta(days=word_list("source_gaps.toml")["same_gap"]["days"])
    together: list[_Want] = []
    first = last = dt.date.min
    for (start, end), number in dated:
        if together and (start > last + within or _any_covered(book, agency_id, last, start)):
            yield _gap(agency_id, _whole_months(book, agency_id, first, last, as_of), together)
            together = []
        first, last = (first, max(last, end)) if together else (start, end)
        together.append(wanted[number])
    if together:
        yield _gap(agency_id, _whole_months(book, agency_id, first, last, as_of), together)


def _any_covered(book: CoverageBook, agency_id: str, after: dt.date, before: dt.date) -> bool:
    if not book.has_own(agency_id):
        return False
    between = (after + _DAY * number for number in range(1, (before - after).days))
    return any(book.covers(agency_id, day, day) for day in between)


def _whole_months(
    book: CoverageBook, agency_id: str, first: dt.date, last: dt.date, as_of: dt.date
) -> tuple[dt.date, dt.date]:
    """The days widened to whole months, as far as the agency's own chronology and ``as_of`` leave them open."""
    while first.day > 1 and not book.covers(agency_id, first - _DAY, first - _DAY):
        first -= _DAY
    while last < as_of and (last + _DAY).day > 1 and not book.covers(agency_id, last + _DAY, last + _DAY):
        last += _DAY
    return first, last


def _gap(agency_id: str, days: tuple[dt.date, dt.date] | None, wanted: Sequence[_Want]) -> SourceGap:
    return SourceGap(
        source_gap_id=f"{agency_id} {days[0] if days else 'undated'}",
        agency_id=agency_id,
        from_day=days[0] if days else None,
        to_day=days[1] if days else None,
        batons=_count(want.thing_id for want in wanted if want.baton),
        contacts=_count(want.thing_id for want in wanted if not want.baton),
        entry_ids=tuple(dict.fromkeys(entry_id for want in wanted for entry_id in want.entry_ids)),
    )


def _count(ids: Iterable[str]) -> int:
    return len(set(ids))
