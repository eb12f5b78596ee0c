"""What the weights of a row's words and findings speak for, learned from labelled rows."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scrgraph.model.vocabulary import Direction, EventKind, Tri

FILE, _BETWEEN = "weights.json.gz", "|"
KIND, CHILD_SEEN, SIDE, OTHER_SECTOR = "kind", "child_seen", "side", "other_sector"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the weights speak for. ``lead`` is by how much more than for anything else, in the weights' own measure."""

    answer: str
    lead: float

    @property
    def evidence(self) -> str:
        """The lead in steps of a fifth, by which confidence is measured."""
        return f"weighed {min(int(self.lead * 5), 10)}"

    @property
    def kind(self) -> EventKind:
        """The kind, of an answer about kinds."""
        return EventKind(self.answer.split(_BETWEEN)[0])

    @property
    def direction(self) -> Direction | None:
        """The direction, of an answer about kinds; ``None`` for nothing passed."""
        said = self.answer.split(_BETWEEN)[1]
        return Direction(said) if said else None

    @property
    def tri(self) -> Tri:
        """The answer about whether a child was seen."""
        return Tri(self.answer)


@dataclass(frozen=True, slots=True)
class _Weights:
    """Weights in hundredths: for every feature, a place of an answer and what it adds to it, and so on in turn."""

    answers: tuple[str, ...]
    heads: tuple[str, ...]
    start: tuple[int, ...]
    of: Mapping[str, Sequence[int]]


def weigh(about: str, features: Iterable[str]) -> Weighed:
    """What the features of a row speak for, about one of the tables: the same in whatever order they come."""
    weights, measured = _weights()[about], _measured(about, features)
    best = max(range(len(measured)), key=measured.__getitem__)
    head = weights.heads[best]
    others = (total for one, total in zip(weights.heads, measured, strict=True) if one != head)
    return Weighed(weights.answers[best], max(0.0, (measured[best] - max(others, default=0)) / 100))


def totals(about: str, features: Iterable[str]) -> Mapping[str, int]:
    """How much the features speak for each answer of a table, in hundredths."""
    return dict(zip(_weights()[about].answers, _measured(about, features), strict=True))


def _measured(about: str, features: Iterable[str]) -> list[int]:
    weights = _weights()[about]
    measured = list(weights.start)
    for listed in filter(None, map(weights.of.get, features)):
        pieces = iter(listed)
        for place, part in zip(pieces, pieces, strict=True):
            measured[place] += part
    return measured


@cache
def _weights() -> Mapping[str, _Weights]:
    data = json.loads(gzip.decompress((files("scrgraph.coding.free_text") / FILE).read_bytes()))
    return {
        about: _Weights(
            tuple(table["answers"]),
            tuple(answer.split(_BETWEEN)[0] for answer in table["answers"]),
            tuple(table["start"]),
            table["weights"],
        )
        for about, table in data.items()
    }
