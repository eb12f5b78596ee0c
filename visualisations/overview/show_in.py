"""Which pictures show a finding best, and the address of each with the finding chosen in it."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from scrgraph.model.finding import Finding
from scrgraph.model.vocabulary import Topic
from visualisations.records.shown import EntryShown

#: The pictures for findings of each topic, the best first; every finding can be seen at its rows.
PICTURES_FOR = {
    Topic.BATONS: ("relay", "network", "chronology"),
    Topic.SILOS: ("knowledge", "network", "chronology"),
    Topic.ADULTS: ("genogram", "network", "chronology"),
    Topic.CHILD: ("seen", "chronology"),
    Topic.UNBORN: ("genogram", "seen", "chronology"),
    Topic.ENGAGEMENT: ("engagement", "chronology"),
    Topic.CHALLENGE: ("relay", "chronology"),
    Topic.SOURCES: ("relay", "chronology"),
}
#: Days shown before and after what a finding rests on.
_AROUND = dt.timedelta(28)
#: A period that is nearly the whole review says nothing: it is left out of the address.
_NEARLY_ALL = 0.9


def state_of(
    finding: Finding, days: tuple[dt.date, dt.date] | None, review: tuple[dt.date, dt.date] | None
) -> str:
    """The state for the address: the finding, the period around it and, where there is one, its first day.

    ``days`` are the first and last day of the finding and its rows, ``review`` those of the whole review.
    """
    state = {"finding": finding.id}
    if days and review:
        first, last = max(review[0], _moved(days[0], -_AROUND)), min(review[1], _moved(days[1], _AROUND))
        whole = (review[1] - review[0]).days
        if first <= last and (last - first).days < whole * _NEARLY_ALL:
            state |= {"from": first.isoformat(), "to": last.isoformat()}
    if finding.topic in {Topic.ADULTS, Topic.UNBORN} and finding.from_:
        state["on"] = finding.from_.isoformat()
    return urlencode(sorted(state.items()))


def days_of(finding: Finding, rows: tuple[EntryShown, ...]) -> tuple[dt.date, dt.date] | None:
    """The first and last day that a finding or one of its rows may speak of; ``None`` where no date is known."""
    given = [day for day in (finding.from_, finding.to) if day]
    given += [day for row in rows for day in (row.earliest, row.latest) if day]
    return (min(given), max(given)) if given else None


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    """``day`` moved, as far as the calendar goes."""
    try:
        return day + by
    except OverflowError:
        return dt.date.min if by < dt.timedelta(0) else dt.date.max
