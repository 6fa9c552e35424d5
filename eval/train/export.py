"""Write the reader: the packaged graph with new upper layers, the lower ones left where they lie.

Large initialisers of the frozen part become references by byte offset into the packaged
`model.onnx` (ONNX external data), so the shipped file holds only what was trained. The tuned
matrices are quantised symmetrically per output column, as onnxruntime's dynamic int8 does per
matrix; the heads on tokens stay in float.
"""

import hashlib
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from eval.train.base import LAYERS, Base, hidden_name
from eval.train.model import TopLayers

_PLACES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
}
_NORMS = {"norm": "attention.output.LayerNorm", "last": "output.LayerNorm"}


def export(model: TopLayers, base: Base, out: Path) -> None:
    """Write `out` (ONNX) and, beside it, its sha256."""
    graph_model = onnx.ModelProto()
    graph_model.CopyFrom(base.model)
    graph = graph_model.graph
    new = _tuned(model, base)
    packaged = base.path.read_bytes()
    for tensor in graph.initializer:
        if tensor.name in new:
            tensor.CopyFrom(numpy_helper.from_array(new[tensor.name], tensor.name))
        elif len(tensor.raw_data) > 1024:
            _refer(tensor, packaged)
    _heads(graph, model)
    data = graph_model.SerializeToString(deterministic=True)
    out.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    out.with_name(out.name + ".sha256").write_text(f"{digest}  {out.name}\n")


def _tuned(model: TopLayers, base: Base) -> dict[str, NDArray[np.generic]]:
    """Return every changed initialiser by its name in the packaged graph."""
    new: dict[str, NDArray[np.generic]] = {}

    def linear(module: str, weight: torch.Tensor, bias: torch.Tensor) -> None:
        name = base.quantised(module)
        values = weight.detach().numpy().T
        scale = np.maximum(np.abs(values).max(axis=0), 1e-8) / 127
        new[name] = np.round(values / scale).astype(np.int8)
        new[name.removesuffix("quantized") + "scale"] = scale.astype(np.float32)
        new[name.removesuffix("quantized") + "zero_point"] = np.zeros(scale.shape, np.int8)
        new[module + ".bias"] = bias.detach().numpy()

    for i, layer in zip(range(model.first, LAYERS), model.layers, strict=True):
        at = f"bert.encoder.layer.{i}."
        for name, place in _PLACES.items():
            part = getattr(layer, name)
            linear(at + place, part.weight, part.bias)
        for name, place in _NORMS.items():
            part = getattr(layer, name)
            new[at + place + ".weight"] = part.weight.detach().numpy()
            new[at + place + ".bias"] = part.bias.detach().numpy()
    linear("bert.pooler.dense", model.pooler.weight, model.pooler.bias)
    linear("classifier", model.passage.weight, model.passage.bias)
    return new


def _refer(tensor: onnx.TensorProto, packaged: bytes) -> None:
    """Replace a tensor's bytes by the place where they stand in the packaged file."""
    raw = tensor.raw_data
    offset = packaged.find(raw)
    if offset < 0:
        raise ValueError(f"{tensor.name} does not stand in the packaged file in one piece")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", "model.onnx"), ("offset", offset), ("length", len(raw))):
        tensor.external_data.add(key=key, value=str(value))


def _heads(graph: onnx.GraphProto, model: TopLayers) -> None:
    """Put the token head on the last states and name the two outputs."""
    weight = model.tokens.weight.detach().numpy().T[:, :2].copy()
    bias = model.tokens.bias.detach().numpy()[:2].copy()
    graph.initializer.append(numpy_helper.from_array(weight, "tokens.weight"))
    graph.initializer.append(numpy_helper.from_array(bias, "tokens.bias"))
    last = hidden_name(LAYERS)
    graph.node.append(helper.make_node("MatMul", [last, "tokens.weight"], ["tokens.product"]))
    graph.node.append(helper.make_node("Add", ["tokens.product", "tokens.bias"], ["tokens"]))
    for node in graph.node:
        node.output[:] = ["passage" if name == "logits" else name for name in node.output]
    del graph.value_info[:]
    del graph.output[:]
    shapes: dict[str, list[str | int]] = {
        "passage": ["batch", 2],
        "tokens": ["batch", "sequence", 2],
    }
    for name, shape in shapes.items():
        graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
