"""One index measured in a process of its own: `python -m ui.bench.scale.worker DIR ROUNDS`."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter

from rag.engine import Engine, open_engine
from rag.gather import gather
from rag.lookup import look_up
from rag.retrieve import Probe
from rag.settings import Settings
from rag.terms import terms
from ui.bench.measure import made_questions
from ui.bench.process import own_megabytes
from ui.bench.scale.memory import Memory, held


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one step: wall time, median and 95th percentile, and CPU on average."""

    median: float
    p95: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Measures:
    """One index: seconds to open it, the steps of a question, memory when idle and at most."""

    passages: int
    open: float
    open_cpu: float
    steps: dict[str, Times]
    idle: Memory
    peak: float


ADAPTER = TypeAdapter(Measures)

# Each passes over all texts.
_LOOKUPS = 5


def measured(settings: Settings, rounds: int) -> Measures:
    """Everything, over questions made of the collection's own sentences."""
    began, cpu = time.perf_counter(), time.process_time()
    engine = open_engine(settings)
    opened = (round(time.perf_counter() - began, 3), round(time.process_time() - cpu, 3))
    questions = made_questions(engine.index, rounds + 1)
    engine.ask(questions.pop())
    idle = held()
    steps = {name: _times(run, questions) for name, run in _steps(engine).items()}
    quotes = made_questions(engine.index, _LOOKUPS)
    steps["cite"] = _times(lambda quote: look_up(quote, engine.index.articles), quotes)
    damaged = [_damaged(quote) for quote in quotes]
    steps["cite, damaged"] = _times(lambda quote: look_up(quote, engine.index.articles), damaged)
    passages = engine.index.manifest.passages
    return Measures(passages, *opened, steps, idle, own_megabytes())


def _steps(engine: Engine) -> dict[str, Callable[[str], object]]:
    index, pool = engine.index, engine.settings.pool
    vectors, words = index.contents.vectors, index.contents.lexical
    encoded: dict[str, Probe] = {}

    def probe(question: str) -> Probe:
        return encoded.setdefault(question, Probe(question, terms(question)))

    held_vectors = {}

    def embed(question: str) -> object:
        held_vectors[question] = index.embedder.encode_question(question)
        return None

    return {
        "understand": lambda question: engine.understanding.understand(question, ()),
        "embed": embed,
        "by meaning": lambda question: vectors.search(held_vectors[question], pool),
        "by word": lambda question: words.search(probe(question).terms, pool, 0.3, None),
        "search": lambda question: gather(
            index, engine.understanding.understand(question, ()), pool
        ),
        "answer": engine.ask,
    }


def _damaged(quote: str) -> str:
    """Every third word left out, so that it stands nowhere."""
    return " ".join(word for number, word in enumerate(quote.split()) if number % 3 != 1)


def _times(run: Callable[[str], object], questions: Sequence[str]) -> Times:
    took = []
    cpu = time.process_time()
    for question in questions:
        began = time.perf_counter()
        run(question)
        took.append(1000 * (time.perf_counter() - began))
    used = 1000 * (time.process_time() - cpu) / len(questions)
    values = (float(np.median(took)), float(np.percentile(took, 95)), used)
    return Times(*(round(value, 2) for value in values))


if __name__ == "__main__":
    made = measured(Settings(index=Path(sys.argv[1])), int(sys.argv[2]))
    print(ADAPTER.dump_json(made).decode())
