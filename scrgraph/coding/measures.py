"""Plans and orders from coded entries, with the people each is about, and when each ended.

A row tells of one by its event column or, at a meeting or in a decision, by words of ``measures.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.phrases import clauses, said_in
from scrgraph.coding.words import word_list
from scrgraph.model.events import CourtOrder, Plan
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import MEETING_KINDS, EventKind

_TOLD_BY = MEETING_KINDS | {EventKind.DECISION}


def plans_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[Plan]:
    """Plans with the people they are for; what the plan is stands in the event column."""
    for one in _measures(coded, agencies, EventKind.PLAN):
        yield Plan(plan_id=one.item.entry.entry_id, **one.fields)


def orders_of(coded: Iterable[CodedEntry], agencies: AgencyNames) -> Iterator[CourtOrder]:
    """Orders with the people they are about, by the agency whose record tells of them."""
    for one in _measures(coded, agencies, EventKind.ORDER):
        yield CourtOrder(order_id=one.item.entry.entry_id, **one.fields)


@dataclass(frozen=True)
class _Told:
    """A measure as a row tells of it, and the row that tells of its end, where there is one."""

    item: CodedEntry
    what: str
    ended_by: CodedEntry | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """What a plan and an order have in common. A row that tells only of an end gives no beginning."""
        alone = self.ended_by is self.item
        rows = [self.item] if alone or self.ended_by is None else [self.item, self.ended_by]
        return {
            "what": self.what,
            "on": PartialDate() if alone else self.item.entry.date,
            "ended": self.ended_by.entry.date if self.ended_by else PartialDate(),
            "agency_id": self.item.agency_id,
            "covered": self.item.people,
            "entry_ids": tuple(row.entry.entry_id for row in rows),
        }


def _measures(coded: Iterable[CodedEntry], agencies: AgencyNames, kind: EventKind) -> list[_Told]:
    """The measures of a kind by day; a row that tells of an end closes the last one open about the same people."""
    rows = [
        item
        for item in coded
        if (item.kind is kind or item.kind in _TOLD_BY) and agencies.is_agency(item.agency_id)
    ]
    found: list[_Told] = []
    for item in sorted(rows, key=lambda row: (not row.entry.date.known, str(row.entry.date.earliest))):
        by_column = item.kind is kind
        begun = item.entry.event_words if by_column else _begun(item, kind)
        if _ends(item, kind):
            place = _last_open(found, item)
            if place is not None:
                found[place] = replace(found[place], ended_by=item)
            elif by_column:
                found.append(_Told(item, item.entry.event_words, ended_by=item))
        elif begun:
            found.append(_Told(item, begun))
    return found


def _last_open(found: list[_Told], end: CodedEntry) -> int | None:
    """The last measure begun before an end, by the agency that tells of the end, about some of the same people."""
    if not end.entry.date.known:
        return None
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        same = one.item.agency_id == end.agency_id and set(one.item.people) & set(end.people)
        if same and one.ended_by is None and one.item.entry.date.certainly_before(end.entry.date):
            return place
    return None


def _ends(item: CodedEntry, kind: EventKind) -> bool:
    lists = word_list("measures.toml")
    said = clauses(item.entry.event_text, item.entry.text, item.entry.action_text)
    return any(True for _ in said_in(said, lists[kind.value]["ends"], lists["denials"]))


def _begun(item: CodedEntry, kind: EventKind) -> str:
    """The measure that a meeting's or decision's words say was made; empty where they say none."""
    lists = word_list("measures.toml")
    said = clauses(item.entry.text, item.entry.action_text)
    begins = lists[kind.value]["begins"]
    return next(
        (
            what
            for what, phrases in begins.items()
            if any(True for _ in said_in(said, phrases, lists["denials"]))
        ),
        "",
    )
