"""The packaged re-ranker (ms-marco-MiniLM-L-12-v2, int8 ONNX) as weights and as hidden states."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from index.onnx_options import session_options

LAYERS, HIDDEN, HEADS = 12, 384, 12


def hidden_name(layers: int) -> str:
    """Return the name, in the packaged graph, of the states after so many layers."""
    return f"/bert/encoder/layer.{layers - 1}/output/LayerNorm/Add_1_output_0"


class Base:
    """The packaged model: dequantised weights for training, int8 hidden states to train on."""

    def __init__(self, weights: Path) -> None:
        self.path = weights / "model.onnx"
        self.model = onnx.load(str(self.path))
        graph = self.model.graph
        self._tensors = {t.name: t for t in graph.initializer}
        self._quantised: dict[str, str] = {
            node.name.removesuffix("/MatMul_quant").removesuffix("/Gemm_MatMul_quant"): (
                node.input[1]
            )
            for node in graph.node
            if node.op_type == "MatMulInteger" and node.input[1] in self._tensors
        }

    def array(self, name: str) -> NDArray[np.float32]:
        """Return a float initialiser by its name in the graph."""
        return numpy_helper.to_array(self._tensors[name]).copy()

    def quantised(self, module: str) -> str:
        """Return the name of a linear module's int8 matrix in the graph."""
        return self._quantised["/" + module.replace(".", "/").replace("layer/", "layer.")]

    def weight(self, module: str) -> torch.Tensor:
        """Return the dequantised weight of a linear module, shape (out, in)."""
        name = self.quantised(module)
        scale = self.array(name.removesuffix("quantized") + "scale")
        zero = self.array(name.removesuffix("quantized") + "zero_point")
        values = (self.array(name).astype(np.float32) - zero.astype(np.float32)) * scale
        return torch.from_numpy(np.ascontiguousarray(values.T))

    def session(self, layers: int) -> ort.InferenceSession:
        """Open the packaged model with the states after `layers` layers as a second output."""
        model = onnx.ModelProto()
        model.CopyFrom(self.model)
        model.graph.output.append(
            helper.make_tensor_value_info(hidden_name(layers), TensorProto.FLOAT, None)
        )
        return ort.InferenceSession(
            model.SerializeToString(), session_options(), providers=["CPUExecutionProvider"]
        )
