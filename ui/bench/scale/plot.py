"""Cost against size as one SVG file, both axes by tens: a straight line is a power of the size."""

from collections.abc import Sequence
from html import escape
from math import ceil, floor, log10

from ui.bench.scale.run import Sized

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 400, 60, 130, 20, 44
_SHOWN = ("answer", "search", "embed", "by meaning", "by word", "understand")
_COLOURS = ("#1f5fa8", "#b3541e", "#5b7f2b", "#7a3e9d", "#9b1d3f", "#3d7d7d")
_STYLE = (
    "text{font:12px sans-serif;fill:#444}line{stroke:#ddd}polyline{fill:none;stroke-width:2}"
    "rect{fill:#fff}"
)


def plot(sizes: Sequence[Sized]) -> str:
    """CPU milliseconds of each step of a question, a line a step."""
    steps = [name for name in _SHOWN if all(name in each.measures.steps for each in sizes)]
    passages = [each.measures.passages for each in sizes]
    costs = {name: [max(each.measures.steps[name].cpu, 0.01) for each in sizes] for name in steps}
    low, high = _decades([cost for values in costs.values() for cost in values])
    first, last = _decades(passages)

    def at(size: float, cost: float) -> str:
        x = _LEFT + (log10(size) - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)
        y = _TOP + (high - log10(cost)) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)
        return f"{x:.1f},{y:.1f}"

    parts = [f"<style>{_STYLE}</style>", f'<rect width="{_WIDTH}" height="{_HEIGHT}"/>']
    for decade in range(low, high + 1):
        _, y = at(10**first, 10**decade).split(",")
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text x="{_LEFT - 6}" y="{y}" text-anchor="end">{10**decade:g} ms</text>')
    for decade in range(first, last + 1):
        x, _ = at(10**decade, 10**low).split(",")
        told = f"{10**decade:,}"
        parts.append(f'<text x="{x}" y="{_HEIGHT - 24}" text-anchor="middle">{told}</text>')
    parts.append(f'<text x="{_LEFT}" y="{_HEIGHT - 6}">passages; CPU time of a question</text>')
    for colour, (name, values) in zip(_COLOURS, costs.items(), strict=False):
        points = [at(size, cost) for size, cost in zip(passages, values, strict=True)]
        x, y = points[-1].split(",")
        parts.append(f'<polyline stroke="{colour}" points="{" ".join(points)}"/>')
        parts.append(f'<text x="{float(x) + 6}" y="{y}" fill="{colour}">{escape(name)}</text>')
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>\n'


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)
