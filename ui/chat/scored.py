"""One dataset asked of the engine, scored, and kept as `pincite eval` keeps it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from index.progress import Progress
from rag.settings import Settings

if TYPE_CHECKING:  # evaluation takes a second to import, which the chat's start need not wait for
    from eval.run import Run
    from eval.schema import Dataset

# Asks, scores and writes a run to the folder; what the progress raises ends it.
Score = Callable[["Dataset", Settings, Path, "Progress"], "Run"]


def scored(dataset: "Dataset", settings: Settings, folder: Path, progress: "Progress") -> "Run":
    """Score with an engine of its own, over the dataset's own index."""
    from eval.evaluate import evaluate
    from eval.kept_records import read_times
    from eval.report.files import write_report
    from eval.written import write_run

    run = evaluate(dataset, settings, folder, progress=progress)
    write_run(folder, run)
    write_report(folder, run, dataset.articles, read_times(folder))
    return run
