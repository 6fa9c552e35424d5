"""What int8 costs in retrieval: `python -m eval.precision DATASET ...` (needs `pincite[train]`).

Both sides run the packaged model's own weights, which come as 8-bit integers only. One computes
with 8-bit activations, as it is shipped, the other in 32-bit floating point throughout. So this
is the price of the arithmetic; what rounding the weights cost was paid before the model came here.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from eval.datasets import read_dataset, sample
from eval.float_model import write_float_model
from eval.measures.qrels import passage_qrels
from eval.measures.retrieval import score_rankings
from eval.schema import Dataset
from eval.significance.paired import PairedTest, paired
from index import weights
from index.embedded import embedded_text
from index.embedder import PackagedEmbedder, Vectors
from index.schema import Passage
from index.segment import segment
from index.settings import IndexSettings

_MEASURES = ("Success@1", "Success@10", "R@10", "RR@10")
_QUESTIONS = 2_500
_DEPTH = 100


def compared(
    dataset: Dataset, floats: PackagedEmbedder, integers: PackagedEmbedder
) -> tuple[PairedTest, ...]:
    """Search by meaning alone over the dataset's passages; what `integers` gains on `floats`."""
    tokens = IndexSettings().passage_tokens
    passages = [each for article in dataset.articles.values() for each in segment(article, tokens)]
    qrels = passage_qrels(dataset, passages)
    old, new = (
        score_rankings(qrels, _rankings(dataset, passages, embedder, set(qrels)))
        for embedder in (floats, integers)
    )
    return paired([(old[qid], new[qid]) for qid in sorted(old)], _MEASURES)


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
        floats, integers = PackagedEmbedder(Path(other)), PackagedEmbedder(folder)
        tell("dataset        questions  measure      float32   int8   difference (95 %)")
        for path in sys.argv[1:]:
            dataset = sample(read_dataset(Path(path)), _QUESTIONS)
            for test in compared(dataset, floats, integers):
                tell(
                    f"{dataset.name:14} {test.n:9}  {test.measure:10}  "
                    f"{test.old:8.4f} {test.new:8.4f}  {test.difference:+.4f} "
                    f"({test.low:+.4f} to {test.high:+.4f})"
                )


if __name__ == "__main__":
    main()
