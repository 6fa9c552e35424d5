"""The reader: one pass over a question and a passage scores every sentence and the whole.

The weights are the packaged re-ranker's lower layers, read from where they lie, under tuned upper
layers and heads shipped in `reader_weights/` (docs/model-card.md). Each passage is read alone and
unpadded: int8 activations share one scale per call, so a score read in a batch would depend on
what else is in it.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.onnx_options import session_options

READER = Path(__file__).parent / "reader_weights" / "reader.onnx"

MAX_TOKENS = 320
MAX_QUESTION = 72
MAX_HEADER = 32
_CLS, _SEP = 101, 102


@dataclass(frozen=True, slots=True)
class ReaderInput:
    """A passage: half-open code-point spans of its sentences, and a title to read in front."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    header: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Logits; higher is better.

    Attributes:
        passage_score: relevance as the base re-ranker sees it.
        answerable: whether the passage answers the question, near misses counted as no.
        sentence_scores: per sentence of the input, whether it answers, read in its context.
    """

    passage_score: float
    answerable: float
    sentence_scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Token ids of one pass, and `(sentence, first token, end token)` of the sentences in it."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    sentences: tuple[tuple[int, int, int], ...]


def encode(tokenizer: Tokenizer, question: str, passage: ReaderInput) -> Iterator[Window]:
    """Cut a passage into as few windows of whole sentences as the model's length needs.

    A sentence longer than a window is read up to the window's end.
    """
    asked = tokenizer.encode(question, add_special_tokens=False).ids[:MAX_QUESTION]
    title = f"{passage.header}:" if passage.header else ""
    head = tokenizer.encode(title, add_special_tokens=False).ids[:MAX_HEADER]
    before = [_CLS, *asked, _SEP]
    body = tokenizer.encode(passage.text, add_special_tokens=False)
    starts = np.array([start for start, _ in body.offsets], dtype=np.int64)
    tokens = [np.searchsorted(starts, span).tolist() for span in passage.sentences]
    room = MAX_TOKENS - len(before) - len(head) - 1
    group: list[int] = []
    for i, (_, end) in enumerate([*tokens, (0, MAX_TOKENS + 10**9)]):
        if group and end - tokens[group[0]][0] > room:
            first, last = tokens[group[0]][0], tokens[group[-1]][1]
            last = min(last, first + room)
            ids = [*before, *head, *body.ids[first:last], _SEP]
            shift = len(before) + len(head) - first
            spans = ((j, tokens[j][0] + shift, min(tokens[j][1], last) + shift) for j in group)
            types = [0] * len(before) + [1] * (len(ids) - len(before))
            yield Window(tuple(ids), tuple(types), tuple(spans))
            group = []
        group.append(i)


def pool(tokens: NDArray[np.float32], first: int, end: int) -> float:
    """Attention over a sentence's tokens: column 1 weighs, column 0 is weighed."""
    if end <= first:
        return float("-inf")
    weights = np.exp(tokens[first:end, 1] - tokens[first:end, 1].max())
    return float(weights @ tokens[first:end, 0] / weights.sum())


class Reader:
    """Reads passages for a question; deterministic, whatever is read beside them."""

    def __init__(
        self, session: ort.InferenceSession, tokenizer: Tokenizer, threads: int | None
    ) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._workers = ThreadPoolExecutor(threads, thread_name_prefix="reader")

    @classmethod
    def open(cls, weights: Path, threads: int | None = None, model: Path = READER) -> "Reader":
        """Open the tuned layers over the packaged re-ranker in the folder `weights`."""
        tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        options = session_options()
        options.add_session_config_entry(
            "session.model_external_initializers_file_folder_path", str(weights)
        )
        session = ort.InferenceSession(
            model.read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        return cls(session, tokenizer, threads or os.cpu_count())

    def read(self, question: str, passages: Sequence[ReaderInput]) -> list[Reading]:
        """Read each passage for the question, in the order given."""
        return list(self._workers.map(lambda passage: self._read(question, passage), passages))

    def _read(self, question: str, passage: ReaderInput) -> Reading:
        relevance, answerable = float("-inf"), float("-inf")
        scores = [float("-inf")] * len(passage.sentences)
        for window in encode(self._tokenizer, question, passage):
            whole, tokens = self._session.run(
                ["passage", "tokens"],
                {
                    "input_ids": np.array([window.ids], dtype=np.int64),
                    "attention_mask": np.ones((1, len(window.ids)), dtype=np.int64),
                    "token_type_ids": np.array([window.types], dtype=np.int64),
                },
            )
            relevance = max(relevance, float(whole[0, 0]))
            answerable = max(answerable, float(whole[0, 1]))
            for sentence, first, end in window.sentences:
                scores[sentence] = pool(tokens[0], first, end)
        return Reading(relevance, answerable, tuple(scores))
