"""Meetings from coded entries: who held each, who was asked and who came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.model.events import Meeting
from scrgraph.model.vocabulary import MEETING_KINDS


def meetings_of(coded: Sequence[CodedEntry], agencies: AgencyNames) -> Iterator[Meeting]:
    """Meetings; rows of several agencies about one kind of meeting on one day are the same meeting."""
    same: dict[tuple[object, ...], list[CodedEntry]] = defaultdict(list)
    for item in coded:
        if item.kind in MEETING_KINDS:
            day = item.entry.date.earliest if item.entry.date.exact else item.entry.entry_id
            same[(str(day), item.kind)].append(item)
    for rows in same.values():
        first = rows[0]
        holders = [row.agency_id for row in rows if agencies.is_agency(row.agency_id)]
        named = [agency for row in rows for agency in (*row.to_agencies, *row.from_agencies)]
        yield Meeting(
            meeting_id=first.entry.entry_id,
            kind=first.kind,
            on=first.entry.date,
            held_by=holders[0] if holders else "",
            attended=tuple(dict.fromkeys(a for a in (*holders, *named) if agencies.is_agency(a))),
            about=tuple(dict.fromkeys(person for row in rows for person in row.people)),
            entry_ids=tuple(row.entry.entry_id for row in rows),
        )
