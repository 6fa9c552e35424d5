"""Every system does the same work in turn, in an order that changes; medians over the rounds."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from index.errors import BadInputError
from ui.bench.peers.encoder import Name
from ui.bench.peers.offline import QUIET
from ui.bench.peers.quality import K
from ui.bench.peers.result import NotRun, Result, result
from ui.bench.peers.system import OURS, System
from ui.bench.peers.task import ANSWERED, INDEXED, TASK, Answered, Asked, Indexed, Task
from ui.bench.peers.workload import Workload
from ui.progress import Told

_Read = TypeVar("_Read")

FEW = 20
"""Questions of every round but the first: enough for a median, and quality stays as it is."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Where and how the systems are run."""

    home: Path
    pythons: Mapping[str, Path]
    packages: Path
    encoder: Name
    encoder_folder: Path


def compare(
    systems: Sequence[System], work: Workload, runs: Runs, rounds: int, told: Told
) -> tuple[list[Result], list[NotRun]]:
    """Results in the order of `systems`, and those that failed with what they said.

    Raises:
        BadInputError: ours failed.
    """
    indexed: dict[str, list[Indexed]] = {system.name: [] for system in systems}
    answered: dict[str, list[Answered]] = {system.name: [] for system in systems}
    failed: dict[str, str] = {}
    for number in range(rounds):
        order = [system for system in systems if system.name not in failed]
        random.Random(number).shuffle(order)
        asked = work.asked if number == 0 else work.asked[:FEW]
        for done, system in enumerate(order):
            told(f"round {number + 1} of {rounds}: {system.name}", done, len(order))
            try:
                made, replied = _round(system, work, asked, runs)
            except BadInputError as error:
                if system is OURS:
                    raise
                failed[system.name] = str(error)
                continue
            indexed[system.name].append(made)
            answered[system.name].append(replied)
    ran = [system for system in systems if system.name not in failed]
    results = [result(s, indexed[s.name], answered[s.name], work) for s in ran]
    return results, [NotRun(name, reason) for name, reason in failed.items()]


def _round(
    system: System, work: Workload, asked: tuple[Asked, ...], runs: Runs
) -> tuple[Indexed, Answered]:
    folder = runs.home / "run" / system.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    task = Task(
        system.peer,
        system.package,
        "index",
        folder,
        runs.encoder,
        runs.encoder_folder,
        work.given,
        work.changed,
        (),
        K,
        0,
        folder.parent / f"{system.name}.out.json",
    )
    made = _spawned(task, system, runs, INDEXED.validate_json)
    task = replace(task, does="ask", articles=(), changed=(), questions=asked)
    return made, _spawned(task, system, runs, ANSWERED.validate_json)


def _spawned(task: Task, system: System, runs: Runs, read: Callable[[bytes], _Read]) -> _Read:
    file = task.out.with_suffix(".task.json")
    file.write_bytes(TASK.dump_json(replace(task, began=time.time())))
    command = [str(runs.pythons[system.name]), "-m", "ui.bench.peers.worker", str(file)]
    environment = {**os.environ, **QUIET}
    if system.own:
        environment["PYTHONPATH"] = str(runs.packages)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BadInputError(f"{system.name} failed: {last}")
    return read(task.out.read_bytes())
