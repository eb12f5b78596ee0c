"""What one entry means once coded: its kind, its agency, whom it concerns and what it passes on."""

from __future__ import annotations

from dataclasses import dataclass

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.event_words import event_kind
from scrgraph.coding.people_names import PeopleNames
from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import BATON_KINDS, Direction, EventKind, Tri


@dataclass(frozen=True)
class CodedEntry:
    """An entry with its meaning. ``kind_told`` is false when no column said what kind of event it was."""

    entry: Entry
    kind: EventKind
    kind_told: bool
    direction: Direction
    agency_id: str
    people: tuple[str, ...]
    to_agencies: tuple[str, ...]
    from_agencies: tuple[str, ...]

    @property
    def passes_on(self) -> bool:
        """Whether the entry records something going out, or something that the source says reached nobody."""
        return self.direction is Direction.OUT and (
            self.kind in BATON_KINDS or bool(self.to_agencies) or self.entry.received is Tri.NO
        )

    @property
    def receives(self) -> bool:
        """Whether the entry records something that reached the agency."""
        return self.direction is Direction.IN


def code_entry(
    entry: Entry, agencies: AgencyNames, people: PeopleNames, decided: EventKind | None = None
) -> CodedEntry:
    """Give an entry its meaning from its columns alone; ``decided`` is the kind an author gave it.

    A row that names a sender and no addressee is something received, whatever its event word. A disclosure that
    names no addressee was made to the agency that recorded it.
    """
    told = event_kind(entry.event_text)
    to_agencies = agencies.resolve_all(entry.to_text)
    from_agencies = agencies.resolve_all(entry.from_text)
    kind, direction = told or (EventKind.OTHER, Direction.OUT)
    if decided is not None:
        told, kind = (decided, direction), decided
    if from_agencies and not to_agencies and (kind in BATON_KINDS or kind is EventKind.OTHER):
        direction = Direction.IN
    if kind is EventKind.DISCLOSURE and not to_agencies:
        to_agencies = (agencies.resolve(entry.agency_text),) if entry.agency_text else ()
    if kind is EventKind.OTHER and (to_agencies or direction is Direction.IN):
        kind = EventKind.NOTIFICATION
    agency_id = agencies.resolve(entry.agency_text)
    return CodedEntry(
        entry=entry.model_copy(update={"agency_id": agency_id}),
        kind=kind,
        kind_told=told is not None,
        direction=direction,
        agency_id=agency_id,
        people=people.resolve_all(entry.people_text),
        to_agencies=to_agencies,
        from_agencies=from_agencies,
    )
