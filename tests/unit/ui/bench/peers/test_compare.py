import re
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from eval.schema import Dataset
from ui.bench.peers.compare import Runs, compare
from ui.bench.peers.pretty import print_side_by_side
from ui.bench.peers.quality import MEASURES
from ui.bench.peers.side_by_side import SideBySide
from ui.bench.peers.system import System
from ui.bench.peers.workload import workload

HERE = Path(__file__).parent


def fake(name: str, cls: str = "FakePeer") -> System:
    return System(name, f"fake_peer:{cls}", "numpy", "numpy", "whole articles")


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    root = HERE.parents[4]
    monkeypatch.setenv("PYTHONPATH", f"{HERE}:{root}")
    names = ("pincite", "one", "reaching", "broken")
    pythons = {name: Path(sys.executable) for name in names}
    return Runs(tmp_path / "home", pythons, tmp_path, "packaged", tmp_path)


def test_each_system_is_indexed_changed_asked_and_scored(dataset: Dataset, runs: Runs) -> None:
    work = workload(dataset, None, 12)
    results, failed = compare([fake("one")], work, runs, 2, lambda *_: None)
    assert failed == []
    (one,) = results
    words, backwards = one.ways
    assert [words.quality.mean(measure) for measure in MEASURES] == [1, 1, 1, 1]
    assert words.quality.unplaced == 0
    assert backwards.quality.mean("hit@1") < 0.5
    assert len(one.indexed) == len(one.opened) == 2
    assert one.indexed[0].whole_cpu > one.indexed[0].index_cpu
    assert one.indexed[0].megabytes > 1
    assert one.reached_for == ()


def test_what_reaches_beyond_the_machine_is_refused_and_named(dataset: Dataset, runs: Runs) -> None:
    systems = [fake("reaching", "ReachingPeer")]
    results, _ = compare(systems, workload(dataset, None, 3), runs, 1, lambda *_: None)
    assert results[0].reached_for == ("telemetry.example",)


def test_a_system_that_fails_is_named_with_its_reason(dataset: Dataset, runs: Runs) -> None:
    work = workload(dataset, None, 3)
    systems = [fake("one"), fake("broken", "BrokenPeer"), fake("reaching")]
    results, failed = compare(systems, work, runs, 2, lambda *_: None)
    assert [each.name for each in results] == ["one", "reaching"]
    (missing,) = failed
    assert "no model is to be had" in missing.reason
    console = Console(file=StringIO(), width=140)
    made = SideBySide("small", 24, 1800, 3, 1, "packaged", tuple(results), tuple(failed))
    print_side_by_side(console, made)
    assert isinstance(console.file, StringIO)
    printed = console.file.getvalue()
    assert "broken was not run: broken failed: RuntimeError: no model is to be had" in printed
    assert "one, backwards" in printed
    assert re.search(r"index, CPU +[\d.]+ s +[\d.]+ x \([\d.]+-[\d.]+\)", printed)
    rows = printed[printed.index("less one, words (95 %)") :]
    assert re.search(r"reaching, words +\+0\.000 \(\+0\.000 \+0\.000\)", rows)
