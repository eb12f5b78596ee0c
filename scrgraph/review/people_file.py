"""people.csv: who is who, written by import and corrected by the author."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from scrgraph.model.people import Household, Kinship, Stay
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.review.cells import join_list, write_date
from scrgraph.review.errors import Problem, error, raise_errors
from scrgraph.review.names import key, nearest
from scrgraph.review.person_record import (
    MUTUAL,
    KinRecord,
    PersonRecord,
    StayRecord,
    parse_kin,
    parse_stay,
    write_kin,
    write_stays,
)
from scrgraph.review.row_faults import RowReader, repeated_ids, shared_spellings
from scrgraph.review.table_file import Line, read_lines, write_lines

__all__ = [
    "COLUMNS", "KinRecord", "PersonRecord", "StayRecord", "all_households", "all_kinships", "all_stays",
    "check_people", "find_person", "read_people", "write_people",
]  # fmt: skip

COLUMNS = (
    "person_id", "name", "kind", "sex", "role", "born", "due", "died", "index_child",
    "spellings", "stays", "kin",
)  # fmt: skip


def read_people(path: Path) -> tuple[PersonRecord, ...]:
    """The people of the file in its order; none when there is no file.

    Raises ``ReviewError`` with every fault, its line and what to do.
    """
    people, problems = check_people(path)
    raise_errors(problems)
    return people


def check_people(path: Path) -> tuple[tuple[PersonRecord, ...], tuple[Problem, ...]]:
    """The people of the file and everything to put right in it; cells at fault count as empty."""
    lines, found = read_lines(path, COLUMNS, ("person_id", "name"))
    problems = list(found)
    rows = [(line, _record(RowReader(path.name, line, problems))) for line in lines]
    problems += repeated_ids(path.name, "person_id", ((line, row.person_id) for line, row in rows))
    problems += shared_spellings(
        path.name, ((line, row.person_id, (row.name, *row.spellings)) for line, row in rows)
    )
    problems += _faults_of_kin(path.name, rows)
    return tuple(row for _, row in rows), tuple(problems)


def write_people(path: Path, people: Iterable[PersonRecord]) -> None:
    """Write the people in the order given, all at once. Raises ``ReviewError`` when the file is locked."""
    write_lines(path, COLUMNS, (_cells(person) for person in people))


def find_person(people: Sequence[PersonRecord], text: str) -> PersonRecord | None:
    """The person whose id, name or spelling is ``text``; an id wins over a name, a name over a spelling."""
    wanted = key(text)
    ways = (
        lambda person: person.person_id == text,
        lambda person: key(person.name) == wanted,
        lambda person: wanted in map(key, person.spellings),
    )
    return next((person for way in ways for person in people if way(person)), None)


def all_stays(people: Iterable[PersonRecord]) -> tuple[Stay, ...]:
    """The stays of everybody."""
    return tuple(stay for person in people for stay in person.stays())


def all_households(people: Iterable[PersonRecord]) -> tuple[Household, ...]:
    """The households named in anybody's stays, each once, by id."""
    named: dict[str, Household] = {}
    for person in people:
        for household in person.households():
            named.setdefault(household.household_id, household)
    return tuple(named[household_id] for household_id in sorted(named))


def all_kinships(people: Iterable[PersonRecord]) -> tuple[Kinship, ...]:
    """The ties of everybody; one that both people's rows give in the same words and days is taken once."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for person in people:
        for tie in person.kinships():
            ends = (tie.person_id, tie.to_person_id)
            who = tuple(sorted(ends)) if tie.kinship in MUTUAL else ends
            days = (tie.since.earliest, tie.since.latest, tie.until.earliest, tie.until.latest)
            if (told := (tie.kinship, who, days)) not in seen:
                seen.add(told)
                kept.append(tie)
    return tuple(kept)


def _record(row: RowReader) -> PersonRecord:
    """The person of one row."""
    return PersonRecord(
        person_id=row.id("person_id"),
        name=row.required("name"),
        kind=row.word("kind", PersonKind, PersonKind.UNKNOWN),
        sex=row.word("sex", Sex, Sex.UNKNOWN),
        role=row.text("role"),
        born=row.date("born"),
        due=row.date("due"),
        died=row.date("died"),
        index_child=row.yes("index_child"),
        spellings=row.list("spellings"),
        stayed=row.parsed("stays", parse_stay),
        kin=row.parsed("kin", parse_kin),
    )


def _cells(person: PersonRecord) -> dict[str, str]:
    """The row for one person."""
    return {
        "person_id": person.person_id,
        "name": person.name,
        "kind": person.kind.value,
        "sex": person.sex.value,
        "role": person.role,
        "born": write_date(person.born),
        "due": write_date(person.due),
        "died": write_date(person.died),
        "index_child": "yes" if person.index_child else "",
        "spellings": join_list(person.spellings),
        "stays": write_stays(person.stayed),
        "kin": write_kin(person.kin),
    }


def _faults_of_kin(file: str, rows: Sequence[tuple[Line, PersonRecord]]) -> list[Problem]:
    """Ties to somebody who is not in the file, or to oneself."""
    known = {row.person_id for _, row in rows}
    problems = []
    for line, row in rows:
        for tie in row.kin:
            if tie.person_id == row.person_id:
                message = (
                    f"'{row.person_id}' is given a tie to themselves. Write the other person's person_id."
                )
            elif tie.person_id not in known:
                hint = nearest(tie.person_id, known)
                message = (
                    f"kin names '{tie.person_id}', who has no row.{hint} Add a row for them or put the "
                    "person_id right."
                )
            else:
                continue
            problems.append(error(file, line.place, message))
    return problems
