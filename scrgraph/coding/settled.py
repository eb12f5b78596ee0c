"""What the author has settled in the review folder, as coding takes it."""

from __future__ import annotations

from collections.abc import Mapping

from scrgraph.model.agencies import Agency
from scrgraph.model.base import Thing
from scrgraph.model.clock import Clock
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.vocabulary import Reader
from scrgraph.review.decisions import Decision
from scrgraph.temporal.coverage import Stated


class UnknownIndexChild(ValueError):
    """An index child the author named is nobody in people.csv or the records; ``args`` holds the name."""


class Settled(Thing):
    """What the author has settled in the review folder; empty for a bare file.

    ``covers`` gives the stated period of a chronology by its id; ``index_children`` are ids or names.
    """

    index_children: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    stays: tuple[Stay, ...] = ()
    households: tuple[Household, ...] = ()
    agencies: tuple[Agency, ...] = ()
    covers: Mapping[str, Stated] = {}
    decisions: tuple[Decision, ...] = ()
    clocks: tuple[Clock, ...] = ()
    reader: Reader = Reader.WORDS

    @property
    def settled_files(self) -> frozenset[tuple[str, str]]:
        """The kind and subject of what was decided about whole files and their headings."""
        return frozenset((one.kind, one.subject) for one in self.decisions if one.kind in ("file", "heading"))
