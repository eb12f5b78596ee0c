"""Rows of chronologies written as a test needs them, and what coding makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.batons import batons_of
from scrgraph.coding.coded import CodedEntry, code_entry
from scrgraph.coding.people_names import PeopleNames
from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.events import Baton
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import Detail, Tri
from scrgraph.temporal.read_date import read_date


def row(
    date: str,
    agency: str,
    event: str,
    people: str = "",
    *,
    to: str = "",
    sender: str = "",
    received: str = "unknown",
    seen: str = "unknown",
    did: str = "",
    said: str = "",
) -> Entry:
    """One row of the agency's own file. It gets its number, and so its id, in ``coded``."""
    return Entry(
        entry_id="", chronology_id=agency, file=f"{agency}.csv", place="", row=0, date=read_date(date),
        agency_text=agency, event_text=event, people_text=people, to_text=to, from_text=sender,
        received=Tri(received), child_seen=Tri(seen), action_text=did, text=said,
    )  # fmt: skip


@dataclass(frozen=True)
class Coded:
    """Coded rows with the names they were coded by."""

    entries: tuple[CodedEntry, ...]
    agencies: AgencyNames
    people: PeopleNames

    def batons(self) -> list[Baton]:
        """What the rows pass on."""
        return batons_of(self.entries, self.agencies)

    def baton(self) -> Baton:
        """The only baton of the rows."""
        (only,) = self.batons()
        return only


def owned(*names: str) -> list[Chronology]:
    """An agency's own chronology for each name."""
    return [
        Chronology(chronology_id=name, file=f"{name}.csv", agency_text=name, detail=Detail.OWN)
        for name in names
    ]


def coded(
    rows: Iterable[Entry],
    *,
    own: Sequence[str] = (),
    agencies: Sequence[Agency] = (),
    people: Sequence[Person] = (),
) -> Coded:
    """The rows coded; they are called E1, E2 and so on. ``own`` names agencies whose own file is in hand."""
    entries = [
        entry.model_copy(update={"entry_id": f"E{number}", "row": number, "place": f"row {number}"})
        for number, entry in enumerate(rows, start=1)
    ]
    names = PeopleNames(people)
    known = AgencyNames(agencies, [person.display_name for person in people])
    known.learn(owned(*own), entries)
    names.learn(entry.people_text for entry in entries)
    return Coded(tuple(code_entry(entry, known, names) for entry in entries), known, names)
