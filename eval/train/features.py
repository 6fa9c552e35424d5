"""What training reads of an example: the frozen layers' states, computed once by the int8 model.

They come from the very kernels that run in the product, so the tuned layers learn on what they
will be given. The base re-ranker's own score is kept as the target of the relevance head.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from eval.train.base import Base, hidden_name
from eval.train.examples import Example
from rag.reader import ReaderInput, encode


@dataclass(frozen=True, slots=True)
class Features:
    """An example in tokens. `states` is float16 (tokens, hidden); spans are token spans."""

    example: Example
    states: NDArray[np.float16]
    teacher: float
    sentences: tuple[tuple[int, int, int], ...]
    spans: tuple[tuple[int, int], ...]


def compute(
    base: Base, weights: Path, examples: Sequence[Example], layers: int, threads: int = 2
) -> list[Features]:
    """Run the frozen layers over every example, one at a time as the product does."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    session = base.session(layers)

    def one(example: Example) -> Features:
        passage = example.passage
        given = ReaderInput(passage.text, passage.sentences, passage.header)
        window = next(encode(tokenizer, example.question, given))
        score, states = session.run(
            ["logits", hidden_name(layers)],
            {
                "input_ids": np.array([window.ids], dtype=np.int64),
                "attention_mask": np.ones((1, len(window.ids)), dtype=np.int64),
                "token_type_ids": np.array([window.types], dtype=np.int64),
            },
        )
        spans = tuple(_token_spans(tokenizer, example, window.sentences))
        return Features(
            example, states[0].astype(np.float16), float(score[0, 0]), window.sentences, spans
        )

    with ThreadPoolExecutor(threads) as workers:
        return list(workers.map(one, examples))


def _token_spans(
    tokenizer: Tokenizer, example: Example, sentences: tuple[tuple[int, int, int], ...]
) -> Iterator[tuple[int, int]]:
    """Turn the answer's code-point spans into token spans of the window."""
    if not example.spans or not sentences:
        return
    offsets = tokenizer.encode(example.passage.text, add_special_tokens=False).offsets
    starts = np.array([start for start, _ in offsets])
    sentence, first, _ = sentences[0]
    shift = first - int(np.searchsorted(starts, example.passage.sentences[sentence][0]))
    end_of_window = sentences[-1][2]
    for begin, end in example.spans:
        low = int(np.searchsorted(starts, begin, side="right")) - 1 + shift
        high = int(np.searchsorted(starts, end)) - 1 + shift
        if first <= low <= high < end_of_window:
            yield low, high


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of some features; `inside` is (batch, sentences, tokens), True within."""

    states: torch.Tensor
    mask: torch.Tensor
    inside: torch.Tensor
    teacher: torch.Tensor
    items: tuple[Features, ...]


def collate(items: Sequence[Features]) -> Batch:
    """Pad to the longest of the batch."""
    length = max(len(item.states) for item in items)
    most = max((len(item.example.passage.sentences) for item in items), default=1)
    states = torch.zeros(len(items), length, items[0].states.shape[1])
    mask = torch.zeros(len(items), length, dtype=torch.bool)
    inside = torch.zeros(len(items), most, length, dtype=torch.bool)
    for i, item in enumerate(items):
        states[i, : len(item.states)] = torch.from_numpy(item.states.astype(np.float32))
        mask[i, : len(item.states)] = True
        for sentence, first, end in item.sentences:
            inside[i, sentence, first:end] = True
    return Batch(states, mask, inside, torch.tensor([x.teacher for x in items]), tuple(items))
