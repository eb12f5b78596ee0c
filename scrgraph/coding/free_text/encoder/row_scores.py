"""What the encoder makes of a row: how likely each answer is, before the weights of words are heard as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowScores:
    """One row. ``kind``, ``way`` and ``seen`` are logarithms of chances by answer, rounded so that machines agree.

    ``to`` and ``sender`` are chances by sector, ``mentions`` those of neither, to and from for each agency the row
    names, in its order.
    """

    kind: Mapping[str, float]
    way: Mapping[str, float]
    seen: Mapping[str, float]
    to: Mapping[str, float]
    sender: Mapping[str, float]
    mentions: tuple[tuple[float, float, float], ...]
