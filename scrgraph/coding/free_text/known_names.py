"""The names of agencies and people that a review knows, to be found in running text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class KnownNames:
    """``agencies``: spelling to sector, of every agency with a name of its own.

    ``people``: spelling to ``child``, ``adult`` or ``unknown``, of everybody of the family. ``professionals``: name of
    a worker ("okafor", "dr penrose") to the spelling of the agency they work at. Spellings are as
    ``scrgraph.coding.words.normal`` writes them.
    """

    agencies: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    professionals: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def tree(self) -> dict[str, Any]:
        """All names in one tree of words, made once."""
        from scrgraph.coding.free_text.mentions import names_of

        return names_of(self)
