"""What one agency, or each of its workers, could have known by the end of a day, as rows to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from scrgraph.coding.knowledge import Knowledge, knowledge_of
from scrgraph.coding.words import normal
from scrgraph.model.agencies import Agency
from scrgraph.model.events import Information
from scrgraph.model.review import ReviewGraph
from scrgraph.review.errors import ReviewError
from scrgraph.store.base import Table, Value

_COLUMNS = (
    "topic",
    "about",
    "recorded_by",
    "recorded",
    "could_know_from",
    "by",
    "told_by",
    "told_how",
    "source",
)


def knowable_by(graph: ReviewGraph, name: str, day: dt.date, *, by_professional: bool = False) -> Table:
    """One row a piece of information that could have been known on ``day``, in the order in which it came.

    ``could_know_from`` is at best and ``by`` the way it came; ``told_by`` is the day by which the entries themselves
    say that it was passed on. By worker, a row stands for each worker of the agency; what an entry that names no
    worker tells stands at best with each of them. Raises ``ReviewError`` for an agency that is not in the review.
    """
    agency = _find(graph, name)
    knowledge = knowledge_of(graph, by_professional=by_professional)
    holders = [(agency.agency_id, agency.display_name)]
    if by_professional:
        workers = [one for one in graph.professionals if one.agency_id == agency.agency_id]
        holders = [(one.professional_id, one.display_name) for one in workers]
        holders.append((agency.agency_id, "a worker not named"))
    rows = [
        ((who, *row) if by_professional else row)
        for holder, who in holders
        for row in _rows(graph, knowledge, holder, day)
    ]
    return Table(columns=(("worker", *_COLUMNS) if by_professional else _COLUMNS), rows=tuple(rows))


def _rows(graph: ReviewGraph, knowledge: Knowledge, holder: str, day: dt.date) -> Iterator[tuple[Value, ...]]:
    people = {person.person_id: person.display_name for person in graph.people}
    agencies = {agency.agency_id: agency.display_name for agency in graph.agencies}
    places = {entry.entry_id: f"{entry.file}, {entry.place}" for entry in graph.entries}
    known = [(first.day, piece) for piece, first in knowledge.best.of(holder).items() if first.day <= day]
    for since, number in sorted(known):
        piece = knowledge.pieces[number]
        sure = knowledge.recorded.get(holder, number)
        told = sure if sure and sure.arc is not None and sure.day <= day else None
        way = knowledge.best_path(holder, number)
        yield (
            piece.topic,
            [people[key] for key in piece.about],
            agencies[piece.held_by],
            str(piece.on),
            since,
            knowledge.in_words(way) if way else "its own record",
            told.day if told else None,
            knowledge.in_words(knowledge.recorded_path(holder, number)) if told else "",
            [places[row] for row in _evidence(knowledge, piece, way)],
        )


def _evidence(knowledge: Knowledge, piece: Information, way: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*piece.entry_ids, *knowledge.rows_behind(way))))


def _find(graph: ReviewGraph, name: str) -> Agency:
    """The agency of this name, spelling or id."""
    spellings: dict[str, Agency] = {}
    for agency in graph.agencies:
        if agency.stands_for_agency:
            for spelling in (agency.agency_id, *agency.spellings, agency.display_name):
                spellings[normal(spelling)] = agency
    if found := spellings.get(normal(name)):
        return found
    holding = [known for known in spellings if normal(name) and normal(name) in known]
    near = holding or get_close_matches(normal(name), list(spellings), n=5, cutoff=0.5) or list(spellings)
    offered = ", ".join(f"“{one}”" for one in sorted({spellings[known].display_name for known in near}))
    raise ReviewError(f"The records name no agency “{name}”. Give one of these with --agency: {offered}.")
