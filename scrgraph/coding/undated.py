"""Rows dated by a child's age or the weeks of a pregnancy, once the date of birth or due date is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind
from scrgraph.temporal.ages import Age, read_age

_ANCHORS = {"birth": "date of birth", "due date": "due date"}


def dated_by_age(
    entries: Sequence[Entry],
    people: Sequence[Person],
    named: Mapping[str, Iterable[str]] | None = None,
) -> tuple[Entry, ...]:
    """``entries`` with those dated that give only an age ("aged 5 weeks") or a stage of pregnancy ("28/40").

    A row is dated where exactly one child of its people has the date needed or, where it names no child, the only
    index child has. Weeks of pregnancy count to 40 at the due date. The date is an interval, and its ``how`` says
    from what it was counted. ``named`` gives the ids of the people of each entry; without it ``Person.entry_ids`` does.
    """
    if not any(_gives_age(entry) for entry in entries):
        return tuple(entries)
    children = {person.person_id: person for person in people if _is_child(person)}
    of_entry: dict[str, list[str]] = defaultdict(list)
    for key, person in children.items():
        for entry_id in person.entry_ids:
            of_entry[entry_id].append(key)
    found = []
    for entry in entries:
        ids = of_entry[entry.entry_id] if named is None else named.get(entry.entry_id, ())
        of_row = [children[key] for key in dict.fromkeys(ids) if key in children]
        of_row = of_row or [child for child in children.values() if child.index_child]
        found.append(_dated(entry, of_row) if _gives_age(entry) else entry)
    return tuple(found)


def _gives_age(entry: Entry) -> bool:
    return not entry.date.known and bool(entry.date.written) and read_age(entry.date.written) is not None


def _is_child(person: Person) -> bool:
    return not person.group and (person.index_child or person.kind is PersonKind.CHILD)


def _dated(entry: Entry, children: Sequence[Person]) -> Entry:
    age = read_age(entry.date.written)
    if age is None or not age.counted_from:
        return entry
    able = [child for child in children if _anchor(age, child).known]
    if len(able) != 1:
        return entry
    anchor = _anchor(age, able[0])
    days = age.days_from(anchor)
    if days is None:
        return entry
    how = f"'{entry.date.written}' counted from the {_ANCHORS[age.counted_from]} of {able[0].display_name}, {anchor}"
    date = PartialDate(earliest=days[0], latest=days[1], written=entry.date.written, how=how)
    return entry.model_copy(update={"date": date})


def _anchor(age: Age, child: Person) -> PartialDate:
    return child.born if age.counted_from == "birth" else child.due
