"""Question sets asked of the fake engine: scored for real, without an index or models."""

import time
from pathlib import Path

from eval.produce import places, untimed
from eval.run import Run, provenance_of, scored_run
from eval.schema import Dataset, Record
from eval.score import score
from eval.written import write_run
from index.progress import Progress
from rag.settings import Settings
from tests.e2e.chat.fake_engine import FakeEngine

MOMENT = 0.1


def fake_score(dataset: Dataset, settings: Settings, folder: Path, progress: Progress) -> Run:
    engine = FakeEngine(dataset.articles)
    records = []
    for done, question in enumerate(dataset.questions):
        progress("ask", done, len(dataset.questions))
        time.sleep(MOMENT)
        reply = untimed(engine.ask(question.question))
        ranked = places(engine.search(question.question, 5))
        records.append(Record(question.qid, reply, ranked, ranked, reply.citations))
    outcomes = score(dataset, records, engine.index.passages, settings.read)
    run = scored_run(dataset, outcomes, provenance_of(dataset, None, None, "fake"), halves=True)
    write_run(folder, run)
    return run
