"""Communications as dated arcs between holders of information, and the first day on which each piece came.

A *piece* is known here by its position in a sequence of ``Held``; a set of pieces is a Python integer whose bit
of that position is set. A *holder* is any name: an agency or a professional.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: The set of every piece there may be.
EVERYTHING = -1


@dataclass(frozen=True, slots=True)
class Held:
    """One piece: who holds it of their own knowledge, and from which day."""

    holders: tuple[str, ...]
    since: dt.date


@dataclass(frozen=True, slots=True)
class OpenArc:
    """A communication at best: it may have taken place on any day from ``opens`` to ``closes``, both included.

    Of what the senders hold the set ``carries`` can go with it: everything, where it is left out.
    """

    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    opens: dt.date
    closes: dt.date
    carries: int = EVERYTHING


@dataclass(frozen=True, slots=True)
class ToldArc:
    """A communication as recorded: what the senders hold before the day ``leaves`` arrives on the day ``arrives``.

    Of that only the set ``carries`` goes with it. The set ``tells`` goes in any case: it is what the communication's
    own entry tells of.
    """

    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    leaves: dt.date
    arrives: dt.date
    carries: int
    tells: int = 0


@dataclass(frozen=True, slots=True)
class First:
    """The first day on which a piece came to a holder: by the arc of this position, from this sender.

    ``arc`` is ``None`` for what the holder recorded itself.
    """

    day: dt.date
    arc: int | None = None
    sender: str = ""


class Firsts:
    """First days by holder and piece, and the way each piece came."""

    def __init__(self, found: dict[str, dict[int, First]]) -> None:
        self._found = found
        self._paths: dict[tuple[str, int], tuple[int, ...]] = {}

    def of(self, holder: str) -> dict[int, First]:
        """First day by piece for one holder, in the order in which the pieces came."""
        return self._found.get(holder, {})

    def get(self, holder: str, piece: int) -> First | None:
        """When the piece came first; ``None`` where it never did."""
        return self._found.get(holder, {}).get(piece)

    def path(self, holder: str, piece: int) -> tuple[int, ...]:
        """The arcs that brought a piece, by position, from the one who recorded it; none for one's own record.

        Raises ``KeyError`` where it never came.
        """
        key, behind = (holder, piece), []
        while key not in self._paths:
            first = self._found[key[0]][piece]
            if first.arc is None or not first.sender:
                self._paths[key] = () if first.arc is None else (first.arc,)
                break
            behind.append((key, first.arc))
            key = (first.sender, piece)
        path = self._paths[key]
        for key, arc in reversed(behind):
            path = (*path, arc)
            self._paths[key] = path
        return path


@dataclass(frozen=True, slots=True)
class Step:
    """Something that gave one holder new pieces; ``arc`` is ``None`` for a record of the holder's own."""

    day: int
    turn: int
    arc: int | None
    pieces: int


def pieces_in(pieces: int) -> Iterator[int]:
    """The positions of the bits that are set, lowest first."""
    digits = bin(pieces)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def turns_of(steps: Sequence[Sequence[Step]]) -> list[dict[int, Step]]:
    """For each holder, the first step that gave it each piece."""
    found: list[dict[int, Step]] = []
    for of_one in steps:
        first: dict[int, Step] = {}
        for step in of_one:
            for piece in pieces_in(step.pieces):
                first.setdefault(piece, step)
        found.append(first)
    return found
