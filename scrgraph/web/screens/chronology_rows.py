"""The rows of the chronology as the screen's script takes them: compact, in order of date, made once a reading."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import threading
import weakref
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from scrgraph.coding.decided import subject_of
from scrgraph.coding.row_marks import DecisionsByRow
from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton, Engagement, Information, Meeting, Milestone, WorkerChange
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Tri
from scrgraph.web.reading import Reading
from visualisations.chronology.words import kind_words
from visualisations.drawing.agency_look import AgencyLook, agency_looks
from visualisations.records.shown import AgencyShown

#: What tells whom it is about and has rows of its own.
_Telling = Baton | Meeting | Milestone | Information | WorkerChange | Engagement
_BY = ("", "column", "words", "author")
_LAST = dt.date.max


@dataclass(frozen=True)
class ChronologyShown:
    """One reading as the chronology screen shows it; ``rows_json`` is what the page fetches.

    ``people`` are ids and names, ``kinds`` values, words and counts, both as the filter offers them. ``subjects``
    has each row by the subject under which it is decided.
    """

    key: str
    rows_json: bytes
    looks: tuple[AgencyLook, ...]
    people: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str, int], ...]
    subjects: Mapping[str, Entry] = field(repr=False)
    by_row: DecisionsByRow = field(repr=False)
    names: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, reading: Reading, graph: ReviewGraph) -> ChronologyShown:
        """What is shown of a reading; the last one asked for is kept, as long as the reading itself is."""
        with _LOCK:
            kept = _KEPT.get("last")
            if kept and kept[0]() is reading:
                return kept[1]
            made = cls._made(reading, graph)
            _KEPT["last"] = (weakref.ref(reading), made)
            return made

    @classmethod
    def _made(cls, reading: Reading, graph: ReviewGraph) -> ChronologyShown:
        looks = agency_looks(
            [
                AgencyShown(
                    agency_id=one.agency_id, name=one.display_name, sector=one.sector, focus=one.focus.value
                )
                for one in graph.agencies
            ]
        )
        counts = Counter(kind_of(entry) for entry in graph.entries)
        key = hashlib.sha256(repr(reading.state).encode()).hexdigest()[:16]
        return cls(
            key=key,
            rows_json=_rows_json(reading, graph, looks, key),
            looks=looks,
            people=tuple((one.person_id, one.display_name) for one in graph.people),
            kinds=tuple(
                (kind, kind_words(kind), counts[kind]) for kind in sorted(counts, key=lambda k: (not k, k))
            ),
            subjects={subject_of(entry): entry for entry in graph.entries},
            by_row=DecisionsByRow(graph.entries),
            names={
                spelling.casefold(): one.person_id
                for one in reversed(graph.people)
                for spelling in (*one.spellings, one.display_name)
            },
        )


_LOCK = threading.Lock()
_KEPT: dict[str, tuple[weakref.ref[Reading], ChronologyShown]] = {}


def kind_of(entry: Entry) -> str:
    """The kind of event a row was taken for; empty where nothing told it."""
    return entry.kind_code.value if entry.kind_code else ""


def seen_sign(child_seen: Tri, seen_alone: Tri) -> str:
    """``alone``, ``seen`` or ``not``; empty where the row does not tell."""
    if seen_alone is Tri.YES:
        return "alone"
    return {Tri.YES: "seen", Tri.NO: "not", Tri.UNKNOWN: ""}[child_seen]


def ordered(entries: Iterable[Entry], looks: Iterable[AgencyLook]) -> list[Entry]:
    """By the first day a row may have happened, then the last, the agency and its place; undated rows last."""
    place = {look.agency_id: at for at, look in enumerate(looks)}
    return sorted(
        entries,
        key=lambda e: (
            e.date.earliest or _LAST, e.date.latest or _LAST, place.get(e.agency_id, len(place)),
            e.file, e.row, e.entry_id,
        ),
    )  # fmt: skip


def people_by_row(graph: ReviewGraph) -> dict[str, set[str]]:
    """Whom each row names or tells of, by the row's id."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in graph.people:
        for entry_id in person.entry_ids:
            found[entry_id].add(person.person_id)
    for contact in graph.contacts:
        for entry_id in contact.entry_ids:
            found[entry_id].update(presence.person_id for presence in contact.presences)
    tellings: Sequence[Sequence[_Telling]] = (
        graph.batons, graph.meetings, graph.milestones, graph.information, graph.worker_changes, graph.engagements,
    )  # fmt: skip
    for told in chain.from_iterable(tellings):
        for entry_id in told.entry_ids:
            found[entry_id].update(told.about)
    for assessment in graph.assessments:
        for entry_id in assessment.entry_ids:
            found[entry_id].update(assessment.covered)
    return found


def _rows_json(reading: Reading, graph: ReviewGraph, looks: tuple[AgencyLook, ...], key: str) -> bytes:
    """Rows as lists in the order of ``fields``, so that names are not written thousands of times."""
    agency = {look.agency_id: at for at, look in enumerate(looks)}
    person = {one.person_id: at for at, one in enumerate(graph.people)}
    about, doubts, findings = people_by_row(graph), Counter[str](), defaultdict[str, list[int]](list)
    for doubt in reading.doubts:
        doubts.update(set(doubt.entry_ids))
    for at, finding in enumerate(reading.findings):
        for entry_id in {one.entry_id for one in finding.evidence}:
            findings[entry_id].append(at)
    copies = {copy.entry_id for copy in graph.copies}
    rows = [
        [
            entry.entry_id,
            entry.date.earliest.isoformat() if entry.date.earliest else "",
            entry.date.latest.isoformat() if entry.date.latest and not entry.date.exact else "",
            "" if entry.date.exact else str(entry.date),
            entry.date.written,
            entry.date.doubt,
            agency.get(entry.agency_id, -1),
            "" if entry.agency_id in agency else entry.agency_text,
            kind_of(entry),
            _BY.index(entry.kind_code.by) if entry.kind_code else 0,
            round(entry.kind_code.confidence, 2) if entry.kind_code else 0,
            entry.event_text,
            [*dict.fromkeys(code.words for code in entry.codes if code.by == "words" and code.words)],
            seen_sign(entry.child_seen, entry.seen_alone),
            entry.people_text,
            sorted(person[one] for one in about.get(entry.entry_id, ()) if one in person),
            entry.words,
            " ".join(
                part
                for part in (
                    entry.professional_text, entry.role_text, entry.to_text, entry.from_text,
                    entry.reference, entry.source_text,
                )
                if part
            ),
            entry.file,
            entry.place,
            doubts[entry.entry_id],
            findings.get(entry.entry_id, []),
            1 if entry.entry_id in copies else 0,
        ]
        for entry in ordered(graph.entries, looks)
    ]  # fmt: skip
    told = {
        "key": key,
        "rows": rows,
        "findings": [finding.id for finding in reading.findings],
        "people": [[one.person_id, one.display_name] for one in graph.people],
        "agencies": [[one.agency_id, one.name, one.letters, one.colour] for one in looks],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
