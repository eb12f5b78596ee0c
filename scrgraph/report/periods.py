"""Which rows the pack sets out in full, which in summary, and which only the workbook has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
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


class HowMuch(StrEnum):
    """How much of a chronology the Word document sets out, row by row; the workbook always has every row."""

    AS_ASKED = "the detailed period in full, the rest in summary"
    DETAILED = "the detailed period in full, of the rest the rows behind findings"
    SUMMARY = "the rows that record more than a routine contact, and those behind findings"
    LATEST = "the latest rows that record more than a routine contact, and the rows behind findings"
    FINDINGS = "the rows behind findings"


def rows_to_set_out(
    entries: Sequence[Entry],
    review: Review,
    rests: Collection[str],
    most: int,
    key_episodes: Collection[str] = (),
) -> tuple[HowMuch, frozenset[str]]:
    """How much is set out, and which rows by entry id: the most that ``most`` rows hold, or those behind findings.

    ``key_episodes`` are set out in any case and come on top, so that marking one takes the place of no other row.
    """
    much, rows = _within(entries, review, rests, most)
    return much, rows | (frozenset(key_episodes) & {entry.entry_id for entry in entries})


def _within(
    entries: Sequence[Entry], review: Review, rests: Collection[str], most: int
) -> tuple[HowMuch, frozenset[str]]:
    routine = frozenset(entry.entry_id for entry in entries if _is_routine(entry))
    full = (InPeriod.DETAILED, InPeriod.UNDATED)
    in_full = frozenset(entry.entry_id for entry in entries if period_of(entry, review) in full)
    all_ids = frozenset(entry.entry_id for entry in entries)
    behind = all_ids & frozenset(rests)
    for much, rows in (
        (HowMuch.AS_ASKED, in_full | (all_ids - routine) | behind),
        (HowMuch.DETAILED, in_full | behind),
        (HowMuch.SUMMARY, (all_ids - routine) | behind),
    ):
        if len(rows) <= most:
            return much, rows
    if len(behind) >= most:
        return HowMuch.FINDINGS, behind
    dated = [entry for entry in entries if entry.entry_id not in routine | behind and entry.date.latest]
    dated.sort(key=lambda entry: (entry.date.latest or dt.date.min, entry.entry_id), reverse=True)
    return HowMuch.LATEST, behind | {entry.entry_id for entry in dated[: most - len(behind)]}


def _is_routine(entry: Entry) -> bool:
    kind = entry.kind_code
    return kind is None or kind.value in ROUTINE


def _set(period: Period) -> bool:
    return period.from_ is not None or period.to is not None


def _touches(entry: Entry, period: Period) -> bool:
    first, last = period.from_ or dt.date.min, period.to or dt.date.max
    return (
        entry.date.earliest is not None
        and entry.date.latest is not None
        and (entry.date.earliest <= last and entry.date.latest >= first)
    )
