"""The days a genogram can show, and what changes on which of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from visualisations.genogram.family import Bond, Family
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.lives import life_of
from visualisations.records.material import Material
from visualisations.records.shown import Records, When

_DAY = dt.timedelta(1)
_NO_DATES = dt.date(2000, 1, 1)


@dataclass(frozen=True)
class Days:
    """First and last day, the day shown at first, and the changes in order: each day with words for what changes."""

    first: dt.date
    last: dt.date
    on: dt.date
    changes: tuple[tuple[dt.date, str], ...]
    dated: bool = True


def days_of(material: Material, family: Family) -> Days:
    """Days from the first that concerns a child, a couple, a stay or a row, to the last of the review."""
    records = material.records
    changes = _changes(records, family)
    early = [d for d in (*_begin(records, family), material.first_day) if d]
    late = [d for d in (material.last_day, material.as_of) if d]
    late += [day for day, _ in changes] if not late else []
    if not early and not late:
        return Days(_NO_DATES, _NO_DATES, _NO_DATES, (), dated=False)
    last = max(late) if late else max(early)
    first = min([*early, last])
    on = min(max(material.as_of, first), last) if material.as_of else last
    return Days(first, last, on, tuple(change for change in changes if first <= change[0] <= last))


def _begin(records: Records, family: Family) -> list[dt.date | None]:
    found = [life_of(p)[0].first for p in records.people if p.kind == "child" or p.unborn]
    found += [stay.since_on.earliest for stay in records.stays]
    return found + [
        records.ties[place].since_on.earliest for couple in family.couples for place in couple.ties
    ]


def _changes(records: Records, family: Family) -> list[tuple[dt.date, str]]:
    found: dict[dt.date, list[str]] = defaultdict(list)

    def say(when: When, sure: str, may: str, *, after: bool = False) -> None:
        """Words for the first day something may have happened, and, where that is another, for the last."""
        if when.earliest is None or when.latest is None:
            return
        shift = _DAY if after and when.latest < dt.date.max else dt.timedelta(0)
        if when.earliest == when.latest:
            found[when.earliest + shift].append(sure)
        else:
            found[when.earliest + shift].append(f"{may} ({when.words})")
            found[when.latest + shift].append(f"{sure} by now ({when.words})")

    for person in records.people:
        name = person.name.strip() or "somebody with no name on record"
        for span in life_of(person):
            if span.state == "pregnancy" and span.first:
                found[span.first].append(f"{name}: expected, 40 weeks before the due date")
        say(person.born, f"{name} born", f"{name} may have been born")
        say(person.due, f"{name}: birth due", f"{name}: birth may be due")
        say(person.died, f"{name} died", f"{name} may have died")
    names = {person.person_id: person.name for person in records.people}
    for couple in family.couples:
        if couple.bond is Bond.PARENTS:
            continue
        both = " and ".join(names[key] for key in couple.pair)
        for place in couple.ties:
            tie = records.ties[place]
            say(tie.since_on, f"{both}: partnership begins", f"{both}: partnership may begin")
            say(tie.until_on, f"{both}: partnership over", f"{both}: partnership may be over", after=True)
    for descent in family.descents:
        for place in descent.ties if descent.parents and descent.line is not Line.BIRTH else ():
            tie = records.ties[place]
            what = f"{names[tie.person_id]}, {tie.kinship} of {names[tie.to_person_id]}"
            say(tie.since_on, f"{what}: begins", f"{what}: may begin")
            say(tie.until_on, f"{what}: over", f"{what}: may be over", after=True)
    for stay in records.stays:
        who = names.get(stay.person_id)
        if who is not None:
            say(stay.since_on, f"{who} at {stay.household}", f"{who} may be at {stay.household}")
            left = f"{who} no longer at {stay.household}"
            say(stay.until_on, left, f"{who} may have left {stay.household}", after=True)
    return [(day, "; ".join(dict.fromkeys(found[day]))) for day in sorted(found)]
