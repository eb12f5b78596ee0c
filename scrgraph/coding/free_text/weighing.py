"""What the weights of a row's words and findings speak for, learned from labelled rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from scrgraph.coding.free_text.weights_file import Weights, unpacked
from scrgraph.model.vocabulary import Direction, EventKind, Tri

FILE = "weights.gz"
KIND, DIRECTION, CHILD_SEEN = "kind", "direction", "child_seen"
SIDE, OTHER_SECTOR = "side", "other_sector"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the weights speak for. ``lead`` is by how much more than for anything else, in the weights' own measure."""

    answer: str
    lead: float

    @property
    def evidence(self) -> str:
        """The lead in steps of a tenth, by which confidence is measured."""
        return f"weighed {min(int(self.lead * 10), 20)}"

    @property
    def kind(self) -> EventKind:
        """The kind, of an answer about kinds."""
        return EventKind(self.answer)

    @property
    def direction(self) -> Direction | None:
        """The direction, of an answer about directions; ``None`` for nothing passed."""
        return Direction(self.answer) if self.answer else None

    @property
    def tri(self) -> Tri:
        """The answer about whether a child was seen."""
        return Tri(self.answer)


def weigh(about: str, features: Iterable[str], among: Collection[str] = ()) -> Weighed:
    """What the features of a row speak for, about one of the tables: the same in whatever order they come.

    Only answers ``among`` those given count, where any are.
    """
    measured = totals(about, features)
    allowed = [answer for answer in measured if not among or answer in among]
    best = max(allowed, key=measured.__getitem__)
    others = (measured[answer] for answer in allowed if answer != best)
    return Weighed(best, max(0.0, (measured[best] - max(others, default=0.0)) / 100))


def totals(about: str, features: Iterable[str]) -> Mapping[str, float]:
    """How much the features speak for each answer of a table, in hundredths."""
    weights = _weights()[about]
    learned, measured = weights.added(features)
    share = sqrt(learned) if weights.shared and learned else 1.0
    return {
        answer: start + total / share
        for answer, start, total in zip(weights.answers, weights.start, measured, strict=True)
    }


@cache
def _weights() -> Mapping[str, Weights]:
    return unpacked((files("scrgraph.coding.free_text") / FILE).read_bytes())
