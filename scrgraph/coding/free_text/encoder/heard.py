"""What the networks made of rows read before: where a review is read again, only rows that changed go through anew.

Nothing of it is written to disk. A process that reads a review once remembers nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scrgraph.coding.free_text.encoder.row_scores import RowScores
from scrgraph.coding.free_text.encoder.row_tokens import RowTokens

Heard = Mapping[RowTokens, RowScores]


class Memory:
    """The rows of the latest reading with their scores, once it was asked to remember; no others."""

    def __init__(self) -> None:
        self._heard: Heard | None = None

    def begin(self, before: Heard) -> None:
        """Remember from here on, beginning with what an earlier process remembered."""
        self._heard = before

    @property
    def heard(self) -> Heard:
        """The rows remembered, with what the networks made of them."""
        return self._heard or {}

    def keep(self, rows: Sequence[RowTokens], scores: Mapping[RowTokens, RowScores]) -> None:
        """Remember the rows of this reading in place of those before, where anything is to be remembered."""
        if self._heard is not None:
            self._heard = {row: scores[row] for row in rows}

    def end(self) -> None:
        """Forget everything, and remember nothing more."""
        self._heard = None


#: Of this process.
MEMORY = Memory()
