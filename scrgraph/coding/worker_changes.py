"""Changes of worker at an agency, and whether the case was handed over."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.coding.worker_names import WorkerName, case_holder
from scrgraph.model.events import WorkerChange
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import CONTACT_KINDS, EventKind, Verdict
from scrgraph.temporal.coverage import CoverageBook

_ATTEMPTS = frozenset({EventKind.NO_ACCESS, EventKind.MISSED_ATTENDANCE, EventKind.CANCELLED})
_ENDINGS = frozenset({EventKind.CASE_CLOSURE, EventKind.DISCHARGE, EventKind.DEATH})


def worker_changes_of(
    coded: Sequence[CodedEntry], agencies: AgencyNames, coverage: CoverageBook
) -> tuple[WorkerChange, ...]:
    """Changes of worker that entries record, or that the names of the workers show.

    From names alone a change is told only where the agency's workers carry a caseload, each of the two wrote at
    least two dated rows about some of the same people, the first wrote none after the second began, and the
    work did not end between. ``handover`` is "no record found" only where the agency's own chronology covers the
    days in which a handover could have been recorded.
    """
    sectors = {agency.agency_id: agency.sector for agency in agencies.agencies}
    by_agency: dict[str, list[CodedEntry]] = defaultdict(list)
    for item in coded:
        if agencies.is_agency(item.agency_id) and item.entry.date.known:
            by_agency[item.agency_id].append(item)
    found: list[WorkerChange] = []
    for agency_id in sorted(by_agency):
        rows = sorted(by_agency[agency_id], key=_order)
        holders = (
            _holders(rows) if sectors[agency_id] in word_list("workers.toml")["caseload_sectors"] else []
        )
        seen = list(_seen(agency_id, rows, holders, coded, coverage))
        recorded = [_recorded(agency_id, item, rows, seen, coverage) for item in rows if _tells_change(item)]
        told = {entry_id for change in recorded for entry_id in change.entry_ids}
        found.extend(recorded)
        found.extend(change for change in seen if not told & set(change.entry_ids))
    return tuple(found)


@dataclass
class _Holder:
    """One named worker of an agency with the rows that are theirs, in order of time."""

    name: WorkerName
    rows: list[CodedEntry] = field(default_factory=list)

    @property
    def people(self) -> set[str]:
        return {person for item in self.rows for person in item.people}

    @property
    def lasts(self) -> bool:
        """Whether the rows are enough for a worker of the family, with a contact or an attempt at one."""
        days = {item.entry.date.earliest for item in self.rows}
        touches = any(item.kind in CONTACT_KINDS | _ATTEMPTS for item in self.rows)
        return touches and len(days) >= word_list("workers.toml")["run"]["entries"]


def _holders(rows: Iterable[CodedEntry]) -> list[_Holder]:
    """The workers of one agency; names that may be one person are one."""
    holders: list[_Holder] = []
    known: dict[WorkerName, _Holder] = {}
    for item in rows:
        if (name := case_holder(item)) is None:
            continue
        holder = known.get(name) or next((one for one in holders if one.name.may_be(name)), None)
        if holder is None:
            holder = _Holder(name)
            holders.append(holder)
        known[name] = holder
        holder.name = WorkerName(holder.name.words | name.words)
        holder.rows.append(item)
    return holders


def _seen(
    agency_id: str,
    rows: Sequence[CodedEntry],
    holders: Sequence[_Holder],
    coded: Sequence[CodedEntry],
    coverage: CoverageBook,
) -> Iterator[WorkerChange]:
    lasting = sorted((one for one in holders if one.lasts), key=lambda one: _first(one.rows[0]))
    for before in lasting:
        later = [one for one in lasting if _last(before.rows) < _first(one.rows[0])]
        after = next((one for one in later if one.people & before.people), None)
        if after is None or not _is_change(before, after, lasting, rows):
            continue
        last, first = before.rows[-1], after.rows[0]
        verdict, entry_ids = _handover(before, after, agency_id, coded, coverage)
        leaver, comer = last.professional, first.professional
        yield WorkerChange(
            worker_change_id=f"{last.entry.entry_id}>{first.entry.entry_id}",
            agency_id=agency_id,
            on=PartialDate(earliest=_first(last), latest=max(_first(first), _day(first.entry.date.latest))),
            from_professional_id=leaver.professional_id if leaver else "",
            to_professional_id=comer.professional_id if comer else "",
            how="seen in the names",
            handover=verdict,
            about=tuple(person for person in first.people if person in before.people) or first.people,
            entry_ids=tuple(dict.fromkeys((last.entry.entry_id, first.entry.entry_id, *entry_ids))),
        )


def _is_change(
    before: _Holder, after: _Holder, lasting: Sequence[_Holder], rows: Sequence[CodedEntry]
) -> bool:
    """Whether the one worker's case became the other's, with nobody else holding it and no new piece of work."""
    rules = word_list("workers.toml")
    ends, begins = _last(before.rows), _first(after.rows[0])
    if (begins - ends).days > rules["run"]["longest_gap_days"]:
        return False
    for other in lasting:
        holds = other is not before and other is not after and other.people & before.people
        if holds and _first(other.rows[0]) <= ends and _last(other.rows) >= begins:
            return False
    between = [
        item
        for item in rows
        if _first(before.rows[-1]) <= _day(item.entry.date.latest) and _first(item) <= begins
        if item.entry.entry_id != after.rows[0].entry.entry_id
    ]
    return not any(_ends_work(item) or _begins_work(item) for item in between)


def _ends_work(item: CodedEntry) -> bool:
    plain = normal(f"{item.entry.event_text} {item.entry.text} {item.entry.action_text}")
    return item.kind in _ENDINGS or any(
        has_phrase(plain, words) for words in word_list("workers.toml")["ended"]
    )


def _begins_work(item: CodedEntry) -> bool:
    return item.receives and item.kind in (EventKind.REFERRAL, EventKind.TRANSFER)


def _handover(
    before: _Holder,
    after: _Holder,
    agency_id: str,
    coded: Sequence[CodedEntry],
    coverage: CoverageBook,
) -> tuple[Verdict, tuple[str, ...]]:
    """What any agency's rows around the change say: words of a handover, or both workers in one row."""
    days = dt.timedelta(days=word_list("workers.toml")["run"]["around_days"])
    starts, ends = _first(before.rows[-1]) - days, _first(after.rows[0]) + days
    people = before.people | after.people
    telling: list[tuple[Verdict, str]] = []
    for item in coded:
        date = item.entry.date
        if not (date.earliest and date.latest and date.latest >= starts and date.earliest <= ends):
            continue
        said = _says(item) if item.agency_id == agency_id and set(item.people) & people else None
        words = _words_of(item)
        if said is None and before.name.is_in(words) and after.name.is_in(words):
            said = Verdict.RECORDED
        if said:
            telling.append((said, item.entry.entry_id))
    for verdict in (Verdict.RECORDED, Verdict.RECORDED_NOT):
        if ids := tuple(entry_id for one, entry_id in telling if one is verdict):
            return verdict, ids
    covered = coverage.covers(agency_id, _first(before.rows[-1]), ends)
    return (Verdict.NO_RECORD_FOUND if covered else Verdict.CANNOT_TELL), ()


def _recorded(
    agency_id: str,
    item: CodedEntry,
    rows: Sequence[CodedEntry],
    seen: Sequence[WorkerChange],
    coverage: CoverageBook,
) -> WorkerChange:
    """A change that a row records, with the workers' names where the rows around it show them."""
    days = dt.timedelta(days=word_list("workers.toml")["run"]["around_days"])
    first, last = _first(item), _day(item.entry.date.latest)
    shown = next(
        (
            change
            for change in seen
            if change.on.earliest and change.on.latest and set(change.about) & set(item.people)
            if change.on.earliest - days <= first and last <= change.on.latest + days
        ),
        None,
    )
    near = [
        one
        for one in rows
        if first - days <= _first(one) <= last + days and set(one.people) & set(item.people)
    ]
    said = {verdict: [one for one in near if _says(one) is verdict] for verdict in Verdict}
    own = _says(item)
    if own is None and shown and shown.handover in (Verdict.RECORDED, Verdict.RECORDED_NOT):
        own = shown.handover
    verdict = own or next(
        (one for one in (Verdict.RECORDED, Verdict.RECORDED_NOT) if said[one]),
        Verdict.NO_RECORD_FOUND
        if coverage.covers(agency_id, first - days, last + days)
        else Verdict.CANNOT_TELL,
    )
    ids = [item.entry.entry_id, *(shown.entry_ids if shown else ())]
    ids += [one.entry.entry_id for one in said[verdict]]
    return WorkerChange(
        worker_change_id=item.entry.entry_id,
        agency_id=agency_id,
        on=item.entry.date,
        from_professional_id=shown.from_professional_id if shown else "",
        to_professional_id=shown.to_professional_id if shown else "",
        how="recorded",
        handover=verdict,
        about=item.people,
        entry_ids=tuple(dict.fromkeys(ids)),
    )


def _tells_change(item: CodedEntry) -> bool:
    return item.kind is EventKind.WORKER_CHANGE


def _says(item: CodedEntry) -> Verdict | None:
    """What one row says of a handover: that there was one, that there was none, or nothing."""
    plain, rules = _words_of(item), word_list("workers.toml")
    if any(has_phrase(plain, words) for words in rules["no_handover"]):
        return Verdict.RECORDED_NOT
    if item.kind is EventKind.TRANSFER or any(has_phrase(plain, words) for words in rules["handover"]):
        return Verdict.RECORDED
    return None


def _words_of(item: CodedEntry) -> str:
    entry = item.entry
    return normal(f"{entry.professional_text} {entry.event_text} {entry.text} {entry.action_text}")


def _order(item: CodedEntry) -> tuple[dt.date, int]:
    return (_first(item), item.entry.row)


def _first(item: CodedEntry) -> dt.date:
    return _day(item.entry.date.earliest)


def _last(rows: Sequence[CodedEntry]) -> dt.date:
    return max(_day(item.entry.date.latest) for item in rows)


def _day(day: dt.date | None) -> dt.date:
    return day or dt.date.max
