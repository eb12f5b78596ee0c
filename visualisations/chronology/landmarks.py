"""Days that help to find one's place in a chronology: the incident, births, due dates, deaths and moves."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from scrgraph.model.partial_date import in_words
from scrgraph.model.review import Period
from scrgraph.model.sentence_parts import listed
from visualisations.records.material import Material
from visualisations.records.shown import When

_WORDS = (("born", "born"), ("due", "due date"), ("died", "died"))


@dataclass(frozen=True)
class Landmark:
    """A day between rows: ``first`` is the first day it may have been, ``date`` the words for people."""

    first: dt.date
    date: str
    words: str
    people: tuple[str, ...] = ()
    kind: str = ""


def landmarks(material: Material) -> tuple[Landmark, ...]:
    """Landmarks within the days of the rows, and the incident whenever it was, in order."""
    first, last = material.first_day, material.last_day
    found = []
    if first and last:
        found = [mark for mark in (*_of_people(material), *_moves(material)) if first <= mark.first <= last]
        found += [mark for mark in _of_the_scope(material) if first < mark.first <= last]
    incident = material.review.incident_date
    if incident:
        found.append(Landmark(incident, in_words(incident), "The day of the incident", kind="incident"))
    return tuple(sorted(found, key=lambda mark: (mark.first, mark.kind, mark.words, mark.people)))


def _of_people(material: Material) -> list[Landmark]:
    """When people were born, due and died."""
    return [
        Landmark(when.earliest, when.words, f"{person.name}: {words}", (person.person_id,), kind)
        for person in material.records.people
        for kind, words in _WORDS
        if (when := _when(person, kind)).earliest is not None
    ]


def _of_the_scope(material: Material) -> list[Landmark]:
    """Where the summary and the detailed period of the review begin."""
    scope = (("summary", material.review.summary), ("detailed", material.review.detailed))
    return [
        Landmark(period.from_, in_words(period.from_), f"The review's {name} period begins", kind="period")
        for name, period in scope
        if period.from_
    ]


def in_summary_period(material: Material, day: dt.date) -> bool:
    """Whether a day lies in the review's summary period and not in its detailed one."""
    return _holds(material.review.summary, day) and not _holds(material.review.detailed, day)


def _holds(period: Period, day: dt.date) -> bool:
    """Whether a period with at least one end given holds a day."""
    if period.from_ is None and period.to is None:
        return False
    return (period.from_ is None or period.from_ <= day) and (period.to is None or day <= period.to)


def _when(person: object, kind: str) -> When:
    when = getattr(person, kind)
    return when if isinstance(when, When) else When()


def _moves(material: Material) -> list[Landmark]:
    """When stays at a household begin, one landmark for all who came on the same date."""
    came = defaultdict[tuple[dt.date, str, str], list[str]](list)
    for stay in material.records.stays:
        if stay.since_on.earliest and stay.person_id in material.people:
            who = came[(stay.since_on.earliest, stay.since_on.words, stay.household)]
            if stay.person_id not in who:
                who.append(stay.person_id)
    return [
        Landmark(first, date, f"At {household} from then: {listed(names)}", tuple(people), "move")
        for (first, date, household), people in came.items()
        if (names := [material.people[person_id].name for person_id in people])
    ]
