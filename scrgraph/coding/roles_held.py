"""Which bare roles mean a person, and from when until when: "mother's partner" from 2016 until April 2018."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrgraph.coding.roles_at import RolesAt
from scrgraph.coding.words import word_list
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship, Person

_DAY = dt.timedelta(days=1)
#: A day to ask about where no tie has any.
_ANY = dt.date(2000, 1, 1)


@dataclass(frozen=True)
class RoleHeld:
    """A bare role that certainly means a person on every day from ``since`` to ``until``; ``None`` for an open end."""

    role: str
    since: dt.date | None
    until: dt.date | None


def roles_held(person_id: str, people: Iterable[Person], kinships: Sequence[Kinship]) -> tuple[RoleHeld, ...]:
    """The roles towards the index children that mean one person by the ties, in the order of ``roles_at.toml``.

    Days on which somebody else could be meant as well are left out. Of words for one role the first is given.
    """
    roles = RolesAt(people, kinships)
    changes = _changes(kinships)
    starts = [changes[0] - _DAY, *changes] if changes else [_ANY]
    found: list[RoleHeld] = []
    for rule in word_list("roles_at.toml")["role"]:
        role = rule["words"][0]
        holds = [roles.holder(role, PartialDate.day(day)).person_id == person_id for day in starts]
        for first, last in _runs(holds):
            since = None if first == 0 else starts[first]
            until = starts[last + 1] - _DAY if last + 1 < len(starts) else None
            found.append(RoleHeld(role, since, until))
    return tuple(found)


def _changes(kinships: Sequence[Kinship]) -> list[dt.date]:
    """Every day on which it can be another who is meant than on the day before, the earliest first."""
    days: set[dt.date] = set()
    for tie in kinships:
        days |= {day for day in (tie.since.earliest, tie.since.latest) if day}
        ends = [day for day in (tie.until.earliest, tie.until.latest) if day and day < dt.date.max]
        days |= {*ends, *(day + _DAY for day in ends)}
    return sorted(days)


def _runs(holds: Sequence[bool]) -> list[tuple[int, int]]:
    """The first and last place of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for place, held in enumerate(holds):
        if held and runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        elif held:
            runs.append((place, place))
    return runs
