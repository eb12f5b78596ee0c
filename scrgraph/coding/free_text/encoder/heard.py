"""What the networks made of rows read before: where a review is read again, only rows that changed go through anew.

Nothing of it is written to disk. A process that reads a review once remembers nothing.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence

from scrgraph.coding.free_text.encoder.row_scores import RowScores
from scrgraph.coding.free_text.encoder.row_tokens import RowTokens


class Memory:
    """The rows of the latest reading with their scores, once it was asked to remember; no others."""

    def __init__(self) -> None:
        self._heard: Mapping[RowTokens, RowScores] | None = None

    def begin(self, before: bytes = b"") -> None:
        """Remember from here on, beginning with what an earlier process of ours remembered."""
        self._heard = pickle.loads(before) if before else {}  # noqa: S301 - from our own process

    @property
    def heard(self) -> Mapping[RowTokens, RowScores]:
        """The rows remembered, with what the networks made of them."""
        return self._heard or {}

    @property
    def packed(self) -> bytes:
        """The same to be kept for a later process: 2.5 kB a row, where the rows themselves take 14."""
        return pickle.dumps(self.heard)

    def keep(self, rows: Sequence[RowTokens], scores: Mapping[RowTokens, RowScores]) -> None:
        """Remember the rows of this reading in place of those before, where anything is to be remembered."""
        if self._heard is not None:
            self._heard = {row: scores[row] for row in rows}

    def end(self) -> None:
        """Forget everything, and remember nothing more."""
        self._heard = None


#: Of this process.
MEMORY = Memory()
