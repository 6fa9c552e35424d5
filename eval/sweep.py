"""A grid of settings, each scored on the same questions; a sweep that was stopped goes on."""

import hashlib
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from eval.datasets import subset
from eval.errors import DatasetError, SweepError
from eval.evaluate import evaluate, fingerprint
from eval.fixed_set import half, is_fixed
from eval.indexes import own_settings
from eval.kept_records import read_times
from eval.readers.lines import reason
from eval.readers.toml_file import read_toml
from eval.run import Run, provenance_of
from eval.schema import Dataset
from eval.written import read_run, write_run
from index.errors import IndexUnfitError
from index.manifest import read as read_manifest
from index.progress import Progress
from rag.schema import Seconds
from rag.settings import Settings

Value = str | int | float | bool
Setting = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Sweep:
    """The file: for each setting the values to try; the first combination is the one to beat."""

    grid: Annotated[
        dict[str, Annotated[tuple[Value, ...], Field(min_length=1)]], Field(min_length=1)
    ]


@dataclass(frozen=True, slots=True)
class Tried:
    """One combination and what came of it."""

    setting: Setting
    run: Run
    times: dict[str, Seconds]


_SWEEP = TypeAdapter(Sweep)


def read_sweep(path: Path) -> Sweep:
    """The grid of a file.

    Raises:
        SweepError: the file is missing, is not TOML, or has no grid.
    """
    try:
        return _SWEEP.validate_python(read_toml(path, "The sweep", SweepError))
    except ValidationError as error:
        raise SweepError(
            f"The sweep {path} does not fit ({reason(error)}); it holds a table [grid] with a list "
            "of values for each setting"
        ) from None


def combinations(sweep: Sweep, settings: Settings) -> list[tuple[Setting, Settings]]:
    """Every combination in the order of the file, with its settings.

    Raises:
        SweepError: a name is no setting, or a value is none that it can have.
    """
    names = list(sweep.grid)
    made = []
    for values in itertools.product(*sweep.grid.values()):
        setting = dict(zip(names, values, strict=True))
        try:
            made.append((setting, Settings.model_validate(settings.model_dump() | setting)))
        except ValidationError as error:
            raise SweepError(f"A sweep cannot have {setting}: {reason(error)}.") from None
    return made


def run_sweep(
    sweep: Sweep, dataset: Dataset, settings: Settings, out: Path, progress: Progress
) -> Iterator[Tried]:
    """Score every combination; one that is done already, by the same code, is read from `out`.

    Of the fixed set only the tuning half is asked: settings are not chosen on the judging half.
    """
    if is_fixed(dataset):
        dataset = subset(dataset, lambda question: half(question.qid) == "tune")
    grid = combinations(sweep, settings)
    for number, (setting, tried) in enumerate(grid, start=1):
        folder = out / key(setting)

        def told(stage: str, done: int, total: int, n: int = number) -> None:
            progress(f"{n} of {len(grid)}: {stage}", done, total)

        yield _done(folder, dataset, tried, setting) or _made(folder, dataset, tried, setting, told)


def key(setting: Setting) -> str:
    """The folder of a combination: readable, and short enough for any file system."""
    name = "_".join(f"{k}-{v}" for k, v in setting.items())
    safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in name)
    digest = hashlib.sha256(json.dumps(setting, sort_keys=True).encode()).hexdigest()
    return f"{safe[:60]}-{digest[:8]}"


def _done(folder: Path, dataset: Dataset, settings: Settings, setting: Setting) -> Tried | None:
    own = own_settings(dataset, settings)
    try:
        run = read_run(folder)
        wanted = provenance_of(dataset, own, read_manifest(own.index))
    except (DatasetError, IndexUnfitError):
        return None
    if fingerprint(run.provenance) != fingerprint(wanted):
        return None
    return Tried(setting, run, read_times(folder))


def _made(
    folder: Path, dataset: Dataset, settings: Settings, setting: Setting, progress: Progress
) -> Tried:
    run = evaluate(dataset, settings, folder, resume=True, progress=progress)
    write_run(folder, run)
    return Tried(setting, run, read_times(folder))
