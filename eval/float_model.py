"""A model with 8-bit weights made to compute in floating point, without rounding activations.

What onnxruntime's dynamic quantisation put in is taken out again: DynamicQuantizeLinear before a
product, MatMulInteger in its place, and the activation's scale multiplied in behind it.
"""

import shutil
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

_ONE = "one_instead_of_a_scale"


def write_float_model(folder: Path, to: Path) -> None:
    """Write `model.onnx` and `tokenizer.json` of the packaged model in `folder` into another."""
    model = onnx.load(str(folder / "model.onnx"))
    graph = model.graph
    weights = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    rounded = [node for node in graph.node if node.op_type == "DynamicQuantizeLinear"]
    instead = {node.output[0]: node.input[0] for node in rounded}
    scales = {node.output[1] for node in rounded}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            _plain_product(graph, node, weights, instead[node.input[0]])
        for at, name in enumerate(node.input):
            if name in scales:
                node.input[at] = _ONE
    for node in rounded:
        graph.node.remove(node)
    graph.initializer.append(numpy_helper.from_array(np.array(1, np.float32), _ONE))
    onnx.save(model, str(to / "model.onnx"))
    shutil.copyfile(folder / "tokenizer.json", to / "tokenizer.json")


def _plain_product(
    graph: onnx.GraphProto,
    node: onnx.NodeProto,
    weights: dict[str, np.ndarray],
    left: str,
) -> None:
    """Make a MatMulInteger a MatMul of `left` and its weights without their zero point."""
    right, zero = node.input[1], node.input[3]
    plain = f"{right}_plain"
    numbers = weights[right].astype(np.float32) - weights[zero].astype(np.float32)
    graph.initializer.append(numpy_helper.from_array(numbers, plain))
    node.op_type = "MatMul"
    del node.input[:]
    node.input.extend([left, plain])
