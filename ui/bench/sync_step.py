"""One sync in a process of its own: `python -m ui.bench.sync_step PATH INDEX`."""

import json
import resource
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from index.build import build_index
from index.settings import IndexSettings
from ui.bench.stand_in import stand_in


@dataclass(frozen=True, slots=True)
class Step:
    """Seconds altogether and by stage, of them on the processor; greatest memory in MB."""

    articles: int
    passages: int
    seconds: float
    cpu_seconds: float
    megabytes: float
    stages: dict[str, float] = field(default_factory=dict)


def run(path: Path, index: Path) -> Step:
    """Sync the index with the path."""
    stages: dict[str, float] = {}
    began = last = time.perf_counter()
    stage = "see"

    def hear(now: str, done: int, total: int) -> None:
        nonlocal last, stage
        at = time.perf_counter()
        stages[stage] = stages.get(stage, 0.0) + at - last
        # The first "read" is said before anything is known of what is to be read.
        last, stage = at, "see" if (now, total) == ("read", 0) else now

    report = build_index([path], IndexSettings(index=index), hear, stand_in)
    over = time.perf_counter()
    stages[stage] = stages.get(stage, 0.0) + over - last
    used = resource.getrusage(resource.RUSAGE_SELF)
    return Step(
        report.articles,
        report.passages,
        round(over - began, 2),
        round(used.ru_utime + used.ru_stime, 2),
        round(used.ru_maxrss / 1024, 0),
        {name: round(seconds, 2) for name, seconds in stages.items()},
    )


if __name__ == "__main__":
    print(json.dumps(asdict(run(Path(sys.argv[1]), Path(sys.argv[2])))))
