"""`pincite bench --peers DATASET`: everything from the dataset's folder to the result."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eval.datasets import read_dataset
from index import weights
from index.errors import BadInputError
from ui.bench.peers.compare import Runs, compare
from ui.bench.peers.encoder import Name
from ui.bench.peers.environment import import_path, python_of
from ui.bench.peers.result import NotRun, Result
from ui.bench.peers.system import SYSTEMS, System
from ui.bench.peers.weights_of_usual import usual_folder
from ui.bench.peers.workload import workload
from ui.progress import Told

HOME = Path("var/bench")
"""Environments, indexes and results of the comparison."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is compared: a dataset, how much of it, which systems, how often, with which encoder."""

    dataset: Path
    articles: int | None
    questions: int
    rounds: int
    only: tuple[str, ...]
    encoder: Name


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Results, ours first, and who is missing."""

    dataset: str
    articles: int
    characters: int
    questions: int
    rounds: int
    encoder: str
    results: tuple[Result, ...]
    not_run: tuple[NotRun, ...]


def side_by_side(chosen: Chosen, say: Callable[[str], None], told: Told) -> SideBySide:
    """Run all that can be run.

    Raises:
        BadInputError: the dataset or a name cannot be used, or ours failed.
        WeightsError: the encoder's weights are not to be had.
    """
    work = workload(read_dataset(chosen.dataset), chosen.articles, chosen.questions)
    pythons: dict[str, Path] = {}
    missing: list[NotRun] = []
    for system in _systems(chosen.only):
        try:
            pythons[system.name] = python_of(system, HOME, say)
        except BadInputError as error:
            missing.append(NotRun(system.name, str(error)))
    packaged = chosen.encoder == "packaged"
    folder = weights.locate("bge-small-en-v1.5-int8", tell=say) if packaged else usual_folder()
    runs = Runs(HOME, pythons, import_path(HOME), chosen.encoder, folder)
    able = [system for system in SYSTEMS if system.name in pythons]
    results, failed = compare(able, work, runs, chosen.rounds, told)
    return SideBySide(
        work.name,
        len(work.given),
        sum(len(article.text) for article in work.given),
        len(work.questions),
        chosen.rounds,
        chosen.encoder,
        tuple(results),
        (*missing, *failed),
    )


def _systems(only: tuple[str, ...]) -> tuple[System, ...]:
    unknown = set(only) - {system.name for system in SYSTEMS}
    if unknown:
        raise BadInputError(
            f"No system is called {sorted(unknown)[0]!r}; known are "
            f"{', '.join(system.name for system in SYSTEMS[1:])}."
        )
    return tuple(s for s in SYSTEMS if not only or s.name in only or s is SYSTEMS[0])
