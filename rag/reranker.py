"""The packaged cross-encoder: how well a text answers a question, read together."""

from collections.abc import Sequence
from pathlib import Path

from index.onnx_model import OnnxModel

NAME = "ms-marco-MiniLM-L-12-v2-int8"


class Reranker:
    """ms-marco-MiniLM-L-12-v2; its logits run from about -11 (unrelated) to 9 (answers)."""

    def __init__(self, model: OnnxModel) -> None:
        self._model = model

    @classmethod
    def open(cls, folder: Path) -> "Reranker":
        """From the folder of the packaged weights."""
        return cls(OnnxModel.open(folder, most_tokens=384))

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """A logit for each text, higher is better."""
        encodings = self._model.tokenize([(question, text) for text in texts])
        return [float(output[0]) for output in self._model.run(encodings)]
