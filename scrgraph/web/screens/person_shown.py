"""One person as their own page shows them: names, ties, homes, and every row that names them in time order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrgraph.coding.roles_held import roles_held
from scrgraph.corrections import FIELDS, detail
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship, Person
from scrgraph.model.review import ReviewGraph
from scrgraph.review.names import key
from scrgraph.review.people_file import PersonRecord
from scrgraph.web.reading import Reading
from scrgraph.web.screens.people_shown import date_words
from scrgraph.web.screens.telling_words import Piece, pieces

_POSSESSIVE = re.compile(r"^(mother|father)s ")
#: How many rows one page of a person shows.
ROWS = 100


@dataclass(frozen=True)
class Field:
    """Something of a person that can be put right. ``told`` is what the records tell where people.csv says nothing."""

    name: str
    stands: str
    told: str


@dataclass(frozen=True)
class Written:
    """A way of writing somebody: in how many of their rows it stands, from when until when, and whether it can be
    taken apart from them."""

    spelling: str
    rows: int
    days: str
    can_part: bool


@dataclass(frozen=True)
class Tie:
    """What one was to another, when, and where that is said."""

    who: str
    what: str
    to: str
    days: str
    source: str


@dataclass(frozen=True)
class Home:
    """Where somebody lived, when, and where that is said."""

    household: str
    days: str
    source: str


@dataclass(frozen=True)
class PersonRow:
    """A row that names somebody."""

    date: str
    agency: str
    file: str
    place: str
    text: tuple[Piece, ...]


def fields_of(record: PersonRecord, person: Person | None) -> tuple[Field, ...]:
    """Everything of a person that can be put right, in the order of the form."""
    found = []
    for name in FIELDS:
        stands = detail(record, name)
        value = getattr(person, "display_name" if name == "name" else name) if person else None
        told = (
            date_words(value) if isinstance(value, PartialDate) else str(getattr(value, "value", value or ""))
        )
        found.append(
            Field(name, stands, told if told not in ("unknown", stands) and not _said(stands) else "")
        )
    return tuple(found)


def ways_of_writing(
    person: Person, record: PersonRecord | None, entries: Sequence[Entry]
) -> tuple[Written, ...]:
    """Every way the records write somebody, the commonest first."""
    own = {key(one) for one in record.spellings} if record else set()
    found = []
    for spelling in dict.fromkeys((person.display_name, *person.spellings)):
        stands = re.compile(rf"(?<!\w){re.escape(spelling)}(?!\w)", re.IGNORECASE)
        rows = [one for one in entries if stands.search(f"{one.people_text} {one.words}")]
        apart = key(spelling) in own and record is not None and key(spelling) != key(record.name)
        found.append(Written(spelling, len(rows), _first_to_last(rows), apart))
    return tuple(sorted(found, key=lambda one: (-one.rows, one.spelling.casefold())))


def ties_of(person_id: str, graph: ReviewGraph, shown: Mapping[str, str]) -> tuple[Tie, ...]:
    """What a person was to others and others to them, the earliest first."""
    ties = [one for one in graph.kinships if person_id in (one.person_id, one.to_person_id)]
    ordered = sorted(ties, key=lambda one: (one.since.earliest or dt.date.min, one.kinship_id))
    return tuple(_tie(one, shown) for one in ordered)


def words_of(person_id: str, graph: ReviewGraph) -> tuple[tuple[str, str], ...]:
    """The bare roles that mean a person by these ties, each with its days."""
    return tuple(
        (
            _POSSESSIVE.sub(r"\1's ", one.role),
            _days(
                PartialDate.day(one.since) if one.since else PartialDate(),
                PartialDate.day(one.until) if one.until else PartialDate(),
            ).replace("no dates given", "at any time"),
        )
        for one in roles_held(person_id, graph.people, graph.kinships)
    )


def homes_of(person_id: str, graph: ReviewGraph) -> tuple[Home, ...]:
    """Where a person lived, the earliest first."""
    called = {one.household_id: one.display_name for one in graph.households}
    stays = [one for one in graph.stays if one.person_id == person_id]
    return tuple(
        Home(
            called.get(one.household_id, one.household_id),
            _days(one.since, one.until),
            _source(one.entry_ids),
        )
        for one in sorted(stays, key=lambda one: (one.since.earliest or dt.date.min, one.stay_id))
    )


def in_time_order(person: Person, reading: Reading) -> list[Entry]:
    """The rows that name a person, the earliest first; those without a date last."""
    rows = [reading.entries[key] for key in person.entry_ids if key in reading.entries]
    return sorted(
        rows,
        key=lambda one: (one.date.earliest or dt.date.max, one.date.latest or dt.date.max, one.file, one.row),
    )


def person_rows(
    entries: Sequence[Entry], person: Person, agencies: Mapping[str, str]
) -> tuple[PersonRow, ...]:
    """Rows as the page shows them, every way of writing the person marked."""
    names = (person.display_name, *person.spellings)
    return tuple(
        PersonRow(
            date=str(one.date),
            agency=agencies.get(one.agency_id) or one.agency_text or "no agency named",
            file=one.file,
            place=one.place,
            text=pieces("\n".join(part for part in (one.people_text, one.words) if part), names),
        )
        for one in entries
    )


def _said(stands: str) -> bool:
    return stands not in ("", "unknown")


def _tie(tie: Kinship, shown: Mapping[str, str]) -> Tie:
    return Tie(
        who=shown.get(tie.person_id, tie.person_id),
        what=tie.kinship.replace("-", " ")
        if tie.kinship.startswith(("ex-", "half-", "step-"))
        else tie.kinship,
        to=shown.get(tie.to_person_id, tie.to_person_id),
        days=_days(tie.since, tie.until),
        source=_source(tie.entry_ids),
    )


def _source(entry_ids: Sequence[str]) -> str:
    if not entry_ids:
        return "people.csv"
    return f"{len(entry_ids)} row{'' if len(entry_ids) == 1 else 's'}"


def _days(since: PartialDate, until: PartialDate) -> str:
    if since.known and until.known:
        return str(since) if str(since) == str(until) else f"{since} to {until}"
    return f"from {since}" if since.known else f"until {until}" if until.known else "no dates given"


def _first_to_last(rows: Sequence[Entry]) -> str:
    dated = [one.date for one in rows if one.date.known]
    if not dated:
        return ""
    return _days(
        min(dated, key=lambda one: one.earliest or dt.date.max),
        max(dated, key=lambda one: one.latest or dt.date.min),
    )
