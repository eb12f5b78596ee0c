"""What one entry means once coded: its kind, its agency, whom it concerns and what it passes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.decided_row import DecidedRow
from scrgraph.coding.event_words import event_kind
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.professionals import ProfessionalName, Spelling, professional_of
from scrgraph.model.agencies import Professional
from scrgraph.model.entry import Code, Entry
from scrgraph.model.vocabulary import BATON_KINDS, Direction, EventKind, Tri


@dataclass(frozen=True)
class CodedEntry:
    """An entry with its meaning. ``kind_told`` is false when neither a column nor the words said what kind it was.

    ``also`` are the kinds of further events with the family that the same row tells of; ``professional`` is whoever
    it names as having written or done it.
    """

    entry: Entry
    kind: EventKind
    kind_told: bool
    direction: Direction
    agency_id: str
    people: tuple[str, ...]
    to_agencies: tuple[str, ...]
    from_agencies: tuple[str, ...]
    also: tuple[EventKind, ...] = ()
    professional: Professional | None = None

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
    entry: Entry,
    agencies: AgencyNames,
    people: PeopleNames,
    decided: DecidedRow | None = None,
    reading: TextReading | None = None,
    workers: Mapping[Spelling, ProfessionalName] | None = None,
) -> CodedEntry:
    """Give an entry its meaning: what an author ``decided`` goes before its columns, and those before its words.

    ``reading`` is what its words tell where its file has no column for it; cells that were decided stand in the entry
    already. A row that names a sender and no addressee
    is something received, whatever its event word. A disclosure that names no addressee was made to the agency that
    recorded it.
    """
    decided = decided or DecidedRow()
    words = _undecided(reading or TextReading(), decided)
    told = event_kind(entry.event_text)
    if told is None and words.kind is not EventKind.OTHER:
        told = words.kind, words.direction or Direction.OUT
    agency_id = agencies.resolve(entry.agency_text)
    to_agencies = agencies.resolve_all(entry.to_text) or _others(agencies, words.to, agency_id)
    from_agencies = agencies.resolve_all(entry.from_text) or _others(agencies, words.sender, agency_id)
    kind, direction = told or (EventKind.OTHER, words.direction or Direction.OUT)
    if isinstance(decided.direction, Direction):
        direction = decided.direction
    if decided.kind is not None:
        told, kind = (decided.kind, direction), decided.kind
    if (
        decided.direction is None
        and from_agencies
        and not to_agencies
        and (kind in BATON_KINDS or kind is EventKind.OTHER)
    ):
        direction = Direction.IN
    if kind is EventKind.DISCLOSURE and not to_agencies:
        to_agencies = (agency_id,) if agency_id else ()
    if kind is EventKind.OTHER and (to_agencies or direction is Direction.IN):
        kind = EventKind.NOTIFICATION
    professional = professional_of(entry, agency_id, workers or {})
    kind_code = _kind_code(entry, kind, decided.kind, told is not None, words)
    return CodedEntry(
        entry=_filled(entry, agency_id, professional, kind_code, words),
        kind=kind,
        kind_told=told is not None,
        direction=direction,
        agency_id=agency_id,
        people=people.resolve_all(entry.people_text),
        to_agencies=to_agencies,
        from_agencies=from_agencies,
        also=words.also,
        professional=professional,
    )


def every_event(coded: Iterable[CodedEntry]) -> list[CodedEntry]:
    """The rows, and after each the first further event with the family that it tells of, which passes nothing on.

    What the row says of the child being seen is told of that event only.
    """
    found: list[CodedEntry] = []
    for item in coded:
        if not item.also:
            found.append(item)
            continue
        passed = item.entry.model_copy(update={"child_seen": Tri.UNKNOWN, "seen_alone": Tri.UNKNOWN})
        met = item.entry.model_copy(update={"received": Tri.UNKNOWN})
        found.append(replace(item, also=(), entry=passed))
        found.append(
            CodedEntry(
                met,
                item.also[0],
                True,
                Direction.OUT,
                item.agency_id,
                item.people,
                (),
                (),
                (),
                item.professional,
            )
        )
    return found


def _undecided(words: TextReading, decided: DecidedRow) -> TextReading:
    """The reading without what the author has decided."""
    nothing_passes = decided.direction == ""
    return replace(
        words,
        to=() if nothing_passes or decided.to is not None else words.to,
        sender=() if nothing_passes or decided.sender is not None else words.sender,
        child_seen=Tri.UNKNOWN if decided.child_seen is not None else words.child_seen,
        seen_alone=Tri.UNKNOWN if decided.seen_alone is not None else words.seen_alone,
        received=Tri.UNKNOWN if decided.received is not None else words.received,
        direction=None if decided.direction is not None else words.direction,
    )


def _others(agencies: AgencyNames, names: Sequence[str], own: str) -> tuple[str, ...]:
    """The agencies that words name, without the one that wrote them."""
    found = dict.fromkeys(agency_id for name in names for agency_id in agencies.resolve_all(name))
    return tuple(agency_id for agency_id in found if agency_id != own)


def _kind_code(
    entry: Entry, kind: EventKind, decided: EventKind | None, told: bool, words: TextReading
) -> tuple[Code, ...]:
    """Who told the kind of event, where the words of the row did not: an author or the event column."""
    if decided is not None:
        return (Code(about="kind", value=decided.value, confidence=1.0, by="author"),)
    if told and words.kind is EventKind.OTHER:
        return (Code(about="kind", value=kind.value, confidence=1.0, words=entry.event_text, by="column"),)
    return ()


def _filled(
    entry: Entry,
    agency_id: str,
    professional: Professional | None,
    kind: tuple[Code, ...],
    words: TextReading,
) -> Entry:
    """The entry with its codes, and with what its words tell put where its columns are silent."""
    read = [code for code in words.codes if not kind or code.about != "kind"]
    update: dict[str, object] = {
        "agency_id": agency_id,
        "professional_id": professional.professional_id if professional else "",
        "codes": (*kind, *read),
    }
    for name in ("child_seen", "seen_alone", "received"):
        said = getattr(words, name)
        if said is not Tri.UNKNOWN and getattr(entry, name) is Tri.UNKNOWN:
            update[name] = said
    return entry.model_copy(update=update)
