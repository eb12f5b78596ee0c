"""The part of a review that a file is to show: some days of it, or what concerns one person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from visualisations.drawing.wanted import Wanted
from visualisations.relay.events import Events
from visualisations.relay.waits import Days


def chosen(events: Events, wanted: Wanted) -> Events:
    """The contacts and batons that may lie in the days wanted and concern the person wanted.

    Days that reach beyond what is wanted are cut there. What has no date is left out where days are wanted.
    """
    first, last = wanted.first or dt.date.min, wanted.last or dt.date.max
    whole = not wanted.first and not wanted.last

    def cut(days: Days | None) -> Days | None:
        return None if days is None else (min(max(days[0], first), last), max(min(days[1], last), first))

    def there(days: Days | None) -> bool:
        return whole if days is None else days[0] <= last and days[1] >= first

    people = {mark.mark_id: mark.people for mark in events.marks}

    def concerns(mark_id: str) -> bool:
        return not wanted.person_id or wanted.person_id in people[mark_id]

    contacts = tuple(
        replace(c, days=cut(c.days)) for c in events.contacts if there(c.days) and concerns(c.mark_id)
    )
    batons = tuple(
        replace(
            b,
            days=cut(b.days),
            landed=cut(b.landed),
            wait=replace(b.wait, until=cut(b.wait.until) or b.wait.until) if b.wait else None,
        )
        for b in events.batons
        if there(b.days) and concerns(b.mark_id)
    )
    kept = {c.mark_id for c in contacts} | {b.mark_id for b in batons}
    return Events(contacts, batons, tuple(mark for mark in events.marks if mark.mark_id in kept))
