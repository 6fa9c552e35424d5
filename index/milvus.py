"""Milvus, as far as it is needed: collections of rows with a dense and a sparse vector each.

A URL is that of a cluster (`http://host:19530`, `https://user:password@host`), or a local path
that ends in `.db`: Milvus Lite, inside this process and listening on the loopback only.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError

if TYPE_CHECKING:
    from pymilvus import MilvusClient

VectorField = Literal["dense", "sparse"]
Sparse = Mapping[int, float]

# As in the embedded engines, nothing is approximated while an exact scan is fast.
_EXACT_UP_TO = 100_000
_SECONDS = 30.0


class Entry(NamedTuple):
    """A passage's row, its unit vector (dimensions,) and the weights of its words."""

    row: int
    dense: NDArray[np.float32]
    sparse: Sparse


class Collections(Protocol):
    """What a store does; `Milvus` is one, tests have another."""

    def names(self) -> list[str]:
        """Of all collections."""

    def make(self, name: str, dimensions: int, passages: int) -> None:
        """An empty collection that so many passages are to fill."""

    def insert(self, name: str, entries: Sequence[Entry]) -> None:
        """Add rows that are not in it."""

    def seal(self, name: str) -> None:
        """Make all rows found by every search from now on."""

    def count(self, name: str) -> int:
        """Rows in a collection."""

    def drop(self, name: str) -> None:
        """Remove a collection, if there is one of that name."""

    def search(
        self,
        name: str,
        field: VectorField,
        vector: NDArray[np.float32] | Sparse,
        count: int,
        only: Sequence[int] | None,
    ) -> list[tuple[int, float]]:
        """At most `count` (row, inner product) pairs, best first; `only` limits the rows."""


class Milvus:
    """An open connection. Safe to use from several threads."""

    def __init__(self, client: "MilvusClient", shown: str) -> None:
        self._client = client
        self._shown = shown

    @classmethod
    def connect(cls, url: str, seconds: float = _SECONDS) -> "Milvus":
        """Connect.

        Raises:
            StoreError: pymilvus is missing, or nothing answers there.
        """
        shown = without_password(url)
        try:
            from pymilvus import MilvusClient
        except ImportError as error:
            raise StoreError(
                f"The store {shown} needs pymilvus; install it with: pip install 'pincite[milvus]'"
            ) from error
        if url.endswith(".db"):
            Path(url).resolve().parent.mkdir(parents=True, exist_ok=True)
        with _told(shown):
            return cls(MilvusClient(url, timeout=seconds), shown)

    def names(self) -> list[str]:
        """Of all collections."""
        with _told(self._shown):
            return list(self._client.list_collections())

    def make(self, name: str, dimensions: int, passages: int) -> None:
        """An empty collection that so many passages are to fill."""
        from pymilvus import DataType

        with _told(self._shown):
            schema = self._client.create_schema(auto_id=False, enable_dynamic_field=False)
            schema.add_field("row", DataType.INT64, is_primary=True)
            schema.add_field("dense", DataType.FLOAT_VECTOR, dim=dimensions)
            schema.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)
            kinds = self._client.prepare_index_params()
            kind = "FLAT" if passages <= _EXACT_UP_TO else "HNSW"
            kinds.add_index("dense", index_type=kind, metric_type="IP")
            kinds.add_index("sparse", index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
            self._client.create_collection(name, schema=schema, index_params=kinds)

    def insert(self, name: str, entries: Sequence[Entry]) -> None:
        """Add rows that are not in it."""
        rows = [
            {"row": row, "dense": dense, "sparse": dict(sparse)} for row, dense, sparse in entries
        ]
        with _told(self._shown):
            self._client.insert(name, rows)

    def seal(self, name: str) -> None:
        """Make all rows found by every search from now on."""
        with _told(self._shown):
            self._client.flush(name)
            self._client.load_collection(name)

    def count(self, name: str) -> int:
        """Rows in a collection, and it is ready to be searched."""
        with _told(self._shown):
            self._client.load_collection(name)
            asked: dict[str, Any] = {"output_fields": ["count(*)"], "consistency_level": "Strong"}
            return int(self._client.query(name, filter="", **asked)[0]["count(*)"])

    def drop(self, name: str) -> None:
        """Remove a collection, if there is one of that name."""
        with _told(self._shown):
            self._client.drop_collection(name)

    def search(
        self,
        name: str,
        field: VectorField,
        vector: NDArray[np.float32] | Sparse,
        count: int,
        only: Sequence[int] | None,
    ) -> list[tuple[int, float]]:
        """At most `count` (row, inner product) pairs, best first; `only` limits the rows."""
        chosen = "" if only is None else f"row in {list(only)}"
        with _told(self._shown):
            found = self._client.search(
                name,
                [vector],
                chosen,
                count,
                output_fields=["row"],
                anns_field=field,
                search_params={"metric_type": "IP"},
            )[0]
        return [(int(hit["row"]), float(hit["distance"])) for hit in found]


def without_password(url: str) -> str:
    """The URL as it may be shown."""
    if url.endswith(".db"):
        return url
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}"


@contextmanager
def _told(shown: str) -> Iterator[None]:
    from pymilvus.exceptions import MilvusException

    try:
        yield
    except (MilvusException, OSError) as error:
        said = (str(error).splitlines() or [type(error).__name__])[0]
        raise StoreError(
            f"The store {shown} did not do its work ({said}); see that it runs."
        ) from error
