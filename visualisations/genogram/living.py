"""Who lived together on a day: certainly, or possibly where a stay's dates are partial or missing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visualisations.drawing.agency_look import AGENCY_COLOURS
from visualisations.genogram.lives import Span, lifetime
from visualisations.records.shown import PersonShown, Records, StayShown

_DAY = dt.timedelta(1)
_DASHES = ("2 5", "9 4", "9 4 2 4", "4 3", "14 4", "6 3 2 3 2 3")
_ORDER = (0, 2, 1, 3, 5, 4, 6, 7, 8, 9, 10, 11)


@dataclass(frozen=True)
class HouseholdLook:
    """A household as the genogram and the strip show it: its letter, colour and dashes."""

    household_id: str
    name: str
    letter: str
    colour: str
    dashes: str


@dataclass(frozen=True)
class LivingOn:
    """One day: the home each person is drawn in, and the further or possible ones that a tag tells of."""

    home: Mapping[str, str]
    tags: Mapping[str, tuple[tuple[str, bool], ...]]

    def members(self, household_id: str) -> frozenset[str]:
        """Everybody drawn in one household."""
        return frozenset(key for key, home in self.home.items() if home == household_id)


def household_looks(records: Records) -> dict[str, HouseholdLook]:
    """The looks of all households: the index child's first, then in the order they are first lived in."""
    index = {person.person_id for person in records.people if person.index_child}
    by_home: dict[str, list[StayShown]] = defaultdict(list)
    for stay in records.stays:
        by_home[stay.household_id].append(stay)

    def first(home: str) -> tuple[bool, str, str, str]:
        stays = by_home[home]
        since = min((s.since_on.earliest.isoformat() for s in stays if s.since_on.earliest), default="9999")
        return not any(stay.person_id in index for stay in stays), since, stays[0].household, home

    found = {}
    for place, home in enumerate(sorted(by_home, key=first)):
        found[home] = HouseholdLook(
            home,
            by_home[home][0].household.strip() or "household with no name on record",
            _letter(place),
            AGENCY_COLOURS[_ORDER[place % len(_ORDER)]],
            _DASHES[place % len(_DASHES)],
        )
    return found


def _letter(place: int) -> str:
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def possible_days(stay: StayShown, person: PersonShown) -> Span | None:
    """The days on which the stay may have been going on."""
    return Span(stay.since_on.earliest, stay.until_on.latest).within(lifetime(person))


def certain_days(stay: StayShown, person: PersonShown) -> Span | None:
    """The days on which it certainly was: without a date of its beginning, only that of its end is.

    A stay with a beginning and no end goes on; one without either is certain on no day.
    """
    since, until = stay.since_on, stay.until_on
    first = since.latest or until.earliest
    if first is None:
        return None
    span = Span(first, until.earliest)
    if span.last and first > span.last:
        return None
    return span.within(Span(person.born.earliest, person.died.earliest))


@dataclass(frozen=True)
class StayDays:
    """A stay with the days on which it certainly, and on which it possibly, was going on."""

    person_id: str
    household_id: str
    since: str
    sure: Span | None
    may: Span


def stay_days(records: Records, people: Mapping[str, PersonShown]) -> tuple[StayDays, ...]:
    """The stays of people on record, those begun later first; without those that lie outside a lifetime."""
    found = []
    for stay in records.stays:
        person = people.get(stay.person_id)
        may = person and possible_days(stay, person)
        if person and may:
            since = stay.since_on.latest.isoformat() if stay.since_on.latest else ""
            found.append(StayDays(stay.person_id, stay.household_id, since, certain_days(stay, person), may))
    return tuple(sorted(found, key=lambda stay: (stay.since, stay.household_id), reverse=True))


def living_on(stays: Sequence[StayDays], day: dt.date) -> LivingOn:
    """Where everybody lived on ``day``; of two certain stays the one begun later is where they are drawn."""
    certain: dict[str, list[str]] = defaultdict(list)
    possible: dict[str, list[str]] = defaultdict(list)
    for stay in stays:
        if stay.may.holds(day):
            known = certain if stay.sure and stay.sure.holds(day) else possible
            known[stay.person_id].append(stay.household_id)
    home = {key: certain[key][0] for key in sorted(certain)}
    tags: dict[str, tuple[tuple[str, bool], ...]] = {}
    for key in sorted({*certain, *possible}):
        sure = list(dict.fromkeys(certain.get(key, ())))
        also = [(household, True) for household in sure[1:]]
        also += [
            (household, False) for household in dict.fromkeys(possible.get(key, ())) if household not in sure
        ]
        if also:
            tags[key] = tuple(also)
    return LivingOn(home, tags)


def stay_changes(stays: Sequence[StayDays]) -> list[dt.date]:
    """The days on which who lives where, or how surely, changes."""
    days = set()
    for stay in stays:
        for span in (stay.sure, stay.may):
            days |= {span.first} if span and span.first else set()
            days |= {span.last + _DAY} if span and span.last and span.last < dt.date.max else set()
    return sorted(days)


def unplaced_in_time(stays: Sequence[StayShown]) -> list[StayShown]:
    """The stays without any date."""
    return [stay for stay in stays if stay.since_on.earliest is None and stay.until_on.earliest is None]
