"""The real systems over three articles; each is skipped where it is not installed."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from eval.schema import Dataset
from index import weights
from index.errors import WeightsError
from ui.bench.peers.encoder import Name
from ui.bench.peers.offline import QUIET
from ui.bench.peers.system import SYSTEMS, System
from ui.bench.peers.task import ANSWERED, INDEXED, TASK, Task
from ui.bench.peers.weights_of_usual import usual_folder
from ui.bench.peers.workload import workload

HERE = [system for system in SYSTEMS if not system.own]


@pytest.mark.parametrize("encoder", ["packaged", "usual"])
@pytest.mark.parametrize("system", HERE, ids=lambda system: system.name)
def test_it_finds_the_article_that_answers(
    system: System, encoder: Name, dataset: Dataset, tmp_path: Path
) -> None:
    if find_spec(system.module.partition(".")[0]) is None:
        pytest.skip(f"{system.name} comes with pincite[bench]")
    work = workload(dataset, None, 3)
    folder = weights.locate("bge-small-en-v1.5-int8") if encoder == "packaged" else _usual()
    task = Task(
        system.peer,
        system.package,
        "index",
        tmp_path,
        encoder,
        folder,
        work.given,
        work.changed[:2],
        work.asked,
        3,
        time.time(),
        tmp_path / "out.json",
    )
    made = INDEXED.validate_json(_out(task))
    assert made.reached_for == ()
    replied = ANSWERED.validate_json(_out(replace(task, does="ask")))
    for way in replied.ways[:2]:
        for question in work.questions:
            first = way.found[question.qid][0]
            assert first.article_id == question.evidence[0].article_id
            assert first.text in work.articles[first.article_id].text


def _usual() -> Path:
    try:
        return usual_folder()
    except WeightsError as error:
        pytest.skip(str(error))


def _out(task: Task) -> bytes:
    file = task.folder / "task.json"
    file.write_bytes(TASK.dump_json(task))
    command = [sys.executable, "-m", "ui.bench.peers.worker", str(file)]
    subprocess.run(command, env={**os.environ, **QUIET}, check=True)
    return task.out.read_bytes()
