"""What could have been known to each agency or worker, and from which day, along recorded communications."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scrgraph.coding.communications import Communication, communications_of
from scrgraph.coding.holders import Ask, Holders
from scrgraph.coding.separate_matters import SeparateMatters
from scrgraph.model.derived import Reach
from scrgraph.model.events import Information
from scrgraph.model.review import ReviewGraph
from scrgraph.temporal.arcs import Firsts, Held, OpenArc, ToldArc
from scrgraph.temporal.knowledge import as_recorded, at_best


@dataclass(frozen=True)
class Knowledge:
    """Both bounds for every holder. A piece is known by its position in ``pieces``.

    ``open`` and ``told`` give the communication behind each arc of the two bounds, by position.
    """

    pieces: tuple[Information, ...]
    communications: tuple[Communication, ...]
    open: tuple[int, ...]
    told: tuple[int, ...]
    best: Firsts
    recorded: Firsts

    @cached_property
    def _said(self) -> dict[tuple[int, ...], str]:
        return {}

    def best_path(self, holder: str, piece: int) -> tuple[int, ...]:
        """The communications behind the first day at best, in order."""
        return tuple(self.open[arc] for arc in self.best.path(holder, piece))

    def recorded_path(self, holder: str, piece: int) -> tuple[int, ...]:
        """The communications behind the first day as recorded, in order."""
        return tuple(self.told[arc] for arc in self.recorded.path(holder, piece))

    def in_words(self, path: tuple[int, ...]) -> str:
        """``the notification of 3 March 2018 to Northmere HV, then the conference of 9 March 2018``."""
        if path not in self._said:
            self._said[path] = ", then ".join(self.communications[number].words for number in path)
        return self._said[path]

    def rows_behind(self, path: Iterable[int]) -> tuple[str, ...]:
        """The entries of the communications, in order, each once."""
        return tuple(dict.fromkeys(row for number in path for row in self.communications[number].entry_ids))


def knowledge_of(graph: ReviewGraph, *, by_professional: bool = False) -> Knowledge:
    """Both bounds for every agency, or for every worker. Information with no date, or of no agency, is left out."""
    holders = Holders(graph, by_professional=by_professional)
    dated = [
        (item, item.on.earliest, item.on.latest)
        for item in graph.information
        if item.on.earliest and item.on.latest and holders.is_agency(item.held_by)
    ]
    pieces = tuple(item for item, _, _ in dated)
    communications = tuple(communications_of(graph))
    matters = SeparateMatters(graph.people, pieces)
    opened = [
        (
            number,
            OpenArc(
                senders=_each(one.senders, one, holders.possible),
                receivers=_each(one.receivers, one, holders.possible),
                opens=opens,
                closes=closes,
                carries=carries,
            ),
        )
        for number, one in enumerate(communications)
        for opens, closes, carries in matters.parts_of(one)
    ]
    best = at_best(
        [Held(holders.possible(item.held_by, item.entry_ids), earliest) for item, earliest, _ in dated],
        [arc for _, arc in opened],
    )
    saying = _Saying(graph.information, pieces)
    told, arcs = [], []
    for number, one in enumerate(communications):
        if one.leaves is not None and one.arrives is not None:
            told.append(number)
            arcs.append(
                ToldArc(
                    senders=_each(one.senders, one, holders.named),
                    receivers=_each(one.receivers, one, holders.named),
                    leaves=one.leaves,
                    arrives=one.arrives,
                    carries=saying.carries(one),
                    tells=saying.tells(one),
                )
            )
    recorded = as_recorded(
        [Held(holders.named(item.held_by, item.entry_ids), latest) for item, _, latest in dated], arcs
    )
    return Knowledge(
        pieces, communications, tuple(number for number, _ in opened), tuple(told), best, recorded
    )


def reaches_of(graph: ReviewGraph) -> tuple[Reach, ...]:
    """Where each piece of information could have come at best: one record an agency and piece.

    Left out are agencies that had certainly recorded the same topic about the same people themselves by that day.
    Before the day from which an adult belongs to the family, what concerns him and what concerns the family are
    matters of their own (``SeparateMatters``).
    """
    knowledge = knowledge_of(graph)
    own = _first_recorded(knowledge.pieces)
    found = []
    for agency in graph.agencies:
        if not agency.stands_for_agency:
            continue
        key = agency.agency_id
        recorded = knowledge.recorded.of(key)
        for number, first in sorted(knowledge.best.of(key).items()):
            piece = knowledge.pieces[number]
            if first.arc is None or _had(own, key, piece, first.day):
                continue
            path = knowledge.best_path(key, number)
            sure = recorded.get(number)
            found.append(
                Reach(
                    agency_id=key,
                    information_id=piece.information_id,
                    at_best=first.day,
                    at_best_by=knowledge.in_words(path),
                    as_recorded=sure.day if sure else None,
                    as_recorded_by=knowledge.in_words(knowledge.recorded_path(key, number)) if sure else "",
                    entry_ids=knowledge.rows_behind(path),
                )
            )
    return tuple(found)


class _Saying:
    """What the entries of a communication say was passed, as sets of pieces."""

    def __init__(self, information: Sequence[Information], pieces: Sequence[Information]) -> None:
        self._topics_of: dict[str, set[str]] = defaultdict(set)
        for item in information:
            for row in item.entry_ids:
                self._topics_of[row].add(item.topic)
        self._about: dict[str, int] = defaultdict(int)
        self._topic: dict[str, int] = defaultdict(int)
        self._row: dict[str, int] = defaultdict(int)
        self._held_by: dict[str, int] = defaultdict(int)
        for number, piece in enumerate(pieces):
            for sets, keys in (
                (self._about, piece.about),
                (self._topic, (piece.topic,)),
                (self._row, piece.entry_ids),
                (self._held_by, (piece.held_by,)),
            ):
                for key in keys:
                    sets[key] |= 1 << number

    def carries(self, one: Communication) -> int:
        """Pieces about people it was about and nobody else, of a topic that either side's words tell."""
        others = _union(self._about, self._about.keys() - set(one.about))
        topics = {topic for row in one.entry_ids for topic in self._topics_of.get(row, ())}
        return _union(self._about, one.about) & _union(self._topic, topics) & ~others

    def tells(self, one: Communication) -> int:
        """Pieces that a sender's own entry of the communication tells of."""
        return _union(self._row, one.entry_ids) & _union(self._held_by, one.senders)


def _union(sets: Mapping[str, int], keys: Iterable[str]) -> int:
    found = 0
    for key in keys:
        found |= sets.get(key, 0)
    return found


def _each(agency_ids: Iterable[str], one: Communication, holders: Ask) -> tuple[str, ...]:
    return tuple(holder for agency_id in agency_ids for holder in holders(agency_id, one.entry_ids))


def _first_recorded(pieces: Iterable[Information]) -> dict[tuple[str, str, str], dt.date]:
    """The day by which each agency had certainly recorded a topic about a person."""
    first: dict[tuple[str, str, str], dt.date] = {}
    for piece in pieces:
        for person in piece.about:
            key = (piece.held_by, piece.topic, person)
            first[key] = min(first.get(key, dt.date.max), piece.on.latest or dt.date.max)
    return first


def _had(
    own: Mapping[tuple[str, str, str], dt.date], agency_id: str, piece: Information, day: dt.date
) -> bool:
    days = [own.get((agency_id, piece.topic, person), dt.date.max) for person in piece.about]
    return bool(days) and max(days) <= day
