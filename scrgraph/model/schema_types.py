"""What a label and a relationship type are made of, for the lists of ``schema.py``."""

from __future__ import annotations

from dataclasses import dataclass


def dated(name: str) -> tuple[str, ...]:
    """The three properties that hold the partial date ``name``."""
    return (f"{name}_earliest", f"{name}_latest", f"{name}_text")


@dataclass(frozen=True)
class NodeType:
    """A label, the property that identifies its nodes, the others, and labels a node may have beside it."""

    label: str
    key: str
    meaning: str
    properties: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()

    @property
    def all_properties(self) -> frozenset[str]:
        """Every property a node of this label may carry."""
        return frozenset((self.key, "review_id", *self.properties))


@dataclass(frozen=True)
class EdgeType:
    """A relationship type and the (start, end) labels it may join."""

    name: str
    ends: tuple[tuple[str, str], ...]
    meaning: str
    properties: tuple[str, ...] = ()

    @property
    def all_properties(self) -> frozenset[str]:
        """Every property an edge of this type may carry."""
        return frozenset(("edge_id", *self.properties))
