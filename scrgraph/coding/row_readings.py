"""Which rows have to be read from their words, and what each was read to mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scrgraph.coding.agency_names import AgencyNames, sector_of
from scrgraph.coding.event_words import event_kind
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.people_kinds import with_kinds
from scrgraph.coding.free_text.read_rows import read_all
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.coding.free_text.workers import together, with_workers
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import normal
from scrgraph.model.base import Progress
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.vocabulary import BATON_KINDS, Direction, EventKind, Reader, Tri

#: The fields of a file's columns that words stand in for where there is no such column.
_READ = frozenset({"event", "to_agency", "from_agency", "child_seen", "seen_alone", "received"})
#: A kind that is right less often than this is not given.
_LEAST_SURE = 0.4
#: The way something passed is kept without its kind where it is right at least as often as this.
_SURE_OF_WAY = 0.6
#: Kinds whose addressee and sender are sought in the words.
_SOUGHT = BATON_KINDS - {EventKind.AGREED_ACTION}


def read_rows(
    entries: Iterable[Entry],
    chronologies: Iterable[Chronology],
    known: KnownNames,
    agencies: AgencyNames,
    reader: Reader = Reader.WORDS,
    progress: Progress | None = None,
) -> Mapping[str, TextReading]:
    """What the words of rows tell, by entry id, where their file has no column for it.

    A column that a file has is believed, an empty cell of it too: only an event cell in words that nobody knows, or an
    empty one, is helped out by the row's text. Raises ``NoEncoder`` where that is to read and not installed.
    """
    columns = {one.chronology_id: frozenset(one.headings.values()) for one in chronologies}
    asked = [
        (entry, columns.get(entry.chronology_id, frozenset()), event_kind(entry.event_text))
        for entry in entries
    ]
    asked = [(entry, has, told) for entry, has, told in asked if not (told and has >= _READ)]
    by_agency: dict[str, list[Entry]] = defaultdict(list)
    for entry, _, _ in asked:
        by_agency[agencies.resolve(entry.agency_text)].append(entry)
    sectors = {agency_id: agencies.sector(agency_id) if agency_id else "unknown" for agency_id in by_agency}
    known = together(
        known, [with_workers(known, own, sectors[agency_id]) for agency_id, own in by_agency.items()]
    )
    known = with_kinds(known, (entry for entry, _, _ in asked))
    rows = [
        (_with_event(entry, told), sectors[agencies.resolve(entry.agency_text)]) for entry, _, told in asked
    ]
    readings: dict[str, TextReading] = {}
    for (entry, has, told), read in zip(asked, read_all(rows, known, reader, progress), strict=True):
        reading = _without_columns(_sure_enough(read), has, told)
        if reading != TextReading():
            readings[entry.entry_id] = reading
    return readings


def _with_event(entry: Entry, told: tuple[EventKind, Direction] | None) -> Entry:
    """The row with an event cell that nobody knows put before its words, to be read with them."""
    if told or not entry.event_text:
        return entry
    return entry.model_copy(update={"text": f"{entry.event_text}. {entry.text}"})


def _sure_enough(reading: TextReading) -> TextReading:
    """The reading without a kind that would be little better than a guess: the row's kind is then not told.

    That something passed, and to or from whom, is kept where it is sure enough by itself.
    """
    if reading.confidence("kind") >= _LEAST_SURE:
        return reading
    dropped = {"kind", "also"}
    passed = bool(reading.to or reading.sender) and reading.confidence("direction") >= _SURE_OF_WAY
    if not passed:
        dropped |= {"direction", "to", "from", "received"}
    return replace(
        reading,
        kind=EventKind.OTHER,
        also=(),
        direction=reading.direction if passed else None,
        to=reading.to if passed else (),
        sender=reading.sender if passed else (),
        received=reading.received if passed else Tri.UNKNOWN,
        codes=tuple(code for code in reading.codes if code.about not in dropped),
    )


def _without_columns(
    reading: TextReading, has: frozenset[str], told: tuple[EventKind, Direction] | None
) -> TextReading:
    """The reading without what the row's own columns tell.

    Where the event column tells of a visit or the like, no addressee is sought in the words: it passes nothing on. Who
    is to carry out an agreed action is read by ``agreed_actions``.
    """
    dropped: set[str] = set()
    if told:
        dropped |= {"kind", "also", "direction"}
        reading = replace(reading, kind=TextReading().kind, also=(), direction=None)
    if has & {"to_agency", "from_agency"} or (told and told[0] not in _SOUGHT):
        dropped |= {"to", "from", "direction"}
        reading = replace(reading, to=(), sender=(), direction=None)
    dropped |= has & {"child_seen", "seen_alone", "received"}
    if not dropped:
        return reading
    return replace(
        reading,
        child_seen=Tri.UNKNOWN if "child_seen" in has else reading.child_seen,
        seen_alone=Tri.UNKNOWN if "seen_alone" in has else reading.seen_alone,
        received=Tri.UNKNOWN if "received" in has else reading.received,
        codes=tuple(code for code in reading.codes if code.about not in dropped),
    )


def names_read(readings: Mapping[str, TextReading]) -> Sequence[str]:
    """The agencies that the words of rows name, each once, in order of the alphabet."""
    return sorted({name for one in readings.values() for name in (*one.to, *one.sender)})


def known_names(agencies: AgencyNames, people: PeopleNames, workers: Mapping[str, str]) -> KnownNames:
    """The names to be found in running text: agencies with a name of their own, the family, and named workers.

    ``workers`` gives the agency of a worker by name.
    """
    own = {
        spelling: agency.sector
        for agency in agencies.agencies
        if agency.stands_for_agency
        for spelling in map(normal, (agency.display_name, *agency.spellings))
        if not sector_of(spelling)[1]
    }
    family = {
        normal(spelling): person.kind.value
        for person in people.people
        for spelling in (person.display_name, *person.spellings)
    }
    return KnownNames(own, family, workers)
