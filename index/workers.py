"""Passages embedded by Ray: by workers of this machine, or of a cluster by its address.

Each worker is an actor that holds the encoder. One that dies is started again and given the texts
that it had; every text is embedded alone (`index.onnx_model`), so who embeds it changes nothing.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedder import Embedder, Tell, Vectors, open_embedder
from index.errors import StoreError
from index.settings import IndexSettings

Opener = Callable[[], Embedder]

_LOCAL = "local"
# Texts that a worker embeds at once, and loses when it dies.
_AT_ONCE = 64
_STORE_BYTES = 200_000_000

Batch = dict[str, NDArray[Any]]


class WorkersEmbedder:
    """Embeds passages elsewhere and questions here."""

    def __init__(self, here: Embedder, address: str, opener: Opener) -> None:
        """`opener` opens the encoder on a worker."""
        self.name = here.name
        self._here = here
        self._address = address
        self._opener = opener

    def encode_passages(self, texts: Sequence[str], tell: Tell) -> Vectors:
        """(n, dimensions), in the order of `texts`; `tell` hears how many are done.

        Raises:
            StoreError: ray is missing, or the workers cannot be had.
        """
        if not texts:
            return self._here.encode_passages(texts, tell)
        data, workers = _ready(self._address)
        # The longest first, so that no worker is left with the long ones at the end.
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
        rows = data.from_items([{"at": at, "text": texts[at]} for at in order])
        made = rows.map_batches(
            _Worker,
            fn_constructor_args=(self._opener,),
            batch_size=_AT_ONCE,
            batch_format="numpy",
            concurrency=workers,
            num_cpus=1,
        )
        return in_order(made.iter_batches(batch_size=None, batch_format="numpy"), len(texts), tell)

    def encode_question(self, text: str) -> Vectors:
        """(dimensions,)."""
        return self._here.encode_question(text)


class _Worker:
    """What Ray calls in a process of its own."""

    def __init__(self, opener: Opener) -> None:
        self._embedder = opener()

    def __call__(self, batch: Batch) -> Batch:
        made = self._embedder.encode_passages(batch["text"].tolist(), lambda done: None)
        return {"at": batch["at"], "vector": made}


def open_passage_embedder(settings: IndexSettings, tell: Callable[[str], None]) -> Embedder:
    """The embedder that the settings name, or its workers where they name some.

    Raises:
        WeightsError: its weights are not to be had.
    """
    here = open_embedder(settings, tell)
    if settings.workers is None:
        return here
    return WorkersEmbedder(here, settings.workers, partial(open_embedder, settings, _silent))


def in_order(batches: Iterable[Batch], count: int, tell: Tell) -> Vectors:
    """Vectors by their place in the batches, which come in any order.

    Raises:
        StoreError: a place is missing.
    """
    vectors: Vectors | None = None
    there = np.zeros(count, dtype=bool)
    for batch in batches:
        if vectors is None:
            vectors = np.empty((count, batch["vector"].shape[1]), dtype=np.float32)
        vectors[batch["at"]] = batch["vector"]
        there[batch["at"]] = True
        tell(int(there.sum()))
    if vectors is None or not there.all():
        raise StoreError(
            f"The workers returned {int(there.sum())} of {count} vectors; run the build again."
        )
    return vectors


def _ready(address: str) -> tuple[Any, Any]:
    """Ray's data module, connected, and how many workers there may be."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    # Ray gives up starting after half a minute, which a busy machine needs.
    os.environ.setdefault("RAY_raylet_start_wait_time_s", "300")
    os.environ.setdefault("RAY_agent_register_timeout_ms", "300000")
    kind, _, number = address.partition(":")
    if kind == _LOCAL:
        # Ray takes 127.0.0.1 for the machine's own address and listens on every interface, unless
        # it is told, before it is imported, that there is no cluster on this kind of machine.
        os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise StoreError("Workers need Ray; install it with: pip install 'pincite[ray]'") from error
    if kind == _LOCAL and number and not number.isdigit():
        raise StoreError(f"The workers {address!r} are not understood; write local:2, for example.")
    workers = int(number) if kind == _LOCAL and number else os.cpu_count() or 1
    try:
        if not ray.is_initialized():
            _start(ray, None if kind == _LOCAL else address, workers)
        if kind != _LOCAL:
            workers = max(1, int(ray.cluster_resources().get("CPU", 1)))
    except (ConnectionError, RuntimeError, ValueError) as error:
        said = (str(error).splitlines() or [type(error).__name__])[0]
        raise StoreError(
            f"The workers {address!r} cannot be had ({said}); see that Ray runs there."
        ) from error
    return ray.data, (1, workers) if kind != _LOCAL else workers


def _start(ray: Any, address: str | None, workers: int) -> None:
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
    if address is None:
        quiet |= {
            "num_cpus": workers,
            "include_dashboard": False,
            "object_store_memory": _STORE_BYTES,
            "_node_ip_address": "127.0.0.1",
        }
        address = "local"
    ray.init(address=address, **quiet)
    ray.data.DataContext.get_current().enable_progress_bars = False


def _silent(line: str) -> None:
    """Downloads on a worker are told to nobody."""
