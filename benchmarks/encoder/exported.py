"""A network that ``export`` wrote, run by onnxruntime on one thread; and what reading with it costs.

Run in the folder benchmarks: python -m encoder.exported FILE.onnx [--rows 2000]

It prints what it takes to load it and to read rows: seconds of processor time, and memory.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from free_text_weights import rows

from encoder.reading_scores import Scores, in_batches, padded, scores_of
from encoder.rows_for_encoder import EncoderRow, Labels, encoded

TOGETHER = 16
_MEGABYTE = 1_000_000


class Exported:
    """The network in ``file``, with the labels that stand in it."""

    def __init__(self, file: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self.labels = Labels.of_json(self._session.get_modelmeta().custom_metadata_map["labels"])

    def read(self, asked: Sequence[EncoderRow]) -> Scores:
        """What the network makes of rows."""
        sizes = self.labels.sizes()
        ends = np.cumsum(list(sizes.values()))[:-1]
        parts = []
        for places in in_batches(asked, TOGETHER):
            ids, types, mask = padded([asked[place] for place in places])
            whole, side = self._session.run(None, {"ids": ids, "types": types, "mask": mask})
            parts.append((places, dict(zip(sizes, np.split(whole, ends, 1), strict=True)), side))
        return scores_of(asked, parts)


def most_memory() -> float:
    """The most memory this process has had so far, in megabytes; 0 where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MEGABYTE


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=2000)
    asked = parser.parse_args()
    late = [row for row in rows() if row.late]
    chosen = late[:: max(1, len(late) // asked.rows)][: asked.rows]
    began = time.process_time()
    ready = [EncoderRow(row, encoded(row)) for row in chosen]
    tokens = sum(len(row.encoded.ids) for row in ready) / len(ready)
    print(f"tokens of {len(ready)} rows ({tokens:.1f} a row): {time.process_time() - began:.2f} s")
    before, began = most_memory(), time.process_time()
    exported = Exported(asked.file)
    size = asked.file.stat().st_size / _MEGABYTE
    print(f"{asked.file.name}, {size:.1f} MB, loaded: {time.process_time() - began:.2f} s")
    began = time.process_time()
    exported.read(ready)
    print(f"{len(ready)} rows read on one thread: {time.process_time() - began:.1f} s")
    print(f"memory at most: {before:.0f} MB before it was loaded, {most_memory():.0f} MB after")
    return 0


if __name__ == "__main__":
    sys.exit(main())
