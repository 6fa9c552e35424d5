"""`python -m ui.bench.peers.worker TASK.json`: one system, one job, measured from inside.

Runs in the system's own environment: imports nothing of Pincite but the encoder.
"""

import gc
import importlib
import sys
import time
from importlib.metadata import version
from pathlib import Path

from ui.bench.peers.encoder import opened
from ui.bench.peers.memory import held, most
from ui.bench.peers.offline import guarded
from ui.bench.peers.peer import Peer
from ui.bench.peers.task import ANSWERED, INDEXED, TASK, Answered, Indexed, Opened, Task, Way


def main(path: Path) -> None:
    """Do the task in the file and write what was measured where it says."""
    tried = guarded()
    task = TASK.validate_json(path.read_bytes())
    module, _, name = task.peer.partition(":")
    made = getattr(importlib.import_module(module), name)
    peer: Peer = made(task.folder, opened(task.encoder, task.encoder_folder))
    if task.does == "index":
        task.out.write_bytes(INDEXED.dump_json(_indexed(peer, task, tried)))
    else:
        task.out.write_bytes(ANSWERED.dump_json(_answered(peer, task, tried)))


def _indexed(peer: Peer, task: Task, tried: set[str]) -> Indexed:
    began, cpu = time.perf_counter(), time.process_time()
    peer.index(task.articles)
    index, index_cpu = time.perf_counter() - began, time.process_time() - cpu
    whole, whole_cpu = time.time() - task.began, time.process_time()
    disk = sum(file.stat().st_size for file in task.folder.rglob("*") if file.is_file()) / 1e6
    megabytes = most()
    began, cpu = time.perf_counter(), time.process_time()
    peer.change(task.changed)
    change, change_cpu = time.perf_counter() - began, time.process_time() - cpu
    return Indexed(
        version(task.package),
        index,
        index_cpu,
        whole,
        whole_cpu,
        change,
        change_cpu,
        megabytes,
        disk,
        tuple(sorted(tried)),
    )


def _answered(peer: Peer, task: Task, tried: set[str]) -> Answered:
    peer.open()
    peer.search(peer.ways[0], task.questions[0].question, task.k)
    cold, cold_cpu = time.time() - task.began, time.process_time()
    gc.collect()
    idle = held()
    ways = tuple(_way(peer, name, task) for name in peer.ways)
    return Answered(Opened(cold, cold_cpu, idle, most(), tuple(sorted(tried))), ways)


def _way(peer: Peer, name: str, task: Task) -> Way:
    peer.search(name, task.questions[0].question, task.k)
    seconds, found = {}, {}
    cpu = time.process_time()
    for asked in task.questions:
        began = time.perf_counter()
        found[asked.qid] = tuple(peer.search(name, asked.question, task.k))
        seconds[asked.qid] = time.perf_counter() - began
    return Way(name, seconds, (time.process_time() - cpu) / len(task.questions), found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
