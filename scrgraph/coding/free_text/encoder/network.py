"""The encoder itself: six layers fine-tuned on labelled rows, run by onnxruntime on this machine's processor.

Where its weights come from and how they were learned: ``docs/free-text.md`` and ``benchmarks/encoder``. They are kept
in whole numbers of 7 bits, which give the same sums on processors with and without instructions made for them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from scrgraph.coding.free_text.encoder.row_scores import RowScores
from scrgraph.coding.free_text.encoder.row_tokens import RowTokens
from scrgraph.model.vocabulary import Reader

FILE = "encoder.onnx"
WAYS, TRI = ("", "in", "out"), ("unknown", "yes", "no")
_TOGETHER, _ROUNDED = 16, 4


class NoEncoder(Exception):
    """The encoder is to read rows, and what runs it is not installed."""


class Network:
    """The network, with the answers of its heads: kinds of rows, and sectors that may stand on the other side."""

    def __init__(self, session: Any) -> None:
        self._session = session
        said = json.loads(session.get_modelmeta().custom_metadata_map["labels"])
        self.kinds, self.sectors = tuple(said["kinds"]), tuple(said["sectors"])

    def read(self, rows: Sequence[RowTokens]) -> list[RowScores]:
        """What the network makes of rows, in their order."""
        found: dict[int, RowScores] = {}
        order = sorted(range(len(rows)), key=lambda place: len(rows[place].ids))
        for start in range(0, len(order), _TOGETHER):
            places = order[start : start + _TOGETHER]
            batch = [rows[place] for place in places]
            found |= zip(places, self._read_batch(batch), strict=True)
        return [found[place] for place in range(len(rows))]

    def _read_batch(self, rows: Sequence[RowTokens]) -> Iterator[RowScores]:
        import numpy as np

        longest = max(len(row.ids) for row in rows)
        padded = [[*row.ids, *[0] * (longest - len(row.ids))] for row in rows]
        types = [[*row.types, *[0] * (longest - len(row.ids))] for row in rows]
        mask = [[1.0] * len(row.ids) + [0.0] * (longest - len(row.ids)) for row in rows]
        heads, side = self._session.run(
            None,
            {
                "ids": np.array(padded, "int64"),
                "types": np.array(types, "int64"),
                "mask": np.array(mask, "float32"),
            },
        )
        kinds, sectors = len(self.kinds), len(self.sectors)
        # heads for seen alone, received and a second kind are trained with the others and not read
        sizes = (kinds, len(WAYS), len(TRI), len(TRI), len(TRI), kinds + 1, sectors, sectors)
        kind, way, seen, _, _, _, to, sender = np.split(heads.astype("float64"), np.cumsum(sizes)[:-1], 1)
        told = (_logs(kind), _logs(way), _logs(seen), 1 / (1 + np.exp(-to)), np.exp(_logs(sender)))
        for number, row in enumerate(rows):
            marked = np.exp(_logs(side[number, list(row.places)].astype("float64").reshape(-1, 3)))
            yield RowScores(
                _by_answer(self.kinds, told[0][number]),
                _by_answer(WAYS, told[1][number]),
                _by_answer(TRI, told[2][number]),
                _by_answer(self.sectors, told[3][number]),
                _by_answer(self.sectors, told[4][number]),
                tuple((a, b, c) for a, b, c in np.round(marked, _ROUNDED).tolist()),
            )


def reader_of_new_reviews() -> Reader:
    """What reads rows in a review made here: the encoder where what runs it is installed."""
    installed = all(find_spec(name) for name in ("numpy", "onnxruntime"))
    return Reader.ENCODER if installed else Reader.WORDS


@cache
def network() -> Network | None:
    """The encoder, loaded once; ``None`` where what runs it (``scrgraph[encoder]``) is not installed."""
    try:
        import numpy  # noqa: F401 - what the network takes and gives
        from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events
    except ImportError:
        return None
    disable_telemetry_events()  # its builds for Windows note events for the system; nothing is to be told of a review
    options = SessionOptions()
    options.intra_op_num_threads = min(4, os.cpu_count() or 1)
    options.log_severity_level = 3
    weights = (files("scrgraph.coding.free_text.encoder") / FILE).read_bytes()
    return Network(InferenceSession(weights, options, providers=["CPUExecutionProvider"]))


def _logs(scores: Any) -> Any:
    """Logarithms of chances, of scores in rows."""
    import numpy as np

    return scores - np.logaddexp.reduce(scores, -1, keepdims=True)


def _by_answer(names: Iterable[str], numbers: Any) -> dict[str, float]:
    return dict(zip(names, (round(float(one), _ROUNDED) for one in numbers), strict=True))
