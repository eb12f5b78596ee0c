"""What could have been known to each holder from which day: an upper and a lower bound, each in one pass (DESIGN 6).

*At best* everything a sender could know, of what the communication can carry, goes along on every day on which it may
have taken place; communications of one day may be in either order. *As recorded* only what is said to have been
passed goes along, and what comes on a day can leave only on a later one. docs/decisions/0007-knowledge-bounds.md gives
the reasons.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from scrgraph.temporal.arcs import EVERYTHING, First, Firsts, Held, OpenArc, Step, ToldArc, turns_of

_Ends = tuple[tuple[int, ...], tuple[int, ...]]


class _Holders:
    """Holders by number, what each holds by now as a set of pieces, and what gave it to them."""

    def __init__(self, held: Sequence[Held], arcs: Sequence[OpenArc] | Sequence[ToldArc]) -> None:
        self._numbers: dict[str, int] = {}
        self._groups: dict[tuple[str, ...], tuple[int, ...]] = {}
        self.ends: list[_Ends] = [(self._all(arc.senders), self._all(arc.receivers)) for arc in arcs]
        self.births: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        owned: dict[int, int] = defaultdict(int)
        for piece, one in enumerate(held):
            for number in self._all(one.holders):
                self.births[one.since.toordinal()][number] |= 1 << piece
                owned[number] |= 1 << piece
        self.names = list(self._numbers)
        self.now = [0] * len(self.names)
        #: What a holder records itself never reaches it from another.
        self.owned = [owned[number] for number in range(len(self.names))]
        self._steps: list[list[Step]] = [[] for _ in self.names]
        self._turn = 0

    def _all(self, names: tuple[str, ...]) -> tuple[int, ...]:
        found = self._groups.get(names)
        if found is None:
            found = tuple(self._numbers.setdefault(name, len(self._numbers)) for name in dict.fromkeys(names))
            self._groups[names] = found
        return found

    def record(self, number: int, day: int, arc: int | None, pieces: int) -> None:
        """Note that new pieces came, in the order of coming."""
        self._steps[number].append(Step(day, self._turn, arc, pieces))
        self._turn += 1

    def bear(self, day: int) -> list[int]:
        """Give everyone what they record on this day; returns who recorded something."""
        born = self.births.get(day, {})
        for number, pieces in born.items():
            self.record(number, day, None, pieces)
            self.now[number] |= pieces
        return list(born)

    def firsts(self, tells: Sequence[int] = (), leaves: Sequence[int] = ()) -> Firsts:
        """First days with the sender behind each: the one that had the piece soonest.

        ``tells`` and ``leaves`` are by arc: what it tells of itself needs no sender to have held it before, and
        anything else must have been held before the day on which it leaves.
        """
        turns = turns_of(self._steps)
        found: dict[str, dict[int, First]] = {}
        for number, name in enumerate(self.names):
            of_one = found.setdefault(name, {})
            for piece, step in turns[number].items():
                sender = ""
                if step.arc is not None and not (tells and tells[step.arc] >> piece & 1):
                    before = leaves[step.arc] if leaves else step.day + 1
                    had = [
                        (had_by.turn, one)
                        for one in self.ends[step.arc][0]
                        if (had_by := turns[one].get(piece))
                        and had_by.day < before
                        and had_by.turn < step.turn
                    ]
                    sender = self.names[min(had)[1]]
                of_one[piece] = First(dt.date.fromordinal(step.day), step.arc, sender)
        return Firsts(found)


def at_best(held: Sequence[Held], arcs: Sequence[OpenArc]) -> Firsts:
    """The first day on which each piece could have come to each holder, every date read as favourably as may be.

    No piece can have come sooner. Among ways of the same day the one with fewest steps on that day is given, and
    then the arc that stands first. Arcs that are never open (``closes`` before ``opens``) carry nothing.
    """
    who = _Holders(held, arcs)
    now, owned, ends = who.now, who.owned, who.ends
    closes = [arc.closes.toordinal() for arc in arcs]
    carries = [arc.carries for arc in arcs]
    opening: dict[int, list[int]] = defaultdict(list)
    for position, arc in enumerate(arcs):
        if (opens := arc.opens.toordinal()) <= closes[position]:
            opening[opens].append(position)
    still_open = _StillOpen(ends, closes, carries)
    for day in sorted(opening.keys() | who.births.keys()):
        today = opening.get(day, [])
        turn = [*today, *still_open.out_of(who.bear(day), day)]
        still_open.add(today, day)
        while turn:
            gained: dict[int, int] = {}
            for position in turn:
                senders, receivers = ends[position]
                carried = 0
                for sender in senders:
                    carried |= now[sender]
                if carries[position] != EVERYTHING:
                    carried &= carries[position]
                for receiver in receivers:
                    new = carried & ~(now[receiver] | owned[receiver] | gained.get(receiver, 0))
                    if new:
                        gained[receiver] = gained.get(receiver, 0) | new
                        who.record(receiver, day, position, new)
            for receiver, new in gained.items():
                now[receiver] |= new
            turn = _leading_out_of(gained, today, ends) if gained else []
            turn += still_open.out_of(gained, day)
    return who.firsts()


def as_recorded(held: Sequence[Held], arcs: Sequence[ToldArc]) -> Firsts:
    """The first day on which each piece has come to each holder by what is said to have been passed.

    What a holder has on a day can leave only on a later one. ``arrives`` is never before ``leaves``. Among arcs
    that arrive on one day the first in the order given is named.
    """
    who = _Holders(held, arcs)
    now, owned, ends = who.now, who.owned, who.ends
    tells = [arc.tells for arc in arcs]
    leaves = [arc.leaves.toordinal() for arc in arcs]
    leaving: dict[int, list[int]] = defaultdict(list)
    for position, day in enumerate(leaves):
        leaving[day].append(position)
    arriving: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for day in sorted(leaving.keys() | who.births.keys() | {arc.arrives.toordinal() for arc in arcs}):
        for position in leaving.get(day, ()):
            arc, carried = arcs[position], 0
            for sender in ends[position][0]:
                carried |= now[sender]
            arriving[max(day, arc.arrives.toordinal())].append((position, carried & arc.carries | arc.tells))
        who.bear(day)
        for position, carried in sorted(arriving.pop(day, ())):
            for receiver in ends[position][1]:
                new = carried & ~(now[receiver] | owned[receiver])
                if new:
                    now[receiver] |= new
                    who.record(receiver, day, position, new)
    return who.firsts(tells, leaves)


class _StillOpen:
    """Arcs that opened on an earlier day and may still take place; of those alike, the one open longest."""

    def __init__(self, ends: Sequence[_Ends], closes: Sequence[int], carries: Sequence[int]) -> None:
        self._ends = ends
        self._closes = closes
        self._carries = carries
        self._by_sender: dict[int, dict[tuple[_Ends, int], int]] = defaultdict(dict)

    def add(self, positions: Iterable[int], day: int) -> None:
        """Keep those that stay open after ``day``."""
        for position in positions:
            if self._closes[position] <= day:
                continue
            kind = (self._ends[position], self._carries[position])
            for sender in self._ends[position][0]:
                alike = self._by_sender[sender]
                known = alike.get(kind)
                if known is None or self._closes[known] < self._closes[position]:
                    alike[kind] = position

    def out_of(self, holders: Iterable[int], day: int) -> list[int]:
        """Those open on ``day`` that lead out of ``holders``; those that have closed are forgotten."""
        found: dict[int, None] = {}
        for holder in holders:
            alike = self._by_sender.get(holder)
            if not alike:
                continue
            for kind, position in list(alike.items()):
                if self._closes[position] < day:
                    del alike[kind]
                else:
                    found[position] = None
        return list(found)


def _leading_out_of(gained: dict[int, int], today: Sequence[int], ends: Sequence[_Ends]) -> list[int]:
    return [position for position in today if any(sender in gained for sender in ends[position][0])]
