"""A network that ``export`` wrote in 8 bits with its weights in full numbers again, to be taught further."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from encoder.network import Reader, Trained
from encoder.pretrained import weight_of_step
from encoder.rows_for_encoder import Labels

_QUANTISED, _SCALE, _ZERO, _TURNED, _OWN = "_quantized", "_scale", "_zero_point", "_Transposed", "network."


def trained_of(file: Path) -> Trained:
    """The network in an ONNX file in 8 bits, as exact as the file has it.

    Ends the program where the file lacks a weight of the network.
    """
    model = onnx.load(file)
    labels = Labels.of_json({one.key: one.value for one in model.metadata_props}["labels"])
    found = _weights(model.graph)
    layers = tuple(range(1 + max(int(name.split(".")[1]) for name in found if name.startswith("layers."))))
    network = Reader(len(layers), labels.sizes())
    state = {}
    for name in network.state_dict():
        if name not in found:
            raise SystemExit(f"{file} has no weight {name!r}: give a file that encoder.export wrote.")
        state[name] = torch.from_numpy(found[name].copy())
    network.load_state_dict(state)
    return Trained(network.eval(), labels, layers)


def _weights(graph: onnx.GraphProto) -> dict[str, npt.NDArray[np.float32]]:
    """Numbers by their names in the network; matrices kept the other way round are turned back.

    Those without a name of their own take that of their step.
    """
    kept = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    steps = {asked: node.name for node in graph.node for asked in node.input}
    found = {}
    for name, value in kept.items():
        if name.endswith((_SCALE, _ZERO)):
            continue
        own = name
        if name.endswith(_QUANTISED):
            base = name.removesuffix(_QUANTISED)
            value = (value.astype("float32") - kept[base + _ZERO].astype("float32")) * kept[base + _SCALE]
            own = base.removesuffix(_TURNED) if base.startswith(_OWN) else weight_of_step(steps[name])
            value = value if own == base else value.T
        if own.startswith(_OWN):
            found[own.removeprefix(_OWN)] = np.asarray(value, "float32")
    return found
