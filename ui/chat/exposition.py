"""Families of figures in Prometheus's text format.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

_Key = TypeVar("_Key", str, int)


def counter(name: str, text: str, label: str, counts: Mapping[_Key, int]) -> Iterator[str]:
    """A count for each value of one label."""
    yield from _head(name, "counter", text)
    for key in sorted(counts):
        yield f'{name}{{{label}="{key}"}} {counts[key]}'


def table(
    name: str, text: str, labels: Sequence[str], counts: Mapping[tuple[str, ...], int]
) -> Iterator[str]:
    """A count for each combination of several labels."""
    yield from _head(name, "counter", text)
    for keys in sorted(counts):
        said = ",".join(f'{label}="{key}"' for label, key in zip(labels, keys, strict=True))
        yield f"{name}{{{said}}} {counts[keys]}"


def histogram(
    name: str, text: str, bounds: Sequence[float], counts: Mapping[float, int], total: float
) -> Iterator[str]:
    """How many were at most each bound; `counts` are those between two, infinity included."""
    yield from _head(name, "histogram", text)
    below = 0
    for bound in bounds:
        below += counts.get(bound, 0)
        yield f'{name}_bucket{{le="{bound:g}"}} {below}'
    yield f'{name}_bucket{{le="+Inf"}} {sum(counts.values())}'
    yield f"{name}_sum {total:.6f}"
    yield f"{name}_count {sum(counts.values())}"


def summary(
    name: str, text: str, label: str, totals: Mapping[str, float], counts: Mapping[str, int]
) -> Iterator[str]:
    """A sum and a count for each value of one label."""
    yield from _head(name, "summary", text)
    for key in sorted(totals):
        yield f'{name}_sum{{{label}="{key}"}} {totals[key]:.6f}'
        yield f'{name}_count{{{label}="{key}"}} {counts[key]}'


def gauge(name: str, text: str, value: float) -> Iterator[str]:
    """One value."""
    yield from _head(name, "gauge", text)
    yield f"{name} {value:.10g}"


def _head(name: str, kind: str, text: str) -> Iterator[str]:
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} {kind}"
