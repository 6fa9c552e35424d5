"""The questions that weights and thresholds may be fitted on."""

import json
from pathlib import Path

from eval.datasets import read_dataset, sample, subset
from eval.fixed_set import half, read_fixed
from eval.schema import Dataset
from eval.train.sources.clapnq import clapnq_held_out
from eval.train.sources.squad import squad_held_out
from eval.train.written_set import written_set


def tuning_set(name: str, limit: int) -> Dataset:
    """A dataset folder, for "fixed" the tuning half of the fixed set; at most `limit` of it.

    "written" are the articles that were written for training and held out from it.

    Of the sets that the reader was trained on only what was held out: elsewhere it is too sure.
    """
    if name == "fixed":
        fixed = read_fixed(Path("seeds"))
        return sample(subset(fixed, lambda question: half(question.qid) == "tune"), limit)
    if name == "written":
        return sample(written_set(), limit)
    dataset = read_dataset(Path(name))
    if dataset.name in ("squad2", "clapnq"):
        unseen = _unseen(Path(name) / "questions.jsonl", dataset)
        dataset = subset(dataset, lambda question: question.qid in unseen)
    return sample(dataset, limit)


def _unseen(questions: Path, dataset: Dataset) -> set[str]:
    kept = set()
    for line in questions.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if dataset.name == "clapnq":
            held_out = clapnq_held_out(row)
        else:
            # SQuAD's unanswerable questions name the paragraph that they were written about.
            near = dataset.articles[row["near"][0]["doc_id"]]
            held_out = squad_held_out(near.title or "")
        if held_out:
            kept.add(str(row["qid"]))
    return kept
