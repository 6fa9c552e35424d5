"""`python -m ui.bench.beyond ARTICLES QUESTIONS.jsonl [WHAT ...]`: what is measured here.

WHAT is any of: workers, search, replies (all of them, when none is named). `workers` needs
pincite[ray], the others pincite[milvus].
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from index.build import build_index
from rag.settings import Settings
from ui.bench.beyond import elsewhere, workers
from ui.questions import read_questions

articles, questions = Path(sys.argv[1]), read_questions(Path(sys.argv[2]))
wanted = set(sys.argv[3:]) or {"workers", "search", "replies"}
with TemporaryDirectory() as folder:
    plain = Settings(index=Path(folder, "plain"))
    report = build_index([articles], plain)
    print(f"built here: {report.passages} passages in {report.seconds:.1f} s", flush=True)
    if "workers" in wanted:
        workers.compare(articles, plain)
    if wanted & {"search", "replies"}:
        stored = plain.model_copy(update={"store": str(Path(folder, "store.db"))})
        report = build_index([articles], stored)
        print(f"put into Milvus Lite: {report.seconds:.1f} s", flush=True)
    if "search" in wanted:
        elsewhere.compare_searches(plain, stored, questions)
    if "replies" in wanted:
        elsewhere.compare_replies(plain, stored, questions)
