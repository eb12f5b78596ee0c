"""Who is who, as a list: each person with role, birth, how often they appear and in whose records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrgraph.coding.agency_names import sector_of
from scrgraph.model.agencies import Agency
from scrgraph.model.doubt import Doubt
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.pseudonyms.fields import word_data
from scrgraph.review.people_file import PersonRecord
from scrgraph.web.reading import Reading

_BETWEEN = " = "


@dataclass(frozen=True)
class InRecords:
    """In how many rows of an agency somebody appears, or how many rows it wrote."""

    agency: str
    rows: int


@dataclass(frozen=True)
class PersonLine:
    """A person in the list. ``read`` is false for somebody whom no reading has yet."""

    person_id: str
    name: str
    index_child: bool
    what: str
    role: str
    born: str
    died: str
    rows: int
    records: tuple[InRecords, ...]
    spellings: tuple[str, ...]
    maybe: int
    read: bool = True


@dataclass(frozen=True)
class PossiblePair:
    """Two who may be one: what they are called, and why, in words; ``one`` and ``other`` as decisions name them."""

    doubt_id: str
    one: str
    other: str
    names: tuple[str, str]
    because: str
    rests_on: int


@dataclass(frozen=True)
class AgencyLine:
    """An agency in the list. ``own`` says whether a chronology of its own is in hand."""

    agency_id: str
    name: str
    sector: str
    rows: int
    own: bool
    spellings: tuple[str, ...]


def people_lines(
    reading: Reading, records: Sequence[PersonRecord], doubts: Sequence[Doubt]
) -> tuple[PersonLine, ...]:
    """Everybody of the reading, and whoever people.csv has had since: index children first, then by their rows."""
    if reading.graph is None:
        return ()
    kept = {one.person_id: one for one in records}
    maybe = Counter(
        part for doubt in doubts if doubt.kind == "person" for part in doubt.subject.split(_BETWEEN)
    )
    names = agency_names(reading)
    lines = [
        _line(person, kept.get(person.person_id), in_records(person.entry_ids, reading, names), maybe)
        for person in reading.graph.people
    ]
    return tuple(sorted(lines, key=lambda one: (not one.index_child, -one.rows, one.name.casefold())))


def in_records(entry_ids: Sequence[str], reading: Reading, names: Mapping[str, str]) -> tuple[InRecords, ...]:
    """In whose records rows stand, the most first."""
    found = Counter(
        names.get(entry.agency_id) or "no agency named"
        for key in entry_ids
        if (entry := reading.entries.get(key))
    )
    return tuple(
        InRecords(agency, rows) for agency, rows in sorted(found.items(), key=lambda one: (-one[1], one[0]))
    )


def agency_names(reading: Reading) -> dict[str, str]:
    """The name shown of each agency, by id."""
    return {one.agency_id: one.display_name for one in reading.graph.agencies} if reading.graph else {}


def possible_pairs(
    doubts: Sequence[Doubt], kind: str, shown: Mapping[str, str], of: str = ""
) -> tuple[PossiblePair, ...]:
    """The doubts whether two are one, the most consequential first; with ``of`` those about that one alone."""
    found = []
    for doubt in doubts:
        one, _, other = doubt.subject.partition(_BETWEEN)
        if doubt.kind == kind and (not of or of in (one, other)):
            names = (shown.get(one, one), shown.get(other, other))
            because = doubt.because.removeprefix(f"“{names[0]}” and “{names[1]}”; ")
            found.append(PossiblePair(doubt.doubt_id, one, other, names, because, doubt.rests_on))
    return tuple(found)


def agency_lines(reading: Reading) -> tuple[AgencyLine, ...]:
    """Every agency of the reading, those whose own chronology is in hand first, then by the rows they wrote."""
    if reading.graph is None:
        return ()
    wrote = Counter(entry.agency_id for entry in reading.entries.values())
    own = {one.agency_id for one in reading.graph.coverages if one.detail == "own"}
    lines = [
        AgencyLine(
            one.agency_id,
            one.display_name,
            sector_words(one),
            wrote[one.agency_id],
            one.agency_id in own,
            one.spellings,
        )
        for one in reading.graph.agencies
        if one.stands_for_agency
    ]
    return tuple(sorted(lines, key=lambda one: (not one.own, -one.rows, one.name.casefold())))


def sector_words(agency: Agency) -> str:
    """What an agency of the sector is called; empty where the sector is not known."""
    known = agency.sector if agency.sector != "unknown" else sector_of(agency.display_name)[0]
    return (
        "" if known == "unknown" else str(word_data("sector_titles.toml").get(known, known.replace("_", " ")))
    )


def what(kind: PersonKind, sex: Sex) -> str:
    """Kind and sex in words: "girl", "man", "adult", "child"; empty where neither is known."""
    words = {
        (PersonKind.CHILD, Sex.FEMALE): "girl",
        (PersonKind.CHILD, Sex.MALE): "boy",
        (PersonKind.ADULT, Sex.FEMALE): "woman",
        (PersonKind.ADULT, Sex.MALE): "man",
        (PersonKind.CHILD, Sex.UNKNOWN): "child",
        (PersonKind.ADULT, Sex.UNKNOWN): "adult",
        (PersonKind.UNKNOWN, Sex.FEMALE): "female",
        (PersonKind.UNKNOWN, Sex.MALE): "male",
    }
    return words.get((kind, sex), "")


def date_words(date: PartialDate) -> str:
    """A date in words; empty where none is known."""
    return str(date) if date.known else ""


def _line(
    person: Person, record: PersonRecord | None, records: tuple[InRecords, ...], maybe: Counter[str]
) -> PersonLine:
    """What people.csv says now goes before what the last reading had of it."""
    born = record.born if record and record.born.known else person.born
    died = record.died if record and record.died.known else person.died
    kind = record.kind if record and record.kind is not PersonKind.UNKNOWN else person.kind
    sex = record.sex if record and record.sex is not Sex.UNKNOWN else person.sex
    return PersonLine(
        person_id=person.person_id,
        name=record.name if record else person.display_name,
        index_child=person.index_child,
        what=what(kind, sex),
        role=(record.role if record else "") or person.role,
        born=date_words(born) or (f"due {person.due}" if person.due.known else ""),
        died=date_words(died),
        rows=len(person.entry_ids),
        records=records,
        spellings=tuple(one for one in person.spellings if one != person.display_name),
        maybe=maybe[person.person_id],
    )
