"""What int8 costs in retrieval: `python -m eval.precision DATASET ...` (needs `pincite[train]`).

Both sides run the packaged model's own weights, which come as 8-bit integers only. One computes
with 8-bit activations, as it is shipped, the other in 32-bit floating point throughout. So this
is the price of the arithmetic; what rounding the weights cost was paid before the model came here.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.datasets import read_dataset, sample
from eval.float_model import write_float_model
from eval.measures.qrels import passage_qrels
from eval.measures.retrieval import score_rankings
from eval.schema import Dataset
from index import weights
from index.embedded import embedded_text
from index.embedder import PackagedEmbedder, Vectors
from index.schema import Passage
from index.segment import segment
from index.settings import IndexSettings

_MEASURES = ("Success@1", "Success@10", "R@10", "RR@10")
_QUESTIONS = 2_500
_DEPTH = 100
_DRAWS = 2_000


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure on one dataset: both means, and the interval of the difference (95 %, paired)."""

    dataset: str
    questions: int
    measure: str
    floats: float
    bytes: float
    least: float
    most: float


def compared(dataset: Dataset, embedders: Sequence[PackagedEmbedder]) -> list[Compared]:
    """Search by meaning alone over the dataset's passages, by each of two embedders."""
    tokens = IndexSettings().passage_tokens
    passages = [each for article in dataset.articles.values() for each in segment(article, tokens)]
    qrels = passage_qrels(dataset, passages)
    scores = [
        score_rankings(qrels, _rankings(dataset, passages, embedder, set(qrels)))
        for embedder in embedders
    ]
    asked = sorted(scores[0])
    draws = np.random.default_rng(0).integers(0, len(asked), (_DRAWS, len(asked)))
    made = []
    for measure in _MEASURES:
        floats, integers = (_values(each, asked, measure) for each in scores)
        made.append(_compared(dataset.name, measure, floats, integers, draws))
    return made


def _values(
    scores: Mapping[str, Mapping[str, float]], asked: Sequence[str], measure: str
) -> NDArray[np.float64]:
    return np.array([scores[qid][measure] for qid in asked])


def _compared(
    name: str,
    measure: str,
    floats: NDArray[np.float64],
    integers: NDArray[np.float64],
    draws: NDArray[np.int64],
) -> Compared:
    lost = (integers - floats)[draws].mean(axis=1)
    edges = (float(edge) for edge in np.percentile(lost, (2.5, 97.5)))
    return Compared(
        name, len(floats), measure, float(floats.mean()), float(integers.mean()), *edges
    )


def _rankings(
    dataset: Dataset,
    passages: Sequence[Passage],
    embedder: PackagedEmbedder,
    asked: set[str],
) -> dict[str, list[str]]:
    """Passage ids by question, the nearest first."""
    texts = [embedded_text(dataset.articles[each.article_id].title, each.text) for each in passages]
    vectors = embedder.encode_passages(texts, lambda done: None)
    return {
        question.qid: _nearest(vectors, embedder.encode_question(question.question), passages)
        for question in dataset.questions
        if question.qid in asked
    }


def _nearest(vectors: Vectors, question: Vectors, passages: Sequence[Passage]) -> list[str]:
    order = np.argsort(-(vectors @ question), kind="stable")[:_DEPTH]
    return [passages[row].id for row in order.tolist()]


def main(tell: Callable[[str], None] = print) -> None:
    """Print a line for each dataset and measure."""
    folder = weights.locate("bge-small-en-v1.5-int8")
    with tempfile.TemporaryDirectory() as other:
        write_float_model(folder, Path(other))
        embedders = (PackagedEmbedder(Path(other)), PackagedEmbedder(folder))
        tell("dataset        questions  measure      float32   int8   difference (95 %)")
        for path in sys.argv[1:]:
            dataset = sample(read_dataset(Path(path)), _QUESTIONS)
            for each in compared(dataset, embedders):
                tell(
                    f"{each.dataset:14} {each.questions:9}  {each.measure:10}  "
                    f"{each.floats:8.4f} {each.bytes:8.4f}  {each.bytes - each.floats:+.4f} "
                    f"({each.least:+.4f} to {each.most:+.4f})"
                )


if __name__ == "__main__":
    main()
