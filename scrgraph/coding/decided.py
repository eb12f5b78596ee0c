"""What the author has decided about rows and batons, by the entries it concerns; it wins over any score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import EventKind
from scrgraph.review.decisions import Decision


@dataclass(frozen=True)
class Decided:
    """Decisions by entry id: kinds of rows, pairs that are the same baton, and pairs that are not.

    ``unused`` says of each decision that could not be carried out what it was and why.
    """

    kinds: Mapping[str, EventKind] = field(default_factory=dict)
    same: frozenset[tuple[str, str]] = frozenset()
    not_same: frozenset[tuple[str, str]] = frozenset()
    unused: tuple[str, ...] = ()


def decided_of(decisions: Sequence[Decision], entries: Sequence[Entry]) -> Decided:
    """The decisions about rows and batons, each with the entries it names today."""
    return Decided()
