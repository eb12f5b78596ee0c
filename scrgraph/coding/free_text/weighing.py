"""What the weights of a row's words and findings speak for, learned from labelled rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log, sqrt

from scrgraph.coding.free_text.weights_file import Weights, unpacked
from scrgraph.model.vocabulary import Direction, EventKind, Tri

FILE = "weights.gz"
KIND, DIRECTION, CHILD_SEEN = "kind", "direction", "child_seen"
SIDE, OTHER_SECTOR = "side", "other_sector"
_WHOLE = 100  # the weights are in hundredths
#: With the encoder: what the weights of words count beside it, and how far apart they hold their answers. Chosen on
#: rows it had not learned from (benchmarks/encoder).
_COUNTS = {KIND: (0.75, 4.0), DIRECTION: (0.5, 2.0), CHILD_SEEN: (0.5, 2.0)}
_STEPS = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.997)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the weights speak for, alone or with the encoder, and the evidence by which confidence is measured."""

    answer: str
    evidence: str

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


def weigh(
    about: str, features: Iterable[str], among: Collection[str] = (), heard: Mapping[str, float] | None = None
) -> Weighed:
    """What the features of a row speak for, about one of the tables: the same in whatever order they come.

    Only answers ``among`` those given count, where any are. With ``heard``, the logarithms of chances that the encoder
    gives each answer, both are added up.
    """
    measured = totals(about, features)
    if heard is not None:
        return _joined(about, measured, among, heard)
    allowed = [answer for answer in measured if not among or answer in among]
    best = max(allowed, key=measured.__getitem__)
    others = (measured[answer] for answer in allowed if answer != best)
    lead = max(0.0, (measured[best] - max(others, default=0.0)) / _WHOLE)
    return Weighed(best, f"weighed {min(int(lead * 10), 20)}")


def _joined(
    about: str, measured: Mapping[str, float], among: Collection[str], heard: Mapping[str, float]
) -> Weighed:
    """What both speak for; the evidence is the chance they give it."""
    counts, temper = _COUNTS[about]
    tempered = {answer: temper * total / _WHOLE for answer, total in measured.items()}
    most = max(tempered.values())
    whole = most + log(sum(exp(one - most) for one in tempered.values()))
    both = {
        answer: heard[answer] + counts * (one - whole) for answer, one in tempered.items() if answer in heard
    }
    allowed = [answer for answer in both if not among or answer in among]
    best = max(allowed, key=both.__getitem__)
    return Weighed(best, _evidence(1 / sum(exp(min(50.0, one - both[best])) for one in both.values())))


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


def _evidence(chance: float) -> str:
    """The step that a chance reaches, by which confidence is measured."""
    return f"read {max((step for step in _STEPS if step <= round(chance, 4)), default=0)}"
