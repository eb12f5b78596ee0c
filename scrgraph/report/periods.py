"""Which rows the pack sets out in full, which in summary, and which only the workbook has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from scrgraph.model.entry import Entry
from scrgraph.model.review import Period, Review
from scrgraph.model.vocabulary import EventKind

#: Kinds of event that a summary counts and does not set out, where no finding rests on the row.
ROUTINE = frozenset(
    {
        *(EventKind.CONTACT, EventKind.VISIT, EventKind.MEDICAL, EventKind.OTHER, EventKind.SUPERVISION),
        *(EventKind.MISSED_ATTENDANCE, EventKind.NO_ACCESS, EventKind.CANCELLED, EventKind.ACKNOWLEDGEMENT),
    }
)


class InPeriod(StrEnum):
    """Where in the review's scope a row lies."""

    DETAILED = "detailed"
    SUMMARY = "summary"
    OUTSIDE = "outside the two periods"
    UNDATED = "no date given"


def period_of(entry: Entry, review: Review) -> InPeriod:
    """The period a row belongs to. A partial date that may lie in the detailed period does; without scope, all do."""
    if entry.date.earliest is None or entry.date.latest is None:
        return InPeriod.UNDATED
    if not _set(review.detailed) and not _set(review.summary):
        return InPeriod.DETAILED
    if _set(review.detailed) and _touches(entry, review.detailed):
        return InPeriod.DETAILED
    if _set(review.summary):
        return InPeriod.SUMMARY if _touches(entry, review.summary) else InPeriod.OUTSIDE
    first = review.detailed.from_
    return InPeriod.SUMMARY if first and entry.date.latest < first else InPeriod.OUTSIDE


def set_out(entry: Entry, review: Review, rests: Collection[str]) -> bool:
    """Whether the Word table has a row of its own for this one; ``rests`` are rows that findings rest on."""
    if period_of(entry, review) in (InPeriod.DETAILED, InPeriod.UNDATED) or entry.entry_id in rests:
        return True
    kind = entry.kind_code
    return kind is not None and kind.value not in ROUTINE


def _set(period: Period) -> bool:
    return period.from_ is not None or period.to is not None


def _touches(entry: Entry, period: Period) -> bool:
    first, last = period.from_ or dt.date.min, period.to or dt.date.max
    return (
        entry.date.earliest is not None
        and entry.date.latest is not None
        and (entry.date.earliest <= last and entry.date.latest >= first)
    )
