"""A dataset asked of the engine, or of files that it saved, and scored."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from eval.fixed_set import is_fixed
from eval.indexes import cut_anew, demand_fit, fitting_settings, passages_in
from eval.kept_records import Kept, KeptRecords
from eval.measures.qrels import passage_qrels
from eval.measures.retrieval import passage_rankings
from eval.produce import produce
from eval.readers.trec import write_qrels
from eval.readers.trec import write_run as write_trec
from eval.records import read_records
from eval.run import Provenance, Run, provenance_of, scored_run
from eval.schema import Dataset, Record
from eval.score import score
from index.opened import Index
from index.progress import Progress
from index.schema import Passage
from rag.engine import open_engine
from rag.settings import Settings


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def evaluate(
    dataset: Dataset,
    settings: Settings,
    out: Path,
    *,
    own_index: bool = True,
    resume: bool = False,
    progress: Progress = silent,
) -> Run:
    """Ask the engine every question and score what it does; records and times are kept in `out`.

    `own_index` asks for the dataset's own index, built now if need be; otherwise that of the
    settings is used and must hold the dataset's articles.

    Raises:
        IndexUnfitError: the index does not hold the dataset's articles.
    """
    if own_index:
        settings = fitting_settings(dataset, settings, progress)
    engine = open_engine(settings)
    demand_fit(dataset, engine.index.articles, settings.index)
    provenance = provenance_of(dataset, settings, engine.index.manifest)
    kept = KeptRecords(out, fingerprint(provenance))
    found = kept.start(resume=resume)
    left = [question for question in dataset.questions if question.qid not in found]
    for record, seconds in produce(engine, left, lambda done, all_: progress("ask", done, all_)):
        found[record.qid] = Kept(record, seconds)
        kept.add(found[record.qid])
    progress("score", 0, 0)
    records = [found[question.qid].record for question in dataset.questions]
    _write_trec(out, dataset, records, engine.index)
    return _scored(dataset, records, engine.index.passages, settings.read, provenance)


def evaluate_saved(
    dataset: Dataset,
    settings: Settings,
    replies: Path | None,
    run: Path | None,
    *,
    own_index: bool = True,
    progress: Progress = silent,
) -> Run:
    """Score replies of `pincite batch` and rankings of `pincite search`; nothing is embedded.

    `own_index` cuts the articles into passages anew, by the settings; otherwise the passages are
    those of the settings' index.

    Raises:
        DatasetError: a file does not fit the dataset.
        IndexUnfitError: the index does not hold the dataset's articles.
    """
    progress("split", 0, 0)
    passages = cut_anew(dataset, settings) if own_index else passages_in(dataset, settings)
    records = read_records(dataset, replies, run)
    asked = {record.qid for record in records}
    part = replace(dataset, questions=tuple(q for q in dataset.questions if q.qid in asked))
    names = " and ".join(path.name for path in (replies, run) if path is not None)
    return _scored(part, records, passages, settings.read, provenance_of(part, None, None, names))


def fingerprint(provenance: Provenance) -> str:
    """What must be the same for a stopped run to go on."""
    p = provenance
    return f"{p.dataset_sha256} {p.index_sha256} {p.settings_sha256} {p.code_sha256}"


def _scored(
    dataset: Dataset,
    records: Sequence[Record],
    passages: Collection[Passage],
    read: int,
    provenance: Provenance,
) -> Run:
    outcomes = score(dataset, records, passages, read)
    return scored_run(dataset, outcomes, provenance, halves=is_fixed(dataset))


def _write_trec(out: Path, dataset: Dataset, records: Sequence[Record], index: Index) -> None:
    write_trec(out / "run.trec", passage_rankings(records))
    write_trec(out / "pool.trec", {r.qid: [place.id for place in r.pool] for r in records})
    write_qrels(out / "qrels.trec", passage_qrels(dataset, index.passages))
