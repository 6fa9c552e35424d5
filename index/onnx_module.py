"""An ONNX session as a sentence-transformers model (imports torch: only for encoding passages)."""

from collections.abc import Sequence
from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import InputModule, Normalize, Pooling

from index.onnx_model import OnnxModel

_DIMENSIONS = 384


class OnnxTransformer(InputModule):
    """Token embeddings of an `OnnxModel`, for Pooling to take [CLS] of."""

    def __init__(self, model: OnnxModel) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # untyped in the library
        self._onnx = model

    def preprocess(  # type: ignore[override]  # text only, where the base takes images too
        self, inputs: Sequence[str], prompt: str | None = None, **_: Any
    ) -> dict[str, Any]:
        """Encodings and their mask; sentence-transformers hands them to `forward`."""
        encodings = self._onnx.tokenize([(prompt or "") + text for text in inputs])
        width = max(len(encoding) for encoding in encodings)
        mask = torch.zeros((len(encodings), width), dtype=torch.int64)
        for row, encoding in enumerate(encodings):
            mask[row, : len(encoding)] = 1
        return {"encodings": encodings, "attention_mask": mask}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Adds `token_embeddings`, (batch, tokens, 384)."""
        made = [torch.from_numpy(output) for output in self._onnx.run(features.pop("encodings"))]
        features["token_embeddings"] = torch.nn.utils.rnn.pad_sequence(made, batch_first=True)
        return features

    def get_embedding_dimension(self) -> int:
        """Numbers in a vector."""
        return _DIMENSIONS

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Refuses: the weights stay in their package.

        Raises:
            NotImplementedError: always.
        """
        raise NotImplementedError("packaged weights are not saved again")


def as_sentence_transformer(model: OnnxModel) -> SentenceTransformer:
    """[CLS] pooling and unit length, as the card of bge-small-en-v1.5 prescribes."""
    modules = [OnnxTransformer(model), Pooling(_DIMENSIONS, pooling_mode="cls"), Normalize()]
    return SentenceTransformer(modules=modules, device="cpu")
