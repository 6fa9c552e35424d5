"""A BERT in ONNX with its tokenizer: texts or pairs in, the model's first output for each out.

Each text is run alone and unpadded. The int8 models quantise activations with one scale a call, so
in a batch a text's numbers would depend on what else is in it; alone they never do, and nothing is
spent on padding.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from index.onnx_options import session_options

Text = str | tuple[str, str]


class OnnxModel:
    """One session, used by as many threads as there are cores. Safe to call from any thread."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._workers = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="onnx")

    @classmethod
    def open(cls, folder: Path, most_tokens: int) -> "OnnxModel":
        """The model in `folder` (model.onnx, tokenizer.json); longer inputs are cut at the end."""
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), session_options())
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(most_tokens, strategy="longest_first")
        tokenizer.no_padding()
        return cls(session, tokenizer)

    def tokenize(self, texts: Sequence[Text]) -> list[Encoding]:
        """One encoding a text or pair."""
        return self._tokenizer.encode_batch_fast(list(texts))

    def run(self, encodings: Sequence[Encoding]) -> list[NDArray[np.float32]]:
        """The model's first output for each encoding, without the batch axis."""
        return list(self._workers.map(self._run, encodings))

    def first_tokens(self, encodings: Sequence[Encoding]) -> NDArray[np.float32]:
        """(n, dimensions): the first token's row of the first output for each encoding."""
        return np.stack(list(self._workers.map(self._first_token, encodings)))

    def _first_token(self, encoding: Encoding) -> NDArray[np.float32]:
        # A copy, because a view would keep the whole output in memory.
        return np.array(self._run(encoding)[0])

    def _run(self, encoding: Encoding) -> NDArray[np.float32]:
        inputs = {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "attention_mask": np.ones((1, len(encoding)), dtype=np.int64),
            "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
        }
        (output, *_) = self._session.run(None, inputs)
        return np.asarray(output[0], dtype=np.float32)
