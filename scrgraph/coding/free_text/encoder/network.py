"""The encoder itself: two networks fine-tuned on labelled rows, run by onnxruntime on this machine's processor.

Where their weights come from and how they were learned: ``docs/free-text.md`` and ``benchmarks/encoder``. They are kept
in whole numbers of 7 bits, which give the same sums on processors with and without instructions made for them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from scrgraph.coding.free_text.encoder.heard import MEMORY
from scrgraph.coding.free_text.encoder.row_scores import ROUNDED, RowScores, together
from scrgraph.coding.free_text.encoder.row_tokens import RowTokens
from scrgraph.model.base import Progress
from scrgraph.model.vocabulary import Reader

FILES = ("six_layers.onnx", "twelve_layers.onnx")
WAYS, TRI = ("", "in", "out"), ("unknown", "yes", "no")
_AT_ONCE, _TOLD_EVERY = min(4, os.cpu_count() or 1), 50


class NoEncoder(Exception):
    """The encoder is to read rows, and what runs it is not installed."""


class Network:
    """One network, with the answers of its heads: kinds of rows, and sectors that may stand on the other side."""

    def __init__(self, session: Any) -> None:
        self._session = session
        said = json.loads(session.get_modelmeta().custom_metadata_map["labels"])
        self.kinds, self.sectors = tuple(said["kinds"]), tuple(said["sectors"])

    def read(self, row: RowTokens) -> RowScores:
        """What the network makes of a row.

        It goes through by itself, as numbers are rounded to 8 bits by the largest that go through together: a row is
        read the same whatever stands beside it.
        """
        import numpy as np

        heads, side = self._session.run(
            None,
            {
                "ids": np.array([row.ids], "int64"),
                "types": np.array([row.types], "int64"),
                "mask": np.ones((1, len(row.ids)), "float32"),
            },
        )
        kinds, sectors = len(self.kinds), len(self.sectors)
        # heads for seen alone, received and a second kind are trained with the others and not read
        sizes = (kinds, len(WAYS), len(TRI), len(TRI), len(TRI), kinds + 1, sectors, sectors)
        kind, way, seen, _, _, _, to, sender = np.split(heads[0].astype("float64"), np.cumsum(sizes)[:-1])
        marked = np.exp(_logs(side[0, list(row.places)].astype("float64").reshape(-1, 3)))
        return RowScores(
            _by_answer(self.kinds, _logs(kind)),
            _by_answer(WAYS, _logs(way)),
            _by_answer(TRI, _logs(seen)),
            _by_answer(self.sectors, 1 / (1 + np.exp(-to))),
            _by_answer(self.sectors, np.exp(_logs(sender))),
            tuple((a, b, c) for a, b, c in np.round(marked, ROUNDED).tolist()),
        )


class Encoder:
    """The networks together: each reads every row, and what they make of it counts alike."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self._networks = tuple(networks)

    def read(self, rows: Sequence[RowTokens], progress: Progress | None = None) -> list[RowScores]:
        """What both make of rows, in their order; rows that this process remembers do not go through again."""
        found: dict[RowTokens, RowScores] = dict(MEMORY.heard)
        once = [row for row in dict.fromkeys(rows) if row not in found]
        threads = ThreadPoolExecutor(_AT_ONCE)
        try:
            for done, (row, scores) in enumerate(
                zip(once, threads.map(self._read_one, once), strict=True), start=1
            ):
                found[row] = scores
                if progress and (done % _TOLD_EVERY == 0 or done == len(once)):
                    progress("Reading the words of rows", done, len(once))
        finally:
            threads.shutdown(cancel_futures=True)  # at Ctrl+C what is not begun is left
        MEMORY.keep(rows, found)
        return [found[row] for row in rows]

    def _read_one(self, row: RowTokens) -> RowScores:
        return together([network.read(row) for network in self._networks])


def reader_of_new_reviews() -> Reader:
    """What reads rows in a review made here: the encoder where what runs it is installed."""
    installed = all(find_spec(name) for name in ("numpy", "onnxruntime"))
    return Reader.ENCODER if installed else Reader.WORDS


@cache
def encoder() -> Encoder | None:
    """The encoder, loaded once; ``None`` where what runs it (``scrgraph[encoder]``) is not installed."""
    try:
        import numpy  # noqa: F401 - what the network takes and gives
        from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events
    except (ImportError, OSError):  # not there, or a part of the system that it needs is not
        return None
    disable_telemetry_events()  # its builds for Windows note events for the system; nothing is to be told of a review
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    folder = files("scrgraph.coding.free_text.encoder")
    return Encoder(
        [
            Network(
                InferenceSession((folder / name).read_bytes(), options, providers=["CPUExecutionProvider"])
            )
            for name in FILES
        ]
    )


def _logs(scores: Any) -> Any:
    """Logarithms of chances, of scores in rows."""
    import numpy as np

    return scores - np.logaddexp.reduce(scores, -1, keepdims=True)


def _by_answer(names: Iterable[str], numbers: Any) -> dict[str, float]:
    return dict(zip(names, (round(float(one), ROUNDED) for one in numbers), strict=True))
