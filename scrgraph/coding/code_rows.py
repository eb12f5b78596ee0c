"""From imported rows to coded rows: whose they are, whom they name, and what kind of event each tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry, code_entry
from scrgraph.coding.copies import copies_of
from scrgraph.coding.decided import Decided
from scrgraph.coding.decided_row import with_decided_cells
from scrgraph.coding.family import family_facts
from scrgraph.coding.mention import Mention
from scrgraph.coding.people_in_text import people_of_rows
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.professionals import known_professionals, professional_names
from scrgraph.coding.role_changes import unnamed_doubts, with_role_changes
from scrgraph.coding.roles_at import RoleDoubt, replaced, with_roles_at
from scrgraph.coding.row_readings import known_names, names_read, read_rows
from scrgraph.coding.same_person import keep_apart, merged
from scrgraph.coding.settled import Settled, UnknownIndexChild
from scrgraph.coding.undated import dated_by_age
from scrgraph.model.base import Progress
from scrgraph.model.derived import Copy
from scrgraph.model.entry import Chronology, Code, Entry
from scrgraph.model.people import Kinship, Person, Stay

_T = TypeVar("_T", Kinship, Stay)
#: A name found in running text is taken for the person from here on; below it is only offered.
_SURE = 0.5


@dataclass(frozen=True)
class CodedRows:
    """The rows with their meaning, the names they were coded by, and what the author is to be told or asked of them.

    ``entries`` are all rows, copies too, in the order given; ``coded`` has every row once. ``loose`` are names in
    running text that nobody is known by. ``kinships`` and ``stays`` are those that the author settled, after people
    were made one. ``decisions_not_used`` are in words.
    """

    coded: tuple[CodedEntry, ...]
    entries: tuple[Entry, ...]
    copies: tuple[Copy, ...]
    agencies: AgencyNames
    names: PeopleNames
    people: tuple[Person, ...]
    kinships: tuple[Kinship, ...]
    stays: tuple[Stay, ...]
    loose: tuple[str, ...]
    role_doubts: tuple[RoleDoubt, ...]
    decisions_not_used: tuple[str, ...]


def code_rows(
    given: Sequence[Entry],
    chronologies: Sequence[Chronology],
    settled: Settled,
    decided: Decided,
    progress: Progress | None = None,
) -> CodedRows:
    """Everything that can be told of each row by itself and of the names in it.

    What the author decided of a row or a name goes before its columns, and those before its words. Raises
    ``UnknownIndexChild`` for an index child nobody is known as.
    """
    entries = with_decided_cells(given, decided.rows)
    family = [name for person in settled.people for name in (person.display_name, *person.spellings)]
    agencies, names = AgencyNames(settled.agencies, family), PeopleNames(settled.people)
    for pair, same in decided.agencies.items():
        (agencies.join if same else agencies.keep_apart)(*pair)
    agencies.learn(chronologies, entries)
    keep_apart(names, settled.decisions)
    names.learn(entry.people_text for entry in entries)
    became, not_used = merged(names, settled.decisions)
    workers = known_professionals(entries, [spelt for one in names.people for spelt in _spellings(one)])
    copies = copies_of(entries, agencies.resolve)
    repeated = {copy.entry_id for copy in copies}
    own = [entry for entry in entries if entry.entry_id not in repeated]
    said = people_of_rows(_without_people_column(own, chronologies), names, workers)
    readings = read_rows(
        own, chronologies, known_names(agencies, names, workers), agencies, settled.reader, progress
    )
    agencies.learn_names(names_read(readings))
    at_work = professional_names(own, agencies.resolve)
    coded = [
        _with_people_said(
            code_entry(
                entry,
                agencies,
                names,
                decided.rows.get(entry.entry_id),
                readings.get(entry.entry_id),
                at_work,
            ),
            said.get(entry.entry_id, ()),
        )
        for entry in own
    ]
    kinships = tuple(_of(tie, became, "person_id", "to_person_id") for tie in settled.kinships)
    stays = tuple(_of(stay, became, "person_id") for stay in settled.stays)
    told, unclear = with_roles_at(coded, names, kinships, {stay.person_id for stay in stays})
    told, _, unclear_changes = with_role_changes(told, names)
    people = family_facts(list(told), names, {_known(names, name) for name in settled.index_children})
    for person in people:
        names.update(person)
    dated = _dated_by_age(told, people)
    return CodedRows(
        coded=dated,
        entries=_entries(entries, dated, agencies),
        copies=copies,
        agencies=agencies,
        names=names,
        people=tuple(people),
        kinships=kinships,
        stays=stays,
        loose=tuple(dict.fromkeys(one.spelling for found in said.values() for one in found if one.candidate)),
        role_doubts=(*unclear, *unclear_changes, *unnamed_doubts(dated, names)),
        decisions_not_used=not_used,
    )


def _spellings(person: Person) -> tuple[str, ...]:
    return (person.display_name, *person.spellings)


def _without_people_column(entries: Iterable[Entry], chronologies: Iterable[Chronology]) -> list[Entry]:
    """The rows of files that have no column of people, whose words are read for them instead."""
    has = {one.chronology_id for one in chronologies if "people" in one.headings.values()}
    return [entry for entry in entries if entry.chronology_id not in has]


def _with_people_said(item: CodedEntry, mentions: Sequence[Mention]) -> CodedEntry:
    """The row with the people its words name, where no cell names any, and the words that led to each."""
    sure = [one for one in mentions if one.person_id and not one.candidate and one.confidence >= _SURE]
    if not sure or item.people:
        return item
    codes = [
        Code(about="people", value=one.person_id, confidence=one.confidence, words=one.words) for one in sure
    ]
    entry = item.entry.model_copy(update={"codes": (*item.entry.codes, *codes)})
    return replaced(replace(item, entry=entry), [one.person_id for one in sure])


def _of(thing: _T, became: Mapping[str, str], *names: str) -> _T:
    """A tie or a stay of people who were made one with others."""
    changed = {name: became[getattr(thing, name)] for name in names if getattr(thing, name) in became}
    return thing.model_copy(update=changed) if changed else thing


def _known(names: PeopleNames, name: str) -> str:
    found = names.find(name)
    if not found:
        raise UnknownIndexChild(name)
    return found


def _dated_by_age(coded: Sequence[CodedEntry], people: Sequence[Person]) -> tuple[CodedEntry, ...]:
    """The rows with those dated that give an age or a stage of pregnancy, now that births and due dates are known."""
    entries = [item.entry for item in coded]
    dated = dated_by_age(entries, people, {item.entry.entry_id: item.people for item in coded})
    return tuple(
        item if entry is item.entry else replace(item, entry=entry)
        for item, entry in zip(coded, dated, strict=True)
    )


def _entries(
    entries: Sequence[Entry], coded: Sequence[CodedEntry], agencies: AgencyNames
) -> tuple[Entry, ...]:
    """All rows: those that were coded as they are now, and copies with the agency that wrote them."""
    now = {item.entry.entry_id: item.entry for item in coded}
    return tuple(
        now.get(entry.entry_id) or entry.model_copy(update={"agency_id": agencies.resolve(entry.agency_text)})
        for entry in entries
    )
