"""What the words of a row were read to mean."""

from __future__ import annotations

from dataclasses import dataclass

from scrgraph.model.entry import Code
from scrgraph.model.vocabulary import Direction, EventKind, Tri


@dataclass(frozen=True)
class TextReading:
    """One row read, by the rules of docs/how-rows-are-coded.md.

    ``to`` and ``sender`` are names of agencies as ``AgencyNames`` knows them: an own name ("Tidewell Primary School")
    or a bare word of a sector ("CSC", "GP"), whatever the row wrote ("duty SW", "Dr Penrose"). ``direction`` is
    ``None`` where nothing passes between agencies. ``codes`` has one a field that was told, with
    its confidence and its words.
    """

    kind: EventKind = EventKind.OTHER
    also: tuple[EventKind, ...] = ()
    direction: Direction | None = None
    to: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    child_seen: Tri = Tri.UNKNOWN
    seen_alone: Tri = Tri.UNKNOWN
    received: Tri = Tri.UNKNOWN
    codes: tuple[Code, ...] = ()

    def confidence(self, about: str) -> float:
        """How sure the code about a field is; 0 where nothing was told."""
        return max((code.confidence for code in self.codes if code.about == about), default=0.0)
