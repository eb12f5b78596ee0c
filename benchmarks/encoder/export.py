"""Writes a trained encoder as ONNX, in full and with whole numbers of 8 bits, and compares what the two read.

Run in the folder benchmarks: python -m encoder.export WEIGHTS.pt --out FOLDER

What reading with the file costs is measured by ``python -m encoder.exported``, in a process without torch.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from encoder.exported import Exported
from encoder.network import Reader, Trained, load, read
from encoder.rows_for_encoder import Labels, encoder_rows

VERSION = 17
QUANTISED = ("MatMul", "Gather", "Gemm")


class Together(nn.Module):
    """The network with the scores of all heads side by side, in the order of ``Labels.sizes``."""

    def __init__(self, network: Reader, labels: Labels) -> None:
        super().__init__()
        self.network, self.names = network, tuple(labels.sizes())

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The heads' scores (rows, all answers) and those of a side (rows, tokens, 3)."""
        out, side = self.network(ids, types, mask)
        return torch.cat([out[name] for name in self.names], -1), side


def export(trained: Trained, name: str, folder: Path) -> tuple[Path, Path]:
    """Writes NAME.onnx and NAME.int8.onnx, each with its labels in it."""
    full, small = folder / f"{name}.onnx", folder / f"{name}.int8.onnx"
    ids = torch.randint(5, 30000, (3, 21), generator=torch.Generator().manual_seed(0))
    example = (ids, torch.zeros_like(ids), torch.ones(3, 21))
    rows_and_tokens = {0: "rows", 1: "tokens"}
    torch.onnx.export(
        Together(trained.network, trained.labels).eval(),
        example,
        str(full),
        input_names=["ids", "types", "mask"],
        output_names=["heads", "side"],
        dynamic_axes=dict.fromkeys(("ids", "types", "mask", "side"), rows_and_tokens)
        | {"heads": {0: "rows"}},
        opset_version=VERSION,
        dynamo=False,
    )
    quantize_dynamic(
        full,
        small,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=list(QUANTISED),
    )
    labels = {"kinds": trained.labels.kinds, "sectors": trained.labels.sectors}
    for file in (full, small):
        model = onnx.load(file)
        onnx.helper.set_model_props(model, {"labels": json.dumps(labels)})
        onnx.save(model, file)
    return full, small


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument(
        "--out", type=Path, required=True, help="the folder to write to; keep it out of the repository"
    )
    parser.add_argument("--compare", type=int, default=400, help="rows on which both are compared")
    asked = parser.parse_args()
    trained = load(asked.weights)
    full, small = export(trained, asked.weights.stem, asked.out)
    every = encoder_rows()
    rows = every[:: max(1, len(every) // asked.compare)][: asked.compare]
    plain = read(trained.network, rows).heads["kind"].argmax(1)
    for file in (full, small):
        same = float(np.mean(Exported(file).read(rows).heads["kind"].argmax(1) == plain))
        print(
            f"{file.name}: {file.stat().st_size / 1_000_000:.1f} MB, kind as read by torch in {same:.3f} of rows"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
