from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.errors import StoreError
from index.workers import WorkersEmbedder, in_order
from ui.bench.beyond.dies_once import DiesOnce
from ui.bench.stand_in import StandIn

TEXTS = [f"Sentence {number} of {'many ' * (number % 7)}words." for number in range(400)]


@pytest.fixture
def ray_here() -> Iterator[None]:
    """Ray for one test, where it is installed: pip install 'pincite[ray]'."""
    # Not imported here: what it listens on is decided by what stands around it when it is.
    if find_spec("ray") is None:
        pytest.skip("needs pincite[ray]")
    yield
    import_module("ray").shutdown()


@pytest.mark.usefixtures("ray_here")
def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    mark = tmp_path / "killed"
    embedder = WorkersEmbedder(StandIn(), "local:2", DiesOnce(StandIn, mark))
    told: list[int] = []
    made = embedder.encode_passages(TEXTS, told.append)
    assert mark.exists()
    assert np.array_equal(made, StandIn().encode_passages(TEXTS, lambda done: None))
    assert told[-1] == len(TEXTS)
    nodes = import_module("ray").nodes()
    assert [node["NodeManagerAddress"] for node in nodes] == ["127.0.0.1"]


def test_a_question_is_embedded_here() -> None:
    embedder = WorkersEmbedder(StandIn(), "nowhere:1", StandIn)
    asked = StandIn().encode_question("words")
    assert np.array_equal(embedder.encode_question("words"), asked)


def test_batches_come_in_any_order_and_none_may_be_missing() -> None:
    first = {"at": np.array([2, 0]), "vector": np.array([[2.0], [0.0]], dtype=np.float32)}
    second = {"at": np.array([1]), "vector": np.array([[1.0]], dtype=np.float32)}
    made = in_order([first, second], 3, lambda done: None)
    assert made.tolist() == [[0.0], [1.0], [2.0]]
    with pytest.raises(StoreError, match="2 of 3"):
        in_order([first], 3, lambda done: None)


def test_workers_that_are_not_understood() -> None:
    pytest.importorskip("ray.data", reason="needs pincite[ray]")
    with pytest.raises(StoreError, match="local:2"):
        WorkersEmbedder(StandIn(), "local:two", StandIn).encode_passages(["a"], lambda done: None)
