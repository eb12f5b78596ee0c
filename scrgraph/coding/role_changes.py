"""Where the rows tell that the man or woman whom a bare role means has changed, the one becomes two unnamed people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.phrases import clauses, said_in
from scrgraph.coding.roles_at import RoleDoubt, replaced
from scrgraph.coding.words import normal, slug, word_list
from scrgraph.model.partial_date import PartialDate, in_words
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import EventKind


@dataclass(frozen=True)
class RoleChange:
    """From ``on`` a bare role means ``new_id`` where it meant ``person_id`` before, with the row that tells it."""

    person_id: str
    new_id: str
    on: PartialDate
    entry_id: str
    reason: str


def with_role_changes(
    coded: Sequence[CodedEntry], names: PeopleNames
) -> tuple[tuple[CodedEntry, ...], tuple[RoleChange, ...], tuple[RoleDoubt, ...]]:
    """The rows with an unnamed partner told apart from the next one, the changes, and the doubts.

    Two are told apart where a row says that there is a new partner, or that one left and a later row that another
    adult came, and other rows of the same bare role are certainly earlier by four weeks. Words of coming back keep
    them one. Everything less is a doubt. ``names`` takes in the new unnamed people; spellings stay the first one's.
    """
    rows, changes, doubts = list(coded), list[RoleChange](), list[RoleDoubt]()
    roles = set(word_list("roles_at.toml")["change"]["roles"])
    for person in names.people:
        if not person.unnamed or person.group or person.role not in roles:
            continue
        of_person = [item for item in rows if person.person_id in item.people and item.entry.date.known]
        of_person.sort(key=lambda item: (_first(item), item.entry.row, item.entry.entry_id))
        found, unsure = _changes(person, of_person, names)
        doubts += unsure
        for change in found:
            names.add(_another(person, change))
        if found:
            rows = [_after(item, person.person_id, found, doubts) for item in rows]
        changes += found
    return tuple(rows), tuple(changes), tuple(doubts)


def unnamed_doubts(coded: Sequence[CodedEntry], names: PeopleNames) -> tuple[RoleDoubt, ...]:
    """Whether an unnamed "male" or "visitor" is one person where agencies or years differ; until decided, it is."""
    rules = word_list("roles_at.toml")["anybody"]
    doubts = []
    for person in names.people:
        rows = [item for item in coded if person.person_id in item.people and item.entry.date.earliest]
        if (
            not person.unnamed
            or person.group
            or not rows
            or normal(person.display_name) not in rules["words"]
        ):
            continue
        agencies = {item.agency_id for item in rows}
        days = sorted(_first(item) for item in rows)
        if len(agencies) > 1 or (days[-1] - days[0]).days > rules["days_apart"]:
            first, last = (in_words(day).partition(" ")[2] for day in (days[0], days[-1]))
            when = f"in {first}" if first == last else f"between {first} and {last}"
            who = f"{len(agencies)} agencies" if len(agencies) > 1 else "one agency"
            text = f"“{person.display_name}” is in {len(rows)} rows of {who} {when}. Is it one person in all of them?"
            doubts.append(RoleDoubt(rows[0].entry.entry_id, person.person_id, text))
    return tuple(doubts)


def _changes(
    person: Person, rows: Sequence[CodedEntry], names: PeopleNames
) -> tuple[list[RoleChange], list[RoleDoubt]]:
    rules = word_list("roles_at.toml")["change"]
    settle, late = dt.timedelta(rules["settle_days"]), dt.timedelta(rules["told_late_days"])
    found: list[RoleChange] = []
    doubts: list[RoleDoubt] = []
    ended: CodedEntry | None = None
    since: dt.date | None = None
    for item in rows:
        back, new, over = _says(item, "back"), _says(item, "new"), _ended(item)
        earlier = [
            one for one in rows if one.entry.date.latest and one.entry.date.latest + settle < _first(item)
        ]
        told_again = since is not None and _first(item) <= since + late and ended is None
        comes = new or (item.kind is EventKind.NEW_ADULT and ended is not None)
        if back:
            ended = None
        elif comes and earlier and not told_again:
            found.append(_change(person, item, ended, names, len(found)))
            ended, since = None, item.entry.date.latest
        elif item.kind is EventKind.NEW_ADULT and earlier and not told_again:
            doubts.append(_doubt(item, person, "joins the household. Is it the same person as before?"))
        elif ended is not None and not over and earlier and ended in earlier:
            doubts.append(
                _doubt(item, person, f"is named after a row says on {ended.entry.date} that it ended.")
            )
            ended = None
        if over and not back and not comes:
            ended = item
    return found, doubts


def _change(
    person: Person, item: CodedEntry, ended: CodedEntry | None, names: PeopleNames, number: int
) -> RoleChange:
    wanted = slug(f"{person.display_name} from {item.entry.date}")
    new_id, extra = wanted, 2
    while names.find(new_id) == new_id:
        new_id, extra = f"{wanted}-{extra}", extra + 1
    why = f"{item.entry.file}, {item.entry.place} tells of a new {person.role}"
    if ended:
        why += f", and {ended.entry.file}, {ended.entry.place} that the earlier one left"
    return RoleChange(person.person_id, new_id, item.entry.date, item.entry.entry_id, why)


def _after(
    item: CodedEntry, person_id: str, changes: Sequence[RoleChange], doubts: list[RoleDoubt]
) -> CodedEntry:
    """The row with whoever the role means by then; a row that may be older or later than a change stays as it is."""
    if person_id not in item.people or not item.entry.date.known:
        return item
    meant = person_id
    for change in changes:
        if item.entry.entry_id == change.entry_id or not item.entry.date.possibly_before(change.on):
            meant = change.new_id
        elif not item.entry.date.certainly_before(change.on):
            text = f"The row may be older or later than {change.on}, when a new partner is told of."
            doubts.append(RoleDoubt(item.entry.entry_id, person_id, text))
    return replaced(item, (meant if key == person_id else key for key in item.people))


def _another(person: Person, change: RoleChange) -> Person:
    name = f"{person.display_name} (from {change.on})"
    return person.model_copy(
        update={"person_id": change.new_id, "display_name": name, "spellings": (), "entry_ids": ()}
    )


def _doubt(item: CodedEntry, person: Person, what: str) -> RoleDoubt:
    return RoleDoubt(item.entry.entry_id, person.person_id, f"“{person.display_name}” {what}")


def _ended(item: CodedEntry) -> bool:
    return item.kind is EventKind.LEFT_HOUSEHOLD or _says(item, "ended")


def _says(item: CodedEntry, what: str) -> bool:
    rules, entry = word_list("roles_at.toml")["change"], item.entry
    said = clauses(entry.text, entry.action_text, normal(entry.people_text))
    return any(True for _ in said_in(said, rules[what], rules["denials"]))


def _first(item: CodedEntry) -> dt.date:
    return item.entry.date.earliest or dt.date.max
